"""A file made beside the page, in a thread of its own: keys and clocks go on, and a press meanwhile does not stop it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass

from exports.chromium import NoChromiumError

Told = Callable[[int, int], None]
Make = Callable[[Told], bytes]
FAILED = "The file could not be made. Try once more; the log of the app says why."


@dataclass
class Work:
    """One file on its way. of: what it is made from; at, total: how far it is; made: the file; failed: why there is none."""

    of: str
    at: int = 0
    total: int = 0
    made: bytes = b""
    failed: str = ""

    @property
    def done(self) -> bool:
        """Whether there is nothing more to wait for."""
        return bool(self.made or self.failed)


def begin(of: str, make: Make) -> Work:
    """Start to make a file, and come back at once."""
    work = Work(of)

    def told(done: int, total: int) -> None:
        work.at, work.total = done, total

    def run() -> None:
        try:
            work.made = make(told)
        except NoChromiumError as error:
            work.failed = str(error)
        except Exception:
            logging.getLogger(__name__).exception("A file for the room could not be made")
            work.failed = FAILED

    threading.Thread(target=run, daemon=True, name="file for the room").start()
    return work
