"""A folder of cases: what is broken is told, and hides nothing else."""

import shutil
from pathlib import Path

import pytest

from loaders import read_library
from loaders.__main__ import main

SITUATIONS = Path(__file__).resolve().parent.parent / "timelines"
POINT = "practice:\n  - kind: mixed\n    title: A point\n    themes: night-work\n"
BROKEN = (
    "timelines/broken.yaml: 1 problem\n"
    "  the file is empty. Start with 'format: 1', then 'case', 'agencies' and 'events'; timelines/README.md shows\n"
    "  how."
)
COUNTS = """\
example: 1 agencies, 1 events, 0 shares, 0 missed opportunities, 0 good practice
  events by kind: other 1
  events by dating: exact 1
  shares by outcome: none
  practice: none
  entries without a source: 1; events outside the scope: 0; not-shared entries that name no fact: 0
"""


@pytest.fixture
def folder(written, smallest):
    """A folder with one good case."""
    return written(smallest).parent


def test_one_broken_file_never_hides_the_others(folder, written):
    """The good case is there, and the broken one is named."""
    written("", "broken.yaml")
    library = read_library(folder)
    assert list(library.cases) == ["example"]
    assert [str(error) for error in library.unread] == [BROKEN]


def test_a_file_that_cannot_be_opened_is_told(folder):
    """A folder that is called like a file is no reason to stop."""
    (folder / "odd.yaml").mkdir()
    library = read_library(folder)
    assert list(library.cases) == ["example"]
    assert [str(error) for error in library.unread] == [
        "timelines/odd.yaml: 1 problem\n  Is a directory. Check that the file is there and may be read."
    ]


def test_two_files_of_one_case_are_told(folder, written, smallest):
    """Neither silently takes the other's place."""
    written(smallest, "example.yml")
    assert [str(error) for error in read_library(folder).unread] == [
        "timelines/example.yml: 1 problem\n  the case 'example' is also in timelines/example.yaml. Keep one of the two files."
    ]


def test_the_shared_lists_are_no_cases(folder, written, smallest):
    """Their codes and acronyms are known to every case of the folder."""
    written("night-work: Night work\n", "themes.yaml")
    written("MASH: Multi-agency safeguarding hub\n", "glossary.yaml")
    written(smallest + POINT)
    library = read_library(folder)
    assert (list(library.cases), library.unread) == (["example"], ())
    assert library.cases["example"].themes == {"night-work": "Night work"}
    assert library.glossary == {"MASH": "Multi-agency safeguarding hub"}


def test_a_broken_list_of_themes_hides_no_case(folder, written, smallest):
    """The list is told once; the codes of the cases are not called unknown for it."""
    written("night-work:\n  - Night work\n", "themes.yaml")
    written(smallest + POINT)
    library = read_library(folder)
    assert list(library.cases) == ["example"]
    assert [str(error) for error in library.unread] == [
        "timelines/themes.yaml: 1 problem\n"
        "  the file is not a list of 'code: one line of text'. Write one such line for each entry."
    ]


def test_an_empty_list_is_an_empty_list(folder, written):
    """A glossary may be filled later."""
    written("", "glossary.yaml")
    assert (read_library(folder).glossary, read_library(folder).unread) == ({}, ())


def test_an_unchanged_file_is_not_read_again(folder):
    """The same case is handed out."""
    assert read_library(folder).cases["example"] is read_library(folder).cases["example"]


def test_a_changed_file_is_read_again(folder, written, smallest):
    """An author sees what was saved."""
    read_library(folder)
    written(smallest.replace("Example case", "Another title"))
    assert read_library(folder).cases["example"].title == "Another title"


def test_a_mended_file_is_read_again(folder, written, smallest):
    """What was refused once is not refused for ever."""
    written("", "example.yaml")
    assert not read_library(folder).cases
    written(smallest)
    assert list(read_library(folder).cases) == ["example"]


def test_changed_themes_are_seen(folder, written, smallest):
    """A code that is added to the list mends the case that uses it."""
    written("other-code: Other\n", "themes.yaml")
    written(smallest + POINT)
    assert not read_library(folder).cases
    written("night-work: Night work\n", "themes.yaml")
    assert list(read_library(folder).cases) == ["example"]


