"""The room's screen under its keys: each press counts once, what is asked stays asked, and nothing ahead is on the page."""

import json
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

import pytest
import streamlit as st
from streamlit.runtime.scriptrunner import RerunData, RerunException
from streamlit.testing.v1 import AppTest

from loaders import read_library
from measures.running import running_order
from panels.rooms import ROOMS, Room
from panels.stage import _hear
from panels.stage_bar import bar_of
from panels.stage_keys import new_presses
from panels.stage_moves import asks, pressed
from panels.stage_scene import scene
from panels.stage_screens import ask_leave

ROOT = Path(__file__).resolve().parent.parent.parent
CASES = read_library().cases
CHILD_K = CASES["child-k"]
ORDER = running_order(CHILD_K.episodes, CHILD_K.events, CHILD_K.practice)
LAST = len(ORDER) - 1
BACK = int(ORDER.loc[ORDER["kind"] == "looking back", "step"].iloc[0])
ONE = "episode-anonymous-call"


def after(*acts, step=0, **given):
    """The room after some keys."""
    room = Room("calm-harbour", "child-k", step=step, episode_id=ORDER.at[step, "episode_id"], **given)
    for act in acts:
        room = pressed(room, act, ORDER, ("police", "lambeth-csc"))
    return room


def test_the_arrows_go_on_and_back_and_stop_at_both_ends():
    """From the note to the end and no further."""
    assert after("next", "next", "back").step == 1
    assert after("back").step == 0
    assert after("last").step == LAST
    assert after("last", "next").step == LAST
    assert after("last", "first").step == 0


def test_enter_opens_the_case_and_does_nothing_on_an_event():
    """Only what is asked can be agreed to."""
    assert after("yes").step == 1
    assert after("yes", step=2) == after(step=2)


def test_a_blank_screen_comes_back_at_the_same_step():
    """By B, or by the next press of a clicker, which then does not step."""
    assert after("blank", step=4).blank
    assert after("blank", "blank", step=4) == after(step=4)
    assert after("blank", "next", step=4) == after(step=4)
    assert after("break", "next", step=4) == after(step=4)
    assert after("break", "blank", step=4).break_ is False
    assert after("blank", "look", "yes", "episode:3", step=4) == after("blank", step=4)


def test_looking_back_is_asked_for_opened_and_hidden_again():
    """Right comes to the question whether to look back; Enter or M opens it; M hides it; Right goes on without."""
    room = after("next", step=BACK - 1)
    assert room.step == BACK
    assert asks(room, ORDER)
    assert after("next", "next", step=BACK - 1).step == int(ORDER.loc[ORDER["kind"] == "pause", "step"].iloc[0])
    for key in ("yes", "look"):
        opened = after(key, step=BACK)
        assert opened.revealed == {ONE}
        assert not asks(opened, ORDER)
    assert after("yes", "next", step=BACK).step == BACK + 1
    assert after("yes", "next", "look", step=BACK) == after(step=BACK)
    assert after("look", step=3).step == BACK
    assert after("look", step=3).revealed == frozenset()


def test_an_open_looking_back_is_hidden_at_an_event_without_leaving_it():
    """M at step 3: the room stays there, and Right later asks again."""
    assert after("look", step=3, revealed=frozenset({ONE})) == after(step=3)
    assert after("look", step=1, revealed=frozenset({ONE})) == after(step=1)


def test_who_leaves_is_told_that_the_timeline_keeps_nothing_off():
    """Before the answer, not after it."""
    assert "The Timeline shows everything, the points of practice too." in str(ask_leave())


@pytest.mark.parametrize(("revealed", "words"), [(frozenset(), "look back"), (frozenset({ONE}), "hide looking back")])
def test_the_bar_says_what_m_does_at_an_event(revealed, words):
    """Look back, or hide it again where it is open."""
    keys = bar_of(scene(CHILD_K, ORDER, 3, ""), after(step=3, revealed=revealed), False)["bar"]
    assert [said for act, _, said in keys if act == "look"] == [words]


