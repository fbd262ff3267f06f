"""The page of practice points, on three points whose numbers are worked out by hand."""

import pytest

from tests.pages.opening import opened, words


@pytest.fixture
def practice(small_cases):
    """Opens the page on the case 'points' (M1 police and school, G2 school, X3 of nobody), past its content note."""
    return lambda case="points", **address: opened("practice", case=case, **address)


def listed(app):
    """The points of the list, by id."""
    return [button.key.rpartition(":")[2] for button in app.button if (button.key or "").startswith("point:")]


def links(app):
    """Label and address of the links to the timeline."""
    return [(one.proto.label.replace("\\", ""), one.proto.query_string) for one in app.get("page_link")]


def test_every_point_is_listed_once_in_order_of_its_number(practice):
    """M1 has two agencies and two themes, and is still one line and one of three."""
    app = practice()
    assert listed(app) == ["told-nobody", "good-visit", "both"]
    assert "1 missed opportunity, 1 good practice and 1 mixed in Points by theme and agency, numbered once" in words(app)
    assert "<b>M1</b> Missed opportunity" in words(app)


@pytest.mark.parametrize(
    ("params", "expected"),
    [
        ({"practice": "missed"}, ["told-nobody", "both"]),
        ({"stated": "1"}, ["told-nobody"]),
        ({"theme": "information-sharing", "agency": "school"}, ["told-nobody", "good-visit"]),
        ({"agency": "-"}, ["both"]),
        ({"find": "good time"}, ["good-visit"]),
        ({"practice": "hidden"}, ["told-nobody", "good-visit", "both"]),
    ],
)
def test_a_link_carries_every_filter(practice, params, expected):
    """What the address asks for is what is listed; points hidden on the timeline are not hidden here."""
    assert listed(practice(**params)) == expected


def test_a_choice_among_the_filters_leaves_its_points(practice):
    """The theme 'Recording' has one point, and clearing brings back all three."""
    app = practice()
    next(one for one in app.selectbox if one.key.endswith(":theme")).select("recording").run()
    assert listed(app) == ["told-nobody"]
    assert app.query_params["theme"] in ("recording", ["recording"])
    next(one for one in app.button if one.key.endswith("clear-points")).click().run()
    assert listed(app) == ["told-nobody", "good-visit", "both"]


def test_a_chosen_point_says_everything_and_what_is_not_entered(practice):
    """Each question has its word; why it made sense is not in the file."""
    app = practice()
    next(one for one in app.button if one.key == "point:points:told-nobody").click().run()
    body = words(app)
    assert "<dt>Expected</dt><dd>The school is told.</dd>" in body
    assert '<dt>Why it made sense</dt><dd class="muted">Not entered in this file.</dd>' in body
    assert "<dt>Finding</dt><dd>1 Who tells whom</dd>" in body
    assert "<dt>Basis</dt><dd>Stated by the review: “should have been told”</dd>" in body
    assert app.query_params["point"] in ("told-nobody", ["told-nobody"])


def test_a_point_leads_to_its_events_on_the_timeline(practice):
    """The link names case, event and point, so that the way back finds the point again."""
    assert links(practice(point="told-nobody")) == [
        ("20 May 2015, County Police: Call", "case=points&event=call&point=told-nobody"),
    ]


def test_an_event_known_only_later_is_counted_and_not_named(practice):
    """The letter of G2 is hidden until what was known only later is asked for."""
    app = practice(point="good-visit")
    assert links(app) == [("Jun 2015, Primary school: Visit", "case=points&event=visit&point=good-visit")]
    assert "(1 event known only later is hidden)" in words(app)
    assert "Letter found" not in words(app)
    then = practice(point="good-visit", later="1")
    assert ("No date, Primary school: Letter found", "case=points&event=letter&point=good-visit&later=1") in links(then)


def test_a_point_without_an_event_says_so(practice):
    """X3 has a date of its own and nothing to lead to."""
    app = practice(point="both")
    assert links(app) == []
    assert "No event is entered for this point, so it has no mark of its own on the timeline." in words(app)


def test_a_chosen_point_that_the_filters_hide_is_named(practice):
    """The link asks for M1 among good practice."""
    assert "The chosen point M1 is hidden by the filters." in words(practice(point="told-nobody", practice="good"))


def test_an_empty_choice_says_what_it_does_not_mean(practice):
    """The police have no point that is good practice in information sharing."""
    app = practice(theme="information-sharing", agency="police", practice="good")
    assert listed(app) == []
    assert "An empty cell means that the review makes no such point, not that nothing happened." in words(app)


def test_the_matrix_has_its_sentence_and_its_numbers_as_a_table(practice):
    """The alternative text begins with the finding; totals count each point once."""
    app = practice()
    finding = (
        "The theme with most points is Information sharing (2 of 3); the agency with most points is Primary school (2 of 3)."
    )
    assert app.get("plotly_chart")[0].proto.alt.startswith(finding)
    assert (
        '<tr><th scope="row">Information sharing</th><td>◆ 1, ★ 1</td><td>◆ 1</td><td></td><td>1</td><td>1</td><td>0</td></tr>'
        in words(app)
    )
    assert (
        '<tr><th scope="row">◆ Missed, each point once</th><td>1</td><td>1</td><td>0</td><td>1</td><td></td><td></td></tr>'
        in words(app)
    )
    assert "cells may add up to more" in words(app)


def test_a_case_without_points_is_a_sentence(practice):
    """No filters, no matrix, no table."""
    app = practice(case="example")
    assert "No practice points are entered in this file." in words(app)
    assert not app.get("plotly_chart")


def test_previous_and_next_go_through_the_points(practice):
    """From nothing chosen, next is the first; from the first, next is the second."""
    app = practice()
    for expected in ("told-nobody", "good-visit"):
        next(one for one in app.button if one.key == "next-point").click().run()
        assert app.query_params["point"] in (expected, [expected])
