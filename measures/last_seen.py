"""Who saw a person last, the stretches between, and the longest time between two recorded events of an agency."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from measures.between import days_between
from measures.silences import FAMILY, silences
from measures.wording import counted, window

COUNTED = ("contact", "meeting")
LEAST_SILENCE = 7
STRETCH = "after before least_days most_days may_from from_day to_day may_to".split()


def visible(events: pd.DataFrame, later: bool) -> pd.DataFrame:
    """The events that may be shown: without `later`, none that was known only later."""
    return events if later else events[~events["hindsight"].astype(bool)]


def people_seen(people: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """One row per person (person_id, name, seen): those whom an agency ever saw in person first, else in file order."""
    found = people[["person_id", "name"]].copy()
    found["seen"] = [bool(_saw(events, person).any()) for person in people["person_id"]]
    return found.sort_values("seen", ascending=False, kind="stable").reset_index(drop=True)


def _saw(events: pd.DataFrame, person: str) -> pd.Series:
    seen = [person in one or person in alone for one, alone in zip(events["seen"], events["seen_alone"], strict=True)]
    happened = ~events["planned"].astype(bool) & (events["agency"] != FAMILY)
    return pd.Series(seen, index=events.index, dtype=bool) & happened


def encounters(events: pd.DataFrame, person: str, *, any_contact: bool = False) -> pd.DataFrame:
    """One row per event in which an agency saw `person`, dated or not, by earliest then latest day, undated last.

    any_contact: also its contacts, meetings and attempts that name the person in any way. Adds to the
    event's own columns: dated (both ends known), alone (seen without its carers, as far as the file says)
    and ends: whether it ends a stretch. An attempt never does; nor does what was only planned, which is left out.
    """
    saw = _saw(events, person)
    wanted = saw
    if any_contact:
        named = zip(events["people"], events["with"], strict=True)
        about = pd.Series([person in people or person in met for people, met in named], index=events.index, dtype=bool)
        happened = ~events["planned"].astype(bool) & (events["agency"] != FAMILY)
        wanted = saw | (about & happened & events["kind"].isin([*COUNTED, "attempt"]))
    found = events[wanted].copy()
    found["dated"] = found["earliest"].notna() & found["latest"].notna()
    found["alone"] = [person in people for people in found["seen_alone"]]
    found["ends"] = (found["kind"] != "attempt") | saw[wanted]
    return found.sort_values(["earliest", "latest", "order"], na_position="last", kind="stable").reset_index(drop=True)


def stretches(found: pd.DataFrame) -> pd.DataFrame:
    """One row per stretch that is sure to hold none of the events, in order: after, before (event ids) and its days.

    least_days and most_days run from one event to the next and hold however the blurred dates fall: 13 July
    to between 21 September and 2 October is 70 to 81, and no more than 81 if another event stands on
    2 October. from_day to to_day is sure (NaT where only the days' number is known, from a chain of dates);
    may_from and may_to are how far it may reach.
    """
    dated = found[found["ends"] & found["dated"]]
    least, most = _pairs(dated)
    rows = []
    for place in range(1, len(dated)):
        days = least[:place, place:].min()
        if days >= 1:
            rows.append((*_edges(dated.iloc[:place], dated.iloc[place:]), days, most[:place, place:].min()))
    names = ["after", "before", "may_from", "from_day", "to_day", "may_to", "least_days", "most_days"]
    return pd.DataFrame(rows, columns=names)[STRETCH]


def _pairs(dated: pd.DataFrame) -> tuple[Any, Any]:
    """Least and most days from each event to each other, exact along a chain: rows from, columns to."""
    first, last = (dated[name].to_numpy().astype("datetime64[D]").astype(int) for name in ("earliest", "latest"))
    start, end = dated["days_least"].to_numpy(), dated["days_most"].to_numpy()
    anchor = dated["anchor"].to_numpy()
    chained = anchor[:, None] == anchor[None, :]
    least = np.where(chained, start[None, :] - end[:, None], first[None, :] - last[:, None])
    return least, np.where(chained, end[None, :] - start[:, None], last[None, :] - first[:, None])


def _edges(earlier: pd.DataFrame, later: pd.DataFrame) -> tuple[Any, ...]:
    after = earlier.sort_values(["latest", "earliest"], kind="stable").iloc[-1]
    before = later.sort_values(["earliest", "latest"], kind="stable").iloc[0]
    start, end = after["latest"], before["earliest"]
    sure = (start, end) if start < end else (pd.NaT, pd.NaT)
    return after["event_id"], before["event_id"], earlier["earliest"].max(), *sure, later["latest"].min()


def gap_bars(found: pd.DataFrame) -> pd.DataFrame:
    """The stretches of any professional (agency ""), then of each agency with two or more dated events, with words."""
    parts = [stretches(found).assign(agency="")]
    counts = found[found["ends"] & found["dated"]].groupby("agency", sort=False).size()
    parts += [stretches(found[found["agency"] == one]).assign(agency=one) for one in counts[counts > 1].index]
    filled = [part for part in parts if len(part)]
    bars = pd.concat(filled, ignore_index=True) if filled else parts[0]
    bars["words"] = [stretch_words(one.least_days, one.most_days) for one in bars.itertuples()]
    return bars


def stretch_words(least: float, most: float) -> str:
    """A stretch in words: '48 days', 'at least 70 days (70 to 81)'."""
    sure = counted(int(least), "day")
    return sure if least == most else f"at least {sure} ({least:.0f} to {most:.0f})"


def last_seen(found: pd.DataFrame, zero: Any = None) -> pd.DataFrame:
    """One row per agency among the sightings, the latest first, those without a date last.

    found: rows of `encounters`; zero: the row of the incident, where it may be shown. Returns agency,
    event_id (the one that may be the last; sightings surely after day 0 count only where there is no
    other), earliest, latest (the days on which the last one can lie), undated (how many more have no
    date), alone, source, and least_before, most_before: days before day 0, negative after it, NaN where not known.
    A sighting whose date is written to come before another of them is never the last.
    """
    rows = [_last(agency, own, zero) for agency, own in found.groupby("agency", sort=False)]
    names = "agency event_id earliest latest undated alone title source least_before most_before".split()
    rows.sort(key=lambda row: (pd.isna(row[2]), 0 if pd.isna(row[2]) else -row[3].toordinal(), str(row[0])))
    return pd.DataFrame(rows, columns=names)


def _last(agency: Any, own: pd.DataFrame, zero: Any) -> tuple[Any, ...]:
    dated = own[own["dated"]]
    nan = float("nan")
    if dated.empty:
        one = own.iloc[-1]
        return agency, one.event_id, pd.NaT, pd.NaT, len(own), bool(one.alone), one.title, one.source, nan, nan
    before = [days_between(one, zero) if zero is not None else (nan, nan) for one in dated.itertuples()]
    kept = [place for place, (_, most) in enumerate(before) if not most < 0] or list(range(len(dated)))
    left = dated.iloc[kept]
    last = ~left["before"].isin(left["event_id"]).to_numpy()
    one = left[last].sort_values(["earliest", "latest"], kind="stable").iloc[-1]
    least = min(before[place][0] for place, may in zip(kept, last, strict=True) if may)
    most = min(before[place][1] for place in kept)
    days = left["earliest"].max(), left["latest"].max()
    return agency, one.event_id, *days, len(own) - len(dated), bool(one.alone), one.title, one.source, least, most


def never_saw(events: pd.DataFrame, person: str) -> pd.DataFrame:
    """One row per agency that was in touch about `person` and never saw them, in what is entered.

    Returns agency, event_id (its last contact, meeting or attempt), title, source, contacts and attempts (lines of each).
    """
    touch = encounters(events, person, any_contact=True)
    own = touch[~touch["agency"].isin(touch.loc[_saw(touch, person), "agency"])]
    rows = []
    for agency, lines in own.groupby("agency", sort=False):
        last = lines.iloc[lines["dated"].to_numpy().nonzero()[0][-1]] if lines["dated"].any() else lines.iloc[-1]
        tried = int((lines["kind"] == "attempt").sum())
        rows.append((agency, last["event_id"], last["title"], last["source"], len(lines) - tried, tried))
    return pd.DataFrame(rows, columns="agency event_id title source contacts attempts".split())


def before_words(least: float, most: float) -> str:
    """Days before day 0: '49 days', '49 to 60 days', 'on day 0', '3 days after', '4 days before to 2 days after'."""
    if pd.isna(least) or pd.isna(most):
        return "not known"
    if least == most == 0:
        return "on day 0"
    if most <= 0:
        return f"{before_words(-most, -least)} after"
    if least < 0:
        return f"{counted(int(most), 'day')} before to {counted(int(-least), 'day')} after"
    return counted(int(most), "day") if least == most else f"{least:.0f} to {counted(int(most), 'day')}"


def _moment(event: Any, disclosure: str) -> str:
    """Its days in a sentence: '13 July 2015', 'between 21 September and 2 October 2015', 'November 2015'."""
    return _between(window(event["earliest"], event["latest"], disclosure), event)


def _between(words: str, event: Any) -> str:
    blurred = event.dating == "blurred" and not event.lasts
    return f"between {words.replace(' to ', ' and ')}" if blurred and words[:1].isdigit() and " to " in words else words


def mark_words(event: Any, disclosure: str, year: int | None) -> str:
    """The days of a mark in a figure: '10 Jul', 'between 21 Sep and 2 Oct', 'November'; without `year` where the axis is all of it."""
    words = window(event.earliest, event.latest, disclosure, short=True)
    if disclosure != "relative" and year:
        words = words.removesuffix(f" {year}")
    words = _between(words, event)
    return f"about {words}" if event.approximate else words


def longest_silences(events: pd.DataFrame, least: int = LEAST_SILENCE) -> pd.DataFrame:
    """One row per agency: its longest time between two recorded events of which at least `least` days are sure, longest first.

    Returns agency, after, before, least_days, most_days (from one event to the next) and others: how many
    events of other agencies surely lie within.
    """
    rows = []
    for one in silences(events).drop_duplicates("agency").itertuples():
        rows.append((one.agency, one.after, one.before, one.at_least_days + 1, _most(events, one), one.others, one.at_least_days))
    names = "agency after before least_days most_days others silent".split()
    found = pd.DataFrame(rows, columns=names)
    return found[found["silent"] >= least].drop(columns="silent").reset_index(drop=True)


def _most(events: pd.DataFrame, one: Any) -> float:
    """The most days of a silence: no more than from any event surely before it to any surely after it."""
    by_id = {event.event_id: event for event in events.itertuples()}
    after, before = by_id[one.after], by_id[one.before]
    own = [event for event in by_id.values() if one.agency in (event.agency, *event.present) and event.latest == event.latest]
    earlier = [after, *(event for event in own if event.latest <= after.latest and event.earliest == event.earliest)]
    later = [before, *(event for event in own if event.earliest >= before.earliest)]
    return float(min(days_between(first, then)[1] for first in earlier for then in later))


def finding(name: str, bars: pd.DataFrame, found: pd.DataFrame, disclosure: str, what: str = "sight") -> str:
    """What a picture of sightings shows, in one sentence."""
    own = bars[bars["agency"] == ""]
    dated = found[found["ends"] & found["dated"]]
    many = counted(
        len(dated),
        "dated sighting" if what == "sight" else "dated contact or meeting",
        "dated contacts and meetings" if what != "sight" else "",
    )
    if own.empty:
        return f"{name}: {many}{', and no time between two of them is sure' if len(dated) > 1 else ''}."
    longest = own.sort_values("least_days", ascending=False, kind="stable").iloc[0]
    by_id = found.set_index("event_id")
    ends = [_moment(by_id.loc[one], disclosure) for one in (longest["after"], longest["before"])]
    silent = counted(int(longest["least_days"]) - 1, "day")
    more = f"; no {what} recorded for {silent} or more" if longest["least_days"] > 1 else ""
    return f"{name}: {many}; the longest time between two is {longest['words']}, from {ends[0]} to {ends[1]}{more}."
