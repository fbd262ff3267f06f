"""Everyone can use it, further: the keyboard alone, four times the size, colours of the reader's own, and without motion."""

import re

import pytest
from playwright.sync_api import expect

from panels.menu import NOT_IN_THE_MENU, PAGES
from tests.browser.reach import SIDEWAYS, violations

pytestmark = pytest.mark.browser
SMALL = (1280, 720)
FOUR_TIMES = (320, 256)
PATHS = [
    path for _, _, path in PAGES if path not in ("present", *NOT_IN_THE_MENU)
]  # those two are for a room's screen and a second one
MOVING = """() => [...document.querySelectorAll('*')].flatMap(one => {
  const style = getComputedStyle(one);
  return (style.transitionDuration + ',' + style.animationDuration).split(',').map(parseFloat).filter(seconds => seconds > 0.001)
    .map(seconds => `${one.tagName}.${one.className} ${seconds}`);
}).slice(0, 5)"""
# What a switch shows of its state when the reader's own colours replace all backgrounds: its frame, and the knob against it.
SWITCH = """() => { const box = document.querySelector('[role=switch]').closest('label').querySelector('span + div');
  return [getComputedStyle(box).borderTopWidth, getComputedStyle(box).backgroundColor !== getComputedStyle(box.firstChild).backgroundColor]; }"""
CHOICES = """() => [...document.querySelectorAll('[role=radiogroup] [role=radio]')]
  .map(one => [one.getAttribute('aria-checked') === 'true', getComputedStyle(one).backgroundColor])"""


@pytest.fixture(scope="module")
def opened_once(new_tab, shelved):
    """Harbour Road on a screen of 1280 by 1024 at 400 %, opened once."""
    shelved.put("harbour-road")
    with new_tab(shelved.base, FOUR_TIMES, scale=4) as tab:
        tab.open("/case?case=harbour-road")
        yield tab


@pytest.fixture
def tiny(opened_once, shelf):
    """That page, with its case on the shelf again, whichever tests came in between."""
    shelf.put("harbour-road")
    return opened_once


@pytest.mark.parametrize("path", PATHS)
def test_at_four_times_the_size_a_page_scrolls_only_downwards(tiny, path):
    """Words and controls flow into one column; a picture or a table scrolls within its own frame, and nothing floats over the page."""
    tiny.go(f"/{'' if path == PATHS[0] else path}?case=harbour-road")  # the first is the home page
    tiny.page.wait_for_timeout(500)
    note = tiny.page.get_by_role("button", name="Open the case")
    expect(note.or_(tiny.page.get_by_role("heading").first).first).to_be_visible()
    tiny.calm()
    if note.count():
        tiny.past_the_note()
        tiny.calm()
    assert tiny.page.evaluate(SIDEWAYS) == []
    assert tiny.page.evaluate("() => getComputedStyle(document.querySelector('.st-key-top')).position") == "static"


def reach(tab, name, most=80):
    """Press Tab until something with that name has the focus."""
    for _ in range(most):
        tab.page.keyboard.press("Tab")
        said = tab.page.evaluate(
            "() => { const one = document.activeElement; return (one.getAttribute('aria-label') || one.innerText || '').trim(); }"
        )
        if re.match(name, said):
            return
    pytest.fail(f"The Tab key did not reach {name} in {most} steps.", pytrace=False)


def test_from_the_cases_to_who_knew_what_by_the_keyboard_alone(new_tab, shelf):
    """Open a case, read its note, step to an event, open and leave a list of choices, and go to another page: no mouse."""
    shelf.put("harbour-road")
    with new_tab(shelf.base, SMALL) as tab:
        tab.go("/")
        tab.calm()
        reach(tab, "Open Harbour Road")
        tab.page.keyboard.press("Enter")
        expect(tab.page.get_by_role("dialog")).to_be_visible()
        reach(tab, "Open the case")
        tab.page.keyboard.press("Enter")
        expect(tab.page.get_by_role("dialog")).to_have_count(0)
        tab.figure().wait_for()
        tab.calm()
        reach(tab, "View")
        tab.page.keyboard.press("Enter")
        expect(tab.page.get_by_role("dialog", name="View")).to_be_visible()
        assert violations(tab.page) == []
        tab.page.keyboard.press("Escape")
        expect(tab.page.get_by_role("dialog", name="View")).to_have_count(0)
        reach(tab, "Next ›")
        tab.page.keyboard.press("Enter")
        expect(tab.caption()).to_contain_text("Police called to the flat")
        tab.calm()
        tab.page.keyboard.press("Control+Home")
        reach(tab, "Who knew what", 150)
        tab.page.keyboard.press("Enter")
        expect(tab.page.get_by_role("heading", name="The same as a table")).to_be_visible()


def test_with_colours_of_the_readers_own_every_state_can_still_be_seen(new_tab, shelf):
    """A switch has a frame and a knob, and the chosen one of several is not like the others."""
    shelf.put("harbour-road")
    with new_tab(shelf.base, SMALL) as tab:
        tab.page.emulate_media(forced_colors="active", reduced_motion="reduce")
        tab.open("/sight?case=harbour-road")
        width, differs = tab.page.evaluate(SWITCH)
        assert (float(width.removesuffix("px")) >= 1, differs) == (True, True)
        chosen = {colour for checked, colour in tab.page.evaluate(CHOICES) if checked}
        others = {colour for checked, colour in tab.page.evaluate(CHOICES) if not checked}
        assert chosen
        assert others
        assert not chosen & others


def test_whoever_wants_no_motion_sees_none(new_tab, shelf):
    """No transition and no animation runs on the timeline."""
    shelf.put("harbour-road")
    with new_tab(shelf.base, SMALL) as tab:
        tab.open("/timeline?case=harbour-road")
        assert tab.page.evaluate(MOVING) == []
