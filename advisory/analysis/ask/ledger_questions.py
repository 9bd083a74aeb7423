"""Questions that are answered by adding up rows: which plan each kind of them is."""

from __future__ import annotations

from dataclasses import replace

from advisory.analysis.ask import lexicon as word
from advisory.analysis.ask.meanings import (
    BYS,
    NotUnderstoodError,
    category_kinds,
    checked_period,
    filters_of,
    take_no_numbers,
    take_only,
    top_of,
    with_times,
)
from advisory.analysis.ask.plan import Plan
from advisory.analysis.ask.reading import (
    Reading,
)
from advisory.analysis.ask.spans import Span
from advisory.analysis.ask.vocabulary import Vocabulary

SAID = {word.HOW_MUCH, word.TOTAL, word.SPEND, word.EARN}
PERS = {
    word.PER_PAYMENT: "payment",
    word.PER_DAY: "day",
    word.PER_WEEK: "week",
    word.PER_MONTH: "month",
    word.MONTHLY: "month",
    word.PER_YEAR: "year",
}
YEAR_BACK = Span("months", -12, -1)
STEPS = ("weeks", "months", "quarters", "years")


def ask_sum(reading: Reading, said: set[str], vocabulary: Vocabulary) -> Plan:
    take_only(said, {*SAID, word.NET, word.PAYMENTS, word.MOVEMENTS})
    take_no_numbers(reading)
    names = [one for one in reading.names if one.kind != "account"]
    if not names and not said & {word.SPEND, word.EARN, word.NET, word.PAYMENTS, word.MOVEMENTS}:
        raise NotUnderstoodError("nothing_asked")
    plan = filters_of(reading, said, vocabulary)
    is_list = said & {word.PAYMENTS, word.MOVEMENTS} and not said & {word.HOW_MUCH, word.TOTAL}
    return replace(plan, op="list" if is_list or (reading.sizes and not said & {word.HOW_MUCH, word.TOTAL}) else "sum")


def ask_count(reading: Reading, said: set[str], vocabulary: Vocabulary) -> Plan:
    take_only(said, {word.COUNT, word.SPEND, word.EARN, word.PAYMENTS, word.MOVEMENTS})
    take_no_numbers(reading)
    if not reading.names and not said & {word.PAYMENTS, word.MOVEMENTS, word.SPEND, word.EARN}:
        raise NotUnderstoodError("nothing_asked")
    return replace(filters_of(reading, said, vocabulary), op="count")


def ask_average(reading: Reading, said: set[str], vocabulary: Vocabulary) -> Plan:
    take_only(said, {*SAID, word.NET, word.AVERAGE, word.PAYMENTS, word.MOVEMENTS, *PERS})
    take_no_numbers(reading)
    pers = {PERS[one] for one in said if one in PERS}
    if not pers and said & {word.PAYMENTS, word.MOVEMENTS}:
        pers = {"payment"}
    if len(pers) != 1:
        raise NotUnderstoodError("average_of_what")
    (per,) = pers
    plan = filters_of(reading, said, vocabulary)
    if not reading.times and per in ("month", "year"):
        plan = replace(plan, period=YEAR_BACK)
    return replace(plan, op="average", per=per)


def ask_extreme(reading: Reading, said: set[str], vocabulary: Vocabulary) -> Plan:
    take_only(
        said,
        {
            word.MAX,
            word.MIN,
            word.SPEND,
            word.EARN,
            word.PAYMENTS,
            word.MOVEMENTS,
            word.TOP,
            word.LIST,
            word.MOST,
            word.WHAT_ON,
        },
    )
    plan = replace(filters_of(reading, said, vocabulary), op="max" if word.MAX in said else "min")
    if word.MOST in said or (word.MAX in said and word.MIN in said):
        raise NotUnderstoodError("cannot_combine")
    return replace(plan, top=top_of(reading, 1))


