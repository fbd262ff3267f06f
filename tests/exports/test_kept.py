"""What a room said stays on the disk, readable by one user only, until it is deleted."""

import json
import os
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from exports.kept import FULL, NOT_PRIVATE, KeepError, Kept, Said, forget_old, private_folder

ROOT = Path(__file__).resolve().parents[2]
ONE = Said("1", "2026-11-22T10:31:00", "Pulling", "two duty workers,\nand the phone", 3, "luton", "event", "asked")
TWO = replace(ONE, said_id="2", text="=1+1 <b>é</b>")
on_posix = pytest.mark.skipif(os.name != "posix", reason="permission bits are POSIX; on Windows the user's own folder is private")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("CASE_TIMELINES_CAPTURES", str(tmp_path / "kept"))
    return private_folder()


@pytest.fixture
def kept(folder):
    return Kept(folder, "quiet-harbour", "k")


def test_what_was_kept_is_read_as_it_was_said(kept):
    """In order, with its line breaks and signs."""
    kept.keep(ONE)
    kept.keep(TWO)
    assert kept.said() == [ONE, TWO]


def test_another_process_reads_what_was_kept(kept, folder):
    """A crash or a restart of the app loses nothing, the draft included."""
    kept.keep(ONE)
    kept.keep_draft("nobody had ti")
    code = "import sys; from pathlib import Path; from exports.kept import Kept; kept = Kept(Path(sys.argv[1]), 'quiet-harbour', 'k'); "
    code += "print([one.text for one in kept.said()], kept.draft())"
    told = subprocess.run([sys.executable, "-c", code, str(folder)], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "['two duty workers,\\nand the phone'] nobody had ti"


def test_a_line_cut_off_by_a_crash_spoils_no_other(kept, folder):
    """What was written before and what is kept after are both there."""
    kept.keep(ONE)
    file = next(folder.glob("*.jsonl"))
    file.write_bytes(file.read_bytes() + b'{"said_id": "x", "te\xc3')
    kept.keep(TWO)
    assert kept.said() == [ONE, TWO]


@pytest.mark.parametrize(("word", "case"), [("quiet-meadow", "k"), ("quiet-harbour", "j")])
def test_another_room_or_case_sees_nothing(kept, folder, word, case):
    """Neither the notes nor the draft."""
    kept.keep(ONE)
    kept.keep_draft("not yours")
    other = Kept(folder, word, case)
    assert (other.said(), other.draft()) == ([], "")


@on_posix
def test_only_this_user_can_read_it(kept, folder):
    """0700 for the folder and 0600 for each file, also where the folder was open before."""
    folder.chmod(0o755)
    private_folder()
    kept.keep(ONE)
    kept.delete("1")
    kept.keep_draft("x")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()] == [0o600, 0o600]


@on_posix
def test_a_link_in_place_of_the_folder_is_refused(tmp_path, monkeypatch):
    """Nobody can lead the notes to another place."""
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    monkeypatch.setenv("CASE_TIMELINES_CAPTURES", str(tmp_path / "link"))
    with pytest.raises(KeepError) as refused:
        private_folder()
    assert str(refused.value) == NOT_PRIVATE


def test_neither_the_word_nor_the_case_names_the_file(kept, folder):
    """A listing of the folder tells nothing."""
    kept.keep(ONE)
    assert not [file for file in folder.iterdir() if "quiet" in file.name or "k-" in file.name]


def test_a_deletion_can_be_taken_back(kept):
    """To its old place."""
    kept.keep(ONE)
    kept.keep(TWO)
    kept.delete("1")
    assert (kept.said(), kept.deleted()) == ([TWO], ONE)
    kept.restore()
    assert (kept.said(), kept.deleted()) == ([ONE, TWO], None)


def test_a_deletion_is_gone_from_the_disk_with_the_next_change(kept, folder):
    """A name that slipped in does not stay."""
    kept.keep(ONE)
    kept.delete("1")
    kept.keep(TWO)
    assert kept.deleted() is None
    assert "duty" not in next(folder.glob("*.jsonl")).read_text(encoding="utf-8")


def test_a_draft_is_forgotten_when_it_is_blank(kept, folder):
    """After it has been kept nothing of it is left."""
    kept.keep_draft("half a sen")
    assert kept.draft() == "half a sen"
    kept.keep_draft(" ")
    assert (kept.draft(), list(folder.iterdir())) == ("", [])


def test_the_end_deletes_everything(kept, folder):
    """Nothing stays in the folder."""
    kept.keep(ONE)
    kept.keep_draft("x")
    kept.end()
    assert (kept.said(), list(folder.iterdir())) == ([], [])


def test_what_is_older_than_two_days_is_deleted(kept, folder):
    """An event that nobody ended."""
    kept.keep(ONE)
    written = next(folder.iterdir()).stat().st_mtime
    assert forget_old(folder, written + 2 * 24 * 3600) == 0
    assert forget_old(folder, written + 2 * 24 * 3600 + 1) == 1
    assert kept.said() == []


def test_a_disk_that_refuses_is_told_in_words(kept, folder, monkeypatch):
    """And what was there before is still there."""
    kept.keep(ONE)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(KeepError) as refused:
        kept.delete("1")
    assert str(refused.value) == "This could not be written on this machine: No space left on device."
    assert kept.said() == [ONE]
    assert [file.suffix for file in folder.iterdir()] == [".jsonl"]


def test_a_room_that_says_too_much_is_told_so(kept, folder):
    """The file has an end; nothing is dropped silently."""
    kept.keep(ONE)
    file = next(folder.glob("*.jsonl"))
    file.write_text(file.read_text(encoding="utf-8") * 2000, encoding="utf-8")
    with pytest.raises(KeepError) as refused:
        kept.keep(TWO)
    assert str(refused.value) == FULL


def test_a_line_of_another_shape_is_left_out(kept, folder):
    """Whatever else may stand in the file."""
    kept.keep(ONE)
    file = next(folder.glob("*.jsonl"))
    file.write_text(file.read_text(encoding="utf-8") + json.dumps({"said_id": "9"}) + "\n[]\n3\n", encoding="utf-8")
    assert kept.said() == [ONE]
