from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisory.analysis.alerts import Alert, Feedback, find_alerts
from advisory.analysis.rows import Row, Rows
from advisory.analysis.series import detect_series
from advisory.tests.analysis.series.makers import AS_OF, START, charges, every, monthly

SHOPS = ("Corner Grocer", "Book Nook", "Trattoria Sole", "Garden World", "Tool Barn")


def found(rows: Sequence[Row], as_of: date = AS_OF, **more: object) -> tuple[Alert, ...]:
    columns = Rows.of(rows)
    return find_alerts(columns, detect_series(columns, as_of), as_of, **more)  # type: ignore[arg-type]


def purchases(seed: int = 1, count: int = 300) -> list[Row]:
    """An ordinary household: five shops whose amounts spread by a third, on any day of two years."""
    dice = random.Random(seed)
    return [
        Row(
            place + 1,
            START + timedelta(days=dice.randrange(720)),
            -round(3000 * 2.718 ** dice.gauss(0, 0.35)),
            "EUR",
            account="A",
            text=SHOPS[place % 5],
        )
        for place in range(count)
    ]


def kinds(alerts: Sequence[Alert]) -> list[str]:
    return [alert.type for alert in alerts]


@pytest.mark.parametrize("seed", range(6))
def test_an_ordinary_household_hears_next_to_nothing(seed: int) -> None:
    assert len(found(purchases(seed))) <= 1


def test_the_same_charge_on_the_next_day_is_shown_with_the_first() -> None:
    first = Row(900, date(2025, 3, 4), -4711, "EUR", account="A", text="Tool Barn")
    second = replace(first, id=901, booking_date=date(2025, 3, 5))
    alerts = found([*purchases(), first, second])
    assert [(alert.type, alert.ids, alert.amount_minor) for alert in alerts] == [("duplicate", (900, 901), 4711)]


def test_a_contract_charged_twice_is_a_duplicate_and_two_contracts_are_not() -> None:
    rows = [*purchases(), *charges(monthly(5), -2599, "Fernwick Media", first_id=500)]
    again = Row(901, date(2025, 4, 8), -2599, "EUR", account="A", text="Fernwick Media")
    assert [alert.ids for alert in found([*rows, again]) if alert.type == "duplicate"] == [(515, 901)]
    twins = [*rows, *charges(monthly(5), -2599, "Fernwick Media", first_id=600)]
    assert "duplicate" not in kinds(found(twins))


@pytest.mark.parametrize(
    ("text", "minor", "gaps"),
    [
        ("Espresso Corner", -320, (0, 1, 2, 3)),
        ("City Bus ticket", -290, (0, 0, 1, 4)),
        ("ATM Main Street", -10000, (0, 7, 9)),
        ("Parking Central", -1200, (0, 1, 5, 8)),
    ],
)
def test_payees_where_equal_rows_are_normal_are_left_alone(text: str, minor: int, gaps: Sequence[int]) -> None:
    dice, day, days = random.Random(4), START, []
    while day < AS_OF:
        days.append(day)
        day += timedelta(days=dice.choice(gaps))
    rows = [*purchases(), *charges(days[:400], minor, text, first_id=1000)]
    assert "duplicate" not in kinds(found(rows))


def test_an_amount_far_above_all_others_of_its_payee_is_odd() -> None:
    rows = purchases()
    place = next(row for row in rows if row.text == "Book Nook" and row.booking_date > date(2025, 1, 1))
    odd = [replace(row, amount_minor=-30000) if row.id == place.id else row for row in rows]
    alerts = found(odd)
    assert [(alert.type, alert.ids) for alert in alerts] == [("amount", (place.id,))]
    assert alerts[0].p_value < 0.01
    assert set(alerts[0].peers) <= {row.id for row in rows if row.text == "Book Nook"}


def test_top_ups_of_few_amounts_are_never_odd() -> None:
    dice = random.Random(2)
    rows = charges(every(9, 80), [dice.choice([-1000, -2000, -5000, -20000]) for _ in range(80)], "Phone top up")
    assert "amount" not in kinds(found([*purchases(), *(replace(row, id=row.id + 2000) for row in rows)]))


def test_a_large_first_payment_is_shown_but_a_bill_is_not() -> None:
    rows = [
        *purchases(),
        *(
            Row(700 + place, date(2024, 2 + place, 9), -2500, "EUR", account="A", text=f"Shop {name}")
            for place, name in enumerate(("Ash", "Birch", "Cedar", "Doum", "Elm", "Fir"))
        ),
    ]
    large = Row(900, date(2025, 5, 6), -180000, "EUR", account="A", text="Kitchen Makers Holm")
    assert [(alert.type, alert.ids) for alert in found([*rows, large])] == [("new_payee", (900,))]
    bill = replace(large, text="Holm Insurance premium")
    assert found([*rows, bill]) == ()


