"""Everything out over HTTP: lists with their filters, journals, the whole ledger, and back."""

from __future__ import annotations

import asyncio
import csv
import io
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from python_calamine import CalamineWorkbook
from rest_framework.test import APIClient

from accounts.models import User
from transactions.api.files import made_file
from transactions.api.list_files import LISTS
from transactions.models import Category, LedgerAccount, Transaction
from transactions.selectors.ledger_content import ledger_content_hash
from transactions.services.accounts import account_create
from transactions.services.bulk import insert_rows
from transactions.services.jobs import job_run
from transactions.services.payees import payee_create
from transactions.services.rates import rate_set
from transactions.services.transactions import transaction_create

pytestmark = pytest.mark.django_db
Client = Callable[[User | None], APIClient]
DAY = date(2026, 3, 2)


@pytest.fixture
def giro(alice: User) -> LedgerAccount:
    account = account_create(owner=alice, name="=Giro", currency="EUR")
    pets = Category.objects.get(owner=alice, key="pets")
    payee = payee_create(owner=alice, name="@Vet")
    book(alice, account, "-12.30", payee=payee.pk, category=pets.pk, note="+1 for all", counterparty="-5")
    book(alice, account, "-7.00", splits=[{"amount": Decimal(-3), "category": pets.pk}, {"amount": Decimal(-4)}])
    return account


def book(owner: User, account: LedgerAccount, amount: str, **more: Any) -> Transaction:
    given: Any = {"account": account.pk, "booking_date": DAY, "amount": Decimal(amount), **more}
    return transaction_create(owner=owner, given=given)


def body(answer: Any) -> bytes:
    assert answer.status_code == 200, answer.content
    return b"".join(answer.streaming_content)


def csv_of(answer: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body(answer).decode("utf-8-sig"), newline="")))


def test_transactions_as_csv_have_no_live_formula_and_exact_amounts(
    alice: User, giro: LedgerAccount, api: Client
) -> None:
    answer = api(alice).get("/api/transactions/export/")
    assert answer["Content-Disposition"] == 'attachment; filename="transactions.csv"'
    second, first = csv_of(answer)
    assert (first["account"], first["payee"], first["note"]) == ("'=Giro", "'@Vet", "'+1 for all")
    assert (first["amount"], first["counterparty"], first["category"]) == ("-12.30", "-5", "Pets")
    assert (second["amount"], second["splits"]) == ("-7.00", "Pets -3.00; Uncategorised -4.00")


def test_the_files_filters_are_the_lists(alice: User, bob: User, giro: LedgerAccount, api: Client) -> None:
    found = csv_of(api(alice).get("/api/transactions/export/?format=csv&q=vet"))
    assert [row["amount"] for row in found] == ["-12.30"]
    assert csv_of(api(alice).get("/api/transactions/export/?start=2026-03-03")) == []
    assert csv_of(api(bob).get("/api/transactions/export/")) == []
    assert api(alice).get("/api/transactions/export/?category=x").status_code == 400
    refused = api(alice).get("/api/transactions/export/?format=pdf")
    assert (refused.status_code, set(refused.json()["fields"])) == (400, {"format"})


@pytest.mark.parametrize("name", LISTS)
def test_every_list_comes_as_csv_and_xlsx(name: str, alice: User, giro: LedgerAccount, api: Client) -> None:
    data = body(api(alice).get(f"/api/{name}/export/?format=xlsx"))
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    rows = csv_of(api(alice).get(f"/api/{name}/export/?format=csv"))
    assert len(sheet) == len(rows) + 1
    assert "id" in sheet[0]
    if rows:
        assert list(rows[0]) == sheet[0]


def test_amounts_of_accounts_are_numbers(alice: User, giro: LedgerAccount, api: Client) -> None:
    data = body(api(alice).get("/api/accounts/export/?format=xlsx"))
    head, row = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert row[head.index("balance")] == -19.3
    assert row[head.index("name")] == "=Giro"


