"""The user's rules: made, changed, put in order, removed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypedDict

from django.db.models import Max, QuerySet
from django.utils import timezone

from accounts.access import editable_by, get_editable
from accounts.errors import DomainError
from accounts.models import User
from transactions.ledger.rules_actions import Action, ids_named, rule_actions
from transactions.ledger.rules_conditions import condition_tree, contains_condition, contains_of
from transactions.ledger.rules_problems import RuleProblem
from transactions.ledger.search.nodes import IdTest, Node, leaves
from transactions.models import Category, ChangeSet, LedgerAccount, Payee, Rule, Tag
from transactions.services.given import field_error, name_text, own
from transactions.services.history import LedgerChange, ledger_change

MOST_RULES = 2000
LONGEST_NAME = 120
LAST_PLACE = 2**31 - 1
OWN: dict[str, Any] = {"category": Category, "payee": Payee, "account": LedgerAccount, "tag": Tag}
PLAIN = ("position", "stop", "is_enabled")


class RuleGiven(TypedDict, total=False):
    """`query` or `contains` may stand for `condition`, and `category` for `actions` that only set it."""

    name: str
    condition: Any
    query: str
    contains: str
    actions: Any
    category: int
    position: int
    stop: bool
    is_enabled: bool


def rule_create(*, owner: User, **given: Any) -> Rule:
    """See RuleGiven; a condition and actions are needed. It takes effect at the next import, or for existing rows
    when rules are applied. DomainError names what is wrong."""
    checked: RuleGiven = given  # type: ignore[assignment]  # keywords of a TypedDict, for callers
    with ledger_change(owner=owner, kind=ChangeSet.Kind.RULES) as change:
        others = editable_by(Rule.objects.all(), owner)
        if others.count() >= MOST_RULES:
            raise field_error("name", f"You can have at most {MOST_RULES} rules. Remove some first.")
        rule = Rule(owner=owner, condition=None, actions=None, position=_last_place(others))
        _set(rule, owner, checked)
        rule.save()
        change.made_thing(rule)
        change.says(f"Made the rule {rule.name}")
    return rule


def _last_place(rules: QuerySet[Rule]) -> int:
    """Behind all others: whoever has put rules into an order is not overruled by a new one."""
    last = rules.aggregate(last=Max("position"))["last"]
    return 0 if last is None else min(last + 1, LAST_PLACE)


def rule_update(*, owner: User, rule_id: int, changes: RuleGiven, actor: User | None = None) -> Rule:
    with ledger_change(owner=owner, kind=ChangeSet.Kind.RULES, actor=actor) as change:
        rule = get_editable(Rule.objects.select_for_update(no_key=True), owner, rule_id)
        change.watch_things(Rule, [rule.pk])
        change.says(f"Changed the rule {rule.name}")
        _set(rule, owner, changes)
        rule.save()
    return rule


def rule_delete(*, owner: User, rule_id: int, actor: User | None = None) -> None:
    """What it did stays."""
    with ledger_change(owner=owner, kind=ChangeSet.Kind.RULES, actor=actor) as change:
        rule = get_editable(Rule.objects.select_for_update(), owner, rule_id)
        change.watch_things(Rule, [rule.pk])
        change.says(f"Deleted the rule {rule.name}")
        rule.delete()


def rules_reorder(*, owner: User, ids: Sequence[int], actor: User | None = None) -> None:
    """These rules in this order, the others behind them as they were."""
    summary = "Put the rules into another order"
    with ledger_change(owner=owner, kind=ChangeSet.Kind.RULES, summary=summary, actor=actor) as change:
        rules = list(editable_by(Rule.objects.select_for_update(no_key=True), owner).order_by("position", "id"))
        known = {rule.pk: rule for rule in rules}
        if len(set(ids)) != len(ids) or not set(ids) <= known.keys():
            raise field_error("ids", "Name rules of yours, each once.")
        change.watch_things(Rule, known)
        ordered = [known[pk] for pk in ids] + [rule for rule in rules if rule.pk not in set(ids)]
        for position, rule in enumerate(ordered, 1):
            rule.position = position
        Rule.objects.bulk_update(ordered, ["position"], batch_size=500)


def rule_read(*, owner: User, condition: Any, actions: Any) -> tuple[Node, tuple[Action, ...]]:
    """A condition and actions, checked: they make sense, and everything they point at is the owner's."""
    try:
        node = condition_tree(condition, timezone.localdate())
        found = rule_actions(actions)
    except RuleProblem as problem:
        raise DomainError("invalid", problem.message, fields={problem.path: [problem.message]}) from None
    for leaf in leaves(node):
        if isinstance(leaf, IdTest) and leaf.field in OWN:
            for pk in sorted(leaf.ids):
                own(OWN[leaf.field].objects.all(), owner, pk, "condition")
    for name, ids in ids_named(found).items():
        for pk in sorted(ids):
            own(OWN[name].objects.all(), owner, pk, "actions")
    return node, found


