"""Names with `*`, regular expressions that cannot hang, and amounts against bounds."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import lru_cache
from typing import Any

import re2

from transactions.ledger.money import currency_exponent
from transactions.ledger.search.facts import folded
from transactions.ledger.search.nodes import AmountTest

LONGEST_PATTERN = 200
MEMORY = 1 << 20
"""Bytes that one compiled expression may take: nested counts such as (a{999}){999} are refused, not worked off."""

FARTHEST = 2**63 - 1


class PatternProblem(ValueError):  # noqa: N818 (a value for people, as in values.py)
    """A regular expression that is not taken; the text is a sentence for people."""


def options() -> Any:
    found = re2.Options()
    found.log_errors = False
    found.case_sensitive = False
    found.max_mem = MEMORY
    return found


@lru_cache(maxsize=512)
def compiled(pattern: str) -> Any:
    """The expression, without regard to case. RE2 matches in time proportional to the text, whatever the pattern:
    it has no look-around and no references back, and says so here."""
    if len(pattern) > LONGEST_PATTERN:
        raise PatternProblem(f"A regular expression can have at most {LONGEST_PATTERN} characters.")
    if not pattern:
        raise PatternProblem("The regular expression is empty.")
    try:
        return re2.compile(pattern, options())
    except re2.error as error:
        raise PatternProblem(_reason(error)) from None


def _reason(error: Exception) -> str:
    said = error.args[0].decode(errors="replace") if error.args and isinstance(error.args[0], bytes) else str(error)
    if "perl operator" in said or "(?" in said:
        return "Look-ahead, look-behind and similar groups are not supported in regular expressions here."
    if "escape" in said:
        return f"This is not supported in regular expressions here: {said.rpartition(' ')[2]}."
    if "too large" in said or "repetition" in said:
        return "This regular expression repeats too much. Use smaller counts."
    return f"This regular expression is not valid: {said}."


@lru_cache(maxsize=1024)
def _pieces(pattern: str) -> tuple[str, ...]:
    return tuple(folded(piece) if piece.strip() else "" for piece in pattern.split("*"))


def name_fits(pattern: str, name: str) -> bool:
    """Whether a folded name is the pattern, where `*` stands for any run of letters, also none."""
    first, *rest = _pieces(pattern)
    if not rest:
        return name == first
    last = rest.pop()
    if len(name) < len(first) + len(last) or not name.startswith(first) or not name.endswith(last):
        return False
    at, end = len(first), len(name) - len(last)
    for piece in rest:
        found = name.find(piece, at, end)
        if found < 0:
            return False
        at = found + len(piece)
    return True


@lru_cache(maxsize=1024)
def minor_bounds(test: AmountTest, currency: str) -> tuple[int, int] | None:
    """The test's bounds in minor units of a currency, both included; None when no amount can lie between them.

    For `in` and `out` they are about the size, as for `size`.
    """
    exponent = currency_exponent(currency)
    low, high = -FARTHEST, FARTHEST
    if test.low is not None:
        exact = test.low.scaleb(exponent)
        low = _whole(exact, ROUND_CEILING)
        low += test.is_low_open and low == exact
    if test.high is not None:
        exact = test.high.scaleb(exponent)
        high = _whole(exact, ROUND_FLOOR)
        high -= test.is_high_open and high == exact
    if test.direction != "signed":
        low = max(low, 0)
    return (low, high) if low <= high else None


def _whole(value: Decimal, rounding: str) -> int:
    return int(value.to_integral_value(rounding))
