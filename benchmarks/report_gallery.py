"""Monthly reports of many different generated households as PDF, and their pages as pictures, to be looked at.

    python -m benchmarks.report_gallery FOLDER [--households 12] [--pages 1] [--language en|de|both]

Every fact is checked by the report's own gate while it is made. The pictures are the pages of the PDF as a viewer draws
them (PDFium), not another drawing of the same words. With --pages 0 every page becomes a picture.
"""

from __future__ import annotations

import argparse
import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pypdfium2

from advisory.analysis.engine import Setting, analyse
from advisory.narration.voice import LANGUAGES, Language
from advisory.reports.document import ReportDocument
from benchmarks.scores.households.build import household
from benchmarks.scores.ledgers import Ledger, ledger_of
from benchmarks.scores.ready import set_up_django
from transactions.ledger.columns import Columns, Share
from transactions.ledger.payee import payee_name
from transactions.ledger.period import month_of

FIRST_SEED = 700_001
"""Apart from the seeds of every score."""
LENGTHS = (1, 2, 3, 4, 6, 8, 9, 12, 14, 18, 24, 36)
"""Months of history, one household after the other: a first report looks different from one of an old hand."""
SCALE = 1.25
"""Ninety dots an inch: an A4 page is 744 points wide, and its text can be read."""
SHADES = 24
"""Of each colour channel, so that a page of text is a small file."""


def report(number: int, language: Language) -> ReportDocument:
    """The last full month of the household of this number, as a worker makes it: asked as of the month's last day,
    with payees under the names that an import gives them."""
    set_up_django()
    from advisory.reports.engines import findings_of
    from advisory.reports.monthly import build_monthly_report

    home = household(FIRST_SEED + number, months=LENGTHS[number % len(LENGTHS)])
    month = month_of((home.as_of + timedelta(days=1)).replace(day=1) - timedelta(days=1))
    ledger = as_of_day(ledger_of(home), month.last_day)
    found = analyse(ledger.rows, ledger.as_of, Setting(balances=ledger.balances, namespace="gallery", wanted=()))
    return build_monthly_report(
        ledger.columns,
        ledger.accounts,
        month,
        namespace=f"gallery:{number}",
        base_currency=ledger.currency,
        is_partial=False,
        language=language,
        found=findings_of(found, ledger.rows),
    )


def as_of_day(ledger: Ledger, day: date) -> Ledger:
    """The same ledger on the evening of an earlier day."""
    later = [row for row in ledger.rows.rows if row.booking_date > day]
    since = {name: sum(row.amount_minor for row in later if row.account == name) for name in ledger.balances}
    return replace(
        ledger,
        as_of=day,
        rows=ledger.rows.before(day + timedelta(days=1)),
        balances={name: minor - since[name] for name, minor in ledger.balances.items()},
        columns=Columns(tuple(_imported(share) for share in ledger.columns.shares if share.booking_date <= day)),
        accounts=tuple(
            replace(account, balance_minor=account.balance_minor - since[account.name]) for account in ledger.accounts
        ),
    )


def _imported(share: Share) -> Share:
    return replace(share, payee_name=payee_name("", share.text)[:60])


def pictures(pdf: bytes, pages: int) -> Iterator[bytes]:
    """Each page as a PNG, the first `pages` of them; all where that is 0."""
    document = pypdfium2.PdfDocument(pdf)
    for number in range(min(pages, len(document)) if pages else len(document)):
        drawn = document[number].render(scale=SCALE, rev_byteorder=True).to_numpy()[:, :, :3]
        yield png((drawn // (256 // SHADES) * (256 // SHADES)).clip(0, 255).astype(np.uint8))


def png(pixels: np.ndarray) -> bytes:
    """`pixels`: height x width x 3, eight bits each. As the PNG specification has it (RFC 2083), each line unfiltered
    but for the difference to the line above, which packs best."""
    height, width, _ = pixels.shape
    above = np.vstack([np.zeros((1, width, 3), np.uint8), pixels[:-1]])
    lines = np.hstack([np.full((height, 1), 2, np.uint8), (pixels - above).reshape(height, width * 3)])
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packed = zlib.compress(lines.tobytes(), 9)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--households", type=int, default=12)
    parser.add_argument("--pages", type=int, default=1)
    parser.add_argument("--language", choices=[*LANGUAGES, "both"], default="both")
    asked = parser.parse_args()
    set_up_django()
    from advisory.rendering import render_pdf

    asked.folder.mkdir(parents=True, exist_ok=True)
    for number in range(asked.households):
        # Both: turn and turn about.
        language = LANGUAGES[number % len(LANGUAGES)] if asked.language == "both" else asked.language
        made = report(number, language)
        pdf = render_pdf(made)
        name = f"report-{number + 1:02d}-{language}"
        (asked.folder / f"{name}.pdf").write_bytes(pdf)
        for page, picture in enumerate(pictures(pdf, asked.pages), start=1):
            (asked.folder / (f"{name}.png" if asked.pages == 1 else f"{name}-{page:02d}.png")).write_bytes(picture)
        print(f"{name}: {made.month.month_key}, {made.currency}, {len(made.facts):,} facts, {made.headline.text}")


if __name__ == "__main__":
    main()
