"""How many unsupported sentences the number gate stops, and how many sound ones: `python -m benchmarks.gate`.

The gate runs as its own program on the labelled sentences of benchmarks/gate_corpus, one JSON object a line, as
docs/NUMBER_GATE.md says. Printed are, by language and by kind of fault:
  caught        faulty drafts that were refused, with their 95 % interval (Wilson) and how many there were
  named         of those caught, how many with the reason that the contract gives the fault
  false blocks  sound drafts that were refused
The baseline is a gate that knows digits and unknown placeholders alone. Lines made from one sentence are alike, so the
intervals are somewhat too narrow; how many sentences there are stands beside them.
  --dev, --held, --blind, --second, --unseen, --sixth, --seventh, --eighth
                   a part of the sentences: the two halves of one list, and six lists in other words, each with tables
                   of its own; all when left out
  --show           what went wrong in the dev half, draft by draft; the other parts are never listed
  --program "..."  another gate
The status is 1 where a part misses its target (caught 99.5 %, false blocks 1 %) or a verdict breaks the contract, and 2
where the gate does not run to its end.
"""

from __future__ import annotations

import argparse
import json
import re
import shlex
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.gate_corpus.make import APART, SIDES, Item, read
from benchmarks.gate_corpus.words import LANGUAGES
from benchmarks.scores.intervals import wilson

GATE = (sys.executable, "-m", "advisory.narration.gate")
CAUGHT, FALSE_BLOCKS = 0.995, 0.01
SECONDS = 600
USUAL = SIDES  # what a run without a part named measures
LAST = "eighth"  # the part that was written last: its line ends the report
REASONS = ("placeholder", "missing", "number", "rank", "month", "money", "link", "name", "direction", "label", "empty")
PLACEHOLDER = re.compile(r"\{\{(\w+)\}\}")


class GateError(Exception):
    """The program did not answer every line."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One line with the gate's verdict. `broken` says how the verdict breaks the contract; '' where it does not."""

    item: Item
    side: str
    is_refused: bool
    reasons: tuple[str, ...]
    broken: str

    @property
    def is_named(self) -> bool:
        """Refused with the reason that the contract gives the fault."""
        return any(reason.startswith(self.item["fault"].split(".")[0]) for reason in self.reasons)

    @property
    def is_baseline_refused(self) -> bool:
        return is_naively_refused(self.item)


