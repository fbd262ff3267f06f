"""The handling words of a case stand on every screen that shows something of it."""

import pytest

from tests.pages.opening import ROOT, opened, words
from tests.small_cases import put_changed

PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
OF_ONE = {
    "case",
    "timeline",
    "practice",
    "knew",
    "facilitator",
    "present",
    "density",
}  # density shows the case of its address alone


@pytest.fixture
def two_marked(tmp_path, monkeypatch):
    """Two cases with a content note and a marking each."""
    put_changed(tmp_path, "points", [("  id: points\n", "  id: points\n  marking: OFFICIAL\n")])
    more = "  marking: SECRET & SHUT\n  content_note: An injury.\n"
    put_changed(tmp_path, "sight", [("  id: sight\n", f"  id: sight\n{more}")])
    monkeypatch.setenv("CASE_TIMELINES_FOLDER", str(tmp_path))


@pytest.mark.usefixtures("two_marked")
@pytest.mark.parametrize("page", PAGES)
def test_the_marking_stands_on_every_page(page):
    """That of the case shown, and on a page over both cases that of the other too."""
    body = words(opened(page, case="sight"))
    assert "SECRET &amp; SHUT" in body
    assert ("OFFICIAL" in body) is (page not in OF_ONE)


@pytest.mark.usefixtures("two_marked")
@pytest.mark.parametrize("page", sorted(set(PAGES) - {"cases", "density"}))
def test_the_marking_stands_in_the_content_note_too(page):
    """The note tells of the case before it is opened."""
    assert "SECRET &amp; SHUT" in words(opened(page, gate=False, case="sight"))


@pytest.mark.usefixtures("two_marked")
def test_each_card_has_the_marking_of_its_own_case():
    """At its head, before anything of the case is told."""
    assert '<div class="marking here">OFFICIAL</div><h2>Points by theme and agency</h2>' in words(opened("cases"))


@pytest.mark.usefixtures("two_marked")
def test_density_is_marked_with_what_it_compares():
    """One of two cases has its own words, and not those of the other."""
    assert '<div class="marking">OFFICIAL · SECRET &amp; SHUT</div>' in words(opened("density"))
    assert '<div class="marking">SECRET &amp; SHUT</div>' in words(opened("density", cases="sight"))


def test_a_case_without_a_marking_has_no_bar(small_cases):
    """Blank for a published review."""
    assert [
        word for page in ("cases", "density") for word in ('class="marking', "marking here") if word in words(opened(page))
    ] == []
