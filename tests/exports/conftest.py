"""Small cases to take along, and the margin of a view of them."""

import datetime
from dataclasses import replace

import pandas as pd
import pytest

from charts.drawn import View
from exports import chromium
from exports.words import sheet
from loaders import read_case
from measures.choice import Choice, passing, points
from measures.rows import event_rows

TAKEN = datetime.date(2026, 11, 22)
HEAD = """format: 1
case:
  id: example
  title: "Example & <b>case</b>"
  report: Review of Example
  published: 2018
{more}
agencies:
  police:
    name: County Police
  health:
    name: Health visiting
events:
"""
EVENT = """  - id: event-{number}
    date: {date}
    agency: {agency}
    title: Officers called, time {number}
    source: "{number}.1"
"""


@pytest.fixture
def case_of(tmp_path):
    """A case of events on the given dates, in turn the police's and health visiting's; more: further lines under `case`."""

    def made(dates, more="", rest=""):
        events = "".join(
            EVENT.format(number=number, date=date, agency=("police", "health")[number % 2])
            for number, date in enumerate(dates, 1)
        )
        file = tmp_path / "example.yaml"
        file.write_text(HEAD.format(more=more) + events + rest, encoding="utf-8")
        return read_case(file, {})

    return made


@pytest.fixture
def view_of():
    """What a page takes along: the drawn view, the rows of the table and the margin."""

    def made(case, choice=None, count="All events"):
        choice = choice or Choice()
        flags = passing(case.events, case.practice, choice)
        named = points(case.practice, choice)
        shown = case.events[flags["shown"]]
        rows = event_rows(shown, case.agencies, case.people, case.shares, named, case.about.disclosure)
        view = View(shown=frozenset(shown["event_id"]), points=frozenset(named["practice_id"]))
        return view, rows, sheet(case, choice, count, TAKEN, version="3f2a91c")

    return made


@pytest.fixture
def margin(case_of, view_of):
    """A margin with a marking."""
    return replace(view_of(case_of(["2015-06-12"]))[2], marking="OFFICIAL-SENSITIVE")


@pytest.fixture
def frame():
    """A row for each way in which a cell can begin a formula, a plain one, and a number."""
    words = ["=1+1", "+44", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "5 - 3 = 2"]
    return pd.DataFrame({"=Words": words, "Number": range(-1, 7)})


@pytest.fixture(scope="session")
def browser():
    """Chromium, closed when the tests are done."""
    yield chromium
    chromium.close()
