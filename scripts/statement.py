"""The bundled sample statement, moved in time so that its last month is last month."""

from __future__ import annotations

import calendar
import re
from datetime import date
from pathlib import Path

SAMPLE = Path(__file__).parent / "sample" / "statement.csv"
DATE = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")


def last_full_month(today: date) -> str:
    """The month before today's, as YYYY-MM."""
    return month_name(today.year * 12 + today.month - 2)


def moved_statement(today: date, text: str = "") -> bytes:
    """The sample with every date moved forward by the same number of months; late days stay inside their month."""
    text = text or SAMPLE.read_text()
    newest = max(int(year) * 12 + int(month) - 1 for year, month, _ in DATE.findall(text))
    months = today.year * 12 + today.month - 2 - newest
    return DATE.sub(lambda found: moved(found, months), text).encode()


def moved(found: re.Match[str], months: int) -> str:
    name = month_name(int(found[1]) * 12 + int(found[2]) - 1 + months)
    last_day = calendar.monthrange(int(name[:4]), int(name[5:]))[1]
    return f"{name}-{min(int(found[3]), last_day):02d}"


def month_name(number: int) -> str:
    """Months since year 0 as YYYY-MM."""
    return f"{number // 12:04d}-{number % 12 + 1:02d}"
