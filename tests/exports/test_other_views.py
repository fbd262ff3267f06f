"""What the other pages take along: the rows on the screen and no others, in plain words, and figures that stand alone."""

import csv
import hashlib
import io
import json

import pandas as pd
import pytest

from charts.knew import headed, knew
from charts.knew_layout import laid_out, whole_width
from exports.tables import csv_bytes, xlsx_bytes
from panels import about, crossing, knew_table, seeing_take, take
from tests.pages.opening import opened as open_page
from tests.pages.opening import words
from tests.small_cases import SMALL, put_changed


@pytest.fixture
def opened(tmp_path, monkeypatch):
    """Opens a page on a small case, changed by pairs of texts: the page, and what it handed over to take along."""

    def run(page, case, *changes, **address):
        put_changed(tmp_path, case, changes)
        monkeypatch.setenv("CASE_TIMELINES_FOLDER", str(tmp_path))
        taken = {}

        def picture(entered, name, figure, tables, count, *, more=(), about=""):
            taken.update(figure=figure(), tables=tables, count=count, said=said(entered, count, more))

        def tables(entered, name, tables, count, *, more=()):
            taken.update(figure=None, tables=tables, count=count, said=said(entered, count, more))

        for room in (about, crossing, knew_table, seeing_take):
            for name, stand_in in (("take_picture", picture), ("take_tables", tables)):
                if hasattr(room, name):
                    monkeypatch.setattr(room, name, stand_in)
        return open_page(page, case=case, **address), taken

    return run


def said(entered, count, more):
    """The filters in words, as they stand in the margin."""
    return take.sheet_of(entered, take.Choice(), None, count=count, more=more, filtered=False).filters


def texts(figure, name):
    """The words of the traces of that name."""
    return [text for one in figure["data"] if one.get("name") == name for text in one["text"]]


def size(figure):
    """The width and height a figure says."""
    return figure["layout"]["width"], figure["layout"]["height"]


@pytest.mark.parametrize("address", [{}, {"later": "1"}, {"day": "2015-07-30"}, {"hide": "police"}])
def test_who_knew_what_hands_over_the_table_on_the_screen(opened, address):
    """The very rows of the table, on every day, with and without agencies and what was known only later."""
    app, taken = opened("knew", "knowing", **address)
    pd.testing.assert_frame_equal(taken["tables"]["who-knew-what"], app.dataframe[0].value, check_dtype=False)


def test_the_matrix_to_take_along_has_every_agency_under_its_name(opened):
    """Four agencies have a record; their names stand above the first row, in the picture itself."""
    _, taken = opened("knew", "knowing")
    assert texts(taken["figure"], "agencies") == [
        "<b>Fact</b>",
        "<b>Police</b>",
        "<b>Social Care</b>",
        "<b>Health Visiting</b>",
        "<b>School</b>",
    ]
    heads = next(one for one in taken["figure"]["data"] if one["name"] == "agencies")
    assert max(heads["y"]) < 0
    assert taken["figure"]["layout"]["yaxis"]["range"][1] < min(heads["y"])


def test_the_heads_make_the_figure_as_much_higher():
    """A name of one line takes 19 px and 16 px around it; 30 agencies of 122 px stand beside 300 px of facts."""
    facts = pd.DataFrame({"fact_id": ["one"], "title": ["One fact"]})
    cells = pd.DataFrame(columns=["fact_id", "agency", "status", "word", "when", "more", "hover"])
    agencies = [f"agency-{number}" for number in range(30)]
    assert whole_width(agencies, 1872) == 300 + 30 * 122 + 1
    laid = laid_out(facts, agencies, cells, whole_width(agencies, 1872))
    figure = headed(laid, knew(laid, cells, {}), dict.fromkeys(agencies, "A"))
    assert size(figure) == (300 + 30 * 122 + 1, laid.height + 35)
    assert figure["layout"]["yaxis"]["range"] == [laid.height, -35]


