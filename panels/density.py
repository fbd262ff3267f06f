"""The page Density: what is asked, the controls that ask it, and the comparison they ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from charts.board import room_for
from loaders import Case, Library
from measures.columns import YEAR_BEFORE, before_zero, last_columns, of_phases, on_calendar
from measures.comparing import kinds_words
from measures.density_compared import Compared, compare
from measures.density_counts import Counts, added, countable, counts
from measures.entries import KINDS
from measures.spread import place, place_in_phases
from panels.address import write_address
from panels.density_shelf import Shelf, shelf
from panels.markup import el, md
from panels.watch import watch

WORDS = {"contact": "Contact", "attempt": "Attempt", "exchange": "Exchange", "meeting": "Meeting"}
PER = {"30": "30 days", "90": "90 days", "month": "Month", "week": "Week", "quarter": "Quarter", "phase": "Phase"}
SHOW = {"table": "Table", "multiples": "Small multiples", "strip": "Strip"}
BY = {"sector": "Sectors", "agency": "Agencies", "area": "Areas"}
AS_ONE = {"": "Side by side", "total": "All as one: total", "median": "All as one: median"}
USUAL, MOST, NARROWEST = 6, 12, 31.0


@dataclass(frozen=True)
class Asked:
    """What a link to this page can say, all by id; blank is the default. later: "1" counts what was known only later too;
    upto: the last period shown; cell: the chosen one.
    """

    count: tuple[str, ...] = ()
    per: str = ""
    show: str = ""
    by: str = ""
    cases: tuple[str, ...] = ()
    one: str = ""
    later: str = ""
    upto: str = ""
    cell: str = ""

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds counted, in their own order."""
        return tuple(one for one in KINDS if one in (self.count or ("contact", "attempt")))

    @property
    def aligned(self) -> bool:
        """Whether the columns count from day 0."""
        return (self.per or "30").isdigit()


def read_asked(params: Mapping[str, str], cases: Iterable[str]) -> tuple[Asked, list[str]]:
    """What an address asks for, and a word for each part that is not there. `case`, as other pages have it, is that case alone."""
    known: dict[str, Any] = {
        "count": KINDS,
        "per": PER,
        "show": SHOW,
        "by": BY,
        "cases": set(cases),
        "one": AS_ONE,
        "later": ("1",),
    }
    given = {name: str(params[name])[:4000] for name in (one.name for one in fields(Asked)) if params.get(name)}
    if "cases" not in given and params.get("case"):
        given["cases"] = str(params["case"])[:200]
    found: dict[str, Any] = {}
    missing: list[str] = []
    for name, text in given.items():
        if name in ("upto", "cell"):
            found[name] = text[:200]
        elif name in ("count", "cases"):
            parts = text.split(".")
            found[name] = tuple(dict.fromkeys(one for one in parts if one in known[name]))
            missing += [f"{name}: {one}" for one in parts if one not in known[name]]
        elif text in known[name]:
            found[name] = text
        else:
            missing.append(f"{name}: {text}")
    return Asked(**found), missing


@dataclass(frozen=True)
class Density:
    """What the page shows. shelf: of the chosen cases alone; found: None where nothing can be compared; refused: why not."""

    library: Library
    asked: Asked
    shelf: Shelf
    width: int
    found: Compared | None = None
    refused: str = ""
    months: pd.DataFrame | None = None

    @property
    def cases(self) -> pd.DataFrame:
        """A row a case, in the library's order: see measures.entries."""
        return self.shelf.cases

    @property
    def titles(self) -> dict[str, str]:
        return self.shelf.titles

    @property
    def of(self) -> list[Case]:
        """The chosen cases themselves."""
        return list(self.shelf.of)


def asked_now(library: Library) -> Asked:
    """What the address asks for where it is a new one, else what this session asked for last; what it names in vain is said."""
    given = dict(st.query_params)
    news = bool(given) and given != st.session_state.get("address")
    if news or "density" not in st.session_state:
        st.session_state["density"], st.session_state["density-left-out"] = read_asked(given, library.cases)
        for key in [key for key in st.session_state if str(key).startswith("w:d-")]:
            del st.session_state[key]
    missing = st.session_state.get("density-left-out", [])
    if missing:
        st.warning(md(f"The link names what this library does not have, so it was left out: {'; '.join(missing)[:300]}."))
    asked: Asked = st.session_state["density"]
    return replace(asked, cases=tuple(one for one in asked.cases if one in library.cases))


