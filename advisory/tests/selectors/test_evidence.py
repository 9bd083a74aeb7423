"""A fact proven again from today's rows: it matches until one of its rows changes, and is stale from then on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.errors import NotFoundError
from accounts.models import User
from advisory.models import Fact
from advisory.selectors.facts import Evidence, fact_evidence, fact_get, stale_among
from advisory.tests.books import Book
from transactions.ledger.money import to_text
from transactions.models import Transaction
from transactions.services.transactions import transaction_delete
from transactions.services.transfers import transfer_refuse

pytestmark = pytest.mark.django_db
ROLLED_BACK = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def full(book: Book) -> Book:
    """A month of everything, with its report made."""
    book.everything()
    assert book.report().status == "succeeded"
    return book


def facts(book: Book) -> list[Fact]:
    return list(Fact.objects.filter(owner=book.owner).order_by("id"))


def proof(book: Book, fact: Fact) -> Evidence:
    return fact_evidence(book.owner, fact.pk)


def one(book: Book, metric: str, **params: str) -> Fact:
    """The month's own fact of this metric."""
    rows = Fact.objects.filter(owner=book.owner, metric=metric, period_start=date(2025, 3, 1), kind="sum")
    (found,) = [fact for fact in rows if params.items() <= fact.params.items()]
    return found


def depends_on(book: Book) -> dict[str, set[int]]:
    """Fact id -> every transaction it stands on, its inputs' included."""
    by_id = {fact.pk: fact for fact in facts(book)}

    def of(fact: Fact) -> set[int]:
        return set(fact.transactions).union(*(of(by_id[pk]) for pk in fact.inputs))

    return {pk: of(fact) for pk, fact in by_id.items()}


def stale(book: Book) -> set[str]:
    return set(stale_among(book.owner, facts(book)))


def test_every_fact_of_a_full_month_matches_and_is_fresh(full: Book) -> None:
    kinds = set()
    for fact in facts(full):
        evidence = proof(full, fact)
        assert (evidence.recomputed, evidence.is_stale) == (fact.value, False), fact
        assert evidence.matches
        assert [row.pk for row in evidence.inputs] == fact.inputs
        kinds.add(fact.kind)
    assert kinds == {"sum", "count", "ratio", "other"}


def test_the_running_sum_ends_at_the_value(full: Book) -> None:
    sums = [fact for fact in facts(full) if fact.kind == "sum"]
    assert {"EUR", "JPY", "KWD"} <= {fact.unit for fact in sums}
    for fact in sums:
        rows = proof(full, fact).rows
        assert [(row.txn.booking_date, row.txn.pk) for row in rows] == sorted(
            (row.txn.booking_date, row.txn.pk) for row in rows
        )
        total = 0
        for row in rows:
            total += row.counted_minor
            assert row.running_minor == total
        assert to_text(total, fact.unit) == fact.value


def test_no_fact_adds_up_different_currencies(full: Book) -> None:
    for fact in facts(full):
        assert len({row.txn.currency for row in proof(full, fact).rows}) <= 1, fact


@pytest.mark.parametrize(("currency", "value"), [("JPY", "-1234"), ("KWD", "-5.125")])
def test_yen_have_no_decimals_and_dinars_three(full: Book, currency: str, value: str) -> None:
    spending = one(full, "currency_spending", currency=currency)
    assert (spending.value, spending.unit) == (value, currency)
    assert proof(full, spending).recomputed == value


def test_of_a_split_row_only_the_share_counts(full: Book) -> None:
    groceries = one(full, "category_spending", category="Groceries")
    by_amount = {row.txn.amount: row.counted_minor for row in proof(full, groceries).rows}
    assert by_amount == {Decimal("-43.50"): -4350, Decimal("-63.25"): -6325, Decimal(-100): -7001}
    assert groceries.value == "-176.76"


def test_a_transfer_counts_as_neither_income_nor_spending(full: Book) -> None:
    moved = {txn.pk for txn in full.rows() if abs(txn.amount) == 300}
    for fact in facts(full):
        if fact.metric in {"income", "spending", "net"}:
            assert not moved & set(fact.transactions)


@ROLLED_BACK
@given(data=st.data())
def test_changing_one_row_makes_exactly_its_facts_stale(full: Book, data: st.DataObject) -> None:
    expected, row = depends_on(full), data.draw(st.sampled_from(full.rows()))
    change = data.draw(st.sampled_from(["amount", "note", "category", "deleted"]))
    with undone():
        if change == "deleted":
            transaction_delete(owner=full.owner, transaction_id=row.pk)
        elif change == "amount" and not row.splits.exists():
            full.change(row, amount=row.amount - 1)
        elif change == "category":
            full.change(row, category=full.category("fees"))
        else:
            full.change(row, note="other words")
        touched = {row.pk} | also_touched(full, expected)
        assert stale(full) == {pk for pk, rows in expected.items() if rows & touched}
    assert stale(full) == set()


