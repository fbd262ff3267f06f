"""Silence and sight of all cases beside each other, below the case of the page."""

import pytest

from tests.pages.opening import charts, opened, words

pytestmark = pytest.mark.usefixtures("shipped")


@pytest.fixture(scope="module")
def page():
    """Child J, with all five below."""
    return opened("sight", case="child-j")


def rows(app):
    """The table of all cases, by case."""
    return next(one.value for one in app.dataframe if "Longest between sightings" in one.value.columns).set_index("Case")


def test_the_comparison_says_its_finding_and_what_is_not_measured(page):
    """Child K has the longest time between two sightings; Sophia is refused."""
    said = "Of 4 cases with two dated sightings, the longest time between two is in Child K: at least 353 days (353 to 382)."
    assert said in words(page)
    assert "Not measured, because under half of its events have a usable date: Sophia." in words(page)
    assert charts(page)[1].proto.alt.startswith(said)


def test_each_case_has_its_days_counted_as_on_its_own_page(page):
    """Child J: 70 to 81 days, last seen a day before by Luton health visiting, 144 of 600 days surely without contact."""
    own = rows(page).loc["Child J"]
    assert own["Longest between sightings"] == "at least 70 days (70 to 81)"
    assert own[["Last seen before day 0", "By"]].tolist() == ["1 day", "HV, Luton"]
    assert own[["Days counted", "Surely without contact", "Possibly without"]].tolist() == ["600", "144", "380"]
    assert own[["Attempts in a row", "By whose doing"]].tolist() == ["HV, Ealing: 3", "3 not said"]
    assert own["Longest silence of an agency"] == "Safer Communities: at least 53 days (53 to 64)"


def test_a_case_with_too_few_dates_is_not_measured_in_any_column_of_days(page):
    """Sophia's row says so, and gives no number."""
    own = rows(page).loc["Sophia"]
    assert (
        own[["Last seen before day 0", "Longest between sightings", "Longest silence of an agency"]].tolist()
        == ["not measured"] * 3
    )
    assert own[["Days counted", "Surely without contact"]].tolist() == ["not measured"] * 2


def test_no_title_of_another_case_stands_in_the_comparison(page):
    """It shows numbers, agencies and cases only: the other cases' notes have not been read."""
    assert "Anonymous call about Child K" not in words(page)
    assert "Anonymous call about Child K" not in rows(page).to_csv()


def test_the_chosen_cases_stand_in_the_address_beside_the_case_of_the_page():
    """Two of five, by id; another case of the page leaves the choice, and none chosen means all."""
    app = opened("sight", case="child-j")
    app.multiselect(key="w:Silence and sight:cases").set_value(["child-k", "child-by"]).run()
    assert rows(app).index.tolist() == ["Child K", "Child BY"]
    assert (app.query_params["case"], app.query_params["cases"]) == ("child-j", "child-k.child-by")
    app.selectbox(key="case-choice").set_value("child-by").run()
    for button in [one for one in app.button if one.key == "gate-open"]:
        button.click().run()
    assert (app.query_params["case"], app.query_params["cases"]) == ("child-by", "child-k.child-by")
    app.multiselect(key="w:Silence and sight:cases").set_value([]).run()
    assert len(rows(app)) == 5
    assert "cases" not in app.query_params


def test_a_link_names_the_cases_to_compare_and_what_is_not_there_is_said():
    """An id that this library does not have is left out in words."""
    app = opened("sight", case="child-j", cases="child-k.child-q")
    assert rows(app).index.tolist() == ["Child K"]
    said = "The link names cases that are not in this library, so they were left out: child-q."
    assert app.warning[0].value.replace("\\", "") == said


def test_what_was_known_only_later_is_let_in_beside_the_cases_it_concerns():
    """Child K: 543 days surely without contact as known then, 520 with the contacts that only the review found, four more undated."""
    app = opened("sight", case="child-j", cases="child-k")
    columns = ["Surely without contact", "Contacts without a date"]
    assert rows(app).loc["Child K", columns].tolist() == ["543", 10]
    assert "What was known only later is left out." in words(app)
    app.toggle(key="w:Silence and sight:later").set_value(True).run()
    assert rows(app).loc["Child K", columns].tolist() == ["520", 14]
    assert "What was known only later is counted too." in words(app)
    assert app.query_params["later"] == "1"
