"""What the picture says is read from the figure itself."""

import json

import pandas as pd
import plotly.graph_objects as go
import pytest

from charts.palette import GOOD, INK, KINDS, MISSED, PAPER
from charts.text import cut, wrapped, written

NASTY = ["<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "$x$", "<b>A & B</b>", "&lt;i&gt;"]


def customs(traces):
    return [one for trace in traces for one in trace["customdata"]]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_its_symbol_and_colour(drawn_of, signs, kind):
    """The mark carries the event's id."""
    figure = drawn_of(f"id: one, date: 2015-03-01, agency: police, kind: {kind}, title: A").figure()
    (sign,) = signs(figure)
    assert (sign.says, sign.symbol) == ("one", KINDS[kind].symbol)
    assert sign.fill == (PAPER if KINDS[kind].hollow else KINDS[kind].colour)
    if KINDS[kind].hollow:
        assert sign.edge == KINDS[kind].colour


def test_no_two_kinds_look_alike():
    """Symbol, colour and filling together are a kind's own."""
    assert len({(sign.symbol, sign.colour, sign.hollow) for sign in KINDS.values()}) == len(KINDS)


def test_what_is_known_only_later_is_hollow_and_framed(drawn_of, named, signs):
    """Its fill is the paper's, its outline the kind's, and a dotted frame stands round it."""
    figure = drawn_of("id: late, date: 2015-03-01, agency: police, kind: contact, title: A, hindsight: true").figure()
    (sign,) = signs(figure)
    assert (sign.fill, sign.edge) == (PAPER, KINDS["contact"].colour)
    (frame,) = named(figure, "known only later")
    assert frame["line"]["dash"] == "dot"


def test_someone_present_has_a_hollow_mark_of_the_same_event(drawn_of, signs):
    """The police's lane shows the school's meeting; in the school's own it is filled."""
    drawn = drawn_of("id: meeting, date: 2015-03-01, agency: school, kind: meeting, title: A, present: police")
    fills = {sign.y: (sign.says, sign.fill) for sign in signs(drawn.figure())}
    present = {mark.ghost: mark.y for lane in drawn.layout.lanes.values() for mark in lane.marks}
    assert fills == {present[True]: ("meeting", PAPER), present[False]: ("meeting", KINDS["meeting"].colour)}


def test_a_blurred_date_is_hatched_and_a_length_is_not(drawn_of, named):
    """The hatching means 'within these days'."""
    figure = drawn_of(
        "date: 2015-04/2015-06, agency: police, title: B", "date: 2015-07/2015-09, agency: police, title: C, lasts: true"
    ).figure()
    window = named(figure, "within these days")
    lasting = [shape for shape in figure["layout"]["shapes"] if shape.get("name") == "lasts"]
    assert [trace["fillpattern"]["shape"] for trace in window] == ["/"]
    assert [(shape["fillcolor"], shape["layer"]) for shape in lasting] == [("rgba(79,90,104,0.12)", "below")]


PRACTICE = """practice:
  - {id: one, kind: missed opportunity, basis: stated, title: One, events: a}
  - {id: two, kind: good practice, basis: inferred, title: Two, events: b}
  - {id: three, kind: missed opportunity, basis: inferred, title: Three, events: b}
  - {id: four, kind: good practice, basis: stated, title: Four, events: c}
"""
THREE = [f"id: {one}, date: 2015-0{month}-01, agency: police, title: Call" for one, month in (("a", 3), ("b", 5), ("c", 7))]


SHAPES = {"missed opportunity": "diamond", "good practice": "star"}


def badges(figure, signs, kind):
    """The numbers on the badges of a kind, and whether they are hollow: the words that stand where a badge stands."""
    (said,) = [trace for trace in figure["data"] if trace.get("name") == "words"]
    places = [(round(x, 2), round(y, 2)) for x, y in zip(said["x"], said["y"], strict=True)]
    numbers = dict(zip(places, zip(said["text"], said["textfont"]["color"], strict=True), strict=True))
    found = []
    for sign in signs(figure, "badges"):
        if sign.symbol == SHAPES[kind] and sign.says != "key":
            text, colour = numbers[round(sign.x, 2), round(sign.y, 2)]
            hollow = sign.fill == PAPER
            assert colour == (sign.edge if hollow else PAPER)
            found.append((text, hollow, sign.says))
    return sorted(found)


def test_badges_are_numbered_and_hollow_where_inferred(drawn_of, signs):
    """The number of each point stands on it; the filling says whether the review itself judges."""
    figure = drawn_of(*THREE, rest=PRACTICE).figure()
    assert badges(figure, signs, "missed opportunity") == [("<b>1</b>", False, "a"), ("<b>3</b>", True, "b")]
    assert badges(figure, signs, "good practice") == [("<b>2</b>", True, "b"), ("<b>4</b>", False, "c")]


def test_badges_have_the_colour_and_the_shape_of_their_kind(drawn_of, signs):
    """Diamonds and stars, filled where stated, outlined where inferred, of equal weight."""
    figure = drawn_of(*THREE, rest=PRACTICE).figure()
    looks = [(one.symbol, one.fill, one.edge) for one in signs(figure, "badges") if one.says != "key" and one.symbol != "circle"]
    assert sorted(looks) == sorted(
        [("diamond", MISSED, MISSED), ("diamond", PAPER, MISSED), ("star", GOOD, GOOD), ("star", PAPER, GOOD)]
    )


def test_points_that_do_not_pass_have_no_badge(drawn_of, signs):
    """Hidden until the facilitator shows them."""
    figure = drawn_of(*THREE, rest=PRACTICE).figure(points=frozenset({"four"}))
    assert (badges(figure, signs, "missed opportunity"), badges(figure, signs, "good practice")) == (
        [],
        [("<b>4</b>", False, "c")],
    )


@pytest.mark.parametrize("text", NASTY)
def test_what_a_file_says_is_shown_as_written_and_never_run(drawn_of, words, text):
    """A title and a phase that look like markup are words on the picture."""
    quoted = json.dumps(text)
    drawn = drawn_of(
        f"date: 2015-03-01, agency: police, title: {quoted}, label: {quoted}",
        rest=f"phases:\n  - {{id: p, title: {quoted}, from: 2015-01, to: 2015-12}}\n",
    )
    said = words(drawn.figure())
    assert said.count(written(text)) == 2
    assert text == written(text) or text not in said


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        ("$x$", "&#36;x&#36;"),
        ("&lt;i&gt;", "&amp;lt;i&amp;gt;"),
    ],
)
def test_markup_is_turned_into_itself(text, says):
    """No tag, no formula, no entity is left for Plotly to read; it reads no Markdown."""
    assert written(text) == says
    assert wrapped(text) == says


