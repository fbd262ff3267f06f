"""One workbook of a comparison: its tables, how they were counted, and the version of every file."""

import datetime
import hashlib
import io
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook

from exports.workbook import comparison, sources, versions, workbook

TAKEN = datetime.date(2026, 11, 22)


@pytest.fixture
def case(case_of):
    """A case with a marking and dates by month."""
    return case_of(["2015-06-12", "undated"], more="  disclosure: month\n  marking: OFFICIAL-SENSITIVE")


def test_the_margin_names_each_file_with_its_version(case, tmp_path):
    """And every marking once, and which case shows no days."""
    letters = hashlib.sha256((tmp_path / "example.yaml").read_bytes()).hexdigest()[:7]
    known = versions([case], tmp_path)
    assert known == {"example": letters}
    sheet = comparison("density", "How much contact", "2 contacts", ["Counted: contacts", ""], [case], known, TAKEN)
    assert sheet.made == f"Made on 22 November 2026 from example.yaml, version {letters}"
    assert sheet.filters == ("Counted: contacts", "Example & <b>case</b>: dates are shown by month only")
    assert sheet.marking == "OFFICIAL-SENSITIVE"
    assert sheet.source == "Review of Example, 2018"
    assert sheet.name("cells", "csv") == "density-cells-2026-11-22.csv"


def test_a_file_that_is_gone_has_no_version_and_many_files_are_counted(case):
    assert versions([case], Path("nowhere")) == {"example": ""}
    sheet = comparison("density", "How much contact", "", [], [case] * 7, {}, TAKEN)
    assert sheet.made == "Made on 22 November 2026 from 7 files, whose versions stand on the sheet Sources of the workbook"


def test_one_workbook_holds_tables_method_and_sources_as_plain_texts(case):
    """A cell that begins like a formula is a text in it."""
    sheet = comparison("density", "How much contact", "2 contacts", ["Counted: contacts"], [case], {"example": "3f2a91c"}, TAKEN)
    table = pd.DataFrame({"Row": ["=1+1"], "Here": [0.5]})
    written = workbook({"Cells": table}, ["A blurred date is shared out."], sources([case], {"example": "3f2a91c"}), sheet)
    book = load_workbook(io.BytesIO(written))
    assert book.sheetnames == ["Cells", "Method", "Sources"]
    assert [[cell.value for cell in row] for row in book["Cells"].rows] == [["Row", "Here"], ["=1+1", 0.5]]
    assert book["Cells"]["A2"].data_type == "s"
    assert ("Method", "A blurred date is shared out.") in [tuple(cell.value for cell in row) for row in book["Method"].rows]
    heads, values = ([cell.value for cell in row] for row in book["Sources"].rows)
    found = dict(zip(heads, values, strict=True))
    assert (found["Case"], found["Events"], found["Within a window"], found["Version"]) == (
        "Example & <b>case</b>",
        2,
        1,
        "3f2a91c",
    )
