"""A table of counts as a picture: rows in blocks, a coloured box with its number for each period, hatched where nothing was entered."""

from __future__ import annotations

import math
import textwrap
from dataclasses import dataclass
from typing import Any

import pandas as pd

from charts.canvas import GREY, Word, canvas, styled, targets
from charts.palette import BOLD_GLYPH, DENSITY, GLYPH, GRID, INK, LINK, MUTED, PAPER, RULE, STRIPE, ZERO
from charts.text import cut, wrapped
from charts.traces import Corner, Corners, Trace, boxes, hatch, rules

HATCH = hatch(GREY, 0.14, 9, STRIPE)
BLOCK, ROW, TALL, GAP, LINE = 44.0, 27.0, 40.0, 10.0, 18.0
WIDE_SCREEN = 1400
SPLIT, ONE_NUMBER = 74.0, 50.0
STYLES = {
    "plain": (15, INK, False), "bold": (15, INK, True), "zero": (15, ZERO, False), "case": (17, INK, True),
    "white": (15, PAPER, True), "small": (15, MUTED, False),
}  # fmt: skip


@dataclass(frozen=True)
class Board:
    """Where everything stands, in px: the left edge of the cells and how wide one is, the right edges of the numbers, and the rows.

    tops: the top of each row's cells; blocks: (top of its head, top of its cells, bottom) of each block.
    """

    width: float
    height: float
    left: float
    wide: float
    head: float
    numbers: tuple[float, ...]
    tall: float
    tops: tuple[float, ...]
    blocks: tuple[tuple[float, float, float], ...]

    def x(self, column: float) -> float:
        """The left edge of a column; parts of columns too."""
        return self.left + self.wide * column


def room_for(width: float) -> float:
    """How many px are left for the cells of a picture `width` px wide, beside names and numbers."""
    left, number = (300.0, 92.0) if width >= WIDE_SCREEN else (200.0, 68.0)
    return width - left - 16 - 4 * number


def board(width: float, rows: pd.DataFrame, columns: pd.DataFrame, blocks: int, *, attempts: bool) -> Board:
    """The picture laid out. rows: with `block` (from 0, in order) and name; attempts: whether a cell may hold two numbers."""
    big = width >= WIDE_SCREEN
    left, number = (300.0, 92.0) if big else (200.0, 68.0)
    wide = room_for(width) / max(len(columns), 1)
    long = any(len(one) > _name_room(left) for one in rows["name"])
    tall = TALL if long or (ONE_NUMBER <= wide < SPLIT and attempts) else (ROW if big else ROW + 3)
    lines = max([1, *map(len, headings(columns, wide))])
    head = 26.0 + LINE * lines + 6
    y, tops, placed = head, [], []
    for block in range(blocks):
        start = y
        y += BLOCK
        for _ in range(int((rows["block"] == block).sum())):
            tops.append(y)
            y += tall
        placed.append((start, start + BLOCK, y))
        y += GAP
    edges = tuple(width - 6 - number * (3 - at) for at in range(4))
    return Board(width, y + 2, left, wide, head, edges, tall, tuple(tops), tuple(placed))


def headings(columns: pd.DataFrame, wide: float) -> list[list[str]]:
    """Each column's heading in at most three lines: all in full where they fit, else all short, else cut with '…'; table and hover say them in full."""
    labels, shorts = list(columns["label"]), list(columns["short"])
    if all(len(one) * GLYPH <= wide - 4 for one in labels):
        return [[one] for one in labels]
    if all(len(one) * GLYPH <= wide for one in shorts):
        return [[one] for one in shorts]
    room = max(4, int((wide - 6) / GLYPH))
    found = [textwrap.wrap(one, room) for one in labels]
    return [one if len(one) <= 3 else [*one[:2], cut(" ".join(one[2:]), wide - 6, 3)] for one in found]


