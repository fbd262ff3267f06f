"""Text of a file inside a figure: shown as written, cut where it must be, never run."""

from __future__ import annotations

from functools import lru_cache

from charts.palette import GLYPH


def written(text: str) -> str:
    """The text with everything that Plotly would read as markup turned into itself."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("$", "&#36;")


@lru_cache(maxsize=8192)
def wrapped(text: str, width: int = 70) -> str:
    """The text in lines for a hover."""
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + len(word) + 1 > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "<br>".join(written(one) for one in [*lines, line] if one)


def cut(text: str, room: float, least: int, glyph: float = GLYPH) -> str:
    """The text where it fits into `room` px, else cut at a word with '…', or blank under `least` characters."""
    fits = int(room / glyph)
    if len(text) <= fits:
        return text
    if fits < least:
        return ""
    short = text[: fits - 1]
    at_word = short.rsplit(" ", 1)[0] if " " in short and not text[fits - 1 : fits].isspace() else short
    at_word = at_word.rstrip(" ,;:-")
    return f"{at_word}…" if len(at_word) >= least - 3 else ""
