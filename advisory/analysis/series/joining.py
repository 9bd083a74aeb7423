"""One contract under several names: streams that go on where another stops, and loose rows that fill or prolong one.

A renamed payee or a new text format ends one stream and starts another with the same rhythm, day and amount. A short
piece under a new name is no stream of its own yet, so rows that nobody claimed are taken where the contract would be
due next, at its amount, from a payee that was never seen while the contract ran.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from advisory.analysis.rows import Rows
from advisory.analysis.series.columns import Group, group_of
from advisory.analysis.series.fit import Fit, Floats, fit_grid
from advisory.analysis.series.grids import Grid
from advisory.analysis.series.judge import EQUAL, FIXED_SHARE, fixed_share
from advisory.analysis.series.levels import FIXED, noise_of
from advisory.analysis.series.streams import BILLER, Stream

# Due days that may lie empty between two names: a renamed contract goes straight on, a paused one returns as itself.
LONGEST_HOLE = 6
# Amounts of a variable bill may differ so much (in logs) from one name to the next; a price step of one payee by this.
SAME_BILL, SAME_PAYEE = 0.25, 0.4
# A rate of exchange drifts by some of its usual monthly steps.
RATE = 4.0
# Share of both streams' rows that the common grid must keep.
KEPT = 0.9
SHORTEST = 3
# Without any word in common the new name must be charged on the very next due day, one missed at most.
STRAIGHT_ON = 2.5
# A billing day that moves together with the name does so from one charge to the next.
MOVED_HOLE = 1.6
# So many rows on another day say that it moved; one alone came late.
MOVED_ROWS = 2
LATEST = 10**7
# A word in the names of so many payees belongs to none of them.
COMMON = 5
PROCESSORS = frozenset({"paypal", "klarna", "stripe", "sumup", "payment", "payments", "services", "direct", "online"})


def join_streams(streams: Sequence[Stream], rows: Rows, first_day: int, common: frozenset[str]) -> list[Stream]:
    """Streams with their continuations, earliest first."""
    waiting = sorted(streams, key=_start)
    joined: list[Stream] = []
    while waiting:
        head = waiting.pop(0)
        while True:
            options = [
                (cost, place)
                for place, other in enumerate(waiting)
                if (cost := _cost(head, other, first_day, common)) is not None
            ]
            merged = None
            for _, place in sorted(options):
                merged = _merged(head, waiting[place], rows, first_day)
                if merged:
                    waiting.pop(place)
                    head = merged
                    break
            if merged is None:
                break
        joined.append(head)
    return [stream for stream in joined if not _is_scrap(stream, joined, common)]


def _is_scrap(stream: Stream, joined: Sequence[Stream], common: frozenset[str]) -> bool:
    """Two bookings beside or just before a longer stream of that payee at that price: a part of it, no contract."""
    own = stream.group
    if len(own) >= SHORTEST:
        return False
    reach = stream.fit.rhythm.length * 1.5
    return any(
        len(other.group) > len(own)
        and (other.group.currency, other.group.is_incoming) == (own.currency, own.is_incoming)
        and (other.group.key == own.key or share_words(other.group.key, own.key, common))
        and float(np.abs(other.group.logs - own.logs[0]).min()) <= _same_price(other.group.logs)
        and other.days[0] - reach <= own.days[0] <= other.days[-1] + reach
        for other in joined
        if other is not stream
    )


def _same_price(logs: Floats) -> float:
    """How far two amounts of one contract may lie apart (in logs): a rate's own steps, or next to nothing."""
    return max(FIXED, min(EQUAL, 2 * noise_of(logs)))


def _start(stream: Stream) -> tuple[int, int]:
    return int(stream.days[0]), int(stream.group.places[0])


