"""Cells of other finance programs as values: amounts, days, tags, category paths and the kind of an account."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from transactions.statements.folding import contains_phrase, fold, phrases
from transactions.statements.numbers import parse_amount

MAX_DIGITS = 20  # sums of such amounts stay within the 28 digits that decimal arithmetic keeps exactly
_PLAIN = re.compile(r"[+-]?(?:\d{1,20}(?:\.\d{0,12})?|\.\d{1,12})", re.ASCII)
_COMMA = re.compile(r"(?<!\\),")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?", re.ASCII | re.DOTALL)

# What a household calls its accounts. Only words that leave no doubt; an account without one keeps no kind.
_KINDS = (
    ("credit_card", phrases("credit card | credit cards | creditcard | kreditkarte | carte de credit | visa"
                            " | mastercard | amex | american express | card credit | tarjeta de credito")),
    ("investment", phrases("investment | investments | brokerage | broker | depot | stocks | 401k | ira | roth ira"
                           " | pension | retirement | portfolio | securities")),
    ("loan", phrases("loan | loans | mortgage | kredit | darlehen | hypothek | debt | student loan | car loan")),
    ("savings", phrases("saving | savings | sparkonto | tagesgeld | livret | ahorro | ahorros | spaarrekening")),
    ("cash", phrases("cash | wallet | bargeld | geldbeutel | portemonnaie | petty cash | efectivo | especes | kasse")),
    ("checking", phrases("checking | chequing | current account | giro | girokonto | checking account | bank account"
                         " | compte courant | cuenta corriente")),
)  # fmt: skip


def plain_amount(text: str) -> Decimal | None:
    """A number as programs write it, `-1234.56`: the point is the decimal mark and there are no thousands marks."""
    text = text.strip()
    return Decimal(text) if _PLAIN.fullmatch(text) else None


def local_amount(text: str, decimal_mark: str) -> Decimal | None:
    """A number as people see it, `-1.234,56 €`. None for what is no number or too long to be summed exactly."""
    amount = parse_amount(text, decimal_mark)
    if amount is None or len(amount.value.as_tuple().digits) > MAX_DIGITS:
        return None
    return amount.value


def iso_day(text: str) -> date | None:
    """The day of `2024-03-01`, with or without a time behind it."""
    match = _DAY.fullmatch(text.strip()[:40])
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def path(*parts: str) -> str:
    """Category levels as `Group: Name`; empty levels and a level that repeats the one above fall away."""
    kept: list[str] = []
    for written in parts:
        part = " ".join(written.split())
        if part and (not kept or fold(kept[-1]) != fold(part)):
            kept.append(part)
    return ": ".join(kept)


def tags_of(text: str, separator: str) -> tuple[str, ...]:
    """Tags of one cell, each once, in the order written."""
    return unique(part.strip().lstrip("#") for part in text.split(separator))


def comma_tags(text: str) -> tuple[str, ...]:
    return tags_of(text, ",")


def space_tags(text: str) -> tuple[str, ...]:
    """Labels set apart by spaces. `Tax Related`, which one program ships with, is one label."""
    return tags_of(text.replace("Tax Related", "Tax\u00a0Related"), " ")


def escaped_tags(text: str) -> tuple[str, ...]:
    """Labels set apart by commas; a backslash makes the character after it part of the label."""
    return unique(part.strip().replace("\\", "") for part in _COMMA.split(text))


def unique(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))


def kind_of_name(name: str) -> str:
    """The kind of account that its name tells, or ''."""
    folded = fold(name)
    return next((kind for kind, words in _KINDS if contains_phrase(folded, words)), "")


def counted(number: int, one: str, many: str = "") -> str:
    """`1 row` or `3 rows`, for sentences."""
    return f"{number} {one if number == 1 else many or one + 's'}"