def test_to_any_episode_and_to_any_agencys_view():
    """An episode that is not there and an agency that is not there change nothing."""
    assert ORDER.at[after("episode:3", step=4).step, "kind"] == "question"
    assert ORDER.at[after("episode:3", step=4).step, "number"] == 3
    assert after("episode:99", step=4) == after(step=4)
    assert after("agency:police", step=4).agency == "police"
    assert after("agency:police", "agency:", step=4).agency == ""
    assert after("agency:nobody", step=4) == after(step=4)


def test_the_question_the_child_and_the_keys_turn_over():
    """Q, C and H; the question goes with the step."""
    assert after("question", step=4).question
    assert after("question", "next", step=4).question is False
    assert after("child", step=4).child is False
    assert after("keys", "keys", step=4).keys


def told(window, *presses):
    return json.dumps({"id": window, "presses": presses})


def test_no_press_is_lost_and_none_is_taken_twice():
    """The last ones travel together: the second message brings two new ones, the third none; a new window starts at one."""
    heard = {}
    assert new_presses(told("a", [1, "next"]), heard) == ["next"]
    assert new_presses(told("a", [1, "next"], [2, "back"], [3, "next"]), heard) == ["back", "next"]
    assert new_presses(told("a", [1, "next"], [2, "back"], [3, "next"]), heard) == []
    assert new_presses(told("b", [1, "blank"]), heard) == ["blank"]
    assert heard == {"a": 3, "b": 1}


class Ending(dict):
    """A session state that ends the run at the given ask, as Streamlit does where another run is waiting."""

    def __init__(self, ask, **held):
        super().__init__(held)
        self.left = ask

    def _asked(self):
        self.left -= 1
        if self.left == 0:
            raise RerunException(RerunData())

    def get(self, *words):
        self._asked()
        return super().get(*words)

    def setdefault(self, *words):
        self._asked()
        return super().setdefault(*words)

    def __setitem__(self, *words):
        self._asked()
        super().__setitem__(*words)


@pytest.mark.parametrize("ask", [1, 2, 3, 4])
def test_a_run_that_is_ended_anywhere_acts_on_each_press_once(ask, monkeypatch):
    """Two steps on, whichever word to Streamlit ends the first run: the second run makes up for it and adds nothing."""
    said = SimpleNamespace(pressed=told("a", [1, "next"], [2, "next"]), size="1280x720")
    room = f"calm-ending-{'abcd'[ask - 1] * 2}"
    state = Ending(ask, **{"stage-listen": said})
    monkeypatch.setattr(st, "session_state", state)
    for _ in range(2):
        with suppress(RerunException):
            own = _hear(CHILD_K, ORDER, room)
    assert ROOMS.read(room, "child-k").step == 2
    assert (own.heard, own.drawn) == ({"a": 2}, -1)
    assert state["stage-size"] == "1280x720"


@pytest.mark.parametrize("said", [None, "", "no json", "[]", "{}", '{"id": "a", "presses": [["x", 1]]}'])
def test_a_message_that_says_nothing_is_no_press(said):
    """Whatever a browser sends."""
    assert new_presses(said, {}) == []


def opened(case_id, step, room="calm-test-harbour", **given):
    """The page of a room at a step, in a session of its own."""
    case = CASES[case_id]
    order = running_order(case.episodes, case.events, case.practice)
    ROOMS.leave(room, case_id)
    ROOMS.change(room, case_id, lambda now: Room(room, case_id, step=step, episode_id=order.at[step, "episode_id"], **given))
    app = AppTest.from_file(str(ROOT / "pages" / "present.py"), default_timeout=120)
    app.query_params["case"], app.query_params["room"] = case_id, room
    app.run()
    assert not app.exception
    return app


def test_a_case_that_is_not_there_opens_no_other():
    """The screen would cover the words that say so: it is not drawn, and the page Cases is one press away."""
    app = AppTest.from_file(str(ROOT / "pages" / "present.py"), default_timeout=120)
    app.query_params["case"] = "nosuch"
    app.run()
    assert not app.exception
    names = "birmingham, child-by, child-j, child-k, sophia"
    said = f"The link asks for the case 'nosuch', which is not in this library ({names})."
    assert [one.value.replace("\\", "") for one in app.warning] == [said]
    assert [one.proto.label for one in app.get("page_link")] == ["Cases: what is in this library"]
    assert "Before this case is opened" not in page_of(app)


