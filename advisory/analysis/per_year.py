"""How often a year each rhythm comes."""

from __future__ import annotations

from collections.abc import Mapping

PER_YEAR: Mapping[str, int] = {
    "weekly": 52,
    "biweekly": 26,
    "four_weekly": 13,
    "semi_monthly": 24,
    "monthly": 12,
    "bimonthly": 6,
    "quarterly": 4,
    "half_yearly": 2,
    "yearly": 1,
}
