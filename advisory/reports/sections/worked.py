"""What came of the advice that was taken up: proven, likely, failed or too early to tell, and the money so far."""

from __future__ import annotations

from collections.abc import Mapping

from advisory.analysis.history import tidy
from advisory.analysis.outcomes.accepted import State
from advisory.analysis.study import Study
from advisory.narration.phrases import tell
from advisory.narration.words import Sentence, plain, say
from advisory.reports.document import Column, Section, Table
from advisory.reports.findings import Findings, Taken

TITLE = "Did it work"
STATES: Mapping[State, str] = {
    "proven": "Proven",
    "likely": "Likely",
    "pending": "Too early to tell",
    "failed": "Not so far",
    "reversed": "It worked, and the cost is back",
}
COLUMNS = (
    Column("What you took up", is_wide=True),
    Column("Since"),
    Column("What came of it"),
    Column("Saved so far", is_numeric=True),
)


def build(study: Study, found: Findings) -> Section | None:
    """None where nothing had been taken up by then."""
    if not found.taken:
        return None
    rows = tuple(_row(study, one) for one in found.taken)
    return Section("worked", TITLE, (tell("worked.intro"),), (Table("worked", "Advice you took up", COLUMNS, rows),))


def _row(study: Study, one: Taken) -> tuple[Sentence, ...]:
    about = {"advice": one.advice, "title": tidy(one.title), "stated": one.since.isoformat()}
    since = study.book.derive("advice_taken", "stated@1", "date", study.month, params=about)
    saved = one.facts.get("saved")
    return (
        say("{fact.title}", fact=since),
        say("{fact.date}", fact=since),
        plain(STATES[one.state]),
        say("{fact.size}", fact=saved) if saved else plain("–"),
    )
