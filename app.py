"""Case Timelines: a server that guards every answer, and the script that opens the page that was asked for."""

import streamlit as st

from panels.opening import all_taken_in, open_up

# Streamlit imports this file once as the server, and runs it as a script for every page; what only one of them needs, only it takes in.
if __name__ == "__main__":
    all_taken_in()
    from panels.menu import run_chosen_page

    run_chosen_page()
else:
    from panels.guard import guards

    open_up()
    app = st.App(__file__, middleware=guards())
