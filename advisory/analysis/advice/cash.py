"""Advice on cash: a first buffer, a buffer that lasts, and money that lies idle above both."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from advisory.analysis.advice.balances import liquid_accounts, standing, standing_minor
from advisory.analysis.advice.inputs import AdviceInputs, money
from advisory.analysis.advice.piece import RED, Advice, Assumption, FollowUp, sureness, yearly_gain
from advisory.analysis.facts import FactDraft
from advisory.analysis.health import Indicator
from advisory.analysis.outcomes.accepted import is_move
from advisory.analysis.per_year import PER_YEAR
from advisory.analysis.study import spanning
from transactions.ledger.money import to_minor

# A12: half a month, or 2,000 units where the currency is one of those the marker was measured in or near.
FIRST_BUFFER_MONTHS, TARGET_MONTHS = "0.5", "3"
FIRST_MARKER = "2000"
"""Vanguard (2025, 12,400 people): from about 2,000 on, well-being is clearly higher."""
MARKED_CURRENCIES = frozenset({"EUR", "USD", "GBP", "CHF", "CAD", "AUD", "NZD"})
# A14: half a year of essentials stays untouched, and the bills of the coming quarter.
IDLE_MONTHS, BILL_DAYS = "6", 90
LEAST_IDLE = Decimal("0.5")
PACE_MONTHS = 3
LOW_CASH = 0.2


def low_cash_is_red(inputs: AdviceInputs) -> bool:
    """Money may well run out within a month, or has."""
    cash, liquid = inputs.cash, liquid_accounts(inputs)
    is_short = cash is not None and cash.shortfall is not None and cash.shortfall >= LOW_CASH
    return is_short or (bool(liquid) and standing_minor(liquid) < 0)


def buffer(inputs: AdviceInputs) -> Iterator[Advice]:
    """A12 below half a month of essentials or the first marker, A13 below three months. No gain: it is a risk."""
    found = next((one for one in inputs.health if one.key == "buffer_months" and one.fact), None)
    if found is None or found.fact is None or len(found.support) < 2:
        return
    marker = inputs.assume("A12:buffer", "first_marker", _marker(inputs), inputs.currency)
    target_months = inputs.assume("A13:buffer", "target_months", TARGET_MONTHS, "months")
    is_below = bool(marker.value) and money(found.support[0]) < Decimal(marker.value)
    if money(found.fact) < Decimal(FIRST_BUFFER_MONTHS) or is_below:
        yield _first(inputs, found, marker)
    elif money(found.fact) < Decimal(target_months.value):
        yield _buffer(
            inputs, found, "A13", _essentials(inputs, found.support[1], target_months.value), 1, target_months
        )


def _marker(inputs: AdviceInputs) -> str:
    return FIRST_MARKER if inputs.currency in MARKED_CURRENCIES else ""


def _first(inputs: AdviceInputs, found: Indicator, marker: Assumption) -> Advice:
    """The target is the larger of both: half a month of essentials, and the marker."""
    half = _essentials(inputs, found.support[1], FIRST_BUFFER_MONTHS)
    is_marked = bool(marker.value) and Decimal(marker.value) > money(half)
    is_red = low_cash_is_red(inputs) or (found.fact is not None and money(found.fact) < Decimal(FIRST_BUFFER_MONTHS))
    target = inputs.stated(marker) if is_marked else half
    return _buffer(inputs, found, "A12", target, RED if is_red else 2, marker)


def _essentials(inputs: AdviceInputs, usual: FactDraft, months: str) -> FactDraft:
    """So many months of essentials, as something to have rather than to owe."""
    book = inputs.study.book
    cost = book.derive("essential_cost", "times@1", usual.unit, usual.period, inputs=(usual,), params={"factor": "-1"})
    return book.derive(
        "buffer_target", "times@1", usual.unit, inputs.study.month, inputs=(cost,), params={"factor": months}
    )


def _buffer(  # noqa: PLR0917 (a piece has no fewer sides)
    inputs: AdviceInputs, found: Indicator, rule: str, target: FactDraft, urgency: int, assumed: Assumption
) -> Advice:
    assert found.fact is not None
    have, usual = found.support[0], found.support[1]
    gap = inputs.study.difference("buffer_gap", target, have)
    figures = {"months": found.fact, "standing": have, "usual": usual, "target": target, "gap": gap}
    pace = _pace(inputs)
    variant = ""
    if rule == "A13" and pace is not None:
        figures |= {"pace": pace, "lasting": _lasting(inputs, gap, pace)}
        variant = "pace"
    watch = {
        "target": to_minor(money(target), target.unit),
        "start": to_minor(money(have), have.unit),
        "accounts": [str(one.account_id) for one in liquid_accounts(inputs)],
    }
    return Advice(
        rule,
        figures,
        "a habit",
        urgency=urgency,
        confidence=sureness(0.9, "0.5"),
        subject="buffer",
        variant=variant,
        assumptions=(assumed,),
        follow_up=FollowUp("level", "buffer_months", 365, watch, baseline=found.fact),
    )


def _pace(inputs: AdviceInputs) -> FactDraft | None:
    """What was kept in the middle one of the last three full months; None where nothing was."""
    months = inputs.study.history.judged_months[-PACE_MONTHS:]
    if len(months) < PACE_MONTHS:
        return None
    kept = inputs.study.median("kept_a_month", [inputs.study.net(one) for one in months], spanning(months))
    return kept if money(kept) > 0 else None


def _lasting(inputs: AdviceInputs, gap: FactDraft, pace: FactDraft) -> FactDraft:
    return inputs.study.book.derive("months_to_buffer", "cover@1", "months", inputs.study.month, inputs=(gap, pace))


def idle(inputs: AdviceInputs) -> Iterator[Advice]:
    """A14: more than half a year of essentials and the known bills lie on accounts without a use.

    What the money could earn is the user's to say; without a rate we ask and promise nothing.
    """
    found = next((one for one in inputs.health if one.key == "buffer_months" and one.fact), None)
    liquid = liquid_accounts(inputs)
    if found is None or len(found.support) < 2 or not liquid:
        return
    have = standing(inputs, liquid)
    keep = _essentials(inputs, found.support[1], IDLE_MONTHS)
    bills = _bills(inputs)
    spare = inputs.study.difference("idle_cash", have, keep)
    if bills is not None:
        spare = inputs.study.book.derive(
            "idle_cash", "total@1", inputs.currency, inputs.study.month, inputs=(spare, bills)
        )
    if money(spare) > money(keep) * LEAST_IDLE / Decimal(IDLE_MONTHS):
        yield _idle(inputs, have, keep, spare)


def _bills(inputs: AdviceInputs) -> FactDraft | None:
    """The last charges of contracts that come less than monthly and are due within a quarter."""
    last = inputs.as_of + timedelta(days=BILL_DAYS)
    rows = [
        inputs.charges(one)[-1]
        for one in inputs.outgoing
        if PER_YEAR[one.cadence] < 12 and one.next_date and one.next_date <= last and one.currency == inputs.currency
    ]
    return inputs.sum_of("known_bills", rows) if rows else None


def _idle(inputs: AdviceInputs, have: FactDraft, keep: FactDraft, spare: FactDraft) -> Advice:
    rate = inputs.assume("A14:idle", "savings_rate", "", "ratio")
    own = inputs.assume("A14:idle", "own_rate", "0", "ratio")
    figures = {"standing": have, "keep": keep, "spare": spare}
    if not rate.value or Decimal(rate.value) <= Decimal(own.value):
        return Advice(
            "A14", figures, "an hour", confidence=Decimal("0.3"), subject="idle", variant="ask",
            assumptions=(rate, own),
        )  # fmt: skip
    more = Decimal(rate.value) - Decimal(own.value)
    watch = {"currency": inputs.currency, "total": to_minor(money(spare), spare.unit) // 2, **_moves_before(inputs)}
    return Advice(
        "A14",
        {**figures, "rate": inputs.stated(rate)},
        "an hour",
        yearly_gain(inputs.study, "A14", spare, (str(more / 2), str(more), str(more))),
        frozenset(),
        sureness(0.8, "0.4"),
        subject="idle",
        assumptions=(rate, own),
        follow_up=FollowUp("moved", "transfers", 92, {**watch, "rate": str(more)}, baseline=spare),
    )


def _moves_before(inputs: AdviceInputs) -> dict[str, object]:
    """What leaves by transfer in an ordinary month: only more than that is an answer to advice."""
    return {"usual": usual_moves(inputs)}


def usual_moves(inputs: AdviceInputs) -> int:
    """Minor units that left current accounts by transfer in the fullest of the last six times thirty days, counted as
    the judge of such advice counts what leaves afterwards."""
    kinds = {one.account_id for one in inputs.accounts if one.kind == "checking"}
    sums = [0] * 6
    for one in (share for booking in inputs.bookings.values() for share in booking.shares):
        back = (inputs.as_of - one.booking_date).days // 30
        is_ours = one.account_id in kinds and one.currency == inputs.currency
        if is_ours and is_move(one) and one.amount_minor < 0 and 0 <= back < 6:
            sums[back] -= one.amount_minor
    return max(sums)
