"""Who knew what and when follows from events and shares, and keeps its doubts."""

import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from measures.knowledge import STATUSES, known_on, lags, learned, never

TELLS = "id: visit, date: 2015-06-12, agency: school, title: Visit, facts: bruise"


def moments(case):
    return learned(case.events, case.shares, case.known_before)


def status(case, agency, day=None, fact="bruise"):
    known = known_on(moments(case), None if day is None else pd.Timestamp(day))
    found = known[(known["agency"] == agency) & (known["fact_id"] == fact)]
    return "no record" if found.empty else found["status"].iloc[0]


def share(*parts, agency="police", event=TELLS):
    return f"{event}, shared_with: {{{', '.join([f'agency: {agency}', *parts])}}}"


def test_an_agency_knows_what_its_own_event_tells_from_the_end_of_that_day(case_of):
    """Known on the 12th, not on the 11th; of the others there is no record."""
    case = case_of(TELLS)
    assert [status(case, "school", day) for day in ("2015-06-11", "2015-06-12", None)] == ["no record", "knows", "knows"]
    assert status(case, "police") == "no record"


def test_those_present_know_what_was_said(case_of):
    """A meeting tells everyone at it, by being there."""
    case = case_of(f"{TELLS}, present: [police, clinic]")
    assert [status(case, agency) for agency in ("police", "clinic")] == ["knows", "knows"]
    assert moments(case)["how"].tolist() == ["own event", "present", "present"]


@pytest.mark.parametrize(
    ("outcome", "says"),
    [
        ("received", "knows"),
        ("late", "knows"),
        ("misdirected", "knows"),
        ("recorded only", "holds"),
        ("not highlighted", "holds"),
        ("unclear", "cannot tell"),
        ("not shared", "not told"),
        ("not received", "not told"),
    ],
)
def test_each_outcome_of_a_share_has_its_status(case_of, outcome, says):
    """What became of it decides what the other agency knew, held, or was not told."""
    case = case_of(share(f"outcome: {outcome}", "sent: 2015-06-12", "received: 2015-06-14"))
    assert status(case, "police") == says


def test_a_misdirected_share_informs_where_it_went(case_of):
    """The agency named is the one it reached; no other learns of it."""
    case = case_of(share("outcome: misdirected", agency="clinic"))
    assert (status(case, "clinic"), status(case, "police")) == ("knows", "no record")


def test_overlapping_dates_cannot_tell(case_of):
    """Received between the 10th and the 20th: nothing on the 9th, open on the 15th, known from the 20th."""
    case = case_of(share("outcome: late", "sent: 2015-06-08", "received: 2015-06-10/2015-06-20"))
    found = [status(case, "police", f"2015-06-{day}") for day in ("09", "10", "15", "19", "20")]
    assert found == ["no record", "cannot tell", "cannot tell", "cannot tell", "knows"]


def test_an_undated_event_can_be_told_only_at_the_end_of_the_record(case_of):
    """On any one day nobody can say whether it had happened."""
    case = case_of("date: undated, agency: school, title: Note, facts: bruise")
    assert (status(case, "school", "2015-06-12"), status(case, "school")) == ("cannot tell", "knows")


def test_nobody_is_untold_before_it_was_not_sent(case_of):
    """'Not told' begins with the day on which it could have been."""
    case = case_of(share("outcome: not shared"))
    assert [status(case, "police", day) for day in ("2015-06-11", "2015-06-12")] == ["no record", "not told"]


def test_what_lies_in_a_file_outranks_what_was_not_told_and_knowing_outranks_both(case_of):
    """Held from one source and kept from it by another: it holds; once it learns, it knows."""
    held = (
        "id: a, date: 2015-06-01, agency: school, title: A, facts: bruise, shared_with: {agency: police, outcome: recorded only}"
    )
    kept = "id: b, date: 2015-06-02, agency: school, title: B, facts: bruise, shared_with: {agency: police, outcome: not shared}"
    told = "id: c, date: 2015-06-09, agency: school, title: C, facts: bruise, shared_with: {agency: police, outcome: received}"
    assert status(case_of(held, kept), "police") == "holds"
    case = case_of(held, kept, told)
    assert [status(case, "police", day) for day in ("2015-06-05", "2015-06-09")] == ["holds", "knows"]


def test_hindsight_informs_nobody(case_of):
    """Neither its agency, nor who was present, nor whom it is shared with."""
    case = case_of(f"{share('outcome: received')}, present: clinic, hindsight: true")
    assert moments(case).empty
    assert [status(case, agency) for agency in ("school", "police", "clinic")] == ["no record"] * 3


