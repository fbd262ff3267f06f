"""A few hundred of the mutated chronologies of bench/fuzz.py, the same on every run; the many are tried by hand."""

import signal
import sys

import pytest

from bench.fuzz import LONGEST_SECONDS, made, mutations, tried


def test_mutated_chronologies_end_in_frames_or_in_an_error_with_a_line():
    """By chance: no traceback, and no problem of an entry without a line."""
    became = [tried(text) for text in mutations(400, seed=2026)]
    assert [one for one in became if one[0] not in ("frames", "refused")] == []
    assert {one for one, _ in became} == {"frames", "refused"}


def test_chronologies_out_of_the_formats_own_keys_do_too():
    """Made by hypothesis, with values where they do not belong."""
    became = []
    made(100, seed=2026, use=lambda text: became.append(tried(text)))
    assert [one for one in became if one[0] not in ("frames", "refused")] == []
    assert len(became) >= 100


@pytest.mark.skipif(sys.platform == "win32", reason="the alarm is POSIX's")
@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 100_000,
        "a: " + "{b: " * 50_000,
        "- " * 50_000,
        "? " * 50_000,
        "a: &x [x]\nb: [" + "*x, " * 50_000 + "]",
        "events:\n" + "  - title: x\n    date: {after: y, days: 1}\n" * 5_000,
        "events:\n" + "".join(f"  - title: x\n    date: {{after: y{one}, days: 1}}\n" for one in range(5_000)),
        "events:\n" + "".join(f"  e{one}:\n    date: {{after: e{one + 1}}}\n" for one in range(5_000)),
        "case:\n  id: " + "a-" * 50_000 + "b",
        "case:\n  title: " + "-" * 500_000,
        "agencies:\n" + "".join(f"  a{one}:\n    nmae: x\n" for one in range(3_000)),
    ],
    ids=[
        "flow lists",
        "flow mappings",
        "lists",
        "keys",
        "aliases",
        "nowhere",
        "many nowheres",
        "chain",
        "long id",
        "long title",
        "misspelt",
    ],
)
def test_nothing_takes_more_than_five_seconds(text):
    """Deep, long and repetitive texts: an answer in time."""

    def ring(*about):
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, 6 * LONGEST_SECONDS)  # a test machine may be busy
    try:
        became = tried(text)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert became[0] in ("frames", "refused")
