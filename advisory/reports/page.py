"""The document laid out for a page: plain lists and texts that the HTML and the PDF template only have to print."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from advisory.analysis.facts import FactDraft
from advisory.narration.labels import definition, label
from advisory.narration.terms import term
from advisory.narration.views import shown, spoken_days, spoken_stretch
from advisory.narration.voice import Voice, speaking
from advisory.narration.words import Sentence
from advisory.reports.document import Bar, Chart, Item, ReportDocument, Section, Table
from advisory.reports.lengths import length_of
from advisory.reports.page_words import page_words

Json = dict[str, Any]

# A page names this many rows of a figure; the JSON file names all.
IDS_ON_PAGE = 150
FULL = Decimal(100)


def lay_out(document: ReportDocument) -> Json:
    """In the document's own language, whoever asks."""
    with speaking(Voice(document.language)):
        return _laid_out(document)


def _laid_out(document: ReportDocument) -> Json:
    length = length_of(document.month)
    spoken = {fact for sentence in document.sentences() for fact in sentence.facts}
    charted = {fact for section in document.sections for fact in section.fact_ids()}
    by_id = {fact.id: fact for fact in document.facts}
    worded = {one.section: one.model for one in document.worded}
    return {
        "title": spoken_stretch(document.month),
        "report": term(length.report),
        "running": term(length.running),
        "last_day": document.month.last_day.isoformat(),
        "currency": document.currency,
        "language": document.language,
        "words": page_words(),
        "is_partial": document.is_partial,
        "headline": _parts(document.headline),
        "headline_text": document.headline.text,
        "key_figures": [
            {"label": figure.label, "value": _parts(figure.value), "note": _parts(figure.note)}
            for figure in document.key_figures
        ],
        "standing": _standing(document),
        "sections": [_section(section, worded.get(section.id, "")) for section in document.sections],
        "evidence": [_evidence(fact, by_id) for fact in document.facts if fact.id in spoken | charted],
        "sources": [_evidence(fact, by_id) for fact in document.facts if fact.id not in spoken | charted],
        "runs": _runs([fact for fact in document.facts if fact.id not in spoken | charted]),
    }


def _runs(facts: list[FactDraft]) -> list[Json]:
    """The same figures as `sources` for paper: those of one name and formula on one line, in their order."""
    lines: dict[tuple[str, str, int], list[FactDraft]] = {}
    for fact in facts:
        # What is made of other figures says of how many; only plain sums share a line whatever their rows.
        lines.setdefault((label(fact.metric, fact.params), fact.formula, len(fact.inputs)), []).append(fact)
    return [
        {
            "label": name,
            "formula": formula,
            "inputs": inputs,
            "figures": [
                {
                    "id": one.id,
                    "value": shown(one),
                    "period": spoken_days(one.period),
                    "row_count": len(one.transactions),
                }
                for one in sorted(run, key=lambda one: (one.period.start, one.period.end))
            ],
        }
        for (name, formula, inputs), run in lines.items()
    ]


def _standing(document: ReportDocument) -> Json | None:
    """The health score in a sentence, for the first page; None where there is no score."""
    health = next((section for section in document.sections if section.id == "health"), None)
    if health is None or not health.sentences or not health.sentences[0].facts:
        return None
    return {"title": health.title, "parts": _parts(health.sentences[0])}


def _parts(sentence: Sentence) -> list[Json]:
    """Fixed words and names have an empty `fact`: only figures lead somewhere."""
    return [{"text": part.text, "fact": part.fact if part.is_figure else ""} for part in sentence.parts]


def _section(section: Section, worded_by: str) -> Json:
    """`worded_by`: the language model that put its sentences into words; empty where templates did."""
    return {
        "id": section.id,
        "title": section.title,
        "worded_by": worded_by,
        "sentences": [_parts(sentence) for sentence in section.sentences],
        "charts": [_chart(chart) for chart in section.charts],
        "tables": [_table(table) for table in section.tables],
        "items": [_item(item) for item in section.items],
    }


def _table(table: Table) -> Json:
    columns = [
        {"title": column.title, "is_numeric": column.is_numeric, "is_wide": column.is_wide} for column in table.columns
    ]
    rows = [
        [
            {
                "title": column.title,
                "is_numeric": column.is_numeric,
                "is_wide": column.is_wide,
                "parts": _parts(cell),
            }
            for column, cell in zip(table.columns, row, strict=True)
        ]
        for row in table.rows
    ]
    return {"id": table.id, "caption": table.caption, "columns": columns, "rows": rows}


def _item(item: Item) -> Json:
    return {
        "title": _parts(item.title),
        "what": _parts(item.what),
        "why": _parts(item.why),
        "how": _parts(item.how),
        "gain": _parts(item.gain),
        "effort": item.effort,
        "rule": item.rule,
    }


def _chart(chart: Chart) -> Json:
    sizes = [_size(fact) for bar in chart.bars for fact in (bar.fact, bar.reference) if fact]
    scale = max(sizes, default=Decimal(0))
    return {
        "id": chart.id,
        "title": chart.title,
        "summary": chart.summary,
        "reference_title": chart.reference_title,
        "bars": [_bar(bar, scale) for bar in chart.bars],
    }


def _bar(bar: Bar, scale: Decimal) -> Json:
    reference = bar.reference
    return {
        "label": bar.label,
        "text": shown(bar.fact).lstrip("\N{MINUS SIGN}"),
        "fact": bar.fact.id,
        "width": _width(bar.fact, scale),
        "reference": _width(reference, scale) if reference else None,
        "reference_text": shown(reference).lstrip("\N{MINUS SIGN}") if reference else "",
        "reference_fact": reference.id if reference else "",
    }


def _size(fact: FactDraft) -> Decimal:
    return abs(Decimal(fact.value))


def _width(fact: FactDraft, scale: Decimal) -> str:
    """Per cent of the longest bar, as text: a template must not localise it."""
    part = _size(fact) * FULL / scale if scale else Decimal(0)
    return f"{part.quantize(Decimal('0.01'), rounding=ROUND_HALF_EVEN):f}"


def _evidence(fact: FactDraft, by_id: dict[str, FactDraft]) -> Json:
    inputs = [by_id[key] for key in fact.inputs]
    return {
        "id": fact.id,
        "label": label(fact.metric, fact.params),
        "value": shown(fact),
        "exact": fact.value,
        "unit": fact.unit,
        "formula": fact.formula,
        "words": definition(fact.formula),
        "period": spoken_days(fact.period),
        "row_count": len(fact.transactions),
        "ids": list(fact.transactions[:IDS_ON_PAGE]),
        "more": max(len(fact.transactions) - IDS_ON_PAGE, 0),
        "inputs": [
            {
                "id": one.id,
                "label": label(one.metric, one.params),
                "value": shown(one),
                "period": spoken_days(one.period),
            }
            for one in inputs
        ],
    }
