"""The child on one day: how old, where living, last seen by whom and how long before, all as knowable that day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from measures.between import days_between
from measures.last_seen import encounters
from measures.wording import counted, window

HOMES = ("home", "placement", "custody")
MONTHS_OLD = 24


def that_day(
    person: Any, periods: pd.DataFrame, events: pd.DataFrame, day: pd.Timestamp, names: Mapping[str, str], disclosure: str
) -> tuple[str, ...]:
    """Sentences on a person on a day. periods and events: only what was knowable by then (see measures.tunnel).

    Blank where no day is known, or after the person's death.
    """
    if person is None or pd.isna(day) or (pd.notna(person.died_latest) and person.died_latest < day):
        return ()
    if pd.notna(person.born_earliest) and day < person.born_earliest:
        return ("Not yet born.",)
    found = (age_words(person, day), *home_words(person.person_id, periods, day, disclosure))
    return (*(one for one in found if one), seen_words(person, events, day, names, disclosure))


def age_words(person: Any, day: pd.Timestamp) -> str:
    """'13 months old', '12 or 13 months old', '3 years old'; blank where no birth is recorded."""
    if pd.isna(person.born_earliest) or pd.isna(person.born_latest):
        return ""
    if day < person.born_latest:
        return "Born about now."
    least, most = (_months(born, day) for born in (person.born_latest, person.born_earliest))
    noun, step = ("month", 1) if least < MONTHS_OLD else ("year", 12)
    low, high = least // step, most // step
    if high < 1:
        return "Under a month old."
    said = counted(high, noun) if low == high else f"{low} {'or' if high == low + 1 else 'to'} {counted(high, noun)}"
    return f"{said} old."


def _months(born: pd.Timestamp, day: pd.Timestamp) -> int:
    whole = (day.year - born.year) * 12 + day.month - born.month
    return int(whole - (1 if day.day < born.day else 0))


def home_words(person: str, periods: pd.DataFrame, day: pd.Timestamp, disclosure: str) -> list[str]:
    """Where the person is living, for how long where that began on one day; else where they may be: what has begun and is not surely over."""
    own = periods[periods["kind"].isin(HOMES) & periods["people"].map(lambda ids: person in ids).astype(bool)]
    left = own[own["to_latest"].isna() | (own["to_latest"] >= day)]
    sure = left[(left["from_latest"] <= day) & (left["to_earliest"] > day)]
    found = sure if len(sure) else left
    words = []
    for home in found.sort_values("from_earliest", ascending=False, kind="stable").itertuples():
        exact = home.from_earliest == home.from_latest and disclosure in ("exact", "relative")
        since = (
            f", for {counted((day - home.from_earliest).days, 'day')}" if len(sure) and exact and day > home.from_earliest else ""
        )
        words.append(f"{'Living' if len(sure) else 'Perhaps living'}: {home.title}{since}.")
    return words[:2]


def seen_words(person: Any, events: pd.DataFrame, day: pd.Timestamp, names: Mapping[str, str], disclosure: str) -> str:
    """'Last seen by a professional on 2 October 2015, 34 days before, by Ealing.', as far as entered; months only where days may not be told."""
    found = encounters(events, person.person_id)
    found = found[found["dated"] & (found["earliest"] <= day)]
    if found.empty:
        return "No professional is recorded as having seen them by then."
    last = found.sort_values(["latest", "earliest"], kind="stable").iloc[-1]
    who = names.get(last["agency"], last["agency"])
    if disclosure in ("month", "season"):
        return f"Last seen by a professional in {window(last['earliest'], last['latest'], disclosure)} ({who})."
    if last["earliest"] == last["latest"] == day:
        return f"Seen by a professional that day ({who})."
    least, most = _before(found, day)
    ago = counted(most, "day") if least == most else f"{f'{least} to' if least else 'up to'} {counted(most, 'day')}"
    return f"Last seen by a professional {_on(last, day, disclosure)}, {ago} before ({who})."


def _before(found: pd.DataFrame, day: pd.Timestamp) -> tuple[int, int]:
    """The least and the most days since the last sighting, however the blurred windows fall; none lies after the day."""
    today = found.iloc[0].copy()
    today["earliest"] = today["latest"] = day
    today["anchor"], today["days_least"], today["days_most"] = "", 0, 0
    spans = [days_between(one, today) for one in found.itertuples()]
    return max(0, int(min(least for least, _ in spans))), int(min(most for _, most in spans))


def _on(last: Any, day: pd.Timestamp, disclosure: str) -> str:
    """'on 2 October 2015', 'between 21 September and 2 October 2015', 'in June 2015'; a window is cut at the day."""
    if last["earliest"] == last["latest"]:
        return f"{'' if disclosure == 'relative' else 'on '}{window(last['earliest'], last['latest'], disclosure)}"
    words = window(last["earliest"], min(last["latest"], day), disclosure)
    return f"between {words.replace(' to ', ' and ')}" if " to " in words and words[0].isdigit() else f"in {words}"


def on_record(known: pd.DataFrame, facts: Mapping[str, str], agencies: tuple[str, ...], most: int = 4) -> pd.DataFrame:
    """One row per agency, in the order given: agency, facts (titles of the latest it knows or holds, at most so many), more (how many others).

    known: rows of measures.knowledge.known_on of that morning; facts: titles by id, without those known only later.
    """
    held = known[known["status"].isin(["knows", "holds"]) & known["fact_id"].isin(list(facts))]
    held = held.sort_values(["latest", "earliest"], kind="stable")
    rows = []
    for agency in agencies:
        titles = [facts[one] for one in held.loc[held["agency"] == agency, "fact_id"]]
        rows.append((agency, tuple(titles[-most:]), max(0, len(titles) - most)))
    return pd.DataFrame(rows, columns=["agency", "facts", "more"])
