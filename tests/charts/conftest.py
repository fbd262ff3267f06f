"""Pictures of cases of a few lines, and of the shipped ones."""

from collections import namedtuple

import pandas as pd
import pytest

from charts.drawn import View
from charts.layout import layout
from charts.scale import scale
from charts.sizes import Sizes
from charts.swimlanes import swimlanes
from loaders import read_case
from measures.lanes import lanes, marked_at
from measures.shares import passed_on

Signed = namedtuple("Signed", "says symbol fill edge x y")

HEAD = """format: 1
case: {id: example, title: Example case}
agencies:
  police: {name: County Police, short: Police}
  school: {name: Primary School, short: School}
  clinic: {name: Health Clinic, short: Clinic}
"""


class Drawn:
    """One case on one axis: its layout, and the figure of what is shown of it."""

    def __init__(self, case, first="2015-01-01", last="2015-12-31", kind="true", compact=False, chosen="", **sizes):
        self.case = case
        self.sizes = Sizes(**{"width": 1200.0, "room": 600.0, "compact": compact, **sizes})
        busy = {day.date() for day in case.events["earliest"].dropna()}
        days = pd.Timestamp(first).date(), pd.Timestamp(last).date()
        self.axis = scale(*days, self.sizes.width - self.sizes.gutter, kind, busy, case.about.disclosure == "relative")
        rows = lanes(case.agencies, case.events, case.periods)
        at = marked_at(case.events, case.practice)
        self.layout = layout(
            case.events, case.practice, case.phases, case.periods, rows, at, self.axis, self.sizes, chosen=chosen
        )

    def figure(self, hide=(), **more):
        shown = frozenset(self.case.events["event_id"]) - set(hide)
        arrows = tuple(passed_on(self.case.shares, frozenset(self.case.events["event_id"]), "all").itertuples())
        points = frozenset(self.case.practice["practice_id"])
        return swimlanes(self.layout, View(**{"shown": shown, "points": points, "arrows": arrows, **more}))

    def marks(self):
        """Every dated mark that is its agency's own, by event."""
        return {mark.event.event_id: mark for lane in self.layout.lanes.values() for mark in lane.marks if not mark.ghost}


@pytest.fixture
def drawn_of(tmp_path):
    """The picture of a few events (one line each) and whatever follows them."""

    def read(*events, rest="", **more):
        file = tmp_path / "example.yaml"
        listed = "".join(f"  - {{{event}}}\n" for event in events)
        file.write_text(HEAD + (f"events:\n{listed}" if events else "events: []\n") + rest, encoding="utf-8")
        return Drawn(read_case(file, {}), **more)

    return read


@pytest.fixture
def named():
    """The traces of a figure whose name begins so."""
    return lambda figure, name: [trace for trace in figure["data"] if str(trace.get("name", "")).startswith(name)]


@pytest.fixture
def signs():
    """Every sign of one of a figure's traces of signs: what it says, its symbol, fill, edge, x, y."""

    def found(figure, name="signs"):
        traces = [trace for trace in figure["data"] if trace.get("name") == name]
        return [
            Signed(*one)
            for trace in traces
            for one in zip(
                trace["customdata"],
                trace["marker"]["symbol"],
                trace["marker"]["color"],
                trace["marker"]["line"]["color"],
                trace["x"],
                trace["y"],
                strict=True,
            )
        ]

    return found


@pytest.fixture
def words():
    """Every text that stands on a figure."""
    return lambda figure: [one for trace in figure["data"] for one in trace.get("text") or ()]


@pytest.fixture(scope="session")
def shipped():
    """The shipped cases, each drawn wide on its scope."""
    from loaders import read_library
    from measures.lanes import default_range

    found = {}
    for name, case in read_library().cases.items():
        scope = tuple(pd.NaT if day is None else pd.Timestamp(day) for day in (case.scope.earliest, case.scope.latest))
        first, last = default_range(case.events[~case.events["hindsight"].astype(bool)], scope)
        found[name] = [
            Drawn(case, first, last, compact=compact, width=width) for width, compact in ((1872.0, False), (1232.0, True))
        ]
    return found
