"""Every page opens, by either door, on every shipped case."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.opening import ROOT, opened

PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
CASES = sorted(path.stem for path in (ROOT / "timelines").glob("*.yaml") if path.stem not in ("themes", "glossary"))

ATTEMPTS = ["hv1-attempts", "salt-postponed", "salt-missed-1", "salt-missed-2", "missed-july", "missed-november"]


def said(app: AppTest) -> str:
    """All HTML and messages of the page."""
    return " ".join(
        str(one.value) for kind in ("html", "markdown", "warning", "info") for one in app.get(kind) if hasattr(one, "value")
    ) + " ".join(one.proto.body for one in app.get("html"))


def test_the_rooms_are_not_empty() -> None:
    """The globs below find something to open."""
    assert {"cases", "case", "timeline", "practice", "knew", "sight"} <= set(PAGES)
    assert CASES == ["birmingham", "child-by", "child-j", "child-k", "sophia"]


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_on_every_case(page: str, case: str) -> None:
    """No page raises on a shipped case."""
    assert not opened(page, case=case).exception


def test_the_content_note_stands_before_a_case() -> None:
    """Before it is answered, nothing of the case is drawn."""
    app = AppTest.from_file(str(ROOT / "pages" / "timeline.py"), default_timeout=60)
    app.query_params["case"] = "child-k"
    app.run()
    assert [button.label for button in app.button if (button.key or "").startswith("gate")] == ["Open the case", "Back"]
    assert not app.get("plotly_chart")


def test_a_link_to_a_case_that_is_not_here_says_so() -> None:
    """The warning names what was asked for and what there is."""
    app = opened("timeline", case="child-q")
    expected = (
        "The link asks for the case 'child-q', which is not in this library (birmingham, child-by, child-j, child-k, sophia)."
    )
    assert app.warning[0].value.replace("\\", "") == expected


def test_a_link_that_names_what_a_case_does_not_have_is_left_out_and_said() -> None:
    """An unknown event is not chosen, and the reader is told."""
    app = opened("timeline", case="child-k", event="not-there")
    assert (
        app.warning[0].value.replace("\\", "")
        == "The link names what this case does not have, so it was left out: event: not-there."
    )


def test_the_timeline_counts_what_is_left_of_how_many() -> None:
    """Hiding every kind but attempts leaves the six attempts of Child K (3.5.5, 3.8.14, 3.10.12, 3.10.14)."""
    kinds = "contact.referral.exchange.meeting.assessment.decision.record.incident.life.other"
    app = opened("timeline", case="child-k", kinds=kinds)
    assert "6 of 222 events; 29 known only later are hidden" in said(app)
    marks = [
        trace["customdata"] for trace in json.loads(app.get("plotly_chart")[0].proto.spec)["data"] if trace.get("name") == "signs"
    ]
    assert sorted(one for ids in marks for one in ids) == sorted(ATTEMPTS)


def test_the_first_referral_of_child_k_went_to_southwark_and_reached_lambeth_six_days_later() -> None:
    """The details of the event of 3 October 2013 name both shares (3.5.6)."""
    words = said(opened("timeline", case="child-k", event="nspcc-call"))
    assert "Southwark MASH (MASH): misdirected. 3 Oct 2013" in words
    assert "Lambeth CSC: received. 9 Oct 2013" in words


def test_a_view_from_the_tunnel_hides_the_judgements() -> None:
    """As known on 9 October 2013, the referral to Southwark is no more than received, and no point is made of it."""
    words = said(opened("timeline", case="child-k", event="nspcc-call", day="2013-10-09"))
    assert "As any agency could know on 9 October 2013." in words
    assert "Practice points are hidden." in words
    assert "misdirected" not in words
    assert "wrongly" not in words


def test_an_address_that_was_just_replaced_is_no_news() -> None:
    """A second quick key comes with the address of before the first: the later choice stays."""
    app = opened("timeline", case="child-k", event="nspcc-call")
    following = next(button for button in app.button if button.key == "next")
    following.click()
    app.run()
    chosen = app.session_state.views["child-k"].event
    assert chosen != "nspcc-call"
    app.query_params["event"] = "nspcc-call"
    app.run()
    assert app.session_state.views["child-k"].event == chosen


def test_where_no_event_passes_the_remedy_stands_above_the_picture() -> None:
    """In place of the sentence that asks to choose a mark; one press, and all are there again."""
    app = opened("timeline", case="child-k", q="no such word anywhere")
    assert "No event passes these filters." in said(app)
    assert "No event is chosen." not in said(app)
    next(button for button in app.button if button.key == "clear-all").click().run()
    assert "193 of 222 events; 29 known only later are hidden" in said(app)


def test_a_chosen_event_before_the_days_in_view_is_said_to_be_there() -> None:
    """The family of Child K has events long before the scope; the picture opens without their marks, and the line says why."""
    first = opened("timeline", case="child-k")
    next(button for button in first.button if button.key == "next").click().run()
    assert "Event 1 of 193. It lies before the days in view." in said(first)
    assert "It lies" not in said(opened("timeline", case="child-k", event="nspcc-call"))
    zoomed = opened("timeline", case="child-k", event="nspcc-call", start="2013-01-01", end="2013-06-30")
    assert "It lies after the days in view." in said(zoomed)


def test_a_card_counts_each_practice_point_under_one_kind() -> None:
    """Child K: 40 missed opportunities, 11 good practice and 3 mixed are 54, as on Practice."""
    body = said(opened("cases"))
    assert "40</b>missed opportunities" in body
    assert "11</b>good practice" in body
    assert "3</b>mixed" in body


@pytest.mark.parametrize(
    ("words", "left"), [("Tejbir", "1 of 5 cases"), ("Gaia Centre", "2 of 5 cases"), ("zzzqq", "0 of 5 cases")]
)
def test_the_search_over_cases_finds_people_and_agencies(words: str, left: str) -> None:
    """By the names they have in the file; a person of one case, an agency of another."""
    app = opened("cases")
    app.text_input(key="w:every").set_value(words).run()
    assert left in said(app)


def test_a_case_by_heading_counts_no_event_that_is_hidden() -> None:
    """Sophia: of 58 events one was known only later; 33 of the other 57 have no usable date."""
    assert "33 of 57 events have no usable date, so this case opens by heading." in said(opened("timeline", case="sophia"))
