"""The room's picture is drawn up to today and no further, keeps every mark in its place, and has nothing to hover."""

import re
from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go
import pytest

from charts.stage import stage_figure
from charts.stage_layout import Staged, lay_out
from loaders import read_library
from measures.running import running_order
from measures.stage import arrows, on_stage, places, short_day

SHIPPED = read_library().cases
ORDERS = {case.id: running_order(case.episodes, case.events, case.practice) for case in SHIPPED.values()}


def staged(case, step, **more):
    """A step of a case as the panels would draw it, at 1920 by 704."""
    order = ORDERS[case.id]
    seen = on_stage(order, step, case.events, case.shares, case.facts)
    spots = places(order, step, case.events)
    short = dict(zip(case.agencies["agency_id"], case.agencies["short"], strict=True))
    day = order.at[step, "day"]
    passed = arrows(seen, case.shares, day, "", short)
    days = pd.concat([spots["earliest"], spots["latest"]]).dropna()
    towards = case.shares.loc[case.shares["event_id"].isin(spots["event_id"]), "agency"]
    used = case.agencies[case.agencies["agency_id"].isin({*spots["agency"], *towards})]
    here = {*seen["agency"], *passed["agency"]}
    given = {
        "seen": tuple(seen.rename(columns={"with": "in_touch"}).itertuples()),
        "places": tuple(spots.itertuples()),
        "lanes": tuple((one.agency_id, one.name, one.short, one.agency_id in here) for one in used.itertuples()),
        "arrows": tuple(passed.itertuples()),
        "day_words": {one.event_id: short_day(one, case.about.disclosure, None) for one in seen.itertuples()},
        "today": day,
        "flag": "" if pd.isna(day) else "today",
        "first": None if days.empty else days.min() - pd.Timedelta(days=3),
        "last": None if days.empty else days.max(),
    }
    return Staged(**{**given, **more})


def steps(case, kind="event"):
    order = ORDERS[case.id]
    return order.loc[order["kind"] == kind, "step"].tolist()


def words(figure):
    return " ".join(str(text) for trace in figure["data"] for text in trace.get("text", []))


def named(figure, name):
    return [one for one in (*figure["data"], *figure["layout"]["shapes"]) if one.get("name") == name]


def sign(figure, name):
    """The places of all signs of that name or event: (x, size)."""
    signs = next(trace for trace in figure["data"] if trace["name"] == "signs")
    found = zip(signs["customdata"], signs["x"], signs["marker"]["size"], strict=True)
    return [(x, size) for one, x, size in found if one == name]


def rights(part):
    """Every x of a trace or of a shape's path."""
    if "path" in part:
        return [float(one) for one in re.findall("[MLH]([-0-9.]+)", part["path"])]
    return [x for x in part["x"] if x is not None]


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_plotly_takes_the_picture_of_every_step(name):
    """All shipped cases, at both sizes; nothing to hover, nothing to drag."""
    case = SHIPPED[name]
    for step in steps(case)[3::24]:
        for px in ((1920, 704), (1280, 469)):
            figure = stage_figure(staged(case, step, px=px))
            go.Figure(figure)
            assert figure["layout"]["hovermode"] is False
            assert figure["layout"]["dragmode"] is False
            assert all(trace["hoverinfo"] == "skip" for trace in figure["data"])


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_nothing_but_words_is_drawn_right_of_today(name):
    """No stripe, no grid, no tick, no mark, no window, no arrow; the ring and the head of an arrow stand on the line itself."""
    for step in steps(SHIPPED[name])[::9]:
        picture = staged(SHIPPED[name], step)
        today = lay_out(picture).today
        figure = stage_figure(picture)
        for part in (*figure["data"], *figure["layout"]["shapes"]):
            if part["name"] not in ("words", "date flag", "plates"):
                assert all(x <= today + 0.1 for x in rights(part)), (step, part["name"])


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_no_mark_ever_moves_within_an_episode(name):
    """Each event stands where it stood at the step before."""
    for step, then in list(pairwise(steps(SHIPPED[name])))[::11]:
        if then == step + 1:
            spots = lay_out(staged(SHIPPED[name], step)).spots
            assert lay_out(staged(SHIPPED[name], then)).spots == spots


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_no_word_of_a_later_step_is_in_the_picture(name):
    """Neither title nor label nor id of an event that has not come on, nor the name of a lane that has not shown itself."""
    case = SHIPPED[name]
    for step in steps(case)[::9]:
        picture = staged(case, step)
        figure = str(stage_figure(picture))
        seen = {event.event_id for event in picture.seen}
        told = " ".join(event.title + event.label for event in picture.seen)
        ahead = case.events[case.events["event_id"].isin({one.event_id for one in picture.places} - seen)]
        for one in ahead.itertuples():
            assert f"'{one.event_id}'" not in figure
            assert one.title not in figure or one.title in told


