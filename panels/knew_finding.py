"""The sentence that says what the matrix of who knew what shows."""

from __future__ import annotations

import pandas as pd

from measures.wording import counted
from panels.knew_words import parted

KNEW = {False: "knew most", True: "each knew most"}
WERE = {False: "was", True: "were each"}


def finding(known: pd.DataFrame, many: int, names: dict[str, str], by: str) -> str:
    """The sentence that says what the matrix shows: who was not told most often, and who knew most."""
    told = known.loc[known["status"] == "not told", "agency"].value_counts(sort=False)
    knew_most = known.loc[known["status"] == "knows", "agency"].value_counts(sort=False)
    when = by[0].upper() + by[1:]
    if knew_most.empty:
        return f"{when}, no agency is sure to know any of the {counted(many, 'fact')}."
    most = f"{_leading(knew_most, names)} {KNEW[_ties(knew_most)]}, {knew_most.max()} of {counted(many, 'fact')}"
    if told.empty:
        return f"{when}, {most}. The file says of no agency that it was not told."
    of = "1 fact" if told.max() == 1 else f"{told.max()} facts"
    return f"{when}, the file says that {_leading(told, names)} {WERE[_ties(told)]} not told of {of}; {most}."


def _ties(numbers: pd.Series) -> bool:
    return bool((numbers == numbers.max()).sum() > 1)


def _leading(numbers: pd.Series, names: dict[str, str]) -> str:
    """The agencies with the highest number; counted where they are many."""
    found = [names[str(one)] for one, number in numbers.items() if number == numbers.max()]
    return parted(found) if len(found) < 5 else f"{len(found)} agencies"
