"""Who knew what on a page: facts by agencies on one day, the chosen cell in full, and the way one fact took."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from charts.knew import Laid, column_pages, gutter, headed, knew, laid_out, travelled, whole_width
from charts.scale import scale
from charts.text import wrapped
from loaders import Case
from measures.between import days_between
from measures.knowledge import ALWAYS, known_on, lags, learned, never
from measures.wording import counted, days, listed, window
from panels.dock import names_of, share_words
from panels.entry import ROOT, Entered
from panels.filters import key
from panels.markup import Html, el, md
from panels.take import WIDE, take_picture, take_tables
from panels.watch import watch

KEYS = ("fact", "day", "cell", "hide", "later", "listed")
EMPTY = "This file enters no facts, so who knew what cannot be worked out. Add facts, and name them at the events that make them known."
SILENT = "The chronology does not say which agency held this."
WORDS = {"knows": "Knows", "holds": "Holds", "cannot tell": "Cannot tell", "not told": "Not told"}
CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showSendToCloud": False}
BEFORE = pd.Timestamp.min.as_unit("s").ceil("D")


@dataclass(frozen=True)
class Knowing:
    """What the page shows: the facts, every moment, what is known on the day, the agencies with any record, and the day.

    day: None at the end of the record; by: the day in words; fact: the one followed below.
    """

    facts: pd.DataFrame
    moments: pd.DataFrame
    known: pd.DataFrame
    agencies: list[str]
    day: pd.Timestamp | None
    by: str
    fact: str


def knowing(entered: Entered) -> Knowing | None:
    """The head of the page and its controls; what they leave, or None with a sentence where the file enters no facts."""
    case, view = entered.case, entered.view
    later = view.later == "1"
    facts = case.facts[~case.facts["hindsight"].astype(bool) | later]
    if facts.empty:
        st.html(
            el(
                "div",
                el("h1", "Who knew what"),
                el("p", EMPTY if case.facts.empty else "Every fact of this file is known only later.", cls="muted"),
                cls="ct",
            )
        )
        if not case.facts.empty:
            _later(entered)
        return None
    moments = learned(case.events, case.shares, case.known_before)
    moments = moments[moments["fact_id"].isin(facts["fact_id"])]
    choices = day_choices(case, moments)
    day, by = chosen_day(case, choices, view.day)
    known = known_words(with_days(known_on(moments, day)), case)
    named = set(moments["agency"])
    agencies = [one for one in case.agencies["agency_id"] if one in named]
    found = Knowing(
        facts, moments, known, [one for one in agencies if one not in view.hide], day, by, view.fact or _most_told(facts, known)
    )
    _head(case, found)
    _controls(entered, choices, agencies, found)
    return found


def day_choices(case: Case, moments: pd.DataFrame) -> dict[str, str]:
    """The days to choose from, as the last day of each event's and each moment's window, in words no more exact than the file's."""
    events = case.events[~case.events["hindsight"].astype(bool)]
    spans = pd.concat([events[["earliest", "latest"]], moments[["earliest", "latest"]]]).dropna()
    spans = spans[spans["latest"] > BEFORE]
    shown: dict[str, str] = {}
    for latest, group in spans.groupby("latest"):
        start = latest if case.about.disclosure in ("exact", "relative") else group["earliest"].max()
        shown[str(latest.date())] = window(start, latest, case.about.disclosure)
    if shown:
        shown[next(reversed(shown))] = "the end of the record"
    return shown


def chosen_day(case: Case, choices: dict[str, str], asked: str) -> tuple[pd.Timestamp | None, str]:
    """The day that is shown, None for the end of the record, and how the title says it: by default day 0, if its day is known."""
    end = next(reversed(choices), "")
    wanted = asked or _day_zero(case)
    if not wanted or not end or wanted >= end:
        return None, "at the end of the record"
    day = pd.Timestamp(wanted)
    exact = case.about.disclosure in ("exact", "relative")
    words = choices.get(wanted) or window(
        day if exact else day.replace(day=1), day if exact else day + pd.offsets.MonthEnd(0), case.about.disclosure
    )
    return day, f"on {words}" if exact else f"by the end of {words}"


def _day_zero(case: Case) -> str:
    incident = case.events[case.events["event_id"] == (case.about.incident or "")]
    exact = incident[incident["dating"] == "exact"]
    return str(exact["latest"].iloc[0].date()) if len(exact) else ""


def with_days(known: pd.DataFrame) -> pd.DataFrame:
    """`known` with the days after the first agency to know, also for what is held or may be known."""
    found = lags(known)
    knowers: dict[str, list[Any]] = {}
    for one in found[found["status"] == "knows"].itertuples():
        knowers.setdefault(one.fact_id, []).append(one)
    spans = [
        (one.least_days, one.most_days) if one.status == "knows" else _after(knowers.get(one.fact_id, []), one)
        for one in found.itertuples()
    ]
    return found.assign(least_days=[least for least, _ in spans], most_days=[most for _, most in spans])


