"""What a room may see at a step of the running order: the episode so far, as it was known then, and nothing ahead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from measures.last_seen import mark_words
from measures.tunnel import FAMILY, WHOLE, as_known, knowable, visible_shares
from measures.wording import days, listed, window

LONG_AGO = pd.Timestamp("1000-01-01").as_unit("s")
MODES = {"in person": "in person", "phone": "by phone", "letter": "by letter", "email": "by email", "online": "online"}


def step_ids(order: pd.DataFrame, step: int, *, ahead: bool = False) -> tuple[str, ...]:
    """The events of a step's episode that have come on by that step, in order; with `ahead`, all that will."""
    own = order[(order["number"] == order.at[step, "number"]) & (order["kind"] == "event")]
    kept = own if ahead or order.at[step, "kind"] in ("looking back", "pause") else own[own["step"] <= step]
    return tuple(event for ids in kept["event_ids"] for event in ids)


def on_stage(
    order: pd.DataFrame, step: int, events: pd.DataFrame, shares: pd.DataFrame, facts: pd.DataFrame, agency: str = ""
) -> pd.DataFrame:
    """One row per event of the episode that has come on by this step, in that order, as known on the step's day.

    agency: whose view, blank for all. The columns of events, and place (from 1, of the episode), focus (the
    step's own), sight (see measures.tunnel.knowable). What had not reached the agency is left out; no row
    has a detail. An event without a date may be known at its step by its own agency and whom it was told.
    """
    ids = step_ids(order, step)
    own = _in_order(events, ids)
    day = order.at[step, "day"]
    dated = own.assign(earliest=own["earliest"].fillna(LONG_AGO))
    found = knowable(dated, shares[shares["event_id"].isin(ids)], LONG_AGO if pd.isna(day) else day, agency)
    seen = as_known(own, facts, found).assign(sight=found["sight"].to_numpy(), place=range(1, len(own) + 1))
    seen["focus"] = seen["event_id"].isin(order.at[step, "event_ids"])
    return seen[seen["sight"] != ""].reset_index(drop=True)


def looking_back(order: pd.DataFrame, step: int, events: pd.DataFrame) -> pd.DataFrame:
    """One row per event of the episode, with those known only later: what the small lanes of a looking back show."""
    own = order[(order["number"] == order.at[step, "number"])]
    ids = [event for row in own["event_ids"] for event in row]
    return _in_order(events, tuple(ids)).assign(place=range(1, len(ids) + 1), focus=False, sight="own").reset_index(drop=True)


def _in_order(events: pd.DataFrame, ids: tuple[str, ...]) -> pd.DataFrame:
    return events.set_index("event_id", drop=False).loc[list(ids)].reset_index(drop=True)


def places(order: pd.DataFrame, step: int, events: pd.DataFrame) -> pd.DataFrame:
    """One row per event of the whole episode and no word of any: event_id, agency, earliest, latest, so that no mark moves later."""
    own = _in_order(events, step_ids(order, step, ahead=True))
    return no_later(order[order["number"] == order.at[step, "number"]], own)[["event_id", "agency", "earliest", "latest"]]


