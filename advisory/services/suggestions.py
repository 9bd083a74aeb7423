"""Categories that were worked out: those that are sure are applied as suggestions, the rest wait in a queue."""

from __future__ import annotations

import json
import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from accounts.access import editable_by, get_editable, visible_to
from accounts.errors import DomainError
from accounts.models import User
from advisory.analysis.findings import Guess
from advisory.models import Suggestion
from transactions.models import Transaction
from transactions.services.bulk import insert_rows
from transactions.services.steps import BREATH
from transactions.services.suggestions import SuggestedCategory, categories_suggest
from transactions.services.transactions import transaction_update

BATCH = 500
STEP = 2000  # rows that one database transaction writes: more would keep others waiting
MOST_CANDIDATES = 3
MOST_EVIDENCE = 50
# Below this a candidate is no help to choose from.
LEAST_CANDIDATE = 0.05
Status = Suggestion.Status
Source = Transaction.CategorySource
KEPT = ("category", "status", "confidence", "reason", "source", "candidates", "evidence", "engine")
READ = ("transaction_id", "category_id", *KEPT[1:])


@dataclass(frozen=True, slots=True)
class Guessed:
    """What the categoriser said: `labels` turn a guess's category into the owner's; `undecided` are the rows that may
    be asked about, with the category they are suggested now."""

    guesses: Sequence[Guess]
    labels: Mapping[str, int]
    undecided: Mapping[int, int | None]
    engine: str


@dataclass(frozen=True, slots=True)
class Said:
    """One suggestion as it is stored. Light: there is one for every open row."""

    transaction_id: int
    category_id: int | None
    status: str
    confidence: float
    reason: str
    source: str
    candidates: list[dict[str, Any]]
    evidence: list[int]
    engine: str

    @property
    def values(self) -> tuple[Any, ...]:
        """In the order of KEPT, as the database takes them."""
        lists = (json.dumps(self.candidates), json.dumps(self.evidence) if self.evidence else "[]")
        return self.category_id, self.status, self.confidence, self.reason, self.source, *lists, self.engine

    def row(self, owner: User) -> Suggestion:
        return Suggestion(owner=owner, **{name: getattr(self, name) for name in READ})


def suggestions_store(*, owner: User, guessed: Guessed) -> int:
    """Keep what was said of every open row, and apply what is sure; returns how many rows changed.

    A suggestion that was refused, or undone after it was applied, is not made again. Done in short steps that together
    are one change; cut short, the next run does the rest.
    """
    stored = visible_to(Suggestion.objects.order_by(), owner).values_list(*READ)
    before = {one[0]: Said(*one) for one in stored.iterator(chunk_size=BATCH)}
    refused = _refused(before, guessed.undecided)
    rows = [row for guess in guessed.guesses if (row := _said(guess, guessed, refused)) is not None]
    changed, change_set = 0, None
    for start in range(0, len(rows), STEP):
        if start and connection.vendor == "sqlite":
            time.sleep(BREATH)
        part = rows[start : start + STEP]
        with transaction.atomic():
            count, change_set = categories_suggest(owner=owner, wanted=_applied(part), further=change_set)
            _keep(owner, part, before)
        changed += count
    _drop(owner, {row.transaction_id for row in rows}, before, refused)
    return changed


def _applied(rows: Sequence[Said]) -> dict[int, SuggestedCategory]:
    return {
        row.transaction_id: SuggestedCategory(row.category_id, row.reason)
        for row in rows
        if row.status == Status.APPLIED and row.category_id is not None
    }


def _refused(before: Mapping[int, Said], undecided: Mapping[int, int | None]) -> dict[int, int | None]:
    """{transaction: category that was said no to}: one that was applied and is gone from an open row was undone."""
    found = {}
    for pk, one in before.items():
        was_undone = one.status == Status.APPLIED and pk in undecided and undecided[pk] is None
        if one.status == Status.REFUSED or was_undone:
            found[pk] = one.category_id
    return found


