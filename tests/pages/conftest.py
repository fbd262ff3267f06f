"""The library a page reads: the small cases of tests/timelines, as they are or changed, or those that are shipped."""

import pytest

from tests.pages.opening import opened
from tests.small_cases import SMALL, put_changed


@pytest.fixture
def small_cases(monkeypatch):
    """Every page reads tests/timelines."""
    monkeypatch.setenv("CASE_TIMELINES_FOLDER", str(SMALL))


@pytest.fixture
def shipped(monkeypatch):
    """Every page reads the five cases as they are shipped."""
    monkeypatch.delenv("CASE_TIMELINES_FOLDER", raising=False)


@pytest.fixture
def changed(tmp_path, monkeypatch):
    """Opens a page on one small case, changed by pairs of texts, with an address."""

    def run(page, case, changes, address):
        put_changed(tmp_path, case, changes)
        monkeypatch.setenv("CASE_TIMELINES_FOLDER", str(tmp_path))
        return opened(page, case=case, **address)

    return run
