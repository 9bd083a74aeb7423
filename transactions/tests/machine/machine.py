"""The state machine: deeds in any order on the services and on the oracle, and no difference after any of them.

Left out on purpose: amounts of rows that took over an import's line stay, and files with other amounts for a merged
movement do not occur. Days of rows by hand lie in 2024, those of files in 2025, and amounts differ, so that imports
find neither duplicates nor transfers by themselves; those have tests of their own.
"""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from transactions.services.changes import change_undo, change_undo_last, transaction_restore
from transactions.services.merge import transaction_merge
from transactions.tests.machine.book_rules import BookRules
from transactions.tests.machine.file_rules import FileRules
from transactions.tests.machine.row_rules import RowRules
from transactions.tests.machine.side_by_side import picks
from transactions.tests.machine.transfer_rules import TransferRules


class LedgerMachine(RowRules, TransferRules, FileRules, BookRules):
    """All rules, and those about what was: merging, restoring, undoing."""

    @precondition(lambda self: len(self.oracle.rows) > 1)
    @rule(pick=picks, many=st.integers(1, 2), unlock=st.booleans())
    def merge(self, pick: int, many: int, unlock: bool) -> None:
        choices = [(pk, same) for pk in sorted(self.oracle.rows) if (same := self._mergeable(pk))]
        if not choices:
            return
        keep, same = choices[pick % len(choices)]
        others = same[:many]
        self.both(
            lambda: self.oracle.merge(keep, others, unlock=unlock),
            lambda: transaction_merge(owner=self.real.owner, keep=keep, others=others, unlock=unlock),
        )

    def _mergeable(self, pk: int) -> list[int]:
        row = self.oracle.rows[pk]
        same = [
            other
            for other, one in sorted(self.oracle.rows.items())
            if other != pk and (one["account"], one["amount"]) == (row["account"], row["amount"])
        ]
        told = {self.oracle.movements[self.oracle.rows[one]["line"][1]].amount for one in [pk, *same]
                if self.oracle.rows[one]["line"]}  # fmt: skip
        return same if len(told) < 2 else []

    @precondition(lambda self: self.oracle.deeds)
    @rule(pick=picks)
    def restore(self, pick: int) -> None:
        gone = self.oracle.in_bin()
        if not gone:
            return
        pk = gone[pick % len(gone)]
        self.both(
            lambda: self.oracle.restore(pk), lambda: transaction_restore(owner=self.real.owner, transaction_id=pk)
        )

    @precondition(lambda self: self.oracle.deeds)
    @rule(pick=st.integers(0, 7), unlock=st.booleans())
    def undo(self, pick: int, unlock: bool) -> None:
        """One of the latest deeds; of an undo: to do it again."""
        at = max(len(self.oracle.deeds) - 1 - pick, 0)
        if self._moves_adopted(at):
            return
        number = self.real.deeds[at]
        self.both(
            lambda: self.oracle.undo(at, unlock=unlock),
            lambda: change_undo(owner=self.real.owner, change_set_id=number, unlock=unlock),
        )

    @precondition(lambda self: self.oracle.deeds)
    @rule(unlock=st.booleans())
    def undo_last(self, unlock: bool) -> None:
        open_ones = [at for at, one in enumerate(self.oracle.deeds) if one.undone_by is None and one.kind != "undo"]
        if open_ones and self._moves_adopted(open_ones[-1]):
            return
        self.both(
            lambda: self.oracle.undo_last(unlock=unlock),
            lambda: change_undo_last(owner=self.real.owner, unlock=unlock),
        )

    def _moves_adopted(self, at: int) -> bool:
        for pk, (was, now) in self.oracle.deeds[at].diffs.items():
            is_moved = was is not None and now is not None and was["amount"] != now["amount"]
            if is_moved and self.oracle.rows.get(pk, {}).get("_adopted"):
                return True
        return False