def test_what_the_family_lives_through_informs_no_agency_until_it_is_shared(case_of):
    """The family is no agency; a share of its event informs the one told."""
    lived = "id: fall, date: 2015-06-12, agency: family, title: Fall, facts: bruise"
    assert moments(case_of(lived)).empty
    case = case_of(f"{lived}, shared_with: {{agency: clinic, outcome: received, received: 2015-06-15}}")
    assert moments(case)["agency"].tolist() == ["clinic"]


def test_a_share_passes_on_only_the_facts_it_names(case_of):
    """Two facts known, one passed on; blank facts pass on none; unnamed ones pass on all."""
    event = "id: visit, date: 2015-06-12, agency: school, title: Visit, facts: [bruise, move]"
    part, none, whole = (
        case_of(share("outcome: received", *more, event=event)) for more in (("facts: move",), ("facts: []",), ())
    )
    assert [(status(case, "police", fact="bruise"), status(case, "police", fact="move")) for case in (part, none, whole)] == [
        ("no record", "knows"),
        ("no record", "no record"),
        ("knows", "knows"),
    ]


KNEW = "facts: {{bruise: {{title: Bruise, known_to: {{agency: clinic{since}}}}}}}\n"


@pytest.fixture
def knew_of(tmp_path):
    """A case in which the clinic knew of the bruise before the school's visit of 12 June 2015."""
    from loaders import read_case

    def read(since=""):
        text = (
            "format: 1\ncase: {id: example, title: Example}\n"
            "agencies: {school: {name: School}, clinic: {name: Clinic}, police: {name: Police}}\n"
            + KNEW.format(since=since)
            + "events:\n  - {id: visit, date: 2015-06-12, agency: school, title: Visit, facts: bruise}\n"
        )
        file = tmp_path / "example.yaml"
        file.write_text(text, encoding="utf-8")
        return read_case(file, {})

    return read


def test_who_knew_before_knows_on_every_day(knew_of):
    """Without a day it was known from before the record begins; with one, from then on."""
    assert status(knew_of(), "clinic", "1950-01-01") == "knows"
    since = knew_of(", from: 2015-05")
    assert [status(since, "clinic", day) for day in ("2015-04-30", "2015-05-10", "2015-05-31")] == [
        "no record",
        "cannot tell",
        "knows",
    ]


def test_days_after_someone_who_always_knew_are_not_known(knew_of):
    """The clinic is the first; how long the school lagged behind it cannot be counted."""
    found = lags(known_on(moments(knew_of()))).set_index("agency")
    assert found["first"].to_dict() == {"clinic": True, "school": False}
    assert found[["least_days", "most_days"]].isna().all(axis=None)


def lag(case, agency, fact="bruise"):
    found = lags(known_on(moments(case)))
    row = found[(found["agency"] == agency) & (found["fact_id"] == fact)].iloc[0]
    return bool(row["first"]), row["least_days"], row["most_days"]


def test_days_to_the_next_agency_are_counted(case_of):
    """Known on the 12th, received on the 24th: twelve days; the first agency has none."""
    case = case_of(share("outcome: late", "received: 2015-06-24"))
    assert lag(case, "police") == (False, 12, 12)
    first, least, most = lag(case, "school")
    assert (first, math.isnan(least), math.isnan(most)) == (True, True, True)


def test_a_blurred_receipt_gives_a_range(case_of):
    """Received on some day from the 20th to the 30th: 8 to 18 days."""
    assert lag(case_of(share("outcome: late", "received: 2015-06-20/2015-06-30")), "police") == (False, 8, 18)


def test_days_along_a_chain_stay_exact(case_of):
    """Some day in June and twelve days later: twelve days."""
    event = "id: visit, date: 2015-06, agency: school, title: Visit, facts: bruise"
    chained = case_of(share("outcome: late", "received: {after: visit, days: 12}", event=event))
    loose = case_of(share("outcome: late", "received: 2015-06-13/2015-07-12", event=event))
    assert lag(chained, "police") == (False, 12, 12)
    assert lag(loose, "police") == (True, 0, 41)


def test_the_same_blurred_days_are_not_the_same_day(case_of):
    """Known in June and received in June may be 29 days apart."""
    event = "id: visit, date: 2015-06, agency: school, title: Visit, facts: bruise"
    assert lag(case_of(share("outcome: late", "received: 2015-06", event=event)), "police") == (True, 0, 29)