def test_journals_and_the_whole_ledger_go_out_and_come_back(alice: User, giro: LedgerAccount, api: Client) -> None:
    assert b"balance Assets:Giro -19.30 ~ 0 EUR" in body(api(alice).get("/api/export/?format=beancount"))
    assert b"Assets:Giro  0.00 EUR = -19.30 EUR" in body(api(alice).get("/api/export/?format=hledger"))
    data = body(api(alice).get("/api/export/"))
    new = User.objects.create_user("new@example.org")
    sent = {"file": SimpleUploadedFile("a.zip", data)}
    done = api(new).post("/api/restore/", sent, format="multipart")
    assert done.status_code == 201
    assert done.json()["ledger_hash"] == ledger_content_hash(owner=new) == ledger_content_hash(owner=alice)
    assert {"table": "Transaction", "rows": 2} in done.json()["tables"]
    again = api(new).post("/api/restore/", {"file": SimpleUploadedFile("a.zip", data)}, format="multipart")
    assert (again.status_code, again.json()["code"]) == (409, "not_empty")
    broken = api(alice).post("/api/restore/", {"file": SimpleUploadedFile("a.zip", b"no")}, format="multipart")
    assert (broken.status_code, broken.json()["code"]) == (400, "broken_archive")


def test_a_large_ledger_is_asked_for_and_fetched_when_it_is_ready(
    alice: User, bob: User, giro: LedgerAccount, api: Client, settings: Any
) -> None:
    settings.JOB_ROWS = 1
    refused = api(alice).get("/api/export/")
    assert (refused.status_code, refused.json()["code"]) == (409, "large")
    asked = api(alice).post("/api/export/", {"format": "beancount"})
    assert (asked.status_code, asked.json()["kind"], asked.json()["result"]) == (202, "export", None)
    address = f"/api/export/{asked.json()['id']}/file/"
    assert api(alice).get(address).json()["code"] == "not_ready"
    assert api(alice).post("/api/export/", {"format": "beancount"}).json()["id"] == asked.json()["id"]
    job_run(job_id=asked.json()["id"])
    job = api(alice).get(f"/api/jobs/{asked.json()['id']}/").json()
    answer = api(alice).get(address)
    assert b"balance Assets:Giro -19.30 ~ 0 EUR" in body(answer)
    assert job["result"]["file_name"] in answer["Content-Disposition"]
    assert answer["Content-Disposition"].startswith("attachment")
    assert (api(bob).get(address).status_code, api(None).get(address).status_code) == (404, 401)
    assert [row["id"] for row in api(alice).get("/api/jobs/?kind=export").json()["results"]] == [job["id"]]
    assert api(alice).get("/api/jobs/?kind=restore").json()["results"] == []
    assert api(alice).post("/api/export/", {"format": "pdf"}).status_code == 400
    assert set(api(alice).post("/api/export/", {"as": "zip"}).json()["fields"]) == {"as"}


@pytest.mark.django_db(transaction=True)
def test_a_large_archive_is_put_back_by_a_job(alice: User, giro: LedgerAccount, api: Client, settings: Any) -> None:
    data = body(api(alice).get("/api/export/"))
    settings.JOB_ROWS = 1
    new = User.objects.create_user("new@example.org")
    asked = api(new).post("/api/restore/", {"file": SimpleUploadedFile("a.zip", data)}, format="multipart")
    assert (asked.status_code, asked.json()["kind"]) == (202, "restore")
    job_run(job_id=asked.json()["id"])
    job = api(new).get(f"/api/jobs/{asked.json()['id']}/").json()
    assert job["status"] == "succeeded"
    assert job["result"]["ledger_hash"] == ledger_content_hash(owner=new) == ledger_content_hash(owner=alice)
    again = api(new).post("/api/restore/", {"file": SimpleUploadedFile("a.zip", data)}, format="multipart")
    assert (again.status_code, again.json()["code"]) == (409, "not_empty")


