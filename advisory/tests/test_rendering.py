"""The files people read: nothing in a name is ever executed, every figure leads to its evidence, bytes repeat."""

from __future__ import annotations

import io
import re
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from pypdf import PdfReader

from advisory.rendering import glyphs, render_html, render_pdf
from advisory.reports.document import ReportDocument
from advisory.reports.glyphs import Glyphs
from advisory.tests.built import report_of
from advisory.tests.households import NAMESPACE, Household, household, month
from transactions.ledger.columns import Columns
from transactions.ledger.period import parse_period

HOSTILE = [
    '#import "x" *bold* <script>',
    "</style><img src=x onerror=alert(1)>",
    "{{ report.title }} {% include 'x' %}",
    '#eval("1+1") $ x^2 $ @ref <label> \\ _u_ `raw` //',
    '"];javascript:alert(1)//',
    "half \ud800 a letter \x00\u202e",
    "日本語 العربية 🙂",
]


def document(home: Household, *, is_partial: bool = False) -> ReportDocument:
    return report_of(
        home.columns(), home.accounts(), month(), namespace=NAMESPACE, base_currency="EUR", is_partial=is_partial
    )


def hostile() -> ReportDocument:
    home = household()
    for at, name in enumerate(HOSTILE):
        home.book(date(2026, 10, 10 + at), -100_000 - at, name, "travel")
    return document(home)


class Page(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self.links += [value or "" for name, value in attrs if name == "href"]
        self.ids += [value or "" for name, value in attrs if name == "id"]


def test_the_page_has_no_script_and_refers_to_nothing_outside() -> None:
    page = Page(render_html(hostile()).decode())
    assert {"script", "img", "link", "iframe", "object", "form"}.isdisjoint(page.tags)
    assert [name for name, _ in page.attributes if name.startswith("on")] == []
    assert all(link.startswith("#") for link in page.links)
    assert "url(" not in render_html(hostile()).decode()


def test_hostile_names_are_only_text() -> None:
    html = render_html(hostile()).decode()
    assert "&lt;/style&gt;&lt;img src=x onerror=alert(1)&gt;" in html
    assert "{{ report.title }}" in html


def test_every_link_has_its_target_and_every_id_is_there_once() -> None:
    page = Page(render_html(document(household())).decode())
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links} <= set(page.ids)


def test_every_figure_carries_its_fact() -> None:
    report = document(household())
    carried = [value for name, value in Page(render_html(report).decode()).attributes if name == "data-fact"]
    assert set(carried) <= {fact.id for fact in report.facts}
    assert len(carried) > 100


def test_the_evidence_names_the_rows() -> None:
    report = document(household())
    spending = next(fact for fact in report.facts if fact.metric == "spending" and fact.period == report.month)
    entry = render_html(report).decode().split(f'id="fact-{spending.id}"')[1].split("</article>")[0]
    assert "sum@1" in entry
    assert "17 rows" in entry
    assert ", ".join(str(txn) for txn in spending.transactions) in entry


def test_a_long_list_of_rows_is_cut_and_says_so() -> None:
    home = Household()
    for at in range(200):
        home.book(date(2026, 10, 1 + at % 28), -100 - at, "Markt am Eck", "groceries")
    assert "and 50 more, all named in the JSON file" in render_html(document(home)).decode()


def test_the_page_reads_as_a_document() -> None:
    html = render_html(document(household())).decode()
    page = Page(html)
    assert ("lang", "en") in page.attributes
    assert page.tags.count("h1") == 1
    assert page.tags.count("table") == page.tags.count("caption")
    assert {"main", "header", "nav", "footer"} <= set(page.tags)


def test_a_running_month_is_marked_on_both() -> None:
    running = document(household(), is_partial=True)
    assert "month not over" in render_html(running).decode()
    assert "month not over" in pdf_text(running)


def pdf_text(report: ReportDocument) -> str:
    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(render_pdf(report))).pages)
    return re.sub(r"\s+", " ", text)


@pytest.mark.usefixtures("plainest")
def test_the_pdf_says_what_the_page_says() -> None:
    text = pdf_text(document(household()))
    for words in ("October 2026", "You kept €463.13 of €3,200.00", "Streamly became dearer", "Page 1 of"):
        assert words in text


def test_the_pdf_prints_hostile_names_as_they_are() -> None:
    text = pdf_text(hostile())
    assert '#import "x" *bold* <script>' in text
    assert "{{ report.title }}" in text
    assert '#eval("1+1")' in text


def test_the_pdf_is_tagged_titled_and_dated_with_the_month() -> None:
    reader = PdfReader(io.BytesIO(render_pdf(document(household()))))
    catalogue = str(reader.root_object)
    assert "'/Marked': True" in catalogue
    assert "'/Lang': 'en'" in catalogue
    assert reader.metadata
    assert reader.metadata.title == "SpendWise report, October 2026"
    assert reader.metadata.creation_date
    assert reader.metadata.creation_date.date() == date(2026, 10, 31)


def test_the_pdf_is_for_archives_and_for_screen_readers() -> None:
    reader = PdfReader(io.BytesIO(render_pdf(hostile())))
    root: Any = reader.root_object
    metadata = root["/Metadata"].get_object().get_data().decode()
    for said in ("<pdfaid:part>2<", "<pdfaid:conformance>B<", "<pdfuaid:part>1<"):
        assert said in metadata
    (intent,) = root["/OutputIntents"]
    assert intent.get_object()["/S"] == "/GTS_PDFA1"


