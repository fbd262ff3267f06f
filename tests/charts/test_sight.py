"""The picture of sightings, read through its data: what stands where, and what each mark leads to."""

from pathlib import Path

import pandas as pd
import pytest

from charts.sight import sight_figure
from charts.sight_sheet import Zero, sheet
from loaders import read_case
from measures.last_seen import encounters, gap_bars, mark_words, visible

TIMELINES = Path(__file__).resolve().parent.parent / "timelines"
NAMES = {"": "Between sightings", "care": "Social Care", "police": "Town <Police>"}
NO_CLOCK = pd.DataFrame({"agency": [], "due_earliest": [], "due_latest": [], "words": []})


@pytest.fixture
def marks():
    """The four sightings of the small case, with words."""
    found = encounters(visible(read_case(TIMELINES / "sight.yaml", {}).events, later=False), "child")
    return found.assign(words=[mark_words(one, "exact", 2015) for one in found.itertuples()])


@pytest.fixture
def zero():
    """Day 0 on 20 November."""
    return Zero(pd.Timestamp("2015-11-20"), pd.Timestamp("2015-11-20"), "Day 0")


@pytest.fixture
def drawn(marks, zero):
    """Draws them 1500 px wide."""

    def draw(due=NO_CLOCK, chosen="", zero=zero, **more):
        bars = gap_bars(marks).assign(says="the stretch")
        laid = sheet(marks, bars, NAMES, 1500.0, zero)
        return laid, sight_figure(laid, bars, due, zero, chosen, **more)

    return draw


def traces(figure, name):
    """The traces of that name."""
    return [trace for trace in figure["data"] if trace.get("name") == name]


def said(figure):
    """Everything written on the figure."""
    return [text for trace in figure["data"] if trace.get("mode") == "text" for text in trace["text"]]


def corners(trace):
    """Left and right of each box of a trace."""
    return [(trace["x"][start], trace["x"][start + 1]) for start in range(0, len(trace["x"]), 6)]


def test_lanes_come_first_then_the_stretches_of_anybody_and_of_one_agency(drawn):
    """Only Social Care saw the child twice, so only it has stretches of its own."""
    laid, _ = drawn()
    assert [(row.name, row.bars) for row in laid.rows] == [
        ("Social Care", False),
        ("Town <Police>", False),
        ("Between sightings", True),
        ("Social Care alone", True),
    ]


def test_an_exact_day_is_a_dot_and_a_blurred_one_a_hatched_window(drawn):
    """The window runs from the beginning of its first day to the end of its last, and has no dot in it."""
    laid, figure = drawn()
    (day,) = traces(figure, "day first-visit")
    assert day["x"] == [pytest.approx(laid.middle(pd.Timestamp("2015-07-10")))]
    (window,) = traces(figure, "window police-visit")
    ends = (laid.x(pd.Timestamp("2015-09-21")), laid.x(pd.Timestamp("2015-10-02"), end=True))
    assert corners(window) == [pytest.approx(ends)]
    assert window["fillpattern"]["shape"] == "/"
    assert traces(figure, "day police-visit") == []


def test_a_stretch_is_solid_where_sure_and_hatched_where_only_possible(drawn):
    """By anybody: solid from 13 July to 21 September, hatched from there to 2 October."""
    laid, figure = drawn()
    july, september, october = (laid.middle(pd.Timestamp(day)) for day in ("2015-07-13", "2015-09-21", "2015-10-02"))
    assert corners(traces(figure, "sure")[0])[1] == pytest.approx((july, september))
    assert corners(traces(figure, "possible")[0]) == [pytest.approx((september, october))]
    assert corners(traces(figure, "sure")[1])[1] == pytest.approx((july, october))
    assert "<b>at least 70 days (70 to 81)</b>" in said(figure)
    assert "<b>81 days</b>" in said(figure)


def test_every_mark_leads_to_its_event_and_every_stretch_to_the_event_that_ended_it(drawn):
    """The invisible targets carry ids, and nothing else does."""
    _, figure = drawn()
    (targets,) = traces(figure, "targets")
    assert set(targets["customdata"]) == {"first-visit", "second-visit", "police-visit", "third-visit"}
    assert [trace["name"] for trace in figure["data"] if "customdata" in trace] == ["targets"]


def test_a_clock_is_a_dotted_line_on_the_bar_of_its_agency(drawn):
    """Due on 24 August, with its words below."""
    day = pd.Timestamp("2015-08-24")
    due = pd.DataFrame({"agency": ["care"], "due_earliest": [day], "due_latest": [day], "words": ["24 Aug: due in 6 weeks"]})
    laid, figure = drawn(due)
    (line,) = traces(figure, "due")
    row = laid.rows[-1]
    assert line["x"][0] == pytest.approx(laid.middle(day))
    assert row.top < line["y"][0] < line["y"][1] < row.bottom
    assert "24 Aug: due in 6 weeks" in said(figure)


def test_a_clock_due_outside_the_days_shown_has_no_line(drawn):
    """The axis ends soon after day 0: what was due a year later is left to the table."""
    day = pd.Timestamp("2016-11-20")
    due = pd.DataFrame({"agency": ["care"], "due_earliest": [day], "due_latest": [day], "words": ["late"]})
    _, figure = drawn(due)
    assert traces(figure, "due") == []
    assert "late" not in said(figure)


def test_day_0_is_a_line_where_it_is_a_day_and_a_band_where_it_is_blurred(drawn, zero):
    """And nothing where it may not be shown."""
    laid, figure = drawn()
    assert traces(figure, "day 0")[0]["x"][0] == pytest.approx(laid.middle(zero.earliest))
    blurred = Zero(pd.Timestamp("2015-11-18"), zero.latest, "Day 0")
    laid, figure = drawn(zero=blurred)
    assert corners(traces(figure, "day 0 within")[0]) == [
        pytest.approx((laid.middle(blurred.earliest), laid.middle(blurred.latest)))
    ]
    _, figure = drawn(zero=None)
    assert "<b>Day 0</b>" not in said(figure)


def test_the_chosen_mark_stands_in_a_frame(drawn):
    """One frame, around the chosen one."""
    _, figure = drawn(chosen="third-visit")
    assert len(traces(figure, "chosen")) == 1
    assert traces(drawn()[1], "chosen") == []


def test_an_agency_says_how_many_more_have_no_date(drawn):
    """Under its name."""
    _, figure = drawn(undated={"care": 2})
    assert "and 2 without a date" in said(figure)


def test_names_and_titles_are_written_and_never_run(drawn):
    """What Plotly would read as markup stands as it is written."""
    _, figure = drawn()
    assert "<b>Town &lt;Police&gt;</b>" in said(figure)


def test_marks_of_one_lane_that_would_overlap_stand_below_each_other(marks, zero):
    """Two visits on one day: two sub-rows."""
    twice = pd.concat([marks, marks[marks["event_id"] == "third-visit"].assign(event_id="again")], ignore_index=True)
    laid = sheet(twice, gap_bars(marks), NAMES, 1500.0, zero)
    assert {event.event_id: place for *_, place, event in laid.rows[0].marks} == {
        "first-visit": 0,
        "second-visit": 0,
        "third-visit": 0,
        "again": 1,
    }
