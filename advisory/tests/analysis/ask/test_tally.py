"""A plan carried out: exact, of the right rows, whatever else was read along."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from advisory.analysis.ask.plan import Plan
from advisory.analysis.ask.spans import Span
from advisory.analysis.ask.tally import Tally, tally
from advisory.analysis.facts import recompute
from advisory.tests.analysis.ask.words import AS_OF, COFFEE, GROCERIES, RENT, REWE, WORDS
from transactions.ledger.columns import Columns, Share
from transactions.ledger.money import to_minor

DAY = date(2026, 10, 5)


def share(txn: int, minor: int, **more: object) -> Share:
    fields: dict[str, object] = {"category_id": GROCERIES, "payee_id": REWE, "payee_name": "REWE", **more}
    day = fields.pop("day", DAY)
    return Share(txn, day, minor, str(fields.pop("currency", "EUR")), 21, **fields)  # type: ignore[arg-type]


def carried_out(plan: Plan, *shares: Share) -> Tally:
    return tally(plan, Columns.of(shares), WORDS, namespace="user:1")


def minor(found: Tally, name: str, place: int = 0) -> int:
    fact = found.figures[place].facts[name]
    return to_minor(fact.value, fact.unit)


def test_direction_is_that_of_the_whole_and_transfers_are_neither() -> None:
    rows = (
        share(1, -70_01),
        share(1, 20_00, category_id=RENT),  # a share of its own sign in a row that left the account
        share(2, 15_00),
        share(3, -99_00, is_transfer=True),
    )
    assert minor(carried_out(Plan("sum"), *rows), "sum") == -50_01
    assert minor(carried_out(Plan("sum", "income"), *rows), "sum") == 15_00
    assert minor(carried_out(Plan("sum", "net"), *rows), "sum") == -35_01
    assert minor(carried_out(Plan("sum", categories=(RENT,)), *rows), "sum") == 20_00


def test_a_parent_means_all_below_it_and_zero_means_without_a_category() -> None:
    rows = (share(1, -1_00), share(2, -2_00, category_id=COFFEE), share(3, -4_00, category_id=None))
    assert minor(carried_out(Plan("sum", categories=(GROCERIES,)), *rows), "sum") == -3_00
    assert minor(carried_out(Plan("sum", categories=(0,)), *rows), "sum") == -4_00


def test_each_currency_for_itself_and_bounds_only_in_the_base_currency() -> None:
    rows = (share(1, -60_00), share(2, -70, currency="JPY"))
    both = carried_out(Plan("sum"), *rows)
    assert [(one.currency, one.facts["sum"].value) for one in both.figures] == [("EUR", "-60.00"), ("JPY", "-70")]
    assert [one.currency for one in carried_out(Plan("sum", minimum="50"), *rows).figures] == ["EUR"]


def test_bounds_are_of_the_whole_payment_and_both_are_included() -> None:
    rows = (share(1, -30_00), share(1, -20_00, category_id=RENT), share(2, -49_99), share(3, -100_00))
    found = carried_out(Plan("list", categories=(GROCERIES,), minimum="50", maximum="100"), *rows)
    assert (sorted(found.rows), minor(found, "sum")) == ([1, 3], -130_00)


def test_an_average_needs_a_full_month() -> None:
    rows = (share(1, -10_00), share(2, -20_00, day=date(2026, 9, 1)))
    found = carried_out(Plan("average", per="month", period=Span("months", -2, -1)), *rows)
    assert minor(found, "average") == -15_00
    assert carried_out(Plan("average", per="month", period=Span("months")), *rows).reason == "no_full_month"
    assert "average" not in carried_out(Plan("average", per="payment", payees=(99,)), *rows).figures[0].facts


def test_a_comparison_is_now_less_before() -> None:
    rows = (share(1, -10_00), share(2, -25_00, day=date(2026, 11, 2)))
    plan = Plan("compare", period=Span("months"), against=Span("months", -1, -1))
    found = carried_out(plan, *rows)
    assert [minor(found, name) for name in ("sum", "before", "change")] == [-25_00, -10_00, -15_00]


def test_a_share_of_nothing_has_no_part() -> None:
    assert "part" not in carried_out(Plan("share", categories=(RENT,))).figures[0].facts
    found = carried_out(Plan("share", categories=(RENT,)), share(1, -75_00), share(2, -25_00, category_id=RENT))
    assert found.figures[0].facts["part"].value == "0.2500"


def test_a_balance_is_the_opening_and_all_rows() -> None:
    found = carried_out(Plan("balance", "any"), share(1, -30_00), share(2, 5_00, is_transfer=True))
    assert minor(found, "balance") == 75_00
    assert [line.amount.value for line in found.figures[0].lines] == ["75.00", "0.00"]


ROWS = st.lists(
    st.tuples(
        st.integers(-50_000, 50_000),
        st.integers(0, 400),
        st.sampled_from((GROCERIES, RENT, COFFEE, None)),
        st.booleans(),
    ),
    max_size=30,
)


@given(ROWS, st.sampled_from(("category", "payee", "month", "account")), st.randoms(use_true_random=False))
def test_lines_add_up_facts_prove_themselves_and_order_changes_nothing(
    rows: list[tuple[int, int, int | None, bool]], by: str, dice: Random
) -> None:
    shares = [
        share(txn, amount, day=AS_OF - timedelta(days=back), category_id=category, is_transfer=is_transfer)
        for txn, (amount, back, category, is_transfer) in enumerate(rows, start=1)
    ]
    plan = Plan("sum", by=by)
    found = carried_out(plan, *shares)
    (figures,) = found.figures
    assert sum(to_minor(line.amount.value, "EUR") for line in figures.lines) == minor(found, "sum")
    expected = sum(one.amount_minor for one in shares if one.amount_minor < 0 and not one.is_transfer)
    assert minor(found, "sum") == expected
    amounts = {one.transaction_id: one.amount_minor for one in shares}
    named = {fact.id: fact.value for fact in found.facts}
    for fact in found.facts:
        assert recompute(fact, amounts, [named[pk] for pk in fact.inputs]) == fact.value
    dice.shuffle(shares)
    assert carried_out(plan, *shares) == found


def test_a_payment_that_comes_back_is_added_up_over_its_own_rows() -> None:
    rows = (share(7, -10_00), share(8, -20_00), share(9, -40_00))
    assert minor(carried_out(Plan("sum", series=(31,)), *rows), "sum") == -50_00
    part = carried_out(Plan("share", series=(31,)), *rows)
    assert (minor(part, "sum"), minor(part, "whole")) == (-50_00, -70_00)
