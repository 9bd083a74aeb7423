"""A plan and a refusal in plain words. They repeat what was asked, so that no figure in them is a computed one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from advisory.analysis.ask.about import about_of
from advisory.analysis.ask.plan import Plan
from advisory.analysis.ask.vocabulary import Vocabulary
from advisory.narration.views import spoken_days
from transactions.ledger.period import Period

OPERATIONS: Mapping[str, tuple[str, str]] = {
    "sum": ("Sum", "Summe"),
    "count": ("Number of transactions", "Anzahl der Buchungen"),
    "average": ("Average", "Durchschnitt"),
    "max": ("Largest payments", "Größte Zahlungen"),
    "min": ("Smallest payments", "Kleinste Zahlungen"),
    "list": ("List of transactions", "Liste der Buchungen"),
    "share": ("Share of all", "Anteil am Ganzen"),
    "compare": ("Comparison", "Vergleich"),
    "trend": ("Month by month", "Monat für Monat"),
    "balance": ("Balance after the newest booked day", "Stand nach dem neuesten Buchungstag"),
    "series": ("Payments that come back", "Wiederkehrende Zahlungen"),
    "forecast": ("Forecast of your cash", "Prognose deines Geldes"),
    "advice": ("Advice", "Rat"),
    "what_if": ("A year without it", "Ein Jahr ohne"),
}
DIRECTIONS = {
    "spending": ("spending", "Ausgaben"),
    "income": ("income", "Einnahmen"),
    "net": ("income and spending together", "Einnahmen und Ausgaben zusammen"),
    "any": ("income and spending", "Einnahmen und Ausgaben"),
}
BYS = {
    "category": ("by category", "nach Kategorie"),
    "payee": ("by payee", "nach Empfänger"),
    "month": ("by month", "nach Monat"),
    "account": ("by account", "nach Konto"),
}
PERS = {
    "payment": ("per payment", "pro Zahlung"),
    "day": ("per day", "pro Tag"),
    "week": ("per week", "pro Woche"),
    "month": ("per full month", "pro vollem Monat"),
    "year": ("per year, from full months", "pro Jahr, aus vollen Monaten"),
}
AHEAD = {
    "month_end": ("to the end of the month", "bis Monatsende"),
    "year_end": ("to the end of the year", "bis Jahresende"),
}
TRANSFERS = ("transfers between your own accounts left out", "ohne Umbuchungen zwischen eigenen Konten")

REASONS: Mapping[str, tuple[str, str]] = {
    "unknown_words": ("I do not understand: {words}.", "Das verstehe ich nicht: {words}."),
    "ambiguous_name": (
        "This can mean several of your names: {names}.",
        "Das kann mehrere deiner Namen meinen: {names}.",
    ),
    "nothing_asked": ("I cannot tell what to compute.", "Ich erkenne nicht, was berechnet werden soll."),
    "several_questions": ("Please ask one thing at a time.", "Bitte frage eines nach dem anderen."),
    "several_times": ("Please name one time only.", "Bitte nenne nur einen Zeitraum."),
    "cannot_combine": ("I cannot compute these together.", "Das kann ich nicht zusammen berechnen."),
    "unclear_time": ("I cannot tell which time is meant.", "Ich erkenne nicht, welcher Zeitraum gemeint ist."),
    "unclear_amount": ("I cannot tell which amount is meant.", "Ich erkenne nicht, welcher Betrag gemeint ist."),
    "unclear_number": ("I cannot tell what the number stands for.", "Ich erkenne nicht, wofür die Zahl steht."),
    "other_currency": ("Nothing is booked in this currency.", "In dieser Währung ist nichts gebucht."),
    "transfers_left_out": (
        "Transfers between your own accounts are neither spending nor income.",
        "Umbuchungen zwischen eigenen Konten sind weder Ausgaben noch Einnahmen.",
    ),
    "future": ("That lies after your newest booked day.", "Das liegt nach deinem neuesten Buchungstag."),
    "before_rows": ("That lies before your oldest booked day.", "Das liegt vor deinem ältesten Buchungstag."),
    "average_of_what": (
        "An average over what: per payment, per month, per year?",
        "Ein Durchschnitt worüber: pro Zahlung, pro Monat, pro Jahr?",
    ),
    "share_of_what": ("The share of which category or payee?", "Der Anteil welcher Kategorie oder welches Empfängers?"),
    "two_times_needed": ("A comparison needs two times.", "Ein Vergleich braucht zwei Zeiträume."),
    "series_of_what": ("Which payment that comes back?", "Welche wiederkehrende Zahlung?"),
    "no_series": (
        "No payment that comes back is known by this name.",
        "Unter diesem Namen ist keine wiederkehrende Zahlung bekannt.",
    ),
    "balance_now_only": (
        "I can tell balances after the newest booked day only.",
        "Stände kann ich nur nach dem neuesten Buchungstag nennen.",
    ),
    "no_full_month": ("This needs at least one full month.", "Das braucht mindestens einen vollen Monat."),
    "no_rows_yet": ("Nothing is booked in that time.", "In dieser Zeit ist nichts gebucht."),
    "no_opening": (
        "An opening balance is not known, so no balance can be proven.",
        "Ein Anfangsstand ist nicht bekannt, also lässt sich kein Stand belegen.",
    ),
    "no_account": ("There is no such account.", "Ein solches Konto gibt es nicht."),
    "not_analysed": (
        "The analysis has not told this yet.",
        "Die Analyse hat das noch nicht ergeben.",
    ),
    "no_ledger": (
        "Nothing is booked yet. Import a statement first.",
        "Es ist noch nichts gebucht. Importiere einen Auszug.",
    ),
    "too_many_rows": ("These are too many rows to add up at once.", "Das sind zu viele Buchungen auf einmal."),
    "too_long": ("The question is too long.", "Die Frage ist zu lang."),
    "names_gone": ("A name in this question is not there any more.", "Ein Name in dieser Frage ist nicht mehr da."),
}


def plan_words(plan: Plan, vocabulary: Vocabulary, period: Period | None, against: Period | None, language: str) -> str:
    """'Sum of spending · Groceries · October 2026', its days in the language that is being spoken."""
    at = 1 if language == "de" else 0
    parts = [OPERATIONS[plan.op][at]]
    if not plan.is_stored and plan.op != "balance":
        parts[0] += f": {DIRECTIONS[plan.direction][at]}"
    parts += [about_of(plan, vocabulary)]
    if period is not None and not plan.is_stored and plan.op != "balance":
        parts.append(spoken_days(period))
    if against is not None:
        parts.append(f"{('against', 'gegenüber')[at]} {spoken_days(against)}")
    parts += [BYS[plan.by][at] if plan.by else "", PERS[plan.per][at] if plan.per else ""]
    parts += [f"top {plan.top}" if plan.top else "", plan.currency]
    parts += [AHEAD[plan.ask][at] if plan.ask in AHEAD else ""]
    parts += [f"{plan.days} {('days ahead', 'Tage voraus')[at]}" if plan.days else ""]
    if not plan.is_stored and plan.op != "balance":
        parts.append(TRANSFERS[at])
    return " \N{MIDDLE DOT} ".join(part for part in parts if part)


def refusal_words(reason: str, words: Sequence[str], names: Sequence[str], language: str) -> str:
    english, german = REASONS[reason]
    text = german if language == "de" else english
    return text.format(words=", ".join(words), names=", ".join(names))


def example_questions(vocabulary: Vocabulary, language: str, names: Sequence[tuple[str, str]] = ()) -> list[str]:
    """Questions that are answered, in the user's own names; about `names` (kind, name) where some were meant."""
    at = 1 if language == "de" else 0
    if names:
        asked = {
            "category": (
                "How much did I spend on {} last month?",
                "Wie viel habe ich letzten Monat für {} ausgegeben?",
            ),
            "payee": ("How much did I spend at {} this year?", "Wie viel habe ich dieses Jahr bei {} ausgegeben?"),
            "account": ("How much is on {}?", "Wie viel ist auf {}?"),
            "series": ("What does {} cost a year?", "Was kostet {} im Jahr?"),
        }
        return [asked[kind][at].format(name) for kind, name in names[:6]]
    found = []
    category = next((one.name for one in vocabulary.categories.values() if one.kind == "expense"), "")
    payee = next((name for pk, name in vocabulary.payees.items() if pk not in vocabulary.earning), "")
    if category:
        found.append(
            ("How much did I spend on {} last month?", "Wie viel habe ich letzten Monat für {} ausgegeben?")[at].format(
                category
            )
        )
    if payee:
        found.append(("How often was I at {} this year?", "Wie oft war ich dieses Jahr bei {}?")[at].format(payee))
    found += [
        ("What was my biggest expense last month?", "Was war meine größte Ausgabe letzten Monat?")[at],
        ("Top 5 categories this year", "Top 5 Kategorien dieses Jahr")[at],
        ("What is my balance?", "Wie hoch ist mein Kontostand?")[at],
    ]
    return found
