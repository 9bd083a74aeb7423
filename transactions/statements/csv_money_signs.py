"""Which currency `$`, kr and ¥ stand for: told by words of one country, else the caller's own when it bears that sign.

Where neither tells, the user is asked: an amount in dollars must never be booked in euros because euros are usual here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from transactions.statements.csv_habits import ENGLISH
from transactions.statements.csv_layout import Layout
from transactions.statements.csv_records import Record
from transactions.statements.folding import WIDE, contains_phrase, fold, phrases
from transactions.statements.numbers import SYMBOLS, parse_amount
from transactions.statements.words_money_signs import CANDIDATES, LANGUAGES, WORDS

LOOKED_AT = 300  # rows
_SIGNS = re.compile(r"(?<![^\W\d_])(kr|fcfa|cfa|dhs?|pesos?|rs)(?![^\W\d_])|([$¥￥])", re.IGNORECASE)
_SPELLED = {"￥": "¥", "cfa": "fcfa", "dhs": "dh", "peso": "pesos"}
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d]")


@dataclass(frozen=True, slots=True)
class MoneySign:
    """`code`: what the sign stands for, '' where only the caller's default remains. `is_open`: that is a guess."""

    sign: str = ""
    code: str = ""
    reason: str = ""
    is_open: bool = False
    options: tuple[str, ...] = ()


NO_SIGN = MoneySign()
WITHOUT_CENTS = ("CLP", "COP")
_SPOKEN = [(phrases(block), codes) for block, codes in LANGUAGES]


def sign_in(text: str) -> str:
    """The ambiguous sign in a cell or a name, '' for none or for one that a currency of its own explains."""
    match = _SIGNS.search(text) if len(text) <= 90 else None
    if match is None:
        return ""
    written = match[0].lower()
    if written == "rs":  # read as rupees of India until something else speaks against it
        return "rs"
    if text.strip().lower() in SYMBOLS:
        return ""
    amount = parse_amount(text) if any("0" <= char <= "9" for char in text) else None
    if amount is not None and amount.currency:
        return ""
    return _SPELLED.get(written, written)


def find_sign(layout: Layout, rows: Sequence[Record], preamble: Iterable[Record]) -> str:
    """The sign that most amounts of a table carry, or the names of their columns, or the balances above them."""
    scheme = layout.scheme
    places = [i for i in (*scheme.money_columns, scheme.balance) if i is not None]
    names = [i for i in places if i < len(layout.columns)]
    codes = [c.index for c in layout.columns if c.role("currency") >= 0.9 and c.role("foreign_currency") < 0.9]
    cells = (row.cells[i] for row in rows[:LOOKED_AT] for i in (*places, *codes) if i < len(row.cells))
    seen = Counter(sign for cell in cells if (sign := sign_in(cell)))
    seen.update(sign for i in names for name in layout.columns[i].names if (sign := sign_in(_bare(name))))
    if not seen:
        amounts = (cell for row in preamble for cell in row.cells if len(cell) < 30 and any(map(str.isdigit, cell)))
        seen.update(sign for cell in amounts if parse_amount(cell) is not None and (sign := sign_in(cell)))
    return max(seen, key=lambda sign: seen[sign], default="")


def _bare(name: str) -> str:
    return "" if re.search(r"[A-Za-z]{1,3}\$", name) else name


@dataclass(frozen=True, slots=True)
class SignEvidence:
    """What else a file shows. `head`: the names of the columns and what stands above them; `texts`: some rows;
    `codes`: the currencies that some amounts are printed with."""

    head: Sequence[str]
    texts: Sequence[str] = ()
    codes: Collection[str] = ()
    is_month_first: bool = False
    has_decimals: bool = True


