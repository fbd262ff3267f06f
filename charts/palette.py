"""Colours, symbols and sizes: each means one thing everywhere (contrast: 3:1 marks, 4.5:1 text)."""

from __future__ import annotations

from dataclasses import dataclass

from measures.citing import GLYPHS, LETTERS

INK, LABEL, MUTED, ZERO = "#1b2430", "#333e4c", "#4f5a68", "#5d6876"
RULE, GRID, STRIPE, PAPER = "#c9d0d9", "#e3e8ee", "#f4f6f9", "#ffffff"
BORDER, LINK, CHOSEN, BREAK = "#7d8896", "#1d70b8", "#e8f1f8", "#e9edf1"
MISSED, GOOD, PERIOD, ARROW = "#B3123F", "#00703C", "#eef1f5", "#3d4a5c"
PHASES = ("#E8EEF7", "#F3EBDD", "#E4F1EC", "#F4E8EF", "#ECECEC")
PHASE_RULES = ("#9fb4d6", "#cdb489", "#8fc1ae", "#cfa1ba", "#b5b5b5")
DENSITY = ("#ffffff", "#dbe7ef", "#aac6da", "#6f9fc0", "#3b77a3", "#0b4f7d")
SILENCE, LASTS = "#d5dbe3", "#dfe4ea"
FONT = '"Source Sans", "Source Sans 3", "Source Sans Pro", "Noto Sans", sans-serif'
GLYPH = 6.4
BOLD_GLYPH = 7.0


@dataclass(frozen=True)
class KindSign:
    """How a kind of event is drawn: its word, colour, Plotly symbol, size against the base, and text glyph."""

    word: str
    colour: str
    symbol: str
    scale: float
    glyph: str
    hollow: bool = False


KINDS = {
    "contact": KindSign("Contact", "#0072B2", "circle", 1.0, "●"),
    "attempt": KindSign("Attempt", "#0072B2", "circle", 0.95, "○", hollow=True),
    "referral": KindSign("Referral", "#C2410C", "triangle-right", 1.1, "▶"),
    "exchange": KindSign("Exchange", "#3B6E8F", "diamond", 0.72, "◆"),
    "meeting": KindSign("Meeting", "#6D4C9F", "hexagon2", 1.05, "⬢"),
    "assessment": KindSign("Assessment", "#00775B", "square", 0.9, "■"),
    "decision": KindSign("Decision", "#7A5F00", "star-diamond", 1.3, "✦"),
    "record": KindSign("Record", "#4f5a68", "line-ew", 1.0, "▬"),
    "incident": KindSign("Incident", "#1b2430", "x", 0.85, "✖"),
    "life": KindSign("Family life", "#8A3F6B", "pentagon", 1.05, "⬟"),
    "other": KindSign("Other", "#4f5a68", "circle", 0.6, "•"),
}
PRACTICE = {
    kind: (LETTERS[kind], colour, GLYPHS[kind], word)
    for kind, colour, word in (
        ("missed opportunity", MISSED, "Missed opportunity"),
        ("good practice", GOOD, "Good practice"),
        ("mixed", MUTED, "Mixed"),
    )
}
