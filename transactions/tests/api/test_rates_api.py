"""Rates over HTTP and from the command line; the summary adds currencies up only by a rate."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.core.management.base import CommandError
from rest_framework.test import APIClient

from accounts.models import User
from transactions.models import ExchangeRate
from transactions.services.accounts import account_create
from transactions.services.transactions import transaction_create

pytestmark = pytest.mark.django_db
Client = Callable[[User | None], APIClient]
HISTORY = b"Date,USD,JPY,\n2026-03-10,1.25,160.25,\n2026-03-09,1.2,160,\n"


def test_a_rate_is_made_replaced_changed_and_removed(alice: User, api: Client) -> None:
    http, sent = api(alice), {"base": "usd", "quote": "EUR", "rate_date": "2026-03-10", "rate": "0.80"}
    made = http.post("/api/rates/", sent)
    assert made.status_code == 201
    assert made.json() | {"id": 0} == {
        "id": 0, "base": "USD", "quote": "EUR", "rate_date": "2026-03-10", "rate": "0.8", "source": "manual",
        "is_shared": False,
    }  # fmt: skip
    assert http.post("/api/rates/", {**sent, "rate": "0.9"}).json()["id"] == made.json()["id"]
    one = f"/api/rates/{made.json()['id']}/"
    assert http.patch(one, {"rate": "0.95"}).json()["rate"] == "0.95"
    assert (
        http.get("/api/rates/?base=usd&quote=eur&start=2026-03-10&end=2026-03-10").json()["results"][0]["rate"]
        == "0.95"
    )
    assert http.delete(one).status_code == 204
    assert not ExchangeRate.objects.exists()


@pytest.mark.parametrize(
    "change", [{"rate": "0"}, {"rate": "-1"}, {"rate": "abc"}, {"quote": "USD"}, {"base": "QQQ"}, {"rate": "NaN"}]
)
def test_a_rate_that_cannot_be_is_refused(alice: User, api: Client, change: dict[str, str]) -> None:
    sent = {"base": "USD", "quote": "EUR", "rate_date": "2026-03-10", "rate": "0.8", **change}
    answer = api(alice).post("/api/rates/", sent)
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")


def test_a_file_twice_is_imported_once(alice: User, bob: User, api: Client) -> None:
    def send(data: bytes) -> Any:
        return api(alice).post("/api/rates/import/", {"file": SimpleUploadedFile("r.csv", data)}, format="multipart")

    assert send(HISTORY).json() == {"format": "ecb", "added": 4, "changed": 0, "same": 0, "line_errors": []}
    assert send(HISTORY.replace(b"1.25", b"1.26")).json()["changed"] == 1
    assert send(HISTORY.replace(b"1.25", b"1.26")).json()["same"] == 4
    assert send(b"not rates").status_code == 400
    assert api(bob).get("/api/rates/").json()["results"] == []


def test_shared_rates_come_from_the_command_and_stay_as_they_are(alice: User, api: Client, tmp_path: Path) -> None:
    file, out = tmp_path / "eurofxref-hist.csv", StringIO()
    file.write_bytes(HISTORY)
    call_command("rates_import", str(file), stdout=out)
    assert out.getvalue() == "4 rates added, 0 changed, 0 there already\n"
    rows = api(alice).get("/api/rates/").json()["results"]
    assert [row["is_shared"] for row in rows] == [True] * 4
    assert api(alice).patch(f"/api/rates/{rows[0]['id']}/", {"rate": "7"}).status_code == 404
    with pytest.raises(CommandError, match="SPENDWISE_RATES_URL"):
        call_command("rates_import")
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("rates_import", str(tmp_path / "none"))


def test_an_amount_is_converted_with_the_way_it_went(alice: User, api: Client) -> None:
    call_rates(alice)
    answer = api(alice).get("/api/rates/convert/?amount=12.50&base=usd&quote=jpy&day=2026-03-11").json()
    assert answer == {
        "converted": "1603", "rate": "128.2", "rate_date": "2026-03-10",
        "rate_path": "EUR/USD of 2026-03-10, EUR/JPY of 2026-03-10",
    }  # fmt: skip
    assert api(alice).get("/api/rates/convert/?amount=1&base=EUR&quote=GBP").json()["converted"] is None
    assert api(alice).get("/api/rates/convert/?amount=1.005&base=EUR&quote=USD").status_code == 400
    assert api(alice).get("/api/rates/convert/?quote=QQQ").status_code == 400


def call_rates(owner: User) -> None:
    from transactions.services.rates import rates_import

    rates_import(owner=owner, data=HISTORY)


def test_the_summary_adds_currencies_by_the_rate_of_each_day(alice: User, api: Client) -> None:
    for code, day, amount in (
        ("EUR", 9, "-10.00"), ("USD", 9, "-12.00"), ("USD", 10, "25.00"), ("GBP", 10, "-3.00"),
    ):  # fmt: skip
        account = account_create(owner=alice, name=f"{code} {day}", currency=code)
        given: Any = {"account": account.pk, "booking_date": date(2026, 3, day), "amount": Decimal(amount)}
        transaction_create(owner=alice, given=given)
    call_rates(alice)
    found = api(alice).get("/api/summary/").json()
    assert (found["income"], found["expense"]) == ("0.00", "-10.00")
    assert found["in_base"] == {"count": 3, "income": "20.00", "expense": "-20.00", "net": "0.00"}
    assert [one["base"] for one in found["missing_rates"]] == ["GBP"]
    assert [row["currency"] for row in found["by_currency"]] == ["EUR", "GBP", "USD"]
