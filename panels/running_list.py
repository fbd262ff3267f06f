"""The running order as a list: the episodes, and the steps of the one the room is in; a click takes the room there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from measures.each import each
from panels.markup import el, md
from panels.standing import Standing, step_words

BRING_JS = """
export default function(component) {
  const timer = setTimeout(() => {
    document.querySelector('.st-key-fac-mini')?.setAttribute('inert', '');
    const row = document.querySelector('[class*="st-key-step-now-"]');
    const list = row && row.closest('.st-key-order');
    if (row && list) list.scrollTop += row.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 2.6;
  }, 60);
  return () => clearTimeout(timer);
}
"""


@st.cache_resource
def _bring() -> Callable[..., object]:
    """A small component that keeps the room's own step in the middle of the list, and the small screen out of the keys' way."""
    return st.components.v2.component("case_timelines_bring_step", js=BRING_JS)


def running_list(standing: Standing, height: int) -> None:
    """All episodes in a row, with the steps of the room's own under its title."""
    st.html(el("h2", "Running order", cls="ct"))
    with st.container(height=height, key="order", border=False, gap=None):
        for step in each(standing.running):
            if step.kind in ("note", "end"):
                _row(standing, step, step_words(standing.case, step)[1])
            elif step.kind == "question":
                _row(standing, step, step.episode_title, number=step.number)
            if step.number and step.number == standing.step.number:
                _row(standing, step, *reversed(step_words(standing.case, step)), within=step.within)
    _bring()(key="bring-step", data={"step": standing.step.step})


def _row(standing: Standing, step: Any, words: str, when: str = "", *, number: int = 0, within: int = 0) -> None:
    """A line of the list: an episode's title (number), or one of its steps (within)."""
    now = step.step == standing.step.step and bool(within or not step.number)
    past = step.step < standing.step.step and not now
    look = "now" if now else "episode" if number else "past" if past else "ahead"
    label = f"{md(when)} &nbsp;{md(words)}" if when else md(words)
    lead = f"Episode {number}" if number else str(within or "")
    strong = f"**{lead}** " if lead else ""
    with st.container(key=f"step-{look}-{'e' if number else 's'}{step.step}"):
        st.button(
            f"{strong}{label}" if now or number else f"{lead} {label}",
            key=f"jump-{'episode' if number else 'step'}-{step.step}",
            type="tertiary",
            width="stretch",
            on_click=standing.jump,
            args=(step.step,),
        )
