"""The starter run.py: what it refuses, what it remembers, and the browser it finds."""

import ast
import importlib.metadata
import importlib.util
import os
import re
import socket
import subprocess
import sys
import tomllib
import webbrowser
from pathlib import Path

import pytest
import streamlit.config
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import run

HERE = Path(run.__file__).parent


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A project with one requirement, in place of the real one."""
    for name, text in {"requirements.txt": "six==1.17.0", "requirements-dev.txt": "ruff==0.17.6", "constraints.txt": ""}.items():
        (tmp_path / name).write_text(text)
    monkeypatch.setattr(run, "FOLDER", tmp_path)
    return tmp_path


@pytest.fixture
def commands(monkeypatch):
    """Every command that would have been run, in order; each ends well."""
    ran = []

    def fake(command, **how):
        ran.append((command, how))
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", fake)
    return ran


def program(place):
    """An empty file that may be run."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.touch(mode=0o755)
    return place


def refusal(ask, *given):
    """The whole message with which something is refused."""
    with pytest.raises(run.StartError) as caught:
        ask(*given)
    return str(caught.value)


def test_an_old_python_is_refused_with_a_newer_one_of_this_machine(tmp_path, monkeypatch):
    """3.10 is too old, and the 3.12 on PATH is named as the way on."""
    program(tmp_path / "python3.12")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refusal(run.check_python, (3, 10, 13)) == (
        "Case Timelines needs Python 3.11 or newer, and this is Python 3.10.13. This machine has a newer one: python3.12 run.py"
    )


def test_an_old_python_without_a_newer_one_asks_for_one(tmp_path, monkeypatch):
    """With nothing on PATH the remedy is to install Python."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refusal(run.check_python, (3, 6, 15)) == (
        "Case Timelines needs Python 3.11 or newer, and this is Python 3.6.15. Install a newer one and start again."
    )


def test_python_3_11_is_new_enough():
    """The oldest Python the app runs on is let through."""
    run.check_python((3, 11, 0))


def test_python_3_6_can_read_the_starter():
    """Its grammar is that of 3.6, and every annotation is a plain name, a constant or a quoted one, so none fails there."""
    tree = ast.parse((HERE / "run.py").read_text(encoding="utf-8"), feature_version=(3, 6))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    written = [note for one in functions for note in (one.returns, *(argument.annotation for argument in one.args.args)) if note]
    assert [ast.unparse(note) for note in written if not isinstance(note, ast.Name | ast.Constant | ast.Attribute)] == []
    assert "__future__" not in {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


def test_the_starter_imports_only_what_comes_with_python():
    """Nothing is installed yet when it starts."""
    tree = ast.parse((HERE / "run.py").read_text(encoding="utf-8"))
    plain = {alias.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    taken = {str(node.module).split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert plain | taken <= sys.stdlib_module_names


@pytest.fixture
def taken_port():
    """A port somebody listens on."""
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        line.listen()
        yield line.getsockname()[1]


def test_a_taken_port_is_refused_with_another_one_to_try(taken_port):
    """The message names --port and a number that can be typed as it stands."""
    assert refusal(run.check_port, taken_port) == (
        f"Port {taken_port} is taken, perhaps by Case Timelines in another window. "
        f"Choose another one: python3 run.py --port {taken_port + 1 if taken_port < 65535 else 8502}"
    )


def test_a_taken_port_is_said_before_anything_is_installed(taken_port, folder, commands, capsys):
    """Nobody waits two minutes for an installation to read that the port is taken."""
    assert run.main(["--port", str(taken_port)]) == 1
    assert capsys.readouterr().err.startswith(f"Port {taken_port} is taken")
    assert commands == []


def test_a_port_this_user_may_not_listen_on_is_refused(monkeypatch):
    """The system's own word stands in the message."""

    def deny(line, address):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(run, "answers", lambda port: False)
    monkeypatch.setattr(socket.socket, "bind", deny)
    assert refusal(run.check_port, 80) == (
        "Port 80 cannot be used (Permission denied). Choose another one: python3 run.py --port 8502"
    )


