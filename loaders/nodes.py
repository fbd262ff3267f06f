"""YAML text to plain mappings, lists and texts: every scalar stays text and keeps its line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from loaders.problems import ChronologyError, Problem, cut

MOST_BYTES = 20 * 1024 * 1024
MOST_LEVELS = 20
QUOTED = ", or put the text in double quotes if it starts with "
NOT_TEXT = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
YamlLoader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
Path_ = tuple[str | int, ...]


@dataclass
class Plain:
    """A file's content, the line of each path into it, what was wrong on the way, and the ids that were made up."""

    content: Any
    lines: dict[Path_, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    made: set[tuple[str, str]] = field(default_factory=set)

    def line(self, path: Path_) -> int:
        """The line of the path, or of the nearest thing around it; one value stands for a list of one."""
        found: Path_ = ()
        for step in path:
            if (*found, step) in self.lines:
                found = (*found, step)
            elif step != 0:
                break
        return self.lines.get(found, 0)


def file_name(file: Path) -> str:
    """A file as errors call it: its folder and its name."""
    return f"{file.absolute().parent.name}/{file.name}"


def read_plain(file: Path, name: str) -> Plain:
    """The file as plain values. Raises ChronologyError where the text is no single, plain YAML document."""
    if file.stat().st_size > MOST_BYTES:
        raise ChronologyError(name, [Problem(0, "", "the file is over 20 MB. Split it into one file per case.")])
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = file.read_bytes()[: error.start].count(b"\n") + 1
        remedy = "Save it again as UTF-8 (in the editor's 'Save as', under 'Encoding')."
        raise ChronologyError(name, [Problem(line, "", f"the file is not UTF-8 text. {remedy}")]) from None
    return plain_text(text, name)


def plain_text(text: str, name: str) -> Plain:
    """The text as plain values; the same errors as read_plain."""
    try:
        refused = _refused(text)
        root = None if refused else yaml.compose(text, Loader=YamlLoader)
    except yaml.YAMLError as error:
        refused = syntax_problem(error, text)
    if refused:
        raise ChronologyError(name, [refused])
    plain = Plain(None)
    plain.content = None if root is None else _walk(root, (), plain)
    if plain.content is None:
        remedy = "Start with 'format: 1', then 'case', 'agencies' and 'events'; timelines/README.md shows how."
        raise ChronologyError(name, [Problem(0, "", f"the file is empty. {remedy}")])
    return plain


def _refused(text: str) -> Problem | None:
    """The first thing this format never needs. Looked for before composing, where deep nesting ends the process."""
    depth = 0
    event: Any
    for event in yaml.parse(text, Loader=YamlLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        said = f"nested more than {MOST_LEVELS} levels deep. Check the indent and the brackets." if depth > MOST_LEVELS else ""
        if said or (isinstance(event, yaml.NodeEvent) and (said := _unwanted(event))):
            return Problem(event.start_mark.line + 1, "", said)
    return None


def _unwanted(event: Any) -> str:
    if isinstance(event, yaml.AliasEvent):
        return f"an alias (*) repeats another part of the file. Write the text out{QUOTED}*."
    tag = getattr(event, "tag", None)
    if tag:
        called = tag.replace("tag:yaml.org,2002:", "!!")
        return f"the tag '{cut(called)}' is not allowed. Remove it{QUOTED}!."
    if event.anchor is not None:
        return f"the anchor '&{cut(event.anchor)}' is not allowed. Remove it{QUOTED}&."
    return ""


def _walk(node: Any, path: Path_, plain: Plain) -> Any:
    plain.lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.ScalarNode):
        if node.style == '"' and NOT_TEXT.search(node.value):
            plain.problems.append(_not_text(node.value, node.start_mark.line))
        return str(node.value).strip() or None
    if isinstance(node, yaml.SequenceNode):
        return _items(node, path, plain)
    return _entries(node, path, plain)


def _items(node: yaml.SequenceNode, path: Path_, plain: Plain) -> list[Any]:
    items: list[Any] = []
    for item in node.value:
        place = (*path, len(items))
        plain.lines.pop(place, None)
        value = _walk(item, place, plain)
        if value is not None:
            items.append(value)
    return items


def _entries(node: yaml.MappingNode, path: Path_, plain: Plain) -> dict[str, Any]:
    entries: dict[str, Any] = {}
    first: dict[str, int] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            plain.problems.append(Problem(line, "", "a key must be one word, not a list or mapping. Check the indent."))
            continue
        key = str(key_node.value).strip()
        if key in first:
            text = f"key '{cut(key)}' stands here and on line {first[key]}. Keep one, or give the second a name of its own."
            plain.problems.append(Problem(line, "", text))
            continue
        first[key] = line
        plain.lines[(*path, key)] = line
        value = _walk(value_node, (*path, key), plain)
        if value is not None:
            entries[key] = value
    return entries


def syntax_problem(error: yaml.YAMLError, text: str) -> Problem:
    """What the YAML reader said, in words for people who write chronologies."""
    mark = getattr(error, "problem_mark", None)
    said = str(getattr(error, "problem", None) or "it cannot be read")
    line = mark.line + 1 if mark else 0
    if isinstance(error, yaml.reader.ReaderError):
        return _not_text(text)
    rows = text.split("\n")
    row = rows[line - 1] if 0 < line <= len(rows) else ""
    if "but found another document" in said:
        return Problem(line, "", "a second document begins here (---). Keep one case in one file.")
    if re.match(r"\s*\t", row):
        return Problem(line, "", "a tab indents this line. Indent with spaces, two for each level.")
    if "mapping values are not allowed" in said:
        return Problem(line, "", "a colon inside the text ends it too early. Put the whole text in double quotes.")
    remedy = "Check the indent, quotes and colons of this line and the one before."
    return Problem(line, "", f"the text cannot be read here ({said}). {remedy}")


def _not_text(text: str, above: int = 0) -> Problem:
    found = NOT_TEXT.search(text)
    line = above + text.count("\n", 0, found.start()) + 1 if found else 0
    code = f" (U+{ord(found.group()):04X})" if found else ""
    return Problem(line, "", f"a character{code} here is no text. Delete it, or save the file again as plain UTF-8 text.")
