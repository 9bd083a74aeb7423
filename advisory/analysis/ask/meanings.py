"""What all kinds of questions share: words that are all understood, a direction, names, an amount and one time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from advisory.analysis.ask import lexicon as word
from advisory.analysis.ask.names import Target
from advisory.analysis.ask.plan import MOST_TOP, Plan
from advisory.analysis.ask.reading import (
    Reading,
    currencies_said,
    joined_pairs,
)
from advisory.analysis.ask.spans import Span
from advisory.analysis.ask.vocabulary import Vocabulary

MOST_TOLD = 6
FILTER_KINDS = ("category", "payee", "account", "series")
BASE = {word.FILL, word.AND, *word.CURRENCY_MEANINGS}
BYS = {
    word.BY_CATEGORY: "category",
    word.BY_PAYEE: "payee",
    word.BY_MONTH: "month",
    word.BY_ACCOUNT: "account",
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing is answered: a code, the words it is about, and names that were meant perhaps."""

    reason: str
    words: tuple[str, ...] = ()
    candidates: tuple[Target, ...] = ()


class NotUnderstoodError(Exception):
    def __init__(self, reason: str, words: Iterable[str] = (), candidates: Iterable[Target] = ()) -> None:
        super().__init__(reason)
        self.refusal = Refusal(reason, tuple(words), tuple(candidates))


def check_words(reading: Reading, vocabulary: Vocabulary) -> None:
    if reading.unknown:
        raise NotUnderstoodError("unknown_words", reading.unknown[:MOST_TOLD], offered_names(reading))
    if not reading.order or all(piece == ("meaning", word.FILL) for piece in reading.order):
        raise NotUnderstoodError("nothing_asked")
    if reading.unclear:
        raise NotUnderstoodError("ambiguous_name", (), reading.unclear[0])
    if reading.has_bad_time:
        raise NotUnderstoodError("unclear_time")
    if len(reading.sizes) > 1 or any(not size.is_clear for size in reading.sizes):
        raise NotUnderstoodError("unclear_amount")
    codes = currencies_said(reading)
    if len(codes) > 1 or not codes <= {*vocabulary.currencies, vocabulary.base_currency}:
        raise NotUnderstoodError("other_currency", sorted(codes))
    if reading.sizes and codes and codes != {vocabulary.base_currency}:
        raise NotUnderstoodError("other_currency", sorted(codes))
    if reading.is_about_payee_deeds:
        raise NotUnderstoodError("cannot_combine")
    for before, after in joined_pairs(reading):
        if not (before == after and before.startswith("name:")) and not (before == after == "time:"):
            raise NotUnderstoodError("several_questions")


def offered_names(reading: Reading) -> tuple[Target, ...]:
    return tuple(target for group in reading.unclear for target in group)


def settled_meanings(reading: Reading) -> set[str]:
    """Two phrases mean one thing alone and another beside others: how much I have (spent?), all my spending (the whole
    that a part is of?)."""
    said = set(reading.meanings) - announcing(reading)
    if word.HAVE in said:
        is_about = said & {word.SPEND, word.EARN, word.NET, word.PAYMENTS} or any(
            one.kind != "account" for one in reading.names
        )
        said = said - {word.HAVE} | ({word.HOW_MUCH} if is_about else {word.BALANCE})
    if word.MAKE in said:
        said = said - {word.MAKE} | (set() if said & {word.PAYMENTS, word.MOVEMENTS} else {word.EARN})
    if word.WHOLE in said and word.SHARE not in said:
        said = said - {word.WHOLE} | {word.SPEND, word.TOTAL}
    if word.MOST_ON in said:
        said = said - {word.MOST_ON} | {word.MOST} | (set() if said & set(BYS) else {word.WHAT_ON})
    return said


def announcing(reading: Reading) -> set[str]:
    """Words that only say what kind of name follows: in "the category Shopping" nothing is asked by category."""
    places = [(place, which) for place, (what, which) in enumerate(reading.order) if what == "meaning" and which in BYS]
    following = [reading.order[place + 1] if place + 1 < len(reading.order) else ("", "") for place, _ in places]
    asked = {which for (_, which), after in zip(places, following, strict=True) if after != ("name", BYS[which])}
    return {which for _, which in places} - asked


