"""A private folder for the cache: this user's alone, or none at all."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Mapping
from pathlib import Path

NAMED = "CASE_TIMELINES_CACHE"
OFF = "off"


def cache_folder(library: Path, environment: Mapping[str, str] = os.environ) -> Path | None:
    """The folder of a library's cache, made where it is missing; None where caching is off, or the place is not this user's alone.

    CASE_TIMELINES_CACHE names another place, or says off. Cases are confidential, so a folder that somebody else owns, may
    write to or has put a link in place of is refused.
    """
    if environment.get(NAMED) == OFF:
        return None
    called = hashlib.blake2b(str(library.resolve()).encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()
    base = _base(environment)
    try:
        return base / called if base and _own(base) and _own(base / called) else None
    except OSError:
        return None


def _base(environment: Mapping[str, str]) -> Path | None:
    if environment.get(NAMED):
        return Path(environment[NAMED])
    home = environment.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME")
    try:
        return (Path(home) if home and Path(home).is_absolute() else Path.home() / ".cache") / "case-timelines"
    except RuntimeError:
        return None


def _own(folder: Path) -> bool:
    """Whether the folder is this user's and nobody else gets in, once it is made and shut."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    about = folder.lstat()
    if not stat.S_ISDIR(about.st_mode):
        return False
    if not hasattr(os, "getuid"):
        return True
    if about.st_uid != os.getuid():
        return False
    if about.st_mode & 0o077:
        folder.chmod(0o700)
    return not folder.lstat().st_mode & 0o077
