"""What a page says of a case whose file was broken or has gone while people look at it, and how a long reading shows itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import streamlit as st

from loaders import Library
from loaders.library import Kept
from panels.markup import md

MANY, STEP = 100, 10
MOST = 3


@contextmanager
def shown_reading(doing: str = "Reading") -> Iterator[Callable[[int, int], None]]:
    """What to tell how far a reading is. Many files show a bar; whoever leaves the page ends the reading, and the next goes on."""
    bar: list[Any] = []

    def tell(done: int, of: int) -> None:
        if of >= MANY and done % STEP == 0:
            bar.extend([] if bar else [st.empty()])
            bar[0].progress(done / of, f"{doing} {done} of {of} chronologies. The next time they are there at once.")

    yield tell
    if bar:
        bar[0].empty()


def with_own(library: Library) -> Library:
    """The library with the case this visitor has open, if its file has left the folder: nobody else finds it there."""
    kept = library.gone.get(st.session_state.get("case", ""))
    if not kept:
        return library
    return replace(
        library,
        cases={**library.cases, kept.case.id: kept.case},
        unread=(*library.unread, kept.error),
        kept={**library.kept, kept.case.id: kept},
    )


def kept_note(library: Library, case_id: str) -> None:
    """On a page of a case that is not as its file is now: which version this is, and why."""
    kept = library.kept.get(case_id)
    if not kept:
        return
    told = [str(problem) for problem in kept.error.problems]
    rest = f" And {len(told) - MOST} more." if len(told) > MOST else ""
    name = kept.error.file.split("/")[-1]
    why = " ".join(told[:MOST]) + rest
    st.warning(md(f"{last_version(kept)} {name} cannot be read now: {why} The page Cases has the whole message."))


def last_version(kept: Kept) -> str:
    """One sentence: that this is the last version that could be read, and of when."""
    return f"You see the last version of this case that could be read, at {kept.read_at:%H:%M on %d %B}."
