"""The facilitator's window: it moves the room and follows it, keeps what the room says, and shows what is kept off its screen."""

import html
import math
import re
import time

import pytest
from streamlit.testing.v1 import AppTest

from exports.kept import Kept, private_folder
from loaders import read_library
from panels.menu import NOT_IN_THE_MENU, PAGES
from panels.rooms import ROOMS, jumped, new_word
from panels.standing import order_of
from tests.pages.opening import ROOT, opened

CASE = read_library(ROOT / "timelines").cases["child-k"]


@pytest.fixture
def word(tmp_path, monkeypatch):
    """A room of this test's own, and a folder for what is said in it."""
    monkeypatch.setenv("CASE_TIMELINES_CAPTURES", str(tmp_path / "kept"))
    return new_word()


def window(word, case="child-k"):
    """The facilitator's window of that room."""
    return opened("facilitator", case=case, room=word)


def said(page):
    return html.unescape(re.sub(r"<[^>]+>", " ", " ".join(one.proto.body for one in page.get("html"))))


def press(page, key):
    page.button(key=key).click()
    page.run()
    assert not page.exception
    return page


def test_it_is_reached_by_its_address_and_not_by_the_menu():
    """It opens in a window of its own, from the room's screen."""
    assert "facilitator" in [path for _, _, path in PAGES]
    assert NOT_IN_THE_MENU == ("facilitator",)


def test_the_content_note_stands_before_it(word):
    """As before every page of a case."""
    page = AppTest.from_file(str(ROOT / "pages" / "facilitator.py"), default_timeout=60)
    page.query_params.update({"case": "child-k", "room": word})
    page.run()
    assert [button.key for button in page.button] == ["gate-open", "gate-back"]


def test_next_and_back_move_the_room(word):
    """The room of the address, and no other."""
    page = window(word)
    press(press(page, "fac-press-next"), "fac-press-next")
    assert ROOMS.read(word, "child-k").step == 2
    press(page, "fac-press-back")
    assert ROOMS.read(word, "child-k").step == 1
    assert ROOMS.read(new_word(), "child-k").step == 0


def test_it_follows_what_another_window_does(word):
    """At its next look the page is at the room's step."""
    page = window(word)
    ROOMS.change(word, "child-k", lambda room: jumped(room, 2, tuple(order_of(CASE)["episode_id"])))
    page.run()
    assert "episode 1 of 10: The anonymous calls of autumn 2013" in said(page)


def test_blank_and_break_take_turns(word):
    """And their buttons say how to end them."""
    page = press(press(window(word), "fac-press-blank"), "fac-press-break")
    room = ROOMS.read(word, "child-k")
    assert (room.blank, room.break_) == (False, True)
    assert page.button(key="fac-press-break").label.startswith("End the break")


def test_a_closed_room_is_said(word):
    """Nobody has asked for this room's screen."""
    page = window(word)
    assert "The room's screen is not open." in said(page)


def test_what_is_kept_off_the_screen_stands_here(word):
    """The practice points of the episode, and what to show when the room has talked."""
    page = press(press(window(word), "fac-press-next"), "fac-press-next")
    words = said(page)
    assert "Kept off the room's screen until you show it" in words
    assert "When the room has talked: " in words


def test_looking_back_is_asked_for_once_an_episode(word):
    """A key pressed by mistake shows nothing; what is shown can be closed."""
    page = press(press(window(word), "fac-press-next"), "fac-press-next")
    press(page, "fac-back-open")
    assert ROOMS.read(word, "child-k").revealed == frozenset()
    press(page, "fac-back-yes")
    assert ROOMS.read(word, "child-k").revealed == {"episode-anonymous-call"}
    press(page, "fac-back-close")
    assert ROOMS.read(word, "child-k").revealed == frozenset()
    press(page, "fac-back-open")
    assert ROOMS.read(word, "child-k").revealed == {"episode-anonymous-call"}


