"""The words on the room's screen that come before and after the events: content note, question, pause, break, end, and what it asks."""

from __future__ import annotations

from typing import Any

import pandas as pd

from exports.step_words import ANY_QUESTION
from exports.words import source
from measures.wording import counted, window
from panels.markup import Html, el, join
from panels.rooms import Room
from panels.stage_scene import Scene, first_event, morning_words, person_of, record_of

PROMPTS = (
    ("What was known", "What did your service know? Who else held something?"),
    ("What was expected", "What did you think would happen next?"),
    ("What was pulling", "What else was asking for you that week?"),
)
AFTER = (
    ("What worked", "What went well, for whom, and what made it possible?"),
    ("Today", "Would it be the same today, where you work?"),
    ("From here", "What would you keep, and what would you want to change?"),
)
NO_NOTE = "This case has no content note."


def content_note(shown: Scene) -> Html:
    """Before the case is opened: what it contains, two buttons, and where to turn."""
    about = shown.case.about
    note = about.content_note or NO_NOTE
    return el(
        "div",
        el(
            "div",
            el(
                "p",
                "Before this case is opened: it contains" if about.content_note else "Before this case is opened",
                cls="sg-lead",
            ),
            el("h1", note, cls="sg-note" + (" sg-long" if len(note) > 110 else "")),
            el(
                "p",
                "Some of us may have known this family, or one like it. You may step out at any moment, and you need not say why.",
            ),
            el(
                "p",
                "We look at each day as it looked then. What became known later stays off the screen until the room agrees to see it.",
            ),
            buttons(("yes", "Open the case", "Enter", True), ("leave", "Not now", "Esc", False)),
        ),
        el(
            "aside",
            el("h2", "Someone to talk to today"),
            el("p", "Named by the facilitator, in the room and by phone. They are not taking notes."),
            el("h2", "The screen can be blanked"),
            el("p", "Anyone may ask. Press ", el("kbd", "B"), ", or the black-screen button of the clicker."),
            el("h2", "What this is drawn from"),
            el("p", f"{source(shown.case)}. People are named by role. A published chronology is a selection.", cls="sg-muted"),
        ),
        cls="sg-page sg-opening",
    )


def buttons(*given: tuple[str, str, str, bool]) -> Html:
    """Buttons that do what a key does: act, words, key, and whether it is the first choice."""
    made = [
        el("button", words, el("kbd", key), type="button", data_act=act, cls="sg-button" + (" sg-first" if first else ""))
        for act, words, key, first in given
    ]
    return el("div", *made, cls="sg-buttons")


def question_words(shown: Scene) -> str:
    """The episode's question, or one that fits any episode."""
    return shown.row.question or ANY_QUESTION


def question(shown: Scene) -> Html:
    """The question of an episode, four things to ask, and where each service stands on the morning."""
    when = morning_words(shown)
    person = person_of(shown.case)
    name = person.name if person is not None else "the family"
    child = person is not None and f"{person.name} {person.role}".lower().removeprefix("the ").startswith("child")
    return el(
        "div",
        el("p", f"From {when[0].lower()}{when[1:]}" if when[:7] in ("Between", "About ") else f"From {when}", cls="sg-lead")
        if when
        else "",
        _headline(question_words(shown)),
        _columns((("The child" if child else "Daily life", f"What was an ordinary day like for {name}?"), *PROMPTS)),
        _where_we_stand(shown),
        cls=f"sg-page{' sg-close' if crowded(record_of(shown)) else ''}",
    )


def _headline(words: str) -> Html:
    size = " sg-longer" if len(words) > 100 else " sg-long" if len(words) > 60 else ""
    return el("h1", words, cls=f"sg-question{size}")


def _columns(prompts: tuple[tuple[str, str], ...]) -> Html:
    return el("div", *(el("div", el("h2", head), el("p", words)) for head, words in prompts), cls="sg-columns")


def crowded(found: pd.DataFrame) -> bool:
    """Whether what the services have on record takes so many lines that all around it is set closer."""
    return len(found) > 4 and sum(len(fact) for facts in found["facts"] for fact in facts) > 250