def _said(guess: Guess, guessed: Guessed, refused: Mapping[int, int | None]) -> Said | None:
    """The guess as it is stored; None where it says nothing that could be chosen."""
    if guess.id not in guessed.undecided:
        return None
    candidates = _candidates(guess, guessed.labels)
    category = guessed.labels.get(guess.category)
    is_refused = guess.id in refused and refused[guess.id] == category
    if category is None and not candidates:
        return None
    is_sure = guess.is_sure and category is not None and guess.id not in refused
    return Said(
        transaction_id=guess.id,
        category_id=category if category is not None else candidates[0]["category"],
        status=(Status.APPLIED if is_sure else Status.REFUSED if is_refused else Status.REVIEW).value,
        confidence=round(guess.confidence, 4),
        reason=guess.reason[:200],
        source=guess.source[:20],
        candidates=candidates,
        evidence=list(guess.evidence_ids[:MOST_EVIDENCE]),
        engine=guessed.engine,
    )


def _candidates(guess: Guess, labels: Mapping[str, int]) -> list[dict[str, Any]]:
    """The owner's categories among the likeliest, at most three."""
    found = [
        {"category": labels[name], "confidence": round(share, 4)}
        for name, share in guess.candidates
        if name in labels and share >= LEAST_CANDIDATE
    ]
    return found[:MOST_CANDIDATES]


def _keep(owner: User, rows: Sequence[Said], before: Mapping[int, Said]) -> None:
    """Write what is new or different."""
    now = timezone.now()
    new = ((owner.pk, row.transaction_id, now, *row.values) for row in rows if row.transaction_id not in before)
    insert_rows(Suggestion, ("owner", "transaction", "made_at", *KEPT), new)
    different = [row for row in rows if before.get(row.transaction_id, row) != row]
    for start in range(0, len(different), BATCH):
        Suggestion.objects.bulk_create(
            [row.row(owner) for row in different[start : start + BATCH]],
            update_conflicts=True,
            unique_fields=["transaction"],
            update_fields=[*KEPT, "made_at"],
        )


@transaction.atomic
def _drop(owner: User, said: Collection[int], before: Mapping[int, Said], refused: Mapping[int, Any]) -> None:
    """Remove what nothing is said of any more. Refusals stay."""
    gone = [pk for pk, one in before.items() if pk not in said and pk not in refused and one.status != Status.ACCEPTED]
    for start in range(0, len(gone), BATCH):
        editable_by(Suggestion.objects.filter(transaction__in=gone[start : start + BATCH]), owner).delete()
    without = ~Exists(Transaction.objects.filter(pk=OuterRef("transaction_id")))
    editable_by(Suggestion.objects.filter(without), owner).delete()


@transaction.atomic
def suggestion_accept(*, owner: User, suggestion_id: int, category: int | None = None) -> Suggestion:
    """Make the suggested category, or another one of yours, your own word about the row: the categoriser learns it."""
    one = _open(owner, suggestion_id)
    chosen = category if category is not None else one.category_id
    if chosen is None:
        message = "The suggested category is gone. Name one of yours."
        raise DomainError("invalid", message, fields={"category": [message]})
    transaction_update(owner=owner, transaction_id=one.transaction_id, changes={"category": chosen})
    one.category_id, one.status = chosen, Status.ACCEPTED
    one.save(update_fields=["category", "status", "made_at"])
    return _again(owner, suggestion_id)


@transaction.atomic
def suggestion_refuse(*, owner: User, suggestion_id: int) -> Suggestion:
    """Not this category. Where it was applied it is taken off, which counts as your word like any change by hand:
    nothing puts a category there again but you. It is not suggested for this row again either way."""
    one = _open(owner, suggestion_id)
    if one.status == Status.APPLIED:
        transaction_update(owner=owner, transaction_id=one.transaction_id, changes={"category": None})
    one.status = Status.REFUSED
    one.save(update_fields=["status", "made_at"])
    return _again(owner, suggestion_id)


def _open(owner: User, suggestion_id: int) -> Suggestion:
    """The suggestion, as long as its row is still undecided."""
    rows = Suggestion.objects.filter(transaction__owner=owner)
    one = get_editable(rows.select_for_update(of=("self",), no_key=True), owner, suggestion_id)
    if one.transaction.category_source in (Source.USER, Source.RULE):
        raise DomainError("decided", "This row has its category already. Change it there.", status=409)
    return one


def _again(owner: User, suggestion_id: int) -> Suggestion:
    rows = Suggestion.objects.select_related("transaction__payee", "transaction__account", "category")
    return get_editable(rows, owner, suggestion_id)
