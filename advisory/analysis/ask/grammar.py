"""The planner that needs nobody: a question read word by word, its meanings put together by fixed rules.

Every word must be understood and every meaning must fit the one operation that is asked for. Whatever is left over,
ambiguous, or asked twice makes a refusal that says what could not be read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from advisory.analysis.ask import lexicon as word
from advisory.analysis.ask.checked import check_parts
from advisory.analysis.ask.ledger_questions import (
    PERS,
    ask_average,
    ask_balance,
    ask_compare,
    ask_count,
    ask_extreme,
    ask_grouped,
    ask_list,
    ask_share,
    ask_sum,
    ask_trend,
)
from advisory.analysis.ask.meanings import BYS, NotUnderstoodError, Refusal, check_words, settled_meanings
from advisory.analysis.ask.plan import Plan
from advisory.analysis.ask.reading import (
    LONGEST_QUESTION,
    Reading,
    ahead_in,
    read_question,
)
from advisory.analysis.ask.stored_questions import (
    ask_advice,
    ask_forecast,
    ask_next,
    ask_series,
    ask_what_if,
    ask_yearly,
)
from advisory.analysis.ask.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan, and the words that were read as a name which they nearly spell."""

    plan: Plan
    read_as: dict[str, str] = field(default_factory=dict)


def plan_question(question: str, vocabulary: Vocabulary) -> Planned | Refusal:
    """The plan that a question asks for, or why there is none."""
    if len(question) > LONGEST_QUESTION:
        return Refusal("too_long")
    reading = read_question(question, vocabulary)
    if reading.unknown or reading.numbers:
        shorter, days = ahead_in(question)
        if days:
            reading = read_question(shorter, vocabulary)
            reading.ahead_days = days
    try:
        plan = _plan(reading, vocabulary)
        check_parts(plan, vocabulary)
    except NotUnderstoodError as error:
        return error.refusal
    except ValueError:
        return Refusal("cannot_combine")
    return Planned(plan, reading.read_as)


def _plan(reading: Reading, vocabulary: Vocabulary) -> Plan:
    check_words(reading, vocabulary)
    said = settled_meanings(reading)
    for is_asked, make in _ASKED:
        if is_asked(reading, said):
            return make(reading, said, vocabulary)
    return ask_sum(reading, said, vocabulary)


Asked = Callable[[Reading, set[str]], bool]
Make = Callable[[Reading, set[str], Vocabulary], Plan]


def _has(*meanings: str) -> Asked:
    return lambda _reading, said: bool(said & set(meanings))


def _asks_average(_reading: Reading, said: set[str]) -> bool:
    is_each = said & set(PERS) - {word.MONTHLY} and word.HOW_MUCH in said
    return bool(word.AVERAGE in said or is_each or said & {word.PER_PAYMENT, word.PER_DAY, word.PER_WEEK})


def _asks_yearly(reading: Reading, said: set[str]) -> bool:
    kinds = {one.kind for one in reading.names}
    return word.PER_YEAR in said and word.AVERAGE not in said and bool(kinds & {"payee", "series"})


def _asks_list(reading: Reading, said: set[str]) -> bool:
    return word.LIST in said and (bool(reading.sizes) or not said & {word.HOW_MUCH, word.TOTAL, *BYS})


def _asks_ahead(reading: Reading, said: set[str]) -> bool:
    return bool(said & {word.AHEAD, word.MONTH_END, word.YEAR_END}) or reading.ahead_days > 0


_ASKED: tuple[tuple[Asked, Make], ...] = (
    (_has(word.ADVICE), ask_advice),
    (_has(word.WHAT_IF), ask_what_if),
    (_asks_ahead, ask_forecast),
    (_has(word.SERIES), ask_series),
    (_has(word.NEXT), ask_next),
    (_has(word.BALANCE), ask_balance),
    (_has(word.COMPARE), ask_compare),
    (_has(word.SHARE), ask_share),
    (_asks_yearly, ask_yearly),
    (_asks_average, ask_average),
    (_has(word.TREND), ask_trend),
    (_has(word.COUNT), ask_count),
    (_has(word.BY_CATEGORY, word.BY_PAYEE, word.BY_ACCOUNT), ask_grouped),
    (_has(word.MAX, word.MIN), ask_extreme),
    (_has(word.MOST, word.TOP, word.WHERE), ask_grouped),
    (_has(word.BY_MONTH, word.PER_MONTH, word.MONTHLY, word.PER_YEAR), ask_trend),
    (_asks_list, ask_list),
)