def _after(knowers: list[Any], one: Any) -> tuple[float, float]:
    """The days from whichever agency knew first to one that holds or may know; not known where that may have come before."""
    if not knowers or one.status == "not told" or any(other.earliest == ALWAYS for other in knowers):
        return math.nan, math.nan
    spans = [days_between(other, one) for other in knowers]
    most = max((most for _, most in spans), key=lambda most: (math.isnan(most), most))
    return (math.nan, math.nan) if most < 0 else (max([0.0, *[least for least, _ in spans if not math.isnan(least)]]), most)


def known_words(known: pd.DataFrame, case: Case) -> pd.DataFrame:
    """`known` with what a cell says: word, when, more (the days and how), and how, days and source in full."""
    names, places = names_of(case), paragraphs(case)
    firsts = known[known["first"]]
    givers = set(zip(firsts["fact_id"], firsts["agency"], strict=True))
    alone = firsts["fact_id"].value_counts()
    rows = []
    for one in known.itertuples():
        after = "same day" if _told_at_once(one, givers) else after_words(one, int(alone.get(one.fact_id, 0)))
        more = ", ".join(part for part in (after, short_how(one)) if part)
        rows.append(
            (
                WORDS[one.status],
                when_words(one, case.about.disclosure),
                more,
                long_how(one, names),
                after,
                ", ".join(_source(places, one)),
            )
        )
    return known.assign(
        **{name: [row[place] for row in rows] for place, name in enumerate(("word", "when", "more", "long", "after", "source"))}
    )


def _told_at_once(one: Any, firsts: set[tuple[str, str]]) -> bool:
    """Whether an agency counts among the first only because the first one told it on the same day."""
    return bool(
        one.first
        and one.how == "shared"
        and math.isnan(one.most_days)
        and math.isnan(one.least_days)
        and (one.fact_id, one.from_agency) in firsts
    )


def when_words(one: Any, disclosure: str) -> str:
    """The window of a moment in words; 'before the record' where an agency knew from the start."""
    return "before the record" if one.earliest == BEFORE else window(one.earliest, one.latest, disclosure, short=True)


def after_words(one: Any, firsts: int = 1) -> str:
    """The days after the first agency: 'first to know', 'same day', '+12 days', '+18 to +47 days'; blank where none can be said.

    An agency that may have been the first, or not, is said to be so: 'first, or up to +28 days'. firsts: how many may have been.
    """
    least, most = one.least_days, one.most_days
    if one.first and math.isnan(least) and math.isnan(most):
        return "first to know" if firsts == 1 or one.how != "knew before" else "may be the first"
    if one.first:
        return "may be the first" if math.isnan(most) else f"first, or up to +{days(most, most)}"
    if math.isnan(least) and math.isnan(most):
        return "days not known" if one.status == "knows" else ""
    if least == most:
        return "same day" if least == 0 else f"+{days(least, most)}"
    if math.isnan(most):
        return f"+{days(least, least)} or more" if least > 0 else ("days not known" if one.status == "knows" else "")
    return f"+{least:.0f} to +{days(most, most)}"


SHORT = {"own event": "own record", "present": "was present", "knew before": "", "shared": "told"}
OUTCOMES = {
    "late": "told late", "misdirected": "came by mistake", "recorded only": "only in a file", "not highlighted": "not brought out",
    "unclear": "not clear if told", "not shared": "not passed on", "not received": "did not arrive",
}  # fmt: skip


def short_how(one: Any) -> str:
    """How an agency learned of it, or why it did not, in two or three words; with the reason where it cannot be told."""
    words = OUTCOMES.get(one.outcome, "") or SHORT[one.how]
    if one.status != "cannot tell" or one.outcome == "unclear":
        return words
    return f"{words}, no day given" if pd.isna(one.earliest) and pd.isna(one.latest) else f"{words}, dates overlap"


def long_how(one: Any, names: dict[str, str]) -> str:
    """The same in a clause, with the agency it came from."""
    giver = names.get(one.from_agency, one.from_agency)
    if one.how != "shared":
        return {
            "own event": "from its own record",
            "present": f"was present, with {giver}" if giver else "was present",
            "knew before": "knew before",
        }[one.how]
    said = {
        "late": f"told late by {giver}", "misdirected": f"sent by {giver}, meant for another", "recorded only": f"only in a file, from {giver}",
        "not highlighted": f"in what {giver} sent, not brought out", "unclear": f"not clear whether {giver} told it",
        "not shared": f"not passed on by {giver}", "not received": f"sent by {giver}, did not arrive",
    }  # fmt: skip
    return said.get(one.outcome, f"told by {giver}")


