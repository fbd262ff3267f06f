"""The cache gives back what was read, exactly, and is only ever a cache."""

import json
import os
import shutil
import stat
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pandas as pd
import pytest

from loaders import boxing, case, read_case, read_library, shelves, workers
from loaders.cache import ENDING, Fresh, boxed, boxes, write_box
from loaders.private import cache_folder

HOUSE = Path(__file__).resolve().parent.parent.parent
FILES = [
    file
    for place in ("timelines", "tests/timelines")
    for file in sorted((HOUSE / place).glob("*.yaml"))
    if file.stem not in ("themes", "glossary", "harbour-street")
]


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A cache of its own, which is used however little there is to read; the folder of one library in it."""
    monkeypatch.setenv("CASE_TIMELINES_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(boxing, "WORTH_BYTES", 0)
    return cache_folder(tmp_path / "timelines")


@pytest.fixture
def folder(written, smallest, place):
    """A folder of three cases."""
    for name in ("one", "two", "three"):
        written(smallest.replace("id: example", f"id: {name}"), f"{name}.yaml")
    return place.parent.parent / "timelines"


@pytest.fixture
def read_anew(monkeypatch):
    """The names of the files that are read as YAML, by a program that has just been started."""
    names = []
    monkeypatch.setattr(
        "loaders.library.case_of",
        lambda content, file, *rest, **more: (names.append(file.name), case.case_of(content, file, *rest, **more))[1],
    )

    def start(folder):
        shelves._shelves.clear()
        names.clear()
        return read_library(folder)

    start.names = names
    return start


def assert_same(one, other):
    """Two cases are alike in every value and kind."""
    for field in fields(case.Case):
        mine, theirs = getattr(one, field.name), getattr(other, field.name)
        if isinstance(mine, pd.DataFrame):
            pd.testing.assert_frame_equal(mine, theirs)
            assert [type(value) for name in mine for value in mine[name]] == [
                type(value) for name in mine for value in theirs[name]
            ]
        else:
            assert (mine, repr(mine)) == (theirs, repr(theirs))


def test_every_case_comes_out_of_a_box_as_it_went_in(tmp_path):
    """Each value of each frame, what the case says of itself, and its themes."""
    cases = {file.name: read_case(file) for file in FILES}
    shared = cases["child-k.yaml"].themes
    fresh = [Fresh(name, (1, 2), one) for name, one in cases.items()]
    assert write_box(tmp_path, fresh, shared)
    [box] = boxes(tmp_path, shared)
    for head in box.cases:
        assert_same(cases[head["name"]], boxed(box, head))


def test_columns_of_a_packed_case_are_those_of_its_frames_and_leave_it_packed(tmp_path):
    """For counting through very many cases."""
    cases = {file.name: read_case(file) for file in FILES}
    shared = cases["child-k.yaml"].themes
    assert write_box(tmp_path, [Fresh(name, (1, 2), one) for name, one in cases.items()], shared)
    [box] = boxes(tmp_path, shared)
    for head in box.cases:
        packed = boxed(box, head)
        found = packed.columns("events", ["event_id", "earliest", "phases"])
        assert "events" not in vars(packed)
        whole = cases[head["name"]].columns("events", ["event_id", "earliest", "phases"])
        assert [pd.Series(found[name]).equals(pd.Series(whole[name])) for name in found] == [True, True, True]


def test_a_second_start_reads_no_chronology(folder, read_anew):
    """All three come from the cache, in the same order."""
    first = read_anew(folder)
    assert sorted(read_anew.names) == ["one.yaml", "three.yaml", "two.yaml"]
    second = read_anew(folder)
    assert read_anew.names == []
    assert list(second.cases) == list(first.cases) == ["one", "three", "two"]
    for name in first.cases:
        assert_same(first.cases[name], second.cases[name])


def test_one_changed_file_is_the_only_one_read_again(folder, read_anew, written, smallest):
    """And what it says now is what is shown."""
    read_anew(folder)
    written(smallest.replace("id: example", "id: two").replace("Example case", "Changed"), "two.yaml")
    assert read_anew(folder).cases["two"].title == "Changed"
    assert read_anew.names == ["two.yaml"]
    read_anew(folder)
    assert read_anew.names == []


def test_a_deleted_file_leaves_the_cache(folder, read_anew, place):
    """Its words are in no box once the library has been read without it."""
    read_anew(folder)
    (folder / "two.yaml").unlink()
    assert list(read_anew(folder).cases) == ["one", "three"]
    assert read_anew.names == []
    assert sorted(head["name"] for box in boxes(place, case.read_themes(folder)) for head in box.cases) == [
        "one.yaml",
        "three.yaml",
    ]


def test_other_themes_and_another_program_read_everything_again(folder, read_anew, written, monkeypatch):
    """What was checked against another list, or read by another version, is not trusted."""
    read_anew(folder)
    written("night-work: Night work\n", "themes.yaml")
    read_anew(folder)
    assert len(read_anew.names) == 3
    monkeypatch.setattr("loaders.cache.fingerprint", lambda: "another")
    read_anew(folder)
    assert len(read_anew.names) == 3


@pytest.mark.parametrize("harm", ["truncated", "one byte", "emptied", "a folder", "no arrow"])
def test_a_damaged_box_is_as_good_as_not_there(folder, read_anew, place, harm):
    """The chronologies are read again, and the library is whole."""
    read_anew(folder)
    [box] = place.glob(f"*{ENDING}")
    content = box.read_bytes()
    if harm == "a folder":
        box.unlink()
        box.mkdir()
    else:
        middle = len(content) // 2
        flipped = content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]
        box.write_bytes({"truncated": content[:middle], "one byte": flipped, "emptied": b"", "no arrow": b"x" * 999}[harm])
    library = read_anew(folder)
    assert list(library.cases) == ["one", "three", "two"]
    assert len(read_anew.names) == 3
    assert [len(one.events) for one in library.cases.values()] == [1, 1, 1]


def test_a_crash_in_the_middle_of_writing_leaves_a_draft_that_nobody_reads(folder, read_anew, place):
    """Half a box under its other name: not read now, deleted in an hour."""
    read_anew(folder)
    [box] = place.glob(f"*{ENDING}")
    draft = box.with_suffix(".draft")
    draft.write_bytes(box.read_bytes()[:99])
    box.unlink()
    assert list(read_anew(folder).cases) == ["one", "three", "two"]
    assert draft.exists()
    os.utime(draft, (0, 0))
    read_anew(folder)
    assert not draft.exists()


def test_a_full_disk_is_no_reason_to_stop(folder, read_anew, place, monkeypatch):
    """Nothing is kept, nothing is left lying about, and the library is there."""

    def full(*names):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("loaders.cache.os.replace", full)
    assert list(read_anew(folder).cases) == ["one", "three", "two"]
    assert list(place.iterdir()) == []


def test_two_processes_read_what_one_reads(folder, read_anew, monkeypatch):
    """The same cases, with the broken file told by the one who asked."""
    (folder / "zed.yaml").write_text("")
    alone = read_anew(folder)
    shutil.rmtree(os.environ["CASE_TIMELINES_CACHE"])
    monkeypatch.setattr(boxing, "SHARED_BYTES", 0)
    monkeypatch.setattr(boxing.os, "cpu_count", lambda: 2)
    told = []
    shelves._shelves.clear()
    read_anew.names.clear()
    library = read_library(folder, lambda done, of: told.append((done, of)))
    assert read_anew.names == ["zed.yaml"]
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert (list(library.cases), str(library.unread[0])) == (list(alone.cases), str(alone.unread[0]))
    for name in alone.cases:
        assert_same(alone.cases[name], library.cases[name])


def test_nothing_of_a_chronology_is_printed_while_a_library_is_read_and_kept(folder, place):
    """What is printed lands in a log. Streamlit makes JSON of what it is to remember something by, and that says nothing either."""
    for file in folder.glob("*.yaml"):
        file.write_text(file.read_text().replace("case:\n", "case:\n  published: 2014\n"))
    program = (
        "import sys; from pathlib import Path; from loaders import boxing, read_library; boxing.WORTH_BYTES = boxing.SHARED_BYTES = 0\n"
        "cases = read_library(Path(sys.argv[1])).cases.values()\n"
        "print(len(cases), all(case.about.model_dump_json() for case in cases))"
    )
    ended = subprocess.run([sys.executable, "-c", program, str(folder)], cwd=HOUSE, capture_output=True, text=True)
    assert (ended.stdout, ended.stderr) == ("3 True\n", "")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_case_comes_out_as_json_with_every_date_as_it_was_written(file):
    """pydantic warned of dates, and the warning quoted them."""
    about = read_case(file).about
    said = json.loads(about.model_dump_json())
    assert (said["published"] or [""])[0] == (about.published.text if about.published else "")
    assert (said["from_"] or [[""]])[0][:1] == [about.from_.written.text if about.from_ else ""]


def test_without_other_processes_one_reads_alone(folder, read_anew, monkeypatch):
    """Where no program can be started the library is read all the same."""
    monkeypatch.setattr(boxing, "SHARED_BYTES", 0)
    monkeypatch.setattr(boxing.os, "cpu_count", lambda: 2)
    monkeypatch.setattr(workers, "HOUSE", folder / "nowhere")
    assert list(read_anew(folder).cases) == ["one", "three", "two"]
    assert len(read_anew.names) == 3


def test_reading_can_be_left_and_goes_on_where_it_was_left(folder, read_anew):
    """Whoever is told how far it is may end it; what was read is not read again."""

    def leave(done, of):
        raise KeyboardInterrupt

    shelves._shelves.clear()
    with pytest.raises(KeyboardInterrupt):
        read_library(folder, leave)
    assert read_anew.names == ["one.yaml"]
    assert list(read_library(folder).cases) == ["one", "three", "two"]
    assert read_anew.names == ["one.yaml", "three.yaml", "two.yaml"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the folders of one user from another by other means")
def test_the_cache_is_this_users_alone(folder, read_anew, place):
    """Nobody else may look into the folders or the boxes."""
    read_anew(folder)
    [box] = place.glob(f"*{ENDING}")
    assert [stat.S_IMODE(one.stat().st_mode) for one in (place.parent, place, box)] == [0o700, 0o700, 0o600]


@pytest.mark.skipif(not hasattr(os, "symlink") or sys.platform == "win32", reason="links and owners as POSIX has them")
def test_a_place_that_is_not_ours_is_refused(tmp_path, monkeypatch):
    """A link put in its place, a file, a folder of somebody else; an open one of ours is shut."""
    real = tmp_path / "real"
    real.mkdir(mode=0o777)
    (tmp_path / "link").symlink_to(real)
    (tmp_path / "file").write_text("")

    def named(name):
        return cache_folder(tmp_path, {"CASE_TIMELINES_CACHE": str(tmp_path / name)})

    assert named("link") is None
    assert named("file") is None
    assert named("real")
    assert stat.S_IMODE(real.stat().st_mode) == 0o700
    monkeypatch.setattr("loaders.private.os.getuid", lambda: real.stat().st_uid + 1)
    assert named("real") is None


def test_a_small_library_leaves_nothing_on_the_disk(tmp_path, monkeypatch):
    """The shipped cases are read in a moment, so they are not kept."""
    monkeypatch.setenv("CASE_TIMELINES_CACHE", str(tmp_path / "cache"))
    shelves._shelves.clear()
    read_library()
    assert not list(tmp_path.glob("cache/*/*"))


def test_caching_can_be_switched_off(tmp_path):
    """CASE_TIMELINES_CACHE=off."""
    assert cache_folder(tmp_path, {"CASE_TIMELINES_CACHE": "off"}) is None
