"""Taking a view along: picture, printed page, table and link, each with its filters, marking and source in the margin."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import PurePath
from typing import Any, Protocol
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from exports.a3 import a3_pdf
from exports.chromium import NOT_FOUND, NoChromiumError, program
from exports.picture import MIME, pictures
from exports.tables import cited_case, csv_bytes, xlsx_bytes
from exports.words import Sheet, days_in_view, sheet
from measures.choice import Choice
from measures.names import short_names
from measures.wording import counted, window
from panels.entry import Entered
from panels.filters import count_words
from panels.markup import el
from panels.picture import Picture, draw
from panels.picture_drawn import drawn_view

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
AXES = {"even": "The axis gives every day with an event the same room", "cut": "Empty years are cut out of the axis"}
WIDE, HIGH = 1920, 1080
Figure = Callable[[], dict[str, Any]]


def take(entered: Entered, choice: Choice, flags: pd.DataFrame, rows: pd.DataFrame, drawn: Picture) -> None:
    """The timeline's own: picture, A3 page, table and link. rows: as `event_table` returns them."""
    said = sheet_of(entered, choice, flags)
    with st.popover("Take it along", key="take", width="content"):
        _timeline(entered, choice, flags, rows, drawn, said)


@st.fragment
def _timeline(entered: Entered, choice: Choice, flags: pd.DataFrame, rows: pd.DataFrame, drawn: Picture, said: Sheet) -> None:
    shown = counted(len(rows), "event")
    _say_shown(said)
    _heading("Picture", "As it stands, at the size of a wide screen")
    if program():
        prepared(
            entered, said, "timeline", "picture", f"Drawing {shown}", partial(_pictures, entered, choice, flags, drawn, said)
        )
        _heading("A3 page, landscape", f"Every one of the {shown} with its number, over as many pages as it takes")
        make = partial(_a3, entered, choice, flags, drawn, rows, said)
        prepared(entered, said, "a3", "A3 pages", f"Drawing {shown} for print", make)
    else:
        st.info(NOT_FOUND)
    _table(said, "events", rows.drop(columns="event_id"))
    _link(entered)


Tables = Mapping[str, pd.DataFrame]


def take_tables(entered: Entered, name: str, tables: Tables, count: str, *, more: tuple[str, ...] = ()) -> None:
    """Any page's tables as CSV and XLSX, and the link. tables: by a word for the file; more: sentences about what is shown."""
    said = sheet_of(entered, Choice(), None, count=count, more=more, filtered=False)
    with st.popover("Take it along", key=f"take-{name}", width="content"):
        _say_shown(said)
        _tables(said, tables)
        _link(entered)


def take_picture(
    entered: Entered, name: str, figure: Figure, tables: Tables, count: str, *, more: tuple[str, ...] = (), about: str = ""
) -> None:
    """Any page's figure as PNG, SVG and PDF, with its tables and the link. figure: draws it when it is asked for; about: words on it."""
    said = sheet_of(entered, Choice(), None, count=count, more=more, filtered=False)
    with st.popover("Take it along", key=f"take-{name}", width="content"):
        _figure_and_tables(entered, name, figure, tables, said, about)


@st.fragment
def _figure_and_tables(entered: Entered, name: str, figure: Figure, tables: Tables, said: Sheet, about: str) -> None:
    _say_shown(said)
    _heading("Picture", about)
    if program():
        prepared(entered, said, name, "picture", "Drawing the picture", lambda: pictures(figure(), said))
    else:
        st.info(NOT_FOUND)
    _tables(said, tables)
    _link(entered)


def sheet_of(
    entered: Entered,
    choice: Choice,
    flags: pd.DataFrame | None,
    *,
    count: str = "",
    more: tuple[str, ...] = (),
    filtered: bool = True,
) -> Sheet:
    """The margin of a view: filters in words, marking, source, date, and the version of the case file."""
    view, case = entered.view, entered.case
    if flags is not None:
        names = short_names(case)
        reader = f", seen by {names[view.reader]}" if view.reader else ""
        then = pd.Timestamp(view.day) if view.day else None
        known = f"As known on {window(then, then, case.about.disclosure)}{reader}" if then is not None else ""
        count, more = count_words(flags), (known, *more)
    made = sheet(case, choice, count, datetime.date.today(), version=version(entered), more=more)
    if filtered:
        return made
    kept = tuple(one for one in made.filters if one != "No filter") or ("Whole case",)
    return replace(made, filters=kept)


def version(entered: Entered) -> str:
    """Seven letters that change whenever the case file does; blank where it cannot be read."""
    try:
        written = (entered.library.folder / PurePath(entered.case.file).name).read_bytes()
    except OSError:
        return ""
    return hashlib.sha256(written).hexdigest()[:7]


