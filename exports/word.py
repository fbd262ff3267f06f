"""Word pages on A4: headings, plain runs, tables and writing lines; marking, version and page number in the foot, no other field."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import docx
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

from charts.palette import BORDER, INK, MUTED, RULE
from exports.room import plain
from exports.words import Sheet

WIDE, HIGH, MARGIN, LINE = 794.0, 1123.0, 52.0, 28.0
INSIDE = WIDE - 2 * MARGIN
FONT = "Arial"
W = nsdecls("w")
STYLES = {"Normal": 11.0, "Heading 1": 21.0, "Heading 2": 12.5, "Heading 3": 11.0}


@dataclass(frozen=True)
class Said:
    """A run of text: bold, italic, its colour, and its size in points (None: the style's)."""

    text: str
    bold: bool = False
    italic: bool = False
    colour: str = INK
    size: float | None = None


def opened(sheet: Sheet, title: str) -> Any:
    """An empty document with its styles, its margins and its foot."""
    page: Any = docx.Document()
    about = page.core_properties
    about.title, about.author, about.comments = plain(title)[:255], "", plain(sheet.made)[:255]
    about.category, about.last_modified_by = plain(sheet.marking)[:255], ""
    about.created = about.modified = datetime.datetime.combine(sheet.taken, datetime.time())
    part = page.sections[0]
    part.page_width, part.page_height = Pt(WIDE * 0.75), Pt(HIGH * 0.75)
    part.left_margin = part.right_margin = part.top_margin = Pt(MARGIN * 0.75)
    part.bottom_margin, part.footer_distance = Pt((MARGIN + 26) * 0.75), Pt(26 * 0.75)
    for name, size in STYLES.items():
        _style(page.styles[name], size)
    part.footer.paragraphs[0].style = page.styles["Normal"]
    _foot(part.footer.paragraphs[0], sheet)
    return page


def _style(style: Any, size: float) -> None:
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), _colour(INK)
    style.font.bold = style.name != "Normal"
    style.paragraph_format.space_before = Pt(0 if style.name == "Normal" else 10)
    style.paragraph_format.space_after, style.paragraph_format.line_spacing = Pt(3), 1.1
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)


def _foot(line: Any, sheet: Sheet) -> None:
    """Marking, case and source at the left; the file, its version and the page at the right."""
    version = f"{sheet.case_id}.yaml{f', version {sheet.version}' if sheet.version else ''}"
    if sheet.marking:
        run(line, Said(f"{sheet.marking}  ", bold=True, size=8.5))
    run(line, Said(f"{sheet.title}. {sheet.source}. {version}", colour=MUTED, size=8.5))
    right_tab(line)
    run(line, Said("Page ", colour=MUTED, size=8.5), before="\t")
    _field(line, "PAGE")
    run(line, Said(" of ", colour=MUTED, size=8.5))
    _field(line, "NUMPAGES")


def right_tab(line: Any) -> None:
    stops = line.paragraph_format.tab_stops
    stops.add_tab_stop(Pt(INSIDE * 0.75), WD_TAB_ALIGNMENT.RIGHT)


def _field(line: Any, code: str) -> None:
    look = f'<w:rPr><w:color w:val="{MUTED.lstrip("#")}"/><w:sz w:val="17"/></w:rPr>'
    line._p.append(parse_xml(f'<w:fldSimple {W} w:instr="{code}"><w:r>{look}<w:t>1</w:t></w:r></w:fldSimple>'))


def _colour(value: str) -> RGBColor:
    return RGBColor.from_string(value.lstrip("#").upper())


def run(line: Any, said: Said, *, before: str = "") -> None:
    """A run of text in a paragraph; Word reads nothing in it as a field or a style."""
    made = line.add_run(before + _kept(said.text))
    made.bold, made.italic, made.font.color.rgb = said.bold, said.italic, _colour(said.colour)
    if said.size:
        made.font.size = Pt(said.size)


def _kept(text: str) -> str:
    """The text in one line, with the blanks at its ends."""
    words = plain(text)
    return f"{' ' if text[:1] == ' ' else ''}{words}{' ' if words and text[-1:] == ' ' else ''}"


