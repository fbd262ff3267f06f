"""The picture of the page Density in its three ways, its legend, and how not to read it."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from charts.bar_panels import panels, strips
from charts.board import board, heatmap
from charts.ready import Ready
from measures.columns import EPOCH
from measures.comparing import finding, kinds_words, number_words, shared_rows
from measures.density_compared import Compared, by_block, by_kind
from measures.wording import window
from panels.density import Density
from panels.density_asked import PER, WORDS, ask
from panels.density_key import legend
from panels.markup import el

ACROSS = {True: 5, False: 4}


def picture(made: Density) -> None:
    """The refusals in words, the figure with its legend, and how not to read it."""
    if made.found is None:
        st.html(el("p", el("b", made.refused), cls="ct"))
        return
    for words in made.found.refused.values() if len(made.cases) <= 12 else ():
        st.html(el("p", words, cls="ct small refused"))
    if _nothing(made):
        return
    figure, sentence = figure_of(made, made.width), sentence_of(made)
    _earlier(made)
    _some_cases(made)
    st.plotly_chart(
        Ready(figure), width="stretch", height=math.ceil(figure["layout"]["height"]), theme=None, key="density-picture", on_select=lambda: _selected(made), selection_mode="points",
        config={"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showSendToCloud": False},
        alt=f"{sentence} {_looks(made)} The table below has the same numbers.",
    )  # fmt: skip
    st.html(legend(made))
    st.html(el("p", el("b", sentence), cls="ct small"))


def _nothing(made: Density) -> bool:
    """Whether nothing of those kinds is entered at all: a sentence, and a button that counts contacts and attempts again."""
    found = made.found
    if found is not None and found.lines and len(found.rows):
        return False
    cases = "this case" if len(made.cases) == 1 else f"these {len(made.cases):,} cases"
    what = " or ".join(WORDS[one].lower() for one in made.asked.kinds)
    st.html(el("p", f"No {what} by an agency is entered in {cases}.", cls="ct"))
    st.button(
        "Count contacts and attempts of all cases", key="density-clear", on_click=lambda: ask(count=(), cases=(), one="", by="")
    )
    return True


def sentence_of(made: Density) -> str:
    """What the figure shows, in a sentence."""
    found = made.found
    assert found is not None
    rows, cells = by_block(found) if made.asked.show == "strip" else (found.rows, found.cells)
    return finding(rows, found.columns, cells, int(found.sums["here"].sum()), made.asked.kinds, made.titles)


def _looks(made: Density) -> str:
    shown = made.asked.show or "table"
    rows = {"sector": "sectors", "agency": "agencies", "area": "areas"}[made.asked.by or "sector"]
    how = {"table": "A table of coloured boxes", "multiples": "Small bar charts", "strip": "Strips of stacked bars"}[shown]
    return (
        f"{how}: {rows} of {len(made.cases)} {'case' if len(made.cases) == 1 else 'cases'}, {len(_found(made).columns)} periods."
    )


def _found(made: Density) -> Compared:
    assert made.found is not None
    return made.found


def figure_of(made: Density, width: float) -> dict[str, Any]:
    """The figure, `width` px wide."""
    return {"multiples": _multiples, "strip": _strip}.get(made.asked.show, _table)(made, width)


def _zero(made: Density) -> bool:
    return made.asked.aligned


def about(made: Density) -> list[str]:
    """For each case its day 0 and what kind of source it is; no word of what happened, which stands behind the case's own note."""
    said = []
    for one in made.cases.itertuples():
        day = ""
        if pd.notna(one.zero_first) and one.disclosure != "relative":
            first, last = (EPOCH + pd.Timedelta(days=int(at)) for at in (one.zero_first, one.zero_last))
            day = f"Day 0: {window(first, last, one.disclosure)}. "
        said.append(
            f"{day}{one.review[:1].upper()}{one.review[1:]}. {one.exact} of {one.events} events on a day, {one.blurred} within a window, {one.undated} without."
        )
    return said


def _blocks(made: Density) -> pd.DataFrame:
    found = _found(made)
    names = ["here", "elsewhere", "undated"]
    if made.asked.as_one:
        sums = {name: [int(found.sums[name].sum())] for name in names}
        return pd.DataFrame(
            {
                "title": [f"{len(made.cases):,} cases as one"],
                "about": [_as_one(made)],
                "entered": [int(made.cases["entered"].sum())],
                **sums,
            }
        )
    sums = {name: found.sums[name].to_numpy() for name in names}
    return pd.DataFrame(
        {"title": made.cases["title"].to_numpy(), "about": about(made), "entered": made.cases["entered"].to_numpy(), **sums}
    )


