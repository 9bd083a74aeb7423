"""What the name of a column says it holds: a score per role, from the vocabulary in `words_columns`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from transactions.ledger.money import is_currency
from transactions.statements.dates import read_date
from transactions.statements.folding import DAMAGED, fold, is_same_damaged
from transactions.statements.numbers import SYMBOLS, is_amount
from transactions.statements.words_vocabulary import names_by_role

ROLES: Mapping[str, frozenset[str]] = names_by_role()
KEY_ROLES = ("booking_date", "date", "value_date", "amount", "debit", "credit")
MAX_NAME = 90  # longer cells are text, not names
_BRACKETS = re.compile(r"[(\[（]([^()\[\]（）]{1,40})[)\]）]")
_SIGN_ALONE = re.compile(r"[(\[]\s*([-−–+])\s*[)\]]")
_WIDE = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\u1100-\u11ff]")
_INDEX: dict[str, list[tuple[str, str]]] = {}
for _role, _known in ROLES.items():
    for _phrase in _known:
        for _word in _phrase.split():
            _INDEX.setdefault(_word, []).append((_phrase, _role))
_WIDE_PHRASES = [(phrase, role) for role, known in ROLES.items() for phrase in known if _WIDE.search(phrase)]
_STEMS = {
    "booking_date": ("buchungsdatum", "buchungstag", "boekdatum", "bokforingsdat"),
    "value_date": ("valutadatum", "wertstellung"),
    "date": ("datum", "datumn", "dato", "datums"),
    "amount": ("betrag", "belopp", "belob", "bedrag", "beløp", "umsatz", "importe", "montant"),
    "balance": ("saldo", "kontostand"),
    "currency": ("wahrung", "waehrung", "valutakod"),
    "description": ("text", "beschreibung", "omschrijving", "zweck"),
    "counterparty": ("empfanger", "empfaenger", "auftraggeber"),
    "account": ("kontonummer", "rekeningnummer"),
}


@lru_cache(maxsize=4096)
def role_scores(name: str) -> Mapping[str, float]:
    """For each role the name suggests, how strongly: 1.0 when it is exactly a known name, less for a part of it."""
    if not name or len(name) > MAX_NAME or is_amount(name) or read_date(name):
        return {}
    inside = _BRACKETS.search(name)
    bare = fold(_BRACKETS.sub(" ", name)) or fold(name)
    scores: dict[str, float] = {}
    side = _scores_of(fold(inside[1])) if inside else {}
    for text, factor in ((bare, 1.0), (fold(name), 1.0), (fold(inside[1]) if inside else "", 0.5)):
        for role, score in _scores_of(text).items():
            scores[role] = max(scores.get(role, 0.0), score * factor)
    if name.isascii() and bare in _NOT_WITHOUT_ACCENTS:
        scores.pop(_NOT_WITHOUT_ACCENTS[bare], None)
    if sign := _SIGN_ALONE.search(name):
        scores["credit" if sign[1] == "+" else "debit"] = 0.95
    for role, other in (("debit", "credit"), ("credit", "debit")):
        if scores.get("amount", 0.0) >= 0.6 and side.get(role, 0.0) >= 0.9 > side.get(other, 0.0):
            scores |= {role: 0.95, "amount": 0.4}  # 'Amount (credit)'
    return scores


def known_name(name: str) -> bool:
    return max(role_scores(name).values(), default=0.0) >= 0.9


def header_strength(cells: tuple[str, ...]) -> float:
    """How much a record looks like a header: known names, the kinds of column a statement cannot do without."""
    if len(cells) < 2 or sum(1 for cell in cells if cell) < 2:
        return 0.0
    total, figures = 0.0, False
    kinds: set[str] = set()
    for cell in cells:
        if not cell:
            continue
        if len(cell) <= 2 and cell.isdigit() and not figures:
            figures = True  # some files number the kinds of their records in the first cell
            continue
        if is_amount(cell) or read_date(cell) is not None:
            return 0.0
        best = max(role_scores(cell).items(), key=lambda item: item[1], default=("", 0.0))
        if best[1] >= 0.45:
            total += best[1]
            kinds.update(role for role, score in role_scores(cell).items() if score >= 0.45)
    has_date = bool(kinds & {"booking_date", "date", "value_date"})
    has_amount = bool(kinds & {"amount", "debit", "credit"})
    filled = sum(1 for cell in cells if cell)
    return total * (0.4 + 0.6 * total / filled) + 1.5 * (has_date and has_amount) - (not has_date) - (not has_amount)


def currency_in_name(name: str) -> str:
    """The currency a column's name carries: 'Amount (EUR)', 'Betrag in €', 'částka CZK', 'Amount(in Rs)'."""
    inside = _BRACKETS.search(name[:MAX_NAME])
    if inside and (symbol := SYMBOLS.get(inside[1].strip().lower())):
        return symbol
    if _WIDE.search(name[:MAX_NAME]):
        for symbol in (
            "人民币",
            "人民幣",
            "新台幣",
            "新臺幣",
            "台幣",
            "港币",
            "港幣",
            "美元",
            "美金",
            "欧元",
            "歐元",
            "日元",
            "日圓",
            "英镑",
        ):
            if symbol in name[:MAX_NAME]:
                return SYMBOLS[symbol]
    for word in re.split(r"[\s()\[\]/.,:*_\-（）]+", name[:MAX_NAME]):
        bare = word.strip("$")
        upper = bare.upper()
        if upper in {"EURO", "EUROS"}:
            return "EUR"
        if len(bare) == 3 and (bare.isupper() or bare.islower()) and is_currency(upper) and upper not in _NO_CODES:
            return upper
        if word.lower() in SYMBOLS and (not word.isascii() or word.lower() in {"rs", "zl", "r$", "us$", "tl"}):
            return SYMBOLS[word.lower()]
    return ""


