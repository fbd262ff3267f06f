"""The least that Streamlit can do between a key and a picture: a page whose one chart has one point, which a key moves."""

import streamlit as st

st.session_state.setdefault("at", 0)


def on() -> None:
    """The point one further."""
    st.session_state.at += 1


st.button("Next", shortcut="Right", on_click=on)
point = {"type": "scatter", "mode": "markers", "x": [st.session_state.at], "y": [1]}
st.plotly_chart({"data": [point], "layout": {"height": 400}}, key="chart")