def test_a_hover_is_broken_into_lines_at_words():
    """At most the given width, a longer word on a line of its own."""
    assert wrapped("one two three four", 9) == "one two<br>three<br>four"
    assert wrapped("") == ""


@pytest.mark.parametrize(
    ("room", "says"), [(23, "Home visit by the nurse"), (22, "Home visit by the…"), (12, "Home visit…"), (8, ""), (5, "")]
)
def test_text_is_cut_at_a_word(room, says):
    """Whole where it fits, else whole words and three dots, else nothing under nine letters."""
    assert cut("Home visit by the nurse", room, 9, 1) == says


OUTCOMES = {
    "received": ("solid", "triangle-up"),
    "late": ("11px,4px", "triangle-up"),
    "misdirected": ("2px,3px", "triangle-up"),
    "not received": ("solid", "x-thin-open"),
    "not shared": ("7px,5px", "circle-open"),
    "recorded only": ("solid", "square-open"),
    "not highlighted": ("solid", "square-open"),
    "unclear": ("4px,4px", "triangle-up-open"),
}
SHARED = "id: call, date: 2015-03-01, agency: police, title: Call, shared_with: {{agency: school, outcome: {outcome}}}"
ENDS = "passed on and due"
OTHER = "id: lesson, date: 2015-03-05, agency: school, title: Lesson"


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_each_outcome_has_its_line_and_its_end(drawn_of, named, signs, outcome):
    """A dash and an end symbol of its own; the end carries the event's id."""
    figure = drawn_of(SHARED.format(outcome=outcome), OTHER).figure()
    (line,), (end,) = named(figure, f"passed on: {outcome}"), signs(figure, ENDS)
    assert (line["line"]["dash"], end.symbol) == OUTCOMES[outcome]
    assert (end.says, end.fill) == ("call", line["line"]["color"])


