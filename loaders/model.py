"""The chronology format as models: every key of timelines/README.md, and nothing else."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from loaders.allowed import (
    AttemptOutcome,
    Content,
    Contribution,
    Disclosure,
    EventKind,
    Mode,
    PeriodKind,
    PracticeKind,
    Sector,
    ShareOutcome,
)
from loaders.problems import cut
from loaders.values import (
    Bound,
    Flag,
    Id,
    Number,
    OneOrMany,
    Ref,
    RefOrWords,
    Text,
    When,
    is_count,
    read_due,
)

# One long file because it is the format, to be read from top to bottom beside timelines/README.md.

AgencyId = Annotated[Id, Ref("agencies")]
EventId = Annotated[Id, Ref("events")]
Agencies = Annotated[OneOrMany[Id], Ref("agencies")]
People = Annotated[OneOrMany[Id], Ref("people")]
Events = Annotated[OneOrMany[Id], Ref("events")]
Facts = Annotated[OneOrMany[Id], Ref("facts")]
Phases = Annotated[OneOrMany[Id], Ref("phases")]
Findings = Annotated[OneOrMany[Id], Ref("findings")]
Recommendations = Annotated[OneOrMany[Id], Ref("recommendations")]
Themes = Annotated[OneOrMany[Id], Ref("themes")]
Words = OneOrMany[Text]
Who = Annotated[OneOrMany[Text], RefOrWords]
# To an editor the word true is a truth.
Status = Annotated[Literal["true", "alleged", "mistaken"], WithJsonSchema({"enum": [True, "true", "alleged", "mistaken"]})]


class Entry(BaseModel):
    """What every entry shares: no unknown keys, frozen, named by the keys of the file."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True, validate_by_alias=True, validate_by_name=False)


class CaseAbout(Entry):
    """The case: what people call it, its review, and how exactly its dates may be shown."""

    id: Id
    title: Text
    review_type: Text = ""
    commissioned_by: Words = ()
    published: When | None = None
    report: Text = ""
    from_: Bound | None = Field(None, alias="from")
    to: Bound | None = None
    summary: Text = ""
    source_note: Text = ""
    content_note: Text = ""
    marking: Text = ""
    disclosure: Disclosure = "exact"
    incident: EventId | None = None


class Agency(Entry):
    """A lane: an agency, or one role of a body that has two."""

    id: Id
    name: Text
    short: Text = ""
    sector: Sector = "other"
    area: Text = ""
    contribution: OneOrMany[Contribution] = ()
    part_of: Text = ""
    role: Text = ""
    note: Text = ""
    source: Words = ()


class Person(Entry):
    """A person by the review's pseudonym, code or role; never a real name."""

    id: Id
    name: Text
    role: Text = ""
    agency: AgencyId | None = None
    born: When | None = None
    died: When | None = None
    age: Text = ""
    note: Text = ""
    source: Words = ()


class Phase(Entry):
    """A stretch of the story; without dates, a heading."""

    id: Id
    title: Text
    from_: Bound | None = Field(None, alias="from")
    to: Bound | None = None
    hindsight: Flag = False
    source: Words = ()


class Period(Entry):
    """A state of affairs that lasts: custody, a plan, a home."""

    id: Id
    title: Text
    kind: PeriodKind = "other"
    from_: Bound | None = Field(None, alias="from")
    to: Bound | None = None
    people: People = ()
    agency: AgencyId | None = None
    hindsight: Flag = False
    source: Words = ()


class Share(Entry):
    """One passing-on of an event's information to one agency."""

    agency: AgencyId
    outcome: ShareOutcome = "unclear"
    sent: When | None = None
    received: When | None = None
    facts: Facts | None = None
    team: Text = ""
    person: Who = ()
    via: Text = ""
    note: Text = ""
    source: Words = ()


class Event(Entry):
    """One act or occurrence, in the lane of the agency that acts."""

    id: Id
    date: When
    agency: AgencyId
    title: Annotated[Text, Field(max_length=80)]
    label: Annotated[Text, Field(max_length=28)] = ""
    kind: EventKind = "other"
    detail: Text = ""
    date_text: Text = ""
    inferred: Flag = False
    lasts: Text = ""
    time: Text = ""
    people: People = ()
    with_: People = Field((), alias="with")
    seen: People = ()
    seen_alone: People = ()
    by: Who = ()
    present: Agencies = ()
    place: Text = ""
    mode: OneOrMany[Mode] = ()
    outcome: AttemptOutcome | None = None
    times: Number = ""
    reported_by: Who = ()
    according_to: Who = ()
    facts: Facts = ()
    shared_with: OneOrMany[Share] = ()
    responds_to: Events = ()
    phases: Phases = ()
    hindsight: Flag = False
    disputed: Flag = False
    planned: Flag = False
    content: OneOrMany[Content] = ()
    source: Words = ()


