"""Whether a login is set up, and for which name: what the server asks before it has taken in anything else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import streamlit as st


def auth_section() -> Mapping[str, Any]:
    """The section [auth] of Streamlit's secrets; empty where there is none."""
    if not st.secrets.load_if_toml_exists():
        return {}
    found = st.secrets.get("auth", {})
    return found if isinstance(found, Mapping) else {}


def login_configured() -> bool:
    """Whether visitors must log in: an [auth] section is there, whatever it lacks."""
    return bool(auth_section())


def login_host() -> str:
    """The name under which the login knows this server."""
    return (urlsplit(str(auth_section().get("redirect_uri", ""))).hostname or "").rstrip(".")
