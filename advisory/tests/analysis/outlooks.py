"""Series as the detector would find them in the made-up household, for what leans on series."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from advisory.analysis.findings import Series
from advisory.analysis.health import Outlook
from advisory.tests.households import Household

ROLES = {
    "Nordwind GmbH": "income",
    "Hausverwaltung Linde": "bill",
    "Stadtwerke": "bill",
    "Funkturm Mobil": "bill",
    "Streamly": "subscription",
}


def series_of(home: Household, payee: str, role: str = "bill", **changes: Any) -> Series:
    """All rows of the payee as one monthly series."""
    rows = sorted((one for one in home.shares if one.payee_name == payee), key=lambda one: one.booking_date)
    last = rows[-1]
    following = last.booking_date + timedelta(days=30)
    fields: dict[str, Any] = {
        "ids": tuple(one.transaction_id for one in rows),
        "payee_key": payee.casefold(),
        "label": payee,
        "currency": last.currency,
        "account": str(last.account_id),
        "cadence": "monthly",
        "role": role,
        "status": "active",
        "day": last.booking_date.day,
        "first_date": rows[0].booking_date,
        "last_date": last.booking_date,
        "next_date": following,
        "next_from": following,
        "next_until": following,
        "amount_minor": last.amount_minor,
        "amount_low": last.amount_minor,
        "amount_high": last.amount_minor,
    }
    return Series(**(fields | changes))


def outlook_of(home: Household, **more: Any) -> Outlook:
    found = tuple(series_of(home, payee, role) for payee, role in ROLES.items())
    return Outlook(series=found, **more)


def monthly(home: Household, payee: str, minor: int, day: int, *, months: int = 8) -> None:
    """Bookings on that day of so many months up to October 2026."""
    for back in range(months):
        home.book(date(2026, 10 - back, day), minor, payee)
