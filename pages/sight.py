"""When was a person seen, and by whom; and when did nobody record anything?"""

from panels.across import asked
from panels.entry import enter
from panels.seeing import KEYS, head, sides
from panels.seeing_lists import attempts_list, clock_list, gap_list, last_seen_list, reading
from panels.seeing_picture import picture
from panels.sight_all import KEYS as BESIDE
from panels.sight_all import TITLE, comparison
from panels.to_event import follow_links

view = asked(TITLE, BESIDE, beside=True)
entered = enter(TITLE)
seeing = head(entered)
picture(entered, seeing)
left, right = sides(seeing)
with left:
    last_seen_list(entered, seeing)
with right:
    attempts_list(entered, seeing)
gap_list(entered, seeing)
clock_list(entered, seeing)
reading()
beside = comparison(entered, view)
follow_links({entered.case.id: entered.case})
entered.close(only=KEYS, more=beside)
