"""The record of openings: one line for each time somebody opens a case on a page, without a word of the case."""

from __future__ import annotations

import json
import os
import sys
from datetime import UTC, datetime

import streamlit as st

HERE = "local"
LONGEST = 80


def opened(who: str, page: str, case_id: str) -> None:
    """Record that a case is shown on a page; once, until this session opens another."""
    _once({"who": who, "page": page, "case": case_id, "result": "opened"})


def not_here(who: str, page: str, asked: str) -> None:
    """Record that a link asked for a case that this visitor's library does not hold."""
    _once({"who": who, "page": page, "case": asked, "result": "not here"})


def _once(fields: dict[str, str]) -> None:
    if st.session_state.get("recorded") == fields:
        return
    st.session_state["recorded"] = fields
    record(line(datetime.now(UTC), fields))


def line(when: datetime, fields: dict[str, str]) -> str:
    """One line of JSON, in plain ASCII: whatever a name holds, it cannot begin a second line or a colour."""
    cut = {name: value if len(value) <= LONGEST else f"{value[:LONGEST]}..." for name, value in fields.items()}
    return json.dumps({"when": f"{when:%Y-%m-%dT%H:%M:%SZ}", **cut})


def record(text: str) -> None:
    """Add a line to the file that CASE_TIMELINES_AUDIT names, which only its owner can read; else to standard error."""
    file = os.environ.get("CASE_TIMELINES_AUDIT", "")
    try:
        if file:
            # One write at the end of the file: lines of several servers do not run into each other.
            place = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            try:
                os.write(place, f"{text}\n".encode())
            finally:
                os.close(place)
            return
    except OSError as error:
        print(f"CASE_TIMELINES_AUDIT: {file} cannot be written ({error.strerror}); the line follows here.", file=sys.stderr)
    print(text, file=sys.stderr, flush=True)
