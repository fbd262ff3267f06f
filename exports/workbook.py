"""What a comparison of cases takes along: a margin that names every file with its version, and one workbook of tables, method and sources."""

from __future__ import annotations

import datetime
import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

import pandas as pd

from exports.tables import MOST_CHARACTERS, PLAIN, write_table
from exports.words import CAUTION, DISCLOSED, Sheet, source
from loaders import Case
from measures.about import scope_words
from measures.wording import counted, listed, window

NAMED_FILES = 6


@dataclass(frozen=True)
class Comparison(Sheet):
    """The margin of a comparison. titles: of its cases; files: 'child-k.yaml, version 3f2a91c', one a case; case_id is the word its files begin with."""

    titles: tuple[str, ...] = ()
    files: tuple[str, ...] = ()

    @property
    def made(self) -> str:
        """The day it was made, and every file with its version; of many files, how many."""
        named = "; ".join(self.files)
        if len(self.files) > NAMED_FILES:
            named = f"{len(self.files):,} files, whose versions stand on the sheet Sources of the workbook"
        return f"Made on {self.date} from {named}"

    def name(self, what: str, ending: str) -> str:
        """'delay-intervals-2026-11-22.csv'; what it begins with is not said twice."""
        return super().name(what.removeprefix(f"{self.case_id}-"), ending)


def comparison(
    word: str,
    title: str,
    count: str,
    filters: Sequence[str],
    cases: Sequence[Case],
    versions: Mapping[str, str],
    taken: datetime.date,
    caution: str = "",
    method: Sequence[str] = (),
) -> Comparison:
    """The margin of a figure or table of several cases. filters: what is shown, one sentence each, without full stops; method: how it was counted."""
    about = [case.about for case in cases]
    marking = "; ".join(dict.fromkeys(one.marking for one in about if one.marking))
    widened = [
        f"{case.title}: {words[0].lower()}{words[1:]}" for case in cases for words in DISCLOSED.get(case.about.disclosure, ())
    ]
    reports = "; ".join(source(case) for case in cases) if len(cases) <= NAMED_FILES else f"{counted(len(cases), 'review')}"
    files = tuple(
        f"{PurePath(case.file).name}{f', version {versions[case.id]}' if versions.get(case.id) else ''}" for case in cases
    )
    said = (*(one for one in filters if one), *widened[:NAMED_FILES])
    titles = tuple(case.title for case in cases)
    own = replace(Comparison(word, title, count, said, marking, reports, taken), caution=caution or CAUTION, method=tuple(method))
    return replace(own, titles=titles, files=files)


def cited(frame: pd.DataFrame, said: Comparison) -> pd.DataFrame:
    """The table with what is needed to cite it: for each row the file and version it is from; in the first, what is shown and how it was counted.

    frame: with the title of a case in its column Case, where a row is of one case only. A CSV has no margin, so its columns carry them.
    """
    files: dict[str, str] = {}
    for title, file in zip(said.titles, said.files, strict=True):
        files[title] = f"{files[title]}; {file}" if title in files else file
    every = said.made.partition(" from ")[2]
    own = frame["Case"] if "Case" in frame else [""] * len(frame)
    rest = [""] * (len(frame) - 1)
    once = {name: [words, *rest][: len(frame)] for name, words in (("Shown", said.shown), ("Method", said.counted))}
    return frame.assign(File=[files.get(one, every) for one in own], **once)


def versions(cases: Sequence[Case], folder: Path) -> dict[str, str]:
    """For each case seven letters that change whenever its file does; blank where it cannot be read."""
    found = {}
    for case in cases:
        try:
            found[case.id] = hashlib.sha256((folder / PurePath(case.file).name).read_bytes()).hexdigest()[:7]
        except OSError:
            found[case.id] = ""
    return found


def sources(cases: Sequence[Case], known: Mapping[str, str]) -> pd.DataFrame:
    """One row per case: what kind of review it is, its report, scope and events, and the file and version the numbers are from."""
    rows = [
        (
            case.title,
            case.about.review_type,
            case.about.report,
            listed(list(case.about.commissioned_by)),
            _days(case, case.published.earliest, case.published.latest),
            scope_words(case.began, case.ended, case.about.disclosure),
            len(case.events),
            int((case.events["dating"] == "exact").sum()),
            int((case.events["dating"] == "blurred").sum()),
            int(case.events["dating"].isin(["open", "undated"]).sum()),
            case.about.disclosure,
            case.about.source_note,
            case.about.marking,
            PurePath(case.file).name,
            known.get(case.id, ""),
        )
        for case in cases
    ]
    return pd.DataFrame(rows, columns=SOURCES)


SOURCES = [
    "Case", "Kind of source", "Report", "Commissioned by", "Published", "Period asked about", "Events", "On a day", "Within a window", "Without a usable date",
    "Dates shown", "What is known to be missing", "Marking", "File", "Version",
]  # fmt: skip


def _days(case: Case, first: datetime.date | None, last: datetime.date | None) -> str:
    if (first is None and last is None) or case.about.disclosure == "relative":
        return ""
    start, end = (pd.NaT if one is None else pd.Timestamp(one) for one in (first, last))
    return window(start, end, case.about.disclosure)


def workbook(tables: Mapping[str, pd.DataFrame], method: Sequence[str], origins: pd.DataFrame, sheet: Sheet) -> bytes:
    """One XLSX: each table on a sheet of its name, then Method (what is shown, how it was counted, what it cannot say) and Sources.

    Texts are written as texts and never run as formulas.
    """
    import xlsxwriter  # a tenth of the time a page needs to be there, for what few visitors ask for

    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, **PLAIN}) as book:
        book.set_properties({"title": sheet.title, "comments": sheet.made[:255], "author": "", "category": sheet.marking})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 2, "bg_color": "#e8f1f8"})
        body = book.add_format({"text_wrap": True, "valign": "top"})
        for name, frame in tables.items():
            write_table(book.add_worksheet(name[:31]), frame, sheet, head, body)
        write_table(book.add_worksheet("Method"), method_rows(method, sheet), sheet, head, body)
        write_table(book.add_worksheet("Sources"), origins, sheet, head, body)
    return made.getvalue()


def method_rows(method: Sequence[str], sheet: Sheet) -> pd.DataFrame:
    """One row per sentence about the numbers: what is shown, with which filters, how it was counted, and its marking."""
    rows = [
        ("Title", sheet.title),
        ("Shown", sheet.count),
        *(("Filter", words) for words in sheet.filters),
        *(("Method", words) for words in method),
        ("Caution", sheet.caution),
        ("Marking", sheet.marking or "none"),
        ("Made", sheet.made),
    ]
    return pd.DataFrame([(what, words[:MOST_CHARACTERS]) for what, words in rows], columns=["What", "Words"])
