"""The fixed words of the mail that says a report is there, in the language that the report is written in."""

from __future__ import annotations

from collections.abc import Mapping

from advisory.narration.voice import voice
from transactions.ledger.period import PeriodKind

REPORTS: Mapping[PeriodKind, tuple[str, str]] = {
    "month": ("Monthly report", "Monatsbericht"),
    "quarter": ("Quarterly report", "Quartalsbericht"),
    "year": ("Yearly report", "Jahresbericht"),
}
WORDS: Mapping[str, tuple[str, str]] = {
    "subject": ("Your SpendWise report: {title}", "Dein SpendWise-Bericht: {title}"),
    "version": ("version {version}", "Fassung {version}"),
    "ready": ("Your report is ready.", "Dein Bericht ist fertig."),
    "attached": ("The report is attached as a PDF.", "Der Bericht hängt als PDF an."),
    "here": ("Read it here:", "Hier kannst du ihn lesen:"),
    "link": ("Read it in SpendWise", "In SpendWise lesen"),
    "where": ("Read it in SpendWise under Reports, {title}.", "Du findest ihn in SpendWise unter Reports, {title}."),
    "why": (
        "You get this because you asked for reports by mail in your SpendWise settings. Switch it off there.",
        "Du bekommst das, weil du in den Einstellungen Berichte per Mail bestellt hast. Dort lässt es sich abschalten.",
    ),
}


def mail_words(kind: PeriodKind, title: str, version: int) -> dict[str, str]:
    """Every phrase by its name, and `report`: what a report of this length is called."""
    at = 1 if voice().language == "de" else 0
    told = {name: said[at].format(title=title, version=version) for name, said in WORDS.items()}
    return told | {"report": REPORTS[kind][at], "language": voice().language}
