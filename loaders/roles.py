"""Who may open which cases: roles.toml in, roles out, and the part of a library that a visitor's roles open."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from loaders.library import Library
from loaders.nodes import file_name
from loaders.problems import ChronologyError, Problem

EVERYONE, ALL = "everyone", "all"
WHO = 'Write who = "everyone", or claims of the login, such as who = { email = ["sam@example.org"] }.'
CASES = 'Write cases = "all", or case ids, such as cases = ["harbour-road"].'


@dataclass(frozen=True)
class Role:
    """What one role opens, and for whom.

    who: the values one of which each named claim of the login must have; empty for everyone who has logged in.
    cases: ids; None for all of them, and for what is wrong with files that could not be read.
    """

    who: Mapping[str, frozenset[str]]
    cases: frozenset[str] | None

    def fits(self, claims: Mapping[str, Any]) -> bool:
        """Whether a login has every claim that this role asks for."""
        return all(_values(name, claims) & wanted for name, wanted in self.who.items())


def _values(name: str, claims: Mapping[str, Any]) -> set[str]:
    """The values of a claim in small letters; an address that the provider says nobody has confirmed counts for nothing."""
    given = claims.get(name)
    if name == "email" and claims.get("email_verified") in (False, "false"):
        return set()
    return {one.casefold() for one in (given if isinstance(given, (list, tuple)) else [given]) if isinstance(one, str)}


def open_to(library: Library, roles: tuple[Role, ...], claims: Mapping[str, Any]) -> Library:
    """The library as one login sees it: the cases of all its roles together, and nothing where none fits."""
    own = [role for role in roles if role.fits(claims)]
    if any(role.cases is None for role in own):
        return library
    opened = {case_id for role in own for case_id in role.cases or ()}
    return replace(
        library,
        cases={one: case for one, case in library.cases.items() if one in opened},
        unread=(),
        kept={one: kept for one, kept in library.kept.items() if one in opened},
        gone={one: kept for one, kept in library.gone.items() if one in opened},
    )


def read_roles(file: Path) -> tuple[Role, ...]:
    """The roles of a file, in its order; none where there is no file. Raises ChronologyError with every problem."""
    name = file_name(file)
    if not file.exists():
        return ()
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise ChronologyError(name, [Problem(0, "", f"the file is not TOML that can be read: {error}.")]) from None
    written = content.pop("role", [])
    problems = [Problem(0, key, "this key is not known here. Write each role under [[role]].") for key in content]
    if not isinstance(written, list):
        problems.append(Problem(0, "role", "a role stands under [[role]], with two square brackets."))
        written = []
    found = [_role(number, one, problems) for number, one in enumerate(written, 1)]
    if problems:
        raise ChronologyError(name, problems)
    return tuple(found)


def _role(number: int, written: Any, problems: list[Problem]) -> Role:
    place = f"role {number}"
    given = written if isinstance(written, dict) else {}
    problems += [
        Problem(0, place, f"'{key}' is not known here; a role has who and cases.")
        for key in sorted(given.keys() - {"who", "cases"})
    ]
    who, cases = given.get("who"), given.get("cases")
    claims = {} if who == EVERYONE else _claims(who)
    if claims is None:
        problems.append(Problem(0, place, f"who is missing or is neither. {WHO}"))
    ids = None if cases == ALL else _texts(cases)
    if ids is None and cases != ALL:
        problems.append(Problem(0, place, f"cases is missing or is neither. {CASES}"))
    return Role(claims or {}, ids)


def _claims(who: Any) -> dict[str, frozenset[str]] | None:
    """The values by claim; None where nothing, or anything else, was written: an empty list would open the case to everyone."""
    if not isinstance(who, dict) or not who:
        return None
    found = {name: _texts([values] if isinstance(values, str) else values) for name, values in who.items()}
    return (
        {name: frozenset(one.casefold() for one in values) for name, values in found.items() if values}
        if all(found.values())
        else None
    )


def _texts(written: Any) -> frozenset[str] | None:
    if not isinstance(written, list) or not all(isinstance(one, str) and one for one in written):
        return None
    return frozenset(written)