def _share(case: Case, one: Any) -> Any:
    """The share a moment comes from, or None."""
    if one.how != "shared":
        return None
    found = case.shares[
        (case.shares["event_id"] == one.event_id)
        & (case.shares["agency"] == one.agency)
        & (case.shares["outcome"] == one.outcome)
    ]
    return next((share for share in found.itertuples() if one.fact_id in share.facts), None)


Places = dict[tuple[str, ...], tuple[str, ...]]


def paragraphs(case: Case) -> Places:
    """The paragraphs of each share of a fact, of what was known before, and of each event."""
    found: Places = {(one.event_id,): tuple(one.source) for one in case.events.itertuples()}
    found |= {
        (fact, one.agency, one.event_id, one.outcome): tuple(one.source) for one in case.shares.itertuples() for fact in one.facts
    }
    return found | {(one.fact_id, one.agency, "", ""): tuple(one.source) for one in case.known_before.itertuples()}


def _source(places: Places, one: Any) -> tuple[str, ...]:
    return places.get((one.fact_id, one.agency, one.event_id, one.outcome)) or places.get((one.event_id,), ())


def _most_told(facts: pd.DataFrame, known: pd.DataFrame) -> str:
    """The fact with the most agencies recorded, those not told counting twice: the one to open with."""
    weights = (
        known["fact_id"].value_counts().add(known.loc[known["status"] == "not told", "fact_id"].value_counts(), fill_value=0)
    )
    return str(max(facts["fact_id"], key=lambda fact: weights.get(fact, 0)))


def finding(known: pd.DataFrame, many: int, names: dict[str, str], by: str) -> str:
    """The sentence that says what the matrix shows: who was not told most often, and who knew most."""
    told = known.loc[known["status"] == "not told", "agency"].value_counts(sort=False)
    knew_most = known.loc[known["status"] == "knows", "agency"].value_counts(sort=False)
    when = by[0].upper() + by[1:]
    if knew_most.empty:
        return f"{when}, no agency is sure to know any of the {counted(many, 'fact')}."
    most = f"{_leading(knew_most, names)} {KNEW[_ties(knew_most)]}, {knew_most.max()} of {counted(many, 'fact')}"
    if told.empty:
        return f"{when}, {most}. The file says of no agency that it was not told."
    of = "1 fact" if told.max() == 1 else f"{told.max()} facts"
    return f"{when}, the file says that {_leading(told, names)} {WERE[_ties(told)]} not told of {of}; {most}."


KNEW = {False: "knew most", True: "each knew most"}
WERE = {False: "was", True: "were each"}


def _ties(numbers: pd.Series) -> bool:
    return bool((numbers == numbers.max()).sum() > 1)


def _leading(numbers: pd.Series, names: dict[str, str]) -> str:
    """The agencies with the highest number; counted where they are many."""
    found = [names[str(one)] for one, number in numbers.items() if number == numbers.max()]
    return _named(found) if len(found) < 5 else f"{len(found)} agencies"


def _named(words: list[str]) -> str:
    """Names as a list; parted by semicolons where a name has a comma of its own."""
    if not any("," in one for one in words):
        return listed(words)
    return " and ".join(part for part in ("; ".join(words[:-1]), words[-1]) if part)


def _head(case: Case, found: Knowing) -> None:
    names = names_of(case)
    st.html(
        el(
            "div",
            el("h1", f"Who knew what {found.by}"),
            el("p", el("b", finding(found.known, len(found.facts), names, found.by)), " ",
               el("span", "Worked out from what each event makes known and whom it was shared with. +12 days: that long after the first agency knew.", cls="muted"), cls="small"),
            cls="ct knew-head",
        )
    )  # fmt: skip


def _controls(entered: Entered, choices: dict[str, str], agencies: list[str], found: Knowing) -> None:
    case, view = entered.case, entered.view
    with st.container(horizontal=True, key="filters", vertical_alignment="center"):
        _days(entered, choices, found)
        place = key(entered, "listed")
        st.session_state[place] = "list" if view.listed else "matrix"
        words = {"matrix": "Facts × agencies", "list": "As a list"}
        st.segmented_control("Show", list(words), format_func=lambda one: words[one], key=place, required=True, label_visibility="collapsed",
                             on_change=lambda: entered.set(listed="1" if st.session_state[place] == "list" else ""))  # fmt: skip
        _agencies(entered, agencies, names_of(case))
        if case.facts["hindsight"].any():
            _later(entered)


