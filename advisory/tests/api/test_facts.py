"""Facts and their evidence over HTTP."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from accounts.models import User
from advisory.models import Fact
from advisory.tests.books import Book

pytestmark = pytest.mark.django_db
Api = Callable[[User | None], APIClient]


@pytest.fixture
def full(book: Book) -> Book:
    book.everything()
    book.report()
    return book


def spending(book: Book) -> str:
    return Fact.objects.get(owner=book.owner, metric="currency_spending", unit="KWD").pk


def test_a_fact_says_what_it_is(full: Book, api: Api) -> None:
    fact = api(full.owner).get(f"/api/facts/{spending(full)}/").json()
    assert {name: fact[name] for name in ("label", "kind", "value", "unit", "formula", "is_stale")} == {
        "label": "Spending in KWD",
        "kind": "sum",
        "value": "-5.125",
        "unit": "KWD",
        "formula": "sum@1",
        "is_stale": False,
    }
    assert fact["period"] == {"start": "2025-03-01", "end": "2025-03-31"}
    assert (fact["transaction_count"], len(fact["transactions"])) == (1, 1)


def test_its_evidence_is_summed_again_and_goes_stale_with_its_row(full: Book, api: Api) -> None:
    url = f"/api/facts/{spending(full)}/evidence/"
    proof = api(full.owner).get(url).json()
    (row,) = proof["rows"]
    assert (row["amount"], row["counted"], row["running"], row["currency"]) == ("-5.125", "-5.125", "-5.125", "KWD")
    assert (row["account_name"], row["payee_name"], row["category_name"]) == ("Kuwait", "Souk", "Groceries")
    assert (proof["recomputed"], proof["matches"], proof["is_stale"]) == ("-5.125", True, False)
    assert proof["definition"].startswith("The sum of these rows")
    api(full.owner).patch(f"/api/transactions/{row['transaction']}/", {"amount": "-6.000"})
    proof = api(full.owner).get(url).json()
    assert (proof["recomputed"], proof["matches"], proof["is_stale"]) == ("-6.000", False, True)
    assert proof["fact"]["is_stale"] is True
    api(full.owner).delete(f"/api/transactions/{row['transaction']}/")
    proof = api(full.owner).get(url).json()
    assert (proof["recomputed"], proof["rows"], proof["matches"]) == ("0.000", [], False)


def test_every_figure_of_a_report_can_be_read_and_proven(full: Book, api: Api) -> None:
    http = api(full.owner)
    for pk in Fact.objects.values_list("pk", flat=True):
        proof = http.get(f"/api/facts/{pk}/evidence/").json()
        assert proof["matches"], proof
        assert proof["definition"]
        assert proof["fact"]["label"]


def test_a_proof_takes_few_queries_however_deep_it_is(full: Book, api: Api) -> None:
    http, most = api(full.owner), 0
    for pk in Fact.objects.values_list("pk", flat=True):
        with CaptureQueriesContext(connection) as queries:
            http.get(f"/api/facts/{pk}/evidence/")
        most = max(most, len(queries))
    assert most <= 12


@pytest.mark.parametrize("path", ["", "evidence/"])
def test_only_its_owner_reads_it(full: Book, bob: User, api: Api, path: str) -> None:
    url = f"/api/facts/{spending(full)}/{path}"
    assert api(bob).get(url).status_code == 404
    assert api(None).get(url).status_code == 401


@pytest.mark.parametrize("pk", ["x", "0", "%00", "f" * 500, "%ff", "'"])
def test_an_id_that_is_none_is_not_found(alice: User, api: Api, pk: str) -> None:
    assert api(alice).get(f"/api/facts/{pk}/evidence/").status_code == 404
