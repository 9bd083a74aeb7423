"""Categories that somebody above worked out, put on rows nobody has decided: always as suggestions, always undoable."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from accounts.access import editable_by
from accounts.models import User
from transactions.models import Category, ChangeSet, Transaction
from transactions.services.history import ledger_change
from transactions.services.news import announce_change

Source = Transaction.CategorySource
OPEN = (Source.NONE, Source.SUGGESTION)


@dataclass(frozen=True, slots=True)
class SuggestedCategory:
    category_id: int
    reason: str


def categories_suggest(*, owner: User, wanted: Mapping[int, SuggestedCategory]) -> int:
    """Give each row (by id) its suggested category; returns how many changed.

    What a hand or a rule decided is left alone, and so are split rows and another owner's. Run twice, the second run
    changes nothing: a row that has this suggestion already is not touched.
    """
    known = set(editable_by(Category.objects.filter(is_archived=False), owner).values_list("pk", flat=True))
    by_meaning: defaultdict[SuggestedCategory, list[int]] = defaultdict(list)
    for pk, one in wanted.items():
        if one.category_id in known:
            by_meaning[one].append(pk)
    if not by_meaning:
        return 0
    changed = 0
    with ledger_change(owner=owner, kind=ChangeSet.Kind.RULE, summary="Categories were suggested") as change:
        for one in sorted(by_meaning, key=lambda one: (one.category_id, one.reason)):
            ids = _differing(owner, one, by_meaning[one])
            for chunk in change.steps(ids):
                changed += _open_rows(owner, chunk).update(
                    category_id=one.category_id,
                    category_source=Source.SUGGESTION,
                    category_reason=one.reason[:200],
                    revision=F("revision") + 1,
                    updated_at=timezone.now(),
                )
        if changed:
            announce_change(owner)
    return changed


def _open_rows(owner: User, ids: list[int]) -> QuerySet[Transaction]:
    return editable_by(Transaction.objects.filter(pk__in=ids, category_source__in=OPEN), owner)


CHUNK = 500


def _differing(owner: User, one: SuggestedCategory, ids: list[int]) -> list[int]:
    """Those that are open, whole, and do not say this already."""
    says_so = Q(category_id=one.category_id, category_source=Source.SUGGESTION)
    found: list[int] = []
    ordered = sorted(ids)
    for start in range(0, len(ordered), CHUNK):
        rows = _open_rows(owner, ordered[start : start + CHUNK]).filter(splits=None).exclude(says_so)
        found += rows.values_list("pk", flat=True)
    return found
