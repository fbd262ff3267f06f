"""What the README says can be done, can be done."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import run
from loaders import read_case

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_eleven_lines_of_the_readme_are_a_case(tmp_path: Path) -> None:
    """The example loads as it stands, and holds its one event."""
    lines = re.search(r"```yaml\n(.*?)```", README, re.S)
    assert lines is not None
    assert len(lines[1].splitlines()) == 11
    (tmp_path / "example.yaml").write_text(lines[1], encoding="utf-8")
    case = read_case(tmp_path / "example.yaml")
    assert list(case.events["title"]) == ["Officers called to the flat"]


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """What `python3 run.py check` with these words ends with and prints, by the Python of the tests."""
    monkeypatch.setattr(run, "prepare", lambda folder, purpose: Path(sys.executable))
    return lambda *words: (run.main(["check", *words]), capfd.readouterr().out)


def test_the_check_of_the_readme_runs_and_finds_the_shipped_cases_sound(checked: Callable[..., tuple[int, str]]) -> None:
    """`python3 run.py check` ends well and names all five cases."""
    assert "`python3 run.py check`" in README
    code, out = checked()
    assert code == 0
    heads = [line.split(":")[0] for line in out.splitlines() if not line.startswith(" ")]
    assert heads == ["birmingham", "child-by", "child-j", "child-k", "sophia"]


@pytest.mark.parametrize("place", [".", "example.yaml"])
def test_the_check_of_the_readme_reads_ones_own_folder_or_file(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, checked: Callable[..., tuple[int, str]]
) -> None:
    """The place is meant from where the reader stands, and not from the project; a problem there is told, and the code is 1."""
    assert "`python3 run.py check FOLDER`" in README
    (tmp_path / "example.yaml").write_text("format: 1\ncase:\n\tid: example\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert checked(place) == (
        1,
        f"{tmp_path.name}/example.yaml: 1 problem\n  line 3: a tab indents this line. Indent with spaces, two for each level.\n",
    )


def test_the_checks_that_the_page_of_the_format_names_are_run_by_the_starter() -> None:
    """What a newcomer is told to type works after the start that the README tells, which installs into .venv only."""
    told = (ROOT / "timelines" / "README.md").read_text(encoding="utf-8")
    assert "```\npython3 run.py check\npython3 run.py check timelines/harbour-road.yaml\n```" in told
    for page in (README, told, (ROOT / "docs" / "RUNNING.md").read_text(encoding="utf-8")):
        assert "python -m loaders" not in page


@pytest.mark.parametrize("command", ["python3 run.py", "python3 run.py test"])
def test_the_two_commands_are_those_that_run_py_knows(command: str) -> None:
    """Both commands stand in the README, and run.py's own help names the second."""
    assert f"\n{command}\n" in README
    shown = subprocess.run([sys.executable, "run.py", "--help"], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert "test" in shown.stdout
    assert "--port" in shown.stdout
    assert "--cases" in shown.stdout


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^)]+)\)", README))))
def test_every_link_of_the_readme_leads_somewhere(link: str) -> None:
    """Pictures and pages named are in the project."""
    assert (ROOT / link).exists()
