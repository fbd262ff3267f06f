"""Chronologies as small as a promise allows, and what the loader says of them."""

from pathlib import Path

import pytest

from loaders import ChronologyError, read_case

SITUATIONS = Path(__file__).resolve().parent.parent / "timelines"


@pytest.fixture
def smallest():
    """The smallest chronology there is, as text of eleven lines."""
    return (SITUATIONS / "example.yaml").read_text(encoding="utf-8")


@pytest.fixture
def situation():
    """Reads one of tests/timelines."""
    return lambda name: read_case(SITUATIONS / f"{name}.yaml", {})


@pytest.fixture
def written(tmp_path):
    """Writes text or bytes to a file of a folder called timelines."""

    def write(content, name="example.yaml"):
        file = tmp_path / "timelines" / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return file

    return write


@pytest.fixture
def case_of(written):
    """The case of a text."""
    return lambda content: read_case(written(content), {})


@pytest.fixture
def refused(written):
    """Everything the loader says of a text it refuses: the heading, then each problem, unwrapped."""

    def said(content, name="example.yaml"):
        with pytest.raises(ChronologyError) as error:
            read_case(written(content, name), {})
        return [str(error.value).splitlines()[0], *map(str, error.value.problems)]

    return said