def heatmap(
    laid: Board,
    blocks: pd.DataFrame,
    rows: pd.DataFrame,
    columns: pd.DataFrame,
    cells: pd.DataFrame,
    top: str,
    *,
    zero: bool,
    chosen: tuple[int, int] | None = None,
) -> Trace:
    """The figure of a laid-out board. The places for the mouse carry (row, column) as customdata.

    blocks: title, about, here, undated, elsewhere, entered (texts); rows: block, name and the same numbers; columns: label, short, says and,
    on a calendar, year; cells: row, column, done, attempts (texts; blank where none), both (their sum in words), step, from_share, to_share
    (the part that was entered), blank (hatched although entered) and says; top: words over the columns; zero: whether day 0 ends them.
    """
    words: list[Word] = []
    over = rules([(0, laid.width, start, start) for start, *_ in laid.blocks], RULE, 1, name="rules")
    traces = [over, *_ground(laid, cells), *_boxes(laid, cells)]
    _heads(laid, columns, top, words, zero)
    _names(laid, blocks, rows, words)
    _numbers(laid, cells, words)
    if zero:
        x = laid.x(len(columns)) + 1.5
        traces.append(rules([(x, x, first - 3, last + 2) for _, first, last in laid.blocks], INK, 3, name="day 0"))
    if chosen is not None:
        row, column = chosen
        box = (laid.x(column), laid.x(column + 1), laid.tops[row], laid.tops[row] + laid.tall)
        traces.append(boxes([box], "rgba(0,0,0,0)", LINK, 3, name="chosen"))
    layout = canvas(laid.width, laid.height, near=9 + max(20, math.ceil(laid.wide / 2)))
    return {"data": [*traces, *styled(words, STYLES), _targets(laid, cells)], "layout": layout}


def _whole(laid: Board, one: Any) -> Corner:
    return _part(laid, one, 0, 1)


def _part(laid: Board, one: Any, start: float, end: float) -> Corner:
    """A cell, or the part of it that was entered."""
    top = laid.tops[one.row]
    return laid.x(one.column + start) + 1, laid.x(one.column + end) - 1, top + 1, top + laid.tall - 1


def _ground(laid: Board, cells: pd.DataFrame) -> list[Trace]:
    """Hatch under every cell of which a part was not entered, or which cannot be measured."""
    part = cells[cells["blank"] | (cells["from_share"] > 0) | (cells["to_share"] < 1)]
    found = [_whole(laid, one) for one in part.itertuples()]
    return [boxes(found, STRIPE, name="not measured", fillpattern=HATCH)] if found else []


def _boxes(laid: Board, cells: pd.DataFrame) -> list[Trace]:
    """One trace a step; a cell that holds something although it was not entered is drawn whole."""
    found: dict[int, Corners] = {}
    for one in cells.itertuples():
        narrow = (one.to_share - one.from_share) * laid.wide < 3
        if one.step and (one.blank or (one.to_share - one.from_share) * laid.wide < 26):
            found.setdefault(int(one.step), []).append(_whole(laid, one))
        elif not narrow and not one.blank:
            found.setdefault(int(one.step), []).append(_part(laid, one, one.from_share, one.to_share))
    edge = [boxes(_wider(found[0], 0.5), GRID, name="edge of step 0")] if 0 in found else []
    return [
        *edge,
        *(boxes(_wider(found[step], 0.5 if step else -0.5), DENSITY[step], name=f"step {step}") for step in sorted(found)),
    ]


def _wider(corners: Corners, more: float) -> Corners:
    """Larger by so many px all round, in place of a line round each, which the browser would draw one by one."""
    return [(left - more, right + more, top - more, bottom + more) for left, right, top, bottom in corners]


