"""Rules that lower a risk: a first buffer, the buffer's target, and gaps in the data that hide one."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from advisory.analysis.advice.piece import Advice
from advisory.analysis.facts import FactDraft
from advisory.analysis.groups import total
from advisory.analysis.health import Indicator
from advisory.analysis.history import tidy, whole_bookings
from advisory.analysis.study import Study, spanning_days

TARGET_MONTHS = "3"
FIRST_BUFFER_MONTHS = "0.5"
SILENT_DAYS = 40
# Savings, loans and assets are quiet by nature; these are not.
TALKATIVE_KINDS = ("checking", "credit_card")
# Above this part of spending without a category, the picture by category is a guess.
UNCATEGORISED_LIMIT = Decimal("0.10")


def buffer(study: Study, health: Sequence[Indicator]) -> list[Advice]:
    """A12 below half a month of essential spending, A13 below three months. No gain is claimed: it is a risk."""
    found = next((indicator for indicator in health if indicator.key == "buffer_months" and indicator.fact), None)
    if found is None or found.fact is None or found.verdict == "good":
        return []
    standing, usual = found.support
    is_first = found.verdict == "weak"
    factor = FIRST_BUFFER_MONTHS if is_first else TARGET_MONTHS
    target = study.book.derive(
        "buffer_target",
        "times@1",
        study.currency,
        study.month,
        inputs=(_size(study, usual),),
        params={"factor": factor},
    )
    gap = study.difference("buffer_gap", target, standing)
    figures = {"months": found.fact, "standing": standing, "usual": usual, "target": target, "gap": gap}
    rule = "A12" if is_first else "A13"
    return [Advice(rule, figures, "a habit", urgency=3 if is_first else 1)]


def _size(study: Study, spending: FactDraft) -> FactDraft:
    """The same figure as a cost without its sign, so that a target is something to have, not to owe."""
    return study.book.derive(
        "essential_cost", "times@1", spending.unit, spending.period, inputs=(spending,), params={"factor": "-1"}
    )


def data_gaps(study: Study) -> list[Advice]:
    """A28: a tenth of spending without a category, or an everyday account silent for more than 40 days."""
    return [*_uncategorised(study), *_silent_accounts(study)]


def _uncategorised(study: Study) -> list[Advice]:
    spent = study.history.spent(study.month)
    rows = [share for share in spent if share.category_id is None and not share.category_key]
    if not rows or abs(total(rows)) <= abs(total(spent)) * UNCATEGORISED_LIMIT:
        return []
    loose = study.sum("uncategorised_spending", rows)
    count = study.book.count("uncategorised_rows", loose.transactions, study.month)
    part = study.book.ratio("uncategorised_part", loose, study.spending(study.month), study.month)
    return [Advice("A28", {"loose": loose, "count": count, **({"part": part} if part else {})}, "minutes", urgency=1)]


def _silent_accounts(study: Study) -> list[Advice]:
    if study.history.is_partial:
        return []
    everyday = [account for account in study.history.accounts if account.kind in TALKATIVE_KINDS]
    found = []
    for account in everyday:
        rows = study.history.by_account.get(account.account_id, [])
        if rows and (study.month.end - max(share.booking_date for share in rows)).days > SILENT_DAYS:
            last = whole_bookings(rows)[-1]
            named = {"account": tidy(account.name), "account_id": str(account.account_id)}
            seen = study.book.derive(
                "last_booking",
                "stated@1",
                "date",
                spanning_days(last.shares),
                params={**named, "stated": last.booking_date.isoformat()},
            )
            found.append(Advice("A28", {"seen": seen}, "minutes", urgency=1, about={"kind": "silent"}))
    return found