def _eight_words(value: Any) -> Any:
    if isinstance(value, str) and len(value.split()) > 8:
        raise ValueError(f"quotes {len(value.split())} words; at most 8 are quoted. Keep the words that judge.")
    return value


def _whole(value: Any) -> Any:
    if isinstance(value, str) and not is_count(value):
        raise ValueError(f"'{cut(value)}' is not a whole number. Write the number as printed, or leave the key out.")
    return value


class Practice(Entry):
    """A missed opportunity or good practice, with its evidence."""

    id: Id
    number: Annotated[Text, BeforeValidator(_whole)] = ""
    kind: PracticeKind
    basis: Literal["stated", "inferred"] = "inferred"
    words: Annotated[Text, BeforeValidator(_eight_words)] = ""
    judged_by: Literal["review", "agency", "facilitator"] = "review"
    events: Events = ()
    date: When | None = None
    agencies: Agencies = ()
    title: Text
    expected: Text = ""
    happened: Text = ""
    known_then: Text = ""
    why: Text = ""
    themes: Themes = ()
    findings: Findings = ()
    recommendations: Recommendations = ()
    source: Words = ()


class Finding(Entry):
    """A finding, learning point or lesson of the review."""

    id: Id
    kind: Literal["finding", "learning point", "lesson"] = "finding"
    number: Text = ""
    title: Text
    detail: Text = ""
    themes: Themes = ()
    source: Words = ()


class Recommendation(Entry):
    """A recommendation, to whom, and made by whom."""

    id: Id
    number: Text = ""
    to: Who = ()
    made_by: Who = ()
    by_when: Text = ""
    title: Text
    detail: Text = ""
    findings: Findings = ()
    themes: Themes = ()
    source: Words = ()


class KnownTo(Entry):
    """An agency that knew a fact before the first event that tells of it."""

    agency: AgencyId
    from_: Bound | None = Field(None, alias="from")
    source: Words = ()


class Fact(Entry):
    """A piece of information whose travel matters."""

    id: Id
    title: Text
    about: People = ()
    why: Text = ""
    known_to: OneOrMany[KnownTo] = ()
    status: Status = "true"
    hindsight: Flag = False
    source: Words = ()


class Moment(Entry):
    """An event, or the day an agency received what was shared of it."""

    event: EventId
    received_by: AgencyId | None = None


def _moment(value: Any) -> Any:
    return {"event": value} if isinstance(value, str) else value


def _met(value: Any) -> Any:
    return value if value in ("never", "not stated") else _moment(value)


class Clock(Entry):
    """What was due after an event, and when it came."""

    id: Id
    title: Text
    starts: Annotated[Moment, BeforeValidator(_moment)]
    met_by: Annotated[Moment | Literal["never", "not stated"], BeforeValidator(_met)] = "not stated"
    due: Annotated[Text, BeforeValidator(read_due)] = ""
    standard: Text = ""
    source: Words = ()


class Episode(Entry):
    """A key practice episode of the facilitator's running order."""

    id: Id
    title: Text
    from_: Bound | None = Field(None, alias="from")
    to: Bound | None = None
    events: Events = ()
    agencies: Agencies = ()
    question: Text = ""
    afterwards: Text = ""
    notes: Text = ""
    source: Words = ()


class Reading(Entry):
    """One of the readings a source gives of the same thing."""

    text: Text
    source: Words = ()


class Discrepancy(Entry):
    """A place where the source contradicts itself; both readings are kept."""

    id: Id
    title: Text
    says: OneOrMany[Reading] = ()
    events: Events = ()
    detail: Text = ""
    source: Words = ()


class Theme(Entry):
    """A theme code of the case's own, beside those of timelines/themes.yaml."""

    id: Id
    title: Text


class Chronology(Entry):
    """One case, as its file says it."""

    format: Literal["1"]
    case: CaseAbout
    agencies: tuple[Agency, ...]
    people: tuple[Person, ...] = ()
    phases: tuple[Phase, ...] = ()
    periods: tuple[Period, ...] = ()
    events: tuple[Event, ...]
    practice: tuple[Practice, ...] = ()
    findings: tuple[Finding, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    facts: tuple[Fact, ...] = ()
    clocks: tuple[Clock, ...] = ()
    episodes: tuple[Episode, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    themes: tuple[Theme, ...] = ()


SECTIONS = {
    "agencies": "agency",
    "people": "person",
    "phases": "phase",
    "periods": "period",
    "events": "event",
    "practice": "practice",
    "findings": "finding",
    "recommendations": "recommendation",
    "facts": "fact",
    "clocks": "clock",
    "episodes": "episode",
    "discrepancies": "discrepancy",
    "themes": "theme",
}
NEEDS_ID = ("agencies", "people", "facts", "themes")
