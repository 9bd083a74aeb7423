"""No reader claims another format's file, whatever the file is called."""

from __future__ import annotations

import io
import zipfile

import pytest

from transactions.statements.registry import READERS


def _zip(name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, b"Date,Amount\n2026-01-01,5.00\n")
    return buffer.getvalue()


FILES = [
    ("ofx", b"OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1></OFX>"),
    ("ofx", b'<?xml version="1.0"?><?OFX OFXHEADER="200"?><OFX></OFX>'),
    ("ofx", b"<OFX><STMTTRN><MEMO>:20:1\n:61:260101D1,\n!Type:Bank</OFX>"),
    ("qif", b"!Type:Bank\nD1/2/2026\nT5.00\n^\n"),
    ("qif", b"\xef\xbb\xbf!Account\nNHome\nTBank\n^\n!Type:Bank\nD1/2/2026\nT5.00\n^\n"),
    ("qif", b"# note\n\n!option:autoswitch\n!account\nNHome\n^\n"),
    ("qif", b"D1/2/2026\nT5.00\nPA, B; C\n^\nD1/3/2026\nT6.00\n^\n"),
    ("mt940", b":20:A\n:25:1\n:28C:1\n:60F:C260101EUR1,\n:61:260101D1,NTRF\n:86:a;b;c\n:62F:C260101EUR0,\n"),
    ("mt940", b"{1:F01X}{2:I940X}{4:\r\n:20:A\r\n:25:1\r\n:28C:1\r\n:60F:C260101EUR1,\r\n-}"),
    ("mt940", b":20:A\n:25:1\n:28C:1\n:34F:EURD0,\n:61:260101D1,NTRF\n:90D:1EUR1,\n"),
    ("csv", b"Date,Description,Amount\n2026-01-14,Shop,-5.00\n"),
    ("csv", b"Datum;Text;Betrag\n14.01.2026;Shop :61:260101D1,;-5,00\n15.01.2026;!Type:Bank;1,00\n"),
    ("zip", _zip("a.csv")),
    ("", _zip("xl/worksheets/sheet1.xml")),
    ("", b'<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"/>'),
    ("", b"%PDF-1.7\n:20:A\n:25:1\n"),
]


@pytest.mark.parametrize(("name", "data"), FILES)
def test_each_file_has_its_reader_and_no_other(name: str, data: bytes) -> None:
    claims = {reader.format: reader.recognise(data) for reader in READERS}
    claims = {claimed: sure for claimed, sure in claims.items() if claimed in {"ofx", "qif", "mt940", "csv", "zip"}}

    assert {claimed for claimed, sure in claims.items() if sure > 0.2} <= {name}
    assert not name or claims[name] > 0.4
