"""The files for a room come from the facilitator's window, each made beside it, and each opens again."""

import io
import re
import zipfile

import docx
import pptx
import pypdf
import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def taken(page, label):
    """The bytes of a file, and the name it is saved under."""
    with page.expect_download() as found:
        page.get_by_role("button", name=f"Save the {label}").click()
    return found.value.path().read_bytes(), found.value.suggested_filename


def test_slides_handouts_timeline_and_summary_are_made_while_the_room_goes_on(new_tab, shelf):
    """Four at once; the room moves on meanwhile and stops none of them; PowerPoint, Word and PDF hold the case's title."""
    shelf.put("harbour-road")
    with new_tab(shelf.base, (1280, 720)) as tab:
        page = tab.page
        tab.go("/facilitator?case=harbour-road")
        tab.past_the_note()
        page.get_by_role("button", name="Take it along").click()
        for label in ("slides", "handouts", "summary", "A3 timeline"):
            page.get_by_role("button", name=f"Prepare the {label}").click()
        page.get_by_role("button", name="Take it along").click()
        expect(page.get_by_text("For a room that goes through the case")).not_to_be_visible()
        page.get_by_role("button", name="Next").click()
        expect(page.get_by_role("button", name=re.compile("^Back"))).to_be_enabled()
        page.get_by_role("button", name="Take it along").click()
        slides, name = taken(page, "slides")
        assert (name.startswith("harbour-road-slides-"), len(pptx.Presentation(io.BytesIO(slides)).slides) > 3) == (True, True)
        handouts, name = taken(page, "handouts")
        packed = zipfile.ZipFile(io.BytesIO(handouts))
        sheets = [docx.Document(io.BytesIO(packed.read(one))) for one in packed.namelist() if one.endswith(".docx")]
        assert (name.startswith("harbour-road-handouts-"), len(sheets) % 2, all(one.paragraphs for one in sheets)) == (
            True,
            0,
            True,
        )
        summary, name = taken(page, "summary")
        assert name.startswith("harbour-road-summary-")
        assert "Harbour Road" in " ".join(one.text for one in docx.Document(io.BytesIO(summary)).paragraphs)
        timeline, name = taken(page, "A3 timeline")
        assert name.startswith("harbour-road-a3-timeline-")
        assert "Harbour Road" in pypdf.PdfReader(io.BytesIO(timeline)).pages[0].extract_text()