def test_an_open_looking_back_is_closed_at_an_event_without_taking_the_room_away(word):
    """Only at the looking back is it said to be on the screen; step 2 stays step 2."""
    page = press(press(window(word), "fac-press-next"), "fac-press-next")
    press(press(page, "fac-back-open"), "fac-back-yes")
    page.run()
    assert "On the room's screen now: looking back" in said(page)
    ROOMS.change(word, "child-k", lambda room: jumped(room, 2, tuple(order_of(CASE)["episode_id"])))
    page.run()
    assert "On the room's screen now: looking back" not in said(page)
    assert "Open to the room: it comes on when the room looks back" in said(page)
    press(page, "fac-back-close")
    room = ROOMS.read(word, "child-k")
    assert (room.step, room.revealed) == (2, frozenset())


def kept(word):
    return Kept(private_folder(), word, "child-k").said()


def write(page, words):
    page.text_area(key="capture-text").input(words)
    return press(page, "capture-keep")


def test_what_the_room_says_is_kept_against_what_is_on_the_screen(word):
    """The first event of the first episode; the field is empty afterwards."""
    page = press(press(window(word), "fac-press-next"), "fac-press-next")
    page = write(page, "  We read the front sheet. ")
    one = kept(word)[0]
    assert (one.text, one.kind, one.step, one.about, one.about_id) == (
        "We read the front sheet.",
        "For the child",
        2,
        "event",
        "nspcc-call",
    )
    assert page.text_area(key="capture-text").value == ""
    assert "Step 2, For the child: We read the front sheet." in " ".join(said(page).split())


def test_nothing_is_kept_of_an_empty_field(word):
    """It says what to do."""
    page = write(window(word), "   ")
    assert kept(word) == []
    assert "Write what the room says first, then keep it." in said(page)


def test_a_draft_is_put_into_the_field_until_the_browser_has_surely_got_it(word):
    """A run was overtaken, even after it had drawn all, so the browser has an empty field: the next one fills it; later it is the writer's."""
    Kept(private_folder(), word, "child-k").keep_draft("half a sen")
    app = window(word)
    assert 0 < app.session_state["capture-first"] - time.monotonic() <= 3
    for until in (math.inf, time.monotonic() + 60):
        app.session_state["capture-first"], app.session_state["capture-text"] = until, ""
        app.run()
        assert app.text_area(key="capture-text").value == "half a sen"
    app.session_state["capture-first"], app.session_state["capture-text"] = time.monotonic(), "half a sentence"
    app.run()
    assert app.text_area(key="capture-text").value == "half a sentence"


def test_a_new_session_finds_notes_and_draft(word):
    """As after a reload by mistake."""
    write(window(word), "first")
    Kept(private_folder(), word, "child-k").keep_draft("half a sen")
    page = window(word)
    assert "first" in said(page)
    assert page.text_area(key="capture-text").value == "half a sen"


def test_a_note_is_deleted_and_taken_back(word):
    """Undo brings it back to its place."""
    page = write(window(word), "slip")
    name = kept(word)[0].said_id
    page = press(page, f"unsay-{name}")
    assert kept(word) == []
    press(page, "capture-back")
    assert [one.text for one in kept(word)] == ["slip"]


def test_a_disk_that_refuses_leaves_the_words_in_the_field(word, monkeypatch):
    """Nothing typed is lost."""
    page = window(word)
    monkeypatch.setattr("os.fsync", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    page = write(page, "keep me")
    assert page.text_area(key="capture-text").value == "keep me"
    assert "This could not be written on this machine: No space left on device. It is still in the field." in said(page)


def test_the_end_deletes_the_notes_and_begins_again(word):
    """After it was asked for twice."""
    page = press(window(word), "fac-press-next")
    page = press(write(page, "note"), "capture-end")
    assert [one.text for one in kept(word)] == ["note"]
    press(page, "end-yes")
    assert kept(word) == []
    assert ROOMS.read(word, "child-k").step == 0


def test_markup_in_a_note_is_shown_as_written(word):
    """Text is data here too."""
    page = write(window(word), "<img src=x onerror=alert(1)> **b** $x$")
    body = " ".join(one.proto.body for one in page.get("html"))
    assert "&lt;img src=x onerror=alert(1)&gt; **b** $x$" in body


@pytest.mark.parametrize("case", ["sophia", "birmingham"])
def test_every_step_of_a_case_can_be_stood_at(word, case):
    """Undated events, months only, many agencies: the first thirty steps."""
    page = window(word, case)
    for _ in range(30):
        page = press(page, "fac-press-next")
