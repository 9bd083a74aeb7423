"""Payees: our own names for the other party."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from accounts.access import editable_by, get_editable
from accounts.models import User
from transactions.ledger.payee import payee_key
from transactions.models import ChangeSet, Payee, PayeeAlias, Transaction
from transactions.services.given import field_error, name_text
from transactions.services.history import LedgerChange, ledger_change
from transactions.services.news import announce_change
from transactions.services.rules import rules_forget

CHUNK = 500


def payee_create(*, owner: User, name: str) -> Payee:
    """DomainError when the owner has a payee that differs in spacing, case or accents only."""
    name = name_text(name)
    key = _key(name)
    meant = editable_by(PayeeAlias.objects.filter(key=key), owner).values_list("payee__name", flat=True).first()
    if meant is not None:
        raise field_error("name", f"This name already means {meant}.")
    try:
        with transaction.atomic():
            return Payee.objects.create(owner=owner, name=name, key=key)
    except IntegrityError:
        known = editable_by(Payee.objects.filter(key=key), owner).values_list("name", flat=True).first()
        raise field_error("name", f"There is already a payee for this name: {known}.") from None


def payee_rename(*, owner: User, payee_id: int, name: str, actor: User | None = None) -> Payee:
    """Only the name on screen changes. The key stays, so that the bank's spelling still finds this payee; the new
    name is learned as another spelling."""
    with ledger_change(owner=owner, kind=ChangeSet.Kind.PAYEE, actor=actor) as change:
        payee = get_editable(Payee.objects.select_for_update(no_key=True), owner, payee_id)
        name = name_text(name)
        others = editable_by(Payee.objects.filter(key=_key(name)), owner).exclude(pk=payee.pk)
        meant = editable_by(PayeeAlias.objects.filter(key=_key(name)), owner).exclude(payee=payee)
        if others.exists() or meant.exists():
            raise field_error("name", "Another payee already stands for this name. Merge the two instead.")
        change.watch_things(Payee, [payee.pk])
        change.says(f"Renamed the payee {payee.name} to {name}")
        payee.name = name
        payee.save(update_fields=["name"])
        alias_learn(change, keys=[_key(name)], payee=payee)
        announce_change(owner)
    return payee


def payee_spellings_set(*, owner: User, payee_id: int, spellings: Collection[str], actor: User | None = None) -> Payee:
    """Exactly these spellings mean the payee beside its own, whatever was learned before. DomainError when one of them
    means another payee. Rows stay as they are; later imports go by it."""
    with ledger_change(owner=owner, kind=ChangeSet.Kind.PAYEE, actor=actor) as change:
        payee = get_editable(Payee.objects.select_for_update(no_key=True), owner, payee_id)
        wanted = {_key(text, "aliases") for text in spellings}
        others = editable_by(Payee.objects.filter(key__in=wanted), owner).exclude(pk=payee.pk)
        meant = editable_by(PayeeAlias.objects.filter(key__in=wanted), owner).exclude(payee=payee)
        taken = others.values_list("name", flat=True).first() or meant.values_list("payee__name", flat=True).first()
        if taken is not None:
            raise field_error("aliases", f"One of these means {taken}. Merge the two, or take it away there first.")
        watch_payee(change, payee)
        change.says(f"Changed the spellings of {payee.name}")
        payee.aliases.exclude(key__in=wanted).delete()
        known = set(payee.aliases.values_list("key", flat=True))
        alias_learn(change, keys=wanted - known, payee=payee)
        announce_change(owner)
    return payee


def payee_delete(*, owner: User, payee_id: int, actor: User | None = None) -> None:
    """Its transactions stay, without a payee; rules lose it."""
    payee = get_editable(Payee.objects.all(), owner, payee_id)
    summary = f"Deleted the payee {payee.name}"
    with ledger_change(owner=owner, kind=ChangeSet.Kind.PAYEE, summary=summary, actor=actor) as change:
        watch_payee(change, payee)
        rows = editable_by(Transaction.objects.filter(payee=payee), owner).order_by()
        for ids in change.steps(rows.values_list("pk", flat=True)):
            Transaction.objects.filter(pk__in=ids).update(
                payee=None, revision=F("revision") + 1, updated_at=timezone.now()
            )
        rules_forget(change, name="payee", pk=payee.pk)
        payee.delete()
        announce_change(owner)


def payee_for(*, owner: User, name: str) -> Payee:
    """The payee that this name means, made if there is none."""
    return Payee.objects.get(pk=payees_ensure(owner=owner, names=[name])[_key(name)])


def watch_payee(change: LedgerChange, payee: Payee) -> None:
    """The payee and its spellings, before they go."""
    change.watch_things(Payee, [payee.pk])
    change.watch_things(PayeeAlias, PayeeAlias.objects.filter(payee=payee).values_list("pk", flat=True))


def alias_learn(change: LedgerChange, *, keys: Iterable[str], payee: Payee) -> None:
    """These spellings mean this payee from now on."""
    wanted = {key for key in keys if key}
    known = editable_by(PayeeAlias.objects.filter(key__in=wanted), change.owner)
    change.watch_things(PayeeAlias, known.values_list("pk", flat=True))
    known.delete()
    fresh = [PayeeAlias(owner=change.owner, key=key, payee=payee) for key in sorted(wanted - {payee.key})]
    for alias in PayeeAlias.objects.bulk_create(fresh, batch_size=CHUNK):
        change.made_thing(alias)


def payees_ensure(*, owner: User, names: Iterable[str]) -> dict[str, int]:
    """Payee id by key for all these names, made where they are missing. What was learned about a spelling comes
    first."""
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
        chunk = keys[start : start + CHUNK]
        found.update(editable_by(Payee.objects.filter(key__in=chunk), owner).values_list("key", "pk"))
        found.update(editable_by(PayeeAlias.objects.filter(key__in=chunk), owner).values_list("key", "payee_id"))
    return found


def _key(name: str, field: str = "name") -> str:
    key = payee_key(name)
    if not key:
        raise field_error(field, "A payee's name needs at least one letter or digit.")
    return key
