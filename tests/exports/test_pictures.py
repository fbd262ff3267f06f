"""Pictures and printed pages, made with a real Chromium."""

import io
import os
import re
from dataclasses import replace

import pytest
from pypdf import PdfReader

from exports.a3 import a3_html, a3_pdf
from exports.chromium import NOT_FOUND, NoChromiumError, pdf_of
from exports.picture import pictures
from measures.choice import Choice

pytestmark = pytest.mark.browser
FIGURE = {
    "data": [{"type": "scatter", "mode": "text", "x": [1], "y": [1], "text": ["Zoë ◆"]}],
    "layout": {"width": 900, "height": 300, "template": "none"},
}


def words(pdf):
    """The text of a PDF, page by page, its line breaks as spaces."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def test_a_picture_says_in_its_margin_what_it_is(browser, margin):
    """Title, count, filters, marking, source, date, version and caution stand in the SVG and the PDF; the PNG is twice as fine."""
    made = pictures(FIGURE, replace(margin, filters=("Without agencies: Health visiting",)))
    svg, [pdf] = made["svg"].decode("utf-8"), words(made["pdf"])
    assert (made["png"][:8], made["pdf"][:5], svg[:4]) == (b"\x89PNG\r\n\x1a\n", b"%PDF-", "<svg")
    assert int.from_bytes(made["png"][16:20]) == 2 * (900 + 48)
    for said in (
        "All events. Without agencies: Health visiting.",
        "OFFICIAL-SENSITIVE",
        "Source: Review of Example, 2018. Made on 22 November 2026 from example.yaml, version 3f2a91c.",
        "Zoë ◆",
    ):
        assert said in svg
        assert said in pdf
    assert "Example & <b>case</b>" in pdf
    assert "Example &amp; &lt;b&gt;case&lt;/b&gt;" in svg


def test_a_few_events_fit_one_a3_page(browser, case_of, view_of):
    """Picture and list share a page of 420 by 297 mm; its foot names file, version and page."""
    case = case_of(["2015-06-12", "2015-07", "undated"])
    pdf = a3_pdf(case, *view_of(case))
    [page] = words(pdf)
    assert [round(float(side) / 72 * 25.4) for side in PdfReader(io.BytesIO(pdf)).pages[0].mediabox[2:]] == [420, 297]
    assert [page.count(f"Officers called, time {number}") for number in (1, 2, 3)] == [2, 2, 1]
    assert "Made on 22 November 2026 from example.yaml, version 3f2a91c." in page
    assert "Page 1 of 1" in page


def test_no_event_of_many_is_cut_off(browser, case_of, view_of):
    """180 events over three years: each stands in the list with its number, on as many pages as it takes."""
    dates = [f"201{5 + number % 3}-{1 + number % 12:02}-{1 + number % 28:02}" for number in range(178)] + ["undated", "1990"]
    case = case_of(dates, more="  from: 2015-01-01\n  to: 2017-12-31")
    view, rows, said = view_of(case)
    pages = words(a3_pdf(case, view, rows, said))
    everything = " ".join(pages)
    assert len(rows) == 180
    listed = re.findall(r"(\d+) (?:\d+ \w{3} \d{4}|1990|no date) Officers called, time (\d+) ", everything)
    assert {int(number): int(title) for number, title in listed} == {
        number: int(title.split()[-1]) for number, title in zip(rows["No"], rows["What happened"], strict=True)
    }
    assert "1 event lies before or after these days and stands in the list only: 1." in everything
    assert all(f"Page {number} of {len(pages)}" in page for number, page in enumerate(pages, 1))


def test_a_print_of_months_holds_no_day(browser, case_of, view_of):
    """A case that shows months only prints June 2015, and no day of it."""
    case = case_of(["2015-06-12", "2015-06-17"], more="  disclosure: month")
    everything = " ".join(words(a3_pdf(case, *view_of(case))))
    assert everything.count("Jun 2015") == 2
    assert not re.search(r"\b1[27] Jun", everything)
    assert "Dates are shown by month only" in everything


def test_what_is_hidden_in_the_view_is_not_printed(browser, case_of, view_of):
    """What is known only later and hidden practice points stay out of picture and list; shown, they are printed."""
    rest = (
        "  - id: later\n    date: 2015-06-14\n    agency: police\n    title: Known from the trial\n    hindsight: true\n"
        "practice:\n  - id: point\n    kind: missed opportunity\n    basis: stated\n    title: The call was not followed up\n    events: event-1\n"
    )
    case = case_of(["2015-06-12"], rest=rest)
    hidden = " ".join(words(a3_pdf(case, *view_of(case, Choice(practice="hidden")))))
    shown = " ".join(words(a3_pdf(case, *view_of(case, Choice(later=True)))))
    for said in ("Known from the trial", "M1", "The call was not followed up"):
        assert (said in hidden, said in shown) == (False, True)


def test_a_page_runs_nothing_of_a_file(browser, case_of, view_of):
    """A title with markup stands in the page as text."""
    case = case_of(["2015-06-12"])
    page = a3_html(case, *view_of(case))
    assert "<b>case</b>" not in page
    assert "Example &amp; &lt;b&gt;case&lt;/b&gt;" in page


def test_without_chromium_the_remedy_is_said(browser, monkeypatch):
    """A machine without a browser gets a sentence, and the next try, with one, works."""
    browser.close()
    monkeypatch.setenv("CHROMIUM", os.devnull)
    with pytest.raises(NoChromiumError) as error:
        pdf_of("<p>Page</p>", 500, 500)
    assert str(error.value) == NOT_FOUND
    monkeypatch.undo()
    assert words(pdf_of("<p>Page</p>", 500, 500)) == ["Page"]
