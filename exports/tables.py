"""Tables as CSV and XLSX, in which no cell can run as a formula."""

from __future__ import annotations

import csv
import io
from typing import Any

import pandas as pd

from exports.words import Sheet
from measures.wording import counted

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "nan_inf_to_errors": False}
LONGEST, MOST_CHARACTERS = 60, 32_767


def csv_bytes(frame: pd.DataFrame, marking: str = "") -> bytes:
    """The frame as CSV that Excel opens with its accents. A cell that begins like a formula gets an apostrophe before it.

    marking: handling words; they stand in a last column, since a CSV has no margin.
    """
    written = io.StringIO(newline="")
    lines = csv.writer(written, lineterminator="\r\n")
    more = [marking] if marking else []
    lines.writerow([_guarded(one) for one in [*frame.columns, *(["Marking"] if marking else [])]])
    lines.writerows([_guarded(_cell(one)) for one in [*row, *more]] for row in frame.itertuples(index=False, name=None))
    return b"\xef\xbb\xbf" + written.getvalue().encode("utf-8")


def cited_case(frame: pd.DataFrame, sheet: Sheet) -> pd.DataFrame:
    """The table of one case with what is needed to cite it, since a CSV has no margin.

    Each row has the case's title, and its file and version; the first one what is shown, and how it was counted where it was.
    """
    rest = [""] * (len(frame) - 1)
    said = {"Shown": sheet.shown} | ({"Method": sheet.counted} if sheet.counted else {})
    once = {name: [words, *rest][: len(frame)] for name, words in said.items()}
    return frame.assign(Case=sheet.title, File=sheet.file, **once)


def xlsx_bytes(frame: pd.DataFrame, sheet: Sheet, name: str = "Events") -> bytes:
    """A workbook of the frame and a second sheet about it. Texts are written as texts: they stay what they are and never run."""
    import xlsxwriter  # a tenth of the time a page needs to be there, for what few visitors ask for

    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, **PLAIN}) as book:
        book.set_properties(
            {"title": sheet.title, "subject": name, "comments": sheet.made, "author": "", "category": sheet.marking}
        )
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 2, "bg_color": "#e8f1f8"})
        body = book.add_format({"text_wrap": True, "valign": "top"})
        write_table(book.add_worksheet(name[:31]), frame, sheet, head, body)
        _about(book.add_worksheet("About"), frame, sheet, name, book.add_format({"bold": True, "valign": "top"}), body)
    return made.getvalue()


def write_table(page: Any, frame: pd.DataFrame, sheet: Sheet, head: Any, body: Any) -> None:
    """A sheet of a workbook: the frame with its head, widths, filter and the margin that prints."""
    for column, title in enumerate(frame.columns):
        page.write_string(0, column, str(title), head)
        cells = [_cell(one) for one in frame.iloc[:, column]]
        for row, value in enumerate(cells, 1):
            _write(page, row, column, value, body)
        widest = max([len(str(title)), *(len(str(one)) for one in cells)])
        page.set_column(column, column, min(max(widest + 2, 6), LONGEST))
    page.freeze_panes(1, 0)
    if len(frame):
        page.autofilter(0, 0, len(frame), len(frame.columns) - 1)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(8)
    page.fit_to_pages(1, 0)
    page.set_header(f"&L{_code(sheet.title)}&R&B{_code(sheet.marking)}")
    page.set_footer(f"&L{_code(sheet.made)}&RPage &P of &N")


def _about(page: Any, frame: pd.DataFrame, sheet: Sheet, name: str, bold: Any, body: Any) -> None:
    rows = [
        ("Case", sheet.title),
        ("Table", f"{name}: {counted(len(frame), 'row')}"),
        ("Shown", sheet.count),
        *(("Filters" if number == 0 else "", words) for number, words in enumerate(sheet.filters)),
        ("Marking", sheet.marking or "none"),
        ("Source", sheet.source),
        ("Made", sheet.made),
        ("Caution", sheet.caution),
    ]
    page.set_column(0, 0, 12)
    page.set_column(1, 1, 110)
    for row, (label, words) in enumerate(rows):
        page.write_string(row, 0, label, bold)
        page.write_string(row, 1, words[:MOST_CHARACTERS], body)
    page.set_landscape()
    page.set_header(f"&L{_code(sheet.title)}&R&B{_code(sheet.marking)}")


def _write(page: Any, row: int, column: int, value: Any, body: Any) -> None:
    if isinstance(value, (int, float)):
        page.write_number(row, column, value, body)
    else:
        page.write_string(row, column, value[:MOST_CHARACTERS], body)


def _cell(value: Any) -> Any:
    """A value as a cell holds it: numbers as numbers, lists as 'a; b', days as 2015-11-05, nothing as blank."""
    if isinstance(value, (tuple, list)):
        return "; ".join(str(one) for one in value)
    if isinstance(value, str):
        return value
    if pd.isna(value) or value in (float("inf"), float("-inf")):
        return ""
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    if isinstance(value, bool) or not hasattr(value, "__float__"):
        return str(value)
    return int(value) if float(value).is_integer() else float(value)


def _guarded(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(STARTS) else value


def _code(text: str) -> str:
    """Text for a header or footer, where Excel reads '&' as a command and takes 255 characters at most."""
    return text[:100].replace("&", "&&")
