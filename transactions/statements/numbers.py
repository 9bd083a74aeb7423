"""Amounts as people and banks write them: signs anywhere, currency before or behind, thousands and decimals either way.

A cell is read on its own where it says enough (both marks present, a group that is not three digits); the mark
found for its whole column decides only what the cell itself leaves open. The work per cell is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from transactions.ledger.money import is_currency
from transactions.statements.folding import plain_digits

MAX_LENGTH = 48  # a longer cell is text or an identifier, not an amount
SYMBOLS = {
    "€": "EUR", "£": "GBP", "zł": "PLN", "zl": "PLN", "kč": "CZK", "₹": "INR", "rs": "INR", "元": "CNY", "円": "JPY",
    "r$": "BRL", "us$": "USD", "$us": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "nz$": "NZD",
    "s$": "SGD", "hk$": "HKD", "mx$": "MXN", "₺": "TRY", "tl": "TRY", "₽": "RUB", "руб": "RUB", "р": "RUB",
    "₴": "UAH", "грн": "UAH", "₪": "ILS", "₫": "VND", "₩": "KRW", "ft": "HUF", "lei": "RON", "лв": "BGN",
    "฿": "THB", "rp": "IDR", "rm": "MYR", "₱": "PHP", "₦": "NGN", "ksh": "KES", "₸": "KZT", "₾": "GEL", "fr": "CHF",
    "sfr": "CHF", "din": "RSD", "kn": "HRK", "euro": "EUR", "eur": "EUR", "人民币": "CNY", "rur": "RUB",
    "人民幣": "CNY", "新台幣": "TWD", "新臺幣": "TWD", "台幣": "TWD",
    "원": "KRW", "￦": "KRW", "圓": "TWD", "บาท": "THB", "đ": "VND", "vnđ": "VND", "ден": "MKD", "ریال": "IRR",
    "美元": "USD", "美金": "USD", "港币": "HKD", "港幣": "HKD", "欧元": "EUR", "歐元": "EUR", "日元": "JPY",
    "日圓": "JPY", "英镑": "GBP",
    "рубль": "RUB", "рублей": "RUB", "доллар": "USD", "евро": "EUR", "dollar": "USD", "гривня": "UAH", "forint": "HUF",
    "euros": "EUR", "pounds": "GBP", "yen": "JPY", "yuan": "CNY", "rupees": "INR", "baht": "THB", "rand": "ZAR",
    "naira": "NGN", "тенге": "KZT", "֏": "AMD", "₼": "AZN", "₮": "MNT", "₲": "PYG", "₡": "CRC", "₵": "GHS", "৳": "BDT",
    "៛": "KHR", "₭": "LAK", "rmb": "CNY", "cdn": "CAD", "nis": "ILS", "ntd": "TWD", "nt$": "TWD", "stg": "GBP",
}  # fmt: skip
# Several countries use them: what they stand for is decided by the rest of the file.
VAGUE_SYMBOLS = {"$", "kr", "kr.", "¥", "￥", "pesos", "peso", "fcfa", "cfa", "dh", "dhs"}
CREDIT_MARKS = {"cr", "c", "h", "haben", "credit", "+"}
DEBIT_MARKS = {"dr", "d", "s", "soll", "debit", "db"}
# The characters banks print for a minus sign and for a space, made plain before anything else is looked at.
PLAIN = str.maketrans(
    {
        **dict.fromkeys("−–—‐‑﹣－△▲", "-"),
        "٫": ".",
        "٬": ",",
        "，": ",",
        "．": ".",
        **dict.fromkeys("\u00a0\u202f\u2009\u2007\u3000\t\n\r\v\f", " "),
    }
)
_PLAIN = re.compile(r"([+-]?)\d{1,12}[.,]\d{2}", re.ASCII)  # nothing to decide: two digits after the only mark
_COMMON = re.compile(r"([+-]?)(\d[\d.,]*)")
_CORE = re.compile(r"[.,]?\d(?:[\d.,' ’`´]*\d)?", re.ASCII)
_NO_DECIMALS = re.compile(r"(?<=\d)(?:[.,:] ?-{1,2})(?= ?[^\d]*$)")  # 450,- and 450:-
_SCIENTIFIC = re.compile(r"([+-]?\d{1,12}(?:[.,]\d{1,12})?)[eE]([+-]\d{1,2})", re.ASCII)
_AFFIX_GAPS = str.maketrans(dict.fromkeys("-+()[]\"'’:*", " "))


@dataclass(frozen=True, slots=True)
class Amount:
    """One cell: its value with the sign that is written in it, and what else the cell says."""

    value: Decimal
    is_signed: bool = False  # a plus, minus, brackets or CR/DR stood in the cell
    currency: str = ""
    mark: str = ""  # "CR" or "DR" where the cell carries one


@dataclass(frozen=True, slots=True)
class _Pieces:
    core: str
    sign: int
    is_signed: bool
    currency: str
    mark: str


def parse_amount(text: str, decimal_mark: str = ".") -> Amount | None:
    """The amount in a cell, or None when the cell is something else. `decimal_mark` is that of the column."""
    if (plain := _PLAIN.fullmatch(text)) and len(text) <= MAX_LENGTH:
        return Amount(Decimal(text.replace(",", ".")), bool(plain[1]))
    if (written := _SCIENTIFIC.fullmatch(text)) and abs(int(written[2])) <= 12:
        value = Decimal(written[1].replace(",", ".")).scaleb(int(written[2]))
        return Amount(value.quantize(Decimal("0.01")) if value == round(value, 2) else value, is_signed=value < 0)
    pieces = _pieces(text)
    if pieces is None:
        return None
    digits = _plain_digits(pieces.core, decimal_mark)
    if digits is None:
        return None
    value = Decimal(digits)
    return Amount(-value if pieces.sign < 0 else value, pieces.is_signed, pieces.currency, pieces.mark)


def is_amount(text: str) -> bool:
    if _SCIENTIFIC.fullmatch(text):
        return True
    pieces = _pieces(text)
    return pieces is not None and _plain_digits(pieces.core, ".") is not None


def decimal_mark_votes(cells: Iterable[str]) -> dict[str, int]:
    """How many cells prove that '.' or ',' is the decimal mark; '?.' and '?,' count cells that leave it open."""
    votes = {".": 0, ",": 0, "?.": 0, "?,": 0}
    for text in cells:
        pieces = _pieces(text)
        vote = _vote(pieces.core) if pieces else ""
        if vote:
            votes[vote] += 1
    return votes


def choose_decimal_mark(votes: dict[str, int], fallback: str = ".") -> str:
    """The mark most cells prove. Cells like 1.234 alone mean thousands: amounts of three decimals are rare."""
    if votes["."] != votes[","]:
        return "." if votes["."] > votes[","] else ","
    if votes["?."] != votes["?,"]:
        return "," if votes["?."] > votes["?,"] else "."
    return fallback


@lru_cache(maxsize=8192)  # while columns are looked at, each cell of the sample is asked a dozen times
def _pieces(text: str) -> _Pieces | None:
    if not text or len(text) > MAX_LENGTH:
        return None
    if (common := _COMMON.fullmatch(text)) and text.isascii():
        return _Pieces(common[2], -1 if common[1] == "-" else 1, bool(common[1]), "", "")
    text = _NO_DECIMALS.sub("", text.translate(PLAIN).strip())
    if not text.isascii():
        text = plain_digits(text)
    core = _CORE.search(text)
    if core is None or any("0" <= char <= "9" for char in text[core.end() :]):
        return None
    start = core.start()
    if core[0][0] in ".," and start and text[start - 1].isalpha():
        start += 1  # the point of an abbreviation such as Rs.120
    return _with_affixes(text[start : core.end()], text[:start], text[core.end() :])


def _with_affixes(core: str, prefix: str, suffix: str) -> _Pieces | None:
    """The number with its sign, mark and currency, None when any other word stands beside it."""
    around = prefix + " " + suffix
    minus, plus = around.count("-"), around.count("+")
    if minus > 1 or (minus and plus):
        return None
    currency = mark = ""
    for word in around.translate(_AFFIX_GAPS).lower().split():
        bare = word.strip(".,")
        if bare in CREDIT_MARKS or bare in DEBIT_MARKS:
            mark = "CR" if bare in CREDIT_MARKS else "DR"
        elif bare and word not in VAGUE_SYMBOLS and bare not in VAGUE_SYMBOLS:
            currency = _currency_of(bare)
            if not currency:
                return None
    negative = bool(minus) or ("(" in prefix and ")" in suffix) or mark == "DR"
    return _Pieces(core, -1 if negative else 1, negative or bool(plus) or bool(mark), currency, mark)


def _currency_of(word: str) -> str:
    if word in SYMBOLS:
        return SYMBOLS[word]
    bare = word.strip("$€£¥")
    if not bare:
        return SYMBOLS.get(word[0], "")
    upper = bare.upper()
    return upper if len(upper) == 3 and is_currency(upper) else ""


def _vote(core: str) -> str:
    """Which decimal mark this number proves ('.' or ','), leaves open ('?.', '?,'), or '' when it has no mark."""
    dot, comma = core.rfind("."), core.rfind(",")
    if dot < 0 and comma < 0:
        return ""
    if dot >= 0 and comma >= 0:
        return "." if dot > comma else ","
    mark = "." if dot >= 0 else ","
    other = "," if mark == "." else "."
    if core.count(mark) > 1:
        return other
    head, tail = core.split(mark)
    if len(tail) != 3:
        return mark
    if not 1 <= len(head.strip()) <= 3 or (head.startswith("0")):
        return mark
    return f"?{mark}"


def _plain_digits(core: str, decimal_mark: str) -> str | None:
    """'12.345,67' as '12345.67'; None when the groups make no sense as one number."""
    vote = _vote(core)
    mark = vote if vote in {".", ","} else decimal_mark
    if vote.startswith("?") and vote[1] != mark:
        return core.replace(vote[1], "").replace(" ", "").replace("'", "").replace("’", "")
    head, _, tail = core.rpartition(mark) if mark in core else (core, "", "")
    other = "," if mark == "." else "."
    if mark in head or not _are_groups(head, other):
        return None
    whole = "".join(char for char in head if "0" <= char <= "9")
    if tail and not tail.isdigit():
        return None
    return f"{whole or '0'}.{tail}" if tail else whole or None


def _are_groups(head: str, thousands: str) -> bool:
    """Whether the part before the decimal mark is one number: groups of three, or of two as in India."""
    for mark in (thousands, "'", "’", "`", "´", " "):
        head = head.replace(mark, "|")
    groups = head.split("|")
    if len(groups) == 1:
        return True
    if not 1 <= len(groups[0]) <= 3 or len(groups[-1]) not in (2, 3):
        return False
    return all(len(group) in (2, 3) for group in groups[1:-1])
