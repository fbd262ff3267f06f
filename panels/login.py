"""Who is here: the login where one is configured, and the part of the library that the visitor's roles open."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from loaders import ChronologyError, Library
from loaders.roles import open_to, read_roles
from panels.audit import HERE
from panels.login_set import auth_section, login_configured
from panels.markup import el, md

HOURS = 12  # Streamlit's cookie lasts thirty days; whoever has left the organisation is asked again the next morning
NAMES = ("email", "preferred_username", "upn", "sub")


def logged_in() -> bool:
    """Whether the visitor has logged in, within the last hours that count."""
    issued = st.user.get("iat")
    fresh = isinstance(issued, (int, float)) and -300 < time.time() - issued < HOURS * 3600
    return bool(st.user.get("is_logged_in")) and fresh


def admitted() -> bool:
    """Whether this visitor sees any page at all."""
    return not login_configured() or logged_in()


def visitor() -> str:
    """Who is here, for the record of openings: the name the login gives, or that there is no login."""
    if not login_configured():
        return HERE
    return next((str(st.user[name]) for name in NAMES if st.user.get(name)), "logged in without a name")


def ask_to_log_in() -> None:
    """The only thing a stranger sees: no title, no count, no name of any case."""
    with st.container(key="login"):
        st.html(
            el("div", el("h1", "Case timelines"), el("p", "These cases are open to people who have been given access."), cls="ct")
        )
        st.button("Log in", type="primary", on_click=st.login, args=_provider(), key="log-in")
    st.stop()


def _provider() -> list[str]:
    """The name of the provider where it has a section of its own, [auth.NAME]; none where its keys stand in [auth]."""
    own = [name for name, value in auth_section().items() if isinstance(value, Mapping) and "client_id" in value]
    return [] if "client_id" in auth_section() else own[:1]


def log_out_button() -> None:
    """Log out, where there is somebody to be logged out."""
    if login_configured():
        st.button("Log out", on_click=st.logout, key="log-out", help=md(f"You are logged in as {visitor()}."))


def own_part(library: Library) -> Library:
    """The library that this visitor may know of: all of it where no login is configured, else what the roles open."""
    if not login_configured():
        return library
    try:
        roles = read_roles(roles_file())
    except ChronologyError as error:
        print(error, file=sys.stderr, flush=True)
        roles = ()
    return open_to(library, roles, st.user.to_dict())


def roles_file() -> Path:
    """Where the roles stand: CASE_TIMELINES_ROLES, or roles.toml beside Streamlit's secrets."""
    given = os.environ.get("CASE_TIMELINES_ROLES", "")
    return Path(given) if given else Path(__file__).resolve().parent.parent / ".streamlit" / "roles.toml"


def nothing_open() -> None:
    """What a visitor sees whose roles open no case: who they are, and whom to ask."""
    st.info(
        f"You are logged in as {md(visitor())}, and no case is open to you. Ask whoever looks after this library to give you a role; "
        "it counts from the next click."
    )
    st.stop()