def paragraph(page: Any, *said: Said, style: str = "Normal", keep: bool = False, after: float | None = None) -> Any:
    """A paragraph of runs. keep: on one page with what follows; after: points of room below."""
    line = page.add_paragraph(style=style)
    for one in said:
        run(line, one)
    line.paragraph_format.keep_with_next = keep or style != "Normal"
    if after is not None:
        line.paragraph_format.space_after = Pt(after)
    return line


def heading(page: Any, words: str, level: int = 2) -> Any:
    return paragraph(page, Said(words, bold=True), style=f"Heading {level}")


def table(
    page: Any, widths: tuple[float, ...], rows: Iterable[tuple[tuple[Said, ...], ...]], *, head: bool = True, tight: bool = False
) -> None:
    """A table with a line under each row (none where it is tight); the first row is repeated on every page where it is a head."""
    columns = "".join(f'<w:gridCol w:w="{_twips(one)}"/>' for one in widths)
    body = "".join(_row(cells, widths, head and number == 0, tight) for number, cells in enumerate(rows))
    made = (
        f'<w:tbl {W}><w:tblPr><w:tblW w:w="{_twips(sum(widths))}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{body}</w:tbl>"
    )
    _append(page, parse_xml(made))


def _row(cells: tuple[tuple[Said, ...], ...], widths: tuple[float, ...], head: bool, tight: bool) -> str:
    marked = "<w:tblHeader/>" if head else ""
    body = "".join(_cell(cell, wide, tight) for cell, wide in zip(cells, widths, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/>{marked}</w:trPr>{body}</w:tr>"


def _cell(said: tuple[Said, ...], wide: float, tight: bool) -> str:
    line = f'<w:tcBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="{RULE.lstrip("#")}"/></w:tcBorders>'
    line = "" if tight else line
    runs = "".join(run_xml(one) for one in said)
    room = 0 if tight else 30
    spacing = f'<w:pPr><w:spacing w:before="{room}" w:after="{room}"/></w:pPr>'
    return f'<w:tc><w:tcPr><w:tcW w:w="{_twips(wide)}" w:type="dxa"/>{line}</w:tcPr><w:p>{spacing}{runs}</w:p></w:tc>'


def run_xml(said: Said) -> str:
    """A run as XML, for tables and drawings."""
    text = _kept(said.text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    look = ("<w:b/>" if said.bold else "") + ("<w:i/>" if said.italic else "")
    size = f'<w:sz w:val="{round((said.size or 9.5) * 2)}"/>'
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/>'
    colour = f'<w:color w:val="{said.colour.lstrip("#")}"/>'
    return f'<w:r><w:rPr>{fonts}{look}{colour}{size}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


NO_MARGINS = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'


def writing_lines(page: Any, count: int) -> None:
    """Lines to write on, 28 px apart."""
    border = f'<w:insideH w:val="single" w:sz="4" w:color="{BORDER.lstrip("#")}"/><w:bottom w:val="single" w:sz="4" w:color="{BORDER.lstrip("#")}"/>'
    row = (
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{_twips(LINE)}" w:hRule="exact"/></w:trPr>'
        f'<w:tc><w:tcPr><w:tcW w:w="{_twips(INSIDE)}" w:type="dxa"/></w:tcPr>'
        '<w:p><w:pPr><w:keepNext/><w:spacing w:before="0" w:after="0"/></w:pPr></w:p></w:tc></w:tr>'
    )
    made = (
        f'<w:tbl {W}><w:tblPr><w:tblW w:w="{_twips(INSIDE)}" w:type="dxa"/><w:tblBorders>{border}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/>{NO_MARGINS}</w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{_twips(INSIDE)}"/></w:tblGrid>{row * count}</w:tbl>'
    )
    _append(page, parse_xml(made))


def _append(page: Any, element: Any) -> None:
    """Put a table at the end, and a low empty paragraph after it, so that two tables do not grow together."""
    page.element.body.insert_element_before(element, "w:sectPr")
    line = page.add_paragraph()
    line.paragraph_format.space_after, line.paragraph_format.line_spacing = Pt(0), Pt(4)


def _twips(px: float) -> int:
    return round(px * 15)


def finished(page: Any) -> bytes:
    """The document as a file."""
    made = io.BytesIO()
    page.save(made)
    return made.getvalue()
