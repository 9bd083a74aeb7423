"""YNAB: the zip that its export gives, with the register and the plan. The register is read; the plan has no movements."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import replace
from io import BytesIO

from transactions.statements.parsed import ParsedStatement, ReaderContext
from transactions.statements.rivals.building import refused
from transactions.statements.rivals.ynab import YnabReader

REGISTER = ("Register.csv", "Register.tsv")
MAX_REGISTER = 256 * 1024 * 1024
MAX_RATIO = 200


class YnabZipReader:
    format = "ynab"

    def recognise(self, data: bytes) -> float:
        if not data.startswith(b"PK\x03\x04"):
            return 0.0
        ends = data[:4096] + data[-65_536:]
        has_plan = any(f"{name}.{ending}".encode() in ends for name in ("Budget", "Plan") for ending in ("csv", "tsv"))
        return 0.97 if has_plan and any(name.encode() in ends for name in REGISTER) else 0.0

    def read(self, data: bytes, context: ReaderContext) -> ParsedStatement:
        try:
            register = _register(data)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
            return refused(self.format, "The zip file is damaged. Export the budget from YNAB again.")
        if register is None:
            return refused(self.format, "The register in this export is missing or too large. Import the CSV itself.")
        read = YnabReader().read(register, context)
        left = ", ".join(part for part in (read.understood.get("left out", ""), "the plan of the budget") if part)
        return replace(read, understood={**read.understood, "left out": left})


def _register(data: bytes) -> bytes | None:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        member = next((one for one in archive.infolist()[:1000] if one.filename.endswith(REGISTER)), None)
        limit = min(MAX_REGISTER, max(len(data) * MAX_RATIO, 1 << 20))
        if member is None or member.file_size > limit:
            return None
        with archive.open(member) as stream:
            content = stream.read(limit + 1)
    return content if len(content) <= limit else None
