"""The corpus from what was written by hand: `python -m benchmarks.gate_corpus.make [--check]`.

Every other sentence of `words/` goes to `dev.jsonl.gz`, which may be read by who mends the gate; the rest to
`held.jsonl.gz`. The sentences of `blind_words/`, `second_words/`, `unseen_words/`, `sixth_words/`, `seventh_words/`
and `eighth_words/` go to files named after them: nobody mends by them, and nobody prints them or `held.jsonl.gz` item
by item. A line is {lang, template, draft, facts, need, truth, fault}. --check writes nothing; its status is 1 when a
file is not what would be written.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

from benchmarks.gate_corpus.faults import MAKERS, Made, right
from benchmarks.gate_corpus.figures import Fact, filled
from benchmarks.gate_corpus.words import (
    BLIND,
    EIGHTH,
    LANGUAGES,
    SECOND,
    SEVENTH,
    SIXTH,
    UNSEEN,
    Template,
    templates_of,
)

SIDES = ("dev", "held", "blind", "second", "unseen", "sixth", "seventh", "eighth")
# Sides with a folder of their own.
APART = {"blind": BLIND, "second": SECOND, "unseen": UNSEEN, "sixth": SIXTH, "seventh": SEVENTH, "eighth": EIGHTH}
FOLDER = Path(__file__).parent
SEED = 1
RIGHT, WRONG = 5, 7  # fillings of a sentence that are borne; faults beside those it was written with
# Where there are more sentences, and more wrongs written into them.
FEWER = {SIXTH: (2, 3), SEVENTH: (4, 3), EIGHTH: (4, 4)}


class Item(TypedDict):
    lang: str
    template: str
    draft: str
    facts: dict[str, Fact]
    need: list[str]
    truth: bool
    fault: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    stale = [side for side in SIDES if read_text(side) != text_of(side)]
    if args.check:
        sys.exit(f"not what the program makes: {', '.join(stale)}" if stale else 0)
    for side in stale:
        path_of(side).write_bytes(gzip.compress(text_of(side).encode(), mtime=0))
    for side in SIDES:
        print(f"{side}: " + ", ".join(f"{count} {name}" for name, count in sorted(counts(items(side)).items())))


def path_of(side: str) -> Path:
    return FOLDER / f"{side}.jsonl.gz"


def read_text(side: str) -> str:
    """The committed lines; '' where there is no file yet."""
    path = path_of(side)
    return gzip.decompress(path.read_bytes()).decode() if path.exists() else ""


def read(side: str) -> list[Item]:
    return [json.loads(line) for line in read_text(side).splitlines()]


def text_of(side: str) -> str:
    return "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items(side))


def counts(made: list[Item]) -> Counter[str]:
    return Counter(f"{item['lang']} {str(item['truth']).lower()}" for item in made)


def items(side: str) -> list[Item]:
    place = SIDES.index(side)
    return [item for lang in LANGUAGES for item in items_of(sentences_of(side, lang), place)]


def sentences_of(side: str, lang: str) -> tuple[Template, ...]:
    return templates_of(lang, APART[side]) if side in APART else templates_of(lang)[SIDES.index(side) :: 2]


def items_of(templates: tuple[Template, ...], side: int) -> Iterator[Item]:
    """Items of one language, none twice. Faults are dealt so that each kind comes up about as often as another."""
    seen: set[str] = set()
    dealt: Counter[str] = Counter()
    for template in templates:
        rng = random.Random(f"{SEED} {template.name}")
        made = [*rights(template, rng), *written_wrongs(template, rng), *dealt_wrongs(template, rng, side, dealt)]
        for fault, one in made:
            item = Item(lang=template.lang, template=template.name, draft=one.draft, facts=one.facts, need=one.need,
                        truth=not fault, fault=fault)  # fmt: skip
            line = json.dumps([item["draft"], item["facts"], item["need"]], ensure_ascii=False)
            if line not in seen:
                seen.add(line)
                yield item


def rights(template: Template, rng: random.Random) -> Iterator[tuple[str, Made]]:
    return (("", right(filled(template, rng))) for _ in range(FEWER.get(template.folder, (RIGHT, WRONG))[0]))


def written_wrongs(template: Template, rng: random.Random) -> Iterator[tuple[str, Made]]:
    return ((fault, right(filled(template, rng, text))) for fault, text in template.wrong)


def dealt_wrongs(template: Template, rng: random.Random, side: int, dealt: Counter[str]) -> Iterator[tuple[str, Made]]:
    left = FEWER.get(template.folder, (RIGHT, WRONG))[1]
    for fault in sorted(MAKERS, key=lambda fault: (dealt[fault], rng.random())):
        made = MAKERS[fault](filled(template, rng), rng, side) if left else None
        if made is not None:
            left -= 1
            dealt[fault] += 1
            yield fault, made


if __name__ == "__main__":
    main()
