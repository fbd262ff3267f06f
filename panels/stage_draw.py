"""Draws a step of the room's screen into its three places: the top, the picture, and what stands under it."""

from __future__ import annotations

from typing import Any

import pandas as pd

from charts.ready import Ready
from charts.stage import CONFIG
from measures.stage import when_words
from measures.wording import counted
from panels.markup import Html, join
from panels.rooms import Room
from panels.stage_keys import window_px
from panels.stage_moves import asks
from panels.stage_ready import made
from panels.stage_scene import Scene, person_of, rows, told
from panels.stage_screens import ask_back, ask_leave, blank, content_note, end, head, pause, pause_between, question
from panels.stage_words import back_cards, caption_bar, later_cards, partners

HEAD, CAPTION, KEYS, SMALL = 76, 256, 44, 250


def draw(shown: Scene, room: Room, top: Any, picture: Any, under: Any, *, leaving: bool, opened: bool) -> None:
    """One step. opened: the detail of its event was asked for."""
    covered = blank() if room.blank else pause_between(room) if room.break_ else ask_leave() if leaving else None
    if covered is not None:
        _only(covered, top, picture, under)
        return
    kind = shown.row.kind
    total = len(shown.order)
    right = "Looking back" if kind == "looking back" and not asks(room, shown.order) else ""
    line = head(shown, total, right)
    if kind == "event":
        top.html(line)
        _event(shown, room, picture, under, opened)
    elif right:
        top.html(line)
        _back(shown, picture, under)
    else:
        pages = {
            "note": content_note,
            "question": question,
            "pause": pause,
            "end": end,
            "looking back": ask_back,
        }
        _only(join([line, pages[kind](shown)]), top, picture, under)


def _only(page: Html, top: Any, picture: Any, under: Any) -> None:
    """A page of words alone. What stood under it goes at once: Streamlit else keeps it until the run has ended."""
    top.html(page)
    picture.empty()
    under.empty()


def picture_px() -> tuple[int, int]:
    """The width and height of an event's picture: what head, caption and keys leave of the window."""
    wide, high = window_px()
    return wide, max(160, high - round((HEAD + CAPTION + KEYS) * wide / 1920))


def _event(shown: Scene, room: Room, picture: Any, under: Any, opened: bool) -> None:
    ready = made(shown.case, shown.row.step, shown.agency, picture_px())
    _figure(ready.figure, picture, _sentence(shown, ready.seen))
    person = person_of(shown.case)
    detail = _detail(shown) if shown.row.episode_id in room.revealed and ready.caption is not None else ""
    child = ready.child if room.child else ()
    name = person.name if person is not None else ""
    under.html(caption_bar(shown, ready.caption, child, name, asked=room.question, opened=opened, detail=detail))


def _detail(shown: Scene) -> str:
    """The file's own detail, which may tell what came later: only where the looking back of the episode is open."""
    events = shown.case.events
    return " ".join(events.loc[events["event_id"].isin(shown.row.event_ids), "detail"])


def _back(shown: Scene, picture: Any, under: Any) -> None:
    if shown.row.event_ids:
        seen, _ = told(shown)
        picture.empty()
        under.html(later_cards(shown, seen[seen["event_id"].isin(shown.row.event_ids)]))
        return
    ready = made(shown.case, shown.row.step, "", (window_px()[0], round(SMALL * window_px()[0] / 1920)))
    _figure(ready.figure, picture, f"The episode in small lanes, {counted(len(ready.seen), 'event')}.")
    under.html(back_cards(*partners(shown)))


def _figure(figure: dict[str, Any], picture: Any, words: str) -> None:
    """In a place of its own, which goes at once: a chart that gives way is else kept in the page until the run has ended."""
    high = figure["layout"]["height"]
    picture.container().plotly_chart(
        Ready(figure), width="stretch", height=high, theme=None, key="stage-chart", config=CONFIG, alt=words
    )


def _sentence(shown: Scene, seen: pd.DataFrame) -> str:
    """The picture in words: how many events have come on, and which is in focus."""
    now = next((one for one in rows(seen) if one.focus), None)
    focus = f" In focus: {now.title}, {when_words(now, shown.disclosure)}." if now is not None else ""
    return f"The episode so far, {counted(len(seen), 'event')} in {counted(seen['agency'].nunique(), 'lane')}.{focus}"