def ask_grouped(reading: Reading, said: set[str], vocabulary: Vocabulary) -> Plan:
    allowed = {*SAID, *BYS, word.TOP, word.MOST, word.MAX, word.WHERE, word.WHAT_ON, word.LIST, word.PAYMENTS, word.NET}
    take_only(said, allowed)
    bys = {BYS[one] for one in said if one in BYS}
    if not bys and word.MOST in said:
        bys = {"category" if word.WHAT_ON in said else "payee"} if said & {word.WHERE, word.WHAT_ON} else set()
    if len(bys) != 1:
        raise NotUnderstoodError("cannot_combine" if bys else "nothing_asked", sorted(bys))
    (by,) = bys
    is_ranked = said & {word.TOP, word.MOST, word.MAX}
    plan = replace(filters_of(reading, said, vocabulary), by=by)
    return replace(plan, top=top_of(reading, 1 if is_ranked and by != "month" and word.TOP not in said else 0))


def ask_share(reading: Reading, said: set[str], vocabulary: Vocabulary) -> Plan:
    take_only(said, {*SAID, word.SHARE, word.WHOLE})
    take_no_numbers(reading)
    kinds = {one.kind for one in reading.names}
    if not kinds & {"category", "payee", "series"}:
        raise NotUnderstoodError("share_of_what")
    if len(kinds) > 1 or (word.EARN in said and category_kinds(reading, vocabulary) != {"income"}):
        raise NotUnderstoodError("cannot_combine")
    return replace(filters_of(reading, said - {word.WHOLE}, vocabulary), op="share")


def ask_compare(reading: Reading, said: set[str], vocabulary: Vocabulary) -> Plan:
    take_only(said, {*SAID, word.NET, word.COMPARE, word.MORE, word.PAYMENTS})
    take_no_numbers(reading)
    if len({one.kind for one in reading.names}) < len(reading.names):
        raise NotUnderstoodError("cannot_combine", [one.name for one in reading.names])
    times = list(reading.times)
    if len(times) == 1 and times[0].kind in STEPS and times[0].first == times[0].last and times[0].first in (0, -1):
        (one,) = times
        times.append(replace(one, first=-1 - one.first, last=-1 - one.last))
    if len(times) != 2:
        raise NotUnderstoodError("two_times_needed")
    for one in times:
        checked_period(one, vocabulary)
    times.sort(key=lambda one: one.resolve(vocabulary.as_of, vocabulary.first_day))
    alone = with_times(reading, times[1:])
    return replace(filters_of(alone, said, vocabulary), op="compare", against=times[0])


def ask_trend(reading: Reading, said: set[str], vocabulary: Vocabulary) -> Plan:
    allowed = {
        *SAID,
        word.NET,
        word.TREND,
        word.BY_MONTH,
        word.PER_MONTH,
        word.MONTHLY,
        word.MORE,
        word.LIST,
        word.PAYMENTS,
    }
    take_only(said, allowed)
    take_no_numbers(reading)
    if not reading.names and not said & {word.SPEND, word.EARN, word.NET}:
        raise NotUnderstoodError("nothing_asked")
    plan = filters_of(reading, said, vocabulary)
    return replace(plan, op="trend", by="month", period=plan.period if reading.times else YEAR_BACK)


def ask_list(reading: Reading, said: set[str], vocabulary: Vocabulary) -> Plan:
    take_only(said, {word.LIST, word.PAYMENTS, word.MOVEMENTS, word.SPEND, word.EARN})
    take_no_numbers(reading)
    if not reading.names and not reading.sizes and not said & {word.PAYMENTS, word.MOVEMENTS, word.SPEND, word.EARN}:
        raise NotUnderstoodError("nothing_asked")
    return replace(filters_of(reading, said, vocabulary), op="list")


def ask_balance(reading: Reading, said: set[str], vocabulary: Vocabulary) -> Plan:
    take_only(said, {word.BALANCE, word.NOW, word.HOW_MUCH, word.TOTAL, word.BY_ACCOUNT, word.LIST})
    take_no_numbers(reading)
    if reading.sizes or any(one != Span("days") for one in reading.times):
        raise NotUnderstoodError("balance_now_only")
    if any(one.kind != "account" for one in reading.names):
        raise NotUnderstoodError("cannot_combine")
    plan = filters_of(with_times(reading, []), set(), vocabulary)
    return Plan("balance", "any", accounts=plan.accounts)
