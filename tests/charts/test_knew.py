"""Who knew what as figures: cells that differ by word, frame and bar, and the way one fact took."""

import pandas as pd
import pytest

from charts.knew import knew
from charts.knew_layout import column_pages, laid_out
from charts.knew_way import travelled
from charts.scale import scale

FACTS = pd.DataFrame([("charge", "He was charged"), ("move", "The family had <b>moved</b>")], columns=["fact_id", "title"])
AGENCIES = ["police", "care", "health", "school"]
COLUMNS = ["fact_id", "agency", "status", "word", "when", "more", "hover"]
CELLS = pd.DataFrame(
    [
        ("charge", "police", "knows", "Knows", "30 Jul 2015", "first to know, own record", "a"),
        ("charge", "care", "cannot tell", "Cannot tell", "Nov 2015", "+94 to +123 days, told, dates overlap", "b"),
        ("charge", "health", "holds", "Holds", "27 Oct 2015", "+89 days, not brought out", "c"),
        ("charge", "school", "not told", "Not told", "5 Nov 2015", "not passed on", "d"),
    ],
    columns=COLUMNS,
)


@pytest.fixture
def drawn():
    """The matrix of two facts and four agencies in 900 px: columns of (900 - 224 - 1) / 4 = 168.75."""
    laid = laid_out(FACTS, AGENCIES, CELLS, 900.0)
    return laid, knew(laid, CELLS, {}, ("charge", "school"))


def trace(figure, name):
    """The only trace of that name."""
    (found,) = [one for one in figure["data"] if one.get("name") == name]
    return found


def test_a_cell_leads_to_its_fact_and_agency(drawn):
    """Every cell has unseen places with 'fact|agency', cells without a record too, and the facts themselves."""
    targets = trace(drawn[1], "targets")
    cells = {f"{fact}|{agency}" for fact in ("charge", "move") for agency in (*AGENCIES, "")}
    assert set(targets["customdata"]) == cells
    assert (targets["mode"], targets["text"]) == ("text", "")


def test_each_status_differs_by_frame_and_bar(drawn):
    """Knows: a full bar; holds: half of one; cannot tell: hatched; not told: a dashed frame in ink."""
    laid, figure = drawn
    left, right, top, _ = laid.cell("charge", "police")
    assert trace(figure, "full bar")["x"][:2] == [left, right]
    left, right, _, _ = laid.cell("charge", "health")
    assert trace(figure, "half bar")["x"][:2] == [left, (left + right) / 2]
    assert trace(figure, "cannot tell")["fillpattern"]["shape"] == "/"
    assert trace(figure, "not told")["line"] == {"color": "#1b2430", "width": 1.6, "dash": "5px,4px"}
    assert trace(figure, "full bar")["y"][0] == top


def test_a_cell_says_the_status_first_and_then_the_day(drawn):
    """Word and day share a line where they fit; the days and how stand under them."""
    said = trace(drawn[1], "status")["text"]
    assert said == [
        "<b>Knows</b> 30 Jul 2015",
        "<b>Cannot tell</b> Nov 2015",
        "<b>Holds</b> 27 Oct 2015",
        "<b>Not told</b> 5 Nov 2015",
    ]
    assert trace(drawn[1], "days")["text"][0:2] == ["first to know, own", "record"]


def test_an_agency_without_a_record_has_a_dash(drawn):
    """Four of them: nobody is recorded as knowing of the move."""
    assert trace(drawn[1], "no record")["text"] == ["–"] * 4


def test_a_fact_that_no_agency_is_named_for_says_so_instead_of_dashes():
    """A sentence across the row."""
    figure = knew(laid_out(FACTS, AGENCIES, CELLS, 900.0), CELLS, {"move": "Nobody is named."})
    assert trace(figure, "no record")["text"] == []
    assert trace(figure, "nobody named")["text"] == ["Nobody is named."]


def test_words_of_a_file_are_not_run(drawn):
    """A title with markup is shown as it was written."""
    assert "The family had &lt;b&gt;moved&lt;/b&gt;" in " ".join(trace(drawn[1], "facts")["text"])


def test_long_words_make_a_row_higher_and_are_not_cut():
    """At 110 px the words of a cell wrap; each of them is still there."""
    laid = laid_out(FACTS, AGENCIES, CELLS, 224 + 4 * 110 + 1)
    said = " ".join(f"{line.bold} {line.plain}" for line in laid.lines["charge", "care"])
    assert laid.wide == 110
    assert said.split() == "Cannot tell Nov 2015 +94 to +123 days, told, dates overlap".split()
    assert laid.tops[1] > 46


