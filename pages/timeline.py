"""What did each agency do, and when?"""

import streamlit as st

from panels.dock import dock
from panels.entry import enter
from panels.filters import chosen, filter_row
from panels.grid import grid, laid_out, layout_line
from panels.lead import picture_first
from panels.picture import picture
from panels.steps import steps
from panels.table import event_table
from panels.take import take
from panels.then import as_known_then, then_line, then_popover
from panels.under import under_picture

entered = enter("Timeline")
above = st.container()
choice, flags = chosen(entered)
now = as_known_then(entered, choice, flags)
by_date = laid_out(entered) == "axis"
drawn = picture(now.entered, now.choice, now.flags) if by_date else None  # at once, since it is what one waits for
if drawn:
    picture_first(entered.case.id, now.entered.view, drawn.layout.sizes)
with above:
    filter_row(entered, flags, then_popover)
    then_line(entered, now.found)
    steps(now.entered, now.flags, drawn.layout.scale if drawn else None)
    layout_line(now.entered)
if drawn is None:
    grid(now.entered, now.choice, now.flags)
    dock(now.entered, now.choice, now.flags)
    drawn = picture(now.entered, now.choice, now.flags)
under_picture(now.entered, now.flags, drawn)
if by_date:
    dock(now.entered, now.choice, now.flags)
corner = st.container()
rows = event_table(now.entered, now.choice, now.flags)
with corner:
    take(now.entered, now.choice, now.flags, rows, drawn)
now.entered.close()
