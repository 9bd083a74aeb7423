"""What happens to people, in texts as several banks print them: what must be told, and what must not."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from math import exp

import pytest

from advisory.analysis.alerts import Alert, Feedback, find_alerts
from advisory.analysis.rows import Row, Rows
from advisory.analysis.series import detect_series

START, AS_OF = date(2024, 1, 1), date(2025, 12, 15)
SHOPS = (
    ("MEGA IMAGE 214 CLUJ", 3200, 0.5),
    ("Kruidvat 7012 Utrecht", 1900, 0.6),
    ("SumUp *Blumen Ecke", 2600, 0.4),
    ("OSTERIA DEL BORGO", 4800, 0.35),
    ("Apotheek De Linde", 1500, 0.6),
    ("www.papershop.example ORD#", 3900, 0.7),
)


@lru_cache(maxsize=64)
def shopping(seed: int = 1) -> tuple[Row, ...]:
    """Two years of shopping; the web shop prints another order number each time."""
    dice, rows = random.Random(seed), []
    for place in range(240):
        text, usual, spread = SHOPS[place % len(SHOPS)]
        order = f"{text}{dice.randrange(10**6):06d}" if text.endswith("#") else text
        day = START + timedelta(days=dice.randrange((AS_OF - START).days))
        rows.append(row(place + 1, day, -round(usual * exp(dice.gauss(0, spread))), order))
    return tuple(rows)


def household(seed: int = 1) -> list[Row]:
    return list(shopping(seed))


def row(number: int, day: date, minor: int, text: str, account: str = "main") -> Row:
    return Row(number, day, minor, "EUR", account, text)


def told(rows: Sequence[Row], as_of: date = AS_OF, feedback: Feedback | None = None) -> tuple[Alert, ...]:
    columns = Rows.of(rows)
    return find_alerts(columns, detect_series(columns, as_of), as_of, feedback=feedback)


def of_kind(kind: str, rows: Sequence[Row], **more: object) -> list[tuple[int, ...]]:
    return [one.ids for one in told(rows, **more) if one.type == kind]  # type: ignore[arg-type]


def test_months_without_any_fault_are_quiet() -> None:
    assert sum(len(told(household(seed))) for seed in range(8)) <= 8


@pytest.mark.parametrize("days", [0, 1, 2, 3, 4])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("OSTERIA DEL BORGO", "OSTERIA DEL BORGO"),
        ("www.papershop.example ORD#118203", "www.papershop.example ORD#118377"),
        ("PENDING - OSTERIA DEL BORGO", "OSTERIA DEL BORGO"),
        ("Kaartbetaling Fietsenmaker Van Dam ref 88121", "Kaartbetaling Fietsenmaker Van Dam ref 90344"),
    ],
)
def test_a_charge_booked_again_within_a_long_weekend(days: int, first: str, second: str) -> None:
    day = date(2025, 5, 2)
    rows = [*household(), row(901, day, -6387, first), row(902, day + timedelta(days=days), -6387, second)]
    assert [sorted(ids) for ids in of_kind("duplicate", rows)] == [[901, 902]]


def test_the_same_sum_at_two_shops_or_on_two_accounts_is_no_duplicate() -> None:
    day = date(2025, 5, 2)
    two_shops = [row(901, day, -6387, "OSTERIA DEL BORGO"), row(902, day, -6387, "Apotheek De Linde")]
    two_cards = [row(901, day, -6387, "OSTERIA DEL BORGO"), row(902, day, -6387, "OSTERIA DEL BORGO", "other")]
    assert of_kind("duplicate", [*household(), *two_shops]) == of_kind("duplicate", [*household(), *two_cards]) == []


@pytest.mark.parametrize(
    ("text", "prices"),
    [
        ("Kaffebaren Nord", (420, 480, 560)),
        ("STB Bilet 1 calatorie", (300,)),
        ("Multiplex Kino Tickets", (1250, 980)),
        ("Mensa Campus Sued", (390, 520)),
        ("Selecta Automat 4411", (150, 200, 250)),
    ],
)
def test_where_everything_has_its_price_twice_is_twice(text: str, prices: tuple[int, ...]) -> None:
    dice, rows = random.Random(5), household()
    for number in range(120):
        day = START + timedelta(days=dice.randrange(700))
        rows += [
            row(1000 + 3 * number + again, day, -dice.choice(prices), text) for again in range(dice.choice((1, 1, 2)))
        ]
    assert of_kind("duplicate", rows) == []


def test_two_seats_bought_one_by_one_are_no_mistake() -> None:
    day = date(2025, 6, 7)
    assert (
        of_kind("duplicate", [*household(), *(row(901 + one, day, -3900, "Cinema Lumiere") for one in range(2))]) == []
    )


def test_a_haircut_paid_twice_is_told_though_its_price_never_changes() -> None:
    days = [START + timedelta(days=33 * number + number % 5) for number in range(21)]
    cuts = [row(1000 + place, day, -3100, "Salon Hair & Co") for place, day in enumerate(days)]
    again = row(1100, days[14] + timedelta(days=1), -3100, "Salon Hair & Co")
    assert of_kind("duplicate", [*household(), *cuts]) == []
    assert of_kind("duplicate", [*household(), *cuts, again]) == [(1014, 1100)]


@pytest.mark.parametrize("factor", [10, 100])
@pytest.mark.parametrize("shop", ["MEGA IMAGE 214 CLUJ", "OSTERIA DEL BORGO", "Apotheek De Linde"])
def test_a_slipped_decimal_point_is_odd(factor: int, shop: str) -> None:
    rows = household()
    slip = next(one for one in rows if one.text == shop and one.booking_date > date(2025, 8, 1))
    usual = sorted(one.amount_minor for one in rows if one.text == shop)
    wrong = replace(slip, amount_minor=factor * usual[len(usual) // 2])
    assert of_kind("amount", [wrong if one is slip else one for one in rows]) == [(slip.id,)]


def test_a_payee_with_two_sorts_of_payments_has_two_usual_amounts() -> None:
    """Small shopping most days and a large one each fortnight; only what is far above the large ones is odd."""
    dice, rows = random.Random(3), household()
    for number in range(200):
        usual = 14000 if number % 5 == 0 else 1400
        day = START + timedelta(days=3 * number + dice.randrange(3))
        rows.append(row(1000 + number, day, -round(usual * exp(dice.gauss(0, 0.2))), "HYPER U 33"))
    assert of_kind("amount", rows) == []
    assert of_kind("amount", [*rows, row(1900, date(2025, 9, 9), -98000, "HYPER U 33")]) == [(1900,)]


def test_a_season_ticket_bought_twice_is_a_price_of_its_own() -> None:
    dice = random.Random(6)
    fares = [
        row(1000 + number, START + timedelta(days=5 * number), -dice.choice((290, 340)), "Tramways Ligne B")
        for number in range(140)
    ]
    passes = [row(1900 + number, date(2025, 3 + 4 * number, 3), -36500, "Tramways Ligne B") for number in range(2)]
    assert of_kind("amount", [*household(), *fares, *passes]) == []


def test_a_large_first_payment_is_told_and_the_first_yearly_bill_is_not() -> None:
    firsts = [
        row(700 + one, date(2024, 2 + one, 9), -2100, f"Bazaar {name}")
        for one, name in enumerate(("Ona", "Pim", "Rue", "Sol", "Tev", "Una", "Vik"))
    ]
    large = row(900, date(2025, 4, 8), -165000, "Schreinerei Obermoser")
    assert of_kind("new_payee", [*household(), *firsts, large]) == [(900,)]
    for bill in (
        "Allianz Hausratversicherung Jahresbeitrag",
        "Stadtwerke Jahresabrechnung Strom",
        "Impôts taxe foncière",
    ):
        assert of_kind("new_payee", [*household(), *firsts, replace(large, text=bill)]) == []


@pytest.mark.parametrize(
    "text",
    [
        "Dispositionszinsen Q1", "Rücklastschrift Entgelt", "FRAIS REJET PRELEVEMENT", "Comisión por descubierto",
        "SPESE BONIFICO ESTERO", "Kosten geldopname", "Uttagsavgift", "Opłata za wypłatę", "OUT OF NETWORK ATM FEE",
        "Unpaid direct debit charge", "Taxa de manutenção",
    ],
)  # fmt: skip
def test_fees_in_many_languages(text: str) -> None:
    assert of_kind("fee", [*household(), row(900, date(2025, 7, 3), -890, text)]) == [(900,)]


@pytest.mark.parametrize(
    "text", ["School fees St Mary", "Membership fee Gym", "Parking charge Q-Park", "Gebührenfrei Shop"]
)
def test_what_only_sounds_like_a_fee(text: str) -> None:
    assert of_kind("fee", [*household(), row(900, date(2025, 7, 3), -2890, text)]) == []


def pay(name: str, first_id: int, minor: int, day: int, months: int) -> list[Row]:
    return [row(first_id + one, date(2024 + one // 12, one % 12 + 1, day), minor, name) for one in range(months)]


def test_of_two_earners_the_one_whose_pay_is_missing_is_named() -> None:
    hers, his = pay("NORDLICHT GMBH GEHALT", 2000, 312000, 27, 23), pay("Gemeinde Aarwil Lohn", 3000, 184000, 12, 22)
    late = of_kind("missing_income", [*household(), *hers, *his], as_of=date(2025, 12, 5))
    assert late == [(3021,)]
    assert of_kind("missing_income", [*household(), *hers, *his], as_of=date(2025, 11, 14)) == []


@pytest.mark.parametrize("text", ["VIREMENT RECU ATELIERS MERCIER SALAIRE", "Przelew przychodzący Huta Nowa Pensja"])
def test_pay_that_comes_by_transfer_is_missed_too(text: str) -> None:
    rows = [*household(), *pay(text, 2000, 198000, 26, 22)]
    assert of_kind("missing_income", rows, as_of=date(2025, 12, 14)) == [(2021,)]
    own = [*household(), *pay("VIREMENT DEPUIS LIVRET", 2000, 20000, 26, 22)]
    assert of_kind("missing_income", own, as_of=date(2025, 12, 14)) == []


def test_a_noted_return_is_missed_until_money_comes_back() -> None:
    bought = replace(row(900, date(2025, 9, 1), -8900, "www.papershop.example ORD#55501"), note="Retoure am 5.9.")
    rows = [*household(), bought]
    assert of_kind("late_refund", rows) == [(900,)]
    assert of_kind("late_refund", rows, as_of=date(2025, 9, 10)) == []
    assert of_kind("late_refund", [*rows, row(901, date(2025, 9, 20), 8900, "www.papershop.example REFUND")]) == []
    assert of_kind("late_refund", [*household(), replace(bought, note="for the return trip")]) == []


def test_the_missing_half_of_what_always_came_back() -> None:
    days = [date(2024, 3, 4) + timedelta(days=61 * number) for number in range(7)]
    paid = [row(900 + place, day, -(2000 + 500 * (place % 3)), "Arzt Dr. Sommer") for place, day in enumerate(days)]
    back = [
        row(950 + place, one.booking_date + timedelta(days=9), -one.amount_minor, "Arzt Dr. Sommer")
        for place, one in enumerate(paid)
    ]
    assert of_kind("late_refund", [*household(), *paid, *back]) == []
    assert of_kind("late_refund", [*household(), *paid, *back[:-1]]) == [(906,)]
    assert of_kind("late_refund", [*household(), *paid, *back[:2]]) == []


def abroad(markup: float, account: str) -> list[Row]:
    """Eight purchases in francs on two cards within a week; the last one as given."""
    sums = (1250, 4310, 899, 2575, 6120, 3340, 1805)
    rows = [
        row(
            900 + place,
            date(2025, 8, 3) + timedelta(days=place % 6),
            -round(minor * (1.06 + 0.002 * (place % 3))),
            f"Migros Basel CHF {minor // 100}.{minor % 100:02d}",
            "card",
        )
        for place, minor in enumerate(sums)
    ]
    return [*rows, row(990, date(2025, 8, 6), -round(15000 * 1.062 * (1 + markup)), "Hotel Krone 150,00 CHF", account)]


@pytest.mark.parametrize("account", ["card", "main"])
def test_a_rate_far_above_that_of_the_other_rows_is_a_markup(account: str) -> None:
    assert of_kind("fx_markup", [*household(), *abroad(0.0, account)]) == []
    found = [one for one in told([*household(), *abroad(0.03, account)]) if one.type == "fx_markup"]
    assert [one.ids for one in found] == [(990,)]
    assert 380 <= found[0].amount_minor <= 560


def test_a_fee_after_a_purchase_abroad_is_that_purchases() -> None:
    rows = [
        *household(),
        *abroad(0.0, "main"),
        row(991, date(2025, 8, 7), -279, "Auslandseinsatzentgelt 1,75%", "main"),
    ]
    assert [(one.ids, one.peers) for one in told(rows) if one.type == "fx_markup"] == [((991,), (990,))]


def doubtful() -> list[Row]:
    """Purchases a little odd each: some are told, and how many depends on the answers."""
    rows = household(11)
    for place in range(0, 240, 30):
        rows[place] = replace(rows[place], amount_minor=min(rows[place].amount_minor, -9000) - 400 * place)
    return rows


def test_fine_makes_a_kind_rarer_confirmed_more_sensitive_and_both_have_bounds() -> None:
    def count(feedback: Feedback) -> int:
        return len(of_kind("amount", doubtful(), feedback=feedback))

    counts = [count(Feedback(dismissed={"amount": no})) for no in (50, 4, 1, 0)]
    counts += [count(Feedback(confirmed={"amount": yes})) for yes in (1, 50)]
    assert counts == sorted(counts)
    assert counts[0] < counts[-1]
    assert (
        Feedback(dismissed={"amount": 50}).share("amount") == Feedback(dismissed={"amount": 5000}).share("amount") > 0
    )
    assert Feedback(confirmed={"amount": 50}).share("amount") == Feedback(confirmed={"amount": 5000}).share("amount")


def test_answers_about_one_kind_leave_the_others_alone() -> None:
    rows = [
        *doubtful(),
        row(901, date(2025, 5, 2), -6387, "OSTERIA DEL BORGO"),
        row(902, date(2025, 5, 2), -6387, "OSTERIA DEL BORGO"),
    ]
    assert of_kind("duplicate", rows, feedback=Feedback(dismissed={"amount": 50})) == [(901, 902)]


def test_fees_are_told_less_often_the_more_were_fine() -> None:
    fees = [row(900 + one, date(2024, 3, 5) + timedelta(days=100 * one), -1500, "Overdraft fee") for one in range(7)]
    told_of = [
        len(of_kind("fee", [*household(), *fees], feedback=answers))
        for answers in (Feedback(dismissed={"fee": 4}), Feedback(), Feedback(confirmed={"fee": 3}))
    ]
    assert told_of == sorted(told_of)
    assert told_of[0] < told_of[-1]


@pytest.mark.parametrize("budget", [0.1, 0.5, 1.0, 2.0])
def test_no_household_is_disturbed_more_than_it_accepts(budget: float) -> None:
    for seed in range(20, 26):
        columns = Rows.of(household(seed))
        alerts = find_alerts(columns, detect_series(columns, AS_OF), AS_OF, budget_per_month=budget)
        assert len(alerts) / 23 <= budget
