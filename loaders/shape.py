"""Plain values to the chronology model, with every problem of the file in the words of its readers."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from loaders import model
from loaders.model import NEEDS_ID, SECTIONS, Chronology
from loaders.nodes import Path_, Plain
from loaders.problems import Problem, cut, nearest, some
from loaders.values import no_id, not_one_text

ENTRIES: dict[str, type[BaseModel]] = {
    "case": model.CaseAbout,
    "agencies": model.Agency,
    "people": model.Person,
    "phases": model.Phase,
    "periods": model.Period,
    "events": model.Event,
    "practice": model.Practice,
    "findings": model.Finding,
    "recommendations": model.Recommendation,
    "facts": model.Fact,
    "clocks": model.Clock,
    "episodes": model.Episode,
    "discrepancies": model.Discrepancy,
    "themes": model.Theme,
    "shared_with": model.Share,
    "known_to": model.KnownTo,
    "starts": model.Moment,
    "met_by": model.Moment,
    "says": model.Reading,
}
NAMES = SECTIONS | {
    "case": "case",
    "shared_with": "share",
    "known_to": "known_to",
    "says": "reading",
    "starts": "starts",
    "met_by": "met_by",
}


def shaped(plain: Plain) -> tuple[Chronology | None, list[Problem]]:
    """The model, or None with the problems that stand in its way (those of the walk included)."""
    problems = list(plain.problems)
    content = plain.content
    if not isinstance(content, dict):
        kind = "a list" if isinstance(content, list) else "one text"
        text = f"the file is {kind}, not a mapping. Start with 'format: 1', then 'case:', 'agencies:' and 'events:'."
        return None, [*problems, Problem(plain.line(()), "", text)]
    for section, name in SECTIONS.items():
        if section in content:
            _to_list(plain, section, name, problems)
    try:
        chronology = Chronology.model_validate(content)
    except ValidationError as invalid:
        problems += [_problem(error, plain) for error in invalid.errors(include_url=False) if not _noise(error)]
        return None, problems
    return chronology, problems


def _to_list(plain: Plain, section: str, name: str, problems: list[Problem]) -> None:
    """Turn `id: entry` mappings into lists with ids, give ids where none is needed, refuse repeated ones."""
    entries = plain.content[section]
    if isinstance(entries, dict) and (not entries or any(isinstance(entry, dict) for entry in entries.values())):
        plain.content[section] = entries = _with_ids(plain, section, entries, problems)
    if not isinstance(entries, list):
        return
    taken = _taken(plain, section, name, entries, problems)
    if section not in NEEDS_ID:
        for index, entry in enumerate(entries):
            if isinstance(entry, dict) and "id" not in entry:
                entry["id"] = _free(f"{name}-{index + 1}", taken)
                plain.made.add((section, entry["id"]))


def _taken(plain: Plain, section: str, name: str, entries: list[Any], problems: list[Problem]) -> dict[str, int]:
    """The ids that entries have, each with its place; a repeated one is a problem."""
    taken: dict[str, int] = {}
    for index, entry in enumerate(entries):
        given = entry.get("id") if isinstance(entry, dict) else None
        if not isinstance(given, str):
            continue
        if given in taken:
            line, first = (plain.line((section, place, "id")) for place in (index, taken[given]))
            text = f"id '{given}' is already used on line {first}. Give each {name} an id of its own."
            problems.append(Problem(line, f"{name} {given}", text))
        taken.setdefault(given, index)
    return taken


def _with_ids(plain: Plain, section: str, entries: dict[str, Any], problems: list[Problem]) -> list[Any]:
    """The entries of an `id: entry` mapping as a list; lines move with them."""
    found = []
    moved = {}
    for index, (key, entry) in enumerate(entries.items()):
        moved[key] = index
        if isinstance(entry, dict):
            if entry.get("id", key) != key:
                text = f"the id is given twice, as '{key}' and as '{entry['id']}'. Keep the one before the colon."
                problems.append(Problem(plain.line((section, key, "id")), f"{SECTIONS[section]} {key}", text))
            entry = {**entry, "id": key}
        found.append(entry)
    for path in [path for path in plain.lines if len(path) > 1 and path[0] == section and path[1] in moved]:
        plain.lines[(section, moved[str(path[1])], *path[2:])] = plain.lines.pop(path)
    return found


def _free(wanted: str, taken: dict[str, int]) -> str:
    while wanted in taken:
        wanted += "-x"
    taken[wanted] = 0
    return wanted


def _noise(error: ErrorDetails) -> bool:
    """A clock's `met_by` is a word or a moment: the word's complaint about a moment says nothing."""
    return error["type"] == "literal_error" and "met_by" in error["loc"]


def where(path: Path_, plain: Plain) -> str:
    """The entry a path lies in, as its readers call it: `event home-visit`, `event 3` (the third), `case`."""
    if not path or path[0] not in NAMES:
        return ""
    if path[0] == "case" or len(path) < 2 or not isinstance(path[1], int):
        return "case" if path[0] == "case" else ""
    entry = plain.content[path[0]][path[1]]
    name = entry.get("id") if isinstance(entry, dict) else None
    given = isinstance(name, str) and (path[0], name) not in plain.made
    return f"{NAMES[str(path[0])]} {cut(name) if given else path[1] + 1}"


def _path(error: ErrorDetails, plain: Plain) -> Path_:
    """The error's place without the steps that only the model knows."""
    path: Path_ = ()
    for step in error["loc"][:-1]:
        if (*path, step) in plain.lines or isinstance(step, int):
            path = (*path, step)
    last = error["loc"][-1:]
    return (*path, *last) if not (last and str(last[0]) in ("Moment",)) else path


