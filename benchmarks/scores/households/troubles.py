"""Makes contracts hard to see, as life does: prices that change, pauses, moved days, cancellations, drifting days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from benchmarks.scores.households.calendar import DAYS, PERIOD_DAYS
from benchmarks.scores.households.contract import Contract
from benchmarks.scores.households.entries import Window
from benchmarks.scores.households.truth import Cadence, Role

Trouble = Callable[[Contract, Random, Window], Contract]
LATEST_DAY = 16
"""A billing day that moves by up to twelve days stays inside the month when it begins here at the latest."""


def troubled(contract: Contract, dice: Random, window: Window) -> Contract:
    """The contract with what happens to it; most get nothing, or a new price."""
    if (
        not contract.spread
        and not contract.is_foreign
        and dice.random() < (0.5 if contract.role is Role.INCOME else 0.4)
    ):
        contract = _raised(contract, dice, window)
    if contract.role is Role.INCOME:
        return contract
    for chance, trouble in TROUBLES:
        if dice.random() < chance:
            return trouble(contract, dice, window)
    return contract


def _raised(contract: Contract, dice: Random, window: Window) -> Contract:
    if contract.role is Role.INSTALMENT:
        return contract
    days = sorted(window.some_day(dice, 0.2, 0.95) for _ in range(dice.choice((1, 1, 1, 2))))
    if len(days) == 2 and (days[1] - days[0]).days < 4 * PERIOD_DAYS[contract.cadence]:
        days = days[:1]
    factor, raises = 1.0, []
    for day in days:
        is_up = contract.role is Role.INCOME or dice.random() < 0.85
        factor *= 1 + dice.uniform(0.05, 0.25) if is_up else 1 - dice.uniform(0.06, 0.2)
        raises.append((day, factor))
    return replace(contract, raises=tuple(raises), troubles=contract.troubles | {"price"})


def _paused(contract: Contract, dice: Random, window: Window) -> Contract:
    period = PERIOD_DAYS[contract.cadence]
    start = window.some_day(dice, 0.3, 0.7)
    end = start + timedelta(days=round(period * dice.uniform(2.2, 4)))
    return replace(_marked(contract, "paused"), pauses=((start, end),))


def _missed(contract: Contract, dice: Random, window: Window) -> Contract:
    start = window.some_day(dice, 0.2, 0.85)
    return replace(
        _marked(contract, "missed"), pauses=((start, start + timedelta(days=PERIOD_DAYS[contract.cadence] - 1)),)
    )


def _stopped_lately(contract: Contract, dice: Random, window: Window) -> Contract:
    """Charges stop one or two periods before the last day seen: nobody can tell a pause from an end yet."""
    period = PERIOD_DAYS[contract.cadence]
    start = window.last - timedelta(days=round(period * dice.choice((1.5, 2.3))))
    return replace(_marked(contract, "silent"), pauses=((start, window.last + timedelta(days=400)),))


def _moved(contract: Contract, dice: Random, window: Window) -> Contract:
    if contract.cadence in (*DAYS, Cadence.SEMI_MONTHLY):
        return contract
    day = dice.randint(1, LATEST_DAY)
    return replace(_marked(contract, "moved"), day=day, moved=(window.some_day(dice, 0.3, 0.7), dice.randint(5, 12)))


def _drifting(contract: Contract, dice: Random, window: Window) -> Contract:
    del dice, window
    return replace(_marked(contract, "drifting"), is_drifting=True, day=min(contract.day, 20))


def _late(contract: Contract, dice: Random, window: Window) -> Contract:
    return replace(_marked(contract, "late"), late_on=window.some_day(dice, 0.2, 0.85))


def _ended(contract: Contract, dice: Random, window: Window) -> Contract:
    until = window.some_day(dice, 0.3, 0.8)
    is_cancelled = contract.role is Role.SUBSCRIPTION and dice.random() < 0.4
    cancelled = (
        until - timedelta(days=round(PERIOD_DAYS[contract.cadence] * dice.choice((1, 2)))) if is_cancelled else None
    )
    return replace(_marked(contract, "ended"), until=_latest(contract.until, until), cancelled_on=cancelled)


def _renamed(contract: Contract, dice: Random, window: Window) -> Contract:
    if contract.renamed or contract.channel == "fee" or "aggregator" in contract.troubles:
        return contract
    first, *rest = contract.payee.split()
    words = dice.choice(([*rest, "Services"] if rest else [first, "Group"], [first, "Holding"], ["Novaris", "Pay"]))
    return replace(_marked(contract, "renamed"), renamed=(window.some_day(dice, 0.35, 0.7), " ".join(words)))


def _trial(contract: Contract, dice: Random, window: Window) -> Contract:
    if contract.role is not Role.SUBSCRIPTION or contract.cadence is not Cadence.MONTHLY:
        return contract
    return replace(_marked(contract, "trial"), first=window.some_day(dice, 0.1, 0.7), has_trial=True)


def _latest(first: date | None, second: date) -> date:
    return min(first, second) if first else second


def _marked(contract: Contract, trouble: str) -> Contract:
    return replace(contract, troubles=contract.troubles | {trouble})


TROUBLES: tuple[tuple[float, Trouble], ...] = (
    (0.08, _ended),
    (0.05, _paused),
    (0.06, _missed),
    (0.04, _stopped_lately),
    (0.07, _moved),
    (0.05, _drifting),
    (0.07, _late),
    (0.05, _renamed),
    (0.12, _trial),
)