def link_of(entered: Entered, base: str) -> str:
    """The address of exactly this view."""
    return f"{base}?{urlencode({'case': entered.case.id, **entered.view.params()})}"


class Viewed(Protocol):
    """What stands on the screen: anything that says which view of it is chosen."""

    @property
    def view(self) -> Any: ...


def prepared(entered: Viewed, said: Sheet, what: str, label: str, words: str, make: Callable[[], dict[str, bytes]]) -> None:
    """A button that makes files by their endings, and then one button for each that saves it.

    Files made of another view, on another day or of another version of the case are not offered again.
    """
    place, wanted, about = f"taken:{what}", f"wanted:{what}", repr((said, entered.view))
    kept = st.session_state.get(place)
    room = st.empty()
    if kept is None or kept[0] != about:
        if st.session_state.get(wanted) != about:  # kept until it is made: a run may be ended before it comes here
            room.button(f"Prepare the {label}", key=f"prepare-{what}", on_click=_want, args=(wanted, about))
            return
        try:
            with room, st.spinner(words):
                kept = st.session_state[place] = (about, make())
        except NoChromiumError as error:
            room.info(str(error))
        st.session_state[wanted] = ""
        if kept is None or kept[0] != about:
            return
    with room.container(horizontal=True):
        for ending, file in kept[1].items():
            key, name = f"save-{what}-{ending}", said.name(what, ending)
            button = f"Save {label} as {ending.upper()}"
            st.download_button(button, file, name, MIME[ending], key=key, on_click="ignore", type="primary")


def _want(place: str, about: str) -> None:
    st.session_state[place] = about


def _tables(said: Sheet, tables: Tables) -> None:
    """Each table that has a row; one alone needs no name."""
    some = {name: frame for name, frame in tables.items() if len(frame)}
    for number, (name, frame) in enumerate(some.items()):
        title = f"Table: {_spoken(name)}, {counted(len(frame), 'row')}" if len(some) > 1 else "Table"
        _table(said, name, frame, title, "" if number else SAME)


def _spoken(name: str) -> str:
    return name.replace("-", " ")


SAME = "The same rows and numbers; texts stay texts and cannot run as formulas"


def _table(said: Sheet, name: str, frame: pd.DataFrame, title: str = "Table", about: str = SAME) -> None:
    _heading(title, about)
    with st.container(horizontal=True):
        st.download_button(
            "CSV",
            lambda: csv_bytes(cited_case(frame, said), said.marking),
            said.name(name, "csv"),
            "text/csv",
            key=f"csv-{name}",
            on_click="ignore",
        )
        st.download_button(
            "Excel (XLSX)",
            lambda: xlsx_bytes(frame, said, _spoken(name).capitalize()),
            said.name(name, "xlsx"),
            XLSX,
            key=f"xlsx-{name}",
            on_click="ignore",
        )


def _link(entered: Entered) -> None:
    _heading(
        "Link to exactly this view", "For people who can open this app at the same address; the case file itself is not in it"
    )
    st.code(link_of(entered, str(st.context.url or "")), language=None, wrap_lines=True)


def _heading(words: str, about: str) -> None:
    st.html(el("div", el("div", el("b", words)), el("div", about, cls="muted small") if about else "", cls="ct"))


def _say_shown(said: Sheet) -> None:
    marking = f" Marked: {said.marking}." if said.marking else ""
    st.html(el("div", f"{said.shown}{marking}", cls="ct small"))


def _in_view(said: Sheet, entered: Entered) -> Sheet:
    """The margin of the picture: the days zoomed to and the way the axis is drawn, beside the filters."""
    view = entered.view
    more = [days_in_view(view.start, view.end, entered.case.about.disclosure), AXES.get(view.axis, "")]
    return replace(said, filters=(*said.filters, *[one for one in more if one]))


def _pictures(entered: Entered, choice: Choice, flags: pd.DataFrame, drawn: Picture, said: Sheet) -> dict[str, bytes]:
    """The picture, which has its key in it: drawn anew for a wide screen where the window is small."""
    figure = drawn.figure
    if drawn.layout.sizes.compact:
        place = f"axis:{entered.case.id}"
        axis = st.session_state.get(place)
        figure = draw(entered, choice, flags, WIDE, HIGH).figure
        st.session_state[place] = axis
    return pictures(figure, _in_view(said, entered))


def _a3(
    entered: Entered, choice: Choice, flags: pd.DataFrame, drawn: Picture, rows: pd.DataFrame, said: Sheet
) -> dict[str, bytes]:
    return {"pdf": a3_pdf(entered.case, drawn_view(entered, choice, flags, drawn.laid), rows, said, entered.entire)}
