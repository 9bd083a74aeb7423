"""The planner that needs nobody: a question read word by word, its meanings put together by fixed rules.

Every word must be understood and every meaning must fit the one operation that is asked for. Whatever is left over,
ambiguous, or asked twice makes a refusal that says what could not be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from advisory.analysis.ask import lexicon as word
from advisory.analysis.ask.names import Target
from advisory.analysis.ask.plan import MOST_AHEAD, MOST_TOP, Plan
from advisory.analysis.ask.reading import (
    LONGEST_QUESTION,
    Reading,
    ahead_in,
    currencies_said,
    joined_pairs,
    read_question,
)
from advisory.analysis.ask.spans import Span
from advisory.analysis.ask.vocabulary import Vocabulary

BASE = {word.FILL, word.AND, *word.CURRENCY_MEANINGS}
SAID = {word.HOW_MUCH, word.TOTAL, word.SPEND, word.EARN}
PERS = {
    word.PER_PAYMENT: "payment",
    word.PER_DAY: "day",
    word.PER_WEEK: "week",
    word.PER_MONTH: "month",
    word.MONTHLY: "month",
    word.PER_YEAR: "year",
}
BYS = {
    word.BY_CATEGORY: "category",
    word.BY_PAYEE: "payee",
    word.BY_MONTH: "month",
    word.BY_ACCOUNT: "account",
}
YEAR_BACK = Span("months", -12, -1)
STEPS = ("weeks", "months", "quarters", "years")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing is answered: a code, the words it is about, and names that were meant perhaps."""

    reason: str
    words: tuple[str, ...] = ()
    candidates: tuple[Target, ...] = ()


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan, and the words that were read as a name which they nearly spell."""

    plan: Plan
    read_as: dict[str, str] = field(default_factory=dict)


class _NotUnderstoodError(Exception):
    def __init__(self, reason: str, words: Iterable[str] = (), candidates: Iterable[Target] = ()) -> None:
        super().__init__(reason)
        self.refusal = Refusal(reason, tuple(words), tuple(candidates))


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
    except _NotUnderstoodError as error:
        return error.refusal
    return Planned(plan, reading.read_as)


def _plan(reading: Reading, vocabulary: Vocabulary) -> Plan:
    _check_words(reading, vocabulary)
    said = _settled(reading)
    for is_asked, make in _ASKED:
        if is_asked(reading, said):
            return make(reading, said, vocabulary)
    return _sum(reading, said, vocabulary)


def _check_words(reading: Reading, vocabulary: Vocabulary) -> None:
    if reading.unknown:
        raise _NotUnderstoodError("unknown_words", reading.unknown, _offered(reading))
    if not reading.order or all(piece == ("meaning", word.FILL) for piece in reading.order):
        raise _NotUnderstoodError("nothing_asked")
    if reading.unclear:
        raise _NotUnderstoodError("ambiguous_name", (), reading.unclear[0])
    if reading.has_bad_time:
        raise _NotUnderstoodError("unclear_time")
    if len(reading.sizes) > 1 or any(not size.is_clear for size in reading.sizes):
        raise _NotUnderstoodError("unclear_amount")
    codes = currencies_said(reading)
    if len(codes) > 1 or not codes <= {*vocabulary.currencies, vocabulary.base_currency}:
        raise _NotUnderstoodError("other_currency", sorted(codes))
    if reading.sizes and codes and codes != {vocabulary.base_currency}:
        raise _NotUnderstoodError("other_currency", sorted(codes))
    for before, after in joined_pairs(reading):
        if not (before == after and before.startswith("name:")) and not (before == after == "time:"):
            raise _NotUnderstoodError("several_questions")


def _offered(reading: Reading) -> tuple[Target, ...]:
    return tuple(target for group in reading.unclear for target in group)


def _settled(reading: Reading) -> set[str]:
    """Two phrases mean one thing alone and another beside others: how much I have (spent?), all my spending (the whole
    that a part is of?)."""
    said = set(reading.meanings)
    if word.HAVE in said:
        is_about = said & {word.SPEND, word.EARN, word.NET, word.PAYMENTS} or any(
            one.kind != "account" for one in reading.names
        )
        said = said - {word.HAVE} | ({word.HOW_MUCH} if is_about else {word.BALANCE})
    if word.WHOLE in said and word.SHARE not in said:
        said = said - {word.WHOLE} | {word.SPEND, word.TOTAL}
    if word.MOST_ON in said:
        said = said - {word.MOST_ON} | {word.MOST} | (set() if said & set(BYS) else {word.WHAT_ON})
    return said


Asked = Callable[[Reading, set[str]], bool]
Make = Callable[[Reading, set[str], Vocabulary], Plan]


def _only(said: set[str], allowed: set[str]) -> None:
    """Nothing beside what this operation can hear."""
    extra = said - BASE - allowed
    if extra:
        raise _NotUnderstoodError("cannot_combine", sorted(extra))


def _no_numbers(reading: Reading) -> None:
    if reading.numbers or reading.ahead_days:
        raise _NotUnderstoodError("unclear_number")


def _direction(reading: Reading, said: set[str], vocabulary: Vocabulary) -> str:
    ways = said & {word.SPEND, word.EARN, word.NET}
    if len(ways) > 1:
        raise _NotUnderstoodError("several_questions")
    if word.SPEND in ways and _category_kinds(reading, vocabulary) == {"income"}:
        raise _NotUnderstoodError("cannot_combine")
    if ways:
        return {word.SPEND: "spending", word.EARN: "income", word.NET: "net"}[ways.pop()]
    kinds = _category_kinds(reading, vocabulary)
    if kinds == {"income"}:
        return "income"
    payees = {pk for one in reading.names if one.kind == "payee" for pk in one.ids}
    if payees and payees <= vocabulary.earning:
        return "income"
    return "any" if word.MOVEMENTS in said else "spending"


def _category_kinds(reading: Reading, vocabulary: Vocabulary) -> set[str]:
    return {vocabulary.categories[pk].kind for one in reading.names if one.kind == "category" for pk in one.ids}


def _filters(reading: Reading, said: set[str], vocabulary: Vocabulary) -> Plan:
    """The plan as far as names, amounts and one time say it."""
    by_kind = {kind: [one for one in reading.names if one.kind == kind] for kind in ("category", "payee", "account")}
    for kind, named in by_kind.items():
        joined = sum(1 for before, _ in joined_pairs(reading) if before == f"name:{kind}")
        if len(named) > joined + 1:
            raise _NotUnderstoodError("several_questions", [one.name for one in named])
    if "transfer" in _category_kinds(reading, vocabulary):
        raise _NotUnderstoodError("transfers_left_out")
    if len(reading.times) > 1:
        raise _NotUnderstoodError("several_times")
    size = reading.sizes[0] if reading.sizes else None
    codes = currencies_said(reading)
    period = _period(reading.times[0] if reading.times else Span(), vocabulary)
    return Plan(
        "sum",
        _direction(reading, said, vocabulary),
        _ids(by_kind["category"]),
        _ids(by_kind["payee"]),
        _ids(by_kind["account"]),
        size.minimum if size else "",
        size.maximum if size else "",
        codes.pop() if codes else "",
        period,
    )


def _ids(targets: Iterable[Target]) -> tuple[int, ...]:
    return tuple(sorted({pk for target in targets for pk in target.ids}))


def _period(span: Span, vocabulary: Vocabulary) -> Span:
    try:
        period = span.resolve(vocabulary.as_of, vocabulary.first_day)
    except (ValueError, OverflowError):
        raise _NotUnderstoodError("unclear_time") from None
    if period.start > vocabulary.as_of:
        raise _NotUnderstoodError("future")
    if period.end <= vocabulary.first_day:
        raise _NotUnderstoodError("before_rows")
    return span


def _sum(reading: Reading, said: set[str], vocabulary: Vocabulary) -> Plan:
    _only(said, {*SAID, word.NET, word.PAYMENTS, word.MOVEMENTS})
    _no_numbers(reading)
    names = [one for one in reading.names if one.kind != "account"]
    if not names and not said & {word.SPEND, word.EARN, word.NET, word.PAYMENTS, word.MOVEMENTS}:
        raise _NotUnderstoodError("nothing_asked")
    plan = _filters(reading, said, vocabulary)
    is_list = said & {word.PAYMENTS, word.MOVEMENTS} and not said & {word.HOW_MUCH, word.TOTAL}
    return replace(plan, op="list" if is_list or (reading.sizes and not said & {word.HOW_MUCH, word.TOTAL}) else "sum")


def _count(reading: Reading, said: set[str], vocabulary: Vocabulary) -> Plan:
    _only(said, {word.COUNT, word.SPEND, word.EARN, word.PAYMENTS, word.MOVEMENTS})
    _no_numbers(reading)
    if not reading.names and not said & {word.PAYMENTS, word.MOVEMENTS, word.SPEND, word.EARN}:
        raise _NotUnderstoodError("nothing_asked")
    return replace(_filters(reading, said, vocabulary), op="count")


def _average(reading: Reading, said: set[str], vocabulary: Vocabulary) -> Plan:
    _only(said, {*SAID, word.NET, word.AVERAGE, word.PAYMENTS, word.MOVEMENTS, *PERS})
    _no_numbers(reading)
    pers = {PERS[one] for one in said if one in PERS}
    if not pers and said & {word.PAYMENTS, word.MOVEMENTS}:
        pers = {"payment"}
    if len(pers) != 1:
        raise _NotUnderstoodError("average_of_what")
    (per,) = pers
    plan = _filters(reading, said, vocabulary)
    if not reading.times and per in ("month", "year"):
        plan = replace(plan, period=YEAR_BACK)
    return replace(plan, op="average", per=per)


def _extreme(reading: Reading, said: set[str], vocabulary: Vocabulary) -> Plan:
    _only(
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
    plan = replace(_filters(reading, said, vocabulary), op="max" if word.MAX in said else "min")
    if word.MOST in said or (word.MAX in said and word.MIN in said):
        raise _NotUnderstoodError("cannot_combine")
    return replace(plan, top=_top(reading, 1))


def _top(reading: Reading, plain: int) -> int:
    if len(reading.numbers) > 1 or reading.ahead_days or any(not 1 <= one <= MOST_TOP for one in reading.numbers):
        raise _NotUnderstoodError("unclear_number")
    return reading.numbers[0] if reading.numbers else plain


def _grouped(reading: Reading, said: set[str], vocabulary: Vocabulary) -> Plan:
    allowed = {*SAID, *BYS, word.TOP, word.MOST, word.MAX, word.WHERE, word.WHAT_ON, word.LIST, word.PAYMENTS, word.NET}
    _only(said, allowed)
    bys = {BYS[one] for one in said if one in BYS}
    if not bys and word.MOST in said:
        bys = {"category" if word.WHAT_ON in said else "payee"} if said & {word.WHERE, word.WHAT_ON} else set()
    if len(bys) != 1:
        raise _NotUnderstoodError("cannot_combine" if bys else "nothing_asked", sorted(bys))
    (by,) = bys
    is_ranked = said & {word.TOP, word.MOST, word.MAX}
    plan = replace(_filters(reading, said, vocabulary), by=by)
    return replace(plan, top=_top(reading, 1 if is_ranked and by != "month" and word.TOP not in said else 0))


def _share(reading: Reading, said: set[str], vocabulary: Vocabulary) -> Plan:
    _only(said, {*SAID, word.SHARE, word.WHOLE})
    _no_numbers(reading)
    kinds = {one.kind for one in reading.names}
    if not kinds & {"category", "payee"}:
        raise _NotUnderstoodError("share_of_what")
    if len(kinds) > 1 or (word.EARN in said and _category_kinds(reading, vocabulary) != {"income"}):
        raise _NotUnderstoodError("cannot_combine")
    return replace(_filters(reading, said - {word.WHOLE}, vocabulary), op="share")


def _compare(reading: Reading, said: set[str], vocabulary: Vocabulary) -> Plan:
    _only(said, {*SAID, word.NET, word.COMPARE, word.MORE, word.PAYMENTS})
    _no_numbers(reading)
    if len({one.kind for one in reading.names}) < len(reading.names):
        raise _NotUnderstoodError("cannot_combine", [one.name for one in reading.names])
    times = list(reading.times)
    if len(times) == 1 and times[0].kind in STEPS and times[0].first == times[0].last and times[0].first in (0, -1):
        (one,) = times
        times.append(replace(one, first=-1 - one.first, last=-1 - one.last))
    if len(times) != 2:
        raise _NotUnderstoodError("two_times_needed")
    for one in times:
        _period(one, vocabulary)
    times.sort(key=lambda one: one.resolve(vocabulary.as_of, vocabulary.first_day))
    alone = replace_times(reading, times[1:])
    return replace(_filters(alone, said, vocabulary), op="compare", against=times[0])


def replace_times(reading: Reading, times: list[Span]) -> Reading:
    return replace(reading, times=times)


def _trend(reading: Reading, said: set[str], vocabulary: Vocabulary) -> Plan:
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
    _only(said, allowed)
    _no_numbers(reading)
    if not reading.names and not said & {word.SPEND, word.EARN, word.NET}:
        raise _NotUnderstoodError("nothing_asked")
    plan = _filters(reading, said, vocabulary)
    return replace(plan, op="trend", by="month", period=plan.period if reading.times else YEAR_BACK)


def _list(reading: Reading, said: set[str], vocabulary: Vocabulary) -> Plan:
    _only(said, {word.LIST, word.PAYMENTS, word.MOVEMENTS, word.SPEND, word.EARN})
    _no_numbers(reading)
    if not reading.names and not reading.sizes and not said & {word.PAYMENTS, word.MOVEMENTS, word.SPEND, word.EARN}:
        raise _NotUnderstoodError("nothing_asked")
    return replace(_filters(reading, said, vocabulary), op="list")


def _balance(reading: Reading, said: set[str], vocabulary: Vocabulary) -> Plan:
    _only(said, {word.BALANCE, word.NOW, word.HOW_MUCH, word.TOTAL, word.BY_ACCOUNT, word.LIST})
    _no_numbers(reading)
    if reading.sizes or any(one != Span("days") for one in reading.times):
        raise _NotUnderstoodError("balance_now_only")
    if any(one.kind != "account" for one in reading.names):
        raise _NotUnderstoodError("cannot_combine")
    plan = _filters(replace_times(reading, []), set(), vocabulary)
    return Plan("balance", "any", accounts=plan.accounts)


def _series_named(reading: Reading, vocabulary: Vocabulary) -> tuple[int, ...]:
    """The series of the one name that is said."""
    found = [one for one in reading.names if one.kind in ("series", "payee")]
    if len(found) != 1 or len(reading.names) != 1:
        raise _NotUnderstoodError("series_of_what")
    ids = found[0].ids if found[0].kind == "series" else vocabulary.series_of(found[0].name)
    if not ids:
        raise _NotUnderstoodError("no_series", [found[0].name])
    return tuple(sorted(ids))


def _bare(reading: Reading) -> None:
    """Stored results are not narrowed by times and amounts."""
    if reading.times or reading.sizes or reading.numbers or reading.ahead_days:
        raise _NotUnderstoodError("cannot_combine")


def _series(reading: Reading, said: set[str], _vocabulary: Vocabulary) -> Plan:
    _only(said, {word.SERIES, word.LIST, word.HOW_MUCH, word.PER_YEAR, word.SPEND})
    _bare(reading)
    if reading.names:
        raise _NotUnderstoodError("cannot_combine")
    return Plan("series", ask="list")


def _next(reading: Reading, said: set[str], vocabulary: Vocabulary) -> Plan:
    _only(said, {word.NEXT, word.SPEND, word.PAYMENTS})
    _bare(reading)
    return Plan("series", ask="next", series=_series_named(reading, vocabulary))


def _yearly(reading: Reading, said: set[str], vocabulary: Vocabulary) -> Plan:
    _only(said, {word.PER_YEAR, word.SPEND, word.HOW_MUCH})
    _bare(reading)
    return Plan("series", ask="cost", series=_series_named(reading, vocabulary))


def _what_if(reading: Reading, said: set[str], vocabulary: Vocabulary) -> Plan:
    _only(said, {word.WHAT_IF, word.HOW_MUCH, word.NET})
    _bare(reading)
    return Plan("what_if", series=_series_named(reading, vocabulary))


def _advice(reading: Reading, said: set[str], _vocabulary: Vocabulary) -> Plan:
    _only(said, {word.ADVICE})
    _bare(reading)
    if reading.names:
        raise _NotUnderstoodError("cannot_combine")
    return Plan("advice")


def _forecast(reading: Reading, said: set[str], _vocabulary: Vocabulary) -> Plan:
    _only(
        said, {word.AHEAD, word.MONTH_END, word.YEAR_END, word.HOW_MUCH, word.BALANCE, word.NET, word.NOW, word.TOTAL}
    )
    if reading.names or reading.times or reading.sizes or reading.numbers:
        raise _NotUnderstoodError("cannot_combine")
    if reading.ahead_days:
        if not 1 <= reading.ahead_days <= MOST_AHEAD or said & {word.MONTH_END, word.YEAR_END}:
            raise _NotUnderstoodError("unclear_time")
        return Plan("forecast", "any", ask="days", days=reading.ahead_days)
    if word.MONTH_END in said and word.YEAR_END in said:
        raise _NotUnderstoodError("several_times")
    return Plan("forecast", "any", ask="year_end" if word.YEAR_END in said else "month_end")


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
    (_has(word.ADVICE), _advice),
    (_has(word.WHAT_IF), _what_if),
    (_asks_ahead, _forecast),
    (_has(word.SERIES), _series),
    (_has(word.NEXT), _next),
    (_has(word.BALANCE), _balance),
    (_has(word.COMPARE), _compare),
    (_has(word.SHARE), _share),
    (_asks_yearly, _yearly),
    (_asks_average, _average),
    (_has(word.TREND), _trend),
    (_has(word.COUNT), _count),
    (_has(word.BY_CATEGORY, word.BY_PAYEE, word.BY_ACCOUNT), _grouped),
    (_has(word.MAX, word.MIN), _extreme),
    (_has(word.MOST, word.TOP, word.WHERE), _grouped),
    (_has(word.BY_MONTH, word.PER_MONTH, word.MONTHLY, word.PER_YEAR), _trend),
    (_asks_list, _list),
)
