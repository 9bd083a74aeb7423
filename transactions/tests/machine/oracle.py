"""A ledger of plain integers and dictionaries that says what every deed must leave behind. It shares no code with the
services: what they do in SQL over history, lines and links is done here by hand over a few dictionaries.

A row is {account, day, amount, category, source, note, status, splits, payee, line} plus "tag:NAME": True; days are
ordinals, amounts minor units, `line` a Ref. Names that begin with an underscore are not compared.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

Row = dict[str, Any]
Ref = tuple[int, int]
"""A line of a file: (import, movement). A movement has the same day, amount and words in every file."""
Pair = tuple[int, int]
MOVING = ("account", "amount", "day", "status")


Thing = tuple[str, int]
"""("category", number), which is True while it is there, or ("reconciliation", number), which is its status."""


class RefusedError(Exception):
    """The deed is not possible; nothing has changed."""


@dataclass(frozen=True)
class Movement:
    account: int
    day: int
    amount: int


@dataclass
class Group:
    """Lines that tell one movement: the booked one, and the others."""

    booked: Ref
    others: set[Ref] = field(default_factory=set)


@dataclass
class Deed:
    """What one change did: row -> (before, after), each flat with its links; None for no row."""

    kind: str
    diffs: dict[int, tuple[Row | None, Row | None]]
    undone_by: int | None = None
    undoes: int | None = None
    merged: tuple[int, list[int]] | None = None
    things: dict[Thing, tuple[Any, Any]] = field(default_factory=dict)


@dataclass
class Reconciled:
    """`finished`: how many were finished before it. `rows`: those it locked."""

    account: int
    status: str
    closing: int
    finished: int
    rows: frozenset[int]


@dataclass
class Oracle:
    currencies: dict[int, str]
    categories: set[int] = field(default_factory=set)
    reconciled: dict[int, Reconciled] = field(default_factory=dict)
    rows: dict[int, Row] = field(default_factory=dict)
    links: dict[Pair, str] = field(default_factory=dict)
    movements: dict[int, Movement] = field(default_factory=dict)
    groups: list[Group] = field(default_factory=list)
    matched: dict[Ref, int] = field(default_factory=dict)
    standing: set[int] = field(default_factory=set)
    deeds: list[Deed] = field(default_factory=list)

    # --- what a deed is

    @contextmanager
    def deed(self, kind: str) -> Iterator[Deed]:
        """Do something as one change; RefusedError inside takes all of it back."""
        saved = copy.deepcopy(
            (self.rows, self.links, self.groups, self.matched, self.standing, self.deeds, self.categories,
             self.reconciled)
        )  # fmt: skip
        before = {pk: self.flat(pk) for pk in self.rows}
        made = Deed(kind, {})
        try:
            yield made
        except RefusedError:
            self.rows, self.links, self.groups, self.matched, self.standing, self.deeds = saved[:6]
            self.categories, self.reconciled = saved[6:]
            raise
        after = {pk: self.flat(pk) for pk in self.rows}
        for pk in before.keys() | after.keys():
            was, now = before.get(pk), after.get(pk)
            if was is None or now is None or differing(was, now):
                made.diffs[pk] = (was if was is None else made.diffs.get(pk, (was, None))[0], now)
        if made.diffs or made.things or kind in ("import", "rollback"):
            self.deeds.append(made)

    def flat(self, pk: int) -> Row:
        """A row with its links, and the lines that tell it beside its own."""
        ours = {f"link:{out}:{into}": status for (out, into), status in self.links.items() if pk in (out, into)}
        told = {ref for ref, row in self.matched.items() if row == pk}
        return copy.deepcopy(self.rows[pk]) | ours | {"_matched": told}

    def row_of(self, group: Group) -> int | None:
        return next((pk for pk, row in self.rows.items() if row["line"] == group.booked), None)

    def holds(self, out: Row | None, into: Row | None) -> bool:
        if out is None or into is None or out["account"] == into["account"]:
            return False
        if not out["amount"] < 0 < into["amount"]:
            return False
        same = self.currencies[out["account"]] == self.currencies[into["account"]]
        return not same or out["amount"] == -into["amount"]

    def drop_fallen_links(self) -> None:
        self.links = {
            pair: status
            for pair, status in self.links.items()
            if self.holds(self.rows.get(pair[0]), self.rows.get(pair[1]))
        }

    def is_confirmed_elsewhere(self, pair: Pair) -> bool:
        return any(
            status == "confirmed" and other != pair and set(other) & set(pair) for other, status in self.links.items()
        )

    # --- rows by hand

    def create(self, pk: int, row: Row) -> None:
        with self.deed("create"):
            self.rows[pk] = row

    def copy_row(self, pk: int, new: int) -> None:
        row = self.rows[pk]
        category = row["category"]
        kept = {name: value for name, value in row.items() if name.startswith("tag:")}
        plain = {name: row[name] for name in ("account", "day", "amount", "category", "note", "splits", "payee")}
        source = "none" if category is None else "user"
        self.create(new, {**plain, **kept, "source": source, "status": "cleared", "line": None})

    def edit(self, pk: int, changes: Row, tags: Iterable[str] | None, *, unlock: bool) -> None:
        with self.deed("edit"):
            row = self.rows[pk]
            new = row | changes
            if self.currencies[new["account"]] != self.currencies[row["account"]]:
                raise RefusedError
            self._check_lock(row, new, unlock=unlock)
            if "category" in changes:
                new["source"] = "user"
            if new["splits"] and (len(new["splits"]) < 2 or sum(one[0] for one in new["splits"]) != new["amount"]):
                raise RefusedError
            if tags is not None:
                new = {name: value for name, value in new.items() if not name.startswith("tag:")}
                new |= {f"tag:{name}": True for name in tags}
            self.rows[pk] = new
            self.drop_fallen_links()

    def _check_lock(self, row: Row, new: Row | None, *, unlock: bool) -> None:
        if row["status"] != "reconciled" or unlock:
            return
        if new is None or any(row[name] != new[name] for name in MOVING):
            raise RefusedError

    def delete(self, pks: Iterable[int], *, unlock: bool) -> None:
        with self.deed("delete"):
            for pk in list(pks):
                self._check_lock(self.rows[pk], None, unlock=unlock)
                self.remove(pk)

    def remove(self, pk: int) -> None:
        """The row is gone; its line stays booked, and lines that told it tell nobody."""
        del self.rows[pk]
        self.matched = {ref: row for ref, row in self.matched.items() if row != pk}
        self.drop_fallen_links()

    def bulk(self, pks: list[int], changes: Row, add: Iterable[str], take: Iterable[str], *, unlock: bool) -> None:
        with self.deed("bulk"):
            for pk in pks:
                row = self.rows[pk]
                new = row | changes
                if self.currencies[new["account"]] != self.currencies[row["account"]]:
                    raise RefusedError
                self._check_lock(row, new, unlock=unlock)
                if "category" in changes:
                    new["source"] = "user"
                for name in add:
                    new[f"tag:{name}"] = True
                for name in take:
                    new.pop(f"tag:{name}", None)
                self.rows[pk] = new
            self.drop_fallen_links()

    # --- transfers

    def link(self, out: int, into: int) -> None:
        with self.deed("transfer"):
            if not self.holds(self.rows[out], self.rows[into]) or self.is_confirmed_elsewhere((out, into)):
                raise RefusedError
            self.links[out, into] = "confirmed"

    def confirm(self, pair: Pair) -> None:
        with self.deed("transfer"):
            if self.is_confirmed_elsewhere(pair):
                raise RefusedError
            self.links[pair] = "confirmed"

    def refuse(self, pair: Pair) -> None:
        with self.deed("transfer"):
            self.links[pair] = "refused"

    def unlink(self, pair: Pair) -> None:
        with self.deed("transfer"):
            del self.links[pair]

    def enter_transfer(self, sides: dict[int, Row], pair: Pair) -> None:
        with self.deed("transfer"):
            self.rows |= sides
            self.links[pair] = "confirmed"

    def change_transfer(self, pair: Pair, amounts: Pair, day: int, *, unlock: bool) -> None:
        with self.deed("transfer"):
            for pk, amount in zip(pair, amounts, strict=True):
                row = self.rows[pk]
                new = row | {"amount": amount, "day": day}
                self._check_lock(row, new, unlock=unlock)
                if amount != row["amount"] and row["splits"]:
                    raise RefusedError
                self.rows[pk] = new

    # --- files

    def bring(self, number: int, movements: list[int], made: dict[int, int]) -> None:
        """An import of these movements; `made`: movement -> the row that the ledger booked for it."""
        with self.deed("import") as done:
            self.standing.add(number)
            for movement in movements:
                ref = (number, movement)
                group = next((one for one in self.groups if self._tells(one, movement)), None)
                if group is not None:
                    group.others.add(ref)
                    row = self.row_of(group)
                    if row is not None:
                        self.matched[ref] = row
                    continue
                self.groups.append(Group(ref))
                content = self.movements[movement]
                self.rows[made[movement]] = {
                    "account": content.account, "day": content.day, "amount": content.amount, "category": None,
                    "source": "none", "note": "", "status": "cleared", "splits": (), "payee": movement, "line": ref,
                }  # fmt: skip
        done.diffs.clear()

    def new_in(self, movements: Iterable[int]) -> list[int]:
        """Which of these a file would book."""
        return [movement for movement in movements if not any(self._tells(one, movement) for one in self.groups)]

    @staticmethod
    def _tells(group: Group, movement: int) -> bool:
        return any(ref[1] == movement for ref in (group.booked, *group.others))

    def roll_back(self, number: int, *, unlock: bool) -> None:
        with self.deed("rollback") as made:
            before = {pk: dict(row) for pk, row in self.rows.items()}
            for group in list(self.groups):
                group.others = {ref for ref in group.others if ref[0] != number}
                if group.booked[0] == number:
                    self._hand_over(group)
            self.matched = {ref: row for ref, row in self.matched.items() if ref[0] != number}
            self.standing.discard(number)
            self.drop_fallen_links()
            for pk, row in before.items():
                self._check_lock(row, self.rows.get(pk), unlock=unlock)
        made.diffs.clear()

    def _hand_over(self, group: Group) -> None:
        row_id, was = self.row_of(group), group.booked
        if not group.others:
            self.groups.remove(group)
            if row_id is not None:
                self._line_gone(row_id)
            return
        group.booked = min(group.others)
        group.others.discard(group.booked)
        self.matched.pop(group.booked, None)
        if row_id is not None:
            self._retell(self.rows[row_id], was, group.booked)

    def _line_gone(self, row_id: int) -> None:
        """A row that was entered by hand is by hand again; every other goes."""
        image = self.rows[row_id].get("_adopted")
        if image is None:
            self.remove(row_id)
        else:
            self.rows[row_id] |= {**image[0], "line": None, "_adopted": None}

    def _retell(self, row: Row, was: Ref, now: Ref) -> None:
        old, new = self.movements[was[1]], self.movements[now[1]]
        row["line"] = now
        if row["day"] == old.day and row["status"] != "reconciled":
            row["day"] = new.day
        if was[1] != now[1]:
            if row["payee"] == was[1]:
                row["payee"] = now[1]
            if row["source"] != "user":
                row["category"], row["source"] = None, "none"
        if row.get("_adopted"):
            row["_adopted"] = (row["_adopted"][0], now)


def differing(one: Row, other: Row) -> set[str]:
    """The names that two flat rows differ in."""
    return {name for name in one.keys() | other.keys() if not name.startswith("_") and one.get(name) != other.get(name)}
