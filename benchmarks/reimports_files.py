"""The rows of a download as the bytes of a file, as plainly as the five formats allow."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from xml.sax.saxutils import escape

from benchmarks.reimports_views import Download, Shown

IBAN = "DE75512108001245126199"


def to_bytes(file: Download) -> bytes:
    return {"csv": _csv, "ofx": _ofx, "mt940": _mt940, "camt": _camt, "qif": _qif}[file.habits.format](file).encode()


def _two(cents: int, mark: str = ".") -> str:
    return f"{Decimal(cents) / 100:.2f}".replace(".", mark)


def _csv(file: Download) -> str:
    habits = file.habits
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    head = [
        "Booking date",
        "Value date",
        "Counterparty",
        "Description",
        "Amount",
        "Currency",
        "Transaction ID",
        "Status",
    ]
    use = [True, habits.shows_value_day, habits.wording % 6 not in (2, 5), True, True, True, habits.ids != "none", True]
    writer.writerow([name for name, is_used in zip(head, use, strict=True) if is_used])
    for row in file.rows:
        cells = [
            row.day.isoformat(), (row.value_day or row.day).isoformat(), row.counterparty, row.description,
            _two(row.amount, ","), "EUR", row.external_id, "Pending" if row.is_pending else "Booked",
        ]  # fmt: skip
        writer.writerow([cell for cell, is_used in zip(cells, use, strict=True) if is_used])
    return out.getvalue()


def _ofx(file: Download) -> str:
    rows = "".join(_ofx_row(row) for row in file.rows)
    days = [row.day for row in file.rows]
    return (
        "OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\nSECURITY:NONE\r\nENCODING:UTF-8\r\nCHARSET:NONE\r\n"
        "COMPRESSION:NONE\r\nOLDFILEUID:NONE\r\nNEWFILEUID:NONE\r\n\r\n"
        "<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><LANGUAGE>ENG</SONRS></SIGNONMSGSRSV1>"
        "<BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS><CURDEF>EUR"
        f"<BANKACCTFROM><BANKID>51210800<ACCTID>{IBAN}<ACCTTYPE>CHECKING</BANKACCTFROM>"
        f"<BANKTRANLIST><DTSTART>{min(days):%Y%m%d}<DTEND>{max(days):%Y%m%d}\r\n{rows}</BANKTRANLIST>"
        "</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\r\n"
    )


def _ofx_row(row: Shown) -> str:
    name = f"<NAME>{escape(row.counterparty)}\r\n" if row.counterparty else ""
    memo = f"<MEMO>{escape(row.description)}\r\n" if row.description else ""
    return (
        f"<STMTTRN><TRNTYPE>{'CREDIT' if row.amount > 0 else 'DEBIT'}<DTPOSTED>{row.day:%Y%m%d}120000"
        f"<TRNAMT>{_two(row.amount)}<FITID>{row.external_id}\r\n{name}{memo}</STMTTRN>\r\n"
    )


def _qif(file: Download) -> str:
    out = ["!Type:Bank"]
    for row in file.rows:
        out += [f"D{row.day:%d.%m.%Y}", f"T{_two(row.amount)}"]
        out += [f"P{row.counterparty}"] if row.counterparty else []
        out += [f"M{row.description}"] if row.description else []
        out.append("^")
    return "\r\n".join(out) + "\r\n"


def _mt940(file: Download) -> str:
    day = min(row.day for row in file.rows)
    out = [":20:STARTUMS", ":25:51210800/1245126199", ":28C:1/1", f":60F:C{day:%y%m%d}EUR1000,00"]
    for row in file.rows:
        mark = "C" if row.amount > 0 else "D"
        amount = _two(abs(row.amount), ",")
        number = f"NONREF//{row.external_id[:16]}" if row.external_id else "NONREF"
        out.append(f":61:{row.value_day or row.day:%y%m%d}{row.day:%m%d}{mark}{amount}N005{number}")
        fields = [f"?2{index}{part}" for index, part in enumerate(_cut(row.description, 27)[:10])]
        fields += [f"?3{2 + index}{part}" for index, part in enumerate(_cut(row.counterparty, 27)[:2])]
        out += [f":86:{'005' if row.amount < 0 else '051'}?00UMSATZ{fields[0] if fields else ''}", *fields[1:]]
    total = 100000 + sum(row.amount for row in file.rows)
    last = max(row.day for row in file.rows)
    out.append(f":62F:{'C' if total >= 0 else 'D'}{last:%y%m%d}EUR{_two(abs(total), ',')}")
    return "\r\n".join(out) + "\r\n-\r\n"


def _cut(text: str, width: int) -> list[str]:
    return [text[start : start + width] for start in range(0, len(text), width)]


def _camt(file: Download) -> str:
    entries = "".join(_camt_entry(row) for row in file.rows)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.052.001.08">'
        "<BkToCstmrAcctRpt><GrpHdr><MsgId>1</MsgId><CreDtTm>2026-01-01T00:00:00</CreDtTm></GrpHdr><Rpt><Id>1</Id>"
        f"<Acct><Id><IBAN>{IBAN}</IBAN></Id><Ccy>EUR</Ccy></Acct>\n{entries}</Rpt></BkToCstmrAcctRpt></Document>\n"
    )


def _camt_entry(row: Shown) -> str:
    side, party = ("CRDT", "Dbtr") if row.amount > 0 else ("DBIT", "Cdtr")
    names = f"<RltdPties><{party}><Pty><Nm>{escape(row.counterparty)}</Nm></Pty></{party}></RltdPties>"
    text = f"<RmtInf><Ustrd>{escape(row.description)}</Ustrd></RmtInf>"
    return (
        f'<Ntry><Amt Ccy="EUR">{_two(abs(row.amount))}</Amt><CdtDbtInd>{side}</CdtDbtInd>'
        f"<Sts><Cd>{'PDNG' if row.is_pending else 'BOOK'}</Cd></Sts>{_camt_day('BookgDt', row.day)}"
        f"{_camt_day('ValDt', row.value_day or row.day)}"
        f"{f'<AcctSvcrRef>{row.external_id}</AcctSvcrRef>' if row.external_id else ''}"
        "<NtryDtls><TxDtls>"
        f"{names if row.counterparty else ''}{text if row.description else ''}</TxDtls></NtryDtls></Ntry>\n"
    )


def _camt_day(tag: str, day: date) -> str:
    return f"<{tag}><Dt>{day.isoformat()}</Dt></{tag}>"
