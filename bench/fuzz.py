"""Mutated chronologies end in frames or in an error with a line: `python -m bench.fuzz 100000` tries so many and says what it found."""

from __future__ import annotations

import argparse
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from loaders import Case, ChronologyError
from loaders.case import case_of
from loaders.model import SECTIONS, Chronology
from loaders.settled import case_files
from loaders.shape import ENTRIES
from loaders.themes import read_themes

HOUSE = Path(__file__).resolve().parent.parent
LONGEST_SECONDS = 5
MOST_MEMORY = 1024**3
WITH_EACH = 20  # hypothesis takes longer to make a text than the loaders to read twenty
PIECES = (
    "[|]|{|}|: |- |\t|#|&a |*a |!x |! |'|\"|\n|  | |\n\n|>-\n|? |---\n|...\n|%YAML 1.1\n|null|~|2001-02-30|2015/2014|, |é|\x00|\ufeff|\r\n|\r|\u2028|\x85|"
    "id: x|- - - - |{after: x, days: 3}|{before: day-zero, weeks: [2, 1]}|[a, [b]]|undated|2015-06|9999-24|0001|-0001|XXXX|true|&|*|<<: x|@|`|\\|"
    "\"\\ud800\"|\"\\0\"|'it''s'|a: b: c|x #y|0123|1e3|-|:|?|-\n|key:\n- a\n- b\n|  # said\n|\U0001f600|99999|days: 99999999|ongoing|not known|relative|month|1-1-1"
).split("|")
Found = tuple[str, str]


def seeds() -> list[str]:
    """Small chronologies to begin with: the situations of the tests, and the head of each shipped case."""
    whole = [file.read_text(encoding="utf-8") for file in case_files(HOUSE / "tests" / "timelines")]
    return whole + [file.read_text(encoding="utf-8")[:6000] + "\n" for file in case_files(HOUSE / "timelines")]


def mutated(text: str, chance: random.Random) -> str:
    """The text with one to six changes: a piece put in or cut out, lines exchanged, repeated, or moved in or out, a word replaced."""
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        at, kind = chance.randrange(len(text) + 1), chance.randrange(6)
        lines = text.split("\n")
        line, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        if kind == 0:
            text = text[:at] + chance.choice(PIECES) + text[at:]
        elif kind == 1:
            text = text[:at] + text[at + chance.randrange(1, 40) :]
        elif kind == 2:
            lines[line], lines[other] = lines[other], lines[line]
        elif kind == 3:
            lines[line:line] = lines[other : other + chance.randrange(1, 5)] * chance.choice((1, 1, 2, 40))
        elif kind == 4:
            lines[line] = " " * chance.randrange(9) + lines[line].strip()
        else:
            key, colon, value = lines[line].partition(": ")
            lines[line] = (
                f"{key}{colon}{chance.choice(PIECES)}" if chance.random() < 0.7 else f"{chance.choice(PIECES)}{colon}{value}"
            )
        text = "\n".join(lines) if kind > 1 else text
    return text


def mutations(number: int, seed: int) -> Iterator[str]:
    """So many mutated chronologies, the same for the same seed."""
    chance, begun = random.Random(seed), seeds()
    for _ in range(number):
        yield mutated(chance.choice(begun), chance)


def tried(text: str) -> Found:
    """What became of a text: `frames`, `refused`, or something that must not be, with the reason."""
    try:
        case = case_of(text.encode("utf-8", "surrogatepass"), HOUSE / "timelines" / f"{named(text)}.yaml", THEMES)
    except ChronologyError as error:
        return _told(error)
    except TimeoutError:
        return "hang", f"more than {LONGEST_SECONDS} seconds"
    except MemoryError:
        return "memory", "more than 1 GB"
    except Exception:
        return "traceback", traceback.format_exc(limit=-3)
    return ("frames", "") if isinstance(case, Case) and len(case.events) else ("frames", "without an event")


THEMES = read_themes(HOUSE / "timelines")


def named(text: str) -> str:
    """The id the text gives its case, so that not every one is refused for its file's name."""
    _, _, after = text.partition("\n  id: ")
    word = after.split("\n", 1)[0].strip()
    return word if word.replace("-", "").isalnum() and len(word) < 60 else "example"


def _told(error: ChronologyError) -> Found:
    """An error has at least one problem, says something, and names a line unless it is about the file as a whole."""
    lost = [problem for problem in error.problems if problem.line < 1 and problem.where]
    if not error.problems or not str(error).strip() or lost:
        return "no line", str(error)
    return "refused", ""


MODELS: list[type[BaseModel]] = [Chronology, *dict.fromkeys(ENTRIES.values())]
KEYS = [field.alias or name for kind in MODELS for name, field in kind.model_fields.items()]


