"""Indicators that rest on recurring series: bills paid in time, what subscriptions take, whether the next bills are
covered. A series is looked at as it stood at the end of the month under study: what was booked later does not enter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from advisory.analysis.facts import FactDraft
from advisory.analysis.findings import Series
from advisory.analysis.groups import total
from advisory.analysis.health.balances import liquid_balance, liquid_of
from advisory.analysis.health.dues import Run, run_of
from advisory.analysis.health.flows import over, recent_of
from advisory.analysis.health.indicator import Indicator, found, judged, missing
from advisory.analysis.health.outlook import Outlook
from advisory.analysis.history import Booking, tidy
from advisory.analysis.per_year import PER_YEAR
from advisory.analysis.robust import middle
from advisory.analysis.study import UNNAMED, Study, spanning
from transactions.ledger.columns import Share
from transactions.ledger.period import Period, add_months

ON_TIME_MONTHS = 6
FEWEST_BOOKINGS = 3
AHEAD_DAYS = 30
LATEST = 3
PAID_ROLES = ("bill", "subscription", "instalment")
OWED_ROLES = ("bill", "instalment")
# Subscriptions are held against their own past: a twentieth more is a new price, not a new habit.
MORE_THAN_USUAL = Decimal("1.05")


@dataclass(frozen=True, slots=True)
class Known:
    """A series with its bookings up to the month's end, as whole rows in the base currency, in order of days."""

    series: Series
    bookings: tuple[Booking, ...]
    run: Run

    @property
    def about(self) -> dict[str, str]:
        return {"payee": tidy(self.series.label) or UNNAMED}

    @property
    def latest(self) -> list[Share]:
        return [share for booking in self.bookings[-LATEST:] for share in booking.shares]


def known_series(study: Study, series: Iterable[Series], roles: Sequence[str]) -> list[Known]:
    """Those of the roles, in the base currency, with a booking that is seen, in order of names and rows."""
    wanted = [one for one in series if one.currency == study.currency and one.role in roles]
    wholes = study.history.wholes
    seen = []
    for one in wanted:
        held = [wholes[pk] for pk in one.ids if pk in wholes]
        bookings = tuple(sorted(held, key=lambda booking: (booking.booking_date, booking.transaction_id)))
        run = run_of(one.cadence, one.day, [booking.booking_date for booking in bookings])
        if run is not None:
            seen.append(Known(one, bookings, run))
    return sorted(seen, key=lambda one: (one.series.label, one.series.ids))


def bills_on_time(study: Study, outlook: Outlook) -> Indicator:
    """Bills, subscriptions and instalments of the last six full months that were paid by their due day, weekends and
    bank holidays allowed for. A due day without a booking counts as missed where something is owed; a subscription may
    have been paused."""
    months = study.history.judged_months[-ON_TIME_MONTHS:]
    known = [one for one in known_series(study, outlook.series, PAID_ROLES) if len(one.bookings) >= FEWEST_BOOKINGS]
    if not months or not known:
        return missing("bills_on_time", "a bill that has come back three times")
    window = Period(add_months(study.month.start, 1 - ON_TIME_MONTHS), study.month.end)
    paid: list[int] = []
    expected = 0
    for one in known:
        in_time, owed = _kept(one, window)
        paid += in_time
        expected += owed
    if not expected:
        return missing("bills_on_time", "a bill that has come back three times")
    count = study.book.count("bills_paid_in_time", paid, window)
    seen = study.book.count(
        "bills_seen",
        [booking.transaction_id for one in known for booking in one.bookings if booking.booking_date in window],
        window,
    )
    due = found(study, "bills_due", str(expected), "count", period=window, inputs=(seen,))
    fact = study.book.ratio("bills_on_time", count, due, window)
    assert fact is not None
    return judged(study, "bills_on_time", fact, (count, due))


def _kept(one: Known, window: Period) -> tuple[list[int], int]:
    """Ids of the bookings in the window that came in time, and how many were due. The first booking of all has no due
    day."""
    run, slack = one.run, one.run.rhythm.slack
    in_time: list[int] = []
    owed = 0
    rest = zip(one.bookings[1:], run.lateness(), run.skipped(), strict=True)
    for booking, late, skipped in rest:
        if booking.booking_date in window:
            owed += 1 + (skipped if one.series.role in OWED_ROLES else 0)
            if late <= slack:
                in_time.append(booking.transaction_id)
    is_over = one.series.status == "ended"
    overdue = [day for day in run.due_before(window.end) if day + timedelta(days=slack) < window.end]
    return in_time, owed + (0 if is_over or one.series.role not in OWED_ROLES else len(overdue[:1]))


