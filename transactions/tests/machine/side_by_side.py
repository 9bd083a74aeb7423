"""Two ledgers side by side: the same deed on both, then every row, link, line, sum and change compared."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import date
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine

from transactions.services.transactions import transaction_create
from transactions.tests.machine.ledger import TAGS, RealLedger, erase
from transactions.tests.machine.oracle import RefusedError, Row
from transactions.tests.machine.oracle_history import HistoryOracle

BY_HAND, IN_FILES = date(2024, 1, 1).toordinal(), date(2025, 1, 1).toordinal()
MOST_ROWS = 40
picks = st.integers(0, 10_000)
days = st.integers(0, 300)
notes = st.sampled_from(["", "a", "b"])
statuses = st.sampled_from(["cleared", "cleared", "cleared", "pending", "reconciled"])
tag_sets = st.sets(st.sampled_from(TAGS), max_size=2)
numbers = itertools.count(1)


class SideBySide(RuleBasedStateMachine):
    """Real ledger and oracle, and what all rules need."""

    steps: ClassVar[int] = 0
    refused: ClassVar[int] = 0
    after_each: ClassVar[Callable[[RealLedger], None] | None] = None

    def __init__(self) -> None:
        super().__init__()
        self.real = RealLedger(next(numbers))
        currencies = {account.pk: account.currency for account in self.real.accounts}
        self.oracle = HistoryOracle(currencies, set(self.real.categories))
        self.amounts = itertools.count(1001, 7)

    # --- choosing

    def amount(self, sign: int = -1) -> int:
        """One that no other row has."""
        return sign * next(self.amounts)

    def row(self, pick: int) -> int:
        ids = sorted(self.oracle.rows)
        return ids[pick % len(ids)]

    def account(self, pick: int) -> int:
        return self.real.accounts[pick % len(self.real.accounts)].pk

    def category(self, pick: int) -> int | None:
        known = [None, *sorted(self.oracle.categories)]
        return known[pick % len(known)]

    def day_of(self, pk: int, offset: int) -> int:
        """Another day of the year that the row lives in."""
        return (BY_HAND if self.oracle.rows[pk]["day"] < IN_FILES else IN_FILES) + offset

    # --- doing

    def both(self, of_oracle: Callable[[], object], of_ledger: Callable[[], object]) -> None:
        """The same on both sides, with the same outcome."""
        try:
            of_oracle()
            expected = True
        except RefusedError:
            expected = False
            SideBySide.refused += 1
        done, said = self.real.does(of_ledger)
        assert done == expected, f"the oracle says {expected}, the ledger {done}: {said}"
        self.same()

    def same(self) -> None:
        """Every row, link, line, sum and change, compared."""
        SideBySide.steps += 1
        rows = {
            pk: {name: value for name, value in row.items() if not name.startswith("_")}
            for pk, row in self.oracle.rows.items()
        }
        real = self.real.rows()
        assert real == rows, different(real, rows)
        assert self.real.links() == self.oracle.links
        booked = {group.booked for group in self.oracle.groups}
        others = {ref for group in self.oracle.groups for ref in group.others}
        assert self.real.told() == (booked, others)
        standing = {
            number: tuple(sum(ref[0] == number for ref in refs) for refs in (booked, others))
            for number in self.oracle.standing
        }
        assert self.real.counts() == standing
        sums = dict.fromkeys(self.real.balances(), 0)
        for row in rows.values():
            sums[row["account"]] += row["amount"]
        assert self.real.balances() == sums
        assert self.real.note_deeds() == len(self.oracle.deeds)
        assert self.real.things() == (
            self.oracle.categories,
            {pk: one.status for pk, one in self.oracle.reconciled.items()},
        )
        if SideBySide.after_each is not None:
            SideBySide.after_each(self.real)

    def teardown(self) -> None:
        """At the end of a life the ledger must pass its own check too."""
        findings = self.real.check()
        erase(self.real)
        assert findings == [], findings

    def hand_row(self, account: int, day: int, amount: int, note: str) -> Row:
        return {
            "account": account, "day": BY_HAND + day, "amount": amount, "category": None, "source": "none",
            "note": note, "status": "cleared", "splits": (), "payee": None, "line": None,
        }  # fmt: skip

    def enter_plain(self, account: int, amount: int, day: int) -> None:
        given: Any = {
            "account": account, "booking_date": date.fromordinal(BY_HAND + day),
            "amount": self.real.units(amount, account),
        }  # fmt: skip
        done, txn = self.real.does(lambda: transaction_create(owner=self.real.owner, given=given))
        assert done, txn
        self.oracle.create(txn.pk, self.hand_row(account, day, amount, ""))
        self.same()


def different(real: dict[int, Row], expected: dict[int, Row]) -> str:
    """Only what differs, for people."""
    lines = []
    for pk in sorted(real.keys() | expected.keys()):
        one, other = real.get(pk, {}), expected.get(pk, {})
        names = [name for name in sorted(one.keys() | other.keys()) if one.get(name) != other.get(name)]
        lines += [f"row {pk} {name}: ledger {one.get(name)!r}, oracle {other.get(name)!r}" for name in names]
    return "\n".join(lines)
