"""The app and the browser as programs of their own: where they are, on which port, and until when to wait for them."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.tab import PATIENCE_MS

ROOT = Path(__file__).resolve().parent.parent.parent
CHRONOLOGIES = Path(__file__).resolve().parent / "chronologies"
ADDRESS = "127.0.0.1"
NO_BROWSER = "No Chromium was found: install chromium, or set the variable CHROMIUM to the path of a Chromium, Chrome or Edge."


def chromium() -> str:
    """The path of the browser; the test fails where there is none."""
    named = os.environ.get("CHROMIUM")
    names = (named,) if named else ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    found = next((place for place in map(shutil.which, names) if place), None)
    if found is None:
        pytest.fail(NO_BROWSER, pytrace=False)
    return found


def free_port() -> int:
    with socket.socket() as line:
        line.bind((ADDRESS, 0))
        return int(line.getsockname()[1])


@contextmanager
def serving(folder: Path | None, log: Path, *words: str, port: int = 0, **named: str) -> Iterator[str]:
    """The app on a free port of this machine, with the shipped cases or those of a folder; ended afterwards.

    words: for the server besides; named: variables of its environment.
    """
    port = port or free_port()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("CASE_TIMELINES_")} | named
    if folder:
        environment["CASE_TIMELINES_FOLDER"] = str(folder)
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port), "--server.headless", "true"]
    # A file that is edited while the tests run must not change the app under them.
    command += ["--server.fileWatcherType", "none", *words]
    with log.open("wb") as lines, subprocess.Popen(command, cwd=ROOT, env=environment, stdout=lines, stderr=lines) as app:
        try:
            await_answer(f"http://{ADDRESS}:{port}/_stcore/health", app, log)
            yield f"http://{ADDRESS}:{port}"
        finally:
            app.terminate()
            try:
                app.wait(timeout=10)
            except subprocess.TimeoutExpired:
                app.kill()


def await_answer(address: str, app: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until a server that was started answers; the test fails with its log where it ends or stays silent."""
    until = time.monotonic() + PATIENCE_MS / 1000
    while time.monotonic() < until and app.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    pytest.fail(f"The server did not start:\n{log.read_text(encoding='utf-8', errors='replace')}", pytrace=False)


def leading_out(urls: list[str]) -> list[str]:
    """Addresses that are not on this machine."""
    return [url for url in urls if urlsplit(url).scheme not in ("data", "blob") and urlsplit(url).hostname != ADDRESS]
