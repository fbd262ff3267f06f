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
    person: Any,
    periods: pd.DataFrame,
    events: pd.DataFrame,
    day: pd.Timestamp,
    names: Mapping[str, str],
    disclosure: str,
    now: Any = None,
    whose: str = "",
) -> tuple[str, ...]:
    """Sentences on a person on a day. periods and events: only what was knowable by then (see measures.tunnel), and what has no date.

    now, whose: as in seen_words. Blank where no day is known, or after the person's death; no home from the day on which they may have died.
    """
    if person is None or pd.isna(day) or (pd.notna(person.died_latest) and person.died_latest < day):
        return ()
    if pd.notna(person.born_earliest) and day < person.born_earliest:
        return ("Not yet born.",)
    lives = pd.isna(person.died_earliest) or person.died_earliest > day
    exact = now is None or now.earliest == now.latest
    homes = home_words(person.person_id, periods, day, disclosure, to_the_day=exact) if lives else []
    found = (age_words(person, day, day if exact or pd.isna(now.latest) else now.latest), *homes)
    return (*(one for one in found if one), seen_words(person, events, day, names, disclosure, now, whose))


def age_words(person: Any, day: pd.Timestamp, until: pd.Timestamp) -> str:
    """'13 months old', '12 or 13 months old', '3 years old', from one day until another; blank where no birth is recorded."""
    if pd.isna(person.born_earliest) or pd.isna(person.born_latest):
        return ""
    if day < person.born_latest:
        return "Born about now."
    least, most = _months(person.born_latest, day), _months(person.born_earliest, until)
    noun, step = ("month", 1) if least < MONTHS_OLD else ("year", 12)
    low, high = least // step, most // step
    if high < 1:
        return "Under a month old."
    said = counted(high, noun) if low == high else f"{low} {'or' if high == low + 1 else 'to'} {counted(high, noun)}"
    return f"{said} old."


def _months(born: pd.Timestamp, day: pd.Timestamp) -> int:
    whole = (day.year - born.year) * 12 + day.month - born.month
    return int(whole - (1 if day.day < born.day else 0))


def home_words(person: str, periods: pd.DataFrame, day: pd.Timestamp, disclosure: str, *, to_the_day: bool = True) -> list[str]:
    """Where the person is living, for how long where that began on one day and this is one (to_the_day); else where they may be: what has begun and is not surely over."""
    own = periods[periods["kind"].isin(HOMES) & periods["people"].map(lambda ids: person in ids).astype(bool)]
    left = own[own["to_latest"].isna() | (own["to_latest"] >= day)]
    sure = left[(left["from_latest"] <= day) & (left["to_earliest"] > day)]
    found = sure if len(sure) else left
    words = []
    for home in found.sort_values("from_earliest", ascending=False, kind="stable").itertuples():
        exact = to_the_day and home.from_earliest == home.from_latest and disclosure in ("exact", "relative")
        since = (
            f", for {counted((day - home.from_earliest).days, 'day')}" if len(sure) and exact and day > home.from_earliest else ""
        )
        words.append(f"{'Living' if len(sure) else 'Perhaps living'}: {home.title}{since}.")
    return words[:2]


def seen_words(
    person: Any,
    events: pd.DataFrame,
    day: pd.Timestamp,
    names: Mapping[str, str],
    disclosure: str,
    now: Any = None,
    whose: str = "",
) -> str:
    """'Last seen by a professional on 2 October 2015, 34 days before (Ealing).', as far as entered; months only where days may not be told.

    now: the event of that day, where there is one: days are counted to its window. whose: the agency that could know this, blank for any.
    """
    found = encounters(events, person.person_id)
    dated = found[found["dated"] & (found["earliest"] <= day)].sort_values(["latest", "earliest"], kind="stable")
    words = _last(dated, day, names, disclosure, now, ", as far as dated," if len(found[~found["dated"]]) else "")
    if dated.empty:
        dates = "with a date " if len(found) > len(found[found["dated"]]) else ""
        words = f"no professional is recorded {dates}as having seen them by then."
    return f"As {whose} could know it, {words}" if whose else f"{words[0].upper()}{words[1:]}"


def _last(found: pd.DataFrame, day: pd.Timestamp, names: Mapping[str, str], disclosure: str, now: Any, dates: str) -> str:
    """The latest of these sightings in words; blank without any. dates: that there are others without a date."""
    if found.empty:
        return ""
    last = found.iloc[-1]
    who = names.get(last["agency"], last["agency"])
    if disclosure in ("month", "season"):
        return f"last seen by a professional{dates} in {window(last['earliest'], last['latest'], disclosure)} ({who})."
    vague = now is not None and now.earliest != now.latest
    if vague and now.event_id == last["event_id"]:
        return f"seen by a professional at this event ({who})."
    if last["earliest"] == last["latest"] == day and not vague:
        return f"seen by a professional that day ({who})."
    end = now.latest if vague and pd.notna(now.latest) else day
    return f"last seen by a professional{dates} {_on(last, end, disclosure)}{_ago(found, day, now)} ({who})."


def _ago(found: pd.DataFrame, day: pd.Timestamp, now: Any) -> str:
    """', 34 days before', ', 3 to 4 days before', ', at least 3 days before'; blank where the event has no date."""
    least, most = _before(found, day, now)
    if pd.isna(least) and pd.isna(most):
        return ""
    if pd.isna(most):
        return f", at least {counted(int(least), 'day')} before" if least else ""
    if least == most:
        return f", {counted(int(most), 'day')} before"
    return f", {f'{least:.0f} to' if least > 0 else 'up to'} {counted(int(most), 'day')} before"


def _before(found: pd.DataFrame, day: pd.Timestamp, now: Any) -> tuple[float, float]:
    """The least and the most days since the last sighting, however the blurred windows fall; none lies after the day. NaN: not known."""
    if now is None:
        now = found.iloc[0].copy()
        now["earliest"] = now["latest"] = day
        now["anchor"], now["days_least"], now["days_most"] = "", 0, 0
    if pd.isna(now.earliest) and pd.isna(now.latest):
        return float("nan"), float("nan")
    spans = pd.DataFrame([days_between(one, now) for one in found.itertuples()])
    return spans[0].clip(lower=0).min(), spans[1].min()


def _on(last: Any, day: pd.Timestamp, disclosure: str) -> str:
    """'on 2 October 2015', 'between 21 September and 2 October 2015', 'in June 2015'; a window is cut at the day."""
    end = min(last["latest"], day) if last["earliest"] < day else last["latest"]
    words = window(last["earliest"], end, disclosure)
    if disclosure == "relative":
        return words
    if last["earliest"] == end:
        return f"on {words}"
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