def _as_one(made: Density) -> str:
    """What stands beside the title where all cases are one."""
    what = "Each cell" if made.asked.show in ("", "table") else "Each bar"
    if made.asked.show == "strip":
        return f"{what} is the total of what can be placed there; hatched where no case was entered."
    if made.asked.as_one == "total":
        return f"{what} is the total of what can be placed there; hatched where no case with that row was entered."
    return f"{what} is the median of the cases that have that row and were entered there; hatched where none was. The numbers at the right are of all cases."


def _table(made: Density, width: float) -> dict[str, Any]:
    found, blocks = _found(made), _blocks(made)
    worded = found.cells.assign(
        done=found.cells["done_words"], attempts=found.cells["attempt_words"], both=found.cells["both_words"]
    )
    laid = board(
        width, found.rows, found.columns, len(blocks), attempts="attempt" in made.asked.kinds and made.asked.as_one != "median"
    )
    return heatmap(laid, blocks, found.rows, found.columns, worded, top_words(made), zero=_zero(made), chosen=chosen_cell(made))


def top_words(made: Density) -> str:
    """What stands over the columns."""
    per = made.asked.per or "30"
    if per.isdigit():
        return f"Days before day 0, in periods of {per}"
    return {
        "month": "Months",
        "week": "Weeks, Monday to Sunday",
        "quarter": "Quarters",
        "phase": "Phases as the review sets them",
    }[per]


def chosen_cell(made: Density) -> tuple[int, int] | None:
    """The chosen cell as places of its row and column."""
    parts = made.asked.cell.split(".")
    if len(parts) != 3 or made.found is None:
        return None
    rows, columns = made.found.rows, made.found.columns
    row = np.flatnonzero((rows["case"] == parts[0]) & (rows["row_id"] == parts[1]))
    column = np.flatnonzero(columns["column_id"] == parts[2])
    return (int(row[0]), int(column[0])) if len(row) and len(column) else None


def cell_id(made: Density, row: int, column: int) -> str:
    """A cell as the address names it."""
    found = _found(made)
    return f"{found.rows['case'].iloc[row]}.{found.rows['row_id'].iloc[row]}.{found.columns['column_id'].iloc[column]}"


def _selected(made: Density) -> None:
    points = (st.session_state.get("density-picture") or {}).get("selection", {}).get("points", [])
    place = next((point.get("customdata") for point in points if point.get("customdata")), None)
    if place is not None and len(place) == 2 and int(place[0]) >= 0:
        named = cell_id(made, int(place[0]), int(place[1]))
        ask(cell="" if named == made.asked.cell else named)


def _earlier(made: Density) -> None:
    """Where the calendar is longer than the picture: which part is shown, and the way to the others."""
    if made.months is None or len(made.months) == len(_found(made).columns):
        return
    ids, shown = made.months["column_id"].tolist(), _found(made).columns["column_id"].tolist()
    first, last = ids.index(shown[0]), ids.index(shown[-1])
    before, after = ids[max(len(shown), first) - 1], ids[min(len(ids) - 1, last + len(shown))]
    with st.container(horizontal=True, vertical_alignment="center", key="density-days"):
        st.button("Earlier", key="density-earlier", disabled=first == 0, on_click=lambda: ask(upto=before))
        st.button(
            "Later",
            key="density-later",
            disabled=last == len(ids) - 1,
            on_click=lambda: ask(upto=after if after != ids[-1] else ""),
        )
        words = f"{len(shown)} of {len(ids)} {PER[made.asked.per].lower()}s fit: {made.months['says'].iloc[first]} to {made.months['says'].iloc[last]}. The others are counted under “other days”."
        st.html(el("div", words, cls="ct small muted"))


def _some_cases(made: Density) -> None:
    """Where small multiples have no room for every case, how many are drawn."""
    most = ACROSS[made.width >= 1400]
    if made.asked.show == "multiples" and not made.asked.as_one and len(made.cases) > most:
        words = (
            f"The first {most} of {len(made.cases)} cases are drawn here; choose others under Cases, or Table or Strip for all."
        )
        st.html(el("p", words, cls="ct small muted"))


