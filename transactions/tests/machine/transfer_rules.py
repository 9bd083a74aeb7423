"""Transfers: entered, linked, refused, confirmed, changed and taken apart."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from transactions.models import Transfer
from transactions.services.transfer_entry import transfer_delete, transfer_enter, transfer_update
from transactions.services.transfers import transfer_confirm, transfer_create, transfer_refuse
from transactions.tests.machine.side_by_side import BY_HAND, IN_FILES, MOST_ROWS, SideBySide, days, notes, picks


class TransferRules(SideBySide):
    """Rules about two sides of one movement."""

    @precondition(lambda self: len(self.oracle.rows) < MOST_ROWS)
    @rule(pick=picks, other=st.integers(1, 2), day=days, note=notes)
    def enter_transfer(self, pick: int, other: int, day: int, note: str) -> None:
        source, target = self.account(pick), self.account(pick + other)
        leaving = self.amount(1)
        is_same = self.real.currency(source) == self.real.currency(target)
        arriving = leaving if is_same else self.amount(1)
        given: Any = {
            "from_account": source, "to_account": target, "amount": self.real.units(leaving, source),
            "booking_date": date.fromordinal(BY_HAND + day), "note": note,
        }  # fmt: skip
        if not is_same:
            given["to_amount"] = self.real.units(arriving, target)
        done, link = self.real.does(lambda: transfer_enter(owner=self.real.owner, **given))
        assert done, link
        sides = {
            link.outgoing_id: self.hand_row(source, day, -leaving, note),
            link.incoming_id: self.hand_row(target, day, arriving, note),
        }
        self.oracle.enter_transfer(sides, (link.outgoing_id, link.incoming_id))
        self.same()

    @precondition(lambda self: 0 < len(self.oracle.rows) < MOST_ROWS)
    @rule(pick=picks, other=st.integers(1, 2), day=days)
    def create_counterpart(self, pick: int, other: int, day: int) -> None:
        """A row that can be the other side of one that is there."""
        row = self.oracle.rows[self.row(pick)]
        account = self.account([one.pk for one in self.real.accounts].index(row["account"]) + other)
        self.enter_plain(account, -row["amount"], day)

    @precondition(lambda self: 0 < len(self.oracle.rows) < MOST_ROWS)
    @rule(pick=picks, day=days)
    def create_equal(self, pick: int, day: int) -> None:
        """A row that can be merged with one that is there."""
        row = self.oracle.rows[self.row(pick)]
        self.enter_plain(row["account"], row["amount"], day)

    @precondition(lambda self: len(self.oracle.rows) > 1)
    @rule(pick=picks, other=picks, fits=st.sampled_from([True, True, True, False]))
    def link(self, pick: int, other: int, fits: bool) -> None:
        out = self.row(pick)
        partners = sorted(
            pk for pk, row in self.oracle.rows.items() if not fits or self.oracle.holds(self.oracle.rows[out], row)
        )
        if not partners:
            return
        into = partners[other % len(partners)]
        if (out, into) in self.oracle.links and self.oracle.links[out, into] == "confirmed":
            return
        self.both(
            lambda: self.oracle.link(out, into),
            lambda: transfer_create(owner=self.real.owner, outgoing=out, incoming=into),
        )

    @precondition(lambda self: self.oracle.links)
    @rule(pick=picks, what=st.sampled_from(["refuse", "confirm", "unlink", "change"]), day=days, unlock=st.booleans())
    def settle_link(self, pick: int, what: str, day: int, unlock: bool) -> None:
        pairs = sorted(self.oracle.links)
        pair = pairs[pick % len(pairs)]
        number = Transfer.objects.get(outgoing_id=pair[0], incoming_id=pair[1]).pk
        owner = self.real.owner
        if what == "change":
            self._change_transfer(pair, number, day, unlock=unlock)
            return
        doors: dict[str, Any] = {
            "refuse": (self.oracle.refuse, transfer_refuse),
            "confirm": (self.oracle.confirm, transfer_confirm),
            "unlink": (self.oracle.unlink, transfer_delete),
        }
        of_oracle, of_ledger = doors[what]
        self.both(lambda: of_oracle(pair), lambda: of_ledger(owner=owner, transfer_id=number))

    def _change_transfer(self, pair: tuple[int, int], number: int, day: int, *, unlock: bool) -> None:
        out, into = (self.oracle.rows[pk] for pk in pair)
        if out.get("_adopted") or into.get("_adopted") or max(out["day"], into["day"]) >= IN_FILES:
            return
        leaving = self.amount(1)
        is_same = self.real.currency(out["account"]) == self.real.currency(into["account"])
        amounts = (-leaving, leaving if is_same else into["amount"])
        changes: Any = {
            "amount": self.real.units(leaving, out["account"]), "booking_date": date.fromordinal(BY_HAND + day)
        }  # fmt: skip
        self.both(
            lambda: self.oracle.change_transfer(pair, amounts, BY_HAND + day, unlock=unlock),
            lambda: transfer_update(owner=self.real.owner, transfer_id=number, changes=changes, unlock=unlock),
        )
