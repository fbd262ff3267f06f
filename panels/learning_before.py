"""Practice points by days before the incident: the figure, its sentence and its table."""

from __future__ import annotations

import math

import streamlit as st

from charts.before import before_figure
from charts.ready import Ready
from measures.points import COUNTS
from measures.wording import counted, listed
from panels.across import Across
from panels.delay_lists import CONFIG
from panels.learning import Learned
from panels.learning_rows import period_table
from panels.markup import el


def before_part(across: Across, said: Learned) -> None:
    """Points by days before the incident, each kind on a line as high as the others."""
    st.html(el("h2", "How long before the incident", cls="ct", id="before"))
    totals, beside = dated(said)
    if not sum(totals.values()):
        st.html(el("p", "No practice point of these cases has a date and an incident to count from.", cls="ct muted"))
        return
    sentence = before_sentence(said)
    unplaced = f" {counted(beside, 'point')} more without a usable date or a dated incident stand in no period." if beside else ""
    st.html(el("p", el("b", sentence), unplaced, cls="ct"))
    drawn = before_figure(said.periods, totals, across.wide - 48)
    st.plotly_chart(Ready(drawn), width="stretch", height=math.ceil(drawn["layout"]["height"]), theme=None, key="learning-before", config=CONFIG,
                    alt=f"{sentence} One line of bars for each kind, on one scale; the table below has the same numbers.")  # fmt: skip
    with st.expander("The same as a table: 14 periods"):
        st.dataframe(period_table(said), hide_index=True, row_height=36, key="periods")


def dated(said: Learned) -> tuple[dict[str, int], int]:
    """Points with a date by kind, and how many have none."""
    own = said.days.drop_duplicates(["case_id", "practice_id"])
    dated = own[own["least"].notna()]
    counts = dated["sign"].value_counts()
    return {sign: int(counts.get(sign, 0)) for sign in COUNTS}, len(own) - len(dated)


def before_sentence(said: Learned) -> str:
    """How many points of each kind lie in the year before, in a sentence with its denominators."""
    totals, _ = dated(said)
    year = said.periods[(said.periods["from_day"] > 0) & (said.periods["from_day"] <= 360)].groupby("sign")["points"].sum()
    words = {"missed": "missed opportunities", "good": "good practice", "mixed": "mixed points"}
    parts = [f"about {year[sign]:.0f} of {totals[sign]} {words[sign]}" for sign in COUNTS if totals[sign]]
    return f"In the 360 days before the incident lie {listed(parts)}."
