from __future__ import annotations

from dataclasses import replace
from datetime import date

from advisory.analysis.history import History, tidy
from advisory.analysis.payees.shares import payee_key, payee_shown
from transactions.ledger.columns import Columns, Share
from transactions.ledger.period import parse_month

MONTH = parse_month("2026-10")


def share(txn: int, day: date, amount: int = -1000, currency: str = "EUR", *, is_transfer: bool = False) -> Share:
    return Share(txn, day, amount, currency, 1, payee_name="Markt", is_transfer=is_transfer)


def history(*shares: Share, is_partial: bool = False) -> History:
    return History.of(Columns.of(shares), [], MONTH, "EUR", is_partial=is_partial)


def months(found: History) -> list[str]:
    return [period.month_key for period in found.earlier]


def test_transfers_other_currencies_and_later_rows_are_neither_income_nor_spending() -> None:
    day = date(2026, 10, 5)
    found = history(
        share(1, day, 5000),
        share(2, day, -700),
        share(3, day, -900, is_transfer=True),
        share(4, day, -100, "JPY"),
        share(5, date(2026, 11, 1), -100),
        share(6, day, 0),
    )
    assert [row.transaction_id for row in found.earned(MONTH)] == [1]
    assert [row.transaction_id for row in found.spent(MONTH)] == [2]


def test_a_split_goes_where_the_whole_transaction_goes() -> None:
    salary, tax = (replace(share(1, date(2026, 10, 1), minor), is_whole=False) for minor in (3000, -800))
    found = history(salary, tax)
    assert len(found.earned(MONTH)) == 2
    assert found.spent(MONTH) == []


def test_a_first_month_counts_only_when_it_is_whole_and_a_gap_never() -> None:
    assert months(history(share(1, date(2026, 7, 8)), share(2, date(2026, 9, 1)))) == ["2026-09"]
    assert months(history(share(1, date(2026, 7, 7)), share(2, date(2026, 9, 1)))) == ["2026-07", "2026-09"]
    linked = share(3, date(2026, 8, 5), is_transfer=True)
    assert months(history(share(1, date(2026, 7, 7)), linked)) == ["2026-07"]


def test_normal_is_six_months_and_health_twelve_with_this_one_unless_it_runs() -> None:
    year = [share(at, date(2025 + (at + 4) // 12, (at + 4) % 12 + 1, 3)) for at in range(18)]
    full, running = history(*year), history(*year, is_partial=True)
    assert [period.month_key for period in full.normal_months] == [f"2026-{month:02}" for month in range(4, 10)]
    assert (full.judged_months[0].month_key, full.judged_months[-1].month_key) == ("2025-11", "2026-10")
    assert running.judged_months[-1].month_key == "2026-09"


def test_a_running_month_is_known_up_to_its_last_row() -> None:
    rows = [share(1, date(2026, 10, 9))]
    assert history(*rows, is_partial=True).asof == date(2026, 10, 10)
    assert history(*rows).asof == MONTH.end


def test_payees_are_told_apart_by_number_or_else_by_their_folded_name() -> None:
    first = share(1, date(2026, 10, 1))
    assert payee_key(replace(first, payee_id=7)) == "#7"
    assert payee_key(first) == payee_key(replace(first, payee_name=" MARKT "))
    assert payee_key(replace(first, payee_name="")) == ""


def test_a_payee_of_the_banks_words_is_its_brand_and_one_the_owner_named_stays_as_named() -> None:
    first = share(1, date(2026, 10, 1))
    one = replace(first, payee_id=7, payee_name="CB Carrefour Nantes", text="CB CARREFOUR NANTES 12/09")
    other = replace(first, payee_id=8, payee_name="Carrefour", text="CARREFOUR PARIS CARTE 1234")
    assert payee_key(one) == payee_key(other) == "carrefour"
    assert payee_shown(one) == payee_shown(other) == "Carrefour"
    assert payee_shown(replace(one, payee_name="Corner shop")) == "Corner shop"
    assert payee_key(replace(one, payee_name="Corner shop")) == "#7"


def test_cash_has_no_payee_but_the_banks_words() -> None:
    drawn = replace(share(1, date(2026, 10, 1)), payee_name="Prelievo Bancomat Trento", text="PRELIEVO BANCOMAT TRENTO")
    assert payee_shown(drawn) == "Prelievo Bancomat Trento"


def test_names_become_one_clean_line() -> None:
    assert tidy("A\x00 b\n\tc\ud800d\u202e") == "A b c d"
