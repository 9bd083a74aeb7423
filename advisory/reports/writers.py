"""The report as canonical JSON (sorted keys, UTF-8, one newline at the end) and its figures as a table; the same
document, the same bytes."""

from __future__ import annotations

import json
from typing import Any

from advisory.analysis.facts import FactDraft
from advisory.narration.labels import definition, label
from advisory.narration.voice import Voice, speaking
from advisory.narration.words import Sentence
from advisory.reports.document import Bar, Chart, Item, KeyFigure, ReportDocument, Section, Table
from advisory.reports.page_words import page_words
from transactions.ledger.period import Period, kind_of, period_key
from transactions.ledger.tables import Cell, csv_chunks

Json = dict[str, Any]


def to_json_bytes(document: ReportDocument) -> bytes:
    """Amounts and ratios are strings; periods include both days; a lone surrogate becomes a replacement sign."""
    text = json.dumps(to_json(document), sort_keys=True, ensure_ascii=False, indent=1)
    return (text + "\n").encode("utf-8", "replace")


CSV_HEADER = ("what", "value", "unit", "from", "until", "how", "rows", "transactions", "id", "made_of")


def to_csv_bytes(document: ReportDocument) -> bytes:
    """Every fact, one a line: amounts as plain decimals, days included, ids of transactions and of the facts it is made
    of apart by spaces. No cell is a formula; see ledger.tables. The heads are English in every language: programs
    read them."""
    with speaking(Voice(document.language)):
        return b"".join(csv_chunks(CSV_HEADER, map(_fact_cells, document.facts)))


def _fact_cells(fact: FactDraft) -> list[Cell]:
    what = label(fact.metric, fact.params).encode("utf-8", "replace").decode()
    rows = " ".join(map(str, fact.transactions))
    return [
        what, fact.value, fact.unit, fact.period.start, fact.period.last_day, definition(fact.formula),
        len(fact.transactions), rows, fact.id, " ".join(fact.inputs),
    ]  # fmt: skip


# What a page says beside the words of a report, in the report's own language.
AROUND = ("why", "how", "gain", "effort", "worded", "filled")


def _words_around(document: ReportDocument) -> Json:
    with speaking(Voice(document.language)):
        words = page_words()
    return {key: words[key] for key in AROUND}


def to_json(document: ReportDocument) -> Json:
    """`worded` appears only where a language model put sections into words: which, and what it was called."""
    shape: Json = {
        "version": document.version,
        "month": document.month.month_key,
        **length_json(document.month),
        "currency": document.currency,
        "language": document.language,
        "words": _words_around(document),
        "is_partial": document.is_partial,
        "headline": sentence_json(document.headline),
        "key_figures": [key_figure_json(figure) for figure in document.key_figures],
        "sections": [section_json(section) for section in document.sections],
        "facts": [fact_json(fact) for fact in document.facts],
    }
    if document.worded:
        shape["worded"] = [{"section": one.section, "model": one.model} for one in document.worded]
    return shape


def length_json(period: Period) -> Json:
    """Of a quarter or year its kind and its key, such as '2026-Q3'; a month's file names only the month."""
    kind = kind_of(period)
    return {} if kind == "month" else {"kind": kind, "period": period_key(period)}


def fact_json(fact: FactDraft) -> Json:
    """`shares` appears only where a transaction is counted in part: minor units by transaction id."""
    shape: Json = {
        "id": fact.id,
        "metric": fact.metric,
        "kind": fact.kind,
        "value": fact.value,
        "unit": fact.unit,
        "period": period_json(fact.period),
        "formula": fact.formula,
        "params": dict(fact.params),
        "transactions": list(fact.transactions),
        "inputs": list(fact.inputs),
    }
    if fact.shares:
        shape["shares"] = {str(txn): minor for txn, minor in fact.shares.items()}
    return shape


def period_json(period: Period) -> Json:
    return {"start": period.start.isoformat(), "end": period.last_day.isoformat()}


def sentence_json(sentence: Sentence) -> Json:
    """The words, the facts they speak of, and the parts so that a page can make each figure lead to its rows."""
    parts = [{"text": part.text, **({"fact": part.fact} if part.is_figure else {})} for part in sentence.parts]
    return {"text": sentence.text, "facts": list(sentence.facts), "parts": parts}


def key_figure_json(figure: KeyFigure) -> Json:
    return {"label": figure.label, "value": sentence_json(figure.value), "note": sentence_json(figure.note)}


def section_json(section: Section) -> Json:
    return {
        "id": section.id,
        "title": section.title,
        "sentences": [sentence_json(sentence) for sentence in section.sentences],
        "tables": [table_json(table) for table in section.tables],
        "charts": [chart_json(chart) for chart in section.charts],
        "items": [item_json(item) for item in section.items],
    }


def table_json(table: Table) -> Json:
    return {
        "id": table.id,
        "caption": table.caption,
        "columns": [{"title": column.title, "is_numeric": column.is_numeric} for column in table.columns],
        "rows": [[sentence_json(cell) for cell in row] for row in table.rows],
    }


def chart_json(chart: Chart) -> Json:
    return {
        "id": chart.id,
        "title": chart.title,
        "summary": chart.summary,
        "reference_title": chart.reference_title,
        "bars": [bar_json(bar) for bar in chart.bars],
    }


def bar_json(bar: Bar) -> Json:
    reference = bar.reference
    return {
        "label": bar.label,
        "value": bar.fact.value,
        "fact": bar.fact.id,
        "reference": reference.value if reference else None,
        "reference_fact": reference.id if reference else None,
    }


def item_json(item: Item) -> Json:
    return {
        "rule": item.rule,
        "title": sentence_json(item.title),
        "what": sentence_json(item.what),
        "why": sentence_json(item.why),
        "how": sentence_json(item.how),
        "gain": sentence_json(item.gain),
        "effort": item.effort,
    }
