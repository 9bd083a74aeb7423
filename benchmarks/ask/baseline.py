"""What a few lines of keyword search reach: the first category named in the text, one of five times, spending."""

from __future__ import annotations

from datetime import date, timedelta

from benchmarks.ask import truth
from benchmarks.ask.questions import Question, month_window
from benchmarks.ask.truth import Window


def baseline_answer(question: Question) -> str:
    """'exact', 'refused' or 'wrong', by the first figure it comes to."""
    text, home = question.text.lower(), question.home
    names = {one.name.lower(): one.key for one in home.vocabulary.categories.values()}
    key = next((key for name, key in names.items() if name in text), "")
    payee = next((name for name in home.vocabulary.payees.values() if name.lower() in text), "")
    if not key and not payee and "spen" not in text and "ausg" not in text:
        return "refused"
    rows = truth.chosen(home, _window(text, home.as_of), truth.spent, key=key, payee=payee)
    if question.kind == "refusal":
        return "wrong"
    return "exact" if truth.cents_text(truth.total(rows)) == question.expected else "wrong"


def _window(text: str, now: date) -> Window:
    if "last month" in text or "letzten monat" in text:
        return month_window(now.year, now.month - 1)
    if "this month" in text or "diesen monat" in text:
        return month_window(now.year, now.month)
    if "this year" in text or "dieses jahr" in text:
        return Window(date(now.year, 1, 1), now)
    if "last year" in text or "letztes jahr" in text:
        return Window(date(now.year - 1, 1, 1), date(now.year - 1, 12, 31))
    return Window(date(1900, 1, 1), now + timedelta(days=1))
