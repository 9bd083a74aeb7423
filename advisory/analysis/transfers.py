"""Transfers between own accounts: which two rows are one movement of money.

Pairs that are unique both ways come from the ledger's own rule. Where an amount could pair in two ways (a round sum
drawn at a machine on the day of a standing order), the words decide: the pair whose sides both speak of a transfer or
of an own account, then the nearer one. What is still even is left alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from advisory.analysis.payees import normalise
from advisory.analysis.rows import Row, Rows
from transactions.ledger.matching import MOST, Leg, match_transfers, says_transfer
from transactions.ledger.words import phrases_of

OWN_WORDS = frozenset(
    """
    own account;between accounts;to savings;from savings;to checking;from checking;savings account;eigen rekening;
    spaarrekening;betaalrekening;sparkonto;tagesgeld;girokonto;livret;livret a;compte courant;compte epargne;vir;
    cuenta ahorro;cuenta corriente;conto deposito;conto corrente;lonekonto;conta poupanca;conta corrente;poupanca;
    rachunek oszczednosciowy;konto oszczednosciowe;card payment thank you;payment received;credit card payment
    """.replace("\n", "")
    .replace("    ", "")
    .split(";")
)
# Amounts with more possible sides than this are left to the ledger's rule.
MOST_SIDES = 400


def pair_transfers(rows: Rows) -> tuple[tuple[int, int], ...]:
    """Pairs (id that leaves, id that arrives), by id. Each row is in one pair at most."""
    numbers = {name: place for place, name in enumerate(sorted({row.account for row in rows.rows}))}
    if len(numbers) < 2:
        return ()
    legs = [
        Leg(row.id, numbers[row.account], row.booking_date, row.amount_minor, row.currency, text=row.words)
        for row in rows.rows
    ]
    pairs = [(out.transaction_id, into.transaction_id) for out, into in match_transfers(legs)]
    used = {number for pair in pairs for number in pair}
    return tuple(sorted([*pairs, *_by_words([row for row in rows.rows if row.id not in used])]))


def _by_words(rows: Iterable[Row]) -> list[tuple[int, int]]:
    """Pairs among rows that have several possible partners."""
    sides: defaultdict[tuple[str, int], tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
    for row in rows:
        if row.amount_minor:
            sides[row.currency, abs(row.amount_minor)][row.amount_minor > 0].append(row)
    found: list[tuple[int, int]] = []
    for leaving, arriving in sides.values():
        if leaving and arriving and len(leaving) + len(arriving) <= MOST_SIDES:
            found += _best_pairs(leaving, arriving)
    return found


def _best_pairs(leaving: list[Row], arriving: list[Row]) -> list[tuple[int, int]]:
    """The likeliest pairs first; a pair as good as a rival for the same row is no pair."""
    days = [row.booking_date for row in arriving]
    options: list[tuple[tuple[int, int], Row, Row]] = []
    for out in leaving:
        for place in range(bisect_left(days, out.booking_date - MOST), len(arriving)):
            into = arriving[place]
            if into.booking_date > out.booking_date + MOST:
                break
            said = _says_own(out) + _says_own(into)
            if into.account != out.account and said:
                options.append(((-said, abs((into.booking_date - out.booking_date).days)), out, into))
    options.sort(key=lambda option: (option[0], option[1].id, option[2].id))
    pairs: list[tuple[int, int]] = []
    while options:
        best, out, into = options[0]
        rivals = [one for one in options[1:] if one[0] == best and (one[1] is out or one[2] is into)]
        if not rivals:
            pairs.append((out.id, into.id))
            options = [one for one in options if one[1] is not out and one[2] is not into]
        else:
            tied = {id(row) for _, *pair in (options[0], *rivals) for row in pair}
            options = [one for one in options if id(one[1]) not in tied and id(one[2]) not in tied]
    return pairs


def _says_own(row: Row) -> int:
    """Whether a row's words speak of a transfer or an own account; cash never does."""
    if normalise(row.text, row.counterparty).channel == "cash":
        return 0
    return int(row.is_transfer or says_transfer(row.words) or not OWN_WORDS.isdisjoint(phrases_of(row.words, 4)))
