"""What a room said as a Word document: headings, plain runs, the marking on every page, and no field but the page number."""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from exports.captured import NOTHING, TITLE, Section, margin, paragraphs_words, plain, time_of
from exports.kept import Said
from exports.words import Sheet

INK, MUTED = RGBColor(0x1B, 0x24, 0x30), RGBColor(0x4F, 0x5A, 0x68)
FONT = "Calibri"


def captured_docx(found: list[Section], sheet: Sheet) -> bytes:
    """The sections as a Word document on A4."""
    page = _blank(sheet)
    page.add_heading(TITLE, 0)
    for label, words in margin(sheet, found):
        line = page.add_paragraph()
        _run(line, f"{label}: ", muted=True)
        _run(line, words)
        line.paragraph_format.space_after = Pt(2)
    for section in found:
        _section(page, section)
    made = io.BytesIO()
    page.save(made)
    return made.getvalue()


def _section(page: Any, section: Section) -> None:
    page.add_heading(plain(section.title), 1)
    if section.question:
        _run(page.add_paragraph(), section.question, bold=True)
    if section.source:
        _run(page.add_paragraph(), paragraphs_words(section.source), muted=True)
    if not section.parts:
        _run(page.add_paragraph(), NOTHING, muted=True)
    for part in section.parts:
        page.add_heading(plain(part.words), 2)
        if part.source:
            line = page.add_paragraph()
            _run(line, paragraphs_words(part.source), muted=True)
            line.paragraph_format.keep_with_next = True
        for one in part.said:
            _said(page, one)


def _said(page: Any, one: Said) -> None:
    line = page.add_paragraph(style="List Bullet")
    _run(line, one.kind, bold=True)
    _run(line, f"{', ' if one.kind else ''}{time_of(one)}: ", muted=True)
    _run(line, one.text.strip())


def _run(line: Any, words: str, *, bold: bool = False, muted: bool = False) -> None:
    """A run of text; Word reads nothing in it as a field or a style."""
    run = line.add_run(plain(words))
    run.bold = bold
    run.font.color.rgb = MUTED if muted else INK


def _blank(sheet: Sheet) -> Any:
    page = docx.Document()
    about = page.core_properties
    about.title, about.author, about.comments = plain(f"{TITLE}: {sheet.title}")[:255], "", plain(sheet.made)[:255]
    about.category = plain(sheet.marking)[:255]
    part = page.sections[0]
    part.page_width, part.page_height = Mm(210), Mm(297)
    part.left_margin = part.right_margin = part.top_margin = part.bottom_margin = Mm(20)
    for style, size in (("Normal", 11), ("List Bullet", 11), ("Title", 22), ("Heading 1", 16), ("Heading 2", 12.5)):
        font = page.styles[style].font
        font.name, font.size, font.color.rgb = FONT, Pt(size), INK
        fonts = page.styles[style].element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{attribute}"), None)
    if sheet.marking:
        _run(part.header.paragraphs[0], sheet.marking, bold=True)
    foot = part.footer.paragraphs[0]
    _run(foot, f"{sheet.title}. {sheet.made}. Page ", muted=True)
    _page_number(foot)
    return page


def _page_number(line: Any) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    line._p.append(field)
