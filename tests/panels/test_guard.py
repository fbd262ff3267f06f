"""Every answer carries the headers, and what must not be answered is refused in words."""

import asyncio
import contextlib
import re
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route, WebSocketRoute

from panels import guard

HEADERS = (
    "content-security-policy x-frame-options x-content-type-options referrer-policy permissions-policy "
    "cross-origin-opener-policy cross-origin-resource-policy"
).split()


async def page(request):
    return PlainTextResponse("a page")


async def shell(request):
    return HTMLResponse("<title>a page</title>")


async def torn(request):
    raise RuntimeError("a case's text")


async def late(request):
    """A file that is not there until it has been asked for."""
    LATE.append(request.url.path)
    return PlainTextResponse("a file", 404 if len(LATE) == 1 else 200)


async def socket(line):
    await line.accept()
    await line.send_text("hello")
    await line.close()


LATE: list[str] = []
ROUTES = [Route(path, page) for path in ("/", "/static/js/x.js", "/media/x.pdf", "/_stcore/health")]
SERVER = Starlette(
    routes=[
        *ROUTES,
        Route("/media/late.pdf", late),
        Route("/shell", shell),
        Route("/torn", torn),
        WebSocketRoute("/socket", socket),
    ],
    middleware=[Middleware(guard.Guard)],
)