def _where_we_stand(shown: Scene) -> Html | str:
    found = record_of(shown)
    if found.empty:
        return ""
    blocks = [
        el(
            "div",
            el("h3", shown.names.get(one.agency, one.agency)),
            el(
                "p",
                join([f"{fact}. " for fact in one.facts]),
                f"And {counted(one.more, 'thing')} from before." if one.more else "",
            )
            if one.facts
            else el("p", "Nothing recorded.", cls="sg-muted"),
        )
        for one in found.itertuples()
    ]
    return el(
        "section",
        el("h2", f"Where we stand {_morning(shown)}: what each service has on record"),
        el("div", *blocks),
        cls="sg-stand",
    )


def _morning(shown: Scene) -> str:
    first = first_event(shown)
    if first is not None and first.dating == "exact" and shown.disclosure == "exact":
        return f"on the morning of {window(first.earliest, first.earliest)}"
    return "before this episode"


def pause(shown: Scene) -> Html:
    """The question again, once the room has seen what there is to see."""
    return el("div", el("p", "Before we go on", cls="sg-lead"), _headline(question_words(shown)), _columns(AFTER), cls="sg-page")


def end(shown: Scene) -> Html:
    """The last slide."""
    return el(
        "div",
        el("h1", "That was the last step. Thank you."),
        el("p", "What the room said is with the facilitator. If something stays with you, the person to talk to is still here."),
        cls="sg-calm",
    )


def pause_between(room: Room) -> Html:
    """The break: a heading, when it goes on, and that nobody must come back."""
    back = f"We go on at {room.break_at}." if room.break_at else "We go on when everybody is back."
    return el(
        "div",
        el("h1", "Break"),
        el("p", back, cls="sg-time"),
        el(
            "p",
            "If you would rather not come back in, that is all right. The facilitator says where to find the person to talk to today.",
        ),
        cls="sg-calm sg-break",
    )


def blank() -> Html:
    """The same calm ground without a word."""
    return el("div", cls="sg-calm sg-break", role="status", aria_label="The screen is blanked. Press B to show it.")


def ask_back(shown: Scene) -> Html:
    """Before the looking back of an episode opens."""
    return el(
        "div",
        el("h1", "Look back on this episode?"),
        el("p", "What the review says comes on to the screen: missed opportunities and good practice, side by side."),
        el("p", "Right goes on without it. M hides it again at any time."),
        buttons(("yes", "Look back", "M", True), ("next", "Go on without", "→", False)),
        cls="sg-calm",
    )


def ask_leave() -> Html:
    """Before the room's screen is left."""
    return el(
        "div",
        el("h1", "Leave the room’s screen?"),
        el("p", "The step is kept: this address brings the room back to it."),
        el("p", "The Timeline shows everything, the points of practice too."),
        buttons(("leave", "Stay", "Esc", True), ("yes", "Leave", "Enter", False)),
        cls="sg-calm",
    )


def head(shown: Scene, total: int, right: Any = "") -> Html:
    """Case and episode at the left, marking, step at the right, and a line that says where in the running order this is."""
    row, about = shown.row, shown.case.about
    place = f"Step {row.within} of {row.of}" if row.within else "Learning event"
    episode = f"Episode {row.number} of {row.episodes}: {row.episode_title}" if row.number else ""
    whose = f"as {shown.names.get(shown.agency, shown.agency)} could know it" if shown.agency else ""
    return join(
        [
            el(
                "header",
                el("b", about.title),
                el("span", episode),
                el("span", whose, cls="sg-whose") if whose else "",
                el("span", about.marking, cls="sg-marking") if about.marking else "",
                el("span", place, " · " if right else "", el("b", right) if right else "", cls="sg-right", id="stage-step"),
                cls="sg-head",
            ),
            _progress(row, total),
        ]
    )


def _progress(row: Any, total: int) -> Html:
    """A line as long as the running order, filled up to this step; an episode is a piece of it."""
    pieces = []
    for number in range(1, row.episodes + 1):
        share = (
            100 if row.kind == "end" or number < row.number else round(100 * row.within / row.of) if number == row.number else 0
        )
        pieces.append(el("i", el("i", style=f"width:{share}%"), cls="sg-here" if number == row.number else ""))
    said = f"Step {row.step + 1} of {total} of the whole running order"
    return el("div", *pieces, cls="sg-progress", role="img", aria_label=said)
