"""A page of the browser as a person uses it, which remembers what it asked for and complained of."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Error, Locator, Page, expect

PATIENCE_MS = 60_000
# Streamlit looks for its own server below the page's path first (an app may be served below a path), gets 404 on a deep link, and
# then finds it at the root: two requests of its own that fail on purpose.
PROBE = re.compile(r"/[a-z]+/_stcore/(health|host-config)")

# A mark is the point of a trace of markers that has words to hover; its place is in the picture's own pixels.
GRAPH = "const graph = document.querySelector('.st-key-picture .js-plotly-plot');"
MARKS = (
    GRAPH
    + """
const marks = graph.data.filter(trace => trace.mode === 'markers' && trace.hovertext && trace.customdata)
  .flatMap(trace => trace.customdata.map((event, at) => [event, trace.x[at], trace.y[at]]));
const area = graph.querySelector('.nsewdrag').getBoundingClientRect();
const [left, right] = graph._fullLayout.xaxis.range, [low, high] = graph._fullLayout.yaxis.range;
const place = ([event, x, y]) => [area.x + (x - left) / (right - left) * area.width, area.y + (y - high) / (low - high) * area.height];
"""
)
DRAWN = "() => {" + MARKS + "return Object.fromEntries(marks.map(([event, x]) => [event, x])); }"
PLACE = "([wanted]) => {" + MARKS + "return place(marks.find(([event]) => event === wanted)); }"
HAS = (
    "([wanted, only]) => { if (!document.querySelector('.st-key-picture .js-plotly-plot')?.data) return false;" + MARKS + ""
    "const drawn = new Set(marks.map(([event]) => event));"
    "return wanted.every(event => drawn.has(event)) && (!only || drawn.size === wanted.length); }"
)
SCROLL = (
    "([wanted]) => {" + MARKS + "const [x, y] = place(marks.find(([event]) => event === wanted));"
    "if (y < 150 || y > innerHeight - 80) document.querySelector('[data-testid=stMain]').scrollBy(0, y - innerHeight / 2); }"
)

expect.set_options(timeout=PATIENCE_MS)


def _wait_for_function(page: Page, expression: str, *, arg: Any = None, **_: Any) -> None:
    """Ask until it is so. Playwright's own way asks inside the page by eval, which our Content-Security-Policy forbids there."""
    until = time.monotonic() + PATIENCE_MS / 1000
    while not page.evaluate(expression, arg):
        if time.monotonic() > until:
            pytest.fail(f"This did not come true within {PATIENCE_MS // 1000} seconds: {expression[:500]}", pytrace=False)
        page.wait_for_timeout(50)


Page.wait_for_function = _wait_for_function  # type: ignore[assignment, method-assign]


# The windows of a room look at it twice a second, which is a short run of its own.
CALM = """() => {
  const state = document.querySelector('[data-testid=stApp]')?.getAttribute('data-test-script-state');
  const still = state === 'notRunning' && !document.querySelector('[data-stale=true]');
  window.calmSince = still ? (window.calmSince ?? performance.now()) : undefined;
  const long = document.querySelector('.st-key-stage, .st-key-fac') ? 100 : 500;
  return still && performance.now() - window.calmSince >= long;
}"""


@dataclass(eq=False)
class Tab:
    """A page of the browser, the app it is on, and what it asked for and complained of since the last test."""

    page: Page
    base: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.set_default_timeout(PATIENCE_MS)
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.complaints.append(f"page error: {error}"))
        self.page.on("console", self._console)
        self.page.on("dialog", self._dialog)

    def _console(self, message: Any) -> None:
        place = urlsplit(message.location.get("url", ""))
        own_probe = PROBE.fullmatch(place.path) and "404" in message.text
        if message.type == "error" and not own_probe:
            self.complaints.append(f"console: {message.text} ({place.path})")

    def _dialog(self, dialog: Any) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def taken(self, size: tuple[int, int], scale: float) -> None:
        """Be the page of a test: of that size in CSS pixels, with so many of the screen's to each, and without motion."""
        wide, high = size
        self.page.set_viewport_size({"width": wide, "height": high})
        screen = {"width": wide, "height": high, "deviceScaleFactor": scale, "mobile": False}
        self.page.context.new_cdp_session(self.page).send("Emulation.setDeviceMetricsOverride", screen)
        self.page.emulate_media(reduced_motion="reduce", forced_colors="none")

    def cleared(self) -> bool:
        """Leave the session, and be as if it had never been, for another test; false where that cannot be."""
        try:
            for other in self.page.context.pages:
                if other != self.page:
                    other.close()
            self.page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
            # Still an address of the app: for a blank page the browser would begin with a new process, which has read no script.
            self.page.goto(self.base + "/_stcore/health")
            self.page.context.clear_cookies()
            self.page.mouse.move(0, 0)
        except Error:
            return False
        return True

    def go(self, path: str) -> None:
        """Open an address of the app in a new session."""
        self.page.goto(self.base + path, wait_until="domcontentloaded")

    def past_the_note(self) -> None:
        """Read the content note and open the case."""
        opens = self.page.get_by_role("button", name="Open the case")
        expect(opens).to_be_visible()  # says what is on the page instead, where it does not come
        opens.click()
        expect(self.page.get_by_role("dialog")).to_have_count(0)

    def open(self, path: str) -> None:
        """Open a page of one case in a new session, past the content note, and wait until it is drawn."""
        self.go(path)
        self.past_the_note()
        self.calm()
        if path.startswith("/timeline"):
            self.figure().wait_for()

    def calm(self) -> None:
        """Wait until no run of the script has been under way for a moment, and nothing of an older run is left on the page."""
        self.page.evaluate("() => { delete window.calmSince; }")
        self.page.wait_for_function(CALM)

    def place(self, event: str) -> tuple[float, float]:
        """Where the mark of an event is on the screen, scrolled into view."""
        self.page.evaluate(SCROLL, [event])
        x, y = self.page.evaluate(PLACE, [event])
        return x, y

    def await_marks(self, *events: str, only: bool = False) -> None:
        """Wait until these events have a mark in the picture, and, if `only`, no other has one."""
        self.page.wait_for_function(HAS, arg=[list(events), only])

    def drawn(self) -> dict[str, float]:
        """The events that have a mark in the picture, with the pixel from the left at which it stands."""
        found: dict[str, float] = self.page.evaluate(DRAWN)
        return found

    def figure(self) -> Locator:
        """The picture of the timeline."""
        return self.page.get_by_role("figure", name=re.compile(r"^Swimlanes of "))

    def caption(self) -> Locator:
        """The line that names the chosen event."""
        return self.page.locator(".st-key-caption")

    def asked(self, name: str) -> str:
        """What the address says of one key; blank where it says nothing."""
        return ".".join(parse_qs(urlsplit(self.page.url).query).get(name, []))

    def await_event(self, event: str) -> None:
        """Wait until the address says that this event is chosen."""
        self.page.wait_for_url(lambda url: parse_qs(urlsplit(url).query).get("event") == [event])
