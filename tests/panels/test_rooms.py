"""A room is one object for all its windows, and for nobody else's."""

import threading
from dataclasses import replace

import pytest

from panels.room_words import PLACES, QUALITIES
from panels.rooms import WORD, Room, Rooms, jumped, looked_back, moved, new_word, turned

STEPS = ("", "first", "first", "second", "")


class Clock:
    """A clock that is set by hand."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


def on(room):
    return moved(room, 1, STEPS)


def test_two_windows_with_the_same_word_are_in_one_room():
    """What one changes the other reads."""
    rooms = Rooms()
    assert rooms.change("quiet-harbour", "k", on).step == 1
    assert rooms.read("quiet-harbour", "k").step == 1


@pytest.mark.parametrize(("word", "case"), [("quiet-meadow", "k"), ("quiet-harbour", "j")])
def test_two_rooms_never_see_each_other(word, case):
    """Another word is another room, and so is another case under the same word."""
    rooms = Rooms()
    rooms.change("quiet-harbour", "k", on)
    assert (rooms.read(word, case).step, rooms.read(word, case).version) == (0, 0)


def test_no_change_is_lost_when_windows_press_at_once():
    """Eight windows, fifty presses each: four hundred steps and four hundred versions."""
    rooms = Rooms()
    steps = ("",) * 1000
    windows = [
        threading.Thread(target=lambda: [rooms.change("a", "k", lambda room: moved(room, 1, steps)) for _ in range(50)])
        for _ in range(8)
    ]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    assert (rooms.read("a", "k").step, rooms.read("a", "k").version) == (400, 400)


def test_what_changes_nothing_is_no_new_version():
    """So a window that asks need not draw again."""
    rooms = Rooms()
    assert rooms.change("a", "k", lambda room: turned(room, "blank", False)).version == 0


def test_the_room_idle_longest_is_forgotten():
    """A reading counts as use."""
    rooms = Rooms(most=2)
    for word in ("one", "two"):
        rooms.change(word, "k", on)
    rooms.read("one", "k")
    rooms.change("three", "k", on)
    assert [rooms.read(word, "k").step for word in ("one", "three", "two")] == [1, 1, 0]


def test_the_order_has_two_ends():
    """Neither end is passed, however often one presses."""
    room = Room("a", "k")
    assert moved(room, -1, STEPS) is room
    assert jumped(room, 99, STEPS).step == 4


def test_next_on_a_covered_screen_shows_the_same_step_again():
    """Nothing goes by unseen behind a blank screen or a break."""
    for cover in ("blank", "break_"):
        covered = turned(jumped(Room("a", "k"), 2, STEPS), cover)
        shown = moved(covered, 1, STEPS)
        assert (shown.step, shown.blank, shown.break_) == (2, False, False)


def test_a_break_and_a_blank_screen_take_turns():
    """One covers the screen, never both."""
    room = turned(turned(Room("a", "k"), "blank"), "break_")
    assert (room.blank, room.break_) == (False, True)


def test_a_step_on_puts_the_question_away():
    """The question over the caption belongs to the step where it was called."""
    assert not on(turned(Room("a", "k"), "question")).question


def test_looking_back_is_opened_for_one_episode_and_can_be_closed():
    """A reveal is deliberate and can be undone."""
    room = looked_back(Room("a", "k"), "first", True)
    assert room.revealed == {"first"}
    assert looked_back(room, "first", False).revealed == frozenset()


def test_the_clock_of_an_episode_stands_still_elsewhere_and_in_a_break():
    """60 s in the first, 30 s of break, 10 s more, 5 s in the second, 7 s in the first again: 77 s and 5 s."""
    clock = Clock()
    rooms = Rooms(clock=clock)

    def after(seconds, change):
        clock.now += seconds
        return rooms.change("a", "k", change)

    after(0, lambda room: jumped(room, 1, STEPS))
    after(60, lambda room: turned(room, "break_", True))
    after(30, lambda room: turned(room, "break_", False))
    after(10, lambda room: jumped(room, 3, STEPS))
    room = after(5, lambda room: jumped(room, 2, STEPS))
    clock.now += 7
    assert (room.seconds_in("first", clock.now), room.seconds_in("second", clock.now)) == (77, 5)


def test_the_rooms_window_is_open_while_it_asks():
    """Three seconds without a question and it counts as closed; to ask is no change to anybody."""
    clock = Clock()
    rooms = Rooms(clock=clock)
    assert not rooms.read("a", "k").is_open(clock.now)
    room = rooms.look("a", "k")
    assert room.is_open(clock.now + 2.9)
    assert not room.is_open(clock.now + 3)
    assert room.version == 0


def test_a_change_keeps_when_the_rooms_window_last_asked():
    """Seen and changed do not undo each other."""
    clock = Clock()
    rooms = Rooms(clock=clock)
    rooms.look("a", "k")
    assert rooms.change("a", "k", lambda room: replace(room, agency="police")).seen == 1000


def test_a_word_can_stand_in_an_address_and_name_a_file():
    """Small letters and hyphens only; more than ten million of them."""
    assert all(WORD.fullmatch(f"{quality}-{PLACES[0]}-{place}") for quality in QUALITIES for place in PLACES)
    assert len(set(QUALITIES)) * len(set(PLACES)) ** 2 > 10_000_000
    assert WORD.fullmatch(new_word())
    assert not any(WORD.fullmatch(one) for one in ("", "..", "a/b", "Quiet", "x" * 21, "a-b-c-d-e", "quiet harbour"))