def _days(entered: Entered, choices: dict[str, str], found: Knowing) -> None:
    """The day, and steps to the day before and after on which something may have happened."""
    ids = list(choices)
    if len(ids) < 2:
        return
    current = ids[-1] if found.day is None else str(found.day.date())
    options = sorted({*ids, current})
    before, after = [one for one in ids if one < current], [one for one in ids if one > current]
    st.button("‹ Day back", key="knew-back", disabled=not before, on_click=lambda: entered.set(day=before[-1]))
    place = key(entered, "knew-day")
    st.session_state[place] = current
    label = found.by.removeprefix("on ").removeprefix("by the end of ")
    st.selectbox("On the day", options, format_func=lambda one: _called(choices.get(one, label)), key=place, width=230, label_visibility="collapsed",
                 on_change=lambda: entered.set(day=st.session_state[place] or ""))  # fmt: skip
    st.button("Day forward ›", key="knew-on", disabled=not after, on_click=lambda: entered.set(day=after[0]))


def _called(words: str) -> str:
    return words[0].upper() + words[1:]


def _agencies(entered: Entered, agencies: list[str], names: dict[str, str]) -> None:
    shown = [one for one in agencies if one not in entered.view.hide]
    with st.popover(f"Agencies: {len(shown)} of {len(agencies)}", key=key(entered, "pop-knowing")):
        st.caption("Only agencies with any record of a fact are listed.")
        place = key(entered, "knowing-agencies")
        st.session_state[place] = shown
        others = tuple(one for one in entered.view.hide if one not in agencies)
        st.pills("Agencies", agencies, selection_mode="multi", format_func=lambda one: md(names[one]), key=place, label_visibility="collapsed",
                 on_change=lambda: entered.set(hide=(*others, *[one for one in agencies if one not in st.session_state[place]])))  # fmt: skip
        with st.container(horizontal=True):
            st.button("All agencies", key=key(entered, "knowing-all"), on_click=lambda: entered.set(hide=others))
            st.button("None", key=key(entered, "knowing-none"), on_click=lambda: entered.set(hide=(*others, *agencies)))


def _later(entered: Entered) -> None:
    place = key(entered, "later")
    st.session_state[place] = entered.view.later == "1"
    st.toggle("Known only later", key=place, on_change=lambda: entered.set(later="1" if st.session_state[place] else ""))


def who_knew(entered: Entered, found: Knowing) -> None:
    """The facts by agencies as a matrix or as a list, with the key and the agencies that have no record."""
    wide, high = watch(lambda: None)
    if entered.view.listed:
        _list(entered, found)
    elif not found.agencies:
        st.html(el("p", _nobody(entered), cls="ct muted"))
    else:
        _matrix(entered, found, wide - 48, max(330, high - 400))
    _key(entered.case, found)


def _nobody(entered: Entered) -> str:
    return (
        "Every agency is hidden. Show some under Agencies." if entered.view.hide else SILENT.replace("this", "any of these facts")
    )


def _matrix(entered: Entered, found: Knowing, width: int, room: int) -> None:
    case, view = entered.case, entered.view
    names, cells = names_of(case), _hovers(case, found)
    columns = _columns(entered, found, width - 16)
    laid = laid_out(found.facts, columns, cells, width - 16)
    st.html(_column_heads(laid, names))
    _bring()(key="knew-bring", data=_place(laid, found.fact if view.fact else ""))
    with st.container(key="knew", height=min(room, math.ceil(laid.height) + 4), border=False):
        st.plotly_chart(
            knew(laid, cells, _silent(found), (found.fact, view.cell if view.fact else "")),
            width="content", theme=None, key=f"knew:{case.id}", on_select=lambda: _clicked(entered, f"knew:{case.id}"), selection_mode="points",
            config=CONFIG,
            alt=f"{finding(found.known, len(found.facts), names, found.by)} A matrix of {counted(len(found.facts), 'fact')} by "
            f"{counted(len(columns), 'agency', 'agencies')}; the table below says the same.",
        )  # fmt: skip


def _silent(found: Knowing) -> dict[str, str]:
    """What stands across the row of a fact of which no moment is entered."""
    return {fact: SILENT for fact in found.facts["fact_id"] if fact not in set(found.moments["fact_id"])}


BRING_JS = """
export default function(component) {
  const { top, bottom } = component.data || {};
  let tries = 0;
  const timer = setInterval(() => {
    const box = document.querySelector('.st-key-knew');
    const drawn = box && box.querySelector('.js-plotly-plot .textpoint');
    if (!drawn && ++tries < 60) return;
    clearInterval(timer);
    let outer = box;
    while (outer && outer.scrollHeight <= outer.clientHeight + 1) outer = outer.parentElement;
    if (!drawn || bottom === undefined || !outer || outer.querySelector('.st-key-filters')) return;
    if (top < outer.scrollTop || bottom > outer.scrollTop + outer.clientHeight) outer.scrollTop = Math.max(0, top - 90);
  }, 250);
  return () => clearInterval(timer);
}
"""


@st.cache_resource
def _bring() -> Callable[..., object]:
    """A small component that scrolls the matrix, and nothing else, to the chosen fact."""
    return st.components.v2.component("case_timelines_knew", js=BRING_JS)


