"""Who is named between which days, and after whom: never more than the chronology says."""

import pandas as pd

from measures.at_work import at_work, in_turn, staff


def frames(*rows):
    """Events of (id, first, last day from 1 January 2015, by) and three professionals of two agencies."""
    start = pd.Timestamp("2015-01-01").as_unit("s")
    events = pd.DataFrame(
        [
            (
                name,
                start + pd.Timedelta(days=a) if a is not None else pd.NaT,
                start + pd.Timedelta(days=b) if b is not None else pd.NaT,
                by,
            )
            for name, a, b, by in rows
        ],
        columns=["event_id", "earliest", "latest", "by"],
    )
    events = events.assign(anchor=events["event_id"], days_least=0, days_most=0, lasts=False)
    for name in ("with", "people", "reported_by", "according_to"):
        events[name] = [()] * len(events)
    people = pd.DataFrame(
        [
            ("hv1", "HV1", "health visitor", "clinic"),
            ("hv2", "HV2", "health visitor", "clinic"),
            ("pc", "PC", "", "police"),
            ("child", "Child", "", ""),
        ],
        columns=["person_id", "name", "role", "agency"],
    )
    agencies = pd.DataFrame({"agency_id": ["clinic", "police"], "sector": ["health", "police"]})
    return people, events, agencies


def work(*rows, disclosure="exact"):
    people, events, agencies = frames(*rows)
    return at_work(people, events, agencies, disclosure, "case")


def test_the_days_between_the_first_and_the_last_naming_are_a_range():
    """Named on day 0 and on some day of 40 to 60: 40 to 60 days; the child is no professional."""
    found = work(("a", 0, 0, ("hv1",)), ("b", 40, 60, ("hv1",))).set_index("person_id")
    assert list(found.index) == ["hv1", "hv2", "pc"]
    assert found.loc["hv1", ["least_days", "most_days", "first_event", "last_event", "events"]].tolist() == [40, 60, "a", "b", 2]
    assert found.loc["hv2", ["events", "first_event"]].tolist() == [0, ""]
    assert pd.isna(found.loc["hv2", "least_days"])


def test_one_event_is_no_stretch_however_blurred_it_is():
    """A month that names somebody once does not say that they were there for a month."""
    assert work(("a", 0, 30, ("pc",))).set_index("person_id").loc["pc", ["least_days", "most_days"]].tolist() == [0, 0]


def test_an_undated_event_is_counted_and_gives_no_days():
    """It names them; when is not known."""
    found = work(("a", None, None, ("pc",))).set_index("person_id").loc["pc"]
    assert (found["events"], found["undated"]) == (1, 1)
    assert pd.isna(found["least_days"])


def test_who_is_named_after_whom_is_sure_together_or_cannot_be_told():
    """In turn where the last of the one surely comes before the first of the other."""
    turn = [("a", 0, 0, ("hv1",)), ("b", 10, 10, ("hv1",)), ("c", 12, 12, ("hv2",)), ("d", 30, 30, ("hv2",))]
    assert in_turn(work(*turn))[["before", "after", "least_days", "most_days", "order"]].to_numpy().tolist() == [
        ["hv1", "hv2", 2, 2, "in turn"]
    ]
    overlap = [*turn, ("e", 20, 20, ("hv1",))]
    assert in_turn(work(*overlap))["order"].tolist() == ["together"]
    blurred = [("a", 0, 0, ("hv1",)), ("b", 5, 25, ("hv1",)), ("c", 12, 12, ("hv2",))]
    assert in_turn(work(*blurred))[["least_days", "most_days", "order"]].to_numpy().tolist() == [[-13, 7, "cannot tell"]]


def test_an_agency_counts_its_professionals_and_who_is_named_longest():
    """Two health visitors in turn, the first over ten days."""
    found = work(("a", 0, 0, ("hv1",)), ("b", 10, 10, ("hv1",)), ("c", 12, 12, ("hv2",)))
    row = staff(found, in_turn(found)).set_index("agency").loc["clinic"]
    assert row[["people", "dated", "in_turn", "together", "cannot_tell", "longest", "longest_least"]].tolist() == [
        2,
        2,
        1,
        0,
        0,
        "HV1",
        10,
    ]


def test_dates_to_the_month_tell_no_days():
    """Neither how long somebody is named."""
    assert work(("a", 0, 30, ("pc",)), ("b", 31, 58, ("pc",)), disclosure="month")["least_days"].isna().all()
