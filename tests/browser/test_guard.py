"""The guard in the whole app: headers on every answer that a browser gets, no breach of the policy, and no start in the open."""

import subprocess
import sys
import urllib.error
import urllib.request

import pytest
from playwright.sync_api import expect

from tests.browser.serving import ADDRESS, ROOT, free_port, leading_out
from tests.browser.tab import PATIENCE_MS

pytestmark = pytest.mark.browser
PAGES = ("Case", "Practice", "Who knew what", "Silence and sight", "Cases")
NAMES = (
    "content-security-policy x-content-type-options referrer-policy permissions-policy x-frame-options "
    "cross-origin-opener-policy cross-origin-resource-policy cache-control"
).split()


def test_every_answer_has_the_headers_and_no_page_breaks_the_policy(new_tab, server):
    """Pages, scripts, fonts, the state of the server and a download; a breach of the policy would be a complaint of the browser."""
    with new_tab(server, kept=False) as tab:
        answers = []
        tab.page.on("response", lambda one: answers.append((one.url, one.headers)) if one.url.startswith("http") else None)
        tab.open("/timeline?case=child-k&event=nspcc-call")
        with tab.page.expect_download() as download:
            tab.page.get_by_role("button", name="Take it along").click()
            tab.page.get_by_role("button", name="CSV").first.click()
        assert download.value.suggested_filename.startswith("child-k")
        tab.page.keyboard.press("Escape")
        for title in PAGES:
            tab.page.get_by_role("link", name=title, exact=True).click()
            expect(tab.page.get_by_role("heading").first).to_be_visible()
            tab.calm()
        assert [(url, name) for url, headers in answers for name in NAMES if not headers.get(name)] == []
        assert [url for url, headers in answers if headers["cache-control"] != "no-store" and "/static/" not in url] == []
        assert len(tab.requests) > 20
        assert leading_out(tab.requests) == []


def test_no_other_page_can_hold_this_one_in_a_frame(new_tab, server):
    """The browser refuses to draw it there."""
    with new_tab(server, kept=False) as tab:
        tab.page.route(
            "**/holder", lambda route: route.fulfill(content_type="text/html", body=f"<iframe src='{server}/'></iframe>")
        )
        tab.page.goto(f"http://{ADDRESS}:9/holder")
        tab.page.wait_for_timeout(1500)
        assert tab.page.frames[-1].url.startswith("chrome-error:")
        assert [one for one in tab.complaints if "frame-ancestors" not in one] == []
        tab.complaints.clear()


@pytest.mark.parametrize(
    "path", ["/", "/_stcore/health", "/nowhere/at/all", "/..%2f..%2fetc/passwd", "/media/none.pdf", "/_stcore/agent/interact"]
)
def test_answers_without_a_browser_have_the_headers_too(server, path):
    """What is refused and what is not there."""
    try:
        answer = urllib.request.urlopen(server + path, timeout=10)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        assert [name for name in NAMES if not answer.headers.get(name)] == []
        assert b"root:" not in answer.read()


@pytest.mark.parametrize("case", ["../../etc/passwd", "..%5C..%5Cwindows%5Cwin.ini", "%00", "child-k%0Achild-j", "child-k.yaml"])
def test_a_case_that_is_a_path_is_a_missing_case(new_tab, server, case):
    """It is looked up among the ids, never among files."""
    with new_tab(server) as tab:
        tab.go(f"/case?case={case}")
        expect(tab.page.get_by_test_id("stAlert")).to_contain_text("which is not in this library")
        expect(tab.page.get_by_test_id("stException")).to_have_count(0)


def ended(*command, cwd=ROOT):
    found = subprocess.run([sys.executable, *command], cwd=cwd, capture_output=True, text=True, timeout=PATIENCE_MS / 1000)
    return found.returncode, found.stderr


SAID = (
    "Case Timelines answers only this machine, because no login is configured: whoever reached it could read every case. "
    "Either start it on 127.0.0.1, or configure a login as docs/RUNNING.md shows ([auth] in .streamlit/secrets.toml) and start again."
)


def test_the_app_does_not_start_in_the_open_without_a_login():
    """Started as any Streamlit app on every address, it ends with the remedy."""
    words = ("--server.headless", "true", "--server.port", str(free_port()), "--secrets.files", "/nowhere/secrets.toml")
    code, said = ended("-m", "streamlit", "run", "app.py", "--server.address", "0.0.0.0", *words)
    assert code != 0
    assert SAID in said
