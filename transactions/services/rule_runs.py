"""Rules asked of rows that are there: shown first, then done, each rule as a change of its own that can be undone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

from django.db.models import F, QuerySet
from django.utils import timezone

from accounts.access import editable_by
from accounts.models import User
from transactions.ledger.bulk import row_changes
from transactions.ledger.history import FieldChange, Snapshot
from transactions.ledger.rules import CompiledRules, Rule, Win, compile_rules
from transactions.ledger.rules_actions import Action, AddTags, LinkTransfer, RemoveTags, SetCategory, ids_named
from transactions.ledger.rules_effects import Things, effected, reason_of
from transactions.ledger.search import RowFacts
from transactions.ledger.search.matching import predicate
from transactions.models import Category, ChangeSet, Payee, Tag, Transaction
from transactions.models import Rule as RuleRow
from transactions.selectors.row_facts import row_facts
from transactions.selectors.rule_kept import kept_among, kept_of_hits
from transactions.selectors.rules import rules_in_order
from transactions.selectors.search import is_exact, query_read, transactions_where
from transactions.selectors.snapshots import chunks, snapshots_of
from transactions.services.given import field_error
from transactions.services.history import LedgerChange, RuleNamed, ledger_change
from transactions.services.history_apply import states_write
from transactions.services.history_names import names_for
from transactions.services.news import announce_change
from transactions.services.rollups import rollups_settle
from transactions.services.rule_links import link_rows
from transactions.services.rules import rule_read
from transactions.services.tags import tags_ensure, tags_known

SHOWN = 50
LOOKED_AT = 5000
NEW = 0
"""The number of a rule that is not saved yet."""


@dataclass(frozen=True, slots=True)
class SampleRow:
    """A row that would be changed, as it is, and how; values as in FieldChange. Links are not shown."""

    transaction_id: int
    state: Snapshot
    changes: list[FieldChange]


@dataclass(frozen=True, slots=True)
class RulePreview:
    """How many rows the condition finds, how many of them keep the category that the user chose or their shares, and
    the newest of those that would be different."""

    matches: int
    decided_by_hand: int
    sample: list[SampleRow]


@dataclass(slots=True)
class RuleRun:
    """What a run did: rows that any rule matched, rows changed, and the changes by which it can be undone."""

    matched: int = 0
    changed: int = 0
    change_sets: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class RunChoice:
    """Which rules (None: all that are enabled) are asked of which rows: by number, or by a query, else all.

    `overrule`: also where the user has chosen a category by hand.
    """

    rules: Collection[int] | None = None
    ids: Collection[int] | None = None
    query: str = ""
    overrule: bool = False


def rule_preview(*, owner: User, condition: object, actions: object, limit: int = 20) -> RulePreview:
    """What a rule would do to the rows that there are; nothing is stored. DomainError when it makes no sense."""
    node, found = rule_read(owner=owner, condition=condition, actions=actions)
    rows = transactions_where(owner=owner, node=node).order_by("-booking_date", "-id")
    if is_exact(node):
        count = rows.count()
        ids: Sequence[int] = list(rows.values_list("pk", flat=True)[:LOOKED_AT])
    else:
        test = predicate(node)
        ids = [facts.transaction_id for facts in row_facts(owner=owner, rows=rows) if test(facts)]
        count = len(ids)
    kept = (
        kept_among(rows, found) if is_exact(node) else kept_of_hits(owner, [dict.fromkeys(ids, found)], overrule=False)
    )
    rule = Rule(NEW, "this rule", node, found)
    hits = {rule.rule_id: {pk: list(found) for pk in ids[:LOOKED_AT]}}
    return RulePreview(count, kept, _sample(owner, [rule], hits, min(limit, SHOWN), overrule=False))


def rules_run_preview(*, owner: User, choice: RunChoice) -> RulePreview:
    """What a run would do; nothing is stored."""
    rules, rows = _rules(owner, choice), _rows(owner, choice)
    hits, matched = _ask(owner, compile_rules(rules), rows)
    kept = kept_of_hits(owner, hits.values(), overrule=choice.overrule)
    return RulePreview(matched, kept, _sample(owner, rules, hits, SHOWN, overrule=choice.overrule))


def rules_asked(*, owner: User, choice: RunChoice) -> tuple[list[Rule], Hits, int]:
    """The rules in their order, what they say to which rows, and how many rows any of them matches."""
    rules = _rules(owner, choice)
    hits, matched = _ask(owner, compile_rules(rules), _rows(owner, choice))
    return [rule for rule in rules if rule.rule_id in hits], hits, matched


def rules_run(*, owner: User, choice: RunChoice, actor: User | None = None) -> RuleRun:
    """Ask and do. Run again, nothing changes any more. Many rows are better done by a job (see rule_jobs)."""
    rules, hits, matched = rules_asked(owner=owner, choice=choice)
    done = RuleRun(matched=matched)
    for rule in rules:
        change_set = _do(owner, rule, hits[rule.rule_id], overrule=choice.overrule, actor=actor)
        if change_set is not None:
            done.changed += change_set.row_count
            done.change_sets.append(change_set.pk)
    if done.change_sets:
        rollups_settle(owner=owner)
        announce_change(owner)
    return done


def rules_on_import(*, owner: User, ids: Iterable[int]) -> tuple[list[int], bool]:
    """All that the rules say of rows that an import has just made, inside its database transaction: one change a rule,
    so that each row's history names the rule. The answer: the tags that were made on the way, and whether a row is
    another one now."""
    rules = rules_in_order(owner=owner)
    wanted = set(ids)
    if not rules or not wanted:
        return [], False
    tags = editable_by(Tag.objects.all(), owner).order_by()
    known = set(tags.values_list("pk", flat=True))
    sets: dict[int, int] = {}
    compiled, counts = compile_rules(rules), Counter[int]()
    for chunk in chunks(wanted):
        rows = editable_by(Transaction.objects.filter(pk__in=chunk), owner).order_by("pk")
        hits, matched = _ask_new(owner, compiled, rows)
        for rule in rules:
            rows_of_rule = hits.get(rule.rule_id, {})
            if rows_of_rule:
                with rule_change(owner=owner, rule=rule, further=sets.get(rule.rule_id)) as change:
                    change.watch(rows_of_rule)
                    rule_write(owner, rule, rows_of_rule, change.there(rows_of_rule))
                if change.id is not None:
                    sets[rule.rule_id] = change.id
        counts.update(matched)
    for rule in rules:
        if counts[rule.rule_id]:
            rule_count(rule, counts[rule.rule_id])
    return sorted(set(tags.values_list("pk", flat=True)) - known), bool(sets)


Hits = dict[int, dict[int, list[Action]]]
"""Rule id -> transaction id -> the actions of the rule that the row takes."""


def _rules(owner: User, choice: RunChoice) -> list[Rule]:
    rules = rules_in_order(owner=owner, ids=choice.rules)
    if choice.rules is not None and len(rules) != len(set(choice.rules)):
        raise field_error("rules", "Some of these rules are not there any more. Load the list again.")
    return rules


def _rows(owner: User, choice: RunChoice) -> QuerySet[Transaction]:
    if choice.ids is not None:
        return editable_by(Transaction.objects.filter(pk__in=choice.ids), owner).order_by("pk")
    return transactions_where(owner=owner, node=query_read(choice.query, field="query").node).order_by("pk")


def _ask(owner: User, compiled: CompiledRules, rows: QuerySet[Transaction]) -> tuple[Hits, int]:
    """What each rule says to which row, and how many rows any rule matches."""
    hits: Hits = defaultdict(lambda: defaultdict(list))
    matched = 0
    for facts in row_facts(owner=owner, rows=rows):
        wins = compiled.wins(facts)
        matched += bool(wins)
        for win in wins:
            hits[win.rule.rule_id][facts.transaction_id].append(win.action)
    return hits, matched


def _ask_new(owner: User, compiled: CompiledRules, rows: QuerySet[Transaction]) -> tuple[Hits, Counter[int]]:
    """The same of rows that were just made, without the actions that would change nothing; and how many rows each rule
    matches. Most rows have the category of their rule from the moment they are made: reading and comparing them once
    more, rule by rule, would cost several times what importing them does."""
    hits: Hits = defaultdict(lambda: defaultdict(list))
    matched: Counter[int] = Counter()
    for facts in row_facts(owner=owner, rows=rows):
        wins = compiled.wins(facts)
        matched.update({win.rule.rule_id for win in wins})
        for win in wins:
            if not has_category_of(facts, win):
                hits[win.rule.rule_id][facts.transaction_id].append(win.action)
    return hits, matched


def has_category_of(facts: RowFacts, win: Win) -> bool:
    """The row has this very category from this very rule, so that the action would change nothing."""
    return (
        isinstance(win.action, SetCategory)
        and not facts.is_split
        and facts.category_id == win.action.category_id
        and facts.rule == reason_of(win.rule.name)
    )


def _do(
    owner: User, rule: Rule, rows: Mapping[int, list[Action]], *, overrule: bool, actor: User | None
) -> ChangeSet | None:
    with rule_change(owner=owner, rule=rule, actor=actor) as change:
        for chunk in change.steps(rows):
            rule_write(owner, rule, rows, change.there(chunk), overrule=overrule)
    rule_count(rule, len(rows))
    return change.change_set if change.id is not None else None


def rule_change(
    *, owner: User, rule: Rule, actor: User | None = None, further: int | None = None
) -> AbstractContextManager[LedgerChange]:
    """The change by which a rule does what it says; `further` as for ledger_change."""
    return ledger_change(
        owner=owner,
        kind=ChangeSet.Kind.RULE,
        summary=f"Rule “{rule.name[:100]}”",
        actor=actor,
        rule=RuleNamed(rule.rule_id, rule.name),
        further=further,
    )


def rule_count(rule: Rule, rows: int) -> None:
    """Add to how often it has matched."""
    RuleRow.objects.filter(pk=rule.rule_id).update(
        matched_count=F("matched_count") + rows, last_matched_at=timezone.now()
    )


def rule_write(
    owner: User,
    rule: Rule,
    rows: Mapping[int, list[Action]],
    current: Mapping[int, Snapshot],
    *,
    overrule: bool = False,
) -> None:
    """The rule's actions on these rows, as far as they are still there."""
    if not current:
        return
    things = things_of(owner, rule.actions, is_real=True)
    wanted = {pk: effected(state, rows[pk], rule.name, things, overrule=overrule) for pk, state in current.items()}
    different = {pk: state for pk, state in wanted.items() if state != current[pk]}
    states_write(owner.pk, {pk: current[pk] for pk in different}, different, names_for(owner, different.values()))
    for action in rule.actions:
        if isinstance(action, LinkTransfer):
            link_rows(owner=owner, ids=[pk for pk in current if action in rows[pk]], account_id=action.account_id)


