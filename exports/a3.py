"""A3 pages, landscape: the whole picture with a number at every event, and every event in a numbered list; none is cut off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

import pandas as pd

from charts.drawn import View
from charts.palette import GOOD, INK, LABEL, MISSED, MUTED, PRACTICE, RULE
from exports.chromium import font_css, pdf_of, svg_of
from exports.numbered import AFTER, BEFORE
from exports.printed import SCALE, Part, printed
from exports.words import Sheet
from loaders import Case
from measures.citing import cite
from measures.wording import counted, listed

WIDE, HIGH, SIDE, TOP, FOOT = 1587, 1123, 38, 34, 46
INSIDE = WIDE - 2 * SIDE
ROOM = HIGH - TOP - FOOT
LINE, CHARACTERS = 13.6, 46
GOES_ON = f"{BEFORE} {AFTER}: goes on before or after these days."
COLOURS = {"missed opportunity": MISSED, "good practice": GOOD, "mixed": MUTED}


def a3_pdf(case: Case, view: View, rows: pd.DataFrame, sheet: Sheet, whole: Case | None = None) -> bytes:
    """The A3 pages as PDF.

    view: what is drawn, as on the screen; rows: the events as the `event_rows` measure gives them, one numbered
    line each; whole: the case the lanes are taken from, where `case` is as known on an earlier day.
    """
    return pdf_of(a3_html(case, view, rows, sheet, whole), WIDE, HIGH, (TOP, SIDE, FOOT, SIDE), foot=_foot(sheet))


def a3_html(case: Case, view: View, rows: pd.DataFrame, sheet: Sheet, whole: Case | None = None) -> str:
    """The pages as HTML: the list stands under the picture where both fit, else on pages of its own."""
    numbers = {str(name): int(number) for name, number in zip(rows["event_id"], rows["No"], strict=True)}
    points = case.practice[case.practice["practice_id"].isin(view.points)]
    listing = _listing(rows, full=False)
    under = _list_height(rows)
    one_page = under <= ROOM * 0.36 and points.empty
    room = ROOM - _head_height(sheet)
    parts = printed(case, view, numbers, INSIDE / SCALE, (room - (under + 24 if one_page else 0)) / SCALE, whole)
    if len(parts) > 1 and one_page:
        one_page = False
        parts = printed(case, view, numbers, INSIDE / SCALE, room / SCALE, whole)
    outside = [number for name, number in numbers.items() if all(name not in part.drawn for part in parts)]
    pages = [
        _picture_page(part, sheet, number, len(parts), outside, listing if one_page else "") for number, part in enumerate(parts)
    ]
    rest = "" if one_page else _list_pages(rows, points, numbers, sheet)
    rule = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{rule}">'
        f"<title>{escape(sheet.title)}</title><style>{font_css()}{CSS}</style></head><body>{''.join(pages)}{rest}</body></html>"
    )


CSS = f"""
*{{box-sizing:border-box}}
html,body{{margin:0;padding:0;color:{INK};font:11px/13.6px "Source Sans","Source Sans 3","Noto Sans",sans-serif;
font-variant-numeric:tabular-nums;font-variant-ligatures:none;-webkit-print-color-adjust:exact;print-color-adjust:exact}}
section{{width:{INSIDE}px;break-after:page}}section:last-child{{break-after:auto}}
.sheet{{height:{ROOM - 2}px;display:flex;flex-direction:column}}
.sheet>svg{{flex:1 1 0;min-height:0;width:100%;display:block}}
header{{flex:none;display:flex;gap:24px;align-items:baseline;min-height:30px}}
h1{{font-size:24px;line-height:30px;font-weight:600;margin:0;white-space:nowrap}}
h2{{font-size:15px;line-height:20px;font-weight:600;margin:14px 0 4px;break-after:avoid}}
header div{{flex:1;font-size:13px;line-height:17px;color:{LABEL}}}header b{{font-size:13px;white-space:nowrap}}
.said{{flex:none;font-size:12px;line-height:15px;color:{LABEL};margin:0 0 6px}}
.list{{columns:4;column-gap:28px;column-rule:1px solid {RULE};flex:none;margin:0;padding:0;list-style:none}}
.sheet .list{{border-top:1px solid {RULE};padding-top:8px;margin-top:8px}}
.list li{{display:grid;grid-template-columns:26px 94px 1fr;gap:6px;break-inside:avoid;padding:0 0 1px}}
.list.full li{{padding:2px 0 3px}}
.list li>b{{text-align:right}}.list .when{{color:{LABEL}}}.list small{{font-size:11px;color:{MUTED};display:block}}
.list.points li{{grid-template-columns:36px 1fr}}
.cited{{white-space:nowrap}}.later{{font-style:italic}}
"""


def _picture_page(part: Part, sheet: Sheet, number: int, of: int, outside: list[int], listing: str) -> str:
    width = INSIDE / SCALE
    drawn = svg_of(part.figure, width, part.height)
    body = drawn[drawn.index("<svg") :]
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 {width:.0f} {part.height:.0f}" preserveAspectRatio="xMidYMin meet"'
    said = sheet.shown
    said += f" The picture is in {of} parts, one after the other in time; this is part {number + 1}." if of > 1 else ""
    said += f" {GOES_ON}" if _goes_on(part) else ""
    said += f" {_outside_words(outside)}" if outside and number == 0 else ""
    said += f" {sheet.caution}"
    fixed = f' style="flex:none;height:{part.height * SCALE:.1f}px"' if part.height * SCALE <= ROOM - _head_height(sheet) else ""
    return f'<section class="sheet">{_header(sheet)}<p class="said">{escape(said)}</p>{opening}{fixed}>{body[body.index(">") + 1 :]}{listing}</section>'


def _goes_on(part: Part) -> bool:
    """Whether a window of the page goes on before or after its days."""
    return any(trace.get("text") for trace in part.figure["data"] if trace.get("name") == "goes ons")


def _head_height(sheet: Sheet) -> float:
    """About how high title, source and filters stand, and one line more to be sure."""
    beside = INSIDE - 13 * len(sheet.title) - 7 * len(sheet.marking) - 48
    source = -(-len(sheet.source) * 6.2 // max(beside, 200))
    said = -(-(len(sheet.count) + sum(map(len, sheet.filters)) + len(sheet.caution) + 240) * 5.6 // INSIDE)
    return max(30, 17 * source + 8) + 15 * said + 12


def _outside_words(numbers: list[int]) -> str:
    one = len(numbers) == 1
    where = f"{'lies' if one else 'lie'} before or after these days and {'stands' if one else 'stand'} in the list only"
    return f"{counted(len(numbers), 'event')} {where}: {listed(_runs(numbers))}."


def _runs(numbers: list[int]) -> list[str]:
    """'1 to 13', '17', '18' of 1, 2, 3, ... 13, 17, 18."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [word for run in runs for word in ([f"{run[0]} to {run[-1]}"] if len(run) > 2 else [str(one) for one in run])]


