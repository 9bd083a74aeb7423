from __future__ import annotations

from decimal import Decimal

from advisory.analysis.advice.choice import choose
from advisory.analysis.advice.piece import Advice, Gain
from advisory.analysis.facts import FactBook, FactDraft
from transactions.ledger.columns import Columns
from transactions.ledger.period import parse_month

MONTH = parse_month("2026-10")


def figure(value: str) -> FactDraft:
    book = FactBook.over(Columns.of([]), "alice")
    return book.derive("gain_mid", "stated@1", "EUR", MONTH, params={"stated": value})


def piece(rule: str, mid: str, *claims: int, confidence: str = "1") -> Advice:
    fact = figure(mid)
    return Advice(
        rule,
        {"fact": fact},
        "minutes",
        Gain(fact, fact, fact),
        frozenset(claims),
        confidence=Decimal(confidence),
        subject=str(claims),
    )


def risk(rule: str, urgency: int) -> Advice:
    return Advice(rule, {"fact": figure("0.00")}, "a habit", urgency=urgency)


def test_a_red_risk_comes_before_any_gain_and_a_mild_one_after() -> None:
    chosen = choose([risk("A13", 1), piece("A08", "10.00", 1), risk("A12", 3), piece("A03", "90.00", 2)])
    assert [advice.rule for advice in chosen] == ["A12", "A03", "A08", "A13"]


def test_an_uncertain_gain_weighs_less() -> None:
    chosen = choose([piece("A15", "100.00", 1, confidence="0.3"), piece("A03", "40.00", 2)])
    assert [advice.rule for advice in chosen] == ["A03", "A15"]


def test_no_money_is_promised_twice() -> None:
    chosen = choose([piece("A03", "50.00", 1, 2), piece("A15", "40.00", 2, 3), piece("A08", "30.00", 3)])
    assert [advice.rule for advice in chosen] == ["A03", "A08"]


def test_at_most_five_are_given() -> None:
    assert len(choose([piece("A03", f"{at}.00", at) for at in range(9)])) == 5
