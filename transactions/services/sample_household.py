"""The generated household in an owner's ledger, through the same door as every bank file.

Safe to run again: the household keeps the start of the first run, and only accounts that miss a row get a file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import Max, Min, QuerySet

from accounts.access import editable_by
from accounts.errors import DomainError
from accounts.models import User
from transactions.ledger.money import currency_exponent, from_minor
from transactions.ledger.period import add_months
from transactions.models import Category, LedgerAccount, StatementImport, StatementLine, Transaction
from transactions.sampledata.household import Household, generate_household
from transactions.sampledata.rows import CARD, CHECKING, SAVINGS, SampleAccount
from transactions.sampledata.writers import extract, write_card_ofx, write_checking_csv, write_savings_ofx
from transactions.services.accounts import account_create
from transactions.services.categories import categories_ensure
from transactions.services.category_choice import category_choose
from transactions.services.imports import import_start

WRITERS = {
    CHECKING: (write_checking_csv, "csv"),
    SAVINGS: (write_savings_ofx, "ofx"),
    CARD: (write_card_ofx, "ofx"),
}
# People check their rows now and then, not daily: two rows of three were looked at, none of the last weeks.
NOT_CHECKED_YET = timedelta(days=45)
CHECKED_OF_THREE = 2
CENTS = 2


@dataclass(frozen=True, slots=True)
class SeededAccount:
    account_id: int
    lines_new: int = 0
    lines_duplicate: int = 0


@dataclass(frozen=True, slots=True)
class SeededHousehold:
    """What one run did. The period is [start, end); `confirmed` counts categories chosen in the owner's name."""

    start: date
    end: date
    accounts: tuple[SeededAccount, ...]
    confirmed: int

    @property
    def last_day(self) -> date:
        return self.end - timedelta(days=1)

    @property
    def lines_new(self) -> int:
        return sum(account.lines_new for account in self.accounts)


def in_silence(_account: str) -> None:
    """Nobody wants to hear which account is next."""


def household_seed(
    *,
    owner: User,
    seed: int,
    months: int,
    today: date,
    currency: str = "EUR",
    tell: Callable[[str], None] = in_silence,
) -> SeededHousehold:
    """Bring the owner's sample household up to yesterday. Rows that are there already are not added again.

    `months` counts the whole months before today's at the first run; later runs keep the start of the first. The same
    amounts are said to be in `currency`; one without two decimals leaves them in euros. `tell` hears the name of each
    account before its rows come, outside any database transaction; what it raises ends the run.
    """
    categories_ensure(owner=owner)
    first = _booked(owner, seed, today).aggregate(day=Min("booking_date"))["day"]
    start = first.replace(day=1) if first else add_months(today.replace(day=1), -months)
    household = _in_currency(generate_household(seed, start, max(start, today)), currency)
    seeded = []
    for account in household.accounts:
        tell(account.name)
        seeded.append(_bring_up_to_date(owner, household, account))
    return SeededHousehold(start, household.end, tuple(seeded), _confirm(owner, household, tuple(seeded)))


def _in_currency(household: Household, currency: str) -> Household:
    if currency_exponent(currency) != CENTS:
        return household
    return replace(household, accounts=tuple(replace(one, currency=currency) for one in household.accounts))


def _booked(owner: User, seed: int, today: date) -> QuerySet[StatementLine]:
    """Lines of this household that are in the ledger; those of an import that was rolled back are not."""
    month = today.replace(day=1)
    refs = [account.external_ref for account in generate_household(seed, month, month).accounts]
    accounts = editable_by(LedgerAccount.objects.filter(external_ref__in=refs), owner)
    return StatementLine.objects.filter(account__in=accounts, status=StatementLine.Status.BOOKED)


def _bring_up_to_date(owner: User, household: Household, sample: SampleAccount) -> SeededAccount:
    """One file from the month of the account's latest row on, unless there is no row after that one."""
    account = _account(owner, sample)
    lines = StatementLine.objects.filter(account=account, status=StatementLine.Status.BOOKED)
    latest = lines.aggregate(day=Max("booking_date"))["day"]
    part = extract(household, sample.kind, latest.replace(day=1) if latest else None)
    if not part.rows or (latest and part.rows[-1].booking_date <= latest):
        return SeededAccount(account.pk)
    write, ending = WRITERS[sample.kind]
    name = f"{sample.name} {part.start} to {part.last_day}.{ending}".lower().replace(" ", "-")
    run = import_start(
        owner=owner,
        file_name=name,
        data=write(part),
        account_id=account.pk,
        commit=True,
        accept_assumed=True,
        is_sample=True,
    )
    if run.status == StatementImport.Status.FAILED:
        raise DomainError("sample_refused", f"The importer refused {name}: {run.errors[0]['message']}")
    return SeededAccount(account.pk, run.lines_new, run.lines_duplicate)


def _account(owner: User, sample: SampleAccount) -> LedgerAccount:
    found = editable_by(LedgerAccount.objects.filter(external_ref=sample.external_ref), owner).first()
    return found or account_create(
        owner=owner,
        name=sample.name,
        kind=sample.kind,
        currency=sample.currency,
        opening_balance=from_minor(sample.opening_minor, sample.currency),
        external_ref=sample.external_ref,
    )


def _confirm(owner: User, household: Household, seeded: tuple[SeededAccount, ...]) -> int:
    """Choose the true category for most of the older rows, as the owner would have done; once, not at every run."""
    rows = editable_by(Transaction.objects.filter(account__in=[one.account_id for one in seeded]), owner)
    if rows.filter(category_source=Transaction.CategorySource.USER).exists():
        return 0
    ids_by_key = dict(editable_by(Category.objects.exclude(key=""), owner).values_list("key", "pk"))
    truth = _truth(household)
    chosen: dict[int, list[int]] = defaultdict(list)
    older = rows.filter(booking_date__lt=household.end - NOT_CHECKED_YET).order_by("booking_date", "id")
    fields = older.values_list("pk", "account__kind", "booking_date", "amount_minor")
    for count, (pk, kind, day, amount) in enumerate(fields):
        category_id = ids_by_key.get(truth.get((kind, day, amount), ""))
        if category_id and count % 3 < CHECKED_OF_THREE:
            chosen[category_id].append(pk)
    return sum(
        category_choose(owner=owner, category_id=category_id, transaction_ids=ids)
        for category_id, ids in chosen.items()
    )


def _truth(household: Household) -> dict[tuple[str, date, int], str]:
    """Category keys by account, day and amount, where these three leave no doubt."""
    found: dict[tuple[str, date, int], set[str]] = defaultdict(set)
    for row in household.rows:
        found[row.account, row.booking_date, row.amount_minor].add(row.category)
    return {where: next(iter(keys)) for where, keys in found.items() if len(keys) == 1}
