"""Shapes as DrawingML, the XML of PowerPoint: auto shapes, text, hatches and connectors, each with its alternative text."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import quoteattr

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from charts.palette import PAPER
from exports.room import plain
from exports.shapes import Drawing, Line, Shape, Words

PX = 9525
SPACES = nsdecls("a", "p")
HATCH = "wdUpDiag"


def elements(drawing: Drawing, first: int) -> list[Any]:
    """The drawing as elements of a slide's tree, numbered from `first`."""
    parts = [_line(one, number) if isinstance(one, Line) else _shape(one, number) for number, one in enumerate(drawing, first)]
    return list(parse_xml(f"<r {SPACES}>{''.join(parts)}</r>"))


def title_element(shape: Shape, number: int) -> Any:
    """A slide's title, in the layout's own title placeholder."""
    return parse_xml(_shape(shape, number, title=True).replace("<p:sp>", f"<p:sp {SPACES}>", 1))


def _shape(one: Shape, number: int, *, title: bool = False) -> str:
    locks = '<a:spLocks noGrp="1"/>' if title else ""
    kind = '<p:ph type="title"/>' if title else ""
    box = ' txBox="1"' if one.words and not (one.fill or one.line or title) else ""
    geometry = f'<a:prstGeom prst="{one.form}"><a:avLst/></a:prstGeom>'
    return (
        f"<p:sp><p:nvSpPr>{_named(one, number)}<p:cNvSpPr{box}>{locks}</p:cNvSpPr><p:nvPr>{kind}</p:nvPr></p:nvSpPr>"
        f"<p:spPr>{place(one)}{geometry}{fill(one)}{outline(one.line, one.thick, one.dash)}</p:spPr>{_body(one)}</p:sp>"
    )


def _named(one: Shape | Line, number: int) -> str:
    return f'<p:cNvPr id="{number}" name={quoteattr(plain(one.name))} descr={quoteattr(plain(one.said))}/>'


def place(one: Shape) -> str:
    turned = f' rot="{one.turned * 60000}"' if one.turned else ""
    x, y, wide, high = (round(value * PX) for value in (one.x, one.y, one.wide, one.high))
    return f'<a:xfrm{turned}><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'


def fill(one: Shape) -> str:
    if one.hatch:
        front, back = _colour(one.line), _colour(one.fill or PAPER)
        return f'<a:pattFill prst="{HATCH}"><a:fgClr>{front}</a:fgClr><a:bgClr>{back}</a:bgClr></a:pattFill>'
    return f"<a:solidFill>{_colour(one.fill)}</a:solidFill>" if one.fill else "<a:noFill/>"


def outline(colour: str, thick: float, dash: str = "", end: str = "") -> str:
    if not colour:
        return "<a:ln><a:noFill/></a:ln>"
    dashed = f'<a:prstDash val="{dash}"/>' if dash else ""
    tail = f'<a:tailEnd type="{end}" w="med" len="med"/>' if end else ""
    return f'<a:ln w="{round(thick * PX)}"><a:solidFill>{_colour(colour)}</a:solidFill>{dashed}<a:round/>{tail}</a:ln>'


def _colour(value: str) -> str:
    return f'<a:srgbClr val="{value.lstrip("#").upper()}"/>'


def _body(one: Shape) -> str:
    wrap = "square" if one.wraps else "none"
    down, inset = one.words[0].down if one.words else "ctr", round(one.inset * PX)
    paragraphs = "".join(map(_paragraph, one.words)) or '<a:p><a:endParaRPr lang="en-GB"/></a:p>'
    return (
        f'<p:txBody><a:bodyPr wrap="{wrap}" lIns="{inset}" tIns="0" rIns="{inset}" bIns="0" anchor="{down}" rtlCol="0"><a:noAutofit/></a:bodyPr>'
        f"<a:lstStyle/>{paragraphs}</p:txBody>"
    )


def _paragraph(words: Words) -> str:
    look = f'lang="en-GB" sz="{round(words.size * 75)}" b="{int(words.bold)}" i="{int(words.italic)}"'
    colour = f"<a:solidFill>{_colour(words.colour)}</a:solidFill>"
    text = f"<a:t>{_escaped(words.text)}</a:t>"
    run = f"<a:r><a:rPr {look}>{colour}</a:rPr>{text}</a:r>"
    if words.field:
        run = f'<a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="{words.field}"><a:rPr {look}>{colour}</a:rPr>{text}</a:fld>'
    return f'<a:p><a:pPr algn="{words.across}"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/></a:pPr>{run}</a:p>'


def _escaped(words: str) -> str:
    return plain(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _line(one: Line, number: int) -> str:
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{_named(one, number)}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>"
        f"<p:spPr>{straight(one)}</p:spPr></p:cxnSp>"
    )


def straight(one: Line) -> str:
    """Where a line runs, in a box turned over so that it leads from its first point to its second, and how it looks."""
    flips = (' flipH="1"' if one.x2 < one.x else "") + (' flipV="1"' if one.y2 < one.y else "")
    x, y = round(min(one.x, one.x2) * PX), round(min(one.y, one.y2) * PX)
    wide, high = round(abs(one.x2 - one.x) * PX), round(abs(one.y2 - one.y) * PX)
    return (
        f'<a:xfrm{flips}><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{outline(one.colour, one.thick, one.dash, one.end)}'
    )