def _place(laid: Laid, fact: str) -> dict[str, float]:
    if fact not in laid.facts:
        return {}
    row = laid.facts.index(fact)
    return {"top": laid.tops[row], "bottom": laid.tops[row + 1]}


def _columns(entered: Entered, found: Knowing, width: float) -> list[str]:
    """The agencies that stand side by side: all in the file's order, or a page of them, those that know most first."""
    sheets = column_pages(found.agencies, width)
    if len(sheets) == 1:
        return found.agencies
    told = found.moments[found.moments["gives"] == "knows"]
    many = told.drop_duplicates(["fact_id", "agency"])["agency"].value_counts()
    ordered = sorted(found.agencies, key=lambda one: -many.get(one, 0))
    sheets = column_pages(ordered, width)
    place = key(entered, f"sheet-{len(sheets)}")
    opened = next((number for number, sheet in enumerate(sheets) if entered.view.cell in sheet), 0)
    if st.session_state.get(place) is None:
        st.session_state[place] = opened
    ends = [(ordered.index(sheet[0]) + 1, ordered.index(sheet[-1]) + 1) for sheet in sheets]
    with st.container(horizontal=True, key="knew-sheets", vertical_alignment="center"):
        st.html(el("span", f"{len(ordered)} agencies, those that know most facts first:", cls="ct small muted"), width="content")
        st.segmented_control("Agencies", list(range(len(sheets))), format_func=lambda one: f"{ends[one][0]} to {ends[one][1]}", key=place, required=True,
                             label_visibility="collapsed")  # fmt: skip
    return sheets[min(st.session_state[place], len(sheets) - 1)]


def _column_heads(laid: Laid, names: dict[str, str]) -> Html:
    """The agencies over their columns; they stay where they are while the facts scroll."""
    heads = [el("span", names[one], style=f"width:{laid.wide - 12:.1f}px") for one in laid.agencies]
    return el("div", el("span", "Fact", style=f"width:{laid.left - 12:.1f}px"), *heads, cls="ct knew-columns")


def _hovers(case: Case, found: Knowing) -> pd.DataFrame:
    names = names_of(case)
    hover = [
        "<br>".join(
            wrapped(part)
            for part in (
                f"{names[one.agency]}: {one.word.lower()}, {one.when}",
                f"{_called(one.long)}{_and(one.after)}",
                f"Paragraph {one.source or 'not given'}",
            )
        )
        for one in found.known.itertuples()
    ]
    return found.known.assign(hover=hover)


def _and(words: str) -> str:
    return f"; {words}" if words else ""


def _clicked(entered: Entered, place: str) -> None:
    state = st.session_state.get(place) or {}
    chosen = [point.get("customdata") for point in state.get("selection", {}).get("points", [])]
    found = [str(one[0] if isinstance(one, list) else one) for one in chosen if one]
    if found:
        fact, _, agency = found[0].partition("|")
        entered.set(fact=fact, cell=agency)


def _key(case: Case, found: Knowing) -> None:
    """The signs with their words, and who has no record of any of these facts."""
    meaning = (
        ("knows", "Knows", ": told, present, or its own record"), ("holds", "Holds", ": in papers or a file, not brought out"),
        ("cannot", "Cannot tell", ": the dates overlap this day, or it is not clear whether it arrived"), ("untold", "Not told", ": the file says so"),
    )  # fmt: skip
    items = [el("span", el("i", cls=f"knew-sign {sign}"), el("b", word), rest) for sign, word, rest in meaning]
    named = set(found.moments["agency"]) | {"family"}
    others = [one.short for one in case.agencies.itertuples() if one.agency_id not in named]
    rest = (
        f"{counted(len(others), 'more agency has', 'more agencies have')} no record of any of these: {_named(others)}."
        if others
        else ""
    )
    dash = el("span", el("b", "–"), " ", el("b", "No record"), " that it knew")
    st.html(el("div", el("div", *items, dash, cls="knew-key"), el("p", rest, cls="muted") if rest else "", cls="ct small"))


def _list(entered: Entered, found: Knowing) -> None:
    names, order = names_of(entered.case), list(WORDS)
    parts = []
    for fact in found.facts.itertuples():
        here = found.known[(found.known["fact_id"] == fact.fact_id) & found.known["agency"].isin(found.agencies)]
        here = here.sort_values("status", key=lambda column: column.map(order.index), kind="stable")
        lines = [
            el(
                "li",
                el("b", f"{names[one.agency]}: {one.word.lower()}"),
                f", {one.when}. {_called(one.long)}{_and(one.after)}. ",
                el("span", f"Paragraph {one.source or 'not given'}.", cls="muted"),
            )
            for one in here.itertuples()
        ]
        nothing = (
            SILENT
            if fact.fact_id not in set(found.moments["fact_id"])
            else "No record that any of these agencies knew by this day."
        )
        parts.append(el("section", el("h3", fact.title), el("ul", *lines) if lines else el("p", nothing, cls="muted")))
    st.html(el("div", *parts, cls="ct small knew-list"))


