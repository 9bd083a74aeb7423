from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from advisory.analysis.facts import FactDraft
from advisory.narration.model_words.brief import Brief, Names
from advisory.narration.model_words.levels import Level, band
from advisory.narration.model_words.placeholders import direction_of, pattern_of, placeholders_in
from advisory.narration.words import Sentence, say
from transactions.ledger.period import parse_month

MARCH = parse_month("2026-03")
SPENT = FactDraft(
    "payee_spending", "sum", "-1234.50", "EUR", MARCH, "sum@1", {"payee": "Dr. Anna Roth"}, id="f" + "1" * 24
)
MORE = FactDraft(
    "category_change", "other", "-81.25", "EUR", MARCH, "x", {"category": "Gifts for Tom"}, id="f" + "2" * 24
)
PART = FactDraft(
    "category_part", "ratio", "0.1234", "ratio", MARCH, "x", {"category": "Gifts for Tom"}, id="f" + "3" * 24
)
FACTS = {one.id: one for one in (SPENT, MORE, PART)}


def brief() -> Brief:
    said: tuple[Sentence, ...] = (
        say("Most went to {now.payee}: {now.size}.", now=SPENT),
        say("{change.category} cost {change.size} more, {part.percent} of all.", change=MORE, part=PART),
    )
    return Brief("spending", "Where it went", said, placeholders_in(said, FACTS))


def told(level: Level) -> str:
    return json.dumps(brief().told(Names(level)), ensure_ascii=False)


def test_every_fact_and_view_is_one_placeholder() -> None:
    shown = [(one.key, one.kind, one.view, one.value, one.unit, one.direction) for one in brief().placeholders]
    assert shown == [
        ("f1", "name", "payee", "Dr. Anna Roth", "", "none"),
        ("f2", "money", "size", "-1234.50", "EUR", "none"),
        ("f3", "name", "category", "Gifts for Tom", "", "none"),
        ("f4", "money", "size", "-81.25", "EUR", "up"),
        ("f5", "ratio", "percent", "0.1234", "ratio", "none"),
    ]
    assert pattern_of(brief().sentences[0], brief().placeholders) == "Most went to {{f1}}: {{f2}}."


def test_labels_tell_neither_names_nor_figures() -> None:
    text = told(Level.LABELS)
    for secret in ("Roth", "Anna", "Tom", "Gifts", "1234", "1,234", "81", "12.3", "2026", "March"):
        assert secret not in text
    assert "Paid to payee_1" in text
    assert '"direction": "up"' in text
    assert "about" not in json.loads(text)["placeholders"][1]


def test_bands_tell_about_how_much_and_no_more() -> None:
    text = told(Level.BANDS)
    for secret in ("Roth", "Gifts", "1234", "1,234", "81", "12.3"):
        assert secret not in text
    abouts = [one.get("about") for one in json.loads(text)["placeholders"]]
    assert abouts == [None, "1,000 to 2,000", None, "50 to 100", "10 to 20 per cent"]


def test_the_full_level_tells_names_and_figures_but_no_account() -> None:
    assert "Dr. Anna Roth" in told(Level.FULL)
    assert "€1,234.50" in told(Level.FULL)
    named = replace(SPENT, params={"payee": "Anna DE89370400440532013000 anna@example.org"})
    said = (say("Most went to {now.payee}: {now.size}.", now=named),)
    made = Brief("spending", "x", said, placeholders_in(said, {named.id: named}))
    text = json.dumps(made.told(Names(Level.FULL)))
    assert "3704" not in text
    assert "@" not in text


def test_a_name_has_the_same_token_in_every_section() -> None:
    names = Names(Level.LABELS)
    assert brief().told(names) == brief().told(names)
    assert names.of("payee", "Somebody else") == "payee_2"
    assert names.of("category", "Dr. Anna Roth") == "category_2"
    assert names.of("currency", "EUR") == "EUR"


@pytest.mark.parametrize(
    ("value", "words"),
    [("0", "zero"), ("1", "1 to 2"), ("1.99", "1 to 2"), ("-2", "2 to 5"), ("9.99", "5 to 10"), ("10", "10 to 20"),
     ("0.034", "0.02 to 0.05"), ("123456", "100,000 to 200,000"), ("1e12", "1,000,000,000,000 to 2,000,000,000,000")],
)  # fmt: skip
def test_a_band_holds_its_value(value: str, words: str) -> None:
    assert band(Decimal(value)) == words


def test_less_money_spent_is_down_and_more_is_up() -> None:
    assert direction_of(MORE) == "up"
    assert direction_of(replace(MORE, value="81.25")) == "down"
    assert direction_of(replace(MORE, value="0.00")) == "same"
    assert direction_of(replace(MORE, metric="income_change")) == "down"
    assert direction_of(SPENT) == "none"
