"""The checking account as a German bank's CSV: preamble, semicolons, decimal commas, newest row first, cp1252."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import accumulate

from transactions.sampledata.writers.extract import Extract

HEADER = ("Buchungstag", "Valuta", "Auftraggeber/Empfänger", "Verwendungszweck", "Betrag", "Währung", "Saldo")


def write_checking_csv(part: Extract) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows(_preamble(part))
    writer.writerow(HEADER)
    writer.writerows(_rows(part))
    return text.getvalue().encode("cp1252")


def _preamble(part: Extract) -> Iterator[tuple[str, ...]]:
    currency = part.account.currency
    yield ("Umsatzübersicht", "Girokonto")
    yield ("Kontoinhaber", part.holder)
    yield ("IBAN", part.account.external_ref)
    yield ("Zeitraum", f"{_day(part.start)} - {_day(part.last_day)}")
    yield ("Anfangssaldo", f"{german(part.money(part.opening_minor))} {currency}")
    yield (f"Kontostand vom {_day(part.last_day)}", f"{german(part.money(part.closing_minor))} {currency}")
    yield ()


def _rows(part: Extract) -> Iterator[tuple[str, ...]]:
    balances = list(accumulate((row.amount_minor for row in part.rows), initial=part.opening_minor))[1:]
    for row, balance in zip(reversed(part.rows), reversed(balances), strict=True):
        yield (
            _day(row.booking_date),
            _day(row.value_date),
            row.counterparty,
            row.description,
            german(part.money(row.amount_minor)),
            part.account.currency,
            german(part.money(balance)),
        )


def german(amount: Decimal) -> str:
    """-1234.5 as '-1.234,50'."""
    return f"{amount:,.2f}".translate(str.maketrans(",.", ".,"))


def _day(day: date) -> str:
    return f"{day:%d.%m.%Y}"
