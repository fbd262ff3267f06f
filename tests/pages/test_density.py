"""The page Density as a person meets it: what it asks, refuses, counts, and keeps behind a content note."""

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from panels.density_asked import read_asked

BESIDE = ["Counted here", "Other days", "No usable date", "Agencies entered"]
ROOT = Path(__file__).resolve().parents[2]


def opened(**address):
    """The page by an address."""
    app = AppTest.from_file(str(ROOT / "pages" / "density.py"), default_timeout=60)
    app.query_params.update(address)
    app.run()
    assert not app.exception
    return app


def words(app):
    """All markup of the page."""
    return "\n".join(one.proto.body for one in app.get("html"))


def figure(app):
    """Its one figure, as JSON, and its alternative text."""
    (chart,) = app.get("plotly_chart")
    return json.loads(chart.proto.spec), chart.proto.alt


def texts(spec):
    """Everything written on a figure."""
    return [text for trace in spec["data"] if trace.get("mode") == "text" for text in trace["text"]]


def test_it_opens_on_all_five_without_a_case_and_says_what_it_shows():
    """No note stands before numbers; the finding is the first sentence of the alternative text and stands on the page."""
    app = opened()
    spec, alt = figure(app)
    finding = "102 contacts and attempts of 5 cases stand here; most in one period: 6.1, by Police in Birmingham: the Woman and the Child, 30 to 1 days before day 0."
    assert alt.startswith(finding)
    assert finding in words(app)
    assert {"<b>Child K</b>", "<b>Sophia</b>", "<b>5.3</b>", "360 to 331", "<b>Day 0</b>"} <= set(texts(spec))
    assert not [button for button in app.button if (button.key or "").startswith("gate")]


def test_no_title_of_an_event_stands_in_a_comparison():
    """Cells lead to events behind the note; the picture itself tells nothing of what happened."""
    app = opened(cell="child-k.probation-and-prisons.180-151")
    page = words(app) + json.dumps(figure(app)[0])
    assert "PO7" not in page
    assert "Child K: 7 events. This case contains: The killing of a child" in page
    next(button for button in app.button if button.key == "density-open:child-k").click()
    app.run()
    links = [one.proto.label for one in app.get("page_link")]
    assert len(links) == 7
    assert any("PO7 visited Mr C's sister" in one.replace("\\", "") for one in links)


def test_sophia_is_refused_in_a_sentence_and_stays_in_the_table():
    """17 of 27, as measured."""
    app = opened()
    assert (
        "Sophia cannot be lined up by day: 17 of 27 contacts and attempts have no usable date. It stays in the table, hatched."
        in words(app)
    )
    table = app.dataframe[0].value
    assert (table["Case"] == "Sophia").sum() == 9
    own = table[(table["Case"] == "Sophia") & (table["Row"] == "Children's social care")].iloc[0]
    assert own[["360 to 331", "330 to 301", "300 to 271", "Counted here"]].tolist() == ["0.6", "0.4", "not measured", 1]


@pytest.mark.parametrize("per", ["month", "week", "quarter"])
def test_sophia_is_refused_on_the_calendar_too(per):
    """None of its seven lines of health has a date, so that no month without one is a nought; by its headings it can be counted."""
    refused = "Sophia cannot be placed on the calendar: 17 of 27 contacts and attempts have no usable date. It stays in the table, hatched."
    app = opened(per=per, cases="sophia")
    assert refused in words(app)
    table = app.dataframe[0].value
    numbers = table.loc[table["Row"] == "Health"].drop(columns=["Case", "Row", *BESIDE]).to_numpy()
    assert set(numbers.ravel()) == {"not measured"}
    assert "cannot be" not in words(opened(per="phase", cases="sophia"))


@pytest.mark.parametrize(
    ("one", "number", "where"),
    [
        ("", "10.7", "by all agencies in Birmingham: the Woman and the Child, 90 to 61 days before day 0"),
        ("total", "16.2", "by all agencies, 120 to 91 days before day 0"),
        ("median", "16.2", "by all agencies, 120 to 91 days before day 0"),
    ],
)
def test_the_sentence_of_a_strip_tells_its_own_highest_bar(one, number, where):
    """A bar of a strip is all agencies of a case together, or of all cases, which stand one on another and so are a total."""
    spec, alt = figure(opened(show="strip", one=one))
    assert alt.startswith(f"102 contacts and attempts of 5 cases stand here; most in one period: {number}, {where}.")
    assert number in texts(spec)


