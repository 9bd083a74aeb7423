"""What the search bar offers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transactions.ledger.search import Query, parse_query
from transactions.ledger.search.completing import completions, quoted
from transactions.ledger.search.nodes import NameTest

NAMES = {
    "category": ["Food at home", "Eating out", "Rent"],
    "payee": ["City Market", 'The "Nook"', "Rent Ltd"],
    "account": ["Giro"],
    "tag": ["rome", "Trip, Rome"],
    "currency": ["EUR"],
}


def names(field: str, _typed: str) -> list[str]:
    return NAMES.get(field, [])


@pytest.mark.parametrize(
    ("typed", "offers"),
    [
        ("pay|", ["payee:", "has:payee"]),
        ("-cat|", ["-category:", "-has:category"]),
        ("(am|", ["(amount:"]),
        ("is:un|", ["is:uncategorised"]),
        ("status:|", ["status:pending", "status:cleared", "status:reconciled"]),
        ("has:n|", ["has:note"]),
        ("category:|", ['category:"Eating out"', 'category:"Food at home"', "category:Rent"]),
        ("category:home|", ['category:"Food at home"']),
        ('category:"food a|', ['category:"Food at home"']),
        ('category:"food a|t home"', ['category:"Food at home"']),
        ("category:rent,ea|", ['category:rent,"Eating out"']),
        ("x category:re| y", ["x category:Rent y"]),
        ("tag:trip|", ['tag:"Trip, Rome"']),
        ("payee:nook|", ['payee:"The \\"Nook\\""']),
        ("date:last-m|", ["date:last-month"]),
        ("rent|", ["category:Rent", 'payee:"Rent Ltd"']),
        ("amount>|", []),
        ("zzz|", []),
    ],
)  # fmt: skip
def test_what_is_offered_stands_in_the_right_place(typed: str, offers: list[str]) -> None:
    cursor = typed.index("|")
    text = typed[:cursor] + typed[cursor + 1 :]
    found = completions(text, cursor, names)
    assert [text[: one.start] + one.insert + text[one.end :] for one in found] == offers


def test_an_empty_bar_offers_fields_first() -> None:
    found = completions("", 0, names)
    assert [one.insert for one in found][:3] == ["payee:", "category:", "account:"]
    assert {one.kind for one in found} == {"field"}


NAME_LETTERS = st.one_of(st.characters(), st.sampled_from('"“”„\\ ,:-<>=#'))


@given(
    st.text(NAME_LETTERS, min_size=1, max_size=20).filter(
        lambda name: name.isprintable() and name.strip() and "*" not in name
    )
)
def test_a_quoted_name_is_read_as_that_name(name: str) -> None:
    query = parse_query(f"tag:{quoted(name)}")
    if isinstance(query, Query):
        assert query.node == NameTest("tag", name)
    else:
        assert "Say what to look for" in query.message


@given(st.text(max_size=40), st.integers(-5, 50))
def test_any_text_and_cursor_are_taken(text: str, cursor: int) -> None:
    for one in completions(text, cursor, names):
        assert 0 <= one.start <= one.end <= len(text)
