"""Categories that somebody above worked out, put on rows nobody has decided: always as suggestions, always undoable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from accounts.access import editable_by
from accounts.models import User
from transactions.ledger.history import Difference, difference
from transactions.models import Category, ChangeSet, Transaction
from transactions.services.bulk import update_rows
from transactions.services.history import ledger_change
from transactions.services.news import announce_change

Source = Transaction.CategorySource
OPEN = (Source.NONE, Source.SUGGESTION)
CHUNK = 900
CHANGED = ("category", "category_source", "category_reason", "revision", "updated_at")


@dataclass(frozen=True, slots=True)
class SuggestedCategory:
    category_id: int
    reason: str


def categories_suggest(
    *, owner: User, wanted: Mapping[int, SuggestedCategory], further: int | None = None
) -> tuple[int, int | None]:
    """Give each row (by id) its suggested category; returns how many changed, and the number of the change (None:
    nothing did). `further`: the change that this goes on with.

    What a hand or a rule decided is left alone, and so are split rows and another owner's. Run twice, the second run
    changes nothing: a row that has this suggestion already is not touched.
    """
    names = dict(editable_by(Category.objects.filter(is_archived=False), owner).values_list("pk", "name"))
    known = {pk: one for pk, one in wanted.items() if one.category_id in names}
    if not known:
        return 0, further
    summary = "Categories were suggested"
    with ledger_change(owner=owner, kind=ChangeSet.Kind.RULE, summary=summary, further=further) as change:
        now = timezone.now()
        found = {row.pk: row for row in _differing(owner, known, names)}
        update_rows(Transaction, CHANGED, (row.values(now) for row in found.values()))
        change.tells({pk: row.difference for pk, row in found.items()})
        if found:
            announce_change(owner)
    return len(found), change.id


@dataclass(frozen=True, slots=True)
class _Suggested:
    """One row that gets a suggestion; `revision`: the one it has until then."""

    pk: int
    revision: int
    category_id: int
    reason: str
    difference: Difference

    def values(self, now: Any) -> tuple[Any, ...]:
        return self.category_id, Source.SUGGESTION.value, self.reason, self.revision + 1, now, self.pk


def _differing(owner: User, known: Mapping[int, SuggestedCategory], names: Mapping[int, str]) -> Iterator[_Suggested]:
    """Those that are open, whole, and do not say this already, with what is different then."""
    ordered = sorted(known)
    made: dict[tuple[Any, ...], Difference | None] = {}
    for start in range(0, len(ordered), CHUNK):
        rows = Transaction.objects.filter(pk__in=ordered[start : start + CHUNK], category_source__in=OPEN, splits=None)
        fields = ("pk", "revision", "category_id", "category__name", "category_source", "category_reason")
        for pk, revision, category, name, source, reason in editable_by(rows, owner).order_by().values_list(*fields):
            one = known[pk]
            if (category, source) == (one.category_id, Source.SUGGESTION):
                continue
            key = (category, name, source, reason, one)
            if key not in made:
                before = _state(category, name, source, reason)
                after = _state(one.category_id, names[one.category_id], Source.SUGGESTION.value, one.reason[:200])
                made[key] = difference(before, after)
            found = made[key]
            if found is not None:
                yield _Suggested(pk, revision, one.category_id, one.reason[:200], found)


def _state(category: int | None, name: str | None, source: str, reason: str) -> dict[str, Any]:
    """As history keeps it (see selectors.snapshots)."""
    reference = None if category is None else {"id": category, "name": name}
    return {"category": reference, "category_source": source, "category_reason": reason}
