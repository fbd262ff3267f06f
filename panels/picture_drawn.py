"""What of the timeline's picture the filters leave, and the words that stand in it."""

from __future__ import annotations

from typing import Any

import pandas as pd

from charts.drawn import View as Drawn
from loaders import Case
from measures.choice import Choice, found, points
from measures.density import by_month
from measures.each import each
from measures.lanes import lane_of, lanes
from measures.names import short_names
from measures.shares import passed_on
from measures.sight import gaps_between
from measures.silences import silences
from panels.entry import Entered
from panels.filter_signs import passed_default
from panels.picture_laid import Laid


def drawn_view(entered: Entered, choice: Choice, flags: pd.DataFrame, laid: Laid) -> Drawn:
    """What of the layout is drawn under the filters."""
    case, view, entire = entered.case, entered.view, entered.entire
    shown = frozenset(flags.loc[flags["shown"], "event_id"])
    names = short_names(case)
    marked = frozenset(case.events.loc[found(case.events, choice.search, names), "event_id"]) if choice.search else frozenset()
    if view.fact:
        marked |= frozenset(case.events.loc[case.events["facts"].map(lambda facts: view.fact in facts), "event_id"])
    # Filters leave the line of sightings whole: days between those that happen to be shown would be told as days without any.
    seen = laid.seen[laid.seen["event_id"].isin(flags.loc[flags["later"], "event_id"])].reset_index(drop=True)
    first, last = laid.days
    return Drawn(
        shown=shown,
        points=frozenset(points(case.practice, choice)["practice_id"]),
        chosen=view.event,
        incident=case.about.incident or "",
        zero=laid.zero,
        hover=laid.hover,
        marked=marked,
        person=laid.person,
        sight=tuple((one.earliest, one.latest, names[one.agency], one.event_id) for one in each(seen)),
        gaps=tuple(gap_words(gap) for gap in each(gaps_between(seen)) if gap.least_days > 1),
        arrows=tuple(
            each(
                passed_on(
                    case.shares, shown, passed_default(entered), view.event, view.fact, hide_judged=choice.practice == "hidden"
                )
            )
        ),
        counts=tuple(by_month(case.events[["earliest"]][flags["shown"]], first, last).itertuples(index=False, name=None)),
        whole=(first, last),
        silences=_silences(case, entire) if view.silence else (),
        clocks=laid.clocks if view.clocks and not view.day else (),
        today=pd.Timestamp(view.day) if view.day else None,
        phases=frozenset(case.phases["phase_id"]),
        periods=_periods(case, choice),
        empty="" if len(shown) else "No event passes these filters.",
    )


def _periods(case: Case, choice: Choice) -> frozenset[str]:
    """The periods that are drawn: those known only later with the events known only later."""
    return frozenset(case.periods.loc[~case.periods["hindsight"].astype(bool) | choice.later, "period_id"])


def _silences(case: Case, entire: Case) -> tuple[tuple[Any, ...], ...]:
    """The bands of silence: at least 28 sure days in which another agency recorded something."""
    home = lane_of(lanes(entire.agencies, entire.events, entire.periods))
    found_ = silences(case.events[~case.events["hindsight"].astype(bool)])
    found_ = found_[(found_["at_least_days"] >= 28) & (found_["others"] > 0)]
    return tuple(
        (
            home[one.agency],
            one.first_day,
            one.last_day,
            (f"no entry for {one.at_least_days} days or more", f"{one.at_least_days} days"),
        )
        for one in found_.itertuples()
    )


def gap_words(gap: Any) -> tuple[Any, Any, tuple[str, ...]]:
    """A stretch without a sighting, with its words from long to short: the whole days between the two."""
    least = f"{gap.least_days - 1:.0f}"
    more = "" if gap.least_days == gap.most_days else " or more"
    short = f"{least} days{more}"
    return gap.from_day, gap.to_day, (f"no sight recorded for {short}", short, f"{least} d")
