"""Which two movements are one: money that left one own account and came into another.

A pair has opposite amounts in one currency on two different accounts at most five days apart, and is the only
possible pair for both of its sides. Five days: Easter between two banks, Thursday to Tuesday. Rows that could pair in
two ways are left alone rather than guessed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta

from transactions.ledger.account_matching import same_number
from transactions.ledger.words import phrases_of, squeeze, words_of

MOST = timedelta(days=5)
PAID_OFF = frozenset({"credit_card", "loan"})
SHORTEST_REF = 6
SHORTEST_NAME = 4

TRANSFER_WORDS = frozenset(
    words_of(
        """
        transfer transfers tfr xfer transfert virement virements virament umbuchung uebertrag übertrag ueberweisung
        überweisung dauerauftrag bonifico giroconto girofondo trasferimento transferencia transferencias traspaso
        traspasos transferência overboeking overschrijving overføring overforing överföring overførsel overforsel
        tilisiirto siirto przelew przelewy převod prevod prevody átutalás átvezetés pārskaitījums pavedimas pervedimas
        ülekanne перевод переказ превод havale virman μεταφορά 振替 振込 转账 이체
        """
    )
)


@dataclass(frozen=True, slots=True)
class Leg:
    """One movement as a possible side of a transfer. `is_new` marks rows that have never been looked at; `declared`
    is the account on the other side, by name or number, where the file names it."""

    transaction_id: int
    account_id: int
    booking_date: date
    amount_minor: int
    currency: str
    is_new: bool = True
    text: str = ""
    declared: str = ""


@dataclass(frozen=True, slots=True)
class OwnAccount:
    """How bank text may name one of the owner's accounts."""

    name: str
    external_ref: str = ""
    kind: str = ""
    other_refs: tuple[str, ...] = ()

    @property
    def refs(self) -> tuple[str, ...]:
        return (self.external_ref, *self.other_refs) if self.external_ref else self.other_refs


def match_transfers(legs: Iterable[Leg], refused: AbstractSet[tuple[int, int]] = frozenset()) -> list[tuple[Leg, Leg]]:
    """Pairs (outgoing, incoming) that are unique both ways and hold at least one new row, in order of their ids.

    `refused` holds (outgoing id, incoming id) that the user said no to: they are no candidates at all.
    """
    moving = sorted((leg for leg in legs if leg.amount_minor), key=_day)
    outgoing = _Side(leg for leg in moving if leg.amount_minor < 0)
    incoming = _Side(leg for leg in moving if leg.amount_minor > 0)
    no_to = _both_ways(refused)
    pairs: list[tuple[Leg, Leg]] = []
    for leg in outgoing.legs():
        partner = incoming.only_partner(leg, no_to)
        if partner is None or not (leg.is_new or partner.is_new):
            continue
        if outgoing.only_partner(partner, no_to) == leg:
            pairs.append((leg, partner))
    return sorted(pairs, key=lambda pair: (pair[0].transaction_id, pair[1].transaction_id))


def _both_ways(pairs: AbstractSet[tuple[int, int]]) -> frozenset[tuple[int, int]]:
    return frozenset(pairs) | {(incoming, outgoing) for outgoing, incoming in pairs}


class _Side:
    """The legs of one direction by currency and size, then by account, each list in order of days.

    A search looks at one account's list at a time and stops at the second candidate, so that a hundred thousand
    equal amounts cost no more than different ones.
    """

    def __init__(self, legs_by_day: Iterable[Leg]) -> None:
        self._by_size: dict[tuple[str, int], dict[int, list[Leg]]] = defaultdict(lambda: defaultdict(list))
        for leg in legs_by_day:
            self._by_size[leg.currency, abs(leg.amount_minor)][leg.account_id].append(leg)

    def legs(self) -> Iterator[Leg]:
        for accounts in self._by_size.values():
            for legs in accounts.values():
                yield from legs

    def only_partner(self, leg: Leg, refused: AbstractSet[tuple[int, int]]) -> Leg | None:
        """The one leg that could be the other side, or None when there is none or more than one."""
        first, last = leg.booking_date - MOST, leg.booking_date + MOST
        found: Leg | None = None
        for account_id, legs in self._by_size.get((leg.currency, abs(leg.amount_minor)), {}).items():
            if account_id == leg.account_id:
                continue
            for index in range(bisect_left(legs, first, key=_day), len(legs)):
                if legs[index].booking_date > last:
                    break
                if (leg.transaction_id, legs[index].transaction_id) in refused:
                    continue
                if found is not None:
                    return None
                found = legs[index]
        return found


def _day(leg: Leg) -> date:
    return leg.booking_date


def names_declared(declared: str, account: OwnAccount) -> bool:
    """What a file states as the other side is this account: its name or its number, whole."""
    stated = squeeze(declared)
    if bool(stated) and stated == squeeze(account.name):
        return True
    return any(same_number(ref, declared) for ref in account.refs)


def says_transfer(text: str) -> bool:
    """The text holds a word for transfer in some language."""
    return not TRANSFER_WORDS.isdisjoint(words_of(text))


def names_account(text: str, account: OwnAccount) -> bool:
    """The text holds the account's number, or its name as whole words."""
    refs = [ref for ref in map(squeeze, account.refs) if len(ref) >= SHORTEST_REF]
    if refs and any(ref in squeezed for squeezed in [squeeze(text)] for ref in refs):
        return True
    name = words_of(account.name)
    if len("".join(name)) < SHORTEST_NAME:
        return False
    return " ".join(name) in phrases_of(text, len(name))


def is_certain(text_out: str, text_in: str, account_out: OwnAccount, account_in: OwnAccount) -> bool:
    """A pair may be linked without asking: a side says transfer, or names the account on the other side, or the money
    went to a card or a loan, which receive little else than their own settlement."""
    return (
        (account_in.kind in PAID_OFF and account_out.kind not in PAID_OFF)
        or says_transfer(text_out)
        or says_transfer(text_in)
        or names_account(text_out, account_in)
        or names_account(text_in, account_out)
    )
