"""Advice over the last full month, in the words that are stored: the report's own engines, asked once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from advisory.analysis.advice.choice import advise
from advisory.analysis.advice.piece import Advice as Piece
from advisory.analysis.facts import FactBook, FactDraft
from advisory.analysis.health import assess_health
from advisory.analysis.history import History
from advisory.analysis.recurring import detect_recurring
from advisory.analysis.study import Study
from advisory.narration.phrases import PHRASES, tell
from advisory.services.advice import Given
from transactions.ledger.columns import AccountState, Columns
from transactions.ledger.money import to_minor
from transactions.ledger.period import Period, month_of

ADVICE_VERSION = "advice@1"
ABOUT = ("payee_id", "category_id", "account_id")


@dataclass(frozen=True, slots=True)
class Judgement:
    """`facts`: all that is spoken of and below it."""

    month: Period
    given: Sequence[Given]
    facts: tuple[FactDraft, ...]


def last_month_seen(as_of: date) -> Period:
    """The last month whose every day has been seen."""
    return month_of((as_of + timedelta(days=1)).replace(day=1) - timedelta(days=1))


def judge_month(
    columns: Columns, accounts: Sequence[AccountState], month: Period, base_currency: str, namespace: str
) -> Judgement:
    """`accounts` at the end of the month; what is booked later is not looked at."""
    study = Study(
        History.of(columns, accounts, month, base_currency, is_partial=False), FactBook.over(columns, namespace)
    )
    health = assess_health(study)
    pieces = advise(study, detect_recurring(study.history.bookings), health)
    given = [_given(study, piece) for piece in pieces]
    spoken = [fact for one in given for fact in one.facts.values()]
    return Judgement(month, given, study.book.closure(spoken))


def _given(study: Study, piece: Piece) -> Given:
    kind = ".silent" if piece.about.get("kind") == "silent" else ""
    title, what, why, how = (
        tell(f"advice.{piece.rule}{kind}.{part}", **piece.figures).text for part in ("title", "what", "why", "how")
    )
    facts = {name: fact.id for name, fact in piece.figures.items()}
    gain = piece.gain
    if gain is not None:
        facts |= {"saving_low": gain.low.id, "saving_mid": gain.mid.id, "saving_high": gain.high.id}
    return Given(
        rule=piece.rule,
        key=_key(piece),
        title=title,
        what=what,
        why=why,
        how=how,
        gain=_gain_words(piece),
        effort=piece.effort,
        currency=study.currency,
        savings=_savings(piece, study.currency),
        confidence=float(piece.confidence),
        urgency=piece.urgency,
        facts=facts,
        ids=tuple(sorted(piece.claims)),
    )


def _gain_words(piece: Piece) -> str:
    if piece.gain is None:
        return tell("advice.no_gain").text
    own = f"advice.{piece.rule}.gain"
    gain = piece.gain
    return tell(own if own in PHRASES else "advice.gain", low=gain.low, mid=gain.mid, high=gain.high).text


def _savings(piece: Piece, currency: str) -> tuple[int, int, int] | None:
    if piece.gain is None:
        return None
    low, mid, high = (
        to_minor(Decimal(fact.value), currency) for fact in (piece.gain.low, piece.gain.mid, piece.gain.high)
    )
    return low, mid, high


def _key(piece: Piece) -> str:
    """What it is about, so that next month's is known as the same: a payee, a category, an account, or one row."""
    about = sorted(
        {f"{name}={fact.params[name]}" for fact in piece.figures.values() for name in ABOUT if name in fact.params}
    )
    if piece.rule == "A06":
        about = [f"row={pk}" for pk in sorted(piece.claims)]
    return ":".join([piece.rule, *about])[:120]
