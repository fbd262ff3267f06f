"""Case Timelines: names the pages in reading order, and opens the one that was asked for."""

from panels.entry import run_chosen_page

run_chosen_page()
