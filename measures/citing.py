"""How a practice point is cited everywhere: M10, G6, X3, and the sign beside its number."""

LETTERS = {"missed opportunity": "M", "good practice": "G", "mixed": "X"}
GLYPHS = {"missed opportunity": "◆", "good practice": "★", "mixed": "■"}


def cite(kind: str, number: int) -> str:
    """The number of a point with the letter of its kind: M10."""
    return f"{LETTERS[kind]}{number}"
