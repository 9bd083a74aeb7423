"""Counting what a ledger holds against what is true."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.reimports_cases import Bring, Scenario, Type


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
    accounts_more: int = 0  # accounts made for files of the one account there is
    accounts_asked: int = 0

    def add(self, other: Tally) -> None:
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


def compare(
    scenario: Scenario, expected: Iterable[int], have: Iterable[int], asked: Iterable[int]
) -> tuple[int, int, int]:
    """(lost, doubled, doubled and on the review list). Movements that nobody could tell apart stand for each other."""
    name = _names(scenario)
    wanted = Counter(name[number] for number in expected)
    found = Counter(name[number] for number in have)
    on_list = Counter(name[number] for number in asked)
    lost = (wanted - found).total()
    extra = found - wanted
    return lost, extra.total(), sum(min(count, on_list[key]) for key, count in extra.items())


def _names(scenario: Scenario) -> dict[int, object]:
    """One name for movements that a file shows exactly alike, or that are alike in truth; among rows entered by hand,
    on days remembered and called "Shopping", for all of one amount."""
    if any(isinstance(step, Type) for step in scenario.steps):
        return {event.number: event.amount for event in scenario.events}
    parent = {event.number: event.number for event in scenario.events}

    def root(number: int) -> int:
        while parent[number] != number:
            number = parent[number]
        return number

    seen: dict[object, int] = {}
    looks: list[tuple[object, int]] = [(event.twin_key, event.number) for event in scenario.events]
    for step in scenario.steps:
        if isinstance(step, Bring):
            kind = step.file.habits.format
            looks += [
                ((kind, row.day, row.amount, row.counterparty, row.description), row.event) for row in step.file.rows
            ]
    for look, number in looks:
        parent[root(number)] = root(seen.setdefault(look, number))
    return {number: root(number) for number in parent}


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
    if total.accounts_more or total.accounts_asked:
        lines.append(f"accounts made too many {total.accounts_more}, accounts asked about {total.accounts_asked}")
    return "\n".join(lines)


def _row(kind: str, t: Tally) -> str:
    return (
        f"{kind:<22} {t.scenarios:>9} {t.imports:>8} {t.true:>8} {t.lost:>5} {t.doubled:>8} {t.asked_doubled:>14} "
        f"{t.asked:>6} {t.rolled_back:>11} {t.hashes_differ:>13}"
    )
