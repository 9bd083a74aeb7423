"""Two payees that are one, and one that is two. What the bank writes is kept; which payee it means is learned."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from accounts.access import editable_by, get_editable
from accounts.models import User
from transactions.ledger.payee import payee_key, payee_name
from transactions.ledger.search import folded
from transactions.models import ChangeSet, Payee, PayeeAlias, Transaction
from transactions.models.sql_text import FoldedText
from transactions.services.given import field_error, name_text, own
from transactions.services.history import ledger_change
from transactions.services.news import announce_change
from transactions.services.payees import alias_learn, payee_for, watch_payee
from transactions.services.rules import rules_forget


def payee_merge(*, owner: User, payee_id: int, into: int, actor: User | None = None) -> Payee:
    """Every transaction of the one gets the other; the spellings of both mean the one that stays, now and in later
    imports."""
    payee = get_editable(Payee.objects.all(), owner, payee_id)
    kept = own(Payee.objects.all(), owner, into, "into")
    if kept.pk == payee.pk:
        raise field_error("into", "Choose another payee.")
    summary = f"Merged the payee {payee.name} into {kept.name}"
    with ledger_change(owner=owner, kind=ChangeSet.Kind.PAYEE, summary=summary, actor=actor) as change:
        watch_payee(change, payee)
        for ids in change.steps(_rows(owner, payee).values_list("pk", flat=True)):
            _give(ids, kept)
        PayeeAlias.objects.filter(payee=payee).update(payee=kept)
        rules_forget(change, name="payee", pk=payee.pk, instead=kept.pk)
        key = payee.key
        payee.delete()
        alias_learn(change, keys=[key], payee=kept)
        announce_change(owner)
    return kept


def payee_split(
    *,
    owner: User,
    payee_id: int,
    name: str,
    counterparty: str = "",
    transaction_ids: Collection[int] = (),
    actor: User | None = None,
) -> Payee:
    """Some of a payee's transactions, by what the bank wrote or by number, get a payee of this name. What the bank
    writes on them, and on none that stay, means that payee from now on."""
    payee = get_editable(Payee.objects.all(), owner, payee_id)
    name = name_text(name)
    rows = _chosen(owner, payee, counterparty, transaction_ids)
    if not rows:
        raise field_error("counterparty", "None of this payee's transactions is among these.")
    summary = f"Split {name} off the payee {payee.name}"
    with ledger_change(owner=owner, kind=ChangeSet.Kind.PAYEE, summary=summary, actor=actor) as change:
        known = set(editable_by(Payee.objects.all(), owner).values_list("pk", flat=True))
        other = payee_for(owner=owner, name=name)
        if other.pk not in known:
            change.made_thing(other)
        if other.pk == payee.pk:
            raise field_error("name", "Choose a name that does not mean this payee.")
        for ids in change.steps(rows):
            _give(ids, other)
        moved = _keys(Transaction.objects.filter(pk__in=list(rows)[:5000]))
        alias_learn(change, keys=moved - _keys(_rows(owner, payee)), payee=other)
        announce_change(owner)
    return other


def _rows(owner: User, payee: Payee) -> QuerySet[Transaction]:
    return editable_by(Transaction.objects.filter(payee=payee), owner).order_by()


def _chosen(owner: User, payee: Payee, counterparty: str, ids: Collection[int]) -> list[int]:
    rows = _rows(owner, payee)
    wanted = Q(pk__in=ids)
    if folded(counterparty):
        wanted |= Q(FoldedText("equals", F("counterparty"), folded(counterparty)))
    return list(rows.filter(wanted).values_list("pk", flat=True))


def _give(ids: Iterable[int], payee: Payee) -> None:
    Transaction.objects.filter(pk__in=list(ids)).update(
        payee=payee, revision=F("revision") + 1, updated_at=timezone.now()
    )


def _keys(rows: QuerySet[Transaction]) -> set[str]:
    """What imports would take these rows' payee for."""
    texts = set(rows.order_by().values_list("counterparty", "description"))
    return {key for texts_of_row in texts if (key := payee_key(payee_name(*texts_of_row)))}
