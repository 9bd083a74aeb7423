"""Payee keys of a household's rows, with what only the household itself can tell taken out of them.

A normaliser sees one text at a time. Over all rows, a word that stands in one row only is a reference and not a name,
and a word in front of many payees that are also known without it belongs to the bank ("card payment", "conf").
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import lru_cache

from advisory.analysis.payees import normalise
from advisory.analysis.rows import Rows, words_of

# So many payees must share a word at the same end before it is taken for the bank's.
SHARED_BY = 3
# A reference has at least this many characters; shorter lone words may be a name's last part.
SHORTEST_REFERENCE = 5
# Who pays a shop at once and is paid back in parts: its rows are no visits to the shop.
LENDERS = frozenset({"klarna", "afterpay", "clearpay", "affirm", "sezzle", "oney", "scalapay", "laybuy"})
LENDER = re.compile(rf"\b({'|'.join(sorted(LENDERS))})\b", re.IGNORECASE)


def household_keys(rows: Rows, aliases: Mapping[str, str]) -> tuple[str, ...]:
    """The payee key of every row, '' where the text names nobody; `aliases` are the user's own, key to key."""
    return _keys_of(tuple((row.text, row.counterparty) for row in rows.rows), tuple(sorted(aliases.items())))


@lru_cache(maxsize=1)
def _keys_of(texts: tuple[tuple[str, str], ...], alias_items: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """Of the last rows the answer is kept: series, alerts and advice ask about the same ones, one after the other."""
    aliases = dict(alias_items)
    payees = [normalise(text, who) for text, who in texts]
    plain = [payee.key for payee in payees]
    counts = Counter(plain)
    shorter = _without_references(counts)
    merged: Counter[str] = Counter()
    for key, count in counts.items():
        merged[shorter[key]] += count
    bare = _without_bank_words(merged)
    final = {key: bare[shorter[key]] for key in counts}
    named = {key: aliases.get(final[key], aliases.get(key, final[key])) for key in counts}
    return tuple(_lent(named[payee.key], words_of(*said)) for said, payee in zip(texts, payees, strict=True))


def _lent(key: str, words: str) -> str:
    """The key with the lender in front, where the text names one."""
    lower = words.lower()
    found = LENDER.search(words) if any(lender in lower for lender in LENDERS) else None
    if found is None or key.startswith(found[1].casefold()):
        return key
    return f"{found[1].casefold()} {key}"


def _without_references(counts: Mapping[str, int]) -> dict[str, str]:
    """Keys without words that stand in one row only, where what is left is seen in other rows too."""
    word_rows: Counter[str] = Counter()
    for key, count in counts.items():
        for word in set(key.split()):
            word_rows[word] += count
    left = {key: _known_words(key, word_rows) for key in counts}
    rows_left: Counter[str] = Counter()
    for key, count in counts.items():
        rows_left[left[key]] += count
    return {key: left[key] if rows_left[left[key]] > counts[key] else key for key in counts}


def _known_words(key: str, word_rows: Mapping[str, int]) -> str:
    first, *others = key.split() or [""]
    kept = [word for word in others if word_rows[word] > 1 or len(word) < SHORTEST_REFERENCE]
    return key if len(kept) == len(others) else _again(" ".join([first, *kept]))


def _without_bank_words(counts: Mapping[str, int]) -> dict[str, str]:
    """Keys without words at either end that many payees share, where the rest is a payee on its own."""
    fronts: defaultdict[str, set[str]] = defaultdict(set)
    backs: defaultdict[str, set[str]] = defaultdict(set)
    for key in counts:
        words = key.split()
        for size in (1, 2):
            if len(words) > size:
                fronts[" ".join(words[:size])].add(" ".join(words[size:]))
                backs[" ".join(words[-size:])].add(" ".join(words[:-size]))
    names = {key: _again(key) for key in counts}
    known = set(names.values())
    is_front = {word for word, rests in fronts.items() if len({_again(rest) for rest in rests} & known) >= SHARED_BY}
    is_back = {word for word, rests in backs.items() if len({_again(rest) for rest in rests} & known) >= SHARED_BY}
    return {key: _bare(key, is_front, is_back) for key in counts}


def _bare(key: str, is_front: set[str], is_back: set[str]) -> str:
    words = key.split()
    for size in (2, 1):
        if len(words) > size and " ".join(words[:size]) in is_front:
            return _again(" ".join(words[size:]))
        if len(words) > size and " ".join(words[-size:]) in is_back:
            return _again(" ".join(words[:-size]))
    return key


def _again(name: str) -> str:
    """What the normaliser makes of a name once the bank's words are gone."""
    return normalise(name).key or name
