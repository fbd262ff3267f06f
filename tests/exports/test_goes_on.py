"""A window that does not end with its page says so, on that page and on the next."""

import pytest

from exports.printed import printed


def signs(part):
    """How many windows go on before, and after, the days of a page."""
    texts = [text for trace in part.figure["data"] if trace.get("name") == "goes ons" for text in trace["text"]]
    return sum("◂" in text for text in texts), sum("▸" in text for text in texts)


@pytest.fixture
def parts(case_of, view_of):
    """The pages of a case, on paper of that height."""

    def made(dates, height):
        case = case_of(dates)
        view, rows, _ = view_of(case)
        return printed(case, view, dict(zip(rows["event_id"], rows["No"], strict=True)), 1000, height)

    return made


def test_a_window_over_a_page_break_has_a_sign_on_both_pages(parts):
    """One window of the whole year among events of each month: it goes on after the first page and before the second."""
    days = [f"2015-{month:02}-{day:02}" for month in range(1, 13) for day in (4, 4, 4, 18, 18, 18)]
    pages = parts([*days, "2015-01-10/2015-12-10"], 200)
    assert len(pages) > 1
    assert signs(pages[0]) == (0, 1)
    assert signs(pages[-1]) == (1, 0)


def test_a_window_on_one_page_has_none(parts):
    assert [signs(page) for page in parts(["2015-02-01", "2015-03-01/2015-04-10", "2015-06-01"], 700)] == [(0, 0)]
