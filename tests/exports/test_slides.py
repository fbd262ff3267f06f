"""The slides: what stands on each, that it fits and overlaps nothing, and that nothing is told too early."""

import datetime
import io
import re
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from pptx import Presentation

from exports.room import height
from exports.slides import slides_pptx
from exports.words import sheet
from loaders import read_case, read_library
from measures.choice import Choice
from measures.running import running_order

TAKEN = datetime.date(2026, 11, 22)
HARBOUR = Path(__file__).parent.parent / "browser" / "chronologies" / "harbour-road.yaml"
CASES = ("birmingham", "child-by", "child-j", "child-k", "sophia")
WIDE, HIGH = 1280, 720
HOSTILE = """  - id: hostile
    date: 2015-06-12
    agency: police
    kind: contact
    title: '=HYPERLINK("x") {{ PAGE }} <a:t>&amp; %s'
    detail: '=1+1'
    source: '@SUM(A1)'
"""


def sheet_of(case, marking=""):
    made = sheet(case, Choice(), "", TAKEN, version="3f2a91c")
    return made if not marking else type(made)(**{**made.__dict__, "marking": marking})


def deck_of(case, marking=""):
    return Presentation(io.BytesIO(slides_pptx(case, sheet_of(case, marking))))


@pytest.fixture(scope="module")
def harbour():
    """The small test case and its deck."""
    case = read_case(HARBOUR)
    return case, deck_of(case, "OFFICIAL-SENSITIVE")


@dataclass(frozen=True)
class Box:
    """A shape as it stands on its slide, in px; size and bold are those of its first run; said: its alternative text."""

    name: str
    kind: str
    left: float
    top: float
    right: float
    bottom: float
    words: str
    lines: tuple[tuple[str, float, bool], ...]
    wraps: bool
    said: str


@dataclass(frozen=True)
class Slide:
    title: str
    boxes: tuple[Box, ...]
    notes: str

    @property
    def words(self):
        return " ".join(box.words for box in self.boxes)

    @property
    def everything(self):
        return " ".join([self.words, *(box.said for box in self.boxes), self.notes])


def read(deck):
    """Every slide of a deck as plain values."""
    return [
        Slide(
            slide.shapes.title.text_frame.text if slide.shapes.title is not None else "",
            tuple(map(box_of, slide.shapes)),
            slide.notes_slide.notes_text_frame.text,
        )
        for slide in deck.slides
    ]


def box_of(shape):
    left, top, wide, high = (value / 9525 for value in (shape.left, shape.top, shape.width, shape.height))
    lines = []
    for line in shape.text_frame.paragraphs if shape.has_text_frame else ():
        text = "".join(line._p.xpath(".//a:t/text()"))
        look = line._p.xpath(".//a:rPr")
        if text.strip():
            lines.append((text, int(look[0].get("sz")) / 75, look[0].get("b") == "1"))
    wraps = not shape.has_text_frame or shape.text_frame.word_wrap is not False
    words = " ".join(line[0] for line in lines)
    kind = str(shape.shape_type).split(" ")[0]
    said = shape._element.xpath(".//p:cNvPr/@descr")[0]
    return Box(shape.name, kind, left, top, left + wide, top + high, words, tuple(lines), wraps, said)


def apart(one, other):
    beside = one.right <= other.left + 2 or other.right <= one.left + 2
    return beside or one.bottom <= other.top + 2 or other.bottom <= one.top + 2


@pytest.fixture(scope="module")
def shipped():
    """The shipped cases and the slides of their decks, each made once."""
    cases = read_library().cases
    return {name: (cases[name], read(deck_of(cases[name]))) for name in CASES}


@pytest.mark.parametrize("name", CASES)
def test_every_slide_has_a_title_notes_and_alternative_texts(shipped, name):
    """One slide a step at least, each with its title in the layout's place, notes, and a description of every shape."""
    case, slides = shipped[name]
    assert len(slides) >= len(running_order(case.episodes, case.events, case.practice))
    for slide in slides:
        assert slide.title.strip()
        assert slide.notes.strip()
        assert all(box.said.strip() for box in slide.boxes)


@pytest.mark.parametrize("name", CASES)
def test_no_shape_leaves_its_slide(shipped, name):
    out = [
        (number, box.name, box)
        for number, slide in enumerate(shipped[name][1], 1)
        for box in slide.boxes
        if min(box.left, box.top) < -0.5 or box.right > WIDE + 0.5 or box.bottom > HIGH + 0.5
    ]
    assert out == []


@pytest.mark.parametrize("name", CASES)
def test_no_two_texts_of_a_slide_overlap(shipped, name):
    """Boxes with words touch no other by more than two px."""
    for number, slide in enumerate(shipped[name][1], 1):
        found = [box for box in slide.boxes if box.words.strip()]
        over = [(one, other) for place, one in enumerate(found) for other in found[place + 1 :] if not apart(one, other)]
        assert [(number, one.words, other.words) for one, other in over] == []


