"""Everything has its place: lanes in order, every event a mark, and nothing moves when something is hidden."""

import itertools

import pandas as pd
import pytest

from charts.palette import GLYPH

CASES = "birmingham child-by child-j child-k sophia".split()


def own_marks(drawn):
    return [(lane, mark) for lane in drawn.layout.lanes.values() for mark in lane.marks if not mark.ghost]


def test_lanes_stand_in_file_order_under_the_family(drawn_of):
    """The family first, then the agencies of the file; one without an entry last."""
    drawn = drawn_of("date: 2015-03-01, agency: clinic, title: A", "date: 2015-02-01, agency: police, title: B")
    lanes = list(drawn.layout.lanes.values())
    assert [lane.lane.lane_id for lane in lanes] == ["family", "police", "clinic", "no-entry"]
    assert [lane.top for lane in lanes[1:]] == [lane.bottom for lane in lanes[:-1]]
    assert lanes[0].top == drawn.layout.lanes_top


@pytest.mark.parametrize("name", CASES)
def test_every_event_of_the_range_has_a_mark_one_can_see(shipped, name):
    """In its own lane, at least two px wide and inside the plot; what lies outside the range is counted, the rest undated."""
    for drawn in shipped[name]:
        marks = drawn.marks()
        undated = {mark.event.event_id for lane in drawn.layout.lanes.values() for mark in lane.undated}
        outside = sum(len(lane.earlier) + len(lane.later) for lane in drawn.layout.lanes.values())
        for event in drawn.case.events.itertuples():
            ends = [day for day in (event.earliest, event.latest) if pd.notna(day)]
            if not ends:
                assert event.event_id in undated
            elif drawn.axis.holds(ends[0], ends[-1]):
                mark = marks[event.event_id]
                assert mark.box.right - mark.box.left >= 2
                assert 0 <= mark.x <= drawn.axis.width
        assert len(marks) + len(undated) + outside == len(drawn.case.events)
        assert all(mark.event.agency in lane.lane.agencies for lane, mark in own_marks(drawn))


@pytest.mark.parametrize("name", CASES)
def test_no_mark_or_title_of_a_shipped_case_hides_another(shipped, name):
    """Read over every row of every lane."""
    for drawn in shipped[name]:
        for lane in drawn.layout.lanes.values():
            boxes = [mark.box for mark in lane.marks] + [stretch.box for stretch in lane.stretches]
            rows = {}
            for box in boxes:
                rows.setdefault(box.row, []).append((box.left, box.right))
                if box.title and not box.inside_left <= box.title_left <= box.inside_left + 0.01:
                    rows[box.row].append((box.title_left, box.title_left + len(box.title) * GLYPH))
            for spans in map(sorted, rows.values()):
                assert all(end <= start + 0.01 for (_, end), (start, _) in itertools.pairwise(spans))


def test_a_day_a_window_and_a_length_have_forms_of_their_own(drawn_of):
    """One day is a mark; a blurred date a window; what lasts is a bar."""
    drawn = drawn_of(
        "id: day, date: 2015-03-01, agency: police, title: A",
        "id: window, date: 2015-04/2015-06, agency: police, title: B",
        "id: lasting, date: 2015-07/2015-09, agency: police, title: C, lasts: true",
        "id: open, date: 2015-10-01/.., agency: police, title: D",
    )
    assert {name: mark.form for name, mark in drawn.marks().items()} == {
        "day": "mark", "window": "window", "lasting": "lasting", "open": "window",
    }  # fmt: skip


def test_a_window_reaches_from_its_first_day_to_its_last(drawn_of):
    """Never shorter than the days it stands for."""
    drawn = drawn_of("id: window, date: 2015-04/2015-06, agency: police, title: B")
    box = drawn.marks()["window"].box
    assert (box.left, box.right) == (
        pytest.approx(drawn.axis.x(pd.Timestamp("2015-04-01"))),
        pytest.approx(drawn.axis.x(pd.Timestamp("2015-06-30"), end=True)),
    )