def test_a_port_nobody_listens_on_is_let_through():
    """The port in use a moment ago is free again once its listener has gone."""
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        free = line.getsockname()[1]
    run.check_port(free)


@pytest.mark.parametrize("written", ["0", "65536", "-1", "eight"])
def test_what_is_not_a_port_is_refused(written, capsys):
    """The message gives the numbers there are."""
    with pytest.raises(SystemExit):
        run.options([f"--port={written}"])
    message = f"python3 run.py: error: argument --port: '{written}' is not a port. Give a number from 1 to 65535.\n"
    assert capsys.readouterr().err.endswith(message)


def test_a_folder_of_cases_that_is_not_there_is_refused(tmp_path):
    """The folder is named as it was written."""
    place = tmp_path / "nowhere"
    assert refusal(run.start, 8501, place, False) == f"--cases {place}: there is no such folder. Check the path."


def test_words_after_test_go_to_pytest():
    """Every one of them, whatever it looks like."""
    assert run.options(["test", "-k", "port", "--port"]).test == ["-k", "port", "--port"]


def test_help_is_given_for_test_too(capsys):
    """Asking for help installs and runs nothing."""
    with pytest.raises(SystemExit) as end:
        run.options(["test", "--help"])
    assert end.value.code == 0
    assert capsys.readouterr().out.startswith(
        "usage: python3 run.py [--port N] [--cases FOLDER] [--address NAME] [--no-browser]\n"
    )


class FakeApp:
    """An app that answers at once and is ended by its first wait."""

    started: tuple = ()

    def __init__(self, command, cwd, env):
        FakeApp.started = (command, cwd, env)

    def poll(self):
        return None

    def wait(self, timeout=None):
        if timeout is None:
            raise KeyboardInterrupt
        return 0


@pytest.fixture
def serving(folder, monkeypatch):
    """An installed app that starts at once, and the addresses opened."""
    opened = []
    monkeypatch.setattr(run, "check_port", lambda port: None)
    monkeypatch.setattr(run, "prepare", lambda folder, purpose: Path("python"))
    monkeypatch.setattr(run, "answers", lambda port, host=None: True)
    monkeypatch.setattr(subprocess, "Popen", FakeApp)
    monkeypatch.setattr(run, "has_screen", lambda environment, platform: True)
    monkeypatch.setattr(webbrowser, "open", opened.append)
    monkeypatch.delenv("CASE_TIMELINES_FOLDER", raising=False)
    return opened


def test_the_app_is_served_to_this_machine_only_and_ended_quietly(serving, folder, capsys):
    """It listens on 127.0.0.1, its address is printed and opened, and Ctrl-C is no failure."""
    assert run.main(["--port", "8600"]) == 0
    command, place, environment = FakeApp.started
    assert command[:9] == (
        *("python", "-m", "streamlit", "run", "app.py"),
        *("--server.address", "127.0.0.1", "--server.port", "8600"),
    )
    assert place == str(folder)
    assert "CASE_TIMELINES_FOLDER" not in environment
    assert (environment["MALLOC_ARENA_MAX"], environment["ARROW_DEFAULT_MEMORY_POOL"]) == ("2", "system")
    assert serving == ["http://127.0.0.1:8600"]
    assert capsys.readouterr() == ("Case Timelines is at http://127.0.0.1:8600 (Ctrl-C ends it)\n", "")


def test_to_listen_elsewhere_without_a_login_is_refused_in_words(folder, monkeypatch, tmp_path):
    """The app itself says so, before anything is started."""
    monkeypatch.setenv("STREAMLIT_SECRETS_FILES", str(tmp_path / "none.toml"))
    monkeypatch.setattr(run, "FOLDER", HERE)
    assert refusal(run.check_address, Path(sys.executable), "0.0.0.0") == (
        "Case Timelines answers only this machine, because no login is configured: whoever reached it could read every case. "
        "Either start it on 127.0.0.1, or configure a login as docs/RUNNING.md shows ([auth] in .streamlit/secrets.toml) and start again."
    )


