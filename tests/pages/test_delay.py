"""The page Delay as a person meets it: its finding, its refusal, its groups, the clocks and the people."""

import json

import pytest

from tests.pages.opening import charts, opened, words

pytestmark = pytest.mark.usefixtures("shipped")


def test_nothing_of_a_review_is_shown_before_the_note_of_all_cases():
    """One dialog names all five cases and what they contain; behind it there is no page."""
    app = opened("delay", gate=False)
    page = words(app)
    assert [one.label for one in app.button if one.key.startswith("gate")] == ["Open the cases", "Back"]
    assert all(f"<b>{title}: </b>" in page for title in ("Child BY", "Child J", "Child K", "Sophia"))
    assert not charts(app)
    assert "Merlin" not in page


def test_the_page_says_its_finding_with_denominators_and_what_cannot_be_shown():
    """In the page and first in the figure's alternative text."""
    app = opened("delay")
    found = "Referral to first answer: the median of 29 intervals in 4 cases is 0 to 22 days; the days of 20 more cannot be told."
    refused = "Days between cannot be shown for Sophia: this case gives dates to the month only (disclosure: month). Months of beginning and end are shown instead."
    assert found in words(app)
    assert refused in words(app)
    (chart,) = charts(app)
    assert chart.proto.alt.startswith(found)


def test_the_figure_prints_how_many_of_each_group_can_be_told():
    """One bar a case; Sophia's cannot be told."""
    app = opened("delay")
    traces = {one.get("name"): one for one in json.loads(charts(app)[0].proto.spec)["data"]}
    said = traces["days"]["text"]
    assert any(one.startswith("<b>0 to 16 days</b>") and "15 of 18 told" in one for one in said)
    assert any(one.startswith("<b>cannot be told</b>") for one in said)


def test_the_notification_that_took_12_days_is_listed_with_a_link_to_its_event():
    """Sent to received, of Child J alone."""
    page = words(opened("delay", what="receipt", cases="child-j"))
    assert "Sent to received: the median of 7 intervals in 1 case is 0 days" in page
    assert "<td>Child J</td><td>12 days</td><td>Police</td>" in page
    assert 'href="timeline?case=child-j&amp;event=merlin-12-june"' in page


def test_every_clock_of_every_case_is_counted_and_listed():
    """The answers add up to the clocks, and each stands in the table."""
    page = words(opened("delay"))
    assert "Of 75 clocks " in page
    assert "<td>Child J</td><td>22</td>" in page
    assert "One social work sighting of Child J to the next" in page
    assert "<td>81 days</td><td>outside</td>" in page


def test_people_at_work_are_named_between_and_never_employed():
    """Probation of Child K has most professionals, and the page says what that cannot mean."""
    app = opened("delay")
    page = words(app)
    assert "most, 9, of Probation (Child K)." in page
    assert "it is not how long" not in page
    assert "not how long they worked there or held the case" in page
    staff = next(one.value for one in app.dataframe if "Professionals" in one.value.columns)
    assert staff.iloc[0][["Professionals", "Named in turn", "Named together", "Cannot tell"]].tolist() == [9, 3, 4, 1]


def test_choices_are_written_into_the_address_by_id_and_an_unknown_case_is_said():
    """Measure, grouping and cases; what is not here is left out."""
    app = opened("delay")
    app.selectbox(key="w:Delay:what").set_value("meeting").run()
    assert app.query_params["what"] == "meeting"
    app.multiselect(key="w:Delay:cases").set_value(["child-by", "child-k"]).run()
    assert app.query_params["cases"] == "child-by.child-k"
    app = opened("delay", cases="child-q.child-j", what="nonsense", by="<b>")
    assert "child" in app.warning[0].value
    assert "Referral to first answer" in words(app)


def test_a_measure_without_an_interval_says_so_and_offers_all():
    """Sophia has no meeting that a clock was met by. The other cases have a note of their own."""
    app = opened("delay", what="meeting", cases="sophia")
    assert "Meeting due to held: no such interval is entered in 1 case." in words(app)
    app.button(key="delay-clear").click().run()
    app.button(key="gate-open").click().run()
    assert "cases" not in app.query_params


def test_a_chosen_group_lists_its_own_intervals():
    """Health to children's social care: five, and a way back to all."""
    app = opened("delay", by="sectors", row="health/children's social care")
    assert "Each interval of Health to children&#x27;s social care: 5 rows" in words(app)
    app.button(key="delay-all").click().run()
    assert "Each interval: 49 rows" in words(app)


def test_how_not_to_read_it_stands_beside_the_figure():
    """In plain words."""
    page = words(opened("delay"))
    assert "How not to read this" in page
    assert "“No answer entered” does not say that nobody answered." in page


def test_what_was_known_only_later_is_let_in_by_choice_and_the_page_says_which():
    """The sentence under the question, the address, and the chosen cases stay."""
    app = opened("delay", cases="child-k")
    assert "as a least and a most. What was known only later is left out." in words(app)
    app.toggle(key="w:Delay:later").set_value(True).run()
    assert "as a least and a most. What was known only later is counted too." in words(app)
    assert (app.query_params["later"], app.query_params["cases"]) == ("1", "child-k")
