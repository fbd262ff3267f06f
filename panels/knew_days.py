"""The days that who knew what can be asked for, in words no more exact than the file."""

from __future__ import annotations

import pandas as pd

from loaders import Case
from measures.wording import window
from panels.knew_words import BEFORE


def day_choices(case: Case, moments: pd.DataFrame) -> dict[str, str]:
    """The days to choose from, as the last day of each event's and each moment's window, in words no more exact than the file's."""
    events = case.events[~case.events["hindsight"].astype(bool)]
    spans = pd.concat([events[["earliest", "latest"]], moments[["earliest", "latest"]]]).dropna()
    spans = spans[spans["latest"] > BEFORE]
    shown: dict[str, str] = {}
    for latest, group in spans.groupby("latest"):
        start = latest if case.about.disclosure in ("exact", "relative") else group["earliest"].max()
        shown[str(latest.date())] = window(start, latest, case.about.disclosure)
    if shown:
        shown[next(reversed(shown))] = "the end of the record"
    return shown


def chosen_day(case: Case, choices: dict[str, str], asked: str) -> tuple[pd.Timestamp | None, str]:
    """The day that is shown, None for the end of the record, and how the title says it: by default day 0, if its day is known."""
    end = next(reversed(choices), "")
    wanted = asked or _day_zero(case)
    if not wanted or not end or wanted >= end:
        return None, "at the end of the record"
    day = pd.Timestamp(wanted)
    if case.about.disclosure in ("exact", "relative"):
        return day, f"on {choices.get(wanted) or window(day, day, case.about.disclosure)}"
    return day, f"by the end of {window(day.replace(day=1), day + pd.offsets.MonthEnd(0), case.about.disclosure)}"


def _day_zero(case: Case) -> str:
    incident = case.events[case.events["event_id"] == (case.about.incident or "")]
    exact = incident[incident["dating"] == "exact"]
    return str(exact["latest"].iloc[0].date()) if len(exact) else ""
