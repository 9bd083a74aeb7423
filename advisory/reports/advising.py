"""The report's own findings in the words of the engines that give advice, until the report reads theirs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from advisory.analysis.advice.choice import advise
from advisory.analysis.advice.inputs import AdviceInputs
from advisory.analysis.advice.piece import Advice
from advisory.analysis.duplicates import find_double_charges
from advisory.analysis.findings import Alert, PriceChange, Series
from advisory.analysis.health import Indicator
from advisory.analysis.history import payee_key
from advisory.analysis.recurring import RecurringSeries
from advisory.analysis.study import Study, about_payee
from transactions.ledger.columns import Columns

CADENCES = {"fortnightly": "biweekly"}


def advice_for(
    study: Study, columns: Columns, known: Sequence[RecurringSeries], health: Sequence[Indicator]
) -> list[Advice]:
    """The month's advice as of its last day. Questions are left out: nobody can answer a report."""
    as_of = study.history.month.last_day
    found = advise(
        AdviceInputs.of(
            study,
            columns,
            as_of,
            series=[_series(one) for one in known if one.is_active(study.history.asof)],
            alerts=[*_doubles(study)],
            health=health,
            accounts=study.history.accounts,
            keys={share.transaction_id: payee_key(share) for share in study.history.shares},
        )
    )
    return [one for one in found if not one.is_question]


def _series(one: RecurringSeries) -> Series:
    amounts, last = [booking.amount_minor for booking in one.bookings], one.last
    return Series(
        ids=tuple(booking.transaction_id for booking in one.bookings),
        payee_key=one.payee,
        label=about_payee(last.lead)["payee"],
        currency=last.lead.currency,
        account=str(last.lead.account_id),
        cadence=CADENCES.get(one.cadence.key, one.cadence.key),
        role="bill",
        status="active",
        day=last.booking_date.day,
        first_date=one.bookings[0].booking_date,
        last_date=last.booking_date,
        next_date=None,
        next_from=None,
        next_until=None,
        amount_minor=amounts[-1],
        amount_low=min(amounts),
        amount_high=max(amounts),
        price_changes=tuple(_steps(one)),
    )


def _steps(one: RecurringSeries) -> Iterable[PriceChange]:
    """The newest step, where the price stood still on either side of it or is of the last booking."""
    places = [
        place for place, (old, new) in enumerate(pairwise(one.bookings), 1) if old.amount_minor != new.amount_minor
    ]
    if places and places[-1] > 1:
        before, after = one.bookings[places[-1] - 1], one.bookings[places[-1]]
        if one.bookings[places[-1] - 2].amount_minor == before.amount_minor:
            yield PriceChange(after.booking_date, before.amount_minor, after.amount_minor)


def _doubles(study: Study) -> Iterable[Alert]:
    for pair in find_double_charges(study.history.bookings, study.history.bookings_in(study.month)):
        ids = (pair.first.transaction_id, pair.second.transaction_id)
        yield Alert("duplicate", ids, (), 0.05, 1.0, abs(pair.second.amount_minor), "same_amount_again")
