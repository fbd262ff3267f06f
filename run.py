#!/usr/bin/env python3
"""Start Case Timelines, or test it: make .venv beside this file, install what is needed there, and go on with its Python."""

# An old Python must be able to read this file and say that it is old: it parses on 3.6, so later annotations stand in quotes.
# It is one long file because it has to run before anything is installed.
import argparse
import hashlib
import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import webbrowser
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
ADDRESS = "127.0.0.1"
# Many people at once are many threads: without these each keeps free memory of its own, half a MB a session and more.
SPARING = {"MALLOC_ARENA_MAX": "2", "ARROW_DEFAULT_MEMORY_POOL": "system"}
OLDEST = (3, 11)
INSTALLED = {
    "run": ("requirements.txt", "constraints.txt"),
    "test": ("requirements-dev.txt", "requirements.txt", "constraints.txt"),
}
USABLE = f"import importlib.metadata, sys; importlib.metadata.version('pip'); sys.exit(sys.version_info < {OLDEST})"
WINDOWLESS = "chromium-headless-shell"  # Debian's Chromium without its windows: the tests take a fifth less time in it
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", WINDOWLESS)
MAC_BROWSERS = ("Chromium", "Google Chrome", "Microsoft Edge")
WINDOWS_BROWSERS = (
    r"Google\Chrome\Application\chrome.exe",
    r"Chromium\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
)
OFFICE_PROGRAMS = ("soffice", "pdftoppm")
OFFICE = ("libreoffice-impress", "libreoffice-writer", "poppler-utils")
PROGRAM_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
CHECKS = (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",), ("pytest",))
# The whole suite runs on two processes, one file of tests after the other, those in the browser first since they take longest;
# it shows what of the code no test ran. A run of chosen tests does without.
COUNTED = ("slipcover", "-m")
WHOLE_SUITE = ("-n", "2", "--dist", "loadfile", "--no-loadscope-reorder")
NO_VENV = (
    "This Python came without the part that makes virtual environments. On Debian or Ubuntu run "
    "`apt install python3-venv` as root; elsewhere install Python from https://www.python.org/downloads/. Then start again."
)
NOT_INSTALLED = (
    "The packages could not be installed; the lines above say why. Check the network connection and start again. On a machine "
    "without one: on another with the same system and Python run `python3 -m pip download -r {requirements} -d wheels` in a copy "
    "of this folder, bring the folder wheels here, set PIP_NO_INDEX=1 and PIP_FIND_LINKS=wheels, and start again."
)
NO_CHROMIUM = "The browser tests need Chromium, Chrome or Edge: install one, or set CHROMIUM to the path of one, and start again."


class StartError(Exception):
    """What keeps the app or the tests from starting, and the remedy."""


def main(given: "list[str]") -> int:
    """The exit code: 0 when all went well, 1 with a sentence, 130 when Ctrl-C came before there was an app to end."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        check_python(sys.version_info[:3])
        if given[:1] == ["bench"]:
            return bench(given[1:])
        if given[:1] == ["check"]:
            return check(given[1:])
        wanted = options(given)
        if wanted.test is not None:
            return test(wanted.test)
        return start(wanted.port, wanted.cases, wanted.browser, wanted.address)
    except StartError as error:
        print(error, file=sys.stderr, flush=True)
        return 1
    except KeyboardInterrupt:
        return 130


def check_python(version: "tuple[int, ...]") -> None:
    """Refuse a Python that is too old, and name a newer one where the machine has it."""
    if version[:2] >= OLDEST:
        return
    newer = [name for name in ("python3.14", "python3.13", "python3.12", "python3.11") if shutil.which(name)]
    remedy = f"This machine has a newer one: {newer[0]} run.py" if newer else "Install a newer one and start again."
    written = ".".join(str(part) for part in version)
    raise StartError(f"Case Timelines needs Python 3.11 or newer, and this is Python {written}. {remedy}")


def options(given: "list[str]") -> argparse.Namespace:
    """What was asked for: port, cases, browser; and test, the words for pytest, or None where the app is to start."""
    reader = argparse.ArgumentParser(
        prog="python3 run.py",
        usage="python3 run.py [--port N] [--cases FOLDER] [--address NAME] [--no-browser]\n       python3 run.py test [words for pytest]\n"
        "       python3 run.py check [FOLDER or FILE]",
        description="Starts Case Timelines on this machine and opens it in the browser. The first start installs what it "
        "needs into the folder .venv, which takes a minute or two; later starts take seconds. Ctrl-C ends it.",
        epilog="python3 run.py check prints every problem of every chronology in timelines/, or in the FOLDER or FILE named; "
        "python3 run.py test runs the checks of the code (ruff, mypy) and every test, those in a real browser included; "
        "python3 run.py bench measures how fast it is, and writes bench/RESULTS.md.",
    )
    reader.add_argument("--port", type=port_number, default=8501, metavar="N", help="the port to serve on (8501)")
    reader.add_argument("--cases", type=Path, metavar="FOLDER", help="read the chronologies in FOLDER instead of timelines/")
    reader.add_argument(
        "--address", default=ADDRESS, metavar="NAME", help="listen elsewhere than on 127.0.0.1, behind a login only"
    )
    reader.add_argument("--no-browser", dest="browser", action="store_false", help="print the address and open nothing")
    reader.set_defaults(test=None)
    if given[:1] == ["test"] and not {"-h", "--help"} & set(given):
        return argparse.Namespace(test=given[1:])
    return reader.parse_args([word for word in given if given[:1] != ["test"] or word != "test"])


def port_number(text: str) -> int:
    """A port a server can listen on."""
    if not text.isdigit() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"'{text}' is not a port. Give a number from 1 to 65535.")
    return int(text)


def start(port: int, cases: "Path | None", browser: bool, address: str = ADDRESS) -> int:
    """Serve the app until it is ended."""
    if cases and not cases.is_dir():
        raise StartError(f"--cases {cases}: there is no such folder. Check the path.")
    check_port(port)
    python = prepare(FOLDER, "run")
    check_address(python, address)
    environment = {**SPARING, **os.environ}
    if cases:
        environment["CASE_TIMELINES_FOLDER"] = str(cases.resolve())
    quiet = ("--server.headless", "true", "--logger.hideWelcomeMessage", "true", "--logger.level", "warning")
    serve = (str(python), "-m", "streamlit", "run", "app.py", "--server.address", address, "--server.port", str(port), *quiet)
    app = subprocess.Popen(serve, cwd=str(FOLDER), env=environment)
    try:
        announce(app, port, browser and has_screen(os.environ, sys.platform), address)
        return app.wait()
    except KeyboardInterrupt:
        end(app)
        return 0


def end(app: "subprocess.Popen[bytes]") -> None:
    """Let the app end: Ctrl-C in a terminal reached it too, any other way of ending has to be passed on."""
    try:
        app.wait(timeout=2)
    except subprocess.TimeoutExpired:
        app.terminate()
        app.wait()


def check_port(port: int) -> None:
    """Refuse a port that somebody listens on, or that this user may not listen on."""
    remedy = f"Choose another one: python3 run.py --port {port + 1 if 1024 <= port < 65535 else 8502}"
    if answers(port):
        raise StartError(f"Port {port} is taken, perhaps by Case Timelines in another window. {remedy}")
    with socket.socket() as line:
        if os.name == "posix":  # without it the port stays shut for a minute after an end; on Windows it would share a taken one
            line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            line.bind((ADDRESS, port))
        except OSError as error:
            raise StartError(f"Port {port} cannot be used ({error.strerror}). {remedy}") from None


def check_address(python: Path, address: str) -> None:
    """Refuse to listen elsewhere than on this machine without a login; the app itself refuses too, however it is started."""
    if address == ADDRESS:
        return
    asked = subprocess.run([str(python), "-m", "panels.guard", address], cwd=str(FOLDER), stderr=subprocess.PIPE, text=True)
    if asked.returncode:
        raise StartError(asked.stderr.strip().rsplit("\n", 1)[-1])


def answers(port: int, host: str = ADDRESS) -> bool:
    """Whether somebody listens on that port of this machine."""
    try:
        with socket.create_connection((host, port), timeout=1):
            return True
    except OSError:
        return False


def announce(app: "subprocess.Popen[bytes]", port: int, browser: bool, address: str = ADDRESS) -> None:
    """Wait until the app answers, then say where it is and open it."""
    host = ADDRESS if address in ("0.0.0.0", "::") else address
    while not answers(port, host):
        if app.poll() is not None:
            return
        time.sleep(0.1)
    place = f"http://{host}:{port}"
    say(f"Case Timelines is at {place} (Ctrl-C ends it)")
    if browser:
        webbrowser.open(place)


def has_screen(environment: "os._Environ[str] | dict[str, str]", platform: str) -> bool:
    """Whether a browser window can open here: on Linux only where a display is named."""
    return platform in ("win32", "darwin") or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def prepare(folder: Path, purpose: str) -> Path:
    """The Python of .venv with everything installed that the purpose (run or test) needs; quick when it already is."""
    venv = folder / ".venv"
    python = venv_python(venv, os.name)
    stamp, now = venv / f"installed-to-{purpose}", fingerprint(folder, purpose, sys.version_info[:2])
    if python.exists() and stamp.exists() and stamp.read_text() == now:
        return python
    if not usable(python):
        make_venv(venv)
    say("Installing what is needed into .venv: a minute or two the first time ...")
    requirements = INSTALLED[purpose][0]
    pip = [str(python), "-m", "pip", "install", "--disable-pip-version-check", "-r", requirements]
    if subprocess.run(pip, cwd=str(folder), env={**os.environ, "PIP_USER": "0"}).returncode:
        raise StartError(NOT_INSTALLED.format(requirements=requirements))
    stamp.write_text(now)
    return python


def venv_python(venv: Path, system: str) -> Path:
    """Where a virtual environment keeps its Python, by os.name."""
    return venv / "Scripts" / "python.exe" if system == "nt" else venv / "bin" / "python"


def fingerprint(folder: Path, purpose: str, version: "tuple[int, ...]") -> str:
    """What an installation is remembered by: another one for other requirements or another Python."""
    seen = hashlib.sha256(repr(version).encode())
    for name in INSTALLED[purpose]:
        seen.update((folder / name).read_bytes())
    return seen.hexdigest()


def usable(python: Path) -> bool:
    """Whether that Python is there, is new enough and has pip: not so in a .venv whose making was interrupted."""
    return python.exists() and subprocess.run([str(python), "-c", USABLE], stderr=subprocess.DEVNULL).returncode == 0


def make_venv(venv: Path) -> None:
    """Make the virtual environment, in place of whatever unusable one is there."""
    if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        raise StartError(NO_VENV)
    from venv import EnvBuilder

    say(f"Making {venv} ...")
    try:
        EnvBuilder(clear=True, symlinks=os.name != "nt", with_pip=True).create(str(venv))
    except (OSError, subprocess.CalledProcessError) as error:
        raise StartError(f"{venv} could not be made: {error}. Close what uses that folder, delete it, and start again.") from None


def test(words: "list[str]") -> int:
    """Run every check, so that all problems are seen at once; the exit code of the first that fails."""
    browser = tests_browser()
    bring_office()
    python = prepare(FOLDER, "test")
    environment = {**os.environ, "CHROMIUM": browser}
    codes = {}
    for check in CHECKS:
        whole = check == ("pytest",) and not words
        command = [*COUNTED, *check, *WHOLE_SUITE] if whole else [*check, *words] if check == ("pytest",) else [*check]
        name = " ".join([*check, *words] if check == ("pytest",) else check)
        say(f"\n== {name}")
        codes[name] = subprocess.run([str(python), "-m", *command], cwd=str(FOLDER), env=environment).returncode
    say("\n" + verdict(codes))
    return next((code for code in codes.values() if code), 0)


def bench(words: "list[str]") -> int:
    """Measure how fast it is, each number beside its peer's, and write bench/RESULTS.md; the exit code."""
    browser = chromium(os.environ, sys.platform)
    python = prepare(FOLDER, "test")
    environment = {**os.environ, "CHROMIUM": browser} if browser else dict(os.environ)
    return subprocess.run([str(python), "-m", "bench", *words], cwd=str(FOLDER), env=environment).returncode


def check(words: "list[str]") -> int:
    """Print what is wrong with chronologies, or what each holds; a place is meant from where the reader stands. The exit code."""
    python = prepare(FOLDER, "run")
    places = [str(Path(word).resolve()) if Path(word).exists() else word for word in words]
    return subprocess.run([str(python), "-m", "loaders", "check", *places], cwd=str(FOLDER)).returncode


def verdict(codes: "dict[str, int]") -> str:
    """One line that says which checks failed."""
    failed = [name for name, code in codes.items() if code]
    return f"Failed: {', '.join(failed)}." if failed else "All checks passed."


def chromium(environment: "os._Environ[str] | dict[str, str]", platform: str) -> "str | None":
    """The path of a Chromium, Chrome or Edge: the one CHROMIUM names, or one where they usually are."""
    named = environment.get("CHROMIUM")
    if named:
        if not shutil.which(named):
            raise StartError(f"CHROMIUM names {named}, which is no program here. Correct it, or unset it.")
        return shutil.which(named)
    found = [shutil.which(name, path=environment.get("PATH", "")) for name in BROWSERS]
    return next((place for place in [*found, *map(shutil.which, usual_places(environment, platform))] if place), None)


def usual_places(environment: "os._Environ[str] | dict[str, str]", platform: str) -> "list[str]":
    """Where macOS and Windows keep browsers that PATH does not name."""
    if platform == "darwin":
        return [f"/Applications/{name}.app/Contents/MacOS/{name}" for name in MAC_BROWSERS]
    folders = [environment[name] for name in PROGRAM_FOLDERS if name in environment] if platform == "win32" else []
    return [f"{folder}\\{place}" for folder in folders for place in WINDOWS_BROWSERS]


def tests_browser() -> str:
    """The browser the tests use: the one CHROMIUM names, Debian's without windows, which is installed where this user may, or any other."""
    if not os.environ.get("CHROMIUM"):
        if not shutil.which(WINDOWLESS) and may_install():
            say("Installing Chromium for the browser tests ...")
            apt_install(WINDOWLESS)
        windowless = shutil.which(WINDOWLESS)
        if windowless:
            return windowless
    found = chromium(os.environ, sys.platform)
    if not found:
        raise StartError(NO_CHROMIUM)
    return found


def bring_office() -> None:
    """Install LibreOffice where this user may: it turns slides and handouts into pictures. Without it those tests are skipped, and say why."""
    if all(map(shutil.which, OFFICE_PROGRAMS)) or not may_install():
        return
    say("Installing LibreOffice and poppler for the tests of slides and handouts ...")
    apt_install("--no-install-recommends", *OFFICE)


def may_install() -> bool:
    """Whether this user may install Debian's packages here."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and bool(shutil.which("apt-get"))


def apt_install(*words: str) -> None:
    """Bring the lists of packages up to date and install, without a question."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", *words]):
        subprocess.run(["apt-get", "--quiet", *command], env=environment)


def say(text: str) -> None:
    """Print at once, so that lines keep their order among those of pip and the tools."""
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
