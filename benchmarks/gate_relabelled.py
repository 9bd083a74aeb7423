"""What the gate makes of labels in other words: `python -m benchmarks.gate_relabelled`.

The sentences of the sixth and seventh part of benchmarks/gate_corpus with each figure called by the labels of
`other_labels/`, which name the same figures as nobody had when the sentences were written: how many unsupported
sentences the gate stops there, and how many sound ones. The status is 2 where the gate does not run to its end.
"""

from __future__ import annotations

import json
import sys

from benchmarks.gate import GATE, GateError, answered, end_of, judged
from benchmarks.gate_corpus.make import items
from benchmarks.gate_corpus.words import OTHER_LABELS

PARTS = ("sixth", "seventh")


def main() -> int:
    for side in PARTS:
        made = items(side, OTHER_LABELS)
        lines = [json.dumps({key: item[key] for key in ("draft", "facts", "need")}) for item in made]
        try:
            answers = answered(GATE, lines)
        except GateError as error:
            print(error, file=sys.stderr)
            return 2
        text, _ = end_of(side, [judged(item, side, answer) for item, answer in zip(made, answers, strict=True)])
        print(f"relabelled {text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
