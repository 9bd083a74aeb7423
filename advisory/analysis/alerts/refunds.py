"""Refunds that have not come: a return the user noted, or half of what always came in pairs (deposits, expenses)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from math import ceil

from advisory.analysis.alerts.alert import LATE_REFUND, Feedback
from advisory.analysis.alerts.ledger import Income, Ledger, Purchase
from advisory.analysis.findings import Alert
from transactions.ledger.words import phrases_of, words_of

# Shops have fourteen days to pay back from the day the goods are back (EU directive 2011/83, article 13).
REFUND_DAYS = 14
LARGEST_REFUND_DAYS = 60
# Pairs at a payee before the missing half of one is missed, the share of its payments that come back, and how much
# later than ever before.
FEWEST_PAIRS, PAIRED_SHARE, LATER = 3, 0.8, 2
NOTED, LEARNED = 0.05, 0.1
LONGEST_PHRASE = 2
# What people write beside something they have sent back.
RETURNED = """
    returned, sent back, return sent, refund due, refund pending, awaiting refund, to be refunded,
    zuruckgeschickt, zurueckgeschickt, zuruckgesendet, retoure, retourniert, erstattung offen, zuruckgegeben,
    retourne, renvoye, retournee, rembourser, remboursement attendu, en retour,
    devuelto, devuelta, devolucion, pendiente reembolso, reembolso pendiente,
    reso, restituito, rimborso atteso, teruggestuurd, retour, geretourneerd, terugbetaling verwacht,
    devolvido, devolucao, reembolso, returnerad, retur, zwrot, zwrocone, palautettu, 返品, 返金
"""


def find_late_refunds(ledger: Ledger, answers: Feedback) -> Iterator[Alert]:
    """Each purchase once. What was noted needs no equal refund: any money from that payee since will do."""
    named = set()
    fewest = max(FEWEST_PAIRS - 1, ceil(FEWEST_PAIRS / answers.leaning(LATE_REFUND)))
    for purchase in ledger.purchases:
        is_noted = purchase.row.id in answers.returned or _says_returned(purchase.row.note)
        if not is_noted or _age(purchase, ledger) < REFUND_DAYS:
            continue
        if not _is_back(purchase, ledger, _of_others(purchase, ledger)):
            named.add(purchase.row.id)
            yield _alert(purchase, (), NOTED)
    for (key, currency), listed in sorted(ledger.by_payee.items()):
        incomes = ledger.incomes.get((key, currency), ())
        if len(incomes) >= fewest:
            yield from (one for one in _missing_halves(listed, incomes, ledger, fewest) if one.ids[0] not in named)


def _age(purchase: Purchase, ledger: Ledger) -> int:
    return ledger.as_of.toordinal() - purchase.day


@lru_cache(maxsize=4)
def _returned_words() -> frozenset[str]:
    return frozenset(" ".join(words_of(phrase)) for phrase in RETURNED.split(","))


def _says_returned(note: str) -> bool:
    return bool(note) and not _returned_words().isdisjoint(phrases_of(note, LONGEST_PHRASE))


def _is_back(
    purchase: Purchase, ledger: Ledger, used: Collection[int] = frozenset(), *, is_whole: bool = False
) -> bool:
    """Whether money came from that payee since: all of it (`is_whole`), or some; rows in `used` do not count. Looks at
    what was taken for a transfer as well: a refund onto another account looks like one.
    """
    words = set(purchase.key.split())
    return any(
        (minor == purchase.size if is_whole else minor <= purchase.size)
        and currency == purchase.row.currency
        and income.row.id not in used
        and 0 <= income.day - purchase.day <= LARGEST_REFUND_DAYS
        and ((key and key == purchase.key) or not words.isdisjoint(words_of(income.row.words)))
        for (key, currency), listed in ledger.incomes.items()
        for income in listed
        for minor in (income.row.amount_minor,)
    )


def _of_others(purchase: Purchase, ledger: Ledger) -> set[int]:
    """Money that is to the cent what another purchase at that payee cost: its refund, not this one's."""
    place = purchase.key, purchase.row.currency
    others = [one for one in ledger.by_payee.get(place, ()) if one is not purchase and one.size != purchase.size]
    return {
        income.row.id
        for income in ledger.incomes.get(place, ())
        for other in others
        if other.size == income.row.amount_minor and 0 <= income.day - other.day <= LARGEST_REFUND_DAYS
    }


def _missing_halves(
    listed: Sequence[Purchase], incomes: Sequence[Income], ledger: Ledger, fewest: int
) -> Iterator[Alert]:
    """Payments at a payee where nearly each came back to the cent, that have not."""
    purchases = [one for one in listed if not one.is_transfer]
    open_: defaultdict[int, list[Income]] = defaultdict(list)
    for income in incomes:
        if income.is_transfer:
            continue
        open_[income.row.amount_minor].append(income)
    pairs: list[tuple[Purchase, Income]] = []
    alone: list[Purchase] = []
    for purchase in purchases:
        waiting = open_[purchase.size]
        fitting = [one for one in waiting if 0 <= one.day - purchase.day <= LARGEST_REFUND_DAYS]
        if fitting:
            waiting.remove(fitting[0])
            pairs.append((purchase, fitting[0]))
        else:
            alone.append(purchase)
    if len(pairs) < fewest or len(pairs) < PAIRED_SHARE * len(purchases):
        return
    patience = max(REFUND_DAYS, LATER * max(income.day - purchase.day for purchase, income in pairs))
    peers = tuple(number for purchase, income in pairs[-2:] for number in (purchase.row.id, income.row.id))
    p_value = max(LEARNED / len(pairs), (len(alone) - 1) / len(purchases))
    used = {income.row.id for _, income in pairs}
    for purchase in alone:
        # The same name may be printed with another town behind it.
        if _age(purchase, ledger) > patience and not _is_back(purchase, ledger, used, is_whole=True):
            yield _alert(purchase, peers, p_value)


def _alert(purchase: Purchase, peers: tuple[int, ...], p_value: float) -> Alert:
    return Alert(LATE_REFUND, (purchase.row.id,), peers, p_value, 0.8, purchase.size, "refund_not_come")
