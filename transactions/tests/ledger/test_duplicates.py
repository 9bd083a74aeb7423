from __future__ import annotations

import random
import time
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transactions.ledger.duplicates import find_duplicates
from transactions.ledger.movements import Kind, Movement, Span, Verdict

DAY = date(2026, 3, 2)
FIRST, LAST = 0, 30


def row(
    key: int, day: int, amount: int, text: str = "", *, id_: str = "", source: str = "csv", pending: bool = False
) -> Movement:
    when = DAY + timedelta(days=day)
    plain = f"{when}|{amount}|{text}"
    content = f"{when}|{amount}|{id_}" if id_ else plain
    return Movement(key, key, when, amount, text, content, plain, None, id_, pending, source)


def span(first: int = FIRST, last: int = LAST, source: str = "csv") -> Span:
    return Span(source, DAY + timedelta(days=first), DAY + timedelta(days=last))


def frame(source: str = "csv", start: int = 1000) -> list[Movement]:
    """Movements that stand in every file of these tests, so that both cover all days."""
    return [
        row(start + day, day, -10_000 - day, f"shop {'abcdefghijklmnop'[day // 2]}xyz", source=source)
        for day in range(FIRST, LAST + 1, 2)
    ]


def kinds(known: list[Movement], lines: list[Movement], *spans: Span) -> list[tuple[str, int | None]]:
    found = find_duplicates([*frame(), *known], spans or (span(),), [*frame(lines[0].source, 5000), *lines])
    return [(verdict.kind.value, verdict.known) for verdict in found[-len(lines) :]]


def test_equal_rows_are_counted() -> None:
    coffees = [row(1, 5, -350, "Café"), row(2, 5, -350, "Café")]
    again = [row(-n, 5, -350, "Café") for n in (1, 2, 3)]
    assert sorted(kinds(coffees, again), key=str) == [("duplicate", 1), ("duplicate", 2), ("new", None)]


def test_two_shops_with_one_amount_on_one_day_stay_two() -> None:
    assert kinds([row(1, 5, -350, "Café")], [row(-1, 5, -350, "Café"), row(-2, 5, -350, "Kiosk")]) == [
        ("duplicate", 1),
        ("new", None),
    ]


def test_the_bank_words_a_row_differently_later() -> None:
    assert kinds([row(1, 5, -350, "POS 4711")], [row(-1, 5, -350, "Café Milou")]) == [("duplicate", 1)]


def test_another_row_on_a_halved_day_is_not_swallowed() -> None:
    known = [row(1, 9, -350, "Café")]
    lines = [row(-1, 9, -350, "Kiosk"), row(-2, 12, -999, "Later")]
    found = find_duplicates(known, [span(0, 9)], lines)
    assert [verdict.kind for verdict in found] == [Kind.REVIEW, Kind.NEW]
    assert found[0].known == 1


def test_rent_of_the_next_month_is_another_one() -> None:
    assert kinds([row(1, 1, -89_500, "Rent")], [row(-1, 29, -89_500, "Rent")]) == [("new", None)]


@pytest.mark.parametrize("shift", [1, 2, 3])
def test_weekly_orders_pair_with_their_own_week_in_another_format(shift: int) -> None:
    known = [row(n, 7 * n, -5000, "pocket money") for n in range(4)]
    lines = [row(-1 - n, 7 * n + shift, -5000, "STANDING ORDER", source="ofx") for n in range(4)]
    assert kinds(known, lines) == [("duplicate", n) for n in range(4)]


def test_another_format_tells_everything_in_other_words() -> None:
    known = [row(1, 5, -350, "Café Milou"), row(2, 5, -350, "Kiosk")]
    lines = [row(-1, 5, -350, "KIOSK OSLO", source="mt940"), row(-2, 5, -350, "CAFE MILOU LYON", source="mt940")]
    assert kinds(known, lines) == [("duplicate", 2), ("duplicate", 1)]


def test_an_id_finds_a_row_whose_day_and_text_changed_but_not_when_ids_are_counted_anew() -> None:
    known = [row(1, 5, -350, "Café", id_="A-77"), row(2, 6, -20, "x", id_="A-78")]
    assert kinds(known, [row(-1, 8, -350, "Milou", id_="A-77")]) == [("duplicate", 1)]
    counted = [row(n, n, -100 * n, f"shop {n}", id_=str(n)) for n in range(1, 5)]
    lines = [row(-n, n + 8, -777 * n, f"bar {n}", id_=str(n)) for n in range(1, 5)]
    assert kinds(counted, lines) == [("new", None)] * 4


