"""Whether an accepted advice has come true, by the judge of its kind; and the figures that show it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from advisory.analysis.facts import FactBook, FactDraft
from advisory.analysis.outcomes.accepted import Accepted, Measured, Since
from advisory.analysis.outcomes.balances import judge_floor, judge_level
from advisory.analysis.outcomes.contracts import judge_any_due, judge_due, judge_due_day
from advisory.analysis.outcomes.fees import judge_monthly, judge_quiet, judge_refund
from advisory.analysis.outcomes.habits import judge_habit
from advisory.analysis.outcomes.moves import judge_moved, judge_payday
from advisory.analysis.outcomes.signs import judge_heard, judge_sorted, judge_value
from transactions.ledger.money import to_text
from transactions.ledger.period import Period

VERSION = "outcomes@2"
FOLLOWED_DAYS = 365
"""After a year nothing is measured any more: the new way is the normal one."""

JUDGES: Mapping[str, Callable[[Accepted, Since], Measured]] = {
    "due": judge_due,
    "any_due": judge_any_due,
    "due_day": judge_due_day,
    "refund": judge_refund,
    "quiet": judge_quiet,
    "monthly": judge_monthly,
    "habit": judge_habit,
    "moved": judge_moved,
    "payday": judge_payday,
    "level": judge_level,
    "floor": judge_floor,
    "value": judge_value,
    "sorted": judge_sorted,
    "heard": judge_heard,
}


def measure(accepted: Accepted, since: Since) -> Measured:
    """Pending where nothing was booked since, or where this version knows no judge of that kind."""
    judge = JUDGES.get(accepted.kind)
    if judge is None or since.as_of <= accepted.accepted_on:
        return Measured("pending")
    return judge(accepted, since)


def figures_of(
    book: FactBook, accepted: Accepted, since: Since, measured: Measured, about: tuple[str, str]
) -> dict[str, FactDraft]:
    """Counterfactual, what came instead, and the difference; none where no money is counted. `about`: the advice's
    number and its currency."""
    subject, currency = about
    if measured.expected_minor is None or not measured.saved_minor:
        return {}
    period = Period(accepted.accepted_on + timedelta(days=1), since.as_of + timedelta(days=1))
    named = {"advice": subject}
    counted = set(measured.ids)
    shares = [one for one in since.shares if one.transaction_id in counted and one.currency == currency]
    expected = book.derive(
        "outcome_expected", "stated@1", currency, period,
        params={**named, "stated": to_text(-measured.expected_minor, currency)},
    )  # fmt: skip
    actual = book.sum("outcome_actual", shares, period, currency, named)
    saved = book.derive(
        "outcome_saved", "found@1", currency, period, inputs=(expected, actual),
        params={**named, "found": to_text(measured.saved_minor, currency), "engine": VERSION},
    )  # fmt: skip
    return {"expected": expected, "actual": actual, "saved": saved}