@pytest.mark.parametrize(
    ("number", "width", "sizes"),
    [(12, 1856.0, [12]), (31, 1856.0, [11, 11, 9]), (31, 1216.0, [8, 8, 8, 7]), (0, 1216.0, [0])],
)
def test_more_agencies_than_fit_stand_on_even_pages(number, width, sizes):
    """At 1856 px twelve columns of 122 px fit beside 300 px of facts, at 1216 px eight beside 224."""
    names = [f"agency-{place}" for place in range(number)]
    pages = column_pages(names, width)
    assert [len(page) for page in pages] == sizes
    assert [name for page in pages for name in page] == names


DAY = pd.Timestamp
LANES = pd.DataFrame(
    [
        ("police", "Police", "Knows", "knows", DAY("2015-01-11"), DAY("2015-01-20"), pd.NaT, pd.NaT, "", pd.NaT),
        (
            "care",
            "Care",
            "Holds",
            "holds",
            DAY("2015-03-01"),
            DAY("2015-03-01"),
            pd.NaT,
            pd.NaT,
            "+40 to +49 days",
            DAY("2015-01-20"),
        ),
        ("school", "School", "Not told", "not told", DAY("2015-03-11"), DAY("2015-03-11"), pd.NaT, pd.NaT, "", pd.NaT),
    ],
    columns="agency name words status earliest latest held_earliest held_latest lag first".split(),
)
ARROWS = pd.DataFrame(
    [
        ("charge", "police", "care", "holds", DAY("2015-03-01"), DAY("2015-03-01"), "sent"),
        ("charge", "care", "school", "not told", DAY("2015-03-11"), DAY("2015-03-11"), "not said"),
        ("charge", "police", "school", "knows", pd.NaT, pd.NaT, "no day"),
    ],
    columns="fact_id from_agency agency gives earliest latest hover".split(),
)


@pytest.fixture
def way():
    """A hundred days of 10 px from 1 January 2015, beside 170 px of names: day number n begins at 180 + 10 n."""
    axis = scale(DAY("2015-01-01").date(), DAY("2015-04-10").date(), 1020.0)
    return travelled(LANES, ARROWS, axis, 1190.0, DAY("2015-04-10"), "10 Apr 2015")


def test_a_bar_is_hatched_while_knowing_may_have_begun_and_solid_after(way):
    """From 11 January it may have begun, by the end of 20 January it had, and it lasts to the day shown."""
    assert trace(way, "may have begun")["x"][:2] == [280.0, 380.0]
    assert trace(way, "knows")["x"][:2] == [380.0, 1180.0]


def test_what_is_only_held_has_half_a_bar(way):
    """The dark part is the upper half of the lane's bar, from 1 March on."""
    whole, half = trace(way, "holds"), trace(way, "half bar")
    assert whole["x"][:2] == half["x"][:2] == [770.0, 1180.0]
    assert half["y"][2] - half["y"][1] == (whole["y"][2] - whole["y"][1]) / 2


def test_an_arrow_runs_to_the_day_it_came_and_a_dashed_one_is_not_told(way):
    """One arrow on 1 March, one dashed in the colour of what was not passed on; one without a day is not drawn."""
    held = [one for one in way["data"] if one.get("name") == "told: holds"]
    untold = [one for one in way["data"] if one.get("name") == "told: not told"]
    assert held[0]["x"][:2] == [770.0, 770.0]
    assert held[0]["line"]["dash"] == "solid"
    assert untold[0]["x"][:2] == [870.0, 870.0]
    assert (untold[0]["line"]["dash"], untold[0]["line"]["color"]) == ("6px,5px", "#B3123F")
    assert not [one for one in way["data"] if one.get("name") == "told: knows"]


def test_the_days_stand_on_a_line_from_the_first_agency(way):
    """From the end of 20 January to 1 March, with its words in the middle."""
    line = next(one for one in way["data"] if one.get("name") == "days after")
    assert line["x"][:2] == [380.0, 764.0]
    assert [note["text"] for note in way["layout"]["annotations"]].count("<b>+40 to +49 days</b>") == 1


def test_nothing_is_drawn_right_of_the_day(way):
    """No bar, line or arrow passes the end of 10 April; only the ground of the lanes does."""
    places = [x for one in way["data"] if one.get("name") != "lanes" for x in one["x"] if x is not None]
    assert max(places) == 1180.0
