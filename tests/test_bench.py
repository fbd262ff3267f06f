"""The page of what was measured: each bench in its place, whichever was run last."""

import importlib
import inspect

import pytest

from bench import __main__ as bench
from bench.rows import Row


@pytest.fixture
def no_notes(tmp_path, monkeypatch):
    monkeypatch.setattr(bench, "NOTES", tmp_path / "none.md")


def row(ratio, goal):
    return Row("a thing", ratio, 1.0, ratio, goal, 5, "1 to 2")


def test_a_bench_run_alone_replaces_its_own_table_and_leaves_the_others(no_notes):
    """In the order of the list, with what was there before."""
    first = bench.page("", "density", "## density: months\n\nold")
    second = bench.page(first, "dates", "## dates: days\n\nnew")
    third = bench.page(second, "density", "## density: months\n\nnewer")
    assert third.split("\n\n")[3:] == ["## dates: days", "new", "## density: months", "newer\n"]


def test_a_missed_goal_is_said_by_how_much():
    assert [bench.verdict(row(ratio, goal)) for ratio, goal in ((0.5, 0.5), (1.0, 0.5), (3, 0), (0, 0), (2, None))] == [
        "met",
        "2 times",
        "not met",
        "met",
        "",
    ]


@pytest.mark.parametrize("name", bench.BENCHES)
def test_every_bench_yields_rows_when_told_how_often(name):
    """It is named in the list, opens with what it measures against what, and stands in the room's page."""
    module = importlib.import_module(f"bench.{name}")
    assert "runs" in inspect.signature(module.measure).parameters
    assert "gainst" in module.__doc__ or name in ("growth", "sessions")
    assert f"`{name}`" in (bench.NOTES.parent / "README.md").read_text(encoding="utf-8")