def decide_sign_currency(sign: str, file: SignEvidence, default: str) -> MoneySign:
    """`default`: the caller's own currency, '' where it has none and will say itself what the lines are in."""
    if sign not in CANDIDATES:  # a unit that nobody taught us
        options = tuple(dict.fromkeys(code for code in (default, "USD", "EUR") if code)) if default else ()
        return MoneySign(sign, default, f"{sign} is not known, please check", bool(options), options)
    candidates = _of_the_language(sign, file)
    printed = set(file.codes) & set(candidates)
    by_head = printed.pop() if len(printed) == 1 else _told(_points(file.head, candidates))
    if by_head or len(candidates) == 1:
        code = by_head or candidates[0]
        return MoneySign(sign, code, f"{sign} is {code} by the words of the header")
    by_rows = _told(_points(file.texts, candidates), least=max(1, len(file.texts) // 10)) or _by_letters(sign, file)
    is_own = default in candidates
    if is_own and by_rows in ("", default):
        return MoneySign(sign, "", f"{sign} was taken for {default}, your own")
    if by_rows and not is_own:
        return MoneySign(sign, by_rows, f"{sign} is {by_rows} by the words of the rows")
    is_english = any(contains_phrase(fold(name), ENGLISH) for name in file.head)
    if sign == "$" and file.is_month_first and is_english and default and not is_own:
        return MoneySign(sign, "USD", "$ beside dates with the month first is the US dollar")
    return _asked(sign, candidates, file, default) if default else MoneySign(sign)


def _asked(sign: str, candidates: Sequence[str], file: SignEvidence, default: str) -> MoneySign:
    points = _points([*file.head, *file.texts], candidates)
    options = tuple(sorted(candidates, key=lambda code: (-points[code], code != default)))[:8]
    return MoneySign(sign, options[0], f"{sign} may be {' or '.join(options[:3])}, please check", True, options)


def _of_the_language(sign: str, file: SignEvidence) -> tuple[str, ...]:
    """The currencies of the countries that speak the language of the header; of those that count no cents where
    nothing has decimals."""
    candidates = CANDIDATES[sign]
    if sign == "$":
        words = [fold(name) for name in file.head]
        speaks = next(
            (codes for known, codes in _SPOKEN if sum(contains_phrase(word, known) for word in words) >= 2), ()
        )
        candidates = speaks or candidates
    whole = tuple(code for code in candidates if code in WITHOUT_CENTS)
    return (
        whole if whole and sign == "$" and not file.has_decimals and candidates is not CANDIDATES[sign] else candidates
    )


def _told(points: Counter[str], *, least: int = 1) -> str:
    """The currency that most words speak for, '' where another one comes near."""
    (code, most), (_, second) = [*points.most_common(2), ("", 0), ("", 0)][:2]
    return code if most >= least and most > 2 * second else ""


def _points(texts: Sequence[str], candidates: Sequence[str]) -> Counter[str]:
    """Of each currency, how many of these texts hold one of its words."""
    spaced, unspaced = _index()
    found: Counter[str] = Counter()
    for text in texts:
        words = fold(text).split(" ")[:60]
        parts = {" ".join(words[i : i + n]) for i in range(len(words)) for n in (1, 2, 3)}
        codes = {code for part in parts for code in spaced.get(part, ())}
        if not text.isascii() and WIDE.search(text):
            codes.update(code for phrase, code in unspaced if phrase in text)
        found.update(codes & set(candidates))
    return found


@lru_cache(maxsize=1)
def _index() -> tuple[dict[str, list[str]], list[tuple[str, str]]]:
    """The words by what they are; those of scripts without spaces apart, with their currency."""
    spaced: dict[str, list[str]] = {}
    unspaced: list[tuple[str, str]] = []
    for code, block in WORDS.items():
        for phrase in phrases(block):
            if WIDE.search(phrase):
                unspaced.append((phrase, code))
            else:
                spaced.setdefault(phrase, []).append(code)
    return spaced, unspaced


def _by_letters(sign: str, file: SignEvidence) -> str:
    """Kana are written in Japan only."""
    return "JPY" if sign == "¥" and any(_KANA.search(text) for text in (*file.head, *file.texts)) else ""
