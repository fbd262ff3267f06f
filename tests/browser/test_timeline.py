"""The timeline under the hand: filters, the chosen event, the zoom, and the link that keeps them."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def harbour(new_tab, shelf):
    """A case of nine entries, one of them known only later, open on its timeline."""
    shelf.put("harbour-road")
    with new_tab(shelf.base) as tab:
        tab.open("/timeline?case=harbour-road")
        yield tab


def left(tab, words):
    """Wait for the count under the filters."""
    expect(tab.page.get_by_text(re.compile(rf"^{re.escape(words)}\. "))).to_be_visible()


def pick(tab, opener, *names):
    """Open a filter, press its pills one after the other, and close it."""
    tab.page.get_by_test_id("stPopoverButton").filter(has_text=opener).click()
    opened = tab.page.get_by_role("dialog", name=opener)
    for name in names:
        opened.get_by_role("button", name=name).click()
        tab.calm()
    tab.page.keyboard.press("Escape")
    expect(opened).to_have_count(0)


def test_each_filter_leaves_what_it_says_and_the_link_keeps_it(harbour):
    """Police hidden, contacts hidden, only the child, only the word: 8, 6, 5, 3, 1 events; a reload shows the same one."""
    later = "1 known only later is hidden"
    left(harbour, f"8 of 9 events; {later}")
    pick(harbour, "Agencies:", "Police")
    left(harbour, f"6 of 9 events; {later}")
    pick(harbour, "Kinds:", "Contact")
    left(harbour, f"5 of 9 events; {later}")
    pick(harbour, "People:", "Child H")
    left(harbour, f"3 of 9 events; {later}")
    search = harbour.page.get_by_role("textbox", name="Search")
    search.fill("refers")
    search.press("Enter")
    left(harbour, f"1 of 9 events; {later}")
    harbour.await_marks("school-refers", only=True)
    expect(harbour.page).to_have_url(re.compile("q=refers"))
    asked = {key: harbour.asked(key) for key in ("case", "hide", "kinds", "people", "q")}
    assert asked == {"case": "harbour-road", "hide": "police", "kinds": "contact", "people": "child", "q": "refers"}

    harbour.page.reload(wait_until="domcontentloaded")
    harbour.past_the_note()
    left(harbour, f"1 of 9 events; {later}")
    expect(harbour.page.get_by_role("button", name="Agencies: 3 of 4")).to_be_visible()
    expect(harbour.page.get_by_role("textbox", name="Search")).to_have_value("refers")


def test_an_event_is_chosen_by_its_mark_by_its_row_and_by_the_arrow_keys(harbour):
    """The caption, the details and the link follow each way of choosing; a reload keeps the last."""
    page, caption = harbour.page, harbour.caption()
    expect(caption).to_contain_text("No event is chosen.")

    page.mouse.click(*harbour.place("meeting"))
    expect(caption).to_contain_text("School: Meeting at the school")
    expect(caption).to_contain_text("5 of 8")
    expect(page.get_by_role("region", name="Details of the chosen event")).to_contain_text("Meeting at the school")
    harbour.await_event("meeting")

    page.keyboard.press("ArrowRight")
    expect(caption).to_contain_text("Police: Police called again")
    page.keyboard.press("ArrowLeft")
    expect(caption).to_contain_text("Meeting at the school")
    page.keyboard.press("ArrowLeft")
    expect(caption).to_contain_text("School: School refers the child")
    expect(page.get_by_role("region", name="Details of the chosen event")).to_contain_text(
        "Health visiting: received. 14 May 2015"
    )
    harbour.await_event("school-refers")

    choose_row(harbour, 2)
    expect(caption).to_contain_text("Health visiting: Home visit")
    expect(caption).to_contain_text("2 of 8")
    harbour.await_event("home-visit")

    page.reload(wait_until="domcontentloaded")
    harbour.past_the_note()
    expect(caption).to_contain_text("Health visiting: Home visit")
    left(harbour, "8 of 9 events; 1 known only later is hidden")


def choose_row(tab, number):
    """Tick the row of the table, whose first column is for choosing; a row is 36 px high, its heading too."""
    table = tab.page.get_by_test_id("stDataFrame").first
    table.scroll_into_view_if_needed()
    table.locator(".dvn-scroller").click(position={"x": 16, "y": 36 * number + 18})


def test_a_drag_zooms_a_filter_keeps_the_days_and_a_double_click_shows_all(harbour):
    """The days in view stand in the link, outlast a filter, and go with a double click."""
    page = harbour.page
    from_x, y = harbour.place("first-call")
    to_x, _ = harbour.place("meeting")
    page.mouse.move(from_x - 20, y + 25)
    page.mouse.down()
    page.mouse.move(to_x + 20, y + 25, steps=8)
    page.mouse.up()
    page.wait_for_url("**start=**")
    days = harbour.asked("start"), harbour.asked("end")
    assert "2015-02-15" < days[0] < "2015-03-02", days
    assert "2015-06-03" < days[1] < "2015-06-18", days
    harbour.calm()
    harbour.await_marks("first-call", "meeting")

    pick(harbour, "Agencies:", "Police")
    left(harbour, "6 of 9 events; 1 known only later is hidden")
    assert (harbour.asked("start"), harbour.asked("end")) == days
    x, y = harbour.place("meeting")
    page.mouse.dblclick(x - 60, y + 25)
    page.wait_for_url(lambda url: "start" not in url)
    assert harbour.asked("hide") == "police"
    harbour.await_marks("home-visit", "no-reply", "school-refers", "meeting", "moved", "injury", only=True)
    expect(harbour.figure()).to_be_visible()


def test_the_table_is_saved_only_with_its_marking_and_its_guard(harbour):
    """Streamlit's own download of a table is not offered; search and full screen are."""
    table = harbour.page.get_by_test_id("stDataFrame").first
    table.scroll_into_view_if_needed()
    table.hover()
    bar = harbour.page.get_by_test_id("stElementToolbarButton")
    expect(bar.filter(has=harbour.page.get_by_label(re.compile("^Search"))).first).to_be_visible()
    for button in bar.filter(has=harbour.page.get_by_label(re.compile("^Download"))).all():
        expect(button).to_be_hidden()
