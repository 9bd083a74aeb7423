"""An owner's whole ledger taken away for good, in a few statements instead of row by row."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Model

from accounts.models import User
from transactions.models import CategoryRollup, KeptSum, LedgerAccount, MonthlyRollup, StaleMonth
from transactions.selectors.portable import owner_path, portable_models, rows_of


@transaction.atomic
def ledger_erase(*, owner: User) -> None:
    """Every row of the owner's but jobs, which the user's own deletion takes along. References are checked at the end
    of the transaction, so only rows that find their owner through others have to go before these."""
    accounts = list(LedgerAccount.objects.filter(owner=owner).order_by().values_list("pk", flat=True))
    for model in in_order([*portable_models(), MonthlyRollup, CategoryRollup, KeptSum]):
        rows = rows_of(model, owner).order_by()
        rows._raw_delete(rows.db)  # noqa: SLF001 (the public delete loads every row first)
    StaleMonth.objects.filter(account__in=accounts).delete()  # what triggers wrote of the rows that left


def in_order(models: Iterable[type[Model]]) -> list[type[Model]]:
    """Those first whose rows find their owner through others."""
    return sorted(models, key=_depth, reverse=True)


def _depth(model: type[Model]) -> int:
    return owner_path(model).count("__")
