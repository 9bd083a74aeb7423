"""The real ledger behind the machine: the services, and what they leave in the database in the oracle's words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from importlib import import_module
from importlib.util import find_spec
from typing import Any
from unittest.mock import patch

from django.db.models import Sum

from accounts.errors import DomainError
from accounts.models import User
from transactions.ledger.money import from_minor
from transactions.models import (
    Category,
    ChangeSet,
    LedgerAccount,
    Reconciliation,
    Split,
    StatementImport,
    StatementLine,
    Transaction,
    TransactionTag,
    Transfer,
)
from transactions.selectors import rollups
from transactions.selectors.ledger_content import ledger_content_hash
from transactions.selectors.rollups import stale_months
from transactions.selectors.summary import summary_for
from transactions.services.accounts import account_create
from transactions.services.categories import categories_ensure
from transactions.services.imports import import_start
from transactions.services.payees import payees_ensure
from transactions.tests.machine.oracle import Movement, Ref, Row

CURRENCIES = ("EUR", "EUR", "USD")
TAGS = ("red", "green", "blue")
Line = StatementLine.Status


def words(movement: int) -> str:
    """A name that no rule or word list knows."""
    return "Zq" + "".join("bcdfghjkmn"[int(digit)] + "o" for digit in str(movement))


class RealLedger:
    """One owner with three accounts, driven through the services."""

    def __init__(self, number: int) -> None:
        self.owner = User.objects.create_user(f"machine-{number}@example.org")
        categories_ensure(owner=self.owner)
        self.accounts = [
            account_create(owner=self.owner, name=f"Account {at}", currency=currency, opening_balance=Decimal(0))
            for at, currency in enumerate(CURRENCIES)
        ]
        self.categories = list(Category.objects.filter(owner=self.owner).order_by("pk").values_list("pk", flat=True))[
            :3
        ]
        self.lines: dict[int, Ref] = {}
        self.payees: dict[int, int] = {}
        self.deeds: list[int] = []

    def currency(self, account: int) -> str:
        return next(one.currency for one in self.accounts if one.pk == account)

    def units(self, minor: int, account: int) -> Decimal:
        return from_minor(minor, self.currency(account))

    def does(self, deed: Callable[[], Any]) -> tuple[bool, Any]:
        """Whether the services did it, and what they returned or why not."""
        try:
            return True, deed()
        except DomainError as error:
            return False, f"{error.code}: {error.message} {error.fields}"

    def bring(self, movements: dict[int, Movement]) -> tuple[int, dict[int, int]]:
        """Import a file of these; the import's number, and movement -> row for what was booked."""
        account = next(iter(movements.values())).account
        names = {movement: words(movement) for movement in movements}
        self._learn_payees(names)
        rows = [
            f"{date.fromordinal(content.day)},{names[movement]},{names[movement]} text,"
            f"{self.units(content.amount, account)},{self.currency(account)}"
            for movement, content in movements.items()
        ]
        data = "\n".join(["Booking date,Counterparty,Description,Amount,Currency", *rows, ""]).encode()
        record = import_start(
            owner=self.owner,
            file_name="machine.csv",
            data=data,
            account_id=account,
            commit=True,
            accept_assumed=True,
            overrides={"sign": "signed"},
        )
        assert record.status == StatementImport.Status.COMMITTED, (record.status, record.errors, data)
        assert record.lines_found == len(movements), (record.errors, data)
        assert (record.certificate or {})["ledger_hash_after"] == ledger_content_hash(owner=self.owner)
        stored = StatementLine.objects.filter(statement_import=record).order_by("line", "pk")
        made: dict[int, int] = {}
        for movement, (pk, row) in zip(movements, stored.values_list("pk", "transaction__pk"), strict=True):
            self.lines[pk] = (record.pk, movement)
            if row is not None:
                made[movement] = row
        return record.pk, made

    def _learn_payees(self, names: dict[int, str]) -> None:
        """The user knows them already, so that no roll-back takes one away."""
        by_key = payees_ensure(owner=self.owner, names=names.values())
        for movement, name in names.items():
            self.payees[by_key[name.casefold()]] = movement

    def note_deeds(self) -> int:
        """How many changes are written down."""
        self.deeds = list(ChangeSet.objects.filter(owner=self.owner).order_by("pk").values_list("pk", flat=True))
        return len(self.deeds)

    # --- reading

    def rows(self) -> dict[int, Row]:
        found: dict[int, Row] = {}
        fields = (
            "pk", "account_id", "booking_date", "amount_minor", "category_id", "category_source", "note", "status",
            "payee_id", "statement_line_id",
        )  # fmt: skip
        for values in Transaction.objects.filter(owner=self.owner).order_by().values_list(*fields):
            pk, account, day, amount, category, source, note, status, payee, line = values
            found[pk] = {
                "account": account, "day": day.toordinal(), "amount": amount, "category": category, "source": source,
                "note": note, "status": status, "splits": (), "payee": self.payees.get(payee or 0),
                "line": None if line is None else self.lines[line],
            }  # fmt: skip
        shares = Split.objects.filter(transaction__owner=self.owner).order_by("transaction_id", "position")
        for pk, amount, category in shares.values_list("transaction_id", "amount_minor", "category_id"):
            found[pk]["splits"] += ((amount, category),)
        tags = TransactionTag.objects.filter(transaction__owner=self.owner).order_by()
        for pk, name in tags.values_list("transaction_id", "tag__name"):
            found[pk][f"tag:{name}"] = True
        return found

    def links(self) -> dict[tuple[int, int], str]:
        rows = Transfer.objects.filter(owner=self.owner).order_by()
        return {(out, into): status for out, into, status in rows.values_list("outgoing_id", "incoming_id", "status")}

    def told(self) -> tuple[set[Ref], set[Ref]]:
        """The lines that are booked, and those that count as duplicates."""
        rows = StatementLine.objects.filter(statement_import__owner=self.owner).order_by()
        found: dict[str, set[Ref]] = {Line.BOOKED: set(), Line.DUPLICATE: set()}
        for pk, status in rows.values_list("pk", "status"):
            if status in found:
                found[status].add(self.lines[pk])
        return found[Line.BOOKED], found[Line.DUPLICATE]

    def counts(self) -> dict[int, tuple[int, int]]:
        """New and duplicate lines as each standing import counts them."""
        records = StatementImport.objects.filter(owner=self.owner, status=StatementImport.Status.COMMITTED)
        return {pk: (new, there) for pk, new, there in records.values_list("pk", "lines_new", "lines_duplicate")}

    def balances(self) -> dict[int, int]:
        sums = Transaction.objects.filter(owner=self.owner).order_by().values_list("account_id")
        found = dict(sums.annotate(total=Sum("amount_minor")))
        return {account.pk: found.get(account.pk, 0) for account in self.accounts}

    def things(self) -> tuple[set[int], dict[int, str]]:
        """The categories that are used here and still there, and how reconciliations stand."""
        there = Category.objects.filter(pk__in=self.categories).values_list("pk", flat=True)
        return set(there), dict(Reconciliation.objects.filter(owner=self.owner).values_list("pk", "status"))

    def check(self) -> list[str]:
        """What `manage.py check_ledger` finds wrong."""
        if find_spec("transactions.services.ledger_check") is None:
            return []
        ledger_check = import_module("transactions.services.ledger_check").ledger_check
        return [str(finding) for finding in ledger_check(owner=self.owner)] + self.sums()

    def sums(self) -> list[str]:
        """Months whose sums were not made in the same go, and figures that differ from those of the rows."""
        left = [f"stale: {account} {month}" for account, month in stale_months(owner=self.owner)]
        stored = summary_for(owner=self.owner)
        with patch.object(rollups, "MOST_STALE", -1):
            from_rows = summary_for(owner=self.owner)
        return left if stored == from_rows else [*left, f"summary: {stored} of sums, {from_rows} of rows"]


def erase(ledger: RealLedger) -> None:
    """Everything of this owner leaves, so that long runs stay quick."""
    LedgerAccount.objects.filter(owner=ledger.owner).delete()
    User.objects.filter(pk=ledger.owner.pk).delete()
