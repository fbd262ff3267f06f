"""What a careful author would look at again: advice never refuses a file."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from loaders.columns import frame
from loaders.dates import Span
from loaders.model import SECTIONS, Chronology

SOURCED = "events practice periods phases findings recommendations facts".split()
COLUMNS = "topic where text"
SHARED = "event_id agency outcome facts".split()


def advice(chronology: Chronology, events: pd.DataFrame, shares: pd.DataFrame, scope: Span) -> pd.DataFrame:
    """One row per piece of advice: topic (no source, outside the scope, silent share), where, and a sentence."""
    rows = [*_unsourced(chronology), *_outside(events, scope), *_silent_shares(shares)]
    return frame([dict(zip(COLUMNS.split(), row, strict=True)) for row in rows], COLUMNS)


def _unsourced(chronology: Chronology) -> Iterator[tuple[str, str, str]]:
    for section in SOURCED:
        for entry in getattr(chronology, section):
            if not entry.source:
                text = "No paragraph is given. Add source, so that a reader can look it up."
                yield "no source", f"{SECTIONS[section]} {entry.id}", text


def _outside(events: pd.DataFrame, scope: Span) -> Iterator[tuple[str, str, str]]:
    outside = np.zeros(len(events), dtype=bool)
    if scope.earliest:
        outside |= events["latest"].to_numpy() < np.datetime64(scope.earliest)
    if scope.latest:
        outside |= events["earliest"].to_numpy() > np.datetime64(scope.latest)
    for name in events["event_id"].to_numpy()[outside] if outside.any() else ():
        yield "outside the scope", f"event {name}", "The event lies outside the period the review was asked to look at."


def _silent_shares(shares: pd.DataFrame) -> Iterator[tuple[str, str, str]]:
    for event_id, agency, outcome, facts in zip(*(shares[name] for name in SHARED), strict=True) if len(shares) else ():
        if outcome == "not shared" and not facts:
            text = f"The share with {agency} says not shared but names no fact. Add facts."
            yield "silent share", f"event {event_id}", text
