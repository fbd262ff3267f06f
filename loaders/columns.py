"""Rows to a frame, quickly: one block of memory for each kind of column, and no kind is ever guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
from pandas.api.internals import create_dataframe_from_blocks

Row = Mapping[str, Any]
FLAGS = (
    "inferred hindsight disputed planned approximate lasts facts_given own_date made_up heading nil_return mentioned_only"
).split()
EPOCH = date(1970, 1, 1).toordinal()
DAY_SECONDS = 24 * 60 * 60
NOT_KNOWN = np.iinfo("int64").min
DAY = "datetime64[s]"


@dataclass(frozen=True)
class Layout:
    """The columns of a frame in order, and for each kind their names and places."""

    columns: Any
    blocks: tuple[tuple[str, tuple[str, ...], Any], ...]


@cache
def layout(columns: str, days: str = "", counts: str = "", gaps: str = "") -> Layout:
    """The layout of a frame by the names in each kind, parted by blanks; text or tuples where no kind is named."""
    names = columns.split()
    kinds = {name: "bool" if name in FLAGS else "object" for name in names}
    for named, kind in ((days, DAY), (counts, "int64"), (gaps, "float64")):
        kinds |= dict.fromkeys(named.split(), kind)
    blocks = []
    for kind in dict.fromkeys(kinds.values()):
        inside = tuple(name for name in names if kinds[name] == kind)
        blocks.append((kind, inside, np.array([names.index(name) for name in inside])))
    return Layout(pd.Index(names), tuple(blocks))


def frame(rows: Iterable[Row], columns: str, days: str = "", counts: str = "", gaps: str = "") -> pd.DataFrame:
    """A frame whose columns keep their kinds even without a row: days, counts, counts with gaps, flags; text or tuples else.

    Days are given as dates, None where not known.
    """
    listed = list(rows)
    if not listed:
        return _empty(columns, days, counts, gaps).copy(deep=False)
    return filled({name: [row[name] for row in listed] for name in columns.split()}, columns, days, counts, gaps)


@cache
def _empty(columns: str, days: str, counts: str, gaps: str) -> pd.DataFrame:
    return filled({name: [] for name in columns.split()}, columns, days, counts, gaps)


def filled(values: Mapping[str, list[Any]], columns: str, days: str = "", counts: str = "", gaps: str = "") -> pd.DataFrame:
    """Likewise of the values of each column, all of one length.

    The usual ways to a frame cost ten times as much: they look at every value to find its kind.
    """
    made = layout(columns, days, counts, gaps)
    long = len(next(iter(values.values())))
    blocks = [(_block(kind, [values[name] for name in names], long), places) for kind, names, places in made.blocks]
    return create_dataframe_from_blocks(blocks, index=pd.RangeIndex(long), columns=made.columns.view())


def _block(kind: str, columns: list[list[Any]], long: int) -> Any:
    block = np.empty((len(columns), long), dtype="int64" if kind == DAY else kind)
    for place, values in enumerate(columns):
        if kind == DAY:
            block[place] = [_second(day) for day in values]
        else:
            block[place] = np.fromiter(values, dtype=kind, count=long)
    return block.view(DAY) if kind == DAY else block


def _second(day: date | None) -> int:
    """The first second of a day, counted from 1970; the least number stands for no day."""
    return NOT_KNOWN if day is None else (day.toordinal() - EPOCH) * DAY_SECONDS