@pytest.mark.parametrize("name", CASES)
def test_every_text_fits_its_box(shipped, name):
    """Each box holds the lines its words need at their size."""
    for number, slide in enumerate(shipped[name][1], 1):
        for box in slide.boxes:
            room = box.right - box.left
            if box.name == "Slide number" or not box.wraps:
                continue
            need = sum(height(text, size, room, bold=bold) for text, size, bold in box.lines)
            assert need <= box.bottom - box.top + 3, (number, box.name, box.words)


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_told_before_its_step(shipped, name):
    """Until the room looks back, no slide of an episode holds the title of a later event, of a practice point, or of what was known only later."""
    case, slides = shipped[name]
    order = running_order(case.episodes, case.events, case.practice)
    titles = dict(zip(case.events["event_id"], case.events["title"], strict=True))
    told = {}
    for slide in slides:
        head, within = re.search(r"Episode (\d+) of \d+: ", slide.words), re.search(r"Step (\d+) of \d+", slide.words)
        if head and within:
            told.setdefault((int(head[1]), int(within[1])), slide.everything)
    for step in order[order["kind"].isin(["question", "event"])].itertuples():
        own = order[order["number"] == step.number]
        known = {one for ids in own.loc[own["step"] <= step.step, "event_ids"] for one in ids}
        later = {one for ids in own.loc[own["step"] > step.step, "event_ids"] for one in ids} - known
        said = told[(step.number, step.within)]
        for open_words in (step.question, step.episode_title, step.notes, *(titles[one] for one in known)):
            said = said.replace(open_words, "") if open_words else said
        hidden = {titles[one] for one in later} | set(case.practice["title"])
        assert [title for title in hidden if title in said and title.count(" ") > 1] == []  # 'Core Group' is a name too


def test_only_what_was_passed_on_by_that_day_is_drawn(harbour):
    """The referral of 12 May reached health visiting on 14 May: on its own slide it is sent, not received."""
    slide = next(one for one in harbour[1].slides if one.shapes.title.text_frame.text == "School refers the child")
    assert "Sent to Health visiting." in {shape.text_frame.text for shape in slide.shapes if shape.has_text_frame}
    arrows = [shape for shape in slide.shapes if shape.name == "Passed on"]
    assert [shape._element.xpath(".//a:prstDash/@val") for shape in arrows] == [["sysDot"]]
    assert [shape._element.xpath(".//a:tailEnd/@type") for shape in arrows] == [["triangle"]]


def test_a_vague_date_is_a_hatched_shape(harbour):
    """An event of April is a window with a pattern, not a mark on a day."""
    slide = next(one for one in harbour[1].slides if one.shapes.title.text_frame.text == "Nobody answered the door")
    window = [shape for shape in slide.shapes if shape.name == "Window"]
    assert [shape._element.xpath(".//a:pattFill/@prst") for shape in window] == [["wdUpDiag"]]


def test_every_slide_carries_marking_case_source_and_version(harbour):
    for slide in harbour[1].slides:
        foot = next(shape.text_frame.text for shape in slide.shapes if shape.name == "Foot")
        assert foot == "OFFICIAL-SENSITIVE. Harbour Road. learning review. harbour-road.yaml, version 3f2a91c"


def test_marks_are_shapes_that_can_be_edited(shipped):
    """Not one picture in a deck: auto shapes by kind, connectors and text."""
    kinds = {box.kind for slide in shipped["child-k"][1] for box in slide.boxes}
    assert kinds == {"AUTO_SHAPE", "LINE", "PLACEHOLDER", "TEXT_BOX"}


def test_hostile_words_stay_words(case_of):
    """Formulas, markup and words without an end are shown as written; characters XML cannot hold are left out."""
    case = case_of(["2015-06-12"], rest=HOSTILE % ("W" * 20))
    events = case.events.copy()
    events.loc[0, "title"] = "bell \x07 null \x00 escape \x1b and " + "x" * 400
    case = type(case)(**{**case.__dict__, "events": events})
    told = " ".join(slide.words for slide in read(deck_of(case)))
    assert '=HYPERLINK("x") {{ PAGE }} <a:t>&amp; WWW' in told
    assert "bell null escape and xxx" in told
    assert not re.search(r"[\x00-\x08]", told)


def test_the_source_s_words_for_a_date_are_on_no_slide_of_an_event(case_of):
    """They tell what is still ahead: neither on the slide nor in its notes. The day stays."""
    quoted = HOSTILE % "W" + "    date_text: sent 12 June, received 24 June\n"
    slide = next(one for one in read(deck_of(case_of(["2015-06-01"], rest=quoted))) if "HYPERLINK" in one.title)
    assert "received 24 June" not in slide.everything
    assert "12 June 2015 · County Police · Contact" in slide.words


def test_a_finding_in_the_source_is_on_no_slide_of_an_event(case_of):
    """It is the review's later judgement: neither on the slide nor in its notes. The paragraph stays."""
    rest = "  - {id: letter, date: 2015-06-12, agency: police, title: Letter sent, source: ['2.6', Finding 5]}\n"
    slide = next(one for one in read(deck_of(case_of(["2015-06-01"], rest=rest))) if one.title == "Letter sent")
    assert "Finding 5" not in slide.everything
    assert "12 June 2015 · County Police · Other · paragraph 2.6" in slide.words


def test_a_deck_is_made_in_seconds(harbour):
    """A slide takes less than a tenth of a second of the processor; Child K's 159 took 4 to 5 s in all."""
    start = time.process_time()
    slides = read(deck_of(harbour[0]))
    assert (time.process_time() - start) / len(slides) < 0.2
