"""The tables of the page Learning as plain rows, for screen and export."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from charts.before import SIGNS as BEFORE
from charts.before import count_words
from loaders import Case
from measures.learning import WHATS
from measures.points import COUNTS, basis_words, cell_words
from measures.wording import listed
from panels.learning import Learned, Picked

KINDS = {"missed": "◆ Missed", "good": "★ Good", "mixed": "■ Mixed"}


def matrix_table(picked: Picked) -> pd.DataFrame:
    """One row per theme: what its cell says of each case or sector, and points of each kind, each counted once."""
    cells = {(one.theme, one.agency): cell_words(one.missed, one.good, one.mixed) for one in picked.cells.itertuples()}
    rows = [
        [
            one.name,
            *[cells.get((one.theme, column), "") for column in picked.heads["agency"]],
            *[getattr(one, sign) for sign in COUNTS],
        ]
        for one in picked.rows.itertuples()
    ]
    return pd.DataFrame(rows, columns=["Theme", *picked.heads["name"], *KINDS.values()])


def period_words(start: float) -> str:
    """A period before day 0: '60 to 31 days before', '361 days before or more', 'day 0 and after'."""
    if start == float("inf"):
        return "361 days before or more"
    return "day 0 and after" if start == 0 else f"{start:.0f} to {start - 29:.0f} days before"


def period_table(said: Learned) -> pd.DataFrame:
    """One row per period before day 0, with the points of each kind as the figure prints them."""
    periods = said.periods
    own = {sign: [count_words(one) for one in periods.loc[periods["sign"] == sign, "points"]] for sign in COUNTS}
    starts = periods.loc[periods["sign"] == "missed", "from_day"]
    return pd.DataFrame({"Period": [period_words(one) for one in starts]} | {BEFORE[sign][1]: own[sign] for sign in COUNTS})


def recurring_table(cases: Mapping[str, Case], said: Learned) -> pd.DataFrame:
    """One row per theme of three or more reviews: in which, where in them, and its points."""
    rows = [
        (one.name, len(one.cases), listed([cases[case].title for case in one.cases]), one.in_points, one.in_findings,
         one.in_recommendations, one.missed, one.good, one.mixed)
        for one in said.recurring.itertuples()
    ]  # fmt: skip
    heads = ["Theme", "Reviews", "Which", "In practice points", "In findings", "In recommendations", *KINDS.values()]
    return pd.DataFrame(rows, columns=heads)


def point_table(cases: Mapping[str, Case], points: pd.DataFrame, themes: Mapping[str, str]) -> pd.DataFrame:
    """One row per practice point: case, number as cited, kind, whose judgement, title, themes, sectors, paragraphs."""
    rows = [
        (cases[one.case_id].title, one.cited, one.kind.capitalize(), basis_words(one.basis, one.judged_by), one.title,
         "; ".join(themes.get(theme, theme) for theme in one.themes if theme != "-"),
         "; ".join(sector for sector in one.sectors if sector != "-"), ", ".join(one.source))
        for one in points.itertuples()
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["Case", "Point", "Kind", "Basis", "What the review says", "Themes", "Sectors", "Source"])


def text_table(cases: Mapping[str, Case], texts: pd.DataFrame, themes: Mapping[str, str]) -> pd.DataFrame:
    """One row per finding, recommendation and practice point: what it says, to or of whom, themes and paragraphs."""
    rows = [
        (cases[one.case_id].title, WHATS[one.what], one.number, one.title, one.detail, one.to,
         "; ".join(themes.get(theme, theme) for theme in one.themes), ", ".join(one.source))
        for one in texts.itertuples()
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["Case", "Kind", "Number", "What it says", "Detail", "To or of", "Themes", "Source"])
