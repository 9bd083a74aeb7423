"""Reports with a hostile model behind them: `python -m benchmarks.hostile_model --reports 1000 --seed 1`.

Every report is built over a household of its own and worded against a server that lies, leaks, stalls, drips, breaks
off and now and then tells the truth. Prints what was delivered and counts unsupported figures, wrong links, rows and
names of other users, and bytes that the ledger does not account for; exits 1 where one of these is not nought.
In one process on a throw-away database, without the PDF.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter

from benchmarks.hostile_model_judge import WRONG, Delivered, faults_of
from benchmarks.hostile_model_play import Played, playing

SHOWN = 20


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--reports", type=int, default=1000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--verbose", action="store_true", help="name every fault")
    given = options.parse_args()
    began = time.perf_counter()
    faults: Counter[str] = Counter(dict.fromkeys(WRONG, 0))
    with playing(given.seed) as play:
        delivered = [play(number) for number in range(given.reports)]
        for one in delivered:
            found = faults_of(one)
            faults.update(kind for kind, _ in found)
            if given.verbose:
                print("".join(f"report {one.number}: {kind}: {what}\n" for kind, what in found), end="")
        played = play.account()
    print(report(delivered, faults, played))
    print(f"{time.perf_counter() - began:.0f} s")
    return int(any(faults.values()) or played.ledger != played.server or played.strayed > 0)


def report(delivered: list[Delivered], faults: Counter[str], played: Played) -> str:
    worded = sum(bool(one.document.worded) for one in delivered)
    sections = sum(len(one.document.worded) for one in delivered)
    made = len(delivered) - faults["not delivered"]
    lines = [
        f"{len(delivered)} reports, {made} delivered; {worded} have {sections} sections in the model's words",
        f"longest {max(one.seconds for one in delivered):.2f} s with {played.limit} s allowed",
        f"{played.requests} requests, {len(played.behaviours)} behaviours, {played.strayed} followed a redirection",
        f"{played.ledger} bytes in the ledger, {played.server} at the server",
        *(f"{count} {kind}" for kind, count in faults.items()),
        "drafts: " + ", ".join(f"{count} {outcome}" for outcome, count in played.outcomes.most_common()),
        "refused for: " + ", ".join(f"{kind} {count}" for kind, count in played.reasons.most_common(SHOWN)),
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
