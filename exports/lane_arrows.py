"""What was passed on, as connectors from the mark to the lane it reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from charts.palette import ARROW, MUTED
from exports.lane_look import Look, middle_px, until_px
from exports.lane_plan import Place, Plan
from exports.shapes import Line, Shape


def arrow_lines(plan: Plan, look: Look, places: Mapping[str, Place]) -> Iterator[Shape | Line]:
    names = {name: lane.agency.short for name, lane in plan.lanes.items()}
    for share in look.shares:
        place = places.get(share.event_id)
        if place is None or share.agency not in plan.lanes or share.agency == share.from_agency:
            continue
        x = middle_px(plan, look, place)
        down = plan.height_of(share.agency) > place.y
        y = place.y + (1 if down else -1) * plan.mark * 0.6
        lane = plan.lanes[share.agency]
        arrives = (lane.top + plan.mark * 0.55) if down else (lane.bottom - plan.mark * 0.55)
        x2 = x
        if pd.notna(share.received_earliest) and pd.notna(share.received_latest) and plan.axis and place.form != "undated":
            late = pd.notna(share.days_least) and share.days_least > 0
            x2 = max(x, min(plan.middle(share.received_earliest), until_px(plan, look))) if late else x
        colour, dash, end = LOOKS.get(share.outcome, (ARROW, "", "triangle"))
        said = f"{place.event.title}: {SAID.get(share.outcome, share.outcome)} {names[share.agency]}"
        thick = 3.0 if share.event_id == look.focus else 1.7
        yield Line("Passed on", said, x, y, x2, arrives, colour, thick, dash, end)
        if share.outcome == "not received":
            yield Shape("Did not arrive", said, x2 - 7, arrives - 7, 14, 14, "mathMultiply", colour, colour, 0.5)


LOOKS = {
    "late": (ARROW, "lgDash", "triangle"),
    "not shared": (MUTED, "dash", "oval"),
    "not received": (ARROW, "", ""),
    "misdirected": (ARROW, "sysDot", "triangle"),
    "unclear": (ARROW, "sysDot", "triangle"),
}


SAID = {
    "received": "passed on to",
    "late": "passed on late to",
    "not shared": "never sent to",
    "not received": "did not reach",
    "misdirected": "sent to the wrong place:",
    "unclear": "it is not clear when it reached",
    "recorded only": "lay in a file of",
    "not highlighted": "was not brought out to",
}
