"""What is in the library, and what could not be read?"""

import streamlit as st

from panels.cards import case_card, unread_card
from panels.entry import begin, write_address
from panels.library import chosen_cases, library_head

library = begin("Cases")
cases = chosen_cases(library)
library_head(library, cases)
columns = st.columns(3, gap="medium")
for place, case in enumerate(cases):
    with columns[place % 3]:
        case_card(case)
for place, error in enumerate(library.unread, len(cases)):
    with columns[place % 3]:
        unread_card(error)
write_address({})
