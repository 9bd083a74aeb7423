"""The privacy levels: what a model is told of a figure, from nothing at all to the figure itself."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal
from enum import IntEnum
from itertools import pairwise

STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


class Level(IntEnum):
    """OFF: nothing leaves. LABELS: what a figure is called and whether it rose. BANDS: also about how large it is.
    FULL: the figures and names themselves."""

    OFF = 0
    LABELS = 1
    BANDS = 2
    FULL = 3


def band(value: Decimal) -> str:
    """'100 to 200': the step of one, two and five in which the size of a figure lies; 'zero' for nothing."""
    size = abs(value)
    if not size:
        return "zero"
    decade = Decimal(10) ** int(size.log10().to_integral_value(rounding=ROUND_FLOOR))
    low, high = next((low, high) for low, high in pairwise(STEPS) if size < high * decade)
    return f"{plain(low * decade)} to {plain(high * decade)}"


def plain(value: Decimal) -> str:
    """With a comma at every third digit and no idle zero."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
