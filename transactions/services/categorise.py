"""Which category a row gets without being asked: the user's rules, then the bank's word, then the built-in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import F, QuerySet
from django.utils import timezone

from accounts.access import editable_by
from accounts.models import User
from transactions.ledger.rules import CompiledRules, Rule, compile_rules, text_rules
from transactions.ledger.rules_effects import reason_of
from transactions.ledger.search import RowFacts
from transactions.ledger.suggest import suggest_category, suggest_from_bank
from transactions.models import Category, ChangeSet, Transaction
from transactions.selectors.row_facts import row_facts
from transactions.selectors.rules import rules_in_order
from transactions.services.history import RuleNamed, ledger_change
from transactions.services.news import announce_change
from transactions.services.rollups import rollups_settle

Source = Transaction.CategorySource
NO_DAY = date(1, 1, 1)


@dataclass(frozen=True, slots=True)
class Decision:
    """A category with where it came from and why; no category means that nothing is known."""

    category_id: int | None = None
    source: str = Source.NONE.value
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Categoriser:
    """One owner's rules and categories, loaded once for many rows. `words` are the rules that can be asked of a text
    before there is a row; `rules` are all of them. An archived category is set by a rule only."""

    rules: CompiledRules
    words: CompiledRules
    known: frozenset[int]
    ids_by_key: dict[str, int]
    ids_by_name: dict[str, int]

    def decide(self, text: str, *, is_incoming: bool, hint: str = "") -> Decision:
        """`text`: payee, counterparty and description together. `hint`: the bank's own category, if it has one."""
        facts = RowFacts(NO_DAY, 1 if is_incoming else -1, "", description=text)
        return self._by_rule(self.words.category_for(facts)) or self._suggested(text, is_incoming, hint)

    def words_category(self, text: str) -> int | None:
        """The category that a rule gives to money leaving with this text."""
        decision = self._by_rule(self.words.category_for(RowFacts(NO_DAY, -1, "", description=text)))
        return decision.category_id if decision else None

    def decide_row(self, facts: RowFacts) -> Decision:
        """The same for a row that is there, which every rule can be asked of."""
        text = f"{facts.payee} {facts.counterparty} {facts.description}"
        return self._by_rule(self.rules.category_for(facts)) or self._suggested(text, facts.amount_minor > 0, "")

    def is_ruled(self, facts: RowFacts) -> bool:
        """Some rule gives this row a category."""
        return self._by_rule(self.rules.category_for(facts)) is not None

    def _by_rule(self, rule: Rule | None) -> Decision | None:
        if rule is None or rule.category_id not in self.known:
            return None
        return Decision(rule.category_id, Source.RULE.value, reason_of(rule.name))

    def _suggested(self, text: str, is_incoming: bool, hint: str) -> Decision:
        if hint and (own := self.ids_by_name.get(hint.casefold())):
            return Decision(own, Source.SUGGESTION.value, f"The bank calls it \u201c{hint[:80]}\u201d.")
        found = suggest_from_bank(hint) or suggest_category(text, is_incoming=is_incoming)
        if found is not None and found.key in self.ids_by_key:
            return Decision(self.ids_by_key[found.key], Source.SUGGESTION.value, found.reason[:200])
        return Decision()


def categoriser_for(*, owner: User) -> Categoriser:
    rules = rules_in_order(owner=owner)
    categories = list(editable_by(Category.objects.all(), owner))
    offered = [category for category in categories if not category.is_archived]
    return Categoriser(
        rules=compile_rules(rules),
        words=compile_rules(text_rules(rules)),
        known=frozenset(category.pk for category in categories),
        ids_by_key={category.key: category.pk for category in offered if category.key},
        ids_by_name={category.name.casefold(): category.pk for category in offered},
    )


def rules_apply(*, owner: User) -> int:
    """Ask the rules again for the category of every row the user has not decided; returns how many rows changed.

    A row whose rule is gone falls back to a suggestion. Suggestions no rule speaks about stay as they are. Other
    actions are done on import and when the user asks, not again and again. Run twice, the second run changes nothing.
    """
    categoriser = categoriser_for(owner=owner)
    changed: dict[Decision, list[int]] = defaultdict(list)
    rows = editable_by(Transaction.objects.all(), owner).exclude(category_source=Source.USER).filter(splits=None)
    known = dict(_decisions(rows))
    for facts in row_facts(owner=owner, rows=rows.order_by("id")):
        there = known[facts.transaction_id]
        wanted = categoriser.decide_row(facts)
        keeps = there.source == Source.SUGGESTION and wanted.source != Source.RULE
        if not keeps and wanted != there:
            changed[wanted].append(facts.transaction_id)
    names = {reason_of(rule.name): RuleNamed(rule.rule_id, rule.name) for rule in rules_in_order(owner=owner)}
    for decision, ids in changed.items():
        _store(owner, decision, ids, names.get(decision.reason) if decision.source == Source.RULE else None)
    if changed:
        rollups_settle(owner=owner)
        announce_change(owner)
    return sum(map(len, changed.values()))


def _decisions(rows: QuerySet[Transaction]) -> Iterator[tuple[int, Decision]]:
    fields = rows.order_by().values_list("pk", "category_id", "category_source", "category_reason")
    for pk, category_id, source, reason in fields.iterator(chunk_size=5000):
        yield pk, Decision(category_id, source, reason)


def _store(owner: User, decision: Decision, ids: list[int], rule: RuleNamed | None) -> None:
    summary = decision.reason or "No rule speaks of these rows any more"
    with ledger_change(owner=owner, kind=ChangeSet.Kind.RULE, summary=summary, rule=rule) as change:
        for chunk in change.steps(ids):
            # Whoever decided by hand meanwhile is left alone.
            Transaction.objects.filter(pk__in=chunk).exclude(category_source=Source.USER).update(
                category_id=decision.category_id,
                category_source=decision.source,
                category_reason=decision.reason,
                revision=F("revision") + 1,
                updated_at=timezone.now(),
            )
