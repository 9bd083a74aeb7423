"""The plan of a pinned question in an archive, with its ids carried over.

Only its shape is judged here. Whether its names are the user's own is asked whenever it is answered, as of every plan.
"""

from __future__ import annotations

import re
from typing import Any

from advisory.analysis.ask.plan import AMOUNT, ASKS, DIRECTIONS, GROUPS, MOST_AHEAD, MOST_NAMED, MOST_TOP, OPS, PERS
from advisory.analysis.ask.spans import read_span
from advisory.analysis.carried.shapes import Read, currency, listed, one_of, record, row_id, whole
from transactions.ledger.references import Mapper


def _span(value: Any, _new: Mapper) -> Any:
    return read_span(value).as_json()


def _size(value: Any, _new: Mapper) -> str:
    if not isinstance(value, str) or not re.fullmatch(AMOUNT, value):
        raise ValueError("no size of a payment")
    return value


def _named(table: str, *, or_none: bool = False) -> Read:
    """Ids of a table; 0, which stands for those without one, is nobody's id and stays."""
    carry = row_id(table)

    def one(value: Any, new: Mapper) -> Any:
        return value if or_none and value == 0 and not isinstance(value, bool) else carry(value, new)

    def read(value: Any, new: Mapper) -> Any:
        if isinstance(value, list) and len(value) > MOST_NAMED:
            raise ValueError("too many names")
        return listed(one)(value, new)

    return read


plan: Read = record(
    {"op": one_of(OPS)},
    {
        "direction": one_of(DIRECTIONS),
        "categories": _named("Category", or_none=True),
        "payees": _named("Payee"),
        "accounts": _named("LedgerAccount"),
        "series": _named("RecurringSeries"),
        "minimum": _size,
        "maximum": _size,
        "currency": currency,
        "period": _span,
        "against": _span,
        "by": one_of(GROUPS),
        "per": one_of(PERS),
        "ask": one_of(ASKS),
        "top": whole(0, MOST_TOP),
        "days": whole(0, MOST_AHEAD),
    },
)
