"""What is no matter of money: a value that was to change, rows that were to be sorted, an account that was silent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from advisory.analysis.outcomes.accepted import Accepted, Measured, Since, State

SORTED, PARTLY = 0.8, 0.3


def judge_value(accepted: Accepted, since: Since) -> Measured:
    """A value such as the odds of a goal lies where it should; pending as long as nobody knows it."""
    watch = accepted.watch
    text = since.values.get(str(watch["value"]))
    if text:
        value = Decimal(text)
        is_high = "at_least" not in watch or value >= Decimal(watch["at_least"])
        is_low = "at_most" not in watch or value <= Decimal(watch["at_most"])
        is_less = "below" not in watch or value < Decimal(watch["below"])
        if is_high and is_low and is_less:
            return Measured("proven")
    return Measured("failed" if since.as_of > accepted.due else "pending")


def judge_sorted(accepted: Accepted, since: Since) -> Measured:
    """Rows that had no category have one."""
    rows = set(accepted.watch["rows"])
    there = {one.transaction_id for one in since.shares if one.transaction_id in rows}
    done = {
        one.transaction_id
        for one in since.shares
        if one.transaction_id in rows and (one.category_id is not None or one.category_key)
    }
    part = len(done) / len(there) if there else 0.0
    state: State = "proven" if part >= SORTED else "likely" if part >= PARTLY else "pending"
    if state != "proven" and since.as_of > accepted.due:
        state = "failed"
    return Measured(state, ids=tuple(sorted(done)))


def judge_heard(accepted: Accepted, since: Since) -> Measured:
    """The account has rows again."""
    account, day = str(accepted.watch["account"]), date.fromisoformat(accepted.watch["after"])
    rows = [one.transaction_id for one in since.after(day) if str(one.account_id) == account]
    if rows:
        return Measured("proven", ids=tuple(sorted(set(rows))))
    return Measured("failed" if since.as_of > accepted.due else "pending")
