"""Rules that save money: price rises, charges booked twice, bank fees, and categories above their own normal."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from advisory.analysis.advice.piece import Advice, Gain, yearly_gain
from advisory.analysis.duplicates import find_double_charges
from advisory.analysis.groups import BY_CATEGORY, total
from advisory.analysis.health import fee_shares
from advisory.analysis.history import Booking
from advisory.analysis.recurring import RecurringSeries
from advisory.analysis.robust import middle, percentile
from advisory.analysis.study import Study, spanning
from transactions.ledger.columns import Share
from transactions.ledger.period import Period

# A03: smaller steps are rounding and exchange rates.
LEAST_PRICE_RISE = Decimal("0.03")
# A03: a rise older than this is the price, not news.
NEWS_BOOKINGS = 3
# A08: less than this part of all spending is not worth a call to the bank.
LEAST_FEE_SHARE = Decimal("0.002")
# A15: above the own 80th percentile in two of the last three months, held against at least this many before.
HIGH_PERCENTILE = 80
LOOK_BACK = 3
LEAST_MONTHS_BEFORE = 4
LEAST_EXCESS = Decimal("1.10")
MOST_CATEGORIES = 2
# A15: what a person cannot cut next month by wanting to, or what comes in lumps by nature.
FIXED_KEYS = frozenset(
    {"rent_mortgage", "taxes", "insurance", "utilities", "fees", "cash", "transfer", "health", "education", "childcare"}
)


def price_rises(study: Study, known: Sequence[RecurringSeries]) -> list[Advice]:
    """A03: a running series whose price went up by 3 % or more within its last three bookings.

    The middle gain undoes the step for a year, the low one half of it, the high one ends the series.
    """
    running = [series for series in known if series.is_active(study.history.asof)]
    risen = [(series, before) for series in running if (before := _before_rise(series))]
    return [_price_rise(study, series, before) for series, before in risen]


def _before_rise(series: RecurringSeries) -> Booking | None:
    """The booking before the step, where the price stood still on either side of it."""
    amounts = [booking.amount_minor for booking in series.bookings]
    last = amounts[-1]
    since = next((back for back, amount in enumerate(reversed(amounts)) if amount != last), len(amounts))
    if since > NEWS_BOOKINGS or since + 2 > len(amounts):
        return None
    before = amounts[-since - 1]
    settled = amounts[-since - 2] == before
    rise = Decimal(abs(last) - abs(before)) / Decimal(abs(before))
    return series.bookings[-since - 1] if settled and rise >= LEAST_PRICE_RISE else None


def _price_rise(study: Study, series: RecurringSeries, before: Booking) -> Advice:
    now, old = study.one("recurring_amount", series.last), study.one("recurring_amount", before)
    about = {"payee": now.params["payee"], "payee_id": series.payee}
    step = study.difference("price_step", now, old, **about)
    rise = study.book.ratio("price_rise", step, old, study.month, about)
    per_year = series.cadence.per_year
    undo = yearly_gain(study, "A03", step, (str(per_year / 2), str(per_year), str(per_year)), **about)
    ended = yearly_gain(study, "A03", now, (str(per_year),) * 3, **about)
    figures = {"now": now, "old": old, "step": step}
    return Advice(
        "A03",
        {**figures, "rise": rise} if rise else figures,
        "minutes",
        Gain(undo.low, undo.mid, ended.high),
        frozenset(booking.transaction_id for booking in series.bookings),
        Decimal("0.6"),
    )


def double_charges(study: Study) -> list[Advice]:
    """A06: a charge that looks booked twice. It may be right, so the low gain is nothing."""
    pairs = find_double_charges(study.history.bookings, study.history.bookings_in(study.month))
    return [_double(study, pair.first, pair.second) for pair in pairs]


def _double(study: Study, first: Booking, second: Booking) -> Advice:
    earlier, later = study.one("movement", first), study.one("movement", second)
    gain = yearly_gain(study, "A06", later, ("0", "1", "1"))
    return Advice(
        "A06",
        {"first": earlier, "second": later},
        "minutes",
        gain,
        frozenset({second.transaction_id}),
        Decimal("0.7"),
    )


def bank_fees(study: Study) -> list[Advice]:
    """A08: fees over up to twelve full months above 0.2 % of spending.

    Low, middle and high gain: a quarter, a half and nine tenths of what was paid, not stretched to a whole year.
    """
    months = study.history.judged_months
    rows = [share for month in months for share in fee_shares(study, month)]
    spent = sum(total(study.history.spent(month)) for month in months)
    if not rows or abs(total(rows)) <= abs(spent) * LEAST_FEE_SHARE:
        return []
    fees = study.sum("fees", rows, spanning(months))
    count = study.book.count("fee_rows", (share.transaction_id for share in rows), spanning(months))
    gain = yearly_gain(study, "A08", fees, ("0.25", "0.5", "0.9"))
    return [
        Advice("A08", {"fees": fees, "count": count}, "an hour", gain, frozenset(fees.transactions), Decimal("0.5"))
    ]


def dear_categories(study: Study) -> list[Advice]:
    """A15: a category above its own 80th percentile this month and in one more of the last three; two at most.

    The gain is the middle excess over the earlier normal for a year: a quarter, a half, or all of it undone.
    """
    months = study.history.judged_months
    recent, before = months[-LOOK_BACK:], months[:-LOOK_BACK]
    if study.history.is_partial or len(before) < LEAST_MONTHS_BEFORE:
        return []
    names = {BY_CATEGORY.key(share) for share in study.history.spent(study.month) if _can_be_cut(share)}
    found = [advice for key in sorted(names) if (advice := _dear(study, key, recent, before))]
    return sorted(found, key=lambda advice: -advice.weight)[:MOST_CATEGORIES]


def _can_be_cut(share: Share) -> bool:
    return share.category_id is not None and share.category_key not in FIXED_KEYS


def _runs_high(before: Sequence[int], recent: Sequence[int]) -> bool:
    """Above the own 80th percentile this month and in one more of three, by a tenth of normal, in a regular category.

    A category that comes in lumps has months of nothing: its normal says little, and a purchase is no trend.
    """
    high, is_regular = percentile(before, HIGH_PERCENTILE), sum(map(bool, before)) * 4 >= len(before) * 3
    above = [size for size in recent if size > high]
    lately, usual = (middle([Decimal(size) for size in sizes]) for sizes in (recent, before))
    return is_regular and recent[-1] > high and len(above) >= LOOK_BACK - 1 and lately >= usual * LEAST_EXCESS


def _dear(study: Study, key: str, recent: Sequence[Period], before: Sequence[Period]) -> Advice | None:
    rows = {
        month: [share for share in study.history.spent(month) if BY_CATEGORY.key(share) == key]
        for month in (*before, *recent)
    }
    if not _runs_high([abs(total(rows[month])) for month in before], [abs(total(rows[month])) for month in recent]):
        return None
    named = {"category": BY_CATEGORY.name(rows[recent[-1]][-1]), "category_id": key}
    sums = {month: study.sum("category_spending", rows[month], month, **named) for month in rows}
    usual = study.median("category_before", [sums[month] for month in before], spanning(before), **named)
    lately = study.median("category_lately", [sums[month] for month in recent], spanning(recent), **named)
    excess = study.difference("category_excess", lately, usual, **named)
    gain = yearly_gain(study, "A15", excess, ("3", "6", "12"), **named)
    claims = frozenset(share.transaction_id for month in recent for share in rows[month])
    figures = {"usual": usual, "lately": lately, "excess": excess}
    return Advice("A15", figures, "a habit", gain, claims, Decimal("0.3"))