def _set(rule: Rule, owner: User, given: RuleGiven) -> None:
    condition, actions = _condition(given, rule.condition), _actions(given, rule.actions)
    if condition is None:
        raise field_error("condition", "Say which rows the rule is for: condition, query or contains.")
    if actions is None:
        raise field_error("actions", "Say what the rule does: actions, or category.")
    if "category" in given:  # whoever speaks of a category alone is told about a category
        if given["category"] is None:
            raise field_error("category", "Choose a category.")
        own(Category.objects.all(), owner, given["category"], "category")
    _, found = rule_read(owner=owner, condition=condition, actions=actions)
    rule.condition, rule.actions = condition, actions
    rule.category_id = next((action["category"] for action in actions if action["type"] == "set_category"), None)
    if "name" in given and given["name"].strip():
        rule.name = name_text(given["name"])[:LONGEST_NAME]
    elif not rule.name or "name" in given or "contains" in given:
        rule.name = described(condition, found)
    for name in PLAIN:
        if name in given:
            setattr(rule, name, given[name])  # type: ignore[literal-required]


def _condition(given: RuleGiven, known: Any) -> Any:
    named = [name for name in ("condition", "query", "contains") if name in given]
    if len(named) > 1:
        raise field_error(named[1], f"Give either {' or '.join(named)}.")
    if "contains" in given:
        return contains_condition(_words(given["contains"]))
    return {"query": given["query"]} if "query" in given else given.get("condition", known)


def _actions(given: RuleGiven, known: Any) -> Any:
    if "actions" in given and "category" in given:
        raise field_error("category", "Give either actions or category.")
    if "category" not in given:
        return given.get("actions", known)
    others = [action for action in known or [] if action["type"] != "set_category"]
    return [{"type": "set_category", "category": given["category"]}, *others]


def _words(text: str) -> str:
    cleaned = name_text(text, "contains")
    if len(cleaned) < 2:
        raise field_error("contains", "A rule needs at least two characters, or it would take nearly every row.")
    return cleaned


def described(condition: Any, actions: Sequence[Action]) -> str:
    """A name for a rule that was given none."""
    words = contains_of(condition) or (condition.get("query") if isinstance(condition, dict) else "")
    return (words or f"{len(actions)} action{'s' * (len(actions) > 1)}")[:LONGEST_NAME]


def rules_pointing_at(*, owner: User, name: str, pk: int) -> list[int]:
    """The rules that ask for this category, payee, tag or account (`name`), or give it."""
    return [
        rule.pk
        for rule in editable_by(Rule.objects.all(), owner)
        if (rule.condition, rule.actions) != _without(rule, name, pk, None)
    ]


def rules_forget(change: LedgerChange, *, name: str, pk: int, instead: int | None = None) -> None:
    """A category, payee or account (`name`) goes: rules point at `instead`, or lose what pointed at it. A rule that
    has nothing left to do, or whose condition asked for it, goes too. The change knows how they were."""
    ids = rules_pointing_at(owner=change.owner, name=name, pk=pk)
    change.watch_things(Rule, ids)
    for rule in editable_by(Rule.objects.select_for_update(no_key=True).filter(pk__in=ids), change.owner):
        condition, actions = _without(rule, name, pk, instead)
        if condition is None or not actions:
            rule.delete()
            continue
        rule.condition, rule.actions = condition, actions
        rule.category_id = next((action["category"] for action in actions if action["type"] == "set_category"), None)
        rule.save()


def _without(rule: Rule, name: str, pk: int, instead: int | None) -> tuple[Any, list[Any]]:
    actions = [found for action in rule.actions if (found := _pointed(action, name, pk, instead)) is not None]
    return _pointed(rule.condition, name, pk, instead), actions


def _pointed(given: Any, name: str, pk: int, instead: int | None) -> Any:
    """A condition or action that points elsewhere; None where nothing is left of it."""
    if isinstance(given, list):
        kept = [found for one in given if (found := _pointed(one, name, pk, instead)) is not None]
        return kept or None
    if not isinstance(given, dict):
        return given
    if "type" in given:
        return _action_pointed(given, name, pk, instead)
    if given.get("field") == name:
        return _test_pointed(given, pk, instead)
    kind = next((kind for kind in ("all", "any", "not") if kind in given), None)
    if kind is None:
        return given
    inner = _pointed(given[kind], name, pk, instead)
    return None if inner is None else {kind: inner}


def _action_pointed(given: dict[str, Any], name: str, pk: int, instead: int | None) -> Any:
    if given["type"] == "split" and name == "category":
        shares = [{**share, name: instead} if share.get(name) == pk else share for share in given["shares"]]
        return {**given, "shares": shares}
    if given.get(name) != pk:
        return given
    return None if instead is None else {**given, name: instead}


def _test_pointed(given: dict[str, Any], pk: int, instead: int | None) -> Any:
    value = given.get("value")
    if value == pk and not isinstance(value, bool):
        return None if instead is None else {**given, "value": instead}
    if isinstance(value, list):
        kept = list(dict.fromkeys(instead if one == pk else one for one in value if one != pk or instead is not None))
        return {**given, "value": kept} if kept else None
    return given
