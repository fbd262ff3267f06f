"""Dates are spans: the format's table, an oracle for EDTF, and what holds for every date there is."""

from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import assume, given
from hypothesis import strategies as st

from loaders.dates import Span, read_date, widened

DAYS = [
    ("2015-06-12", date(2015, 6, 12), date(2015, 6, 12)),
    ("2016-04", date(2016, 4, 1), date(2016, 4, 30)),
    ("2015-21", date(2015, 3, 1), date(2015, 5, 31)),
    ("2015-22", date(2015, 6, 1), date(2015, 8, 31)),
    ("2015-23", date(2015, 9, 1), date(2015, 11, 30)),
    ("2015-24", date(2015, 12, 1), date(2016, 2, 29)),
    ("2014-24", date(2014, 12, 1), date(2015, 2, 28)),
    ("2000-02", date(2000, 2, 1), date(2000, 2, 29)),
    ("1900-02", date(1900, 2, 1), date(1900, 2, 28)),
    ("2008", date(2008, 1, 1), date(2008, 12, 31)),
    ("2015-06-26/2015-06-30", date(2015, 6, 26), date(2015, 6, 30)),
    ("2013-04-01/2013-04-10", date(2013, 4, 1), date(2013, 4, 10)),
    ("2013-02-11/2013-02-20", date(2013, 2, 11), date(2013, 2, 20)),
    ("2013-04-21/2013-04-30", date(2013, 4, 21), date(2013, 4, 30)),
    ("2015-06/2015-06-10", date(2015, 6, 1), date(2015, 6, 10)),
    ("2015-23/2015-24", date(2015, 9, 1), date(2016, 2, 29)),
    ("2015-06-XX", date(2015, 6, 1), date(2015, 6, 30)),
    ("201X", date(2010, 1, 1), date(2019, 12, 31)),
    ("2015-06/..", date(2015, 6, 1), None),
    ("2015-06/", date(2015, 6, 1), None),
    ("../2015-06", None, date(2015, 6, 30)),
    ("/2015-06", None, date(2015, 6, 30)),
    ("undated", None, None),
    ("9999-24", date(9999, 12, 1), date(9999, 12, 31)),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), DAYS)
def test_a_date_reads_as_the_format_says(text, earliest, latest):
    """Each row of the format's table, and the open ends of EDTF."""
    assert read_date(text) == Span(earliest, latest)


@pytest.mark.parametrize(
    "text", ["2015-W24-5", "2015-W24", "20150612", "2015-6-12", "２０１５-０６-１２", "2015-06-1２", "2015-06-12 "]
)
def test_other_ways_to_write_a_day_are_refused(text):
    """A week, a day without hyphens and figures of another script are no dates of this format, though Python reads some of them."""
    with pytest.raises(
        ValueError, match=r"^is not a date this format knows\. Write 2015-06-12, 2015-06, 2015, 2015-21 \(spring\), "
    ):
        read_date(text)


@pytest.mark.parametrize("text", ["2014-08~", "2014-08?", "2014-08%"])
def test_a_mark_of_doubt_does_not_move_the_days(text):
    """About August is August, and says so."""
    assert read_date(text) == Span(date(2014, 8, 1), date(2014, 8, 31), approximate=True)


@pytest.mark.parametrize("text", ["2015-06~/2015-08", "2015-06/2015-08?"])
def test_an_interval_is_approximate_where_one_end_is(text):
    """Doubt about an end is doubt about the interval."""
    assert read_date(text) == Span(date(2015, 6, 1), date(2015, 8, 31), approximate=True)


def test_a_time_of_day_keeps_its_day():
    """EDTF allows a time behind a whole day."""
    assert read_date("2015-06-12T23:03:00Z") == Span(date(2015, 6, 12), date(2015, 6, 12))


def oracle(text):
    """First and last day by the edtf package; None where it knows no day."""

    def day(found):
        return None if isinstance(found, float) else date(found.tm_year, found.tm_mon, found.tm_mday)

    found = parse_edtf(text)
    return day(found.lower_strict()), day(found.upper_strict())


ORACLE = "2015-06-12 2015-02 2016-02 1900-02 2000 2015-21 2015-22 2015-23 2015-06? 2015~ 2015-06-12% 201X 20XX".split()
ORACLE += "2015-XX 2015-XX-XX 2015-06-XX 2015/2016 2015-06/2015-07-03 2015-06?/2015-07~ 2015-21/2015-22".split()
ORACLE += "2015-06/.. ../2015-06-12".split()


@pytest.mark.parametrize("text", ORACLE)
def test_edtf_reads_as_the_reference_package_does(text):
    """Levels 0 and 1, from the first to the last day."""
    span = read_date(text)
    assert (span.earliest, span.latest) == oracle(text)


def test_winter_alone_differs_from_the_reference_package():
    """The package ends winter with its year; the format gives it three months."""
    assert oracle("2014-24") == (date(2014, 12, 1), date(2014, 12, 31))
    assert read_date("2014-24") == Span(date(2014, 12, 1), date(2015, 2, 28))


