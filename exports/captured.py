"""What a room said, put in order under the questions: as Markdown and as Word, every text in it as text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from charts.palette import PRACTICE
from exports.kept import Said
from exports.words import Sheet
from loaders import Case
from measures.citing import cite
from measures.each import each
from measures.names import short_names
from measures.wording import counted, window

TITLE = "What the room said"
CAUTION = "Said by the people in the room on that day and written down by the facilitator. It is not part of the chronology."
NOTHING = "Nothing was written down."
GONE = "Not in the case file any more"


@dataclass(frozen=True)
class Part:
    """What was said about one event, point or episode: its words, the paragraphs of the source, and what was said."""

    words: str
    source: tuple[str, ...]
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Section:
    """One episode: its title, question and paragraphs, and its parts in the order of the room."""

    title: str
    question: str
    source: tuple[str, ...]
    parts: tuple[Part, ...]


def sections(case: Case, running: pd.DataFrame, said: Iterable[Said]) -> list[Section]:
    """One section per episode of the running order, in its order, with or without words of the room in it.

    What was said where no episode was on the screen, or in one that the file no longer has, comes first or last.
    """
    left: dict[str, list[Said]] = {}
    for one in said:
        left.setdefault(one.episode_id, []).append(one)
    named = about_words(case)
    found = []
    paragraphs = dict(zip(case.episodes["episode_id"], case.episodes["source"], strict=True))
    for episode in each(running[running["kind"] == "question"]):
        title = f"Episode {episode.number} of {episode.episodes}: {episode.episode_title}"
        parts = _parts(left.pop(episode.episode_id, []), named)
        found.append(Section(title, episode.question, paragraphs.get(episode.episode_id, ()), parts))
    whole = left.pop("", [])
    first = [Section("About the case", "", (), _parts(whole, named))] if whole else []
    last = [Section(GONE, "", (), _parts(many, named)) for many in left.values()]
    return [*first, *found, *last]


def about_words(case: Case) -> dict[tuple[str, str], tuple[str, tuple[str, ...]]]:
    """What each event, point and episode is called, with its paragraphs, by what it is and its id."""
    names = short_names(case)
    found: dict[tuple[str, str], tuple[str, tuple[str, ...]]] = {}
    for event in case.events.itertuples():
        day = window(event.earliest, event.latest, case.about.disclosure)
        found["event", str(event.event_id)] = (f"{day}, {names[event.agency]}: {event.title}", tuple(event.source))
    for point in case.practice.itertuples():
        words = f"{cite(point.kind, point.number)}, {PRACTICE[point.kind][3].lower()}: {point.title}"
        found["practice", str(point.practice_id)] = (words, tuple(point.source))
    for episode in case.episodes.itertuples():
        found["episode", str(episode.episode_id)] = ("The episode as a whole", ())
    return found


def _parts(said: list[Said], named: Mapping[tuple[str, str], tuple[str, tuple[str, ...]]]) -> tuple[Part, ...]:
    """What was said, put together by what it was about, in the order in which the room came to it."""
    together: dict[tuple[str, str], list[Said]] = {}
    for one in sorted(said, key=lambda one: one.step):
        together.setdefault((one.about, one.about_id), []).append(one)
    parts = []
    for about, many in together.items():
        words, source = named.get(about, (GONE if about[1] else "The whole", ()))
        parts.append(Part(words, source, tuple(sorted(many, key=lambda one: one.at))))
    return tuple(parts)


def paragraphs_words(source: tuple[str, ...]) -> str:
    """'Paragraph 3.5.6', 'Paragraphs 3.5.6, 5.6.3', or nothing."""
    return f"Paragraph{'' if len(source) == 1 else 's'} {', '.join(source)}" if source else ""


def time_of(one: Said) -> str:
    """The hour and minute it was written down: '10:37'."""
    return one.at[11:16]


def margin(sheet: Sheet, found: list[Section]) -> list[tuple[str, str]]:
    """The lines under the title, each a label and its words."""
    many = sum(len(part.said) for section in found for part in section.parts)
    lines = [
        ("Case", sheet.title),
        ("Marking", sheet.marking),
        ("Written down", counted(many, "note")),
        ("Source of the case", sheet.source),
        ("Made", sheet.made.removeprefix("Made ")),
        ("Caution", CAUTION),
    ]
    return [(label, words) for label, words in lines if words]


_SPECIAL = re.compile(r"([\\`*_\[\]<>&|~$@])")
_LINK = re.compile(r"(?i)(://|www\.)")
_START = re.compile(r"^(\s*)([#+=-]|\d+(?=[.)]))")


def escaped(text: str) -> str:
    """One line of text for Markdown: shown as written, never a heading, list, link, picture, formula or HTML."""
    words = _SPECIAL.sub(r"\\\1", " ".join(plain(text).split()))
    words = _LINK.sub(lambda found: found[0].replace(":", "\\:").replace(".", "\\."), words)
    start = _START.match(words)
    if start and start[2].isdigit():
        return f"{start[2]}\\{words[start.end() :]}"
    return f"\\{words}" if start else words


def plain(text: str) -> str:
    """The text without the characters that no XML file may hold."""
    return "".join(one for one in text if one in "\n\t" or (one >= " " and not "\x7f" <= one <= "\x9f" and _in_xml(one)))


def _in_xml(one: str) -> bool:
    return not "\ud800" <= one <= "\udfff" and one not in "\ufffe\uffff"


def captured_markdown(found: list[Section], sheet: Sheet) -> bytes:
    """The sections as Markdown (CommonMark)."""
    lines = [f"# {TITLE}", "", *[f"- {label}: {escaped(words)}" for label, words in margin(sheet, found)]]
    for section in found:
        lines += ["", f"## {escaped(section.title)}"]
        lines += ["", f"> {escaped(section.question)}"] if section.question else []
        lines += ["", escaped(paragraphs_words(section.source))] if section.source else []
        lines += [] if section.parts else ["", NOTHING]
        for part in section.parts:
            lines += ["", f"### {escaped(part.words)}", ""]
            lines += [escaped(paragraphs_words(part.source)), ""] if part.source else []
            lines += [_item(one) for one in part.said]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _item(one: Said) -> str:
    """A list item; the lines of the text stay lines."""
    head = f"{f'**{escaped(one.kind)}**, ' if one.kind else ''}{time_of(one)}: "
    lines = [escaped(line) for line in plain(one.text).splitlines() if line.strip()]
    return f"- {head}" + "\\\n  ".join(lines)
