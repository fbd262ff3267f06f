"""A chronology that is edited, broken, renamed or deleted while people look at it."""

import os
import threading
import time

import pytest

from loaders import read_library

MORE = "  - date: 2015-06-13\n    agency: police\n    title: A second visit\n"
DATE_REMEDY = "Write the right day, or only the month or year if that is all the record gives."
GONE = "timelines/example.yaml: 1 problem\n  the file is no longer in the folder. Put it back, or leave this case."


@pytest.fixture
def file(written, smallest):
    """A good chronology that has been read."""
    file = written(smallest)
    assert list(read_library(file.parent).cases) == ["example"]
    return file


def test_an_edited_file_takes_the_place_of_the_one_before(file, smallest):
    """At the next look, and with nothing to tell."""
    file.write_text(smallest + MORE)
    library = read_library(file.parent)
    assert len(library.cases["example"].events) == 2
    assert (library.unread, library.kept, library.gone) == ((), {}, {})


def test_a_broken_file_leaves_its_last_good_version(file, smallest):
    """The case is there as it was, and what is wrong is told once; put right, it is as it is now."""
    good = read_library(file.parent).cases["example"]
    file.write_text(smallest.replace("2015-06-12", "2015-06-31"))
    library = read_library(file.parent)
    assert library.cases["example"] is good
    assert [list(map(str, error.problems)) for error in library.unread] == [
        [f"line 9, event 1: date '2015-06-31' is not in the calendar. {DATE_REMEDY}"]
    ]
    assert library.kept["example"].error is library.unread[0]
    file.write_text(smallest.replace("2015-06-12", "2015-06-30"))
    library = read_library(file.parent)
    assert (library.unread, library.kept) == ((), {})
    assert str(library.cases["example"].events["earliest"].iloc[0].date()) == "2015-06-30"


def test_a_deleted_file_is_in_no_list_but_kept_for_those_who_look_at_it(file, smallest):
    """Nobody finds the case any more; put back, it is an ordinary case again."""
    good = read_library(file.parent).cases["example"]
    file.unlink()
    library = read_library(file.parent)
    assert (library.cases, library.unread) == ({}, ())
    assert library.gone["example"].case is good
    assert str(library.gone["example"].error) == GONE
    file.write_text(smallest)
    library = read_library(file.parent)
    assert (list(library.cases), library.gone) == (["example"], {})


def test_a_renamed_file_is_told_until_its_id_is_its_name(file, smallest):
    """First a file whose name is not its id, then a case of another name; the one before stays for those who look at it."""
    other = file.rename(file.with_name("other.yaml"))
    library = read_library(file.parent)
    assert [str(error.problems[0]) for error in library.unread] == [
        "line 3, case: id 'example' is not the file's name. Call the file example.yaml, or write 'id: other'."
    ]
    assert (list(library.cases), list(library.gone)) == ([], ["example"])
    other.write_text(smallest.replace("id: example", "id: other"))
    library = read_library(file.parent)
    assert (list(library.cases), library.unread, list(library.gone)) == (["other"], (), ["example"])


def test_a_file_that_moved_under_another_ending_is_not_gone(file):
    """example.yml holds the same case."""
    file.rename(file.with_suffix(".yml"))
    library = read_library(file.parent)
    assert (list(library.cases), library.gone) == (["example"], {})


def test_a_folder_that_is_away_for_a_moment_keeps_everything(file):
    """A share that is not connected is not a library without cases."""
    away = file.parent.rename(file.parent.with_name("away"))
    assert list(read_library(file.parent).cases) == ["example"]
    away.rename(file.parent)
    assert list(read_library(file.parent).cases) == ["example"]


@pytest.mark.parametrize("part", [0.4, 0.9])
def test_a_file_half_written_is_never_read_as_whole(file, smallest, part):
    """Cut between two events it would pass for a shorter case; it is read when the rest has come."""
    whole = smallest + MORE * 30
    file.write_text(whole)
    os.utime(file, (1, 1))
    assert len(read_library(file.parent).cases["example"].events) == 31
    again = (smallest + MORE * 35).encode()
    cut = again.index(b"  - date: 2015-06-13", int(len(again) * part))

    def write():
        with file.open("wb") as sink:
            sink.write(again[:cut])
            sink.flush()
            time.sleep(0.5)
            sink.write(again[cut:])

    writer = threading.Thread(target=write)
    writer.start()
    found = set()
    until = time.monotonic() + 4
    while time.monotonic() < until and 36 not in found:
        found.add(len(read_library(file.parent).cases["example"].events))
    writer.join()
    assert found <= {31, 36}
    assert 36 in found


def test_a_file_that_never_rests_keeps_its_last_good_version(file, smallest, monkeypatch):
    """Without an end to the writing there is nothing new to read, and nothing to tell."""
    monkeypatch.setattr("loaders.settled._left_alone", lambda *about: False)
    monkeypatch.setattr("loaders.settled.STEP_SECONDS", 0)
    file.write_text(smallest.replace("Example case", "Half"))
    library = read_library(file.parent)
    assert library.cases["example"].title == "Example case"
    assert library.unread == ()


def test_who_comes_while_another_reads_gets_what_there_was(file, smallest, monkeypatch):
    """Nobody waits for a file that is being looked at by somebody else."""
    begun, go_on = threading.Event(), threading.Event()

    def slow(*about):
        begun.set()
        go_on.wait(10)
        return True

    monkeypatch.setattr("loaders.settled._left_alone", slow)
    file.write_text(smallest + MORE)
    reader = threading.Thread(target=read_library, args=(file.parent,))
    reader.start()
    begun.wait(10)
    assert len(read_library(file.parent).cases["example"].events) == 1
    go_on.set()
    reader.join()
    assert len(read_library(file.parent).cases["example"].events) == 2


def test_what_editors_leave_beside_a_file_is_no_chronology(file):
    """A lock, and a copy that a program is still bringing."""
    (file.parent / ".#example.yaml").symlink_to("nobody@nowhere")
    (file.parent / ".example.yaml").write_text("half")
    library = read_library(file.parent)
    assert (list(library.cases), library.unread) == (["example"], ())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes that look like files are POSIX's")
def test_a_pipe_is_told_and_does_not_hold_up_the_library(file):
    """Opening it would wait for ever."""
    os.mkfifo(file.parent / "pipe.yaml")
    library = read_library(file.parent)
    assert list(library.cases) == ["example"]
    assert [str(error) for error in library.unread] == [
        "timelines/pipe.yaml: 1 problem\n  It is not an ordinary file. Check that the file is there and may be read."
    ]
