"""The owner's rules, ready to be asked."""

from __future__ import annotations

import logging
from collections.abc import Collection

from django.db.models import QuerySet
from django.utils import timezone

from accounts.access import get_visible, visible_to
from accounts.models import User
from transactions.ledger import rules as pure
from transactions.ledger.rules_actions import rule_actions
from transactions.ledger.rules_conditions import condition_tree
from transactions.ledger.rules_health import RulesHealth, rules_health
from transactions.ledger.rules_problems import RuleProblem
from transactions.models import Rule, Transaction
from transactions.selectors.row_facts import row_facts

log = logging.getLogger("spendwise.rules")
LOOKED_AT = 100_000


def rule_list(*, owner: User) -> QuerySet[Rule]:
    return visible_to(Rule.objects.all(), owner)


def rule_get(*, owner: User, rule_id: object) -> Rule:
    return get_visible(Rule.objects.all(), owner, rule_id)


def rules_in_order(*, owner: User, ids: Collection[int] | None = None) -> list[pure.Rule]:
    """The enabled rules, or those with these ids whether enabled or not, in the order in which they are asked. A rule
    that no longer makes sense is left out."""
    rows = rule_list(owner=owner).order_by("position", "id")
    rows = rows.filter(is_enabled=True) if ids is None else rows.filter(pk__in=ids)
    found = []
    for row in rows:
        try:
            found.append(pure_rule(row))
        except RuleProblem as problem:
            log.warning("rule left out id=%s: %s", row.pk, problem)
    return found


def pure_rule(row: Rule) -> pure.Rule:
    condition = condition_tree(row.condition, timezone.localdate())
    return pure.Rule(row.pk, row.name, condition, rule_actions(row.actions), row.stop)


def rules_state(*, owner: User) -> RulesHealth:
    """Asks every enabled rule about the newest rows, at most LOOKED_AT of them."""
    rules = rules_in_order(owner=owner)
    compiled = pure.compile_rules(rules)
    rows = visible_to(Transaction.objects.order_by("-booking_date", "-id"), owner)[:LOOKED_AT]
    return rules_health(rules, (compiled.all_matching(facts) for facts in row_facts(owner=owner, rows=rows)))
