"""What is shipped keeps step: the schema, the format's page, and every chronology."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml
from pydantic import BaseModel

from loaders import model, read_case
from loaders.schema import FILE, schema
from loaders.settled import case_files
from loaders.themes import SHIPPED, read_glossary, read_themes

SITUATIONS = Path(__file__).resolve().parent.parent / "timelines"
GOOD = [file for file in case_files(SITUATIONS) if file.stem != "harbour-street"]
PAGE = (SHIPPED / "README.md").read_text(encoding="utf-8")
MODELS = [
    one for one in vars(model).values() if isinstance(one, type) and issubclass(one, model.Entry) and one is not model.Entry
]


@pytest.fixture(scope="module")
def shape():
    """The shipped schema, ready to check with."""
    return jsonschema.Draft202012Validator(json.loads(FILE.read_text(encoding="utf-8")))


def as_an_editor_sees(file):
    """Every value as text, and blank ones as nothing."""

    def blank(value):
        if isinstance(value, dict):
            return {key: blank(one) for key, one in value.items()}
        return [blank(one) for one in value] if isinstance(value, list) else value or None

    return blank(yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))


def test_the_shipped_schema_is_current():
    """After a change of the models: python -m loaders.schema."""
    assert FILE.read_text(encoding="utf-8") == schema()


@pytest.mark.parametrize("file", GOOD, ids=lambda file: file.stem)
def test_the_schema_takes_what_the_loader_takes(shape, file):
    """An editor underlines nothing in a chronology that loads."""
    assert [error.message for error in shape.iter_errors(as_an_editor_sees(file))] == []


@pytest.mark.parametrize("file", GOOD, ids=lambda file: file.stem)
def test_the_schema_takes_values_as_editors_type_them(shape, file):
    """A year is a number to an editor, and true is true."""

    class Loader(yaml.SafeLoader):
        """Numbers and truths, but no days: JSON has none."""

    Loader.yaml_implicit_resolvers = {
        first: [pair for pair in pairs if not pair[0].endswith("timestamp")]
        for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    content = yaml.load(file.read_text(encoding="utf-8"), Loader=Loader)
    assert [error.message for error in shape.iter_errors(content)] == []


@pytest.mark.parametrize("where", ["case", "events", "agencies"])
def test_the_schema_rejects_an_unknown_key(shape, where):
    """A mistyped key is underlined while it is typed."""
    content = as_an_editor_sees(SITUATIONS / "example.yaml")
    entry = {"case": content["case"], "events": content["events"][0], "agencies": content["agencies"]["police"]}[where]
    entry["tilte"] = "x"
    assert not shape.is_valid(content)


def test_the_schema_rejects_a_wrong_word_and_a_missing_title(shape):
    """An editor offers the kinds and asks for what is required."""
    content = as_an_editor_sees(SITUATIONS / "example.yaml")
    content["events"][0]["kind"] = "visit"
    assert not shape.is_valid(content)
    content["events"][0]["kind"] = "contact"
    assert shape.is_valid(content)
    del content["events"][0]["title"]
    assert not shape.is_valid(content)


@pytest.mark.parametrize("status", [True, "true", "alleged", "mistaken"])
def test_the_schema_takes_every_status_of_a_fact_as_an_editor_types_it(shape, status):
    """`status: true` is documented, and a truth to an editor; a word that is not one of the three is underlined."""
    content = as_an_editor_sees(SITUATIONS / "example.yaml")
    content["facts"] = [{"id": "bruise", "title": "A bruise", "status": status}]
    assert shape.is_valid(content)
    content["facts"][0]["status"] = "wrong"
    assert not shape.is_valid(content)
    content["facts"][0]["status"] = False
    assert not shape.is_valid(content)


@pytest.mark.parametrize(("key", "most"), [("title", 80), ("label", 28)])
def test_the_schema_takes_a_text_no_longer_than_the_loader_takes(shape, key, most):
    """A title has 80 characters at most and a label 28: more are underlined while they are typed."""
    content = as_an_editor_sees(SITUATIONS / "example.yaml")
    content["events"][0][key] = "x" * most
    assert shape.is_valid(content)
    content["events"][0][key] = "x" * (most + 1)
    assert not shape.is_valid(content)


@pytest.mark.parametrize("kind", MODELS, ids=lambda kind: kind.__name__)
def test_every_key_of_the_model_stands_in_the_formats_page(kind):
    """What can be written is documented."""
    keys = [field.alias or name for name, field in kind.model_fields.items()]
    assert [key for key in keys if f"`{key}`" not in PAGE] == []


WORDS = ["Sector", "Contribution", "Disclosure", "PeriodKind", "EventKind", "Mode", "AttemptOutcome", "ShareOutcome", "Content"]


@pytest.mark.parametrize("name", [*WORDS, "PracticeKind"])
def test_every_word_of_the_model_stands_in_the_formats_page(name):
    """What can be chosen is listed."""
    words = model_words(getattr(model, name))
    assert [word for word in words if word not in PAGE] == []


def model_words(kind):
    return kind.__args__


def test_every_entry_has_its_models_looked_at():
    """The walk over the models finds them all, those inside others included."""
    inside = re.findall(r"^class (\w+)\(Entry\)", Path(model.__file__).read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(one.__name__ for one in MODELS) == sorted(inside)
    assert all(issubclass(one, BaseModel) for one in MODELS)


EXAMPLES = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def test_the_page_shows_whole_chronologies_that_load(written):
    """Every example that begins with the format can be copied and used."""
    whole = [text for text in EXAMPLES if "format: 1" in text]
    assert whole
    for text in whole:
        name = re.search(r"^  id: (.*)$", text, re.MULTILINE).group(1)
        assert read_case(written(text, f"{name}.yaml"), {}).id == name


def test_the_typical_record_of_the_page_loads(case_of, smallest):
    """The event that the page opens with is a good one, in a case that holds what it names."""
    event = EXAMPLES[0]
    agencies = "agencies:\n" + "".join(f"  {name}:\n    name: {name}\n" for name in ("health-visiting", "childrens-social-care"))
    rest = "people:\n  child:\n    name: Child\n  mother:\n    name: Mother\nfacts:\n  bruise:\n    title: A bruise\n"
    head = smallest.split("agencies:")[0]
    earlier = "  - id: referral\n    date: 2015-06\n    agency: family\n    title: Referral\n"
    case = case_of(head + agencies + rest + "events:\n" + earlier + event)
    assert case.events["event_id"].tolist() == ["referral", "home-visit"]


@pytest.mark.parametrize("file", case_files(SHIPPED), ids=lambda file: file.stem)
def test_every_shipped_chronology_loads(file):
    """What is shipped can be opened."""
    assert read_case(file).id == file.stem


def test_the_shipped_lists_load():
    """Codes of the themes are ids, and every acronym has its words."""
    assert all(re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", code) for code in read_themes(SHIPPED))
    assert all(read_glossary(SHIPPED).values())
