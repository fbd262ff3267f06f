"""What stands in the margin of everything taken along: title, filters in words, marking, source, date; and its file's name."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import pandas as pd

from loaders import Case
from measures.choice import Choice
from measures.names import person_names, short_names
from measures.wording import listed, window

DISCLOSED = {
    "month": ("Dates are shown by month only",),
    "season": ("Dates are shown by season only",),
    "relative": ("Days are counted from day 0; no date is shown",),
}
CAUTION = "A published chronology is selective, and much contact is not the same as good help."


@dataclass(frozen=True)
class Sheet:
    """The words in the margin of an export. filters, method (how it was counted): one sentence each; taken: the day it was made;
    version: of the case file.
    """

    case_id: str
    title: str
    count: str
    filters: tuple[str, ...]
    marking: str
    source: str
    taken: datetime.date
    version: str = ""
    caution: str = CAUTION
    method: tuple[str, ...] = ()

    @property
    def date(self) -> str:
        return window(pd.Timestamp(self.taken), pd.Timestamp(self.taken))

    @property
    def made(self) -> str:
        """'Made on 22 November 2026 from child-k.yaml, version 3f2a91c'."""
        return f"Made on {self.date} from {self.file}"

    @property
    def file(self) -> str:
        """'child-k.yaml, version 3f2a91c'."""
        return f"{self.case_id}.yaml{f', version {self.version}' if self.version else ''}"

    @property
    def shown(self) -> str:
        """What is shown and with which filters, as one text: '12 of 80 events. Only agencies: Police.'."""
        return f"{self.count}. {'. '.join(self.filters)}."

    @property
    def counted(self) -> str:
        """The method as one text; blank where nothing is counted."""
        return f"How it was counted: {' '.join(f'{one.rstrip(chr(46))}.' for one in self.method)}" if self.method else ""

    def name(self, what: str, ending: str) -> str:
        """A neutral file name: 'child-k-events-2026-11-22.csv'."""
        return f"{self.case_id}-{what}-{self.taken.isoformat()}.{ending}"


def sheet(
    case: Case, choice: Choice, count: str, taken: datetime.date, *, version: str = "", more: tuple[str, ...] = ()
) -> Sheet:
    """The margin of a view of a case. count: how many events are left; more: sentences about the view beside its filters."""
    said = (*filters(case, choice), *(one for one in more if one), *DISCLOSED.get(case.about.disclosure, ()))
    return Sheet(case.id, case.title, count, said, case.about.marking, source(case), taken, version)


def source(case: Case) -> str:
    """The report, who commissioned it, and when it was published, as far as the file says."""
    about = case.about
    known = case.published.earliest and case.published.latest and about.disclosure != "relative"
    published = window(_day(case.published.earliest), _day(case.published.latest), about.disclosure) if known else ""
    named = [about.report or about.review_type, listed(list(about.commissioned_by)), published]
    return ", ".join(one for one in named if one) or "The case file names no report"


def _day(day: datetime.date | None) -> pd.Timestamp:
    return pd.NaT if day is None else pd.Timestamp(day)


def filters(case: Case, choice: Choice) -> tuple[str, ...]:
    """Every filter of a choice in words; none is said too: 'No filter'."""
    agencies = short_names(case)
    people = person_names(case)
    phases = dict(zip(case.phases["phase_id"], case.phases["title"], strict=True))
    said = [
        _only("phases", [phases.get(one, one) for one in choice.phases]),
        _without("agencies", [one for one in agencies if one in set(case.events["agency"])], choice.hide_agencies, agencies),
        _without("kinds", list(dict.fromkeys(case.events["kind"])), choice.hide_kinds, {"life": "family life"}),
        _only("people", [people.get(one, one) for one in choice.people]),
        {
            "missed": "Practice points: missed opportunities only",
            "good": "Practice points: good practice only",
            "hidden": "Practice points are hidden",
        }.get(choice.practice, ""),
        "Only practice points the review itself states" if choice.stated and choice.practice != "hidden" else "",
        "Only events of a practice point" if choice.only_points else "",
        f"Search: {choice.search}" if choice.search else "",
        "What was known only later is shown" if choice.later else "",
    ]
    return tuple(one for one in said if one) or ("No filter",)


def _only(what: str, names: list[str]) -> str:
    return f"Only {what}: {listed(names)}" if names else ""


def _without(what: str, known: list[str], hidden: tuple[str, ...], names: dict[str, str]) -> str:
    """The shorter of the two ways to say it: what is shown, or what is left out."""
    out = [one for one in known if one in hidden]
    kept = [one for one in known if one not in hidden]
    if not out:
        return ""
    if not kept:
        return f"Without any {what}"
    word, said = ("Only", kept) if len(kept) < len(out) else ("Without", out)
    return f"{word} {what}: {listed([names.get(one, one) for one in said])}"


def days_in_view(start: str, end: str, disclosure: str) -> str:
    """The zoomed range in words, no more exact than the case's dates: whole months where days may not be shown."""
    if not start and not end:
        return ""
    first = pd.Timestamp(start) if start else pd.NaT
    last = pd.Timestamp(end) if end else pd.NaT
    if disclosure in ("month", "season"):
        first = first if pd.isna(first) else first.replace(day=1)
        last = last if pd.isna(last) else last + pd.offsets.MonthEnd(0)
    return f"Days in view: {window(first, last, disclosure)}"