def test_an_id_counted_on_its_day_finds_no_row_of_other_words() -> None:
    """Two halves of one day, each numbered from one."""
    known = [row(1, 30, -350, "Green Grocer R430309951", id_="20260401001")]
    lines = [row(-1, 30, -350, "Parking Nord P330628560", id_="20260401001")]
    assert find_duplicates(known, [span(20, 30)], [*lines, row(-2, 40, -20, "x")])[0].kind in (Kind.NEW, Kind.REVIEW)
    again = [row(-1, 30, -350, "Green Grocer R430309951", id_="20260401001")]
    assert find_duplicates(known, [span(20, 30)], again)[0].kind is Kind.DUPLICATE


def test_a_file_that_goes_on_within_the_day_loses_no_row_of_the_same_words() -> None:
    """The next file of the same layout, equal coffees on both sides of the cut, numbers of the bank that hold."""
    known = [row(n, n, -380, "Kiosk", id_=f"ID-88{n}00") for n in range(1, 10)]
    line = row(-1, 9, -380, "Kiosk", id_="ID-999999")
    rest = [row(-n, n, -380, "Kiosk", id_=f"ID-99{n}00") for n in range(10, 15)]
    assert find_duplicates(known, [span(1, 12)], [line, *rest])[0].kind in (Kind.NEW, Kind.REVIEW)


def test_rows_at_the_cut_of_two_formats_that_date_differently_are_asked_about() -> None:
    known = [row(1, 29, -500, "CAFE MILOU", source="qif"), row(2, 30, -500, "CAFE MILOU", source="qif")]
    lines = [row(-1, 30, -500, "Café Milou S626605300"), row(-2, 31, -500, "Café Milou M926546529")]
    found = find_duplicates(known, [span(0, 30, "qif")], [*lines, row(-3, 40, -7, "x"), row(-4, 29, -9, "y")])
    assert {verdict.kind for verdict in found[:2]} <= {Kind.NEW, Kind.REVIEW}


def test_a_chain_of_equal_amounts_is_not_moved_along_by_unlikely_days() -> None:
    days = (8, 12, 15, 18)
    known = [row(day, day, -1000, "Toy Harbour", source="qif") for day in days]
    lines = [row(-day, day, -1000, "TOY HARBOUR") for day in (12, 15, 18, 21)]
    assert kinds([*known, *frame("qif", 3000)], lines, span(source="qif"))[-1] == ("new", None)


def test_what_many_rows_are_called_by_hand_is_a_label_and_one_odd_word_is_not() -> None:
    typed = [row(n, n, -1000 - n, "Shopping", source="") for n in range(1, 9)]
    lines = [row(-n, n + 2, -1000 - n, f"shop{n} Leeds") for n in range(1, 9)]
    tail = row(-99, 40, -3, "end")
    assert {v.kind for v in find_duplicates(typed, [], [*lines, tail])[:8]} == {Kind.DUPLICATE}
    odd = row(50, 5, -5000, "planned", source="")
    cash = [row(-50, 8, -5000, "ATM Ghent cash"), row(-51, 20, -5000, "ATM Ulm cash")]
    found = find_duplicates([*typed, odd], [], [*lines, *cash, tail])
    assert found[8].kind in (Kind.NEW, Kind.REVIEW)


def test_another_name_in_a_format_that_names_parties_alike_is_asked_about() -> None:
    shops = ["Bakery", "Kiosk", "Florist", "Pharmacy"]
    known = [row(n, n, -1000 - n, shop) for n, shop in enumerate(shops, 3)]
    lines = [row(-n, n, -1000 - n, f"POS {shop.upper()} 4711", source="mt940") for n, shop in enumerate(shops, 3)]
    day = [row(20, 5, -350, "Ticketline Online"), row(21, 9, -350, "Bakery")]
    told = [row(-20, 5, -350, "HAIR BY INES", source="mt940"), row(-21, 9, -350, "POS BAKERY", source="mt940")]
    found = find_duplicates([*known, *day], [span()], [*lines, *told])
    assert [verdict.kind for verdict in found] == [*[Kind.DUPLICATE] * 4, Kind.REVIEW, Kind.DUPLICATE]


def test_a_repeated_id_within_a_file_drops_nothing() -> None:
    lines = [row(-1, 5, -350, "Café", id_="0"), row(-2, 5, -350, "Kiosk", id_="0"), row(-3, 6, -350, "Bar", id_="0")]
    assert kinds([], lines) == [("new", None)] * 3


@pytest.mark.parametrize(("amount", "text"), [(-4000, "Bistro"), (-4600, "Bistro Milou")])
def test_a_hold_is_merged_when_it_is_booked_with_a_tip_or_without(amount: int, text: str) -> None:
    assert kinds([row(1, 5, -4000, "Bistro Milou", pending=True)], [row(-1, 8, amount, text)]) == [("merge", 1)]


