"""What a case holds, in counts: the lines that `python -m loaders check` prints."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from loaders.case import Case


def summary(case: Case, brief: bool = False) -> str:
    """One line of counts and, unless brief, a line each for kinds, dating, shares, practice and advice."""
    missed, good, mixed = (
        int((case.practice["kind"] == kind).sum()) for kind in ("missed opportunity", "good practice", "mixed")
    )
    head = (
        f"{case.id}: {len(case.agencies) - 1} agencies, {len(case.events)} events, {len(case.shares)} shares, "
        f"{missed} missed opportunities, {good} good practice{f', {mixed} mixed' if mixed else ''}"
    )
    if brief:
        return head
    points = case.practice["kind"] + ", " + case.practice["basis"]
    topics = case.advice["topic"].value_counts()
    return "\n".join(
        [
            head,
            f"  events by kind: {_counted(case.events['kind'])}",
            f"  events by dating: {_counted(case.events['dating'])}",
            f"  shares by outcome: {_counted(case.shares['outcome'])}",
            f"  practice: {_counted(points)}",
            f"  entries without a source: {topics.get('no source', 0)}; "
            f"events outside the scope: {topics.get('outside the scope', 0)}; "
            f"not-shared entries that name no fact: {topics.get('silent share', 0)}",
        ]
    )


def _counted(words: Iterable[str]) -> str:
    counts = pd.Series(list(words), dtype=object).value_counts(sort=False)
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], str(pair[0])))
    return ", ".join(f"{word} {count}" for word, count in ordered) or "none"
