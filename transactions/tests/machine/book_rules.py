"""Categories merged, accounts reconciled and opened again."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from transactions.services.categories import category_merge
from transactions.services.reconciliation import (
    reconciliation_discard,
    reconciliation_finish,
    reconciliation_start,
    reconciliation_undo,
)
from transactions.tests.machine.side_by_side import BY_HAND, SideBySide, picks


class BookRules(SideBySide):
    """Rules about what stands beside rows."""

    @precondition(lambda self: len(self.oracle.categories) > 1)
    @rule(pick=picks)
    def merge_categories(self, pick: int) -> None:
        known = sorted(self.oracle.categories)
        gone, into = known[pick % len(known)], known[(pick + 1) % len(known)]
        self.both(
            lambda: self.oracle.merge_categories(gone, into),
            lambda: category_merge(owner=self.real.owner, category_id=gone, into=into),
        )

    @precondition(lambda self: self.oracle.rows)
    @rule(pick=picks, last=st.integers(0, 700))
    def reconcile(self, pick: int, last: int) -> None:
        account, day = self.account(pick), BY_HAND + last
        opened = self.oracle.open_one(account)
        if opened is not None:
            self.oracle.discard(opened)
            reconciliation_discard(owner=self.real.owner, reconciliation_id=opened)
        rows = self.oracle.to_reconcile(account, day)
        closing = self.oracle.locked_sum(account) + sum(self.oracle.rows[pk]["amount"] for pk in rows)
        one = reconciliation_start(
            owner=self.real.owner,
            account_id=account,
            statement_date=date.fromordinal(day),
            closing_balance=self.real.units(closing, account),
        )
        self.both(
            lambda: self.oracle.finish(one.pk, account, rows),
            lambda: reconciliation_finish(owner=self.real.owner, reconciliation_id=one.pk),
        )

    @precondition(lambda self: self.oracle.reconciled)
    @rule(pick=picks)
    def unreconcile(self, pick: int) -> None:
        known = sorted(self.oracle.reconciled)
        number = known[pick % len(known)]
        self.both(
            lambda: self.oracle.unreconcile(number),
            lambda: reconciliation_undo(owner=self.real.owner, reconciliation_id=number),
        )