def test_what_was_known_only_later_stays_out_until_it_is_asked_for(opened):
    """The verdict is not in the table, the picture or the margin; with it, the margin says so."""
    _, taken = opened("knew", "knowing")
    assert "What the trial heard" not in json.dumps(taken["figure"], default=str)
    assert taken["count"] == "Who knew what on 19 November 2015: 3 facts, 4 agencies"
    assert "What was known only later is shown" not in taken["said"]
    _, then = opened("knew", "knowing", later="1")
    assert "What the trial heard" in json.dumps(then["figure"], default=str)
    assert "What was known only later is shown" in then["said"]


def test_a_matrix_without_its_agencies_says_which(opened):
    """The police are hidden on the page and left out of the picture, and the margin names them."""
    _, taken = opened("knew", "knowing", hide="police")
    assert "<b>Police</b>" not in texts(taken["figure"], "agencies")
    assert taken["said"][0] == "Without agencies: Police"


def test_with_every_agency_hidden_there_is_no_picture(opened):
    """Nothing is drawn on the page, so there is nothing to take along but the link."""
    _, taken = opened("knew", "knowing", hide="police.social-care.health.school")
    assert taken["figure"] is None
    assert taken["tables"]["who-knew-what"].empty


def test_sight_hands_over_the_tables_on_the_screen(opened):
    """Sightings and stretches are the very tables of the page; the neighbour, known only later, is in none."""
    app, taken = opened("sight", "sight")
    marks, bars = (one.value for one in app.dataframe)
    pd.testing.assert_frame_equal(taken["tables"]["sightings"], marks, check_dtype=False)
    pd.testing.assert_frame_equal(taken["tables"]["time-between"], bars, check_dtype=False)
    assert "neighbour" not in f"{taken['tables']}{json.dumps(taken['figure'], default=str)}"
    assert size(taken["figure"])[0] == 1872


def test_last_seen_is_handed_over_in_the_words_of_the_screen(opened):
    """Social Care on 2 October, 49 days before 20 November; Health Visiting never, with what was tried."""
    app, taken = opened("sight", "sight")
    assert taken["tables"]["last-seen"].to_numpy().tolist() == [
        ["Social Care", "2 Oct 2015", "49 days", "Third visit", "not recorded", "1.4"],
        ["Town Police", "21 Sep to 2 Oct 2015", "49 to 60 days", "Police visit", "not recorded", "1.3"],
        ["Health Visiting", "never, in what is entered", "", "1 line of attempts; the last: Card left at the door", "", "1.5"],
    ]
    assert "<td>2 Oct 2015</td><td>49 days</td>" in words(app)
    assert "<td>21 Sep to 2 Oct 2015</td><td>49 to 60 days</td>" in words(app)


def test_gaps_attempts_and_what_was_due_are_handed_over_too(opened):
    """13 July to 2 October are 81 days; six weeks are over on 24 August; three lines of attempts."""
    _, taken = opened("sight", "sight")
    assert taken["tables"]["longest-gaps"].to_numpy().tolist() == [
        ["Social Care", "81 days", "13 Jul 2015: Second visit", "2 Oct 2015: Third visit", 0],
        ["Health Visiting", "8 days", "2 Nov 2015: Card left at the door", "10 Nov 2015: Calls to Mother", 0],
    ]
    assert taken["tables"]["attempts"].to_numpy().tolist() == [
        ["No reply or no access", "Health Visiting", "2 Nov 2015", "Card left at the door", ""],
        ["No reply or no access", "Health Visiting", "10 Nov 2015", "Calls to Mother", "several times"],
        ["Outcome not stated", "Health Visiting", "12 Nov 2015", "Letters to Mother", "2 times"],
    ]
    assert taken["tables"]["due"].to_numpy().tolist() == [
        [
            "One visit to the next",
            "13 Jul 2015",
            "24 Aug 2015 (6 weeks)",
            "2 Oct 2015",
            "81 days",
            "outside",
            "none named",
            "1.2",
        ],
    ]