def test_undated_entries_stand_beside_the_axis_in_file_order(drawn_of):
    """Left of the first day, left to right."""
    drawn = drawn_of(
        "id: third, date: undated, agency: police, title: A",
        "id: first, date: 2015-01-05, agency: police, title: B",
        "id: fourth, date: undated, agency: police, title: C",
    )
    marks = drawn.layout.lanes["police"].undated
    assert [mark.event.event_id for mark in sorted(marks, key=lambda mark: mark.x)] == ["third", "fourth"]
    assert all(drawn.layout.left < mark.x < 0 for mark in marks)


def test_many_undated_entries_take_rows(drawn_of):
    """File order runs left to right and then down; the lane grows."""
    drawn = drawn_of(*(f"id: e{number:02}, date: undated, agency: police, title: A" for number in range(20)))
    lane = drawn.layout.lanes["police"]
    placed = sorted(lane.undated, key=lambda mark: (mark.y, mark.x))
    assert [mark.event.event_id for mark in placed] == [f"e{number:02}" for number in range(20)]
    assert lane.rows > 1


def test_events_out_of_the_range_are_counted_by_side(drawn_of):
    """Two before, one after, none of them drawn."""
    drawn = drawn_of(
        "id: a, date: 2014-03-01, agency: police, title: A",
        "id: b, date: 2014-03/2014-12, agency: police, title: B",
        "id: c, date: 2016-01-01, agency: police, title: C",
        "date: 2014-12-31/2015-01-01, agency: police, title: D",
    )
    lane = drawn.layout.lanes["police"]
    assert (lane.earlier, lane.later, len(lane.marks)) == (["a", "b"], ["c"], 1)


def test_what_is_hidden_is_not_counted_as_earlier_or_later(drawn_of, words):
    """Two before the days, one of them hidden; the only one after them hidden: the lane tells of one."""
    drawn = drawn_of(
        "id: a, date: 2014-03-01, agency: police, title: A",
        "id: b, date: 2014-04-01, agency: police, title: B",
        "id: c, date: 2016-01-01, agency: police, title: C",
    )
    assert [one for one in words(drawn.figure(hide=["a", "c"])) if "earlier" in one or "later" in one] == ["◂ 1 earlier"]
    assert [one for one in words(drawn.figure(hide=["a", "b", "c"])) if "earlier" in one or "later" in one] == []


def test_the_family_tells_of_what_lies_before_the_days_too(drawn_of, words):
    """Below the line of sightings, in the first row of its events."""
    drawn = drawn_of(
        "id: a, date: 2014-03-01, agency: family, title: Birth", "id: b, date: 2015-06-12, agency: family, title: Move"
    )
    assert "◂ 1 earlier" in words(drawn.figure())


def test_a_meeting_is_marked_in_the_lane_of_everyone_present(drawn_of):
    """Its own mark with the school, a ghost with the police."""
    drawn = drawn_of("id: meeting, date: 2015-03-01, agency: school, title: A, present: police",
                     "date: 2015-03-05, agency: police, title: B")  # fmt: skip
    ghosts = [mark.event.event_id for mark in drawn.layout.lanes["police"].marks if mark.ghost]
    assert (ghosts, [mark.ghost for mark in drawn.layout.lanes["school"].marks]) == (["meeting"], [False])


def test_the_same_case_has_the_same_layout(drawn_of):
    """Twice over."""
    lines = [f"id: e{day:02}, date: 2015-03-{day:02}, agency: police, title: Call {day}" for day in range(1, 29)]
    first, again = drawn_of(*lines), drawn_of(*lines)
    assert [(m.x, m.y, m.box) for m in first.marks().values()] == [(m.x, m.y, m.box) for m in again.marks().values()]