def ask(**changes: Any) -> None:
    """Change what is asked; a change of anything but the cell lets go of the chosen cell."""
    if set(changes) != {"cell"}:
        changes.setdefault("cell", "")
    if "per" in changes:
        changes.setdefault("upto", "")
    st.session_state["density"] = replace(st.session_state["density"], **changes)
    st.session_state["density-left-out"] = []


def close(asked: Asked) -> None:
    """Write what is asked into the address."""
    params = {key: ".".join(value) if isinstance(value, tuple) else value for key, value in asdict(asked).items()}
    write_address({key: value for key, value in params.items() if value})


def head(library: Library) -> Density:
    """The question, the controls, and what they ask for."""
    asked = asked_now(library)
    width, _ = watch(lambda: None)
    frames = shelf(library)
    chosen = _chosen(asked, list(frames.titles))
    with st.container(horizontal=True, key="density-head", vertical_alignment="bottom"):
        words = el("p", _under(asked, chosen, len(frames.of)), cls="muted")
        st.html(el("div", el("h1", _question(asked)), words, cls="ct"), width="stretch")
        _controls(asked, frames, chosen)
    return worked_out(library, asked, frames.only(chosen), width - 48)


def _chosen(asked: Asked, ids: list[str]) -> list[str]:
    """The cases to compare: those asked for, or all, or of a large library the first few."""
    if asked.one and not asked.cases:
        return ids
    return [one for one in ids if one in asked.cases] if asked.cases else ids[:USUAL]


def _question(asked: Asked) -> str:
    per = asked.per or "30"
    if per.isdigit():
        return "How much contact was recorded in the year before"
    return f"How much contact was recorded, by {PER[per].lower()}"


def _under(asked: Asked, chosen: list[str], all_cases: int) -> str:
    many = (
        f"{len(chosen):,} of {all_cases:,} cases"
        if len(chosen) < all_cases
        else ("One case" if all_cases == 1 else f"All {all_cases:,} cases")
    )
    on = "lined up at day 0" if asked.aligned else ("by the review's own phases" if asked.per == "phase" else "on the calendar")
    return f"{many}, {on}, one scale. “Not reported here” is not “nobody went”."


def _controls(asked: Asked, frames: Shelf, chosen: list[str]) -> None:
    _pick("Count", WORDS, list(asked.kinds), "count", lambda one: tuple(one), several=True)
    _pick("Per", PER, asked.per or "30", "per", lambda one: "" if one == "30" else one, width=120)
    _pick("Show as", SHOW, asked.show or "table", "show", lambda one: "" if one == "table" else one)
    _pick("Rows", BY, asked.by or "sector", "by", lambda one: "" if one == "sector" else one, width=130)
    with st.container(width="content"):
        st.html(el("div", "Cases", cls="ct label"))
        place = st.popover(f"{len(chosen):,} of {len(frames.of):,}", key="pop-cases", on_change="rerun")
        if place.open:
            with place:
                _case_choice(asked, frames.titles, chosen)
    if frames.entries["later"].any():
        st.session_state["w:d-later"] = asked.later == "1"
        turned: Callable[[], None] = lambda: ask(later="1" if st.session_state["w:d-later"] else "")  # noqa: E731
        st.toggle("Known only later", key="w:d-later", on_change=turned)


def _pick(
    label: str,
    words: Mapping[str, str],
    now: Any,
    name: str,
    read: Callable[[Any], Any],
    *,
    several: bool = False,
    width: int = 0,
) -> None:
    """One control whose choice goes into the address by id."""
    key = f"w:d-{name}"
    st.session_state[key] = now
    given: dict[str, Any] = {
        "format_func": words.__getitem__,
        "key": key,
        "on_change": lambda: ask(**{name: read(st.session_state[key])}),
    }
    if several:
        st.pills(label, list(words), selection_mode="multi", width="content", **given)
    elif width:
        st.selectbox(label, list(words), width=width, **given)
    else:
        st.segmented_control(label, list(words), required=True, width="content", **given)


