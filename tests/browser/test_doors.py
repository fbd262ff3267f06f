"""By whichever door one comes in: a deep link to a new server, the content note, the way back, the blank screen."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def menu(tab):
    links = tab.page.get_by_role("navigation", name="App pages").get_by_role("link")
    links.first.wait_for()
    return links.all_inner_texts()


def test_a_link_into_a_case_is_the_first_request_of_a_new_server(new_tab, fresh_server):
    """Menu, content note and picture are there, and the menu is the one that the front door shows."""
    with new_tab(fresh_server) as tab:
        tab.go("/timeline?case=child-k")
        note = tab.page.get_by_role("dialog")
        expect(note).to_contain_text("This case contains: The killing of a child, domestic abuse")
        expect(tab.figure()).to_have_count(0)
        found = menu(tab)
        tab.past_the_note()
        expect(tab.figure()).to_be_visible()
        tab.go("/")
        expect(tab.page.get_by_role("heading", name="Cases")).to_be_visible()
        assert menu(tab) == found
        assert found[:3] == ["Cases", "Case", "Timeline"]


def test_the_content_note_comes_once_a_session_and_back_leads_to_the_cases(new_tab, shelf):
    """Back shows the cases; opened once, the case needs no second note on any page, and a new session is asked again."""
    shelf.put("harbour-road")
    with new_tab(shelf.base) as tab:
        page = tab.page
        tab.go("/timeline?case=harbour-road")
        note = page.get_by_role("dialog")
        expect(note).to_contain_text("This case contains: An injury to a child.")
        note.get_by_role("button", name="Back").click()
        expect(page.get_by_role("heading", name="Cases", exact=True)).to_be_visible()
        expect(note).to_have_count(0)

        page.get_by_role("button", name="Open Harbour Road").click()
        tab.past_the_note()
        expect(tab.figure()).to_be_visible()
        page.get_by_role("link", name="Case", exact=True).click()
        expect(page.get_by_role("heading", name="Harbour Road", level=1)).to_be_visible()
        expect(page.get_by_role("heading", name=re.compile("^Agencies: 3"))).to_be_visible()
        expect(note).to_have_count(0)

        page.reload(wait_until="domcontentloaded")
        expect(note).to_contain_text("This case contains: An injury to a child.")


def test_the_key_b_blanks_the_screen_and_brings_the_same_view_back(new_tab, shelf):
    """Nothing of the case can be read while the screen is blank, and the chosen event is there again afterwards."""
    shelf.put("harbour-road")
    with new_tab(shelf.base) as tab:
        page = tab.page
        tab.open("/timeline?case=harbour-road&event=meeting")
        expect(tab.caption()).to_contain_text("Meeting at the school")
        page.keyboard.press("b")
        expect(page.get_by_role("status", name="The screen is blanked. Press B to show it.")).to_be_visible()
        expect(tab.figure()).to_have_count(0)
        expect(page.get_by_text("Meeting at the school")).to_have_count(0)
        cover = page.locator(".blank").bounding_box()
        assert cover == {"x": 0, "y": 0, "width": 1920, "height": 1080}
        page.keyboard.press("b")
        expect(tab.figure()).to_be_visible()
        expect(tab.caption()).to_contain_text("Meeting at the school")
