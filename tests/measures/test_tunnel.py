"""The view from the tunnel shows on a day what could be known on it, and says how much it hides."""

import pandas as pd
import pytest

from measures.tunnel import as_known, hidden_words, knowable, step_days

DAY = pd.Timestamp("2015-06-15")
VISIT = "id: visit, date: 2015-06-12, agency: school, title: Visit"


def sight(case, agency="", day=DAY):
    row = knowable(case.events, case.shares, day, agency).iloc[0]
    return row["sight"], row["facts"], row["because"]


def shared(more, event=VISIT):
    return f"{event}, facts: [bruise, move], shared_with: {{agency: police, {more}}}"


def test_an_agency_sees_its_own_and_nobody_elses(case_of):
    """The school's visit is the school's; it had not reached the police."""
    case = case_of(VISIT)
    assert sight(case, "school") == ("own", (), "")
    assert sight(case, "police") == ("", (), "had not reached it")


def test_everybody_together_sees_every_lane(case_of):
    """Without a chosen agency all that had begun is in view, the family's life too."""
    case = case_of(VISIT, "date: 2015-06-01, agency: family, title: Fall")
    assert knowable(case.events, case.shares, DAY)["sight"].tolist() == ["own", "own"]


def test_the_familys_life_is_hidden_from_an_agency_until_it_is_told(case_of):
    """A fall at home is nobody's knowledge; once shared it is."""
    fall = "date: 2015-06-01, agency: family, title: Fall"
    assert sight(case_of(fall), "police") == ("", (), "had not reached it")
    assert sight(case_of(f"{fall}, shared_with: {{agency: police, outcome: received}}"), "police") == ("told", (), "")


def test_who_was_present_sees_the_meeting(case_of):
    """Being there is knowing."""
    assert sight(case_of(f"{VISIT}, present: police, facts: bruise"), "police") == ("present", ("bruise",), "")


def test_what_was_passed_on_whole_is_told(case_of):
    """All facts, named or not."""
    for more in ("outcome: received", "outcome: received, facts: [bruise, move]"):
        assert sight(case_of(shared(more)), "police") == ("told", ("bruise", "move"), "")


def test_what_was_passed_on_in_part_names_the_part(case_of):
    """One of two facts."""
    assert sight(case_of(shared("outcome: received, facts: move")), "police") == ("part", ("move",), "")


@pytest.mark.parametrize("outcome", ["recorded only", "not highlighted"])
def test_what_lay_in_a_file_is_held(case_of, outcome):
    """There, and not seen."""
    assert sight(case_of(shared(f"outcome: {outcome}")), "police")[0] == "held"


def test_what_may_have_arrived_may_be_known(case_of):
    """The source does not say whether, or when, it arrived."""
    assert sight(case_of(shared("outcome: unclear")), "police")[0] == "may"
    assert sight(case_of(shared("outcome: late")), "police")[0] == "may"


@pytest.mark.parametrize("outcome", ["not shared", "not received"])
def test_what_was_not_sent_or_did_not_arrive_is_hidden(case_of, outcome):
    """No arrow, no knowledge."""
    assert sight(case_of(shared(f"outcome: {outcome}")), "police") == ("", (), "had not reached it")


def test_a_letter_under_way_has_not_arrived(case_of):
    """Received on the 24th: hidden on the 23rd, told on the 24th."""
    case = case_of(shared("outcome: late, received: 2015-06-24"))
    found = [sight(case, "police", pd.Timestamp(f"2015-06-{day}"))[0] for day in (23, 24)]
    assert found == ["", "told"]


def test_the_best_of_several_shares_counts(case_of):
    """Held from one, told by another."""
    case = case_of(
        f"{VISIT}, shared_with: [{{agency: police, outcome: recorded only}}, {{agency: police, outcome: late, received: 2015-06-14}}]"
    )
    assert sight(case, "police")[0] == "told"


def test_a_blurred_window_that_has_begun_counts(case_of):
    """Some day from the 10th to the 30th could have been by the 15th; one from the 16th on could not."""
    found = [
        sight(case_of(f"date: {days}, agency: school, title: A"), "school")
        for days in ("2015-06-10/2015-06-30", "2015-06-16/2015-06-30", "../2015-06-30", "2015-06-16/..")
    ]
    assert [(one, because) for one, _, because in found] == [
        ("own", ""),
        ("", "after this day"),
        ("own", ""),
        ("", "after this day"),
    ]


def test_undated_and_later_events_are_left_out_with_the_reason(case_of):
    """No date; known only later, whatever its date."""
    assert sight(case_of("date: undated, agency: school, title: A"), "school") == ("", (), "no date")
    assert sight(case_of(f"{VISIT}, hindsight: true"), "school") == ("", (), "known only later")


def test_what_is_hidden_is_counted_in_words(case_of):
    """One of each reason; nothing where all is in view; one alone takes 'is'."""
    others = (
        "date: 2015-06-16, agency: school, title: B",
        "date: 2015-06-17, agency: school, title: B",
        "date: 2015-06-01, agency: police, title: C",
        "date: undated, agency: school, title: D",
        "date: 2015-06-01, agency: school, title: E, hindsight: true",
    )
    case = case_of(VISIT, *others)
    assert hidden_words(knowable(case.events, case.shares, DAY, "school")) == (
        "5 events are hidden: 2 after this day, 1 that had not reached it, 1 known only later, 1 without a date."
    )
    one, none = case_of(VISIT, others[0]), case_of(VISIT)
    assert hidden_words(knowable(one.events, one.shares, DAY, "school")) == "1 event is hidden: 1 after this day."
    assert hidden_words(knowable(none.events, none.shares, DAY, "school")) == "Nothing is hidden."


def test_steps_are_the_days_on_which_something_may_have_begun(case_of):
    """Each day once, in order; neither undated events nor what is known only later."""
    case = case_of(
        "date: 2015-06-12/2015-06-20, agency: school, title: A",
        "date: 2015-06-01, agency: police, title: B",
        "date: 2015-06-12, agency: police, title: C",
        "date: undated, agency: police, title: D",
        "date: 2015-05-01, agency: police, title: E, hindsight: true",
    )
    assert step_days(case.events) == [pd.Timestamp("2015-06-01"), pd.Timestamp("2015-06-12")]


def test_the_words_of_the_source_for_a_date_tell_nothing_of_later_days(case_of):
    """'Received 24 June' stands in the words for a day of which 15 June knows; so do details: both are left out, title and days stay."""
    told = f"{VISIT}, detail: Found out in July., date_text: 'visit 12 June, report received 24 June'"
    case = case_of(told)
    known = as_known(case.events, case.facts, knowable(case.events, case.shares, DAY, "school")).iloc[0]
    assert (known["title"], known["earliest"], known["date_text"], known["detail"]) == (
        "Visit",
        pd.Timestamp("2015-06-12"),
        "",
        "",
    )
