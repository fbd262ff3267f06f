"""Agencies, findings and recommendations of a case as plain rows, to be taken along."""

from __future__ import annotations

import pandas as pd

from loaders import Case
from measures.about import addressed, agency_rows, points_by
from measures.citing import cite
from measures.names import full_names
from panels.about_learned import made_by
from panels.about_parts import counted_events

ASKED = ["Addressee", "No", "What is asked", "Made by", "By when", "Note", "Practice points", "Source"]


def taken_tables(case: Case, later: bool) -> dict[str, pd.DataFrame]:
    """The tables of the page as plain rows, by name: one row per agency, per finding, and per recommendation and addressee."""
    return {"agencies": agency_table(case, later), "findings": finding_table(case), "recommendations": recommendation_table(case)}


def _cited(case: Case, ids: tuple[str, ...]) -> str:
    points = case.practice[case.practice["practice_id"].isin(ids)]
    return ", ".join(cite(point.kind, point.number) for point in points.itertuples())


def agency_table(case: Case, later: bool) -> pd.DataFrame:
    """One row per agency in the order of the lanes; events known only later are counted where `later` is true."""
    rows = [
        (row.name, row.part, row.sector, row.area, row.says, row.events, _cited(case, row.points), row.note)
        for row in agency_rows(case.agencies, counted_events(case, later), case.practice).itertuples(index=False, name="Agency")
    ]
    heads = ["Agency", "Part", "Sector", "Area", "Contribution", "Events", "Practice points", "Note"]
    return pd.DataFrame(rows, columns=heads)


def finding_table(case: Case) -> pd.DataFrame:
    """One row per finding in the file's order."""
    points = points_by(case.practice, "findings")
    rows = [
        (one.number, one.kind, one.title, one.detail, _cited(case, points.get(one.finding_id, ())), ", ".join(one.source))
        for one in case.findings.itertuples()
    ]
    return pd.DataFrame(rows, columns=["No", "Kind", "Finding", "Note", "Practice points", "Source"])


def recommendation_table(case: Case) -> pd.DataFrame:
    """One row per addressee and recommendation: one made to two stands under both, as on the page."""
    if case.recommendations.empty:
        return pd.DataFrame(columns=ASKED)
    names = full_names(case)
    made = {one.recommendation_id: one for one in case.recommendations.itertuples()}
    points = points_by(case.practice, "recommendations")
    rows = []
    for to, recommendation in addressed(case.recommendations, names).itertuples(index=False):
        one = made[recommendation]
        cited = _cited(case, points.get(recommendation, ()))
        rows.append((to, one.number, one.title, made_by(one, names), one.by_when, one.detail, cited, ", ".join(one.source)))
    return pd.DataFrame(rows, columns=ASKED)
