"""What holds for every shipped case, however many there are."""

import pandas as pd
import pytest

from loaders.themes import SHIPPED, read_themes
from measures.running import running_order
from panels.stage_scene import morning_words, scene

NAMES = sorted(file.stem for file in SHIPPED.glob("*.yaml") if file.stem not in ("themes", "glossary"))
CITED = "events shares practice findings recommendations facts clocks periods phases known_before discrepancies".split()


def test_every_shipped_file_loads(library):
    """No file of the folder is left unread, and the five reviews are there."""
    assert library.unread == ()
    assert list(library.cases) == NAMES == ["birmingham", "child-by", "child-j", "child-k", "sophia"]


@pytest.mark.parametrize("section", CITED)
@pytest.mark.parametrize("name", NAMES)
def test_no_entry_is_without_its_paragraph(library, name, section):
    """Every mark, line, badge and finding leads back to the report."""
    frame = getattr(library.cases[name], section)
    assert frame[frame["source"].map(len) == 0].iloc[:, 0].tolist() == []


@pytest.mark.parametrize("name", NAMES)
def test_every_theme_is_known(library, name):
    """Each code is shared or the case's own, and the shared list stays as it was agreed: hyphenated words."""
    case = library.cases[name]
    used = {
        theme for frame in (case.practice, case.findings, case.recommendations) for themes in frame["themes"] for theme in themes
    }
    assert used
    assert used <= set(case.themes)
    assert set(read_themes(SHIPPED)) <= set(case.themes)


@pytest.mark.parametrize("name", NAMES)
def test_every_case_is_introduced(library, name):
    """A summary, what is missing from the source, a warning before it is put on a screen, a review and its kind."""
    about = library.cases[name].about
    assert all((about.summary, about.source_note, about.content_note, about.review_type, about.report, about.incident))


@pytest.mark.parametrize("name", NAMES)
def test_stated_judgements_quote_the_review_in_few_words(library, name):
    """At most eight words each, and only stated ones quote."""
    practice = library.cases[name].practice
    stated = practice[practice["basis"] == "stated"]
    assert len(stated) > 0
    assert stated["words"].map(lambda words: len(words.split()) <= 8).all()
    assert practice["kind"].isin(["missed opportunity", "good practice", "mixed"]).all()
    assert {"missed opportunity", "good practice"} <= set(practice["kind"])


@pytest.mark.parametrize("name", NAMES)
def test_points_are_numbered_without_gap_or_repeat(library, name):
    """M1, G2 and so on: one count over all kinds."""
    practice = library.cases[name].practice
    assert sorted(practice["number"]) == list(range(1, len(practice) + 1))


@pytest.mark.parametrize("name", NAMES)
def test_every_case_has_episodes_facts_and_clocks_of_its_own(library, name):
    """A running order that is not made up, and something to follow and to measure."""
    case = library.cases[name]
    assert len(case.episodes) >= 5
    assert not case.episodes["made_up"].any()
    assert len(case.facts) >= 5
    assert len(case.clocks) >= 5


@pytest.mark.parametrize("name", NAMES)
def test_windows_end_after_they_begin(library, name):
    """In every frame with days."""
    events = library.cases[name].events.dropna(subset=["earliest", "latest"])
    assert (events["earliest"] <= events["latest"]).all()
    assert (events["dating"] == "exact").eq(events["earliest"] == events["latest"]).all()


@pytest.mark.parametrize("name", NAMES)
def test_nothing_known_only_later_informs_anybody(facts_of, name):
    """No moment of knowing comes from an event of hindsight."""
    from measures.knowledge import learned

    case = facts_of(name).case
    later = set(case.events.loc[case.events["hindsight"], "event_id"])
    moments = learned(case.events, case.shares, case.known_before)
    assert later
    assert not later & set(moments["event_id"])


@pytest.mark.parametrize("name", ["sophia"])
def test_month_disclosure_shows_no_day(library, name):
    """Every window begins on a first and ends on a last of a month, in every frame with days."""
    case = library.cases[name]
    assert case.about.disclosure == "month"
    for frame in (
        case.events,
        case.shares,
        case.practice,
        case.phases,
        case.periods,
        case.clocks,
        case.people,
        case.known_before,
    ):
        for column in frame.columns:
            days = frame[column].dropna() if pd.api.types.is_datetime64_any_dtype(frame[column]) else frame[column].iloc[:0]
            if column.endswith("earliest"):
                assert all(day.day == 1 for day in days), column
            elif column.endswith("latest"):
                assert all((day + pd.Timedelta(days=1)).day == 1 for day in days), column


def steps_of(case, episode):
    """The events of an episode in the order the room comes to them, and the whole running order."""
    order = running_order(case.episodes, case.events, case.practice)
    own = order[(order["episode_id"] == episode) & (order["kind"] == "event")]
    return [one for ids in own["event_ids"] for one in ids], order


@pytest.mark.parametrize(
    ("name", "episode", "told"),
    [
        ("child-by", "episode-burn-and-pregnancy", ["sibling-2-burn", "fin-visit-burn"]),
        ("sophia", "ep-orders", ["nmo-granted", "pso-granted", "nmo-ended"]),
        ("child-j", "ep-found", ["sct-call-sw2", "police-hull-visit", "hull-stay", "sw2-ltm-discussion"]),
        ("child-j", "ep-two-visits", ["sw1-visit-10-july", "sw1-visit-13-july", "z-assault", "z-charged", "z-remanded"]),
        ("child-by", "episode-release", ["fin-recommends-plan", "so-records-release-discussion"]),
    ],
)
def test_the_room_comes_to_events_as_the_review_tells_them(library, name, episode, told):
    """In the order of the episode's list wherever the days do not say which came first; the last of these is by its date."""
    found, _ = steps_of(library.cases[name], episode)
    assert [one for one in found if one in told] == told


@pytest.mark.parametrize("name", NAMES)
def test_no_day_of_the_running_order_runs_ahead_of_its_events(library, name):
    """No step knows a later day than the first of an event that has come on, or of the next that has one; and none goes back."""
    case = library.cases[name]
    order = running_order(case.episodes, case.events, case.practice)
    first = case.events.set_index("event_id")["earliest"]
    for _, own in order[order["kind"] == "event"].groupby("number"):
        begins = [first[one] for ids in own["event_ids"] for one in ids]
        assert own["day"].dropna().is_monotonic_increasing
        for place, day in enumerate(own["day"].dropna()):
            assert day <= max([one for one in begins[: place + 1] if pd.notna(one)], default=pd.Series(begins[place:]).min())


def test_a_question_tells_the_first_day_of_its_episode_whatever_its_first_step(library):
    """Child BY's burn is 'before' the visit of April 2016: the question is asked from April, which is the visit's."""
    case = library.cases["child-by"]
    _, order = steps_of(case, "episode-burn-and-pregnancy")
    step = int(order.loc[(order["episode_id"] == "episode-burn-and-pregnancy") & (order["kind"] == "question"), "step"].iloc[0])
    assert morning_words(scene(case, order, step, "")) == "April 2016"
