"""The words under the room's picture: the caption of an event, the child that day, and the cards of a looking back."""

from __future__ import annotations

from math import ceil
from typing import Any

import pandas as pd

from measures.citing import cite
from measures.stage import Caption, when_words
from measures.wording import listed
from panels.markup import Html, el
from panels.stage_scene import Scene, rows
from panels.stage_screens import question_words

FIELDS = (("expected", "Expected"), ("happened", "Happened"), ("known_then", "Known then"), ("why", "Why it made sense"))
NOT_SAID = "The review does not say."
LETTER = {"missed opportunity": "M", "good practice": "G", "mixed": "X"}
NAMES = {"missed opportunity": "Missed opportunity", "good practice": "Good practice", "mixed": "Mixed"}
LONG_LINE, LONGER_LINE = 150, 290
ROOM = 228  # for meta, title and line, in units of a screen 1920 wide


def caption_bar(
    shown: Scene, found: Caption | None, child: tuple[str, ...], who: str, *, asked: bool, opened: bool, detail: str
) -> Html:
    """The bar that never moves. asked: the question stands over it; opened: the detail was asked for; detail: the file's own."""
    said = " ".join(child)
    size = " sg-long" if len(said) > 125 else ""
    aside = (
        el("aside", el("h2", f"{who[:1].upper()}{who[1:]} that day"), el("p", said), cls=f"sg-child{size}")
        if child and not asked
        else ""
    )
    if asked:
        inside = el("div", el("p", "The question", cls="sg-meta"), el("h1", question_words(shown)), cls="sg-said")
    elif found is None:
        inside = el(
            "div",
            el("p", f"Step {shown.row.within}", cls="sg-meta"),
            el("h1", f"This had not reached {shown.names.get(shown.agency, shown.agency)} by then."),
            cls="sg-said",
        )
    else:
        inside = el(
            "div",
            el("p", " · ".join(found.meta), cls="sg-meta"),
            el("h1", found.title),
            _line(found, opened, detail),
            cls=f"sg-said{' sg-close' if tall(found, detail if opened else '') > ROOM else ''}",
        )
    return el(
        "section", inside, aside, cls="sg-caption" + ("" if aside else " sg-wide"), aria_label="Caption", aria_live="polite"
    )


def tall(found: Caption, detail: str = "") -> float:
    """How high the words of a caption stand beside the child that day, in units of a screen 1920 wide, as their lengths have it."""
    said = len(f"{found.line} {detail}".strip())
    chars, high = (112, 27) if said > LONGER_LINE else (98, 33) if said > LONG_LINE else (82, 39)
    return 33 * ceil(len(" · ".join(found.meta)) / 100) + 51 * ceil(len(found.title) / 50) + 10 + high * ceil(said / chars)


def _line(found: Caption, opened: bool, detail: str) -> Html | str:
    """Who and what in one line; where the event has a content flag only once it was asked for."""
    if found.content and not opened:
        words = el("p", f"This entry concerns {listed(list(found.content))}. Its detail opens on request. ", cls="sg-line")
        return el(
            "div",
            words,
            el("button", "Show the detail", el("kbd", "D"), type="button", data_act="detail", cls="sg-small"),
            cls="sg-request",
        )
    said = " ".join(one for one in (found.line, detail if opened else "") if one)
    size = " sg-longer" if len(said) > LONGER_LINE else " sg-long" if len(said) > LONG_LINE else ""
    return el("p", said, cls=f"sg-line{size}") if said else ""


