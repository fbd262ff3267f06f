"""What a careful author would look at again: advice never refuses a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from loaders.columns import frame
from loaders.dates import Span

SOURCED = {
    "events": ("event_id", "event"),
    "practice": ("practice_id", "practice"),
    "periods": ("period_id", "period"),
    "phases": ("phase_id", "phase"),
    "findings": ("finding_id", "finding"),
    "recommendations": ("recommendation_id", "recommendation"),
    "facts": ("fact_id", "fact"),
}
COLUMNS = "topic where text"
SHARED = "event_id agency outcome facts".split()


def advice(frames: Mapping[str, pd.DataFrame], scope: Span) -> pd.DataFrame:
    """One row per piece of advice: topic (no source, outside the scope, silent share), where, and a sentence."""
    rows = [*_unsourced(frames), *_outside(frames["events"], scope), *_silent_shares(frames["shares"])]
    return frame([dict(zip(COLUMNS.split(), row, strict=True)) for row in rows], COLUMNS)


def _unsourced(frames: Mapping[str, pd.DataFrame]) -> Iterator[tuple[str, str, str]]:
    for section, (key, noun) in SOURCED.items():
        entries = frames[section]
        for name, source in zip(entries[key], entries["source"], strict=True):
            if not source:
                yield "no source", f"{noun} {name}", "No paragraph is given. Add source, so that a reader can look it up."


def _outside(events: pd.DataFrame, scope: Span) -> Iterator[tuple[str, str, str]]:
    outside = np.zeros(len(events), dtype=bool)
    if scope.earliest:
        outside |= events["latest"].to_numpy() < np.datetime64(scope.earliest)
    if scope.latest:
        outside |= events["earliest"].to_numpy() > np.datetime64(scope.latest)
    for name in events["event_id"].to_numpy()[outside]:
        yield "outside the scope", f"event {name}", "The event lies outside the period the review was asked to look at."


def _silent_shares(shares: pd.DataFrame) -> Iterator[tuple[str, str, str]]:
    for event_id, agency, outcome, facts in zip(*(shares[name] for name in SHARED), strict=True):
        if outcome == "not shared" and not facts:
            text = f"The share with {agency} says not shared but names no fact. Add facts."
            yield "silent share", f"event {event_id}", text
