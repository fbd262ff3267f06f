"""Which events are left under the filters, and how many each filter would leave."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Choice:
    """The filters of a view, all by id. Hide-lists name what is left out; blank lets everything pass.

    practice: all, missed, good or hidden; only_points keeps only the events of a practice point;
    stated: only points the review itself states; later: events known only later are shown.
    """

    phases: tuple[str, ...] = ()
    hide_agencies: tuple[str, ...] = ()
    hide_kinds: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    practice: str = "all"
    only_points: bool = False
    stated: bool = False
    later: bool = False
    search: str = ""


def passing(events: pd.DataFrame, practice: pd.DataFrame, choice: Choice, names: dict[str, str] | None = None) -> pd.DataFrame:
    """One row per event, in the order given: event_id, a flag per filter, `later_only` and `shown`.

    events and practice as the loader gives them; names: words for agency and person ids, searched too. `shown` is true where every flag is. Practice points
    that are filtered out do not hide their events unless `only_points` asks for it.
    """
    kept = set().union(*points(practice, choice)["events"]) if len(practice) else set()
    flags = pd.DataFrame({"event_id": events["event_id"]})
    flags["phases"] = _any_of(events["phases"], choice.phases)
    flags["agencies"] = ~events["agency"].isin(choice.hide_agencies)
    flags["kinds"] = ~events["kind"].isin(choice.hide_kinds)
    flags["people"] = _any_of(concerned(events), choice.people) if choice.people else True
    flags["points"] = events["event_id"].isin(kept) if choice.only_points else True
    flags["later"] = ~events["hindsight"].astype(bool) | choice.later
    flags["search"] = found(events, choice.search, names)
    flags["shown"] = flags.drop(columns="event_id").all(axis=1)
    return flags


def left(flags: pd.DataFrame, aspect: str) -> pd.Series:
    """Which events pass every filter but `aspect`: what its own counts are taken from."""
    return flags.drop(columns=["event_id", "shown", aspect]).all(axis=1)


def _any_of(lists: pd.Series, wanted: tuple[str, ...]) -> pd.Series:
    if not wanted:
        return pd.Series(True, index=lists.index)
    return lists.map(lambda given: not set(wanted).isdisjoint(given)).astype(bool)


def concerned(events: pd.DataFrame) -> pd.Series:
    """Everybody an event names: whom it concerns, who was in touch, who was seen."""
    keys = ["people", "with", "seen", "seen_alone"]
    return pd.Series(
        [tuple(dict.fromkeys(person for part in row for person in part)) for row in events[keys].itertuples(index=False)],
        index=events.index,
        dtype=object,
    )


def points(practice: pd.DataFrame, choice: Choice) -> pd.DataFrame:
    """The practice points that pass the practice filter; `mixed` passes both as missed and as good."""
    if choice.practice == "hidden":
        return practice.iloc[:0]
    kinds = {"missed": ["missed opportunity", "mixed"], "good": ["good practice", "mixed"]}.get(choice.practice)
    passing_kind = practice["kind"].isin(kinds) if kinds else pd.Series(True, index=practice.index)
    return practice[passing_kind & (practice["basis"].eq("stated") | (not choice.stated))]


SEARCHED = "title label detail place date_text outcome time".split()


def found(events: pd.DataFrame, search: str, names: dict[str, str] | None = None) -> pd.Series:
    """Whether every word of the search stands in an event's texts, people, agency or paragraphs."""
    wanted = search.casefold().split()
    if not wanted or events.empty:
        return pd.Series(True, index=events.index)
    known = names or {}
    texts = events[SEARCHED].agg(" ".join, axis=1) + " " + events["agency"].map(lambda one: f"{one} {known.get(one, '')}")
    for key in ("people", "with", "seen", "by", "source", "according_to"):
        texts = texts + " " + events[key].map(lambda ids: " ".join(f"{one} {known.get(one, '')}" for one in ids))
    return texts.str.casefold().map(lambda text: all(word in text for word in wanted)).astype(bool)


def in_order(events: pd.DataFrame) -> pd.DataFrame:
    """The events by their earliest possible day, then the latest, then file order; undated ones last."""
    return events.sort_values(["earliest", "latest", "order"], na_position="last", kind="stable")