def back_cards(left: Any, right: Any) -> Html:
    """Two points side by side in rows that line up; where one has no partner, the other half says so."""
    sides = (left, right)
    words = sum(max(len(getattr(one, name)) if one is not None else 0 for one in sides) for name, _ in FIELDS)
    size = " sg-longer" if words > 520 else " sg-long" if words > 330 else ""
    cells = [_top(one, other) for one, other in ((left, "missed opportunity"), (right, "good practice"))]
    for name, head in FIELDS:
        for point in sides:
            title = "What made it possible" if name == "why" and point is not None and point.kind == "good practice" else head
            text = getattr(point, name) or NOT_SAID if point is not None else ""
            cells.append(
                el(
                    "div",
                    el("h3", title if text else ""),
                    el("p", text, cls="" if text != NOT_SAID else "sg-muted"),
                    cls="sg-cell",
                )
            )
    cells += [el("p", _basis(point), cls="sg-basis") if point is not None else el("p") for point in sides]
    return el("section", *cells, cls=f"sg-back{size}", aria_label="Looking back")


def _top(point: Any, missing: str) -> Html:
    if point is None:
        said = (
            "No good practice is recorded in this episode. What worked?"
            if missing == "good practice"
            else "No missed opportunity is recorded in this episode."
        )
        return el("div", el("h1", said), cls=f"sg-top sg-{LETTER[missing]} sg-none")
    hollow = "" if point.basis == "stated" else " hollow"
    sign = el(
        "span",
        el("i"),
        el("i") if hollow else "",
        el("span", str(point.number)),
        cls=f"sign {LETTER[point.kind]}{hollow}",
        aria_hidden="true",
    )
    words = el("div", el("p", f"{NAMES[point.kind]} {cite(point.kind, point.number)}"), el("h1", point.title))
    return el("div", sign, words, cls=f"sg-top sg-{LETTER[point.kind]}")


def _basis(point: Any) -> str:
    """Whose judgement it is, in whose words, and where."""
    places = f" ({', '.join(point.source)})" if point.source else ""
    if point.basis == "inferred":
        return f"Hollow mark: this chronology's own reading, not stated by the {point.judged_by or 'review'}{places}."
    words = f", “{point.words}”" if point.words else ""
    return f"Filled mark: the {point.judged_by or 'review'} says so{words}{places}."


def later_cards(shown: Scene, events: pd.DataFrame) -> Html:
    """What was known only later: title, when, who and where in the source."""
    items = [
        el(
            "li",
            el("b", event.title),
            el(
                "p",
                " · ".join(
                    [
                        when_words(event, shown.disclosure, quoted=True),
                        shown.names.get(event.agency, event.agency),
                        ", ".join(event.source),
                    ]
                ),
                cls="sg-muted",
            ),
        )
        for event in rows(events)
    ]
    return el(
        "section",
        el("h1", "Known only later"),
        el("p", "Nobody in the room could know this then."),
        el("ul", *items),
        cls="sg-later",
        aria_label="Known only later",
    )


def partners(shown: Scene) -> tuple[Any, Any]:
    """The points of a looking back, left and right; beside a point without a partner the nearest good practice of its episode."""
    practice = shown.case.practice
    own = [next(practice[practice["practice_id"] == one].itertuples()) for one in shown.row.practice_ids]
    left = next((one for one in own if one.kind == "missed opportunity"), None)
    right = next((one for one in own if one.kind == "good practice"), None)
    for mixed in (one for one in own if one.kind == "mixed"):
        left, right = (mixed, right) if left is None else (left, mixed)
    return left or _nearest(shown, right, "missed opportunity"), right or _nearest(shown, left, "good practice")


def _nearest(shown: Scene, point: Any, kind: str) -> Any:
    """The point of that kind in the same episode whose days are nearest, or None."""
    order = shown.order
    ids = [one for ids in order.loc[order["number"] == shown.row.number, "practice_ids"] for one in ids]
    practice = shown.case.practice
    found = list(practice[practice["practice_id"].isin(ids) & (practice["kind"] == kind)].itertuples())
    return min(found, key=lambda one: _apart(one, point), default=None)


def _apart(one: Any, other: Any) -> float:
    if pd.isna(one.earliest) or pd.isna(other.earliest):
        return float("inf")
    return float(abs((one.earliest - other.earliest).days))
