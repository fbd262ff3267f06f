"""Handouts and the summary: opened again as Word reads them, before without points or hindsight, and after with both."""

import datetime
import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from exports.handout import handouts, zipped
from exports.room import lines, plain, width
from exports.summary import summary_docx
from exports.words import sheet
from loaders import read_case, read_library
from measures.choice import Choice
from measures.running import running_order

TAKEN = datetime.date(2026, 11, 22)
HARBOUR = Path(__file__).parent.parent / "browser" / "chronologies" / "harbour-road.yaml"
CASES = ("birmingham", "child-by", "child-j", "child-k", "sophia")


def sheet_of(case):
    return replace(sheet(case, Choice(), "", TAKEN, version="3f2a91c"), marking="OFFICIAL-SENSITIVE")


def words(file):
    """Every text of a Word file in its order, shapes and tables included."""
    return " ".join(docx.Document(io.BytesIO(file)).element.xpath("//w:t/text()"))


def foot(file):
    return docx.Document(io.BytesIO(file)).sections[0].footer._element


@pytest.fixture(scope="module")
def harbour():
    """The small test case and its two handouts, by file name."""
    case = read_case(HARBOUR)
    return case, handouts(case, sheet_of(case))


@pytest.fixture(scope="module")
def library():
    return read_library().cases


def test_each_episode_has_a_sheet_for_before_and_one_for_after(harbour):
    assert list(harbour[1]) == [
        "harbour-road-episode-01-before-2026-11-22.docx",
        "harbour-road-episode-01-after-2026-11-22.docx",
    ]
    assert zipfile.ZipFile(io.BytesIO(zipped(harbour[1]))).namelist() == list(harbour[1])


def test_before_holds_the_events_by_number_and_no_point(harbour):
    """Date as written, agency, event and paragraph; the point of that episode stands on the sheet for after only."""
    before, after = (words(file) for file in harbour[1].values())
    assert "1 2 March 2015 Police Contact Police called to the flat 1.1" in before
    assert "The referral was not answered" not in before
    assert "Missed opportunity M1:  The referral was not answered" in after


AHEAD = """  - id: letter
    date: 2015-06-13
    date_text: sent 13 June, received 24 June
    agency: police
    title: Letter sent
    source: ["2.6", Finding 5]
"""


def test_the_source_s_words_for_a_date_wait_for_the_sheet_for_after(case_of):
    """They tell what is still ahead: the day stands on both sheets."""
    case = case_of(["2015-06-12"], rest=AHEAD)
    before, after = (words(file) for file in handouts(case, sheet_of(case)).values())
    assert "2 13 June 2015 County Police Other Letter sent" in before
    assert "received 24 June" not in before
    assert "“sent 13 June, received 24 June” (13 June 2015)" in after


def test_a_finding_in_the_source_waits_for_the_sheet_for_after(case_of):
    """It is the review's later judgement; the paragraph stands on both sheets."""
    case = case_of(["2015-06-12"], rest=AHEAD)
    before, after = (words(file) for file in handouts(case, sheet_of(case)).values())
    assert "Letter sent 2.6 " in before
    assert "Finding 5" not in before
    assert "Letter sent 2.6, Finding 5 " in after


@pytest.mark.parametrize("name", ["birmingham", "sophia"])
def test_no_sheet_for_before_holds_a_point_or_what_was_known_only_later(library, name):
    case = library[name]
    order = running_order(case.episodes, case.events, case.practice)
    later = set(case.events.loc[case.events["hindsight"], "title"]) | set(case.practice["title"])
    files = handouts(case, sheet_of(case))
    assert len(files) == 2 * int(order["number"].max())
    for file, made in files.items():
        said = words(made)
        if "before" in file:
            assert [one for one in later if one in said and one.count(" ") > 2] == []


def test_a_sheet_has_lines_to_write_on_28_px_apart(harbour):
    """Four questions, three lines each: 420 twentieths of a point are 28 px."""
    heights = docx.Document(io.BytesIO(next(iter(harbour[1].values())))).element.xpath("//w:trHeight/@w:val")
    assert heights == ["420"] * 12


def test_the_lanes_are_shapes_with_alternative_texts(harbour):
    page = docx.Document(io.BytesIO(next(iter(harbour[1].values())))).element
    assert not page.xpath("//pic:pic")
    shapes = [one for one in page.iter() if str(one.tag).endswith("}cNvPr")]
    assert len(shapes) > 10
    assert all(one.get("descr") for one in shapes)
    assert page.xpath("//wp:docPr/@descr") == ["Lanes of 4 events in 3 lanes; the numbers are those of the table below."]


def test_every_page_carries_marking_source_version_and_its_number(harbour):
    for file in harbour[1].values():
        said = "".join(foot(file).xpath(".//w:t/text()"))
        assert said == "OFFICIAL-SENSITIVE Harbour Road. learning review. harbour-road.yaml, version 3f2a91cPage 1 of 1"
        assert foot(file).xpath(".//w:fldSimple/@w:instr") == ["PAGE", "NUMPAGES"]


def test_hostile_words_stay_words_in_word(case_of):
    """A field code, a formula and characters XML cannot hold: shown or left out, never run."""
    case = case_of(["2015-06-12", "2015-06-13"])
    events = case.events.copy()
    events.loc[0, "title"] = '{ INCLUDETEXT "x" } =1+1 <w:t> \x00\x07\x1b & ' + "W" * 60
    case = replace(case, events=events)
    made = next(iter(handouts(case, sheet_of(case)).values()))
    assert '{ INCLUDETEXT "x" } =1+1 <w:t> & WWW' in words(made)
    assert docx.Document(io.BytesIO(made)).element.xpath("//w:fldSimple | //w:instrText") == []


@pytest.mark.parametrize("name", CASES)
def test_the_summary_says_how_many_of_how_many(library, name):
    """Numbers with what they are a number of, every question or a count of those left out, and how not to read it."""
    case = library[name]
    said = words(summary_docx(case, sheet_of(case)))
    assert f"{len(case.events)} events are entered;" in said
    assert re.search(r"\d+ of \d+ agencies act in at least one event", said)
    assert re.search(rf"of {len(case.practice)} are stated by the review", said)
    assert "How not to read this" in said


def test_widths_are_those_of_the_typeface():
    """'Wi' in 10 px Arial: 944 and 222 thousandths; bold 944 and 278."""
    assert width("Wi", 10) == pytest.approx(11.66)
    assert width("Wi", 10, bold=True) == pytest.approx(12.22)


def test_a_word_longer_than_a_line_is_broken():
    assert lines("a WWWW b", 10, 20) == ["a", "WW", "WW", "b"]


def test_characters_that_turn_a_line_around_are_left_out():
    assert plain("a\u202eb\x00c\nd") == "a b c d"
