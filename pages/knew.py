"""Which agency knew which fact on a day, how it learned of it, and how long after the first?"""

from panels.entry import enter
from panels.knew_cell import chosen_cell
from panels.knew_matrix import who_knew
from panels.knew_table import knowing_table
from panels.knew_way import one_fact
from panels.knowing import KEYS, knowing

entered = enter("Who knew what")
found = knowing(entered)
if found is not None:
    who_knew(entered, found)
    chosen_cell(entered, found)
    one_fact(entered, found)
    knowing_table(entered, found)
entered.close(only=KEYS)
