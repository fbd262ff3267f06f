"""The words of the format: what may stand where a key takes one of a list."""

from __future__ import annotations

from typing import Literal

Sector = Literal[
    "children's social care",
    "police",
    "health",
    "education",
    "probation and prisons",
    "housing",
    "voluntary sector",
    "specialist domestic abuse service",
    "courts and legal",
    "community safety",
    "other",
]
Contribution = Literal[
    "management review",
    "chronology",
    "information report",
    "summary of engagement",
    "records examined",
    "nil return",
    "mentioned only",
]
Disclosure = Literal["exact", "month", "season", "relative"]
PeriodKind = Literal[
    "custody", "licence", "bail", "order", "plan", "placement", "home", "relationship", "pregnancy", "employment", "other"
]
EventKind = Literal[
    "contact",
    "attempt",
    "referral",
    "exchange",
    "meeting",
    "assessment",
    "decision",
    "record",
    "incident",
    "life",
    "other",
]
Mode = Literal["in person", "phone", "letter", "email", "online"]
AttemptOutcome = Literal[
    "no reply",
    "no access",
    "did not attend",
    "was not brought",
    "cancelled by family",
    "cancelled by service",
    "declined",
]
ShareOutcome = Literal[
    "received",
    "late",
    "misdirected",
    "not received",
    "not shared",
    "recorded only",
    "not highlighted",
    "unclear",
]
Content = Literal["child death", "adult death", "injury", "violence", "sexual abuse", "suicide", "self-harm"]
PracticeKind = Literal["missed opportunity", "good practice", "mixed"]
