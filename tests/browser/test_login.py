"""Behind a login: nobody without one, only what a role opens, and out again; against an identity provider on this machine."""

import json
import re
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.reach import violations
from tests.browser.serving import ADDRESS, await_answer, free_port, serving

pytestmark = pytest.mark.browser
PROVIDER = Path(__file__).with_name("provider.py")
ROLES = """
[[role]]
who = { email = "kim@example.org" }
cases = ["child-k"]

[[role]]
who = { groups = ["leads"] }
cases = "all"
"""


@contextmanager
def provider(log):
    """The identity provider of provider.py on a free port; its address without a path."""
    port = free_port()
    with (
        log.open("wb") as lines,
        subprocess.Popen([sys.executable, str(PROVIDER), str(port)], stdout=lines, stderr=lines) as running,
    ):
        try:
            address = f"http://{ADDRESS}:{port}"
            await_answer(f"{address}/jwks", running, log)
            yield address
        finally:
            running.terminate()


@dataclass
class Guarded:
    """An app behind a login: its address, the file of its roles and the record of openings."""

    base: str
    roles: Path
    record: Path

    def openings(self, who):
        """What was recorded of somebody: page, case and result."""
        lines = [json.loads(line) for line in self.record.read_text().splitlines()] if self.record.exists() else []
        return [(one["page"], one["case"], one["result"]) for one in lines if one["who"] == who]


@pytest.fixture(scope="module")
def guarded(tmp_path_factory):
    """The shipped cases behind a login. Lee has no role, Kim one for Child K, and Pat one for all."""
    place, port = tmp_path_factory.mktemp("login"), free_port()
    roles, record, secrets = place / "roles.toml", place / "openings.log", place / "secrets.toml"
    roles.write_text(ROLES, encoding="utf-8")
    with provider(place / "provider.txt") as address:
        secrets.write_text(
            f'[auth]\nredirect_uri = "http://{ADDRESS}:{port}/oauth2callback"\ncookie_secret = "{"s" * 40}"\nclient_id = "timelines"\n'
            f'client_secret = "anything"\nserver_metadata_url = "{address}/.well-known/openid-configuration"\n',
            encoding="utf-8",
        )
        named = {"CASE_TIMELINES_ROLES": str(roles), "CASE_TIMELINES_AUDIT": str(record)}
        with serving(None, place / "log.txt", "--secrets.files", str(secrets), port=port, **named) as base:
            yield Guarded(base, roles, record)


def log_in(tab, who):
    """Ask for the login, be somebody at the provider, and come back."""
    tab.page.get_by_role("button", name="Log in").click()
    tab.page.get_by_role("button", name=who).click()
    expect(tab.page.get_by_role("button", name="Log out")).to_be_visible()
    tab.calm()


def test_nobody_sees_anything_before_a_login_and_after_it_only_what_a_role_opens(new_tab, guarded):
    """By a link into a case, by the menu, and by a link into a case that is not theirs; and out again."""
    with new_tab(guarded.base) as tab:
        page = tab.page
        tab.go("/timeline?case=child-k")
        expect(page.get_by_role("button", name="Log in")).to_be_visible()
        expect(page.get_by_role("heading", name="Case timelines")).to_be_visible()
        expect(page.get_by_role("navigation", name="App pages")).to_have_count(0)
        assert "Child" not in page.content()
        assert violations(page) == []

        log_in(tab, "kim@example.org")
        expect(page.get_by_role("dialog")).to_contain_text("Child K")
        assert page.url == f"{guarded.base}/timeline?case=child-k"
        tab.go("/")
        expect(page.get_by_text("Child K").first).to_be_visible()
        assert not re.search("Child J|Sophia|Birmingham|Child BY", page.locator("body").inner_text())

        tab.open("/timeline?case=child-k&event=nspcc-call")
        expect(tab.figure()).to_be_visible()
        said = {}
        for case in ("child-j", "child-x"):
            tab.go(f"/timeline?case={case}")
            expect(page.get_by_test_id("stAlert")).to_contain_text(
                f"The link asks for the case '{case}', which is not in this library (child-k)."
            )
            expect(page.get_by_role("button", name="Open the case")).to_be_visible()
            expect(page.get_by_role("button", name="Blank screen")).to_be_attached()
            tab.calm()
            said[case] = sorted(page.locator("body").inner_text().replace(case, "").splitlines())
        assert said["child-j"] == said["child-x"]
        assert ("Timeline", "child-k", "opened") in guarded.openings("kim@example.org")
        assert ("Timeline", "child-j", "not here") in guarded.openings("kim@example.org")

        tab.past_the_note()
        page.get_by_role("button", name="Log out").click()
        page.get_by_role("button", name="End session").click()
        expect(page.get_by_role("button", name="Log in")).to_be_visible()
        tab.go("/timeline?case=child-k")
        expect(page.get_by_role("button", name="Log in")).to_be_visible()
        assert "Child" not in page.content()


def test_somebody_without_a_role_is_told_so_and_a_group_opens_all(new_tab, guarded):
    """The one sees a sentence; the other every case; what is taken away is gone at the next click."""
    with new_tab(guarded.base) as tab:
        tab.go("/practice?case=child-k")
        log_in(tab, "lee@example.org")
        expect(tab.page.get_by_test_id("stAlert")).to_contain_text(
            "You are logged in as lee@example.org, and no case is open to you."
        )
        assert "Child" not in tab.page.content()
        assert guarded.openings("lee@example.org") == []
        assert violations(tab.page) == []
    with new_tab(guarded.base) as tab:
        tab.go("/")
        log_in(tab, "pat@example.org")
        expect(tab.page.get_by_text("Child J").first).to_be_visible()
        guarded.roles.write_text("", encoding="utf-8")
        tab.page.get_by_role("link", name="Timeline", exact=True).click()
        expect(tab.page.get_by_test_id("stAlert")).to_contain_text("no case is open to you")
        guarded.roles.write_text(ROLES, encoding="utf-8")


def test_an_invented_cookie_logs_nobody_in(new_tab, guarded):
    """The name of the login is signed with a secret of this server."""
    with new_tab(guarded.base) as tab:
        user = json.dumps(
            {"is_logged_in": True, "email": "pat@example.org", "groups": ["leads"], "iat": time.time(), "origin": guarded.base}
        )
        tab.page.context.add_cookies([{"name": "_streamlit_user", "value": user.replace('"', "%22"), "url": guarded.base}])
        tab.go("/timeline?case=child-k")
        expect(tab.page.get_by_role("button", name="Log in")).to_be_visible()
        assert "Child" not in tab.page.content()
