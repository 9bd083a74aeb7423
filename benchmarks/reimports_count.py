"""Counting what a ledger holds against what is true."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.reimports_bank import Event


@dataclass(slots=True)
class Tally:
    """Sums over scenarios. `doubled` holds all extra rows; `asked_doubled` those of them on the review list."""

    scenarios: int = 0
    imports: int = 0
    true: int = 0
    lost: int = 0
    doubled: int = 0
    asked_doubled: int = 0
    asked: int = 0
    rolled_back: int = 0
    hashes_differ: int = 0
    misread: int = 0

    def add(self, other: Tally) -> None:
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


def compare(
    events: Iterable[Event], expected: Iterable[int], have: Iterable[int], asked: Iterable[int]
) -> tuple[int, int, int]:
    """(lost, doubled, doubled and on the review list). Movements that nobody could tell apart stand for each other."""
    name = {event.number: event.twin_key for event in events}
    wanted = Counter(name[number] for number in expected)
    found = Counter(name[number] for number in have)
    on_list = Counter(name[number] for number in asked)
    lost = (wanted - found).total()
    extra = found - wanted
    return lost, extra.total(), sum(min(count, on_list[key]) for key, count in extra.items())


HEADER = (
    "class                  scenarios  imports     rows  lost  doubled  of them asked  asked  roll-backs  hash differs"
)


def table(tallies: dict[str, Tally]) -> str:
    total = Tally()
    lines = [HEADER]
    for kind, tally in tallies.items():
        total.add(tally)
        lines.append(_row(kind, tally))
    lines.append(_row("all", total))
    share = 100 * total.doubled / max(1, total.true)
    lines.append(
        f"rows lost {total.lost}, doubled {share:.3f}% (on the review list: {total.asked_doubled} of {total.doubled}), "
        f"files read differently than written {total.misread}"
    )
    return "\n".join(lines)


def _row(kind: str, t: Tally) -> str:
    return (
        f"{kind:<22} {t.scenarios:>9} {t.imports:>8} {t.true:>8} {t.lost:>5} {t.doubled:>8} {t.asked_doubled:>14} "
        f"{t.asked:>6} {t.rolled_back:>11} {t.hashes_differ:>13}"
    )
