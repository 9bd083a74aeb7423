"""Made-up ledgers for the tests: a household of two years, and small builders. Nothing random, nothing copied."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from transactions.ledger.columns import AccountState, Columns, Share
from transactions.ledger.period import Period, add_months, parse_month

NAMESPACE = "owner-1"
CHECKING, SAVINGS = 1, 2
ESSENTIAL = frozenset({"rent_mortgage", "groceries", "utilities", "insurance", "phone_internet"})
CATEGORY_IDS = {
    "income_salary": 1,
    "rent_mortgage": 2,
    "groceries": 3,
    "utilities": 4,
    "insurance": 5,
    "phone_internet": 6,
    "restaurants": 7,
    "subscriptions": 8,
    "fees": 9,
    "travel": 10,
    "electronics": 11,
}
PAYEE_IDS: dict[str, int] = {}


@dataclass
class Household:
    """Collects shares; ids count up in the order of booking."""

    currency: str = "EUR"
    shares: list[Share] = field(default_factory=list)

    def book(self, day: date, minor: int, payee: str, key: str = "", *, account: int = CHECKING) -> Share:
        share = Share(
            transaction_id=len(self.shares) + 1,
            booking_date=day,
            amount_minor=minor,
            currency=self.currency,
            account_id=account,
            payee_id=PAYEE_IDS.setdefault(payee, len(PAYEE_IDS) + 1),
            payee_name=payee,
            category_id=CATEGORY_IDS.get(key),
            category_key=key,
            category_name=key.replace("_", " ").capitalize(),
            is_essential=key in ESSENTIAL,
            text=payee.upper(),
        )
        self.shares.append(share)
        return share

    def move(self, day: date, minor: int) -> None:
        """A confirmed transfer from checking to savings."""
        for account, amount in ((CHECKING, -minor), (SAVINGS, minor)):
            self.shares.append(replace(self.book(day, amount, "Own savings", account=account), is_transfer=True))
            self.shares.pop(-2)

    def columns(self) -> Columns:
        return Columns.of(self.shares)

    def accounts(self, opening: int = 150_000, *, is_known: bool = True) -> list[AccountState]:
        kinds = {CHECKING: ("Everyday", "checking"), SAVINGS: ("Savings", "savings")}
        return [
            AccountState(key, name, kind, self.currency, opening + self._moved(key), is_known)
            for key, (name, kind) in kinds.items()
        ]

    def _moved(self, account: int) -> int:
        return sum(share.amount_minor for share in self.shares if share.account_id == account)


def household(last: str = "2026-10", months: int = 14, currency: str = "EUR") -> Household:
    """A salary, rent, bills, a weekly shop of changing size, a price rise, a double charge and one odd dinner."""
    home = Household(currency)
    final = parse_month(last).start
    for back in range(months - 1, -1, -1):
        _one_month(home, add_months(final, -back), back)
    return home


def _one_month(home: Household, first: date, back: int) -> None:
    home.book(first.replace(day=28), 320_000, "Nordwind GmbH", "income_salary")
    home.book(first.replace(day=1), -98_000, "Hausverwaltung Linde", "rent_mortgage")
    home.book(first.replace(day=3), -6_450 - (back % 3) * 40, "Stadtwerke", "utilities")
    home.book(first.replace(day=5), -1_299 if back > 1 else -1_499, "Streamly", "subscriptions")
    home.book(first.replace(day=12), -2_990, "Funkturm Mobil", "phone_internet")
    for week in range(4):
        home.book(
            first.replace(day=4 + 7 * week), -7_120 - (back * 7 + week * 13) % 29 * 110, "Markt am Eck", "groceries"
        )
        home.book(
            first.replace(day=6 + 7 * week), -2_350 - (back * 5 + week * 11) % 17 * 90, "Trattoria Sole", "restaurants"
        )
    home.book(first.replace(day=20), -450, "Sparbank", "fees")
    home.move(first.replace(day=29 if first.month != 2 else 28), 30_000)
    if back == 0:
        home.book(first.replace(day=14), -32_900, "Trattoria Sole", "restaurants")
        home.book(first.replace(day=15), -21_999, 'Kabel & Co #import "x" *bold* <script>', "electronics")
        home.book(first.replace(day=15), -21_999, 'Kabel & Co #import "x" *bold* <script>', "electronics")
        home.book(first.replace(day=23), -41_250, "7-Eleven Reisen", "")


def month(key: str = "2026-10") -> Period:
    return parse_month(key)
