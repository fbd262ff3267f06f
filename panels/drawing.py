"""The program that draws figures in the browser, fetched while the reader still has the content note before them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import streamlit as st

FOLDER = Path(st.__file__).parent / "static" / "static" / "js"
JS = """
export default function(component) {
  const file = component.data && component.data.file;
  const fetched = () => import(new URL(file, document.baseURI).href).catch(() => {});
  // The note comes first: while the browser takes the program in, it does nothing else.
  const look = (left) => { timer = shown() || left === 0 ? setTimeout(fetched, 100) : setTimeout(() => look(left - 1), 100); };
  const shown = () => document.querySelector('[role=dialog] button:not([aria-label])');
  let timer = file && setTimeout(() => look(30), 200);
  return () => clearTimeout(timer);
}
"""


@cache
def drawing_program() -> str:
    """Its address on this server, below the app's own; blank where this Streamlit has it under another name."""
    found = sorted(FOLDER.glob("PlotlyChart.*.js"))
    return f"static/js/{found[0].name}" if found else ""


@st.cache_resource
def _component() -> Callable[..., object]:
    return st.components.v2.component("case_timelines_drawing", js=JS)


def fetch_drawing_program() -> None:
    """Nearly five megabytes, which the browser would otherwise ask for only when the first figure has its place."""
    _component()(key="drawing", data={"file": drawing_program()})
