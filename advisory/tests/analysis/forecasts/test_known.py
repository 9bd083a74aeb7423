"""What series bring, and what they would have been expected to bring from a past day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from advisory.analysis.forecasts.card_bills import with_card_bills
from advisory.analysis.forecasts.known import Stream, due_until, level, streams_of, usual_day, weekend_shift
from advisory.analysis.forecasts.moving import monthly_transfers
from advisory.analysis.rows import Row, Rows


def ordinals(*days: str) -> tuple[int, ...]:
    return tuple(date.fromisoformat(day).toordinal() for day in days)


def stream(
    cadence: str, days: tuple[int, ...], *, minors: tuple[int, ...] | None = None, running: bool = True
) -> Stream:
    sums = minors or (-1000,) * len(days)
    return Stream("a", cadence, tuple(range(1, len(days) + 1)), days, sums, running, None, sums[-1])


def dates(found: Stream, count: int) -> list[str]:
    return [date.fromordinal(day).isoformat() for day in islice(found.dues(), count)]


def test_due_days_clamp_to_the_month_and_keep_to_their_day() -> None:
    last = stream("monthly", ordinals("2024-10-31", "2024-11-30", "2024-12-31"))
    assert dates(last, 3) == ["2025-01-31", "2025-02-28", "2025-03-31"]
    assert dates(stream("quarterly", ordinals("2024-05-15", "2024-08-15", "2024-11-15")), 2) == [
        "2025-02-15",
        "2025-05-15",
    ]
    assert dates(stream("biweekly", ordinals("2025-01-03", "2025-01-17")), 2) == ["2025-01-31", "2025-02-14"]


def test_both_days_of_a_semi_monthly_pay_come_in_turn() -> None:
    pay = stream("semi_monthly", ordinals("2025-01-15", "2025-01-31", "2025-02-15", "2025-02-28"))
    assert dates(pay, 4) == ["2025-03-15", "2025-03-31", "2025-04-15", "2025-04-30"]


def test_weekends_are_left_the_way_they_were_left_before() -> None:
    before = ordinals("2024-05-31", "2024-06-28", "2024-07-31", "2024-08-30", "2024-09-30")
    assert usual_day(before) == 31
    assert weekend_shift(before, 31) == -1
    assert dates(stream("monthly", before), 2) == ["2024-10-31", "2024-11-29"]
    after = ordinals("2024-06-03", "2024-07-01", "2024-08-01", "2024-09-02", "2024-10-01")
    assert weekend_shift(after, 1) == 1


def test_a_past_day_does_not_know_what_came_later() -> None:
    found = stream(
        "monthly", ordinals("2025-01-05", "2025-02-05", "2025-03-05", "2025-04-20"), minors=(-10, -10, -10, -99)
    )
    (first,) = due_until(found.seen_from(date(2025, 3, 20).toordinal()), date(2025, 4, 30).toordinal())
    assert (date.fromordinal(first.day), first.minor, first.evidence_id) == (date(2025, 4, 5), -10, 3)


def test_nothing_is_expected_of_what_is_too_young_or_has_stopped() -> None:
    found = stream("monthly", ordinals("2025-01-05", "2025-02-05", "2025-03-05"))
    until = date(2025, 12, 31).toordinal()
    assert due_until(found.seen_from(date(2025, 2, 20).toordinal()), until) == []
    assert due_until(found.seen_from(date(2025, 5, 20).toordinal()), until) == []
    overdue = due_until(found.seen_from(date(2025, 4, 10).toordinal()), date(2025, 4, 30).toordinal())
    assert [date.fromordinal(one.day) for one in overdue] == [date(2025, 4, 11)]
    assert due_until(stream("monthly", ordinals("2025-01-05"), running=False).ahead(0), until) == []


def test_the_price_of_today_stood_twice_or_is_the_middle_of_three() -> None:
    assert level((-10, -10, -12, -12)) == -12
    assert level((-10, -30, -12)) == -12
    assert level((-10,)) == -10


@dataclass(frozen=True)
class Found:
    ids: tuple[int, ...]
    cadence: str
    status: str
    next_date: date | None
    amount_minor: int
    account: str
    currency: str = "EUR"
    category: str = ""
    anchor: date | None = None
    ends_on: date | None = None


def test_a_series_begins_on_the_day_its_detector_named() -> None:
    rows = Rows.of(
        Row(number, date(2025, number, 4), -990, "EUR", "b" if number == 3 else "a", "Tunes") for number in (1, 2, 3)
    )
    last_day = date(2025, 3, 30).toordinal()
    running = Found((1, 2, 3, 77), "monthly", "active", date(2025, 4, 6), -1090, "a")
    (found,) = streams_of(rows, [running, Found((78,), "monthly", "active", None, 0, "a")], last_day)
    due = due_until(found.ahead(last_day), date(2025, 5, 30).toordinal())
    assert [(date.fromordinal(one.day), one.minor) for one in due] == [
        (date(2025, 4, 6), -1090),
        (date(2025, 5, 4), -1090),
    ]
    assert found.account == "b"
    (ended,) = streams_of(rows, [Found((1, 2, 3), "monthly", "ended", None, -990, "a")], last_day)
    assert due_until(ended.ahead(last_day), last_day + 90) == []


def test_a_card_is_settled_monthly_on_its_day_and_odd_transfers_are_not() -> None:
    settled = [Row(n, date(2025, n, 10), -1000 * n, "EUR", "a", "CARD 4417", is_transfer=True) for n in range(1, 7)]
    odd = [Row(10 + n, date(2025, n, 5 * n % 28 + 1), -500, "EUR", "a", "SAVE", is_transfer=True) for n in range(1, 7)]
    rows = Rows.of([*settled, *odd])
    last_day = date(2025, 6, 30).toordinal()
    (found,) = monthly_transfers(rows, (), last_day)
    assert found.ids == (1, 2, 3, 4, 5, 6)
    assert found.amount_minor == -5000
    assert date.fromordinal(found.next_day or 0) == date(2025, 7, 10)
    assert list(monthly_transfers(rows, {1, 2, 3, 4, 5, 6}, last_day)) == []
    (stopped,) = monthly_transfers(rows, (), date(2025, 9, 1).toordinal())
    assert not stopped.is_running


def card_rows(cut: int = 1) -> list[Row]:
    """A card with one purchase every third day, settled on the tenth with what it took from cut to cut."""
    rows = [
        Row(1000 + day, date.fromordinal(day), -(500 + day % 7 * 130), "EUR", "card", "Shop")
        for day in range(date(2025, 1, 1).toordinal(), date(2025, 6, 30).toordinal(), 3)
    ]
    for month in range(2, 7):
        end, begin = date(2025, month, cut), date(2025, month - 1, cut)
        took = sum(row.amount_minor for row in rows if begin <= row.booking_date < end)
        rows.append(Row(month, date(2025, month, 10), took, "EUR", "current", "Card bill", is_transfer=True))
        rows.append(Row(100 + month, date(2025, month, 10), -took, "EUR", "card", "Card bill", is_transfer=True))
    return rows


def test_a_card_is_settled_with_what_it_took_from_statement_to_statement() -> None:
    for cut in (1, 5):
        rows = Rows.of(card_rows(cut))
        last_day = date(2025, 6, 20).toordinal()
        streams = with_card_bills(monthly_transfers(rows.before(date(2025, 6, 21)), (), last_day), rows)
        paid, received = sorted(streams, key=lambda one: one.account, reverse=True)
        took = [row for row in card_rows(cut) if row.account == "card" and not row.is_transfer]
        whole = sum(one.amount_minor for one in took if date(2025, 5, cut) <= one.booking_date < date(2025, 6, cut))
        (june,) = due_until(paid.seen_from(date(2025, 6, 8).toordinal()), date(2025, 6, 30).toordinal())
        assert june.minor == whole
        (july,) = due_until(paid.ahead(last_day), date(2025, 7, 30).toordinal())
        begin = date(2025, 6, cut)
        so_far = sum(one.amount_minor for one in took if begin <= one.booking_date <= date(2025, 6, 20))
        assert july.minor < so_far
        assert abs(july.minor - so_far * 30 / (21 - cut)) < 2000
        (back,) = due_until(received.ahead(last_day), date(2025, 7, 30).toordinal())
        assert back.minor == -july.minor


def test_settlements_that_fit_no_statement_keep_their_usual_amount() -> None:
    odd = [replace(row, amount_minor=row.amount_minor - 700 * row.id) if row.id < 100 else row for row in card_rows()]
    rows = Rows.of(odd)
    streams = with_card_bills(monthly_transfers(rows, (), date(2025, 6, 30).toordinal()), rows)
    assert [one.bill is None for one in sorted(streams, key=lambda one: one.account)] == [False, True]
