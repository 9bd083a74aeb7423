"""A household that has lived for a year and a half: series, a price rise, a double charge, rows nobody has sorted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from accounts.models import User
from advisory.tests.books import Book
from transactions.models import LedgerAccount, Transaction
from transactions.services.category_choice import category_choose
from transactions.services.imports import import_start
from transactions.services.transactions import TransactionGiven, transaction_create

MONTHS = [date(2024 + month // 12, month % 12 + 1, 1) for month in range(18)]
LAST = date(2025, 6, 25)
BY_HAND = {"Linden Housing": "rent_mortgage", "Harbour Employer": "income_salary", "Corner Market": "groceries"}
# The last rows of these nobody has sorted; what the first ones say is plain.
LEFT_OPEN = {"Corner Market": 4}
Line = tuple[date, str, str]


class Living(Book):
    """Rows as an import makes them, some with a category by hand."""

    def live(self) -> None:
        lines = "".join(f"{day.isoformat()},{amount},{payee}\n" for day, amount, payee in sorted(lived()))
        data = f"Date,Amount,Payee\n{lines}".encode()
        import_start(owner=self.owner, file_name="a.csv", data=data, account_id=self.giro.pk, commit=True)
        for payee, key in BY_HAND.items():
            rows = Transaction.objects.filter(owner=self.owner, counterparty=payee).order_by("booking_date")
            ids = list(rows.values_list("pk", flat=True))[: -LEFT_OPEN.get(payee, 0) or None]
            category_choose(owner=self.owner, category_id=self.category(key), transaction_ids=ids)

    def text_row(
        self, day: date, amount: str, text: str, key: str = "", account: LedgerAccount | None = None
    ) -> Transaction:
        given: TransactionGiven = {
            "account": (account or self.giro).pk,
            "booking_date": day,
            "amount": Decimal(amount),
            "counterparty": text,
        }
        if key:
            given["category"] = self.category(key)
        return transaction_create(owner=self.owner, given=given)


def lived() -> Iterable[Line]:
    for place, first in enumerate(MONTHS):
        yield first, "-980.00", "Linden Housing"
        yield first + timedelta(days=4), f"-{41 + place % 5}.50", "Corner Market"
        yield first + timedelta(days=11), "-12.99" if place < 16 else "-15.99", "Streamly"
        yield first + timedelta(days=17), f"-{61 + place % 7}.25", "Supermarket North"
        yield first + timedelta(days=24), "2850.00", "Harbour Employer"
    yield date(2025, 6, 20), "-89.90", "Wardrobe Berlin"
    yield date(2025, 6, 20), "-89.90", "Wardrobe Berlin"


def household(owner: User) -> Living:
    book = Living(owner)
    book.live()
    return book
