"""Years that are not counted as in the Gregorian calendar: Buddhist, Republic of China, Japanese eras, Solar Hijri."""

from __future__ import annotations

from datetime import date, timedelta

BUDDHIST = range(2440, 2700)  # the Thai calendar is 543 years ahead
SOLAR_HIJRI = range(1300, 1500)  # Iran and Afghanistan: 1921 to 2121
REPUBLIC = range(100, 131)  # Taiwan: 2011 to 2041; fewer digits would be taken for any other year
# Japanese years count from the accession: Reiwa 2019, Heisei 1989, Showa 1926.
ERAS = {"R": 2018, "令和": 2018, "H": 1988, "平成": 1988, "S": 1925, "昭和": 1925}

_NEW_YEAR_1400 = date(2021, 3, 21)
_LEAP_IN_33 = frozenset({1, 5, 9, 13, 17, 22, 26, 30})  # holds for the years above


def from_solar_hijri(year: int, month: int, day: int) -> date | None:
    """Six months of 31 days, five of 30, and the last of 29 or 30; None when there is no such day."""
    length = 31 if month <= 6 else 30 if month <= 11 or _is_leap(year) else 29
    if year not in SOLAR_HIJRI or not 1 <= month <= 12 or not 1 <= day <= length:
        return None
    years = range(1400, year) if year >= 1400 else range(year, 1400)
    days = sum(366 if _is_leap(one) else 365 for one in years)
    start = _NEW_YEAR_1400 + timedelta(days=days if year >= 1400 else -days)
    return start + timedelta(days=min(month - 1, 6) * 31 + max(month - 7, 0) * 30 + day - 1)


def _is_leap(year: int) -> bool:
    return year % 33 in _LEAP_IN_33
