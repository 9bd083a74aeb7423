"""What comes, what did not come, and what came twice or at another price: read from the stored series and forecasts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from accounts.access import visible_to
from accounts.models import User
from advisory.analysis.per_year import PER_YEAR
from advisory.models import AnalysisRun, Fact, RecurringSeries
from advisory.selectors.findings import account_names, facts_named, forecast_currencies, forecast_newest
from advisory.selectors.series import ids_of, series_list
from transactions.ledger.money import to_minor

RUNNING = ("early", "active")
NEWS_DAYS = 365


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A payment to come. `series` None: it is known from the forecast only, as a transfer that comes back is."""

    series: RecurringSeries | None
    day: date
    amount_minor: int
    currency: str
    account_name: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about one series on a day. `kind`: missed, doubled or price. `facts`: {name: fact} to open; `ids`: the
    rows of a double charge. `from_minor` and `to_minor`: of a price; the amount that is spoken of else."""

    kind: str
    series: RecurringSeries
    day: date
    from_minor: int
    to_minor: int
    facts: Mapping[str, str]
    ids: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class YearOfSubscriptions:
    """What all running subscriptions in one currency cost a year. `fact`: the stored figure, None where it is of
    another sum, as when something has been said since."""

    currency: str
    yearly_minor: int
    count: int
    fact: str | None


@dataclass(frozen=True, slots=True)
class BillsOverview:
    """`facts`: every stored figure that is spoken of. Occurrences the soonest first, remarks the newest first."""

    as_of: date | None
    subscriptions: tuple[YearOfSubscriptions, ...]
    upcoming: tuple[Occurrence, ...]
    remarks: tuple[Remark, ...]
    facts: Mapping[str, Fact]


def bills_overview(*, owner: User, days: int, today: date) -> BillsOverview:
    """What comes within so many days after the last day seen, and what stood out in the year before it. A fixed number
    of queries for each currency."""
    rows = [row for row in series_list(owner=owner) if row.decision != RecurringSeries.Decision.IGNORED]
    run = visible_to(AnalysisRun.objects.all(), owner).first()
    facts = facts_named(owner, [*rows, *([run] if run else [])])
    seen = run.as_of if run and run.as_of else today
    remarks = (one for row in rows for one in _remarks(row, seen - timedelta(days=NEWS_DAYS)))
    return BillsOverview(
        run.as_of if run else None,
        _subscriptions(rows, run, facts),
        tuple(upcoming(owner, rows, seen, days, today)),
        tuple(sorted(remarks, key=lambda one: (one.day, one.series.pk, one.kind), reverse=True)),
        facts,
    )


def is_running(row: RecurringSeries) -> bool:
    return row.status in RUNNING and row.cancelled_on is None


def _subscriptions(
    rows: Iterable[RecurringSeries], run: AnalysisRun | None, facts: Mapping[str, Fact]
) -> tuple[YearOfSubscriptions, ...]:
    counted = [row for row in rows if is_running(row) and row.effective("role") == "subscription"]
    found = []
    for currency in sorted({row.currency for row in counted}):
        mine = [row for row in counted if row.currency == currency]
        yearly = sum(row.effective("amount_minor") * PER_YEAR[row.effective("cadence")] for row in mine)
        pk = (run.facts if run else {}).get(f"subscriptions_year:{currency}", "")
        is_same = pk in facts and to_minor(Decimal(facts[pk].value), currency) == yearly
        found.append(YearOfSubscriptions(currency, yearly, len(mine), pk if is_same else None))
    return tuple(found)


def upcoming(owner: User, rows: Sequence[RecurringSeries], seen: date, days: int, today: date) -> list[Occurrence]:
    """The payments of the newest forecasts within so many days after `seen`, then the next day of each running series
    that they do not speak of. What the user has said since the forecast holds: a series that is over by now brings
    nothing."""
    names = account_names(owner=owner)
    paid = list(_payments(owner, rows, names))
    told = {one.series.pk for one in paid if one.series}
    until = seen + timedelta(days=days)
    found = [one for one in paid if one.day <= until and not _is_over(one)]
    last = max(seen, today) + timedelta(days=days)
    found += [
        Occurrence(row, day, row.effective("amount_minor"), row.currency, _name(names, str(row.account_id or "")))
        for row in rows
        if row.pk not in told and is_running(row) and (day := row.effective("next_date")) is not None and day <= last
    ]
    return sorted(found, key=lambda one: (one.day, one.series.pk if one.series else 0, one.amount_minor))


def _payments(owner: User, rows: Iterable[RecurringSeries], names: Mapping[int, str]) -> Iterable[Occurrence]:
    """Of each currency's newest forecast."""
    holders = {pk: row for row in rows for pk in ids_of(row)}
    for currency in forecast_currencies(owner=owner):
        run = forecast_newest(owner=owner, currency=currency)
        for one in run.cash.get("payments", []) if run else []:
            day, minor = date.fromisoformat(one["date"]), to_minor(Decimal(one["amount"]), currency)
            yield Occurrence(holders.get(one["evidence"]), day, minor, currency, _name(names, one["account"]))


def _is_over(one: Occurrence) -> bool:
    if one.series is None:
        return False
    return not is_running(one.series) or (one.series.ends_on is not None and one.day > one.series.ends_on)


def _name(names: Mapping[int, str], account: str) -> str:
    return names.get(int(account), "") if account.isdecimal() else ""


def _remarks(row: RecurringSeries, since: date) -> Iterable[Remark]:
    amount = row.effective("amount_minor")
    usual = {"amount": row.facts["amount"]} if "amount" in row.facts else {}
    for day in row.watched.get("missed", []):
        yield Remark("missed", row, date.fromisoformat(day), amount, amount, usual)
    for place, one in enumerate(row.watched.get("doubled", [])):
        named = row.facts.get(f"doubled_{place}")
        facts = {"doubled": named} if named else {}
        yield Remark("doubled", row, date.fromisoformat(one["day"]), amount, amount, facts, one["ids"])
    for place, step in enumerate(row.price_changes):
        names = {"before": f"price_{place}_before", "after": f"price_{place}_after"}
        facts = {name: row.facts[key] for name, key in names.items() if key in row.facts}
        day = date.fromisoformat(step["date"])
        if day > since:
            yield Remark("price", row, day, step["from"], step["to"], facts)