def test_a_missing_folder_is_an_empty_library(tmp_path):
    """Nothing there is nothing read, and no error."""
    library = read_library(tmp_path / "nowhere")
    assert (library.cases, library.unread) == ({}, ())


def test_check_counts_what_a_good_file_holds(folder, capsys):
    """A block of counts and exit code 0."""
    assert main(["check", str(folder / "example.yaml")]) == 0
    assert capsys.readouterr().out == COUNTS


def test_check_can_be_brief(folder, capsys):
    """One line a case."""
    assert main(["check", "--brief", str(folder)]) == 0
    assert capsys.readouterr().out == COUNTS.splitlines(keepends=True)[0]


def test_check_prints_every_problem_of_a_broken_file(capsys):
    """The whole message and exit code 1."""
    assert main(["check", str(SITUATIONS / "harbour-street.yaml")]) == 1
    assert capsys.readouterr().out == (
        "timelines/harbour-street.yaml: 2 problems\n"
        "  line 5, event home-visit: date '2001-02-30' is not in the calendar. Write the right day, or only the month\n"
        "  or year if that is all the record gives.\n"
        "  line 6, event call-out: agency 'polcie' is not in this case (family, health, police); the nearest is\n"
        "  'police'. Correct it, or add it under agencies.\n"
    )


def test_check_reads_a_folder_whole(folder, written, capsys):
    """Problems first, then the cases that are well; one problem is enough for exit code 1."""
    written("", "broken.yaml")
    assert main(["check", str(folder)]) == 1
    assert capsys.readouterr().out == f"{BROKEN}\n{COUNTS}"


def test_check_says_that_a_path_is_not_there(tmp_path, capsys):
    """A slip in the path is not mistaken for a case without problems."""
    place = tmp_path / "nowhere.yaml"
    assert main(["check", str(place)]) == 1
    assert capsys.readouterr().out == f"{place}: there is no such file or folder. Check the path.\n"


def test_check_says_that_a_folder_holds_no_case(tmp_path, capsys):
    """An empty folder is not a folder in good order."""
    assert main(["check", str(tmp_path)]) == 1
    assert capsys.readouterr().out == (
        f"{tmp_path}: no chronology (*.yaml) is in this folder. timelines/README.md shows how to write one.\n"
    )


@pytest.mark.parametrize("name", ["example.YAML", "example.Yml", "example.yml"])
def test_an_ending_may_be_written_in_capitals(written, smallest, name):
    """Windows and cameras write them; the file is read as any other, and the case is called as before."""
    folder = written(smallest, name).parent
    assert list(read_library(folder).cases) == ["example"]


def test_check_names_the_files_it_passes_over_for_their_names(folder, smallest, written, capsys):
    """An editor may add an ending that the system does not show; what begins with a full stop is no concern of anybody."""
    for name in ("third.yaml.txt", "Old.YML.bak", ".fourth.yaml.txt", "notes.txt"):
        written(smallest, name)
    assert main(["check", "--brief", str(folder)]) == 0
    remedy = "passed over, since its name does not end in .yaml. To have it read, give it a name that does."
    assert capsys.readouterr().out == (
        f"{COUNTS.splitlines(keepends=True)[0]}timelines/Old.YML.bak: {remedy}\ntimelines/third.yaml.txt: {remedy}\n"
    )


def test_check_counts_the_entries_of_a_shared_list(written, capsys):
    """A list of themes can be checked alone."""
    file = written("night-work: Night work\nday-work: Day work\n", "themes.yaml")
    assert main(["check", str(file)]) == 0
    assert capsys.readouterr().out == "timelines/themes.yaml: 2 entries\n"


def test_check_names_a_file_of_the_present_folder(folder, monkeypatch, capsys):
    """A bare file name is told with its folder; the file whose id it has is not to be written over."""
    monkeypatch.chdir(folder)
    shutil.copy("example.yaml", "other.yaml")
    assert main(["check", "other.yaml"]) == 1
    assert capsys.readouterr().out == (
        "timelines/other.yaml: 1 problem\n"
        "  line 3, case: id 'example' is not the file's name. example.yaml is another file. Write 'id: other' here.\n"
    )
