"""Every page passes the login: a stranger sees none of it, and a visitor only what a role opens."""

import json
import re
import time
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from panels import login

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(path.name for path in (ROOT / "pages").glob("*.py"))
AUTH = {"redirect_uri": "http://127.0.0.1:8501/oauth2callback", "cookie_secret": "x" * 32, "client_id": "c"}
KIM = {"is_logged_in": True, "email": "kim@example.org", "email_verified": True}
K_AND_J = """
[[role]]
who = { email = "kim@example.org" }
cases = ["child-k"]
"""


def opened(page, monkeypatch, claims, **params):
    """A page as somebody with these claims meets it; a login is configured. Everything it sends, as one text."""
    app = AppTest.from_file(str(ROOT / "pages" / page), default_timeout=60)
    app.secrets["auth"] = AUTH
    for name, value in params.items():
        app.query_params[name] = value
    user = claims and {"iat": time.time(), **claims}
    monkeypatch.setattr(login.st, "user", Visitor(user or {"is_logged_in": False}))
    app.run()
    return app


class Visitor(dict):
    """What st.user is to a page."""

    def to_dict(self):
        return dict(self)


def everything(app):
    """All that a page sends to the browser, as one text."""
    return " ".join(str(one.proto) for one in app.main) + " ".join(
        str(getattr(one, "proto", "")) for kind in ("html", "button", "info", "warning", "selectbox") for one in app.get(kind)
    )


@pytest.fixture
def roles(tmp_path, monkeypatch):
    """Kim may open Child K."""
    file = tmp_path / "roles.toml"
    file.write_text(K_AND_J, encoding="utf-8")
    monkeypatch.setenv("CASE_TIMELINES_ROLES", str(file))
    monkeypatch.setenv("CASE_TIMELINES_AUDIT", str(tmp_path / "openings.log"))
    return file


@pytest.mark.parametrize(
    "claims", [None, {**KIM, "iat": time.time() - 13 * 3600}, {**KIM, "iat": None}], ids=["nobody", "last night", "no time"]
)
@pytest.mark.parametrize("page", PAGES)
def test_a_stranger_sees_nothing_of_any_page(page, monkeypatch, roles, claims):
    """Only the words of the login and its button, by a link into a case too; a login of last night counts as none."""
    app = opened(page, monkeypatch, claims, case="child-k")
    assert not app.exception
    assert [one.label for one in app.button] == ["Log in"]
    assert [one.proto.body for one in app.get("html") if not one.proto.body.startswith("<style>")] == [
        '<div class="ct"><h1>Case timelines</h1><p>These cases are open to people who have been given access.</p></div>'
    ]
    assert "Child" not in everything(app)


OPENS_NO_OTHER = ("present.py", "facilitator.py")  # a room is never shown another case than the one it was promised


@pytest.mark.parametrize("page", PAGES)
def test_a_visitor_sees_only_the_cases_of_a_role_on_every_page(page, monkeypatch, roles):
    """No other case is named anywhere; one that is not open is answered exactly as one that does not exist."""
    answers = []
    for asked in ("child-j", "child-x"):
        app = opened(page, monkeypatch, KIM, case=asked)
        for button in app.button:
            if button.key == "gate-open":
                button.click()
                app.run()
        assert not app.exception
        text = everything(app)
        assert "Child K" in text or page in OPENS_NO_OTHER
        assert not any(word in text for word in ("Child J", "Sophia", "Birmingham", "Child BY"))
        answers.append(re.sub(r"child\\*-[jx]|file_id: \"\w+\"|room=[a-z-]+|\b[0-9a-f]{32,}\b", "", text))
    assert answers[0] == answers[1]


@pytest.mark.parametrize("page", PAGES)
def test_a_visitor_without_a_role_is_told_so_on_every_page(page, monkeypatch, roles):
    """In a sentence with what to do, and without the name of a case."""
    app = opened(page, monkeypatch, {**KIM, "email": "lee@example.org"}, case="child-k")
    assert [one.value for one in app.info] == [
        "You are logged in as lee\\@example\\.org, and no case is open to you. Ask whoever looks after this library to give you a role; "
        "it counts from the next click."
    ]
    assert "Child" not in everything(app)
    assert "Log out" in [one.label for one in app.button]


def test_roles_that_cannot_be_read_open_nothing(monkeypatch, roles, capsys):
    """The log says what is wrong with them; the screen does not."""
    roles.write_text("[[role]]\nwho = 1\ncases = 2\n")
    app = opened("cases.py", monkeypatch, KIM)
    assert "no case is open to you" in app.info[0].value
    assert "2 problems" in capsys.readouterr().err


def test_a_role_that_is_taken_away_counts_from_the_next_click(monkeypatch, roles):
    """Without a new login and without a new start."""
    app = opened("cases.py", monkeypatch, KIM)
    assert "Child K" in everything(app)
    roles.write_text("")
    app.run()
    assert "Child K" not in everything(app)


def test_an_opening_is_recorded_once_with_the_visitor(monkeypatch, roles, tmp_path):
    """When the content note has been read; a link to what is not there is recorded too."""
    app = opened("case.py", monkeypatch, KIM, case="../../etc/passwd")
    next(one for one in app.button if one.key == "gate-open").click()
    app.run()
    app.run()
    found = [json.loads(line) for line in (tmp_path / "openings.log").read_text().splitlines()]
    assert [{name: one[name] for name in one if name != "when"} for one in found] == [
        {"who": "kim@example.org", "page": "Case", "case": "../../etc/passwd", "result": "not here"},
        {"who": "kim@example.org", "page": "Case", "case": "child-k", "result": "opened"},
    ]


def test_the_provider_may_stand_in_a_section_of_its_own(monkeypatch):
    """[auth.NAME], as Streamlit allows."""
    monkeypatch.setattr(login, "auth_section", lambda: {"redirect_uri": "x", "county": {"client_id": "c"}})
    assert login._provider() == ["county"]
    monkeypatch.setattr(login, "auth_section", lambda: AUTH)
    assert login._provider() == []
