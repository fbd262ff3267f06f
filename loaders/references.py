"""Every id that an entry refers to must exist: which keys refer, and what to say where one does not.

The plain content is read, not the model, so that a file's wrong references are told together with its wrong values.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from loaders.model import SECTIONS, Chronology, Moment
from loaders.nodes import Path_, Plain
from loaders.problems import MOST_HINTS, Problem, nearest, some
from loaders.shape import where
from loaders.values import Ref, is_id, names_event

FAMILY = "family"
Known = Mapping[str, Collection[str]]
Missing = list[tuple[Path_, str, str]]


def reference_problems(plain: Plain, themes: Collection[str] | None) -> list[Problem]:
    """One problem per reference to an id that its section does not hold; relative dates of events are left to `resolve`.

    themes: the shared codes, or None where they could not be read and any code may stand.
    """
    if not isinstance(plain.content, dict):
        return []
    known = _known(plain, themes)
    told: dict[tuple[str, str, str], str] = {}
    problems = []
    missing: Missing = []
    _look(Chronology, plain.content, (), known, missing)
    listed = {section: f"({some(known[section])})" if known[section] else "(none is entered)" for _, section, _ in missing}
    for path, section, given in missing:
        key = next(str(step) for step in reversed(path) if isinstance(step, str))
        if (key, section, given) not in told:
            near = nearest(given, known[section]) if len(told) < MOST_HINTS else None
            told[key, section, given] = _sentence(key, section, given, listed[section], near)
        problems.append(Problem(plain.line(path), where(path, plain), told[key, section, given]))
    return problems


def _known(plain: Plain, themes: Collection[str] | None) -> dict[str, set[str]]:
    """The ids of each section; without those sections that may stand under a mistyped key or in a wrong shape."""
    content: Mapping[str, Any] = plain.content
    unsure = any(key not in Chronology.model_fields for key in content)
    known = {}
    for section in SECTIONS:
        entries = content.get(section)
        if isinstance(entries, list):
            ids = {entry["id"] for entry in entries if isinstance(entry, dict) and isinstance(entry.get("id"), str)}
            known[section] = {one for one in ids if (section, one) not in plain.made}
        elif entries is None and not unsure and section not in ("agencies", "events"):
            known[section] = set()
    for section, more in (("agencies", {FAMILY}), ("themes", themes)):
        if more is None:
            known.pop(section, None)
        elif section in known:
            known[section] |= set(more)
    return known


def _sentence(key: str, section: str, given: str, listed: str, near: str | None) -> str:
    noun = SECTIONS[section]
    called = noun if key in (section, noun) else f"{key}: {noun}"
    hint = f"; the nearest is '{near}'" if near else ""
    place = "to timelines/themes.yaml or under themes" if section == "themes" else f"under {section}"
    return f"{called} '{given}' is not in this case {listed}{hint}. Correct it, or add it {place}."


def _look(kind: type[BaseModel], entry: Mapping[str, Any], path: Path_, known: Known, missing: Missing) -> None:
    """Add the path, section and id of every reference in an entry to an id that is not known."""
    keys = _keys(kind)
    for key, value in entry.items():
        if key not in keys:
            continue
        section, inner = keys[key]
        if inner:
            _inside(inner, value, (*path, key), known, missing)
        elif section == "ends" or (section == "dates" and isinstance(value, dict)):
            _dates(section, value, (*path, key), known, missing)
        elif section in known:
            for index, one in enumerate(value if isinstance(value, list) else (value,)):
                if isinstance(one, str) and one not in known[section] and is_id(one):
                    missing.append(((*path, key, index), section, one))


def _inside(kind: type[BaseModel], value: Any, path: Path_, known: Known, missing: Missing) -> None:
    if isinstance(value, list):
        for index, one in enumerate(value):
            if isinstance(one, dict):
                _look(kind, one, (*path, index), known, missing)
    elif isinstance(value, dict):
        _look(kind, value, path, known, missing)
    elif kind is Moment and isinstance(value, str) and is_id(value) and (path[-1], value) != ("met_by", "never"):
        _event(value, path, known, missing)


def _dates(section: str, value: Any, path: Path_, known: Known, missing: Missing) -> None:
    if isinstance(value, dict) and (path[0] != "events" or path[2] != "date"):
        for key in ("after", "before"):
            if isinstance(value.get(key), str) and is_id(value[key]):
                _event(value[key], path, known, missing)
    elif section == "ends" and names_event(value):
        _event(value, path, known, missing)


def _event(given: str, path: Path_, known: Known, missing: Missing) -> None:
    if given not in known.get("events", (given,)):
        missing.append((path, "events", given))


@cache
def _keys(kind: type[BaseModel]) -> dict[str, tuple[str, type[BaseModel] | None]]:
    """The keys of a model that refer, each with the section it refers to or the model that stands inside it."""
    found: dict[str, tuple[str, type[BaseModel] | None]] = {}
    for name, field in kind.model_fields.items():
        parts = [*field.metadata, *_parts(field.annotation)]
        sections = [one.section for one in parts if isinstance(one, Ref)]
        models = [one for one in parts if isinstance(one, type) and issubclass(one, BaseModel)]
        if models:
            found[field.alias or name] = ("", models[0])
        elif sections and sections[0] in (*SECTIONS, "dates", "ends"):
            found[field.alias or name] = (sections[0], None)
    return found


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    yield from getattr(annotation, "__metadata__", ())
    for inner in get_args(annotation):
        yield from _parts(inner)