def subscription_load(study: Study, outlook: Outlook) -> Indicator:
    """What running subscriptions take of income. No cut is backed by evidence, so it does not enter the score; fair
    where the month cost more than your own middle month."""
    months = recent_of(study)
    known = known_series(study, outlook.series, ("subscription",))
    if not known or not months:
        return missing("subscription_load", "a subscription that comes back")
    income = over(study, "income", study.history.earned, months)
    if not Decimal(income.value):
        return missing("subscription_load", "income in the last full months")
    running = [one for one in known if one.run.is_running(study.month.end) and one.series.cadence in PER_YEAR]
    yearly = [_a_year_of(study, one) for one in running]
    period = spanning(months)
    cost = study.book.derive("subscriptions_year", "total@1", study.currency, study.month, inputs=yearly)
    of_year = study.book.derive(
        "income_year", "times@1", study.currency, period, inputs=(income,), params={"factor": str(12 // len(months))}
    )
    fact = study.book.derive("subscription_load", "share@1", "ratio", period, inputs=(cost, of_year))
    usual, is_more = _against_own_past(study, known)
    return Indicator("subscription_load", "fair" if is_more else "good", fact, (cost, income, usual))


def _a_year_of(study: Study, one: Known) -> FactDraft:
    return study.book.derive(
        "series_year",
        "times@1",
        study.currency,
        study.month,
        inputs=(_usual_amount(study, one),),
        params={**one.about, "factor": str(PER_YEAR[one.series.cadence])},
    )


def _against_own_past(study: Study, known: Sequence[Known]) -> tuple[FactDraft, bool]:
    months = study.history.judged_months
    shares = [share for one in known for booking in one.bookings for share in booking.shares]
    by_month = {month: [share for share in shares if share.booking_date in month] for month in months}
    sums = [study.sum("subscription_spending", by_month[month], month) for month in months]
    usual = study.median("subscription_usual", sums, spanning(months))
    sizes = [Decimal(abs(total(by_month[month]))) for month in months]
    return usual, sizes[-1] > middle(sizes) * MORE_THAN_USUAL


def bill_cover(study: Study, outlook: Outlook) -> Indicator:
    """How often cash and the income known to come within thirty days cover the bills known to come."""
    liquid = liquid_of(study)
    if liquid is None:
        return missing("bill_cover", "the opening balance of every current, savings and cash account")
    coming = Period(study.month.end, study.month.end + timedelta(days=AHEAD_DAYS))
    bills = _ahead(study, known_series(study, outlook.series, PAID_ROLES), coming)
    if not bills:
        return missing("bill_cover", "a bill that comes back")
    income = _ahead(study, known_series(study, outlook.series, ("income",)), coming)
    standing = liquid_balance(study, liquid)

    def all_of(metric: str, parts: Sequence[FactDraft]) -> FactDraft:
        return study.book.derive(metric, "total@1", study.currency, coming, inputs=parts)

    due, expected = all_of("bills_ahead", bills), all_of("income_ahead", income)
    have = all_of("cash_and_income", (standing, expected))
    fact = study.book.derive("bill_cover", "signed-share@1", "ratio", coming, inputs=(have, due))
    return judged(study, "bill_cover", fact, (standing, expected, due))


def _ahead(study: Study, known: Sequence[Known], coming: Period) -> list[FactDraft]:
    """What each series that is running will bring in these days, if anything; what is a little overdue too."""
    coming_up = []
    for one in known:
        if not one.run.is_running(coming.start):
            continue
        dues = one.run.due_before(coming.end)
        if dues:
            amount = _usual_amount(study, one)
            times = {**one.about, "factor": str(len(dues))}
            coming_up.append(
                study.book.derive("series_ahead", "times@1", study.currency, coming, inputs=(amount,), params=times)
            )
    return [one for one in coming_up if Decimal(one.value)]


def _usual_amount(study: Study, one: Known) -> FactDraft:
    """The middle one of the last three charges."""
    days = [booking.booking_date for booking in one.bookings[-LATEST:]]
    period = Period(days[0], days[-1] + timedelta(days=1))
    sums = [
        study.sum(
            "series_charge",
            booking.shares,
            Period(booking.booking_date, booking.booking_date + timedelta(1)),
            **one.about,
        )
        for booking in one.bookings[-LATEST:]
    ]
    return study.book.derive("usual_charge", "median@1", study.currency, period, inputs=sums, params=one.about)
