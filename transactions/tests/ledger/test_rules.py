"""Rules asked of rows, without a database."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transactions.ledger.rules import Rule, compile_rules, text_rules, words_needed
from transactions.ledger.rules_actions import (
    AddTags,
    AppendNote,
    RuleShare,
    SetCategory,
    SetPayee,
    SplitShares,
    rule_actions,
)
from transactions.ledger.rules_conditions import condition_tree, contains_condition
from transactions.ledger.rules_effects import Things, effected, share_amounts
from transactions.ledger.rules_health import rules_health
from transactions.ledger.rules_names import with_names
from transactions.ledger.rules_problems import RuleProblem
from transactions.ledger.rules_proposals import Decided, rule_proposals
from transactions.ledger.search import RowFacts, predicate

WORDS = ["market", "café", "noir", "rent", "x"]


def row(text: str = "", amount: int = -1000, **more: Any) -> RowFacts:
    return RowFacts(date(2026, 3, 1), amount, "EUR", description=text, **more)


def words(rule_id: int, text: str, *actions: Any, stop: bool = False) -> Rule:
    found = actions or (SetCategory(rule_id * 10),)
    return Rule(rule_id, text, condition_tree(contains_condition(text)), tuple(found), stop)


def test_the_first_rule_decides_without_regard_to_case_accents_and_spacing() -> None:
    rules = compile_rules([words(1, "café  noir"), words(2, "noir")])
    first, second = rules.category_for(row("the CAFE NOIR bar")), rules.category_for(row("pinot noir"))
    assert first is not None
    assert second is not None
    assert (first.rule_id, second.category_id) == (1, 20)
    assert rules.category_for(row("something else")) is None


def test_tags_and_notes_add_up_and_a_stop_ends_it() -> None:
    rules = compile_rules(
        [
            words(1, "market", AddTags(("a",))),
            words(2, "market", AddTags(("b",)), SetCategory(2), stop=True),
            words(3, "market", AddTags(("c",)), SetCategory(3)),
        ]
    )
    found = row("market")
    assert [rule.rule_id for rule in rules.all_matching(found)] == [1, 2, 3]
    assert [(win.rule.rule_id, win.action) for win in rules.wins(found)] == [
        (1, AddTags(("a",))),
        (2, AddTags(("b",))),
        (2, SetCategory(2)),
    ]


def test_a_split_takes_the_place_of_a_category() -> None:
    split = SplitShares((RuleShare(percent=Decimal(50)), RuleShare()))
    rules = compile_rules([words(1, "market", split), words(2, "market")])
    assert rules.category_for(row("market")) is None


CONDITIONS = st.recursive(
    st.one_of(
        st.builds(contains_condition, st.sampled_from(WORDS)),
        st.sampled_from(
            [
                {"field": "description", "op": "starts", "value": "market"},
                {"field": "text", "op": "regex", "value": "^.?rent"},
                {"field": "amount", "op": ">", "value": "5"},
                {"field": "is", "value": "income"},
                {"query": "market or amount<3"},
            ]
        ),
    ),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda several: {"all": several}),
        st.lists(inner, min_size=1, max_size=3).map(lambda several: {"any": several}),
        inner.map(lambda one: {"not": one}),
    ),
    max_leaves=5,
)


@given(
    st.lists(CONDITIONS, max_size=5),
    st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join),
    st.sampled_from([-1000, -200, 800]),
)
def test_asking_only_rules_whose_words_occur_is_asking_all(conditions: list[Any], text: str, amount: int) -> None:
    trees = [condition_tree(condition) for condition in conditions]
    rules = compile_rules([Rule(at, str(at), tree, (SetCategory(1),)) for at, tree in enumerate(trees)])
    found = row(text, amount)
    assert [rule.rule_id for rule in rules.all_matching(found)] == [
        at for at, tree in enumerate(trees) if predicate(tree)(found)
    ]


def test_what_a_row_must_hold_is_known_where_it_can_be() -> None:
    def needed(condition: Any) -> set[str] | None:
        found = words_needed(condition_tree(condition))
        return None if found is None else set(found)

    market, rent = contains_condition("Market"), contains_condition("rent")
    assert needed(market) == {"market"}
    assert needed({"any": [market, rent]}) == {"market", "rent"}
    assert needed({"all": [{"field": "amount", "op": ">", "value": 5}, rent]}) == {"rent"}
    assert needed({"not": market}) is None
    assert needed({"any": [market, {"field": "amount", "op": ">", "value": 5}]}) is None


def test_rules_about_text_alone_can_be_asked_before_there_is_a_row() -> None:
    conditions = [
        contains_condition("a"),
        {"query": "a is:expense"},
        {"query": "a amount>5"},
        {"field": "payee", "op": "contains", "value": "a"},
    ]
    rules = [Rule(at, "", condition_tree(condition), (SetCategory(1),)) for at, condition in enumerate(conditions)]
    assert [rule.rule_id for rule in text_rules(rules)] == [0, 1]


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ({"field": "payee", "op": "equals", "value": "Kiosk"}, True),
        ({"field": "payee", "op": "is", "value": 7}, True),
        ({"field": "payee", "op": "in", "value": ["market", "kiosk"]}, True),
        ({"field": "payee", "op": "in", "value": [1, 2]}, False),
        ({"field": "description", "op": "ends", "value": "ment"}, True),
        ({"field": "description", "op": "regex", "value": r"card\s+pay"}, True),
        ({"field": "amount", "op": "between", "value": ["9.99", 10]}, True),
        ({"field": "amount", "op": ">", "value": "10.00"}, False),
        ({"field": "signed", "op": "<", "value": "-5"}, True),
        ({"field": "in", "op": ">", "value": 0}, False),
        ({"field": "date", "op": ">=", "value": "2026-03"}, True),
        ({"field": "date", "op": "between", "value": ["2026-01", "2026-02"]}, False),
        ({"field": "status", "op": "in", "value": ["pending", "cleared"]}, True),
        ({"field": "is", "value": "expense"}, True),
        ({"field": "has", "value": "note"}, False),
        ({"field": "currency", "op": "is", "value": "eur"}, True),
        ({"all": [{"query": "kiosk"}, {"not": {"field": "is", "value": "income"}}]}, True),
    ],
)
def test_every_kind_of_condition(condition: Any, found: bool) -> None:
    facts = row("Card  payment", payee="Kiosk", payee_id=7)
    assert predicate(condition_tree(condition))(facts) is found


@pytest.mark.parametrize(
    ("condition", "path"),
    [
        ("market", "condition"),
        ({}, "condition"),
        ({"all": []}, "condition.all"),
        ({"all": [{"field": "colour", "value": "red"}]}, "condition.all.0.field"),
        ({"field": "text", "op": "like", "value": "x"}, "condition.op"),
        ({"field": "text", "op": "contains", "value": " "}, "condition.value"),
        ({"field": "text", "op": "contains", "value": 5}, "condition.value"),
        ({"field": "text", "op": "regex", "value": "(a"}, "condition.value"),
        ({"field": "text", "op": "regex", "value": r"(a)\1"}, "condition.value"),
        ({"field": "text", "op": "regex", "value": "((a{500}){500}){500}"}, "condition.value"),
        ({"field": "amount", "op": ">", "value": "many"}, "condition.value"),
        ({"field": "amount", "op": "between", "value": [5]}, "condition.value"),
        ({"field": "amount", "op": "contains", "value": "5"}, "condition.op"),
        ({"field": "date", "op": ">", "value": "soon"}, "condition.value"),
        ({"field": "category", "op": "is", "value": "Food"}, "condition.value"),
        ({"field": "is", "value": "blue"}, "condition.value"),
        ({"query": "amount>many"}, "condition.query"),
        ({"not": {"not": {"field": "text"}}}, "condition.not.not.value"),
        ({"field": "text", "op": "contains", "value": "x", "colour": 1}, "condition.colour"),
    ],
)
def test_a_condition_without_sense_is_refused_where_it_stops_making_any(condition: Any, path: str) -> None:
    with pytest.raises(RuleProblem) as caught:
        condition_tree(condition)
    assert caught.value.path == path


def test_conditions_are_bounded() -> None:
    deep: Any = contains_condition("x")
    for _ in range(30):
        deep = {"not": deep}
    with pytest.raises(RuleProblem, match="20 deep"):
        condition_tree(deep)
    with pytest.raises(RuleProblem, match="at most 100"):
        condition_tree({"any": [contains_condition("x")] * 101})


@pytest.mark.parametrize(
    ("actions", "path"),
    [
        ([], "actions"),
        ([{"type": "explode"}], "actions.0.type"),
        ([{"type": "set_category"}], "actions.0.category"),
        ([{"type": "set_category", "category": True}], "actions.0.category"),
        ([{"type": "set_category", "category": 1, "payee": 2}], "actions.0.payee"),
        ([{"type": "add_tags", "tags": []}], "actions.0.tags"),
        ([{"type": "set_status", "status": "reconciled"}], "actions.0.status"),
        ([{"type": "split", "shares": [{"percent": 50}]}], "actions.0.shares"),
        ([{"type": "split", "shares": [{"percent": 50}, {"percent": 50}]}], "actions.0.shares.1.percent"),
        ([{"type": "split", "shares": [{}, {}]}], "actions.0.shares.0"),
        ([{"type": "split", "shares": [{"percent": 60}, {"percent": 60}, {}]}], "actions.0.shares"),
        ([{"type": "split", "shares": [{"amount": "-5"}, {}]}], "actions.0.shares.0.amount"),
    ],
)
def test_actions_without_sense_are_refused_too(actions: Any, path: str) -> None:
    with pytest.raises(RuleProblem) as caught:
        rule_actions(actions)
    assert caught.value.path == path


@given(
    st.integers(-(10**9), 10**9), st.lists(st.integers(1, 40), min_size=1, max_size=3), st.sampled_from(["EUR", "JPY"])
)
def test_shares_are_exactly_the_whole_or_none(amount: int, percents: list[int], currency: str) -> None:
    shares = (*(RuleShare(percent=Decimal(percent)) for percent in percents if sum(percents) < 100), RuleShare())
    found = share_amounts(amount, currency, shares)
    if found is not None:
        assert sum(found) == amount
        assert all(one * amount > 0 for one in found)
    else:
        assert abs(amount) < 100


def test_a_share_of_a_fixed_amount_must_fit() -> None:
    shares = (RuleShare(amount=Decimal("5.00")), RuleShare())
    assert share_amounts(-1250, "EUR", shares) == [-500, -750]
    assert share_amounts(-500, "EUR", shares) is None
    assert share_amounts(-5, "JPY", (RuleShare(amount=Decimal("0.5")), RuleShare())) is None


def state(**more: Any) -> dict[str, Any]:
    plain = {"category": None, "category_source": "none", "category_reason": "", "payee": None, "note": ""}
    return {**plain, "status": "cleared", "splits": [], "amount_minor": -1000, "currency": "EUR", **more}


THINGS = Things({1: {"id": 1, "name": "Food"}}, {2: {"id": 2, "name": "Kiosk"}}, {"a": {"id": 3, "name": "a"}})


def test_doing_it_twice_changes_nothing_the_second_time() -> None:
    actions = (SetCategory(1), SetPayee(2), AddTags(("a", "gone")), AppendNote("by rule"))
    once = effected(state(note="mine"), actions, "R", THINGS, overrule=False)
    assert (once["category"], once["category_reason"]) == ({"id": 1, "name": "Food"}, "Your rule “R”.")
    assert (once["payee"], once["tag:3"], once["note"]) == ({"id": 2, "name": "Kiosk"}, "a", "mine\nby rule")
    assert effected(once, actions, "R", THINGS, overrule=False) == once


def test_what_was_chosen_by_hand_stays_unless_it_is_overruled() -> None:
    mine = state(category={"id": 9, "name": "Mine"}, category_source="user")
    assert effected(mine, [SetCategory(1)], "R", THINGS, overrule=False) == mine
    assert effected(mine, [SetCategory(1)], "R", THINGS, overrule=True)["category"]["id"] == 1
    split = SplitShares((RuleShare(percent=Decimal(30), category_id=1), RuleShare()))
    assert effected(mine, [split], "R", THINGS, overrule=False) == mine
    shares = effected(state(), [split], "R", THINGS, overrule=False)["splits"]
    assert [(one["amount_minor"], one["category"]) for one in shares] == [
        (-300, {"id": 1, "name": "Food"}),
        (-700, None),
    ]


def test_what_is_gone_does_nothing() -> None:
    assert effected(state(), [SetCategory(99), SetPayee(99)], "R", THINGS, overrule=False) == state()


def test_health_names_rules_that_do_nothing_and_rules_that_disagree() -> None:
    rules = [
        words(1, "market", SetCategory(1)),
        words(2, "market", SetCategory(2)),
        words(3, "unicorn"),
        words(4, "rent", SetCategory(4), stop=True),
        words(5, "rent", AddTags(("a",))),
        words(6, "market", SetCategory(1)),
    ]
    compiled = compile_rules(rules)
    found = rules_health(rules, [compiled.all_matching(row(text)) for text in ("market", "market", "rent", "x")])
    assert (found.rows, found.matches) == (4, {1: 2, 2: 2, 3: 0, 4: 1, 5: 1, 6: 2})
    assert [rule.rule_id for rule in found.never_matching] == [3]
    assert [(one.rule.rule_id, one.by.rule_id, one.matches) for one in found.shadowed] == [
        (2, 1, 2),
        (5, 4, 1),
        (6, 1, 2),
    ]
    assert [(one.first.rule_id, one.second.rule_id, one.about, one.rows) for one in found.conflicts] == [
        (1, 2, "category", 2),
        (2, 6, "category", 2),
    ]


def decided(pk: int, payee: str, category: int) -> Decided:
    return Decided(pk, payee, f"{payee} card payment", category)


def test_three_equal_decisions_ask_for_a_rule() -> None:
    rows = [decided(pk, "City Market", 5) for pk in (1, 2, 3)] + [decided(4, "Kiosk", 5), decided(5, "Kiosk", 5)]
    (found,) = rule_proposals(rows, lambda _: None, frozenset())
    assert (found.words, found.category_id, found.count, found.examples) == ("City Market", 5, 3, (3, 2, 1))
    assert rule_proposals(rows, lambda _: None, frozenset({found.key})) == []
    assert rule_proposals(rows, lambda text: 5 if "Market" in text else None, frozenset()) == []


def test_decisions_that_disagree_ask_for_none() -> None:
    rows = [decided(pk, "City Market", 5 if pk < 4 else 6) for pk in range(1, 6)]
    assert rule_proposals(rows, lambda _: None, frozenset()) == []


def test_numbers_become_names_wherever_they_stand() -> None:
    given_rule = [
        {"any": [{"field": "category", "op": "in", "value": [1, 2]}, {"field": "payee", "op": "equals", "value": "x"}]},
        {"type": "split", "shares": [{"percent": 5, "category": 1}, {"category": None}]},
    ]
    assert with_names(given_rule, {"category": {1: "Food"}}) == [
        {
            "any": [
                {"field": "category", "op": "in", "value": ["Food", None]},
                {"field": "payee", "op": "equals", "value": "x"},
            ]
        },
        {"type": "split", "shares": [{"percent": 5, "category": "Food"}, {"category": None}]},
    ]
