"""The shared lists beside the cases: theme codes and the glossary of acronyms."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from loaders.nodes import file_name, read_plain
from loaders.problems import ChronologyError, Problem

SHIPPED = Path(__file__).resolve().parent.parent / "timelines"
LISTS = ("themes.yaml", "glossary.yaml")


def read_themes(folder: Path) -> Mapping[str, str]:
    """Title by theme code, from the folder's themes.yaml or, where it has none, the shipped one."""
    return _read(folder, "themes.yaml")


def read_glossary(folder: Path) -> Mapping[str, str]:
    """What an acronym stands for, in one line each, from the folder's glossary.yaml or the shipped one."""
    return _read(folder, "glossary.yaml")


def _read(folder: Path, name: str) -> Mapping[str, str]:
    file = list_file(folder, name)
    return read_list(file) if file.exists() else {}


def list_file(folder: Path, name: str) -> Path:
    """The file of a shared list: the folder's, or the shipped one where the folder has none."""
    return folder / name if (folder / name).exists() else SHIPPED / name


def read_list(file: Path) -> Mapping[str, str]:
    """The texts of one list by code. Raises ChronologyError where the file is anything else."""
    name = file_name(file)
    if not file.read_bytes().strip():
        return {}
    plain = read_plain(file, name)
    content = plain.content
    if not isinstance(content, dict) or not all(isinstance(value, str) for value in content.values()):
        text = "the file is not a list of 'code: one line of text'. Write one such line for each entry."
        raise ChronologyError(name, [*plain.problems, Problem(0, "", text)])
    if plain.problems:
        raise ChronologyError(name, plain.problems)
    return content
