"""What holds for every test: made-up examples are the same on every run, the order is drawn anew, and nothing is timed."""

import pytest
from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The tests in a browser come first, in the order drawn for this run: they take longest, and share one server and one browser."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is None)
