"""What do reviews say again and again, of whom, and how long before the incident?"""

from panels.across import enter_all
from panels.delay import identity
from panels.learning import KEYS, head, learned
from panels.learning_before import before_part
from panels.learning_lists import reading, theme_part
from panels.learning_search import recurring_part, search_part
from panels.to_event import follow_links

across = enter_all("Learning", KEYS)
said = learned(identity(across.cases), across.cases)
picked = head(across, said)
theme_part(across, said, picked)
reading()
before_part(across, said)
recurring_part(across, said)
search_part(across, said, picked)
follow_links(across.cases)
across.close()
