"""What people see when a chronology changes under them, and when the connection is lost."""

import re
import shutil

import pytest
from playwright.sync_api import expect

from tests.browser.serving import ADDRESS, CHRONOLOGIES, free_port, serving

pytestmark = pytest.mark.browser
SAVED_MS = 1500  # a file is left alone for a second after it was saved, in case it is still being written
LAST = re.compile("You see the last version of this case that could be read, at ")
LOST = re.compile(
    "when disconnected from server|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|WebSocket connection|Failed to fetch"
)
SOCKETS = (
    "window.sockets = []; const Plain = WebSocket;"
    "window.WebSocket = class extends Plain { constructor(...how) { super(...how); window.sockets.push(this); } };"
)
BACK = "() => window.sockets.length > 1 && window.sockets.at(-1).readyState === 1"


def go_to(tab, page):
    """By the menu, in the same session."""
    tab.page.get_by_role("navigation", name="App pages").get_by_role("link", name=page, exact=True).click()
    tab.calm()


def test_a_chronology_is_edited_broken_renamed_and_deleted_while_it_is_open(new_tab, shelf):
    """Edited it is shown anew; broken or gone, its last version stays with the reason, and only for whoever has it open."""
    shelf.put("harbour-road")
    file = shelf.folder / "harbour-road.yaml"
    text = file.read_text(encoding="utf-8")
    with new_tab(shelf.base) as tab, new_tab(shelf.base) as other:
        warning = tab.page.get_by_test_id("stAlert")
        tab.open("/case?case=harbour-road")
        heading = tab.page.get_by_role("heading", name="Harbour Road", exact=True)
        expect(heading).to_be_visible()

        file.write_text(text.replace("title: Harbour Road", "title: Harbour Road, corrected"), encoding="utf-8")
        tab.page.wait_for_timeout(SAVED_MS)
        go_to(tab, "Practice")
        go_to(tab, "Case")
        expect(tab.page.get_by_role("heading", name="Harbour Road, corrected")).to_be_visible()
        expect(warning.filter(has_text=LAST)).to_have_count(0)

        file.write_text(text.replace("  incident: injury", "  incident: injry"), encoding="utf-8")
        tab.page.wait_for_timeout(SAVED_MS)
        go_to(tab, "Practice")
        expect(warning.filter(has_text=LAST)).to_contain_text("event 'injry' is not in this case")
        go_to(tab, "Case")
        expect(tab.page.get_by_role("heading", name="Harbour Road, corrected")).to_be_visible()
        other.go("/")
        expect(other.page.locator(".card.unread")).to_contain_text("so its last version, read at ")
        expect(other.page.get_by_role("heading", name="Harbour Road, corrected")).to_be_visible()

        renamed = file.rename(file.with_name("harbour-lane.yaml"))
        renamed.write_text(text.replace("id: harbour-road", "id: harbour-lane"), encoding="utf-8")
        go_to(tab, "Practice")
        expect(warning.filter(has_text=LAST)).to_contain_text(
            "harbour-road.yaml cannot be read now: the file is no longer in the folder"
        )

        renamed.unlink()
        go_to(tab, "Case")
        expect(tab.page.get_by_role("heading", name="Harbour Road, corrected")).to_be_visible()
        other.go("/case?case=harbour-road")
        expect(other.page.get_by_text("No case could be read from the folder")).to_be_visible()


def test_a_lost_connection_comes_back_where_it_was(new_tab, tmp_path):
    """Cut off, the session goes on without a second note; after a new start of the server the address brings the view back."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    shutil.copy(CHRONOLOGIES / "harbour-road.yaml", folder)
    port, chosen = free_port(), "20 Sep 2015, Family: Child injured"
    with new_tab(f"http://{ADDRESS}:{port}", kept=False) as tab:
        page = tab.page
        page.add_init_script(SOCKETS)
        with serving(folder, tmp_path / "one.txt", port=port):
            tab.open("/timeline?case=harbour-road&event=injury")
            expect(tab.caption()).to_contain_text(chosen)
            page.evaluate("window.sockets.forEach(one => one.close())")
            page.wait_for_function(BACK)
            tab.calm()
            go_to(tab, "Case")
            go_to(tab, "Timeline")
            expect(page.get_by_role("dialog")).to_have_count(0)
            expect(tab.caption()).to_contain_text(chosen)
            tab.await_event("injury")
        with serving(folder, tmp_path / "two.txt", port=port):
            page.reload()
            tab.past_the_note()
            expect(tab.caption()).to_contain_text(chosen)
            assert tab.asked("event") == "injury"
            page.goto("about:blank")  # before this server ends too, so that nothing asks for it any more
        tab.complaints[:] = [one for one in tab.complaints if not LOST.search(one)]
