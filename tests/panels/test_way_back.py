"""A login leads back to the link that was opened, and never to another server."""

import pytest
from starlette.datastructures import MutableHeaders

from panels.way_back import lead_back, remember

LINK = "/timeline?case=child-k&event=nspcc-call"
KEPT = "after-login=%2Ftimeline%3Fcase%3Dchild-k%26event%3Dnspcc-call"
IN = "_streamlit_user=signed; HttpOnly; Path=/"


def scope(path, query="", method="GET", cookie=""):
    return {
        "type": "http",
        "path": path,
        "method": method,
        "query_string": query.encode(),
        "headers": [(b"cookie", cookie.encode())],
    }


def kept(*asked):
    answer = MutableHeaders()
    remember(scope(*asked), answer)
    return answer.getlist("set-cookie")


def led(cookie, *given, path="/oauth2callback"):
    answer = MutableHeaders({"location": "/"})
    for one in given:
        answer.append("set-cookie", one)
    lead_back(scope(path, "state=x&code=y", cookie=cookie), answer)
    return answer["location"]


def test_the_browser_keeps_the_link_of_a_page_for_the_way_back_alone():
    """Ten minutes, and sent to nothing but the address to which the login returns."""
    assert kept("/timeline", "case=child-k&event=nspcc-call") == [
        f"{KEPT}; Path=/oauth2callback; Max-Age=600; HttpOnly; SameSite=Lax"
    ]


@pytest.mark.parametrize(
    "asked",
    [
        ("/", ""),
        ("/_stcore/health", "case=child-k"),
        ("/static/js/x.js", ""),
        ("//stranger.example", "case=child-k"),
        ("/timeline", "case=a b"),
        ("/timeline", "case=" + "a" * 2000),
        ("/timeline", "case=child-k", "HEAD"),
    ],
)
def test_what_is_no_link_into_a_case_is_not_kept(asked):
    """Files, the state of the server, and what no page writes."""
    assert kept(*asked) == []


def test_a_login_that_went_well_leads_back():
    """To exactly the link."""
    assert led(KEPT, IN) == LINK


@pytest.mark.parametrize(
    ("cookie", "given"),
    [
        (KEPT, []),
        (KEPT, ["_streamlit_user=; Max-Age=0; Path=/"]),
        ("", [IN]),
        ("after-login=%2F%2Fstranger.example%2F%3Fcase%3Dx", [IN]),
        ("after-login=https%3A%2F%2Fstranger.example%2F%3Fcase%3Dx", [IN]),
        ("after-login=%2Ftimeline%3Fcase%3Dx%0D%0ASet-Cookie%3A%20a%3Db", [IN]),
        ("after-login=%5C%5Cstranger.example%3Fcase%3Dx", [IN]),
        ("after-login=%2F%5Cstranger.example%3Fcase%3Dx", [IN]),
    ],
)
def test_every_other_login_leads_to_the_first_page(cookie, given):
    """One that did not go well, and a cookie that names another server or holds more than a link."""
    assert led(cookie, *given) == "/"


def test_only_the_return_of_a_login_is_led():
    """No other answer is changed."""
    assert led(KEPT, IN, path="/timeline") == "/"
