"""A figure as a picture to take along: PNG, SVG or PDF, with title, filters, marking, source and date in its margin."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from html import escape
from typing import Any

from charts.palette import FONT, INK, LABEL, PAPER, RULE
from exports.chromium import font_css, pdf_of, png_of, svg_of
from exports.words import Sheet

GLYPH, PAD = 7.4, 24
MIME = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}


def pictures(figure: dict[str, Any], sheet: Sheet) -> dict[str, bytes]:
    """The figure (as Plotly takes it, with its width and height) in its margin, as png, svg and pdf."""
    drawn, width, height = framed(figure, sheet)
    page = _page(drawn)
    return {"png": png_of(page, width, height), "svg": drawn.encode("utf-8"), "pdf": pdf_of(page, width, height)}


def framed(figure: dict[str, Any], sheet: Sheet) -> tuple[str, float, float]:
    """The SVG of the figure in its margin, and its width and height in px."""
    layout = figure.get("layout", {})
    wide, high = float(layout.get("width") or 1872), float(layout.get("height") or 800)
    head, foot = list(_head(sheet, wide)), list(_foot(sheet, wide))
    top, bottom = head[-1][1] + 14, 14 + 20 * len(foot) + 10
    width, height = wide + 2 * PAD, top + high + bottom
    texts = [_text(*line) for line in head]
    texts += [_text(PAD, top + high + 28 + 20 * row, words, 15, LABEL, weight) for row, (words, weight) in enumerate(foot)]
    if sheet.marking:
        texts.append(_text(width - PAD, 36, sheet.marking, 17, INK, 700, "end"))
    rule = f'<path d="M{PAD} {top + high + 8:.0f}H{width - PAD:.0f}" stroke="{RULE}"/>'
    inner = _nested(svg_of(figure, wide, high), PAD, top)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="0 0 {width:.0f} {height:.0f}" role="img"><title>{escape(sheet.title)}</title><style>{font_css()}text{{font-variant-ligatures:none}}</style>'
        f'<rect width="100%" height="100%" fill="{PAPER}"/>{"".join(texts)}{inner}{rule}</svg>',
        width,
        height,
    )


Line = tuple[float, float, str, int, str, int]


def _head(sheet: Sheet, width: float) -> Iterator[Line]:
    yield PAD, 38, sheet.title, 30, INK, 600
    y = 64
    for words in _lines(sheet.shown, width):
        yield PAD, y, words, 17, LABEL, 400
        y += 23


def _foot(sheet: Sheet, width: float) -> Iterator[tuple[str, int]]:
    if sheet.marking:
        yield sheet.marking, 700
    counted = f"{sheet.counted} " if sheet.method else ""
    for words in _lines(f"Source: {sheet.source}. {sheet.made}. {counted}{sheet.caution}", width):
        yield words, 400


def _lines(text: str, width: float) -> list[str]:
    return textwrap.wrap(text, max(20, int(width / GLYPH)), break_on_hyphens=False)


def _text(x: float, y: float, words: str, size: int, colour: str, weight: int, anchor: str = "start") -> str:
    family = escape(FONT, quote=True)
    return (
        f'<text x="{x:.0f}" y="{y:.0f}" font-family="{family}" font-size="{size}" fill="{colour}" font-weight="{weight}" '
        f'text-anchor="{anchor}">{escape(words)}</text>'
    )


def _nested(svg: str, x: float, y: float) -> str:
    """An SVG as a part of another, at x, y."""
    body = svg[svg.index("<svg") :]
    return re.sub(r"^<svg ", f'<svg x="{x:.0f}" y="{y:.0f}" ', body, count=1)


def _page(svg: str) -> str:
    rule = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{rule}">'
        f"<style>html,body{{margin:0;padding:0;background:{PAPER}}}body>svg{{display:block}}</style></head><body>{svg}</body></html>"
    )
