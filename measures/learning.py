"""What the reviews of many cases say in common: themes, points by days before the incident, and every text to search."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd

from measures.between import days_between
from measures.citing import cite
from measures.points import COUNTS, NONE, SIGNS

POINTS = "case_id practice_id cited sign kind title themes sectors agencies days_least days_most source number".split()


def points_of(practice: pd.DataFrame, agencies: pd.DataFrame, case_id: str = "") -> pd.DataFrame:
    """One row per practice point of a case: case_id, practice_id, cited (M10), sign, themes, the sectors of its agencies, title, source."""
    sectors = dict(zip(agencies["agency_id"], agencies["sector"], strict=True))
    found = practice[
        ["practice_id", "number", "kind", "basis", "judged_by", "title", "themes", "agencies", "events", "source"]
    ].copy()
    found["case_id"] = case_id
    found["sign"] = found["kind"].map(SIGNS)
    found["cited"] = list(map(cite, found["kind"], found["number"]))
    found["sectors"] = [tuple(dict.fromkeys(sectors.get(one, "") or NONE for one in ids)) or (NONE,) for ids in found["agencies"]]
    found["themes"] = found["themes"].map(lambda ids: ids or (NONE,))
    return found


def theme_cells(points: pd.DataFrame, column: str) -> pd.DataFrame:
    """One row per theme and case (column 'case_id') or sector ('sectors') that a point joins: theme, agency, missed, good, mixed, points.

    agency holds the case or the sector, so that the same matrix draws it. A point with two sectors stands in two cells:
    cells may add up to more than the points there are.
    """
    placed = points[["case_id", "practice_id", "cited", "sign", "themes"]].assign(agency=points[column])
    placed = placed.explode("themes").explode("agency")
    placed = placed.drop_duplicates(["themes", "agency", "case_id", "practice_id"])
    rows = []
    for (theme, agency), own in placed.groupby(["themes", "agency"], sort=False):
        tally = own["sign"].value_counts()
        rows.append((theme, agency, *(int(tally.get(sign, 0)) for sign in COUNTS), tuple(own["cited"])))
    return pd.DataFrame(rows, columns=["theme", "agency", *COUNTS, "points"])


def line_totals(points: pd.DataFrame, column: str, names: Mapping[str, str], key: str) -> pd.DataFrame:
    """One row per value of `column` (themes, sectors or case_id), the one with most points first: key, name, missed, good, mixed, total.

    A point counts once in each of its values.
    """
    placed = points[["practice_id", "sign"]].assign(case=points["case_id"], value=points[column]).explode("value")
    tally = placed.groupby(["value", "sign"], sort=False).size().unstack(fill_value=0).reindex(columns=COUNTS, fill_value=0)
    found = tally.reset_index(names=key) if len(tally) else pd.DataFrame(columns=[key, *COUNTS])
    found.insert(1, "name", [names.get(one, one) for one in found[key]])
    found["total"] = found[COUNTS].sum(axis=1).astype(int)
    return found.sort_values(["total", "name"], ascending=[False, True], kind="stable", ignore_index=True)


RECURRING = "theme name cases in_points in_findings in_recommendations missed good mixed".split()


def recurring(
    points: pd.DataFrame, findings: pd.DataFrame, recommendations: pd.DataFrame, names: Mapping[str, str], least: int = 3
) -> pd.DataFrame:
    """One row per theme that at least so many reviews have in a practice point, a finding or a recommendation, most reviews first.

    findings, recommendations: with case_id and themes. cases: the ids of those reviews in order; in_points, in_findings,
    in_recommendations: how many reviews have it there; missed, good, mixed: points.
    """
    parts = {"in_points": points, "in_findings": findings, "in_recommendations": recommendations}
    where = {part: _theme_cases(own) for part, own in parts.items()}
    signs = points.explode("themes").groupby(["themes", "sign"]).size() if len(points) else pd.Series(dtype=int)
    rows: list[tuple[Any, ...]] = []
    for theme in dict.fromkeys(one for own in where.values() for one in own):
        cases = tuple(sorted(set().union(*(own.get(theme, set()) for own in where.values()))))
        if theme != NONE and len(cases) >= least:
            counts = [len(own.get(theme, ())) for own in where.values()]
            rows.append((theme, names.get(theme, theme), cases, *counts, *(int(signs.get((theme, one), 0)) for one in COUNTS)))
    rows.sort(key=lambda row: (-len(row[2]), -sum(row[6:]), row[1]))
    return pd.DataFrame(rows, columns=RECURRING)


def _theme_cases(rows: pd.DataFrame) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for case_id, themes in zip(rows["case_id"], rows["themes"], strict=True):
        for theme in themes:
            found.setdefault(theme, set()).add(case_id)
    return found


STEP, STEPS = 30, 12
BEFORE = "sign from_day to_day points least most".split()


def point_days(points: pd.DataFrame, practice: pd.DataFrame, events: pd.DataFrame, incident: str) -> pd.DataFrame:
    """One row per practice point and each of its dates: case_id, practice_id, sign, least, most (days before day 0) and weight.

    A point with a day of its own has that one; else it is shared in equal parts among its dated events, so that its weights
    add up to 1. least and most hold however the blurred dates fall, exact along a chain, negative after day 0. A point
    without a usable date, or every point of a case without a dated incident, has one row with NaN.
    """
    by_id = {event.event_id: event for event in events.itertuples()}
    zero = by_id.get(incident)
    rows = []
    for point, own in zip(points.itertuples(), practice.itertuples(), strict=True):
        days = [] if zero is None else _days_before(own, by_id, zero)
        for least, most in days or [(float("nan"), float("nan"))]:
            rows.append((point.case_id, point.practice_id, point.sign, least, most, 1 / max(1, len(days))))
    return pd.DataFrame(rows, columns="case_id practice_id sign least most weight".split())


def _days_before(point: Any, by_id: Mapping[str, Any], zero: Any) -> list[tuple[float, float]]:
    if point.own_date:
        days = [(float((zero.earliest - point.latest).days), float((zero.latest - point.earliest).days))]
    else:
        days = [days_between(by_id[one], zero) for one in point.events if one in by_id]
    return [(least, most) for least, most in days if pd.notna(least) and pd.notna(most)]


def before_incident(days: pd.DataFrame, step: int = STEP, steps: int = STEPS) -> pd.DataFrame:
    """One row per sign and period before the incident, the furthest first: sign, from_day, to_day, points.

    days: rows of `point_days`. Periods of `step` days (30 to 1 is the last) for `steps` of them, one for all before (from_day
    inf) and one for day 0 and after (from_day 0, to_day -inf). A blurred date is spread evenly over the days it may be, so
    the points of a sign add up to those that have a date.
    """
    edges = [-np.inf, 0.0, *(float(step * place) for place in range(1, steps + 1)), np.inf]
    dated = days[days["least"].notna()]
    rows = []
    for sign in COUNTS:
        own = dated[dated["sign"] == sign]
        shares = _spread(own["least"].to_numpy(), own["most"].to_numpy(), own["weight"].to_numpy(), edges)
        for place in range(len(edges) - 1, 0, -1):
            rows.append((sign, edges[place], edges[place - 1] + (1 if place > 1 else 0), shares[place - 1]))
    return pd.DataFrame(rows, columns=["sign", "from_day", "to_day", "points"])


def _spread(least: Any, most: Any, weight: Any, edges: list[float]) -> list[float]:
    """How much of the windows, each of whole days with both ends, falls above each edge up to and with the next."""
    found = []
    for low, high in pairwise(edges):
        inside = np.minimum(most, high) - np.maximum(least, low + 1) + 1
        found.append(float((np.clip(inside, 0, None) / (most - least + 1) * weight).sum()))
    return found


TEXTS = "case_id what number title detail to themes source practice_id sign".split()
WHATS = {"finding": "Finding", "recommendation": "Recommendation", "point": "Practice point"}


def learning_texts(
    findings: pd.DataFrame, recommendations: pd.DataFrame, practice: pd.DataFrame, names: Mapping[str, str], case_id: str = ""
) -> pd.DataFrame:
    """One row per finding, recommendation and practice point of a case: what (a key of WHATS), number, texts, to, themes, source.

    names: words for agency and theme ids; text: all its words folded to small letters, for a search.
    """
    rows = []
    for one in findings.itertuples():
        rows.append((case_id, "finding", one.number, one.title, one.detail, "", one.themes, one.source, "", ""))
    for one in recommendations.itertuples():
        to = ", ".join(names.get(agency, agency) for agency in one.to)
        rows.append((case_id, "recommendation", one.number, one.title, one.detail, to, one.themes, one.source, "", ""))
    for one in practice.itertuples():
        said = " ".join(part for part in (one.happened, one.expected, one.known_then, one.why) if part)
        cited = cite(one.kind, one.number)
        agencies = ", ".join(names.get(agency, agency) for agency in one.agencies)
        rows.append(
            (case_id, "point", cited, one.title, said, agencies, one.themes, one.source, one.practice_id, SIGNS[one.kind])
        )
    found = pd.DataFrame(rows, columns=TEXTS)
    themes = found["themes"].map(lambda ids: " ".join(names.get(one, one) for one in ids))
    parts = [found[name].astype(str) for name in ("number", "title", "detail", "to")]
    found["text"] = [" ".join(row).casefold() for row in zip(*parts, themes, found["source"].map(" ".join), strict=True)]
    return found


def searched(texts: pd.DataFrame, words: str, theme: str = "", what: str = "") -> pd.DataFrame:
    """The rows of `learning_texts` in which every word stands, of that theme and that kind; blank lets everything pass."""
    wanted = words.casefold().split()
    kept = texts["text"].map(lambda text: all(word in text for word in wanted)).astype(bool)
    if theme:
        kept &= texts["themes"].map(lambda ids: theme in (ids or (NONE,))).astype(bool)
    if what:
        kept &= texts["what"] == what
    return texts[kept]
