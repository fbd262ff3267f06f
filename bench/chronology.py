"""A made-up chronology of any size, the same for the same size: dates, kinds and titles drawn with a fixed seed."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

LANES = 20
FIRST, LAST = date(2012, 1, 1), date(2021, 12, 31)
KINDS = "contact attempt referral exchange meeting assessment decision record incident other".split()
WEIGHTS = (30, 10, 10, 14, 8, 8, 6, 8, 3, 3)
BEGINNINGS = (
    "Home visit by the|Telephone call to the|Letter sent to the|Panel held by the|Concern raised with the|Note made by the"
)
ENDINGS = "school nurse|duty team|housing officer|family support worker|ward|allocated worker|hostel|outreach team after the move"


def write_chronology(folder: Path, events: int) -> Path:
    """The file of a case with so many dated events in 20 lanes, over ten years, written into the folder."""
    chance = random.Random(events)
    written = [_event(number, chance) for number in range(events)]
    parts = [
        f"format: 1\ncase:\n  id: made-up-{events}\n  title: {events} made-up events\n  from: {FIRST}\n  to: {LAST}",
        "agencies:",
        *[f"  agency-{number}:\n    name: Agency {number}" for number in range(1, LANES)],
        "people:\n  child:\n    name: The child",
        "phases:",
        *[f"  phase-{year}:\n    title: The year {year}\n    from: {year}\n    to: {year}" for year in range(2012, 2022, 2)],
        "periods:",
        *[
            f"  stay-{year}:\n    title: Placement {year}\n    kind: placement\n    from: {year}-03\n    to: {year + 1}-02"
            for year in range(2012, 2021, 3)
        ],
        "events:",
        *written,
        "practice:",
        *[_point(number, events, chance) for number in range(1, 25)],
    ]
    file = folder / f"made-up-{events}.yaml"
    file.write_text("\n".join(parts) + "\n", encoding="utf-8")
    return file


def _event(number: int, chance: random.Random) -> str:
    """Six in ten on a day, three in ten within a month or some days, one in ten lasting for weeks; one in twenty is passed on."""
    lane = number % LANES
    title = f"{chance.choice(BEGINNINGS.split('|'))} {chance.choice(ENDINGS.split('|'))}"
    kind = "life" if not lane else chance.choices(KINDS, WEIGHTS)[0]
    lines = [
        f"  - id: event-{number}",
        f"    agency: {f'agency-{lane}' if lane else 'family'}",
        f"    kind: {kind}",
        f"    title: {title}, entry {number}",
        f"    source: {1 + number // 40}.{1 + number % 40}",
        *_when(chance),
    ]
    if chance.random() < 0.1:
        lines.append("    seen: child")
    if chance.random() < 0.05:
        lines.append(f"    shared_with:\n      - agency: agency-{1 + (lane + 4) % (LANES - 1)}\n        outcome: received")
    return "\n".join(lines)


def _when(chance: random.Random) -> list[str]:
    day = FIRST + timedelta(days=chance.randrange((LAST - FIRST).days - 90))
    form = chance.random()
    if form < 0.6:
        return [f"    date: {day}"]
    if form < 0.75:
        return [f"    date: {day:%Y-%m}"]
    if form < 0.9:
        return [f"    date: {day}/{day + timedelta(days=chance.randrange(2, 15))}"]
    return [f"    date: {day}/{day + timedelta(days=chance.randrange(14, 80))}", "    lasts: true"]


def _point(number: int, events: int, chance: random.Random) -> str:
    kind = "missed opportunity" if number % 2 else "good practice"
    at = chance.randrange(events)
    return f"  - id: point-{number}\n    kind: {kind}\n    basis: stated\n    words: made up\n    events: event-{at}\n    title: Point {number}"
