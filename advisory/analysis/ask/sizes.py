"""Amounts in a question: from so much, up to so much, in which currency."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from advisory.analysis.ask.clock import MONTH, UNIT
from advisory.analysis.ask.folding import fold
from transactions.ledger.money import currency_exponent

NO_CURRENCY = "XXX"
"""ISO 4217 for none: two amounts of one question in two currencies are of no one's rows."""
CODES = {
    **dict.fromkeys(("eur", "euro", "euros"), "EUR"),
    **dict.fromkeys(("usd", "dollar", "dollars"), "USD"),
    **dict.fromkeys(("gbp", "pound", "pounds", "pfund"), "GBP"),
    **dict.fromkeys(("chf", "franc", "francs", "franken"), "CHF"),
}
CODE = "(?:" + "|".join(sorted(CODES, key=len, reverse=True)) + ")"
NUMBER = r"\d+(?:[.,]\d+)*"
ABOVE = (
    "over|above|more than|larger than|bigger than|higher than|greater than|exceeding|that exceed|exceed|"
    "costing more than|"
    "über|mehr als|höher als|größer als|teurer als|von über|von mehr als"
)
FROM = "at least|from|no less than|mindestens|ab|min"
BELOW = (
    "under|below|less than|smaller than|cheaper than|lower than|unter|weniger als|kleiner als|niedriger als|"
    "billiger als|günstiger als"
)
UP_TO = "at most|up to|no more than|höchstens|bis zu|maximal|max"


def _words(text: str) -> str:
    return "(?:" + "|".join(sorted(map(fold, text.split("|")), key=len, reverse=True)) + ")"


def _money(name: str) -> str:
    return rf"(?:(?P<{name}_before>{CODE})\s)?(?P<{name}>{NUMBER})(?:\s(?P<{name}_after>{CODE}))?"


NOT_TIME = rf"(?!\.?\s(?:of\s)?(?:{UNIT}|{MONTH})\b)(?![a-z0-9])"
ONE_SIDED = re.compile(
    rf"(?:(?P<above>{_words(ABOVE)})|(?P<from>{_words(FROM)})|(?P<below>{_words(BELOW)})|(?P<upto>{_words(UP_TO)}))"
    rf"\s{_money('one')}{NOT_TIME}"
)
TWO_SIDED = re.compile(
    rf"(?:between|zwischen|from|von)\s{_money('low')}\s(?:and|und|to|bis)\s{_money('high')}{NOT_TIME}"
)


@dataclass(frozen=True, slots=True)
class FoundSize:
    """`minimum` and `maximum` as decimal text, both included; `is_clear` False for a number that can be read in two
    ways. `currency`: '' where none is said."""

    minimum: str
    maximum: str
    currency: str
    is_clear: bool
    end: int


def size_at(text: str, place: int, base_currency: str) -> FoundSize | None:
    """The bound on amounts that begins here; None where there is none."""
    two = TWO_SIDED.match(text, place)
    return _between(two) if two else _one_sided(text, place, base_currency)


def _between(two: re.Match[str]) -> FoundSize | None:
    low, high = amount_of(two["low"]), amount_of(two["high"])
    code = _code(two, "low", "high")
    if not code:
        return None  # two bare numbers may as well be days
    if low is None or high is None or low > high:
        return FoundSize("", "", code, is_clear=False, end=two.end())
    return FoundSize(f"{low:f}", f"{high:f}", code, is_clear=True, end=two.end())


def _one_sided(text: str, place: int, base_currency: str) -> FoundSize | None:
    """Over and under leave the amount itself out: one step of the currency beside it is the bound."""
    step = Decimal(1).scaleb(-currency_exponent(base_currency))
    one = ONE_SIDED.match(text, place)
    if one is None:
        return None
    code, value = _code(one, "one"), amount_of(one["one"])
    if _is_year(one["one"], code) or (one["from"] and not code):
        return None
    if value is None:
        return FoundSize("", "", code, is_clear=False, end=one.end())
    if one["above"] or one["from"]:
        return FoundSize(f"{value + (step if one['above'] else 0):f}", "", code, is_clear=True, end=one.end())
    top = value - (step if one["below"] else 0)
    return FoundSize("", f"{max(top, Decimal(0)):f}", code, is_clear=True, end=one.end())


def amount_of(text: str) -> Decimal | None:
    """A written number; None where a mark may stand for thousands or for decimals."""
    marks = re.findall("[.,]", text)
    parts = re.split("[.,]", text)
    if not marks:
        return Decimal(text)
    if len(set(marks)) == 1 and len(marks) == 1:
        if len(parts[1]) == 3:
            return None
        return Decimal(f"{parts[0]}.{parts[1]}")
    if len(set(marks)) == 1:
        return Decimal("".join(parts)) if all(len(part) == 3 for part in parts[1:]) else None
    if marks[-1] in marks[:-1] or not all(len(part) == 3 for part in parts[1:-1]):
        return None
    return Decimal(f"{''.join(parts[:-1])}.{parts[-1]}")


def _is_year(text: str, code: str) -> bool:
    return not code and text.isdigit() and 1900 <= int(text) <= 2200


def _code(found: re.Match[str], *names: str) -> str:
    said = {CODES[found[f"{name}_{side}"]] for name in names for side in ("before", "after") if found[f"{name}_{side}"]}
    if len(said) > 1:
        return NO_CURRENCY
    return said.pop() if said else ""
