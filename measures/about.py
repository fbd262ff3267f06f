"""What a case's file holds, in rows and words: who is in it, what was asked of whom, and how exact its dates are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from loaders.dates import Span
from measures.wording import counted, listed, window

SHOWN = {
    "exact": "As exactly as the source gives them",
    "month": "By month only, as this file asks",
    "season": "By season only, as this file asks",
    "relative": "As days from day 0 only, as this file asks",
}


def how_dated(events: pd.DataFrame) -> str:
    """'Of 6 events 3 have an exact day, 1 a window of days, 1 one open end and 1 no date'; kinds without an event are left out."""
    found = events["dating"].value_counts()
    words = {"exact": "an exact day", "blurred": "a window of days", "open": "one open end", "undated": "no date"}
    parts = [f"{found[dating]} {said}" for dating, said in words.items() if found.get(dating, 0)]
    if not parts:
        return "No event is entered"
    verb = "has" if found.get(next(one for one in words if found.get(one, 0))) == 1 else "have"
    first, _, rest = parts[0].partition(" ")
    return f"Of {counted(len(events), 'event')} {listed([f'{first} {verb} {rest}', *parts[1:]])}"


def agency_rows(agencies: pd.DataFrame, events: pd.DataFrame, practice: pd.DataFrame) -> pd.DataFrame:
    """One row per agency in the order of the lanes, without the family: name, part (of which body, in which role), sector, area, says, events, points, note.

    says: its contribution in words, blank where none is entered; events: of those given; points: ids of
    the practice points that name it, in order of number.
    """
    counts = events["agency"].value_counts()
    names = dict(zip(agencies["agency_id"], agencies["name"], strict=True))
    rows = []
    for agency in agencies[agencies["agency_id"] != "family"].itertuples():
        points = tuple(point.practice_id for point in practice.itertuples() if agency.agency_id in point.agencies)
        part = listed(
            [
                word
                for word in (agency.role, f"part of {names.get(agency.part_of, agency.part_of)}" if agency.part_of else "")
                if word
            ]
        )
        says = listed(list(agency.contribution)).capitalize()
        rows.append(
            (
                agency.agency_id,
                agency.name,
                part,
                agency.sector.capitalize(),
                agency.area,
                says,
                int(counts.get(agency.agency_id, 0)),
                points,
                agency.note,
            )
        )
    return pd.DataFrame(rows, columns=["agency_id", "name", "part", "sector", "area", "says", "events", "points", "note"])


def addressed(recommendations: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """One row per addressee and recommendation, addressees in the order they first come: to, recommendation_id.

    One made to two stands under both; one made to nobody stands under 'No addressee given'.
    """
    pairs = recommendations[["recommendation_id"]].assign(
        to=recommendations["to"].map(lambda ids: tuple(names.get(one, one) for one in ids) or ("No addressee given",))
    )
    pairs = pairs.explode("to").reset_index(drop=True)
    order = {to: place for place, to in enumerate(dict.fromkeys(pairs["to"]))}
    return pairs.sort_values("to", key=lambda column: column.map(order), kind="stable")[["to", "recommendation_id"]].reset_index(
        drop=True
    )


def points_by(practice: pd.DataFrame, column: str) -> dict[str, tuple[str, ...]]:
    """Practice points by what they lead to (findings or recommendations), in order of number."""
    found: dict[str, list[str]] = {}
    for point, ids in zip(practice["practice_id"], practice[column], strict=True):
        for one in ids:
            found.setdefault(one, []).append(point)
    return {one: tuple(points) for one, points in found.items()}


def span_words(earliest: Any, latest: Any, disclosure: str = "exact", word: str = "") -> str:
    """A day or an end in words, blank where nothing is recorded; an open end is no more exact than the file's dates may be.

    word: 'ongoing' or 'not known', which stand for themselves.
    """
    if pd.isna(earliest) and pd.isna(latest):
        return word
    if disclosure in ("month", "season") and pd.isna(latest):
        return f"{window(earliest, earliest + pd.offsets.MonthEnd(0))} or later"
    if disclosure in ("month", "season") and pd.isna(earliest):
        return f"by {window(latest - pd.offsets.MonthBegin(1), latest)}"
    return window(earliest, latest, disclosure)


def scope_words(began: Span, ended: Span, disclosure: str = "exact") -> str:
    """The days a review looks at, blank where none are given; each end is as exact as the file gives it: 'April 2014 to 21 November 2015'."""
    ends = [[pd.NaT if day is None else pd.Timestamp(day) for day in (one.earliest, one.latest)] for one in (began, ended)]
    if all(one.known and one.earliest == one.latest for one in (began, ended)):
        return window(ends[0][0], ends[1][1], disclosure)
    first, last = (span_words(earliest, latest, disclosure) for earliest, latest in ends)
    if not (first and last):
        return f"{first} or later" if first else f"until {last}" if last else ""
    if first == last:
        return first
    return f"{first} {'until' if ' to ' in first + last else 'to'} {last}"


def life_words(person: Any, disclosure: str) -> str:
    """Age, birth and death as far as they are recorded: '13 months at death; born September to October 2014'."""
    born = span_words(person.born_earliest, person.born_latest, disclosure)
    died = span_words(person.died_earliest, person.died_latest, disclosure)
    return "; ".join(part for part in (person.age, f"born {born}" if born else "", f"died {died}" if died else "") if part)
