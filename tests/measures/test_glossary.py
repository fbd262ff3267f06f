"""The acronyms of a text are explained once each, and nothing else is taken for one."""

import pytest

from measures.glossary import explained

GLOSSARY = {"A&E": "Accident and emergency", "GP": "General practitioner", "HV": "Health visitor", "PO": "Probation officer"}


def terms(text, glossary=GLOSSARY):
    """The terms alone."""
    return [term for term, _ in explained(text, glossary)]


def test_each_term_comes_once_with_its_meaning_in_the_order_of_the_text():
    """The reader meets the explanations as the text meets the terms."""
    found = explained("PO7 asked the GP; PO7 then rang A&E and the GP.", GLOSSARY)
    assert found == [
        ("PO", "Probation officer"),
        ("GP", "General practitioner"),
        ("A&E", "Accident and emergency"),
    ]


@pytest.mark.parametrize(
    "text",
    "HV|HV2|HV12|HVs|HV2s|HV2's visit|the HVs' notes|(HV)|HV/SW|SW/HV|HV-led|“HV”|seen by HV.|HV & family|family &HV".split("|"),
)
def test_a_number_a_plural_or_a_mark_beside_it_hides_no_term(text):
    """HV2 is a health visitor, and so are HVs."""
    assert terms(text) == ["HV"]


def test_two_role_codes_with_the_same_letters_are_one_term():
    """The letters are explained once, not once for each person."""
    assert terms("HV1 wrote to HV2 and the HVs.") == ["HV"]


@pytest.mark.parametrize("text", "SHV|HVA|HVé|HVS|hv|Hv2|HV2b|2HV|HV_2|HV&A|A&HV|R&HV2".split("|"))
def test_a_part_of_another_word_is_no_term(text):
    """Only whole words in the glossary's capitals count."""
    assert terms(text) == []


def test_the_longer_term_goes_before_the_shorter():
    """SPO is no PO, and an entry of its own for PO7 goes before PO with a number."""
    glossary = {"PO": "Probation officer", "SPO": "Senior probation officer", "PO7": "Recently qualified"}
    assert terms("SPO1 met PO7 and PO2.", glossary) == ["SPO", "PO7", "PO"]


def test_a_term_may_hold_spaces_and_marks():
    """People who write their own glossary may explain section 47 too."""
    glossary = {"NHS 111": "Advice line", "s.47": "Enquiry"}
    assert terms("A s.47 enquiry; he rang NHS 111. No s547.", glossary) == ["s.47", "NHS 111"]


@pytest.mark.parametrize(("text", "glossary"), [("", GLOSSARY), ("HV2 called.", {}), ("", {})])
def test_without_text_or_terms_there_is_nothing_to_explain(text, glossary):
    """No glossary is no error."""
    assert explained(text, glossary) == []
