"""A03, A06, A18, A19, A26: where they should speak, and next to it where they should be silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from advisory.analysis.advice.choice import RULES
from advisory.analysis.findings import PriceChange
from advisory.tests.analysis.advice.makers import AS_OF, Ledger, gains, months_ago


def rising(*minors: int, key: str = "subscriptions") -> Ledger:
    ledger = Ledger()
    ledger.contract("Streamly", minors, key=key)
    return ledger


def test_a03_a_price_rise_is_undone_halved_or_ended() -> None:
    (advice,) = rising(-1000, -1000, -1000, -1200, -1200).says("A03")
    assert (advice.figures["step"].value, advice.figures["rise"].value) == ("-2.00", "0.2000")
    assert gains(advice) == ("12.00", "24.00", "144.00")
    assert len(advice.claims) == 5


def test_a03_is_silent_on_small_and_old_steps_and_on_falls() -> None:
    assert rising(-1000, -1000, -1000, -1029).says("A03") == []
    assert rising(-1000, -1000, -1200, -1200, -1200, -1200).says("A03") == []
    assert rising(-1200, -1200, -1200, -1000).says("A03") == []


def test_a03_keeps_its_key_when_the_price_changes_again() -> None:
    first, second = rising(-1000, -1000, -1200).says("A03"), rising(-1000, -1000, -1201).says("A03")
    assert first[0].key == second[0].key


def doubled(score: float = 0.95, back: int = 0) -> Ledger:
    ledger = Ledger()
    ids = [ledger.book(months_ago(back, 12), -8990, "Wardrobe Berlin", "clothing") for _ in range(2)]
    ledger.alert("duplicate", *ids, score=score)
    return ledger


def test_a06_a_double_charge_gains_its_amount_once_or_nothing() -> None:
    (advice,) = doubled().says("A06")
    assert gains(advice) == ("0.00", "89.90", "89.90")
    assert advice.claims == {2}


def test_a06_is_silent_on_doubt_on_old_ones_and_once_it_came_back() -> None:
    assert doubled(score=0.8).says("A06") == []
    assert doubled(back=3).says("A06") == []
    refunded = doubled()
    refunded.book(AS_OF, 8990, "Wardrobe Berlin")
    assert refunded.says("A06") == []


def insured(next_date: date, *minors: int) -> Ledger:
    ledger = Ledger()
    rows = [
        ledger.book(date(2024 + place, 12, 5), minor, "Harbour Insurance", "insurance")
        for place, minor in enumerate(minors)
    ]
    ledger.found(rows, cadence="yearly", next_date=next_date, role="bill")
    return ledger


def test_a18_a_yearly_premium_within_six_weeks_promises_nothing() -> None:
    (advice,) = insured(date(2026, 12, 5), -42_000, -42_000).says("A18")
    assert (advice.gain, advice.figures["due"].value) == (None, "2026-12-05")


def test_a18_is_silent_on_renewals_far_off_and_on_other_bills() -> None:
    assert insured(date(2027, 2, 5), -42_000, -42_000).says("A18") == []
    ledger = rising(-1000, -1000, -1200)
    assert ledger.says("A18") == []


def test_a18_a_dearer_premium_gains_the_step_and_is_no_a03() -> None:
    ledger = rising(-4000, -4000, -4400, key="insurance")
    (advice,) = ledger.says("A18")
    assert gains(advice)[:2] == ("24.00", "48.00")
    assert ledger.says("A03") == []
    assert rising(-4000, -4000, -4150, key="insurance").says("A18") == []


def powered(rise: float, season: bool = True) -> Ledger:
    ledger = Ledger()
    minors = []
    for back in range(14, -1, -1):
        month = months_ago(back, 15).month
        winter = 1.3 if season and month in {11, 12, 1, 2} else 1.0
        minors.append(-round(9000 * winter * (rise if back < 3 else 1.0)))
    ledger.contract("City Energy", minors, day=15, key="utilities", role="bill", price_changes=())
    return ledger


def test_a19_dearer_than_the_same_months_a_year_ago() -> None:
    (advice,) = powered(1.18).says("A19")
    assert (advice.figures["now"].value, advice.figures["then"].value) == ("-318.60", "-270.00")
    assert gains(advice) == ("48.60", "97.20", "194.40")


def promised(ledger: Ledger) -> list[int]:
    (advice,) = ledger.says("A19")
    assert advice.follow_up is not None
    expected: list[int] = advice.follow_up.watch["expected"]
    return expected[:12]


def flat(minors: list[int], **named: Any) -> Ledger:
    ledger = Ledger()
    ledger.contract("City Energy", minors, day=15, key="utilities", role="bill", **named)
    return ledger


def test_a19_expects_no_charge_twice_as_dear() -> None:
    """Dear since eight months ago: the coming year costs what these cost, whether the step was seen or not."""
    minors = [-9000] * 7 + [-11_000] * 8
    assert promised(flat(minors, price_changes=())) == [9000] * 4 + [11_000] * 8
    step = PriceChange(months_ago(7, 15), -9000, -11_000)
    assert promised(flat(minors, price_changes=(step,))) == [11_000] * 12
    older = [-9000] * 19 + [-11_000] * 8
    assert promised(flat(older, price_changes=())) == [11_000] * 12


def test_a_rise_that_the_rows_do_not_show_is_not_told() -> None:
    """The level rose, the charges around the step fell, and the newest is no dearer."""
    ledger = Ledger()
    step = PriceChange(months_ago(1, 15), -1000, -1200)
    ledger.contract("Streamly", [-1000, -1300, -1250, -1240], day=15, key="subscriptions", price_changes=(step,))
    assert ledger.says("A03") == []


def test_a_contract_whose_rows_are_gone_is_no_contract() -> None:
    ledger = rising(-1000, -1000, -1000, -1200, -1200)
    ledger.series[0] = replace(ledger.series[0], ids=(901, 902, 903))
    assert [ledger.says(rule) for rule, _ in RULES] == [[]] * len(RULES)


def test_a19_is_silent_below_a_tenth_in_winter_and_without_a_year() -> None:
    assert powered(1.08).says("A19") == []
    assert powered(1.0).says("A19") == []
    ledger = Ledger()
    ledger.contract("City Energy", [-9000, -9000, -12_000], day=15, key="utilities", role="bill")
    assert ledger.says("A19") == []


def test_a26_a_refund_that_is_late_gains_its_amount_once() -> None:
    ledger = Ledger()
    pk = ledger.book(months_ago(1, 4), -12_900, "Garden World", "shopping")
    assert ledger.says("A26") == []
    ledger.alert("late_refund", pk)
    (advice,) = ledger.says("A26")
    assert gains(advice) == ("64.50", "129.00", "129.00")