@pytest.mark.parametrize("name", CASES)
def test_hiding_events_moves_nothing(shipped, name):
    """With every second event hidden, the others stand where they stood."""
    drawn = shipped[name][0]
    hidden = set(drawn.case.events["event_id"][::2])

    def places(hide):
        return {
            (one, y): x
            for trace in drawn.figure(hide=hide)["data"]
            if trace.get("mode") == "markers" and trace.get("hoverinfo") == "text"
            for one, x, y in zip(trace["customdata"], trace["x"], trace["y"], strict=True)
        }

    whole, part = places(()), places(hidden)
    assert part == {key: x for key, x in whole.items() if key[0] not in hidden}
    assert 0 < len(part) < len(whole)


BADGED = """practice:
  - {id: one, kind: missed opportunity, basis: stated, title: One, events: early}
"""


def test_a_symbol_moved_by_its_badge_is_not_covered_by_its_title(drawn_of):
    """A window that began before the range: the title begins behind the symbol."""
    drawn = drawn_of("id: early, date: 2014-06/2015-06, agency: police, title: A long call", rest=BADGED)
    mark = drawn.marks()["early"]
    assert mark.box.title_left >= mark.x + drawn.sizes.mark / 2


@pytest.mark.parametrize("date", ["2015-01-02", "2015-01-02/2015-01-05", "2014-06/2015-06"])
def test_a_badge_moves_no_event_from_its_days(date, drawn_of):
    """At the beginning of the days there is no room left of the mark: the badge stands right of it, the mark where it stands without one."""
    event = f"id: early, date: {date}, agency: police, title: A long call"
    plain, badged = drawn_of(event).marks()["early"], drawn_of(event, rest=BADGED).marks()["early"]
    assert (badged.x, badged.box.left, badged.window) == (plain.x, plain.box.left, plain.window)
    assert badged.badges_left >= badged.x + 11 * 0.6
    assert badged.box.right >= badged.badges_left + 24


def test_a_badge_stands_left_of_its_mark_where_there_is_room(drawn_of):
    """24 px wide, right up to the mark."""
    mark = drawn_of("id: early, date: 2015-06-12, agency: police, title: A long call", rest=BADGED).marks()["early"]
    assert (mark.badges_left, mark.box.left) == (mark.box.left, mark.x - 8.4 - 24)


def test_choosing_an_event_moves_nothing(shipped):
    """A click must not shuffle the picture."""
    from tests.charts.conftest import Drawn

    drawn = shipped["child-k"][0]
    rows = {name: mark.box.row for name, mark in drawn.marks().items()}
    for chosen in list(rows)[:40]:
        again = Drawn(drawn.case, drawn.axis.first, drawn.axis.last, width=1872.0, chosen=chosen)
        assert {name: mark.box.row for name, mark in again.marks().items()} == rows


def test_past_six_hundred_events_neighbours_stand_together_and_none_is_lost(drawn_of):
    """700 events of one agency, a day or two apart: at most 220 things are drawn, and they hold all 700."""
    days = [pd.Timestamp("2015-01-01") + pd.Timedelta(hours=12 * number) for number in range(700)]
    events = [f"id: e{number}, date: {day.date()}, agency: police, title: Call" for number, day in enumerate(days)]
    lane = drawn_of(*events).layout.lanes["police"]
    assert len(lane.marks) + len(lane.clusters) <= 220
    held = [event for cluster in lane.clusters for event in cluster.events] + [mark.event.event_id for mark in lane.marks]
    assert sorted(held) == sorted(f"e{number}" for number in range(700))


def test_six_hundred_events_are_all_drawn_one_by_one(drawn_of):
    """The limit itself still shows every mark."""
    events = [f"id: e{number}, date: 2015-06-12, agency: police, title: Call" for number in range(600)]
    lane = drawn_of(*events).layout.lanes["police"]
    assert (len(lane.marks), len(lane.clusters)) == (600, 0)