def fonts_in(reader: PdfReader) -> list[Any]:
    """The descriptors of all fonts of all pages."""
    found = {}
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():  # type: ignore[attr-defined]
            below = font.get_object().get("/DescendantFonts", [font])
            for one in below:
                descriptor = one.get_object()["/FontDescriptor"].get_object()
                found[str(descriptor["/FontName"])] = descriptor
    return list(found.values())


def test_every_font_lies_in_the_pdf() -> None:
    fonts = fonts_in(PdfReader(io.BytesIO(render_pdf(hostile()))))
    assert len(fonts) >= 2
    for font in fonts:
        (stream,) = [font[key].get_object() for key in ("/FontFile", "/FontFile2", "/FontFile3") if key in font]
        assert len(stream.get_data()) > 1000
        assert str(font["/FontName"]).split("+")[1].startswith(("Inter", "DejaVuSans", "DroidSansFallback"))


def alternatives(reader: PdfReader) -> list[str]:
    """What the figures say to those who do not see them, from the tree of tags."""
    found: list[str] = []
    queue: list[Any] = [reader.root_object["/StructTreeRoot"]]
    while queue:
        one = queue.pop().get_object()
        if isinstance(one, list):
            queue += one
        elif isinstance(one, dict):
            if one.get("/S") == "/Figure" and "/Alt" in one:
                found.append(str(one["/Alt"]))
            queue += [one["/K"]] if "/K" in one else []
    return found


def test_every_chart_says_in_words_what_it_shows() -> None:
    report = document(household())
    said = alternatives(PdfReader(io.BytesIO(render_pdf(report))))
    charts = [chart for section in report.sections for chart in section.charts]
    assert len(said) == len(charts) == 2
    months = next(words for words in said if words.startswith("Spending and income by month. "))
    assert months.count("income €") == 7
    assert months.endswith("October 2026: €2,736.87, income €3,200.00.")


def test_the_first_page_stands_alone() -> None:
    report = document(household())
    reader = PdfReader(io.BytesIO(render_pdf(report)))
    text = re.sub(r"\s+", " ", reader.pages[0].extract_text()).replace("\N{NO-BREAK SPACE}", " ")
    by_id = {section.id: section for section in report.sections}
    advice = by_id["advice"].items[0]
    told = [report.headline, *by_id["summary"].sentences, by_id["health"].sentences[0], advice.what, advice.gain]
    for words in (*(one.text for one in told), *(figure.label for figure in report.key_figures)):
        assert re.sub(r"\s+", " ", words.replace("\N{NO-BREAK SPACE}", " ")) in text


@pytest.mark.parametrize("key", ["2026-Q3", "2026-Q4", "2025"])
def test_a_longer_reports_first_page_stands_alone_too(key: str) -> None:
    home = household()
    home.book(date(2026, 9, 15), -32_900, HOSTILE[0] * 3, "travel")
    report = report_of(
        home.columns(), home.accounts(), parse_period(key), namespace=NAMESPACE, base_currency="EUR", is_partial=False
    )
    reader = PdfReader(io.BytesIO(render_pdf(report)))
    text = re.sub(r"\s+", " ", reader.pages[0].extract_text())
    by_id = {section.id: section for section in report.sections}
    told = [report.headline, *by_id["summary"].sentences, by_id["health"].sentences[0]]
    told += [one.gain for one in by_id["advice"].items[:1]]
    for one in told:
        assert re.sub(r"\s+", " ", one.text) in text
    assert reader.metadata
    assert reader.metadata.title == f"SpendWise report, {key if len(key) == 4 else f'{key[5:]} {key[:4]}'}"
    assert render_pdf(report) == render_pdf(report)


def test_a_letter_without_a_shape_is_a_sign() -> None:
    assert "日本語 العربية □" in pdf_text(hostile())
    assert glyphs().printable({"name": ["Müller – ж", "日本 متجر", "한 🛒"]}) == {
        "name": ["Müller – ж", "日本 متجر", "□ □"]
    }


def test_a_font_without_a_character_table_is_refused() -> None:
    with pytest.raises(ValueError, match="no table"):
        Glyphs.of([b"\x00\x01\x00\x00\x00\x00" + bytes(6)])


def test_the_pdf_is_set_in_the_shipped_font() -> None:
    raw = render_pdf(document(household()))
    used: set[str] = set()
    for page in PdfReader(io.BytesIO(raw)).pages:
        page.extract_text(
            visitor_text=lambda _text, _cm, _tm, font, _size: used.add(str((font or {}).get("/BaseFont")))
        )
    assert {name.split("+")[-1].split("-")[0] for name in used - {"None"}} == {"Inter"}


@pytest.mark.parametrize("render", [render_html, render_pdf])
def test_the_same_report_gives_the_same_bytes(render: object) -> None:
    assert callable(render)
    assert render(document(household())) == render(document(household()))


@pytest.mark.parametrize("is_partial", [False, True])
def test_an_empty_ledger_becomes_files_too(is_partial: bool) -> None:
    empty = report_of(Columns.of([]), [], month(), namespace=NAMESPACE, base_currency="EUR", is_partial=is_partial)
    assert b"Nothing was booked in October 2026." in render_html(empty)
    assert "Nothing was booked in October 2026." in pdf_text(empty)
