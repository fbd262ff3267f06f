"""Boxes of a row never touch, and titles stay out of boxes and of each other."""

import copy

from hypothesis import given
from hypothesis import strategies as st

from charts.packing import EDGE, GAP, Box, pack, titles
from charts.palette import GLYPH

WIDTH = 1000.0
PLACES = st.tuples(
    st.integers(0, 950), st.integers(2, 200), st.sampled_from(["", "Call", "Home visit by the nurse", "A very long title of a meeting held"]),
    st.integers(0, 4),
)  # fmt: skip


def boxes_of(places):
    return [
        Box(f"b{number}", float(left), float(min(left + wide, WIDTH)), label, weight, 13 * GLYPH if weight >= 3 else 0)
        for number, (left, wide, label, weight) in enumerate(places)
    ]


def test_boxes_that_touch_take_the_next_row():
    """The second begins within the first, the third five px behind its end."""
    boxes = [Box("a", 0, 100), Box("b", 50, 150), Box("c", 105, 120), Box("d", 104, 110)]
    assert pack(boxes) == 3
    assert [box.row for box in boxes] == [0, 1, 0, 2]


def test_rows_begin_where_they_are_told_to():
    """A lane whose first row is taken starts at the second."""
    box = Box("a", 0, 10)
    assert (pack([box], start=1), box.row) == (2, 1)


def test_nothing_needs_no_row():
    """No box, no row."""
    assert pack([]) == 0


@given(st.lists(PLACES, max_size=25))
def test_boxes_of_a_row_never_touch(places):
    """Between any two of a row lie at least five px."""
    boxes = boxes_of(places)
    rows = pack(boxes)
    assert all(0 <= box.row < rows for box in boxes)
    for one in boxes:
        for other in boxes:
            if one is not other and one.row == other.row:
                assert one.right + GAP <= other.left or other.right + GAP <= one.left


@given(st.lists(PLACES, max_size=25), st.randoms())
def test_the_same_boxes_land_in_the_same_rows(places, random):
    """Whatever order they come in."""
    boxes = boxes_of(places)
    mixed = copy.deepcopy(boxes)
    random.shuffle(mixed)
    pack(boxes)
    pack(mixed)
    assert {box.name: box.row for box in boxes} == {box.name: box.row for box in mixed}


@given(st.lists(PLACES, max_size=25))
def test_titles_never_cover_a_box_or_another_title_and_stay_in_the_picture(places):
    """Every title has room of its own in its row."""
    boxes = boxes_of(places)
    pack(boxes)
    titles(boxes, WIDTH)
    said = [(box, box.title_left, box.title_left + len(box.title) * GLYPH) for box in boxes if box.title]
    for box, left, right in said:
        assert left >= 0
        assert right <= WIDTH
        for other in boxes:
            if other.row == box.row:
                assert right <= other.left + 0.01 or other.right <= left + 0.01
        for other, start, end in said:
            if other is not box and other.row == box.row:
                assert right <= start + 0.01 or end <= left + 0.01


def test_the_heavier_title_is_written_first():
    """Room for one: the decision's title is there, the contact's is not."""
    light, heavy = Box("a", 0, 10, "A title of the lighter one", 0), Box("b", 500, 510, "Heavy", 3)
    other = Box("c", 530, 540, "Other heavy", 3)
    for box in (light, heavy, other):
        box.row = 0
    titles([light, heavy, other], 560)
    assert (light.title, light.title_left) == ("A title of the lighter one", 15.0)
    assert heavy.title == "Heavy"
    assert heavy.title_left + len(heavy.title) * GLYPH <= 500 - GAP


def test_a_title_leaves_room_at_the_right_end_for_wide_letters():
    """Five letters count 33.5 px; beside a mark that ends at 10, with 10 px around and 12 at the end, that is 65.5."""
    written = []
    for width in (65, 66):
        box = Box("a", 0, 10, "Nurse", row=0)
        titles([box], width)
        written.append(box.title)
    assert written == ["", "Nurse"]


def test_a_title_is_cut_at_a_word_or_left_out():
    """Twenty glyphs of room keep whole words and three dots; five leave none."""
    long, short = (Box("a", 0, 10, "Home visit by the nurse"), Box("b", 0, 10, "Home visit by the nurse"))
    for box, room in ((long, 20), (short, 5)):
        box.row = 0
        titles([box], 10 + 2 * GAP + room * GLYPH + 0.1 + EDGE)
    assert (long.title, short.title) == ("Home visit by the…", "")


def test_a_title_that_fits_inside_stands_inside():
    """A long bar carries its own title."""
    box = Box("a", 0, 300, "Home visit", inside=280, inside_left=12)
    box.row = 0
    titles([box], 320)
    assert (box.title, box.title_left) == ("Home visit", 12)
