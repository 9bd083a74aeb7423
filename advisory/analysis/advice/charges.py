"""Advice on single charges and their prices: dearer, doubled, due for renewal, above last year's, not paid back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from advisory.analysis.advice.inputs import AdviceInputs, about, subject_of
from advisory.analysis.advice.piece import Advice, FollowUp, Gain, sureness, yearly_gain
from advisory.analysis.advice.subscriptions import refund_watch
from advisory.analysis.advice.watching import STEPS, days_of, due_watch, window_days
from advisory.analysis.facts import FactDraft
from advisory.analysis.findings import Alert, PriceChange, Series
from advisory.analysis.history import Booking
from advisory.analysis.per_year import PER_YEAR

# A03: smaller steps are rounding and exchange rates; a step more than three charges ago is the price, not news.
LEAST_RISE, NEWS_CHARGES = Decimal("0.03"), 3
# A06: below this the pair may well be two purchases.
SURE_DOUBLE, DOUBLE_DAYS = 0.9, 60
# A18: cancelling insurance takes a month in most countries, and a fortnight to look around.
RENEWAL_DAYS, PREMIUM_RISE = 45, Decimal("0.05")
# A19: against the same months a year ago, so that winter is held against winter.
TARIFF_RISE, TARIFF_CHARGES = Decimal("0.10"), 3
TARIFF_KEYS = frozenset({"utilities", "phone_internet"})
INSURANCE = "insurance"

Sides = tuple[FactDraft, FactDraft, FactDraft]
"""A price now, the price before, and the difference."""


def price_rises(inputs: AdviceInputs) -> Iterator[Advice]:
    """A03: a running contract that rose by 3 % or more within its last three charges.

    The middle gain undoes the step for a year, the low one half of it, the high one ends the contract.
    """
    for series in inputs.outgoing:
        step = _news(inputs, series, LEAST_RISE)
        if step and not _is_of(inputs, series, {INSURANCE}):
            yield from _risen(inputs, series, step)


def _news(inputs: AdviceInputs, series: Series, least: Decimal) -> PriceChange | None:
    """The latest step where it is a rise worth a word, and recent."""
    step = series.price_changes[-1] if series.price_changes else None
    if step is None or not step.is_rise or not step.from_minor:
        return None
    since = [one for one in inputs.charges(series) if one.booking_date >= step.date]
    rise = Decimal(abs(step.to_minor)) / abs(step.from_minor) - 1
    is_recent = (inputs.as_of - step.date).days <= days_of(series.cadence) * NEWS_CHARGES
    return step if rise >= least and since and len(since) <= NEWS_CHARGES and is_recent else None


def _is_of(inputs: AdviceInputs, series: Series, keys: set[str] | frozenset[str]) -> bool:
    """By the category of its newest row: older ones may have been sorted before the user knew better."""
    charges = inputs.charges(series)
    return bool(charges) and charges[-1].lead.category_key in keys


def _sides(inputs: AdviceInputs, series: Series, step: PriceChange) -> Sides | None:
    """The charge before the step, the newest one, and the difference; None where the newest is not dearer."""
    charges = inputs.charges(series)
    before = [one for one in charges if one.booking_date < step.date]
    if not before or abs(charges[-1].amount_minor) <= abs(before[-1].amount_minor):
        return None
    return _told(inputs, series, charges[-1], before[-1])


def _risen(inputs: AdviceInputs, series: Series, step: PriceChange, rule: str = "A03") -> Iterator[Advice]:
    sides = _sides(inputs, series, step) or _stated_sides(inputs, series, step)
    if sides is None:
        return
    now, old, change = sides
    rise = inputs.study.book.ratio("price_rise", change, old, now.period, about(series))
    per_year = Decimal(PER_YEAR[series.cadence])
    undo = yearly_gain(inputs.study, rule, change, (str(per_year / 2), str(per_year), str(per_year)))
    ended = yearly_gain(inputs.study, rule, now, (str(per_year),) * 3)
    figures = {"now": now, "old": old, "step": change, **({"rise": rise} if rise else {})}
    size = abs(step.to_minor) - abs(step.from_minor)
    yield Advice(
        rule,
        figures,
        "minutes",
        Gain(undo.low, undo.mid, ended.high),
        frozenset(series.ids),
        sureness(series.confidence, "0.5"),
        subject=subject_of(series),
        variant="risen" if rule == "A18" else "",
        follow_up=FollowUp(
            "due", "price", window_days(series), due_watch(inputs, series, enough=max(1, size // 2)), baseline=now
        ),
    )


def _stated_sides(inputs: AdviceInputs, series: Series, step: PriceChange) -> Sides | None:
    """Where amounts swing around the level, the charges on either side of the step itself, if they show the rise."""
    charges = inputs.charges(series)
    after = next((one for one in charges if one.booking_date >= step.date), None)
    before = [one for one in charges if one.booking_date < step.date]
    if after is None or not before or abs(after.amount_minor) <= abs(before[-1].amount_minor):
        return None
    return _told(inputs, series, after, before[-1])


def _told(inputs: AdviceInputs, series: Series, after: Booking, before: Booking) -> Sides:
    now, old = inputs.charge(after, **about(series)), inputs.charge(before, **about(series))
    change = inputs.study.book.derive(
        "price_step", "difference@1", now.unit, now.period, inputs=(now, old), params=about(series)
    )
    return now, old, change


def double_charges(inputs: AdviceInputs) -> Iterator[Advice]:
    """A06: a charge that looks booked twice and has not come back. It may be right, so the low gain is nothing."""
    for alert in inputs.alerts:
        pair = [inputs.bookings[pk] for pk in alert.ids if pk in inputs.bookings]
        is_new = bool(pair) and (inputs.as_of - pair[-1].booking_date).days <= DOUBLE_DAYS
        is_sure = alert.type == "duplicate" and alert.score >= SURE_DOUBLE and len(pair) == 2
        if is_sure and is_new and not _came_back(inputs, pair[-1]):
            yield _double(inputs, alert, pair)


def _came_back(inputs: AdviceInputs, charged: Booking) -> bool:
    key = inputs.keys.get(charged.transaction_id, "")
    return any(
        one.amount_minor == -charged.amount_minor
        and one.booking_date >= charged.booking_date
        and inputs.keys.get(one.transaction_id, "") == key
        for one in inputs.own_rows()
    )


def _double(inputs: AdviceInputs, alert: Alert, pair: list[Booking]) -> Advice:
    first, second = (inputs.study.one("movement", one) for one in pair)
    key = inputs.keys.get(pair[-1].transaction_id, "")
    return Advice(
        "A06",
        {"first": first, "second": second},
        "minutes",
        yearly_gain(inputs.study, "A06", second, ("0", "1", "1")),
        frozenset({pair[-1].transaction_id}),
        sureness(alert.score, "0.7"),
        subject=f"{key}:{pair[-1].booking_date.isoformat()}:{abs(pair[-1].amount_minor)}",
        follow_up=FollowUp("refund", "refund", 90, refund_watch(key, pair[-1:]), baseline=second),
    )


def renewals(inputs: AdviceInputs) -> Iterator[Advice]:
    """A18: insurance that renews within 45 days, or whose premium rose by more than 5 %."""
    for series in inputs.outgoing:
        if not _is_of(inputs, series, {INSURANCE}):
            continue
        step = _news(inputs, series, PREMIUM_RISE)
        if step:
            yield from _risen(inputs, series, step, "A18")
        elif series.cadence in ("yearly", "half_yearly") and _is_near(series.next_date, inputs.as_of):
            yield _renewal(inputs, series)


def _is_near(day: date | None, as_of: date) -> bool:
    return day is not None and 0 < (day - as_of).days <= RENEWAL_DAYS


def _renewal(inputs: AdviceInputs, series: Series) -> Advice:
    """No other premium is known, so no gain is promised."""
    assert series.next_date is not None
    last = inputs.charge(inputs.charges(series)[-1], **about(series))
    due = inputs.study.book.derive(
        "series_next", "found@1", "date", last.period, inputs=(last,),
        params={**about(series), "found": series.next_date.isoformat(), "engine": "series"},
    )  # fmt: skip
    watch = due_watch(inputs, series, enough=max(1, round(abs(series.amount_minor) * 0.03)))
    return Advice(
        "A18",
        {"last": last, "due": due},
        "an hour",
        confidence=sureness(series.confidence, "0.5"),
        urgency=1,
        subject=subject_of(series),
        follow_up=FollowUp("due", "price", 60, {**watch, "needed": 1}, baseline=last),
    )


def tariffs(inputs: AdviceInputs) -> Iterator[Advice]:
    """A19: energy or telecom at least 10 % above the same charges of last year.

    Gain: the difference for a year once the season is out of it: a quarter, half, or all of it undone.
    """
    for series in inputs.outgoing:
        if STEPS[series.cadence][0] not in (1, 2, 3) or not _is_of(inputs, series, TARIFF_KEYS):
            continue
        charges = inputs.charges(series)
        size = TARIFF_CHARGES if series.cadence == "monthly" else 2
        recent = charges[-size:]
        before = _year_before(charges, recent, days_of(series.cadence))
        if before and _rose(recent, before):
            yield _tariff(inputs, series, recent, before)


def _year_before(charges: Sequence[Booking], recent: Sequence[Booking], period: int) -> list[Booking]:
    """The charge a year before each of these, all of them or none."""
    found: list[Booking] = []
    for one in recent:
        then = one.booking_date - timedelta(days=365)
        near = [old for old in charges if abs((old.booking_date - then).days) <= min(period // 2, 20)]
        if near:
            found.append(min(near, key=lambda old: (abs((old.booking_date - then).days), old.transaction_id)))
    return found if len({one.transaction_id for one in found}) == len(recent) else []


def _rose(recent: Sequence[Booking], before: Sequence[Booking]) -> bool:
    """All of them together and most of them one by one: a single bill may settle a whole year."""
    sums = [sum(one.amount_minor for one in rows) for rows in (recent, before)]
    dearer = sum(abs(new.amount_minor) > abs(old.amount_minor) for new, old in zip(recent, before, strict=True))
    return sums[1] < 0 and Decimal(sums[0]) / sums[1] >= 1 + TARIFF_RISE and dearer * 2 > len(recent)


def _tariff(inputs: AdviceInputs, series: Series, recent: list[Booking], before: list[Booking]) -> Advice:
    named = about(series)
    now, then = inputs.sum_of("tariff_now", recent, **named), inputs.sum_of("tariff_then", before, **named)
    more = inputs.study.book.derive(
        "tariff_more", "difference@1", now.unit, now.period, inputs=(now, then), params=named
    )
    rise = inputs.study.book.ratio("tariff_rise", more, then, now.period, named)
    a_year = Decimal(PER_YEAR[series.cadence]) / len(recent)
    gain = yearly_gain(inputs.study, "A19", more, (str(a_year / 4), str(a_year / 2), str(a_year)))
    sums = [abs(sum(one.amount_minor for one in rows)) for rows in (recent, before)]
    expected = _seasonal(inputs.charges(series), series, recent, sums)
    watch = due_watch(inputs, series, enough=max(1, (sums[0] - sums[1]) // len(recent) // 3), expected=expected)
    return Advice(
        "A19",
        {"now": now, "then": then, "more": more, **({"rise": rise} if rise else {})},
        "an hour",
        gain,
        frozenset(series.ids),
        sureness(series.confidence, "0.4"),
        subject=subject_of(series),
        follow_up=FollowUp("due", "price", window_days(series), watch, baseline=now),
    )


def _seasonal(charges: Sequence[Booking], series: Series, recent: Sequence[Booking], sums: Sequence[int]) -> list[int]:
    """What the coming year would bring: each charge of the last one at today's tariff.

    The recent ones are at it already, and so is what came after the last step that was seen. Of the others, those
    before that step are lifted; where none was seen, each is lifted from the charge a year before it, and never below
    itself. Where neither is known it stays as it was, so that no saving is made up.
    """
    size = len(charges)
    dear = {one.transaction_id for one in recent}
    steps = [step.date for step in series.price_changes if step.is_rise]
    found: list[int] = []
    for one in charges[size - min(PER_YEAR[series.cadence], size) :]:
        old = [one] if steps and one.booking_date < steps[-1] else []
        if not steps and one.transaction_id not in dear:
            old = _year_before(charges, [one], days_of(series.cadence))
        found.append(max([abs(one.amount_minor), *(round(abs(row.amount_minor) * sums[0] / sums[1]) for row in old)]))
    return found


def late_refunds(inputs: AdviceInputs) -> Iterator[Advice]:
    """A26: something was sent back more than a fortnight ago, and the money has not come. Gain: the amount once."""
    for alert in inputs.alerts:
        rows = [inputs.bookings[pk] for pk in alert.ids if pk in inputs.bookings]
        if alert.type == "late_refund" and rows:
            yield _refund(inputs, rows[-1:])


def _refund(inputs: AdviceInputs, rows: list[Booking]) -> Advice:
    paid = inputs.study.one("movement", rows[-1])
    key = inputs.keys.get(rows[-1].transaction_id, "")
    return Advice(
        "A26",
        {"paid": paid},
        "minutes",
        yearly_gain(inputs.study, "A26", paid, ("0.5", "1", "1")),
        frozenset({rows[-1].transaction_id}),
        sureness(0.9, "0.8"),
        subject=f"{key}:{rows[-1].booking_date.isoformat()}:{abs(rows[-1].amount_minor)}",
        follow_up=FollowUp("refund", "refund", 90, refund_watch(key, rows), baseline=paid),
    )