def ask(path="/", at="127.0.0.1:8501", host=None, method="GET", kind="http"):
    """The answer of a small server behind the guard, reached at that number or name and asked for by `host`."""
    sent = []
    place = urlsplit(f"//{at}")
    scope = {
        "type": kind,
        "method": method,
        "path": path,
        "root_path": "",
        "query_string": b"",
        "headers": [(b"host", (at if host is None else host).encode())],
        "server": (place.hostname, place.port or 80),
        "subprotocols": [],
    }

    async def receive():
        return {"type": "websocket.connect" if kind == "websocket" else "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    with contextlib.suppress(RuntimeError):  # of /torn: a server writes it to its log
        asyncio.run(SERVER(scope, receive, send))
    text = b"".join(one.get("body", b"") for one in sent).decode()
    found = {name.decode(): value.decode() for name, value in sent[0].get("headers", [])}
    return SimpleNamespace(status=sent[0].get("status"), headers=found, text=text, begins=sent[0]["type"])


@pytest.fixture
def login(monkeypatch):
    """A login is configured for cases.example."""
    monkeypatch.setattr(guard, "login_configured", lambda: True)
    monkeypatch.setattr(guard, "login_host", lambda: "cases.example")


@pytest.mark.parametrize(
    ("path", "status"), [("/", 200), ("/static/js/x.js", 200), ("/media/x.pdf", 200), ("/nowhere", 404), ("/torn", 500)]
)
def test_every_answer_carries_the_headers(path, status):
    """What went wrong and what is not there too."""
    answer = ask(path)
    assert answer.status == status
    assert [name for name in HEADERS if name not in answer.headers] == []
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert "a case's text" not in answer.text


def test_a_file_that_is_gone_for_a_moment_is_handed_out_all_the_same():
    """Streamlit throws a page's files away, and has them again, while the page draws itself anew."""
    LATE.clear()
    answer = ask("/media/late.pdf")
    assert (answer.status, answer.text, len(LATE)) == (200, "a file", 2)


def test_the_handshake_of_a_web_socket_carries_the_headers():
    """It is an answer like the others."""
    answer = ask("/socket", kind="websocket")
    assert answer.begins == "websocket.accept"
    assert [name for name in HEADERS if name not in answer.headers] == []


def test_a_page_says_where_the_program_is_that_draws_and_nothing_else_does():
    """A file that is there, so that it comes beside the page and not only after the first picture has been sent."""
    found = re.fullmatch(r"<\./static/js/(PlotlyChart\.[\w-]+\.js)>; rel=modulepreload", ask("/shell").headers["link"])
    assert (Path(streamlit.__file__).parent / "static" / "static" / "js" / found[1]).is_file()
    assert [path for path in ("/", "/static/js/x.js", "/nowhere") if "link" in ask(path).headers] == []


def test_only_what_holds_no_case_may_be_kept_by_a_cache():
    """Pages and downloads are stored nowhere; the scripts of Streamlit may be."""
    kept = {path: ask(path).headers.get("cache-control") for path in ("/", "/media/x.pdf", "/static/js/x.js")}
    assert kept == {"/": "no-store", "/media/x.pdf": "no-store", "/static/js/x.js": None}


def test_the_policy_lets_no_page_be_framed_and_no_text_be_run():
    """Nothing is evaluated, and no script runs that does not come from the server itself."""
    said = dict(one.split(" ", 1) for one in guard.policy().split("; "))
    assert said["default-src"] == said["frame-ancestors"] == said["base-uri"] == said["form-action"] == "'none'"
    scripts = said["script-src"].split()
    assert scripts[:2] == ["'self'", "blob:"]
    assert all(one.startswith("'sha256-") for one in scripts[2:])
    assert len(scripts) >= 3
    assert said["connect-src"] == "'self'"
    assert "*" not in guard.policy()
    assert "http" not in guard.policy()


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_sent_to_the_server(method):
    """No page takes a file."""
    answer = ask("/_stcore/upload_file/a/b", method=method)
    assert (answer.status, answer.text) == (405, "Nothing can be sent to Case Timelines: it only shows what lies in its folder.")


@pytest.mark.parametrize("name", ["127.0.0.1:8501", "localhost:8501", "[::1]:8501"])
def test_this_machine_is_answered(name):
    """By every name it has for itself."""
    assert ask(at=name).text == "a page"


@pytest.mark.parametrize("name", ["192.0.2.7:8501", "0.0.0.0:8501", "cases.example"])
def test_a_connection_from_elsewhere_is_refused_without_a_login(name):
    """Seen by the address at which it came in, whatever the server was told to listen on."""
    answer = ask(at=name)
    assert (answer.status, answer.text) == (403, guard.ELSEWHERE)
    assert ask("/socket", at=name, kind="websocket").begins == "websocket.close"


@pytest.mark.parametrize("name", ["stranger.example", "stranger.example:8501", "", "127.0.0.1.stranger.example", "[::1", "a@b"])
def test_a_strange_name_is_refused(name):
    """A page of a stranger cannot read the cases by pointing its own name to this machine."""
    answer = ask(host=name)
    assert (answer.status, answer.text) == (421, guard.OTHER_NAME)
    assert ask("/socket", host=name, kind="websocket").begins == "websocket.close"


def test_a_balancer_may_ask_for_health_by_any_name():
    """It tells nothing."""
    assert ask("/_stcore/health", host="10.0.0.7").status == 200


def test_with_a_login_the_name_of_the_login_is_answered_and_no_other(login):
    """Listening elsewhere is then allowed."""
    assert ask(at="192.0.2.7", host="cases.example").status == 200
    assert ask(at="192.0.2.7", host="CASES.example.:443").status == 200
    assert ask(at="192.0.2.7").status == 421


@pytest.mark.parametrize("address", [None, "0.0.0.0", "::", "192.0.2.7", "cases.example", ""])
def test_a_server_that_would_listen_elsewhere_without_a_login_does_not_start(monkeypatch, address):
    """It ends with what to do."""
    monkeypatch.setattr(guard, "login_configured", lambda: False)
    monkeypatch.setattr(guard.st, "get_option", lambda name: address)
    with pytest.raises(SystemExit) as end:
        guard.guards()
    assert str(end.value) == (
        "Case Timelines answers only this machine, because no login is configured: whoever reached it could read every case. "
        "Either start it on 127.0.0.1, or configure a login as docs/RUNNING.md shows ([auth] in .streamlit/secrets.toml) and start again."
    )


@pytest.mark.parametrize("address", ["127.0.0.1", "127.0.0.2", "localhost", "::1", "[::1]"])
def test_a_server_on_this_machine_starts_without_a_login(monkeypatch, address):
    """Every way to write it."""
    monkeypatch.setattr(guard.st, "get_option", lambda name: address)
    assert [one.cls for one in guard.guards()] == [guard.Guard]


def test_with_a_login_a_server_may_listen_everywhere(login):
    """The login stands before the cases."""
    assert guard.refuses_to_listen("0.0.0.0", True) == ""
