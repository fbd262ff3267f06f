"""What the shipped cases must show: the view from one day, hindsight, a case by heading, and where information went."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

# Where anything of the story is drawn in the picture: marks, windows, lasting events, periods, phases and arrows, by its last pixel.
LAST_PIXEL = """() => {
  const graph = document.querySelector('.st-key-picture .js-plotly-plot');
  const story = /^(within these days|lasts|periods|phases|seen|passed on|badges)/;
  const own = graph.data.filter(trace => story.test(trace.name || '') || (trace.hovertext && trace.customdata));
  const places = own.flatMap(trace => [...trace.x].filter((x, at) => trace.customdata?.[at] !== 'key'));
  return Math.max(...places.filter(x => x !== null && !Number.isNaN(x)));
}"""
HEIGHTS = """() => {
  const graph = document.querySelector('.st-key-picture .js-plotly-plot');
  const words = graph.data.find(trace => trace.name === 'words');
  const placed = words.text.map((text, at) => [text, words.x[at], words.y[at], words.textposition[at]]);
  return [graph._fullLayout.height, placed.filter(([text, x, y, side]) => side === 'middle left' && x < -100).map(([text, x, y]) => `${text} ${y}`).sort()];
}"""


def open_details(tab):
    return tab.page.get_by_role("region", name="Details of the chosen event")


def test_nothing_after_the_day_is_drawn_and_a_step_forward_shows_more(wide):
    """Child J on 2 October 2015 as Ealing's social workers could know it: 25 of 130 entries, none of them later."""
    wide.open("/timeline?case=child-j&day=2015-10-02&reader=ealing-csc")
    line = wide.page.get_by_role("status").filter(has_text="could know")
    expect(line).to_have_text(
        "As Ealing CSC could know on 2 October 2015. 105 events are hidden: 22 after this day, 58 that had not reached it, "
        "25 known only later. Practice points and later-known facts are hidden too."
    )
    wide.await_marks("sw2-visit-2-october")
    drawn = wide.drawn()
    assert len(drawn) == 25
    assert "sw2-visit-2-october" in drawn
    assert "sw2-contacts-luton" not in drawn
    day = drawn["sw2-visit-2-october"]
    # A window that has just begun keeps its least width of 8 px, so that it can be seen.
    assert wide.page.evaluate(LAST_PIXEL) <= day + 8

    wide.page.get_by_role("button", name="Day forward").click()
    wide.page.wait_for_url("**day=2015-10-12**")
    expect(line).to_contain_text("As Ealing CSC could know on 12 October 2015.")
    wide.page.get_by_role("button", name="Day forward").click()
    wide.page.wait_for_url("**day=2015-10-14**")
    expect(line).to_contain_text("As Ealing CSC could know on 14 October 2015.")
    wide.await_marks("sw2-visit-2-october", "sw2-contacts-luton")


def test_rows_stay_where_they_are_when_hindsight_is_shown(wide):
    """Child J has 25 entries that were known only later; the picture keeps room for them from the start."""
    wide.open("/timeline?case=child-j")
    wide.await_marks("midwife-refers")
    without = wide.page.evaluate(HEIGHTS)
    assert len(without[1]) > 15
    assert len(wide.drawn()) <= 105
    wide.page.get_by_role("switch", name="Known only later").press("Space")
    wide.page.wait_for_url("**later=1**")
    expect(wide.page.get_by_text(re.compile(r"^130 events\. "))).to_be_visible()
    wide.await_marks("z-violence-account")
    assert wide.page.evaluate(HEIGHTS) == without


def test_a_case_without_dates_opens_by_heading_and_a_card_opens_its_details(wide):
    """Sophia: the review's headings with a card for each entry; Date shows the axis."""
    wide.go("/timeline?case=sophia")
    wide.past_the_note()
    page = wide.page
    expect(page.get_by_text(re.compile(r"have no usable date, so this case opens by heading\."))).to_be_visible()
    expect(page.get_by_role("columnheader", name=re.compile("^Child maintenance"))).to_be_visible()
    expect(page.get_by_role("rowheader", name="Gaia Centre")).to_be_visible()
    title = "Hospital care for Sophia during pregnancy"
    page.get_by_role("table").get_by_role("button", name=re.compile("Care in pregnancy")).click()
    expect(open_details(wide)).to_contain_text(title)
    wide.await_event("kch-pregnancy-care")

    page.locator(".st-key-layout").get_by_text("Date", exact=True).click()
    page.wait_for_url("**lay=axis**")
    expect(page.get_by_role("table").get_by_role("rowheader", name="Gaia Centre")).to_have_count(0)
    expect(wide.figure()).to_be_visible()


@pytest.mark.parametrize("day", ["", "&day=2015-11-20"], ids=["the day it opens on", "Child J's last day"])
def test_luton_health_visiting_is_never_said_to_know_of_the_bail(wide, day):
    """Child J: the file says that Luton's health visitors were not told of Z's bail."""
    wide.go(f"/knew?case=child-j&fact=z-bail&cell=luton-hv&listed=1{day}")
    wide.past_the_note()
    cell = wide.page.get_by_role("region", name="The chosen cell")
    expect(cell).to_contain_text(re.compile(r"Z was on bail for the assault\s*(Not told|No record that it knew)"))
    section = (
        wide.page.get_by_role("main")
        .locator("section")
        .filter(has=wide.page.get_by_role("heading", name="Z was on bail for the assault"))
    )
    expect(section).to_contain_text("Ealing CSC: knows")
    assert "HV, Luton: knows" not in section.inner_text()
    assert "HV, Luton: holds" not in section.inner_text()


def test_a_call_that_went_to_the_wrong_place_names_both_places(wide):
    """Child K: the NSPCC's call went to Southwark and reached Lambeth six days later."""
    wide.open("/timeline?case=child-k&event=nspcc-call")
    expect(open_details(wide)).to_contain_text("Southwark MASH (MASH): misdirected")
    expect(open_details(wide)).to_contain_text("Lambeth CSC: received. 9 Oct 2013. 6 days after it was sent")


def test_what_was_only_written_down_is_said_to_be_no_more(wide):
    """Birmingham: what partner 1 reported to social care was only recorded."""
    wide.open("/timeline?case=birmingham&event=partner-1-reports")
    expect(open_details(wide)).to_contain_text("West Mercia Police: received. 1 to 10 Apr 2013")
    expect(open_details(wide)).to_contain_text(re.compile(r"(Birmingham CSC|Birmingham[^.:]*): recorded only\. 1 to 10 Apr 2013"))
