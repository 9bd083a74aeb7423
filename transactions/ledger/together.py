"""Which rows have to be written in one step because they hang on each other."""

from __future__ import annotations

from collections.abc import Iterable


def in_groups(numbers: Iterable[int], pairs: Iterable[tuple[int, int]]) -> list[int]:
    """All the numbers (positive), those that pairs join, directly or through others, next to each other: a number that
    goes with the one before it is negative. Pairs with a number that is not among them join nothing."""
    leader = {number: number for number in numbers}

    def find(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    for one, other in pairs:
        if one in leader and other in leader:
            first, second = sorted((find(one), find(other)))
            leader[second] = first
    ordered = sorted(leader, key=lambda number: (find(number), number))
    return [number if find(number) == number else -number for number in ordered]