def test_phases_belong_to_one_case_and_the_page_says_which_is_drawn():
    """Of five the first in the library's order; another is one choice away."""
    app = opened(per="phase")
    assert (
        "1 of 5 cases, since phases belong to one case: Birmingham: the Woman and the Child; others under Cases. “Not reported here” is not “nobody went”."
    ) in words(app)
    assert app.dataframe[0].value["Case"].unique().tolist() == ["Birmingham: the Woman and the Child"]
    assert "1 of 5 cases, by the review&#x27;s own phases, one scale." in words(opened(per="phase", cases="child-k"))


def test_by_phase_nothing_stands_as_one():
    """A link that asks for the total of all cases and for phases shows one case, by its 22 agencies and not by sector as a total does."""
    app = opened(per="phase", one="total", by="agency")
    assert "1 of 5 cases, since phases belong to one case: Birmingham: the Woman and the Child" in words(app)
    assert len(app.dataframe[0].value) == 22


def test_medians_are_those_of_the_cases_that_could_be_measured():
    """Health: 2, 4, 15 and 2 lines in four cases, and in Sophia seven without a date; 120 to 91 days before: 0.12, 3.09, 1.24 and 0.68."""
    table = opened().dataframe[1].value
    health = table[table["Row"] == "Health"].iloc[0]
    assert health[["Cases that have it", "Measured here", "Median", "Least", "Most"]].tolist() == [5, 4, 3.0, 2, 15]
    assert not table["Most in"].str.contains("Sophia").any()
    cells = opened(one="median").dataframe[0].value
    assert cells.loc[cells["Row"] == "Health", "120 to 91"].tolist() == ["1.0"]


@pytest.mark.parametrize("show", ["table", "multiples", "strip"])
@pytest.mark.parametrize("per", ["30", "90", "month", "week", "quarter", "phase"])
def test_every_way_of_showing_opens(show, per):
    """With one case and with all; a figure, and a table of the same numbers."""
    for cases in ("child-k", "birmingham.child-by.child-j.child-k.sophia"):
        app = opened(show=show, per=per, cases=cases, by="agency", count="contact.attempt.exchange.meeting")
        assert figure(app)[1]
        assert len(app.dataframe[0].value)


@pytest.mark.parametrize("one", ["total", "median"])
def test_all_cases_stand_as_one(one):
    """One block of eleven sectors."""
    app = opened(one=one)
    assert "<b>5 cases as one</b>" in texts(figure(app)[0])
    assert app.dataframe[0].value["Case"].unique().tolist() == ["All cases together"]


@pytest.mark.parametrize(
    ("one", "stays", "about"),
    [
        (
            "total",
            "What can be placed of it is in the total.",
            "Each cell is the total of what can be placed there; hatched where no case with that row was entered.",
        ),
        (
            "median",
            "It is left out of the medians.",
            "Each cell is the median of the cases that have that row and were entered there; hatched where none was.",
        ),
    ],
)
def test_where_all_stand_as_one_the_page_says_what_became_of_sophia(one, stays, about):
    """No word of a table in which it stays; the hatch has its word where a cell has it, as the rows that only Sophia has."""
    app = opened(one=one)
    page = words(app)
    assert f"Sophia cannot be lined up by day: 17 of 27 contacts and attempts have no usable date. {stays}" in page
    assert "It stays in the table" not in page
    assert about in " ".join(texts(figure(app)[0]))
    assert "not measured: outside" not in page
    alone = opened(one=one, cases="child-j.sophia")
    assert "not measured: outside" in words(alone)
    table = alone.dataframe[0].value
    assert table.loc[table["Row"] == "Education", "30 to 1"].tolist() == ["not measured"]


@pytest.mark.parametrize(
    ("show", "cases", "hatched"),
    [("multiples", "child-j.sophia", 1), ("multiples", "child-j", 0), ("strip", "child-j.sophia", 0)],
)
def test_bars_of_all_cases_as_one_are_hatched_where_the_table_is(show, cases, hatched):
    """Croydon stands in Sophia alone, so it has a hatch; a strip is of all rows, and Child J was entered throughout."""
    spec, _ = figure(opened(show=show, one="median", cases=cases, by="area"))
    assert sum(trace.get("name") == "not measured" for trace in spec["data"]) == hatched
    assert " ".join(texts(spec)).count("Each bar is the ") == 1


