"""What a page says when a chronology is broken or deleted while it is open, and that two people never share a choice."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]
SMALLEST = (ROOT / "tests" / "timelines" / "example.yaml").read_text(encoding="utf-8")


@pytest.fixture
def file(tmp_path, monkeypatch):
    """The one chronology of a folder that the app shows."""
    monkeypatch.setenv("CASE_TIMELINES_FOLDER", str(tmp_path))
    file = tmp_path / "example.yaml"
    file.write_text(SMALLEST, encoding="utf-8")
    return file


def opened(page: str, **params: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "pages" / f"{page}.py"), default_timeout=60)
    for key, value in params.items():
        app.query_params[key] = value
    return app.run()


def cards(app: AppTest) -> str:
    return " ".join(one.proto.body for one in app.get("html"))


def test_a_page_keeps_a_broken_case_and_says_why(file):
    """The last good version with its hour, and the error; the page Cases has the card."""
    app = opened("case", case="example")
    assert [one.value for one in app.warning] == []
    file.write_text(SMALLEST.replace("2015-06-12", "2015-06-31"), encoding="utf-8")
    app.run()
    [told] = [one.value for one in app.warning]
    assert told.startswith("You see the last version of this case that could be read, at ")
    assert "example.yaml cannot be read now: line 9, event 1: date '2015-06-31' is not in the calendar." in told.replace("\\", "")
    assert "Example case" in cards(app)
    listed = cards(opened("cases"))
    assert "This file could not be read, so its last version, read at " in listed
    assert "Example case" in listed


def test_a_deleted_case_stays_for_whoever_has_it_open_and_for_nobody_else(file):
    """The first goes on and is told; a link that comes afterwards finds no such case."""
    app = opened("case", case="example")
    file.unlink()
    app.run()
    [told] = [one.value for one in app.warning]
    assert "example.yaml cannot be read now: the file is no longer in the folder." in told.replace("\\", "")
    assert "Example case" in cards(app)
    late = opened("case", case="example")
    assert [one.value for one in late.warning] == []
    assert late.info[0].value.startswith("No case could be read from the folder")
    assert "Example case" not in cards(late)


def test_two_people_never_see_each_others_choices():
    """One searches and filters; the page of the other, run afterwards, is as it was."""
    mine, theirs = opened("cases"), opened("cases")
    before = [one.value for one in theirs.text_input]
    mine.text_input[0].set_value("court").run()
    theirs.run()
    assert [one.value for one in theirs.text_input] == before
    assert [one.value for one in mine.text_input] == ["court"]
    assert (mine.session_state["w:every"], theirs.session_state["w:every"]) == ("court", "")
