"""Payees: our own names for the other party."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from accounts.access import editable_by, get_editable
from accounts.models import User
from transactions.ledger.payee import payee_key
from transactions.models import Payee, Transaction
from transactions.services.given import field_error, name_text
from transactions.services.news import announce_change

CHUNK = 500


def payee_create(*, owner: User, name: str) -> Payee:
    """DomainError when the owner has a payee that differs in spacing, case or accents only."""
    name = name_text(name)
    key = _key(name)
    try:
        with transaction.atomic():
            return Payee.objects.create(owner=owner, name=name, key=key)
    except IntegrityError:
        known = editable_by(Payee.objects.filter(key=key), owner).values_list("name", flat=True).first()
        raise field_error("name", f"There is already a payee for this name: {known}.") from None


@transaction.atomic
def payee_rename(*, owner: User, payee_id: int, name: str) -> Payee:
    """Only the name on screen changes. The key stays, so that the bank's spelling still finds this payee."""
    payee = get_editable(Payee.objects.select_for_update(no_key=True), owner, payee_id)
    name = name_text(name)
    others = editable_by(Payee.objects.filter(key=_key(name)), owner).exclude(pk=payee.pk)
    if others.exists():
        raise field_error("name", "Another payee already stands for this name.")
    payee.name = name
    payee.save(update_fields=["name"])
    announce_change(owner)
    return payee


@transaction.atomic
def payee_delete(*, owner: User, payee_id: int) -> None:
    """Its transactions stay, without a payee."""
    payee = get_editable(Payee.objects.select_for_update(), owner, payee_id)
    Transaction.objects.filter(payee=payee).update(payee=None, revision=F("revision") + 1, updated_at=timezone.now())
    payee.delete()
    announce_change(owner)


def payees_ensure(*, owner: User, names: Iterable[str]) -> dict[str, int]:
    """Payee id by key for all these names, made where they are missing."""
    by_key = {key: name for name in names if (key := payee_key(name))}
    known = _known(owner, list(by_key))
    missing = [Payee(owner=owner, name=name, key=key) for key, name in sorted(by_key.items()) if key not in known]
    if missing:
        Payee.objects.bulk_create(missing, batch_size=CHUNK, ignore_conflicts=True)
        known |= _known(owner, [payee.key for payee in missing])
    return known


def _known(owner: User, keys: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for start in range(0, len(keys), CHUNK):
        rows = editable_by(Payee.objects.filter(key__in=keys[start : start + CHUNK]), owner)
        found.update(rows.values_list("key", "pk"))
    return found


def _key(name: str) -> str:
    key = payee_key(name)
    if not key:
        raise field_error("name", "A payee's name needs at least one letter or digit.")
    return key
