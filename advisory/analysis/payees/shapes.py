"""The shape of a bank text: numbers that no brand has, made equal, so that all receipts of one shop are one text.

What a bank prints around a name differs by little more than references, dates and times; all of them fall away later.
Making them equal first lets the same work be done once for each shape: a fifth of the texts in years of one account.
"""

from __future__ import annotations

import re

# Runs of four digits and more are never part of a name but for these.
_BRANDS = frozenset({"1000", "1001", "1822"})
_LONG = re.compile(r"\d{4,}")
# A day and a month, with a year of two digits where one stands; a hyphen alone may be a brand's (7-11).
_DATE = re.compile(r"(?<![\w.,/-])\d{1,2}([./])\d{1,2}(?:\1\d\d)?(?![\d%])|(?<![\w-])\d\d-\d\d-\d\d(?!\d)")
_FULL = re.compile(
    r"(?<![\w.,/-])(?:(?P<sign>\d{1,2}([./-])\d{1,2}\2)(?:19|20)\d\d|(?:19|20)\d\d(?P<rest>-\d\d-\d\d))(?!\d)"
)
_NAMED = re.compile(
    r"(?<!\d)\d{2}(?=[ -]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|juin|juil|okt|dez|ene|abr|ago|dic|gen|"
    r"mag|giu|lug|set|ott)(?![a-z]))",
    re.IGNORECASE,
)
_TIME = re.compile(r"(?<![\d:])\d\d:\d\d(?::\d\d)?(?![\d:])")
_DIGIT = re.compile(r"\d")


def shape_of(text: str) -> str:
    """The text with one day for every date, 1 for each digit of a time and 5 for each of a longer number."""
    if not _DIGIT.search(text):
        return text
    plain = _TIME.sub(_ones, text) if ":" in text else text
    if "." in plain or "/" in plain or "-" in plain:
        plain = _DATE.sub(_ones, _FULL.sub(_one_day, plain))
    return _LONG.sub(_fives, _NAMED.sub("11", plain))


def _ones(found: re.Match[str]) -> str:
    return _DIGIT.sub("1", found[0])


def _one_day(found: re.Match[str]) -> str:
    front, rest = found["sign"] or "", found["rest"] or ""
    return f"{_DIGIT.sub('1', front)}2011{_DIGIT.sub('1', rest)}"


def _fives(found: re.Match[str]) -> str:
    digits = found[0]
    is_year = len(digits) == 4 and digits[:2] in {"19", "20"}
    # Two noughts in front are a telephone's foreign country.
    return digits if is_year or digits in _BRANDS or digits.startswith("00") else "5" * len(digits)
