"""Everyone can use it: no sideways scrolling, names in full, WCAG 2.2 AA by axe-core, the keyboard, and twice the size."""

import re

import pytest
from playwright.sync_api import expect

from loaders import read_library
from measures.lanes import lanes
from tests.browser.reach import SIDEWAYS, violations

pytestmark = pytest.mark.browser
SMALL, TWICE = (1280, 720), (960, 540)
PAGES = ("Cases", "Case", "Timeline", "Practice", "Who knew what", "Silence and sight", "Density", "Delay", "Learning")
ALONE = ("present", "facilitator")
# Each text of the picture with its height, and how much of it lies left or right of where the window and all that cuts off leave it seen.
WORDS = """() => [...document.querySelectorAll('.st-key-picture svg text')].map(text => {
  const box = text.getBoundingClientRect();
  let left = 0, right = innerWidth;
  for (let around = text.parentElement; around; around = around.parentElement) {
    if (around.tagName === 'g' || getComputedStyle(around).overflowX === 'visible') continue;
    const edge = around.getBoundingClientRect();
    left = Math.max(left, edge.left), right = Math.min(right, edge.right);
  }
  return [text.textContent, box.height, Math.max(left - box.left, box.right - right, 0)];
})"""


@pytest.fixture(scope="module")
def child_k(new_tab, server):
    """Child K at 1280 by 720, opened once; its pages are reached by the menu."""
    with new_tab(server, SMALL) as tab:
        tab.open("/timeline?case=child-k&event=nspcc-call")
        yield tab


def turn_to(tab, title):
    """Go to a page by the menu, and wait until all of it is there."""
    tab.page.get_by_role("link", name=title, exact=True).click()
    drawn = {
        "Cases": tab.page.get_by_role("heading", name="Cases", exact=True),
        "Case": tab.page.get_by_text(re.compile("^For the author of the file")),
        "Timeline": tab.page.get_by_role("heading", name="The same events as a table"),
        "Practice": tab.page.get_by_role("heading", name="The same numbers as a table"),
        "Who knew what": tab.page.get_by_role("heading", name="The same as a table"),
        "Silence and sight": tab.page.get_by_role("heading", name=re.compile("^When was .* seen")),
        "Density": tab.page.get_by_role("heading", name="What these numbers are out of"),
        "Delay": tab.page.get_by_role("heading", name="How long did things take?"),
        "Learning": tab.page.get_by_role("heading", name="How long before the incident"),
    }[title]
    note = tab.page.get_by_role("button", name="Open the cases")
    if title in ("Delay", "Learning") and drawn.or_(note).first.wait_for() is None and note.is_visible():
        note.click()
    drawn.wait_for()
    tab.calm()


@pytest.mark.parametrize("title", PAGES)
def test_a_page_needs_no_sideways_scrolling_and_breaks_no_rule_of_wcag(child_k, title):
    """At 1280 by 720, with an event of Child K chosen."""
    turn_to(child_k, title)
    assert child_k.page.evaluate(SIDEWAYS) == []
    assert violations(child_k.page) == []


@pytest.mark.parametrize("path", ALONE)
def test_a_window_of_its_own_needs_no_sideways_scrolling_and_breaks_no_rule_of_wcag(new_tab, server, path):
    """The room's screen and the facilitator's, at 1280 by 720."""
    with new_tab(server, SMALL) as tab:
        tab.open(f"/{path}?case=child-k")
        tab.calm()
        assert tab.page.evaluate(SIDEWAYS) == []
        assert violations(tab.page) == []


def test_every_lane_name_of_child_k_can_be_read_in_full(child_k):
    """Each lane's name stands in the picture, and no word of it is cut off at an edge."""
    turn_to(child_k, "Timeline")
    child_k.figure().wait_for()
    case = read_library().cases["child-k"]
    names = set(lanes(case.agencies, case.events, case.periods)["name"])
    words = child_k.page.evaluate(WORDS)
    readable = {text for text, height, _ in words if height >= 12}
    assert names - readable == set()
    assert [(text, round(off)) for text, _, off in words if off > 1] == []


