"""Two more processes that read chronologies and leave them in the cache: a processor reads one file at a time."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import IO

from loaders.cache import Fresh, Themes, write_box
from loaders.case import Case
from loaders.library import read_entry

PROCESSES = 2
AT_ONCE = 50
HOUSE = Path(__file__).resolve().parent.parent


class Workers:
    """The boxes that two processes fill, as each is ready. A process that ends early leaves its files to whoever asked.

    They are started as programs of their own, and not forked: a server has threads.
    """

    def __init__(self, folder: Path, names: list[str], place: Path, themes: Themes):
        asked = [
            {"folder": str(folder), "place": str(place), "themes": themes and dict(themes), "names": names[part::PROCESSES]}
            for part in range(PROCESSES)
        ]
        self._asked = [json.dumps(one) for one in asked]

    def __iter__(self) -> Iterator[Path]:
        ready: Queue[Path | None] = Queue()
        started = [_start(text, ready) for text in self._asked]
        try:
            running = len(started)
            while running:
                file = ready.get()
                running -= file is None
                if file:
                    yield file
        finally:
            for program in started:
                if program:
                    program.kill()
                    program.wait()
            for _ in range(running):
                while ready.get():  # each ends with None, once it has let go of its program
                    pass


def _start(asked: str, ready: Queue[Path | None]) -> subprocess.Popen[str] | None:
    command = [sys.executable, "-c", "import sys; from loaders.workers import work; work(sys.stdin, sys.stdout)"]
    try:
        program = subprocess.Popen(command, cwd=HOUSE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    except OSError:
        ready.put(None)
        return None
    Thread(target=_listen, args=(program, asked, ready), daemon=True).start()
    return program


def _listen(program: subprocess.Popen[str], asked: str, ready: Queue[Path | None]) -> None:
    with suppress(OSError, ValueError):
        if program.stdin and program.stdout:
            with program.stdout, program.stdin:
                program.stdin.write(asked)
                program.stdin.close()
                for line in program.stdout:
                    ready.put(Path(line.rstrip("\n")))
    ready.put(None)


def work(source: IO[str], sink: IO[str]) -> None:
    """What each process does: read the files it is asked for, and name every box it has filled."""
    gc.disable()  # a load leaves no cycles, and the process ends with its work
    asked = json.loads(source.read())
    folder, place = Path(asked["folder"]), Path(asked["place"])
    themes: Mapping[str, str] | None = asked["themes"]
    for first in range(0, len(asked["names"]), AT_ONCE):
        entries = {name: read_entry(folder / name, themes) for name in asked["names"][first : first + AT_ONCE]}
        fresh = [Fresh(name, one.seen, one.read) for name, one in entries.items() if isinstance(one.read, Case) and one.sure]
        file = write_box(place, fresh, themes) if fresh else None
        if file:
            print(file, file=sink, flush=True)
