"""The quick reader gives what the thorough one gives, or leaves the text to it."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.columns import frame
from loaders.nodes import plain_text
from loaders.problems import ChronologyError
from loaders.quick import quick_plain

HOUSE = Path(__file__).resolve().parent.parent.parent
GOOD = [file for place in ("timelines", "tests/timelines") for file in sorted((HOUSE / place).glob("*.yaml"))]


@pytest.mark.parametrize("file", GOOD, ids=lambda file: file.stem)
def test_a_good_file_reads_the_same_by_either_reader(file):
    """The same content, and for each event the line it begins on."""
    text = file.read_text(encoding="utf-8-sig")
    quick, thorough = quick_plain(text), plain_text(text, "x")
    assert quick is not None
    assert quick.content == thorough.content
    lines = {path: line for path, line in thorough.lines.items() if len(path) == 2 and path[0] == "events"}
    assert {path: line for path, line in quick.lines.items() if len(path) == 2} == lines


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\na: 2",
        "a: &x 1",
        "a: *x",
        "a: !!str 1",
        "a: ! 1",
        "a: !t {b: c}",
        "a: &x [b]",
        "[a]: b",
        "{a: b}: c",
        'a: "\\0"',
        "a: [" + "[" * 20 + "]" * 21,
        "a: b\n---\na: c",
        "- a",
        "a",
        "",
        "# only a comment",
        "a: b: c",
        "events: [a]",
        "events: {a: b}",
        "events: {a: {b: c}, a: {b: c}}",
        "events: !t [{b: c}]",
    ],
)
def test_what_may_have_to_be_told_is_left_to_the_thorough_reader(text):
    """Repeated keys, aliases, tags and the like: it says nothing itself, and lets nothing pass."""
    assert quick_plain(text) is None


YAMLISH = st.text(alphabet="ab:-[]{}, \n'\"#&*!|>?%\t0\x85\ufeff", max_size=40)


@given(YAMLISH)
def test_the_quick_reader_never_reads_what_the_thorough_one_refuses(text):
    """Whatever it reads, the thorough one reads the same, without a word."""
    quick = quick_plain(text)
    if quick is not None:
        try:
            thorough = plain_text(text, "x")
        except ChronologyError as error:
            pytest.fail(f"{text!r} is refused: {error}")
        assert (quick.content, thorough.problems) == (thorough.content, [])


def test_a_frame_keeps_its_kinds_without_a_row():
    """Days, counts, counts with gaps, flags and texts, in the order named."""
    made = frame([], "title earliest order days_least planned", "earliest", "order", "days_least")
    assert dict(made.dtypes.astype(str)) == {
        "title": "object",
        "earliest": "datetime64[s]",
        "order": "int64",
        "days_least": "float64",
        "planned": "bool",
    }
    assert len(made) == 0


def test_a_frame_holds_what_its_rows_hold():
    """The first day there is, no day, and tuples of one length that are no table."""
    rows = [{"earliest": date.min, "people": ("a", "b")}, {"earliest": None, "people": ("c", "d")}]
    made = frame(rows, "people earliest", "earliest")
    assert made["people"].tolist() == [("a", "b"), ("c", "d")]
    assert [str(day) for day in made["earliest"]] == ["0001-01-01 00:00:00", "NaT"]
