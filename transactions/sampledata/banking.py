"""What the bank and the household's own standing orders do: cash, fees, savings, card settlement, interest.

The card settlement and the interest follow from the rows of earlier months, which is why this comes last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from transactions.sampledata import category_keys as keys
from transactions.sampledata.banking_days import banking_day
from transactions.sampledata.descriptors import HOME, bank_entry, credit_transfer, debit_card
from transactions.sampledata.month import Month
from transactions.sampledata.rows import CARD, CHECKING, SAVINGS, SampleAccount, SampleRow
from transactions.sampledata.surprises import OUTLIER_PHASE

HOLDER = "Mara Beispiel"
MONTHLY_SAVING, LATER_SAVING, MORE_SAVING_FROM = 30_000, 35_000, 10
WITHDRAWAL = 60_000
ACCOUNT_FEE = 490
YEARLY_INTEREST_PER_MYRIAD = 175
TWENTIETH = 20


def banking(month: Month, accounts: Sequence[SampleAccount], earlier: Sequence[SampleRow]) -> Iterator[SampleRow]:
    yield from _cash(month)
    yield bank_entry(month.last, -ACCOUNT_FEE, f"Kontoführung {month.first:%m/%Y}", keys.FEES)
    yield from _saving(month)
    yield from _settlement(month, accounts, earlier)
    if month.first.month % 3 == 1:
        yield from _interest(month, accounts, earlier)


def _cash(month: Month) -> Iterator[SampleRow]:
    dice = month.dice("cash")
    for part in (1, TWENTIETH):
        if dice.randrange(100) < 80:
            day = month.day(part + dice.randint(1, 8))
            row = debit_card(day, dice.choice((3_000, 5_000, 5_000, 10_000)), "Sparkasse GA NR00417", keys.CASH)
            yield replace(row, payee="Sparkasse", description=f"Bargeldauszahlung {day:%d.%m.%Y} {HOME} girocard")


def _pair(rows: tuple[SampleRow, SampleRow], name: str, days: int) -> Iterator[SampleRow]:
    """Both sides of one movement, the second booked `days` later at the earliest."""
    first, second = rows
    arrival = banking_day(first.booking_date + timedelta(days=days))
    yield replace(first, transfer=name)
    yield replace(second, transfer=name, booking_date=arrival, value_date=arrival)


def _saving(month: Month) -> Iterator[SampleRow]:
    """Every month something to savings; back again when the big purchase comes."""
    cents = MONTHLY_SAVING if month.index < MORE_SAVING_FROM else LATER_SAVING
    yield from _own_transfer(
        month, day=2, source=CHECKING, target=SAVINGS, cents=cents, subject="Sparplan", series="saving"
    )
    if month.every(8, OUTLIER_PHASE):
        yield from _own_transfer(
            month, day=25, source=SAVINGS, target=CHECKING, cents=WITHDRAWAL, subject="Umbuchung", series=""
        )


def _own_transfer(
    month: Month, *, day: int, source: str, target: str, cents: int, subject: str, series: str
) -> Iterator[SampleRow]:
    out = credit_transfer(month.day(day), -cents, HOLDER, subject, keys.TRANSFER, series=series, account=source)
    into = credit_transfer(month.day(day), cents, HOLDER, subject, keys.TRANSFER, series=series, account=target)
    yield from _pair((out, into), f"{series or 'withdrawal'}-{month.first:%Y-%m}", 1)


def _settlement(month: Month, accounts: Sequence[SampleAccount], earlier: Sequence[SampleRow]) -> Iterator[SampleRow]:
    """What the card owed at the end of last month, collected from checking on the sixth."""
    owed = -_balance(CARD, accounts, [row for row in earlier if row.booking_date < month.first])
    if owed <= 0:
        return
    card = next(account for account in accounts if account.kind == CARD)
    subject = f"Kreditkartenabrechnung {month.first - timedelta(days=1):%m/%Y} Konto {card.external_ref}"
    day = month.day(6)
    out = credit_transfer(day, -owed, "Musterbank Kreditkarten", subject, keys.TRANSFER, series="card_settlement")
    into = credit_transfer(
        day, owed, "Zahlung erhalten", subject, keys.TRANSFER, series="card_settlement", account=CARD
    )
    out = replace(out, description=f"Lastschrift {subject}")
    yield from _pair((out, into), f"settlement-{month.first:%Y-%m}", 0)


def _interest(month: Month, accounts: Sequence[SampleAccount], earlier: Sequence[SampleRow]) -> Iterator[SampleRow]:
    """A quarter's interest on what lay on savings when the quarter ended; nothing in the very first month."""
    if month.index == 0:
        return
    balance = _balance(SAVINGS, accounts, [row for row in earlier if row.booking_date < month.first])
    cents = balance * YEARLY_INTEREST_PER_MYRIAD // 40_000
    yield bank_entry(month.first, cents, "Habenzinsen Quartal", keys.INTEREST, account=SAVINGS)


def _balance(kind: str, accounts: Sequence[SampleAccount], rows: Sequence[SampleRow]) -> int:
    opening = next(account.opening_minor for account in accounts if account.kind == kind)
    return opening + sum(row.amount_minor for row in rows if row.account == kind)
