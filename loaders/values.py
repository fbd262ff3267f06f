"""What a value of a chronology may be: text, id, flag, date, one or many, and references between entries."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, NamedTuple, TypeVar

from pydantic import BeforeValidator, PlainSerializer, PlainValidator, StringConstraints, WithJsonSchema

from loaders.dates import UNDATED, Span, read_date
from loaders.problems import cut

T = TypeVar("T")
ID = "^[a-z0-9]+(-[a-z0-9]+)*$"
_ID = re.compile(ID)
_COUNT = re.compile("[0-9]{1,5}")
_LETTER = re.compile("[a-z]")
DUE = re.compile(r"(\d+) (working day|day|week|month|year)s?( before)?$")


@dataclass(frozen=True)
class Ref:
    """Marks a key whose value is the id of an entry of `section`, or a date (`dates`, `ends`) that may count from an event."""

    section: str


RefOrWords = Ref("people, agencies or words")


class Written(NamedTuple):
    """A date as written: its own span, or days and windows counted from other events."""

    text: str
    span: Span = UNDATED
    after: str = ""
    before: str = ""
    days: tuple[int, int] | None = None
    within: Span | None = None

    @property
    def relative(self) -> bool:
        return bool(self.after or self.before)


class End(NamedTuple):
    """A beginning or end: a date, an event's id, `ongoing` or `not known`."""

    written: Written | None = None
    event: str = ""
    word: str = ""


def not_one_text(value: Any) -> str:
    """What to say of a list or a mapping where one text belongs."""
    kind = "list" if isinstance(value, list) else "mapping"
    return f"takes one text, not a {kind}. Write the text behind the colon, in quotes if it has one itself."


def no_id(value: object) -> str:
    """What to say of a word where an id belongs."""
    return f"'{cut(value)}' is not an id. Write lower-case words joined by hyphens, such as home-visit-1."


def _text(value: Any) -> Any:
    if isinstance(value, (list, dict)):
        raise ValueError(not_one_text(value))
    return value


def _id(value: Any) -> Any:
    _text(value)
    if isinstance(value, str) and not is_id(value):
        raise ValueError(no_id(value))
    return value


def is_id(word: str) -> bool:
    """Whether the word is lower-case words joined by hyphens."""
    return _ID.fullmatch(word) is not None


def _flag(value: Any) -> Any:
    _text(value)
    if value not in ("true", "false"):
        raise ValueError(f"'{cut(value)}' is neither true nor false. Write true, or leave the key out.")
    return value == "true"


def _number(value: Any) -> Any:
    _text(value)
    if isinstance(value, str) and value not in ("several", "many") and not is_count(value):
        raise ValueError(f"'{cut(value)}' is not a count. Write a whole number, several or many.")
    return value


def read_due(value: Any) -> Any:
    """A length of time or a date, as text; raises ValueError with a sentence for other words, which nothing can be measured by."""
    _text(value)
    if isinstance(value, str) and value and not DUE.match(value):
        try:
            read_date(value)
        except ValueError:
            lengths = "5 working days, 2 days, 6 weeks, 6 months or 6 months before"
            raise ValueError(
                f"'{cut(value)}' cannot be counted. Write {lengths}, or a date; without 'due' the days are measured."
            ) from None
    return value


def is_count(word: str) -> bool:
    """Whether the word is a whole number of at most five figures."""
    return _COUNT.fullmatch(word) is not None


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, (str, dict)) else value


def read_when(value: Any) -> Written:
    """The date of a plain value; raises ValueError with a sentence."""
    if not isinstance(value, str):
        if isinstance(value, dict):
            return _relative(value)
        if isinstance(value, Written):
            return value
        raise ValueError("takes one date, not a list. Write an interval such as 2015-06-26/2015-06-30.")
    try:
        return Written(value, read_date(value))
    except ValueError as error:
        raise ValueError(f"'{cut(value)}' {error}") from None


