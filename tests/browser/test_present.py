"""The room's screen under its keys in a real browser: covers, the question, leaving, a reload, and WCAG 2.2 AA."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from loaders import read_library
from measures.running import running_order

pytestmark = pytest.mark.browser
CASES = read_library().cases
AXE = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
# The step that stands on the screen, and, where it has a picture, that the picture is of this step.
READY = """([place, title]) => {
  const head = document.querySelector('.sg-progress')?.getAttribute('aria-label') || '';
  if (!head.startsWith(place + ' of ')) return false;
  if (!title) return !document.querySelector('.st-key-stage .sg-caption');
  const figure = document.querySelector('.st-key-stage [role=figure]')?.getAttribute('aria-label') || '';
  return figure.includes('In focus: ' + title) && !!document.querySelector('.st-key-stage .js-plotly-plot')?.data;
}"""
SAID = """() => document.documentElement.outerHTML + [...document.querySelectorAll('.js-plotly-plot')]
  .map(one => JSON.stringify(one.data) + JSON.stringify(one.layout)).join('') + document.title + location.href"""


def order_of(case):
    return running_order(case.episodes, case.events, case.practice)


def at_step(tab, case, order, step):
    """Wait until the screen shows the step of the running order."""
    ids = order.at[step, "event_ids"] if order.at[step, "kind"] == "event" else ()
    title = case.events.set_index("event_id").at[ids[0], "title"] if ids else ""
    tab.page.wait_for_function(READY, arg=[f"Step {step + 1}", title], polling=40)


@pytest.fixture
def harbour(new_tab, shelf):
    """A small case, opened at its first question."""
    shelf.put("harbour-road")
    with new_tab(shelf.base) as tab:
        tab.go("/present?case=harbour-road")
        tab.page.get_by_role("button", name="Open the case").click()
        step(tab, 1)
        yield tab


def step(tab, number):
    """Wait for a step of the first episode."""
    expect(tab.page.locator("#stage-step")).to_contain_text(re.compile(rf"Step {number} of"))


def test_blank_break_and_a_reload_come_back_to_the_same_step(harbour):
    """While the screen is blank nothing of the case is on the page."""
    page = harbour.page
    page.keyboard.press("ArrowRight")
    step(harbour, 2)
    title = page.locator(".sg-said h1").inner_text()
    page.keyboard.press(".")
    expect(page.get_by_role("status", name="The screen is blanked. Press B to show it.")).to_be_visible()
    expect(page.locator(".sg-caption")).to_have_count(0)
    assert title not in page.evaluate(SAID)
    page.keyboard.press("b")
    expect(page.locator(".sg-said h1")).to_have_text(title)
    page.keyboard.press("p")
    expect(page.get_by_role("heading", name="Break")).to_be_visible()
    page.keyboard.press("PageDown")
    expect(page.locator(".sg-said h1")).to_have_text(title)
    page.reload(wait_until="domcontentloaded")
    expect(page.locator(".sg-said h1")).to_have_text(title)


def test_the_question_the_child_the_keys_and_the_list_of_keys(harbour):
    """Q stands over the caption, C and H hide and show, ? lists every key."""
    page = harbour.page
    page.keyboard.press("ArrowRight")
    step(harbour, 2)
    page.keyboard.press("q")
    expect(page.locator(".sg-meta")).to_have_text("The question")
    page.keyboard.press("q")
    expect(page.locator(".sg-meta")).not_to_have_text("The question")
    page.keyboard.press("h")
    expect(page.locator(".sg-bar")).to_have_count(0)
    page.keyboard.press("h")
    page.keyboard.press("?")
    expect(page.get_by_role("group", name="All keys")).to_contain_text("leave (asks first)")
    page.keyboard.press("Escape")
    expect(page.get_by_role("group", name="All keys")).to_have_count(0)
    expect(page.get_by_role("heading", name="Leave the room")).to_have_count(0)


def test_escape_asks_and_only_a_yes_leaves(harbour):
    """Any other key stays; Enter leads to the timeline, past its content note."""
    page = harbour.page
    ask = page.get_by_role("heading", name="Leave the room")
    page.keyboard.press("Escape")
    expect(ask).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(ask).to_have_count(0)
    step(harbour, 1)
    page.keyboard.press("Escape")
    expect(ask).to_be_visible()
    page.keyboard.press("Enter")
    expect(harbour.figure()).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_each_kind_of_step_breaks_no_rule_of_wcag(new_tab, server):
    """Note, question, event, the question whether to look back, looking back, pause, break and the end of Child K."""
    case = CASES["child-k"]
    order = order_of(case)
    back = int(order.loc[order["kind"] == "looking back", "step"].iloc[0])
    pause = int(order.loc[order["kind"] == "pause", "step"].iloc[0])
    found = {}
    with new_tab(server, (1280, 720)) as tab:
        tab.go("/present?case=child-k")
        tab.page.locator(".st-key-stage[data-ready]").wait_for()
        at = 0
        for name, until in (("note", 0), ("question", 1), ("event", 4), ("asks", back), ("looking back", back), ("pause", pause)):
            for _ in range(until - at):
                tab.page.keyboard.press("PageDown")
            if name == "looking back":
                tab.page.keyboard.press("m")
                expect(tab.page.locator(".sg-back")).to_be_visible()
            at = until
            at_step(tab, case, order, until)
            found[name] = violations(tab.page)
        tab.page.keyboard.press("p")
        expect(tab.page.get_by_role("heading", name="Break")).to_be_visible()
        found["break"] = violations(tab.page)
        tab.page.keyboard.press("p")
        tab.page.keyboard.press("End")
        at_step(tab, case, order, len(order) - 1)
        found["end"] = violations(tab.page)
    assert {name: one for name, one in found.items() if one} == {}


def violations(page):
    """What axe-core finds on the room's screen: rule, where, and what is there."""
    listed = Axe().run(page, options=AXE).response["violations"]
    return [f"{rule['id']}: {node['target']} {node['html'][:160]}" for rule in listed for node in rule["nodes"]]