def chosen_cell(entered: Entered, found: Knowing) -> None:
    """Everything the file says of one agency and one fact by the day: who told whom, the words, the paragraph, the way to the timeline."""
    case, view = entered.case, entered.view
    if not (view.fact and view.cell) or view.fact not in set(found.facts["fact_id"]):
        return
    names, titles = names_of(case), dict(zip(found.facts["fact_id"], found.facts["title"], strict=True))
    row = found.known[(found.known["fact_id"] == view.fact) & (found.known["agency"] == view.cell)]
    moments = found.moments[(found.moments["fact_id"] == view.fact) & (found.moments["agency"] == view.cell)]
    begun = moments if found.day is None else moments[~(moments["earliest"].fillna(moments["latest"]) > found.day)]
    begun = begun.sort_values(["latest", "earliest"], na_position="last", kind="stable")
    status = f"{row['word'].iloc[0]}, {row['when'].iloc[0]}{_and(row['after'].iloc[0])}" if len(row) else "No record that it knew"
    with st.container(key="knew-cell"):
        st.html(el("div", el("h3", f"{names[view.cell]}. {titles[view.fact]}"), el("p", el("b", f"{status}.")), *[_moment(case, one) for one in begun.itertuples()],
                   el("p", "The file names no moment by this day at which it was told, held this, or was not told. That does not show that it did not know.", cls="muted") if begun.empty else "",
                   cls="ct small", role="region", aria_label="The chosen cell"))  # fmt: skip
        with st.container(horizontal=True):
            for event in dict.fromkeys(one for one in begun["event_id"] if one):
                title = case.events.loc[case.events["event_id"] == event, "title"].iloc[0]
                if st.button(f"On the timeline: {md(title)}", key=f"knew-event:{event}"):
                    later = {"later": "1"} if view.later == "1" else {}
                    address = {"case": case.id, "event": event, "fact": view.fact, **later}
                    st.switch_page(str(ROOT / "pages" / "timeline.py"), query_params=address)
            st.button("Close", key="knew-close", on_click=lambda: entered.set(cell=""))


def _moment(case: Case, one: Any) -> Html:
    """One moment: the day, who told whom, the event, the share's own words, the paragraph."""
    names = names_of(case)
    share = _share(case, one)
    event = case.events[case.events["event_id"] == one.event_id]
    when = _called(when_words(one, case.about.disclosure))
    said = _called(long_how(one, names)) if share is None else f"{names[one.from_agency]} to {share_words(case, share)}"
    told = f"{said.rstrip('.')}. "
    title = f"{event['title'].iloc[0]}. " if len(event) else ""
    return el(
        "p",
        el("b", f"{when}. "),
        title,
        told,
        el("span", f"Paragraph {', '.join(_source(paragraphs(case), one)) or 'not given'}.", cls="muted"),
    )


def one_fact(entered: Entered, found: Knowing) -> None:
    """How the chosen fact travelled: its agencies as lanes, in the order in which each may first have known; and who never did."""
    case = entered.case
    titles = dict(zip(found.facts["fact_id"], found.facts["title"], strict=True))
    with st.container(horizontal=True, key="knew-fact", vertical_alignment="center"):
        st.html(el("h2", "How one fact travelled", cls="ct"), width="content")
        place = key(entered, "knew-fact")
        fact = found.fact if found.fact in titles else next(iter(titles))
        st.session_state[place] = fact
        st.selectbox("Fact", list(titles), format_func=lambda one: titles[one], key=place, label_visibility="collapsed", width=640,
                     on_change=lambda: entered.set(fact=st.session_state[place] or "", cell=""))  # fmt: skip
    wide = watch_width()
    st.html(el("div", *_about(case, found, fact), cls="ct small"))
    lanes, arrows = fact_lanes(case, found, fact), fact_arrows(case, found, fact)
    axis = fact_axis(case, lanes, arrows, found, wide)
    if axis is None:
        if fact in set(found.moments["fact_id"]):
            st.html(
                el(
                    "p",
                    "No day is given for any of its moments, so they cannot be drawn on an axis of days. The table below lists them.",
                    cls="ct small muted",
                )
            )
        return
    today = (
        ""
        if found.day is None
        else window(found.day, found.day, case.about.disclosure, short=True)
        if case.about.disclosure in ("exact", "relative")
        else "this day"
    )
    figure = travelled(lanes, arrows, axis, wide, found.day, today)
    with st.container(key="knew-way"):
        st.plotly_chart(figure, width="content", theme=None, key=f"way:{case.id}", on_select=lambda: _clicked(entered, f"way:{case.id}"), selection_mode="points",
                        config=CONFIG, alt=f"{way_words(lanes, titles[fact])} Lanes of {counted(len(lanes), 'agency', 'agencies')}; the table below says the same.")  # fmt: skip