def test_with_a_login_the_app_may_be_served_elsewhere(serving, monkeypatch, capsys):
    """The address reaches the app and is told."""
    monkeypatch.setattr(run, "check_address", lambda python, address: None)
    assert run.main(["--address", "192.0.2.7"]) == 0
    assert FakeApp.started[0][5:7] == ("--server.address", "192.0.2.7")
    assert capsys.readouterr().out == "Case Timelines is at http://192.0.2.7:8501 (Ctrl-C ends it)\n"


def test_an_app_that_goes_on_after_the_starter_was_told_to_end_is_ended():
    """Nothing keeps the port once run.py has gone."""
    done = []

    class StubbornApp(FakeApp):
        def wait(self, timeout=None):
            done.append("wait")
            if timeout:
                raise subprocess.TimeoutExpired("streamlit", timeout)

        def terminate(self):
            done.append("terminate")

    run.end(StubbornApp([], "", {}))
    assert done == ["wait", "terminate", "wait"]


def test_no_browser_is_opened_where_none_is_wanted(serving):
    """--no-browser holds even where there is a screen."""
    run.main(["--no-browser"])
    assert serving == []


def test_another_folder_of_cases_reaches_the_app(serving, tmp_path, monkeypatch):
    """A relative folder is meant from where the reader stands, not from the project."""
    (tmp_path / "cases").mkdir()
    monkeypatch.chdir(tmp_path)
    run.main(["--cases", "cases"])
    assert FakeApp.started[2]["CASE_TIMELINES_FOLDER"] == str(tmp_path / "cases")


@pytest.mark.parametrize(
    ("environment", "platform", "screen"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "darwin", True),
        ({}, "win32", True),
    ],
)
def test_a_browser_is_opened_only_where_there_is_a_screen(environment, platform, screen):
    """A Linux machine without a display has none; the others always do."""
    assert run.has_screen(environment, platform) is screen


def test_the_environment_keeps_its_python_where_the_system_puts_it():
    """Windows has another folder and another name."""
    assert run.venv_python(Path("v"), "nt") == Path("v/Scripts/python.exe")
    assert run.venv_python(Path("v"), "posix") == Path("v/bin/python")


def test_a_second_start_installs_nothing(folder, commands):
    """The first start runs pip of .venv, the second runs nothing at all."""
    python = program(run.venv_python(folder / ".venv", os.name))
    run.prepare(folder, "run")
    pip, how = commands[-1]
    assert pip == [str(python), "-m", "pip", "install", "--disable-pip-version-check", "-r", "requirements.txt"]
    assert (how["cwd"], how["env"]["PIP_USER"]) == (str(folder), "0")
    commands.clear()
    assert run.prepare(folder, "run") == python
    assert commands == []


@pytest.mark.parametrize("changed", ["requirements.txt", "constraints.txt"])
def test_a_changed_requirement_is_installed_at_the_next_start(folder, commands, changed):
    """A changed pin is as good as none installed."""
    program(run.venv_python(folder / ".venv", os.name))
    run.prepare(folder, "run")
    commands.clear()
    (folder / changed).write_text("six==1.16.0")
    run.prepare(folder, "run")
    assert [command[3] for command, _ in commands if "pip" in command] == ["install"]


def test_another_python_is_another_installation(folder):
    """What 3.11 installed is not remembered for 3.12."""
    assert run.fingerprint(folder, "run", (3, 11)) != run.fingerprint(folder, "run", (3, 12))


def test_what_only_tests_need_does_not_touch_the_app(folder):
    """A changed tool is news for the tests alone."""
    before = [run.fingerprint(folder, purpose, (3, 11)) for purpose in ("run", "test")]
    (folder / "requirements-dev.txt").write_text("ruff==0.18.0")
    after = [run.fingerprint(folder, purpose, (3, 11)) for purpose in ("run", "test")]
    assert [one == other for one, other in zip(before, after, strict=True)] == [True, False]


