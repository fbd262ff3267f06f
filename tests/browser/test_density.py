"""Contact density in a browser: a box leads to its events behind the note, everything by keyboard too, and nothing breaks WCAG."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.reach import SIDEWAYS, violations

pytestmark = pytest.mark.browser
BOX = """([row, column]) => {
  const graph = document.querySelector('.st-key-density-picture .js-plotly-plot');
  const targets = graph.data.find(trace => trace.name === 'targets');
  const at = [...targets.customdata].findIndex(one => one[0] === row && one[1] === column);
  const area = graph.querySelector('.nsewdrag').getBoundingClientRect();
  return [area.x + targets.x[at] / graph._fullLayout.width * area.width, area.y + targets.y[at] / graph._fullLayout.height * area.height];
}"""


def figure(tab):
    return tab.page.get_by_role("figure", name=re.compile("^.* stand here; most in one period"))


def test_a_click_on_a_box_leads_to_its_events_and_on_to_the_timeline(wide):
    """Child K, probation, 180 to 151 days before: seven events, behind the case's own content note; the link is the view."""
    wide.go("/density?cases=child-k")
    figure(wide).wait_for()
    wide.calm()
    row, column = 3, 6
    wide.page.mouse.click(*wide.page.evaluate(BOX, [row, column]))
    wide.page.wait_for_url("**cell=child-k.probation-and-prisons.180-151**")
    expect(wide.page.get_by_text("7 events, each for its share of these days.")).to_be_visible()
    assert "PO7" not in wide.page.content()
    wide.page.get_by_role("button", name="Show the events of Child K").click()
    link = wide.page.get_by_role("link", name=re.compile("PO7 visited Mr C's sister"))
    link.click()
    wide.await_event("po7-visits-sister")
    wide.figure().wait_for()


def test_the_same_by_keyboard_and_the_page_breaks_no_rule(small):
    """A row chosen with keys opens its fullest period; at 1280 by 720 nothing scrolls sideways."""
    small.go("/density?cases=child-k.sophia")
    figure(small).wait_for()
    small.calm()
    assert small.page.evaluate(SIDEWAYS) == []
    assert violations(small.page) == []
    row = small.page.get_by_role("combobox", name=re.compile("Row"), exact=False).last
    row.focus()
    small.page.keyboard.type("Child K: Probation")
    small.page.keyboard.press("Enter")
    small.page.wait_for_url("**cell=child-k.probation-and-prisons.180-151**")
    expect(small.page.get_by_text("7 events, each for its share of these days.")).to_be_visible()
    small.calm()
    assert violations(small.page) == []
