"""What the pages over many cases hand over, downloaded as people do and opened again: pictures, workbook and CSV, each with its margin."""

import csv
import io
import re
from xml.etree import ElementTree

import openpyxl
import pytest
from PIL import Image
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.serving import CHRONOLOGIES

pytestmark = pytest.mark.browser
PAGES = {
    "/density": ("take-density", 1, {"up to 1", "2 + 1: two", "Day 0"}, "Cells"),
    "/density?show=multiples&per=90": ("take-density", 1, {"Contact", "Attempt", "not measured", "360 days", "day 0"}, "Cells"),
    "/density?show=strip&per=quarter": ("take-density", 1, {"Contact", "Attempt", "not measured", "Q3", "2015"}, "Cells"),
    "/delay?what=receipt": ("take-delay", 1, {"2 days", "1 of 1 told"}, "Intervals"),
    "/learning": ("take-learning", 2, {"Child seen", "Harbour Road"}, "Practice points"),
    "/sight?case=pier-street": ("take-sight-all", 1, {"Pier Street", "135 days"}, "Longest silences"),
}


@pytest.fixture
def two(shelf):
    """Harbour Road, and the same as Pier Street, with a marking and a second sighting."""
    shelf.put("harbour-road")
    text = (CHRONOLOGIES / "harbour-road.yaml").read_text(encoding="utf-8")
    text = (
        text.replace("harbour-road", "pier-street")
        .replace("Harbour Road", "Pier Street")
        .replace("  disclosure: exact", "  marking: OFFICIAL-SENSITIVE")
    )
    text = text.replace(
        "title: Police called again\n    people: mother",
        "title: Police called again\n    people: [child, mother]\n    seen: child",
    )
    (shelf.folder / "pier-street.yaml").write_text(text, encoding="utf-8")
    return shelf


def files_of(tab, key, pictures):
    """Everything the popover offers, by its file name: each picture is prepared first."""
    tab.page.locator(f".st-key-{key} button").first.click()
    prepare = tab.page.get_by_role("button", name=re.compile("^Prepare the picture"))
    saving = tab.page.get_by_role("button", name="Save picture as PDF")
    for done in range(pictures):
        prepare.first.click()
        expect(saving).to_have_count(done + 1)
        tab.calm()
    found = {}
    for button in tab.page.get_by_test_id("stDownloadButton").get_by_role("button").all():
        with tab.page.expect_download() as waiting:
            button.click()
        found[waiting.value.suggested_filename] = waiting.value.path().read_bytes()
        tab.page.wait_for_timeout(200)  # Chromium refuses the eleventh download within a second
    return found


def of(files, ending):
    """The files of that ending, in the order they were offered."""
    return [file for name, file in files.items() if name.endswith(f".{ending}")]


def said(text):
    """Text with single spaces."""
    return " ".join(text.split())


@pytest.mark.parametrize("path", PAGES)
def test_every_figure_and_table_is_saved_with_what_it_needs_to_be_cited(new_tab, two, path):
    """PNG, SVG and PDF of each figure, a workbook of data, method and sources, and each table as CSV: all of them open again."""
    key, pictures, drawn, sheet = PAGES[path]
    with new_tab(two.base) as tab:
        tab.go(path)
        note = tab.page.get_by_role("button", name=re.compile("^Open the case"))
        place = tab.page.locator(f".st-key-{key} button").first
        note.or_(place).first.wait_for()
        if note.count():
            note.click()
        place.wait_for()
        tab.calm()
        files = files_of(tab, key, pictures)
    assert [len(of(files, ending)) for ending in ("png", "svg", "pdf", "xlsx")] == [pictures, pictures, pictures, 1]
    for png, svg, pdf in zip(of(files, "png"), of(files, "svg"), of(files, "pdf"), strict=True):
        _opens(png, svg, pdf, drawn)
        drawn = set()
    book = openpyxl.load_workbook(io.BytesIO(of(files, "xlsx")[0]))
    assert sheet in book.sheetnames
    assert book.sheetnames[-2:] == ["Method", "Sources"]
    assert {row[0] for row in book["Method"].iter_rows(values_only=True)} >= {
        "Shown",
        "Filter",
        "Method",
        "Caution",
        "Marking",
        "Made",
    }
    assert [row[-2] for row in book["Sources"].iter_rows(values_only=True)] == ["File", "harbour-road.yaml", "pier-street.yaml"]
    for table in of(files, "csv"):
        rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"))))
        assert rows[0]["Method"].startswith("How it was counted: ")
        assert rows[0]["Shown"]
        assert all(", version " in row["File"] for row in rows)
        assert {row["Marking"] for row in rows} == {"OFFICIAL-SENSITIVE"}


def _opens(png, svg, pdf, drawn):
    """The same picture three times: with ink and not covered in it, its words in the SVG and on the one page of the PDF."""
    picture = Image.open(io.BytesIO(png)).convert("L")
    dark = sum(picture.histogram()[:200]) / (picture.width * picture.height)
    assert 0.005 < dark < 0.5
    root = ElementTree.fromstring(svg)
    assert (2 * float(root.get("width")), 2 * float(root.get("height"))) == picture.size
    in_svg = said(" ".join(root.itertext()))
    (page,) = PdfReader(io.BytesIO(pdf)).pages
    in_pdf = said(page.extract_text())
    margin = (
        "OFFICIAL-SENSITIVE",
        "Source:",
        "harbour-road.yaml, version",
        "pier-street.yaml, version",
        "How it was counted:",
        "not the same as good help.",
    )
    for words in (*margin, *drawn):
        assert words in in_svg, words
        assert words in in_pdf, words