def _heads(laid: Board, columns: pd.DataFrame, top: str, words: list[Word], zero: bool) -> None:
    words.append((laid.left, 12, top, "small", "middle right"))
    for at, lines in enumerate(headings(columns, laid.wide)):
        words += [(laid.x(at + 0.5), 36 + LINE * number, one, "small", "middle center") for number, one in enumerate(lines)]
    if "year" in columns:
        new = columns["year"].ne(columns["year"].shift())
        last = laid.left + len(top) * GLYPH + 12
        for at in new.to_numpy().nonzero()[0]:
            if laid.x(int(at)) >= last:
                words.append((laid.x(int(at)), 12, str(columns["year"].iloc[int(at)]), "bold", "middle right"))
                last = laid.x(int(at)) + 44
    if zero:
        words.append((laid.x(len(columns)) + 2, 12, "Day 0", "bold", "middle left"))
    for edge, (upper, lower) in zip(
        laid.numbers, (("Counted", "here"), ("Other", "days"), ("No usable", "date"), ("Agencies", "entered")), strict=True
    ):
        words += [(edge, 12, upper, "small", "middle left"), (edge, 36, lower, "small", "middle left")]


NUMBERS = ("here", "elsewhere", "undated", "entered")


def _names(laid: Board, blocks: pd.DataFrame, rows: pd.DataFrame, words: list[Word]) -> None:
    for (start, *_), block in zip(laid.blocks, blocks.itertuples(), strict=True):
        words += _two_lines(0, start + 22, block.title, (laid.left - 14) / (BOLD_GLYPH + 1), "case")
        words += _two_lines(laid.left, start + 22, block.about, (laid.numbers[0] - 60 - laid.left) / GLYPH, "small")
        words += [
            (edge, start + 22, str(getattr(block, name)), "bold", "middle left")
            for edge, name in zip(laid.numbers, NUMBERS, strict=True)
        ]
    for top, row in zip(laid.tops, rows.itertuples(), strict=True):
        y = top + laid.tall / 2
        words += _two_lines(14, y, row.name, _name_room(laid.left), "plain")
        for edge, name in zip(laid.numbers, NUMBERS, strict=True):
            number = str(getattr(row, name))
            words.append((edge, y, number, "zero" if number == "0" else "plain", "middle left"))


def _name_room(left: float) -> int:
    """How many letters of a row's name fit into a line."""
    return int((left - 24) / (GLYPH + 0.6))


def _two_lines(x: float, y: float, text: str, room: float, style: str) -> list[Word]:
    """Words about y, in one line or two; only what does not fit into two is cut."""
    lines = textwrap.wrap(text, max(8, int(room)))
    if len(lines) > 2:
        lines = [lines[0], cut(" ".join(lines[1:]), room * GLYPH, 4) or lines[1]]
    return [(x, y + (at - (len(lines) - 1) / 2) * 19, one, style, "middle right") for at, one in enumerate(lines)]


def _numbers(laid: Board, cells: pd.DataFrame, words: list[Word]) -> None:
    """The number of each cell in the middle of the part that was entered: in one line, in two, or as one sum, as there is room."""
    for one in cells.itertuples():
        share = one.to_share - one.from_share
        if (one.blank or share * laid.wide < 3) and not one.step:
            continue
        whole = bool(one.step) and (one.blank or share * laid.wide < 26)
        x = laid.x(one.column + 0.5) if whole else laid.x(one.column + (one.from_share + one.to_share) / 2)
        y = laid.tops[one.row] + laid.tall / 2
        style = "zero" if not one.step else ("white" if one.step >= 4 else "bold")
        room = laid.wide if whole else share * laid.wide
        if room < 14 and not one.step:
            continue
        if one.attempts and room >= SPLIT:
            words.append((x, y, f"{one.done} + {one.attempts}", style, "middle center"))
        elif one.attempts and room >= ONE_NUMBER and laid.tall >= TALL:
            words += [(x, y - 8, one.done, style, "middle center"), (x, y + 9, f"+ {one.attempts}", style, "middle center")]
        elif room >= 20 or len(one.both) < 2:
            words.append((x, y, one.both, style, "middle center"))


def _targets(laid: Board, cells: pd.DataFrame) -> Trace:
    """A place in the middle of every cell, for the mouse: the nearest one answers, as far as the cell reaches."""
    found = [
        (laid.x(one.column + 0.5), laid.tops[one.row] + laid.tall / 2, [int(one.row), int(one.column)], wrapped(one.says))
        for one in cells.itertuples()
    ]
    return targets(found)
