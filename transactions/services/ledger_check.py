"""All rules of a ledger in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from accounts.models import User
from transactions.models import LedgerAccount, MonthlyRollup
from transactions.selectors import ledger_check as rules
from transactions.selectors.ledger_check import Finding
from transactions.services.rollups import rollup_months, rollup_stamp


def ledger_check(*, owner: User) -> list[Finding]:
    """Everything that is wrong with the owner's ledger; empty when it is sound."""
    return [finding for check in CHECKS for finding in check(owner)]


def check_rollups(owner: User) -> Iterator[Finding]:
    """Stored monthly sums are what the rows give. Sums from before the latest change are old, and will be made anew;
    sums of this very state must be right."""
    for account in LedgerAccount.objects.filter(owner=owner).exclude(rollup_stamp="").order_by("pk"):
        if rollup_stamp(account) != account.rollup_stamp:
            continue
        stored = {
            month: tuple(values)
            for month, *values in MonthlyRollup.objects.filter(account=account).values_list(
                "month", "inflow_minor", "outflow_minor", "closing_balance_minor", "count"
            )
        }
        expected = rollup_months(account)
        for month in sorted({*stored, *expected}):
            if stored.get(month) != expected.get(month):
                yield Finding("rollup", f"account {account.pk}", f"The stored sums of {month:%Y-%m} are wrong.")


CHECKS: tuple[Callable[[User], Iterator[Finding]], ...] = (
    rules.check_owners,
    rules.check_currencies,
    rules.check_splits,
    rules.check_transfers,
    rules.check_imports,
    rules.check_lines,
    rules.check_reconciliations,
    rules.check_history,
    check_rollups,
)
