"""What open sessions cost in memory and waiting; `python -m bench.sessions 30 300` opens that many on one page."""

from __future__ import annotations

import argparse
import asyncio
import re
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from bench.click import ONE_POINT
from bench.library import write_library
from bench.rows import Row
from bench.serving import ADDRESS, ROOT, served

PATIENCE_SECONDS = 600.0
GOAL_MB = 1.0
AT_ONCE = 30


@dataclass(frozen=True)
class Cost:
    """Sessions open together, MB of the server for each, and seconds to the whole page while thirty open at once: middle, longest."""

    sessions: int
    mb_each: float
    middle: float
    longest: float

    def __str__(self) -> str:
        return f"| {self.sessions} | {self.mb_each:.2f} | {self.middle:.2f} | {self.longest:.2f} |"


def memory(process: int) -> float:
    """MB of memory that a process holds for itself."""
    said = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(re.findall(r"VmRSS:\s+(\d+) kB", said)[0]) / 1024


class Session:
    """One browser's web socket: it asks for a page, opens the content note, and keeps the line open."""

    def __init__(self, line: ClientConnection, page: str, query: str):
        self._line, self._page, self._query = line, page, query

    async def show(self) -> float:
        """Seconds until the whole page has been sent, the content note opened where there is one."""
        begun = time.monotonic()
        gate = await self._run("")
        if gate:
            await self._run(gate)
        return time.monotonic() - begun

    async def _run(self, pressed: str) -> str:
        """Run the page, with a button pressed; the id of the button that opens a content note, or blank."""
        asked = BackMsg()
        asked.rerun_script.query_string = self._query
        asked.rerun_script.page_name = self._page
        if pressed:
            state = asked.rerun_script.widget_states.widgets.add()
            state.id, state.trigger_value = pressed, True
        await self._line.send(asked.SerializeToString())
        gate = ""
        while True:
            said = ForwardMsg()
            said.ParseFromString(await asyncio.wait_for(self._line.recv(), PATIENCE_SECONDS))
            button = said.delta.new_element.button if said.HasField("delta") else None
            if button is not None and "gate-open" in button.id:
                gate = button.id
            if said.HasField("script_finished") and said.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                return gate


def measure(runs: int = 5) -> Iterator[Row]:
    """Thirty people who open a case within the same moment, each time in a new program; the peer's memory is the goal, 1 MB."""
    found: list[tuple[Cost, Cost]] = []
    for _ in range(min(runs, 3)):
        pair = []
        for app, page, query in ((ROOT / "app.py", "timeline", "case=child-k"), (ONE_POINT, "", "")):
            with served(app, bare=app == ONE_POINT) as server:
                [cost] = asyncio.run(measured(server.port, server.process, [AT_ONCE], page, query))
                pair.append(cost)
        found.append((pair[0], pair[1]))
    each = [ours.mb_each for ours, _ in found]
    middle, spread = statistics.median(each), f"{min(each):.3g} to {max(each):.3g}"
    what = f"memory of an open session, {AT_ONCE} on the timeline"
    yield Row(what, middle, GOAL_MB, middle / GOAL_MB, 1, len(found), spread, "MB", "1 MB")
    waits = [(ours.middle, peer.middle) for ours, peer in found]
    ratios = [ours / peer for ours, peer in waits]
    ours, peer = (statistics.median(one[side] for one in waits) for side in (0, 1))
    spread = f"{min(ratios):.3g} to {max(ratios):.3g}"
    what = f"{AT_ONCE} sessions at once, until the middle one has its whole page"
    yield Row(what, ours, peer, statistics.median(ratios), None, len(found), spread, "s", "one point")


async def measured(port: int, process: int, counts: list[int], page: str, query: str) -> list[Cost]:
    """The cost at each number of sessions, which stay open while the next are added; one opened before is not counted."""
    lines: list[Any] = []
    found = []

    async def opened() -> float:
        line = await connect(f"ws://{ADDRESS}:{port}/_stcore/stream", subprotocols=["streamlit"], max_size=None, open_timeout=120)  # type: ignore[list-item]
        lines.append(line)
        return await Session(line, page, query).show()

    await opened()
    await asyncio.sleep(2)
    before = memory(process)
    for count in counts:
        waits: list[float] = []
        while len(lines) <= count:  # one was opened before
            waits += await asyncio.gather(*[opened() for _ in range(min(AT_ONCE, count + 1 - len(lines)))])
        await asyncio.sleep(3)
        found.append(Cost(count, (memory(process) - before) / count, statistics.median(waits), max(waits)))
    await asyncio.gather(*[line.close() for line in lines])
    return found


def main() -> None:
    """Measure, and say whether the goal is met."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("sessions", type=int, nargs="+", help="how many at once, growing")
    reader.add_argument("--cases", type=int, default=0, help="made-up cases instead of the shipped ones")
    reader.add_argument("--events", type=int, default=200, help="events in each made-up case")
    reader.add_argument("--page", default="timeline")
    reader.add_argument("--query", default="", help="of the address; by default one shipped or made-up case")
    given = reader.parse_args()
    query = given.query or ("case=made-up-00001" if given.cases else "case=child-k")
    with tempfile.TemporaryDirectory(prefix="case-timelines-") as place:
        folder = write_library(Path(place), given.cases, given.events) if given.cases else None
        with served(cases=folder) as server:
            print(f"{given.page}, {f'{given.cases} cases' if folder else 'the shipped cases'}; goal {GOAL_MB} MB a session\n")
            print("| sessions | MB each | seconds to the whole page, middle | longest |\n|---|---|---|---|", flush=True)
            for cost in asyncio.run(measured(server.port, server.process, sorted(given.sessions), given.page, query)):
                print(cost)
            print(f"\n{memory(server.process):.0f} MB in all")


if __name__ == "__main__":
    main()
