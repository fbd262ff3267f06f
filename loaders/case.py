"""One chronology file to one case: checked whole, then handed on as frames."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from loaders.advice import advice
from loaders.building import Builder, both_ends
from loaders.dates import Span
from loaders.frames import FRAMES, events
from loaders.model import SECTIONS, CaseAbout, Chronology, Entry
from loaders.nodes import Path_, Plain, content_of, decoded, file_name, plain_text
from loaders.problems import ChronologyError, Problem
from loaders.quick import quick_plain
from loaders.references import reference_problems
from loaders.resolve import Placed, resolve
from loaders.settled import ENDINGS
from loaders.shape import shaped, where
from loaders.themes import read_themes
from loaders.values import Written, is_id, read_when


@dataclass(frozen=True)
class Case:
    """A case as every later room takes it: what it is, when what the review looks at began and ended, and its frames (see loaders.frames)."""

    about: CaseAbout
    file: str
    began: Span
    ended: Span
    published: Span
    themes: Mapping[str, str]
    events: pd.DataFrame
    shares: pd.DataFrame
    practice: pd.DataFrame
    phases: pd.DataFrame
    periods: pd.DataFrame
    agencies: pd.DataFrame
    people: pd.DataFrame
    findings: pd.DataFrame
    recommendations: pd.DataFrame
    facts: pd.DataFrame
    known_before: pd.DataFrame
    clocks: pd.DataFrame
    episodes: pd.DataFrame
    discrepancies: pd.DataFrame
    advice: pd.DataFrame

    def __getattr__(self, name: str) -> Any:
        """A frame that is still packed, unpacked when it is first asked for: see loaders.cache."""
        unpack = vars(self).get("_unpack")
        if unpack is None or name not in Case.__dataclass_fields__:
            raise AttributeError(name)
        vars(self)[name] = frame = unpack(name)
        return frame

    def columns(self, frame: str, names: Collection[str]) -> dict[str, Any]:
        """The values of some columns of a frame, which stays packed where it is: for counting through very many cases."""
        packed = vars(self).get("_columns")
        if packed is None or frame in vars(self):
            own = getattr(self, frame)
            return {name: own[name].to_numpy() for name in names}
        found: dict[str, Any] = packed(frame, names)
        return found

    @property
    def scope(self) -> Span:
        """The days the review looks at, as wide as its two ends allow: for axes. In words each end keeps its own width."""
        return Span(self.began.earliest, self.ended.latest)

    @property
    def id(self) -> str:
        return self.about.id

    @property
    def title(self) -> str:
        return self.about.title


def read_case(file: Path, themes: Mapping[str, str] | None = None) -> Case:
    """The case of one file. Raises ChronologyError with every problem of the file.

    themes: title by shared code, read beside the file where not given.
    """
    content = content_of(file)
    return case_of(content, file, read_themes(file.parent) if themes is None else themes)


def case_of(content: bytes, file: Path, themes: Mapping[str, str], any_theme: bool = False) -> Case:
    """The case of what a file holds; the same errors. any_theme: no list of codes could be read, so none can be called wrong."""
    name = file_name(file)
    with _no_collection():
        text = decoded(content, name)
        known = None if any_theme else themes
        quick = quick_plain(text)
        if quick:
            with suppress(ChronologyError):  # read again below, with every line, to say where
                return _checked(quick, file, themes, known)
        return _checked(plain_text(text, name), file, themes, known)


def _checked(plain: Plain, file: Path, themes: Mapping[str, str], known: Collection[str] | None) -> Case:
    name = file_name(file)
    chronology, problems = shaped(plain)
    placed, wrong = _placed(chronology, plain)
    missing = reference_problems(plain, known)
    problems += [*_misnamed(plain, file), *wrong, *missing]
    if chronology is None or missing:
        raise ChronologyError(name, problems)
    return _built(chronology, placed, plain, problems, name, themes)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Python's cyclic collector makes a big load up to 2.8 times slower, and a load leaves no cycles."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _misnamed(plain: Plain, file: Path) -> Iterator[Problem]:
    about = plain.content.get("case") if isinstance(plain.content, dict) else None
    given = about.get("id") if isinstance(about, dict) else None
    if isinstance(given, str) and is_id(given) and given != file.stem:
        yield Problem(plain.line(("case", "id")), "case", f"id '{given}' is not the file's name. {_renaming(file, given)}")


def _renaming(file: Path, given: str) -> str:
    """What to do about a file that is not called like its case: never to put it in the place of another one."""
    own = f"write 'id: {file.stem}'" if is_id(file.stem) else ""
    taken = [name for name in (f"{given}{ending}" for ending in ENDINGS) if _is_another(file.with_name(name), file)]
    if taken:
        remedy = f"{own[0].upper()}{own[1:]} here" if own else "Give this case an id of its own, and call its file so"
        return f"{taken[0]} is another file. {remedy}."
    return f"Call the file {given}.yaml{own and f', or {own}'}."


def _is_another(place: Path, file: Path) -> bool:
    """Whether a file lies there that is not this one: on some systems it answers to capital letters too."""
    try:
        return place.exists() and not (file.exists() and place.samefile(file))
    except OSError:  # a name too long for a file
        return False


def _placed(chronology: Chronology | None, plain: Plain) -> tuple[dict[str, Placed], list[Problem]]:
    """Each event's place by id, and what is wrong with its date; of a file in bad shape, of the dates that can be read."""
    if chronology:
        dates = {event.id: event.date for event in chronology.events}
    else:
        dates = {event_id: _readable(entry) for event_id, _, entry in _events(plain)}
    placed, wrong = resolve(dates, {name for section, name in plain.made if section == "events"})
    paths = {event_id: ("events", index) for event_id, index, _ in _events(plain)} if wrong else {}
    problems = [
        Problem(plain.line((*paths[event_id], "date")), where(paths[event_id], plain), text) for event_id, text in wrong.items()
    ]
    return placed, problems