def _problem(error: ErrorDetails, plain: Plain) -> Problem:
    path = _path(error, plain)
    entry = path[:-1] if error["type"] in ("missing", "extra_forbidden") else path
    if error["type"] == "missing" and path in plain.lines:
        return Problem(plain.line(path), where(entry, plain), _blank(path))
    return Problem(plain.line(path), where(entry, plain), _sentence(error, path))


def _blank(path: Path_) -> str:
    """What to say of a key that every such entry needs, and that stands here with nothing behind it."""
    words = [str(step) for step in path if isinstance(step, str)]
    return f"key '{words[-1]}' is blank; every {_entry_name(words)} needs it. Fill it in."


def _sentence(error: ErrorDetails, path: Path_) -> str:
    words = [str(step) for step in path if isinstance(step, str)]
    key = words[-1] if words else ""
    if error["type"] == "value_error":
        said = str(error["ctx"]["error"])
        return f"{key} {said}"
    if error["type"] in ("string_type", "string_pattern_mismatch"):
        return f"{key} {(not_one_text if error['type'] == 'string_type' else no_id)(error['input'])}"
    if error["type"] == "missing":
        return f"key '{key}' is missing; every {_entry_name(words)} needs it. Add a line '{key}: ...'."
    if error["type"] == "extra_forbidden":
        return _unknown_key(key, words)
    if error["type"] == "literal_error":
        return _not_one_of(key, error)
    if error["type"] in ("string_too_long", "too_long"):
        most = error["ctx"]["max_length"]
        remedy = "Say it in fewer words, and put the rest in detail."
        return f"{key} has {len(error['input'])} characters; at most {most} fit. {remedy}"
    return _wrong_shape(key, path, error["input"])


def _entry_name(words: list[str]) -> str:
    named = [NAMES[word] for word in words[:-1] if word in NAMES]
    return named[-1] if named else "chronology"


def _unknown_key(key: str, words: list[str]) -> str:
    inside = [word for word in words[:-1] if word in ENTRIES]
    fields = (ENTRIES[inside[-1]] if inside else Chronology).model_fields
    known = sorted(field.alias or name for name, field in fields.items())
    near = nearest(key, known)
    remedy = f"The nearest is '{near}'." if near else f"Known here: {some(known, 30)}."
    article = _entry_name(words)
    return f"key '{cut(key)}' is not known in {'an' if article[0] in 'aeiou' else 'a'} {article}. {remedy}"


def _not_one_of(key: str, error: ErrorDetails) -> str:
    allowed = [str(one).strip() for one in error["ctx"]["expected"].replace(" or ", ", ").split(", ")]
    allowed = [word[1:-1] if word[:1] in "'\"" else word for word in allowed]
    if not isinstance(error["input"], str):
        kind = "a list" if isinstance(error["input"], list) else "a mapping"
        return f"{key} takes one word, not {kind}. Choose one of: {', '.join(allowed)}."
    near = nearest(error["input"], allowed)
    remedy = f"The nearest is '{near}'." if near else "Choose one of them."
    return f"{key} '{cut(error['input'])}' is not one of: {', '.join(allowed)}. {remedy}"


def _wrong_shape(key: str, path: Path_, given: Any) -> str:
    kind = "a list" if isinstance(given, list) else "a mapping" if isinstance(given, dict) else "one text"
    if path[-1:] == (key,) and key in SECTIONS:
        remedy = "Begin each entry with '- ', or with its id and a colon, and indent its keys below."
        return f"'{key}' takes entries, not {'texts' if kind == 'a mapping' else kind}. {remedy}"
    place = f"an entry of '{key}'" if isinstance(path[-1], int) else f"'{key}'"
    return f"{place} takes 'key: value' lines, not {kind}. Write them one below the other, all at one indent."
