"""What is asked of the page Density: in the address, and in this session."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

import streamlit as st

from loaders import Library
from measures.entries import KINDS
from panels.address import write_address
from panels.markup import md

WORDS = {"contact": "Contact", "attempt": "Attempt", "exchange": "Exchange", "meeting": "Meeting"}
PER = {"30": "30 days", "90": "90 days", "month": "Month", "week": "Week", "quarter": "Quarter", "phase": "Phase"}
SHOW = {"table": "Table", "multiples": "Small multiples", "strip": "Strip"}
BY = {"sector": "Sectors", "agency": "Agencies", "area": "Areas"}
AS_ONE = {"": "Side by side", "total": "All as one: total", "median": "All as one: median"}


@dataclass(frozen=True)
class Asked:
    """What a link to this page can say, all by id; blank is the default. later: "1" counts what was known only later too;
    upto: the last period shown; cell: the chosen one.
    """

    count: tuple[str, ...] = ()
    per: str = ""
    show: str = ""
    by: str = ""
    cases: tuple[str, ...] = ()
    one: str = ""
    later: str = ""
    upto: str = ""
    cell: str = ""

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds counted, in their own order."""
        return tuple(one for one in KINDS if one in (self.count or ("contact", "attempt")))

    @property
    def as_one(self) -> str:
        """How all cases stand as one: total or median; blank side by side, and by phase, since phases belong to one case.

        A strip stacks lines one on another, so that it has no median.
        """
        if self.per == "phase":
            return ""
        return "total" if self.one and self.show == "strip" else self.one

    @property
    def aligned(self) -> bool:
        """Whether the columns count from day 0."""
        return (self.per or "30").isdigit()


def read_asked(params: Mapping[str, str], cases: Iterable[str]) -> tuple[Asked, list[str]]:
    """What an address asks for, and a word for each part that is not there. `case`, as other pages have it, is that case alone."""
    known: dict[str, Any] = {
        "count": KINDS,
        "per": PER,
        "show": SHOW,
        "by": BY,
        "cases": set(cases),
        "one": AS_ONE,
        "later": ("1",),
    }
    given = {name: str(params[name])[:4000] for name in (one.name for one in fields(Asked)) if params.get(name)}
    if "cases" not in given and params.get("case"):
        given["cases"] = str(params["case"])[:200]
    found: dict[str, Any] = {}
    missing: list[str] = []
    for name, text in given.items():
        if name in ("upto", "cell"):
            found[name] = text[:200]
        elif name in ("count", "cases"):
            parts = text.split(".")
            found[name] = tuple(dict.fromkeys(one for one in parts if one in known[name]))
            missing += [f"{name}: {one}" for one in parts if one not in known[name]]
        elif text in known[name]:
            found[name] = text
        else:
            missing.append(f"{name}: {text}")
    return Asked(**found), missing


def asked_now(library: Library) -> Asked:
    """What the address asks for where it is a new one, else what this session asked for last; what it names in vain is said."""
    given = dict(st.query_params)
    news = bool(given) and given != st.session_state.get("address")
    if news or "density" not in st.session_state:
        st.session_state["density"], st.session_state["density-left-out"] = read_asked(given, library.cases)
        for key in [key for key in st.session_state if str(key).startswith("w:d-")]:
            del st.session_state[key]
    missing = st.session_state.get("density-left-out", [])
    if missing:
        st.warning(md(f"The link names what this library does not have, so it was left out: {'; '.join(missing)[:300]}."))
    asked: Asked = st.session_state["density"]
    return replace(asked, cases=tuple(one for one in asked.cases if one in library.cases))


def ask(**changes: Any) -> None:
    """Change what is asked; a change of anything but the cell lets go of the chosen cell."""
    if set(changes) != {"cell"}:
        changes.setdefault("cell", "")
    if "per" in changes:
        changes.setdefault("upto", "")
    st.session_state["density"] = replace(st.session_state["density"], **changes)
    st.session_state["density-left-out"] = []


def close(asked: Asked) -> None:
    """Write what is asked into the address."""
    params = {key: ".".join(value) if isinstance(value, tuple) else value for key, value in asdict(asked).items()}
    write_address({key: value for key, value in params.items() if value})
