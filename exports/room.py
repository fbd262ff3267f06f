"""How much room words take on paper and slides: widths of Arial (and of Liberation Sans, which has the same), in px."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LEADING = 1.2
_PLAIN = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 "
    "556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 "
    "469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584"
)
_BOLD = (
    "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584 584 584 "
    "611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 "
    "584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584"
)
WIDTHS = {bold: [int(one) for one in words.split()] for bold, words in ((False, _PLAIN), (True, _BOLD))}
UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)


def plain(words: object) -> str:
    """Words of a file in one line, without characters that XML cannot hold or that turn a line around."""
    return " ".join(UNSEEN.sub(" ", str(words)).split())


def width(words: str, size: float, *, bold: bool = False) -> float:
    """How wide the words stand in one line at that size."""
    return sum(map(_bold if bold else _thin, words)) * size / 1000


@lru_cache(maxsize=4096)
def _thin(letter: str) -> int:
    return _letter(letter, False)


@lru_cache(maxsize=4096)
def _bold(letter: str) -> int:
    return _letter(letter, True)


def _letter(letter: str, bold: bool) -> int:
    """A letter with an accent is as wide as without; one outside Latin counts as a full square."""
    base = unicodedata.normalize("NFD", letter)[0]
    if " " <= base <= "~":
        return WIDTHS[bold][ord(base) - 32]
    return 600 if ord(base) < 0x2000 else 1000


def lines(words: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """The words in lines of at most `room` px: broken at spaces, and inside a word only where it is longer than a line."""
    found, line = [], ""
    for word in plain(words).split():
        longer = f"{line} {word}" if line else word
        if width(longer, size, bold=bold) <= room:
            line = longer
            continue
        if line:
            found.append(line)
        *whole, line = _pieces(word, size, room, bold)
        found += whole
    return [*found, line] if line or not found else found


def _pieces(word: str, size: float, room: float, bold: bool) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, size, bold=bold) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def height(words: str, size: float, room: float, *, bold: bool = False) -> float:
    """How high the words stand in a column of that width."""
    return len(lines(words, size, room, bold=bold)) * size * LEADING if words else 0.0


def fitting(words: str, sizes: tuple[float, ...], wide: float, high: float, *, bold: bool = False) -> float:
    """The largest of the sizes at which the words fit the box, or the last of them; 3 % is kept spare for other fonts."""
    return next((size for size in sizes if height(words, size, wide * 0.97, bold=bold) <= high), sizes[-1])


def cut_to(words: str, size: float, wide: float, high: float, *, bold: bool = False) -> str:
    """The words, or as many as fit and '…': only for texts far beyond what a chronology holds; notes keep them whole."""
    most = max(1, int(high / (size * LEADING) + 0.01))
    found = lines(words, size, wide * 0.97, bold=bold)
    return plain(words) if len(found) <= most else " ".join(found[:most])[:-2].rstrip() + "…"
