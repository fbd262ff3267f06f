"""The app as people meet it: a server of its own, Debian's Chromium, and a check that nothing left this machine or went wrong."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Playwright, expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
CHRONOLOGIES = Path(__file__).resolve().parent / "chronologies"
ADDRESS = "127.0.0.1"
PATIENCE_MS = 60_000
WIDE, SMALL = (1920, 1080), (1280, 720)
NO_BROWSER = "No Chromium was found: install chromium, or set the variable CHROMIUM to the path of a Chromium, Chrome or Edge."
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
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


@dataclass
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

    def go(self, path: str) -> None:
        """Open an address of the app in a new session."""
        self.page.goto(self.base + path, wait_until="domcontentloaded")

    def past_the_note(self) -> None:
        """Read the content note and open the case."""
        self.page.get_by_role("button", name="Open the case").click()
        expect(self.page.get_by_role("dialog")).to_have_count(0)

    def open(self, path: str) -> None:
        """Open a page of one case in a new session, past the content note, and wait until it is drawn."""
        self.go(path)
        self.past_the_note()
        self.calm()
        if path.startswith("/timeline"):
            self.figure().wait_for()

    def calm(self) -> None:
        """Wait until no run of the script is under way."""
        script = "document.querySelector('[data-testid=stApp]')?.getAttribute('data-test-script-state') === 'notRunning'"
        self.page.wait_for_function(f"() => {script}")

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


def chromium() -> str:
    """The path of the browser; the test fails where there is none."""
    named = os.environ.get("CHROMIUM")
    names = (named,) if named else ("chromium", "chromium-browser", "google-chrome")
    found = next((place for place in map(shutil.which, names) if place), None)
    if found is None:
        pytest.fail(NO_BROWSER, pytrace=False)
    return found


# Package scope: Playwright keeps an event loop running in its thread, and other tests need theirs.
@pytest.fixture(scope="package")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as found:
        yield found


@pytest.fixture(scope="package")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Chromium with a new, empty profile."""
    found = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
    yield found
    found.close()


def free_port() -> int:
    with socket.socket() as line:
        line.bind((ADDRESS, 0))
        return int(line.getsockname()[1])


@contextmanager
def serving(folder: Path | None, log: Path, *words: str, port: int = 0, **named: str) -> Iterator[str]:
    """The app on a free port of this machine, with the shipped cases or those of a folder; ended afterwards.

    words: for the server besides; named: variables of its environment.
    """
    port = port or free_port()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("CASE_TIMELINES_")} | named
    if folder:
        environment["CASE_TIMELINES_FOLDER"] = str(folder)
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port), "--server.headless", "true"]
    # A file that is edited while the tests run must not change the app under them.
    command += ["--server.fileWatcherType", "none", *words]
    with log.open("wb") as lines, subprocess.Popen(command, cwd=ROOT, env=environment, stdout=lines, stderr=lines) as app:
        try:
            await_answer(f"http://{ADDRESS}:{port}/_stcore/health", app, log)
            yield f"http://{ADDRESS}:{port}"
        finally:
            app.terminate()
            try:
                app.wait(timeout=10)
            except subprocess.TimeoutExpired:
                app.kill()


def await_answer(address: str, app: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until a server that was started answers; the test fails with its log where it ends or stays silent."""
    until = time.monotonic() + PATIENCE_MS / 1000
    while time.monotonic() < until and app.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    pytest.fail(f"The server did not start:\n{log.read_text(encoding='utf-8', errors='replace')}", pytrace=False)


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app with the shipped cases; the address without a path."""
    with serving(None, tmp_path_factory.mktemp("server") / "log.txt") as base:
        yield base


@pytest.fixture
def fresh_server(tmp_path: Path) -> Iterator[str]:
    """An app that nobody has asked for anything yet."""
    with serving(None, tmp_path / "log.txt") as base:
        yield base


@dataclass
class Shelf:
    """An app with a folder of chronologies of its own, which a test fills."""

    base: str
    folder: Path

    def put(self, *names: str) -> None:
        """Lay chronologies of tests/browser/chronologies into the folder."""
        for name in names:
            shutil.copy(CHRONOLOGIES / f"{name}.yaml", self.folder)


@pytest.fixture(scope="package")
def shelved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    """The app on an empty folder, one for all tests that lay chronologies there."""
    folder = tmp_path_factory.mktemp("shelf")
    with serving(folder, tmp_path_factory.mktemp("shelf-log") / "log.txt") as base:
        yield Shelf(base, folder)


@pytest.fixture
def shelf(shelved: Shelf) -> Shelf:
    """The app with a folder that is empty at first."""
    for file in shelved.folder.iterdir():
        file.unlink()
    return shelved


_tabs: list[Tab] = []


@pytest.fixture(scope="package")
def new_tab(browser: Browser) -> Iterator[Callable[..., AbstractContextManager[Tab]]]:
    """Opens a page of its own session and size; every one is watched to the end of its test."""

    @contextmanager
    def opened(base: str, size: tuple[int, int] = WIDE, scale: float = 1) -> Iterator[Tab]:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, device_scale_factor=scale, reduced_motion="reduce"
        )
        tab = Tab(context.new_page(), base)
        _tabs.append(tab)
        try:
            yield tab
        finally:
            context.close()

    yield opened
    _tabs.clear()


@pytest.fixture
def wide(new_tab, server) -> Iterator[Tab]:
    """A page as on a lecture-room screen, 1920 by 1080."""
    with new_tab(server, WIDE) as tab:
        yield tab


@pytest.fixture
def small(new_tab, server) -> Iterator[Tab]:
    """A page as on a small laptop, 1280 by 720."""
    with new_tab(server, SMALL) as tab:
        yield tab


def leading_out(urls: list[str]) -> list[str]:
    """Addresses that are not on this machine."""
    return [url for url in urls if urlsplit(url).scheme not in ("data", "blob") and urlsplit(url).hostname != ADDRESS]


@pytest.fixture(autouse=True)
def nothing_left_this_machine_and_nothing_went_wrong() -> Iterator[None]:
    """After every test here: each request went to this machine, and no script complained."""
    yield
    asked = [url for tab in _tabs for url in tab.requests]
    complaints = [one for tab in _tabs for one in tab.complaints]
    for tab in _tabs:
        tab.requests.clear()
        tab.complaints.clear()
    assert leading_out(asked) == []
    assert complaints == []