def watch_width() -> int:
    """The width of the figures, as the window was last told."""
    wide = str(st.session_state.get("window", "") or "1920x1080").partition("x")[0]
    return max(900, int(wide)) - 64


def _about(case: Case, found: Knowing, fact: str) -> list[Html]:
    """Why the fact matters, whether it was true, and who never knew."""
    row = next(one for one in found.facts.itertuples() if one.fact_id == fact)
    names = names_of(case)
    lanes = [one for one in case.agencies["agency_id"] if one != "family"]
    silent = next(never(found.known, [fact], lanes).itertuples())
    untold = f"Not told: {_named([names[one] for one in silent.not_told])}. " if silent.not_told else ""
    shown = [names[one] for one in silent.no_record if one in found.agencies]
    many = len(silent.no_record) - len(shown)
    rest = [
        *shown,
        *([counted(many, "more agency", "more agencies") if shown else counted(many, "agency", "agencies")] if many else []),
    ]
    parts = [
        row.why,
        f"The file calls it {row.status}." if row.status in ("alleged", "mistaken") else "",
        "Known only later." if row.hindsight else "",
    ]
    why = " ".join(part for part in parts if part)
    told = f"No record that these knew: {_named(rest)}." if rest else "Every agency of the file has a record of it."
    return [el("p", why) if why else Html(""), el("p", el("b", untold), told)]


def fact_lanes(case: Case, found: Knowing, fact: str) -> pd.DataFrame:
    """One row per agency that has the fact by the day, or passed it on: see charts.knew.travelled."""
    names = names_of(case)
    known = found.known[found.known["fact_id"] == fact].sort_values(["latest", "earliest"], na_position="last", kind="stable")
    holds = known_on(found.moments[(found.moments["fact_id"] == fact) & (found.moments["gives"] == "holds")], found.day)
    held = {one.agency: (one.earliest, one.latest) for one in holds.itertuples() if one.status == "holds"}
    start = known.loc[known["first"] & (known["how"] != "knew before"), "latest"].min()
    rows = [
        (one.agency, names[one.agency], f"{one.word} {one.when}: {one.long}{_and(one.after)}", one.status, one.earliest, one.latest,
         *held.get(one.agency, (pd.NaT, pd.NaT)), one.after if one.after.startswith("+") else "", pd.NaT if one.first else start)
        for one in known.itertuples()
    ]  # fmt: skip
    there = {row[0] for row in rows}
    givers = [one for one in dict.fromkeys(known["from_agency"]) if one and one not in there]
    rows = [*[(one, names[one], "", "", pd.NaT, pd.NaT, pd.NaT, pd.NaT, "", pd.NaT) for one in givers], *rows]
    return pd.DataFrame(rows, columns="agency name words status earliest latest held_earliest held_latest lag first".split())


def fact_arrows(case: Case, found: Knowing, fact: str) -> pd.DataFrame:
    """One row per passing-on of the fact that may have begun by the day, with words to point at."""
    names = names_of(case)
    here = found.moments[(found.moments["fact_id"] == fact) & (found.moments["how"] == "shared")]
    if found.day is not None:
        here = here[here["earliest"].fillna(here["latest"]) <= found.day]
    hover = [
        wrapped(f"{names[one.from_agency]} to {names[one.agency]}, {when_words(one, case.about.disclosure)}: {one.outcome}")
        for one in here.itertuples()
    ]
    return here.assign(hover=hover)


def fact_axis(case: Case, lanes: pd.DataFrame, arrows: pd.DataFrame, found: Knowing, wide: int) -> Any:
    """The days from the first moment of a fact to the day shown, with a margin before; None without any day.

    A window that opens long before anything is sure does not squeeze the rest: its bar begins at the edge.
    """
    ends = pd.concat([frame[column] for frame in (lanes, arrows) for column in ("earliest", "latest")]).dropna()
    ends = ends[ends > BEFORE]
    if ends.empty:
        return None
    last = max(ends.min(), found.day if found.day is not None else ends.max())
    latest = pd.concat([frame["latest"] for frame in (lanes, arrows)]).dropna()
    sure = min([last, *latest[latest > BEFORE]])
    first = max(ends.min(), sure - max(pd.Timedelta(days=45), (last - sure) / 3))
    margin = max(int((last - first).days * 0.03), 1)
    first = first - pd.Timedelta(days=margin)
    last = last if found.day is not None else last + pd.Timedelta(days=margin)
    return scale(first.date(), last.date(), wide - gutter(wide), relative=case.about.disclosure == "relative")


def way_words(lanes: pd.DataFrame, title: str) -> str:
    """The way of a fact in a sentence: who may have known first, and how it stood with the others."""
    parts = [f"{one.name}: {one.words[0].lower()}{one.words[1:]}" for one in lanes.itertuples() if one.words]
    return f"{title}. {'. '.join(parts)}."


