"""The picture in a sentence says what is in it, no more."""

from measures.describe import describe


def test_nothing_is_said_to_be_nothing(case_of):
    """An empty picture says why."""
    case = case_of()
    assert describe(case.events, case.agencies) == "Swimlanes without events: nothing passes the filters."


def test_counts_span_busiest_quietest_and_undated(case_of):
    """Two of the police, one of the school, one of them without a date."""
    case = case_of(
        "date: 2015-06-12, agency: police, title: A",
        "date: undated, agency: police, title: B",
        "date: 2015-07, agency: school, title: C",
    )
    assert describe(case.events, case.agencies) == (
        "Swimlanes of 3 events in 2 lanes, 12 June to 31 July 2015. "
        "Most are in the lane Police (2), fewest in School (1). 1 event has no usable date."
    )


def test_equal_lanes_are_not_ranked(case_of):
    """One each is neither most nor fewest."""
    case = case_of("date: 2015-06-12, agency: police, title: A", "date: 2015-06-12, agency: school, title: C")
    assert describe(case.events, case.agencies) == "Swimlanes of 2 events in 2 lanes, 12 June 2015."


def test_a_single_lane_without_days(case_of):
    """No span is made up."""
    case = case_of("date: undated, agency: police, title: A")
    assert describe(case.events, case.agencies) == "Swimlanes of 1 event in 1 lane. 1 event has no usable date."


def test_the_span_respects_the_disclosure(case_of):
    """Under relative disclosure only days from day 0 are said."""
    case = case_of(
        "id: death, date: 2015-06-12, agency: family, title: Death",
        "date: 2015-06-10, agency: police, title: A",
        about="disclosure: relative\nincident: death",
    )
    assert describe(case.events, case.agencies, "relative") == "Swimlanes of 2 events in 2 lanes, day -2 to 0."
