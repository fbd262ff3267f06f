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
