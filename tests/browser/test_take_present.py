"""The files for a room: each made beside the page when it is asked for, taken along, and opened again by its own library."""

import io
import re
import zipfile

import docx
import pptx
import pypdf
import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
# Where the last button stood, in every frame in which it was there.
TOPS = """() => { window.tops = new Set(); const look = () => {
  const last = [...document.querySelectorAll('button')].find(one => one.innerText === 'Prepare the A3 timeline');
  if (last) window.tops.add(Math.round(last.getBoundingClientRect().top));
  requestAnimationFrame(look); }; look(); }"""
QUESTION = "What was happening, and what could each of us know of it?"


def taken(page, label):
    """The bytes of a file, and the name it is saved under."""
    save = page.get_by_role("button", name=f"Save the {label}")
    expect(save).to_be_visible()  # says what is on the page instead, where it does not come
    with page.expect_download() as found:
        save.click()
    return io.BytesIO(found.value.path().read_bytes()), found.value.suggested_filename


def words_of(document):
    """Every word of a Word file, its tables included."""
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def test_slides_handouts_timeline_and_summary_are_made_while_the_room_goes_on(new_tab, shelf):
    """Four at once, and no button moves under the hand; the room moves on meanwhile and stops none of them.

    PowerPoint, Word and PDF hold what the file says.
    """
    shelf.put("harbour-road")
    with new_tab(shelf.base, (1280, 720)) as tab:
        page = tab.page
        tab.go("/facilitator?case=harbour-road")
        tab.past_the_note()
        page.get_by_role("button", name="Take it along").click()
        expect(page.get_by_role("button", name="Prepare the A3 timeline")).to_be_visible()
        page.evaluate(TOPS)
        for label in ("summary", "slides", "handouts", "A3 timeline"):
            page.get_by_role("button", name=f"Prepare the {label}").click()
        assert page.evaluate("window.tops.size") == 1
        page.get_by_role("button", name="Take it along").click()
        expect(page.get_by_text("For a room that goes through the case")).not_to_be_visible()
        page.get_by_role("button", name="Next").click()
        expect(page.get_by_role("button", name=re.compile("^Back"))).to_be_enabled()
        page.get_by_role("button", name="Take it along").click()
        expect(page.get_by_role("button", name=re.compile("^Save the"))).to_have_count(4)
        expect(page.get_by_role("button", name=re.compile("^Prepare the"))).to_have_count(0)

        file, name = taken(page, "slides")
        slides = list(pptx.Presentation(file).slides)
        titles = [one.shapes.title.text_frame.text for one in slides]
        assert name.startswith("harbour-road-slides-")
        assert [titles.count(one) for one in (QUESTION, "Home visit", "School refers the child")] == [2, 1, 1]
        assert "paragraph" in slides[titles.index("Home visit")].notes_slide.notes_text_frame.text

        file, name = taken(page, "handouts")
        packed = zipfile.ZipFile(file)
        sheets = {
            one: words_of(docx.Document(io.BytesIO(packed.read(one)))) for one in packed.namelist() if one.endswith(".docx")
        }
        before, after = (next(words for one, words in sheets.items() if part in one) for part in ("before", "after"))
        assert (name.startswith("harbour-road-handouts-"), len(sheets)) == (True, 2)
        assert (QUESTION in before, "Home visit" in before, "M1" in before, "M1" in after) == (True, True, False, True)

        file, name = taken(page, "summary")
        assert name.startswith("harbour-road-summary-")
        assert "Harbour Road" in words_of(docx.Document(file))

        file, name = taken(page, "A3 timeline")
        first = pypdf.PdfReader(file).pages[0]
        assert name.startswith("harbour-road-a3-timeline-")
        assert {round(float(side) / 72 * 25.4) for side in first.mediabox[2:]} == {297, 420}
        assert "Nobody answered the door" in " ".join(first.extract_text().split())


def test_each_file_has_one_place_while_another_is_made(new_tab, server):
    """A summary that has come and slides on their way: four things to press or to wait for, never a second button for one file."""
    with new_tab(server) as tab:
        page = tab.page
        tab.go("/facilitator?case=child-k")
        tab.past_the_note()
        page.get_by_role("button", name="Take it along").click()
        for label in ("summary", "slides", "handouts"):
            page.get_by_role("button", name=f"Prepare the {label}").click()
        expect(page.get_by_role("button", name="Save the summary")).to_be_visible()
        expect(page.get_by_text(re.compile("^Making the slides: "))).to_be_visible()
        assert page.get_by_test_id("stPopoverBody").locator("button, [role=progressbar]").count() == 4
        assert page.get_by_role("button", name="Prepare the slides").count() == 0


def test_the_case_page_offers_the_same_files(new_tab, shelf):
    """One is made and saved there."""
    shelf.put("harbour-road")
    with new_tab(shelf.base) as tab:
        tab.open("/case?case=harbour-road")
        tab.page.get_by_role("button", name="Take it along for the room").click()
        tab.page.get_by_role("button", name="Prepare the summary").click()
        file, _ = taken(tab.page, "summary")
        assert "Harbour Road" in words_of(docx.Document(file))
