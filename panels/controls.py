"""Controls whose choice stands in the view of the case, and so in its link."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import streamlit as st

from panels.entry import Entered

Keep = Callable[[str], None]


def key(entered: Entered, name: str) -> str:
    """A widget's key: forgotten when the view of this case changes by a link."""
    return f"w:{entered.case.id}:{name}"


def segments(
    entered: Entered, name: str, label: str, words: Mapping[str, str], shown: str, keep: Keep, *, named: bool = True
) -> None:
    """One of a few, side by side. words: what each is called; keep: puts the chosen one into the view; named: whether the label shows."""
    place = key(entered, name)
    st.session_state[place] = shown
    st.segmented_control(
        label,
        list(words),
        format_func=words.__getitem__,
        key=place,
        required=True,
        label_visibility="visible" if named else "collapsed",
        on_change=lambda: keep(str(st.session_state[place] or "")),
    )


def one_of(
    entered: Entered,
    name: str,
    label: str,
    options: Sequence[str],
    called: Callable[[str], str],
    shown: str,
    keep: Keep,
    **look: Any,
) -> None:
    """One of many, in a list that opens. called: what each option is called; look: as `st.selectbox` takes it."""
    place = key(entered, name)
    st.session_state[place] = shown
    st.selectbox(
        label, options, format_func=called, key=place, on_change=lambda: keep(str(st.session_state[place] or "")), **look
    )


def several(
    entered: Entered,
    name: str,
    options: Sequence[str],
    chosen: Iterable[str],
    called: Callable[[str], str],
    keep: Callable[[list[str]], None],
    label: str = "",
) -> None:
    """Some of several, as pills. keep: puts the chosen ones into the view; label: for those who hear the page, the name where not given."""
    place, wanted = key(entered, name), set(chosen)
    st.session_state[place] = [one for one in options if one in wanted]
    st.pills(
        label or name,
        options,
        selection_mode="multi",
        format_func=called,
        key=place,
        label_visibility="collapsed",
        on_change=lambda: keep(list(st.session_state[place])),
    )


def switch(entered: Entered, name: str, label: str, *, disabled: bool = False) -> None:
    """On or off: '1' or blank in the view."""
    place = key(entered, name)
    st.session_state[place] = getattr(entered.view, name) == "1"
    st.toggle(
        label, key=place, disabled=disabled, on_change=lambda: entered.set(**{name: "1" if st.session_state[place] else ""})
    )


def later_switch(entered: Entered, *, disabled: bool = False) -> None:
    """Whether what was known only later is shown."""
    switch(entered, "later", "Known only later", disabled=disabled)


def search(entered: Entered, name: str, label: str, says: str, **look: Any) -> None:
    """Words to look for. says: what the empty field asks for; look: as `st.text_input` takes it."""
    place = key(entered, name)
    st.session_state[place] = getattr(entered.view, name)
    st.text_input(
        label,
        key=place,
        placeholder=says,
        label_visibility="collapsed",
        on_change=lambda: entered.set(**{name: st.session_state[place].strip()}),
        **look,
    )
