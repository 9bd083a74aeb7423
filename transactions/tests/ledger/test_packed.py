"""Columns in few bytes give back exactly what was put in."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from transactions.ledger.packed import Joined, Mapped, PackedDecimals, PackedTexts, Picked, Repeated

DECIMALS = st.one_of(
    st.none(),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.decimals(places=2, allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15),
    st.sampled_from([Decimal("-0.00"), Decimal(0), Decimal("1E+3"), Decimal("9" * 30), Decimal("0.00")]),
)


@given(st.lists(DECIMALS))
def test_decimals_come_back_with_sign_and_decimals(values: list[Decimal | None]) -> None:
    packed = PackedDecimals(values)
    assert [str(value) for value in packed] == [str(value) for value in values]
    if values:
        packed.pop()
        packed.append(Decimal("-0.0"))
        assert [str(value) for value in packed] == [*map(str, values[:-1]), "-0.0"]


@given(st.lists(st.text(st.characters())))
def test_texts_come_back(texts: list[str]) -> None:
    assert list(PackedTexts(texts)) == texts


@given(st.lists(st.sampled_from(["in", "out", ""])))
def test_few_values_come_back(values: list[str]) -> None:
    repeated: Repeated[str] = Repeated()
    for value in values:
        repeated.append(value)
    assert list(repeated) == values


@given(st.lists(st.lists(st.integers())), st.slices(12), st.integers(-30, 30))
def test_views_are_sequences_like_any_other(parts: list[list[int]], cut: slice, index: int) -> None:
    whole = [each for part in parts for each in part]
    views: list[tuple[Sequence[int], list[int]]] = [
        (Joined(parts), whole),
        (Mapped(abs, whole), [abs(each) for each in whole]),
        (Picked(whole, range(len(whole) - 1, -1, -1)), whole[::-1]),
    ]
    for view, expected in views:
        assert view == expected
        assert view[cut] == expected[cut]
        assert view != [*expected, 1]
        if -len(expected) <= index < len(expected):
            assert view[index] == expected[index]
        else:
            assert raises_index_error(view, index)


def raises_index_error(view: Sequence[int], index: int) -> bool:
    try:
        view[index]
    except IndexError:
        return True
    return False
