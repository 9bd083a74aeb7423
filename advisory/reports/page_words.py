"""The words that a page has around those of the report, in the language that is being spoken."""

from __future__ import annotations

from collections.abc import Mapping

from advisory.narration.terms import term

PAGE_WORDS: Mapping[str, str] = {
    "skip": "Skip to the report",
    "parts": "Parts of the report",
    "evidence": "Evidence",
    "why": "Why",
    "how": "How",
    "gain": "Gain",
    "effort": "Effort",
    "report": "SpendWise report",
    "page": "Page",
    "of": "of",
    "made_from": "from",
    "figures": "figures",
    "from": "From",
    "worded": "In the words of the language model",
    "filled": "Every figure is filled in from the rows behind it.",
    "row": "row",
    "rows": "rows",
    "and": "and",
    "more": "more, all named in the JSON file",
    "no_rows": "No rows: nothing was booked.",
    "figure": "Figure",
    "value": "Value",
    "period": "Period",
    "formula": "Formula",
    "row_count": "Rows",
    "value_rows": "Value, and the number of rows",
    "spoken": "Figures in this report",
    "sources": "What they were made from",
    "leads": (
        "Every underlined figure above leads here. Each entry says how the figure was computed and which transactions "
        "it counts, named by their numbers. Here money that left is negative."
    ),
    "leads_paper": (
        "Every underlined figure leads here: how it was computed, over which days, and from how many rows; money that "
        "left is negative here. The report's page and its JSON file name each transaction."
    ),
    "amounts": "Amounts are in",
    "unless": "unless they say otherwise.",
    "signs": (
        "Money that left is spending, money that came in is income; transfers between your own accounts are neither."
    ),
}


def page_words() -> dict[str, str]:
    return {key: term(words) for key, words in PAGE_WORDS.items()}