def test_a_case_by_heading_breaks_no_rule_of_wcag(new_tab, server):
    """Sophia's cards at 1280 by 720, with one chosen."""
    with new_tab(server, SMALL) as tab:
        tab.go("/timeline?case=sophia&event=kch-pregnancy-care")
        expect(tab.page.get_by_role("dialog")).to_be_visible()
        assert violations(tab.page) == []
        tab.past_the_note()
        expect(tab.page.get_by_role("region", name="Details of the chosen event")).to_be_visible()
        turn_to(tab, "Timeline")
        assert tab.page.evaluate(SIDEWAYS) == []
        assert violations(tab.page) == []


def focused(page):
    """What has the focus, by its name for those who hear it."""
    return page.evaluate(
        "() => { const one = document.activeElement; const key = one.closest('[class*=st-key-]');"
        "return [one.tagName, (one.getAttribute('aria-label') || one.innerText || '').trim().split('\\n')[0],"
        " one.closest('[data-testid=stDataFrame]') ? 'table' : (one.getAttribute('role') || '')]; }"
    )


def test_the_tab_key_reaches_filters_steps_picture_and_table(new_tab, shelf):
    """In this order, and each with a visible frame; Enter on 'Next' chooses the first event."""
    shelf.put("harbour-road")
    with new_tab(shelf.base, SMALL) as tab:
        tab.open("/timeline?case=harbour-road")
        tab.calm()
        seen = []
        for _ in range(45):
            tab.page.keyboard.press("Tab")
            seen.append(focused(tab.page))
            if seen[-1][1].startswith("Next"):
                outline = tab.page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
                assert outline == "solid"
            if seen[-1][2] == "table":
                break
        names = [name for _, name, _ in seen]
        wanted = ["Agencies:", "Kinds:", "People:", "Practice:", "View", "Search", "‹ Previous", "Next ›", "Swimlanes of"]
        places = [next((at for at, name in enumerate(names) if name.startswith(word)), -1) for word in wanted]
        assert -1 not in places, (wanted, places, names)
        assert places == sorted(places), names
        assert seen[-1][2] == "table", names

        tab.page.get_by_role("button", name="Next ›").focus()
        tab.page.keyboard.press("Enter")
        expect(tab.caption()).to_contain_text("Police called to the flat")


OVERLAPS = """() => {
  const controls = [...document.querySelectorAll('.st-key-top button, .st-key-top input, .st-key-filters button, .st-key-filters input, '
    + '.st-key-caption button, [data-testid=stHeader] nav a, [aria-label="App pages"] a')]
    .filter(one => one.getClientRects().length && getComputedStyle(one).visibility !== 'hidden' && one.type !== 'checkbox' && !one.closest('[aria-hidden=true]'));
  const boxes = controls.map(one => [one, one.getBoundingClientRect()]);
  const name = one => (one.getAttribute('aria-label') || one.innerText || one.placeholder || '').trim().split('\\n')[0];
  const found = controls.length < 15 ? [`only ${controls.length} controls were found`] : [];
  for (const [one, a] of boxes) {
    if (a.left < -1 || a.right > innerWidth + 1) found.push(`${name(one)} is off the screen`);
    for (const [other, b] of boxes) {
      if (one === other || one.contains(other) || other.contains(one) || one.closest('[data-testid=stSelectbox]') === other.closest('[data-testid=stSelectbox]') && one.closest('[data-testid=stSelectbox]')) continue;
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left), high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > 1 && high > 1) found.push(`${name(one)} over ${name(other)}`);
    }
  }
  return found;
}"""


def test_at_twice_the_size_no_control_covers_another(new_tab, shelf):
    """A 1920 by 1080 screen at 200 %: every control is on the screen, none lies over another, and nothing scrolls sideways."""
    shelf.put("harbour-road")
    with new_tab(shelf.base, TWICE, scale=2) as tab:
        tab.open("/timeline?case=harbour-road")
        tab.calm()
        assert tab.page.evaluate(OVERLAPS) == []
        assert tab.page.evaluate(SIDEWAYS) == []
        tab.page.get_by_role("button", name="View", exact=True).click()
        expect(tab.page.get_by_role("dialog", name="View")).to_be_visible()
