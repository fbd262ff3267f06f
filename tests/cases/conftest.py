"""The five shipped cases, read once, and what the measures say of them."""

from dataclasses import dataclass, field

import pandas as pd
import pytest

from loaders import read_library
from measures.between import days_between
from measures.clocks import clock_results, working_days
from measures.knowledge import known_on, learned

NAMES = ["birmingham", "child-by", "child-j", "child-k", "sophia"]


@dataclass
class Facts:
    """One shipped case, and short questions to it."""

    case: object
    rows: dict = field(default_factory=dict)

    def __post_init__(self):
        self.rows = {event.event_id: event for event in self.case.events.itertuples()}

    def window(self, event):
        """The first and last day of an event, as text."""
        row = self.rows[event]
        return str(row.earliest.date()), str(row.latest.date())

    def days(self, first, then):
        """The least and most days between two events."""
        return days_between(self.rows[first], self.rows[then])

    def working_days(self, first, then):
        """Working days between two events of one day each."""
        assert self.rows[first].dating == self.rows[then].dating == "exact"
        return working_days(self.rows[first].earliest.date(), self.rows[then].latest.date())

    def clock(self, name):
        """The answer and the words of a clock."""
        found = clock_results(self.case.clocks, self.case.events, self.case.shares, self.case.about.disclosure).set_index(
            "clock_id"
        )
        return found.loc[name, "answer"], found.loc[name, "words"]

    def status(self, fact, day=None):
        """Each agency's status on a fact, at the end of a day or of the record."""
        known = known_on(learned(self.case.events, self.case.shares, self.case.known_before), day and pd.Timestamp(day))
        here = known[known["fact_id"] == fact]
        return dict(zip(here["agency"], here["status"], strict=True))

    def shares(self, event, agency=""):
        """The shares of an event: agency, outcome, first and last day of receipt, as text."""
        shares = self.case.shares
        here = shares[(shares["event_id"] == event) & (shares["agency"].eq(agency) | (agency == ""))]
        day = lambda one: "" if pd.isna(one) else str(one.date())  # noqa: E731
        return [(one.agency, one.outcome, day(one.received_earliest), day(one.received_latest)) for one in here.itertuples()]


@pytest.fixture(scope="session")
def library():
    """The library as it is shipped."""
    return read_library()


@pytest.fixture(scope="session")
def facts_of(library):
    """Questions to a shipped case, by its name."""
    found = {name: Facts(case) for name, case in library.cases.items()}
    return lambda name: found[name]
