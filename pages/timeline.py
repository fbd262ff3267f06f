"""What did each agency do, and when?"""

import streamlit as st

from panels.dock import dock, steps
from panels.entry import enter
from panels.filters import filter_row
from panels.grid import grid, laid_out, layout_line
from panels.picture import picture
from panels.table import event_table
from panels.take import take
from panels.then import as_known_then, then_popover
from panels.under import under_picture

entered = enter("Timeline")
choice, flags = filter_row(entered, then_popover)
entered, choice, flags = as_known_then(entered, choice, flags)
steps(entered, flags)
layout_line(entered)
if laid_out(entered) != "axis":
    grid(entered, choice, flags)
    dock(entered, choice, flags)
drawn = picture(entered, choice, flags)
under_picture(entered, flags, drawn)
if laid_out(entered) == "axis":
    dock(entered, choice, flags)
corner = st.container()
rows = event_table(entered, choice, flags)
with corner:
    take(entered, choice, flags, rows, drawn)
entered.close()
