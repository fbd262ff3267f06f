"""Silence and sight of all cases as rows: for the figure, for the table on the screen, and for what is taken along."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from loaders import Case
from measures.last_seen import before_words, stretch_words
from measures.names import names_of
from measures.wording import HIDDEN, counted, listed


@dataclass(frozen=True)
class AllSeen:
    """One row per case, and one per case and agency. cases: kept, so that their ids stay theirs."""

    cases: tuple[Case, ...]
    rows: pd.DataFrame
    silences: pd.DataFrame


def _told(cases: Mapping[str, Case], one: Any) -> bool:
    return bool(one.measured) and cases[one.case_id].about.disclosure not in HIDDEN


def gap_rows(cases: Mapping[str, Case], found: AllSeen) -> pd.DataFrame:
    """One row per measured case for the figure: its longest time between two sightings, the longest first; dated: how many have a date."""
    rows = []
    for one in found.rows.itertuples():
        if _told(cases, one):
            none = pd.isna(one.between_least)
            words = "no two sightings surely apart" if none else stretch_words(one.between_least, one.between_most)
            undated = f", {one.undated_sightings} of them without a date" if one.undated_sightings else ""
            more = f"{counted(one.sightings, 'sighting')}{undated}"
            dated = one.sightings - one.undated_sightings
            rows.append((one.case_id, cases[one.case_id].title, one.between_least, one.between_most, words, more, dated))
    made = pd.DataFrame(rows, columns=["key", "name", "least", "most", "words", "more", "dated"])
    return made.sort_values("least", ascending=False, na_position="last", kind="stable", ignore_index=True)


def finding(gaps: pd.DataFrame) -> str:
    """The longest sure time between two sightings of all cases, in a sentence. gaps: as `gap_rows` gives them."""
    bars = gaps.dropna(subset=["least"])
    if bars.empty:
        return "No case has two dated sightings that are surely apart."
    first, many = bars.iloc[0], counted(int((gaps["dated"] > 1).sum()), "case")
    return f"Of {many} with two dated sightings, the longest time between two is in {first['name']}: {first['words']}."


def not_measured(cases: Mapping[str, Case], found: AllSeen) -> str:
    """Which cases are not measured, and why."""
    few = [cases[one.case_id].title for one in found.rows.itertuples() if not one.measured]
    hidden = [cases[one.case_id].title for one in found.rows.itertuples() if one.measured and not _told(cases, one)]
    said = f"Not measured, because under half of its events have a usable date: {listed(few[:8])}." if few else ""
    months = (
        f" Days between cannot be shown for {listed(hidden[:8])}: dates are given to the month or season only." if hidden else ""
    )
    return f"{said}{months}"


def case_rows(cases: Mapping[str, Case], found: AllSeen) -> pd.DataFrame:
    """One row per case: last seen, time between, the longest silence of an agency, days without contact, attempts in a row."""
    longest = (
        found.silences.sort_values("least_days", ascending=False, kind="stable").drop_duplicates("case_id").set_index("case_id")
    )
    rows = [_case(cases[one.case_id], one, _told(cases, one), longest) for one in found.rows.itertuples()]
    heads = [
        "Case", "Who", "Sightings", "Without a date", "Alone", "Last seen before day 0", "By", "Longest between sightings",
        "Longest silence of an agency", "Days counted", "Surely without contact", "Possibly without", "Longest such run",
        "Contacts without a date", "Attempts in a row", "By whose doing",
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=heads)


DAYS = ["Days counted", "Surely without contact", "Possibly without", "Longest such run"]


def shown_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of `case_rows` for the screen, where a number that is not there says why."""
    return rows.assign(**{one: ["not measured" if pd.isna(days) else f"{days:.0f}" for days in rows[one]] for one in DAYS})


def _case(case: Case, one: Any, told: bool, longest: pd.DataFrame) -> tuple[Any, ...]:
    names = names_of(case)
    people = dict(zip(case.people["person_id"], case.people["name"], strict=True))
    counts = (
        case.title,
        people.get(one.person, ""),
        one.sightings,
        one.undated_sightings,
        str(one.alone) if one.alone else "not recorded",
    )
    row = _row_words(one, names)
    if not told:
        return (*counts, *["not measured"] * 4, None, None, None, None, one.undated, *row)
    between = "none surely apart" if pd.isna(one.between_least) else stretch_words(one.between_least, one.between_most)
    silence = "none surely silent"
    if case.id in longest.index and pd.notna(longest.loc[case.id, "least_days"]):
        own = longest.loc[case.id]
        days = own["least_days"], max(own["least_days"], own["most_days"])
        silence = f"{names.get(own['agency'], own['agency'])}: {stretch_words(*days)}"
    last = before_words(one.last_least, one.last_most)
    by = listed([names.get(agency, agency) for agency in one.last_by]) or "not known"
    return (*counts, last, by, between, silence, one.days, one.sure, one.possible, one.longest, one.undated, *row)


def _row_words(one: Any, names: Mapping[str, str]) -> tuple[str, str]:
    if not one.in_a_row:
        return "0", ""
    most = f", at most {one.in_a_row_most}" if one.in_a_row_most > one.in_a_row else ""
    doing = [(one.row_family, "by the family"), (one.row_service, "by the service"), (one.row_not_said, "not said")]
    return f"{names.get(one.in_a_row_by, one.in_a_row_by)}: {one.in_a_row}{most}", listed(
        [f"{many} {whose}" for many, whose in doing if many]
    )


def silence_rows(cases: Mapping[str, Case], found: AllSeen, opened: Collection[str]) -> pd.DataFrame:
    """One row per case and agency: its longest time between two recorded events, sure and possible, in days.

    opened: the cases whose content note was read; of others that have one no title of an event is told.
    """
    told = {name: case for name, case in cases.items() if name in opened or not case.about.content_note}
    titles = {name: dict(zip(case.events["event_id"], case.events["title"], strict=True)) for name, case in told.items()}
    rows = []
    for one in found.silences.itertuples():
        case = cases[one.case_id]
        days = (one.least_days, one.most_days) if case.about.disclosure not in HIDDEN else (float("nan"),) * 2
        ends = (titles.get(one.case_id, {}).get(event, "") for event in (one.after, one.before))
        rows.append((case.title, names_of(case)[one.agency], one.events, one.undated, *days, *ends))
    heads = ["Case", "Agency", "Events", "Without a date", "Surely at least days", "Possibly up to days", "From", "To"]
    return pd.DataFrame(rows, columns=heads)
