"""What the README says can be done, can be done."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

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


def test_the_check_of_the_readme_runs_and_finds_the_shipped_cases_sound() -> None:
    """`python -m loaders check timelines` ends well and names all five cases."""
    assert "`python -m loaders check timelines`" in README
    done = subprocess.run(
        [sys.executable, "-m", "loaders", "check", "timelines"], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0
    heads = [line.split(":")[0] for line in done.stdout.splitlines() if not line.startswith(" ")]
    assert heads == ["birmingham", "child-by", "child-j", "child-k", "sophia"]


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
