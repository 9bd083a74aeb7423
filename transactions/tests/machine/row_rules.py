"""Rows by hand: entered, copied, edited, split, deleted, changed many at a time."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from transactions.services.bulk_edit import Selection, bulk_edit
from transactions.services.transactions import (
    transaction_create,
    transaction_delete,
    transaction_duplicate,
    transaction_update,
)
from transactions.tests.machine.side_by_side import (
    BY_HAND,
    IN_FILES,
    MOST_ROWS,
    SideBySide,
    days,
    notes,
    picks,
    statuses,
    tag_sets,
)

EDITED = ("note", "day", "amount", "category", "status", "account")
EDITED_IN_BULK = ("note", "category", "status", "account")


class RowRules(SideBySide):
    """Rules about single rows."""

    @precondition(lambda self: len(self.oracle.rows) < MOST_ROWS)
    @rule(pick=picks, day=days, sign=st.sampled_from([-1, 1]), note=notes, status=statuses, tags=tag_sets)
    def create(self, *, pick: int, day: int, sign: int, note: str, status: str, tags: set[str]) -> None:
        account, category, amount = self.account(pick), self.category(pick), self.amount(sign)
        given: Any = {
            "account": account, "booking_date": date.fromordinal(BY_HAND + day), "note": note, "status": status,
            "amount": self.real.units(amount, account), "category": category, "tags": sorted(tags),
        }  # fmt: skip
        done, txn = self.real.does(lambda: transaction_create(owner=self.real.owner, given=given))
        assert done, txn
        row = self.hand_row(account, day, amount, note) | {"status": status, "category": category}
        row["source"] = "none" if category is None else "user"
        self.oracle.create(txn.pk, row | {f"tag:{name}": True for name in tags})
        self.same()

    @precondition(lambda self: 0 < len(self.oracle.rows) < MOST_ROWS)
    @rule(pick=picks)
    def duplicate(self, pick: int) -> None:
        pk = self.row(pick)
        if self.oracle.rows[pk]["day"] >= IN_FILES:
            return  # a copy beside its file row would be taken for the file's by a later import, rightly
        done, txn = self.real.does(lambda: transaction_duplicate(owner=self.real.owner, transaction_id=pk))
        assert done, txn
        self.oracle.copy_row(pk, txn.pk)
        self.same()

    @precondition(lambda self: self.oracle.rows)
    @rule(
        pick=picks, names=st.sets(st.sampled_from(EDITED), min_size=1),
        note=notes, day=days, status=statuses, tags=st.none() | tag_sets, unlock=st.booleans(),
    )  # fmt: skip
    def edit(
        self, *, pick: int, names: set[str], note: str, day: int, status: str, tags: set[str] | None, unlock: bool
    ) -> None:
        pk = self.row(pick)
        row = self.oracle.rows[pk]
        if row.get("_adopted"):
            names = names - {"amount"}
        new = {
            "note": note, "day": self.day_of(pk, day), "category": self.category(pick), "status": status,
            "amount": self.amount(-1 if row["amount"] < 0 else 1), "account": self.account(pick),
        }  # fmt: skip
        changes = {name: new[name] for name in names}
        given: Any = dict(changes)
        if "day" in given:
            given["booking_date"] = date.fromordinal(given.pop("day"))
        if "amount" in given:
            given["amount"] = self.real.units(given["amount"], row["account"])
        if tags is not None:
            given["tags"] = sorted(tags)
        self.both(
            lambda: self.oracle.edit(pk, changes, tags, unlock=unlock),
            lambda: transaction_update(
                owner=self.real.owner,
                transaction_id=pk,
                changes=given,
                unlock=unlock,
            ),
        )

    @precondition(lambda self: self.oracle.rows)
    @rule(pick=picks, part=st.integers(1, 900), off=st.sampled_from([0, 0, 0, 1]), whole=st.booleans())
    def split(self, pick: int, part: int, off: int, whole: bool) -> None:
        pk = self.row(pick)
        row = self.oracle.rows[pk]
        category = self.category(pick)
        rest = row["amount"] - part + off
        shares = () if whole else ((part, category), (rest, None))
        given = [
            {"amount": self.real.units(amount, row["account"]), "category": where, "note": ""}
            for amount, where in shares
        ]
        self.both(
            lambda: self.oracle.edit(pk, {"splits": shares}, None, unlock=False),
            lambda: transaction_update(
                owner=self.real.owner,
                transaction_id=pk,
                changes={"splits": given},  # type: ignore[typeddict-item]
            ),
        )

    @precondition(lambda self: self.oracle.rows)
    @rule(pick=picks, unlock=st.booleans())
    def delete(self, pick: int, unlock: bool) -> None:
        pk = self.row(pick)
        self.both(
            lambda: self.oracle.delete([pk], unlock=unlock),
            lambda: transaction_delete(owner=self.real.owner, transaction_id=pk, unlock=unlock),
        )

    @precondition(lambda self: self.oracle.rows)
    @rule(
        pick=st.lists(picks, min_size=1, max_size=6), names=st.sets(st.sampled_from(EDITED_IN_BULK)),
        note=notes, status=statuses, add=tag_sets, take=tag_sets, unlock=st.booleans(),
        removes=st.sampled_from([False, False, True]),
    )  # fmt: skip
    def bulk(
        self,
        *,
        pick: list[int],
        names: set[str],
        note: str,
        status: str,
        add: set[str],
        take: set[str],
        unlock: bool,
        removes: bool,
    ) -> None:
        pks = sorted({self.row(one) for one in pick})
        if not names | add | take:
            names = {"note"}
        new = {"note": note, "category": self.category(pick[0]), "status": status, "account": self.account(pick[0])}
        changes = {name: new[name] for name in names}
        asked = {} if removes else {**changes, "tags_add": sorted(add), "tags_remove": sorted(take - add)}
        self.both(
            lambda: (
                self.oracle.delete(pks, unlock=unlock)
                if removes
                else self.oracle.bulk(pks, changes, add, take - add, unlock=unlock)
            ),
            lambda: bulk_edit(
                owner=self.real.owner, selection=Selection(ids=pks), changes=asked, is_removal=removes, unlock=unlock
            ),
        )
