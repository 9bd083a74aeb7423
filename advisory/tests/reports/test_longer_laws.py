"""A longer period is its months: whatever the ledger, the sums agree to the last unit."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisory.analysis.facts import FactDraft, recompute
from advisory.reports.document import ReportDocument
from advisory.reports.writers import to_json_bytes
from advisory.tests.built import report_of
from advisory.tests.households import NAMESPACE, household
from advisory.tests.ledgers import Ledger, ledgers
from transactions.ledger.period import Period, months_in, parse_period

bounded = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
KEYS = st.sampled_from(["2026-Q1", "2026-Q3", "2025-Q4", "2025"])


def report(ledger: Ledger, period: Period) -> ReportDocument:
    return report_of(
        ledger.columns, ledger.accounts, period, namespace="owner-1", base_currency="EUR", is_partial=False
    )


def one(document: ReportDocument, metric: str) -> FactDraft:
    (found,) = [fact for fact in document.facts if fact.metric == metric and fact.period == document.month]
    return found


def by_category(document: ReportDocument) -> dict[str, Decimal]:
    found: defaultdict[str, Decimal] = defaultdict(Decimal)
    for fact in document.facts:
        if fact.metric == "category_spending" and fact.period == document.month:
            found[fact.params["category_id"]] += Decimal(fact.value)
    return {key: value for key, value in found.items() if value}


@bounded
@given(ledgers(), KEYS)
def test_flows_and_categories_of_the_months_add_up_to_the_periods(ledger: Ledger, key: str) -> None:
    period = parse_period(key)
    whole, parts = report(ledger, period), [report(ledger, month) for month in months_in(period)]
    for metric in ("income", "spending", "net", "transaction_count"):
        assert sum(Decimal(one(part, metric).value) for part in parts) == Decimal(one(whole, metric).value), metric
    rows = [txn for part in parts for txn in one(part, "net").transactions]
    assert sorted(rows) == list(one(whole, "net").transactions), "each row in one month, and no other"
    summed: defaultdict[str, Decimal] = defaultdict(Decimal)
    for part in parts:
        for category, value in by_category(part).items():
            summed[category] += value
    assert {category: value for category, value in summed.items() if value} == by_category(whole)


@bounded
@given(ledgers(), KEYS, st.booleans())
def test_every_fact_recomputes_and_the_same_rows_give_the_same_bytes(
    ledger: Ledger, key: str, is_partial: bool
) -> None:
    period = parse_period(key)
    made = [
        report_of(ledger.columns, ledger.accounts, period, namespace="o", base_currency="EUR", is_partial=is_partial)
        for _ in range(2)
    ]
    assert to_json_bytes(made[0]) == to_json_bytes(made[1])
    amounts: defaultdict[int, int] = defaultdict(int)
    for share in ledger.columns.shares:
        amounts[share.transaction_id] += share.amount_minor
    values = {fact.id: fact.value for fact in made[0].facts}
    for fact in made[0].facts:
        assert recompute(fact, amounts, [values[pk] for pk in fact.inputs]) == fact.value, fact


@pytest.mark.parametrize("months", [5, 14, 40])
@pytest.mark.parametrize("key", ["2026-Q3", "2026-Q4", "2026", "2025"])
def test_a_households_table_by_month_adds_up_to_its_last_line(months: int, key: str) -> None:
    home = household(months=months)
    document = report_of(
        home.columns(), home.accounts(), parse_period(key), namespace=NAMESPACE, base_currency="EUR", is_partial=False
    )
    tables = [table for section in document.sections if section.id == "months" for table in section.tables]
    facts = {fact.id: fact for fact in document.facts}
    for table in tables:
        *inside, last = table.rows
        for column in (1, 2, 3):
            values = [Decimal(facts[row[column].facts[0]].value) for row in inside]
            assert sum(values) == Decimal(facts[last[column].facts[0]].value)
