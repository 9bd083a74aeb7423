"""Advice on habits: a category above its own normal, many small purchases, eating out instead of cooking."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from advisory.analysis.advice.inputs import AdviceInputs
from advisory.analysis.advice.piece import Advice, FollowUp, sureness, yearly_gain
from advisory.analysis.facts import FactDraft
from advisory.analysis.groups import BY_CATEGORY, total
from advisory.analysis.outcomes.habit import FEWEST_WEEKS
from advisory.analysis.outcomes.weeks import MOST_WEEKS, WEEK, cap_of, category_of, selected, usual_logs, weeks_until
from advisory.analysis.robust import middle, percentile
from advisory.analysis.study import Study, spanning
from transactions.ledger.columns import Share
from transactions.ledger.period import Period

# A15: above the own 80th percentile in two of the last three months, held against at least this many before.
HIGH_PERCENTILE, LOOK_BACK, LEAST_MONTHS_BEFORE = 80, 3, 4
LEAST_EXCESS = Decimal("1.10")
MOST_CATEGORIES = 2
# A16: the smaller half of purchases is small; both months must be above three of four months before.
SMALL_PERCENTILE, MANY_PERCENTILE, SMALL_MONTHS = 50, 75, 2
# A17: ten points of what is eaten, from the shop to the restaurant.
SHIFT, SHIFT_MONTHS, SHIFT_BEFORE = Decimal("0.10"), 3, 6
EATING_OUT, COOKING = frozenset({"restaurants", "coffee"}), frozenset({"groceries"})
# What a person cannot cut next month by wanting to, or what comes in lumps by nature.
FIXED_KEYS = frozenset(
    {"rent_mortgage", "taxes", "insurance", "utilities", "fees", "cash", "transfer", "health", "education", "childcare"}
)
CONTRACT_KEYS = frozenset({"subscriptions", "phone_internet"})


def dear_categories(inputs: AdviceInputs) -> Iterator[Advice]:
    """A15: a category above its own 80th percentile this month and in one more of the last three; two at most.

    The gain is the middle excess over the earlier normal for a year: a quarter, a half, or all of it undone.
    """
    study = inputs.study
    months = study.history.judged_months
    recent, before = months[-LOOK_BACK:], months[:-LOOK_BACK]
    if study.history.is_partial or len(before) < LEAST_MONTHS_BEFORE:
        return
    names = {BY_CATEGORY.key(share) for share in study.history.spent(study.month) if can_be_cut(share)}
    found = [piece for key in sorted(names) if (piece := _dear(inputs, key, recent, before, frozenset()))]
    yield from sorted(found, key=lambda piece: (-piece.weight, piece.key))[:MOST_CATEGORIES]


def can_be_cut(share: Share) -> bool:
    return share.category_id is not None and share.category_key not in FIXED_KEYS


def _runs_high(before: Sequence[int], recent: Sequence[int]) -> bool:
    """Above the own 80th percentile this month and in one more of three, by a tenth of normal, in a regular category.

    A category that comes in lumps has months of nothing: its normal says little, and a purchase is no trend.
    """
    high, is_regular = percentile(before, HIGH_PERCENTILE), sum(map(bool, before)) * 4 >= len(before) * 3
    above = [size for size in recent if size > high]
    lately, usual = (middle([Decimal(size) for size in sizes]) for sizes in (recent, before))
    return is_regular and recent[-1] > high and len(above) >= LOOK_BACK - 1 and lately >= usual * LEAST_EXCESS


def _dear(
    inputs: AdviceInputs, key: str, recent: Sequence[Period], before: Sequence[Period], taken: frozenset[int]
) -> Advice | None:
    study = inputs.study
    rows = {
        month: [
            share
            for share in study.history.spent(month)
            if BY_CATEGORY.key(share) == key and share.transaction_id not in taken
        ]
        for month in (*before, *recent)
    }
    sizes = {month: abs(total(rows[month])) for month in rows}
    if not rows[recent[-1]] or not _runs_high([sizes[one] for one in before], [sizes[one] for one in recent]):
        return None
    named = {"category": BY_CATEGORY.name(rows[recent[-1]][-1]), "category_id": key}
    sums = {month: study.sum("category_spending", rows[month], month, **named) for month in rows}
    usual = study.median("category_before", [sums[month] for month in before], spanning(before), **named)
    lately = study.median("category_lately", [sums[month] for month in recent], spanning(recent), **named)
    excess = study.difference("category_excess", lately, usual, **named)
    claims = frozenset(share.transaction_id for month in recent for share in rows[month])
    return Advice(
        "A15",
        {"usual": usual, "lately": lately, "excess": excess},
        "a habit",
        yearly_gain(study, "A15", excess, ("3", "6", "12"), **named),
        claims,
        sureness(0.8, "0.4"),
        subject=f"category={key}",
        follow_up=habit_follow(inputs, {"categories": [key]}, usual),
        again=lambda more: _dear(inputs, key, recent, before, taken | more),
    )


def habit_follow(inputs: AdviceInputs, select: dict[str, Any], baseline: FactDraft) -> FollowUp:
    """The weeks before, as the judge `habit` compares them; half a year is given to show."""
    return FollowUp("habit", "spending", 26 * WEEK, habit_watch(inputs, select), baseline=baseline)


def habit_watch(inputs: AdviceInputs, select: dict[str, Any]) -> dict[str, Any]:
    every = [share for one in inputs.bookings.values() for share in one.shares]
    chosen = {"currency": inputs.currency, **select}
    first = min((one.booking_date for one in every if one.currency == inputs.currency), default=inputs.as_of)
    count = min(MOST_WEEKS, ((inputs.as_of - first).days + 1) // WEEK)
    past = selected(every, chosen)
    cap, usual = cap_of(past), usual_logs(past, inputs.keys)
    weeks = weeks_until(past, inputs.as_of, count, cap, (usual, inputs.keys))
    return {"select": chosen, "cap": cap, "usual": usual, "is_long_enough": count >= FEWEST_WEEKS, **weeks.as_json()}


def small_purchases(inputs: AdviceInputs) -> Iterator[Advice]:
    """A16: in each of the last two months more small purchases, and more spent on them, than in three of four before.

    Small is what lies in the lower half of all purchases that could be left out. Gain: a third of the excess.
    """
    if not inputs.study.history.is_partial and (piece := _many_small(inputs, frozenset())):
        yield piece


def _many_small(inputs: AdviceInputs, taken: frozenset[int]) -> Advice | None:
    study = inputs.study
    months = study.history.judged_months
    recent, before = months[-SMALL_MONTHS:], months[:-SMALL_MONTHS]
    if len(before) < LEAST_MONTHS_BEFORE:
        return None
    optional = {month: [one for one in study.history.spent(month) if _is_optional(one)] for month in months}
    sizes = [-share.amount_minor for month in before for share in optional[month] if share.amount_minor < 0]
    if not sizes:
        return None
    limit = percentile(sizes, SMALL_PERCENTILE)
    small = {
        month: [one for one in rows if 0 < -one.amount_minor <= limit and one.transaction_id not in taken]
        for month, rows in optional.items()
    }
    if not _are_many(small, recent, before):
        return None
    sums = {month: study.sum("small_spending", small[month], month) for month in months}
    usual = study.median("small_before", [sums[month] for month in before], spanning(before))
    lately = study.median("small_lately", [sums[month] for month in recent], spanning(recent))
    excess = study.difference("small_excess", lately, usual)
    count = study.book.count("small_purchases", [one.transaction_id for one in small[recent[-1]]], recent[-1])
    keys = sorted({category_of(one) for rows in optional.values() for one in rows})
    return Advice(
        "A16",
        {"usual": usual, "lately": lately, "excess": excess, "count": count},
        "a habit",
        yearly_gain(study, "A16", excess, ("2", "4", "8")),
        frozenset(one.transaction_id for month in recent for one in small[month]),
        sureness(0.7, "0.4"),
        subject="small",
        follow_up=habit_follow(inputs, {"categories": keys, "below": limit}, usual),
        again=lambda more: _many_small(inputs, taken | more),
    )


def _is_optional(share: Share) -> bool:
    return can_be_cut(share) and share.category_key not in CONTRACT_KEYS


def _are_many(small: dict[Period, list[Share]], recent: Sequence[Period], before: Sequence[Period]) -> bool:
    counts = {month: len(rows) for month, rows in small.items()}
    sums = {month: abs(total(rows)) for month, rows in small.items()}
    many = percentile([counts[month] for month in before], MANY_PERCENTILE)
    much = percentile([sums[month] for month in before], MANY_PERCENTILE)
    usual = middle([Decimal(sums[month]) for month in before])
    return all(counts[month] > many and sums[month] > much and sums[month] >= usual * LEAST_EXCESS for month in recent)


def eating_out(inputs: AdviceInputs) -> Iterator[Advice]:
    """A17: of what is spent on food, the part for restaurants and coffee is ten points above that of the half year
    before. Gain: half of what has moved."""
    if not inputs.study.history.is_partial and (piece := _shifted(inputs, frozenset())):
        yield piece


def _shifted(inputs: AdviceInputs, taken: frozenset[int]) -> Advice | None:
    study = inputs.study
    months = study.history.judged_months
    recent, before = months[-SHIFT_MONTHS:], months[:-SHIFT_MONTHS][-SHIFT_BEFORE:]
    if len(before) < SHIFT_BEFORE:
        return None
    out = [_food(study, period, EATING_OUT, taken) for period in (recent, before)]
    every = [_food(study, period, EATING_OUT | COOKING, taken) for period in (recent, before)]
    if not all(out) or not all(every) or not _food(study, before, COOKING, taken):
        return None
    shares = [Decimal(total(rows)) / total(food) for rows, food in zip(out, every, strict=True)]
    by_month = [_part_out(study, month, taken) for month in recent]
    if shares[0] - shares[1] < SHIFT or middle(by_month) - shares[1] < SHIFT:
        return None
    ate = study.sum("eaten_out", out[0], spanning(recent))
    food = study.sum("food", every[0], spanning(recent))
    part = study.book.ratio("eaten_out_part", ate, food, spanning(recent))
    before_part = study.book.ratio(
        "eaten_out_part", study.sum("eaten_out", out[1], spanning(before)),
        study.sum("food", every[1], spanning(before)), spanning(before),
    )  # fmt: skip
    assert part is not None
    assert before_part is not None
    moved = study.book.derive(
        "eaten_out_shift", "part-above@1", ate.unit, study.month, inputs=(food, part, before_part)
    )
    keys = sorted({category_of(one) for one in out[0]})
    return Advice(
        "A17",
        {"part": part, "before": before_part, "moved": moved, "ate": ate},
        "a habit",
        yearly_gain(study, "A17", moved, ("1", "2", "4")),
        frozenset(one.transaction_id for one in out[0]),
        sureness(0.8, "0.4"),
        subject="food",
        follow_up=habit_follow(inputs, {"categories": keys}, ate),
        again=lambda more: _shifted(inputs, taken | more),
    )


def _part_out(study: Study, month: Period, taken: frozenset[int]) -> Decimal:
    """Of one month: a single feast moves its own month and no other."""
    food = _food(study, [month], EATING_OUT | COOKING, taken)
    return Decimal(total(_food(study, [month], EATING_OUT, taken))) / total(food) if total(food) else Decimal(0)


def _food(study: Study, months: Iterable[Period], keys: frozenset[str], taken: frozenset[int]) -> list[Share]:
    return [
        share
        for month in months
        for share in study.history.spent(month)
        if share.category_key in keys and share.transaction_id not in taken
    ]
