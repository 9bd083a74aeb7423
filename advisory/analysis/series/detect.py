"""All series of a household: rows to payees, payees to streams, streams joined across names, then told as `Series`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from advisory.analysis.findings import Series
from advisory.analysis.payees import normalise
from advisory.analysis.rows import Rows
from advisory.analysis.series.columns import Group, group_rows
from advisory.analysis.series.grids import Grid, grids_over
from advisory.analysis.series.joining import Loose, common_words, fill, join_streams, move_on, prolong
from advisory.analysis.series.keys import household_keys
from advisory.analysis.series.outlook import Scene, outlook
from advisory.analysis.series.series import Known
from advisory.analysis.series.signals import Signal, signal_of
from advisory.analysis.series.streams import Stream, streams_of
from advisory.analysis.transfers import pair_transfers

# The table of due days reaches this far past the last day seen, so that a yearly bill has a next one.
AHEAD = 400
# What the user's own word is worth in log odds: that of a known brand.
CONFIRMED = 3.0


def detect_series(
    rows: Rows, as_of: date, *, known: Known | None = None, pairs: Collection[tuple[int, int]] | None = None
) -> tuple[Series, ...]:
    """Every series seen up to `as_of` (inclusive), by payee and first row.

    `pairs`: the transfers (id that leaves, id that arrives) where they are known already; else they are looked for.
    """
    known = known or Known()
    seen = rows.take([place for place, row in enumerate(rows.rows) if row.booking_date <= as_of])
    if not len(seen):
        return ()
    first_day = int(seen.days[0]) - 1
    grids = grids_over(first_day, as_of.toordinal() + AHEAD)
    keys = household_keys(seen, known.aliases)
    pairs = pair_transfers(seen) if pairs is None else pairs
    groups = list(group_rows(seen, keys, frozenset(pair[1] for pair in pairs)))
    streams = _joined(_streams(seen, groups, grids, first_day, known), groups, seen, first_day, as_of)
    by_key = {(group.key, group.currency, group.is_incoming): group for group in groups}
    scene = Scene(seen, first_day, as_of, known, frozenset(pair[0] for pair in pairs), by_key)
    found = [outlook(stream, late, scene) for stream, late in streams]
    return tuple(sorted(found, key=lambda series: (series.payee_key, series.currency, series.first_date, series.ids)))


def _streams(rows: Rows, groups: Sequence[Group], grids: Sequence[Grid], first_day: int, known: Known) -> list[Stream]:
    found: list[Stream] = []
    for group in groups:
        if len(group) < 2 or group.key in known.refused:
            continue
        signal = _signal(group, rows, known)
        if not signal.is_cash:
            found += streams_of(group, grids, first_day, signal)
    return found


def _signal(group: Group, rows: Rows, known: Known) -> Signal:
    last = max((rows.rows[place] for place in group.places.tolist()), key=lambda row: (row.booking_date, row.id))
    payee = normalise(last.text, last.counterparty)
    signal = signal_of(group.key, is_incoming=group.is_incoming, text=last.words, channel=payee.channel)
    if group.key in known.confirmed:
        return replace(signal, odds=signal.odds + CONFIRMED, is_known_brand=True, is_cash=False, is_habit=False)
    return signal


def _joined(
    streams: list[Stream], groups: Sequence[Group], rows: Rows, first_day: int, as_of: date
) -> list[tuple[Stream, int]]:
    common = common_words(group.key for group in groups)
    joined = join_streams(streams, rows, first_day, common)
    loose = Loose(rows, groups, joined, (first_day, common))
    longer = [prolong(stream, loose, first_day, as_of.toordinal()) for stream in joined]
    longer = [move_on(stream, loose, first_day) for stream in longer]
    return [fill(stream, loose, first_day) for stream in join_streams(longer, rows, first_day, common)]