def test_a_file_is_sent_in_pieces_under_asgi() -> None:
    answer = made_file(lambda stream: stream.write(b"x" * 600_000), "a.txt", "text/plain")

    async def pieces() -> list[bytes]:
        return [piece async for piece in answer]

    found = asyncio.run(pieces())
    assert [len(piece) for piece in found] == [262_144, 262_144, 75_712]
    answer.close()


def test_totals_are_by_currency_and_together_only_by_a_rate(alice: User, giro: LedgerAccount, api: Client) -> None:
    for code, amount in (("USD", "10.00"), ("GBP", "1.00")):
        book(alice, account_create(owner=alice, name=code, currency=code), amount)
    rate_set(owner=alice, base="EUR", quote="USD", rate_date=DAY, rate="1.25")
    found = api(alice).get("/api/transactions/totals/").json()
    assert found["by_currency"] == [
        {"currency": "EUR", "count": 2, "total": "-19.30"}, {"currency": "GBP", "count": 1, "total": "1.00"},
        {"currency": "USD", "count": 1, "total": "10.00"},
    ]  # fmt: skip
    assert (found["count"], found["in_base"], found["base_currency"]) == (4, "-11.30", "EUR")
    assert [one["base"] for one in found["missing_rates"]] == ["GBP"]
    assert api(alice).get("/api/transactions/totals/?q=vet").json()["by_currency"][0]["total"] == "-12.30"


FIELDS = (
    "owner", "account", "booking_date", "value_date", "amount_minor", "currency", "payee", "category",
    "category_source", "category_reason", "counterparty", "description", "note", "status", "statement_line",
    "revision", "created_at", "updated_at",
)  # fmt: skip


@pytest.mark.parametrize(
    ("amounts", "total"),
    [
        ([10] * 10_000, "1000.00"),
        pytest.param([10] * 300_000, "30000.00", marks=pytest.mark.campaign),
        ([99_999_999_999_999, 1, -99_999_999_999_999], "0.01"),
    ],
    ids=["dimes", "very many dimes", "far apart"],
)
def test_totals_are_exact_on_every_surface(
    alice: User, api: Client, settings: Any, amounts: list[int], total: str
) -> None:
    """Sums in floating point drift over the first, and lose the cent of the second."""
    settings.JOB_ROWS = len(amounts)
    account = account_create(owner=alice, name="Giro", currency="EUR")
    now = account.created_at
    rows = [
        (
            alice.pk,
            account.pk,
            DAY,
            None,
            amount,
            "EUR",
            None,
            None,
            "none",
            "",
            "",
            "",
            "",
            "cleared",
            None,
            1,
            now,
            now,
        )
        for amount in amounts
    ]
    insert_rows(Transaction, FIELDS, rows)
    http = api(alice)
    summary = http.get("/api/summary/?start=2026-03-01&end=2026-03-31").json()
    assert summary["net"] == summary["in_base"]["net"] == summary["by_account"][0]["net"] == total
    assert summary["by_category"][0]["net"] == summary["by_month"][0]["net"] == total
    assert http.get("/api/transactions/totals/").json()["by_currency"][0]["total"] == total
    assert http.get(f"/api/accounts/{account.pk}/").json()["balance"] == total
    assert http.get(f"/api/accounts/{account.pk}/balances/?as_of=2026-03-31").json()["balance"] == total
    assert http.get("/api/net-worth/?from=2026-03-31&to=2026-03-31").json()["points"][0]["total"] == total
    written = csv_of(http.get("/api/transactions/export/"))
    assert len(written) == len(amounts)
    assert str(sum(Decimal(row["amount"]) for row in written)) == total
    journal = body(http.get("/api/export/?format=beancount")).decode()
    assert f"balance Assets:Giro {total} ~ 0 EUR" in journal
