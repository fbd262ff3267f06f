"""YAML text to plain mappings, lists and texts: every scalar stays text and keeps its line."""

from __future__ import annotations

import errno
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from loaders.problems import ChronologyError, Problem, cut
from loaders.slips import NOT_TEXT, not_text, syntax_problem

MOST_BYTES = 20 * 1024 * 1024
MOST_LEVELS = 20
PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # what .docx and all zip archives begin with, and the older .doc
QUOTED = ", or put the text in double quotes if it starts with "
YamlLoader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
Path_ = tuple[str | int, ...]


@dataclass
class Plain:
    """A file's content, the line of each path into it, what was wrong on the way, and the ids that were made up."""

    content: Any
    lines: dict[Path_, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    made: set[tuple[str, str]] = field(default_factory=set)

    def line(self, path: Path_) -> int:
        """The line of the path, or of the nearest thing around it; one value stands for a list of one."""
        found: Path_ = ()
        for step in path:
            if (*found, step) in self.lines:
                found = (*found, step)
            elif step != 0:
                break
        return self.lines.get(found, 0)


def file_name(file: Path) -> str:
    """A file as errors call it: its folder and its name."""
    return f"{file.absolute().parent.name}/{file.name}"


def read_plain(file: Path, name: str) -> Plain:
    """The file as plain values. Raises ChronologyError where the text is no single, plain YAML document."""
    return plain_text(decoded(content_of(file), name), name)


def content_of(file: Path) -> bytes:
    """What a file holds, up to one byte more than is read. Raises OSError where it cannot be opened."""
    if not stat.S_ISREG(mode := file.stat().st_mode) and not stat.S_ISDIR(mode):
        raise OSError(errno.EINVAL, "It is not an ordinary file")  # a pipe would never come to an end
    with file.open("rb") as source:
        return source.read(MOST_BYTES + 1)


def decoded(content: bytes, name: str) -> str:
    """The text of a file. Raises ChronologyError where it is too long, a Word file, or no UTF-8."""
    if len(content) > MOST_BYTES:
        raise ChronologyError(name, [Problem(0, "", "the file is over 20 MB. Split it into one file per case.")])
    if content.startswith(PACKED):
        remedy = "Save it again as plain text in UTF-8 (in Word: 'Save as', 'Plain text'), with the ending .yaml."
        raise ChronologyError(name, [Problem(0, "", f"the file is a Word or other packed file, and no plain text. {remedy}")])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        remedy = "Save it again as UTF-8 (in the editor's 'Save as', under 'Encoding')."
        raise ChronologyError(name, [Problem(line, "", f"the file is not UTF-8 text. {remedy}")]) from None


def plain_text(text: str, name: str) -> Plain:
    """The text as plain values; the same errors as read_plain."""
    plain = Plain(None)
    try:
        plain.content = _document(yaml.parse(text, Loader=YamlLoader), plain)
    except RefusedError as refused:
        raise ChronologyError(name, [refused.problem]) from None
    except yaml.YAMLError as error:
        raise ChronologyError(name, [syntax_problem(error, text)]) from None
    if plain.content is None:
        remedy = "Start with 'format: 1', then 'case', 'agencies' and 'events'; timelines/README.md shows how."
        raise ChronologyError(name, [Problem(0, "", f"the file is empty. {remedy}")])
    return plain


class RefusedError(Exception):
    """A construct this format never needs: an alias, an anchor, a tag, a second document, or nesting without end."""

    def __init__(self, event: Any, said: str):
        super().__init__(said)
        self.problem = Problem(event.start_mark.line + 1, "", said)


def _document(events: Iterator[Any], plain: Plain) -> Any:
    """The document's content, read from YAML's events: composing nodes costs twice, and deep nesting there ends the process."""
    content, begun = None, False
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent) and begun:
            raise RefusedError(event, "a second document begins here (---). Keep one case in one file.")
        begun = begun or isinstance(event, yaml.DocumentStartEvent)
        if isinstance(event, yaml.NodeEvent):
            content = _value(event, events, (), plain)
    return content


def _value(event: Any, events: Iterator[Any], path: Path_, plain: Plain) -> Any:
    _refuse(event, len(path))
    line = event.start_mark.line
    plain.lines.setdefault(path, line + 1)
    if isinstance(event, yaml.ScalarEvent):
        if event.style == '"' and NOT_TEXT.search(event.value):
            plain.problems.append(not_text(event.value, line))
        return str(event.value).strip() or None
    if isinstance(event, yaml.SequenceStartEvent):
        return _items(events, path, plain)
    return _entries(events, path, plain)


def _refuse(event: Any, depth: int) -> None:
    if isinstance(event, yaml.AliasEvent):
        raise RefusedError(event, f"an alias (*) repeats another part of the file. Write the text out{QUOTED}*.")
    if event.tag:
        called = event.tag.replace("tag:yaml.org,2002:", "!!")
        raise RefusedError(event, f"the tag '{cut(called)}' is not allowed. Remove it{QUOTED}!.")
    if event.anchor is not None:
        raise RefusedError(event, f"the anchor '&{cut(event.anchor)}' is not allowed. Remove it{QUOTED}&.")
    if depth >= MOST_LEVELS and isinstance(event, yaml.CollectionStartEvent):
        raise RefusedError(event, f"nested more than {MOST_LEVELS} levels deep. Check the indent and the brackets.")


def _items(events: Iterator[Any], path: Path_, plain: Plain) -> list[Any]:
    items: list[Any] = []
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            break
        place = (*path, len(items))
        plain.lines.pop(place, None)
        value = _value(event, events, place, plain)
        if value is not None:
            items.append(value)
    return items


def _entries(events: Iterator[Any], path: Path_, plain: Plain) -> dict[str, Any]:
    entries: dict[str, Any] = {}
    first: dict[str, int] = {}
    in_list = isinstance(path[-1], int) if path else False
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            break
        key, line = _key(event, events, len(path), plain), event.start_mark.line + 1
        if key is None or key in first:
            if key is not None:
                plain.problems.append(Problem(line, "", _repeated(key, first[key], in_list=in_list)))
                in_list = False  # the dash is asked for once an entry
            _skip(next(events), events, len(path) + 1)
            continue
        first[key] = plain.lines[(*path, key)] = line
        value = _value(next(events), events, (*path, key), plain)
        if value is not None:
            entries[key] = value
    return entries


def _repeated(key: str, line: int, in_list: bool) -> str:
    """What to say of a key that stands on that line already. in_list: where another entry may have been meant to begin."""
    dash = " If a new entry begins here, put '- ' before its first key." if in_list else ""
    return f"key '{cut(key)}' stands here and on line {line}. Keep one, or give the second a name of its own.{dash}"


def _key(event: Any, events: Iterator[Any], depth: int, plain: Plain) -> str | None:
    if isinstance(event, yaml.ScalarEvent):
        _refuse(event, depth)
        return str(event.value).strip()
    _skip(event, events, depth + 1)
    text = "a key must be one word, not a list or mapping. Check the indent."
    plain.problems.append(Problem(event.start_mark.line + 1, "", text))
    return None


def _skip(event: Any, events: Iterator[Any], depth: int) -> None:
    """Read past a value that is not kept."""
    inside = 0
    while True:
        if isinstance(event, yaml.NodeEvent):
            _refuse(event, depth + inside)
        inside += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if inside == 0:
            return
        event = next(events)
