"""Advice that sharpens the picture: rows without a category, accounts that have gone quiet."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from advisory.analysis.advice.inputs import AdviceInputs
from advisory.analysis.advice.piece import Advice, FollowUp
from advisory.analysis.groups import total
from advisory.analysis.history import tidy, whole_bookings
from advisory.analysis.study import spanning_days

# A28: savings, loans and assets are quiet by nature; these are not.
SILENT_DAYS = 40
TALKATIVE_KINDS = ("checking", "credit_card")
# Above this part of spending without a category, the picture by category is a guess.
UNCATEGORISED_LIMIT = Decimal("0.10")
WATCHED_ROWS = 500


def uncategorised(inputs: AdviceInputs) -> Iterator[Advice]:
    """A28: more than a tenth of the month's spending has no category."""
    study = inputs.study
    spent = study.history.spent(study.month)
    rows = [share for share in spent if share.category_id is None and not share.category_key]
    if not rows or abs(total(rows)) <= abs(total(spent)) * UNCATEGORISED_LIMIT:
        return
    loose = study.sum("uncategorised_spending", rows)
    count = study.book.count("uncategorised_rows", loose.transactions, study.month)
    part = study.book.ratio("uncategorised_part", loose, study.spending(study.month), study.month)
    watch = {"rows": list(loose.transactions[:WATCHED_ROWS])}
    yield Advice(
        "A28",
        {"loose": loose, "count": count, **({"part": part} if part else {})},
        "minutes",
        urgency=1,
        subject="categories",
        follow_up=FollowUp("sorted", "uncategorised", 60, watch, baseline=part or loose),
    )


def silent_accounts(inputs: AdviceInputs) -> Iterator[Advice]:
    """A28: an everyday account without a row for more than forty days, while others have some."""
    study = inputs.study
    if study.history.is_partial:
        return
    for account in study.history.accounts:
        rows = [share for share in study.history.shares if share.account_id == account.account_id]
        if account.kind not in TALKATIVE_KINDS or not rows:
            continue
        if (study.month.end - max(share.booking_date for share in rows)).days > SILENT_DAYS:
            last = whole_bookings(rows)[-1]
            named = {"account": tidy(account.name), "account_id": str(account.account_id)}
            seen = study.book.derive(
                "last_booking", "stated@1", "date", spanning_days(last.shares),
                params={**named, "stated": last.booking_date.isoformat()},
            )  # fmt: skip
            watch = {"account": str(account.account_id), "after": last.booking_date.isoformat()}
            yield Advice(
                "A28",
                {"seen": seen},
                "minutes",
                urgency=1,
                subject=f"account={account.account_id}",
                variant="silent",
                follow_up=FollowUp("heard", "account_silent", 60, watch, baseline=seen),
            )
