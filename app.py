"""Case Timelines: a server that guards every answer, and the script that opens the page that was asked for."""

import streamlit as st

from panels.at_once import answer_at_once
from panels.guard import guards
from panels.menu import only_by_the_menu, run_chosen_page

# Streamlit imports this file once as the server, and runs it as a script for every page.
if __name__ == "__main__":
    run_chosen_page()
else:
    only_by_the_menu()
    answer_at_once()
    app = st.App(__file__, middleware=guards())
