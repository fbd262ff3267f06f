"""Which missed opportunities and which good practice does the review name, about what, and of whom?"""

from panels.crossing import matrix_table, theme_matrix
from panels.entry import enter
from panels.point_list import point_list
from panels.points import KEYS, halves, point_filters

entered = enter("Practice")
found = point_filters(entered)
left, right, width, height = halves()
with left:
    point_list(entered, found, height)
with right:
    theme_matrix(entered, found, width)
matrix_table(entered, found)
entered.close(only=KEYS)
