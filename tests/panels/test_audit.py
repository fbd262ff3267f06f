"""The record says who opened what and when, on one line, and nothing of the case."""

import json
import stat
from datetime import UTC, datetime

import pytest

from panels import audit

WHEN = datetime(2026, 11, 22, 5, 15, 24, tzinfo=UTC)


def test_a_line_is_when_who_page_and_case():
    """And how the request ended."""
    fields = {"who": "sam@example.org", "page": "Timeline", "case": "harbour-road", "result": "opened"}
    assert audit.line(WHEN, fields) == (
        '{"when": "2026-11-22T05:15:24Z", "who": "sam@example.org", "page": "Timeline", "case": "harbour-road", "result": "opened"}'
    )


@pytest.mark.parametrize(
    "name", ["sam\n{}", "sam\r\n2026", "sam\x1b[2J", "sam\u2028x", 'sam", "case": "other', "\u202esam", "x" * 5000]
)
def test_no_name_can_write_a_second_line_or_another_field(name):
    """Line ends, colours of terminals, quotation marks and endless names stay within their field."""
    written = audit.line(WHEN, {"who": name, "case": "a"})
    assert written.isascii()
    assert written.isprintable()
    assert len(written) < 600
    assert json.loads(written).keys() == {"when", "who", "case"}
    assert json.loads(written)["who"] == (name if len(name) < 80 else "x" * 80 + "...")


def test_lines_are_added_to_a_file_that_only_its_owner_reads(tmp_path, monkeypatch):
    """Nothing that was there is lost."""
    file = tmp_path / "openings.log"
    monkeypatch.setenv("CASE_TIMELINES_AUDIT", str(file))
    audit.record("one")
    audit.record("two")
    assert file.read_text() == "one\ntwo\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_file_that_cannot_be_written_loses_no_line(tmp_path, monkeypatch, capsys):
    """The line goes to standard error, with the reason."""
    monkeypatch.setenv("CASE_TIMELINES_AUDIT", str(tmp_path))
    audit.record("one")
    assert (
        capsys.readouterr().err
        == f"CASE_TIMELINES_AUDIT: {tmp_path} cannot be written (Is a directory); the line follows here.\none\n"
    )


def test_without_a_file_the_line_goes_to_standard_error(monkeypatch, capsys):
    """Where the service keeps its log."""
    monkeypatch.delenv("CASE_TIMELINES_AUDIT", raising=False)
    audit.record("one")
    assert capsys.readouterr() == ("", "one\n")
