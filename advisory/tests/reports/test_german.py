"""A German report is German to its last fixed word, and speaks of exactly the facts that the English one speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

import pytest

from advisory.analysis.advice.classes import CLASSES
from advisory.analysis.advice.piece import Effort
from advisory.analysis.formulas import FORMULAS
from advisory.analysis.health import score
from advisory.narration.german.categories import CATEGORIES
from advisory.narration.german.labels import DEFINITIONS
from advisory.narration.german.terms import TERMS
from advisory.narration.labels import INDICATORS, LABELS, PILLARS
from advisory.narration.terms import category_term
from advisory.narration.voice import LANGUAGES, Language, Voice, speaking
from advisory.rendering import render_html
from advisory.reports.document import ReportDocument, Section
from advisory.reports.page import lay_out
from advisory.reports.page_words import PAGE_WORDS
from advisory.reports.sections.health import VERDICTS
from advisory.reports.sections.recurring import RHYTHMS
from advisory.reports.sections.worked import STATES
from advisory.tests.built import report_of
from advisory.tests.households import NAMESPACE, household, month
from transactions.ledger.default_categories import DEFAULT_CATEGORIES
from transactions.ledger.period import parse_period

# The same in both languages.
ALIKE = {"", "–", ": ", ".", ", ", "; ", " (", ").", "Video", "VPN", "Fitness", "EUR"}


def document(
    language: Language, *, last: str = "2026-10", months: int = 14, is_partial: bool = False
) -> ReportDocument:
    home = household(last, months)
    return report_of(
        home.columns(), home.accounts(), month(last), namespace=NAMESPACE, base_currency="EUR", is_partial=is_partial,
        language=language,
    )  # fmt: skip


@pytest.mark.parametrize(("months", "is_partial"), [(14, False), (14, True), (1, False), (2, False), (6, False)])
def test_no_fixed_word_is_left_in_english(months: int, is_partial: bool) -> None:
    english, german = (document(one, months=months, is_partial=is_partial) for one in ("en", "de"))
    assert set(fixed_words(german)) & set(fixed_words(english)) <= ALIKE


@pytest.mark.parametrize("period", ["2026-Q3", "2026", "2025", "2025-Q4", "2024"])
def test_nor_of_a_quarter_or_a_year(period: str) -> None:
    home = household("2026-10", 14)
    english, german = (
        report_of(
            home.columns(), home.accounts(), parse_period(period), namespace=NAMESPACE, base_currency="EUR",
            is_partial=period == "2026", language=language,
        )
        for language in LANGUAGES
    )  # fmt: skip
    assert set(fixed_words(german)) & set(fixed_words(english)) <= ALIKE
    assert english.facts == german.facts


def test_both_languages_speak_of_the_same_facts() -> None:
    english, german = (document(one) for one in ("en", "de"))
    assert english.facts == german.facts
    assert [set(one.facts) for one in english.sentences()] == [set(one.facts) for one in german.sentences()] or {
        fact for one in english.sentences() for fact in one.facts
    } == {fact for one in german.sentences() for fact in one.facts}


def test_figures_are_written_as_german_writes_them() -> None:
    german = document("de")
    page = lay_out(german)
    assert page["title"] == "Oktober 2026"
    assert "3.200,00\N{NO-BREAK SPACE}€" in {part.text for one in german.sentences() for part in one.parts}
    assert '<html lang="de">' in render_html(german).decode()


@pytest.mark.parametrize(
    "words",
    [
        INDICATORS.values(), PILLARS.values(), VERDICTS.values(), RHYTHMS.values(), STATES.values(),
        PAGE_WORDS.values(), get_args(Effort), CLASSES, (score.TOO_SHORT, score.NO_INCOME, score.TOO_FEW),
    ],
)  # fmt: skip
def test_every_table_of_fixed_words_is_known(words: Iterable[str]) -> None:
    assert set(words) <= TERMS.keys()


def test_every_metric_and_every_formula_has_its_words() -> None:
    assert LABELS["de"].keys() == LABELS["en"].keys()
    assert DEFINITIONS.keys() == FORMULAS.keys()


def fixed_words(document: ReportDocument) -> Iterator[str]:
    for figure in document.key_figures:
        yield figure.label
    for section in document.sections:
        yield from heads(section)
    for sentence in document.sentences():
        yield from (part.text for part in sentence.parts if not part.fact)


def heads(section: Section) -> Iterator[str]:
    yield section.title
    for table in section.tables:
        yield from (table.caption, *(column.title for column in table.columns))
    for chart in section.charts:
        yield from (chart.title, chart.summary, chart.reference_title)
    yield from (item.effort for item in section.items)


def test_the_categories_that_everybody_starts_with_have_german_names() -> None:
    assert list(CATEGORIES) == [category.name for category in DEFAULT_CATEGORIES]
    with speaking(Voice("de")):
        assert [category_term(name) for name in ("Groceries", "Uncategorised", "Omas Garten")] == [
            "Lebensmittel",
            "Ohne Kategorie",
            "Omas Garten",
        ]
    assert category_term("Groceries") == "Groceries"
