"""Texts of files and of links are shown as written: nothing in them is run, loaded, coloured or set as a formula."""

import re

import pytest
from playwright.sync_api import expect

from panels.menu import NOT_IN_THE_MENU, PAGES

pytestmark = pytest.mark.browser
WRITTEN = "<img src=x onerror=alert(1)> [x](javascript:alert(1)) $x$ :red[x] $$y$$ :+1:"
LABEL = "<img src=x onerror=alert(1)>"
TURNED = """() => ({
  images: document.querySelectorAll('[data-testid=stMain] img, [data-testid=stMain] svg image, [onerror], [onload]').length,
  links: [...document.querySelectorAll('a')].map(a => a.getAttribute('href') || a.getAttribute('xlink:href') || '')
    .filter(href => href.includes('javascript')),
  formulas: document.querySelectorAll('.katex, math').length,
  icons: [...document.querySelectorAll('[data-testid=stIconMaterial]')].filter(one => one.textContent === 'star').length,
  colours: [...document.querySelectorAll('.stMarkdownColoredText')].filter(one => one.textContent === 'x').length,
})"""
NOTHING = {"images": 0, "links": [], "formulas": 0, "icons": 0, "colours": 0}


@pytest.fixture(scope="module")
def opened_once(new_tab, shelved):
    """The case whose every text is dangerous, opened once; its own event is chosen."""
    for file in shelved.folder.iterdir():
        file.unlink()
    shelved.put("dangerous")
    with new_tab(shelved.base) as tab:
        tab.go("/timeline?case=dangerous&event=visit&fact=concern")
        expect(tab.page.get_by_role("dialog")).to_contain_text(f"This case contains: {WRITTEN}")
        assert tab.page.evaluate(TURNED) == NOTHING
        tab.past_the_note()
        yield tab


@pytest.fixture
def dangerous(opened_once, shelf):
    """That page, with its case on the shelf again, whichever tests came in between."""
    shelf.put("dangerous")
    return opened_once


def shown(tab, least, words=WRITTEN):
    """Wait until that many places show the words as written, and see that none of them became more than text."""
    found = tab.page.get_by_test_id("stMain").get_by_text(words)
    expect(found.nth(least - 1)).to_be_attached()
    assert tab.page.evaluate(TURNED) == NOTHING


def test_the_timeline_shows_every_text_as_written(dangerous):
    """Title, caption, details, picture, filters and table."""
    page = dangerous.page
    dangerous.go("/timeline?case=dangerous&event=visit&fact=concern")
    dangerous.past_the_note()
    dangerous.figure().wait_for()
    expect(dangerous.caption()).to_contain_text(WRITTEN)
    expect(page.get_by_role("heading", name=WRITTEN, level=1)).to_be_visible()
    details = page.get_by_role("region", name="Details of the chosen event")
    expect(details.get_by_text(WRITTEN).nth(5)).to_be_attached()
    expect(page.locator(".marking")).to_have_text(WRITTEN)
    picture = page.locator(".st-key-picture svg text")
    expect(picture.filter(has_text=LABEL).first).to_be_attached()
    expect(picture.filter(has_text="<img src=x> $x$ :red[x]").first).to_be_attached()
    # The table is drawn on a canvas; its cells stand inside as text for those who hear it.
    expect(page.get_by_test_id("data-grid-canvas").locator("td", has_text=WRITTEN).first).to_be_attached()
    assert page.evaluate(TURNED) == NOTHING
    for opener, words in (
        ("Phases:", WRITTEN),
        ("Agencies:", "[x](javascript:alert(1))"),
        ("People:", WRITTEN),
        ("Passed on:", WRITTEN),
    ):
        page.get_by_test_id("stPopoverButton").filter(has_text=opener).click()
        opened = page.get_by_role("dialog", name=opener)
        expect(opened.get_by_text(words).or_(opened.locator(f'input[value="{words}"]')).first).to_be_attached()
        assert page.evaluate(TURNED) == NOTHING
        assert page.locator(".stPopoverBody .katex, .stPopoverBody img, .stPopoverBody a").count() == 0
        page.keyboard.press("Escape")
        expect(opened).to_have_count(0)


