"""The words beside the marks on the room's screen: all of them where there is room, else of the event in focus and the two before."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any

from charts.palette import INK, LABEL, MUTED
from charts.signs import Sign
from charts.stage_layout import LEFT, WIDE, Spot, Stage, Staged
from charts.stage_text import EDGE, LEADING, Box, Corners, Words, box_of, covered, placed, within
from charts.text import written

GLYPH, BOLD, SIZE = 10.7, 11.8, 24.0
LINE = SIZE * LEADING
MANY_LANES = 8
SIDES = ("middle right", "middle left", "under", "over", "lower right", "upper right", "lower left", "upper left", "to the left")


def labels(
    staged: Staged, stage: Stage, said: list[Words], heads: list[Sign], passed: list[Words]
) -> tuple[list[Words], Corners]:
    """The words of the marks and those of arrows (`passed`), and the white plates under those that may lie on something.

    None stands on other words, of which `said` are there already, on another mark, the head of an arrow or outside of the
    picture: what finds no free place is left out. The event in focus comes first, and may cover a mark where it has to;
    then come the words of its arrows.
    """
    ends = [(one.x - 10, one.x + 10, one.y - 10, one.y + 10) for one in heads]
    taken = [box_of(one, stage) for one in said]
    events = staged.seen if stage.labelled else _last_three(staged)
    found = _beside_marks([one for one in events if one.focus], staged, stage, taken, ends)
    more = placed(passed, stage, taken)
    found += _beside_marks([one for one in reversed(events) if not one.focus], staged, stage, taken, ends)
    boxes = [box_of(one, stage) for one in found]
    if stage.labelled:
        return [*found, *more], [box for box in boxes if box[0] < stage.today < box[1]]
    return [*found, *more, *_numbers(staged, stage, taken)], boxes


def _beside_marks(events: list[Any], staged: Staged, stage: Stage, taken: Corners, ends: Corners) -> list[Words]:
    """The words of these events that find a place, the first first; `taken` grows by them."""
    found = []
    for event in events:
        words = _freest(event, _given(event, staged, stage), stage, taken, [*_marks(event, staged, stage), *ends])
        if words is not None:
            found.append(words)
            taken.append(box_of(words, stage))
    return found


def _given(event: Any, staged: Staged, stage: Stage) -> list[Words]:
    """The words of an event at every place they may have, the best first; where its row is too full for the one in focus, around its mark."""
    found = list(_in_row(event, staged, stage)) if stage.labelled else []
    if event.focus or not stage.labelled:
        found += _beside(event, staged, stage)
    return sorted(found, key=lambda words: "<br>" not in words.text)


def _numbers(staged: Staged, stage: Stage, taken: Corners) -> list[Words]:
    """The number of each event in its episode, where lanes are too many for words."""
    if len(staged.lanes) <= MANY_LANES:
        return []
    spots = [(one.place, stage.spots[one.event_id]) for one in staged.seen if not one.focus]
    return placed([Words(spot.x + 16, spot.y, f"<b>{place}</b>", "middle right", 20, INK) for place, spot in spots], stage, taken)


def _last_three(staged: Staged) -> list[Any]:
    places = [number for number, event in enumerate(staged.seen) if event.focus]
    now = places[-1] if places else len(staged.seen) - 1
    return list(staged.seen[max(0, now - 2) : now + 1])


def _freest(event: Any, given: list[Words], stage: Stage, taken: Corners, marks: Corners) -> Words | None:
    """The first of the words that covers nothing; of the event in focus else what covers least of the marks, never of words."""
    best: tuple[float, Words] | None = None
    for words in given:
        box = box_of(words, stage)
        if within(box, stage, LEFT) and not covered(box, taken):
            cost = covered(box, marks)
            if not cost:
                return words
            if event.focus and (best is None or cost < best[0]):
                best = cost, words
    return best[1] if best else None


def _marks(event: Any, staged: Staged, stage: Stage) -> list[Box]:
    """What the other events of the picture are drawn as; bars of blurred days count where only three events have words."""
    found = []
    for one in staged.seen:
        spot = stage.spots[one.event_id]
        if one.event_id != event.event_id:
            half = 32.0 if one.focus else 16.0
            found.append((spot.x - half, spot.x + half, spot.y - half, spot.y + half))
        if not stage.labelled and spot.end > spot.x:
            found.append((spot.x, max(spot.x + 16, min(spot.end, stage.today)), spot.y - 16, spot.y + 16))
    return found


def _texts(event: Any, day: str, chars: int, most: int) -> Iterator[str]:
    """Day and title in at most so many lines, then day and label, then the day alone."""
    styled = f'<span style="color:{INK if event.focus else MUTED};font-weight:600">{written(day)}</span>'
    for title in dict.fromkeys((event.title, event.label)):
        lines = textwrap.wrap(title, max(chars, 8), break_long_words=False)
        if lines and len(lines) < most and all(len(one) <= chars + 3 for one in lines):
            said = "<br>".join(written(one) for one in lines)
            yield f'{styled}<br><span style="font-weight:600">{said}</span>' if event.focus else f"{styled}<br>{said}"
    yield styled


def _in_row(event: Any, staged: Staged, stage: Stage) -> Iterator[Words]:
    """The words in the row of their own mark, under the bar where the day is blurred; moved up or down to stay in the picture."""
    spot = stage.spots[event.event_id]
    day = (staged.day_words or {}).get(event.event_id, "")
    for until in (WIDE - 24, spot.room_right) if event.focus else (spot.room_right,):
        x, y, place, room, most = _row_place(event, spot, until, stage)
        chars = int(min(room - 10, 460) / (BOLD if event.focus else GLYPH))
        for text in _texts(event, day, chars, most + (1 if event.focus else 0)):
            words = Words(x, y, text, place, SIZE, INK if event.focus else LABEL)
            _, _, top, bottom = box_of(words, stage)
            moved = max(EDGE - top, min(0.0, stage.bottom - EDGE - bottom))
            yield Words(x, y + moved, text, place, SIZE, words.colour)


def _row_place(event: Any, spot: Spot, until: float, stage: Stage) -> tuple[float, float, str, float, int]:
    """Where the words begin, on which side of that, how wide they may be and in how many lines."""
    gap = 42.0 if event.focus else 26.0
    bar = min(spot.end, stage.today) - spot.x if spot.blurred else 0.0
    most = max(1, int((stage.row - 2) / LINE))
    if spot.room_left < spot.x:
        return spot.x - gap, spot.y, "middle left", spot.x - spot.room_left - gap, most
    if bar > 6 and not event.focus:
        return spot.x + 16, spot.y + 17, "bottom right", until - spot.x - 16, max(1, int((stage.row / 2 + 26 - 17) / LINE))
    x = max(spot.x, spot.x + bar if bar > 6 else 0) + gap
    return x, spot.y, "middle right", until - x, most


def _beside(event: Any, staged: Staged, stage: Stage) -> Iterator[Words]:
    """Around the mark, in a wide or a narrow block, and where these have no place in fewer words; what crosses today's line last."""
    spot = stage.spots[event.event_id]
    day = (staged.day_words or {}).get(event.event_id, "")
    blocks = [list(_texts(event, day, chars, 5)) for chars in (28, 44, 20)]
    for texts in ([one for block in blocks for one in block[:-1]], [blocks[0][-1]]):
        found = [_at(side, text, event, spot) for text in dict.fromkeys(texts) for side in SIDES]
        yield from sorted(found, key=lambda words: not event.focus and _crosses(box_of(words, stage), stage))


def _crosses(box: Box, stage: Stage) -> bool:
    return box[0] <= stage.today and box[1] >= stage.today - 8


def _at(side: str, text: str, event: Any, spot: Spot) -> Words:
    """The words on one side of the mark: beside, under or over it."""
    gap = 42.0 if event.focus else 26.0
    x, y, place = {
        "middle right": (spot.x + gap, spot.y, side),
        "middle left": (spot.x - gap, spot.y, side),
        "under": (spot.x - 14, spot.y + gap - 6, "bottom right"),
        "over": (spot.x - 14, spot.y - gap + 6, "top right"),
        "lower right": (spot.x + gap, spot.y + 4, "bottom right"),
        "upper right": (spot.x + gap, spot.y - 4, "top right"),
        "lower left": (spot.x + 14, spot.y + gap - 6, "bottom left"),
        "upper left": (spot.x + 14, spot.y - gap + 6, "top left"),
        "to the left": (spot.x - gap, spot.y - 4, "top left"),
    }[side]
    return Words(x, y, text, place, SIZE, INK if event.focus else LABEL)


__all__ = ["Words", "labels"]