def test_a_failed_installation_says_what_to_do_and_is_not_remembered(folder, monkeypatch):
    """The way without a network is told, with the file it is about; the next start tries again."""
    program(run.venv_python(folder / ".venv", os.name))
    ends = {"pip": 1}
    monkeypatch.setattr(
        subprocess, "run", lambda command, **how: subprocess.CompletedProcess(command, ends["pip"] if "pip" in command else 0)
    )
    assert refusal(run.prepare, folder, "test") == (
        "The packages could not be installed; the lines above say why. Check the network connection and start again. On a "
        "machine without one: on another with the same system and Python run `python3 -m pip download -r requirements-dev.txt "
        "-d wheels` in a copy of this folder, bring the folder wheels here, set PIP_NO_INDEX=1 and PIP_FIND_LINKS=wheels, and "
        "start again."
    )
    assert not (folder / ".venv" / "installed-to-test").exists()


def test_a_half_made_environment_is_made_anew(folder, monkeypatch):
    """A .venv whose Python has no pip yet is replaced before anything is installed."""
    program(run.venv_python(folder / ".venv", os.name))
    made = []
    monkeypatch.setattr(run, "make_venv", made.append)
    monkeypatch.setattr(subprocess, "run", lambda command, **how: subprocess.CompletedProcess(command, int("-c" in command)))
    run.prepare(folder, "run")
    assert made == [folder / ".venv"]


def test_a_python_without_venv_is_refused_with_the_package_to_install(tmp_path, monkeypatch):
    """Debian ships ensurepip apart."""
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "ensurepip" else find(name))
    assert refusal(run.make_venv, tmp_path / ".venv") == (
        "This Python came without the part that makes virtual environments. On Debian or Ubuntu run `apt install python3-venv` "
        "as root; elsewhere install Python from https://www.python.org/downloads/. Then start again."
    )


def test_a_file_in_the_place_of_the_environment_is_not_removed(tmp_path):
    """Whoever put it there is told, and decides."""
    (tmp_path / ".venv").write_text("mine")
    message = refusal(run.make_venv, tmp_path / ".venv")
    assert message.startswith(f"{tmp_path / '.venv'} could not be made: ")
    assert message.endswith(". Close what uses that folder, delete it, and start again.")
    assert (tmp_path / ".venv").read_text() == "mine"


@pytest.mark.parametrize("name", run.BROWSERS)
def test_a_browser_on_the_path_is_found(name, tmp_path):
    """Under every name it is packed with."""
    place = program(tmp_path / name)
    assert run.chromium({"PATH": str(tmp_path)}, "linux") == str(place)


def test_the_browser_named_in_chromium_goes_before_the_path(tmp_path):
    """Whoever names one means it."""
    program(tmp_path / "path" / "chromium")
    named = program(tmp_path / "mine")
    assert run.chromium({"PATH": str(tmp_path / "path"), "CHROMIUM": str(named)}, "linux") == str(named)


def test_a_browser_named_in_chromium_that_is_not_there_is_refused():
    """Another one is not taken in its place."""
    assert refusal(run.chromium, {"PATH": "", "CHROMIUM": "/nowhere/chromium"}, "linux") == (
        "CHROMIUM names /nowhere/chromium, which is no program here. Correct it, or unset it."
    )


def test_browsers_are_looked_for_where_macos_and_windows_keep_them():
    """They are not on PATH there."""
    assert run.usual_places({}, "darwin")[1] == "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
    assert run.usual_places({"PROGRAMFILES(X86)": r"C:\Program Files (x86)"}, "win32")[2] == (
        r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe"
    )
    assert run.usual_places({"PROGRAMFILES": "x"}, "linux") == []