def _grid(made: Density, row_of: Any, rows: int, place_of: Any) -> pd.DataFrame:
    """The bars by kind, with the number over each, the part that was entered, and the place of its row in the comparison."""
    found = _found(made)
    bars = by_kind(found, row_of, rows)
    cells = found.cells.drop_duplicates(["row", "column"]).set_index(["row", "column"])
    every = pd.MultiIndex.from_product([range(rows), range(len(found.columns))], names=["row", "column"]).to_frame(index=False)
    every["place"] = [int(place_of[row]) for row in every["row"]]
    keyed = cells.reindex(pd.MultiIndex.from_arrays([every["place"].clip(lower=0), every["column"]]))
    every["from_share"], every["to_share"], every["says"] = (
        keyed[name].to_numpy() for name in ("from_share", "to_share", "says")
    )
    sums = bars.groupby(["row", "column"])["share"].sum()
    both = sums.reindex(pd.MultiIndex.from_frame(every[["row", "column"]])).fillna(0.0).to_numpy()
    every["both"] = [number_words(float(one)) for one in both]
    return every.merge(bars, on=["row", "column"], how="left").fillna({"kind": "contact", "share": 0.0})


def _multiples(made: Density, width: float) -> dict[str, Any]:
    found = _found(made)
    together = bool(made.asked.as_one)
    shown = made.cases.iloc[:1] if together else made.cases.iloc[: ACROSS[width >= 1400]]
    names = shared_rows(found.rows[found.rows["case"].isin(shown["case"]) | together], made.asked.by or "sector")
    grid = _grid(made, found.row_of, len(found.rows), np.arange(len(found.rows)))
    if together and made.asked.as_one == "median":
        cells = found.cells
        grid = cells.assign(kind="contact", share=cells["both"], both=cells["both_words"], place=cells["row"])
    placed = []
    for across, case in enumerate([""] if together else shown["case"]):
        own = {one.row_id: at for at, one in enumerate(found.rows.itertuples()) if one.case == case}
        for down, row_id in enumerate(names["row_id"]):
            row = own.get(row_id, -1)
            placed.append({"across": across, "down": down, "row": row, **_empty(made, case, row)})
    blocks = _blocks(made)
    heads = [(one.title, one.about.partition(". ")[0]) for one in blocks.iloc[: len(shown)].itertuples()]
    return panels(width, names["name"].tolist(), heads, pd.DataFrame(placed), grid, found.columns, zero=_zero(made))


def _empty(made: Density, case: str, row: int) -> dict[str, Any]:
    """What stands in a panel without a bar: no agency, nothing entered, or how many have no usable date."""
    found = _found(made)
    if row < 0:
        return {"says": "No agency entered", "blank": False}
    one = found.rows.iloc[row]
    blank = case in found.refused
    if one["here"] or not (blank or one["undated"]):
        return {"says": "", "blank": blank}
    return {
        "says": f"{one['undated']} without a usable date" if one["undated"] else "None of these entered",
        "blank": blank,
    }


def _strip(made: Density, width: float) -> dict[str, Any]:
    found, blocks = _found(made), _blocks(made)
    together = bool(made.asked.as_one)
    row_of = np.repeat(np.arange(len(made.cases)) * (not together), made.cases["agencies"].to_numpy())
    count = len(blocks)
    firsts = found.rows.drop_duplicates("case")
    first_of = dict(zip(firsts["case"], firsts.index, strict=True))
    place_of = [first_of.get("" if together else case, -1) for case in (made.cases["case"].iloc[:count])]
    grid = _grid(made, row_of, count, place_of)
    grid["says"] = [
        f"{blocks['title'].iloc[one.row]}, {found.columns['says'].iloc[one.column]}: {one.both} {kinds_words(made.asked.kinds)}"
        for one in grid.itertuples()
    ]
    grid["place"] = -1
    if together:
        grid["to_share"] = found.cells.groupby("column")["to_share"].max().reindex(grid["column"]).to_numpy()
    blank = [False] if together else [one in found.refused for one in made.cases["case"]]
    heads = [(one.title, one.about) for one in blocks.itertuples()]
    return strips(width, heads, grid, found.columns, blank, zero=_zero(made))


NOT_TO_READ = (
    ("How not to read this. ", "A published review tells what its author chose to tell. A pale cell means “not reported here”, not “nobody went”. A quiet row may also be a nil return, out of scope or undated."),
    ("More is not better. ", "Much contact is not the same as good help, and little is not the same as neglect. Compare a case with itself before comparing it with another."),
    ("2 + 1 ", "is two contacts and one attempt that did not succeed. 0.5 means that a blurred date was shared out over the days it may have been. One line may stand for several visits. A part-hatched cell was entered in part."),
    ("Not in the cells: ", "events without a usable date and those on other days, each in its own column; what was only planned and, unless you let it in, known only later. Every line is counted once."),
)  # fmt: skip


def reading(made: Density) -> None:
    """How not to read the picture, beside it."""
    told = "Some lines were known only later. " if made.asked.later else ""
    parts = [el("p", el("b", bold), told if bold.startswith("Not") else "", words) for bold, words in NOT_TO_READ]
    st.html(el("div", *parts, cls="ct density-reading"))