def _events(plain: Plain) -> Iterator[tuple[str, int, dict[str, Any]]]:
    entries = plain.content.get("events") if isinstance(plain.content, dict) else None
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict) and isinstance(entry.get("id"), str):
            yield entry["id"], index, entry


def _readable(entry: dict[str, Any]) -> Written:
    try:
        return read_when(entry.get("date", "undated"))
    except ValueError:
        return Written("")


def _built(
    chronology: Chronology,
    placed: Mapping[str, Placed],
    plain: Plain,
    problems: list[Problem],
    name: str,
    themes: Mapping[str, str],
) -> Case:
    about = chronology.case
    places: dict[int, Path_] = {}

    def report(entry: Entry, text: str) -> None:
        if not places:
            places.update(_places(chronology))
        path = places[id(entry)]
        problems.append(Problem(plain.line(path), where(path, plain), text))

    build = Builder(chronology, placed, report)
    if about.disclosure == "relative" and not (build.incident and build.incident.span.known):
        text = "disclosure 'relative' counts from day 0, but no dated event is named as 'incident'. Name one."
        problems.append(Problem(plain.line(("case", "disclosure")), "case", text))
    paths = (("events", index) for index in range(len(chronology.events)))
    lines = {event.id: plain.lines.get(path) or plain.line(path) for event, path in zip(chronology.events, paths, strict=True)}
    began, ended = both_ends(build, about)
    published = build.date(about, about.published)
    found = {"events": events(build, lines), **{name: built(build) for name, built in FRAMES.items()}}
    if problems:
        raise ChronologyError(name, problems)
    own = {theme.id: theme.title for theme in chronology.themes}
    return Case(
        about=about if build.exact else about.model_copy(update={"from_": None, "to": None, "published": None}),
        file=name,
        began=began,
        ended=ended,
        published=published,
        themes={**themes, **own},
        advice=advice(chronology, found["events"], found["shares"], Span(began.earliest, ended.latest)),
        **found,
    )


def _places(chronology: Chronology) -> dict[int, Path_]:
    found: dict[int, Path_] = {id(chronology.case): ("case",)}
    for section in SECTIONS:
        for index, entry in enumerate(getattr(chronology, section)):
            found[id(entry)] = (section, index)
    return found
