"""The small cases of tests/timelines, as they are or with a few of their words changed."""

from pathlib import Path

SMALL = Path(__file__).resolve().parent / "timelines"


def put_changed(folder, case, changes):
    """Write a case into a folder with each pair of texts changed, all of which must stand in it."""
    text = (SMALL / f"{case}.yaml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (folder / f"{case}.yaml").write_text(text, encoding="utf-8")