def test_what_was_not_shared_stops_before_the_lane_it_was_for(drawn_of, signs):
    """An arrow that was received ends in the school's lane, one that was never sent does not."""
    received, missing = (drawn_of(SHARED.format(outcome=outcome), OTHER) for outcome in ("received", "not shared"))
    tops = received.layout.lanes["school"].top
    (end,), (stop,) = signs(received.figure(), ENDS), signs(missing.figure(), ENDS)
    assert end.y > tops > stop.y


def test_an_event_that_is_not_shown_has_no_arrow_mark_or_title(drawn_of, named, words):
    """Hidden is hidden."""
    drawn = drawn_of(SHARED.format(outcome="late"), OTHER)
    assert named(drawn.figure(), "passed on: late")
    figure = drawn.figure(hide={"call"})
    assert named(figure, "passed on") == []
    assert "Call" not in words(figure)
    assert "call" not in [one for trace in figure["data"] for one in trace.get("customdata") or ()]


def test_a_late_share_arrives_where_it_was_received(drawn_of, signs):
    """The end of the arrow stands at the day of its receipt."""
    event = "id: call, date: 2015-03-01, agency: police, title: Call, shared_with: {agency: school, outcome: late, received: 2015-06-01}"
    drawn = drawn_of(event, OTHER)
    (end,) = signs(drawn.figure(), ENDS)
    assert end.x == pytest.approx(drawn.axis.middle(pd.Timestamp("2015-06-01")))


def test_the_chosen_event_is_framed_and_bold(drawn_of, named, words):
    """One frame, and its title in bold."""
    drawn = drawn_of(*THREE, chosen="b")
    figure = drawn.figure(chosen="b")
    assert len(named(figure, "chosen")) == 1
    assert words(figure).count("<b>Call</b>") == 1
    assert named(drawn.figure(), "chosen") == []


def test_a_sighting_of_a_hidden_event_stays_on_the_line_and_leads_nowhere(drawn_of, signs):
    """Its dot is drawn among what the mouse passes over; that of the shown one leads to its event."""
    day = pd.Timestamp("2015-06-12")
    figure = drawn_of(*THREE).figure(hide={"b"}, sight=((day, day, "Police", "a"), (day, day, "Police", "b")))
    assert [one.says for one in signs(figure) if one.fill == INK] == ["a"]
    assert [one.says for one in signs(figure, "badges") if one.says != "key"] == ["b"]


def test_an_empty_picture_says_why(drawn_of, words):
    """The sentence of the empty state stands in it."""
    assert "Nothing passes." in words(drawn_of(*THREE).figure(hide={"a", "b", "c"}, empty="Nothing passes."))


def test_a_figure_is_plain_json(drawn_of):
    """Plotly takes it as it is."""
    assert json.loads(json.dumps(drawn_of(*THREE, rest=PRACTICE).figure()))["layout"]["width"] == 1200


@pytest.mark.parametrize("name", "birmingham child-by child-j child-k sophia".split())
def test_every_shown_event_of_a_shipped_case_leads_to_its_entry(shipped, name):
    """Each drawn mark carries an id of the case, and every event of the range is among them."""
    for drawn in shipped[name]:
        figure = drawn.figure()
        marks = [trace for trace in figure["data"] if trace.get("mode") == "markers" and trace.get("hoverinfo") == "text"]
        undated = {mark.event.event_id for lane in drawn.layout.lanes.values() for mark in lane.undated}
        assert set(customs(marks)) - {""} == set(drawn.marks()) | undated


@pytest.mark.parametrize("case", ["birmingham", "child-by", "child-j", "child-k", "sophia"])
def test_the_figure_of_every_shipped_case_is_one_that_plotly_accepts(shipped, case):
    """The app hands figures on unchecked, for speed: here Plotly checks every value of them."""
    for drawn in shipped[case]:
        made = go.Figure(drawn.figure())
        assert len(made.data) == len(drawn.figure()["data"])
