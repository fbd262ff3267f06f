"""Which acronyms of the glossary a text uses, and what they mean."""

from __future__ import annotations

import re
from collections.abc import Mapping


def explained(text: str, glossary: Mapping[str, str]) -> list[tuple[str, str]]:
    """Each term that `text` uses, once, with its meaning, in the order in which they first occur.

    Whole words count, in the glossary's own capitals: HV2 and HV3 are both HV, GPs are GP. A longer
    term of the glossary goes before a shorter one.
    """
    if not glossary:
        return []
    terms = "|".join(re.escape(term) for term in sorted(glossary, key=len, reverse=True))
    uses = re.finditer(rf"(?<!\w)(?<!\w&)({terms})\d*s?(?!\w|&\w)", text)
    return [(term, glossary[term]) for term in dict.fromkeys(use[1] for use in uses)]
