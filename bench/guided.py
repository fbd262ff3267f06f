"""Chronologies that atheris makes, guided by which branches of the loaders each one reaches; it is not in the requirements."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["loaders"], enable_loader_override=False):
    import loaders  # noqa: F401 - before anything else brings it, so that its branches are counted


def guided(number: int, use: Callable[[str], None], seeds: list[str]) -> None:
    """So many texts; the process ends with the last."""

    def one(content: bytes) -> None:
        use(content.decode("utf-8", "replace"))

    with tempfile.TemporaryDirectory() as corpus:
        for place, text in enumerate(seeds):
            (Path(corpus) / str(place)).write_text(text, encoding="utf-8")
        words = Path(corpus) / "words.dict"
        words.write_text("\n".join(f'"{word}"' for word in WORDS), encoding="utf-8")
        atheris.Setup([sys.argv[0], f"-runs={number}", "-max_len=3000", "-verbosity=0", f"-dict={words}", corpus], one)
        atheris.Fuzz()


WORDS = "format: 1|case:|agencies:|events:|  - |date: |agency: |title: |after: |before: |days: |within: |people:|facts:|shared_with:|from: |to: ".split(
    "|"
)

if __name__ == "__main__":
    from bench.fuzz import main

    code = main()
    sys.stdout.flush()
    os._exit(code)
