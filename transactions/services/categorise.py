"""Which category a row gets without being asked: the user's rules, then the bank's word, then the built-in words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from accounts.access import editable_by
from accounts.models import User
from transactions.ledger.rules import CompiledRules, Rule, compile_rules
from transactions.ledger.suggest import suggest_category, suggest_from_bank
from transactions.models import CategorisationRule, Category, Transaction
from transactions.services.news import announce_change

CHUNK = 500
Source = Transaction.CategorySource


@dataclass(frozen=True, slots=True)
class Decision:
    """A category with where it came from and why; no category means that nothing is known."""

    category_id: int | None = None
    source: str = Source.NONE.value
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Categoriser:
    """One owner's rules and categories, loaded once for many rows."""

    rules: CompiledRules
    ids_by_key: dict[str, int]
    ids_by_name: dict[str, int]

    def decide(self, text: str, *, is_incoming: bool, hint: str = "") -> Decision:
        """`text`: payee, counterparty and description together. `hint`: the bank's own category, if it has one."""
        rule = self.rules.first(text)
        if rule is not None:
            return Decision(rule.category_id, Source.RULE.value, f"Your rule \u201c{rule.contains}\u201d."[:200])
        if hint and (own := self.ids_by_name.get(hint.casefold())):
            return Decision(own, Source.SUGGESTION.value, f"The bank calls it \u201c{hint[:80]}\u201d.")
        found = suggest_from_bank(hint) or suggest_category(text, is_incoming=is_incoming)
        if found is not None and found.key in self.ids_by_key:
            return Decision(self.ids_by_key[found.key], Source.SUGGESTION.value, found.reason[:200])
        return Decision()


def categoriser_for(*, owner: User) -> Categoriser:
    rules = editable_by(CategorisationRule.objects.filter(is_enabled=True), owner).order_by("position", "id")
    categories = list(editable_by(Category.objects.all(), owner))
    return Categoriser(
        rules=compile_rules([Rule(rule.pk, rule.contains, rule.category_id) for rule in rules]),
        ids_by_key={category.key: category.pk for category in categories if category.key},
        ids_by_name={category.name.casefold(): category.pk for category in categories},
    )


@transaction.atomic
def rules_apply(*, owner: User) -> int:
    """Ask the rules again for every row the user has not decided; returns how many rows changed.

    A row whose rule is gone falls back to a suggestion. Suggestions no rule speaks about stay as they are. Run twice,
    the second run changes nothing.
    """
    categoriser = categoriser_for(owner=owner)
    changed: dict[Decision, list[int]] = defaultdict(list)
    rows = editable_by(Transaction.objects.all(), owner).exclude(category_source=Source.USER).filter(splits=None)
    fields = rows.order_by("id").values_list(
        "pk", "category_id", "category_source", "category_reason", "amount_minor",
        "payee__name", "counterparty", "description",
    )  # fmt: skip
    for pk, category_id, source, reason, amount, payee, counterparty, description in fields.iterator(chunk_size=5000):
        text = f"{payee or ''} {counterparty} {description}"
        wanted = categoriser.decide(text, is_incoming=amount > 0)
        keeps = source == Source.SUGGESTION and wanted.source != Source.RULE
        if not keeps and wanted != Decision(category_id, source, reason):
            changed[wanted].append(pk)
    for decision, ids in changed.items():
        _store(decision, ids)
    if changed:
        announce_change(owner)
    return sum(map(len, changed.values()))


def _store(decision: Decision, ids: list[int]) -> None:
    for start in range(0, len(ids), CHUNK):
        Transaction.objects.filter(pk__in=ids[start : start + CHUNK]).update(
            category_id=decision.category_id,
            category_source=decision.source,
            category_reason=decision.reason,
            revision=F("revision") + 1,
            updated_at=timezone.now(),
        )