LEAST = {
    "Cases": 3,
    "Case": 10,
    "Practice": 3,
    "Who knew what": 2,
    "Silence and sight": 1,
    "Density": 1,
    "Delay": 1,
    "Learning": 2,
}
ALONE = {"present", *NOT_IN_THE_MENU}  # these have a window of their own, without a menu
TITLES = [title for title, _, path in PAGES if title != "Timeline" and path not in ALONE]


@pytest.mark.parametrize("title", TITLES)
def test_every_other_page_shows_every_text_as_written(dangerous, title):
    """At least as many places as the page has for such a text."""
    dangerous.page.get_by_role("link", name=title, exact=True).click()
    expect(dangerous.page.get_by_test_id("stMain").get_by_role("heading").first).to_be_visible()
    if title in LEAST:
        shown(dangerous, LEAST[title])
    dangerous.calm()
    assert dangerous.page.evaluate(TURNED) == NOTHING


@pytest.mark.parametrize("path", sorted(ALONE))
def test_a_page_with_a_window_of_its_own_shows_every_text_as_written(new_tab, shelf, path):
    """The room's screen and the facilitator's."""
    shelf.put("dangerous")
    with new_tab(shelf.base) as tab:
        tab.go(f"/{path}?case=dangerous")
        tab.past_the_note()
        tab.calm()
        expect(tab.page.get_by_text("<img src=x").first).to_be_attached()
        expect(tab.page.get_by_test_id("stException")).to_have_count(0)
        assert tab.page.evaluate(TURNED) == NOTHING


@pytest.mark.parametrize(
    "link",
    [
        "case=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
        "case=dangerous&event=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&hide=%5Bx%5D(javascript%3Aalert(1))&q=%24x%24&people=%3Ared%5Bx%5D",
        "case=dangerous&start=2015-02-31&end=9999-99-99&day=2015-13-01",
        "case=dangerous&start=0001-01-01&end=9999-12-31&day=0000-00-00",
    ],
    ids=["a case", "ids and words", "days that are in no calendar", "days at the ends of time"],
)
def test_a_link_with_dangerous_values_is_text_at_most(new_tab, shelf, link):
    """The page opens, says what was left out, and nothing of the link is run."""
    shelf.put("dangerous")
    with new_tab(shelf.base) as tab:
        tab.go(f"/timeline?{link}")
        tab.past_the_note()
        expect(tab.page.get_by_test_id("stAlert").filter(has_text=re.compile("^The link (asks for|names)")).first).to_be_visible()
        expect(tab.page.get_by_test_id("stException")).to_have_count(0)
        expect(tab.figure()).to_be_visible()
        assert tab.page.evaluate(TURNED) == NOTHING


def test_a_file_with_a_dangerous_name_is_named_as_written(new_tab, shelf):
    """On the page that tells what is wrong with it; nothing of the name is run."""
    name = "<img src=x onerror=alert(1)> $x$ [x](y) :red[x].yaml"
    (shelf.folder / name).write_text("format: 1\n", encoding="utf-8")
    with new_tab(shelf.base) as tab:
        tab.go("/")
        expect(tab.page.get_by_text(name).first).to_be_visible()
        assert tab.page.evaluate(TURNED) == NOTHING


def test_a_file_to_take_along_is_named_by_the_id_alone(new_tab, shelf):
    """No word of the case is in the name of a file; a title could hold a path. No cell of it begins a formula."""
    shelf.put("dangerous")
    with new_tab(shelf.base) as tab:
        tab.open("/timeline?case=dangerous")
        tab.page.get_by_role("button", name="Take it along").click()
        with tab.page.expect_download() as download:
            tab.page.get_by_role("button", name="CSV").first.click()
    assert re.fullmatch(r"dangerous-[a-z0-9-]+\.csv", download.value.suggested_filename)