def take_only(said: set[str], allowed: set[str]) -> None:
    """Nothing beside what this operation can hear."""
    extra = said - BASE - allowed
    if extra:
        raise NotUnderstoodError("cannot_combine", sorted(extra))


def take_no_numbers(reading: Reading) -> None:
    if reading.numbers or reading.ahead_days:
        raise NotUnderstoodError("unclear_number")


def direction_of(reading: Reading, said: set[str], vocabulary: Vocabulary) -> str:
    ways = said & {word.SPEND, word.EARN, word.NET}
    if len(ways) > 1:
        raise NotUnderstoodError("several_questions")
    if word.SPEND in ways and category_kinds(reading, vocabulary) == {"income"}:
        raise NotUnderstoodError("cannot_combine")
    if word.NET in ways and any(one.kind != "account" for one in reading.names):
        raise NotUnderstoodError("cannot_combine")
    if ways:
        return {word.SPEND: "spending", word.EARN: "income", word.NET: "net"}[ways.pop()]
    kinds = category_kinds(reading, vocabulary)
    if kinds == {"income"}:
        return "income"
    payees, series = (
        {pk for one in reading.names if one.kind == kind for pk in one.ids} for kind in ("payee", "series")
    )
    if (payees or series) and payees <= vocabulary.earning and series <= vocabulary.series_earning:
        return "income"
    return "any" if word.MOVEMENTS in said else "spending"


def category_kinds(reading: Reading, vocabulary: Vocabulary) -> set[str]:
    return {vocabulary.categories[pk].kind for one in reading.names if one.kind == "category" for pk in one.ids}


def filters_of(reading: Reading, said: set[str], vocabulary: Vocabulary) -> Plan:
    """The plan as far as names, amounts and one time say it."""
    by_kind = {kind: [one for one in reading.names if one.kind == kind] for kind in FILTER_KINDS}
    for kind, named in by_kind.items():
        joined = sum(1 for before, _ in joined_pairs(reading) if before == f"name:{kind}")
        if len(named) > joined + 1:
            raise NotUnderstoodError("several_questions", [one.name for one in named])
    if "transfer" in category_kinds(reading, vocabulary):
        raise NotUnderstoodError("transfers_left_out")
    if len(reading.times) > 1:
        raise NotUnderstoodError("several_times")
    size = reading.sizes[0] if reading.sizes else None
    codes = currencies_said(reading)
    period = checked_period(reading.times[0] if reading.times else Span(), vocabulary)
    return Plan(
        "sum",
        direction_of(reading, said, vocabulary),
        ids_of(by_kind["category"]),
        ids_of(by_kind["payee"]),
        ids_of(by_kind["account"]),
        size.minimum if size else "",
        size.maximum if size else "",
        codes.pop() if codes else "",
        period,
        series=ids_of(by_kind["series"]),
    )


def ids_of(targets: Iterable[Target]) -> tuple[int, ...]:
    return tuple(sorted({pk for target in targets for pk in target.ids}))


def checked_period(span: Span, vocabulary: Vocabulary) -> Span:
    try:
        period = span.resolve(vocabulary.as_of, vocabulary.first_day)
    except (ValueError, OverflowError):
        raise NotUnderstoodError("unclear_time") from None
    if period.start > vocabulary.as_of:
        raise NotUnderstoodError("future")
    if period.end <= vocabulary.first_day:
        raise NotUnderstoodError("before_rows")
    return span


def with_times(reading: Reading, times: list[Span]) -> Reading:
    return replace(reading, times=times)


def top_of(reading: Reading, plain: int) -> int:
    if len(reading.numbers) > 1 or reading.ahead_days or any(not 1 <= one <= MOST_TOP for one in reading.numbers):
        raise NotUnderstoodError("unclear_number")
    return reading.numbers[0] if reading.numbers else plain