def test_what_nobody_entered_is_a_sentence_with_a_way_back():
    """Sophia records no meeting."""
    app = opened(cases="sophia", count="meeting")
    assert "No meeting by an agency is entered in this case." in words(app)
    assert not app.get("plotly_chart")
    next(button for button in app.button if button.key == "density-clear").click()
    app.run()
    assert app.get("plotly_chart")


def test_an_address_names_everything_by_id_and_what_is_not_there_is_said():
    """The kinds keep their own order; `case` is that case alone."""
    asked, missing = read_asked(
        {"count": "meeting.contact.visit", "per": "month", "cases": "child-k.child-q", "one": "mean"}, ["child-k"]
    )
    assert asked.kinds == ("contact", "meeting")
    assert asked.cases == ("child-k",)
    assert missing == ["count: visit", "cases: child-q", "one: mean"]
    assert read_asked({"case": "child-k"}, ["child-k"])[0].cases == ("child-k",)
    app = opened(cases="child-q")
    assert (
        app.warning[0].value.replace("\\", "")
        == "The link names what this library does not have, so it was left out: cases: child-q."
    )


def test_nil_returns_are_named_and_not_zero():
    """Eight agencies of Sophia had no contact to report."""
    app = opened(cases="sophia")
    assert "Sophia. Nil return: Lambeth ASC, SLAM, NPS, London CRC, LAS, NHS 111, Turning Point and Croydon CSC." in words(app)
    assert "SLAM" not in " ".join(texts(figure(app)[0]))


def test_a_longer_calendar_than_the_picture_says_which_part_is_shown():
    """Earlier and later by button; the rest is counted under other days."""
    app = opened(cases="child-k", per="week")
    before = figure(app)[0]
    assert "fit:" in words(app)
    next(button for button in app.button if button.key == "density-earlier").click()
    app.run()
    assert texts(figure(app)[0]) != texts(before)
    assert not next(button for button in app.button if button.key == "density-later").disabled


def test_a_row_alone_opens_its_fullest_period():
    """By keyboard: choose a row, and its events stand below."""
    app = opened(cases="child-k")
    row = next(one for one in app.selectbox if one.key == "w:d-row")
    row.set_value(row.options.index("Child K: Probation and prisons"))
    app.run()
    assert app.session_state["density"].cell == "child-k.probation-and-prisons.180-151"


def counted(app, case):
    """Lines of a case in all: in the columns, on other days, without a usable date."""
    table = app.dataframe[0].value
    return int(table.loc[table["Case"] == case, ["Counted here", "Other days", "No usable date"]].to_numpy().sum())


def test_what_was_known_only_later_is_let_in_by_choice_and_kept_in_the_address():
    """Child K: 73 contacts and attempts known at the time; eight contacts known only later come to them."""
    app = opened(cases="child-k.child-j")
    assert counted(app, "Child K") == 73
    app.toggle(key="w:d-later").set_value(True).run()
    assert counted(app, "Child K") == 81
    assert counted(app, "Child J") == 29
    assert app.query_params["later"] == "1"
    assert "Some lines were known only later." in words(app)


@pytest.mark.parametrize(("cases", "shown"), [(6, "All 6 cases"), (7, "3 of 7 cases")])
def test_a_small_library_is_shown_whole_and_of_a_larger_one_what_a_screen_holds(monkeypatch, tmp_path, cases, shown):
    """Six stand side by side at once; of seven the first three do, and the others can be chosen."""
    text = (ROOT / "tests" / "browser" / "chronologies" / "harbour-road.yaml").read_text(encoding="utf-8")
    for number in range(cases):
        (tmp_path / f"road-{number}.yaml").write_text(text.replace("harbour-road", f"road-{number}"), encoding="utf-8")
    monkeypatch.setenv("CASE_TIMELINES_FOLDER", str(tmp_path))
    app = opened()
    assert f"{shown}, lined up at day 0" in words(app)
