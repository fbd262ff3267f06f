"""Which agency knew which fact on a day, how it learned of it, and how long after the first?"""

from panels.entry import enter
from panels.knowing import KEYS, chosen_cell, knowing, knowing_table, one_fact, who_knew

entered = enter("Who knew what")
found = knowing(entered)
if found is not None:
    who_knew(entered, found)
    chosen_cell(entered, found)
    one_fact(entered, found)
    knowing_table(entered, found)
entered.close(only=KEYS)
