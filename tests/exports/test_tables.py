"""Tables that leave the app: whole, and unable to run."""

import csv
import io
from dataclasses import replace
from zipfile import ZipFile

import pandas as pd
from openpyxl import load_workbook

from exports.tables import cited_case, csv_bytes, xlsx_bytes


def read(written):
    """The rows of a CSV as a spreadsheet reads them."""
    return list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))


def test_a_csv_cell_that_begins_like_a_formula_gets_an_apostrophe(frame):
    """Headings too; numbers below zero stay numbers, and signs inside a text are left alone."""
    assert read(csv_bytes(frame)) == [
        ["'=Words", "Number"],
        ["'=1+1", "-1"],
        ["'+44", "0"],
        ["'-1", "1"],
        ["'@SUM(A1)", "2"],
        ["'\t=1", "3"],
        ["'\r=1", "4"],
        ["'\n=1", "5"],
        ["5 - 3 = 2", "6"],
    ]


def test_a_csv_opens_with_its_accents_and_carries_its_marking():
    """It begins with the mark that tells Excel it is UTF-8, and has the handling words in every row."""
    written = csv_bytes(pd.DataFrame({"Was": ["Zoë ◆", ("a", "b")]}), "=SECRET")
    assert written.startswith(b"\xef\xbb\xbf")
    assert read(written) == [["Was", "Marking"], ["Zoë ◆", "'=SECRET"], ["a; b", "'=SECRET"]]


def test_a_csv_of_one_case_can_be_cited(margin):
    """Each row names the case and the version of its file, the first one the filters; a title cannot run."""
    said = replace(margin, title="=Example", filters=("Only agencies: Police", "Search: visit"))
    file = "example.yaml, version 3f2a91c"
    assert read(csv_bytes(cited_case(pd.DataFrame({"No": [1, 2]}), said), said.marking)) == [
        ["No", "Case", "File", "Shown", "Marking"],
        ["1", "'=Example", file, "All events. Only agencies: Police. Search: visit.", "OFFICIAL-SENSITIVE"],
        ["2", "'=Example", file, "", "OFFICIAL-SENSITIVE"],
    ]
    counted = replace(margin, method=("Days are counted from date to date",))
    assert cited_case(pd.DataFrame({"No": [1]}), counted)["Method"].tolist() == [
        "How it was counted: Days are counted from date to date."
    ]
    assert cited_case(pd.DataFrame({"No": []}), margin).empty


def test_days_and_blanks_are_written_so_that_people_can_read_them():
    """A day is a day without a time, and what is missing is blank."""
    frame = pd.DataFrame({"Day": [pd.Timestamp("2015-11-05"), pd.NaT], "Days": [1.5, float("nan")]})
    assert read(csv_bytes(frame)) == [["Day", "Days"], ["2015-11-05", "1.5"], ["", ""]]


def test_no_cell_of_a_workbook_is_a_formula(frame, margin):
    """Every text is a text as it was written, on both sheets, and no part of the file holds a formula."""
    made = xlsx_bytes(frame, margin)
    book = load_workbook(io.BytesIO(made))
    assert [cell.value for cell in book["Events"]["A"]][:5] == ["=Words", "=1+1", "+44", "-1", "@SUM(A1)"]
    assert {cell.data_type for page in book for row in page for cell in row} == {"s", "n"}
    assert [cell.value for cell in book["Events"]["B"]] == ["Number", -1, 0, 1, 2, 3, 4, 5, 6]
    with ZipFile(io.BytesIO(made)) as parts:
        assert not any(b"<f>" in parts.read(name) or b"hyperlink" in parts.read(name) for name in parts.namelist())


def test_a_workbook_says_what_it_is(margin):
    """The second sheet holds title, filters, marking, source, date, file version and caution."""
    book = load_workbook(io.BytesIO(xlsx_bytes(pd.DataFrame({"No": [1]}), margin)))
    assert book.sheetnames == ["Events", "About"]
    assert [[cell.value for cell in row] for row in book["About"]] == [
        ["Case", "Example & <b>case</b>"],
        ["Table", "Events: 1 row"],
        ["Shown", "All events"],
        ["Filters", "No filter"],
        ["Marking", "OFFICIAL-SENSITIVE"],
        ["Source", "Review of Example, 2018"],
        ["Made", "Made on 22 November 2026 from example.yaml, version 3f2a91c"],
        ["Caution", "A published chronology is selective, and much contact is not the same as good help."],
    ]
    assert book["Events"].oddHeader.right.text == "&BOFFICIAL-SENSITIVE"
