"""Cases as small as a promise allows, read from a few lines of a chronology."""

import pytest

from loaders import read_case

HEAD = """format: 1
case:
  id: example
  title: Example case
{about}
agencies:
  police: {{name: County Police, short: Police}}
  school: {{name: Primary School, short: School}}
  clinic: {{name: Health Clinic, short: Clinic}}
people:
  child: {{name: Child, role: child}}
  mother: {{name: Mother, role: mother}}
facts:
  bruise: {{title: The child had a bruise}}
  move: {{title: The family was to move}}
"""


@pytest.fixture
def case_of(tmp_path):
    """The case of a few events (one line each) and whatever follows them, with three agencies, two people and two facts."""

    def read(*events, about="", rest=""):
        lines = "".join(f"  - {{{event}}}\n" for event in events)
        listed = f"events:\n{lines}" if events else "events: []\n"
        extra = "\n".join(f"  {line}" for line in about.splitlines())
        file = tmp_path / "example.yaml"
        file.write_text(HEAD.format(about=extra) + listed + rest, encoding="utf-8")
        return read_case(file, {})

    return read
