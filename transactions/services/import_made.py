"""What booking a file makes beside transactions, written down so that rolling back can take it away again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from accounts.access import editable_by
from accounts.models import User
from transactions.models import Category, LedgerAccount, Payee, StatementImport, Tag
from transactions.services.import_drafts import LONGEST_NAME, Path
from transactions.services.payees import payees_ensure

CHUNK = 500
ACCOUNT_STATE = (
    "name", "kind", "currency", "opening_balance_minor", "has_known_opening", "external_ref", "other_refs",
    "is_archived",
)  # fmt: skip


@dataclass(slots=True)
class Made:
    """Ids of what one import made, and of accounts it changed how they were before."""

    accounts: list[int] = field(default_factory=list)
    payees: list[int] = field(default_factory=list)
    categories: list[int] = field(default_factory=list)
    tags: list[int] = field(default_factory=list)
    before: dict[int, dict[str, Any]] = field(default_factory=dict)

    def note_before(self, account: LedgerAccount) -> None:
        if account.pk not in self.accounts:
            self.before.setdefault(account.pk, account_state(account))

    def keep(self, record: StatementImport) -> None:
        """Write it on the record (without saving it), each thing as it is now: what is changed later is kept."""
        accounts = LedgerAccount.objects.in_bulk([*self.accounts, *self.before])
        changes = [
            {"id": pk, "before": before, "after": account_state(accounts[pk])}
            for pk, before in self.before.items()
            if before != account_state(accounts[pk])
        ]
        record.created_objects = {
            "accounts": [{"id": pk, **account_state(accounts[pk])} for pk in self.accounts],
            "account_changes": changes,
            "payees": _named(Payee, self.payees),
            "categories": [category_state(row) for row in Category.objects.filter(pk__in=self.categories)],
            "tags": _named(Tag, self.tags),
        }


def account_state(account: LedgerAccount) -> dict[str, Any]:
    return {name: getattr(account, name) for name in ACCOUNT_STATE}


def category_state(row: Category) -> dict[str, Any]:
    return {
        "id": row.pk, "name": row.name, "kind": row.kind, "group": row.group, "is_essential": row.is_essential,
        "parent": row.parent_id, "position": row.position,
    }  # fmt: skip


def _named(model: type[Payee] | type[Tag], ids: list[int]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for start in range(0, len(ids), CHUNK):
        rows = model.objects.filter(pk__in=ids[start : start + CHUNK]).order_by("pk")
        found += [{"id": pk, "name": name} for pk, name in rows.values_list("pk", "name")]
    return found


def payees_make(owner: User, names: Iterable[str], made: Made) -> dict[str, int]:
    """Payee id by key for all these names; what is missing is made and noted."""
    last = editable_by(Payee.objects.order_by("-pk"), owner).values_list("pk", flat=True).first() or 0
    found = payees_ensure(owner=owner, names=names)
    # The owner is locked, so whatever is younger than the youngest from before was made here.
    made.payees += sorted(pk for pk in found.values() if pk > last)
    return found


def categories_make(owner: User, paths: Iterable[Path], made: Made) -> dict[tuple[str, str], int]:
    """Category id by (group, name) for categories of another program that are missing here."""
    found: dict[tuple[str, str], int] = {}
    kinds: dict[tuple[str, str], bool] = {}
    for path in paths:
        key = (path.group, path.name)
        kinds[key] = kinds.get(key, True) and path.is_income
    if not kinds:
        return found
    known = {row.name: row for row in editable_by(Category.objects.all(), owner)}
    position = max((row.position for row in known.values()), default=0)
    for (group, name), is_income in sorted(kinds.items()):
        position += 1
        chosen = name if name not in known else f"{group}: {name}"[-LONGEST_NAME:]
        if chosen not in known:
            kind = Category.Kind.INCOME if is_income else Category.Kind.EXPENSE
            known[chosen] = Category.objects.create(owner=owner, name=chosen, group=group, kind=kind, position=position)
            made.categories.append(known[chosen].pk)
        found[group, name] = known[chosen].pk
    return found


def tags_make(owner: User, names: Iterable[str], made: Made) -> dict[str, int]:
    """Tag id by name for all these names."""
    wanted = sorted(set(names))
    known = dict(editable_by(Tag.objects.all(), owner).values_list("name", "pk")) if wanted else {}
    missing = [name for name in wanted if name not in known]
    if missing:
        Tag.objects.bulk_create([Tag(owner=owner, name=name) for name in missing], batch_size=CHUNK)
        fresh = dict(editable_by(Tag.objects.filter(name__in=missing[:CHUNK]), owner).values_list("name", "pk"))
        for start in range(CHUNK, len(missing), CHUNK):
            more = editable_by(Tag.objects.filter(name__in=missing[start : start + CHUNK]), owner)
            fresh.update(more.values_list("name", "pk"))
        made.tags += sorted(fresh.values())
        known |= fresh
    return known
