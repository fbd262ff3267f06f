"""An app of its own for a bench: on a free port, ended afterwards."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from run import SPARING

ROOT = Path(__file__).resolve().parent.parent
ADDRESS = "127.0.0.1"
LONGEST_START_SECONDS = 120


class Served(NamedTuple):
    """Where an app answers, and which process it is."""

    port: int
    process: int

    @property
    def address(self) -> str:
        return f"http://{ADDRESS}:{self.port}"


@contextmanager
def served(app: Path = ROOT / "app.py", cases: Path | None = None, *, bare: bool = False) -> Iterator[Served]:
    """The app on a free port of this computer, once it answers.

    cases: a folder of chronologies instead of the shipped ones. bare: with Streamlit's settings as they come, not with this project's.
    """
    with socket.socket() as line:
        line.bind((ADDRESS, 0))
        port = int(line.getsockname()[1])
    environment = {
        **SPARING,
        **os.environ,
        "CASE_TIMELINES_AUDIT": os.devnull,
        **({"CASE_TIMELINES_FOLDER": str(cases)} if cases else {}),
    }
    command = [sys.executable, "-m", "streamlit", "run", str(app), "--server.port", str(port), "--server.headless", "true"]
    command += ["--server.fileWatcherType", "none", "--logger.level", "error"]
    with (
        tempfile.TemporaryDirectory() as elsewhere,
        subprocess.Popen(command, cwd=elsewhere if bare else ROOT, env=environment, stdout=subprocess.DEVNULL) as program,
    ):
        try:
            _await(port, program)
            yield Served(port, program.pid)
        finally:
            program.terminate()


def _await(port: int, program: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + LONGEST_START_SECONDS
    while time.monotonic() < until and program.poll() is None:
        try:
            with urllib.request.urlopen(f"http://{ADDRESS}:{port}/_stcore/health", timeout=5):
                return
        except OSError:
            time.sleep(0.05)
    raise TimeoutError(f"The app of the bench did not start within {LONGEST_START_SECONDS} seconds.")
