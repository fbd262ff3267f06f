"""How long did things take, in which cases can that be told, and who was at work?"""

from panels.across import enter_all
from panels.delay import KEYS, head, identity, worked_out
from panels.delay_lists import clock_list, interval_list, picture, reading, work_list
from panels.to_event import follow_links

across = enter_all("Delay", KEYS)
worked = worked_out(identity(across.cases), across.cases, across.view.get("later") == "1")
chosen = head(across, worked)
picture(across, worked, chosen)
reading()
interval_list(across, chosen)
clock_list(across, worked)
work_list(across, worked)
follow_links(across.cases)
across.close()
