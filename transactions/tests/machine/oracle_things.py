"""Categories and reconciliations, for the oracle: done to rows, and brought back with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from transactions.tests.machine.oracle import Oracle, Reconciled, RefusedError, Row, Thing


@dataclass
class ThingsOracle(Oracle):
    """The oracle, with what stands beside rows."""

    def thing(self, thing: Thing) -> Any:
        name, pk = thing
        if name == "category":
            return pk in self.categories
        return self.reconciled[pk].status if pk in self.reconciled else None

    # --- categories

    def merge_categories(self, gone: int, into: int) -> None:
        with self.deed("category") as made:
            for row in self.rows.values():
                row["category"] = into if row["category"] == gone else row["category"]
                row["splits"] = tuple((amount, into if one == gone else one) for amount, one in row["splits"])
            self.categories.discard(gone)
            made.things["category", gone] = (True, False)

    def _with_categories(self, row: Row) -> Row:
        """What history says of categories that are gone is nothing."""
        there = {None, *self.categories}
        row["splits"] = tuple((amount, one if one in there else None) for amount, one in row["splits"])
        return row if row["category"] in there else row | {"category": None, "source": "none"}

    def _is_used(self, category: int) -> bool:
        return any(
            category == row["category"] or category in [one for _, one in row["splits"]] for row in self.rows.values()
        )

    # --- reconciliations

    def to_reconcile(self, account: int, last: int) -> list[int]:
        return [
            pk
            for pk, row in sorted(self.rows.items())
            if (row["account"], row["status"]) == (account, "cleared") and row["day"] <= last
        ]

    def locked_sum(self, account: int) -> int:
        rows = [row for row in self.rows.values() if (row["account"], row["status"]) == (account, "reconciled")]
        return sum(row["amount"] for row in rows)

    def open_one(self, account: int) -> int | None:
        found = (pk for pk, one in self.reconciled.items() if (one.account, one.status) == (account, "open"))
        return next(found, None)

    def discard(self, number: int) -> None:
        del self.reconciled[number]

    def finish(self, number: int, account: int, rows: list[int]) -> None:
        with self.deed("reconcile") as made:
            for pk in rows:
                self.rows[pk]["status"] = "reconciled"
            order = 1 + max((one.finished for one in self.reconciled.values()), default=0)
            one = Reconciled(account, "finished", self.locked_sum(account), order, frozenset(rows))
            self.reconciled[number] = one
            made.things["reconciliation", number] = ("open", "finished")

    def unreconcile(self, number: int) -> None:
        with self.deed("reconcile") as made:
            one = self.reconciled[number]
            if one.status != "finished" or self._has_later(number):
                raise RefusedError
            for pk, row in self.rows.items():
                if pk in one.rows and (row["account"], row["status"]) == (one.account, "reconciled"):
                    row["status"] = "cleared"
            one.status = "undone"
            made.things["reconciliation", number] = ("finished", "undone")

    def _has_later(self, number: int) -> bool:
        mine = self.reconciled[number]
        others = (one for pk, one in self.reconciled.items() if pk != number and one.account == mine.account)
        return any(one.status == "finished" and one.finished > mine.finished for one in others)

    # --- undoing

    def _things_back(self, things: Mapping[Thing, tuple[Any, Any]]) -> dict[Thing, Any]:
        """Bring back what rows may need; how it was until now."""
        before = {}
        for thing, (was, now) in things.items():
            if self.thing(thing) != now:
                raise RefusedError
            before[thing] = now
            if thing[0] == "category" and was:
                self.categories.add(thing[1])
            if thing[0] == "reconciliation":
                one = self.reconciled[thing[1]]
                if was == "open" and self.open_one(one.account) is not None:
                    raise RefusedError
                one.status = was
        return before

    def _things_settled(self, things: Mapping[Thing, tuple[Any, Any]], before: Mapping[Thing, Any]) -> None:
        """When the rows are written: what is left over goes, and reconciliations must fit."""
        for thing, (was, _) in things.items():
            if thing[0] == "category":
                if not was and not self._is_used(thing[1]):
                    self.categories.discard(thing[1])
                continue
            one = self.reconciled[thing[1]]
            if was == "finished" and self.locked_sum(one.account) != one.closing:
                raise RefusedError
            if was != "finished" and before[thing] != "open" and self._has_later(thing[1]):
                raise RefusedError
