"""What holds for every test: made-up examples are the same on every run, the order is drawn anew, and nothing is timed."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from panels import lead
from panels.opening import only_its_own_pieces

os.environ["CASE_TIMELINES_CACHE"] = "off"

# A test of one page has no server, which would do this, and no browser, which would have a picture to draw.
only_its_own_pieces()
lead.AHEAD_SECONDS = 0

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The tests in a browser come first, in the order drawn for this run: they take longest, and share one server and one browser.

    Then those of files to take along, one of which waits for LibreOffice: what is long does not begin last.
    """
    items.sort(key=lambda item: (item.get_closest_marker("browser") is None, item.path.parent.name != "exports"))


@pytest.fixture(autouse=True, scope="session")
def what_rooms_say_stays_in_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test writes into the folder of what this user's own rooms said."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CASE_TIMELINES_CAPTURES", str(tmp_path_factory.mktemp("kept")))
        yield