# "No." is a number; only with its accents is it the Vietnamese for debit.
_NOT_WITHOUT_ACCENTS = {"no": "debit", "co": "credit"}
_NO_CODES = frozenset(
    {
        "ALL",
        "TOP",
        "MOP",
        "LAK",
        "CUP",
        "GEL",
        "TRY",
        "PEN",
        "BAM",
        "SOS",
        "LSL",
        "AMD",
        "COP",
        "MAD",
        "BIF",
        "ANG",
        "SDR",
        "VAL",
        "DEM",
    }
)


def known_words_in(text: str) -> int:
    """How many known column names with letters beyond ASCII stand in the first lines: evidence for a decoding.

    Words with a lost letter are no evidence, and comparing each with the whole vocabulary, sixteen times over, cost
    seconds on a damaged file of two kilobytes.
    """
    found = 0
    for line in text[:6000].splitlines()[:60]:
        for cell in re.split(r"[,;\t|]", line):
            bare = cell.strip(" \"'")
            if not 1 < len(bare) <= MAX_NAME or bare.isascii():
                continue
            word = fold(bare)
            found += DAMAGED not in word and max(_scores_of(word).values(), default=0.0) >= 0.9
    return found


@lru_cache(maxsize=8192)
def _scores_of(text: str) -> Mapping[str, float]:
    scores: dict[str, float] = {}
    if not text:
        return scores
    words = text.split()
    padded = f" {text} "
    for word in dict.fromkeys(words):
        for phrase, role in _INDEX.get(word, ()):
            if phrase == text:
                scores[role] = 1.0
            elif len(phrase) > 1 and f" {phrase} " in padded:
                _raise(scores, role, 0.35 + 0.5 * len(phrase) / len(text))
    _wide_scores(text, scores)
    _stem_scores(words, scores)
    if DAMAGED in text:
        _damaged_scores(text, scores)
    return scores


def _raise(scores: dict[str, float], role: str, score: float) -> None:
    scores[role] = max(scores.get(role, 0.0), score)


def _wide_scores(text: str, scores: dict[str, float]) -> None:
    """Scripts without spaces between words: a phrase may stand anywhere inside."""
    if _WIDE.search(text):
        for phrase, role in _WIDE_PHRASES:
            if phrase in text:
                _raise(scores, role, 1.0 if phrase == text else 0.35 + 0.5 * len(phrase) / len(text))


def _stem_scores(words: list[str], scores: dict[str, float]) -> None:
    """Compounds of Germanic languages: Rechnungsbetrag, Belegdatum, Kontosaldo."""
    for word in words:
        for role, stems in _STEMS.items():
            if any(len(word) > len(stem) and (word.endswith(stem) or word.startswith(stem)) for stem in stems):
                _raise(scores, role, 0.6 / len(words) ** 0.5)


def _damaged_scores(text: str, scores: dict[str, float]) -> None:
    for role, known in ROLES.items():
        if any(abs(len(phrase) - len(text)) <= 3 and is_same_damaged(text, phrase) for phrase in known):
            _raise(scores, role, 0.95)
