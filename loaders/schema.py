"""A JSON Schema of the format for editors, generated from the models."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from loaders.model import SECTIONS, Chronology
from loaders.shape import ENTRIES

FILE = Path(__file__).resolve().parent.parent / "timelines" / "schema.json"


def schema() -> str:
    """The schema as text: what `timelines/schema.json` must hold."""
    built = Chronology.model_json_schema(by_alias=True)
    built["properties"]["format"] = {"enum": [1, "1"]}
    for section in SECTIONS:
        entry = built["properties"][section]["items"]
        built["properties"][section] = {"anyOf": [_list(entry), {"type": "object", "additionalProperties": entry}]}
    for definition in built["$defs"].values():
        _loosen(definition)
    for entry in ENTRIES.values():
        _limit(built["$defs"][entry.__name__]["properties"], entry)
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **built}, indent=1, ensure_ascii=False) + "\n"


def _list(entry: Any) -> dict[str, Any]:
    return {"type": "array", "items": entry}


def _loosen(definition: dict[str, Any]) -> None:
    """A key that takes a list takes one value too; blank is as if absent; an id may stand before the colon."""
    for key, value in definition.get("properties", {}).items():
        kinds = [{}] if key in ("starts", "met_by") else value.get("anyOf", [value])
        single = [kind["items"] for kind in kinds if kind.get("type") == "array"]
        definition["properties"][key] = value if key in ("title", "name") else {"anyOf": [{"type": "null"}, *single, *kinds]}
    definition["required"] = [key for key in definition.get("required", []) if key != "id"]


def _limit(properties: dict[str, Any], entry: type[BaseModel]) -> None:
    """How long a text may be at most, which a type with a schema of its own does not hand on."""
    for name, field in entry.model_fields.items():
        for most in [getattr(one, "max_length", None) for one in field.metadata]:
            properties[field.alias or name] |= {"maxLength": most} if most else {}


if __name__ == "__main__":
    FILE.write_text(schema(), encoding="utf-8", newline="\n")
    print(f"wrote {FILE.name}")
