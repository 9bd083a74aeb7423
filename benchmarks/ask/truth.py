"""The exact answers, in plain Python over plain rows: nothing of the product is used here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from benchmarks.ask.homes import Home, PlainRow


@dataclass(frozen=True, slots=True)
class Window:
    """Days, both included."""

    first: date
    last: date


Way = Callable[[PlainRow], bool]


def spent(row: PlainRow) -> bool:
    return row.cents < 0 and not row.is_transfer


def earned(row: PlainRow) -> bool:
    return row.cents > 0 and not row.is_transfer


def moved(row: PlainRow) -> bool:
    return not row.is_transfer


def chosen(home: Home, window: Window, way: Way, *, key: str = "", payee: str = "") -> list[PlainRow]:
    return [
        row
        for row in home.rows
        if window.first <= row.day <= window.last and way(row) and key in ("", row.key) and payee in ("", row.payee)
    ]


def total(rows: Iterable[PlainRow]) -> int:
    return sum(row.cents for row in rows)


def cents_text(cents: int) -> str:
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def half_even(value: Fraction, places: int) -> str:
    """A fraction as decimal text, rounded to the even neighbour."""
    scaled = value * 10**places
    whole = round(scaled)
    digits = str(abs(whole)).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return f"-{text}" if whole < 0 else text


def full_months(home: Home, window: Window) -> list[Window]:
    """Calendar months wholly inside the window and inside what is booked; a first month that begins by the 7th is."""
    first = home.first_day
    year, month = first.year, first.month
    if first.day > 7:
        year, month = _next(year, month)
    found: list[Window] = []
    while True:
        start = date(year, month, 1)
        year, month = _next(year, month)
        last = date(year, month, 1) - timedelta(days=1)
        if last > home.as_of:
            return found
        if start >= window.first and last <= window.last:
            found.append(Window(start, last))


def months_touched(home: Home, window: Window) -> list[Window]:
    first, last = max(window.first, home.first_day), min(window.last, home.as_of)
    year, month = first.year, first.month
    found = []
    while date(year, month, 1) <= last:
        start = date(year, month, 1)
        year, month = _next(year, month)
        found.append(Window(max(start, window.first), min(date(year, month, 1) - timedelta(days=1), window.last)))
    return found


def _next(year: int, month: int) -> tuple[int, int]:
    return (year + 1, 1) if month == 12 else (year, month + 1)


def average_month(home: Home, window: Window, key: str) -> str | None:
    months = full_months(home, window)
    if not months:
        return None
    rows = [row for one in months for row in chosen(home, one, spent, key=key)]
    return half_even(Fraction(total(rows), 100 * len(months)), 2)


def average_payment(rows: Sequence[PlainRow]) -> str | None:
    return half_even(Fraction(total(rows), 100 * len(rows)), 2) if rows else None


def share(part: Sequence[PlainRow], whole: Sequence[PlainRow]) -> str | None:
    return half_even(Fraction(abs(total(part)), abs(total(whole))), 4) if total(whole) else None


def ranked(rows: Iterable[PlainRow], by: Callable[[PlainRow], str], top: int) -> list[str]:
    """The amounts of the largest groups, the largest first; ties are the same amount whoever comes first."""
    sums: defaultdict[str, int] = defaultdict(int)
    for row in rows:
        sums[by(row)] += row.cents
    return [cents_text(cents) for cents in sorted(sums.values(), key=lambda cents: -abs(cents))[:top]]


def balance(home: Home, account: str) -> str:
    """What stands on one account, or on all of them."""
    kinds = [account] if account else list(home.openings)
    return cents_text(
        sum(home.openings[kind] for kind in kinds) + sum(row.cents for row in home.rows if row.account in kinds)
    )
