"""Indicators of what comes in and what goes out, over full months only.

Income is what was booked net; spending leaves transfers out, and with them what is moved into savings and investments.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from statistics import median

from advisory.analysis.facts import FactDraft
from advisory.analysis.groups import total
from advisory.analysis.health.indicator import Figures, Indicator, Measure, Sample, judged, missing
from advisory.analysis.study import Study, spanning
from transactions.ledger.columns import Share
from transactions.ledger.period import Period

RECENT_MONTHS = 3
LEAST_MONTHS_FOR_VOLATILITY = 6
FEES_KEY = "fees"
HOUSING_KEY, ENERGY_KEY = "rent_mortgage", "utilities"
# A month that brings so many times the middle one brought a bonus, which says little about what is usually kept.
BONUS_FACTOR = Decimal("1.5")
SWING = "0.25"
NORMAL_CONSISTENCY = 1.4826

SharesOf = Callable[[Period], list[Share]]


def recent_of(study: Study) -> tuple[Period, ...]:
    return study.history.judged_months[-RECENT_MONTHS:]


def over(study: Study, metric: str, shares_of: SharesOf, months: Sequence[Period]) -> FactDraft:
    return study.sum(metric, [share for month in months for share in shares_of(month)], spanning(months))


def net_shares(study: Study) -> SharesOf:
    history = study.history
    return lambda month: [*history.earned(month), *history.spent(month)]


def savings_rate(study: Study) -> Indicator:
    """What was kept of income over the last three full months; the middle one of their rates where one brought a bonus.

    Then what was kept over all three stands beside it.
    """
    months = recent_of(study)
    if not months:
        return missing("savings_rate", "a full month")
    net, income = over(study, "net", net_shares(study), months), _income(study, months)
    pooled = study.book.ratio("savings_rate_recent", net, income, spanning(months))
    if pooled is None:
        return missing("savings_rate", "income in the last full months")
    usual = _without_bonus(study, months)
    sample = pooled_sample(months, net_shares(study), study.history.earned, _pooled)
    return judged(study, "savings_rate", usual or pooled, (net, income, *([pooled] if usual else [])), sample)


def _without_bonus(study: Study, months: Sequence[Period]) -> FactDraft | None:
    """The middle rate, where a month's income stands far above the middle of the last twelve."""
    earned = [Decimal(total(study.history.earned(month))) for month in study.history.judged_months]
    limit = median(earned) * BONUS_FACTOR
    if len(months) < RECENT_MONTHS or not any(one > limit for one in earned[-RECENT_MONTHS:]) or limit <= 0:
        return None
    rates = [
        study.book.ratio("savings_rate", study.net(month), study.income(month), month)
        for month in months
        if total(study.history.earned(month))
    ]
    found = [rate for rate in rates if rate]
    if len(found) < RECENT_MONTHS:
        return None
    return study.median("savings_rate_usual", found, spanning(months))


def savings_rate_year(study: Study) -> Indicator:
    """The same over up to twelve full months, six at least."""
    months = study.history.judged_months
    if len(months) < LEAST_MONTHS_FOR_VOLATILITY:
        return missing("savings_rate_year", "six full months")
    net, income = over(study, "net", net_shares(study), months), _income(study, months)
    rate = study.book.ratio("savings_rate_year", net, income, spanning(months))
    if rate is None:
        return missing("savings_rate_year", "income in the last full months")
    sample = pooled_sample(months, net_shares(study), study.history.earned, _pooled)
    return judged(study, "savings_rate_year", rate, (net, income), sample)


def essential_share(study: Study) -> Indicator:
    """Essential spending as a part of income over the last three full months."""
    return _part_of_income(
        study,
        "essential_share",
        "essential_spending",
        essentials_of(study),
        "spending in categories marked as essential",
    )


def housing_ratio(study: Study) -> Indicator:
    """Rent or mortgage and energy as a part of income over the last three full months.

    Insurance is left out: its category holds that of cars and people too. Without rent or mortgage the cost is told
    and not judged: an owner without debts has upkeep that these rows do not show.
    """
    months = recent_of(study)

    def housing(month: Period) -> list[Share]:
        return [one for one in study.history.spent(month) if one.category_key in (HOUSING_KEY, ENERGY_KEY)]

    what = "rent, a mortgage or energy among your categories"
    found = _part_of_income(study, "housing_ratio", "housing_spending", housing, what)
    has_home = any(one.category_key == HOUSING_KEY for month in months for one in housing(month))
    return found if has_home or found.fact is None else Indicator(found.key, "none", found.fact, found.support)


def cost_of_money(study: Study) -> Indicator:
    """Fees and interest as a part of all spending, over up to twelve full months."""
    months = study.history.judged_months
    if not months:
        return missing("cost_of_money", "a full month")
    spent = over(study, "spending", study.history.spent, months)
    is_sorted = any(share.category_key for month in months for share in study.history.spent(month))
    if not is_sorted or not Decimal(spent.value):
        return missing("cost_of_money", "categorised spending")
    fees = over(study, "fees", lambda month: fee_shares(study, month), months)
    fact = study.book.derive("cost_of_money", "share@1", "ratio", spanning(months), inputs=(fees, spent))
    sample = pooled_sample(months, lambda month: fee_shares(study, month), study.history.spent)
    return judged(study, "cost_of_money", fact, (fees,), sample)


