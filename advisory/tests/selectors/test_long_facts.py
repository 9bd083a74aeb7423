"""A figure on more rows than anybody lists: ranges of ids with count, sum and hash, and evidence in pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from rest_framework.test import APIClient

from accounts.models import User
from advisory.analysis.facts import FactBook
from advisory.models import Fact
from advisory.selectors.facts import id_ranges, stale_among
from advisory.services.facts import facts_keep, facts_sweep
from advisory.tests.books import Book
from transactions.ledger.columns import Columns
from transactions.ledger.period import Period
from transactions.models import Transaction
from transactions.selectors.columns import columns_for
from transactions.selectors.evidence import states_before

pytestmark = pytest.mark.django_db
COUNT, END = 620, date(2030, 1, 1)


@pytest.fixture
def fact(alice: User) -> Fact:
    """A sum over 620 rows of which two were deleted before, so that the ids have gaps."""
    account = Book(alice).giro
    first = date(2024, 1, 1)
    Transaction.objects.bulk_create(
        Transaction(
            owner=alice,
            account=account,
            booking_date=first + timedelta(days=place),
            amount_minor=-100 - place,
            currency="EUR",
        )
        for place in range(COUNT + 2)
    )
    ids = list(Transaction.objects.order_by("pk").values_list("pk", flat=True))
    Transaction.objects.filter(pk__in=[ids[100], ids[300]]).delete()
    columns: Columns = columns_for(owner=alice, end=END)
    book = FactBook.over(columns, f"user:{alice.pk}")
    draft = book.sum("spending", columns.shares, Period(first, END), "EUR")
    facts_keep(owner=alice, drafts=[draft], states=states_before(owner=alice, end=END))
    return Fact.objects.get(pk=draft.id)


def test_ranges_hold_exactly_the_ids() -> None:
    assert id_ranges([]) == []
    assert id_ranges([3]) == [[3, 3]]
    assert id_ranges([1, 2, 3, 7, 9, 10]) == [[1, 3], [7, 7], [9, 10]]


def test_it_is_kept_as_ranges_and_proven_all_the_same(fact: Fact) -> None:
    assert (fact.transactions, len(fact.ranges), fact.row_count) == ([], 3, COUNT)
    assert fact.transaction_ids == list(Transaction.objects.order_by("pk").values_list("pk", flat=True))
    assert stale_among(fact.owner, [fact]) == frozenset()


def test_the_api_gives_a_query_with_count_sum_and_hash(fact: Fact, api: Callable[[User], APIClient]) -> None:
    told = api(fact.owner).get(f"/api/facts/{fact.pk}/").json()
    assert (told["transactions"], told["transaction_count"]) == ([], COUNT)
    assert told["query"] == {
        "id_ranges": fact.ranges,
        "count": COUNT,
        "sum": told["value"],
        "hash": fact.rows_hash,
    }


def test_evidence_comes_in_pages_that_sum_to_the_whole(fact: Fact, api: Callable[[User], APIClient]) -> None:
    http, url = api(fact.owner), f"/api/facts/{fact.pk}/evidence/"
    first = http.get(url).json()
    assert (len(first["rows"]), first["row_count"], first["offset"]) == (500, COUNT, 0)
    second = http.get(first["next"]).json()
    assert (len(second["rows"]), second["offset"], second["next"]) == (COUNT - 500, 500, None)
    assert second["rows"][-1]["running"] == first["total"] == second["total"] == fact.value
    assert (first["matches"], first["is_stale"]) == (True, False)
    assert len({row["transaction"] for row in first["rows"] + second["rows"]}) == COUNT


def test_a_row_that_goes_meanwhile_moves_no_other_over_the_edge(fact: Fact, api: Callable[[User], APIClient]) -> None:
    http = api(fact.owner)
    first = http.get(f"/api/facts/{fact.pk}/evidence/").json()
    Transaction.objects.filter(pk=fact.transaction_ids[7]).delete()
    second = http.get(first["next"]).json()
    assert (len(second["rows"]), second["offset"], second["row_count"]) == (COUNT - 500, 499, COUNT - 1)
    assert (second["is_stale"], second["matches"]) == (True, False)


@pytest.mark.parametrize("cursor", ["x", "é", "MjAyNC0wMS0wMQ==", "MjAyNC0xMy0wMSAx", "500"])
def test_a_cursor_that_no_page_gave_is_refused(fact: Fact, api: Callable[[User], APIClient], cursor: str) -> None:
    answer = api(fact.owner).get(f"/api/facts/{fact.pk}/evidence/", {"cursor": cursor})
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["cursor"])


def test_one_changed_row_of_many_makes_it_stale(fact: Fact, api: Callable[[User], APIClient]) -> None:
    pk = fact.transaction_ids[400]
    http = api(fact.owner)
    assert http.patch(f"/api/transactions/{pk}/", {"note": "x"}, format="json").status_code == 200
    told = http.get(f"/api/facts/{fact.pk}/evidence/").json()
    assert (told["is_stale"], told["matches"]) == (True, True)


def test_facts_that_nothing_speaks_of_are_swept(fact: Fact) -> None:
    assert facts_sweep(owner=fact.owner) == 1
    assert not Fact.objects.exists()
