"""What is written is what is kept: text stays text, and one way to write a section is as good as another."""

import pandas as pd
import pytest

from loaders.nodes import plain_text


@pytest.mark.parametrize(
    "value", ["3.10", "NO", "12:30", "0123", "23:03", "on", "null", "~", "1e3", "0x1F", "2015-06-12", "1_000"]
)
def test_every_scalar_stays_text(value):
    """No value is turned into a number, a truth or a clock."""
    assert plain_text(f"key: {value}", "a file").content == {"key": value}


@pytest.mark.parametrize("key", ["on", "NO", "12:30", "0123", "3.10"])
def test_every_key_stays_text(key):
    """The key `on` is not True."""
    assert plain_text(f"{key}: x", "a file").content == {key: "x"}


def test_texts_reach_the_frame_as_written(smallest, case_of):
    """A paragraph 3.10 is not 3.1, and a quarter past is not a number of seconds."""
    event = case_of(smallest + "    source: [3.10, 0123]\n    time: 23:03\n    place: NO\n").events.iloc[0]
    assert (event["source"], event["time"], event["place"]) == (("3.10", "0123"), "23:03", "NO")


@pytest.mark.parametrize("blank", ["", '""', "''", '"  "', "# a remark"])
def test_a_blank_value_is_as_if_the_key_were_not_there(smallest, case_of, blank):
    """A template with empty keys loads, quoted or not."""
    keys = "".join(f"    {key}: {blank}\n" for key in ("detail", "kind", "outcome", "facts", "shared_with", "hindsight", "times"))
    pd.testing.assert_frame_equal(case_of(smallest + keys).events, case_of(smallest).events)


def test_a_blank_line_of_a_list_is_no_value(smallest, case_of):
    """A dash with nothing behind it names nobody."""
    assert case_of(smallest + "    source:\n      - 1.1\n      -\n      - 1.2\n").events["source"].item() == ("1.1", "1.2")


def test_a_required_key_left_blank_is_to_be_filled_in(smallest, refused):
    """Blank is no value also where one is needed."""
    assert refused(smallest.replace("Officers called to the flat", '""')) == [
        "timelines/example.yaml: 1 problem",
        "line 11, event 1: key 'title' is blank; every event needs it. Fill it in.",
    ]


def test_a_file_from_another_editor_loads(smallest, case_of):
    """A byte order mark and Windows line ends change nothing but the bytes."""
    other = b"\xef\xbb\xbf" + smallest.replace("\n", "\r\n").encode()
    pd.testing.assert_frame_equal(case_of(other).events, case_of(smallest).events)


def test_the_smallest_file_loads(situation):
    """Eleven lines are a case."""
    case = situation("example")
    event = case.events.iloc[0]
    assert (case.id, case.title, len(case.events)) == ("example", "Example case", 1)
    assert (event["event_id"], event["agency"], event["title"], event["kind"], event["line"]) == (
        "event-1",
        "police",
        "Officers called to the flat",
        "other",
        9,
    )


SECTIONS = {
    "agencies": ("police", "name: County Police"),
    "people": ("child", "name: Child"),
    "phases": ("first", "title: First"),
    "periods": ("bail", "title: Bail"),
    "practice": ("point", "title: A point\n    kind: mixed"),
    "findings": ("finding", "title: A finding"),
    "recommendations": ("remedy", "title: A remedy"),
    "facts": ("bruise", "title: A bruise"),
    "episodes": ("talk", "title: A talk"),
    "discrepancies": ("two-ages", "title: Two ages"),
}


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_reads_the_same_as_mapping_and_as_list(smallest, case_of, section):
    """`police:` with its keys below is `- id: police`."""
    name, keys = SECTIONS[section]
    base = smallest.replace("agencies:\n  police:\n    name: County Police\n", "") if section == "agencies" else smallest
    as_mapping = case_of(f"{base}{section}:\n  {name}:\n    {keys}\n")
    as_list = case_of(f"{base}{section}:\n  - id: {name}\n    {keys}\n")
    pd.testing.assert_frame_equal(getattr(as_mapping, section), getattr(as_list, section))
    assert name in getattr(as_list, section).iloc[:, 0].tolist()


def test_events_may_be_a_mapping_too(smallest, case_of):
    """An event may stand under its id."""
    keys = "    date: 2015-06-12\n    agency: police\n    title: Call\n"
    head = smallest.split("events:")[0]
    mapping, listed = case_of(f"{head}events:\n  call:\n{keys}"), case_of(f"{head}events:\n  - id: call\n{keys}")
    pd.testing.assert_frame_equal(mapping.events, listed.events)


def test_a_list_may_be_one_value(smallest, case_of):
    """One person, one paragraph and one share need no dash."""
    people = "people:\n  child:\n    name: Child\n"
    one = "    people: child\n    source: 1.1\n    mode: phone\n    shared_with:\n      agency: family\n"
    many = "    people: [child]\n    source: [1.1]\n    mode: [phone]\n    shared_with:\n      - agency: family\n"
    as_one, as_list = case_of(smallest + one + people), case_of(smallest + many + people)
    pd.testing.assert_frame_equal(as_one.events, as_list.events)
    pd.testing.assert_frame_equal(as_one.shares, as_list.shares)
