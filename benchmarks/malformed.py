"""Files that no reader can take whole, made in memory from real ones: each must end in a message.

Only damage that can be seen is made: a table cut off between two rows is a shorter table, so tables are cut inside
their header, and the formats that say where they end anywhere behind their first movement.
"""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

LARGEST = 500_000  # bytes of a file that is damaged
NOISY = 0.2  # share of the files that noise is made of: it is all alike, and every encoding is tried on it
Made = tuple[str, str, bytes]  # kind of damage, name, content

PICTURE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89"
WRONG_DOCUMENTS = {
    "page": b"<!DOCTYPE html><html><body><p>Your session has ended. Sign in.</p></body></html>",
    "json": b'{"error": "unauthorised", "code": 401}',
    "prose": b"Dear customer,\nyour statement is ready. Sign in to download it.\nYour bank\n" * 20,
    "code": b"def main() -> None:\n    print('hello')\n\n\nif __name__ == '__main__':\n    main()\n",
    "log": b"level=info msg=started\nlevel=error msg=stopped\n" * 30,
    "rtf": b"{\\rtf1\\ansi Statement of account\\par}",
    "picture": PICTURE + bytes(range(256)) * 8,
    "program": b"\x7fELF\x02\x01\x01" + bytes(9) + bytes(range(256)) * 16,
    "mail": b"From: a@example.org\nTo: b@example.org\nSubject: Statement\n\nSee attachment.\n",
}
ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
BOMBS = {
    "laughs": f'<?xml version="1.0"?><!DOCTYPE Document [<!ENTITY e0 "ha">{ENTITIES}]>'
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">&e9;</Document>',
    "quadratic": f'<?xml version="1.0"?><!DOCTYPE Document [<!ENTITY a "{"a" * 50_000}">]>'
    f'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">{"&a;" * 50_000}</Document>',
    "external": '<?xml version="1.0"?><!DOCTYPE Document [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>&a;</BkToCstmrStmt></Document>',
    "external-dtd": '<?xml version="1.0"?><!DOCTYPE Document SYSTEM "http://127.0.0.1:9/a.dtd">'
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt/></Document>',
    "parameter": '<?xml version="1.0"?><!DOCTYPE OFX [<!ENTITY % a SYSTEM "http://127.0.0.1:9/a.dtd"> %a;]><OFX></OFX>',
    "deep": '<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">' + "<a>" * 100_000,
}


def malformed_files(files: list[tuple[str, Path]], seed: int) -> Iterator[Made]:
    """`files` are (format, path). The same seed gives the same files."""
    yield from _without_source(random.Random(f"{seed}"))
    for form, path in files:
        data = path.read_bytes()
        if data and len(data) <= LARGEST:
            yield from (
                (kind, path.name, made) for kind, made in _damaged(random.Random(f"{seed}-{path.name}"), form, data)
            )


def _without_source(rng: random.Random) -> Iterator[Made]:
    for name, data in {
        "nothing": b"",
        "blank": b" \r\n\t\n" * 40,
        "bom": b"\xef\xbb\xbf",
        "zeros": bytes(5000),
    }.items():
        yield "empty", name, data
    for size in (1, 16, 300, 5000, 100_000):
        yield "garbage", f"random-{size}", rng.randbytes(size)
        yield "garbage", f"letters-{size}", bytes(rng.choices(b"abcdefghij \n;,", k=size))
    for name, data in WRONG_DOCUMENTS.items():
        yield "wrong document", name, data
    for name, text in BOMBS.items():
        yield "xml bomb", name, text.encode()
    yield from (("zip bomb", name, data) for name, data in _zip_bombs().items())


def _zip_bombs() -> dict[str, bytes]:
    large = bytes(12_000_000)
    book = {
        "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "xl/workbook.xml": b"<workbook/>",
        "xl/worksheets/sheet1.xml": large,
    }
    lying = bytearray(_zipped({"a.csv": b"Date,Amount\n" + large}))
    at = lying.rindex(b"PK\x01\x02")
    lying[at + 24 : at + 28] = (100).to_bytes(4, "little")  # the directory says that it unpacks to 100 bytes
    return {
        "large": _zipped({f"{n}.csv": large for n in range(20)}),
        "nested": _zipped({"a.zip": _zipped({"b.zip": _zipped({"c.csv": large})})}),
        "lying": bytes(lying),
        "workbook": _zipped(book),
        "many": _zipped({f"{n}.csv": b"" for n in range(20_000)}),
        "outside": _zipped({"../../etc/cron.d/a": b"* * * * * root true\n"}),
        "gzip": zlib.compress(large),
        "none": _zipped({}),
    }


def _zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)  # without the time of day
    return out.getvalue()


def _damaged(rng: random.Random, form: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    if rng.random() < NOISY:
        yield "noise", bytes(rng.randrange(256) if rng.random() < 0.5 else byte for byte in data[:10_000])
        yield "noise", rng.randbytes(min(len(data), 10_000))
    figures = [match.start() + 1 for match in re.finditer(rb"\d\d", data)]
    if form not in ("xlsx", "pdf") and figures and b"\0" not in data:
        at = rng.choice(figures)
        yield "null bytes", data[:at] + bytes(rng.choice((1, 3))) + data[at:]
    if form == "csv":
        yield from _damaged_table(data)
    elif form in ("ofx", "camt"):
        yield from _damaged_tags(rng, data)
    elif form in ("xlsx", "pdf"):
        yield "cut", data[: len(data) // 2]
        yield "cut", data[: rng.randrange(1, 200)]
    elif form == "qif" and (at := data.find(b"\nD")) > 0:
        yield "cut", data[: at + 2]
        yield "cut", data[: data.rfind(b"\nT") + 3]
    elif form == "mt940" and (entries := [match.end() for match in re.finditer(rb":61:\d{6}", data)]):
        yield "cut", data[: entries[0]]
        if b":60F:" in data[: entries[-1]]:
            yield "cut", data[: entries[-1] + rng.randrange(1, 12)]


def _damaged_table(data: bytes) -> Iterator[tuple[str, bytes]]:
    line = next((line for line in data.splitlines() if line.strip()), b"")
    if line and not re.search(rb"\d", line):
        yield "cut", line[: len(line) // 2]
    yield "no digits", re.sub(rb"\d", b"x", data)


def _damaged_tags(rng: random.Random, data: bytes) -> Iterator[tuple[str, bytes]]:
    start = data.find(b"<")
    if start >= 0:
        head, body = data[:start], data[start:]
        declared = re.match(rb"\s*<\?xml[^>]*>(\s*<\?[^>]*>)*", body)
        at = declared.end() if declared else 0
        name = re.search(rb"<([A-Za-z:]+)", body[at:])
        root = name[1] if name else b"a"
        laughs = b"<!DOCTYPE " + root + b' [<!ENTITY x "y"><!ENTITY z "&x;&x;">]>'
        yield "dtd", head + body[:at] + laughs + body[at:]
    records = [match.start() for match in re.finditer(rb"<STMTTRN>|<(?:\w+:)?Ntry>", data)]
    if records:
        at = rng.choice(records)
        yield "cut", data[: at + rng.randrange(12, 40)]
        if (end := data.rfind(b"</OFX>")) > records[0]:
            yield "cut", data[: rng.randrange(records[0] + 12, end + 1)]