@pytest.mark.parametrize(("step", "said"), [(0, "Step 1 of"), (LAST, f"Step {LAST + 1} of")])
def test_the_line_of_progress_counts_the_steps_there_are(step, said):
    """The last step is as many as there are."""
    assert f"{said} {LAST + 1} of the whole running order" in page_of(opened("child-k", step))


def page_of(app):
    """All that the page sends: texts, figures and what the component is given."""
    return "\n".join(str(getattr(one, "proto", "")) for one in app.main.children.values()) + "\n".join(
        str(one.proto) for kind in ("html", "plotly_chart", "bidi_component") for one in app.get(kind)
    )


@pytest.mark.parametrize("case_id", sorted(CASES))
def test_each_kind_of_step_opens_in_each_case(case_id):
    """Note, question, event, looking back open and closed, pause and end."""
    case = CASES[case_id]
    order = running_order(case.episodes, case.events, case.practice)
    for kind in ("note", "event", "looking back", "end"):
        step = int(order.loc[order["kind"] == kind, "step"].iloc[-1])
        opened(case_id, step, revealed=frozenset([order.at[step, "episode_id"]]))


def test_a_case_without_a_content_note_or_an_episode_is_shown_too(tmp_path, monkeypatch):
    """The smallest file: it says that there is no note, and goes through the whole case."""
    lines = "format: 1\ncase: {id: small, title: Small case}\nagencies: {police: {name: County Police}}\nevents:\n"
    (tmp_path / "small.yaml").write_text(
        lines + "  - {date: 2015-06-12, agency: police, title: Officers called}\n", encoding="utf-8"
    )
    monkeypatch.setenv("CASE_TIMELINES_FOLDER", str(tmp_path))
    for step, said in ((0, "This case has no content note."), (1, "The whole case"), (2, "Officers called")):
        ROOMS.leave("calm-small", "small")
        ROOMS.change("calm-small", "small", lambda now, step=step: Room("calm-small", "small", step=step))
        app = AppTest.from_file(str(ROOT / "pages" / "present.py"), default_timeout=120)
        app.query_params["case"], app.query_params["room"] = "small", "calm-small"
        app.run()
        assert not app.exception
        assert said in page_of(app)


def test_what_lies_ahead_is_not_in_what_the_page_sends():
    """Three steps of Child K: no title of a later event of the episode, no point, no finding, no later episode."""
    points = set(CHILD_K.practice["title"]) | set(CHILD_K.findings["title"])
    for step in (1, 4, BACK):
        said = page_of(opened("child-k", step))
        row = ORDER.iloc[step]
        ahead = ORDER[(ORDER["step"] > step) & (ORDER["kind"] == "event")]
        later = CHILD_K.events[CHILD_K.events["event_id"].isin([one for ids in ahead["event_ids"] for one in ids])]
        titles = set(later["title"]) | points | set(ORDER.loc[ORDER["number"] > row["number"], "episode_title"])
        assert {one for one in titles if one and one in said} == set()
        if row["kind"] == "event":
            assert CHILD_K.events.set_index("event_id").at[row["event_ids"][0], "title"] in said


def test_a_flagged_detail_is_not_sent_before_it_is_asked_for():
    """Child K: the violence that Ms A told of. The line opens on request only."""
    flagged = CHILD_K.events[CHILD_K.events["content"].map(len) > 0]
    steps = ORDER[ORDER["event_ids"].map(lambda ids: bool(ids) and ids[0] in set(flagged["event_id"]))]
    said = page_of(opened("child-k", int(steps["step"].iloc[0])))
    event = flagged.set_index("event_id").loc[steps["event_ids"].iloc[0][0]]
    facts = CHILD_K.facts.set_index("fact_id")["title"]
    assert "opens on request" in said
    assert not any(facts[one] in said for one in event["facts"])
