"""What is in the library, and what could not be read?"""

import streamlit as st

from panels.cards import case_card, unread_card
from panels.entry import begin, write_address
from panels.library import chosen_cases, library_head

library = begin("Cases")
cases = chosen_cases(library)
library_head(library, cases)
columns = st.columns(3, gap="medium")
for place, item in enumerate([*cases, *library.unread]):
    with columns[place % 3]:
        unread_card(item) if item in library.unread else case_card(item)
write_address({})
