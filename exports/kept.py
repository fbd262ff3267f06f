"""What a room said, kept in a private file on this machine until the facilitator ends the event; never in the chronology."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

KINDS = ("For the child", "Known", "Expected", "Pulling", "Worked", "Today")
LONGEST_TEXT = 2000
MOST_KEPT = 2000
OLD_SECONDS = 2 * 24 * 3600
NOT_PRIVATE = "The folder for what the room says is not this user's own. Set CASE_TIMELINES_CAPTURES to another folder."
FULL = f"This room has said {MOST_KEPT} things, which is all that is kept. Download them and end the event."
_lock = threading.RLock()


@dataclass(frozen=True)
class Said:
    """One thing the room said: the text, its kind (one of KINDS), and what was on the screen.

    said_id; at: local time as ISO 8601; step: of the running order, from 0; episode_id ("" for none);
    about, about_id: "event", "practice" or "episode" and its id; "" where only the case was on the screen.
    """

    said_id: str
    at: str
    kind: str
    text: str
    step: int
    episode_id: str = ""
    about: str = ""
    about_id: str = ""


class KeepError(OSError):
    """What was said could not be written or its folder is not private, in words, with the remedy."""


def private_folder() -> Path:
    """The folder of what rooms said: CASE_TIMELINES_CAPTURES, or one in this user's cache. Made where it is not there.

    Raises KeepError where it cannot be made, belongs to somebody else or is a link.
    """
    named = os.environ.get("CASE_TIMELINES_CAPTURES", "")
    folder = Path(named) if named else _cache() / "case-timelines" / "captures"
    with _said_in_words():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or (hasattr(os, "getuid") and found.st_uid != os.getuid()):
            raise KeepError(NOT_PRIVATE)
        folder.chmod(0o700)
    return folder


def _cache() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or tempfile.gettempdir())
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


@contextmanager
def _said_in_words() -> Iterator[None]:
    try:
        yield
    except KeepError:
        raise
    except OSError as error:
        raise KeepError(f"This could not be written on this machine: {error.strerror or 'no reason given'}.") from error


def forget_old(folder: Path, now: float) -> int:
    """Delete what was last written more than two days ago; how many files."""
    old = [file for file in folder.glob("*.json*") if now - file.stat().st_mtime > OLD_SECONDS]
    for file in old:
        file.unlink(missing_ok=True)
    return len(old)


NAMES = tuple(field.name for field in fields(Said))


class Kept:
    """What one room said about one case: a line for each in a file only this user can read.

    Word and case name the file only through a hash. A line that a crash cut off is left out. The last
    deletion can be taken back, until the next change: then it is gone from the disk.
    """

    def __init__(self, folder: Path, word: str, case_id: str):
        name = hashlib.sha256(f"{word}\n{case_id}".encode()).hexdigest()[:32]
        self._file, self._draft = folder / f"{name}.jsonl", folder / f"{name}.draft.json"

    def said(self) -> list[Said]:
        """All of it, in the order it was said."""
        return [_said(line) for line in self._lines() if not line.get("gone")]

    def keep(self, said: Said) -> None:
        """Write one down: it is on the disk when this returns.

        Raises KeepError where it cannot be written; what was there before stays.
        """
        with _lock, _said_in_words():
            lines = self._lines()
            left = [line for line in lines if not line.get("gone")]
            if len(left) >= MOST_KEPT:
                raise KeepError(FULL)
            if len(left) < len(lines):
                self._write([*left, asdict(said)])
            else:
                self._append(asdict(said))

    def delete(self, said_id: str) -> None:
        """Leave one out. What was deleted before it cannot be taken back any more."""
        with _lock, _said_in_words():
            self._write([{**line, "gone": line["said_id"] == said_id} for line in self._lines() if not line.get("gone")])

    def deleted(self) -> Said | None:
        """The one that can be taken back."""
        return next((_said(line) for line in self._lines() if line.get("gone")), None)

    def restore(self) -> None:
        """Take the last deletion back, to its old place."""
        with _lock, _said_in_words():
            self._write([{**line, "gone": False} for line in self._lines()])

    def draft(self) -> str:
        """What was being written when the page was last open."""
        try:
            return str(json.loads(self._draft.read_text(encoding="utf-8")))
        except (OSError, ValueError):
            return ""

    def keep_draft(self, text: str) -> None:
        """Remember what is being written; a blank one is forgotten."""
        with _lock, _said_in_words():
            if text.strip():
                _replace(self._draft, json.dumps(text[:LONGEST_TEXT]))
            else:
                self._draft.unlink(missing_ok=True)

    def end(self) -> None:
        """Delete all of it."""
        with _lock, _said_in_words():
            for file in (self._file, self._draft):
                file.unlink(missing_ok=True)

    def _lines(self) -> list[dict[str, Any]]:
        """Every line that can be read, the deleted one too."""
        try:
            written = self._file.read_bytes().decode("utf-8", "replace").split("\n")
        except FileNotFoundError:
            return []
        found = []
        for line in written:
            with suppress(ValueError):
                found.append(json.loads(line))
        return [line for line in found if isinstance(line, dict) and line.keys() >= set(NAMES)]

    def _append(self, line: dict[str, Any]) -> None:
        with open(self._file, "a+b", opener=_only_mine) as file:
            torn = file.tell() and self._file.read_bytes()[-1:] != b"\n"
            file.write((b"\n" if torn else b"") + _written([line]))
            file.flush()
            os.fsync(file.fileno())

    def _write(self, lines: list[dict[str, Any]]) -> None:
        _replace(self._file, _written(lines).decode())


def _said(line: dict[str, Any]) -> Said:
    return Said(**{name: line[name] for name in NAMES})


def _written(lines: list[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(line) + "\n" for line in lines).encode()


def _only_mine(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0), 0o600)


def _replace(file: Path, text: str) -> None:
    """Write a file whole or not at all."""
    place, name = tempfile.mkstemp(dir=file.parent, suffix=".json.part")
    try:
        with os.fdopen(place, "w", encoding="utf-8") as written:
            written.write(text)
            written.flush()
            os.fsync(written.fileno())
        os.replace(name, file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
