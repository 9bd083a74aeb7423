"""Tags: the user's own words across categories."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from accounts.access import editable_by, get_editable
from accounts.models import User
from transactions.models import ChangeSet, Tag, Transaction, TransactionTag
from transactions.services.given import field_error, name_text, own
from transactions.services.history import hold_ledger, ledger_change
from transactions.services.news import announce_change
from transactions.services.rules import rules_forget

MOST_LETTERS = 80
MOST_TAGS = 50


def tag_create(*, owner: User, name: str) -> Tag:
    """DomainError when the owner has one that differs in case only."""
    with transaction.atomic():
        hold_ledger(owner)
        name = _free(owner, name)
        return Tag.objects.create(owner=owner, name=name)


def tag_rename(*, owner: User, tag_id: int, name: str, actor: User | None = None) -> Tag:
    with ledger_change(owner=owner, kind=ChangeSet.Kind.TAG, actor=actor) as change:
        tag = get_editable(Tag.objects.all(), owner, tag_id)
        change.watch_things(Tag, [tag.pk])
        change.says(f"Renamed the tag {tag.name}")
        tag.name = _free(owner, name, but=tag.pk)
        try:
            tag.save(update_fields=["name"])
        except IntegrityError:
            raise _taken(name) from None
        announce_change(owner)
    return tag


def tag_delete(*, owner: User, tag_id: int, actor: User | None = None) -> None:
    """Take it off all rows and forget it; rules lose it. Undoing brings it back."""
    tag = get_editable(Tag.objects.all(), owner, tag_id)
    with ledger_change(
        owner=owner, kind=ChangeSet.Kind.TAG, summary=f"Deleted the tag {tag.name}", actor=actor
    ) as change:
        change.watch_things(Tag, [tag.pk])
        for ids in change.steps(_rows(tag)):
            TransactionTag.objects.filter(tag=tag, transaction__in=ids).delete()
            _count_up(ids)
        rules_forget(change, name="tag", pk=tag.pk)
        tag.delete()
        announce_change(owner)


def tag_merge(*, owner: User, tag_id: int, into: int, actor: User | None = None) -> Tag:
    """Every row of the one gets the other instead. DomainError when the two are the same."""
    tag = get_editable(Tag.objects.all(), owner, tag_id)
    kept = own(Tag.objects.all(), owner, into, "into")
    if kept.pk == tag.pk:
        raise field_error("into", "Choose another tag.")
    summary = f"Merged the tag {tag.name} into {kept.name}"
    with ledger_change(owner=owner, kind=ChangeSet.Kind.TAG, summary=summary, actor=actor) as change:
        change.watch_things(Tag, [tag.pk])
        for ids in change.steps(_rows(tag)):
            TransactionTag.objects.bulk_create(
                [TransactionTag(transaction_id=pk, tag=kept) for pk in ids], ignore_conflicts=True
            )
            TransactionTag.objects.filter(tag=tag, transaction__in=ids).delete()
            _count_up(ids)
        rules_forget(change, name="tag", pk=tag.pk, instead=kept.pk)
        tag.delete()
        announce_change(owner)
    return kept


def tags_ensure(*, owner: User, names: Iterable[str], field: str = "tags") -> dict[int, str]:
    """Number -> name of the tags of these names, made where there are none. Case does not tell tags apart."""
    wanted = {text.casefold(): text for text in (_checked(name, field) for name in names)}
    if len(wanted) > MOST_TAGS:
        raise field_error(field, f"At most {MOST_TAGS} tags at a time.")
    if not wanted:
        return {}
    known = editable_by(Tag.objects.all(), owner).order_by("-pk").values_list("name", "pk")
    there = {name.casefold(): (pk, name) for name, pk in known}
    found: dict[int, str] = {}
    for key, text in wanted.items():
        pk, name = there[key] if key in there else (Tag.objects.create(owner=owner, name=text).pk, text)
        found[pk] = name
    return found


def tags_known(*, owner: User, names: Iterable[str]) -> dict[int, str]:
    """Number -> name of those among these names that are tags."""
    keys = {name.strip().casefold() for name in names}
    known = editable_by(Tag.objects.all(), owner).values_list("pk", "name")
    return {pk: name for pk, name in known if name.casefold() in keys}


def tags_set(*, owner: User, txn: Transaction, names: Iterable[str]) -> None:
    """Exactly these tags on a row."""
    wanted = tags_ensure(owner=owner, names=names)
    links = TransactionTag.objects.filter(transaction=txn)
    links.exclude(tag__in=wanted).delete()
    there = set(links.values_list("tag_id", flat=True))
    TransactionTag.objects.bulk_create([TransactionTag(transaction=txn, tag_id=pk) for pk in wanted if pk not in there])


def _rows(tag: Tag) -> list[int]:
    return list(TransactionTag.objects.filter(tag=tag).order_by().values_list("transaction_id", flat=True))


def _count_up(ids: list[int]) -> None:
    Transaction.objects.filter(pk__in=ids).update(revision=F("revision") + 1, updated_at=timezone.now())


def _checked(name: str, field: str) -> str:
    text = name_text(name, field)
    if len(text) > MOST_LETTERS:
        raise field_error(field, f"A tag has at most {MOST_LETTERS} letters.")
    return text


def _free(owner: User, name: str, but: int = 0) -> str:
    text = _checked(name, "name")
    others = editable_by(Tag.objects.exclude(pk=but), owner).values_list("name", flat=True)
    if text.casefold() in {other.casefold() for other in others}:
        raise _taken(text)
    return text


def _taken(name: str) -> Exception:
    return field_error("name", f"There is already a tag {name}. Merge the two instead.")