def also_touched(book: Book, expected: dict[str, set[int]]) -> set[int]:
    """A link that no longer holds counts as a change of its other side."""
    known = set().union(*expected.values())
    changed = Transaction.objects.filter(owner=book.owner, pk__in=known, transfers_in=None, transfers_out=None)
    return {txn.pk for txn in changed if abs(txn.amount) == 300}


@contextmanager
def undone() -> Iterator[None]:
    """What happens inside is rolled back at its end."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.mark.parametrize("gone", ["all", "income", "spending", "groceries", "earlier"])
def test_whatever_is_deleted_every_proof_can_be_read(full: Book, gone: str) -> None:
    """Formulas meet empty lists, zeros below the line and inputs without a value; none of it may be a fault."""
    rows = {
        "all": Transaction.objects.all(),
        "income": Transaction.objects.filter(amount_minor__gt=0),
        "spending": Transaction.objects.filter(amount_minor__lt=0),
        "groceries": Transaction.objects.filter(payee__name="Corner Market"),
        "earlier": Transaction.objects.filter(booking_date__lt=date(2025, 3, 1)),
    }[gone]
    ids = set(rows.values_list("pk", flat=True))
    link = full.owner.transfers.get()
    if ids & {link.outgoing_id, link.incoming_id}:
        ids |= {link.outgoing_id, link.incoming_id}  # the side that stays is no transfer any more
    expected = {pk for pk, behind in depends_on(full).items() if behind & ids}
    rows.delete()
    for fact in facts(full):
        evidence = proof(full, fact)
        assert evidence.is_stale == (fact.pk in expected)
        assert evidence.is_stale or evidence.matches, fact


def test_a_formula_that_is_not_known_any_more_does_not_match(full: Book) -> None:
    spending = one(full, "spending")
    Fact.objects.filter(pk=spending.pk).update(formula="sum@0")
    evidence = proof(full, spending)
    assert (evidence.recomputed, evidence.matches) == ("", False)
    dependent = [fact for fact in facts(full) if spending.pk in fact.inputs]
    assert dependent
    assert not any(proof(full, fact).matches for fact in dependent)


def test_what_is_made_of_a_figure_that_has_no_value_any_more_has_none_either(full: Book) -> None:
    """A ratio whose lower part is zero now, and something computed from that ratio."""
    ratio = Fact.objects.get(metric="savings_rate")
    above = Fact.objects.get(pk=ratio.pk)
    above.pk, above.metric, above.formula = "f" * 25, "doubled", "times@1"
    above.params, above.inputs = {"factor": "2"}, [ratio.pk]
    above.save()
    assert proof(full, above).recomputed == f"{2 * Decimal(ratio.value)}"
    Transaction.objects.filter(amount_minor__gt=0).delete()
    for fact in (ratio, above):
        evidence = proof(full, fact)
        assert (evidence.recomputed, evidence.matches, evidence.is_stale) == ("", False, True)


def test_undoing_a_link_makes_the_facts_of_both_sides_stale(full: Book) -> None:
    link = full.owner.transfers.get()
    transfer_refuse(owner=full.owner, transfer_id=link.pk)
    about = {pk for pk, rows in depends_on(full).items() if rows & {link.outgoing_id, link.incoming_id}}
    assert stale(full) == about
    assert about


def test_a_changed_row_brought_back_is_still_stale_until_computed_again(full: Book) -> None:
    row = full.rows()[-1]
    full.change(row, note="x")
    full.change(row, note="")
    before = stale(full)
    assert before
    full.report()
    assert stale(full) == set()
    assert before <= {fact.pk for fact in facts(full)}


def test_facts_of_others_do_not_exist(full: Book, bob: User) -> None:
    for read in (fact_get, fact_evidence):
        with pytest.raises(NotFoundError):
            read(bob, facts(full)[0].pk)
    with pytest.raises(NotFoundError):
        fact_get(bob, "f" * 25)


def test_equal_ledgers_of_two_people_share_no_fact(book: Book, bob: User) -> None:
    his = Book(bob)
    his.three_months()
    book.report()
    his.report()
    values = [sorted((fact.metric, fact.value) for fact in facts(each)) for each in (book, his)]
    assert values[0] == values[1]
    assert not {fact.pk for fact in facts(book)} & {fact.pk for fact in facts(his)}


def test_a_proof_of_many_rows_needs_few_queries(book: Book) -> None:
    for day in range(1, 29):
        book.row(date(2025, 3, day), f"-{day}.10", "Corner Market", "groceries")
    book.report()
    most = 0
    for fact in facts(book):
        with CaptureQueriesContext(connection) as queries:
            proof(book, fact)
        most = max(most, len(queries))
    assert most <= 12, "two for each level of figures below, however many rows: a health score has the most levels"
