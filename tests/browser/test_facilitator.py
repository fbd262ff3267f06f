"""Two windows of one room: the facilitator's moves the room's and follows it, and what the room says survives a reload."""

import io
import re

import docx
import pytest
from playwright.sync_api import expect

from panels.rooms import new_word
from tests.browser.reach import violations

pytestmark = pytest.mark.browser
WORDS = "We rang back <b>twice</b>; nobody had time. b p m"


@pytest.fixture
def windows(new_tab, server):
    """The room's window and the facilitator's, in one browser, on a new room of Child K."""
    with new_tab(server) as tab:
        word = new_word()
        tab.go(f"/facilitator?case=child-k&room={word}")
        tab.past_the_note()
        expect(tab.page.get_by_text("The room's screen is not open.")).to_be_visible()
        room = tab.page.context.new_page()
        room.goto(f"{tab.base}/present?case=child-k&room={word}", wait_until="domcontentloaded")
        expect(tab.page.get_by_text("On the room's screen now: the content note")).to_be_visible()
        yield tab, room


def field(page):
    return page.locator(".st-key-capture-text textarea")


def stands_at(page, words):
    expect(page.locator(".st-key-fac-state")).to_contain_text(words)


def test_two_windows_follow_each_other_and_what_is_said_is_kept(windows):
    """Either window moves both; typing moves nothing; a reload loses nothing; both files hold the note as written."""
    tab, room = windows
    facilitator = tab.page
    for _ in range(3):
        facilitator.keyboard.press("ArrowRight")
    stands_at(facilitator, "step 3 of")
    expect(room.locator(".sg-head")).to_contain_text(re.compile("Step 3 of"), timeout=5000)
    room.keyboard.press("PageUp")
    stands_at(facilitator, "step 2 of")
    facilitator.keyboard.press("b")
    expect(facilitator.get_by_role("button", name="Show again")).to_be_visible()
    facilitator.keyboard.press("b")
    expect(facilitator.get_by_role("button", name="Blank")).to_be_visible()
    field(facilitator).click()
    facilitator.keyboard.type(WORDS)
    room.keyboard.press("PageDown")
    stands_at(facilitator, "step 3 of")
    expect(field(facilitator)).to_have_value(WORDS)
    expect(facilitator.get_by_role("button", name="Blank")).to_be_visible()
    facilitator.locator(".st-key-capture-text textarea[data-kept]").wait_for()
    facilitator.reload(wait_until="domcontentloaded")
    tab.past_the_note()
    expect(field(facilitator)).to_have_value(WORDS)
    field(facilitator).click()
    facilitator.keyboard.press("Control+Enter")
    expect(facilitator.locator(".said")).to_contain_text(f"Step 3, For the child: {WORDS}")
    facilitator.reload(wait_until="domcontentloaded")
    tab.past_the_note()
    expect(facilitator.locator(".said")).to_contain_text(WORDS)
    expect(field(facilitator)).to_have_value("")
    word = docx.Document(io.BytesIO(saved(facilitator, "Word")))
    assert [one.text.split(": ", 1)[1] for one in word.paragraphs if one.style.name == "List Bullet"] == [WORDS]
    assert "\\<b\\>twice\\</b\\>; nobody had time. b p m" in saved(facilitator, "Markdown").decode("utf-8")
    tab.calm()
    assert violations(facilitator) == []


def saved(page, name):
    """The file behind a button."""
    with page.expect_download() as told:
        page.get_by_role("button", name=name, exact=True).click()
    return told.value.path().read_bytes()


def test_a_small_window_has_two_columns_and_the_picture_behind_a_tab(new_tab, server):
    """At 1280 by 720, without sideways scrolling and by the rules of WCAG."""
    with new_tab(server, (1280, 720)) as tab:
        tab.go(f"/facilitator?case=child-k&room={new_word()}")
        tab.past_the_note()
        tab.page.get_by_role("tab", name="Full picture").wait_for()
        tab.page.get_by_role("button", name=re.compile("^Next")).click()
        stands_at(tab.page, "The room's screen is not open.")
        tab.page.get_by_role("tab", name="Full picture").click()
        expect(tab.page.get_by_role("figure", name=re.compile("^Swimlanes of "))).to_be_visible()
        tab.calm()
        assert tab.page.evaluate("document.documentElement.scrollWidth") <= 1280
        assert violations(tab.page) == []
