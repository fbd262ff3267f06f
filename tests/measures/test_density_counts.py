"""Counting some cases alone, and one kind at a time, gives what counting everything anew gives."""

from itertools import combinations

import numpy as np
import pandas as pd
import pytest

from loaders import read_library
from measures.columns import before_zero
from measures.comparing import comparison_rows
from measures.density_counts import added, countable, counts
from measures.entries import KINDS, agency_list, case_list, entry_list, only_cases
from measures.spread import place
from measures.together import together


@pytest.fixture(scope="module")
def five():
    """The shipped cases."""
    return list(read_library().cases.values())


def lists(cases):
    """Agencies, entries and cases of these."""
    whole = together(cases)
    return agency_list(whole), entry_list(whole), case_list(whole)


@pytest.mark.parametrize("places", [[0], [4], [1, 3], [0, 2, 4], []])
def test_some_cases_alone_are_what_they_are_without_the_others(five, places):
    """Their agencies, entries and rows, in the order of the library; the agencies of the entries are counted anew."""
    kept = only_cases(*lists(five), places)
    if not places:
        assert [len(one) for one in kept] == [0, 0, 0]
        return
    for one, alone in zip(kept, lists([five[at] for at in places]), strict=True):
        pd.testing.assert_frame_equal(one, alone, check_dtype=False)


@pytest.mark.parametrize("kinds", [one for many in (1, 2, 4) for one in combinations(KINDS, many)])
def test_the_kinds_counted_apart_add_up_to_all_of_them_counted_at_once(five, kinds):
    """Cells, lines beside the rows, and lines by case; 30 days before day 0."""
    agencies, entries, cases = lists(five)
    columns, (rows, row_of) = before_zero(30), comparison_rows(agencies, "sector")

    def of(some):
        own = countable(entries, some)
        laid = own, place(own, columns, aligned=True)
        return counts(laid, row_of, (len(rows), len(columns)), cases, aligned=True, by_phase=False)

    summed, at_once = added([of((kind,)) for kind in kinds]), of(kinds)
    for name in ("cells", "beside", "sums"):
        np.testing.assert_allclose(getattr(summed, name).to_numpy(dtype=float), getattr(at_once, name).to_numpy(dtype=float))
    assert summed.sums[["here", "elsewhere", "undated"]].to_numpy().sum() == len(countable(entries, kinds))