def main(arguments: Sequence[str] | None = None) -> int:
    args = parser().parse_args(arguments)
    sides = [side for side in SIDES if getattr(args, side)] or list(USUAL)
    try:
        judged = judge(sides, shlex.split(args.program) if args.program else GATE)
    except GateError as error:
        print(error, file=sys.stderr)
        return 2
    for names in (set(SIDES) - set(APART), *({side} for side in APART)):
        if part := [one for one in judged if one.side in names]:
            print_tables(part)
    if args.show:
        print_wrong([one for one in judged if one.side == "dev"])
    return print_end(judged, sides)


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(
        prog="python -m benchmarks.gate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for side in SIDES:
        made.add_argument(f"--{side}", action="store_true")
    made.add_argument("--show", action="store_true")
    made.add_argument("--program", default="")
    return made


def judge(sides: Iterable[str], program: Sequence[str]) -> list[Judged]:
    """Every line of the sides with its verdict. Raises GateError."""
    asked = [(side, item) for side in sides for item in read(side)]
    lines = [json.dumps({key: item[key] for key in ("draft", "facts", "need")}) for _, item in asked]
    started = time.perf_counter()
    answers = answered(program, lines)
    took = time.perf_counter() - started
    print(f"{len(lines)} drafts in {took:.1f} s, {len(lines) / took:.0f} a second")
    return [judged(item, side, answer) for (side, item), answer in zip(asked, answers, strict=True)]


def answered(program: Sequence[str], lines: list[str]) -> list[str]:
    try:
        run = subprocess.run(
            program, input="\n".join(lines) + "\n", capture_output=True, encoding="utf-8", timeout=SECONDS, check=False
        )
    except (OSError, UnicodeDecodeError, subprocess.TimeoutExpired) as error:
        raise GateError(f"The gate did not run: {error}") from error
    answers = run.stdout.removesuffix("\n").split("\n")
    if run.returncode or len(answers) != len(lines):
        told = run.stderr.strip()[-500:]
        raise GateError(f"The gate ended with {run.returncode}, {len(answers)} of {len(lines)} lines answered: {told}")
    return answers


def judged(item: Item, side: str, answer: str) -> Judged:
    """A verdict that cannot be read counts as accepted: nothing stopped the draft."""
    try:
        verdict: Any = json.loads(answer)
        is_accepted, reasons = verdict["accepted"], tuple(str(reason) for reason in verdict["reasons"])
    except (ValueError, KeyError, TypeError):
        return Judged(item, side, is_refused=False, reasons=(), broken=f"not a verdict: {answer[:80]!r}")
    return Judged(item, side, is_refused=is_accepted is False, reasons=reasons, broken=broken(is_accepted, reasons))


def broken(is_accepted: object, reasons: tuple[str, ...]) -> str:
    if not isinstance(is_accepted, bool) or is_accepted == bool(reasons):
        return f"accepted is {is_accepted!r} with {len(reasons)} reasons"
    strange = [reason for reason in reasons if not reason.startswith(REASONS)]
    return f"no reason of the contract: {strange[0][:80]!r}" if strange else ""


def is_naively_refused(item: Item) -> bool:
    """The baseline: a digit outside of placeholders, or a placeholder that the facts do not know."""
    has_unknown = any(one not in item["facts"] for one in PLACEHOLDER.findall(item["draft"]))
    return has_unknown or bool(re.search(r"\d", PLACEHOLDER.sub("", item["draft"])))


def print_tables(judged: list[Judged]) -> None:
    print(f"\n{' and '.join(side for side in SIDES if any(one.side == side for one in judged))}")
    print(f"\n{'language':<22}{'faulty':>7}{'sentences':>11}  {'caught':<24}{'named':>7}{'baseline':>10}")
    for lang in LANGUAGES:
        print_caught(lang, [one for one in judged if one.item["lang"] == lang])
    print_caught("all", judged)
    print(f"\n{'fault':<22}{'faulty':>7}{'sentences':>11}  {'caught':<24}{'named':>7}{'baseline':>10}")
    for fault in sorted({one.item["fault"] for one in judged} - {""}):
        print_caught(fault, [one for one in judged if one.item["fault"] == fault])
    print(f"\n{'language':<22}{'sound':>7}{'sentences':>11}  {'false blocks':<24}{'':>7}{'baseline':>10}")
    for lang in LANGUAGES:
        print_blocks(lang, [one for one in judged if one.item["lang"] == lang])
    print_blocks("all", judged)


def print_caught(name: str, judged: list[Judged]) -> None:
    faulty = [one for one in judged if not one.item["truth"]]
    caught = [one for one in faulty if one.is_refused]
    named = sum(one.is_named for one in caught) / max(1, len(caught))
    print_row(name, faulty, len(caught), f"{named:.1%}")


def print_blocks(name: str, judged: list[Judged]) -> None:
    sound = [one for one in judged if one.item["truth"]]
    print_row(name, sound, sum(one.is_refused for one in sound), "")


def print_row(name: str, judged: list[Judged], refused: int, named: str) -> None:
    sentences = len({one.item["template"] for one in judged})
    baseline = sum(one.is_baseline_refused for one in judged) / max(1, len(judged))
    print(f"{name:<22}{len(judged):>7}{sentences:>11}  {share(refused, len(judged)):<24}{named:>7}{baseline:>10.1%}")


def share(hits: int, total: int) -> str:
    low, high = wilson(hits, total)
    return f"{hits / max(1, total):.2%} ({low:.2%}-{high:.2%})"


def print_wrong(judged: list[Judged]) -> None:
    for one in judged:
        if one.is_refused == one.item["truth"]:
            fault = one.item["fault"] or "false block"
            facts = {name: fact for name, fact in one.item["facts"].items() if name in one.item["draft"]}
            print(f"\n{one.item['template']} {fault}: {one.item['draft']!r}")
            print(f"  {json.dumps(facts, ensure_ascii=False)} need {one.item['need']}")
            print("".join(f"  {reason}\n" for reason in one.reasons), end="")


def print_end(judged: list[Judged], sides: Sequence[str]) -> int:
    """The figures of each part, and the status they come to."""
    wrong = [one for one in judged if one.broken]
    if wrong:
        told = [one.broken for one in wrong if one.side not in APART]
        print(f"\n{len(wrong)} verdicts break the contract" + (f", the first: {told[0]}" if told else ""))
    ends = [end_of(side, [one for one in judged if one.side == side]) for side in sides]
    ends.sort(key=lambda end: end[0].startswith(LAST))
    print("\n" + "\n".join(text for text, _ in ends))
    return 1 if wrong or any(is_missed for _, is_missed in ends) else 0


def end_of(side: str, judged: list[Judged]) -> tuple[str, bool]:
    faulty = [one for one in judged if not one.item["truth"]]
    caught, blocked = (sum(one.is_refused for one in part) for part in (faulty, sound_of(judged)))
    is_missed = caught < CAUGHT * len(faulty) or blocked > FALSE_BLOCKS * len(sound_of(judged))
    text = f"{side}: caught {caught} of {len(faulty)} = {share(caught, len(faulty))}, "
    text += f"false blocks {blocked} of {len(sound_of(judged))} = {share(blocked, len(sound_of(judged)))}"
    return text + (" MISSED" if is_missed else ""), is_missed


def sound_of(judged: list[Judged]) -> list[Judged]:
    return [one for one in judged if one.item["truth"]]


if __name__ == "__main__":
    sys.exit(main())
