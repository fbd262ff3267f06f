"""One view of a case, as its link says it: filters, range, chosen event; by id, and only what is not the default."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any

from loaders import Case
from measures.choice import Choice

PRACTICE = ("all", "missed", "good", "hidden")
PASSED = ("all", "chosen", "none")
AXES = ("true", "even", "cut")
LISTS = ("phases", "hide", "kinds", "people")
FLAGS = ("points", "stated", "later", "silence", "clocks", "listed", "contact")


@dataclass(frozen=True)
class View:
    """Everything a link to the timeline can say. Blank is the default everywhere.

    phases, people: only these; hide, kinds: all but these agencies and kinds; practice, points, stated:
    as in `Choice`; later: "1" shows what was known only later; q: search; start, end: the days in view;
    event: the chosen one; axis, passed: how the axis and the arrows are drawn; fact: the one to follow;
    day, reader: the view from the tunnel: what that agency could know on that day; lay: axis, heading or theme.
    point: the chosen practice point; theme, agency, find: only the points of that theme, of that agency,
    with those words ("-" as theme or agency: points that name none).
    cell: the agency whose knowing of `fact` is open; listed: "1" shows who knew what as a list.
    person: whose sightings the page of silence and sight shows; contact: "1" shows any contact instead.
    """

    phases: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    practice: str = ""
    points: str = ""
    stated: str = ""
    later: str = ""
    q: str = ""
    start: str = ""
    end: str = ""
    event: str = ""
    axis: str = ""
    passed: str = ""
    fact: str = ""
    silence: str = ""
    clocks: str = ""
    day: str = ""
    reader: str = ""
    lay: str = ""
    point: str = ""
    theme: str = ""
    agency: str = ""
    find: str = ""
    person: str = ""
    contact: str = ""
    cell: str = ""
    listed: str = ""

    def choice(self) -> Choice:
        """The filters among it."""
        return Choice(
            phases=self.phases,
            hide_agencies=self.hide,
            hide_kinds=self.kinds,
            people=self.people,
            practice=self.practice or "all",
            only_points=self.points == "1",
            stated=self.stated == "1",
            later=self.later == "1",
            search=self.q,
        )

    def params(self) -> dict[str, str]:
        """The view as URL parameters."""
        found = {}
        for key, value in asdict(self).items():
            if value:
                found[key] = ".".join(value) if isinstance(value, tuple) else value
        return found

    def but(self, **changes: Any) -> View:
        """The same view with some of it changed."""
        return replace(self, **changes)


def read_view(params: Mapping[str, str], case: Case) -> tuple[View, list[str]]:
    """The view that URL parameters ask for, and a sentence for each part that this case does not have."""
    known = _known(case)
    found: dict[str, Any] = {}
    missing: list[str] = []
    for name in (field.name for field in fields(View)):
        given = str(params.get(name, ""))[:2000]
        if given:
            found[name], gone = _read(name, given, known)
            missing += [f"{name}: {one}" for one in gone]
    return View(**found), missing


def _known(case: Case) -> dict[str, Collection[str]]:
    """What the parts of a link that name something may name."""
    return {
        "phases": set(case.phases["phase_id"]),
        "hide": set(case.agencies["agency_id"]),
        "kinds": KINDS,
        "people": set(case.people["person_id"]),
        "event": set(case.events["event_id"]),
        "fact": set(case.facts["fact_id"]),
        "reader": set(case.agencies["agency_id"]),
        "practice": set(PRACTICE),
        "passed": set(PASSED),
        "axis": set(AXES),
        "lay": {"axis", "heading", "theme"},
        "point": set(case.practice["practice_id"]),
        "theme": {"-", *(theme for themes in case.practice["themes"] for theme in themes)},
        "agency": {"-", *case.agencies["agency_id"]},
        "person": set(case.people["person_id"]),
        "cell": set(case.agencies["agency_id"]),
    }


def _read(name: str, given: str, known: Mapping[str, Collection[str]]) -> tuple[Any, list[str]]:
    """What a part of a link sets, blank where it sets nothing, and what of it this case does not have."""
    if name in LISTS:
        words = given.split(".")
        return tuple(word for word in words if word in known[name]), [word for word in words if word not in known[name]]
    if name in FLAGS:
        return "1" if given == "1" else "", []
    if name in ("q", "find"):
        return given[:200], []
    fits = given in known[name] if name in known else _is_day(given)
    return (given, []) if fits else ("", [given])


def _is_day(given: str) -> bool:
    """Whether a link names a day of the calendar, in the years that a picture can span."""
    try:
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", given)) and 1800 <= date.fromisoformat(given).year <= 2200
    except ValueError:
        return False


KINDS = {"contact", "attempt", "referral", "exchange", "meeting", "assessment", "decision", "record", "incident", "life", "other"}
