"""What is taken along, turned into pictures by LibreOffice: it opens, has the pages it should, and none of them is blank."""

import datetime
import io
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from exports.handout import handouts
from exports.slides import slides_pptx
from exports.summary import summary_docx
from exports.words import sheet
from loaders import read_case
from measures.choice import Choice
from measures.running import running_order

HARBOUR = Path(__file__).parent.parent / "browser" / "chronologies" / "harbour-road.yaml"
NEEDED = "LibreOffice is not installed: apt-get install libreoffice-impress libreoffice-writer poppler-utils"
pytestmark = pytest.mark.skipif(not (shutil.which("soffice") and shutil.which("pdftoppm")), reason=NEEDED)


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    """Pages of every file as small pictures, by the file's name, and the words LibreOffice found on them."""
    case = read_case(HARBOUR)
    said = sheet(case, Choice(), "", datetime.date(2026, 11, 22), version="3f2a91c")
    files = {"slides.pptx": slides_pptx(case, said), "summary.docx": summary_docx(case, said), **handouts(case, said)}
    folder = tmp_path_factory.mktemp("taken")
    for name, file in files.items():
        (folder / name).write_bytes(file)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        "soffice",
        "--headless",
        profile,
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        *(str(folder / name) for name in files),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    found = {}
    for name in files:
        pdf = folder / f"{Path(name).stem}.pdf"
        subprocess.run(
            ["pdftoppm", "-r", "50", "-png", str(pdf), str(pdf.with_suffix(""))], check=True, capture_output=True, timeout=60
        )
        pages = [Image.open(io.BytesIO(one.read_bytes())) for one in sorted(folder.glob(f"{pdf.stem}-*.png"))]
        found[name] = pages, [page.extract_text() for page in PdfReader(pdf).pages]
    return case, found


def inked(page):
    """The share of a page that is not white."""
    grey = page.convert("L").point(lambda value: 255 if value < 200 else 0)
    return sum(grey.histogram()[255:]) / (page.width * page.height)


def test_the_deck_has_a_page_for_each_step(pictures):
    case, found = pictures
    pages, words = found["slides.pptx"]
    assert len(pages) == len(running_order(case.episodes, case.events, case.practice)) == 9
    assert "Police called to the flat" in words[2]


def test_summary_and_handouts_have_the_pages_they_should(pictures):
    """The summary is one page; a handout of four events is one page too, or two with its points."""
    counts = {name: len(pages) for name, (pages, _) in pictures[1].items() if name.endswith("docx")}
    assert counts.pop("summary.docx") == 1
    assert set(counts.values()) <= {1, 2}


def test_no_page_is_blank(pictures):
    """Each page has ink on it, and none is covered in it."""
    shares = {(name, number): inked(page) for name, (pages, _) in pictures[1].items() for number, page in enumerate(pages, 1)}
    assert {key: share for key, share in shares.items() if not 0.001 < share < 0.6} == {}


def test_no_field_of_the_case_is_left_out_of_the_lanes(pictures):
    """The shapes of a handout are drawn: the lanes' names stand on its first page."""
    words = next(words for name, (_, words) in pictures[1].items() if "before" in name)
    assert all(name in words[0] for name in ("Police", "Health visiting", "School"))
