"""The way to run it on a server works as docs/RUNNING.md says: nginx with TLS before two processes, each visitor always at the same."""

import asyncio
import re
import shutil
import ssl
import subprocess
import sys
import time
import tomllib
import urllib.request
from pathlib import Path

import pytest
import websockets

from loaders.roles import read_roles
from tests.browser.serving import ADDRESS, free_port, serving

ROOT = Path(__file__).resolve().parents[1]
GUIDE = (ROOT / "docs" / "RUNNING.md").read_text(encoding="utf-8")
NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin:/opt/homebrew/bin")


def blocks(kind):
    """The examples of one kind in the guide."""
    return re.findall(rf"```{kind}\n(.*?)```", GUIDE, re.DOTALL)


def test_every_command_of_the_guide_is_run_by_a_test_or_says_that_it_was_not():
    """A command stands in a list below, with the test that runs it, or under a line 'Not tried'."""
    told = [
        line.strip() for block in blocks("sh") for line in block.splitlines() if line.strip() and not line.strip().startswith("#")
    ]
    untried = {
        line.strip()
        for block in re.findall(r"(?:Not tried|Tried by hand)[^\n]*\n(?:[^\n`]+\n)*\n?```sh\n(.*?)```", GUIDE, re.DOTALL)
        for line in block.splitlines()
    }
    assert [line for line in told if line not in untried and line not in TRIED] == []
    assert [line for line in TRIED if line not in told] == []


TRIED = {
    "python3 run.py": "tests/test_run.py",
    "python3 run.py --cases FOLDER": "tests/test_run.py",
    'python3 -c "import secrets; print(secrets.token_urlsafe(48))"': "test_the_secret_is_long_enough",
    "openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=cases.example -keyout cases.example.key -out cases.example.pem": "behind_nginx",
    "nginx -t": "behind_nginx",
    "python3 run.py --port 8501 --no-browser": "tests/test_run.py, and behind_nginx by streamlit run",
    "python3 run.py --port 8502 --no-browser": "the same",
    "python3 run.py check FOLDER": "tests/test_readme.py",
    "python3 run.py test": "this is part of it",
}


def test_the_roles_and_the_login_of_the_guide_are_read_as_they_stand(tmp_path):
    """Both examples are sound TOML; the roles have no problem."""
    login, roles = (tomllib.loads(text) for text in blocks("toml"))
    assert {"redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url"} <= login["auth"].keys()
    (tmp_path / "roles.toml").write_text(blocks("toml")[1], encoding="utf-8")
    assert len(read_roles(tmp_path / "roles.toml")) == len(roles["role"]) == 3


def test_the_secret_is_long_enough():
    """The command of the guide prints one that Streamlit does not complain of."""
    words = [sys.executable, "-c", "import secrets; print(secrets.token_urlsafe(48))"]
    assert len(subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()) == 64


@pytest.fixture(scope="module")
def behind_nginx(tmp_path_factory):
    """Two processes behind nginx with docs/nginx.conf, a certificate of its own and other ports: the port, and the file with its log."""
    if NGINX is None:
        pytest.skip("nginx is not installed here")
    place = tmp_path_factory.mktemp("nginx")
    subprocess.run(certificate(), cwd=place, check=True, capture_output=True)
    port, first, second, plain = (free_port() for _ in range(4))
    secrets = place / "secrets.toml"
    secrets.write_text(
        f'[auth]\nredirect_uri = "https://cases.example:{port}/oauth2callback"\ncookie_secret = "{"s" * 40}"\nclient_id = "x"\nclient_secret = "x"\n'
        f'server_metadata_url = "http://{ADDRESS}:9/none"\n'
    )
    words = ("--secrets.files", str(secrets))
    (place / "nginx.conf").write_text(settings(place, port, first, second, plain))
    with serving(None, place / "first.txt", *words, port=first), serving(None, place / "second.txt", *words, port=second):
        command = [NGINX, "-p", str(place), "-c", str(place / "nginx.conf"), "-e", str(place / "error.log")]
        subprocess.run([*command, "-t"], check=True, capture_output=True)
        server = subprocess.Popen([*command, "-g", "daemon off;"])
        try:
            time.sleep(1)
            yield port, place / "access.log"
        finally:
            server.terminate()
            server.wait(timeout=10)


def certificate():
    """The command of the guide for a certificate to try with."""
    return next(line for line in TRIED if line.startswith("openssl")).split()


def settings(place, port, first, second, plain):
    """docs/nginx.conf with the ports and the certificate of this test, and a log that names the process."""
    text = (ROOT / "docs" / "nginx.conf").read_text(encoding="utf-8")
    for old, new in (
        ("listen 443 ssl", f"listen {ADDRESS}:{port} ssl"),
        ("listen 80", f"listen {ADDRESS}:{plain}"),
        ("127.0.0.1:8501", f"{ADDRESS}:{first}"),
        ("127.0.0.1:8502", f"{ADDRESS}:{second}"),
        ("/etc/ssl/", f"{place}/"),
    ):
        assert old in text
        text = text.replace(old, new)
    temporary = "".join(f"{name}_temp_path {place}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    log = f"log_format process '$upstream_addr'; access_log {place}/access.log process; {temporary}"
    return f"pid {place}/nginx.pid; events {{ }}\nhttp {{ {log}\n{text}\n}}\n"


def ask(port, path, cookie=""):
    """An answer by TLS, under the name of the certificate."""
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    request = urllib.request.Request(
        f"https://{ADDRESS}:{port}{path}", headers={"Host": f"cases.example:{port}", **({"Cookie": cookie} if cookie else {})}
    )
    return urllib.request.urlopen(request, context=trusting, timeout=30)


def test_behind_nginx_every_answer_is_by_tls_with_both_sets_of_headers(behind_nginx):
    """nginx adds what belongs to the certificate; the app's own headers pass through."""
    port, _ = behind_nginx
    with ask(port, "/timeline?case=child-k") as answer:
        assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
        cookies = answer.headers.get_all("Set-Cookie")
        assert all("secure" in one.lower() and "httponly" in one.lower() for one in cookies)
        assert [one for one in cookies if re.fullmatch(r"route=[0-9a-f]{32}; Path=/; HttpOnly; Secure; SameSite=Lax", one)]


def test_a_visitor_stays_with_one_process_and_visitors_are_spread_over_both(behind_nginx):
    """By the cookie that the first answer brought."""
    port, log = behind_nginx
    log.write_text("")
    for number in range(12):
        for _ in range(3):
            ask(port, "/_stcore/health", f"route={number:032x}").close()
    time.sleep(0.3)
    went = log.read_text().split()
    assert len(went) == 36
    assert all(len(set(went[at : at + 3])) == 1 for at in range(0, 36, 3))
    assert len(set(went)) == 2


def test_the_web_socket_passes_through_nginx(behind_nginx):
    """With the name of the login as its origin; from a strange one it is refused."""
    port, _ = behind_nginx
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE

    async def line(origin):
        async with websockets.connect(
            f"wss://cases.example:{port}/_stcore/stream",
            host=ADDRESS,
            port=port,
            ssl=trusting,
            subprotocols=["streamlit"],
            origin=origin,
            open_timeout=20,
        ) as found:
            return found.subprotocol

    assert asyncio.run(line(f"https://cases.example:{port}")) == "streamlit"
    with pytest.raises(websockets.InvalidStatus, match="403"):
        asyncio.run(line("https://stranger.example"))