def _header(sheet: Sheet, words: str = "") -> str:
    marking = f"<b>{escape(sheet.marking)}</b>" if sheet.marking else ""
    return f"<header><h1>{escape(sheet.title)}{escape(words)}</h1><div>{escape(sheet.source)}</div>{marking}</header>"


def _list_pages(rows: pd.DataFrame, points: pd.DataFrame, numbers: Mapping[str, int], sheet: Sheet) -> str:
    said = "By the earliest day each event can have happened; entries without a date last, in the file's order. The numbers are those of the picture."
    parts = [_header(sheet, ": the events"), f'<p class="said">{said}</p>', _listing(rows, full=True)]
    if len(points):
        parts += ["<h2>Practice points</h2>", _points(points, numbers)]
    return f"<section>{''.join(parts)}</section>"


def _listing(rows: pd.DataFrame, *, full: bool) -> str:
    items = [_item(dict(zip(rows.columns, row, strict=True)), full=full) for row in rows.itertuples(index=False, name=None)]
    return f'<ol class="list{" full" if full else ""}">{"".join(items)}</ol>'


def _item(row: Mapping[str, object], *, full: bool) -> str:
    title = str(row["What happened"])
    later = ' class="later"' if title.endswith("(known only later)") else ""
    practice = f" <b>{_coloured(str(row['Practice']))}</b>" if row["Practice"] else ""
    small = f"<small>{escape('. '.join(_small(row)))}</small>" if full else ""
    return f'<li{later}><b>{row["No"]}</b><span class="when">{escape(str(row["When"]))}</span><span>{escape(title)}{practice}{small}</span></li>'


def _small(row: Mapping[str, object]) -> Iterable[str]:
    yield str(row["Agency"])
    if row["Seen in person"]:
        yield f"Saw {row['Seen in person']}"
    if row["Source"]:
        yield f"Paragraph {row['Source']}"


def _coloured(cited: str) -> str:
    """Practice points as they are cited, each in its colour; letter and shape say the same without it."""
    by_glyph = {glyph: colour for _, colour, glyph, _ in PRACTICE.values()}
    return ", ".join(
        f'<span class="cited" style="color:{by_glyph.get(one[:1], INK)}">{escape(one)}</span>' for one in cited.split(", ")
    )


def _points(points: pd.DataFrame, numbers: Mapping[str, int]) -> str:
    items = []
    for point in points.itertuples():
        named = [str(numbers[one]) for one in point.events if one in numbers]
        basis = "" if point.basis == "stated" else "Inferred, not stated. "
        events = f"{'Event' if len(named) == 1 else 'Events'} {listed(named)}. " if named else ""
        source = f"Paragraph {', '.join(point.source)}" if point.source else ""
        colour = COLOURS.get(point.kind, INK)
        items.append(
            f'<li><b style="color:{colour}">{PRACTICE[point.kind][2]} {cite(point.kind, point.number)}</b>'
            f"<span>{escape(point.title)}<small>{escape(basis + events + source)}</small></span></li>"
        )
    return f'<ol class="list full points">{"".join(items)}</ol>'


def _list_height(rows: pd.DataFrame) -> float:
    """About how high the short list stands in its four columns: words are counted, not measured."""
    lines = sum(
        max(1, -(-(len(title) + len(practice) + 1) // CHARACTERS))
        for title, practice in zip(rows["What happened"], rows["Practice"], strict=True)
    )
    return (lines / 4 + 2) * (LINE + 1)


def _foot(sheet: Sheet) -> str:
    """The foot of every page: marking, case file and its version, page of pages."""
    style = f"width:100%;margin:0 {SIDE}px;font:9px sans-serif;color:{LABEL};display:flex;gap:24px;border-top:1px solid {RULE};padding-top:4px"
    marking = f"<b>{escape(sheet.marking)}</b>" if sheet.marking else ""
    pages = 'Page <span class="pageNumber"></span> of <span class="totalPages"></span>'
    return f'<div style="{style}">{marking}<span style="flex:1">{escape(sheet.title)}. {escape(sheet.made)}.</span><span>{pages}</span></div>'
