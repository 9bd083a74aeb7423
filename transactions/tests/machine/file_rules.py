"""Files: imported, overlapping and again, and rolled back."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from transactions.services.imports import import_rollback
from transactions.tests.machine.oracle import Movement
from transactions.tests.machine.side_by_side import IN_FILES, MOST_ROWS, SideBySide, days, picks


class FileRules(SideBySide):
    """Rules about imports."""

    @precondition(lambda self: len(self.oracle.rows) < MOST_ROWS and len(self.oracle.standing) < 6)
    @rule(
        pick=picks, fresh=st.integers(0, 3), old=st.integers(0, 3), twin=st.booleans(), day=days,
        sign=st.sampled_from([-1, 1]),
    )  # fmt: skip
    def bring(self, *, pick: int, fresh: int, old: int, twin: bool, day: int, sign: int) -> None:
        """A file of movements that are new, were in other files, or equal another one's amount in another season."""
        account = self.account(pick)
        known = [number for number, one in self.oracle.movements.items() if one.account == account]
        chosen = {known[(pick + at) % len(known)] for at in range(old)} if known else set()
        for at in range(fresh):
            number = len(self.oracle.movements) + 1
            self.oracle.movements[number] = Movement(account, IN_FILES + (day + at) % 300, self.amount(sign))
            chosen.add(number)
        if twin and known:
            chosen.add(self._twin(known[pick % len(known)]))
        if not chosen:
            return
        movements = sorted(chosen)
        expected = self.oracle.new_in(movements)
        number, made = self.real.bring({one: self.oracle.movements[one] for one in movements})
        assert sorted(made) == expected, f"booked {sorted(made)}, to be booked {expected}"
        self.oracle.bring(number, movements, made)
        self.same()

    def _twin(self, of: int) -> int:
        """A movement with the same amount, months away from all that have it."""
        like = self.oracle.movements[of]
        last = max(one.day for one in self.oracle.movements.values() if one.amount == like.amount)
        number = len(self.oracle.movements) + 1
        self.oracle.movements[number] = Movement(like.account, max(last, IN_FILES + 400) + 60, like.amount)
        return number

    @precondition(lambda self: self.oracle.standing)
    @rule(pick=picks, unlock=st.booleans())
    def roll_back(self, pick: int, unlock: bool) -> None:
        standing = sorted(self.oracle.standing)
        number = standing[pick % len(standing)]
        self.both(
            lambda: self.oracle.roll_back(number, unlock=unlock),
            lambda: import_rollback(owner=self.real.owner, import_id=number, unlock=unlock),
        )
