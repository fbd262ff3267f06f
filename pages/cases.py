"""What is in the library, and what could not be read?"""

import streamlit as st

from panels.address import write_address
from panels.cards import case_card, unread_card
from panels.entry import begin
from panels.library import chosen_cases, library_head

library = begin("Cases")
cases = chosen_cases(library)
library_head(library, cases)
with st.container(key="cards"):
    for case in cases:
        case_card(case)
    for error in library.unread:
        unread_card(error, library)
write_address({})
