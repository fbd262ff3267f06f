"""Delay and Learning in a real browser: by keyboard, without a rule of WCAG broken, and with choices in the link."""

import pytest
from playwright.sync_api import expect

from tests.browser.reach import SIDEWAYS, violations

pytestmark = pytest.mark.browser
SMALL = (1280, 720)


def test_delay_draws_its_figure_and_breaks_no_rule_of_wcag(new_tab, server):
    """At 1280 by 720, with a measure from the link; its figure is named by the finding. The content note before it as well."""
    with new_tab(server, SMALL) as tab:
        tab.go("/delay?what=receipt")
        page = tab.page
        expect(page.get_by_role("dialog")).to_be_visible()
        assert violations(page) == []
        tab.past_the_note()
        figure = page.get_by_role("figure", name="Sent to received: the median of ")
        expect(figure.locator(".js-plotly-plot .main-svg").first).to_be_visible()
        tab.calm()
        assert page.evaluate(SIDEWAYS) == []
        assert violations(page) == []


def test_a_row_of_the_list_leads_to_its_event_by_keyboard(new_tab, server):
    """Enter on the link opens the timeline in the same session, with the event chosen and no second note."""
    with new_tab(server, SMALL) as tab:
        tab.open("/delay?what=receipt")
        link = tab.page.get_by_role("link", name="Police notification (Merlin) of the incident of 12 June").first
        link.focus()
        tab.page.keyboard.press("Enter")
        tab.await_event("merlin-12-june")
        expect(tab.page.get_by_role("dialog")).to_have_count(0)
        tab.figure().wait_for()


def test_learning_finds_by_keyboard_and_keeps_the_search_in_the_link(new_tab, server):
    """Reached by the menu; the words typed stand in the address; the page breaks no rule of WCAG."""
    with new_tab(server, SMALL) as tab:
        tab.open("/delay")
        page = tab.page
        page.get_by_role("link", name="Learning", exact=True).click()
        field = page.get_by_role("textbox", name="Words that must all stand in it")
        field.focus()
        field.type("fathers")
        page.keyboard.press("Enter")
        page.wait_for_url("**q=fathers**")
        tab.calm()
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
