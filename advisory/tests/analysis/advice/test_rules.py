"""Each rule where it should speak, and next to it where it should be silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from advisory.analysis.advice.piece import Advice
from advisory.analysis.advice.safety import buffer, data_gaps
from advisory.analysis.advice.savings import bank_fees, dear_categories, double_charges, price_rises
from advisory.analysis.facts import FactBook
from advisory.analysis.health import assess_health
from advisory.analysis.history import History
from advisory.analysis.recurring import detect_recurring
from advisory.analysis.study import Study
from advisory.tests.households import NAMESPACE, Household, household, month
from transactions.ledger.columns import AccountState


def study(home: Household, accounts: list[AccountState] | None = None, *, is_partial: bool = False) -> Study:
    states = home.accounts() if accounts is None else accounts
    history = History.of(home.columns(), states, month(), "EUR", is_partial=is_partial)
    return Study(history, FactBook.over(home.columns(), NAMESPACE))


def gains(advice: Advice) -> tuple[str, str, str]:
    assert advice.gain
    return advice.gain.low.value, advice.gain.mid.value, advice.gain.high.value


def rises(home: Household) -> list[Advice]:
    found = study(home)
    return price_rises(found, detect_recurring(found.history.bookings))


def streaming(*amounts: int) -> Household:
    home = Household()
    for at, amount in enumerate(amounts):
        home.book(date(2026, 11 - len(amounts) + at, 5), amount, "Streamly", "subscriptions")
    return home


def test_a03_a_price_rise_is_undone_halved_or_ended() -> None:
    (advice,) = rises(streaming(-1000, -1000, -1000, -1200, -1200))
    assert (advice.rule, advice.figures["step"].value, advice.figures["rise"].value) == ("A03", "-2.00", "0.2000")
    assert gains(advice) == ("12.00", "24.00", "144.00")


def test_a03_is_silent_on_small_old_and_unsettled_steps_and_on_falls() -> None:
    assert rises(streaming(-1000, -1000, -1000, -1029)) == []
    assert rises(streaming(-1000, -1000, -1200, -1200, -1200, -1200)) == []
    assert rises(streaming(-1000, -1010, -1000, -1100)) == []
    assert rises(streaming(-1200, -1200, -1200, -1000)) == []


def test_a06_a_double_charge_gains_its_amount_once_or_nothing() -> None:
    (advice,) = double_charges(study(household()))
    assert gains(advice) == ("0.00", "219.99", "219.99")
    assert len(advice.claims) == 1


def test_a08_fees_above_a_five_hundredth_of_spending() -> None:
    (advice,) = bank_fees(study(household()))
    assert (advice.figures["fees"].value, advice.figures["count"].value) == ("-54.00", "12")
    assert gains(advice) == ("13.50", "27.00", "48.60")
    home = household()
    home.shares = [replace(s, amount_minor=-20) if s.category_key == "fees" else s for s in home.shares]
    assert bank_fees(study(home)) == []


def test_a12_and_a13_aim_at_half_a_month_and_at_three() -> None:
    home = household()
    for balance, rule, target in ((10_000, "A12", "706.38"), (100_000, "A13", "4238.25")):
        states = [replace(account, balance_minor=balance) for account in home.accounts()]
        found = study(home, states)
        (advice,) = buffer(found, assess_health(found))
        assert (advice.rule, advice.figures["target"].value, advice.gain) == (rule, target, None)


def test_a12_is_silent_with_enough_and_with_nothing_known() -> None:
    home = household()
    for states in (home.accounts(), home.accounts(is_known=False)):
        found = study(home, states)
        assert buffer(found, assess_health(found)) == []


def dining(*amounts: int) -> Household:
    home = Household()
    for at, amount in enumerate(amounts):
        home.book(date(2026, 11 - len(amounts) + at, 5), amount, "Trattoria Sole", "restaurants")
    return home


def test_a15_two_of_three_months_above_the_own_eightieth_percentile() -> None:
    (advice,) = dear_categories(study(dining(-9000, -10_000, -11_000, -10_000, -15_000, -10_000, -16_000)))
    assert (advice.figures["usual"].value, advice.figures["lately"].value) == ("-100.00", "-150.00")
    assert gains(advice) == ("150.00", "300.00", "600.00")


def test_a15_is_silent_on_lumps_small_excess_and_a_month_that_is_back_to_normal() -> None:
    assert dear_categories(study(dining(-9000, -1, -11_000, -10_000, -15_000, -16_000, -10_000))) == []
    assert dear_categories(study(dining(-10_000, -10_000, -10_000, -10_000, -10_900, -10_000, -10_900))) == []
    lumps = dining(-9000, -10_000, -11_000, -10_000, -15_000, -10_000, -16_000)
    lumps.shares = [row for row in lumps.shares if row.booking_date.month not in {5, 6}]
    for month_number in (5, 6):
        lumps.book(date(2026, month_number, 5), -500, "Markt am Eck", "groceries")
    assert dear_categories(study(lumps)) == []


def test_a15_is_silent_on_one_month_short_history_and_a_running_month() -> None:
    assert dear_categories(study(dining(-9000, -10_000, -11_000, -10_000, -10_000, -10_000, -16_000))) == []
    assert dear_categories(study(dining(-9000, -10_000, -11_000, -15_000, -10_000, -16_000))) == []
    rising = dining(-9000, -10_000, -11_000, -10_000, -15_000, -10_000, -16_000)
    assert dear_categories(study(rising, is_partial=True)) == []


def test_a28_asks_for_categories_above_a_tenth_of_spending() -> None:
    (advice,) = data_gaps(study(household()))
    assert (advice.figures["loose"].value, advice.figures["part"].value) == ("-412.50", "0.1507")
    home = household()
    home.shares = [share for share in home.shares if share.category_id or share.is_transfer]
    assert data_gaps(study(home)) == []


def test_a28_names_an_everyday_account_that_fell_silent() -> None:
    home = dining(-1000)
    home.book(date(2026, 9, 20), -500, "Kiosk", "groceries", account=2)
    kinds = {"checking": ["2026-09-20"], "savings": []}
    for kind, seen in kinds.items():
        states = [AccountState(2, "Second", kind, "EUR", 0, True)]
        found = [advice.figures["seen"].value for advice in data_gaps(study(home, states))]
        assert found == seen