def test_a_hold_that_is_told_again_is_the_booked_row() -> None:
    assert kinds([row(1, 8, -4000, "Bistro")], [row(-1, 6, -4000, "Bistro", pending=True)]) == [("duplicate", 1)]


def test_rows_entered_by_hand_are_found_some_days_later_under_other_words() -> None:
    known = [row(n, 3 * n, -1000 - n, "shopping", source="") for n in range(1, 9)]
    lines = [row(-n, 3 * n + 2, -1000 - n, f"CARD {n} LTD") for n in range(1, 9)]
    found = find_duplicates(known, [], lines)
    assert [(verdict.kind, verdict.known) for verdict in found] == [(Kind.DUPLICATE, n) for n in range(1, 9)]


def test_answers_are_obeyed() -> None:
    old, new = row(1, 9, -350, "Café"), row(-1, 9, -350, "Kiosk")
    lines = [new, row(-2, 12, -999, "Later")]
    same = find_duplicates([old], [span(0, 9)], lines, {(old.content, new.content): "same"})
    different = find_duplicates([old], [span(0, 9)], lines, {(old.content, new.content): "different"})
    assert (same[0].kind, different[0].kind) == (Kind.DUPLICATE, Kind.NEW)


def test_a_row_told_in_two_formats_is_used_once() -> None:
    told = [row(1, 5, -350, "Café"), replace(row(2, 6, -350, "CAFE", source="ofx"), row=1)]
    lines = [row(-1, 5, -350, "Café"), row(-2, 6, -350, "CAFE")]
    found = kinds(told, lines)
    assert Counter(found)[("duplicate", 1)] == 1
    assert len([known for kind, known in found if kind == "duplicate"]) == 1


ROWS = st.lists(
    st.tuples(
        st.integers(0, 12),
        st.sampled_from([-100, -100, -250, 300]),
        st.sampled_from(["Café Milou", "Kiosk", "", "transfer"]),
        st.sampled_from(["", "", "1", "2", "AB123"]),
        st.booleans(),
    ),
    max_size=14,
)


def made(rows: list[tuple[int, int, str, str, bool]], sign: int, source: str) -> list[Movement]:
    return [
        row(sign * (n + 1), day, amount, text, id_=name, source=source, pending=pending and amount < 0)
        for n, (day, amount, text, name, pending) in enumerate(rows)
    ]


def summary(lines: list[Movement], found: list[Verdict]) -> Counter[tuple[str, bool, str]]:
    return Counter(
        (line.content, line.is_pending, verdict.kind.value) for line, verdict in zip(lines, found, strict=True)
    )


@given(ROWS, ROWS, st.sampled_from(["csv", "ofx", ""]), st.integers(0, 99))
def test_no_row_is_used_twice_and_the_order_changes_nothing(
    before: list[tuple[int, int, str, str, bool]],
    after: list[tuple[int, int, str, str, bool]],
    source: str,
    seed: int,
) -> None:
    known, lines, spans = made(before, 1, source), made(after, -1, "csv"), [span(0, 12, source)] if source else []
    found = find_duplicates(known, spans, lines)
    used = [verdict.known for verdict in found if verdict.known is not None]
    assert len(used) == len(set(used))
    assert all((verdict.kind is Kind.NEW) == (verdict.known is None) for verdict in found)
    mixed = list(lines)
    random.Random(seed).shuffle(mixed)
    back = list(known)
    random.Random(seed).shuffle(back)
    assert summary(mixed, find_duplicates(back, spans, mixed)) == summary(lines, found)


@given(ROWS)
def test_the_same_file_again_adds_nothing(rows: list[tuple[int, int, str, str, bool]]) -> None:
    found = find_duplicates(made(rows, 1, "csv"), [span(0, 12)], made(rows, -1, "csv"))
    assert {verdict.kind for verdict in found} <= {Kind.DUPLICATE, Kind.MERGE}


@pytest.mark.parametrize("same_text", [True, False])
def test_very_many_equal_amounts_stay_quick(same_text: bool) -> None:
    count = 20_000
    known = [row(n, n % 300, -250, "ride" if same_text else f"ride {n}") for n in range(count)]
    lines = [row(-1 - n, n % 300, -250, "ride" if same_text else f"tram {n}", source="ofx") for n in range(count)]
    began = time.perf_counter()
    found = find_duplicates(known, [span(0, 299)], lines)
    assert sum(verdict.kind is Kind.DUPLICATE for verdict in found) > 0.99 * count
    assert time.perf_counter() - began < 60
