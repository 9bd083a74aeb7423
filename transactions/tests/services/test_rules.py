"""Rules in the database: made, previewed, run, undone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.errors import DomainError
from accounts.models import User
from transactions.models import Category, Change, ChangeSet, Job, Rule, Tag, Transaction, Transfer
from transactions.selectors.ledger_content import ledger_content_hash
from transactions.selectors.rules import rules_in_order, rules_state
from transactions.services.accounts import account_create
from transactions.services.categories import category_create
from transactions.services.categorise import rules_apply
from transactions.services.changes import change_undo
from transactions.services.history import ledger_change
from transactions.services.imports import import_rollback, import_start
from transactions.services.jobs import job_run
from transactions.services.payees import payee_create
from transactions.services.rule_jobs import rules_run_request
from transactions.services.rule_proposals import proposal_accept, proposal_dismiss, proposals_list
from transactions.services.rule_runs import RunChoice, rule_preview, rules_on_import, rules_run, rules_run_preview
from transactions.services.rules import rule_create, rule_update, rules_forget, rules_reorder
from transactions.services.transactions import transaction_create, transaction_update
from transactions.tests.fake_bank import bank_file

pytestmark = pytest.mark.django_db


class Ledger:
    def __init__(self, owner: User) -> None:
        self.owner = owner
        self.giro = account_create(owner=owner, name="Giro", currency="EUR").pk
        self.food = category_create(owner=owner, name="Food at home").pk

    def row(self, text: str, amount: str = "-10.00", day: str = "2026-03-01", **more: Any) -> int:
        given: Any = {
            "account": self.giro,
            "booking_date": date.fromisoformat(day),
            "amount": Decimal(amount),
            "counterparty": text,
            **more,
        }
        return transaction_create(owner=self.owner, given=given).pk

    def rule(self, text: str, *actions: Any, **more: Any) -> Rule:
        return rule_create(owner=self.owner, contains=text, actions=list(actions) or self.set_food(), **more)

    def set_food(self) -> list[Any]:
        return [{"type": "set_category", "category": self.food}]


@pytest.fixture
def ledger(alice: User) -> Ledger:
    return Ledger(alice)


def get(pk: int) -> Transaction:
    return Transaction.objects.get(pk=pk)


def test_a_rule_in_full_does_all_it_says_and_says_who_did_it(alice: User, ledger: Ledger) -> None:
    payee = payee_create(owner=alice, name="City Market")
    pk, other = ledger.row("CITY MKT 77"), ledger.row("Kiosk")
    rule = rule_create(
        owner=alice,
        name="Market",
        condition={"all": [{"field": "counterparty", "op": "regex", "value": r"^city mkt \d+$"}, {"query": "out>5"}]},
        actions=[
            *ledger.set_food(),
            {"type": "set_payee", "payee": payee.pk},
            {"type": "add_tags", "tags": ["weekly"]},
            {"type": "append_note", "note": "by rule"},
            {"type": "set_status", "status": "pending"},
        ],
    )
    preview = rules_run_preview(owner=alice, choice=RunChoice())
    assert (preview.matches, [row.transaction_id for row in preview.sample]) == (1, [pk])
    assert Tag.objects.count() == 0
    done = rules_run(owner=alice, choice=RunChoice())
    assert (done.matched, done.changed) == (1, 1)
    txn = get(pk)
    assert (txn.category_id, txn.category_source, txn.category_reason) == (ledger.food, "rule", "Your rule “Market”.")
    assert (txn.payee_id, txn.note, txn.status) == (payee.pk, "by rule", "pending")
    assert list(txn.tags.values_list("name", flat=True)) == ["weekly"]
    assert get(other).category_id is None
    (made,) = ChangeSet.objects.filter(kind="rule")
    assert (made.rule_id, made.rule_name, made.row_count) == (rule.pk, "Market", 1)
    rule.refresh_from_db()
    assert (rule.matched_count, rule.last_matched_at is not None) == (1, True)
    assert rules_run(owner=alice, choice=RunChoice()).changed == 0
    change_undo(owner=alice, change_set_id=made.pk)
    txn = get(pk)
    assert (txn.category_id, txn.payee_id, txn.note, txn.status, txn.tags.count()) == (None, None, "", "cleared", 0)


def test_every_rule_is_a_change_of_its_own(alice: User, ledger: Ledger) -> None:
    pk = ledger.row("Market")
    ledger.rule("market", {"type": "add_tags", "tags": ["one"]}, position=1)
    ledger.rule("market", {"type": "add_tags", "tags": ["two"]}, position=2)
    rules_run(owner=alice, choice=RunChoice())
    assert list(Change.objects.filter(transaction_id=pk, change_set__kind="rule").values_list("change_set__rule_name"))
    first, second = ChangeSet.objects.filter(kind="rule").order_by("pk")
    change_undo(owner=alice, change_set_id=first.pk)
    assert list(get(pk).tags.values_list("name", flat=True)) == ["two"]
    assert second.row_count == 1


def test_a_selection_limits_what_is_asked(alice: User, ledger: Ledger) -> None:
    old, new = ledger.row("Market", day="2026-01-01"), ledger.row("Market")
    one, two = ledger.rule("market"), ledger.rule("mark", {"type": "set_note", "note": "n"}, is_enabled=False)
    assert rules_run(owner=alice, choice=RunChoice(query="date:2026-03")).changed == 1
    assert (get(old).category_id, get(new).category_id) == (None, ledger.food)
    assert rules_run(owner=alice, choice=RunChoice(rules=[two.pk], ids=[old])).changed == 1
    assert (get(old).note, get(new).note, get(old).category_id) == ("n", "", None)
    for choice in (RunChoice(query="amount>>5"), RunChoice(rules=[one.pk, 10**9])):
        with pytest.raises(DomainError):
            rules_run(owner=alice, choice=choice)


def test_categories_chosen_by_hand_stay_unless_overruled(alice: User, ledger: Ledger) -> None:
    mine = category_create(owner=alice, name="Mine").pk
    pk = ledger.row("Market", category=mine)
    ledger.rule("market")
    assert rules_run(owner=alice, choice=RunChoice()).changed == 0
    assert rules_run(owner=alice, choice=RunChoice(overrule=True)).changed == 1
    assert get(pk).category_id == ledger.food


def test_a_split_by_rule_is_exactly_the_whole(alice: User, ledger: Ledger) -> None:
    pk = ledger.row("Supermarket", "-10.01")
    shares = [{"percent": "33.33", "category": ledger.food, "note": "food"}, {"category": None}]
    ledger.rule("supermarket", {"type": "split", "shares": shares})
    rules_run(owner=alice, choice=RunChoice())
    assert list(get(pk).splits.values_list("amount_minor", "category_id", "note")) == [
        (-334, ledger.food, "food"),
        (-667, None, ""),
    ]


def test_a_rule_links_the_nearest_opposite_row_of_an_account(alice: User, ledger: Ledger) -> None:
    savings = account_create(owner=alice, name="Savings", currency="EUR").pk
    out = ledger.row("To savings", "-50")
    far, near = (ledger.row("", "50", day, account=savings) for day in ("2026-03-05", "2026-03-02"))
    lone = ledger.row("To savings", "-70")
    twice = ledger.row("To savings", "-80")
    for day in ("2026-02-28", "2026-03-02"):
        ledger.row("", "80", day, account=savings)
    ledger.rule("to savings", {"type": "link_transfer", "account": savings})
    rules_run(owner=alice, choice=RunChoice())
    assert list(Transfer.objects.values_list("outgoing_id", "incoming_id", "status")) == [(out, near, "confirmed")]
    assert ChangeSet.objects.filter(kind="rule").get().row_count == 2
    assert not Transfer.objects.filter(outgoing__in=[lone, twice], incoming=far).exists()


def test_a_preview_of_an_unsaved_rule_stores_nothing(alice: User, ledger: Ledger) -> None:
    first, second = ledger.row("Market"), ledger.row("Market", day="2026-03-02")
    ledger.row("Market", category=ledger.food, day="2026-01-02")
    actions = [*ledger.set_food(), {"type": "add_tags", "tags": ["new"]}]
    for condition in ({"query": "market"}, {"field": "text", "op": "regex", "value": "^.?MARKET"}):
        found = rule_preview(owner=alice, condition=condition, actions=actions, limit=2)
        assert (found.matches, [row.transaction_id for row in found.sample]) == (3, [second, first]), condition
        assert {one.field: one.after for one in found.sample[0].changes}["tags"] == ["new"]
    assert (Tag.objects.count(), ChangeSet.objects.filter(kind="rule").count()) == (0, 0)
    assert get(first).category_id is None


def test_a_job_runs_the_rules(alice: User, ledger: Ledger) -> None:
    pk = ledger.row("Market")
    ledger.rule("market")
    job = rules_run_request(owner=alice, choice=RunChoice())
    assert rules_run_request(owner=alice, choice=RunChoice()) == job
    assert job_run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.status, get(pk).category_id) == (Job.Status.SUCCEEDED, ledger.food)


def test_an_import_has_all_rules_asked_of_its_rows(alice: User, ledger: Ledger) -> None:
    new, old = ledger.row("Market", "-99"), ledger.row("Market", "-99")
    rule_create(
        owner=alice, query="market amount>50", actions=[*ledger.set_food(), {"type": "set_note", "note": "big"}]
    )
    rule_create(owner=alice, query="market", actions=[{"type": "add_tags", "tags": ["new"]}])
    before = ChangeSet.objects.count()
    assert rules_on_import(owner=alice, ids=[new]) == ([Tag.objects.get().pk], True)
    assert rules_on_import(owner=alice, ids=[new]) == ([], False)
    assert (get(new).note, get(new).category_id, get(old).note) == ("big", ledger.food, "")
    said = Change.objects.filter(transaction_id=new, change_set__kind="rule").order_by("pk")
    assert [sorted(one.after or {}) for one in said] == [
        ["category", "category_reason", "category_source", "note"],
        [f"tag:{Tag.objects.get().pk}"],
    ]
    assert ChangeSet.objects.count() == before + len(said)


@pytest.mark.usefixtures("fake_bank")
def test_a_row_that_has_its_rule_s_category_is_not_read_once_more(alice: User, ledger: Ledger) -> None:
    """What rules cost an import does not grow with how many there are: they gave the rows their categories before."""
    rules = [ledger.rule(f"market {number}") for number in range(5)]
    rows = [(f"2026-03-{number:02d}", "-9", f"Market {number % 5}") for number in range(1, 21)]
    with CaptureQueriesContext(connection) as queries:
        import_start(owner=alice, file_name="a.csv", data=bank_file(*rows), account_id=ledger.giro, commit=True)
    assert [Rule.objects.get(pk=rule.pk).matched_count for rule in rules] == [4] * 5
    assert Transaction.objects.filter(category_id=ledger.food, category_source="rule").count() == 20
    assert not ChangeSet.objects.filter(kind="rule").exists()
    assert sum("transactions_split" in query["sql"] for query in queries) < 10


def test_what_a_rule_did_on_import_is_undone_alone(alice: User, ledger: Ledger) -> None:
    new = ledger.row("Market", "-99")
    rule_create(owner=alice, query="market", actions=[{"type": "set_note", "note": "big"}])
    rule_create(owner=alice, query="market", actions=[{"type": "add_tags", "tags": ["new"]}])
    rules_on_import(owner=alice, ids=[new])
    change_undo(owner=alice, change_set_id=ChangeSet.objects.filter(kind="rule").earliest("pk").pk)
    assert (get(new).note, [tag.name for tag in get(new).tags.all()]) == ("", ["new"])


@pytest.mark.usefixtures("fake_bank")
def test_an_import_does_what_rules_say_and_its_roll_back_takes_it_away(alice: User, ledger: Ledger) -> None:
    query = "market amount>50"
    rule_create(owner=alice, query=query, actions=[*ledger.set_food(), {"type": "add_tags", "tags": ["big"]}])
    before = ledger_content_hash(owner=alice)
    data = bank_file(("2026-03-01", "-99", "Market"), ("2026-03-02", "-9", "Market"))
    record = import_start(owner=alice, file_name="a.csv", data=data, account_id=ledger.giro, commit=True)
    big, small = Transaction.objects.order_by("amount_minor")
    assert (big.category_id, [tag.name for tag in big.tags.all()], small.tags.count()) == (ledger.food, ["big"], 0)
    import_rollback(owner=alice, import_id=record.pk)
    assert not Transaction.objects.exists()
    assert ledger_content_hash(owner=alice) == before


def test_a_refresh_asks_rules_that_look_at_more_than_words(alice: User, ledger: Ledger) -> None:
    small, big = ledger.row("Qwertz", "-5"), ledger.row("Qwertz", "-500")
    rule = rule_create(owner=alice, query="qwertz amount>50", category=ledger.food)
    assert (rules_apply(owner=alice), rules_apply(owner=alice)) == (1, 0)
    assert (get(small).category_id, get(big).category_id) == (None, ledger.food)
    assert ChangeSet.objects.get(kind="rule").rule_id == rule.pk


def test_ids_must_be_the_owners_own(bob: User, ledger: Ledger) -> None:
    with pytest.raises(DomainError):
        rule_create(owner=bob, contains="market", category=ledger.food)
    for condition in (
        {"field": "category", "op": "is", "value": ledger.food},
        {"field": "account", "value": ledger.giro},
    ):
        with pytest.raises(DomainError) as caught:
            rule_create(owner=bob, condition=condition, actions=[{"type": "set_note", "note": "x"}])
        assert list(caught.value.fields) == ["condition"]


def test_short_forms_and_long_forms_are_one(alice: User, ledger: Ledger) -> None:
    rule = ledger.rule("kiosk")
    assert (rule.name, rule.category_id) == ("kiosk", ledger.food)
    other = category_create(owner=alice, name="Other one").pk
    rule = rule_update(owner=alice, rule_id=rule.pk, changes={"category": other})
    assert (rule.actions, rule.category_id) == ([{"type": "set_category", "category": other}], other)
    rule = rule_update(owner=alice, rule_id=rule.pk, changes={"query": "kiosk amount>5"})
    assert rule.condition == {"query": "kiosk amount>5"}
    wrong: list[Any] = [{"contains": "k"}, {"contains": "kiosk", "query": "x"}, {"category": 10**9}, {"actions": []}]
    for changes in wrong:
        with pytest.raises(DomainError):
            rule_update(owner=alice, rule_id=rule.pk, changes=changes)


def test_rules_are_put_in_order(alice: User, bob: User, ledger: Ledger) -> None:
    a, b, c = (ledger.rule(text) for text in ("aa", "bb", "cc"))
    rules_reorder(owner=alice, ids=[c.pk, a.pk])
    assert [rule.rule_id for rule in rules_in_order(owner=alice)] == [c.pk, a.pk, b.pk]
    with pytest.raises(DomainError):
        rules_reorder(owner=bob, ids=[a.pk])


def forget(owner: User, category: int, instead: int | None) -> None:
    with ledger_change(owner=owner, kind="category") as change:
        rules_forget(change, name="category", pk=category, instead=instead)


def test_rules_follow_what_they_point_at(alice: User, ledger: Ledger) -> None:
    into = category_create(owner=alice, name="Into").pk
    note = {"type": "set_note", "note": "n"}
    both = ledger.rule("both", *ledger.set_food(), note)
    only = ledger.rule("only")
    condition = {"any": [{"field": "category", "op": "in", "value": [ledger.food, into]}, {"query": "x"}]}
    asks = rule_create(owner=alice, condition=condition, actions=[note])
    forget(alice, ledger.food, into)
    for rule in (both, only, asks):
        rule.refresh_from_db()
    assert (both.category_id, only.category_id) == (into, into)
    assert asks.condition["any"][0]["value"] == [into]
    forget(alice, into, None)
    assert not Rule.objects.filter(pk=only.pk).exists()
    both.refresh_from_db()
    asks.refresh_from_db()
    assert (both.actions, both.category_id, asks.condition) == ([note], None, {"any": [{"query": "x"}]})


def test_health_looks_at_the_rows_that_there_are(alice: User, ledger: Ledger) -> None:
    ledger.row("Market")
    first, never = ledger.rule("market", position=1), ledger.rule("unicorn", position=2)
    last = ledger.rule(
        "market", {"type": "set_category", "category": Category.objects.get(owner=alice, key="pets").pk}, position=3
    )
    found = rules_state(owner=alice)
    assert found.matches == {first.pk: 1, never.pk: 0, last.pk: 1}
    assert [rule.rule_id for rule in found.never_matching] == [never.pk]
    assert [(one.rule.rule_id, one.by.rule_id) for one in found.shadowed] == [(last.pk, first.pk)]
    assert len(found.conflicts) == 1


def test_what_a_rule_of_any_kind_does_already_is_not_proposed(alice: User, ledger: Ledger) -> None:
    payee = payee_create(owner=alice, name="Qwertz Ltd").pk
    for _ in range(3):
        pk = ledger.row("QWERTZ LTD 5", payee=payee)
        transaction_update(owner=alice, transaction_id=pk, changes={"category": ledger.food})
    assert len(proposals_list(owner=alice)) == 1
    for condition in (
        {"field": "payee", "op": "is", "value": payee},
        {"query": "counterparty:qwertz amount<1000"},
        {"all": [{"field": "counterparty", "op": "regex", "value": "^QWERTZ"}, {"query": "is:expense"}]},
    ):
        rule = rule_create(owner=alice, condition=condition, category=ledger.food)
        assert proposals_list(owner=alice) == []
        rule.delete()
    rule_create(owner=alice, condition={"query": "amount>1000"}, category=ledger.food)
    assert len(proposals_list(owner=alice)) == 1


@pytest.mark.parametrize(
    "condition", [{"query": "market"}, {"field": "counterparty", "op": "regex", "value": "^mar"}], ids=["sql", "rows"]
)
def test_a_preview_counts_rows_that_keep_what_the_user_chose(alice: User, ledger: Ledger, condition: Any) -> None:
    pets = Category.objects.get(owner=alice, key="pets").pk
    by_hand, same, split, _ = (ledger.row("Market") for _ in range(4))
    transaction_update(owner=alice, transaction_id=by_hand, changes={"category": pets})
    transaction_update(owner=alice, transaction_id=same, changes={"category": ledger.food})
    half = get(split).amount / 2
    shares: Any = {"splits": [{"amount": half, "category": pets}, {"amount": half, "category": pets}]}
    transaction_update(owner=alice, transaction_id=split, changes=shares)
    found = rule_preview(owner=alice, condition=condition, actions=ledger.set_food())
    assert (found.matches, found.decided_by_hand, len(found.sample)) == (4, 2, 1)
    note = [{"type": "set_note", "note": "n"}]
    assert rule_preview(owner=alice, condition=condition, actions=note).decided_by_hand == 0
    shares_action = [{"type": "split", "shares": [{"percent": 50, "category": pets}, {"category": pets}]}]
    assert rule_preview(owner=alice, condition=condition, actions=shares_action).decided_by_hand == 3
    rule_create(owner=alice, condition=condition, actions=ledger.set_food())
    runs = [rules_run_preview(owner=alice, choice=RunChoice(overrule=overrule)) for overrule in (False, True)]
    assert [(one.matches, one.decided_by_hand) for one in runs] == [(4, 2), (4, 1)]


def test_a_new_rule_comes_last_unless_one_says_where(alice: User, ledger: Ledger) -> None:
    first, second = ledger.rule("a1"), ledger.rule("b1")
    top = ledger.rule("c1", position=0)
    assert [rule.rule_id for rule in rules_in_order(owner=alice)] == [first.pk, top.pk, second.pk]
    assert (first.position, second.position, ledger.rule("d1").position) == (0, 1, 2)


def test_corrections_propose_a_rule_once(alice: User, ledger: Ledger) -> None:
    payee = payee_create(owner=alice, name="Qwertz Ltd").pk
    rows = [ledger.row("QWERTZ LTD 5", payee=payee) for _ in range(4)]
    for pk in rows[:3]:
        assert proposals_list(owner=alice) == []
        transaction_update(owner=alice, transaction_id=pk, changes={"category": ledger.food})
    (found,) = proposals_list(owner=alice)
    assert (found.proposal.words, found.category_name, found.proposal.count) == ("Qwertz Ltd", "Food at home", 3)
    rule = proposal_accept(owner=alice, key=found.proposal.key)
    assert (rule.name, rule.category_id, proposals_list(owner=alice)) == ("Qwertz Ltd", ledger.food, [])
    rules_run(owner=alice, choice=RunChoice())
    assert get(rows[3]).category_id == ledger.food
    rule.delete()
    assert proposals_list(owner=alice) == []  # it was answered
    with pytest.raises(DomainError):
        proposal_dismiss(owner=alice, key=found.proposal.key)
