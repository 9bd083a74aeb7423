"""The table of queries asked of the database, and any query asked both ways."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.errors import DomainError
from accounts.models import User
from transactions.ledger.search import Query, parse_query, predicate
from transactions.ledger.search.facts import folded
from transactions.ledger.search.nodes import And, Not, Or, TextTest
from transactions.models import Attachment, Category, LedgerAccount, Payee, Tag, Transaction, TransactionTag
from transactions.selectors.row_facts import row_facts
from transactions.selectors.search import is_exact, transaction_search, transactions_where
from transactions.services.accounts import account_create
from transactions.services.payees import payees_ensure
from transactions.services.transactions import transaction_create
from transactions.services.transfers import transfer_create
from transactions.tests.search_ledger import ACCOUNTS, ALL, CASES, CATEGORIES, ROWS, TODAY, TRANSFER, Row

pytestmark = pytest.mark.django_db


@pytest.fixture
def ledger(alice: User, bob: User) -> dict[int, str]:
    """Transaction id -> the letter of the table. Bob has a row that would answer to much of it."""
    made = household(alice)
    giro = account_create(owner=bob, name="Giro", currency="EUR")
    given: Any = {"account": giro.pk, "booking_date": date(2026, 2, 1), "amount": Decimal(-50)}
    given |= {"counterparty": "City Market", "note": "sushi"}
    transaction_create(owner=bob, given=given)
    return {pk: key for key, pk in made.items()}


def household(owner: User) -> dict[str, int]:
    for name, currency in ACCOUNTS.items():
        account_create(owner=owner, name=name, currency=currency)
    Category.objects.filter(owner=owner).delete()
    for name, (parent, group) in CATEGORIES.items():
        above = Category.objects.filter(owner=owner, name=parent).first()
        Category.objects.create(owner=owner, name=name, group=group, parent=above)
    made = {row.key: enter(owner, row) for row in ROWS}
    transfer_create(owner=owner, outgoing=made[TRANSFER[0]], incoming=made[TRANSFER[1]])
    return made


def enter(owner: User, row: Row) -> int:
    def category(name: str) -> int | None:
        return Category.objects.get(owner=owner, name=name).pk if name else None

    if row.payee:
        payees_ensure(owner=owner, names=[row.payee])
    given: Any = {
        "account": LedgerAccount.objects.get(owner=owner, name=row.account).pk,
        "booking_date": date.fromisoformat(row.day),
        "value_date": date.fromisoformat(row.valued) if row.valued else None,
        "amount": Decimal(row.amount),
        "payee": Payee.objects.get(owner=owner, name=row.payee).pk if row.payee else None,
        "category": category(row.category),
        "splits": [
            {"amount": Decimal(amount), "category": category(name), "note": note} for amount, name, note in row.shares
        ],
        **{name: getattr(row, name) for name in ("counterparty", "description", "note", "status")},
    }
    txn = transaction_create(owner=owner, given=given)
    Transaction.objects.filter(pk=txn.pk).update(category_source=row.source, category_reason=row.reason)
    for name in row.tags:
        tag, _ = Tag.objects.get_or_create(owner=owner, name=name)
        TransactionTag.objects.create(transaction=txn, tag=tag)
    if row.has_file:
        Attachment.objects.create(
            owner=owner, transaction=txn, last_transaction_id=txn.pk, file_name="r.pdf", content_type="application/pdf",
            size=1, sha256="0", stored_as="r",
        )  # fmt: skip
    return txn.pk


def test_every_query_of_the_table_finds_its_rows(alice: User, ledger: dict[int, str]) -> None:
    found = {
        case.query: "".join(
            sorted(
                ledger[pk]
                for pk in transaction_search(owner=alice, query=case.query, today=TODAY).values_list("pk", flat=True)
            )
        )
        for case in CASES
    }
    assert {query: rows for query, rows in found.items() if rows != answer(query)} == {}


def answer(query: str) -> str:
    return next(case.rows for case in CASES if case.query == query)


def test_facts_of_the_stored_rows_answer_as_the_database_does(alice: User, ledger: dict[int, str]) -> None:
    facts = list(row_facts(owner=alice, rows=Transaction.objects.filter(owner=alice).order_by("pk")))
    assert "".join(ledger[row.transaction_id] for row in facts) == ALL
    for case in CASES:
        query = parse_query(case.query, TODAY)
        assert isinstance(query, Query)
        test = predicate(query.node)
        assert "".join(ledger[row.transaction_id] for row in facts if test(row)) == case.rows, case.query


def test_many_rows_have_the_same_facts_as_few(
    alice: User, ledger: dict[int, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = Transaction.objects.filter(owner=alice).order_by("pk")
    few = list(row_facts(owner=alice, rows=rows))
    monkeypatch.setattr("transactions.selectors.row_facts.CHUNK", 3)
    assert list(row_facts(owner=alice, rows=rows)) == few
    assert len(few) == len(ROWS)


TERMS = st.sampled_from([case.query for case in CASES if case.query.strip()])
QUERIES = st.recursive(
    TERMS.map(lambda query: f"({query})"),
    lambda inner: st.one_of(
        inner.map(lambda query: f"-{query}"),
        st.tuples(inner, inner).map(lambda pair: f"({pair[0]} {pair[1]})"),
        st.tuples(inner, inner).map(lambda pair: f"({pair[0]} or {pair[1]})"),
    ),
    max_leaves=6,
)
TEXTS = st.text(alphabet="aAáÄßẞſςΣσİıéÉ\u0301 ﬁ½Ⅷжёйこがﾊﾟ%_'\\-\u00a0\t7", max_size=12)


def test_the_database_finds_what_the_pure_rules_find(alice: User, ledger: dict[int, str]) -> None:
    facts = list(row_facts(owner=alice, rows=Transaction.objects.filter(owner=alice)))

    @settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
    @given(QUERIES)
    def check(text: str) -> None:
        query = parse_query(text, TODAY)
        if not isinstance(query, Query):
            return  # nested too deeply
        test = predicate(query.node)
        rows = transactions_where(owner=alice, node=query.node).values_list("pk", flat=True)
        assert set(rows) == {row.transaction_id for row in facts if test(row)}, text

    check()
    assert len(facts) == len(ROWS)


def test_the_database_folds_text_as_we_do(alice: User) -> None:
    account = account_create(owner=alice, name="A", currency="EUR")
    given_row: Any = {"account": account.pk, "booking_date": date(2026, 1, 1), "amount": Decimal(1)}
    txn = transaction_create(owner=alice, given=given_row)

    @settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
    @given(TEXTS, TEXTS, st.sampled_from(["contains", "equals", "starts", "ends"]))
    def check(text: str, words: str, operator: Any) -> None:
        wanted = words if folded(words) else "a"
        for value in (wanted, text[1:3]):
            if not folded(value):
                continue
            Transaction.objects.filter(pk=txn.pk).update(note=text)
            node = TextTest("note", operator, value)
            (facts,) = row_facts(owner=alice, rows=Transaction.objects.filter(pk=txn.pk))
            found = transactions_where(owner=alice, node=node).exists()
            assert found == predicate(node)(facts), (text, value, operator)

    check()
    assert Transaction.objects.filter(owner=alice).count() == 1


def test_a_regular_expression_is_left_to_the_caller_whatever_stands_around_it(
    alice: User, ledger: dict[int, str]
) -> None:
    regex, market = TextTest("description", "regex", "^card"), TextTest("text", "contains", "market")
    facts = list(row_facts(owner=alice, rows=Transaction.objects.filter(owner=alice)))
    for node in (
        regex,
        And((market, regex)),
        Not(And((market, regex))),
        Or((market, regex)),
        And((market, Not(regex))),
    ):
        assert not is_exact(node)
        found = set(transactions_where(owner=alice, node=node).values_list("pk", flat=True))
        test = predicate(node)
        assert found >= {row.transaction_id for row in facts if test(row)}
    found = set(transactions_where(owner=alice, node=And((market, regex))).values_list("pk", flat=True))
    assert "".join(sorted(ledger[pk] for pk in found)) == "cd"


def test_numbers_find_what_belongs_to_things(alice: User, ledger: dict[int, str]) -> None:
    living = Category.objects.get(owner=alice, name="Living").pk
    sushi = Payee.objects.get(owner=alice, name="Sushi Bar").pk
    rome = Tag.objects.get(owner=alice, name="Trip Rome").pk
    for query, rows in (
        (f"category:#{living}", "b"),
        (f"payee:#{sushi}", "jk"),
        (f"-payee:#{sushi}", "abcdefghil"),
        (f"tag:#{rome}", "c"),
        (f"id:{min(ledger)},{max(ledger)}", "al"),
        ("import:1", ""),
        ("id:999999999999999999", ""),
    ):
        found = transaction_search(owner=alice, query=query).values_list("pk", flat=True)
        assert "".join(sorted(ledger[pk] for pk in found)) == rows, query


def test_a_bad_query_says_where_it_is_bad(alice: User) -> None:
    with pytest.raises(DomainError) as caught:
        transaction_search(owner=alice, query="rent is:incom")
    assert (caught.value.code, caught.value.extra) == (
        "invalid",
        {"position": 8, "length": 5, "suggestion": "income"},
    )
