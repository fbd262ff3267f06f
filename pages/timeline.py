"""What did each agency do, and when?"""

from panels.dock import dock, steps
from panels.entry import enter
from panels.filters import filter_row
from panels.picture import picture
from panels.table import event_table
from panels.under import under_picture

entered = enter("Timeline")
choice, flags = filter_row(entered)
steps(entered, flags)
drawn = picture(entered, choice, flags)
under_picture(entered, flags, drawn)
dock(entered, choice, flags)
event_table(entered, choice, flags)
entered.close()
