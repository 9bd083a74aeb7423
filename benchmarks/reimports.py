"""A thousand households import again and again: `python -m benchmarks.reimports --scenarios 1000 --seed 1`.

Prints, by class of trouble, how many true rows the ledgers lost, doubled or asked about, and whether rolling back gave
the same ledger. Runs in one process on a throw-away database; exits 1 when a row is lost or more than 0.1% doubled.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from functools import partial

from benchmarks.reimports_cases import CASES, Scenario, scenarios
from benchmarks.reimports_count import Tally, table

MOST_DOUBLED = 0.001


def run(made: list[Scenario], play: Callable[[Scenario], Tally], show: Callable[[str], None]) -> dict[str, Tally]:
    """Play all; sums by class. `show` is told of every scenario that went wrong."""
    tallies = {kind: Tally() for kind in CASES}
    for scenario in made:
        tally = play(scenario)
        tallies[scenario.kind].add(tally)
        if tally.lost or tally.doubled or tally.hashes_differ or tally.misread or tally.accounts_more:
            show(f"{scenario.kind} #{scenario.seed}: {tally}")
    return {kind: tally for kind, tally in tallies.items() if tally.scenarios}


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--scenarios", type=int, default=1000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--rules-only", action="store_true", help="without files and database")
    options.add_argument("--find-accounts", action="store_true", help="no file is told its account")
    options.add_argument("--verbose", action="store_true", help="name every scenario that went wrong")
    given = options.parse_args()
    began = time.perf_counter()
    made = scenarios(given.scenarios, given.seed)
    show = print if given.verbose else (lambda _: None)
    if given.rules_only:
        from benchmarks.reimports_pure import play

        tallies = run(made, play, show)
    else:
        from benchmarks.reimports_ledger import playing

        with playing() as play_real:
            tallies = run(made, partial(play_real, finds_accounts=given.find_accounts), show)
    print(table(tallies))
    print(f"{time.perf_counter() - began:.0f} s")
    lost = sum(tally.lost for tally in tallies.values())
    doubled = sum(tally.doubled for tally in tallies.values())
    true = sum(tally.true for tally in tallies.values())
    return int(lost > 0 or doubled > MOST_DOUBLED * true)


if __name__ == "__main__":
    sys.exit(main())
