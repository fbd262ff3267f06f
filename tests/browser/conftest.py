"""The app as people meet it: a server of its own, Debian's Chromium, and a check that nothing left this machine or went wrong."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.browser.serving import CHRONOLOGIES, chromium, leading_out, serving
from tests.browser.tab import Tab

WIDE, SMALL = (1920, 1080), (1280, 720)
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


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


_lasting: set[str] = set()  # the addresses of servers that many tests share


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app with the shipped cases; the address without a path."""
    with serving(None, tmp_path_factory.mktemp("server") / "log.txt") as base:
        _lasting.add(base)
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
        _lasting.add(base)
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
    """Opens a page in a session, with cookies and of a size of its own; every one is watched to the end of its test.

    A page is used again by later tests on the same server: one that has read the app's scripts reads them again in a third of the
    time. One that a test listens to or changes for good is asked for as `kept=False`: new, with nothing in its cache, and closed at the end.
    """
    free: dict[str, list[Tab]] = {}

    @contextmanager
    def opened(base: str, size: tuple[int, int] = WIDE, scale: float = 1, kept: bool = True) -> Iterator[Tab]:
        kept, waiting = kept and base in _lasting, free.setdefault(base, [])
        tab = waiting.pop() if kept and waiting else Tab(browser.new_context().new_page(), base)
        tab.taken(size, scale)
        if tab not in _tabs:
            _tabs.append(tab)
        try:
            yield tab
        except BaseException:
            kept = False
            raise
        finally:
            if kept and tab.cleared():
                waiting.append(tab)
            else:
                tab.page.context.close()

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
