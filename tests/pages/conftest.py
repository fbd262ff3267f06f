"""The library a page reads: the small cases of tests/timelines, as they are or changed, or those that are shipped."""

import pytest

from tests.pages.across_cases import ROOT, opened

SMALL = ROOT / "tests" / "timelines"


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
        text = (SMALL / f"{case}.yaml").read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        (tmp_path / f"{case}.yaml").write_text(text, encoding="utf-8")
        monkeypatch.setenv("CASE_TIMELINES_FOLDER", str(tmp_path))
        return opened(page, case=case, **address)

    return run
