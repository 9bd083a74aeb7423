"""Generated households as the rules of advice read them, with the categories that are true of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from advisory.analysis.advice.inputs import AdviceInputs, Said, state_of
from advisory.analysis.alerts import find_alerts
from advisory.analysis.engine import with_transfers
from advisory.analysis.facts import FactBook
from advisory.analysis.history import History
from advisory.analysis.rows import Row
from advisory.analysis.series import detect_series
from advisory.analysis.series.keys import household_keys
from advisory.analysis.study import Study
from benchmarks.scores.advising.ledger import CATEGORIES, DAY
from benchmarks.scores.households.build import Household
from transactions.ledger.columns import AccountState, Columns, Share
from transactions.ledger.period import month_of

KINDS = {"savings": "savings", "current": "checking"}


def columns_of(home: Household) -> Columns:
    """Whole rows with their true category; the accounts are numbered in the order of their names."""
    numbers = {name: place for place, name in enumerate(sorted(home.opening), start=1)}
    sides = {side for pair in home.truth.transfers for side in pair}
    return Columns.of(_share(row, numbers[row.account], home.truth.categories[row.id], row.id in sides)
                      for row in home.rows.rows)  # fmt: skip


def _share(row: Row, account: int, key: str, is_transfer: bool) -> Share:
    place, category = CATEGORIES.get(key, (None, None))
    is_essential = bool(category and category.is_essential)
    return Share(
        row.id, row.booking_date, row.amount_minor, row.currency, account, None, row.counterparty or row.text,
        place, key, category.name if category else key, is_essential, is_transfer, row.words,
    )  # fmt: skip


def states_of(home: Household, columns: Columns, as_of: date) -> list[AccountState]:
    return [
        AccountState(
            place, name, KINDS.get(name, "checking" if "card" not in name else "credit_card"), home.currency,
            home.opening[name] + _moved(columns.shares, place, as_of), has_known_opening=True,
        )
        for place, name in enumerate(sorted(home.opening), start=1)
    ]  # fmt: skip


def _moved(shares: Sequence[Share], account: int, as_of: date) -> int:
    return sum(one.amount_minor for one in shares if one.account_id == account and one.booking_date <= as_of)


def inputs_of(home: Household, said: Said | None = None) -> AdviceInputs:
    """All engines but the forecast, as of the household's last day."""
    columns, as_of = columns_of(home), home.as_of
    month = month_of((as_of + DAY).replace(day=1) - DAY)
    study = Study(
        History.of(columns, states_of(home, columns, month.last_day), month, home.currency, is_partial=False),
        FactBook.over(columns, f"home:{home.seed}"),
    )
    rows = with_transfers(home.rows, home.truth.transfers)
    series = detect_series(rows, as_of)
    return AdviceInputs.of(
        study,
        columns,
        as_of,
        series=series,
        alerts=find_alerts(rows, series, as_of),
        health=state_of(study),
        accounts=states_of(home, columns, as_of),
        keys=dict(zip(rows.ids.tolist(), household_keys(rows, {}), strict=True)),
        said=said,
    )
