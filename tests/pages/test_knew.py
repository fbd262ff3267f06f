"""The page Who knew what as a person meets it: words of the cells, the chosen cell, its links, its empty state."""

import json

import pandas as pd
import pytest

from loaders import read_case
from measures.knowledge import known_on, learned, with_days
from panels.knew_days import chosen_day, day_choices
from panels.knew_matrix import most_first
from panels.knew_words import known_words
from tests.pages.opening import ROOT, opened, words

FILE = ROOT / "tests" / "timelines" / "knowing.yaml"
SMALL = FILE.read_text(encoding="utf-8")


@pytest.fixture
def page_of(changed):
    """Opens the page on the small case, changed by pairs of texts, with an address."""
    return lambda *changes, **address: changed("knew", "knowing", changes, address)


def texts(chart, name):
    """The words of one trace of a figure."""
    return next(one["text"] for one in json.loads(chart.proto.spec)["data"] if one.get("name") == name)


def cells(day=None):
    """What the cells of the small case say, by fact and agency."""
    case = read_case(FILE, {})
    known = known_words(with_days(known_on(learned(case.events, case.shares, case.known_before), day)), case)
    return {(one.fact_id, one.agency): (one.word, one.when, one.more) for one in known.itertuples()}


def test_the_cells_say_status_day_days_and_how():
    """30 July to 27 October are 89 days; 27 October to November are 5 to 34; told on the day is the same day."""
    assert cells() == {
        ("charge", "police"): ("Knows", "30 Jul 2015", "first to know, own record"),
        ("charge", "social-care"): ("Knows", "30 Jul 2015", "same day, told"),
        ("charge", "health"): ("Holds", "27 Oct 2015", "+89 days, not brought out"),
        ("charge", "school"): ("Not told", "5 Nov 2015", "not passed on"),
        ("move", "social-care"): ("Knows", "27 Oct 2015", "first to know, own record"),
        ("move", "school"): ("Knows", "Nov 2015", "+5 to +34 days, told"),
    }


def test_a_day_inside_a_window_cannot_tell():
    """On 19 November the papers of November may have come or not."""
    assert cells(pd.Timestamp("2015-11-19"))["move", "school"] == (
        "Cannot tell",
        "Nov 2015",
        "+5 to +34 days, told, dates overlap",
    )


def test_the_days_to_choose_are_the_ends_of_windows_and_the_last_is_the_end_of_the_record():
    """Five events, and the end of November, when the papers had come."""
    case = read_case(FILE, {})
    found = day_choices(case, learned(case.events, case.shares, case.known_before))
    assert found == {
        "2015-07-30": "30 July 2015",
        "2015-10-27": "27 October 2015",
        "2015-11-05": "5 November 2015",
        "2015-11-19": "19 November 2015",
        "2015-11-30": "30 November 2015",
        "2015-12-20": "the end of the record",
    }
    assert chosen_day(case, found, "") == (pd.Timestamp("2015-11-19"), "on 19 November 2015")
    assert chosen_day(case, found, "2015-12-20") == (None, "at the end of the record")


def test_the_agencies_that_know_most_on_the_day_come_first():
    """On 19 November social care knows of the charge and the move, the police of the charge alone; the others know nothing yet."""
    case = read_case(FILE, {})
    known = known_on(learned(case.events, case.shares, case.known_before), pd.Timestamp("2015-11-19"))
    assert most_first(["school", "police", "health", "social-care"], known) == ["social-care", "police", "school", "health"]
    assert most_first(["school", "police"], known.iloc[:0]) == ["school", "police"]


def test_a_day_of_a_file_of_months_is_said_by_its_month(tmp_path):
    """An event of April to December: by the end of December, not 'by the end of April to December'."""
    file = tmp_path / "knowing.yaml"
    months = SMALL.replace("  incident: death", "  incident: death\n  disclosure: month").replace(
        "2015-10-27", "2015-04/2015-10", 1
    )
    file.write_text(months, encoding="utf-8")
    case = read_case(file, {})
    choices = day_choices(case, learned(case.events, case.shares, case.known_before))
    assert choices["2015-10-31"] == "April to October 2015"
    assert chosen_day(case, choices, "2015-10-31") == (pd.Timestamp("2015-10-31"), "by the end of October 2015")


def test_dates_to_the_month_stay_months(tmp_path):
    """Where the file gives months only, no day is named, to choose or to read."""
    file = tmp_path / "knowing.yaml"
    file.write_text(SMALL.replace("  incident: death", "  incident: death\n  disclosure: month"), encoding="utf-8")
    case = read_case(file, {})
    moments = learned(case.events, case.shares, case.known_before)
    assert list(day_choices(case, moments).values()) == ["July 2015", "October 2015", "November 2015", "the end of the record"]
    known = known_words(with_days(known_on(moments)), case)
    assert set(known["when"]) == {"Jul 2015", "Oct 2015", "Nov 2015"}


