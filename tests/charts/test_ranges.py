"""Bars of days: solid as far as they are sure, hatched as far as they are possible, and every name whole."""

import pandas as pd

from charts.before import before_figure, count_words
from charts.ranges import WIDEST, ranges
from measures.learning import before_incident

NAN = float("nan")


def rows(*given):
    """Rows of name, least and most."""
    return pd.DataFrame(
        [(f"k{at}", name, least, most, f"{least} to {most}", "n") for at, (name, least, most) in enumerate(given)],
        columns=["key", "name", "least", "most", "words", "more"],
    )


def named(figure):
    """The traces by name."""
    return {trace.get("name"): trace for trace in figure["data"]}


def widths(trace):
    """The width of each box."""
    return [max(part) - min(part) for at in range(0, len(trace["x"]), 6) for part in [trace["x"][at : at + 4]]]


def test_a_bar_is_solid_to_its_least_and_hatched_to_its_most():
    """70 to 81 days: eleven seventieths of the solid part are hatched behind it."""
    found = named(ranges(rows(("Child J", 70, 81)), 1000))
    (solid,), (hatched,) = widths(found["sure"]), widths(found["possible"])
    assert round(hatched / solid, 3) == round(11 / 70, 3)
    assert found["possible"]["fillpattern"]["shape"] == "/"


def test_what_cannot_be_told_has_words_and_no_bar():
    """No box at all, and its words stand in the row."""
    found = named(ranges(rows(("Sophia", NAN, NAN)), 1000))
    assert not {"sure", "possible"} & set(found)
    assert found["days"]["text"][0].startswith("<b>nan to nan</b>")


def test_what_came_before_it_was_due_stands_left_of_the_line():
    """-4 to -4 ends at the line; -2 to 5 is hatched on both sides of it."""
    early = named(ranges(rows(("A", -4, -4), ("B", 0, 4)), 1000))
    assert max(early["sure"]["x"][:4]) <= min(early["possible"]["x"][:4]) + 1e-9
    both = named(ranges(rows(("B", -2, 5)), 1000))
    assert "sure" not in both
    assert len(widths(both["possible"])) == 2


def test_every_name_is_whole_in_lines_that_fit_before_the_axis():
    """A long name takes more lines and is never cut."""
    name = "Birmingham: the Woman and the Child: Staffordshire and West Midlands Probation to West Midlands Police"
    figure = ranges(rows((name, 1, 2)), 1232)
    lines = named(figure)["names"]["text"]
    assert " ".join(lines) == name
    left = min(named(figure)["sure"]["x"][:4])
    assert all(8 + len(line) * WIDEST <= left for line in lines)


def test_a_click_anywhere_on_a_row_names_its_key_and_text_stays_text():
    """Squares along the row carry the key; markup in a name is shown."""
    found = named(ranges(rows(("<b>x</b>", 1, 2)), 600))
    assert set(found["targets"]["customdata"]) == {"k0"}
    assert found["names"]["text"] == ["&lt;b&gt;x&lt;/b&gt;"]


def test_the_chosen_row_has_a_ground_of_its_own():
    """One box, only where a row is chosen."""
    assert "chosen" in named(ranges(rows(("A", 1, 2)), 600, chosen="k0"))
    assert "chosen" not in named(ranges(rows(("A", 1, 2)), 600))


def test_counts_of_points_are_printed_as_the_design_says():
    """Whole numbers bare, else one decimal, and '<0.1'."""
    assert [count_words(one) for one in (3, 0.5, 0.04, 0, 2.9999999999)] == ["3", "0.5", "<0.1", "0", "3"]


def test_good_practice_is_drawn_as_high_as_missed_opportunities():
    """One point each: the two bars have one height."""
    days = pd.DataFrame(
        [("x", "a", "missed", 5.0, 5.0, 1.0), ("x", "b", "good", 5.0, 5.0, 1.0)],
        columns=["case_id", "practice_id", "sign", "least", "most", "weight"],
    )
    found = named(before_figure(before_incident(days), {"missed": 1, "good": 1}, 1200))
    heights = [max(found[f"bars {sign}"]["y"][:4]) - min(found[f"bars {sign}"]["y"][:4]) for sign in ("missed", "good")]
    assert heights[0] == heights[1] > 50
