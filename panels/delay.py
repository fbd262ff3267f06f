"""The page Delay over many cases: what is measured, grouped how, and what that leaves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from loaders import Case
from measures.at_work import at_work, in_turn, staff
from measures.clocks import clock_results
from measures.delays import WHATS, delay_finding, delay_summary, delays, range_words
from measures.last_seen import visible
from measures.names import names_of
from measures.wording import HIDDEN, counted, listed
from panels.across import LATER, Across, choose_cases, key, later_toggle
from panels.markup import el

KEYS = ("what", "by", "sector", "row", "later")
BY = {"case": "Case", "sectors": "Sectors", "agencies": "Agencies"}
GROUPS = {
    "case": ["case_id"],
    "sectors": ["from_sector", "to_sector"],
    "agencies": ["case_id", "from_agency", "to_agency"],
}
MONTHS = {"month": "the month", "season": "the season"}


@dataclass(frozen=True)
class WorkedOut:
    """What is measured of the chosen cases; made once for them, and never changed. cases: kept, so that their ids stay theirs."""

    cases: tuple[Case, ...]
    delays: pd.DataFrame
    clocks: pd.DataFrame
    work: pd.DataFrame
    turns: pd.DataFrame
    staff: pd.DataFrame


@dataclass(frozen=True)
class Chosen:
    """What the controls leave: the intervals of one kind, and one row a group, with its name, words and denominators."""

    what: str
    by: str
    found: pd.DataFrame
    groups: pd.DataFrame
    row: str


def identity(cases: Mapping[str, Case]) -> str:
    """A text that changes whenever a case is read anew."""
    return "|".join(f"{case_id}:{id(case)}" for case_id, case in cases.items())


@st.cache_resource(max_entries=6, show_spinner="Working out how long things took.")
def worked_out(which: str, _cases: Mapping[str, Case], later: bool = False) -> WorkedOut:
    """Everything the page measures of these cases, what was known only later among it where `later`."""
    parts: dict[str, list[pd.DataFrame]] = {"delays": [], "clocks": [], "work": []}
    for case_id, case in _cases.items():
        events, disclosure = visible(case.events, later=later), case.about.disclosure
        parts["delays"].append(delays(events, case.shares, case.clocks, case.agencies, disclosure, case_id))
        parts["work"].append(at_work(case.people, events, case.agencies, disclosure, case_id))
        shown = {"", *events["event_id"]}
        own = case.clocks[case.clocks["starts_event"].isin(shown) & case.clocks["met_event"].isin(shown)]
        parts["clocks"].append(clock_results(own, case.events, case.shares, disclosure).assign(case_id=case_id))
    found = {name: joined(own) for name, own in parts.items()}
    turns = in_turn(found["work"])
    return WorkedOut(tuple(_cases.values()), **found, turns=turns, staff=staff(found["work"], turns))


def joined(parts: list[pd.DataFrame]) -> pd.DataFrame:
    """The rows of all parts; of parts without a row the columns."""
    some = [part for part in parts if len(part)]
    return pd.concat(some, ignore_index=True) if some else parts[0]


def head(across: Across, worked: WorkedOut) -> Chosen:
    """The question, the controls, and what they choose."""
    with st.container(horizontal=True, key="delay-head", vertical_alignment="bottom"):
        about = f"From one recorded event to another, as a least and a most. {LATER[across.view.get('later') == '1']}."
        st.html(el("div", el("h1", "How long did things take?"), el("p", about, cls="muted"), cls="ct"), width="stretch")
        what, by = across.chosen("what", WHATS, "answer"), across.chosen("by", BY, "case")
        _pick(across, "what", "Measure", WHATS, what, "answer", width=270)
        sectors = sorted({one for end in ("from_sector", "to_sector") for one in worked.delays[end] if one})
        sector = across.chosen("sector", sectors)
        _pick(across, "sector", "Sector", {"": "All sectors"} | {one: one.capitalize() for one in sectors}, sector, "", width=220)
        name = key(across.title, "by")
        st.session_state[name] = by
        st.segmented_control("By", list(BY), format_func=lambda one: BY[one], key=name, required=True, width="content",
                             on_change=lambda: across.set(by=st.session_state[name] if st.session_state[name] != "case" else "", row=""))  # fmt: skip
        choose_cases(across)
        later_toggle(across)
    found = worked.delays[worked.delays["what"] == what]
    if sector:
        found = found[(found["from_sector"] == sector) | (found["to_sector"] == sector)]
    groups = group_rows(across.cases, found, by)
    return Chosen(what, by, found, groups, across.chosen("row", set(groups["key"])))


def _pick(across: Across, part: str, label: str, words: Mapping[str, str], chosen: str, default: str, width: int) -> None:
    name = key(across.title, part)
    st.session_state[name] = chosen

    def keep() -> None:
        picked = st.session_state[name]
        across.set(**{part: "" if picked == default else picked, "row": ""})

    st.selectbox(label, list(words), format_func=lambda one: words[one], key=name, on_change=keep, width=width)


def group_rows(cases: Mapping[str, Case], found: pd.DataFrame, by: str) -> pd.DataFrame:
    """One row per group of the intervals, most told first: key, name, least, most (medians), words, more, entered, told, longest."""
    rows = delay_summary(found, GROUPS[by])
    rows["key"] = ["/".join(str(getattr(one, part)) for part in GROUPS[by]) for one in rows.itertuples()]
    rows["name"] = [_name(cases, by, one.key.split("/")) for one in rows.itertuples()]
    rows = rows.rename(columns={"median_least": "least", "median_most": "most"})
    rows["words"] = [range_words(one.least, one.most) for one in rows.itertuples()]
    rows["more"] = [f"{one.told} of {one.entered} told" for one in rows.itertuples()]
    rows["longest"] = [range_words(one.longest_least, one.longest_most) for one in rows.itertuples()]
    return rows


def _name(cases: Mapping[str, Case], by: str, parts: list[str]) -> str:
    if by == "case":
        return cases[parts[0]].title
    if by == "sectors":
        first, then = (one.capitalize() or "Family or none named" for one in parts)
        return f"{first} to {then[0].lower()}{then[1:]}" if parts[1] else f"{first}: no answer entered"
    names = names_of(cases[parts[0]])
    first, then = (names.get(one, one) for one in parts[1:])
    return f"{cases[parts[0]].title}: {first} to {then}" if then else f"{cases[parts[0]].title}: {first}, no answer entered"


def of_group(chosen: Chosen) -> pd.DataFrame:
    """The intervals of the chosen group, or all of them: those that took longest first, those not told last."""
    found = chosen.found
    if chosen.row:
        for column, value in zip(GROUPS[chosen.by], chosen.row.split("/"), strict=True):
            found = found[found[column] == value]
    return found.sort_values(["least", "most"], ascending=False, na_position="last", kind="stable")


def finding(across: Across, chosen: Chosen) -> str:
    """What the figure shows, in a sentence with its denominators."""
    return f"{WHATS[chosen.what]}: {_lower(delay_finding(chosen.found, len(across.cases)))}"


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def refusals(across: Across) -> list[str]:
    """A sentence for the cases whose dates allow no days between."""
    found = []
    for disclosure in HIDDEN:
        own = [case.title for case in across.cases.values() if case.about.disclosure == disclosure]
        if own:
            gives = "this case gives" if len(own) == 1 else f"these {counted(len(own), 'case')} give"
            found.append(
                f"Days between cannot be shown for {listed(own[:6])}{' and others' if len(own) > 6 else ''}: {gives} dates to "
                f"{MONTHS[disclosure]} only (disclosure: {disclosure}). {MONTHS[disclosure][4:].capitalize()}s of beginning and end are shown instead."
            )
    return found