def test_without_a_browser_and_without_root_one_line_says_what_to_install(monkeypatch, commands):
    """Nothing is installed on a machine that is not ours to change."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    assert refusal(run.tests_browser) == (
        "The browser tests need Chromium, Chrome or Edge: install one, or set CHROMIUM to the path of one, and start again."
    )
    assert commands == []


def test_root_on_debian_gets_chromium_without_windows_installed(tmp_path, monkeypatch, commands):
    """The lists are brought up to date first, and nothing asks a question; once it is there, nothing is installed."""
    program(tmp_path / "apt-get")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    install = run.apt_install
    monkeypatch.setattr(run, "apt_install", lambda *words: (install(*words), program(tmp_path / "chromium-headless-shell")))
    for _ in range(2):
        assert run.tests_browser() == str(tmp_path / "chromium-headless-shell")
    assert [command for command, _ in commands] == [
        ["apt-get", "--quiet", "update"],
        ["apt-get", "--quiet", "install", "--yes", "chromium-headless-shell"],
    ]
    assert {how["env"]["DEBIAN_FRONTEND"] for _, how in commands} == {"noninteractive"}


def test_where_it_cannot_be_installed_another_chromium_does(tmp_path, monkeypatch, commands):
    """Without a network, or on a system that packs it otherwise; and the one that CHROMIUM names goes before any."""
    for name in ("apt-get", "chromium", "mine"):
        program(tmp_path / name)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    assert run.tests_browser() == str(tmp_path / "chromium")
    assert len(commands) == 2
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "mine"))
    assert run.tests_browser() == str(tmp_path / "mine")
    assert len(commands) == 2


def test_root_on_debian_gets_libreoffice_for_the_tests_of_slides(tmp_path, monkeypatch, commands):
    """Two parts of it and poppler, without what they recommend; nothing where they are already, or for another user."""
    program(tmp_path / "apt-get")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    run.bring_office()
    assert commands == []
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    run.bring_office()
    office = ["libreoffice-impress", "libreoffice-writer", "poppler-utils"]
    wanted = ["apt-get", "--quiet", "install", "--yes", "--no-install-recommends", *office]
    assert [command for command, _ in commands] == [["apt-get", "--quiet", "update"], wanted]
    for name in ("soffice", "pdftoppm"):
        program(tmp_path / name)
    run.bring_office()
    assert len(commands) == 2


def test_every_check_runs_and_the_first_failure_is_the_exit_code(folder, monkeypatch, capsys):
    """A failing ruff does not hide what mypy and pytest have to say; only pytest gets the reader's words."""
    ran = []

    def fake(command, **how):
        ran.append((command[2:], how["env"]["CHROMIUM"]))
        return subprocess.CompletedProcess(command, {"ruff": 3, "mypy": 2}.get(command[2], 0))

    monkeypatch.setattr(run, "tests_browser", lambda: "/bin/chromium")
    monkeypatch.setattr(run, "bring_office", lambda: None)
    monkeypatch.setattr(run, "prepare", lambda folder, purpose: Path("python"))
    monkeypatch.setattr(subprocess, "run", fake)
    assert run.main(["test", "-x"]) == 3
    assert ran == [
        (["ruff", "check", "."], "/bin/chromium"),
        (["ruff", "format", "--check", "."], "/bin/chromium"),
        (["mypy"], "/bin/chromium"),
        (["pytest", "-x"], "/bin/chromium"),
    ]
    assert capsys.readouterr().out.endswith("\nFailed: ruff check ., ruff format --check ., mypy.\n")


def test_without_words_the_whole_suite_runs_on_two_processes_and_shows_its_coverage(monkeypatch, capsys):
    """Whoever asks for all of it waits half as long; the verdict names pytest alone."""
    ran = []
    monkeypatch.setattr(run, "tests_browser", lambda: "/bin/chromium")
    monkeypatch.setattr(run, "bring_office", lambda: None)
    monkeypatch.setattr(run, "prepare", lambda folder, purpose: Path("python"))
    failing = {"pytest": 1}
    monkeypatch.setattr(
        subprocess,
        "run",
        lambda command, **how: (
            ran.append(command) or subprocess.CompletedProcess(command, failing.get(command[4] if len(command) > 4 else "", 0))
        ),
    )
    assert run.main(["test"]) == 1
    assert ran[-1][2:7] == ["slipcover", "-m", "pytest", "-n", "2"]
    assert capsys.readouterr().out.endswith("\nFailed: pytest.\n")


