"""The comparison of contact to take along: its margin says what every number is out of, and its workbook what was done."""

import io

import pandas as pd
import pytest
from openpyxl import load_workbook

from exports.tables import csv_bytes
from exports.workbook import versions
from loaders import read_library
from panels.density import Density, worked_out
from panels.density_asked import Asked
from panels.density_figure import figure_of
from panels.density_shelf import shelf
from panels.density_take import book, margin, numbers


@pytest.fixture(scope="module")
def made() -> Density:
    """Child K and Sophia, as the page opens."""
    library = read_library()
    frames = shelf(library).only(["child-k", "sophia"])
    return worked_out(library, Asked(cases=("child-k", "sophia")), frames, 1872)


def test_the_margin_says_the_finding_the_filters_the_denominators_and_every_version(made):
    """Two cases, two files, and the refusal of the one."""
    known = versions(made.of, made.library.folder)
    said = margin(made, known)
    assert said.count.startswith(
        "26 contacts and attempts of 2 cases stand here; most in one period: 5.3, by Probation and prisons in Child K"
    )
    assert said.filters[:4] == (
        "Counted: contacts and attempts",
        "Per 30 days: 360 days before day 0",
        "Rows: sectors",
        "What was known only later is left out",
    )
    assert said.filters[4] == (
        "Child K: 360 of 360 days entered, 17 lines here, 44 on other days, 12 without a usable date; "
        "222 events in all, 30 of 38 agencies with an event (serious case review)"
    )
    assert (
        "Sophia cannot be lined up by day: 17 of 27 contacts and attempts have no usable date. It stays in the table, hatched"
        in said.filters
    )
    assert f"child-k.yaml, version {known['child-k']}; sophia.yaml, version {known['sophia']}" in said.made


def test_the_workbook_holds_the_numbers_the_method_and_the_sources(made):
    """Each cell can be cited: as printed, with all decimals, and with the file and version it is from."""
    known = versions(made.of, made.library.folder)
    said = margin(made, known)
    opened = load_workbook(io.BytesIO(book(made, said, known)))
    assert opened.sheetnames == ["Table", "Cells", "Out of", "Medians", "Ranks", "Method", "Sources"]
    assert opened["Sources"].max_row == 3
    cells = numbers(made, said)
    one = cells[(cells["Case"] == "Child K") & (cells["Row"] == "Probation and prisons") & (cells["As printed"] == "5.3")].iloc[0]
    assert (one["Period"], one["File"]) == ("180 to 151 days before day 0", f"child-k.yaml, version {known['child-k']}")
    assert isinstance(cells, pd.DataFrame)


def test_what_was_not_measured_is_no_nought_in_a_file(made):
    """Sophia's seven lines of health have no date: as CSV and on the sheet Cells no number stands for them."""
    known = versions(made.of, made.library.folder)
    said = margin(made, known)
    cells = numbers(made, said)
    health = cells[(cells["Case"] == "Sophia") & (cells["Row"] == "Health")]
    assert health["As printed"].tolist() == ["not measured"] * 12
    assert health[["Contacts, exchanges, meetings", "Attempts"]].isna().all(axis=None)
    assert health["Part of the period entered"].tolist() == [0.0] * 12
    (line,) = [one for one in csv_bytes(cells).decode("utf-8-sig").split("\r\n") if one.startswith("Sophia,Health,360 to 331")]
    assert line.startswith("Sophia,Health,360 to 331 days before day 0,not measured,,,0,")
    sheet = load_workbook(io.BytesIO(book(made, said, known)))["Cells"]
    rows = [one for one in sheet.iter_rows(values_only=True) if one[:2] == ("Sophia", "Health")]
    assert [one[3:6] for one in rows] == [("not measured", "", "")] * 12


def test_the_figure_to_take_along_has_a_size_of_its_own(made):
    """As wide as a wide screen, as high as its rows."""
    layout = figure_of(made, 1872)["layout"]
    assert layout["width"] == 1872
    assert layout["height"] > 500
