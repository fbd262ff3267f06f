"""Practice points: which are left under the filters, and how many there are by theme and agency."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from measures.citing import GLYPHS, cite
from measures.wording import counted, listed

NONE = "-"
SIGNS = {"missed opportunity": "missed", "good practice": "good", "mixed": "mixed"}
COUNTS = ["missed", "good", "mixed"]
KINDS = {"missed": ("missed opportunity", "mixed"), "good": ("good practice", "mixed")}


@dataclass(frozen=True)
class PointChoice:
    """The filters of a list of points; blank lets everything pass.

    kind: all, missed or good (a mixed point is both); stated: only what the source itself says; theme,
    agency: points that name it, or none at all where it is '-'; search: words that all must stand in it.
    """

    kind: str = "all"
    stated: bool = False
    theme: str = ""
    agency: str = ""
    search: str = ""


def passing_points(practice: pd.DataFrame, texts: pd.Series, choice: PointChoice) -> pd.DataFrame:
    """One row per point, in the order given: practice_id, a flag per filter, and `shown` where all are true."""
    words = choice.search.casefold().split()
    flags = pd.DataFrame({"practice_id": practice["practice_id"]})
    flags["kind"] = practice["kind"].isin(KINDS.get(choice.kind, tuple(SIGNS)))
    flags["basis"] = practice["basis"].eq("stated") | (not choice.stated)
    flags["theme"] = _naming(practice["themes"], choice.theme)
    flags["agency"] = _naming(practice["agencies"], choice.agency)
    flags["search"] = texts.map(lambda text: all(word in text for word in words)).astype(bool)
    flags["shown"] = flags.drop(columns="practice_id").all(axis=1)
    return flags


def _naming(lists: pd.Series, wanted: str) -> pd.Series:
    return lists.map(lambda ids: not wanted or wanted in (ids or (NONE,))).astype(bool)


def left_points(flags: pd.DataFrame, *aspects: str) -> pd.Series:
    """Which points pass every filter but `aspects`: what their own counts are taken from."""
    return flags.drop(columns=["practice_id", "shown", *aspects]).all(axis=1)


def point_texts(practice: pd.DataFrame, names: Mapping[str, str]) -> pd.Series:
    """What a search looks through, per point: number as cited, own words, paragraphs, and what its ids are called."""
    texts = []
    for point in practice.itertuples():
        ids = (*point.agencies, *point.themes, *point.findings, *point.recommendations)
        said = (point.title, point.expected, point.happened, point.known_then, point.why, point.words)
        texts.append(
            " ".join([cite(point.kind, point.number), *said, *point.source, *(names.get(one, one) for one in ids)]).casefold()
        )
    return pd.Series(texts, index=practice.index, dtype=object)


def crossing(practice: pd.DataFrame) -> pd.DataFrame:
    """One row per theme and agency that a point joins: theme, agency, missed, good, mixed, points (as cited).

    A point with two agencies stands in two cells: cells add up to more than the points there are.
    """
    return _counted(practice, ["theme", "agency"])


def _counted(practice: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """One row per value of the keys; a point counts once in each."""
    placed = practice[["practice_id", "number", "kind"]].assign(sign=practice["kind"].map(SIGNS))
    for key, column in (("theme", "themes"), ("agency", "agencies")):
        placed[key] = practice[column].map(lambda ids: ids or (NONE,))
        placed = placed.explode(key) if key in keys else placed
    placed = placed.drop_duplicates([*keys, "practice_id"])
    rows = []
    for values, group in placed.groupby(keys, sort=False):
        tally = group["sign"].value_counts()
        cited = tuple(map(cite, group["kind"], group["number"]))
        rows.append((*values, *(int(tally.get(sign, 0)) for sign in COUNTS), cited))
    return pd.DataFrame(rows, columns=[*keys, *COUNTS, "points"])


def by_theme(practice: pd.DataFrame, shown: pd.Series, titles: Mapping[str, str]) -> pd.DataFrame:
    """One row per theme any point has, the one with most points first: theme, name, missed, good, mixed, total.

    Rows and their order come from all points, counts only from those shown: no row moves under a filter.
    """
    return _totals(practice, shown, "theme", {**titles, NONE: "No theme given"}, sort=True)


def by_agency(practice: pd.DataFrame, shown: pd.Series, names: Mapping[str, str]) -> pd.DataFrame:
    """One row per agency any point names, in the order of the lanes: agency, name, missed, good, mixed, total."""
    found = _totals(practice, shown, "agency", {**names, NONE: "No agency named"}, sort=False)
    order = {agency: place for place, agency in enumerate([*names, NONE])}
    return found.sort_values("agency", key=lambda ids: ids.map(order)).reset_index(drop=True)


def _totals(practice: pd.DataFrame, shown: pd.Series, key: str, names: Mapping[str, str], *, sort: bool) -> pd.DataFrame:
    rows, now = _counted(practice, [key]), _counted(practice[shown], [key]).set_index(key)
    if sort:
        most = rows[COUNTS].sum(axis=1)
        rows = rows.loc[most.sort_values(ascending=False, kind="stable").index].reset_index(drop=True)
    found = pd.DataFrame({key: rows[key], "name": rows[key].map(lambda one: names.get(one, one)).astype(object)})
    counts = now.reindex(rows[key])[COUNTS].fillna(0).astype(int).reset_index(drop=True)
    return pd.concat([found, counts, counts.sum(axis=1).rename("total")], axis=1)


def kind_counts(practice: pd.DataFrame) -> dict[str, int]:
    """Points by kind, each counted once: missed, good and mixed."""
    found = practice["kind"].map(SIGNS).value_counts()
    return {sign: int(found.get(sign, 0)) for sign in COUNTS}


def kinds_in_words(practice: pd.DataFrame) -> str:
    """'22 missed opportunities, 12 good practice and 4 mixed'; kinds without a point are left out."""
    counts = kind_counts(practice)
    words = {
        "missed": counted(counts["missed"], "missed opportunity", "missed opportunities"),
        "good": f"{counts['good']} good practice",
        "mixed": f"{counts['mixed']} mixed",
    }
    return listed([words[sign] for sign in COUNTS if counts[sign]]) or "no practice points"


def finding_of(themes: pd.DataFrame, agencies: pd.DataFrame, total: int) -> str:
    """The matrix in a sentence: which theme and which agency have most of the points shown; ties are named."""
    if not total:
        return "No practice point passes the filters."
    first, then = _most(themes, "theme", "themes", total), _most(agencies, "agency", "agencies", total)
    return f"{first}; {then[0].lower()}{then[1:]}."


def _most(rows: pd.DataFrame, noun: str, plural: str, total: int) -> str:
    most = int(rows["total"].max())
    names = list(rows.loc[rows["total"] == most, "name"])
    if len(names) == 1:
        return f"The {noun} with most points is {names[0]} ({most} of {total})"
    if len(names) > 3:
        return f"{len(names)} {plural} share the most points ({most} of {total} each)"
    return f"The {plural} with most points are {listed(names)} ({most} of {total} each)"


def cell_words(missed: int, good: int, mixed: int) -> str:
    """A cell of the table: '◆ 3, ★ 1', blank where there is no point."""
    counts = zip(GLYPHS.values(), (missed, good, mixed), strict=True)
    return ", ".join(f"{glyph} {count}" for glyph, count in counts if count)


def basis_words(basis: str, judged_by: str) -> str:
    """Whose judgement it is: 'stated by the review', 'inferred, not stated'."""
    return f"stated by the {judged_by}" if basis == "stated" else "inferred, not stated"
