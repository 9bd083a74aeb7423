"""Is a file about an account that is there already? By its rows, its balances and the ways its number is written.

Rows of two formats differ in text and by a few days, never in amount. So rows are matched one to one by amount and
nearly equal day, inside the days that both sides cover; what lies outside says nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

NEAR = timedelta(days=3)
ENOUGH = 3  # matches that no coincidence makes
SHARE = 0.6  # of both sides
OVERWHELMING, NEARLY_ALL = 5, 0.8
SHORTEST_TAIL = 3
SHORTEST_NUMBER = 6
SHORTEST_INSIDE = 8
MASKS = "*xX•#"

Movement = tuple[date, int]
"""Booking date and signed amount in minor units."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """How the rows of two sides agree on the days that both cover."""

    matches: int = 0
    mine: int = 0
    theirs: int = 0

    @property
    def speaks_for(self) -> bool:
        """The two are the same account."""
        most = max(self.mine, self.theirs)
        is_enough = self.matches >= ENOUGH or (2 <= self.matches == most)
        return is_enough and self.matches >= SHARE * most

    @property
    def is_overwhelming(self) -> bool:
        """It outweighs another account number: banks number one account differently in two formats."""
        return self.matches >= OVERWHELMING and self.matches >= NEARLY_ALL * max(self.mine, self.theirs)

    @property
    def is_part(self) -> bool:
        """Nearly all of one side stands in the other: a book kept by hand of the larger rows, a file of a search."""
        return self.matches >= OVERWHELMING and self.matches >= NEARLY_ALL * min(self.mine, self.theirs)

    @property
    def speaks_against(self) -> bool:
        """Both have movements in the same days, and hardly any is the other's."""
        return min(self.mine, self.theirs) >= ENOUGH and self.matches < 0.2 * min(self.mine, self.theirs)


NO_OVERLAP = Overlap()


def overlap_of(mine: Sequence[Movement], theirs: Sequence[Movement]) -> Overlap:
    """Counts inside the common period, and how many rows pair up one to one."""
    if not mine or not theirs:
        return NO_OVERLAP
    first = max(min(day for day, _ in mine), min(day for day, _ in theirs))
    last = min(max(day for day, _ in mine), max(day for day, _ in theirs))
    if first > last:
        return NO_OVERLAP
    inside_mine = [row for row in mine if first <= row[0] <= last]
    inside_theirs = [row for row in theirs if first <= row[0] <= last]
    return Overlap(_pairs(inside_mine, inside_theirs), len(inside_mine), len(inside_theirs))


def _pairs(mine: Iterable[Movement], theirs: Iterable[Movement]) -> int:
    """Equal amounts in order of days: the earliest takes the earliest that is near, which pairs the most."""
    waiting: dict[int, list[date]] = defaultdict(list)
    for day, amount in sorted(theirs):
        waiting[amount].append(day)
    places: dict[int, int] = defaultdict(int)
    count = 0
    for day, amount in sorted(mine):
        days = waiting.get(amount, [])
        place = places[amount]
        while place < len(days) and day - days[place] > NEAR:
            place += 1
        if place < len(days) and abs(days[place] - day) <= NEAR:
            count += 1
            place += 1
        places[amount] = place
    return count


def same_number(one: str, other: str) -> bool:
    """The two spellings may be of one account number: equal, masked (****1234), or a local number and its IBAN."""
    first, second = _plain(one), _plain(other)
    if not first or not second:
        return False
    if first == second:
        return True
    if _is_masked(first) or _is_masked(second):
        return _masked_agree(first, second)
    short, long = sorted((first.lstrip("0"), second.lstrip("0")), key=len)
    if short == long and len(short) >= SHORTEST_NUMBER:
        return True  # but for zeros in front
    if len(short) < SHORTEST_NUMBER or not short.isdigit() or len(short) == len(long):
        return False
    return long.endswith(short) or (len(short) >= SHORTEST_INSIDE and short in long)


def _plain(number: str) -> str:
    return "".join(letter for letter in number.upper() if letter.isalnum() or letter in MASKS)


def _is_masked(number: str) -> bool:
    return any(mark in number for mark in "*•#") or "XX" in number


def _masked_agree(one: str, other: str) -> bool:
    """The visible ends agree as far as both show them."""
    tails = [_tail(one), _tail(other)]
    shown = min(len(tail) for tail in tails)
    return shown >= SHORTEST_TAIL and tails[0][-shown:] == tails[1][-shown:]


def _tail(number: str) -> str:
    if not _is_masked(number):
        return number
    last = max(number.rfind(mark) for mark in MASKS.upper())
    return number[last + 1 :]