CHILD_J = SHIPPED["child-j"]


def test_the_event_in_focus_has_the_only_ring_and_its_title_in_bold():
    """29 units of radius and a line of 4: at 1920 wide 58 and 4 px, at 1280 two thirds of it."""
    step = steps(CHILD_J)[5]
    for px, size in (((1920, 704), 58), ((1280, 469), 58 * 2 / 3)):
        picture = staged(CHILD_J, step, px=px)
        assert [one for _, one in sign(stage_figure(picture), "in focus")] == [pytest.approx(size)]


def test_text_is_never_under_15_px():
    """24 px at 1920 wide, 16 at 1280, 15 where two thirds would be less."""
    picture = staged(CHILD_J, steps(CHILD_J)[3], px=(1280, 469))
    sizes = set(named(stage_figure(picture), "words")[0]["textfont"]["size"])
    assert min(sizes) == 15
    assert 16 in sizes


def test_a_plate_under_words_has_the_colour_of_its_lane():
    """Child K, step 5: what of a plate lies on a grey stripe is grey, and ends with the stripe at today's line."""
    case = SHIPPED["child-k"]
    picture = staged(case, steps(case)[3])
    stage = lay_out(picture)
    figure = stage_figure(picture)
    stripe = named(figure, "lanes")[0]
    plates = named(figure, "plates")
    assert [one["fillcolor"] for one in plates] == ["rgba(255,255,255,0.86)", stripe["fillcolor"]]
    assert max(rights(plates[1])) <= stage.today
    assert figure["layout"]["shapes"][-2:] == plates


def test_a_picture_is_few_traces():
    """Signs are one trace and words another, whatever the step: a browser pays for traces, not for what is in them."""
    for case in SHIPPED.values():
        for step in steps(case)[::9]:
            names = [trace["name"] for trace in stage_figure(staged(case, step))["data"]]
            assert [one for one in names if one != "within these days"] == ["signs", "words"]


def test_a_window_is_cut_at_today():
    """Episode 8, its last event: 'between 14 and 27 October' is a bar up to 27 October, the day the line stands on."""
    order = ORDERS["child-j"]
    last = order.loc[(order["number"] == 8) & (order["kind"] == "event"), "step"].tolist()[-1]
    picture = staged(CHILD_J, last)
    bars = named(stage_figure(picture), "within these days")
    assert len(bars) == 2
    assert {max(x for x in bar["x"] if x is not None) for bar in bars} == {lay_out(picture).today}


def test_without_dates_the_marks_stand_in_file_order_without_a_line():
    """Sophia's first episode: no axis, no today, and the marks from left to right in the order of the file."""
    sophia = SHIPPED["sophia"]
    picture = staged(sophia, steps(sophia)[3])
    assert picture.first is None
    assert named(stage_figure(picture), "today") == []
    spots = lay_out(picture).spots
    assert [spots[one.event_id].x for one in picture.places] == sorted(spots[one.event_id].x for one in picture.places)


def test_text_of_a_file_stays_text():
    """A title with markup is shown as written."""
    picture = staged(CHILD_J, steps(CHILD_J)[0])
    event = picture.seen[0]._replace(title="<b>x</b> $y$")
    figure = stage_figure(Staged(**{**picture.__dict__, "seen": (event, *picture.seen[1:])}))
    assert "&lt;b&gt;x&lt;/b&gt; &#36;y&#36;" in words(figure)