def _relative(value: dict[str, Any]) -> Written:
    allowed = ("after", "before", "days", "weeks", "within")
    unknown = [key for key in value if key not in allowed]
    if unknown:
        raise ValueError(f"has the key '{cut(unknown[0])}', which a relative date does not take. It takes {', '.join(allowed)}.")
    if "after" not in value and "before" not in value:
        raise ValueError("counts from no event. Add 'after:' or 'before:' with an event's id.")
    for key in ("after", "before"):
        if key in value:
            _id(value[key])
    days = _days(value)
    if days and "after" in value and "before" in value:
        raise ValueError("counts days from two events at once. Keep 'after' or 'before', or leave the days out.")
    if not isinstance(value.get("within", ""), str):
        raise ValueError("takes one date or interval as 'within', not a list or mapping. Write within: 2013-05.")
    within = read_when(value["within"]).span if "within" in value else None
    words = ", ".join(f"{key} {value[key]}" for key in allowed if key in value)
    return Written(words, UNDATED, value.get("after", ""), value.get("before", ""), days, within)


def _days(value: dict[str, Any]) -> tuple[int, int] | None:
    if "days" in value and "weeks" in value:
        raise ValueError("counts both days and weeks. Keep one of them.")
    unit, size = ("weeks", 7) if "weeks" in value else ("days", 1)
    if unit not in value:
        return None
    given = value[unit] if isinstance(value[unit], list) else [value[unit]]
    if len(given) not in (1, 2) or not all(isinstance(one, str) and is_count(one) for one in given):
        raise ValueError(f"'{unit}' takes a whole number, or two as the least and the most, such as [2, 4].")
    least, most = int(given[0]) * size, int(given[-1]) * size
    if least > most:
        raise ValueError(f"'{unit}' gives the most before the least. Write the smaller number first.")
    return least, most


def _bound(value: Any) -> Any:
    if isinstance(value, End):
        return value
    if value in ("ongoing", "not known"):
        return End(word=value)
    if names_event(value):
        return End(event=value)
    return End(written=read_when(value))


def names_event(value: Any) -> bool:
    """Whether a beginning or an end is an event's id, and neither a date nor one of the words."""
    letters = isinstance(value, str) and is_id(value) and _LETTER.search(value)
    return bool(letters) and value not in ("undated", "ongoing")


_DATE_TEXT = {"type": ["string", "number"], "description": "EDTF date, interval or season, or undated"}
_END_TEXT = {"type": ["string", "number"], "description": "EDTF date, an event's id, ongoing or not known"}
_RELATIVE = {
    "type": "object",
    "additionalProperties": False,
    "properties": {key: {} for key in ("after", "before", "days", "weeks", "within")},
}
_ANY_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean"]}

# Checked by pydantic itself, five times as quick as a function of ours; loaders.shape has the words for what it refuses.
Text = Annotated[str, WithJsonSchema(_ANY_TEXT)]
Id = Annotated[str, StringConstraints(pattern=ID), WithJsonSchema({"type": "string", "pattern": ID})]
Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"enum": [True, False, "true", "false"]})]
Number = Annotated[str, BeforeValidator(_number), WithJsonSchema({"type": ["integer", "string"]})]
# Without a serializer of its own pydantic takes a named tuple apart twice, and puts what stands in it into a warning on stderr,
# which is to say into the log; Streamlit makes JSON of a model wherever it is handed one to remember something by.
_PLAINLY = PlainSerializer(tuple, return_type=Any)
When = Annotated[Written, PlainValidator(read_when), _PLAINLY, Ref("dates"), WithJsonSchema({"anyOf": [_DATE_TEXT, _RELATIVE]})]
Bound = Annotated[End, PlainValidator(_bound), _PLAINLY, Ref("ends"), WithJsonSchema({"anyOf": [_END_TEXT, _RELATIVE]})]
OneOrMany = Annotated[tuple[T, ...], BeforeValidator(_as_list)]