def _case_choice(asked: Asked, titles: Mapping[str, str], chosen: list[str]) -> None:
    st.session_state["w:d-one"] = asked.one
    st.radio(
        "Show",
        list(AS_ONE),
        format_func=AS_ONE.__getitem__,
        key="w:d-one",
        on_change=lambda: ask(one=st.session_state["w:d-one"]),
    )
    if asked.one and not asked.cases:
        st.html(el("p", f"All {len(titles):,} cases stand together. Choose “Side by side” to pick some.", cls="ct small muted"))
        return
    st.session_state["w:d-cases"] = chosen
    st.multiselect(
        "Cases",
        list(titles),
        format_func=titles.__getitem__,
        key="w:d-cases",
        max_selections=MOST,
        on_change=lambda: ask(cases=tuple(st.session_state["w:d-cases"])),
    )
    if len(titles) > MOST:
        st.html(el("p", f"At most {MOST} cases stand side by side; all {len(titles):,} together as one.", cls="ct small muted"))


def worked_out(library: Library, asked: Asked, frames: Shelf, width: int) -> Density:
    """The comparison that is asked for, of the cases of `frames`, for a window `width` px wide; or the sentence that says why there is none."""
    made, cases = Density(library, asked, frames, width), frames.cases
    if cases.empty:
        return replace(made, refused="No case is in this library, so there is nothing to compare.")
    if asked.per == "phase":
        return _by_phase(made)
    if asked.aligned:
        columns = before_zero(int(asked.per or "30"))
        return replace(made, found=_compared(made, columns))
    days = cases[["first", "last"]].dropna()
    if days.empty:
        why = "gives no days on the calendar" if len(cases) == 1 else "give no days on the calendar"
        return replace(made, refused=f"{_some(made)} {why}. Choose 30 or 90 days before day 0, or phases.")
    whole = on_calendar(asked.per, int(days["first"].min()), int(days["last"].max()))
    columns = last_columns(whole, max(6, int(room_for(width) // NARROWEST)), asked.upto)
    return replace(made, found=_compared(made, columns), months=whole)


def _some(made: Density) -> str:
    return str(made.cases["title"].iloc[0]) if len(made.cases) == 1 else "These cases"


def _by_phase(made: Density) -> Density:
    case = made.of[0]
    alone = replace(made, shelf=made.shelf.only([case.id]))
    if case.phases.empty:
        return replace(alone, refused=f"{case.title} has no phases. Choose days, months or quarters.")
    named = case.events.set_index("event_id")["phases"]
    return replace(alone, found=_compared(alone, of_phases(case.phases), lambda entries: _in_phases(entries, case, named)))


def _in_phases(entries: pd.DataFrame, case: Case, named: pd.Series) -> pd.DataFrame:
    return place_in_phases(entries, case.phases, named.reindex(entries["event_id"]))


def _compared(made: Density, columns: pd.DataFrame, in_phases: Callable[[pd.DataFrame], pd.DataFrame] | None = None) -> Compared:
    asked, frames = made.asked, made.shelf
    by = "sector" if asked.one and asked.by == "agency" else asked.by or "sector"
    together = "" if in_phases else asked.one
    shared = frames.rows_by(by, together=together == "total")

    def laid(kinds: tuple[str, ...]) -> tuple[pd.DataFrame, pd.DataFrame]:
        entries = countable(frames.entries, kinds, later=asked.later == "1")
        return entries, in_phases(entries) if in_phases else place(entries, columns, aligned=asked.aligned)

    def of_kind(kind: str) -> Counts:
        size = len(shared[0]), len(columns)
        return counts(laid((kind,)), shared[1], size, made.cases, aligned=asked.aligned, by_phase=in_phases is not None)

    days = int(columns["start"].iloc[0]), int(columns["end"].iloc[-1]), len(columns)
    view = (asked.per, by, together == "total", asked.later, days)
    counted = added([frames.counted((kind, *view), partial(of_kind, kind)) for kind in asked.kinds])
    ways = {"aligned": asked.aligned, "by_phase": in_phases is not None}
    return compare(counted, lambda: laid(asked.kinds), shared, made.cases, columns, asked.kinds, together=together, **ways)


def counted_words(made: Density) -> str:
    """'Contacts and attempts'."""
    said = kinds_words(made.asked.kinds)
    return said[:1].upper() + said[1:]


def whole_year(made: Density) -> str:
    """Which days the columns cover."""
    if made.asked.aligned:
        return f"{YEAR_BEFORE} days before day 0"
    if made.found is None or made.asked.per == "phase":
        return "the phases of the review"
    says = made.found.columns["says"]
    return f"{says.iloc[0]} to {says.iloc[-1]}"