YEARS = st.integers(1, 9998).map("{:04d}".format) | st.sampled_from(["201X", "20XX", "2015"])
MONTHS = st.integers(1, 12).map("-{:02d}".format)
POINTS = st.one_of(
    YEARS,
    st.tuples(YEARS, MONTHS).map("".join),
    st.tuples(YEARS, st.sampled_from(["-21", "-22", "-23", "-XX", "-XX-XX"])).map("".join),
    st.tuples(YEARS, MONTHS, st.integers(1, 31).map("-{:02d}".format) | st.just("-XX")).map("".join),
)
MARKED = st.tuples(POINTS, st.sampled_from(["", "", "?", "~", "%"])).map("".join)
ENDS = MARKED | st.sampled_from(["..", ""])
EDTF = MARKED | st.tuples(ENDS, ENDS).map("/".join)


def read_or_skip(text):
    try:
        return read_date(text)
    except ValueError:
        assume(False)


@given(MARKED | st.tuples(MARKED, MARKED | st.just("..")).map("/".join))
def test_any_edtf_reads_as_the_reference_package_does(text):
    """Wherever both read a text, they find the same days."""
    span = read_or_skip(text)
    try:
        expected = oracle(text)
    except EDTFParseException:
        assume(False)
    assert (span.earliest, span.latest) == expected


@given(EDTF | st.text("0123456789-/.X~?%T:Z", max_size=25))
def test_no_date_ends_before_it_starts(text):
    """Whatever is accepted runs forward."""
    span = read_or_skip(text)
    assert not span.known or span.earliest <= span.latest


@given(st.text(max_size=30) | st.text("0123456789-/.X~?%T:Z", max_size=25))
def test_any_text_is_a_date_or_a_sentence(text):
    """Nothing but a ValueError ever comes of a text, and it ends with a remedy."""
    said = "."
    try:
        read_date(text)
    except ValueError as error:
        said = str(error)
    assert said.endswith(".")


@given(st.dates(), st.integers(0, 400), st.sampled_from(["month", "season"]))
def test_widening_never_narrows(first, days, disclosure):
    """Both ends move outwards, for every day of the calendar."""
    last = min(first.toordinal() + days, date.max.toordinal())
    wide = widened(Span(first, date.fromordinal(last)), disclosure)
    assert wide.earliest <= first
    assert wide.latest >= date.fromordinal(last)


@pytest.mark.parametrize(
    ("disclosure", "earliest", "latest"),
    [
        ("exact", date(2015, 1, 31), date(2015, 6, 12)),
        ("month", date(2015, 1, 1), date(2015, 6, 30)),
        ("season", date(2014, 12, 1), date(2015, 8, 31)),
    ],
)
def test_a_span_is_widened_to_whole_months_or_seasons(disclosure, earliest, latest):
    """From the end of January to the middle of June, worked out by hand."""
    assert widened(Span(date(2015, 1, 31), date(2015, 6, 12)), disclosure) == Span(earliest, latest)


def test_an_open_end_stays_open_when_widened():
    """What is not known is not made up."""
    assert widened(Span(date(2015, 6, 12), None), "month") == Span(date(2015, 6, 1), None)
    assert widened(Span(None, date(2015, 6, 12)), "season") == Span(None, date(2015, 8, 31))


def days(case, name):
    event = case.events.set_index("event_id").loc[name]
    return tuple(None if day is None or day != day else day.strftime("%Y-%m-%d") for day in (event["earliest"], event["latest"]))


@pytest.mark.parametrize(
    ("event", "earliest", "latest"),
    [
        ("visit", "2015-06-29", "2015-07-03"),
        ("letter", "2015-07-01", "2015-07-07"),
        ("warning", "2015-06-25", "2015-06-29"),
        ("review", "2015-07-10", "2015-07-14"),
        ("later", "2015-06-26", None),
        ("earlier", "2015-06-01", "2015-06-30"),
        ("between", "2015-06-26", "2015-07-14"),
        ("unknown-day", None, None),
    ],
)
def test_a_relative_date_moves_the_window_of_its_event(situation, event, earliest, latest):
    """Days and weeks move both ends; after and before run from the one to the other, cut by `within`."""
    assert days(situation("relative"), event) == (earliest, latest)


@pytest.mark.parametrize(
    ("event", "anchor", "least", "most"),
    [
        ("call", "call", 0, 0),
        ("visit", "call", 3, 3),
        ("letter", "call", 5, 7),
        ("warning", "call", -1, -1),
        ("review", "call", 14, 14),
        ("later", "later", 0, 0),
        ("between", "between", 0, 0),
    ],
)
def test_days_along_a_chain_stay_exact(situation, event, anchor, least, most):
    """The window is five days wide, and still the visit came three days after the call."""
    row = situation("relative").events.set_index("event_id").loc[event]
    assert (row["anchor"], row["days_least"], row["days_most"]) == (anchor, least, most)


