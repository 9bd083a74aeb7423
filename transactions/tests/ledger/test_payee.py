from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transactions.ledger.payee import LONGEST, payee_key, payee_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("CARD PAYMENT TO GREEN GROCER 3214 LEEDS ON 12/03/2024", "Green Grocer Leeds"),
        ("SQ *CORNER COFFEE", "Corner Coffee"),
        ("PAYPAL *MUSICBOX 35314369001", "Musicbox"),
        ("Visa purchase HARBOUR GB 1234XXXXXX5678", "Harbour GB"),
        ("CARTE 12/03 BOUCHERIE CENTRE", "Boucherie Centre"),
        ("Netflix.com", "Netflix.com"),
        ("Dr. Müller, Ref: ABC12345", "Dr. Müller"),
        ("Carter's Shop", "Carter's Shop"),
        ("Card Factory", "Card Factory"),
    ],
)
def test_noise_goes_and_the_name_stays(text: str, name: str) -> None:
    assert payee_name("", text) == name


@pytest.mark.parametrize("brand", ["7-Eleven", "Super 8 Motel", "3 Mobile", "Forever 21", "Route 66", "H&M"])
def test_brands_keep_their_digits(brand: str) -> None:
    assert payee_name(brand, "") == brand
    assert payee_key(payee_name(brand.upper(), "")) == payee_key(brand)


def test_the_counterparty_decides_and_the_description_stands_in() -> None:
    assert payee_name("Landlord Ltd", "RENT MARCH") == "Landlord Ltd"
    assert payee_name("  ", "RENT MARCH FLAT") == "Rent March Flat"
    assert payee_name("", "---") == ""


def test_branches_and_dates_lead_to_one_payee() -> None:
    texts = ["GREEN GROCER 3214", "Green Grocer 0077", "GREEN GROCER 12/03/2024", "POS GREEN GROCER"]
    assert {payee_key(payee_name("", text)) for text in texts} == {"greengrocer"}


@given(st.text(max_size=400), st.text(max_size=400))
def test_any_text_gives_a_short_name_that_is_stable(who: str, text: str) -> None:
    name = payee_name(who, text)
    assert len(name) <= LONGEST
    assert name == payee_name(who, text)
    assert bool(payee_key(name)) == bool(name)