def test_who_was_first_is_left_open_where_the_dates_overlap(case_of):
    """The school in some days of June, the clinic on the 12th, the police on the 20th: the most counts from 1 June."""
    case = case_of(
        "date: 2015-06-01/2015-06-15, agency: school, title: A, facts: bruise",
        "date: 2015-06-12, agency: clinic, title: B, facts: bruise",
        "date: 2015-06-20, agency: police, title: C, facts: bruise",
    )
    assert [lag(case, one) for one in ("school", "clinic", "police")] == [(True, 0, 3), (True, 0, 11), (False, 8, 19)]


def test_agencies_told_on_one_day_are_both_first(case_of):
    """A meeting informs all of them at once."""
    case = case_of(f"{TELLS}, present: police")
    assert [lag(case, one)[0] for one in ("school", "police")] == [True, True]


def test_an_undated_telling_leaves_the_first_day_open(case_of):
    """Known by 12 June at the latest; the undated note may have come before."""
    case = case_of(TELLS, "id: note, date: undated, agency: school, title: Note, facts: bruise")
    row = known_on(moments(case)).iloc[0]
    assert (row["status"], pd.isna(row["earliest"]), row["latest"]) == ("knows", True, pd.Timestamp("2015-06-12"))


def test_several_tellings_have_the_window_of_the_first(case_of):
    """Some day in June, or the 12th: known from the 1st at the earliest, on the 12th at the latest."""
    case = case_of(TELLS, "id: note, date: 2015-06, agency: school, title: Note, facts: bruise")
    row = known_on(moments(case)).iloc[0]
    assert (row["event_id"], row["earliest"], row["latest"]) == ("visit", pd.Timestamp("2015-06-01"), pd.Timestamp("2015-06-12"))


def test_who_has_no_record_and_who_was_not_told_are_named(case_of):
    """The school knows, the police were not told, of the clinic nothing is recorded."""
    case = case_of(share("outcome: not shared"))
    found = never(known_on(moments(case)), ["bruise", "move"], ["school", "police", "clinic"])
    assert found.to_numpy().tolist() == [
        ["bruise", ("clinic",), ("police",)],
        ["move", ("school", "police", "clinic"), ()],
    ]


def test_an_empty_case_has_frames_of_nothing(case_of):
    """No fact, no row, and the columns all the same."""
    known = known_on(moments(case_of()))
    assert (len(known), len(lags(known))) == (0, 0)


SPANS = st.tuples(st.integers(0, 40), st.integers(0, 20))


def frame_of(spans, gives):
    start = pd.Timestamp("2015-01-01")
    rows = [
        ("bruise", "police", give, "shared", f"e{number}", "school", "received", start + pd.Timedelta(days=first),
         start + pd.Timedelta(days=first + length), f"e{number}", 0, 0)
        for number, ((first, length), give) in enumerate(zip(spans, gives, strict=True))
    ]  # fmt: skip
    names = "fact_id agency gives how event_id from_agency outcome earliest latest anchor days_least days_most"
    return pd.DataFrame(rows, columns=names.split())


@settings(max_examples=30)
@given(
    st.lists(st.tuples(SPANS, st.sampled_from(["knows", "holds", "not told", "cannot tell"])), min_size=1, max_size=4),
    st.integers(0, 60),
)
def test_widening_a_window_never_makes_anybody_know_for_sure(moments_, day):
    """Vaguer dates can turn 'knows' into 'cannot tell', never the other way round."""
    spans, gives = [one for one, _ in moments_], [one for _, one in moments_]
    wider = [(first - 3, length + 6) for first, length in spans]
    at = pd.Timestamp("2015-01-01") + pd.Timedelta(days=day)
    says = [list(known_on(frame_of(one, gives), at)["status"]) for one in (spans, wider)]
    assert says[1] != ["knows"] or says[0] == ["knows"]
    assert set(says[0]) <= set(STATUSES) - {"no record"}


@settings(max_examples=30)
@given(st.lists(SPANS, min_size=2, max_size=4), st.data())
def test_a_lag_holds_however_the_days_fall(spans, draws):
    """Each agency's true lag behind the first lies inside its range."""
    start = pd.Timestamp("2015-01-01")
    frame = frame_of(spans, ["knows"] * len(spans)).assign(agency=[f"a{number}" for number in range(len(spans))])
    days = [draws.draw(st.integers(first, first + length)) for first, length in spans]
    for one in lags(known_on(frame)).itertuples():
        true = days[int(one.agency[1:])] - min(days)
        assert math.isnan(one.least_days) or one.least_days <= true <= one.most_days
        assert one.first or true > 0
        assert start <= one.earliest
