"""Questions that the engines have answered already: which plan each kind of them is."""

from __future__ import annotations

from advisory.analysis.ask import lexicon as word
from advisory.analysis.ask.meanings import (
    NotUnderstoodError,
    take_only,
)
from advisory.analysis.ask.plan import MOST_AHEAD, Plan
from advisory.analysis.ask.reading import (
    Reading,
)
from advisory.analysis.ask.vocabulary import Vocabulary


def series_named(reading: Reading, vocabulary: Vocabulary) -> tuple[int, ...]:
    """The series of the one name that is said."""
    found = [one for one in reading.names if one.kind in ("series", "payee")]
    if len(found) != 1 or len(reading.names) != 1:
        raise NotUnderstoodError("series_of_what")
    ids = found[0].ids if found[0].kind == "series" else vocabulary.series_of(found[0].name)
    if not ids:
        raise NotUnderstoodError("no_series", [found[0].name])
    return tuple(sorted(ids))


def take_bare(reading: Reading) -> None:
    """Stored results are not narrowed by times and amounts."""
    if reading.times or reading.sizes or reading.numbers or reading.ahead_days:
        raise NotUnderstoodError("cannot_combine")


def ask_series(reading: Reading, said: set[str], _vocabulary: Vocabulary) -> Plan:
    take_only(said, {word.SERIES, word.LIST, word.HOW_MUCH, word.PER_YEAR, word.SPEND})
    take_bare(reading)
    if reading.names:
        raise NotUnderstoodError("cannot_combine")
    return Plan("series", ask="list")


def ask_next(reading: Reading, said: set[str], vocabulary: Vocabulary) -> Plan:
    take_only(said, {word.NEXT, word.SPEND, word.PAYMENTS})
    take_bare(reading)
    return Plan("series", ask="next", series=series_named(reading, vocabulary))


def ask_yearly(reading: Reading, said: set[str], vocabulary: Vocabulary) -> Plan:
    take_only(said, {word.PER_YEAR, word.SPEND, word.HOW_MUCH})
    take_bare(reading)
    return Plan("series", ask="cost", series=series_named(reading, vocabulary))


def ask_what_if(reading: Reading, said: set[str], vocabulary: Vocabulary) -> Plan:
    take_only(said, {word.WHAT_IF, word.HOW_MUCH, word.NET})
    take_bare(reading)
    return Plan("what_if", series=series_named(reading, vocabulary))


def ask_advice(reading: Reading, said: set[str], _vocabulary: Vocabulary) -> Plan:
    take_only(said, {word.ADVICE})
    take_bare(reading)
    if reading.names:
        raise NotUnderstoodError("cannot_combine")
    return Plan("advice")


def ask_forecast(reading: Reading, said: set[str], _vocabulary: Vocabulary) -> Plan:
    take_only(
        said, {word.AHEAD, word.MONTH_END, word.YEAR_END, word.HOW_MUCH, word.BALANCE, word.NET, word.NOW, word.TOTAL}
    )
    if reading.names or reading.times or reading.sizes or reading.numbers:
        raise NotUnderstoodError("cannot_combine")
    if reading.ahead_days:
        if not 1 <= reading.ahead_days <= MOST_AHEAD or said & {word.MONTH_END, word.YEAR_END}:
            raise NotUnderstoodError("unclear_time")
        return Plan("forecast", "any", ask="days", days=reading.ahead_days)
    if word.MONTH_END in said and word.YEAR_END in said:
        raise NotUnderstoodError("several_times")
    return Plan("forecast", "any", ask="year_end" if word.YEAR_END in said else "month_end")
