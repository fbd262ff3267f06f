"""The columns of all cases of a library below each other, so that counting goes through them once and not case by case."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from loaders import Case

Tell = Callable[[int, int], None]
EVENTS = "event_id agency kind dating planned hindsight earliest latest anchor days_least days_most".split()
AGENCIES = "agency_id short sector area nil_return mentioned_only".split()
FAMILY = "family"
NOT_DAYS = np.iinfo("int64").min
EVERY = 50


@dataclass(frozen=True)
class Together:
    """events, agencies: their columns by name, in file order, and `of`: for each row the place of its case in `cases` (from 0).

    earliest and latest are days since 1 January 1970, NOT_DAYS where not known. lane: for each event the place of its agency
    among the rows of agencies, -1 for none.
    """

    cases: tuple[Case, ...]
    events: dict[str, Any]
    agencies: dict[str, Any]
    lane: Any


def together(cases: Iterable[Case], tell: Tell | None = None) -> Together:
    """The cases as one. tell: called with how many cases are gone through, and of how many; what it raises ends it."""
    listed = tuple(cases)
    events, agencies = [], []
    for done, case in enumerate(listed, 1):
        events.append(case.columns("events", EVENTS))
        agencies.append(case.columns("agencies", AGENCIES))
        if tell and done % EVERY == 0:
            tell(done, len(listed))
    below, lanes = _below(events, EVENTS), _below(agencies, AGENCIES)
    for name in ("earliest", "latest"):
        below[name] = below[name].astype("datetime64[D]").astype("int64")
    return Together(listed, below, lanes, _lane(below, lanes))


def _below(parts: list[dict[str, Any]], names: list[str]) -> dict[str, Any]:
    found = {name: np.concatenate([part[name] for part in parts]) if parts else np.array([], dtype="O") for name in names}
    return found | {"of": np.repeat(np.arange(len(parts)), [len(part[names[0]]) for part in parts])}


def _lane(events: dict[str, Any], agencies: dict[str, Any]) -> Any:
    """A case and an agency make one number, which is looked up among those of all agencies."""
    ids = pd.Index(pd.unique(agencies["agency_id"]))
    known = agencies["of"] * max(len(ids), 1) + ids.get_indexer(agencies["agency_id"])
    code = ids.get_indexer(events["agency"])
    found = pd.Index(known).get_indexer(events["of"] * max(len(ids), 1) + code)
    return np.where(code < 0, -1, found)


def first_and_last(of: Any, start: Any, end: Any, many: int) -> tuple[Any, Any]:
    """For each of so many places the least start and the greatest end of its rows; NaN where it has none."""
    first, last = np.full(many, np.inf), np.full(many, -np.inf)
    np.minimum.at(first, of, start)
    np.maximum.at(last, of, end)
    return np.where(np.isfinite(first), first, np.nan), np.where(np.isfinite(last), last, np.nan)
