"""Why months cost what they did, as it is stored: the newest full months, each split six ways, every figure proven."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from accounts.models import User
from advisory.analysis.drivers import VERSION, Against, By, Drivers, Line, drivers_of
from advisory.analysis.facts import FactBook, FactDraft
from advisory.analysis.findings import Series
from advisory.analysis.history import History, columns_near
from advisory.analysis.study import Study
from advisory.models import MonthDrivers
from advisory.narration.drivers import line_words
from transactions.ledger.columns import Columns
from transactions.ledger.money import to_text
from transactions.ledger.period import Period, months_before

MONTHS_TOLD = 3
WAYS: tuple[tuple[By, Against], ...] = tuple(
    (by, against) for by in ("category", "payee", "series") for against in ("previous", "usual")
)


@dataclass(frozen=True, slots=True)
class DriversFound:
    """Rows to store, and every fact that they speak of."""

    rows: Sequence[MonthDrivers]
    facts: tuple[FactDraft, ...]


def drivers_find(  # noqa: PLR0917 (a ledger has no fewer sides)
    owner: User,
    columns: Columns,
    month: Period,
    currency: str,
    namespace: str,
    series: Sequence[Series],
    known: Mapping[int, Booking] | None = None,
) -> DriversFound:
    """The newest full month and those before it, split by category, payee and series, against two others each.
    `known`: see History."""
    book = FactBook.over(columns, namespace)
    rows: list[MonthDrivers] = []
    for one in (*months_before(month, MONTHS_TOLD - 1), month):
        seen = columns_near(columns, one, currency)
        study = Study(History.of(seen, (), one, currency, is_partial=False), book)
        rows += (_row(owner, study, drivers_of(study, by, against, series)) for by, against in WAYS)
    return DriversFound(rows, book.closure(pk for row in rows for pk in row.facts.values()))


def drivers_store(*, owner: User, found: DriversFound) -> None:
    """To be called inside the run's transaction."""
    kept: list[int] = []
    for row in found.rows:
        values = {"currency": row.currency, "content": row.content, "facts": row.facts, "engine": row.engine}
        stored, _ = MonthDrivers.objects.update_or_create(
            owner=owner, month=row.month, by=row.by, against=row.against, defaults=values
        )
        kept.append(stored.pk)
    MonthDrivers.objects.filter(owner=owner).exclude(pk__in=kept).delete()


def _row(owner: User, study: Study, found: Drivers) -> MonthDrivers:
    content = {
        **_amounts(found, study.currency, ("before", "now", "change")),
        "missing": found.missing,
        "lines": [_line(line, study.currency) for line in found.lines],
    }
    return MonthDrivers(
        owner=owner,
        month=study.month.start,
        by=found.by,
        against=found.against,
        currency=study.currency,
        content=content,
        facts=dict(_named(found)),
        engine=VERSION,
    )


def _line(line: Line, currency: str) -> dict[str, Any]:
    amounts = _amounts(line, currency, ("before", "now", "change", "count", "mix", "price"))
    payments = {name: line.facts[name].value for name in ("payments_before", "payments_now")}
    return {"key": line.key, "name": line.name, **amounts, **payments, "says": line_words(line).text}


def _amounts(told: Drivers | Line, currency: str, names: Sequence[str]) -> dict[str, str]:
    return {name: to_text(getattr(told, name), currency) for name in names}


def _named(found: Drivers) -> Iterator[tuple[str, str]]:
    for name, fact in found.facts.items():
        yield name, fact.id
    for place, line in enumerate(found.lines):
        for name, fact in line.facts.items():
            yield f"{place}.{name}", fact.id
