"""Advice on subscriptions: unused, overlapping, after a trial, charged after the end, cheaper by the year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from advisory.analysis.advice.classes import class_of
from advisory.analysis.advice.inputs import AdviceInputs, about, money, subject_of
from advisory.analysis.advice.piece import Advice, FollowUp, sureness, yearly_gain
from advisory.analysis.advice.watching import due_watch, later, patience, window_days
from advisory.analysis.findings import Series
from advisory.analysis.history import Booking
from advisory.analysis.payees.shares import payee_shown
from advisory.analysis.per_year import PER_YEAR
from advisory.analysis.study import UNNAMED
from transactions.ledger.money import currency_exponent

# A02: two services of a kind are a choice, three a habit of not choosing.
OVERLAP = 3
# A04: a trial is free or costs a token unit, and becomes paid within about a month.
TRIAL_UNITS, TRIAL_DAYS = 1, 35
# A05: older charges are the bank's memory, not news.
REFUND_DAYS = 120
# A07: who pays by the month for half a year will stay.
LOYAL_CHARGES = 6


def unused(inputs: AdviceInputs) -> Iterator[Advice]:
    """A01: the user says it is not used, or two quarterly questions stayed open. Never inferred from silence alone.

    Low: half a year is already paid; middle and high: a year of it.
    """
    for series in inputs.outgoing:
        is_said = series.payee_key in inputs.said.unused
        if is_said or (series.payee_key in inputs.said.unconfirmed and series.role == "subscription"):
            yield _ending(inputs, series, "A01", "" if is_said else "unconfirmed", "0.9" if is_said else "0.4")


def _ending(inputs: AdviceInputs, series: Series, rule: str, variant: str, deed: str) -> Advice:
    """Ending a contract brings all that it costs."""
    per_year = PER_YEAR[series.cadence]
    last = inputs.charge(inputs.charges(series)[-1], **about(series))
    gain = yearly_gain(inputs.study, rule, last, (str(Decimal(per_year) / 2), str(per_year), str(per_year)))
    enough = round(abs(series.amount_minor) * 0.9)
    follow = FollowUp("due", "charges", window_days(series), due_watch(inputs, series, enough=enough), baseline=last)
    return Advice(
        rule,
        {"now": last},
        "minutes",
        gain,
        frozenset(series.ids),
        sureness(series.confidence, deed),
        subject=subject_of(series),
        variant=variant,
        follow_up=follow,
    )


def overlapping(inputs: AdviceInputs) -> Iterator[Advice]:
    """A02: three or more running services of one kind. The gain is the cheapest of them, and no more than the next."""
    groups: defaultdict[tuple[str, str], list[Series]] = defaultdict(list)
    for series in inputs.outgoing:
        if kind := class_of(series.payee_key):
            groups[kind, series.currency].append(series)
    for (kind, currency), members in sorted(groups.items()):
        if len({one.payee_key for one in members}) >= OVERLAP:
            yield _overlap(inputs, kind, currency, sorted(members, key=_yearly))


def _yearly(series: Series) -> tuple[int, str]:
    return abs(series.amount_minor) * PER_YEAR[series.cadence], series.payee_key


def _overlap(inputs: AdviceInputs, kind: str, currency: str, members: list[Series]) -> Advice:
    cheapest = members[0]
    lasts = [inputs.charges(one)[-1] for one in members]
    now = inputs.charge(lasts[0], **about(cheapest))
    count = inputs.study.book.count(
        "services_of_a_kind", [one.transaction_id for one in lasts], now.period, {"kind": kind}
    )
    per_year = PER_YEAR[cheapest.cadence]
    gain = yearly_gain(inputs.study, "A02", now, (str(Decimal(per_year) / 2), str(per_year), str(per_year)))
    watches = [due_watch(inputs, one, enough=round(abs(one.amount_minor) * 0.9)) for one in members]
    return Advice(
        "A02",
        {"now": now, "count": count},
        "minutes",
        gain,
        frozenset(cheapest.ids),
        sureness(min(one.confidence for one in members), "0.4"),
        subject=f"{kind}:{currency}",
        follow_up=FollowUp("any_due", "services", window_days(cheapest), {"each": watches}, baseline=count),
    )


def trials(inputs: AdviceInputs) -> Iterator[Advice]:
    """A04: the first full charge of something to subscribe to, after one of nothing or a token unit."""
    by_key: defaultdict[tuple[str, str], list[Booking]] = defaultdict(list)
    for booking in inputs.bookings.values():
        key = inputs.keys.get(booking.transaction_id, "")
        if key and booking.amount_minor <= 0 and not booking.lead.is_transfer:
            by_key[key, booking.lead.currency].append(booking)
    for (key, _), rows in sorted(by_key.items()):
        if len(rows) == 2 and _is_trial(rows[0], rows[1]) and _is_sold_by_time(inputs, key, rows[1]):
            monthly = later(rows[1].booking_date, "monthly", 1) + timedelta(days=patience("monthly"))
            if inputs.as_of <= monthly:
                yield _trial(inputs, key, rows[1])


def _is_trial(first: Booking, paid: Booking) -> bool:
    token = TRIAL_UNITS * 10 ** currency_exponent(first.lead.currency)
    gap = (paid.booking_date - first.booking_date).days
    return abs(first.amount_minor) <= token and abs(paid.amount_minor) > 2 * token and 0 < gap <= TRIAL_DAYS


def _is_sold_by_time(inputs: AdviceInputs, key: str, paid: Booking) -> bool:
    known = any(one.payee_key == key and one.role == "subscription" for one in inputs.series)
    return known or bool(class_of(key)) or paid.lead.category_key == "subscriptions"


def _trial(inputs: AdviceInputs, key: str, paid: Booking) -> Advice:
    """Nobody knows the period yet: a month is usual, and the user may say otherwise."""
    named = {"payee": payee_shown(paid.lead) or key.title() or UNNAMED}
    now = inputs.charge(paid, **named)
    advice_key = f"A04:{key}"
    times = inputs.assume(advice_key, "payments_a_year", "12", "count")
    gain = yearly_gain(inputs.study, "A04", now, (str(Decimal(times.value) / 2), times.value, times.value))
    guess = Series(
        (paid.transaction_id,), key, named["payee"], paid.lead.currency, str(paid.lead.account_id), "monthly",
        "subscription", "early", paid.booking_date.day, paid.booking_date, paid.booking_date,
        later(paid.booking_date, "monthly", 1), None, None, paid.amount_minor, paid.amount_minor, paid.amount_minor,
    )  # fmt: skip
    watch = due_watch(inputs, guess, enough=round(abs(paid.amount_minor) * 0.9))
    return Advice(
        "A04",
        {"now": now},
        "minutes",
        gain,
        frozenset({paid.transaction_id}),
        sureness(0.8, "0.6"),
        subject=key,
        assumptions=(times,),
        follow_up=FollowUp("due", "charges", window_days(guess), watch, baseline=now),
    )


def charged_after_end(inputs: AdviceInputs) -> Iterator[Advice]:
    """A05: charges after the day on which the user says to have cancelled, and not paid back since. Gain: their sum."""
    for key, day in sorted(inputs.said.cancelled.items()):
        rows = [one for one in inputs.recent(REFUND_DAYS) if inputs.keys.get(one.transaction_id) == key]
        charged = [one for one in rows if one.amount_minor < 0 and one.booking_date > day]
        paid_back = sum(one.amount_minor for one in rows if one.amount_minor > 0 and one.booking_date > day)
        owed = -sum(one.amount_minor for one in charged) - paid_back
        if charged and owed > 0 and not paid_back:
            yield _after_end(inputs, key, charged)


def _after_end(inputs: AdviceInputs, key: str, charged: list[Booking]) -> Advice:
    named = {"payee": payee_shown(charged[-1].lead) or key.title() or UNNAMED}
    total = inputs.sum_of("charged_after_end", charged, **named)
    last = inputs.charge(charged[-1], **named)
    gain = yearly_gain(inputs.study, "A05", total, ("0.5", "1", "1"))
    return Advice(
        "A05",
        {"total": total, "last": last},
        "an hour",
        gain,
        frozenset(total.transactions),
        sureness(0.95, "0.6"),
        subject=key,
        follow_up=FollowUp("refund", "refund", 90, refund_watch(key, charged), baseline=total),
    )


def refund_watch(key: str, charged: list[Booking]) -> dict[str, object]:
    """For the judge `refund`: what is owed by whom."""
    return {
        "key": key,
        "currency": charged[-1].lead.currency,
        "owed": -sum(one.amount_minor for one in charged),
        "since": charged[-1].booking_date.isoformat(),
    }


def by_the_year(inputs: AdviceInputs) -> Iterator[Advice]:
    """A07: a monthly subscription with a cheaper yearly price. The price is the user's to say; without it we ask once,
    for the largest that has run long enough."""
    loyal = [
        one
        for one in inputs.outgoing
        if one.cadence == "monthly" and len(one.ids) >= LOYAL_CHARGES and _is_by_choice(inputs, one)
    ]
    for series in sorted(loyal, key=lambda one: (one.amount_minor, one.payee_key)):
        if piece := _yearly_price(inputs, series):
            yield piece


def _is_by_choice(inputs: AdviceInputs, series: Series) -> bool:
    """Nobody pays rent by the year for a discount: only what is known to be a subscription."""
    charges = inputs.charges(series)
    return bool(charges) and (bool(class_of(series.payee_key)) or charges[-1].lead.category_key == "subscriptions")


def _yearly_price(inputs: AdviceInputs, series: Series) -> Advice | None:
    key = f"A07:{subject_of(series)}"
    price = inputs.assume(key, "yearly_price", "", series.currency)
    charges = inputs.charges(series)
    now = inputs.charge(charges[-1], **about(series))
    if not price.value:
        return Advice(
            "A07", {"now": now}, "minutes", None, frozenset(), Decimal("0.3"), subject=subject_of(series),
            variant="ask", assumptions=(price,),
        )  # fmt: skip
    yearly = inputs.stated(price, **about(series))
    year = inputs.study.book.derive(
        "series_year", "times@1", now.unit, now.period, inputs=(now,), params={**about(series), "factor": "-12"}
    )
    saved = inputs.study.book.derive(
        "yearly_price_saving", "difference@1", now.unit, now.period, inputs=(year, yearly), params=about(series)
    )
    if money(saved) <= 0:
        return None
    usual, monthly = abs(series.amount_minor), round(abs(series.amount_minor) * money(saved) / money(year))
    watch = due_watch(inputs, series, enough=round(usual * 0.9), ignore_above=usual * 3)
    gain = yearly_gain(inputs.study, "A07", saved, ("0.9", "1", "1"))
    return Advice(
        "A07",
        {"now": now, "yearly": yearly, "saved": saved},
        "minutes",
        gain,
        frozenset(series.ids),
        sureness(series.confidence, "0.5"),
        subject=subject_of(series),
        assumptions=(price,),
        follow_up=FollowUp("due", "cadence", window_days(series), {**watch, "worth": monthly}, baseline=now),
    )
