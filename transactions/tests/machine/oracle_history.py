"""Merging, restoring and undoing, for the oracle: its hardest part, in a file of its own."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

from transactions.tests.machine.oracle import Deed, Group, Pair, RefusedError, Row, differing
from transactions.tests.machine.oracle_things import ThingsOracle

States = dict[int, Row | None]


@dataclass
class HistoryOracle(ThingsOracle):
    """The oracle, with a memory."""

    # --- merging

    def merge(self, keep: int, others: list[int], *, unlock: bool) -> None:
        with self.deed("merge") as made:
            self.merge_rows(keep, others, made.diffs, unlock=unlock)
            made.merged = (keep, sorted(others))

    def merge_rows(self, keep: int, others: list[int], diffs: dict[int, Any], *, unlock: bool) -> None:
        if keep not in self.rows or any(pk not in self.rows for pk in others):
            raise RefusedError
        kept = self.rows[keep]
        for pk in others:
            row = self.rows[pk]
            if (row["account"], row["amount"]) != (kept["account"], kept["amount"]):
                raise RefusedError
            if row["status"] == "reconciled" and not unlock:
                raise RefusedError
        for pk in sorted(others):
            before = self.flat(pk)
            before["_merged"] = self._absorb(keep, pk)
            diffs[pk] = (before, None)

    def _absorb(self, keep: int, pk: int) -> dict[str, Any]:
        kept, gone = self.rows[keep], self.rows[pk]
        image = {name: kept[name] for name in ("day", "amount", "status")}
        kept["payee"] = gone["payee"] if kept["payee"] is None else kept["payee"]
        kept["note"] = kept["note"] or gone["note"]
        if not kept["splits"] and kept["category"] is None and kept["source"] != "user":
            kept["category"], kept["source"], kept["splits"] = gone["category"], gone["source"], gone["splits"]
        kept.update({name: True for name in gone if name.startswith("tag:")})
        self._take_links(keep, pk)
        told = {ref for ref, row in self.matched.items() if row == pk}
        for ref in told:
            self.matched[ref] = keep
        books = {"into": keep, "told": told, "booked": None, "adopted": False}
        if gone["line"] is not None and kept["line"] is None:
            kept["line"], books["adopted"] = gone["line"], True
            kept["_adopted"] = (image, gone["line"])
        elif gone["line"] is not None:
            mine = next(one for one in self.groups if one.booked == kept["line"])
            theirs = next(one for one in self.groups if one.booked == gone["line"])
            books["booked"], books["others"] = theirs.booked, set(theirs.others)
            mine.others |= {theirs.booked, *theirs.others}
            self.groups.remove(theirs)
            self.matched[theirs.booked] = keep
        del self.rows[pk]
        self.drop_fallen_links()
        return books

    def _take_links(self, keep: int, pk: int) -> None:
        mine = {pair: status for pair, status in self.links.items() if keep in pair}
        has_one = "confirmed" in mine.values()
        is_leaving = self.rows[pk]["amount"] < 0
        for pair in sorted(pair for pair in self.links if pk in pair):
            status = self.links.pop(pair)
            new = (keep, pair[1]) if is_leaving else (pair[0], keep)
            takes = not (has_one and status == "confirmed") and new not in mine
            if takes and self.holds(self.rows.get(new[0]), self.rows.get(new[1])):
                self.links[new] = status
                has_one = has_one or status == "confirmed"

    # --- putting back

    def restore(self, pk: int) -> None:
        last = next((one.diffs[pk] for one in reversed(self.deeds) if pk in one.diffs), None)
        if pk in self.rows or last is None or last[1] is not None or last[0] is None or "_merged" in last[0]:
            raise RefusedError
        with self.deed("restore"):
            self._write({pk: None}, {pk: copy.deepcopy(last[0])}, unlock=False)

    def in_bin(self) -> list[int]:
        gone = {pk for one in self.deeds for pk, (_, after) in one.diffs.items() if after is None} - self.rows.keys()
        return sorted(pk for pk in gone if self._is_last_deletion(pk))

    def _is_last_deletion(self, pk: int) -> bool:
        before, after = next(one.diffs[pk] for one in reversed(self.deeds) if pk in one.diffs)
        return after is None and before is not None and "_merged" not in before

    def undo_last(self, *, unlock: bool) -> None:
        open_ones = [at for at, one in enumerate(self.deeds) if one.undone_by is None and one.kind != "undo"]
        if not open_ones:
            raise RefusedError
        self.undo(open_ones[-1], unlock=unlock)

    def undo(self, at: int, *, unlock: bool) -> None:
        done = self.deeds[at]
        if done.kind in ("import", "rollback") or done.undone_by is not None:
            raise RefusedError
        with self.deed("undo") as made:
            made.undoes = at
            self._take_back(at, made, unlock=unlock)
            if not self._is_changed():
                raise RefusedError
        number = len(self.deeds) - 1
        for one in self.deeds:
            one.undone_by = None if one.undone_by == at else one.undone_by
        self.deeds[at].undone_by = number

    def _is_changed(self) -> bool:
        """Whether anything is different from before this undo; set by _take_back."""
        return self._changed

    _changed: bool = False

    def _take_back(self, at: int, made: Deed, *, unlock: bool) -> None:
        done = self.deeds[at]
        before = {pk: self.flat(pk) for pk in self.rows}
        things = self._things_back(done.things)
        for pk, (was, now) in done.diffs.items():
            if self._is_in_the_way(pk, was, now):
                raise RefusedError
        merge = next((one for one in self.deeds if one.kind == "merge" and one.undone_by == at), None)
        if merge is not None and merge.merged is not None:
            self.merge_rows(*merge.merged, made.diffs, unlock=unlock)
        else:
            current: States = {pk: self.flat(pk) if pk in self.rows else None for pk in done.diffs}
            wanted = {pk: self._without(current[pk], *pair) for pk, pair in done.diffs.items()}
            self._write(current, wanted, unlock=unlock or any(name == "reconciliation" for name, _ in things))
        self._things_settled(done.things, things)
        made.things = {one: (was, now) for one, was in things.items() if was != (now := self.thing(one))}
        after = {pk: self.flat(pk) for pk in self.rows}
        self._changed = (
            bool(made.things) or before.keys() != after.keys() or any(differing(before[pk], after[pk]) for pk in before)
        )

    def _is_in_the_way(self, pk: int, was: Row | None, now: Row | None) -> bool:
        current = self.flat(pk) if pk in self.rows else None
        if now is None or current is None:
            return (now is None) != (current is None)
        changed = differing(was, now) if was is not None else differing(current, now)
        return any(current.get(name) != now.get(name) for name in changed)

    @staticmethod
    def _without(current: Row | None, was: Row | None, now: Row | None) -> Row | None:
        if was is None:
            return None
        if now is None or current is None:
            return copy.deepcopy(was)
        wanted = copy.deepcopy(current)
        for name in differing(was, now):
            if name in was:
                wanted[name] = was[name]
            else:
                wanted.pop(name, None)
        return wanted

    # --- writing states

    def _write(self, current: States, wanted: States, *, unlock: bool) -> None:
        self._unmerge(current, wanted)
        for pk, state in wanted.items():
            before = current[pk]
            if before is not None:
                self._check_lock(before, state, unlock=unlock)
            if state is not None and state["splits"] and sum(one[0] for one in state["splits"]) != state["amount"]:
                raise RefusedError
        self._settle_lines(current, wanted)
        links = self._settle_links(current, wanted)
        for pk, state in wanted.items():
            if state is None:
                self.remove(pk) if pk in self.rows else None
                continue
            row = {name: value for name, value in state.items() if not name.startswith("link:")}
            told = row.pop("_matched", ())
            if current[pk] is None:
                for ref in told:
                    if any(ref in group.others for group in self.groups):
                        self.matched.setdefault(ref, pk)
            row.pop("_merged", None)
            self.rows[pk] = self._with_categories(row)
        there = {pair for state in current.values() for pair in links_in(state)}
        self.links = {pair: status for pair, status in self.links.items() if pair not in there} | links
        self.drop_fallen_links()

    def _unmerge(self, current: States, wanted: States) -> None:
        for pk, state in wanted.items():
            if state is None or current[pk] is not None or "_merged" not in state:
                continue
            books = state["_merged"]
            keep, ref = books["into"], books["booked"]
            told = {one for one in books["told"] if self.matched.get(one) == keep}
            line = ref or (state["line"] if books["adopted"] else None)
            group = None
            if ref is not None:
                group = next((one for one in self.groups if ref in one.others), None)
                if group is None or self.matched.get(ref) != keep:
                    raise RefusedError
            if line is not None:
                told |= {one for one, row in self.matched.items() if row == keep and one[1] == line[1] and one != ref}
            for one in told:
                self.matched.pop(one)
            if group is not None and ref is not None:
                moved = {one for one in group.others if one in told or one in books["others"]}
                group.others -= {ref, *moved}
                self.matched.pop(ref)
                self.groups.append(Group(ref, moved))
            state["_matched"] = told
            keeper = wanted.get(keep)
            if books["adopted"] and keeper is not None:
                keeper["_adopted"] = None

    def _settle_lines(self, current: States, wanted: States) -> None:
        used: set[Any] = set()
        for pk, state in sorted(wanted.items()):
            if state is None or current[pk] is not None or state["line"] is None:
                continue
            group = next((one for one in self.groups if one.booked == state["line"]), None)
            if group is not None:
                holder = self.row_of(group)
                if holder is not None and (holder not in wanted or self._keeps(wanted[holder], group)):
                    raise RefusedError
                continue
            content = self.movements[state["line"][1]]
            free = [
                one.booked
                for one in self.groups
                if self.movements[one.booked[1]] == content and self.row_of(one) is None and one.booked not in used
            ]
            if not free:
                raise RefusedError
            state["line"] = min(free)
            state["_adopted"] = None
            used.add(state["line"])

    @staticmethod
    def _keeps(state: Row | None, group: Group) -> bool:
        return state is not None and state["line"] == group.booked

    def _settle_links(self, current: States, wanted: States) -> dict[Pair, str]:
        there = {pair for state in current.values() for pair in links_in(state)}
        pairs = {pair: status for state in wanted.values() for pair, status in links_in(state).items()}
        staying = {
            pair
            for pair, status in self.links.items()
            if status == "confirmed" and (pair not in there or pairs.get(pair) == "confirmed")
        }
        kept: dict[Pair, str] = {}
        for pair, status in pairs.items():
            sides = [wanted[pk] if pk in wanted else self.rows.get(pk) for pk in pair]
            is_taken = status == "confirmed" and any(other != pair and set(other) & set(pair) for other in staying)
            if self.holds(sides[0], sides[1]) and not is_taken:
                kept[pair] = status
            elif pair in there:
                raise RefusedError
        return kept


def links_in(state: Row | None) -> dict[Pair, str]:
    found = {}
    for name, value in (state or {}).items():
        if name.startswith("link:"):
            _, out, into = name.split(":")
            found[int(out), int(into)] = value
    return found
