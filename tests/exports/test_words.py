"""The margin of everything that is taken along."""

from exports.words import days_in_view, filters, source
from measures.choice import Choice


def test_every_filter_is_said_in_words(case_of):
    """Names instead of ids; what is shown or what is left out, whichever is shorter."""
    case = case_of(["2015-06-12", "2015-06-13"])
    choice = Choice(
        hide_agencies=("health",),
        practice="missed",
        only_points=True,
        stated=True,
        later=True,
        search="called",
        hide_kinds=("other",),
    )
    assert filters(case, choice) == (
        "Without agencies: Health visiting",
        "Without any kinds",
        "Practice points: missed opportunities only",
        "Only practice points the review itself states",
        "Only events of a practice point",
        "Search: called",
        "What was known only later is shown",
    )


def test_no_filter_is_said_too(case_of):
    """An export never leaves open whether something was filtered."""
    assert filters(case_of(["2015-06-12"]), Choice()) == ("No filter",)


def test_a_file_is_called_by_case_and_date(margin):
    """Nothing of the case's content and no folder stands in a file's name."""
    assert margin.name("events", "csv") == "example-events-2026-11-22.csv"


def test_a_zoomed_range_gives_no_day_away():
    """Where a case shows months, the days that were dragged become their months."""
    assert days_in_view("2015-06-12", "2015-07-03", "month") == "Days in view: June to July 2015"
    assert days_in_view("2015-06-12", "2015-07-03", "exact") == "Days in view: 12 June to 3 July 2015"
    assert days_in_view("", "", "exact") == ""


def test_the_disclosure_of_a_case_is_said(case_of, view_of):
    """A reader of a print learns why it shows no day."""
    said = view_of(case_of(["2015-06-12"], more="  disclosure: month"))[2]
    assert said.filters == ("No filter", "Dates are shown by month only")


def test_a_case_without_a_report_says_so(case_of):
    """The source is never blank."""
    case = case_of(["2015-06-12"])
    bare = case.about.model_copy(update={"report": "", "review_type": "", "commissioned_by": ()})
    assert source(type(case)(**{**case.__dict__, "about": bare, "published": type(case.published)(None, None)})) == (
        "The case file names no report"
    )
