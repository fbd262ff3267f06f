"""Text of files and of the URL into a page: always escaped, never run."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&\"'=^@/])")


def asset(name: str) -> str:
    """The text of a style sheet or script that stands beside the panels."""
    return (Path(__file__).parent / name).read_text(encoding="utf-8")


class Html(str):
    """Markup this project made itself; everything else is escaped when it goes in."""


def el(tag: str, *children: Any, **attributes: Any) -> Html:
    """An element: texts among the children are escaped, None and "" are left out; `cls` is its class."""
    given = {("class" if key == "cls" else key.replace("_", "-")): value for key, value in attributes.items() if value}
    inside = "".join(
        child if isinstance(child, Html) else html.escape(str(child)) for child in children if child not in (None, "")
    )
    opened = "".join(f' {key}="{html.escape(str(value), quote=True)}"' for key, value in given.items())
    return Html(f"<{tag}{opened}>{inside}</{tag}>")


def join(parts: list[Any], between: str = "") -> Html:
    """Parts one after the other, texts escaped."""
    return Html(html.escape(between).join(part if isinstance(part, Html) else html.escape(str(part)) for part in parts))


def md(text: str) -> str:
    """Text for a label that Streamlit reads as Markdown: shown as written."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))
