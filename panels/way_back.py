"""The way back: whoever opens a link, and must log in first, comes to that link after the login."""

from __future__ import annotations

import re
from http.cookies import CookieError, SimpleCookie
from urllib.parse import quote, unquote

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import Scope

COOKIE = "after-login"
CALLBACK = "/oauth2callback"
MINUTES = 10
# A page of ours with what a link may say of it, and nothing that could lead to another server.
LINK = re.compile(r"/[a-z]{1,20}\?case=[!-~]{0,1500}")


def remember(scope: Scope, answer: MutableHeaders) -> None:
    """Let the browser keep the link of a page that it opens, for the address alone to which the login returns."""
    link = f"{scope['path']}?{scope['query_string'].decode('latin-1')}"
    if scope["method"] == "GET" and LINK.fullmatch(link):
        answer.append("Set-Cookie", _cookie(quote(link, safe=""), MINUTES * 60))


def lead_back(scope: Scope, answer: MutableHeaders) -> None:
    """After a login that went well, lead to the link that the browser kept instead of the first page."""
    link = _kept(Headers(scope=scope).get("cookie", ""))
    went_well = any(one.startswith("_streamlit_user=") and "Max-Age=0" not in one for one in answer.getlist("set-cookie"))
    if scope["path"] == CALLBACK and went_well and LINK.fullmatch(link):
        answer["Location"] = link
        answer.append("Set-Cookie", _cookie("", 0))


def _cookie(value: str, seconds: int) -> str:
    return f"{COOKIE}={value}; Path={CALLBACK}; Max-Age={seconds}; HttpOnly; SameSite=Lax"


def _kept(written: str) -> str:
    """The link in a request's cookies; blank where there is none or they cannot be read."""
    try:
        found = SimpleCookie(written).get(COOKIE)
    except CookieError:
        return ""
    return unquote(found.value) if found else ""
