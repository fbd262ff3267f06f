"""What recurs in three or more reviews, and a search through what all of them say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from measures.learning import WHATS
from measures.wording import counted
from panels.across import Across, key
from panels.learning import Learned, Picked, found_texts
from panels.learning_rows import recurring_table, text_table
from panels.markup import el
from panels.to_event import places, point_link, table

LISTED = 60


def recurring_part(across: Across, said: Learned) -> None:
    """Themes of three or more reviews."""
    st.html(el("h2", "Themes of three or more reviews", cls="ct", id="recurring"))
    found = recurring_table(across.cases, said)
    if found.empty:
        st.html(el("p", "No theme stands in three or more of these cases.", cls="ct muted"))
        return
    every = int((found["Reviews"] == len(across.cases)).sum())
    st.html(
        el(
            "p",
            el(
                "b",
                f"{counted(len(found), 'theme')} of {len(said.themes)} recur in three or more of {counted(len(across.cases), 'review')}; {every} in all of them.",
            ),
            cls="ct",
        )
    )
    st.dataframe(
        found, hide_index=True, row_height=36, key="recurring", alt="Themes by how many reviews have them, and where in them"
    )


def search_part(across: Across, said: Learned, picked: Picked) -> None:
    """Findings, recommendations and points of all cases, by words and kind."""
    st.html(el("h2", "Search findings, recommendations and practice points", cls="ct", id="search"))
    with st.container(horizontal=True, vertical_alignment="bottom", key="learning-search"):
        _field(across, "q", picked.words, lambda name: st.text_input("Words that must all stand in it", key=name, on_change=_keep(across, "q", name), width=420, max_chars=200))  # fmt: skip
        _field(across, "kind", picked.kind, lambda name: st.selectbox("Kind", ["", *WHATS], format_func=lambda one: WHATS.get(one, "All kinds"), key=name, on_change=_keep(across, "kind", name), width=230))  # fmt: skip
        names = {one: said.themes.get(one, one) for one in sorted({theme for ids in said.texts["themes"] for theme in ids})}
        _field(across, "theme", picked.theme if picked.theme in names else "", lambda name: st.selectbox("Theme", ["", *names], format_func=lambda one: names.get(one, "All themes"), key=name, on_change=_keep(across, "theme", name), width=320))  # fmt: skip
    found = found_texts(said, picked)
    filtered = bool(picked.words or picked.kind or picked.theme)
    st.html(
        el(
            "p",
            el("b", f"{len(found)} of {counted(len(said.texts), 'text')}"),
            f" in {counted(found['case_id'].nunique(), 'case')}.",
            cls="ct",
            role="status",
        )
    )
    if found.empty:
        st.html(
            el(
                "p",
                "No finding, recommendation or practice point has all of these words. Use fewer, or another kind or theme.",
                cls="ct muted",
            )
        )
    if filtered:
        st.button("Clear the search", on_click=lambda: across.set(q="", kind="", theme="", column=""), key="learning-clear")
    if len(found):
        _results(across, said, found)


def _field(across: Across, part: str, value: str, draw: Callable[[str], Any]) -> None:
    name = key(across.title, part)
    st.session_state[name] = value
    draw(name)


def _keep(across: Across, part: str, name: str) -> Callable[[], None]:
    return lambda: across.set(**{part: st.session_state[name]})


def _results(across: Across, said: Learned, found: Any) -> None:
    some = found.head(LISTED)
    rows = []
    for one, row in zip(some.itertuples(), text_table(across.cases, some, said.themes).itertuples(index=False), strict=True):
        title = (
            point_link(one.title, one.case_id, one.practice_id)
            if one.practice_id
            else el("a", one.title, href=f"case?case={one.case_id}", cls="to-event")
        )
        rows.append(
            [
                row[0],
                row[1],
                row[2],
                el("div", title, el("div", row[4], cls="small muted") if row[4] else ""),
                row[5],
                row[6],
                places(one.source),
            ]
        )
    table("learning-texts", ["Case", "Kind", "Number", "What it says", "To or of", "Themes", "Source"], rows)
    if len(found) > LISTED:
        st.html(el("p", f"The first {LISTED} are listed; what is taken along has all of them.", cls="ct note"))