def no_later(steps: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """The events, the last day of one without a first no later than the day of its step, on which its mark stands."""
    days = {event: day for ids, day in zip(steps["event_ids"], steps["day"], strict=True) for event in ids}
    day = events["event_id"].map(days)
    return events.assign(latest=events["latest"].mask(events["earliest"].isna() & (day < events["latest"]), day))


def until(day: Any, disclosure: str) -> Any:
    """The last day drawn: the step's own, or the end of its month or season where no day may be shown."""
    months = {"month": 1, "season": 0 if pd.isna(day) else 3 - day.month % 3}.get(disclosure, 0)
    return day if pd.isna(day) or not months else day.replace(day=1) + pd.offsets.MonthEnd(months)


def arrows(seen: pd.DataFrame, shares: pd.DataFrame, day: Any, agency: str, names: Mapping[str, str]) -> pd.DataFrame:
    """One row per passing-on that shows at a step: event_id, from_agency, agency, sure (it is known to have arrived by then), words.

    That nobody looked at what arrived was seen later, and is not told.
    """
    whole = seen.loc[seen["sight"].isin(WHOLE), "event_id"]
    own = shares[shares["event_id"].isin(whole) & ~shares["hindsight"].astype(bool)]
    shown = visible_shares(own, day, agency) if pd.notna(day) else own.iloc[:0]
    shown = shown[shown["agency"] != shown["from_agency"]].copy()
    shown["sure"] = shown["outcome"] != "unclear"
    shown["words"] = [_arrival(one, names) for one in shown.itertuples()]
    return shown[["event_id", "from_agency", "agency", "sure", "words"]].reset_index(drop=True)


def _arrival(share: Any, names: Mapping[str, str]) -> str:
    name = names.get(share.agency, share.agency)
    if not share.sure:
        return f"sent to {name}"
    if share.days_least == share.days_most == 0:
        return f"reaches {name} the same day"
    took = "" if pd.isna(share.days_least) else f" after {days(share.days_least, share.days_most)}"
    return f"reaches {name}{took}"


@dataclass(frozen=True)
class Caption:
    """What the bar under the picture says: when, who and what kind in `meta`, the title, and a line of who and what.

    content: why the line opens on request only, blank where it need not.
    """

    meta: tuple[str, ...]
    title: str
    line: str
    content: tuple[str, ...] = ()


def caption(event: Any, passed: pd.DataFrame, facts: Mapping[str, str], names: Mapping[str, str], disclosure: str) -> Caption:
    """The words of an event of `on_stage`, its `with` called in_touch. passed: rows of `arrows`; facts: titles by id; names: of people and agencies."""
    kind = {"life": "Family life", "other": ""}.get(event.kind, event.kind.capitalize())
    source = ", ".join(paragraphs(event.source))
    when = when_words(event, disclosure)
    meta = (when, names.get(event.agency, event.agency), kind, source)
    return Caption(tuple(one for one in meta if one), event.title, _line(event, passed, facts, names), event.content)


def paragraphs(source: tuple[str, ...]) -> tuple[str, ...]:
    """The numbered paragraphs of a source: 'Finding 7' is the review's later judgement."""
    return tuple(one for one in source if one[:1].isdigit())


def without_findings(events: pd.DataFrame) -> pd.DataFrame:
    """The events with the numbered paragraphs of their sources alone."""
    return events.assign(source=events["source"].map(paragraphs))


def when_words(event: Any, disclosure: str, *, quoted: bool = False) -> str:
    """When: 'Thursday 5 November 2015', 'Between 27 October and 5 November 2015'.

    quoted: with the source's own words for it, which may tell what is still ahead: '..., “late October”'.
    """
    words = window(event.earliest, event.latest, disclosure)
    if event.dating == "exact" and disclosure == "exact":
        words = f"{event.earliest.day_name()} {words}"
    elif event.dating == "blurred" and not event.lasts and " to " in words and words[0].isdigit():
        words = f"between {words.replace(' to ', ' and ')}"
    words = f"about {words}" if event.approximate else words
    said = [event.time, f"“{event.date_text}”" if quoted and event.date_text else "", event.length]
    return ", ".join([f"{words[0].upper()}{words[1:]}", *(one for one in said if one)])


def _line(event: Any, passed: pd.DataFrame, facts: Mapping[str, str], names: Mapping[str, str]) -> str:
    def named(ids: tuple[str, ...]) -> str:
        return listed([names.get(one, one) for one in ids])

    by = [f"by {named(event.by)}" if event.by else "", *(MODES.get(one, one) for one in event.mode)]
    told = [facts.get(one, "") for one in event.facts] if _reached(event) else []
    sentences = [
        "Planned" if event.planned else "",
        "Accounts of this differ" if event.disputed else "",
        event.outcome,
        ", ".join(one for one in by if one),
        f"with {named(event.in_touch)}" if event.in_touch else "",
        f"seen: {named(event.seen)}" if event.seen else "",
        f"seen alone: {named(event.seen_alone)}" if event.seen_alone else "",
        f"also there: {named(event.present)}" if event.present else "",
        f"reported by {named(event.reported_by)}" if event.reported_by else "",
        f"by the account of {named(event.according_to)}" if event.according_to else "",
        f"what it told: {'; '.join(one for one in told if one)}" if any(told) else "",
        listed([one.words for one in passed.itertuples() if one.event_id == event.event_id]),
    ]
    return " ".join(f"{one[0].upper()}{one[1:]}." for one in sentences if one)


def _reached(event: Any) -> bool:
    """Whether the facts of an event told any agency: what the family lives through does so only where one was there or was told."""
    return bool(event.agency != FAMILY or event.present or event.sight != "own")


def short_day(event: Any, disclosure: str, year: int | None) -> str:
    """The day beside a mark: '12 Oct', 'between 27 Oct and 5 Nov', 'no date'."""
    return "no date" if event.dating == "undated" else mark_words(event, disclosure, year)


def today_words(day: Any, event: Any, disclosure: str, year: int | None) -> str:
    """What the flag on the axis says: the day, or its month or season where no day may be shown.

    event: the step's own, whoever could know it. 'from' what begins then and is not known to be over with it; 'by' what has only an end.
    Of a window of whole months only the month is told: 'from Dec'.
    """
    end = until(day, disclosure)
    given = event is not None and event.dating in ("blurred", "open")
    if given and pd.isna(event.earliest):
        return _in_year(window(pd.NaT, day, disclosure, short=True), disclosure, year)
    vague = given and event.earliest == day and not event.latest <= end
    words = window(day, until(day, "month") if vague and _whole_months(event, disclosure) else end, disclosure, short=True)
    return f"{'from ' if vague else ''}{_in_year(words, disclosure, year)}"


def _in_year(words: str, disclosure: str, year: int | None) -> str:
    """Without the year, where the axis is all of it."""
    return words.removesuffix(f" {year}") if year and disclosure != "relative" else words


def _whole_months(event: Any, disclosure: str) -> bool:
    end = event.latest
    return disclosure == "exact" and event.earliest.day == 1 and (pd.isna(end) or end == end + pd.offsets.MonthEnd(0))
