"""Silence and sight to take along: figure, tables, and how to read them."""

from __future__ import annotations

from measures.wording import counted
from panels.entry import Entered
from panels.seeing import Seeing, rule
from panels.seeing_figure import cautions, drawn, finding_of
from panels.seeing_rows import taken_tables
from panels.take import WIDE, take_picture, take_tables

SOLID = "Solid is sure and hatched is possible"
NOBODY = "No sight recorded does not mean that nobody saw the person, only that no dated event here says so"


def take(entered: Entered, seeing: Seeing) -> None:
    """The figure, the tables of the page and the link to take along."""
    case, what = entered.case, f"Contact about {seeing.name}" if seeing.any_contact else f"{seeing.name} being seen in person"
    later = "What was known only later is shown" if entered.view.later == "1" else ""
    tables = taken_tables(case, seeing)
    count = f"{what}: {counted(len(seeing.marks), 'event')}"
    if seeing.refused or not seeing.marks["dated"].any():
        take_tables(entered, "sight", tables, count, more=(seeing.refused.rstrip("."), later))
        return
    said = f"{finding_of(case, seeing)}{cautions(seeing, case.about.disclosure)}".rstrip(".")
    more = (said, rule(seeing.any_contact, seeing.name).rstrip("."), SOLID, NOBODY, later)
    about = f"The lanes of {what[0].lower() if what.startswith('Contact') else what[0]}{what[1:]}"
    take_picture(entered, "sight", lambda: drawn(entered, seeing, WIDE - 48), tables, count, more=more, about=about)