def test_no_failure_is_said_in_so_many_words():
    """Silence would leave a doubt."""
    assert run.verdict({"mypy": 0}) == "All checks passed."


def pins(*names):
    """The version each requirement file pins a package to."""
    lines = [line for name in names for line in (HERE / name).read_text(encoding="utf-8").splitlines()]
    found = [re.fullmatch(r"([\w.-]+)==([\w.]+)( ; .+)?", line) for line in lines if not line.startswith(("#", "-"))]
    assert all(found), "a requirement without ==, or with more than one version"
    return {canonicalize_name(one[1]): one[2] for one in found if one}


def test_every_package_behind_a_requirement_is_pinned():
    """What a requirement draws in on this machine, and what that draws in, is the same on the next."""
    written = pins("constraints.txt", "requirements.txt", "requirements-dev.txt")
    waiting, seen = sorted(pins("requirements.txt", "requirements-dev.txt")), set()
    while waiting:
        name = waiting.pop()
        seen.add(name)
        drawn = [Requirement(line) for line in importlib.metadata.requires(name) or []]
        needed = {canonicalize_name(one.name) for one in drawn if not one.marker or one.marker.evaluate({"extra": ""})}
        waiting += needed - seen
    assert seen - written.keys() == set()


def test_a_package_pinned_in_two_files_has_one_version():
    """Otherwise pip refuses both."""
    behind, direct = pins("constraints.txt"), pins("requirements.txt", "requirements-dev.txt")
    assert {name: (behind[name], direct[name]) for name in behind.keys() & direct.keys() if behind[name] != direct[name]} == {}


def test_continuous_integration_runs_the_command_of_the_desk():
    """.ci/run starts run.py test and no check of its own."""
    lines = (HERE / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == [
        "set -euo pipefail",
        'cd "$(dirname "$0")/.."',
        'exec python3 run.py test "$@"',
    ]


def test_streamlit_knows_every_setting_and_nothing_leaves_this_machine():
    """A setting it does not know would be skipped with a warning nobody reads."""
    settings = tomllib.loads((HERE / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    written = {f"{section}.{name}" for section, names in settings.items() for name in names}
    assert written - streamlit.config.get_config_options().keys() == set()
    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["server"]["address"] == "127.0.0.1"
    assert settings["server"]["showEmailPrompt"] is False


def test_bench_measures_with_what_the_tests_need(folder, commands, monkeypatch):
    """One command in the same environment; its words and its exit code are passed on."""
    monkeypatch.setattr(run, "prepare", lambda folder, purpose: Path(purpose))
    monkeypatch.setattr(run, "chromium", lambda environment, platform: "/a/browser")
    assert run.main(["bench", "--quick"]) == 0
    [(command, how)] = commands
    assert command == ["test", "-m", "bench", "--quick"]
    assert how["env"]["CHROMIUM"] == "/a/browser"


def test_check_hands_its_words_to_the_loaders_with_what_the_app_needs(folder, commands, monkeypatch, tmp_path):
    """A place is named whole, since the loaders run in the project's folder; the loaders' exit code is the starter's."""
    (tmp_path / "cases").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(run, "prepare", lambda folder, purpose: Path(purpose))
    assert run.main(["check", "cases", "--brief"]) == 0
    command, how = commands[-1]
    assert command == ["run", "-m", "loaders", "check", str(tmp_path / "cases"), "--brief"]
    assert how["cwd"] == str(folder)


def test_the_help_of_the_starter_names_the_check(capsys):
    """Whoever asks for help sees how a chronology is checked."""
    with pytest.raises(SystemExit):
        run.options(["--help"])
    assert "       python3 run.py check [FOLDER or FILE]\n" in capsys.readouterr().out
