"""Every acronym of the shipped chronologies is explained in the glossary, and nothing else is."""

import re

import pytest
import yaml

from loaders.nodes import read_plain
from loaders.settled import case_files
from loaders.themes import SHIPPED, read_glossary
from measures.glossary import explained

# Capitals that are no acronym. Pseudonyms of one letter (Mr C, Ms A, Child K, Z), those without capitals in
# a row (Partner 1) and a road (M25) have no two capitals together and need no exception.
EXCEPTIONS = {"BY": "the pseudonym of a child: Child BY"}


def texts(content):
    """Every text value of a file's content, however deep."""
    if isinstance(content, str):
        return [content]
    values = content.values() if isinstance(content, dict) else content or []
    return [text for value in values for text in texts(value)]


def acronyms(text):
    """The words with two capitals together, without their numbers and plural s; A&E is one word, MASH/GP are two."""
    words = (re.sub(r"(?<=[A-Z])s$", "", re.sub(r"\d", "", word)) for word in re.findall(r"\w+(?:&\w+)*", text))
    return {word for word in words if re.search("[A-Z]&?[A-Z]", word)}


@pytest.fixture(scope="module")
def shipped():
    """All texts of all shipped chronologies."""
    return [text for file in case_files(SHIPPED) for text in texts(read_plain(file, file.name).content)]


@pytest.fixture(scope="module")
def used(shipped):
    """Every acronym of the shipped chronologies."""
    return set().union(*map(acronyms, shipped))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("HV2 and HV3 met GPs at A&E.", {"HV", "GP", "A&E"}),
        ("MASH/CAIT-led, PO6's OASys (H&F)", {"MASH", "CAIT", "PO", "OASys", "H&F"}),
        ("Mr C, Ms A and Partner 1 left the M25; SafeLives, Child K, 4G", set()),
    ],
)
def test_an_acronym_is_two_capitals_together(text, found):
    """Numbers, plurals, slashes and marks neither hide one nor make one."""
    assert acronyms(text) == found


def test_texts_are_found_however_deep():
    """Titles, notes of shares and the words of a finding alike."""
    assert texts({"case": {"title": "A"}, "events": [{"shared_with": [{"note": "B"}]}, "C"], "facts": None}) == ["A", "B", "C"]


def test_every_acronym_of_the_chronologies_is_explained(used):
    """No reader meets letters that the app cannot explain."""
    assert sorted(used - set(read_glossary(SHIPPED)) - set(EXCEPTIONS)) == []


def test_every_term_occurs_in_a_chronology(used):
    """The glossary explains what is there, and no more."""
    assert sorted(set(read_glossary(SHIPPED)) - used) == []


def test_every_exception_occurs_and_is_no_term(used):
    """An exception without a use would hide a later acronym."""
    assert sorted(used & set(EXCEPTIONS) - set(read_glossary(SHIPPED))) == sorted(EXCEPTIONS)


def test_the_app_finds_every_term_where_the_chronologies_use_it(shipped):
    """What is in the glossary can reach the screen."""
    glossary = read_glossary(SHIPPED)
    assert sorted(term for term, _ in explained("\n".join(shipped), glossary)) == sorted(glossary)


def test_the_terms_stand_in_order():
    """A person looks them up in the file too."""
    assert list(read_glossary(SHIPPED)) == sorted(read_glossary(SHIPPED))


def test_a_meaning_is_one_line_of_6_to_25_words():
    """Enough to know what it is for, little enough to read in passing."""
    long = {term: text for term, text in read_glossary(SHIPPED).items() if "\n" in text or not 6 <= len(text.split()) <= 25}
    assert long == {}


def test_other_yaml_readers_read_the_same_terms():
    """Keys such as NO would become False elsewhere; they are quoted."""
    assert yaml.safe_load((SHIPPED / "glossary.yaml").read_text(encoding="utf-8")) == read_glossary(SHIPPED)
