"""Amounts written as small sums, `120.00/4` or `(3 + 4) * 2.50`: computed exactly, or refused."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

MAX_LENGTH = 120
MAX_DECIMALS = 12
MAX_DIGITS = 20
_TOKEN = re.compile(r"\s*(?:(\d[\d,]*(?:\.\d*)?|\.\d+)|([-+*/()]))", re.ASCII)
_SIMPLE = re.compile(r"[+-]?(?:\d{1,20}(?:\.\d{0,12})?|\.\d{1,12})", re.ASCII)


class _BadSumError(ValueError):
    """Not a sum, or one whose result no decimal number states exactly."""


def exact_sum(text: str) -> Decimal | None:
    """The value of an arithmetic expression, None where it is none or its result is no plain decimal number."""
    text = text.strip()
    if _SIMPLE.fullmatch(text):
        return Decimal(text)
    if len(text) > MAX_LENGTH:
        return None
    try:
        tokens = _tokens(text)
        value, at = _terms(tokens, 0, 0)
        if at != len(tokens):
            return None
        return to_decimal(value)
    except (_BadSumError, ZeroDivisionError):
        return None


def to_decimal(value: Fraction) -> Decimal | None:
    """The fraction as a decimal number of at most twelve decimals and twenty digits, None where that is not exact."""
    scaled = value * 10**MAX_DECIMALS
    if scaled.denominator != 1 or abs(scaled.numerator) >= 10 ** (MAX_DIGITS + MAX_DECIMALS):
        return None
    number = Decimal(scaled.numerator).scaleb(-MAX_DECIMALS) if abs(scaled.numerator) < 10**28 else None
    return _shortened(number) if number is not None else None


def _shortened(number: Decimal) -> Decimal:
    """Without the zeros behind the second decimal, so that 12.5 reads 12.50 as money does."""
    for decimals in range(2, MAX_DECIMALS):
        short = number.quantize(Decimal(1).scaleb(-decimals))
        if short == number:
            return short
    return number


def _tokens(text: str) -> list[str]:
    found: list[str] = []
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            if not text[at:].strip():
                break
            raise _BadSumError
        found.append(match[1] or match[2])
        at = match.end()
    return found


def _terms(tokens: list[str], at: int, depth: int) -> tuple[Fraction, int]:
    value, at = _factors(tokens, at, depth)
    while at < len(tokens) and tokens[at] in "+-":
        right, after = _factors(tokens, at + 1, depth)
        value = value + right if tokens[at] == "+" else value - right
        at = after
    return value, at


def _factors(tokens: list[str], at: int, depth: int) -> tuple[Fraction, int]:
    value, at = _atom(tokens, at, depth)
    while at < len(tokens) and tokens[at] in "*/":
        right, after = _atom(tokens, at + 1, depth)
        value = value * right if tokens[at] == "*" else value / right
        at = after
    return value, at


def _atom(tokens: list[str], at: int, depth: int) -> tuple[Fraction, int]:
    if at >= len(tokens) or depth > 20:
        raise _BadSumError
    sign = tokens[at]
    if sign in "+-":
        value, after = _atom(tokens, at + 1, depth + 1)
        return (-value if sign == "-" else value), after
    if sign == "(":
        value, after = _terms(tokens, at + 1, depth + 1)
        if after >= len(tokens) or tokens[after] != ")":
            raise _BadSumError
        return value, after + 1
    if sign in "*/)":
        raise _BadSumError
    return Fraction(("0" + sign if sign.startswith(".") else sign).replace(",", "").rstrip(".")), at + 1
