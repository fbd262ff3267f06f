"""How one fact travelled from agency to agency, and who never had it."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from charts.knew_way import gutter, travelled
from charts.scale import scale
from charts.text import wrapped
from loaders import Case
from measures.knowledge import known_on, never
from measures.names import names_of
from measures.wording import counted, window
from panels.controls import key
from panels.entry import Entered
from panels.knew_matrix import CONFIG, clicked
from panels.knew_words import BEFORE, and_words, parted, when_words
from panels.knowing import Knowing
from panels.markup import Html, el


def one_fact(entered: Entered, found: Knowing) -> None:
    """How the chosen fact travelled: its agencies as lanes, in the order in which each may first have known; and who never did."""
    case = entered.case
    titles = dict(zip(found.facts["fact_id"], found.facts["title"], strict=True))
    with st.container(horizontal=True, key="knew-fact", vertical_alignment="center"):
        st.html(el("h2", "How one fact travelled", cls="ct"), width="content")
        place = key(entered, "knew-fact")
        fact = found.fact if found.fact in titles else next(iter(titles))
        st.session_state[place] = fact
        st.selectbox("Fact", list(titles), format_func=lambda one: titles[one], key=place, label_visibility="collapsed", width=640,
                     on_change=lambda: entered.set(fact=st.session_state[place] or "", cell=""))  # fmt: skip
    wide = watch_width()
    st.html(el("div", *_about(case, found, fact), cls="ct small"))
    lanes, arrows = fact_lanes(case, found, fact), fact_arrows(case, found, fact)
    axis = fact_axis(case, lanes, arrows, found, wide)
    if axis is None:
        if fact in set(found.moments["fact_id"]):
            st.html(
                el(
                    "p",
                    "No day is given for any of its moments, so they cannot be drawn on an axis of days. The table below lists them.",
                    cls="ct small muted",
                )
            )
        return
    today = (
        ""
        if found.day is None
        else window(found.day, found.day, case.about.disclosure, short=True)
        if case.about.disclosure in ("exact", "relative")
        else "this day"
    )
    figure = travelled(lanes, arrows, axis, wide, found.day, today)
    with st.container(key="knew-way"):
        st.plotly_chart(figure, width="content", theme=None, key=f"way:{case.id}", on_select=lambda: clicked(entered, f"way:{case.id}"), selection_mode="points",
                        config=CONFIG, alt=f"{way_words(lanes, titles[fact])} Lanes of {counted(len(lanes), 'agency', 'agencies')}; the table below says the same.")  # fmt: skip


def watch_width() -> int:
    """The width of the figures, as the window was last told."""
    wide = str(st.session_state.get("window", "") or "1920x1080").partition("x")[0]
    return max(900, int(wide)) - 64


def _about(case: Case, found: Knowing, fact: str) -> list[Html]:
    """Why the fact matters, whether it was true, and who never knew."""
    row = next(one for one in found.facts.itertuples() if one.fact_id == fact)
    names = names_of(case)
    lanes = [one for one in case.agencies["agency_id"] if one != "family"]
    silent = next(never(found.known, [fact], lanes).itertuples())
    untold = f"Not told: {parted([names[one] for one in silent.not_told])}. " if silent.not_told else ""
    shown = [names[one] for one in silent.no_record if one in found.agencies]
    many = len(silent.no_record) - len(shown)
    rest = [
        *shown,
        *([counted(many, "more agency", "more agencies") if shown else counted(many, "agency", "agencies")] if many else []),
    ]
    parts = [
        row.why,
        f"The file calls it {row.status}." if row.status in ("alleged", "mistaken") else "",
        "Known only later." if row.hindsight else "",
    ]
    why = " ".join(part for part in parts if part)
    told = f"No record that these knew: {parted(rest)}." if rest else "Every agency of the file has a record of it."
    return [el("p", why) if why else Html(""), el("p", el("b", untold), told)]


def fact_lanes(case: Case, found: Knowing, fact: str) -> pd.DataFrame:
    """One row per agency that has the fact by the day, or passed it on: see charts.knew.travelled."""
    names = names_of(case)
    known = found.known[found.known["fact_id"] == fact].sort_values(["latest", "earliest"], na_position="last", kind="stable")
    holds = known_on(found.moments[(found.moments["fact_id"] == fact) & (found.moments["gives"] == "holds")], found.day)
    held = {one.agency: (one.earliest, one.latest) for one in holds.itertuples() if one.status == "holds"}
    start = known.loc[known["first"] & (known["how"] != "knew before"), "latest"].min()
    rows = [
        (one.agency, names[one.agency], f"{one.word} {one.when}: {one.long}{and_words(one.after)}", one.status, one.earliest, one.latest,
         *held.get(one.agency, (pd.NaT, pd.NaT)), one.after if one.after.startswith("+") else "", pd.NaT if one.first else start)
        for one in known.itertuples()
    ]  # fmt: skip
    there = {row[0] for row in rows}
    givers = [one for one in dict.fromkeys(known["from_agency"]) if one and one not in there]
    rows = [*[(one, names[one], "", "", pd.NaT, pd.NaT, pd.NaT, pd.NaT, "", pd.NaT) for one in givers], *rows]
    return pd.DataFrame(rows, columns="agency name words status earliest latest held_earliest held_latest lag first".split())


def fact_arrows(case: Case, found: Knowing, fact: str) -> pd.DataFrame:
    """One row per passing-on of the fact that may have begun by the day, with words to point at."""
    names = names_of(case)
    here = found.moments[(found.moments["fact_id"] == fact) & (found.moments["how"] == "shared")]
    if found.day is not None:
        here = here[here["earliest"].fillna(here["latest"]) <= found.day]
    hover = [
        wrapped(f"{names[one.from_agency]} to {names[one.agency]}, {when_words(one, case.about.disclosure)}: {one.outcome}")
        for one in here.itertuples()
    ]
    return here.assign(hover=hover)


def fact_axis(case: Case, lanes: pd.DataFrame, arrows: pd.DataFrame, found: Knowing, wide: int) -> Any:
    """The days from the first moment of a fact to the day shown, with a margin before; None without any day.

    A window that opens long before anything is sure does not squeeze the rest: its bar begins at the edge.
    """
    ends = pd.concat([frame[column] for frame in (lanes, arrows) for column in ("earliest", "latest")]).dropna()
    ends = ends[ends > BEFORE]
    if ends.empty:
        return None
    last = max(ends.min(), found.day if found.day is not None else ends.max())
    latest = pd.concat([frame["latest"] for frame in (lanes, arrows)]).dropna()
    sure = min([last, *latest[latest > BEFORE]])
    first = max(ends.min(), sure - max(pd.Timedelta(days=45), (last - sure) / 3))
    margin = max(int((last - first).days * 0.03), 1)
    first = first - pd.Timedelta(days=margin)
    last = last if found.day is not None else last + pd.Timedelta(days=margin)
    return scale(first.date(), last.date(), wide - gutter(wide), relative=case.about.disclosure == "relative")


def way_words(lanes: pd.DataFrame, title: str) -> str:
    """The way of a fact in a sentence: who may have known first, and how it stood with the others."""
    parts = [f"{one.name}: {one.words[0].lower()}{one.words[1:]}" for one in lanes.itertuples() if one.words]
    return f"{title}. {'. '.join(parts)}."
