"""A small component that tells Python how wide the window is, what was zoomed to, and which keys were pressed."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

JS = """
export default function(component) {
  const { setStateValue, setTriggerValue, data } = component;
  const size = () => `${document.documentElement.clientWidth}x${window.innerHeight}`;
  let told = data && data.size;
  const tell = () => { const now = size(); if (now !== told) { told = now; setStateValue('size', now); } };
  let timer = null;
  const later = () => { clearTimeout(timer); timer = setTimeout(tell, 250); };
  window.addEventListener('resize', later);
  tell();
  let graph = null;
  const zoomed = (event) => {
    if (event['xaxis.autorange'] || event['autosize'] === true) { if (event['xaxis.autorange']) setTriggerValue('zoom', 'whole'); return; }
    const a = event['xaxis.range[0]'], b = event['xaxis.range[1]'];
    if (a !== undefined && b !== undefined) setTriggerValue('zoom', `${Math.round(a)} ${Math.round(b)}`);
  };
  const look = setInterval(() => {
    const found = document.querySelector('.st-key-picture .js-plotly-plot');
    if (found && found !== graph && found.on) { graph = found; graph.on('plotly_relayout', zoomed); }
    const focus = document.querySelector('.st-key-picture [role=figure]');
    if (focus && !focus.hasAttribute('tabindex')) focus.setAttribute('tabindex', '0');
  }, 300);
  return () => {
    window.removeEventListener('resize', later); clearInterval(look); clearTimeout(timer);
    if (graph && graph.removeListener) graph.removeListener('plotly_relayout', zoomed);
  };
}
"""


@st.cache_resource
def _component() -> Callable[..., object]:
    return st.components.v2.component("case_timelines_watch", js=JS)


def watch(on_zoom: Callable[[], None]) -> tuple[int, int]:
    """The width and height of the window in px (1920x1080 until it has told). on_zoom: called with the range in session state."""
    known = st.session_state.get("window", "")
    _component()(key="watch", data={"size": known}, on_size_change=_resized, on_zoom_change=on_zoom)
    wide, _, high = (known or "1920x1080").partition("x")
    return max(900, int(wide)), max(500, int(high))


def _resized() -> None:
    size = getattr(st.session_state.get("watch"), "size", None)
    if isinstance(size, str) and size.replace("x", "").isdigit():
        st.session_state.window = size


def zoomed() -> str:
    """What the last zoom asked for: 'whole', or two pixels."""
    return str(getattr(st.session_state.get("watch"), "zoom", "") or "")