def things_of(owner: User, actions: Sequence[Action], *, is_real: bool) -> Things:
    """What the actions point at. `is_real`: tags that are missing are made."""
    named = ids_named(actions)
    adds = [name for action in actions if isinstance(action, AddTags) for name in action.names]
    removes = [name for action in actions if isinstance(action, RemoveTags) for name in action.names]
    known = tags_ensure(owner=owner, names=adds) if is_real else tags_known(owner=owner, names=adds)
    by_name = {
        name.casefold(): {"id": pk, "name": name}
        for pk, name in (known | tags_known(owner=owner, names=removes)).items()
    }
    made_up = {name: {"id": -at, "name": name} for at, name in enumerate(adds, 1)}
    tags = {
        name: found
        for name in (*adds, *removes)
        if (found := by_name.get(name.casefold()) or (None if is_real else made_up.get(name))) is not None
    }
    return Things(
        categories=_references(Category, owner, named["category"]),
        payees=_references(Payee, owner, named["payee"]),
        tags=tags,
    )


def _references(model: type[Category] | type[Payee], owner: User, ids: Iterable[int]) -> dict[int, dict[str, object]]:
    rows = editable_by(model._default_manager.filter(pk__in=ids), owner)  # noqa: SLF001 (the documented model API)
    return {pk: {"id": pk, "name": name} for pk, name in rows.order_by().values_list("pk", "name")}


def _sample(owner: User, rules: Sequence[Rule], hits: Hits, limit: int, *, overrule: bool) -> list[SampleRow]:
    """The newest rows that would be different."""
    things = {rule.rule_id: things_of(owner, rule.actions, is_real=False) for rule in rules if rule.rule_id in hits}
    ids = sorted({pk for rows in hits.values() for pk in rows}, reverse=True)[:LOOKED_AT]
    found: list[SampleRow] = []
    for start in range(0, len(ids), 500):
        for pk, before in sorted(snapshots_of(owner=owner, ids=ids[start : start + 500]).items(), reverse=True):
            after = before
            for rule in rules:
                actions = hits.get(rule.rule_id, {}).get(pk, [])
                if actions:
                    after = effected(after, actions, rule.name, things[rule.rule_id], overrule=overrule)
            changes = row_changes(before, after)
            if changes:
                found.append(SampleRow(pk, before, changes))
        if len(found) >= limit:
            break
    return sorted(found, key=lambda row: (row.state["booking_date"], row.transaction_id), reverse=True)[:limit]
