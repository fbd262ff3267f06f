"""The plain values of a file that has nothing wrong with it, in a third of the time that loaders.nodes takes to tell what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml
from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from loaders.nodes import MOST_LEVELS, Path_, Plain, YamlLoader
from loaders.slips import NOT_TEXT

Next = Callable[[], Any]


class UnsureError(Exception):
    """Something here may have to be told: loaders.nodes reads the text again, and says what and where."""


def quick_plain(text: str) -> Plain | None:
    """The same content as loaders.nodes gives, with only the lines of events; None where anything may be wrong."""
    reader = YamlLoader(text)
    plain = Plain(None)
    try:
        plain.content = _document(reader.get_event, plain)
    except (UnsureError, yaml.YAMLError):
        return None
    finally:
        reader.dispose()
    return plain


def _document(following: Next, plain: Plain) -> dict[str, Any]:
    """The one mapping of the one document."""
    following()
    if not isinstance(following(), yaml.DocumentStartEvent):
        raise UnsureError
    content = _entries(following, following(), 1, plain.lines)
    if not isinstance(following(), yaml.DocumentEndEvent) or not isinstance(following(), yaml.StreamEndEvent):
        raise UnsureError
    return content


def _entries(following: Next, start: Any, depth: int, lines: dict[Path_, int] | None = None) -> dict[str, Any]:
    """The entries of a mapping. lines: given for the outermost one, and filled with those of the events."""
    if start.__class__ is not MappingStartEvent or start.tag or start.anchor or depth > MOST_LEVELS:
        raise UnsureError
    entries: dict[str, Any] = {}
    blank = set()
    while (event := following()).__class__ is not MappingEndEvent:
        key = _text(event) or ""
        if key in entries or key in blank:
            raise UnsureError
        event = following()
        if event.__class__ is ScalarEvent:
            value: Any = _text(event)
        elif lines is not None and key == "events":
            value = _events(following, event, lines)
        else:
            value = _collection(following, event, depth + 1)
        if value is None:
            blank.add(key)
        else:
            entries[key] = value
    return entries


def _collection(following: Next, start: Any, depth: int) -> Any:
    if start.__class__ is not SequenceStartEvent:
        return _entries(following, start, depth)
    if start.tag or start.anchor or depth > MOST_LEVELS:
        raise UnsureError
    items: list[Any] = []
    while (event := following()).__class__ is not SequenceEndEvent:
        value = _text(event) if event.__class__ is ScalarEvent else _collection(following, event, depth + 1)
        if value is not None:
            items.append(value)
    return items


def _events(following: Next, start: Any, lines: dict[Path_, int]) -> Any:
    """The section of events, with the line on which each begins."""
    named = start.__class__ is MappingStartEvent
    if start.tag or start.anchor or not (named or start.__class__ is SequenceStartEvent):
        raise UnsureError
    lines["events",] = start.start_mark.line + 1
    entries: dict[str | int, Any] = {}
    while (event := following()).__class__ is not (MappingEndEvent if named else SequenceEndEvent):
        key = (_text(event) or "") if named else len(entries)
        if key in entries:
            raise UnsureError
        lines["events", key] = event.start_mark.line + 1
        entries[key] = _entries(following, following() if named else event, 3)
    return entries if named else list(entries.values())


def _text(event: Any) -> str | None:
    """A text without the blanks around it; None where nothing is left."""
    if event.__class__ is not ScalarEvent or event.tag or event.anchor or (event.style == '"' and NOT_TEXT.search(event.value)):
        raise UnsureError
    return event.value.strip() or None
