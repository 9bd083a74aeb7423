"""What is booked of a declared series, what has not come, and what comes next."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from advisory.analysis.bills.declared import Declared, declared_series, kept_of, likeness
from advisory.analysis.bills.dues import PATIENCE, dues_until
from advisory.analysis.per_year import PER_YEAR
from advisory.tests.analysis.bills.makers import row, said, series

AS_OF = date(2026, 4, 20)
DUES = [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30)]


def test_without_a_row_it_is_due_on_its_day_and_has_the_mark_of_its_own() -> None:
    made = declared_series(7, said(next_date=date(2026, 5, 1)), (), (), AS_OF)
    assert (made.ids, made.next_date, made.amount_minor, made.status) == ((-7,), date(2026, 5, 1), -900_00, "active")
    assert not made.is_booked


def test_rows_near_their_due_days_are_of_it() -> None:
    rows = [row(1, date(2026, 2, 2)), row(2, date(2026, 2, 27)), row(3, date(2026, 3, 31), -920_00)]
    made = declared_series(7, said(rows=frozenset({1, 2, 3})), rows, (), AS_OF)
    assert (made.ids, made.next_date, made.missed, made.amount_minor) == ((1, 2, 3), DUES[3], 0, -900_00)
    assert (made.first_date, made.last_date) == (date(2026, 2, 2), date(2026, 3, 31))


def test_what_belongs_elsewhere_is_not_taken() -> None:
    day = DUES[0]
    rows = [
        row(1, day, 900_00), row(2, day, currency="USD"), row(3, day, account="2"), row(4, day, -2000_00),
        row(5, day - timedelta(days=14)), row(6, day), row(7, day),
    ]  # fmt: skip
    kept = kept_of(said(rows=frozenset(range(1, 7))), rows, {6}, AS_OF)
    assert kept.booked == ()


def test_what_has_not_come_is_missed_after_its_patience_and_expected_until_then() -> None:
    rows = [row(1, DUES[0]), row(3, DUES[2])]
    words = said(rows=frozenset({1, 3}))
    assert kept_of(words, rows, (), AS_OF).missed == (DUES[1],)
    late = kept_of(words, rows, (), DUES[3] + timedelta(days=10))
    assert (late.next_date, late.missed_since) == (DUES[3], 0)
    over = kept_of(words, rows, (), DUES[3] + timedelta(days=11))
    assert (over.next_date, over.missed_since) == (date(2026, 5, 31), 1)


def test_nothing_for_three_due_days_pauses_it_and_the_last_day_ends_it() -> None:
    assert declared_series(7, said(), (), (), date(2026, 3, 15)).status == "active"
    assert declared_series(7, said(), (), (), date(2026, 4, 15)).status == "paused"
    ended = declared_series(7, said(ends_on=date(2026, 3, 31), rows=frozenset({1})), [row(1, DUES[2])], (), AS_OF)
    assert (ended.status, ended.next_date) == ("ended", None)


@given(
    st.sampled_from(sorted(PER_YEAR)), st.dates(date(2025, 1, 1), date(2026, 6, 1)), st.data(),
    st.integers(0, 400),
)  # fmt: skip
def test_every_due_day_is_booked_missed_or_ahead(cadence: str, first: date, data: st.DataObject, later: int) -> None:
    """Whatever was booked, nothing is counted twice and nothing is lost."""
    as_of = first + timedelta(days=later)
    patience = PATIENCE[cadence]
    dues = dues_until(first, cadence, as_of + timedelta(days=patience))
    came = [due for due in dues if data.draw(st.booleans())]
    rows = [row(pk, due, account="1") for pk, due in enumerate(came, start=1) if due <= as_of]
    words = Declared(
        "Rent", "", "EUR", "1", cadence, "bill", -900_00, first, rows=frozenset(one.id for one in rows)
    )  # fmt: skip
    kept = kept_of(words, rows, (), as_of)
    assert sorted(one.id for one in kept.booked) == sorted(one.id for one in rows)
    assert kept.next_date is not None
    assert kept.next_date not in kept.missed
    assert set(kept.missed).isdisjoint(one.booking_date for one in kept.booked)
    due = [day for day in dues if day < kept.next_date]
    assert len(kept.booked) + len(kept.missed) == len([day for day in due if day <= as_of + timedelta(days=patience)])


def test_the_same_series_is_recognised_before_it_is_declared_twice() -> None:
    known = [series(1, 2, amount_minor=-880_00)]
    assert likeness(said(), known) is known[0]
    for other in (
        {"payee_key": "gym"}, {"cadence": "weekly"}, {"currency": "USD"}, {"amount_minor": 900_00},
        {"amount_minor": -100_00}, {"payee_key": ""},
    ):  # fmt: skip
        assert likeness(said(**other), known) is None