def knowing_table(entered: Entered, found: Knowing) -> None:
    """The same as a table: one row per fact and agency with any record by the day; choosing a row opens its cell."""
    case, names = entered.case, names_of(entered.case)
    rows, ids = table_rows(case, found, names)
    _take(entered, found, rows)
    words = f"{counted(len(ids), 'row')}, one for each fact and agency with any record {found.by}. Choosing a row opens its cell above."
    st.html(el("div", el("h2", "The same as a table"), el("span", words, cls="muted small"), cls="ct", id="table"))
    if ids:
        place = f"knew-table:{case.id}"
        st.dataframe(rows, hide_index=True, key=place, on_select=lambda: _picked(entered, place, ids), selection_mode="single-row",
                     column_config={"Fact": st.column_config.TextColumn(width="large"), "How": st.column_config.TextColumn(width="medium")},
                     height=min(36 * (len(rows) + 1) + 3, 560), row_height=36, alt=f"Table of {words}")  # fmt: skip
    st.html(
        el("p", el("b", "How not to read this. "), "A dash means that the chronology does not say, not that nobody knew. To know a fact is not to have time, authority or reason to act on it. "
           "Being “not told” is nobody’s failing in that column. A published chronology is selective.", cls="ct small knew-end")
    )  # fmt: skip


def _take(entered: Entered, found: Knowing, rows: pd.DataFrame) -> None:
    """The matrix, its table and the link to take along."""
    facts, agencies = counted(len(found.facts), "fact"), counted(len(found.agencies), "agency", "agencies")
    count, tables = f"Who knew what {found.by}: {facts}, {agencies}", {"who-knew-what": rows}
    more = take_words(entered, found)
    if not found.agencies:
        take_tables(entered, "knew", tables, count, more=more)
        return
    about = f"All {agencies} side by side" if len(found.agencies) > 1 else "As it stands"
    take_picture(entered, "knew", lambda: whole_matrix(entered, found), tables, count, more=(*more, *SIGNS), about=about)


SIGNS = (
    "Knows: told, present, or its own record",
    "Holds: in papers or a file, not brought out",
    "Cannot tell: the dates overlap this day, or it is not clear whether it arrived",
    "Not told: the file says so",
    "A dash: no record that it knew, which does not show that it did not",
    "+12 days: that long after the first agency knew",
)


def take_words(entered: Entered, found: Knowing) -> tuple[str, ...]:
    """What was left out or let in, in sentences."""
    names = names_of(entered.case)
    hidden = [names[one] for one in dict.fromkeys(found.moments["agency"]) if one not in found.agencies]
    return (
        f"Without agencies: {_named(hidden)}" if hidden else "",
        "What was known only later is shown" if entered.view.later == "1" else "",
    )


def whole_matrix(entered: Entered, found: Knowing) -> dict[str, Any]:
    """The matrix with all its agencies side by side under their names, whatever page of them is open."""
    case, view = entered.case, entered.view
    cells = _hovers(case, found)
    laid = laid_out(found.facts, found.agencies, cells, whole_width(found.agencies, WIDE - 48))
    return headed(laid, knew(laid, cells, _silent(found), (view.fact, view.cell if view.fact else "")), names_of(case))


def table_rows(case: Case, found: Knowing, names: dict[str, str]) -> tuple[pd.DataFrame, list[tuple[str, str]]]:
    """The table, and (fact, agency) of each row; From and To only where the file's disclosure lets days be named."""
    titles = {fact: place for place, fact in enumerate(found.facts["fact_id"])}
    order = {agency: place for place, agency in enumerate(case.agencies["agency_id"])}
    known = found.known[found.known["agency"].isin(found.agencies)]
    ordered = sorted(known.itertuples(), key=lambda one: (titles[one.fact_id], order[one.agency]))
    words = dict(zip(found.facts["fact_id"], found.facts["title"], strict=True))
    named = case.about.disclosure in ("exact", "relative")

    def end(day: Any, row: Any) -> str:
        if row.earliest == BEFORE:
            return "before the record"
        return "" if pd.isna(day) else window(day, day, case.about.disclosure, short=True)

    rows = [
        {"Fact": words[one.fact_id], "Agency": names[one.agency], "Status": one.word,
         **({"From": end(one.earliest, one), "To": end(one.latest, one)} if named else {"When": one.when}),
         "How": one.long, "Days after the first": one.after, "Paragraph": one.source}
        for one in ordered
    ]  # fmt: skip
    return pd.DataFrame(rows), [(one.fact_id, one.agency) for one in ordered]


def _picked(entered: Entered, place: str, ids: list[tuple[str, str]]) -> None:
    rows = st.session_state[place]["selection"]["rows"]
    if rows and rows[0] < len(ids):
        entered.set(fact=ids[rows[0]][0], cell=ids[rows[0]][1])
