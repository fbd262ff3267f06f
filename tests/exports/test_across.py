"""What Delay, Learning and the comparison of silence take along: the rows on the screen, their method, and the version of each file."""

import io

import openpyxl
import pytest

from panels import delay_lists, learning_lists, sight_all, take_all
from tests.pages.opening import opened


@pytest.fixture
def taken(monkeypatch):
    """Opens a page on the shipped cases: what it handed over to take along, and its margin."""
    monkeypatch.delenv("CASE_TIMELINES_FOLDER", raising=False)
    found = {}

    def stand_in(across, name, figures, tables, count, filters, method, label=""):
        said = take_all.margin(across, name, count, filters, method)
        found.update(across=across, figures=figures, tables=dict(tables()), said=said, method=method, name=name)

    for room in (delay_lists, learning_lists, sight_all):
        monkeypatch.setattr(room, "take_all", stand_in)

    def run(page, **address):
        found["page"] = opened(page, **address)
        return found

    return run


@pytest.mark.parametrize("page", ["delay", "learning", "sight"])
def test_the_workbook_has_every_table_the_method_and_each_file_with_its_version(taken, page):
    """One sheet a table, then Method and Sources; the versions stand in both."""
    found = taken(page, case="child-j") if page == "sight" else taken(page)
    tables = {name: frame for name, frame in found["tables"].items() if len(frame)}
    book = openpyxl.load_workbook(io.BytesIO(take_all._workbook(found["across"], tables, found["said"])))
    assert book.sheetnames == [*(take_all._spoken(name)[:31] for name in tables), "Method", "Sources"]
    method = [row[1] for row in book["Method"].iter_rows(values_only=True)]
    assert set(found["method"]) <= set(method)
    assert sum("version" in str(words) for words in method) >= 1
    rows = list(book["Sources"].iter_rows(values_only=True))
    assert [row[-2] for row in rows[1:]] == [
        f"{case}.yaml" for case in ("birmingham", "child-by", "child-j", "child-k", "sophia")
    ]
    assert all(len(row[-1]) == 7 for row in rows[1:])


def test_what_delay_takes_along_are_the_rows_of_its_filters(taken):
    """Only Child J, only what was sent to be received: the twelve days are in it, and the filters in words."""
    found = taken("delay", what="receipt", cases="child-j")
    intervals = found["tables"]["intervals"]
    assert set(intervals["Case"]) == {"Child J"}
    assert (intervals["At least days"] == 12).sum() == 1
    assert found["said"].filters[:2] == (
        "Cases: Child J",
        "Sent to received: the median of 7 intervals in 1 case is 0 days; the days of 17 more cannot be told",
    )
    assert "child-j.yaml, version " in found["said"].made


def test_months_are_shown_instead_of_days_in_every_table(taken):
    """Sophia: no day of the month and no number of days in any table, and the margin says why."""
    found = taken("delay", cases="sophia")
    texts = found["tables"]["intervals"].astype(str)
    assert found["tables"]["intervals"]["At least days"].isna().all()
    assert not texts["When"].str.match(r"\d+ \w+ \d{4}").any()
    assert (found["tables"]["clocks"]["Taken"] == "not shown").all()
    assert any(words.startswith("Days between cannot be shown for Sophia") for words in found["said"].filters)


@pytest.mark.parametrize(("page", "figures"), [("delay", 1), ("learning", 2), ("sight", 1)])
def test_every_figure_is_drawn_whole_for_a_wide_page(taken, page, figures):
    """It says its own width and height, and is no wider than the page."""
    found = taken(page, case="child-j") if page == "sight" else taken(page)
    drawn = [figure() for figure in found["figures"].values()]
    assert len(drawn) == figures
    assert all(0 < one["layout"]["width"] <= 1920 and one["layout"]["height"] > 100 for one in drawn)


@pytest.mark.parametrize("page", ["delay", "sight"])
def test_each_margin_says_whether_what_was_known_only_later_is_counted(taken, page):
    """Left out unless it was asked for."""
    left_out, counted = "What was known only later is left out", "What was known only later is counted too"
    assert left_out in taken(page, case="child-j")["said"].filters
    assert counted in taken(page, case="child-j", later="1")["said"].filters


def test_no_title_of_a_case_whose_note_was_not_read_is_taken_along(taken):
    """Child J is open, Child K is not: its silences are told without the events they lie between."""
    found = taken("sight", case="child-j")["tables"]["longest-silences"].set_index("Case")
    assert found.loc["Child J", "From"].str.len().max() > 0
    assert set(found.loc["Child K", "From"]) == {""}
