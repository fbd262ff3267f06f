"""Delay and Learning in a real browser: by keyboard, without a rule of WCAG broken, and with choices in the link."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
SMALL = (1280, 720)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
AXE = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
SIDEWAYS = """() => ['html', '[data-testid=stMain]', '[data-testid=stMainBlockContainer]']
  .map(one => document.querySelector(one)).filter(one => one.scrollWidth > one.clientWidth).map(one => one.tagName)"""


@pytest.fixture(scope="module")
def all_cases(new_tab, server):
    """The page Delay at 1280 by 720, its note read."""
    with new_tab(server, SMALL) as tab:
        tab.go("/delay?what=receipt")
        expect(tab.page.get_by_role("dialog")).to_be_visible()
        assert violations(tab.page) == []
        tab.past_the_note()
        tab.calm()
        yield tab


def violations(page):
    """What axe-core finds: rule, where, and what is there."""
    found = Axe().run(page, options=AXE).response["violations"]
    return [f"{rule['id']}: {node['target']} {node['html'][:200]}" for rule in found for node in rule["nodes"]]


def test_delay_draws_its_figure_and_breaks_no_rule_of_wcag(all_cases):
    """At 1280 by 720, with a measure from the link; its figure is named by the finding."""
    page = all_cases.page
    figure = page.get_by_role("figure", name="Sent to received: the median of ")
    expect(figure.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    assert page.evaluate(SIDEWAYS) == []
    assert violations(page) == []


def test_a_row_of_the_list_leads_to_its_event_by_keyboard(all_cases):
    """Enter on the link opens the timeline in the same session, with the event chosen and no second note."""
    page = all_cases.page
    link = page.get_by_role("link", name="Police notification (Merlin) of the incident of 12 June").first
    link.focus()
    page.keyboard.press("Enter")
    all_cases.await_event("merlin-12-june")
    expect(page.get_by_role("dialog")).to_have_count(0)
    all_cases.figure().wait_for()


def test_learning_finds_by_keyboard_and_keeps_the_search_in_the_link(all_cases):
    """The words typed stand in the address; the page breaks no rule of WCAG."""
    page = all_cases.page
    page.get_by_role("link", name="Learning", exact=True).click()
    field = page.get_by_role("textbox", name="Words that must all stand in it")
    field.focus()
    field.type("fathers")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=fathers**")
    all_cases.calm()
    expect(page.get_by_role("button", name="Clear the search")).to_be_visible()
    assert page.evaluate(SIDEWAYS) == []
    assert violations(page) == []


def test_the_drawing_program_is_fetched_while_the_note_is_read(new_tab, server):
    """So that the figure stands soon after the note is closed."""
    with new_tab(server, SMALL) as tab:
        tab.go("/delay")
        expect(tab.page.get_by_role("button", name="Open the cases")).to_be_visible()
        fetched = "() => performance.getEntriesByType('resource').some(one => /PlotlyChart/.test(one.name) && one.responseEnd)"
        tab.page.wait_for_function(fetched)
        assert tab.page.get_by_test_id("stPlotlyChart").count() == 0
