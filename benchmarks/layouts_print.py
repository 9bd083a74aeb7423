"""Dates and amounts as an invented bank prints them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

NO_DECIMALS = frozenset({"JPY", "KRW", "VND", "TWD"})


def print_date(day: date, style: str, months: tuple[str, ...], clock: tuple[int, int, int]) -> str:
    """`style` as in `benchmarks.layouts_country`."""
    if style == "BUDDHIST":
        return f"{day.day:02}/{day.month:02}/{day.year + 543}"
    if style == "ROC":
        return f"{day.year - 1911}/{day.month:02}/{day.day:02}"
    if style == "REIWA":
        return f"R{day.year - 2018}.{day.month}.{day.day}"
    hours, minutes, seconds = (f"{part:02}" for part in clock)
    parts = {
        "d": f"{day.day:02}", "j": str(day.day), "m": f"{day.month:02}", "n": str(day.month), "Y": str(day.year),
        "y": f"{day.year % 100:02}", "M": months[day.month - 1], "H": hours, "i": minutes, "s": seconds,
    }  # fmt: skip
    return "".join(parts.get(char, char) for char in style)


def print_amount(value: Decimal, style: str, currency: str) -> str:
    """Unsigned, with the decimals of the currency; `style` is an example such as 1.234,56 or plain, ."""
    places = 0 if currency in NO_DECIMALS or style in ("1,234", "1.234", "plain0") else 2
    whole, _, tail = f"{abs(value):.{places}f}".partition(".")
    if style.startswith("plain"):
        return whole + (("," if style == "plain," else ".") + tail if tail else "")
    if style.startswith("12,34"):
        return _indian(whole) + (f".{tail}" if tail else "")
    group, mark = style[1], style[5:6] or "."
    grouped = f"{int(whole):,}".replace(",", group)
    return grouped + (mark + tail if tail else "")


def _indian(whole: str) -> str:
    head, tail = whole[:-3], whole[-3:]
    pairs = [head[max(0, end - 2) : end] for end in range(len(head), 0, -2)][::-1]
    return ",".join([*pairs, tail])
