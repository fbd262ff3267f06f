"""The page Learning as a person meets it: themes, days before the incident, what recurs, and the search."""

import json
from itertools import pairwise

import pytest

from tests.pages.opening import charts, opened, words

pytestmark = pytest.mark.usefixtures("shipped")


def test_no_finding_or_point_is_shown_before_the_note_of_all_cases():
    """The texts of reviews stand behind one note."""
    app = opened("learning", gate=False)
    assert [one.label for one in app.button if one.key.startswith("gate")] == ["Open the cases", "Back"]
    assert not charts(app)
    assert "again and again" not in words(app)


def test_the_matrix_names_the_theme_with_most_points_and_its_denominators():
    """154 missed opportunities, 52 good practice and 16 mixed, in the text and first in the figure's alternative text."""
    app = opened("learning")
    sentence = "The theme with most points is Information sharing (77 of 222); the cases with most points are Child BY and Child K (54 of 222 each)."
    assert sentence in words(app)
    assert "154 missed opportunities, 52 good practice and 16 mixed in 5 cases." in words(app)
    assert charts(app)[0].proto.alt.startswith(sentence)


def test_missed_and_good_practice_get_the_same_height_on_one_scale():
    """Each line of the figure of days before is as high as the others."""
    app = opened("learning")
    figure = json.loads(charts(app)[1].proto.spec)
    floors = [one["y"][0] for one in figure["data"] if one.get("mode") == "lines" and not one.get("fill")]
    assert len({round(then - one) for one, then in pairwise(floors)}) == 1
    assert charts(app)[1].proto.alt.startswith(
        "In the 360 days before the incident lie about 99 of 140 missed opportunities, about 28 of 46 good practice"
    )


def test_a_chosen_cell_lists_its_points_with_links():
    """Recording in Child J: one missed, one mixed."""
    app = opened("learning", theme="recording", column="child-j")
    page = words(app)
    assert "Recording and Child J: 1 missed opportunity and 1 mixed" in page
    assert 'href="practice?case=child-j&amp;point=' in page
    app.button(key="learning-none").click().run()
    assert "theme" not in app.query_params


def test_by_sector_a_point_counts_once_in_each_of_its_sectors():
    """Children's social care has most points."""
    page = words(opened("learning", columns="sectors"))
    assert "the sector with most points is Children&#x27;s social care (110 of 222)." in page


def test_themes_of_three_or_more_reviews_say_in_which():
    """24 of the 29 codes, and where in each review."""
    app = opened("learning")
    assert "24 themes of 29 recur in three or more of 5 reviews; 16 in all of them." in words(app)
    table = next(one.value for one in app.dataframe if "Which" in one.value.columns).set_index("Theme")
    assert table.loc["Child seen", ["Reviews", "Which"]].tolist() == [3, "Child BY, Child J and Child K"]


def test_the_search_looks_through_all_findings_recommendations_and_points():
    """Words in the address; nothing found is a sentence; the search can be cleared."""
    app = opened("learning", q="health visitor", kind="finding")
    assert "case-timelines" not in words(app)
    assert " texts</b>" in words(app)
    app.text_input(key="w:Learning:q").set_value("xylophone").run()
    assert app.query_params["q"] == "xylophone"
    assert "No finding, recommendation or practice point has all of these words." in words(app)
    app.button(key="learning-clear").click().run()
    assert "q" not in app.query_params


def test_a_word_of_the_address_is_text_and_never_markup():
    """A search for a tag finds nothing and draws nothing."""
    app = opened("learning", q="<img src=x onerror=alert(1)>")
    assert "<img" not in words(app)


def test_too_few_reviews_have_no_recurring_theme():
    """Two cases cannot share a theme with a third."""
    assert "No theme stands in three or more of these cases." in words(opened("learning", cases="child-j.child-k"))
