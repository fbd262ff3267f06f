"""What stands under a picture: its sentence, and how selective its source is."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from panels.entry import Entered
from panels.filters import count_words
from panels.markup import el
from panels.picture import Picture


def under_picture(entered: Entered, flags: pd.DataFrame, drawn: Picture) -> None:
    """The count under the filters, the picture's sentence, and the word of caution."""
    selective = "A published chronology is selective, and much contact is not the same as good help."
    st.html(el("p", el("b", count_words(flags)), f". {drawn.sentence} ", el("span", selective, cls="muted"), cls="ct small"))
