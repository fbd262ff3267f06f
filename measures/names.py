"""What agencies and people are called, by id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from loaders import Case
from measures.wording import listed


def short_names(case: Case) -> dict[str, str]:
    """Each agency as it is called where there is little room."""
    return dict(zip(case.agencies["agency_id"], case.agencies["short"], strict=True))


def full_names(case: Case) -> dict[str, str]:
    """Each agency by its whole name."""
    return dict(zip(case.agencies["agency_id"], case.agencies["name"], strict=True))


def person_names(case: Case) -> dict[str, str]:
    """Each person by the review's pseudonym, code or role."""
    return dict(zip(case.people["person_id"], case.people["name"], strict=True))


def names_of(case: Case) -> dict[str, str]:
    """Agencies, short, and people; other words stand for themselves."""
    return short_names(case) | person_names(case)


def called(names: Mapping[str, str], ids: Iterable[str]) -> str:
    """Ids and words as a list in words."""
    return listed([names.get(one, one) for one in ids])
