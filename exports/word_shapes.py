"""The same shapes in Word: one group of native, editable shapes in the line of text."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from exports.office import PX, fill, outline, place, straight
from exports.room import plain
from exports.shapes import Drawing, Line, Shape, Words
from exports.word import Said, run_xml

GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
CHOICE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
SPACES = f'{nsdecls("w", "wp", "a")} xmlns:wpg="{GROUP}" xmlns:wps="{SHAPE}" xmlns:mc="{CHOICE}"'


def add_drawing(page: Any, drawing: Drawing, said: str, wide: float, high: float, number: int = 1) -> None:
    """A paragraph with the drawing; said: its alternative text; wide, high: its size in px."""
    line = page.add_paragraph()
    line._p.append(parse_xml(_run(drawing, said, wide, high, number)))


def _run(drawing: Drawing, said: str, wide: float, high: float, number: int) -> str:
    size = f'cx="{round(wide * PX)}" cy="{round(high * PX)}"'
    shapes = "".join(_line(one, n) if isinstance(one, Line) else _shape(one, n) for n, one in enumerate(drawing, number * 1000))
    frame = f'<a:xfrm><a:off x="0" y="0"/><a:ext {size}/><a:chOff x="0" y="0"/><a:chExt {size}/></a:xfrm>'
    return (
        f'<w:r {SPACES}><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing>'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name="Lanes" descr={quoteattr(plain(said))}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{GROUP}"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr>{frame}</wpg:grpSpPr>{shapes}</wpg:wgp>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def _named(one: Shape | Line, number: int) -> str:
    return f'<wps:cNvPr id="{number}" name={quoteattr(plain(one.name))} descr={quoteattr(plain(one.said))}/>'


def _shape(one: Shape, number: int) -> str:
    geometry = f'<a:prstGeom prst="{one.form}"><a:avLst/></a:prstGeom>'
    text = "".join(map(_paragraph, one.words))
    body = f"<wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx>" if text else ""
    down, wrap = (one.words[0].down if one.words else "ctr"), ("square" if one.wraps else "none")
    inset = round(one.inset * PX)
    return (
        f"<wps:wsp>{_named(one, number)}<wps:cNvSpPr/><wps:spPr>{place(one)}{geometry}{fill(one)}"
        f"{outline(one.line, one.thick, one.dash)}</wps:spPr>{body}"
        f'<wps:bodyPr wrap="{wrap}" lIns="{inset}" tIns="0" rIns="{inset}" bIns="0" anchor="{down}"/></wps:wsp>'
    )


def _paragraph(words: Words) -> str:
    across = {"l": "left", "ctr": "center", "r": "right"}[words.across]
    run = run_xml(Said(words.text, words.bold, words.italic, words.colour, words.size * 0.75))
    return f'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="{across}"/></w:pPr>{run}</w:p>'


def _line(one: Line, number: int) -> str:
    return f"<wps:wsp>{_named(one, number)}<wps:cNvCnPr/><wps:spPr>{straight(one)}</wps:spPr><wps:bodyPr/></wps:wsp>"