def test_a_case_in_months_hands_over_no_day(opened):
    """Under the disclosure `month` no day of the file is in any table, in the picture or in its margin."""
    _, taken = opened("sight", "sight", ("  incident: injury\n", "  incident: injury\n  disclosure: month\n"))
    tables = "".join(csv_bytes(frame).decode("utf-8-sig") for frame in taken["tables"].values())
    written = f"{tables} {taken['said']} {json.dumps(taken['figure'], default=str)}"
    assert "Jul 2015" in written
    days = ("10 Jul", "13 Jul", "21 Sep", "2 Oct", "2 Nov", "10 Nov", "12 Nov", "20 Nov")
    given = [*[f"{day} 2015" for day in days], "2015-07-10", "2015-07-13", "2015-11-20"]
    assert [day for day in given if day in written] == []


def test_practice_hands_over_the_points_that_are_listed(opened):
    """All three points, and every word that their details say."""
    app, taken = opened("practice", "points")
    points = taken["tables"]["practice-points"]
    assert list(points["Number"]) == ["M1", "G2", "X3"]
    assert points.iloc[0].to_dict() == {
        "Number": "M1",
        "Kind": "Missed opportunity",
        "Title": "The call was told to nobody",
        "When": "20 May 2015",
        "Agencies": "County Police and Primary school",
        "Themes": "Information sharing; Recording",
        "Expected": "The school is told.",
        "Happened": "Nobody was told.",
        "Known then": "",
        "Why it made sense": "",
        "Basis": "Stated by the review",
        "Words": "should have been told",
        "Findings": "1 Who tells whom",
        "Recommendations": "",
        "Paragraph": "4.1",
    }
    assert len([one for one in app.button if (one.key or "").startswith("point:")]) == 3


def test_practice_hands_over_no_more_than_the_filters_leave(opened):
    """Good practice in information sharing of the school is G2 alone; the matrix keeps every theme, and the margin says so."""
    _, taken = opened("practice", "points", practice="good", theme="information-sharing", agency="school")
    assert list(taken["tables"]["practice-points"]["Number"]) == ["G2"]
    assert taken["count"] == "Practice points: 1 of 3 points"
    assert taken["said"][:2] == (
        "Good practice only, and points that are mixed",
        "The list of points: only theme Information sharing and agency Primary school; the matrix has all themes and agencies",
    )


def test_the_matrix_in_numbers_is_the_table_on_the_screen(opened):
    """Every row handed over stands in the page's own table, in the same order."""
    app, taken = opened("practice", "points")
    rows = taken["tables"]["theme-by-agency"].to_numpy().tolist()
    assert [row[0] for row in rows][-3:] == [
        "◆ Missed, each point once",
        "★ Good, each point once",
        "■ Mixed, each point once",
    ]
    places = [
        words(app).index(f'<th scope="row">{row[0]}</th>' + "".join(f"<td>{cell}</td>" for cell in row[1:])) for row in rows
    ]
    assert places == sorted(places)


def test_an_event_known_only_later_is_in_no_file_of_practice(opened):
    """The letter is an event of G2 and hidden on the page."""
    _, taken = opened("practice", "points")
    assert "Letter found" not in "".join(frame.to_csv() for frame in taken["tables"].values())


def test_the_case_hands_over_agencies_and_findings_as_they_stand(opened):
    """The letter is known only later, so the school has one event, and two when it is asked for."""
    _, taken = opened("case", "points")
    assert taken["count"] == "The case in tables: 2 agencies and 1 finding"
    assert taken["tables"]["agencies"].to_numpy().tolist() == [
        ["Primary school", "", "Education", "", "Management review", 1, "M1, G2", ""],
        ["County Police", "", "Other", "", "Nil return", 1, "M1", ""],
    ]
    assert taken["tables"]["findings"].to_numpy().tolist() == [
        ["1", "finding", "Who tells whom", "It was nobody's task.", "M1", "5.1"]
    ]
    _, then = opened("case", "points", later="1")
    assert list(then["tables"]["agencies"]["Events"]) == [2, 1]