def _cost(head: Stream, other: Stream, first_day: int, common: frozenset[str]) -> float | None:
    """How badly `other` goes on from `head`, None where it does not."""
    one, two = head.group, other.group
    rhythm = head.fit.rhythm
    if (one.currency, one.is_incoming, rhythm.key) != (two.currency, two.is_incoming, other.fit.rhythm.key):
        return None
    hole = (int(two.days[0]) - int(one.days[-1])) / rhythm.length
    if not 0.5 < hole <= LONGEST_HOLE + 1:
        return None
    is_same = one.key == two.key
    start = float(np.median(two.logs[:3]))
    step = min(abs(start - float(np.median(one.logs[-3:]))), abs(start - float(one.logs[-1])))
    is_fixed = fixed_share(one.logs) >= FIXED_SHARE and fixed_share(two.logs) >= FIXED_SHARE
    shares_words = share_words(one.key, two.key, common)
    rate = max(EQUAL, RATE * max(noise_of(one.logs), noise_of(two.logs)))
    most = SAME_PAYEE if is_same else SAME_BILL if shares_words or not is_fixed else rate
    if step > most:
        return None
    stray = int(head.fit.grid.strays[int(two.days[0]) - first_day, head.fit.way])
    if not is_same and not _goes_on(stray, hole, shares_words, rhythm.tolerance):
        return None
    return step * 10 + stray + hole + (0 if is_same else 3)


def _goes_on(stray: int, hole: float, shares: bool, tolerance: int) -> bool:
    """Under another name: on its due day and at once, or after a pause where a part of the name is still the same."""
    if shares:
        return stray <= tolerance or hole <= MOVED_HOLE
    return stray <= 2 and hole <= STRAIGHT_ON


def share_words(one: str, two: str, common: frozenset[str]) -> bool:
    """Whether two names have a word in common that is not everybody's."""
    return not {word for word in one.split() if len(word) > 2 and word not in common}.isdisjoint(two.split())


def common_words(keys: Iterable[str]) -> frozenset[str]:
    """Words that stand in the names of several payees: processors, towns, the bank's own."""
    counts = Counter(word for key in set(keys) for word in set(key.split()))
    return frozenset(word for word, count in counts.items() if count >= COMMON) | PROCESSORS


def _merged(head: Stream, other: Stream, rows: Rows, first_day: int) -> Stream | None:
    group = _union(rows, head.group, other.group.places.tolist(), other.group.key)
    fit = _refit(group, (head.fit.grid, other.fit.grid), first_day)
    if fit is None or len(fit.hits) < KEPT * len(group):
        is_one = len(head.group) + len(other.group) == len(group) and head.group.key == other.group.key
        return _spliced(head, other, group) if is_one else None
    return Stream(
        group.take(fit.hits), replace(fit, hits=np.arange(len(fit.hits))), max(head.odds, other.odds), other.signal
    )


def _spliced(head: Stream, other: Stream, group: Group) -> Stream:
    """Two short runs of one payee whose day moved in between: the second grid holds from there on."""
    passed = max(1, round((int(other.days[0]) - int(head.days[-1])) / head.fit.rhythm.length))
    later = other.fit.slots - other.fit.slots[0] + head.fit.slots[-1] + passed
    fit = replace(
        other.fit,
        hits=np.arange(len(group)),
        slots=np.concatenate([head.fit.slots, later]),
        strays=np.concatenate([head.fit.strays, other.fit.strays]),
        segments=(*head.fit.segments, *other.fit.segments),
    )
    return Stream(group, fit, max(head.odds, other.odds), other.signal)


def _union(rows: Rows, group: Group, more: list[int], key: str) -> Group:
    return group_of(rows, [*group.places.tolist(), *more], key, group.currency, is_incoming=group.is_incoming)


def _refit(group: Group, grids: Sequence[Grid], first_day: int) -> Fit | None:
    fits = [fit for grid in grids if (fit := fit_grid(group.days, group.logs, grid, first_day))]
    return max(fits, key=lambda fit: (len(fit.hits), fit.total)) if fits else None


