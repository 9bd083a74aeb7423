"""Transfers to put before the user, with how sure they are and why: declared ones, equal amounts, converted amounts.

Declared by a file that names the other account: the nearest opposite amount there. Equal amounts: the rules of
`match_transfers`. Two currencies: the amount at the day's rate within 3 per cent, or, where no rate is known, only when
a text names the account on the other side. Every leg is used once, and what could pair in two ways is left alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from transactions.ledger.matching import (
    MOST,
    PAID_OFF,
    Leg,
    OwnAccount,
    is_certain,
    match_transfers,
    names_account,
    names_declared,
)
from transactions.ledger.money import currency_exponent, from_minor

SPREAD = Decimal("0.03")  # what banks and cards take on top of the rate of the day
RATE_DIGITS = Decimal("0.000001")
MOST_NAMED = 50  # candidates looked at for one leg without a rate

RateOf = Callable[[str, str, date], Decimal | None]
"""(from, to, day) -> what one unit of `from` is in `to`, or None where no rate is known."""
Pair = tuple[Leg, Leg]


@dataclass(frozen=True, slots=True)
class Proposal:
    """`confidence` 0 to 1; `is_certain`: link it without asking. `rate`: incoming over outgoing, in two currencies."""

    outgoing: Leg
    incoming: Leg
    confidence: float
    reason: str
    is_certain: bool
    rate: Decimal | None = None


def propose_transfers(
    legs: Iterable[Leg],
    accounts: Mapping[int, OwnAccount],
    refused: AbstractSet[tuple[int, int]] = frozenset(),
    rate_of: RateOf | None = None,
) -> list[Proposal]:
    """Each holds a new leg; no leg is in two. In order of their ids, whatever the order of `legs`.

    `refused` holds (outgoing id, incoming id) of pairs that the user said no to.
    """
    free = {leg.transaction_id: leg for leg in sorted(legs, key=_order) if leg.amount_minor}
    found: list[Proposal] = []

    def keep(proposals: Iterable[Proposal]) -> None:
        for one in proposals:
            found.append(one)
            del free[one.outgoing.transaction_id], free[one.incoming.transaction_id]

    keep(_declared(list(free.values()), accounts, refused))
    keep(_equal(pair, accounts) for pair in match_transfers(free.values(), refused))
    keep(_converted(list(free.values()), accounts, refused, rate_of))
    return sorted(found, key=lambda one: (one.outgoing.transaction_id, one.incoming.transaction_id))


def _order(leg: Leg) -> tuple[date, int]:
    return leg.booking_date, leg.transaction_id


def _declared(
    legs: Sequence[Leg], accounts: Mapping[int, OwnAccount], refused: AbstractSet[tuple[int, int]]
) -> list[Proposal]:
    """The nearest opposite amount on the account that the file names."""
    there: dict[tuple[int, str, int], list[Leg]] = defaultdict(list)
    for leg in legs:
        there[leg.account_id, leg.currency, leg.amount_minor].append(leg)
    edges: list[tuple[int, int, int, Leg, Leg]] = []
    named: dict[str, list[int]] = {}
    for leg in legs:
        if not leg.declared:
            continue
        if leg.declared not in named:
            named[leg.declared] = [pk for pk, account in accounts.items() if names_declared(leg.declared, account)]
        targets = [pk for pk in named[leg.declared] if pk != leg.account_id]
        for target in targets if len(targets) == 1 else ():
            for other in _near(there.get((target, leg.currency, -leg.amount_minor), ()), leg.booking_date):
                out, into = _sides(leg, other)
                if (leg.is_new or other.is_new) and not _is_refused(out, into, refused):
                    days = abs((leg.booking_date - other.booking_date).days)
                    edges.append((days, out.transaction_id, into.transaction_id, out, into))
    used: set[int] = set()
    found: list[Proposal] = []
    for _, out_id, in_id, out, into in sorted(edges, key=lambda edge: edge[:3]):
        if out_id not in used and in_id not in used:
            used |= {out_id, in_id}
            name = accounts[(into if out.declared else out).account_id].name
            found.append(Proposal(out, into, 0.99, f"The file names {name} as the other side.", is_certain=True))
    return found


def _near(legs: Sequence[Leg], day: date) -> Sequence[Leg]:
    """Of legs in order of days, those within the window, the nearest ones when there are very many."""
    low = bisect_left(legs, day - MOST, key=_day)
    high = bisect_left(legs, day + MOST + timedelta(days=1), key=_day)
    if high - low > MOST_NAMED:
        middle = bisect_left(legs, day, key=_day)
        low, high = max(low, middle - MOST_NAMED // 2), min(high, middle + MOST_NAMED // 2)
    return legs[low:high]


def _day(leg: Leg) -> date:
    return leg.booking_date


def _sides(one: Leg, other: Leg) -> Pair:
    return (one, other) if one.amount_minor < 0 else (other, one)


def _is_refused(out: Leg, into: Leg, refused: AbstractSet[tuple[int, int]]) -> bool:
    ids = (out.transaction_id, into.transaction_id)
    return ids in refused or ids[::-1] in refused


def _equal(pair: Pair, accounts: Mapping[int, OwnAccount]) -> Proposal:
    out, into = pair
    days = abs((out.booking_date - into.booking_date).days)
    when = "on one day" if not days else f"{days} day{'s' if days > 1 else ''} apart"
    why = _hint(out, into, accounts)
    if why:
        return Proposal(out, into, 0.97 if days <= 3 else 0.92, f"Opposite amounts {when}; {why}.", is_certain=True)
    reason = f"Opposite amounts {when}, and no other row could be the other side."
    return Proposal(out, into, round(0.75 - 0.05 * days, 2), reason, is_certain=False)


def _hint(out: Leg, into: Leg, accounts: Mapping[int, OwnAccount]) -> str:
    """Why a pair is certain, in words; "" when it is not."""
    account_out, account_in = accounts[out.account_id], accounts[into.account_id]
    if names_account(out.text, account_in):
        return f"the text names {account_in.name}"
    if names_account(into.text, account_out):
        return f"the text names {account_out.name}"
    if account_in.kind in PAID_OFF and account_out.kind not in PAID_OFF:
        return f"it pays off {account_in.name}"
    return "the text says transfer" if is_certain(out.text, into.text, account_out, account_in) else ""


def _converted(
    legs: Sequence[Leg],
    accounts: Mapping[int, OwnAccount],
    refused: AbstractSet[tuple[int, int]],
    rate_of: RateOf | None,
) -> list[Proposal]:
    """Pairs in two currencies that are the only ones for both of their sides."""
    incoming: dict[tuple[str, date], list[Leg]] = defaultdict(list)
    for leg in legs:
        if leg.amount_minor > 0:
            incoming[leg.currency, leg.booking_date].append(leg)
    for same_day in incoming.values():
        same_day.sort(key=_size)
    currencies = sorted({currency for currency, _ in incoming})
    if not any(leg.currency != currency for leg in legs if leg.amount_minor < 0 for currency in currencies):
        return []
    namers = {leg.transaction_id for leg in legs if rate_of is None and _names_abroad(leg, accounts)}
    named = {
        when: chosen
        for when, same_day in incoming.items()
        if (chosen := [leg for leg in same_day if leg.transaction_id in namers])
    }
    pairs = [
        (out, into, rate)
        for out in legs
        if out.amount_minor < 0
        for currency in currencies
        if currency != out.currency
        for rate in [rate_of(out.currency, currency, out.booking_date) if rate_of else None]
        for into in _candidates(out, currency, rate, incoming if rate or out.transaction_id in namers else named)
        if _is_open(out, into, refused) and (rate or _is_named(out, into, accounts))
    ]
    uses = Counter(leg.transaction_id for pair in pairs for leg in pair[:2])
    return [
        _proposal(out, into, accounts, known=rate is not None)
        for out, into, rate in pairs
        if uses[out.transaction_id] == uses[into.transaction_id] == 1
    ]


def _names_abroad(leg: Leg, accounts: Mapping[int, OwnAccount]) -> bool:
    """It names another own account; without a rate only such rows can be a side."""
    return any(
        names_account(leg.text, account) or names_declared(leg.declared, account)
        for pk, account in accounts.items()
        if pk != leg.account_id
    )


def _is_open(out: Leg, into: Leg, refused: AbstractSet[tuple[int, int]]) -> bool:
    is_new = out.is_new or into.is_new
    return is_new and out.account_id != into.account_id and not _is_refused(out, into, refused)


def _size(leg: Leg) -> int:
    return leg.amount_minor


def _candidates(
    out: Leg, currency: str, rate: Decimal | None, incoming: Mapping[tuple[str, date], Sequence[Leg]]
) -> list[Leg]:
    """At the rate of the day at most two a day: more than one are too many anyway. Without a rate, up to a bound."""
    most = MOST_NAMED if rate is None else 2
    found: list[Leg] = []
    for offset in range(-MOST.days, MOST.days + 1):
        same_day = incoming.get((currency, out.booking_date + timedelta(days=offset)), ())
        if rate is None:
            found += same_day[:most]
            continue
        expected = -from_minor(out.amount_minor, out.currency) * rate
        unit = Decimal(10) ** currency_exponent(currency)
        start = bisect_left(same_day, int(expected * (1 - SPREAD) * unit), key=_size)
        for into in same_day[start : start + most]:
            if abs(from_minor(into.amount_minor, currency) - expected) <= SPREAD * expected:
                found.append(into)
    return found


def _is_named(out: Leg, into: Leg, accounts: Mapping[int, OwnAccount]) -> bool:
    there, here = accounts[into.account_id], accounts[out.account_id]
    return (
        names_account(out.text, there)
        or names_account(into.text, here)
        or names_declared(out.declared, there)
        or names_declared(into.declared, here)
    )


def _proposal(out: Leg, into: Leg, accounts: Mapping[int, OwnAccount], *, known: bool) -> Proposal:
    given, got = -from_minor(out.amount_minor, out.currency), from_minor(into.amount_minor, into.currency)
    rate = (got / given).quantize(RATE_DIGITS)
    is_named = _is_named(out, into, accounts)
    amounts = f"{given} {out.currency} became {got} {into.currency}"
    if known and is_named:
        return Proposal(
            out,
            into,
            0.95,
            f"{amounts}, near the day's rate, and the text names the account.",
            is_certain=True,
            rate=rate,
        )
    if names_declared(out.declared, accounts[into.account_id]) and names_declared(
        into.declared, accounts[out.account_id]
    ):
        reason = f"The file names each as the other side; {amounts}."
        return Proposal(out, into, 0.99, reason, is_certain=True, rate=rate)
    if known:
        return Proposal(out, into, 0.6, f"{amounts}, near the day's rate.", is_certain=False, rate=rate)
    return Proposal(out, into, 0.7, f"The text names the account; {amounts}.", is_certain=False, rate=rate)
