"""Made-up payees and rows that the tests of the categoriser share."""

from __future__ import annotations

from datetime import date, timedelta

from advisory.analysis.categorise import Example
from advisory.analysis.rows import Row

START = date(2024, 1, 1)
SHOPS = {
    "NOODLE HOUSE": "Eating out",
    "GREENFIELD FARM SHOP": "Food",
    "CITY WATER WORKS": "House",
    "HARBOUR CINEMA": "Fun",
}


def history(times: int) -> list[Example]:
    """Each shop `times` times, a day apart."""
    return [
        Example(turn * 10 + at, f"CARD PURCHASE {shop} #{turn + 100}", category, (START + timedelta(turn)).toordinal())
        for turn in range(times)
        for at, (shop, category) in enumerate(SHOPS.items())
    ]


def row(number: int, text: str, amount: int = -1000, category: str = "", days: int = 60) -> Row:
    """One row in euros, `days` after the start of the history."""
    return Row(number, START + timedelta(days), amount, "EUR", text=text, category=category)