class Loose:
    """Rows that no stream has claimed."""

    def __init__(
        self, rows: Rows, groups: Sequence[Group], streams: Sequence[Stream], scene: tuple[int, frozenset[str]]
    ) -> None:
        self.rows, (self.first_day, self.common) = rows, scene
        self.taken = {place for stream in streams for place in stream.group.places.tolist()}
        self.by_side: dict[tuple[str, bool], list[tuple[int, Group]]] = {}
        for group in groups:
            listed = self.by_side.setdefault((group.currency, group.is_incoming), [])
            listed.extend((place, group) for place in group.places.tolist() if place not in self.taken)
        self.days = {side: np.array([rows.days[place] for place, _ in listed]) for side, listed in self.by_side.items()}
        self.logs = {
            side: np.log(np.abs(np.array([rows.minors[place] for place, _ in listed], dtype=np.float64)))
            for side, listed in self.by_side.items()
        }

    def near(self, side: tuple[str, bool], start: int, end: int, low: float, high: float) -> list[tuple[int, Group]]:
        """Unclaimed rows from `start` to `end` (ordinals, both included) with a log amount from `low` to `high`."""
        if side not in self.by_side:
            return []
        days, logs = self.days[side], self.logs[side]
        found = np.flatnonzero((days >= start) & (days <= end) & (logs >= low) & (logs <= high))
        listed = self.by_side[side]
        return [listed[place] for place in found.tolist() if listed[place][0] not in self.taken]


def prolong(stream: Stream, loose: Loose, first_day: int, as_of: int) -> Stream:
    """The stream with loose rows on its next due days (and on those before its first), as far as they reach."""
    for direction in (1, -1):
        while True:
            place = _next_row(stream, loose, first_day, as_of, direction)
            if place is None:
                break
            longer = _longer(stream, [place], loose.rows, first_day)
            if longer is None:
                break
            loose.taken.add(place)
            stream = longer
    return stream


def move_on(stream: Stream, loose: Loose, first_day: int) -> Stream:
    """The stream with the rows of its payee and price that go on, or went before, in its rhythm on another day."""
    for direction in (1, -1):
        places = _elsewhere(stream, loose, direction)
        if len(places) < MOVED_ROWS:
            continue
        piece = _union(loose.rows, stream.group.take(np.zeros(0, dtype=np.int64)), places, stream.group.key)
        fit = fit_grid(piece.days, piece.logs, stream.fit.grid, first_day)
        if fit is None or len(fit.hits) < len(piece):
            continue
        other = Stream(piece, fit, stream.odds, stream.signal)
        head, tail = (stream, other) if direction > 0 else (other, stream)
        loose.taken.update(places)
        stream = _spliced(head, tail, _union(loose.rows, stream.group, places, stream.group.key))
    return stream


def _elsewhere(stream: Stream, loose: Loose, direction: int) -> list[int]:
    """Places of loose rows that follow each other in the rhythm; none where others lie between them."""
    group, length = stream.group, stream.fit.rhythm.length
    is_biller = stream.signal.odds >= BILLER
    if fixed_share(group.logs) < FIXED_SHARE and not is_biller:
        return []
    last = int(group.days[-1] if direction > 0 else group.days[0])
    price = float(group.logs[-1] if direction > 0 else group.logs[0])
    reach = SAME_PAYEE if is_biller else _same_price(group.logs)
    start, end = (last + 1, LATEST) if direction > 0 else (loose.first_day, last - 1)
    side = (group.currency, group.is_incoming)
    near = [
        place for place, other in loose.near(side, start, end, price - reach, price + reach) if other.key == group.key
    ]
    found: list[int] = []
    for place in near[::direction]:
        day = int(loose.rows.days[place])
        most = MOVED_HOLE if not found else 1.3
        if not 0.5 <= abs(day - last) / length <= most:
            return []
        found.append(place)
        last = day
    return found