TWO = """recommendations:
  - id: tell
    number: "2"
    title: Tell the school
    detail: "=1+1"
    to: [police, school]
    by_when: six months
    source: "6.1"
"""


def test_a_recommendation_to_two_stands_under_both_and_cannot_run(opened):
    """As on the page; a note that begins like a formula is guarded by the writer of the file."""
    _, taken = opened("case", "points", ("people:\n", f"{TWO}people:\n"))
    rows = taken["tables"]["recommendations"]
    assert rows.to_numpy().tolist() == [
        ["County Police", "2", "Tell the school", "", "six months", "=1+1", "", "6.1"],
        ["Primary school", "2", "Tell the school", "", "six months", "=1+1", "", "6.1"],
    ]
    assert ",'=1+1," in csv_bytes(rows).decode("utf-8-sig")


@pytest.mark.parametrize(("page", "case"), [("knew", "knowing"), ("sight", "sight"), ("practice", "points"), ("case", "points")])
def test_every_table_can_be_written(opened, margin, page, case):
    """As CSV with a line per row and its heads, and as a workbook."""
    _, taken = opened(page, case)
    for name, frame in taken["tables"].items():
        assert len(frame) == len(list(filter(None, csv_bytes(frame).decode("utf-8-sig").split("\r\n")))) - 1
        assert xlsx_bytes(frame, margin, name[:31])


@pytest.mark.parametrize(
    ("page", "case", "title", "shown"),
    [
        ("timeline", "sight", "The Sight case", "8 of 9 events; 1 known only later is hidden. No filter."),
        ("knew", "knowing", "Three facts on their way", "Who knew what"),
        ("sight", "sight", "The Sight case", "The Child being seen in person: 4 events. "),
        ("practice", "points", "Points by theme and agency", "Practice points: 3 points. "),
        ("case", "points", "Points by theme and agency", "The case in tables: 2 agencies and 1 finding. "),
    ],
)
def test_every_csv_of_a_case_names_its_case_file_version_and_filters(monkeypatch, page, case, title, shown):
    """Each row has the case and the version of its file, the first one also what is shown."""
    monkeypatch.setenv("CASE_TIMELINES_FOLDER", str(SMALL))
    made = {}
    monkeypatch.setattr(take.st, "download_button", lambda label, file, name, *more, **keys: made.update({name: file}))
    open_page(page, case=case)
    version = hashlib.sha256((SMALL / f"{case}.yaml").read_bytes()).hexdigest()[:7]
    tables = [file() for name, file in made.items() if name.endswith(".csv")]
    assert tables
    for table in tables:
        rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"))))
        assert {(row["Case"], row["File"]) for row in rows} == {(title, f"{case}.yaml, version {version}")}
        assert rows[0]["Shown"].startswith(shown)


@pytest.mark.parametrize(
    ("page", "case", "tables", "more"),
    [("knew", "knowing", 1, 0), ("sight", "sight", 6, 0), ("practice", "points", 2, 0), ("case", "points", 2, 0)],
)
def test_every_page_has_one_place_to_take_along_from(monkeypatch, page, case, tables, more):
    """The popover is on the page with CSV and Excel of each table that has a row; what the comparison below offers is made when it is opened."""
    monkeypatch.setenv("CASE_TIMELINES_FOLDER", str(SMALL))
    app = open_page(page, case=case)
    labels = [one.proto.label for one in app.get("download_button")]
    assert labels[: 2 * tables] == ["CSV", "Excel (XLSX)"] * tables
    assert len(labels) == 2 * tables + more
    assert words(app).count("Link to exactly this view") == 1
