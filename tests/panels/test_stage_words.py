"""No words of the room's screen stand on others or are cut: in the picture at any step of a shipped case, and under it."""

from dataclasses import replace
from itertools import combinations

import pytest

from charts.stage import stage_figure
from charts.stage_layout import lay_out
from charts.stage_text import Words, box_of
from loaders import read_library
from measures.running import running_order
from measures.stage import Caption
from panels.stage_scene import picture_of, scene, told
from panels.stage_words import caption_bar

CASES = read_library().cases


def boxes(staged):
    """The words of a picture, each with its left, right, top and bottom in px of a screen 1920 wide."""
    stage = lay_out(staged)
    for trace in stage_figure(staged)["data"]:
        if trace["name"] == "words":
            sizes = [one / stage.u for one in trace["textfont"]["size"]]
            for x, y, text, place, size in zip(*(trace[key] for key in ("x", "y", "text", "textposition")), sizes, strict=True):
                yield text, box_of(Words(x, y, text, place, size, ""), stage), stage


def over(one, other):
    """By how many px two boxes lie on each other, the lesser of across and down."""
    return min(min(one[1], other[1]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[2], other[2]))


def faults(found):
    """Which words of a picture lie on each other by more than 2 px, and which leave it."""
    yield from ((a, b) for (a, one, _), (b, other, _) in combinations(found, 2) if over(one, other) > 2)
    yield from ((a, box) for a, box, stage in found if min(box[0], 1920 - box[1], box[2], stage.height - box[3]) < -2)


@pytest.mark.parametrize("name", sorted(CASES))
def test_no_two_words_of_a_picture_overlap_and_none_leaves_it(name):
    """On a wide window and a small one; the picture is 1920 units wide, and as high as the window leaves it."""
    case = CASES[name]
    order = running_order(case.episodes, case.events, case.practice)
    wrong = []
    for step in order.loc[order["kind"] == "event", "step"]:
        shown = scene(case, order, int(step), "")
        wide = picture_of(shown, *told(shown), (1920, 704))
        for staged in (wide, replace(wide, px=(1280, 469))):
            wrong += [(step, staged.px, *fault) for fault in faults(list(boxes(staged)))]
    assert wrong == []


def test_a_caption_that_needs_more_lines_than_there_is_room_for_is_set_closer():
    """Two lines each of meta, title and line: 66 + 102 + 10 + 78 = 256 of 228; one line each: 133."""

    def bar(meta, title, line):
        found = Caption(("m" * meta,), "t" * title, "w" * line)
        return str(caption_bar(None, found, (), "", asked=False, opened=False, detail=""))

    assert 'class="sg-said sg-close"' in bar(101, 51, 83)
    assert 'class="sg-said"' in bar(100, 50, 82)