def test_fees_are_shown_once_in_half_a_year() -> None:
    fees = [
        Row(900 + place, day, -1500, "EUR", account="A", text="OVERDRAFT FEE")
        for place, day in enumerate([date(2025, 1, 7), date(2025, 2, 20), date(2025, 11, 3)])
    ]
    assert [(alert.type, alert.ids) for alert in found([*purchases(), *fees])] == [("fee", (900, 901)), ("fee", (902,))]


def test_a_foreign_fee_points_at_its_purchase() -> None:
    buy = Row(900, date(2025, 6, 6), -20000, "EUR", account="A", text="Hotel Playa Azul")
    fee = Row(901, date(2025, 6, 7), -598, "EUR", account="A", text="Foreign transaction fee")
    alert = next(one for one in found([*purchases(), buy, fee]) if one.ids == (901,))
    assert (alert.type, alert.peers) == ("fx_markup", (900,))


def test_pay_that_did_not_come_is_missed() -> None:
    pay = charges(monthly(25, range(20)), 240000, "ACME PAYROLL", first_id=500)
    assert "missing_income" not in kinds(found([*purchases(), *pay], as_of=date(2025, 9, 20)))
    late = found([*purchases(), *pay], as_of=date(2025, 10, 8))
    assert [alert.ids for alert in late if alert.type == "missing_income"] == [(519,)]


def test_a_refund_is_missed_only_where_the_user_sent_something_back() -> None:
    rows = purchases()
    back = next(row for row in rows if row.text == "Garden World" and row.booking_date > date(2025, 6, 1))
    answers = Feedback(returned=frozenset({back.id}))
    assert [alert.type for alert in found(rows, feedback=answers)] == ["late_refund"]
    refund = Row(
        900, back.booking_date + timedelta(days=6), -back.amount_minor, "EUR", account="A", text="Garden World"
    )
    assert found([*rows, refund], feedback=answers) == ()


def _with_surprises() -> list[Row]:
    rows = purchases(3)
    more = [
        Row(900, date(2025, 3, 4), -4711, "EUR", account="A", text="Tool Barn"),
        Row(901, date(2025, 3, 5), -4711, "EUR", account="A", text="Tool Barn"),
        Row(902, date(2025, 7, 1), -60000, "EUR", account="A", text="Trattoria Sole"),
    ]
    return [*rows, *more]


def test_answers_are_kept() -> None:
    rows = _with_surprises()
    assert sorted(kinds(found(rows))) == ["amount", "duplicate"]
    assert kinds(found(rows, feedback=Feedback(seen=frozenset({902})))) == ["duplicate"]
    assert kinds(found(rows, feedback=Feedback(fine=frozenset({("duplicate", "tool barn")})))) == ["amount"]


def test_dismissals_raise_the_bar_and_a_budget_of_nothing_is_silent() -> None:
    strict = Feedback(dismissed={"amount": 9})
    assert strict.share("amount") < Feedback().share("amount") < Feedback(confirmed={"amount": 1}).share("amount")
    alerts = found(_with_surprises(), budget_per_month=0.0)
    assert all(alert.type not in ("amount", "duplicate", "new_payee") for alert in alerts)


def test_no_more_than_three_a_week() -> None:
    fees = [
        Row(900 + place, date(2025, 3, 3), -1500 - place, "EUR", account="A", text=f"{name} fee")
        for place, name in enumerate(("Overdraft", "Late payment", "Returned item", "Wire", "Card"))
    ]
    assert len(found([*purchases(), *fees])) == 3


@settings(max_examples=8, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(dice: random.Random) -> None:
    rows = _with_surprises()
    assert found(dice.sample(rows, len(rows))) == found(rows)


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 700), st.integers(1, 900000))
def test_a_transfer_between_own_accounts_changes_nothing(day: int, minor: int) -> None:
    booked = START + timedelta(days=day)
    pair = [
        Row(5001, booked, -minor, "EUR", account="A", text="Transfer to own account"),
        Row(5002, booked, minor, "EUR", account="B", text="Transfer from own account"),
    ]
    rows = _with_surprises()
    assert [(one.type, one.ids) for one in found([*rows, *pair])] == [(one.type, one.ids) for one in found(rows)]


def test_no_rows_no_alerts() -> None:
    assert found([]) == ()
