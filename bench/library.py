"""A made-up library of any size, for measuring and never for reading: `python -m bench.library 2000` writes one and says where."""

from __future__ import annotations

import argparse
import random
import tempfile
from datetime import date, timedelta
from pathlib import Path

AGENCIES = {
    "police": ("County Police", "police"),
    "csc": ("Children's Social Care", "children's social care"),
    "early-help": ("Early Help", "children's social care"),
    "gp": ("GP practice", "health"),
    "health-visiting": ("Health visiting", "health"),
    "hospital": ("Hospital", "health"),
    "probation": ("Probation", "probation and prisons"),
    "school": ("Primary school", "education"),
    "nursery": ("Nursery", "education"),
    "housing": ("Housing", "housing"),
    "advocacy": ("Domestic abuse advocacy", "specialist domestic abuse service"),
    "charity": ("Family charity", "voluntary sector"),
}
KINDS = "contact attempt referral exchange meeting assessment decision record other".split()
WEIGHTS = (34, 10, 9, 14, 8, 7, 9, 5, 4)
AREAS = ("North", "South", "East", "West")


def write_library(folder: Path, cases: int, events: int = 200) -> Path:
    """So many cases of so many events, the same for the same numbers, written into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, cases + 1):
        (folder / f"made-up-{number:05}.yaml").write_text(chronology(number, events), encoding="utf-8")
    return folder


def chronology(number: int, events: int) -> str:
    """One case: 18 months before a day 0, twelve agencies, dates of every form, themes and practice of a few."""
    chance = random.Random(number * 1_000_003 + events)
    zero = date(2012, 1, 1) + timedelta(days=chance.randrange(3000))
    first = zero - timedelta(days=540)
    named = f"made-up-{number:05}"
    lines = [
        f"format: 1\ncase:\n  id: {named}\n  title: Made-up case {number}\n  review_type: serious case review\n  published: {zero.year + 2}",
        f"  from: {first}\n  to: day-zero\n  incident: day-zero\n  summary: Made up for measuring.\nagencies:",
    ]
    for agency, (name, sector) in AGENCIES.items():
        lines.append(f"  {agency}:\n    name: {name}\n    sector: {sector}\n    area: {chance.choice(AREAS)}")
    lines.append("people:\n  child:\n    name: The child\nevents:")
    lines += [_event(place, first, (zero - first).days, chance) for place in range(1, events)]
    lines.append(
        f"  - id: day-zero\n    date: {zero}\n    agency: family\n    kind: incident\n    title: Day 0\n    source: '1.1'"
    )
    return "\n".join(lines) + "\n"


def _event(place: int, first: date, days: int, chance: random.Random) -> str:
    """Half on a day, three in ten within a month or some days, one in ten counted from day 0 or lasting, one in ten undated."""
    day = first + timedelta(days=chance.randrange(days))
    form = chance.random()
    if form < 0.5:
        when = f"date: {day}"
    elif form < 0.68:
        when = f"date: {day:%Y-%m}"
    elif form < 0.8:
        when = f"date: {day}/{day + timedelta(days=chance.randrange(2, 40))}"
    elif form < 0.85:
        when = f"date: {day}/{day + timedelta(days=chance.randrange(20, 90))}\n    lasts: true"
    elif form < 0.9:
        when = f"date:\n      before: day-zero\n      days: {chance.randrange(1, 300)}"
    else:
        when = "date: undated"
    kind = chance.choices(KINDS, WEIGHTS)[0]
    agency = chance.choice(list(AGENCIES))
    return (
        f"  - id: event-{place}\n    agency: {agency}\n    kind: {kind}\n    title: Made-up entry {place} of {agency}\n"
        f"    source: '{1 + place // 40}.{1 + place % 40}'\n    {when}"
    )


def main() -> None:
    """Write a library into a folder, a temporary one if none is named, and print its path."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("cases", type=int)
    asked.add_argument("--events", type=int, default=200)
    asked.add_argument("--into", type=Path)
    given = asked.parse_args()
    print(write_library(given.into or Path(tempfile.mkdtemp(prefix="case-timelines-")), given.cases, given.events))


if __name__ == "__main__":
    main()
