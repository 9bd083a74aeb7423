"""Rows that a rule matches and whose category stays all the same, because the user chose it or split the row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.access import visible_to
from accounts.models import User
from transactions.ledger.rules_actions import Action, SetCategory, SplitShares
from transactions.models import Split, Transaction
from transactions.selectors.snapshots import chunks

BY_HAND = Q(category_source=Transaction.CategorySource.USER)


def kept_among(rows: QuerySet[Transaction], actions: Iterable[Action], *, overrule: bool = False) -> int:
    """How many of these rows keep their category although the actions name another."""
    choice = next((one for one in actions if isinstance(one, SetCategory | SplitShares)), None)
    if choice is None or (overrule and isinstance(choice, SplitShares)):
        return 0
    is_split = Exists(Split.objects.filter(transaction=OuterRef("pk")))
    stays = Q(is_split) if overrule else Q(is_split) | BY_HAND
    found = rows.order_by().filter(stays)
    if isinstance(choice, SetCategory):
        found = found.exclude(Q(category=choice.category_id) & ~Q(is_split))
    return found.count()


def kept_of_hits(owner: User, hits: Iterable[Mapping[int, Sequence[Action]]], *, overrule: bool) -> int:
    """The same over what rules said to which rows: transaction id -> actions, for each rule."""
    count = 0
    for rows_of_rule in hits:
        alike: dict[tuple[Action, ...], list[int]] = defaultdict(list)
        for pk, actions in rows_of_rule.items():
            alike[tuple(actions)].append(pk)
        for actions, ids in alike.items():
            for chunk in chunks(ids):
                count += kept_among(
                    visible_to(Transaction.objects.filter(pk__in=chunk), owner), actions, overrule=overrule
                )
    return count