def spend_volatility(study: Study) -> Indicator:
    """How far a month's spending usually lies from the middle month, over up to twelve full months."""
    months = study.history.judged_months
    if len(months) < LEAST_MONTHS_FOR_VOLATILITY:
        return missing("spend_volatility", "six full months")
    sums = [study.spending(month) for month in months]
    usual = study.median("spending_normal", sums, spanning(months))
    if not Decimal(usual.value):
        return missing("spend_volatility", "spending in most months")
    fact = study.book.derive("spend_volatility", "volatility@1", "ratio", spanning(months), inputs=sums)
    return judged(study, "spend_volatility", fact, (usual,), Sample(_single(sums), _swing))


def income_volatility(study: Study) -> Indicator:
    """The share of up to twelve full months whose income lies more than a quarter from the middle month's."""
    months = study.history.judged_months
    if len(months) < LEAST_MONTHS_FOR_VOLATILITY:
        return missing("income_volatility", "six full months")
    sums = [study.income(month) for month in months]
    usual = study.median("income_normal", sums, spanning(months))
    if not Decimal(usual.value):
        return missing("income_volatility", "income in most months")
    fact = study.book.derive(
        "income_volatility", "swings@1", "ratio", spanning(months), inputs=sums, params={"limit": SWING}
    )
    return judged(study, "income_volatility", fact, (usual,), Sample(_single(sums), _far_months))


def net_worth_trend(study: Study) -> Indicator:
    """By how much all accounts together grow in a usual month, as a part of a usual month's spending.

    Every row counts, transfers too: between own accounts they cancel out, and what is paid off a loan is yours.
    What is not among the rows (the price of a house, of shares) does not move it.
    """
    months = study.history.judged_months
    if len(months) < LEAST_MONTHS_FOR_VOLATILITY:
        return missing("net_worth_trend", "six full months")
    by_month: defaultdict[date, list[Share]] = defaultdict(list)
    for share in study.history.shares:
        if share.currency == study.currency and share.booking_date >= months[0].start:
            by_month[share.booking_date.replace(day=1)].append(share)
    moved = [study.sum("net_worth_change", by_month[month.start], month) for month in months]
    spent = [study.spending(month) for month in months]
    period = spanning(months)
    trend, usual = study.median("net_worth_step", moved, period), study.median("spending_normal", spent, period)
    if not Decimal(usual.value):
        return missing("net_worth_trend", "spending in most months")
    fact = study.book.derive("net_worth_trend", "signed-share@1", "ratio", period, inputs=(trend, usual))
    pairs = tuple((float(one.value), float(other.value)) for one, other in zip(moved, spent, strict=True))
    return judged(study, "net_worth_trend", fact, (trend, usual), Sample(pairs, _trend))


def fee_shares(study: Study, month: Period) -> list[Share]:
    return [share for share in study.history.spent(month) if share.category_key == FEES_KEY]


def essentials_of(study: Study) -> SharesOf:
    return lambda month: [share for share in study.history.spent(month) if share.is_essential]


def _part_of_income(study: Study, key: str, metric: str, shares_of: SharesOf, what: str) -> Indicator:
    months = recent_of(study)
    if not months:
        return missing(key, "a full month")
    income, cost = _income(study, months), over(study, metric, shares_of, months)
    if not Decimal(income.value):
        return missing(key, "income in the last full months")
    if not Decimal(cost.value):
        return missing(key, what)
    fact = study.book.derive(key, "share@1", "ratio", spanning(months), inputs=(cost, income))
    return judged(study, key, fact, (cost, income), pooled_sample(months, shares_of, study.history.earned))


def _income(study: Study, months: Sequence[Period]) -> FactDraft:
    return over(study, "income", study.history.earned, months)


def pooled_sample(months: Sequence[Period], above: SharesOf, below: SharesOf, measure: Measure | None = None) -> Sample:
    """Sums over the months divided; their sizes where no other measure is named."""
    pairs = tuple((float(total(above(month))), float(total(below(month)))) for month in months)
    return Sample(pairs, measure or _pooled_size)


def _pooled(months: Sequence[Figures]) -> float | None:
    below = sum(month[1] for month in months)
    return sum(month[0] for month in months) / below if below else None


def _pooled_size(months: Sequence[Figures]) -> float | None:
    found = _pooled(months)
    return None if found is None else abs(found)


def _single(sums: Sequence[FactDraft]) -> tuple[Figures, ...]:
    return tuple((float(one.value),) for one in sums)


def _swing(months: Sequence[Figures]) -> float | None:
    values = [month[0] for month in months]
    centre = median(values)
    return NORMAL_CONSISTENCY * median(abs(value - centre) for value in values) / abs(centre) if centre else None


def _far_months(months: Sequence[Figures]) -> float | None:
    values = [month[0] for month in months]
    centre = median(values)
    far = sum(1 for value in values if abs(value - centre) > abs(centre) * float(SWING))
    return far / len(values) if centre else None


def _trend(months: Sequence[Figures]) -> float | None:
    usual = median(month[1] for month in months)
    return median(month[0] for month in months) / abs(usual) if usual else None