def made(number: int, seed: int, use: Callable[[str], None]) -> None:
    """So many chronologies made by hypothesis out of the format's own keys, each with values where they do not belong, and mutations of each."""
    from hypothesis import HealthCheck, Phase, given, settings
    from hypothesis import seed as seeded
    from hypothesis import strategies as st

    word = (
        st.sampled_from(PIECES)
        | st.sampled_from(["police", "family", "visit", "2015-06-12", "example", "contact"])
        | st.text(max_size=8)
    )
    value: Any = st.recursive(
        word,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS) | word, inner, max_size=4),
        max_leaves=8,
    )
    entry = st.dictionaries(st.sampled_from(KEYS), value, max_size=5)
    whole = st.fixed_dictionaries(
        {"format": st.just(1), "case": entry | st.just({"id": "example", "title": "x"})},
        optional={
            section: st.lists(entry, max_size=3) | st.dictionaries(word, entry, max_size=3) | value for section in SECTIONS
        },
    )

    @seeded(seed)
    @settings(
        max_examples=-(-number // WITH_EACH),
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(whole, st.booleans())
    def run(content: Any, escaped: bool) -> None:
        text = json.dumps(content, ensure_ascii=escaped, indent=1)
        chance = random.Random(text)
        for one in (text, *(mutated(text, chance) for _ in range(WITH_EACH - 1))):
            use(one)

    run()


def worker(kind: str, number: int, seed: int, log: Path) -> None:
    """Try so many in this process, within the memory allowed, and write down what became of them as it goes."""
    _bounded()
    counts: Counter[str] = Counter()

    def use(text: str) -> None:
        log.with_suffix(".now").write_text(text, encoding="utf-8", errors="surrogatepass")
        signal.setitimer(signal.ITIMER_REAL, LONGEST_SECONDS)
        became, why = tried(text)
        signal.setitimer(signal.ITIMER_REAL, 0)
        counts[became] += 1
        if became not in ("frames", "refused"):
            with log.with_suffix(".found").open("a", encoding="utf-8", errors="surrogatepass") as sink:
                sink.write(json.dumps([became, why, text]) + "\n")
        if sum(counts.values()) % 100 == 0 or sum(counts.values()) >= number:
            log.write_text(json.dumps(counts))

    if kind == "mutated":
        for text in mutations(number, seed):
            use(text)
    elif kind == "made":
        made(number, seed, use)
    else:
        from bench.guided import guided

        guided(number, use, [text[:2500] for text in seeds()])
    log.write_text(json.dumps(counts))


def _bounded() -> None:
    """A gigabyte more than the program has now, and an alarm that ends a single try."""
    import resource

    now = (
        int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize() if Path("/proc/self/statm").exists() else 0
    )
    if now:
        resource.setrlimit(resource.RLIMIT_AS, (now + MOST_MEMORY, now + MOST_MEMORY))

    def ring(*about: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, ring)


def run(kind: str, number: int, seed: int, seconds: float) -> tuple[Counter[str], list[Any], float]:
    """A worker of its own process: what became of its inputs, what must not be, and how long it took."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log.json"
        program = "bench.guided" if kind == "guided" else "bench.fuzz"
        command = [sys.executable, "-m", program, str(number), "--worker", kind, "--seed", str(seed), "--log", str(log)]
        start = time.monotonic()
        try:
            ended = subprocess.run(
                command, cwd=HOUSE, timeout=seconds, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
            )
            died = ended.stderr[-600:] if ended.returncode else ""
        except subprocess.TimeoutExpired:
            died = ""
        took = time.monotonic() - start
        counts: Counter[str] = Counter(json.loads(log.read_text())) if log.exists() else Counter()
        found = log.with_suffix(".found")
        findings = [json.loads(line) for line in found.read_text(encoding="utf-8").splitlines()] if found.exists() else []
        if died:
            findings.append(["ended", died, log.with_suffix(".now").read_text(encoding="utf-8", errors="replace")])
        return counts, findings, took


def main() -> int:
    """Try a number of inputs of each kind, print what became of them, and 1 where any ended as none may."""
    asked = argparse.ArgumentParser(prog="python -m bench.fuzz", description=__doc__)
    asked.add_argument("number", type=int, help="inputs of this kind")
    asked.add_argument("--kind", choices=("mutated", "made", "guided"), default="mutated")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--seconds", type=float, default=220, help="at most so long")
    asked.add_argument("--worker", help=argparse.SUPPRESS)
    asked.add_argument("--log", type=Path, help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.worker:
        worker(given.worker, given.number, given.seed, given.log)
        return 0
    counts, findings, took = run(given.kind, given.number, given.seed, given.seconds)
    print(
        f"{given.kind}, seed {given.seed}: {sum(counts.values())} inputs in {took:.0f} s: {dict(counts)}; {len(findings)} findings"
    )
    for became, why, text in findings[:10]:
        print(f"--- {became}\n{why}\n{text[:2000]!r}")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
