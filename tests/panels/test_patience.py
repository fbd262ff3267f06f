"""A file that is gone while its page draws itself anew is waited for."""

import asyncio

import pytest
from starlette.responses import PlainTextResponse

from panels import patience


def ask(answers, path="/media/abc.csv"):
    """What somebody gets whose request is answered in turn by these (status, text), the last of them again and again; and how often it was asked."""
    asked, sent = [], []

    async def app(scope, receive, send):
        status, text = answers[min(len(asked), len(answers) - 1)]
        asked.append(scope["path"])
        await PlainTextResponse(text, status)(scope, receive, send)

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "headers": []}
    asyncio.run(patience.ask_again(app, scope, None, send))
    starts = [one["status"] for one in sent if one["type"] == "http.response.start"]
    return starts, b"".join(one.get("body", b"") for one in sent), len(asked)


@pytest.fixture(autouse=True)
def no_pause(monkeypatch):
    monkeypatch.setattr(patience, "PAUSE_SECONDS", 0)


def test_a_file_that_comes_back_is_handed_out():
    """Gone twice, there the third time: one answer, the file."""
    assert ask([(404, "gone"), (404, "gone"), (200, "a,b")]) == ([200], b"a,b", 3)


def test_a_file_that_is_there_is_asked_for_once():
    assert ask([(200, "a,b")]) == ([200], b"a,b", 1)


def test_a_file_that_stays_away_is_said_to_be_missing():
    """Once, after as many tries as make two seconds."""
    assert ask([(404, "gone")]) == ([404], b"gone", 21)


def test_another_refusal_is_passed_on_at_once():
    assert ask([(403, "no")]) == ([403], b"no", 1)


@pytest.mark.parametrize(
    ("kind", "path", "expected"),
    [
        ("http", "/media/a.csv", True),
        ("http", "/below/media/a.csv", True),
        ("http", "/", False),
        ("http", "/static/media/a.woff2", False),
        ("websocket", "/media/a.csv", False),
    ],
)
def test_only_files_are_waited_for(kind, path, expected):
    assert patience.names_file({"type": kind, "path": path}) is expected