def test_the_page_opens_on_day_0_with_its_finding(page_of):
    """The finding is on the page, and is the first sentence of the figure's alternative text."""
    page = page_of()
    finding = "On 19 November 2015, the file says that School was not told of 1 fact; Social Care knew most, 2 of 3 facts."
    assert "<h1>Who knew what on 19 November 2015</h1>" in words(page)
    assert finding in words(page)
    matrix, way = page.get("plotly_chart")
    assert matrix.proto.alt.startswith(finding)
    assert texts(matrix, "status")[0] == "<b>Knows</b> 30 Jul 2015"
    assert texts(way, "agencies") == ["<b>Police</b>", "<b>Social Care</b>", "<b>Health Visiting</b>", "<b>School</b>"]


def test_a_fact_without_a_moment_says_so_and_one_known_only_later_is_hidden(page_of):
    """Nobody is named for the home; the trial shows on request only."""
    matrix = page_of().get("plotly_chart")[0]
    assert texts(matrix, "nobody named") == ["The chronology does not say which agency held this."]
    assert "What the trial heard" not in " ".join(texts(matrix, "facts"))
    assert "What the trial heard" in texts(page_of(later="1").get("plotly_chart")[0], "facts")


def test_the_agencies_without_any_record_are_counted_and_named(page_of):
    """Housing is in no share and at no event with a fact."""
    assert "1 more agency has no record of any of these: Housing." in words(page_of())


def test_a_chosen_cell_says_who_told_whom_in_the_shares_own_words_with_its_paragraph(page_of):
    """The status, the event, the note, the paragraph, and a button to the event."""
    page = page_of(fact="charge", cell="school")
    assert "School. He was charged" in words(page)
    assert "Not told, 5 Nov 2015." in words(page)
    assert (
        "A call to the school. Social Care to School: not shared. about: He was charged. The charge was not mentioned. "
        in words(page)
    )
    assert "Paragraph 2.4." in words(page)
    assert page.button(key="knew-event:call").label == "On the timeline: A call to the school"


def test_who_never_knew_is_named(page_of):
    """Of the charge the school was not told, and housing has no record."""
    assert "<b>Not told: School. </b>No record that these knew: 1 agency." in words(page_of())


def test_an_earlier_day_shows_only_what_was_known_by_then(page_of):
    """On 30 July the police and social care knew of the charge, and nothing else was known."""
    page = page_of(day="2015-07-30")
    (table,) = page.dataframe
    assert list(table.value["Agency"]) == ["Police", "Social Care"]
    assert list(table.value["Days after the first"]) == ["first to know", "same day"]


def test_the_table_says_the_same_as_the_figure(page_of):
    """One row a cell: the window's ends, how, days, paragraph."""
    (table,) = page_of(day="2015-12-20").dataframe
    assert list(table.value.columns) == ["Fact", "Agency", "Status", "From", "To", "How", "Days after the first", "Paragraph"]
    assert list(table.value.iloc[-1]) == [
        "The family had moved", "School", "Knows", "1 Nov 2015", "30 Nov 2015", "told by Social Care", "+5 to +34 days", "2.3",
    ]  # fmt: skip


def test_the_list_says_what_the_matrix_says(page_of):
    """The same words, a fact at a time, without a matrix."""
    page = page_of(listed="1")
    assert "<b>Health Visiting: holds</b>, 27 Oct 2015. In what Social Care sent, not brought out; +89 days. " in words(page)
    assert len(page.get("plotly_chart")) == 1


def test_a_hidden_agency_leaves_the_matrix(page_of):
    """Of four columns the school's is left."""
    page = page_of(hide="police.social-care.health")
    assert " ".join(texts(page.get("plotly_chart")[0], "status")) == "<b>Cannot tell</b> Nov 2015 <b>Not told</b> 5 Nov 2015"


def test_a_link_with_an_agency_that_is_not_there_says_so(page_of):
    """The rest of the link holds."""
    page = page_of(fact="charge", cell="nobody")
    assert [one.value for one in page.warning] == [
        "The link names what this case does not have, so it was left out\\: cell\\: nobody\\."
    ]


def test_a_file_without_facts_says_what_to_add(page_of):
    """The empty state is a sentence."""
    start, end = SMALL.index("facts:\n  charge"), SMALL.index("events:")
    text = SMALL[start:end]
    gone = [
        ("    facts: charge\n", ""),
        ("        facts: charge\n", ""),
        ("    facts: move\n", ""),
        ("        facts: move\n", ""),
    ]
    page = page_of((text, ""), gone[1], gone[3], gone[0], gone[2])
    assert (
        "This file enters no facts, so who knew what cannot be worked out. Add facts, and name them at the events that make them known."
        in words(page)
    )
    assert not page.get("plotly_chart")


def test_luton_health_visiting_is_never_told_of_the_bail(shipped):
    """The shipped case Child J, opened through its content note."""
    assert "<b>Not told, 5 Nov 2015.</b>" in words(opened("knew", case="child-j", fact="z-bail", cell="luton-hv"))