def _next_row(stream: Stream, loose: Loose, first_day: int, as_of: int, direction: int) -> int | None:
    group, rhythm = stream.group, stream.fit.rhythm
    edge = int(group.days[-1] if direction > 0 else group.days[0])
    near, far = (
        edge + direction * int(rhythm.length * 0.5),
        edge + direction * int(rhythm.length * (LONGEST_HOLE + 0.5)),
    )
    start, end = max(min(near, far), first_day), min(max(near, far), as_of)
    ends = group.logs[-3:] if direction > 0 else group.logs[:3]
    low, high = float(ends.min()), float(ends.max())
    found: list[tuple[int, int]] = []
    way = stream.fit.segments[-1 if direction > 0 else 0].way
    for place, other in loose.near((group.currency, group.is_incoming), start, end, low - SAME_BILL, high + SAME_BILL):
        stray = int(stream.fit.grid.strays[int(loose.rows.days[place]) - first_day, way])
        if stray <= rhythm.tolerance and _belongs(stream, other, place, loose, direction):
            found.append((abs(int(loose.rows.days[place]) - edge), place))
    return min(found)[1] if found else None


def _belongs(stream: Stream, other: Group, place: int, loose: Loose, direction: int) -> bool:
    """Whether a row on a due day is the contract's: its payee's, or a fresh payee's at the very same amount."""
    group, rhythm = stream.group, stream.fit.rhythm
    log, day = float(np.log(abs(int(loose.rows.minors[place])))), int(loose.rows.days[place])
    ends = group.logs[-3:] if direction > 0 else group.logs[:3]
    is_equal = bool(np.abs(ends - log).min() <= _same_price(group.logs))
    is_fixed = fixed_share(group.logs) >= FIXED_SHARE
    if other.key == group.key:
        return is_equal or not is_fixed
    shares_words = share_words(group.key, other.key, loose.common)
    if not (is_equal or (shares_words and not is_fixed)):
        return False
    edge = int(group.days[-1] if direction > 0 else group.days[0])
    others = other.days[~np.isin(other.places, group.places)]
    is_fresh = bool((direction * (others - edge) > 0).all())
    if not is_fresh or len(other) > 3 * max(1.0, abs(day - edge) / rhythm.length) + 3:
        return False
    way = stream.fit.segments[-1 if direction > 0 else 0].way
    stray = int(stream.fit.grid.strays[day - loose.first_day, way])
    return shares_words or (is_equal and stray <= 2 and is_fixed and len(group) >= 3)


def fill(stream: Stream, loose: Loose, first_day: int) -> tuple[Stream, int]:
    """The stream with late bookings of its payee on empty due days, and how many they are."""
    late = 0
    group, rhythm = stream.group, stream.fit.rhythm
    fixed = fixed_share(group.logs) >= FIXED_SHARE
    found: list[int] = []
    for before, after, empty in zip(group.days[:-1], group.days[1:], np.diff(stream.fit.slots) - 1, strict=True):
        if empty < 1:
            continue
        margin = int(rhythm.length * 0.3)
        side = (group.currency, group.is_incoming)
        low, high = float(group.logs.min()) - EQUAL, float(group.logs.max()) + EQUAL
        options = loose.near(side, int(before) + margin, int(after) - margin, low, high)
        for place, other in options[: int(empty)]:
            log = float(np.log(abs(int(loose.rows.minors[place]))))
            is_payee = other.key == group.key or share_words(group.key, other.key, loose.common)
            if is_payee and (not fixed or float(np.abs(group.logs - log).min()) <= EQUAL):
                found.append(place)
                loose.taken.add(place)
                late += 1
    if not found:
        return stream, 0
    return Stream(_union(loose.rows, group, found, group.key), stream.fit, stream.odds, stream.signal), late


def _longer(stream: Stream, more: list[int], rows: Rows, first_day: int) -> Stream | None:
    group = _union(rows, stream.group, more, stream.group.key)
    fit = _refit(group, (stream.fit.grid,), first_day)
    if fit is None or len(fit.hits) < len(group):
        return None
    return Stream(group, fit, stream.odds, stream.signal)
