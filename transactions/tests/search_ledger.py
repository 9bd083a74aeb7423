"""A small household for questions: the rows, and for every query the rows that it must find."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

TODAY = date(2026, 3, 20)


@dataclass(frozen=True)
class Row:
    """One transaction, by a letter. `shares`: (amount, category, note) of a split row."""

    key: str
    account: str
    day: str
    amount: str
    payee: str = ""
    counterparty: str = ""
    description: str = ""
    note: str = ""
    category: str = ""
    shares: tuple[tuple[str, str, str], ...] = ()
    tags: tuple[str, ...] = ()
    status: str = "cleared"
    source: str = "user"
    reason: str = ""
    valued: str = ""
    has_file: bool = False


ACCOUNTS = {"Giro": "EUR", "Sparkonto": "EUR", "Tokyo Card": "JPY"}
# name -> (parent, group)
CATEGORIES = {
    "Food at home": ("", "Food"),
    "Bakery": ("Food at home", ""),
    "Eating out": ("", "Food"),
    "Living": ("", "Home"),
    "Rent": ("Living", ""),
    "Pay": ("", ""),
}
TRANSFER = ("h", "i")
ROWS = (
    Row("a", "Giro", "2026-01-05", "-12.50", "Café Züri", "CAFE ZUERI 0044", "Card payment", category="Eating out",
        has_file=True),
    Row("b", "Giro", "2026-01-31", "-980.00", "Linden Housing", "LINDEN GMBH", "Rent  February", category="Rent"),
    Row("c", "Giro", "2026-02-01", "-50.00", "City Market", "CITY MARKET", "Groceries", category="Food at home",
        tags=("x", "Trip Rome")),
    Row("d", "Giro", "2026-02-14", "-50.01", "City Market", "CITY MARKET", "Card payment",
        shares=(("-30.00", "Bakery", "Tulips for Ann"), ("-20.01", "", "")), note="flowers & bread"),
    Row("e", "Giro", "2026-03-01", "2850.00", "Harbour Employer", "HARBOUR LTD", "Salary", category="Pay"),
    Row("f", "Giro", "2026-03-02", "-7.20", "Straße 7", "STRASSE 7", "Kiosk", status="pending", source="none"),
    Row("g", "Giro", "2026-03-15", "-20.00", "", "Unknown GmbH", "100% off_er", source="none", tags=("taxi",)),
    Row("h", "Giro", "2026-03-16", "-300.00", "", "", "To savings", source="none", status="reconciled"),
    Row("i", "Sparkonto", "2026-03-17", "300.00", "", "", "From giro", source="none"),
    Row("j", "Tokyo Card", "2026-03-18", "-1250", "Sushi Bar", "SUSHI BAR", "Dinner", category="Eating out",
        source="suggestion", reason="The text says “sushi”.", note="with Ann", valued="2026-03-20"),
    Row("k", "Tokyo Card", "2026-03-20", "50", "Sushi Bar", "SUSHI BAR", "Refund", category="Eating out",
        source="rule", reason="Your rule “sushi places”."),
    Row("l", "Sparkonto", "2025-12-31", "0.07", "Bank", "BANK", 'Interest "Q4"', category="Pay", tags=("x",)),
)  # fmt: skip
ALL = "abcdefghijkl"


@dataclass(frozen=True)
class Case:
    query: str
    rows: str
    why: str = field(default="", compare=False)


CASES = tuple(
    Case(query, rows)
    for query, rows in (
        # words
        ("", ALL),
        ("   ", ALL),
        ("market", "cd"),
        ("MARKET", "cd"),
        ("cafe", "a"),
        ("züri", "a"),
        ("zuri", "a"),
        ("strasse", "f"),
        ("STRAẞE", "f"),
        ("card payment", "ad"),
        ("payment card", "ad"),
        ('"card payment"', "ad"),
        ('"payment card"', ""),
        ('"rent february"', "b"),
        ("“rent february”", "b"),
        ("100%", "g"),
        ("off_er", "g"),
        ("offxer", ""),
        ('"Interest \\"Q4\\""', "l"),
        ("ann", "dj"),
        # notes on shares
        ("tulips", "d"),
        ("tulips flowers", "d"),
        ('"bread tulips"', ""),
        ('note:"for ann"', "d"),
        ('note="tulips for ann"', "d"),
        ("text:tulips or note:with", "dj"),
        ("-note:tulips", "abcefghijkl"),
        ("payee:tulips", ""),
        ("12.50", ""),
        ("city - market", ""),
        # and, or, not, parentheses
        ("market and groceries", "c"),
        ("market or sushi", "cdjk"),
        ("market OR sushi", "cdjk"),
        ("market | sushi", "cdjk"),
        ("market|sushi", "cdjk"),
        ("sushi -refund", "j"),
        ("sushi not refund", "j"),
        ("-sushi", "abcdefghil"),
        ("not not sushi", "jk"),
        ("-(sushi or market)", "abefghil"),
        ("sushi (refund or dinner)", "jk"),
        ("rent or sushi dinner", "bj"),
        ("(rent or sushi) dinner", "j"),
        ("((((sushi))))", "jk"),
        # texts by field
        ("payee:market", "cd"),
        ('payee:"city market"', "cd"),
        ("payee:=sushi", ""),
        ('payee:="SUSHI bar"', "jk"),
        ("payee:strasse", "f"),
        ("note:bread", "d"),
        ('note:"with ann"', "j"),
        ("description:card", "ad"),
        ("counterparty:gmbh", "bg"),
        ("text:gmbh", "bg"),
        ("rule:sushi", "k"),
        ("-payee:market -payee:sushi", "abefghil"),
        # names
        ("category:rent", "b"),
        ("category:living", "b"),
        ("category:home", "b"),
        ("category:food", "acdjk"),
        ('category:"food at home"', "cd"),
        ("category:bakery", "d"),
        ("category:eat*", "ajk"),
        ("category:*home", "bcd"),
        ("category:rent,pay", "bel"),
        ("category:ren", ""),
        ("account:giro", "abcdefgh"),
        ('account:"tokyo card"', "jk"),
        ("account:tokyo*", "jk"),
        ("account:sparkonto,tokyo*", "ijkl"),
        ("tag:x", "cl"),
        ("-tag:x", "abdefghijk"),
        ("tag:TAXI", "g"),
        ('tag:"trip rome"', "c"),
        ("tag:t*", "cg"),
        ("currency:jpy", "jk"),
        # amounts
        ("amount>50", "bdehij"),
        ("amount>=50", "bcdehijk"),
        ("amount<20", "afl"),
        ("amount<=20", "afgl"),
        ("amount > 50", "bdehij"),
        ("amount:>50", "bdehij"),
        ("amount:50", "ck"),
        ("amount=50", "ck"),
        ("amount:10..20", "ag"),
        ("amount:10..", "abcdeghijk"),
        ("amount:..10", "fl"),
        ("amount:=-12.50", "a"),
        ("amount:=12.50", "a"),
        ("amount:=+12.50", ""),
        ("amount:-12.5", "a"),
        ("amount:12,50", "a"),
        ("amount<-50", "bdhj"),
        ("amount>+50", "ei"),
        ("amount:-20..-7", "afg"),
        ("amount>49.999", "bcdehijk"),
        ("amount:50.005", ""),
        ("amount:50.5", ""),
        ("in>0", "eikl"),
        ("in:50", "k"),
        ("out>50", "bdhj"),
        ("out:50", "c"),
        # days
        ("date:2026-02-14", "d"),
        ("date:2026-02", "cd"),
        ("date:2026", "abcdefghijk"),
        ("date:2025", "l"),
        ("date:2026-01..2026-02", "abcd"),
        ("date:2026-03-16..", "hijk"),
        ("date:..2026-01", "abl"),
        ("date>2026-03-16", "ijk"),
        ("date>=2026-03-16", "hijk"),
        ("date<2026-01-31", "al"),
        ("date<=2026-01", "abl"),
        ("date>2026-02", "efghijk"),
        ("date:last-month", "cd"),
        ("date:today", "k"),
        ("date:last-5-days", "hijk"),
        ("date:this-year", "abcdefghijk"),
        ("valued:2026-03-20", "j"),
        ("-valued:2026", "abcdefghikl"),
        # what a row is and has
        ("is:income", "eikl"),
        ("is:expense", "abcdfghj"),
        ("is:uncategorised", "dfghi"),
        ("is:uncategorized", "dfghi"),
        ("is:transfer", "hi"),
        ("-is:transfer is:uncategorised", "dfg"),
        ("is:split", "d"),
        ("is:suggested", "j"),
        ("is:pending", "f"),
        ("is:cleared", "abcdegijkl"),
        ("is:reconciled", "h"),
        ("status:pending", "f"),
        ("status:pending,reconciled", "fh"),
        ("has:note", "dj"),
        ("has:tag", "cgl"),
        ("has:category", "abcdejkl"),
        ("has:payee", "abcdefjkl"),
        ("has:attachment", "a"),
        ("has:attachment is:income", ""),
        # together
        ("amount>50 category:food date:2026-02 or in>1000", "de"),
        ("is:expense (category:food or is:uncategorised) -tag:taxi -is:transfer", "acdfj"),
        ('payee:"city market" amount:50..51 -tag:x', "d"),
    )
)


@dataclass(frozen=True)
class Refusal:
    """A query that makes no sense, the piece of it that is pointed at, words of the message, and what is suggested."""

    query: str
    piece: str
    says: str
    suggestion: str = ""


REFUSALS = (
    Refusal("payee:", "payee:", "Say what to look for"),
    Refusal("payee: market", "payee:", "without a space"),
    Refusal('note:""', 'note:""', "Say what to look for"),
    Refusal("market payeee:x", "payeee", "Did you mean payee?", "payee"),
    Refusal("ammount>50", "ammount", "Did you mean amount?", "amount"),
    Refusal("zzz:5", "zzz", "put it in quotes"),
    Refusal("(market", "(", "never closed"),
    Refusal("market)", ")", "closes nothing"),
    Refusal("a () b", "(", "nothing in these parentheses"),
    Refusal('"market', '"market', "never closed", '"market"'),
    Refusal("market or", "or", "both sides", '"or"'),
    Refusal("or market", "or", "both sides", '"or"'),
    Refusal("market and or x", "or", "both sides", '"or"'),
    Refusal("| x", "|", "both sides"),
    Refusal("market not", "not", "what to leave out", '"not"'),
    Refusal("-12.50", "-12.50", "amount:-12.50", "amount:-12.50"),
    Refusal("amount>many", "many", "not an amount"),
    Refusal("amount:1e9", "1e9", "not an amount"),
    Refusal("amount:20..10", "20..10", "ends before", "10..20"),
    Refusal("amount:..", "..", "begins or ends"),
    Refusal("amount>10..20", "10..20", "colon"),
    Refusal("in>-5", "-5", "Leave the sign away", "5"),
    Refusal("date:soon", "soon", "not a date"),
    Refusal("date:2026-02-30", "2026-02-30", "calendar"),
    Refusal("date:2026-03..2026-01", "2026-03..2026-01", "ends before", "2026-01..2026-03"),
    Refusal("is:incom", "incom", "Choose one of", "income"),
    Refusal("has:wings", "wings", "Choose one of"),
    Refusal("status:done", "done", "Choose one of"),
    Refusal("payee>5", "5", "cannot be compared"),
    Refusal("id:abc", "abc", "not a number"),
    Refusal("(" * 30 + "x" + ")" * 30, "(", "at most 20 deep"),
    Refusal("-" * 40 + "x", "-", "at most 20 deep"),
)
