"""Roles say who may open what, and what is not plainly said opens nothing."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from loaders import ChronologyError, Library, Problem
from loaders.roles import open_to, read_roles

TWO = """
[[role]]
who = { email = ["Sam@Example.org", "kim@example.org"] }
cases = ["harbour-road"]

[[role]]
who = { groups = "leads", hd = "example.org" }
cases = "all"
"""
BROKEN = (ChronologyError("broken.yaml", [Problem(3, "", "a line of the file")]),)


def roles(tmp_path, text):
    file = tmp_path / "roles.toml"
    file.write_text(text, encoding="utf-8")
    return read_roles(file)


@pytest.fixture
def library():
    return Library(Path("cases"), {one: SimpleNamespace(id=one) for one in ("harbour-road", "mill-lane")}, BROKEN, {})


def seen(library, found, **claims):
    part = open_to(library, found, claims)
    return list(part.cases), len(part.unread)


@pytest.mark.parametrize(
    ("claims", "opened"),
    [
        ({"email": "sam@example.org"}, (["harbour-road"], 0)),
        ({"email": "KIM@EXAMPLE.ORG", "email_verified": True}, (["harbour-road"], 0)),
        ({"email": "sam@example.org", "email_verified": False}, ([], 0)),
        ({"email": "somebody@example.org"}, ([], 0)),
        ({"groups": ["staff", "leads"], "hd": "example.org"}, (["harbour-road", "mill-lane"], 1)),
        ({"groups": ["staff", "leads"]}, ([], 0)),
        ({"groups": "leads", "hd": "elsewhere.example"}, ([], 0)),
        ({"groups": {"leads": True}, "hd": "example.org"}, ([], 0)),
        ({}, ([], 0)),
    ],
)
def test_a_login_opens_the_cases_of_the_roles_it_fits_and_no_other(tmp_path, library, claims, opened):
    """Every claim of a role must fit; problems of unread files are told only to those who may open all."""
    assert seen(library, roles(tmp_path, TWO), **claims) == opened


def test_several_roles_add_up(tmp_path, library):
    """A person in two groups opens the cases of both, and one that the library lacks opens nothing."""
    text = "".join(
        f'[[role]]\nwho = {{ groups = "{group}" }}\ncases = ["{case}"]\n' for group, case in (("a", "mill-lane"), ("b", "gone"))
    )
    assert seen(library, roles(tmp_path, text), groups=["a", "b"]) == (["mill-lane"], 0)


def test_everyone_is_everyone_who_has_logged_in(tmp_path, library):
    """Said with that word only."""
    assert seen(library, roles(tmp_path, '[[role]]\nwho = "everyone"\ncases = ["mill-lane"]\n'), sub="x") == (["mill-lane"], 0)


def test_without_a_file_of_roles_nothing_is_open(tmp_path, library):
    """A library behind a login is shut until somebody opens it."""
    assert seen(library, read_roles(tmp_path / "roles.toml"), email="sam@example.org") == ([], 0)


WHO = (
    'who is missing or is neither. Write who = "everyone", or claims of the login, such as who = { email = ["sam@example.org"] }.'
)
CASES = 'cases is missing or is neither. Write cases = "all", or case ids, such as cases = ["harbour-road"].'


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ('[[role]]\nwho = { }\ncases = "all"', [f"role 1: {WHO}"]),
        ('[[role]]\nwho = { email = [] }\ncases = "all"', [f"role 1: {WHO}"]),
        ('[[role]]\nwho = { email = [""] }\ncases = "all"', [f"role 1: {WHO}"]),
        ('[[role]]\nwho = { email = "sam@example.org", groups = [] }\ncases = "all"', [f"role 1: {WHO}"]),
        ('[[role]]\nwho = "anyone"\ncases = "every"', [f"role 1: {CASES}", f"role 1: {WHO}"]),
        (
            '[[role]]\ncases = [1]\nname = "x"',
            ["role 1: 'name' is not known here; a role has who and cases.", f"role 1: {CASES}", f"role 1: {WHO}"],
        ),
        ('[role]\nwho = "everyone"\ncases = "all"', ["role: a role stands under [[role]], with two square brackets."]),
        ('[[roles]]\nwho = "everyone"\ncases = "all"', ["roles: this key is not known here. Write each role under [[role]]."]),
        ("role = [1]", [f"role 1: {CASES}", f"role 1: {WHO}"]),
    ],
)
def test_a_role_that_could_be_meant_otherwise_is_refused_with_the_remedy(tmp_path, text, problems):
    """Nothing is guessed: the whole file opens nothing until it is put right."""
    with pytest.raises(ChronologyError) as refused:
        roles(tmp_path, text)
    assert [str(one) for one in refused.value.problems] == problems


def test_a_file_that_is_no_toml_is_refused(tmp_path):
    """With the place where reading stopped."""
    with pytest.raises(ChronologyError) as refused:
        roles(tmp_path, "[[role]\n")
    assert str(refused.value.problems[0]).startswith("the file is not TOML that can be read: Expected ']]'")
