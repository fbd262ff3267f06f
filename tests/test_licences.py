"""The list of licences names every package that is installed, and says of each what the package says itself."""

import importlib.metadata
import re
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
ROWS = [
    line.strip("| \n").split(" | ")
    for line in (ROOT / "docs" / "LICENCES.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ")
][1:]
FILES = ("requirements.txt", "requirements-dev.txt", "constraints.txt")
FREE = {
    "MIT",
    "MIT-0",
    "MIT-CMU",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "0BSD",
    "Apache-2.0",
    "MPL-2.0",
    "PSF-2.0",
    "AFL-2.1",
    "Zlib",
    "CC0-1.0",
}


def test_every_package_stands_in_the_list_once_and_no_other_does():
    """What is pinned and what is listed are the same."""
    pinned = {
        line.split("==")[0].strip()
        for name in FILES
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines()
        if re.match(r"[\w.-]+==", line)
    }
    assert sorted(row[0] for row in ROWS) == sorted(pinned)
    assert [row[0] for row in ROWS] == sorted((row[0] for row in ROWS), key=canonicalize_name)


@pytest.mark.parametrize(("name", "licence", "needed"), ROWS, ids=[row[0] for row in ROWS])
def test_a_licence_is_a_free_one_and_the_one_that_the_package_says(name, licence, needed):
    """Where the package says it in the short form; other packages say it in words."""
    parts = set(re.split(r" AND | OR |, with axe-core: ", re.sub("[()]", "", licence)))
    assert parts <= FREE
    assert needed in ("the app", "tests")
    try:
        said = importlib.metadata.metadata(name).get("License-Expression")
    except importlib.metadata.PackageNotFoundError:
        return  # another system installs it
    assert said in (None, licence)
