"""What a careful author would look at again: advice never refuses a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

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


def advice(frames: Mapping[str, pd.DataFrame], scope: Span) -> pd.DataFrame:
    """One row per piece of advice: topic (no source, outside the scope, silent share), where, and a sentence."""
    rows = [*_unsourced(frames), *_outside(frames["events"], scope), *_silent_shares(frames["shares"])]
    return pd.DataFrame(rows, columns=["topic", "where", "text"])


def _unsourced(frames: Mapping[str, pd.DataFrame]) -> Iterator[tuple[str, str, str]]:
    for section, (key, noun) in SOURCED.items():
        frame = frames[section]
        for name in frame.loc[frame["source"].map(len) == 0, key]:
            yield "no source", f"{noun} {name}", "No paragraph is given. Add source, so that a reader can look it up."


def _outside(events: pd.DataFrame, scope: Span) -> Iterator[tuple[str, str, str]]:
    early = events["latest"] < pd.Timestamp(scope.earliest) if scope.earliest else events["latest"].isna() & False
    late = events["earliest"] > pd.Timestamp(scope.latest) if scope.latest else events["earliest"].isna() & False
    for name in events.loc[early | late, "event_id"]:
        yield "outside the scope", f"event {name}", "The event lies outside the period the review was asked to look at."


def _silent_shares(shares: pd.DataFrame) -> Iterator[tuple[str, str, str]]:
    silent = shares[(shares["outcome"] == "not shared") & (shares["facts"].map(len) == 0)]
    for share in silent.itertuples():
        text = f"The share with {share.agency} says not shared but names no fact. Add facts."
        yield "silent share", f"event {share.event_id}", text
