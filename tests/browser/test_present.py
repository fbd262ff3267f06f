"""The room's screen: every key counts once, covers come back to the same step, the mouse does the same, and WCAG holds."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.reach import violations
from tests.browser.walking import CASES, SAID, look, order_of

pytestmark = pytest.mark.browser
# Counts, at every change of the page, whether words stand in it while the screen is blanked and its caption has gone.
SEEN = """(words, said) => {
  window.seen = 0;
  const blanked = () => document.querySelector('.sg-break[role=status]') && !document.querySelector('.sg-caption');
  new MutationObserver(() => { if (blanked() && said().includes(words)) window.seen += 1; })
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
}"""


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


def test_quick_presses_are_neither_lost_nor_doubled(harbour):
    """Four at once are four steps on; three back are three; a held key is one."""
    for _ in range(4):
        harbour.page.keyboard.press("PageDown")
    step(harbour, 5)
    for _ in range(3):
        harbour.page.keyboard.press("PageUp")
    step(harbour, 2)
    for _ in range(5):
        harbour.page.keyboard.down("ArrowRight")
    harbour.page.keyboard.up("ArrowRight")
    step(harbour, 3)


def test_blank_break_and_a_reload_come_back_to_the_same_step(harbour):
    """While the screen is blank nothing of the case is on the page."""
    page = harbour.page
    page.keyboard.press("ArrowRight")
    step(harbour, 2)
    title = page.locator(".sg-said h1").inner_text()
    page.evaluate(f"title => {{ const said = {SAID}; ({SEEN})(title, said); }}", title)
    for _ in range(3):
        page.keyboard.press(".")
        expect(page.get_by_role("status", name="The screen is blanked. Press B to show it.")).to_be_visible()
        expect(page.locator(".sg-caption")).to_have_count(0)
        assert title not in page.evaluate(SAID)
        page.keyboard.press("b")
        expect(page.locator(".sg-said h1")).to_have_text(title)
    assert page.evaluate("window.seen") == 0
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


def test_the_mouse_does_what_the_keys_do(harbour):
    """Next and back by the buttons, an agency's view and an episode by the lists; the keys are off while a list has the focus."""
    page = harbour.page
    page.locator(".sg-bar [data-act=next]").click()
    step(harbour, 2)
    page.locator(".sg-bar [data-act=back]").click()
    step(harbour, 1)
    page.get_by_label("View").select_option("School")
    expect(page.locator(".sg-head")).to_contain_text("could know it")
    page.get_by_label("View").focus()
    page.keyboard.press("PageDown")
    page.wait_for_timeout(300)
    step(harbour, 1)


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
            look(tab.page, case, order, until, shown=".sg-back" if name == "looking back" else "")
            found[name] = violations(tab.page)
        tab.page.keyboard.press("p")
        expect(tab.page.get_by_role("heading", name="Break")).to_be_visible()
        found["break"] = violations(tab.page)
        tab.page.keyboard.press("p")
        tab.page.keyboard.press("End")
        look(tab.page, case, order, len(order) - 1)
        found["end"] = violations(tab.page)
    assert {name: one for name, one in found.items() if one} == {}


def test_the_first_link_into_a_new_server_keeps_its_keys_when_the_page_is_run_anew(new_tab, fresh_server):
    """Another window moves the room, so this one is run again as a whole: what listens to the keys is still the same."""
    address = "/present?case=child-k&room=calm-cold-start"
    with new_tab(fresh_server) as tab:
        tab.go(address)
        tab.page.locator(".st-key-stage[data-ready]").wait_for()
        tab.page.evaluate("document.querySelector('.st-key-stage .stBidiComponent').dataset.first = ''")
        other = tab.page.context.new_page()
        other.goto(tab.base + address, wait_until="domcontentloaded")
        other.locator(".st-key-stage[data-ready]").wait_for()
        other.keyboard.press("Enter")
        step(tab, 1)
        expect(tab.page.locator(".stBidiComponent[data-first]")).to_have_count(1)
