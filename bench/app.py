"""The benchmark's app: one picture of a made-up case, ours or the peer's, with a button that filters it; both served as the app is."""

from __future__ import annotations

import math
import sys
import tempfile
from pathlib import Path

import streamlit as st

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.chronology import write_chronology
from bench.pictures import PICTURE_HIGH, choose, ours, peer
from charts.ready import Ready
from loaders import Case, read_case
from panels.opening import answer_at_once
from panels.style import CSS


@st.cache_resource(show_spinner=False)
def case_of(events: int) -> Case:
    """The made-up case of that size, written and read once."""
    with tempfile.TemporaryDirectory() as folder:
        return read_case(write_chronology(Path(folder), events))


def toggle() -> None:
    """Hide one kind of event, or show it again."""
    st.session_state.hidden = "" if st.session_state.get("hidden") else "contact"


def main() -> None:
    """The page."""
    st.set_page_config(layout="wide")
    st.html(f"<style>{CSS}</style>")
    asked = st.query_params
    case = case_of(int(asked.get("n", "400")))
    st.button("Filter", on_click=toggle)
    choice, flags = choose(case, st.session_state.get("hidden", ""))
    if asked.get("which", "ours") == "ours":
        made = ours(case, choice, flags, clusters=asked.get("clusters", "1") == "1")
        made.figure["layout"]["meta"] = int(flags["shown"].sum())
        figure, high = Ready(made.figure), math.ceil(made.layout.height)
    else:
        figure, high = peer(case, flags, titles=asked.get("titles", "") == "1"), PICTURE_HIGH
        figure.layout.meta = int(flags["shown"].sum())
    st.plotly_chart(
        figure,
        width="stretch",
        height=high,
        theme=None,
        key="picture",
        on_select=lambda: None,
        selection_mode="points",
        config={"displayModeBar": False, "scrollZoom": False, "doubleClick": "reset+autosize", "showSendToCloud": False},
        alt="The benchmark's picture.",
    )


# Streamlit imports this file once as the server, and runs it as a script for the page.
if __name__ == "__main__":
    main()
else:
    answer_at_once()
    app = st.App(__file__)
