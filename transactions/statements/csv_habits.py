"""What the origin of a file says about the order of day and month: marks in the dates, currency, words of a country."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from transactions.statements.csv_dates import DateHabit
from transactions.statements.folding import contains_phrase, fold, phrases
from transactions.statements.words_places import AMERICAN, COMMONWEALTH, ENGLISH_COLUMNS

MONTH_FIRST = frozenset({"USD"})
EITHER = frozenset({"CAD", "PHP"})  # both orders are in use
ENGLISH, BRITISH, OF_THE_STATES = phrases(ENGLISH_COLUMNS), phrases(COMMONWEALTH), phrases(AMERICAN)
DOTTED = re.compile(r"\d{1,2}\. ?\d{1,2}\. ?\d{2,4}")
_NAMED_DAY = re.compile(r"(?<!\d)(20[0-4]\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")


def date_habit(
    cells: Iterable[str], names: Sequence[str], currency: str, *, has_dollars: bool, has_decimal_comma: bool
) -> DateHabit:
    """From some date cells as written, the columns' names, and the currency the file itself names ('' for none)."""
    written = list(cells)
    folded = [fold(name) for name in names if name]
    is_english = any(contains_phrase(name, ENGLISH) for name in folded)
    signs = (
        (bool(written) and all(DOTTED.match(cell) for cell in written), "DMY", "dates with points put the day first"),
        (any(contains_phrase(name, BRITISH) for name in folded), "DMY", "the words of the header are British"),
        (bool(currency) and currency not in MONTH_FIRST | EITHER, "DMY", f"usual where {currency} is paid"),
        (bool(folded) and not is_english, "DMY", "usual in the language of the header"),
        (has_decimal_comma, "DMY", "usual with a decimal comma"),
        (currency in MONTH_FIRST, "MDY", "usual with US dollars"),
        (any(contains_phrase(name, OF_THE_STATES) for name in folded), "MDY", "usual in the United States"),
        (has_dollars and not currency, "MDY", "usual with dollars"),
    )
    weak = DateHabit("MDY" if currency in EITHER else "DMY")
    return next((DateHabit(order, reason) for holds, order, reason in signs if holds), weak)


def day_in_name(file_name: str) -> date | None:
    """The latest day a file's name carries, year first: banks and people name exports by the day or the period."""
    days = []
    for year, month, day in _NAMED_DAY.findall(file_name[:200]):
        try:
            days.append(date(int(year), int(month), int(day)))
        except ValueError:
            continue
    return max(days, default=None)
