"""Files that no bank should hand out and some do. Each is a name, a file name and bytes."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

HEAD = "Date,Description,Amount,Currency\n"
OFX_HEAD = "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:USASCII\nCHARSET:1252\n\n"


def rows(*lines: str) -> bytes:
    return (HEAD + "".join(f"{line}\n" for line in lines)).encode()


def ofx(*movements: str, account: str = "<BANKACCTFROM><BANKID>1<ACCTID>42<ACCTTYPE>CHECKING</BANKACCTFROM>") -> bytes:
    body = "".join(f"<STMTTRN>{movement}</STMTTRN>" for movement in movements)
    return (
        f"{OFX_HEAD}<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR{account}"
        f"<BANKTRANLIST>{body}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>"
    ).encode("cp1252")


def movement(day: str = "20250301", amount: str = "-1.00", fitid: str = "a", name: str = "Shop") -> str:
    return f"<TRNTYPE>DEBIT<DTPOSTED>{day}<TRNAMT>{amount}<FITID>{fitid}<NAME>{name}"


def shapeless() -> Iterator[tuple[str, str, bytes]]:
    dice = Random(7)
    yield "nothing", "empty.csv", b""
    yield "only blanks", "blanks.csv", b" \r\n\t\n  \n"
    yield "a picture", "statement.csv", b"\x89PNG\r\n\x1a\n" + dice.randbytes(5_000)
    yield "noise", "noise.ofx", dice.randbytes(20_000)
    yield "a zip", "statement.xlsx", b"PK\x03\x04" + dice.randbytes(2_000)
    yield "one line of 1 MB", "line.csv", b"a" * 1_000_000
    yield "1 MB of commas", "commas.csv", b"," * 1_000_000
    yield "1 MB of quotes", "quotes.csv", b'"' * 1_000_001
    yield "a quote never closed", "open.csv", rows('2025-03-01,"open,-1.00,EUR', "2025-03-02,b,-2.00,EUR")
    yield "only nulls", "nulls.csv", b"\0" * 10_000
    yield "header and no rows", "header.csv", HEAD.encode()
    yield "a header a hundred times", "headers.csv", HEAD.encode() * 100
    yield "20,000 line ends", "ends.csv", b"\n" * 20_000
    yield "html error page", "export.csv", b"<html><body><h1>Session expired</h1></body></html>"
    yield "json", "export.csv", b'{"error": "no such account", "rows": [1, 2, 3]}'


def texts() -> Iterator[tuple[str, str, bytes]]:
    yield "null bytes in the text", "nul.csv", rows("2025-03-01,Caf\0e,-1.00,EUR", "2025-03-02,b\0,-2.00,EUR")
    yield "formulas", "formulas.csv", rows(*FORMULA_ROWS)
    yield "script as payee", "script.csv", rows('2025-03-01,"<script>alert(1)</script>",-1.00,EUR')
    yield "text of 100,000 letters", "long.csv", rows(f"2025-03-01,{'x' * 100_000},-1.00,EUR")
    yield "emoji and bidi marks", "bidi.csv", rows("2025-03-01,\U0001f600\u202egnp.exe\u200b,-1.00,EUR")
    yield "lone surrogate bytes", "bytes.csv", HEAD.encode() + b"2025-03-01,caf\xed\xa0\x80\xff,-1.00,EUR\n"
    yield "utf-16", "utf16.csv", rows("2025-03-01,caf\u00e9,-1.00,EUR").decode().encode("utf-16")
    yield "control characters", "control.csv", rows("2025-03-01,a\x07\x1b[31mb\x7f,-1.00,EUR")
    yield "old Mac line ends", "mac.csv", rows("2025-03-01,a,-1.00,EUR", "2025-03-02,b,-2.00,EUR").replace(b"\n", b"\r")
    yield "ragged rows", "ragged.csv", rows("2025-03-01,a,-1.00,EUR,,,,", "2025-03-02", ",,,", "2025-03-03,b,-2.00,EUR")


FORMULA_ROWS = (
    "2025-03-01,=cmd|' /C calc'!A0,-1.00,EUR",
    "2025-03-02,@SUM(1+1)*cmd,-2.00,EUR",
    "2025-03-03,+49 170 1234567,-3.00,EUR",
    "2025-03-04,-2+3+cmd,-4.00,EUR",
)


def amounts() -> Iterator[tuple[str, str, bytes]]:
    yield (
        "several currencies",
        "mixed.csv",
        rows("2025-03-01,a,-1.00,EUR", "2025-03-01,b,-2.00,USD", "2025-03-02,c,-300,JPY"),
    )
    yield "a currency that is none", "xxq.csv", rows("2025-03-01,a,-1.00,XXQ", "2025-03-02,b,-2.00,EUR")
    yield "decimals finer than the currency", "fine.csv", rows("2025-03-01,a,-1.005,EUR", "2025-03-02,b,-12.5,JPY")
    yield (
        "amounts beyond 64 bits",
        "huge.csv",
        rows("2025-03-01,a,99999999999999999999.99,EUR", "2025-03-02,b,-2.00,EUR"),
    )
    yield (
        "the largest amounts",
        "large.csv",
        rows("2025-03-01,a,92233720368547758.07,EUR", "2025-03-02,b,92233720368547758.07,EUR", "2025-03-03,c,1.00,EUR"),
    )
    yield "10,000 digits", "digits.csv", rows(f"2025-03-01,a,-{'9' * 10_000}.00,EUR", "2025-03-02,b,-2.00,EUR")
    yield (
        "exponents",
        "exponents.csv",
        rows("2025-03-01,a,1E+999999999,EUR", "2025-03-02,b,-2.00,EUR", "2025-03-03,c,1e400,EUR"),
    )
    yield "not numbers", "nan.csv", rows("2025-03-01,a,NaN,EUR", "2025-03-02,b,Infinity,EUR", "2025-03-03,c,-2.00,EUR")
    yield "negative zero", "zero.csv", rows("2025-03-01,a,-0.00,EUR", "2025-03-02,b,-0,EUR", "2025-03-03,c,-2.00,EUR")
    yield (
        "digits of other scripts",
        "scripts.csv",
        rows("2025-03-01,a,-\u0661\u0662.\u0660\u0660,EUR", "2025-03-02,b,-2.00,EUR"),
    )
    yield "no amounts at all", "none.csv", rows("2025-03-01,a,,EUR", "2025-03-02,b,,EUR")


def days() -> Iterator[tuple[str, str, bytes]]:
    yield "31 February", "feb.csv", rows("2025-02-31,a,-1.00,EUR", "2025-02-28,b,-2.00,EUR")
    yield (
        "days out of range",
        "range.csv",
        rows("0000-01-01,a,-1.00,EUR", "2025-13-45,b,-2.00,EUR", "2025-03-01,c,-3.00,EUR"),
    )
    yield (
        "the ends of the calendar",
        "ends.csv",
        rows("0001-01-01,a,-1.00,EUR", "9999-12-31,b,-2.00,EUR", "2025-03-01,c,-3.00,EUR"),
    )
    yield "words for days", "words.csv", rows("yesterday,a,-1.00,EUR", "2025-03-01,b,-2.00,EUR")
    yield (
        "equal rows within the file",
        "equal.csv",
        rows(*["2025-03-01,Coffee,-3.20,EUR"] * 5, "2025-03-02,b,-2.00,EUR"),
    )


def ofx_files() -> Iterator[tuple[str, str, bytes]]:
    whole = ofx(movement(), movement(fitid="b", amount="-2.00"))
    yield "ofx cut in the middle", "cut.ofx", whole[: len(whole) * 3 // 4]
    yield "ofx without movements", "none.ofx", ofx()
    yield "ofx without an account", "anonymous.ofx", ofx(movement(), account="")
    yield (
        "ofx with one id for all",
        "ids.ofx",
        ofx(movement(), movement(amount="-2.00"), movement(), movement(name="Other")),
    )
    yield "ofx with 31 February", "feb.ofx", ofx(movement(day="20250231"), movement(fitid="b"))
    yield (
        "ofx amounts that are none",
        "amounts.ofx",
        ofx(movement(amount=" . "), movement(amount="$1.00"), movement(amount="")),
    )
    yield "ofx 20,000 tags deep", "deep.ofx", OFX_HEAD.encode() + b"<OFX>" + b"<A>" * 20_000
    yield "ofx entity bomb", "bomb.ofx", BOMB
    yield "ofx that reads a file", "xxe.ofx", XXE


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE OFX [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(10))
    + b']><?OFX OFXHEADER="200" VERSION="211"?><OFX><STMTTRN><NAME>&k;</NAME></STMTTRN></OFX>'
)
XXE = (
    b'<?xml version="1.0"?><!DOCTYPE OFX [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    b'<?OFX OFXHEADER="200" VERSION="211"?><OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR</CURDEF>'
    b"<BANKACCTFROM><ACCTID>42</ACCTID></BANKACCTFROM><BANKTRANLIST><STMTTRN><DTPOSTED>20250301</DTPOSTED>"
    b"<TRNAMT>-1.00</TRNAMT><FITID>a</FITID><NAME>&x;</NAME></STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS>"
    b"</BANKMSGSRSV1></OFX>"
)

FILES = [*shapeless(), *texts(), *amounts(), *days(), *ofx_files()]
FILE_NAMES = [
    "",
    "../../../etc/passwd",
    "a" * 5_000 + ".csv",
    "nul\0.csv",
    "\u202etxt.exe",
    "C:\\x\\y.csv",
    "....",
    "%2e%2e/x",
]
