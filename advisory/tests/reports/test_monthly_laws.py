"""Laws every report keeps, over ledgers nobody would think of."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisory.analysis.facts import FactDraft, recompute
from advisory.reports.document import ReportDocument
from advisory.reports.writers import to_json_bytes
from advisory.tests.built import report_of
from advisory.tests.ledgers import Ledger, ledgers
from transactions.ledger.columns import AccountState, Columns, Share
from transactions.ledger.money import to_minor
from transactions.ledger.period import parse_month

MONTH = parse_month("2026-10")
bounded = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def report(columns: Columns, accounts: tuple[AccountState, ...], *, is_partial: bool = False) -> ReportDocument:
    return report_of(columns, accounts, MONTH, namespace="owner-1", base_currency="EUR", is_partial=is_partial)


def wholes(columns: Columns) -> dict[int, int]:
    amounts: defaultdict[int, int] = defaultdict(int)
    for share in columns.shares:
        amounts[share.transaction_id] += share.amount_minor
    return dict(amounts)


def flows(document: ReportDocument) -> list[tuple[str, str, str]]:
    """Every income, spending and net figure with its period."""
    told = {"income", "spending", "net"}
    return sorted((f.metric, f.period.start.isoformat(), f.value) for f in document.facts if f.metric in told)


@bounded
@given(ledgers(), st.booleans())
def test_every_fact_recomputes_to_its_own_value(ledger: Ledger, is_partial: bool) -> None:
    document = report(ledger.columns, ledger.accounts, is_partial=is_partial)
    amounts, values = wholes(ledger.columns), {fact.id: fact.value for fact in document.facts}
    for fact in document.facts:
        assert recompute(fact, amounts, [values[key] for key in fact.inputs]) == fact.value, fact


@bounded
@given(ledgers())
def test_sums_are_their_rows_and_ratios_their_inputs(ledger: Ledger) -> None:
    """The same without our own formulas: as a stranger with the JSON file and the ledger would check."""
    document = report(ledger.columns, ledger.accounts)
    amounts, by_id = wholes(ledger.columns), {fact.id: fact for fact in document.facts}
    for fact in document.facts:
        if fact.kind == "sum":
            total = sum(fact.shares.get(txn, amounts[txn]) for txn in fact.transactions)
            assert to_minor(fact.value, fact.unit) == total
        if fact.kind == "count":
            assert int(fact.value) == len(set(fact.transactions))
        if fact.kind == "ratio":
            above, below = (Decimal(by_id[key].value) for key in fact.inputs)
            assert abs(Decimal(fact.value) - above / below) <= Decimal("0.00005")


@bounded
@given(ledgers(), st.integers(0, 2**32))
def test_the_order_of_rows_changes_no_byte(ledger: Ledger, seed: int) -> None:
    shuffled = list(ledger.columns.shares)
    Random(seed).shuffle(shuffled)
    again = report(Columns.of(shuffled), ledger.accounts[::-1])
    assert to_json_bytes(again) == to_json_bytes(report(ledger.columns, ledger.accounts))


@bounded
@given(ledgers(), st.sampled_from([10, 100]))
def test_scaled_amounts_scale_the_flows(ledger: Ledger, factor: int) -> None:
    scaled = Columns.of(replace(share, amount_minor=share.amount_minor * factor) for share in ledger.columns.shares)
    before = flows(report(ledger.columns, ledger.accounts))
    expected = [(metric, start, Decimal(value) * factor) for metric, start, value in before]
    after = flows(report(scaled, ledger.accounts))
    assert sorted((metric, start, Decimal(value)) for metric, start, value in after) == sorted(expected)


@bounded
@given(ledgers(), st.integers(1, 10**9), st.dates(date(2025, 1, 1), date(2026, 11, 15)))
def test_a_confirmed_transfer_moves_no_flow(ledger: Ledger, minor: int, day: date) -> None:
    pair = [
        Share(10_000 + at, day, amount, "EUR", at + 1, is_transfer=True) for at, amount in enumerate((-minor, minor))
    ]
    with_pair = Columns.of([*ledger.columns.shares, *pair])
    assert flows(report(with_pair, ledger.accounts)) == flows(report(ledger.columns, ledger.accounts))


@bounded
@given(ledgers())
def test_facts_are_complete_and_each_there_once(ledger: Ledger) -> None:
    document = report(ledger.columns, ledger.accounts)
    ids = [fact.id for fact in document.facts]
    assert len(ids) == len(set(ids))
    spoken = {key for sentence in document.sentences() for key in sentence.facts}
    made_from = {key for fact in document.facts for key in fact.inputs}
    assert spoken | made_from <= set(ids)


@bounded
@given(ledgers())
def test_income_and_spending_are_split_by_the_sign_of_the_whole_transaction(ledger: Ledger) -> None:
    moved = {share.transaction_id: share for share in ledger.columns.shares if not share.is_transfer}
    in_month = [
        minor
        for txn, minor in wholes(ledger.columns).items()
        if txn in moved and moved[txn].currency == "EUR" and moved[txn].booking_date in MONTH
    ]
    facts = {fact.metric: fact for fact in _month_facts(report(ledger.columns, ledger.accounts))}
    assert to_minor(facts["income"].value, "EUR") == sum(minor for minor in in_month if minor > 0)
    assert to_minor(facts["spending"].value, "EUR") == sum(minor for minor in in_month if minor < 0)


def _month_facts(document: ReportDocument) -> list[FactDraft]:
    return [fact for fact in document.facts if fact.period == MONTH]


def _share(number: int, minor: int) -> Share:
    return Share(number, date(2026, 10, 1 + number % 28), minor, "EUR", 1, payee_name="Dime")


@pytest.mark.parametrize("count", [10_000, pytest.param(300_000, marks=pytest.mark.campaign)])
def test_a_report_over_many_dimes_is_exact(count: int) -> None:
    """In floating point the rounding errors of so many would show."""
    columns = Columns.of(_share(number, -10) for number in range(count))
    net = {fact.value for fact in report(columns, ()).facts if fact.metric == "net" and fact.period == MONTH}
    assert net == {f"{-count / 10:.2f}"}


def test_a_report_keeps_the_cent_between_amounts_far_apart() -> None:
    amounts = (99_999_999_999_999, 1, -99_999_999_999_999)
    columns = Columns.of(_share(number, minor) for number, minor in enumerate(amounts, start=1))
    net = {fact.value for fact in report(columns, ()).facts if fact.metric == "net" and fact.period == MONTH}
    assert net == {"0.01"}
