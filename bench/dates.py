"""A date as written to a span of days, against the edtf package."""

from __future__ import annotations

from collections.abc import Iterator

from edtf import parse_edtf

from bench.rows import Row, compared, timed
from loaders.dates import read_date

FORMS = ("{y}-{m}-{d}", "{y}-{m}", "{y}", "{y}-2{s}", "{y}-{m}-{d}/{y}-12-30", "{y}-{m}~", "{y}-{m}-{d}?", "../{y}-{m}")


def dates(number: int) -> list[str]:
    """So many dates in every form of the format that both sides know."""
    parts = [{"y": 1990 + at % 30, "m": f"{1 + at % 11:02}", "d": f"{1 + at % 28:02}", "s": 1 + at % 4} for at in range(number)]
    return [FORMS[at % len(FORMS)].format(**one) for at, one in enumerate(parts)]


def measure(runs: int = 5, quick: bool = False) -> Iterator[Row]:
    """Ours on many dates and theirs on few, each by the date."""
    many, few = dates(8000), dates(40 if quick else 160)

    def ours() -> float:
        return timed(lambda: [read_date(one) for one in many]) / len(many)

    def peer() -> float:
        return timed(lambda: [parse_edtf(one).lower_strict() for one in few]) / len(few)

    yield compared("a date read", ours, peer, runs, 0.001, against="edtf")