@pytest.mark.parametrize(("event", "before"), [("between", "review"), ("warning", "call"), ("visit", "")])
def test_an_event_says_what_its_date_is_written_to_come_before(situation, event, before):
    """By a number of days or by none."""
    assert situation("relative").events.set_index("event_id").loc[event, "before"] == before


@pytest.mark.parametrize(
    ("event", "dating"),
    [("call", "blurred"), ("later", "open"), ("unknown-day", "undated")],
)
def test_how_well_a_date_is_known_is_said(situation, event, dating):
    """A window, an open end, and none at all."""
    assert situation("relative").events.set_index("event_id").loc[event, "dating"] == dating


def test_one_day_is_exact(situation):
    """The smallest file has one exact event."""
    assert situation("example").events["dating"].tolist() == ["exact"]


def test_a_chain_of_thousands_is_followed(smallest, case_of):
    """Three thousand events, each a day before the next, end on one known day."""
    chain = "".join(
        f"  - id: e{n}\n    date:\n      before: e{n + 1}\n      days: 1\n    agency: police\n    title: Visit\n"
        for n in range(3000)
    )
    last = "  - id: e3000\n    date: 2015-06-12\n    agency: police\n    title: Visit\n"
    case = case_of(smallest.split("events:")[0] + "events:\n" + chain + last)
    assert days(case, "e0") == (str(date(2015, 6, 12) - timedelta(3000)),) * 2


def test_years_at_the_edge_of_the_calendar_reach_the_frame(smallest, case_of):
    """The year 1 and the year 9999 are days like others."""
    case = case_of(smallest.replace("2015-06-12", "0001-01-01/9999-12-31"))
    event = case.events.iloc[0]
    assert (event["earliest"].year, event["latest"].year, event["latest"].month, event["latest"].day) == (1, 9999, 12, 31)


def test_month_disclosure_leaves_nothing_narrower(situation, case_of):
    """Windows, chains, words and times are as wide as a month, in events, shares and scope."""
    text = (
        "format: 1\ncase:\n  id: example\n  title: Example\n  disclosure: month\n  from: 2015-01-15\n  published: 2016-03-09\n"
        "agencies:\n  police:\n    name: Police\nevents:\n"
        "  - id: call\n    date: 2015-06-12\n    date_text: on the twelfth\n    time: '23:03'\n"
        "    agency: police\n    title: Call\n"
        "    shared_with:\n      agency: family\n      outcome: late\n      received:\n        after: call\n        days: 3\n"
        "  - id: visit\n    date:\n      after: call\n      days: 3\n    agency: police\n    title: Visit\n"
        "clocks:\n  - title: Due\n    starts: call\n    due: 2015-07-03\n"
    )
    case = case_of(text)
    assert days(case, "call") == ("2015-06-01", "2015-06-30")
    assert days(case, "visit") == ("2015-06-01", "2015-06-30")
    rows = case.events[["date_text", "written", "time", "anchor", "days_least", "days_most"]]
    assert rows.to_numpy().tolist() == [["", "", "", "call", 0, 0], ["", "", "", "visit", 0, 0]]
    assert case.shares[["days_least", "days_most"]].to_numpy().tolist() == [[0, 29]]
    assert (case.scope, case.published) == (Span(date(2015, 1, 1), None), Span(date(2016, 3, 1), date(2016, 3, 31)))
    assert (case.about.from_, case.about.to, case.about.published) == (None, None, None)
    assert (case.clocks["due"].item(), str(case.clocks["due_latest"].item().date())) == ("", "2015-07-31")


def test_season_disclosure_widens_to_the_season(smallest, case_of):
    """A day in January lies in the winter that began the December before."""
    case = case_of(smallest.replace("agencies:", "  disclosure: season\nagencies:").replace("2015-06-12", "2015-01-31"))
    assert days(case, "event-1") == ("2014-12-01", "2015-02-28")


def test_relative_disclosure_counts_from_day_zero(situation):
    """Day 0 is drawn on 1 January 2000; a chain to it stays exact, and any other day is widened by day 0's window."""
    case = situation("day-zero")
    assert days(case, "death") == ("2000-01-01", "2000-01-01")
    assert days(case, "visit") == ("1999-11-08", "1999-11-08")
    assert days(case, "call") == ("1999-10-19", "1999-11-17")
    assert days(case, "note") == (None, None)
    assert case.events[["date_text", "written", "time"]].eq("").all(axis=None)
    share = case.shares.iloc[0]
    assert (str(share["sent_earliest"].date()), str(share["sent_latest"].date())) == ("1999-10-20", "1999-11-18")
    assert (case.scope.earliest, case.scope.latest) == (date(1998, 12, 10), date(2000, 1, 1))
    assert case.clocks["due"].item() == ""
