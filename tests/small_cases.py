"""The small cases of tests/timelines, as they are or with a few of their words changed."""

import os
from pathlib import Path

SMALL = Path(__file__).resolve().parent / "timelines"
LONG_AGO = 1_577_836_800  # 1 January 2020


def put_changed(folder, case, changes):
    """Write a case into a folder with each pair of texts changed, all of which must stand in it; the file it is in.

    It is as old as a file is that nobody writes any more: one of this moment is read only a little later.
    """
    text = (SMALL / f"{case}.yaml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file = folder / f"{case}.yaml"
    file.write_text(text, encoding="utf-8")
    os.utime(file, (LONG_AGO, LONG_AGO))
    return file
