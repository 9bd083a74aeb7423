"""Exchange rates: said by the user, read from a file, or fetched from the address that the server is told."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.conf import settings
from django.db import transaction

from accounts.access import get_editable
from accounts.errors import DomainError
from accounts.models import User
from transactions.ledger.errors import LineError
from transactions.ledger.rate_files import MOST_BYTES, rate_number, read_rate_file
from transactions.ledger.rates import RateRow
from transactions.models import ExchangeRate
from transactions.services.given import currency_code, field_error
from transactions.services.history import hold_ledger
from transactions.services.news import announce_change

CHUNK = 2000
PATIENCE = 60
Source = ExchangeRate.Source
Key = tuple[str, str, date]


@dataclass(frozen=True, slots=True)
class RatesImported:
    """What a file brought: `added` new days, `changed` ones that said otherwise, and `same` that were there."""

    format: str
    added: int
    changed: int
    same: int
    errors: list[LineError] = field(default_factory=list)


@transaction.atomic
def rate_set(*, owner: User, base: str, quote: str, rate_date: date, rate: Decimal | str) -> ExchangeRate:
    """The owner's own rate of a day; one that is there already is replaced."""
    hold_ledger(owner)
    base, quote = currency_code(base, "base"), currency_code(quote, "quote")
    if base == quote:
        raise field_error("quote", "A rate is between two different currencies.")
    made, _ = ExchangeRate.objects.update_or_create(
        owner=owner,
        base=base,
        quote=quote,
        rate_date=rate_date,
        defaults={"rate_text": _text(rate), "source": Source.MANUAL},
    )
    announce_change(owner)
    return made


@transaction.atomic
def rate_change(*, owner: User, rate_id: int, rate: Decimal | str) -> ExchangeRate:
    """Only the figure can change; another day or pair is another rate."""
    row = get_editable(ExchangeRate.objects.select_for_update(no_key=True), owner, rate_id)
    row.rate_text, row.source = _text(rate), Source.MANUAL
    row.save(update_fields=["rate_text", "source"])
    announce_change(owner)
    return row


@transaction.atomic
def rate_delete(*, owner: User, rate_id: int) -> None:
    get_editable(ExchangeRate.objects.select_for_update(), owner, rate_id).delete()
    announce_change(owner)


def _text(rate: Decimal | str) -> str:
    value = rate_number(f"{rate:f}" if isinstance(rate, Decimal) else rate)
    if value is None:
        raise field_error("rate", "Write a positive number in plain digits, such as 1.0837.")
    return f"{value.normalize():f}"


def rates_import(*, owner: User | None, data: bytes) -> RatesImported:
    """Rates of a file for one owner, or for everybody. DomainError when it is no file of rates."""
    read = read_rate_file(data)
    if not read.format:
        raise DomainError("invalid", read.errors[0].message, fields={"file": [read.errors[0].message]})
    wanted: dict[Key, RateRow] = {(row.base, row.quote, row.day): row for row in read.rows}
    source = Source.ECB if read.format == "ecb" else Source.FILE
    added, changed = _store(owner, wanted, source)
    return RatesImported(read.format, added, changed, len(wanted) - added - changed, read.errors)


@transaction.atomic
def _store(owner: User | None, wanted: dict[Key, RateRow], source: Source) -> tuple[int, int]:
    """One writer at a time for one owner; for the shared ones the unique index decides."""
    if owner is not None:
        hold_ledger(owner)
    if not wanted:
        return 0, 0
    days = [key[2] for key in wanted]
    rows = ExchangeRate.objects.filter(owner=owner, rate_date__gte=min(days), rate_date__lte=max(days))
    fields = rows.order_by().values_list("base", "quote", "rate_date", "pk", "rate_text")
    known = {(base, quote, day): (pk, text) for base, quote, day, pk, text in fields.iterator(chunk_size=CHUNK)}
    new = [
        ExchangeRate(
            owner=owner, base=row.base, quote=row.quote, rate_date=row.day, rate_text=_text(row.rate), source=source
        )
        for key, row in wanted.items()
        if key not in known
    ]
    ExchangeRate.objects.bulk_create(new, batch_size=CHUNK)
    other = [
        ExchangeRate(pk=known[key][0], rate_text=_text(row.rate), source=source)
        for key, row in wanted.items()
        if key in known and known[key][1] != _text(row.rate)
    ]
    _update(other)
    if owner is not None and (new or other):
        announce_change(owner)
    return len(new), len(other)


def _update(rows: Sequence[ExchangeRate]) -> None:
    ExchangeRate.objects.bulk_update(rows, ["rate_text", "source"], batch_size=200)


def rates_fetch() -> bytes:
    """The file at the configured address. DomainError when none is configured or it does not answer."""
    address = settings.RATES_URL
    if not address.startswith("https://"):
        raise DomainError("not_configured", "Set SPENDWISE_RATES_URL to an https address, or name a file.")
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 - https only, checked above
            data: bytes = answer.read(MOST_BYTES + 1)
    except (urllib.error.URLError, OSError, ValueError) as error:
        raise DomainError("unreachable", f"The rates could not be fetched: {error}.", status=502) from None
    if len(data) > MOST_BYTES:
        raise DomainError("too_large", "What is at that address is too large to be a file of rates.")
    return data
