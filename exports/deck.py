"""The slides' file: 16:9, one layout, and on every slide a title, a foot and notes."""

from __future__ import annotations

import datetime
import io
import itertools
from collections.abc import Iterable
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.packuri import PackURI

from charts.palette import LABEL, PAPER, RULE
from exports.office import PX, elements, title_element
from exports.room import cut_to, fitting, plain
from exports.shapes import Drawing, Line, Shape, Words
from exports.words import Sheet

WIDE, HIGH, SIDE = 1280.0, 720.0, 37.0
FOOT = 676.0
LAYOUT = "Title Only"
FONT = "Arial"


def opened(sheet: Sheet) -> Any:
    """An empty deck with one layout, its places moved to 16:9 and its letters set to a typeface every machine has."""
    deck: Any = Presentation()
    deck.slide_width, deck.slide_height = round(WIDE * PX), round(HIGH * PX)
    master = deck.slide_master
    for layout in list(master.slide_layouts):
        if layout.name != LAYOUT:
            master.slide_layouts.remove(layout)
    theme = master.part.part_related_by(RT.THEME)
    theme._blob = theme.blob.replace(b'latin typeface="Calibri"', f'latin typeface="{FONT}"'.encode())
    for owner in (master, master.slide_layouts[0]):
        for holder in owner.placeholders:
            _move(holder, *PLACES.get(str(holder.placeholder_format.type).split(" ")[0], (SIDE, 60, WIDE - 2 * SIDE, 600)))
    package, found, numbers = deck.part.package, deck.part.package.next_partname, itertools.count(1)
    # python-pptx finds the name of each slide's notes by walking through every part made so far.
    package.next_partname = lambda name: PackURI(name % next(numbers)) if "notesSlide" in name else found(name)
    about = deck.core_properties
    about.title, about.subject, about.author = plain(sheet.title), "Running order", ""
    about.comments, about.category, about.last_modified_by = plain(sheet.made), plain(sheet.marking), ""
    about.created = about.modified = datetime.datetime.combine(sheet.taken, datetime.time())
    return deck


PLACES = {
    "TITLE": (SIDE, 16, WIDE - 2 * SIDE, 60),
    "BODY": (SIDE, 90, WIDE - 2 * SIDE, 570),
    "DATE": (SIDE, FOOT, 200, 30),
    "FOOTER": (260, FOOT, 700, 30),
    "SLIDE_NUMBER": (WIDE - SIDE - 200, FOOT, 200, 30),
}


def _move(holder: Any, x: float, y: float, wide: float, high: float) -> None:
    holder.left, holder.top, holder.width, holder.height = (round(one * PX) for one in (x, y, wide, high))


def add_slide(deck: Any, sheet: Sheet, title: Shape, drawing: Drawing, notes: Iterable[str]) -> None:
    """A slide: its title first, so that it is read first, then the drawing, the foot, and the notes line by line.

    The ground, if the drawing begins with one, lies under the title.
    """
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    tree = slide.shapes._spTree
    for holder in list(slide.placeholders):
        tree.remove(holder._element)
    ground = [one for one in drawing if one.name == GROUND]
    rest = [one for one in drawing if one.name != GROUND]
    for element in elements(ground, 2):
        tree.append(element)
    tree.append(title_element(title, 2 + len(ground)))
    for element in elements([*rest, *foot(sheet)], 3 + len(ground)):
        tree.append(element)
    slide.notes_slide.notes_text_frame.text = "\n".join(plain(one) for one in notes if plain(one)) or "No notes."


GROUND = "Ground of the slide"


def foot(sheet: Sheet) -> Drawing:
    """Marking, case, source and version of the file, and the slide's number, under a thin rule."""
    version = f"{sheet.case_id}.yaml{f', version {sheet.version}' if sheet.version else ''}"
    said = ". ".join(one.rstrip(".") for one in (sheet.marking, sheet.title, sheet.source, version) if one)
    wide, high = WIDE - 2 * SIDE - 70, 32.0
    size = fitting(said, (12, 11, 10), wide, high)
    words = Words(cut_to(said, size, wide, high), size, bool(sheet.marking), LABEL, down="ctr")
    number = Words("0", 12, False, LABEL, "r", "ctr", field="slidenum")
    return [
        Line("Rule", "Line above the foot", SIDE, FOOT + 4, WIDE - SIDE, FOOT + 4, RULE, 1),
        Shape("Foot", "Marking, case, source and version of the file", SIDE, FOOT + 7, wide, high, words=(words,)),
        Shape("Slide number", "Number of this slide", WIDE - SIDE - 60, FOOT + 7, 60, high, words=(number,)),
    ]


def ground(colour: str = PAPER) -> Shape:
    return Shape(GROUND, "Plain ground", 0, 0, WIDE, HIGH, fill=colour)


def finished(deck: Any) -> bytes:
    """The deck as a file."""
    made = io.BytesIO()
    deck.save(made)
    return made.getvalue()


def text(
    name: str,
    words: str,
    box: tuple[float, float, float, float],
    sizes: tuple[float, ...],
    *,
    bold: bool = False,
    colour: str = LABEL,
    across: str = "l",
    down: str = "t",
    said: str = "",
) -> Shape:
    """Words in a box, in the largest of the sizes at which they fit it."""
    x, y, wide, high = box
    size = fitting(words, sizes, wide, high, bold=bold)
    kept = cut_to(words, size, wide, high, bold=bold)
    return Shape(name, said or name, x, y, wide, high, words=(Words(kept, size, bold, colour, across, down),))
