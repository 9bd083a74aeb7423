"""A report document as files people read: one self-contained HTML page, one PDF. The same document, the same bytes.

Neither executes anything a payee's name could contain: Django escapes it, and typst gets all data as one JSON
string it reads as data, never as source.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string

from advisory.reports.document import ReportDocument
from advisory.reports.glyphs import Glyphs
from advisory.reports.page import lay_out

FOLDER = Path(__file__).resolve().parent
FONTS = FOLDER / "fonts"
TYPEFACE = "Inter"
# The folder holds the template and nothing else: typst may read inside its root and nowhere besides.
TYPST_ROOT = FOLDER / "templates" / "typst"
TEMPLATE = TYPST_ROOT / "report.typ"


def render_html(document: ReportDocument) -> bytes:
    """UTF-8, no script, no outside reference; every figure links to its evidence at the end of the page."""
    text = render_to_string("advisory/report.html", {"report": lay_out(document)})
    return text.encode("utf-8", "replace")


def render_mail(content: dict[str, Any]) -> tuple[str, str]:
    """(plain text, HTML) of the mail that says a report is there; without script, picture or outside reference."""
    text = render_to_string("advisory/mail.txt", content)
    return text, render_to_string("advisory/mail.html", content)


def render_pdf(document: ReportDocument) -> bytes:
    """A4 for archives and for screen readers (PDF/A-2b and PDF/UA-1), set in the fonts that are shipped; dated with
    the last day of the period, not with now."""
    import typst

    made = typst.compile(
        str(TEMPLATE),
        root=str(TYPST_ROOT),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["a-2b", "ua-1"],
        sys_inputs={"report": _as_text(lay_out(document))},
        timestamp=datetime.combine(document.month.last_day, time(), UTC),
    )
    if not isinstance(made, bytes):
        raise TypeError("typst gave no single file.")
    return made


@cache
def glyphs() -> Glyphs:
    """Of the typeface and of the two fonts that step in for it, as the template names them."""
    own, others = (
        [font.read_bytes() for font in sorted(FONTS.glob("*.ttf")) if font.name.startswith(TYPEFACE) is is_own]
        for is_own in (True, False)
    )
    return Glyphs.of(own, others)


def _as_text(page: dict[str, Any]) -> str:
    """ASCII only, so that a lone surrogate from a broken file cannot stop the passing; typst reads the escapes back.

    An archived file must hold every glyph it prints, so a letter that the fonts have no shape for becomes a sign.
    """
    return json.dumps(glyphs().printable(page))
