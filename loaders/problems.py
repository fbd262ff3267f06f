"""What is wrong with a file, in words that name the place and the remedy."""

from __future__ import annotations

import difflib
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

WIDTH = 110
LONGEST = 120
MOST_HINTS = 200  # looking for the nearest of 5,000 ids costs 5 ms, and nobody reads so many problems in one go


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to put right: the line it stands on (0 for the whole file), the entry, and the sentence."""

    line: int
    where: str
    text: str

    def __str__(self) -> str:
        place = ", ".join(part for part in (f"line {self.line}" if self.line else "", self.where) if part)
        return f"{place}: {self.text}" if place else self.text


class ChronologyError(Exception):
    """A file that cannot be read; `problems` holds every reason, in line order."""

    def __init__(self, file: str, problems: Iterable[Problem]):
        self.file = file
        self.problems = tuple(sorted(set(problems)))
        super().__init__(file)

    def __str__(self) -> str:
        count = len(self.problems)
        lines = [f"{self.file}: {count} problem{'' if count == 1 else 's'}"]
        for problem in self.problems:
            lines += textwrap.wrap(
                str(problem),
                WIDTH,
                initial_indent="  ",
                subsequent_indent="  ",
                break_long_words=False,
                break_on_hyphens=False,
            )
        return "\n".join(lines)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` was most likely meant to be, or None where none is near."""
    if len(word) > LONGEST:
        return None
    found = difflib.get_close_matches(word.lower(), list(known), n=1, cutoff=0.6)
    return found[0] if found else None


def some(words: Iterable[str], most: int = 12) -> str:
    """The words in alphabetical order, cut after `most` with a count of the rest."""
    ordered = sorted(words)
    rest = len(ordered) - most
    return ", ".join(ordered[:most]) + (f" and {rest} more" if rest > 0 else "")


def cut(word: object) -> str:
    """The word as written, cut where it is too long to read in an error."""
    text = str(word)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}..."
