"""What stands before every answer of the server: who may be answered at all, by what method, and the headers that go along."""

from __future__ import annotations

import base64
import hashlib
import logging
import re
import sys
from collections.abc import Iterable
from functools import cache
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from panels.login_set import login_configured, login_host
from panels.patience import ask_again, names_file
from panels.way_back import lead_back, remember

HEALTH = "/_stcore/health"
METHODS = {"GET", "HEAD", "OPTIONS"}  # no page takes a file, so nothing is ever put or posted here
ELSEWHERE = (
    "Case Timelines answers only this machine, because no login is configured: whoever reached it could read every case. "
    "Either start it on 127.0.0.1, or configure a login as docs/RUNNING.md shows ([auth] in .streamlit/secrets.toml) and start again."
)
OTHER_NAME = (
    "Case Timelines does not answer to this name. Without a login it answers to 127.0.0.1 and localhost; with one, also to the "
    "name in redirect_uri ([auth] in .streamlit/secrets.toml) and to those of server.allowedHosts."
)
NO_UPLOADS = "Nothing can be sent to Case Timelines: it only shows what lies in its folder."


def guards() -> list[Middleware]:
    """The middleware of the server; ends the start where the server would listen elsewhere without a login."""
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)  # it tells of every connection otherwise
    refused = refuses_to_listen(st.get_option("server.address"), login_configured())
    if refused:
        raise SystemExit(refused)
    return [Middleware(Guard)]


def refuses_to_listen(address: str | None, login: bool) -> str:
    """Why a server may not listen on that address, or blank; no address means all of them."""
    return "" if login or _is_loopback(address or "") else ELSEWHERE


def _is_loopback(host: str) -> bool:
    """Whether that name or number is this machine's own; a path of a socket is too."""
    if host == "localhost" or host.startswith(("/", "unix:")):
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


class Guard:
    """ASGI middleware around everything: pages, files, downloads, the web socket, errors."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse in words, or let through with the headers added."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        answer = refusal(scope)
        if answer and scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        elif answer:
            await answer(scope, receive, with_headers(scope, send))
        else:
            await self._pass(scope, receive, with_headers(scope, send))

    async def _pass(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            if names_file(scope):
                await ask_again(self.app, scope, receive, watched)
            else:
                await self.app(scope, receive, watched)
        except Exception:
            # Else the outermost layer of the server would answer, without the headers.
            if not begun and scope["type"] == "http":
                await PlainTextResponse("Something went wrong here; the log says what.", 500)(scope, receive, send)
            raise


def refusal(scope: Scope) -> PlainTextResponse | None:
    """The answer to a request that is not let through; None for the others."""
    login = login_configured()
    if refuses_to_listen((scope.get("server") or ("",))[0], login):
        return PlainTextResponse(ELSEWHERE, 403)
    if scope["path"] != HEALTH and not _known_name(Headers(scope=scope).get("host", ""), login):
        return PlainTextResponse(OTHER_NAME, 421)
    if scope["type"] == "http" and scope["method"] not in METHODS:
        return PlainTextResponse(NO_UPLOADS, 405, {"Allow": ", ".join(sorted(METHODS))})
    return None


def _known_name(host: str, login: bool) -> bool:
    """Whether a request asks for a name that is ours: a page of a stranger whose name points to this machine asks for its own."""
    try:
        name = (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return False
    return _is_loopback(name) or (login and name in {login_host(), *_names(st.get_option("server.allowedHosts"))})


def _names(given: Iterable[str] | None) -> set[str]:
    return {one.strip().lower().rstrip(".") for one in given or []}


def with_headers(scope: Scope, send: Send) -> Send:
    """A send that adds the headers to the start of an answer, the handshake of a web socket included."""

    async def sending(message: Message) -> None:
        if message["type"] in ("http.response.start", "websocket.accept"):
            message.setdefault("headers", [])
            found = MutableHeaders(scope=message)
            for name, value in headers(scope["path"]).items():
                found[name] = value
            if found.get("content-type", "").startswith("text/html"):
                found["Link"] = drawing_program()
            if scope["type"] == "http" and login_configured():
                remember(scope, found)
                lead_back(scope, found)
        await send(message)

    return sending


def headers(path: str) -> dict[str, str]:
    """The headers of every answer; what may hold text of a case is kept by no cache."""
    found = {
        "Content-Security-Policy": policy(),
        "X-Frame-Options": "DENY",  # what frame-ancestors says, for browsers that are older
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": ", ".join(f"{one}=()" for one in UNUSED),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    return found if "/static/" in path else {**found, "Cache-Control": "no-store"}


@cache
def drawing_program() -> str:
    """What tells a browser with the page itself to fetch the program that draws: else it learns of it with the first picture."""
    folder = Path(st.__file__).parent / "static" / "static" / "js"
    return ", ".join(f"<./static/js/{one.name}>; rel=modulepreload" for one in sorted(folder.glob("PlotlyChart.*.js")))


UNUSED = (
    "accelerometer autoplay camera display-capture encrypted-media geolocation gyroscope magnetometer microphone midi payment "
    "picture-in-picture publickey-credentials-get screen-wake-lock serial usb web-share xr-spatial-tracking"
).split()


@cache
def policy() -> str:
    """The Content-Security-Policy, as strict as Streamlit, Plotly and our own components work under: see docs/SECURITY.md."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' blob: {own_scripts()}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'none'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        )
    )


def own_scripts() -> str:
    """The fingerprints of the scripts that stand in Streamlit's own page."""
    page = (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    return " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(one.encode()).digest()).decode()}'" for one in scripts)


if __name__ == "__main__":  # run.py asks before it starts: python -m panels.guard ADDRESS
    sys.exit(refuses_to_listen(sys.argv[1], login_configured()) or 0)
