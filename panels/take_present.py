"""Taking a learning event along: slides, handouts, the A3 timeline and the summary, each made when it is asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

import streamlit as st

from charts.drawn import View
from exports.a3 import a3_pdf
from exports.chromium import NOT_FOUND, program
from exports.handout import handouts, zipped
from exports.slides import slides_pptx
from exports.summary import summary_docx
from exports.words import Sheet
from loaders import Case
from measures.choice import Choice, points
from measures.last_seen import visible
from measures.rows import event_rows
from measures.wording import counted
from panels.entry import Entered
from panels.markup import el
from panels.take import sheet_of
from panels.work import Make, Told, Work, begin

ASKS_EVERY_SECONDS = 0.5
OFFICE = "application/vnd.openxmlformats-officedocument"
SLIDES_TYPE = f"{OFFICE}.presentationml.presentation"
WORD_TYPE = f"{OFFICE}.wordprocessingml.document"


def take_present(entered: Entered, label: str = "Take it along for the room") -> None:
    """One popover: slides, handouts, A3 timeline and summary. Nothing is made before it is asked for.

    While it is open it looks twice a second how far they are, and draws no other part of the window anew for it.
    """
    opened = st.popover(label, key="take-present", width="content", on_change="rerun")
    with opened:
        st.fragment(_offers, run_every=ASKS_EVERY_SECONDS if opened.open else None)(entered)


def _offers(entered: Entered) -> None:
    case, said = entered.case, sheet_of(entered, Choice(), None, count="Running order", filtered=False)
    episodes = counted(len(case.episodes) or 1, "episode")
    _words(
        "For a room that goes through the case",
        f"{episodes}, in the running order. The files hold what is looked back on as well: "
        "hand out the sheets for after the discussion only then.",
    )
    _offer(
        said,
        "slides",
        "slides",
        "pptx",
        SLIDES_TYPE,
        "PowerPoint: the running order in shapes that can be edited",
        lambda told: slides_pptx(case, said, told),
    )
    _offer(
        said,
        "handouts",
        "handouts",
        "zip",
        "application/zip",
        "Word, two for each episode: before the discussion, and after it",
        lambda told: zipped(handouts(case, said, told)),
    )
    _offer(
        said,
        "summary",
        "summary",
        "docx",
        WORD_TYPE,
        "Word, one page: agencies, numbers, phases, questions, findings",
        lambda told: summary_docx(case, said),
    )
    if program():
        about = "PDF: every event with its number, with what was known only later"
        _offer(said, "a3-timeline", "A3 timeline", "pdf", "application/pdf", about, partial(_a3, case, said))
    else:
        st.info(NOT_FOUND)


def _words(words: str, about: str) -> None:
    st.html(el("div", el("div", el("b", words)), el("div", about, cls="muted small"), cls="ct"), width="stretch")


@dataclass(frozen=True)
class _File:
    """A file that is offered. of: what it is made from, so that another version of the case asks anew."""

    what: str
    label: str
    name: str
    mime: str
    of: str
    make: Make

    @property
    def place(self) -> str:
        """Where the session keeps it."""
        return f"present-taken:{self.what}"

    def work(self) -> Work | None:
        """Its making, where it was asked for."""
        work: Work | None = st.session_state.get(self.place)
        return work if work is not None and work.of == self.of else None

    def prepare(self) -> None:
        """Begin to make it."""
        st.session_state[self.place] = begin(self.of, self.make)


def _offer(said: Sheet, what: str, label: str, ending: str, mime: str, about: str, make: Make) -> None:
    """A button that makes a file and says how far it is, and then one that saves it, or why there is none."""
    file = _File(what, label, said.name(what, ending), mime, repr(said), make)
    work = file.work()
    with st.container(horizontal=True, vertical_alignment="center", key=f"offer-{what}"):
        _words(label[:1].upper() + label[1:], about if work is None or not work.failed else work.failed)
        if work is not None and work.made:
            save, key = f"Save the {file.label}", f"save-{file.what}"
            st.download_button(save, work.made, file.name, file.mime, key=key, on_click="ignore", type="primary")
        elif work is not None and not work.failed:
            many = f": {work.at} of {work.total}" if work.total else ""
            st.progress(min(work.at / max(work.total, 1), 1.0), f"Making the {file.label}{many}", width=220)
        else:
            st.button(f"Prepare the {file.label}", key=f"prepare-{file.what}", on_click=file.prepare)


def _a3(case: Case, said: Sheet, told: Told) -> bytes:
    choice = Choice(later=True)
    shown, named = visible(case.events, True), points(case.practice, choice)
    rows = event_rows(shown, case.agencies, case.people, case.shares, named, case.about.disclosure)
    view = View(shown=frozenset(shown["event_id"]), points=frozenset(named["practice_id"]), incident=case.about.incident or "")
    return a3_pdf(case, view, rows, replace(said, count=f"{counted(len(rows), 'event')}, those known only later included"))
