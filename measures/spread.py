"""Where counted events fall: each is one, shared out evenly over the days on which it may have been."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

FULL = 1.0


def place(entries: pd.DataFrame, columns: pd.DataFrame, *, aligned: bool) -> pd.DataFrame:
    """One row per entry and column it may fall into: entry (its place among the rows, from 0), column (likewise) and share.

    entries: rows of measures.entries.entry_list; columns: start and end (days, inclusive), without gaps and in order: days since 1970, or with
    `aligned` days from day 0. The shares of an entry add up to at most 1; the rest lies outside the columns. Without a place it has no row.
    A window is taken as evenly likely on each of its days; against a blurred day 0, so are the days of both.
    """
    names = ("lined", "since", "wide_zero", "blur") if aligned else ("dated", "start", "wide", "")
    placeable = entries[names[0]].to_numpy()
    start, wide = entries[names[1]].to_numpy(), entries[names[2]].to_numpy()
    blur = entries[names[3]].to_numpy() if aligned else None
    edges = np.append(columns["start"].to_numpy(), columns["end"].to_numpy()[-1:] + 1)
    return pd.DataFrame(_shares(placeable, start, wide, blur, edges), copy=False)


def _shares(placeable: Any, start: Any, wide: Any, blur: Any, edges: Any) -> dict[str, Any]:
    """What lies in one column needs no sharing out: most events are a day, and their column is looked up and not searched for."""
    last = start + (wide - 1) if blur is None else start + (wide + blur - 2)
    low, high = _column(start, edges), _column(last, edges)
    inside = placeable & (low == high) & (low >= 0)
    parted = np.flatnonzero(placeable & ~inside & (last >= edges[0]) & (start < edges[-1]))
    whole = np.flatnonzero(inside).astype("int32")
    first, final = low[parted], high[parted]
    first, final = np.where(first < 0, 0, first), np.where(final < 0, len(edges) - 2, final)
    many = final - first + 1
    at = np.repeat(np.arange(len(parted), dtype="int32"), many)
    column = np.arange(len(at), dtype="int32") + (first - (np.cumsum(many) - many)).astype("int32")[at]
    entry = parted.astype("int32")[at]
    if blur is None:
        days = np.minimum(edges[column + 1], (last + 1)[entry]) - np.maximum(edges[column], start[entry])
        share = days / wide[entry]
    else:
        given = start[entry], wide[entry], blur[entry]
        share = _until(edges[column + 1], *given) - _until(edges[column], *given)
    if not len(at):
        return {"entry": whole, "column": low[whole], "share": np.ones(len(whole))}
    return {
        "entry": np.concatenate([whole, entry]),
        "column": np.concatenate([low[whole], column]),
        "share": np.concatenate([np.ones(len(whole)), share]),
    }


def _column(days: Any, edges: Any) -> Any:
    """The column of each day, -1 for a day outside: looked up in a list of all days of the columns, with one more at both ends for the rest."""
    span = int(edges[-1] - edges[0])
    known = np.full(span + 2, -1, dtype="int32")
    known[1:-1] = np.repeat(np.arange(len(edges) - 1), np.diff(edges))
    return known.take(np.clip(days - (edges[0] - 1), 0, span + 1))


def _until(day: Any, start: Any, wide: Any, blur: Any) -> Any:
    """How likely the event lies before `day`: of wide x blur pairs of days, those whose difference is smaller."""
    past = day - start
    pairs = _triangle(past) - _triangle(past - wide) - _triangle(past - blur) + _triangle(past - wide - blur)
    return pairs / (wide.astype(float) * blur)


def _triangle(number: Any) -> Any:
    """1 + 2 + ... + number; 0 below 1."""
    kept = np.maximum(number, 0).astype(float)
    return kept * (kept + 1) / 2


def place_in_phases(entries: pd.DataFrame, phases: pd.DataFrame, named: pd.Series) -> pd.DataFrame:
    """One row per entry and phase it belongs to, like `place`; the columns are the phases, in their order.

    phases: phase_id, from_earliest ... to_latest; named: the phases of each entry (tuples of ids). An entry is shared out by the days
    its window has in each of them, at most 1 in all where phases overlap; without days of its own, evenly. In no phase it has no row.
    """
    order = {phase: place for place, phase in enumerate(phases["phase_id"])}
    first, last = (_edge(phases, *names) for names in (("from_earliest", "from_latest"), ("to_latest", "to_earliest")))
    rows: list[tuple[int, int, float]] = []
    usable = entries["dated"].to_numpy() | (entries["wide"].to_numpy() > 0)
    for at, (begin, wide, ids) in enumerate(zip(entries["start"], entries["wide"], named, strict=True)):
        own = [order[one] for one in ids if one in order]
        days = [max(0, min(begin + wide - 1, last[one]) - max(begin, first[one]) + 1) if usable[at] else 0 for one in own]
        total = sum(days)
        share = [one / max(total, wide) for one in days] if total else [1 / len(own) for _ in own]
        rows += [(at, one, float(part)) for one, part in zip(own, share, strict=True) if part]
    return pd.DataFrame(rows, columns=["entry", "column", "share"]).astype({"entry": "int32", "column": "int32", "share": float})


def _edge(phases: pd.DataFrame, name: str, other: str) -> list[float]:
    """One end of each phase in days since 1970; without it, no end on that side."""
    open_end = -1e9 if name.startswith("from") else 1e9
    ends = phases[name].fillna(phases[other])
    return [open_end if pd.isna(one) else (one - pd.Timestamp("1970-01-01")).days for one in ends]


def cells(entries: pd.DataFrame, placed: pd.DataFrame, row_of: Any, rows: int, columns: int) -> pd.DataFrame:
    """One row per row and column, all of them: row, column (places from 0), done and attempts.

    row_of: for each agency (as entries name it) the place of its row, -1 for none; done: contacts, exchanges and meetings; attempts: those that did
    not succeed. Both are sums of shares.
    """
    places = np.asarray(row_of, dtype="int32")
    row = np.where(places < 0, rows, places)[entries["agency"].to_numpy()]
    first = row * (columns * 2) + (entries["kind"].cat.codes.to_numpy() == ATTEMPT)
    at = first[placed["entry"].to_numpy()] + placed["column"].to_numpy() * 2
    sums = np.bincount(at, weights=placed["share"].to_numpy(), minlength=(rows + 1) * columns * 2)[: rows * columns * 2]
    done, attempts = sums.reshape(-1, 2).T
    grid_row, grid_column = np.indices((rows, columns)).reshape(2, -1)
    return pd.DataFrame({"row": grid_row, "column": grid_column, "done": done, "attempts": attempts})


ATTEMPT = 1


def lines(
    entries: pd.DataFrame, placed: pd.DataFrame, row_of: Any, rows: int, *, aligned: bool, by_phase: bool = False
) -> pd.DataFrame:
    """One row per row, in whole lines: here (any of it in a column), elsewhere (a place, but in no column), undated (no usable place);
    and outside: the shares of `here` and `elsewhere` that fall outside the columns.

    here + elsewhere + undated is the number of entries; so is the sum of the cells + outside + undated.
    """
    row = np.asarray(row_of)[entries["agency"].to_numpy()]
    inside = np.bincount(placed["entry"], weights=placed["share"], minlength=len(entries))
    usable = entries["lined" if aligned else "dated"].to_numpy() | ((inside > 0) & by_phase)
    sums = {
        "here": usable & (inside > 0),
        "elsewhere": usable & (inside <= 0),
        "undated": ~usable,
        "outside": np.where(usable, np.maximum(0.0, FULL - inside), 0.0),
    }
    kept = row >= 0
    found = {name: np.bincount(row[kept], weights=one[kept].astype(float), minlength=rows)[:rows] for name, one in sums.items()}
    return pd.DataFrame({name: one if name == "outside" else one.astype("int64") for name, one in found.items()})
