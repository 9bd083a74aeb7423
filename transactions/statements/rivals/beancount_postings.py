"""One posting of a Beancount transaction: account, amount, cost and price; and the amount that a book leaves out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from transactions.statements.rivals.expressions import exact_sum, to_decimal
from transactions.statements.rivals.journal import Posting

MAX_POSTING = 2_000
_POSTING = re.compile(r"\s+(?:[!*#?%&A-Z]\s+)?([^\W\d_][\w-]*(?::[^\s:;{}@\"]+)+)\s*(.*)", re.DOTALL)
_COMMODITY = r"[A-Z][A-Z0-9'._-]*"
_UNITS = re.compile(rf"([-+*/().,\d\s]+?)\s*({_COMMODITY})\s*(.*)", re.DOTALL | re.ASCII)
_COST = re.compile(r"(\{\{?)([^{}]*)\}\}?\s*(.*)", re.DOTALL)
_PRICE = re.compile(rf"(@@?)\s*(?:([-+*/().,\d\s]+?)\s*({_COMMODITY}))?\s*", re.DOTALL | re.ASCII)
_COST_AMOUNT = re.compile(rf"\s*([-+*/().,\d\s]+?)\s*({_COMMODITY})\s*", re.ASCII)


class BadPostingError(ValueError):
    """A posting that cannot be read; the text is a sentence for people."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class Written:
    """A posting as written; without an amount when the book leaves it to be computed."""

    line: int
    account: str
    amount: Decimal | None
    currency: str
    weight: Decimal | None
    weight_currency: str
    note: str


def read_posting(line: int, body: str) -> Written:
    text, _, comment = body[:MAX_POSTING].partition(";")
    match = _POSTING.fullmatch(text)
    if match is None:
        raise BadPostingError(line, f"{text.strip()[:40]!r} is no posting. Correct the line and import again.")
    account, rest, note = match[1], match[2].strip(), comment.strip()
    if not rest:
        return Written(line, account, None, "", None, "", note)
    units = _UNITS.fullmatch(rest)
    amount = exact_sum(units[1]) if units else None
    if units is None or amount is None:
        raise BadPostingError(line, f"{rest[:40]!r} is no exact amount with a currency. Correct it and import again.")
    weight, currency = _weight(line, amount, units[2], units[3])
    return Written(line, account, amount, units[2], weight, currency, note)


def _weight(line: int, amount: Decimal, currency: str, rest: str) -> tuple[Decimal | None, str]:
    """What the posting counts in the transaction: at its cost, else at its price, else its amount."""
    cost = _COST.match(rest)
    after = cost[3] if cost else rest
    if cost is not None:
        first = next((found for part in cost[2].split(",") if (found := _COST_AMOUNT.fullmatch(part))), None)
        if first is None:
            return None, ""  # a lot that the program would look up: its cost is computed from the other postings
        each = exact_sum(first[1])
        return _counted(line, amount, each, is_total=cost[1] == "{{"), first[2]
    if not after.strip():
        return amount, currency
    price = _PRICE.fullmatch(after)
    if price is None:
        raise BadPostingError(line, f"{after.strip()[:40]!r} is no cost or price. Correct it and import again.")
    if price[2] is None:
        return None, ""
    return _counted(line, amount, exact_sum(price[2]), is_total=price[1] == "@@"), price[3]


def _counted(line: int, amount: Decimal, each: Decimal | None, *, is_total: bool) -> Decimal:
    if each is None:
        raise BadPostingError(line, "This cost or price is no exact number. Correct it and import again.")
    if is_total:
        return abs(each) if amount >= 0 else -abs(each)
    exact = to_decimal(Fraction(amount) * Fraction(each))
    if exact is None:
        raise BadPostingError(line, "This cost or price has too many digits. Correct it and import again.")
    return exact


def complete(written: Sequence[Written], line: int) -> tuple[Posting, ...]:
    """The postings with what was left out computed exactly: the transaction sums to zero in every currency."""
    sums: dict[str, Decimal] = {}
    for one in written:
        if one.weight is not None:
            sums[one.weight_currency] = sums.get(one.weight_currency, Decimal(0)) + one.weight
    left = {currency: -total for currency, total in sums.items() if total}
    open_ones = [one for one in written if one.weight is None]
    if len(open_ones) > 1:
        raise BadPostingError(line, "More than one amount is left out, so none can be computed. Write them down.")
    postings: list[Posting] = []
    for one in written:
        if one.amount is not None and one.weight is not None:
            postings.append(Posting(one.account, one.amount, one.currency, one.weight, one.weight_currency, one.note))
        elif one.amount is not None:
            currency, weight = next(iter(left.items()), (one.currency, one.amount))
            postings.append(Posting(one.account, one.amount, one.currency, weight, currency, one.note))
        else:
            postings += [Posting(one.account, value, code, value, code, one.note) for code, value in left.items()]
    return tuple(postings)
