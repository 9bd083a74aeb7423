"""The user's own names, for the search bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.db.models import F, Model

from accounts.access import visible_to
from accounts.models import User
from transactions.ledger.search import folded
from transactions.models import Category, LedgerAccount, Payee, Tag
from transactions.models.sql_text import FoldedText

MOST_READ = 500
MODELS: dict[str, type[Model]] = {"category": Category, "account": LedgerAccount, "tag": Tag, "payee": Payee}


def completion_names(*, owner: User) -> Callable[[str, str], Sequence[str]]:
    """(field, what is typed) -> names that hold it, at most MOST_READ of them."""

    def names(field: str, typed: str) -> Sequence[str]:
        if field == "currency":
            codes = visible_to(LedgerAccount.objects.order_by(), owner).values_list("currency", flat=True)
            return sorted(set(codes))
        model = MODELS.get(field)
        if model is None:
            return []
        rows = visible_to(model._default_manager.order_by("name"), owner)  # noqa: SLF001 (the documented model API)
        words = folded(typed)
        if words:
            rows = rows.filter(FoldedText("contains", F("name"), words))
        return list(rows.values_list("name", flat=True)[:MOST_READ])

    return names
