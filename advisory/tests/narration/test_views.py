from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from advisory.analysis.facts import FactBook, FactDraft
from advisory.narration.views import VIEWS, money, per_cent, shortened, shown, spoken_days
from transactions.ledger.columns import Columns
from transactions.ledger.period import Period, parse_month

NB = "\N{NO-BREAK SPACE}"


def fact(value: str = "-1234.50", unit: str = "EUR", period: Period | None = None, **params: str) -> FactDraft:
    book = FactBook.over(Columns.of([]), "alice")
    stated = {"stated": value, **params}
    return book.derive("m", "stated@1", unit, period or parse_month("2026-10"), params=stated)


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        ("-1234.50", "EUR", "−€1,234.50"),
        ("0.00", "EUR", "€0.00"),
        ("1234", "JPY", "¥1,234"),
        ("-1.234", "KWD", f"−KWD{NB}1.234"),
        ("92233720368547758070.00", "USD", "$92,233,720,368,547,758,070.00"),
    ],
)
def test_money_keeps_every_decimal_of_its_currency(amount: str, currency: str, text: str) -> None:
    assert money(Decimal(amount), currency) == text


@pytest.mark.parametrize(
    ("ratio", "text"), [("0.1447", "14.5%"), ("-0.05", "−5.0%"), ("0", "0.0%"), ("1", "100%"), ("12.3456", "1,235%")]
)
def test_per_cent(ratio: str, text: str) -> None:
    assert per_cent(Decimal(ratio)) == text


@pytest.mark.parametrize(
    ("view", "value", "unit", "text"),
    [
        ("amount", "-1234.50", "EUR", "−€1,234.50"),
        ("size", "-1234.50", "EUR", "€1,234.50"),
        ("change", "-20.00", "EUR", "+€20.00"),
        ("change", "20.00", "EUR", "−€20.00"),
        ("change", "0.00", "EUR", "€0.00"),
        ("rows", "1", "count", f"1{NB}transaction"),
        ("rows", "1200", "count", f"1,200{NB}transactions"),
        ("charges", "3", "count", f"3{NB}charges"),
        ("months", "1.00", "months", f"1.0{NB}months"),
        ("months", "17.52", "months", f"17.5{NB}months"),
        ("times", "10.5618", "ratio", f"10.6{NB}times"),
        ("date", "2026-11-05", "date", "5 November 2026"),
    ],
)
def test_each_view(view: str, value: str, unit: str, text: str) -> None:
    assert VIEWS[view](fact(value, unit)) == text


def test_periods_are_written_out() -> None:
    spans = {
        "October 2026": parse_month("2026-10"),
        "August to October 2026": Period(date(2026, 8, 1), date(2026, 11, 1)),
        "November 2025 to October 2026": Period(date(2025, 11, 1), date(2026, 11, 1)),
    }
    for text, period in spans.items():
        assert VIEWS["span"](fact(period=period)) == spoken_days(period) == text
    days = Period(date(2026, 10, 3), date(2026, 10, 18))
    assert spoken_days(days) == "3 October 2026 to 17 October 2026"
    assert spoken_days(Period(date(2026, 10, 3), date(2026, 10, 4))) == "3 October 2026"


def test_names_stay_as_they_are_but_short() -> None:
    assert VIEWS["payee"](fact(payee="7-Eleven {x} <b>")) == "7-Eleven {x} <b>"
    assert len(shortened("x" * 500)) == 60


def test_an_evidence_list_shows_a_value_by_its_unit() -> None:
    values = {"EUR": "-5.00", "ratio": "0.5", "count": "3", "months": "2.50", "date": "2026-10-01"}
    texts = [shown(replace(fact(), value=value, unit=unit)) for unit, value in values.items()]
    assert texts == ["−€5.00", "50.0%", "3", f"2.5{NB}months", "1 October 2026"]
