"""What the YAML reader said, in words for people who write chronologies: the line where the slip is, and the remedy."""

from __future__ import annotations

import re

import yaml

from loaders.problems import Problem

NOT_TEXT = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_KEY = r" *(?:- +)*[\w-]+:"
_QUOTE = re.compile(r" *(?:- +)*(?:[\w-]+: +)?\[?([\"'])")
_CURLY = re.compile(r" *(?:- +)*(?:[\w-]+: +)?[“”„‘’]")
_ONE_COLON = re.compile(rf"{_KEY}(?!.*:\s)(?:\s|$)")
_INDENTED_ODDLY = re.compile(" *\xa0")


def syntax_problem(error: yaml.YAMLError, text: str) -> Problem:
    """What keeps the text from being read."""
    mark = getattr(error, "problem_mark", None)
    said = str(getattr(error, "problem", None) or "it cannot be read")
    line = mark.line + 1 if mark else 0
    if isinstance(error, yaml.reader.ReaderError):
        return not_text(text)
    rows = text.split("\n")
    row = rows[line - 1] if 0 < line <= len(rows) else ""
    if re.match(r"\s*\t", row):
        return Problem(line, "", "a tab indents this line. Indent with spaces, two for each level.")
    for near in (line - 1, line):
        if 0 < near <= len(rows) and _INDENTED_ODDLY.match(rows[near - 1]):
            remedy = "Indent with ordinary spaces, two for each level."
            return Problem(near, "", f"non-breaking spaces (U+00A0) indent this line. {remedy}")
    if opened := _quote_left_open(error, rows, line):
        return Problem(opened, "", _close(rows[opened - 1]))
    if "mapping values are not allowed" in said:
        return Problem(line, "", _colon(row))
    remedy = "Check the indent, quotes and colons of this line and the one before."
    return Problem(line, "", f"the text cannot be read here ({said}). {remedy}")


def _quote_left_open(error: yaml.YAMLError, rows: list[str], line: int) -> int:
    """The line on which a quote opens that only the one on `line`, or none at all, closes; 0 where there is none."""
    entry = getattr(error, "context_mark", None)
    first = entry.line + 1 if entry else 1
    if getattr(error, "context", None) == "while scanning a quoted scalar":
        return first
    for number in range(first, min(line, len(rows) + 1)):
        opening = _QUOTE.match(rows[number - 1])
        if opening and _closed_by(rows, number, opening) == line:
            return number
    return 0


def _closed_by(rows: list[str], number: int, opening: re.Match[str]) -> int:
    """The line of the opening quote, or the letter's apostrophe, that ends what opens on line `number`; 0 where it ends well."""
    quote = opening[1]
    if rows[number - 1].replace(f"\\{quote}", "").count(quote, opening.end()) % 2:
        return 0
    for later in range(number, len(rows)):
        before, found, after = rows[later].partition(quote)
        if found:
            return later + 1 if before[-1:] in (" ", "[") or after[:1].isalnum() else 0
    return 0


def _close(row: str) -> str:
    """What to say of a quote that is left open."""
    opening = _QUOTE.match(row)
    single = ", and write an apostrophe inside it twice" if opening and opening[1] == "'" else ""
    return f"the quote that opens here is closed nowhere, or only by the next one. Close it at the end of the text{single}."


def _colon(row: str) -> str:
    """What to say of a colon where no key may stand."""
    if _CURLY.match(row):
        return 'curly quotes open this text, and YAML knows straight quotes only. Put " in place of “ and ”.'
    if _ONE_COLON.match(re.sub(r"\"[^\"]*\"|'[^']*'", "", row)):
        return "this line is indented deeper than its entry. Indent the keys of one entry alike."
    return "a colon inside the text ends it too early. Put the whole text in double quotes."


def not_text(text: str, above: int = 0) -> Problem:
    """Where the first character stands that is no text, below the line `above`."""
    found = NOT_TEXT.search(text)
    line = above + text.count("\n", 0, found.start()) + 1 if found else 0
    code = f" (U+{ord(found.group()):04X})" if found else ""
    return Problem(line, "", f"a character{code} here is no text. Delete it, or save the file again as plain UTF-8 text.")
