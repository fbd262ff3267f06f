"""The pieces that every part of a case's page is made of: a table, a note that opens, the signs of points, a muted sentence."""

from __future__ import annotations

from typing import Any

import pandas as pd

from loaders import Case
from panels.markup import Html, el
from panels.point_list import sign
from panels.points import NOT_ENTERED


def table(heads: tuple[str, ...], rows: list[tuple[Any, ...]], cls: str = "") -> Html:
    """A table whose first column heads its rows."""
    head = el("tr", *[el("th", one, scope="col") for one in heads])
    body = [el("tr", el("th", row[0], scope="row"), *[el("td", cell) for cell in row[1:]]) for row in rows]
    return el("div", el("table", el("thead", head), el("tbody", *body), cls=f"ct-table case-table {cls}"), cls="grid-wrap")


def missing(words: str = NOT_ENTERED) -> Html:
    """A part that the file does not enter."""
    return el("p", words, cls="muted")


def or_muted(words: str, missing: str = "Not entered") -> Any:
    """Words, or that they are missing."""
    return words or el("span", missing, cls="muted")


def signs(case: Case, ids: tuple[str, ...]) -> Html:
    """The signs of practice points, in order of number."""
    points = case.practice[case.practice["practice_id"].isin(ids)]
    return el("span", *[sign(point) for point in points.itertuples()], cls="signs") if ids else el("span", "–", cls="muted")


def more(words: str) -> Html:
    """A note that opens on request; nothing where there is none."""
    return el("details", el("summary", "Note"), el("p", words)) if words else Html("")


def counted_events(case: Case, later: bool) -> pd.DataFrame:
    """The events that count: those known only later where `later` is true."""
    return case.events if later else case.events[~case.events["hindsight"].astype(bool)]
