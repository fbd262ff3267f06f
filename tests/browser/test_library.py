"""The folder of chronologies: a broken file hides no other, and says all that is wrong until it is put right."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
UNREAD = (
    "line 10, event home-visit: date '2001-02-30' is not in the calendar. "
    "Write the right day, or only the month or year if that is all the record gives."
)
MISSPELT = (
    "line 15, event call-out: agency 'polcie' is not in this case (family, police); the nearest is 'police'. "
    "Correct it, or add it under agencies."
)


def test_a_broken_file_says_all_its_problems_and_is_read_again_once_put_right(new_tab, shelf):
    """Two problems with their lines beside the case that can be read; corrected, 'Read again' makes it the second case."""
    shelf.put("harbour-road", "broken")
    with new_tab(shelf.base) as tab:
        page = tab.page
        tab.go("/")
        expect(page.get_by_role("heading", name="broken.yaml")).to_be_visible()
        expect(page.locator(".card.unread li")).to_have_text([UNREAD, MISSPELT])
        expect(page.get_by_text("1 case, entered for professional learning. 1 file could not be read.")).to_be_visible()
        expect(page.get_by_role("button", name="Open Harbour Road")).to_be_visible()

        file = shelf.folder / "broken.yaml"
        right = file.read_text(encoding="utf-8").replace("2001-02-30", "2001-02-28").replace("polcie", "police")
        file.write_text(right, encoding="utf-8")
        page.get_by_role("button", name="Read again").click()
        expect(page.get_by_role("heading", name="Broken Lane")).to_be_visible()
        expect(page.get_by_text("2 cases, entered for professional learning.")).to_be_visible()
        expect(page.locator(".card.unread")).to_have_count(0)


def test_an_empty_folder_says_how_to_fill_it(new_tab, shelf):
    """A sentence on the page of cases, and on a page that needs one."""
    with new_tab(shelf.base) as tab:
        tab.go("/")
        words = "This folder holds no chronology yet. Write one as timelines/README.md shows, and save it here as <case id>.yaml."
        expect(tab.page.get_by_text(words)).to_be_visible()
        tab.go("/timeline?case=child-k")
        expect(tab.page.get_by_text("No case could be read from the folder")).to_be_visible()
        expect(tab.page.get_by_text("The page Cases says why.")).to_be_visible()
