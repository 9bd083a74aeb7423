"""Ledgers in the database, booked through the ledger's own services."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.conf import settings

from accounts.models import User
from advisory.models import Report
from advisory.services.reports import report_request
from transactions.models import Category, LedgerAccount, Transaction
from transactions.services.accounts import account_create
from transactions.services.jobs import job_run
from transactions.services.payees import payees_ensure
from transactions.services.transactions import TransactionGiven, transaction_create, transaction_update
from transactions.services.transfers import transfer_create

MONTH = "2025-03"


class Book:
    """One owner's ledger, and the reports made from it."""

    def __init__(self, owner: User) -> None:
        self.owner = owner
        self.giro = self.account("Giro", "EUR")

    def account(self, name: str, currency: str) -> LedgerAccount:
        return account_create(owner=self.owner, name=name, currency=currency, opening_balance=Decimal(1000))

    def row(
        self, day: date, amount: str, payee: str = "", key: str = "", account: LedgerAccount | None = None
    ) -> Transaction:
        given: TransactionGiven = {
            "account": (account or self.giro).pk,
            "booking_date": day,
            "amount": Decimal(amount),
            "counterparty": payee,
        }
        if payee:
            (given["payee"],) = payees_ensure(owner=self.owner, names=[payee]).values()
        if key:
            given["category"] = self.category(key)
        return transaction_create(owner=self.owner, given=given)

    def category(self, key: str) -> int:
        return Category.objects.get(owner=self.owner, key=key).pk

    def three_months(self) -> None:
        for month in (1, 2, 3):
            self.row(date(2025, month, 1), "-980.00", "Linden Housing", "rent_mortgage")
            self.row(date(2025, month, 4), f"-{40 + month}.50", "Corner Market", "groceries")
            self.row(date(2025, month, 12), "-12.99", "Streamly", "subscriptions")
            self.row(date(2025, month, 18), f"-{60 + month}.25", "Corner Market", "groceries")
            self.row(date(2025, month, 28), "2850.00", "Harbour Employer", "income_salary")

    def everything(self) -> None:
        """A split row, a transfer, yen and dinars, a row without payee or category."""
        savings, yen, dinar = (
            self.account("Savings", "EUR"),
            self.account("Tokyo", "JPY"),
            self.account("Kuwait", "KWD"),
        )
        mixed = self.row(date(2025, 3, 9), "-100.00", "Corner Market")
        parts = [("-70.01", "groceries"), ("-29.99", "pets")]
        shares: Any = [{"amount": Decimal(amount), "category": self.category(key)} for amount, key in parts]
        transaction_update(owner=self.owner, transaction_id=mixed.pk, changes={"splits": shares})
        out = self.row(date(2025, 3, 20), "-300.00")
        into = self.row(date(2025, 3, 20), "300.00", account=savings)
        transfer_create(owner=self.owner, outgoing=out.pk, incoming=into.pk)
        self.row(date(2025, 3, 21), "-1234", "Kiosk", "restaurants", account=yen)
        self.row(date(2025, 3, 22), "-5.125", "Souk", "groceries", account=dinar)
        self.row(date(2025, 3, 23), "7.500", "Souk", "groceries", account=dinar)
        self.row(date(2025, 3, 24), "-8.08")

    def ask(self, month: str | None = MONTH) -> Report:
        return report_request(owner=self.owner, month=month)[0]

    def report(self, month: str = MONTH) -> Report:
        """Ask for it and do the work, as a worker would."""
        report = self.ask(month)
        job_run(job_id=job_id_of(report))
        report.refresh_from_db()
        return report

    def change(self, txn: Transaction, **changes: Any) -> Transaction:
        given: Any = changes
        return transaction_update(owner=self.owner, transaction_id=txn.pk, changes=given)

    def rows(self) -> list[Transaction]:
        return list(Transaction.objects.filter(owner=self.owner).order_by("booking_date", "id"))


def media(pattern: str = "*/*/*/*") -> list[str]:
    """Files under MEDIA/reports, relative to it."""
    root = Path(settings.MEDIA_ROOT) / "reports"
    return sorted(str(path.relative_to(root)) for path in root.glob(pattern))


def content(report: Report, name: str = "report.json") -> bytes:
    return (Path(settings.MEDIA_ROOT) / report.folder / name).read_bytes()


def facts_of(report: Report) -> list[dict[str, Any]]:
    facts: list[dict[str, Any]] = json.loads(content(report))["facts"]
    return facts


def job_id_of(report: Report) -> int:
    assert report.job_id is not None
    return report.job_id
