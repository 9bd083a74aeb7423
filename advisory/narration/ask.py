"""The answer to a question in sentences, English and German. Figures, names and days are parts that lead to facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from advisory.analysis.ask.plan import Plan
from advisory.analysis.ask.tally import Figures, Tally
from advisory.analysis.facts import FactDraft
from advisory.narration.words import Sentence, plain, say

ABOUT = "{fact.about}: "
TOLD: Mapping[str, tuple[str, str]] = {
    "spending": (
        "{sum.size} spent in {count.rows}, {sum.when}.",
        "{sum.size} ausgegeben in {count.rows}, {sum.when}.",
    ),
    "income": (
        "{sum.size} received in {count.rows}, {sum.when}.",
        "{sum.size} eingenommen in {count.rows}, {sum.when}.",
    ),
    "net": (
        "{sum.amount} is what income and spending leave together, {sum.when} ({count.rows}).",
        "{sum.amount} ergeben Einnahmen und Ausgaben zusammen, {sum.when} ({count.rows}).",
    ),
    "any": (
        "{count.rows}, together {sum.amount}, {sum.when}.",
        "{count.rows}, zusammen {sum.amount}, {sum.when}.",
    ),
    "count": (
        "{count.rows}, {count.when}; together {sum.amount}.",
        "{count.rows}, {count.when}; zusammen {sum.amount}.",
    ),
    "average.payment": (
        "{average.size} each on average: {sum.size} in {count.rows}, {sum.when}.",
        "{average.size} im Schnitt je Zahlung: {sum.size} in {count.rows}, {sum.when}.",
    ),
    "average.month": (
        "{average.size} a month on average: {sum.size} over {average.parts} full months, {sum.when}.",
        "{average.size} im Schnitt pro Monat: {sum.size} in {average.parts} vollen Monaten, {sum.when}.",
    ),
    "average.year": (
        "{average.size} a year on average, from {sum.size} over {average.parts} full months, {sum.when}.",
        "{average.size} im Schnitt pro Jahr, aus {sum.size} in {average.parts} vollen Monaten, {sum.when}.",
    ),
    "average.week": (
        "{average.size} a week on average: {sum.size} over {average.parts} days, {sum.when}.",
        "{average.size} im Schnitt pro Woche: {sum.size} an {average.parts} Tagen, {sum.when}.",
    ),
    "average.day": (
        "{average.size} a day on average: {sum.size} over {average.parts} days, {sum.when}.",
        "{average.size} im Schnitt pro Tag: {sum.size} an {average.parts} Tagen, {sum.when}.",
    ),
    "average.none": (
        "There is nothing to take an average of, {sum.when}.",
        "Es gibt nichts zu mitteln, {sum.when}.",
    ),
    "max": (
        "The largest was {one.size}: {one.payee}, {one.booked}.",
        "Die größte war {one.size}: {one.payee}, {one.booked}.",
    ),
    "min": (
        "The smallest was {one.size}: {one.payee}, {one.booked}.",
        "Die kleinste war {one.size}: {one.payee}, {one.booked}.",
    ),
    "share": (
        "{part.percent} of the whole: {sum.size} of {whole.size}, {sum.when}.",
        "{part.percent} des Ganzen: {sum.size} von {whole.size}, {sum.when}.",
    ),
    "compare.more": (
        "{sum.size} in {sum.when} against {before.size} in {before.when}: {change.size} more.",
        ("{sum.size} im Zeitraum {sum.when} gegenüber {before.size} im Zeitraum {before.when}: {change.size} mehr."),
    ),
    "compare.less": (
        "{sum.size} in {sum.when} against {before.size} in {before.when}: {change.size} less.",
        ("{sum.size} im Zeitraum {sum.when} gegenüber {before.size} im Zeitraum {before.when}: {change.size} weniger."),
    ),
    "compare.same": (
        "{sum.size} in {sum.when} and {before.size} in {before.when}: the same.",
        "{sum.size} im Zeitraum {sum.when} und {before.size} im Zeitraum {before.when}: gleich viel.",
    ),
    "top": ("Most: {one.size} ({one.about}).", "Am meisten: {one.size} ({one.about})."),
    "top.month": ("The most was in {one.month}: {one.size}.", "Am meisten war es im {one.month}: {one.size}."),
    "balance": (
        "{balance.amount} on your accounts after the bookings of {balance.when}.",
        "{balance.amount} auf deinen Konten nach den Buchungen vom {balance.when}.",
    ),
    "balance.one": (
        "{balance.amount} on {balance.account} after the bookings of {balance.when}.",
        "{balance.amount} auf {balance.account} nach den Buchungen vom {balance.when}.",
    ),
    "series.list": ("These payments come back:", "Diese Zahlungen kommen wieder:"),
    "series.none": (
        "No payments that come back have been found.",
        "Es wurden keine wiederkehrenden Zahlungen gefunden.",
    ),
    "series.cost": (
        "{year.payee}: {year.size} a year, by its usual charge of {amount.size}.",
        "{year.payee}: {year.size} im Jahr, nach der üblichen Abbuchung von {amount.size}.",
    ),
    "series.next": (
        "{next.payee}: next expected on {next.date}, about {amount.size}.",
        "{next.payee}: als Nächstes erwartet am {next.date}, etwa {amount.size}.",
    ),
    "what_if": (
        "Without {year.payee} you would keep {year.size} a year.",
        "Ohne {year.payee} bleiben dir {year.size} im Jahr.",
    ),
    "forecast": (
        "{mid.amount} is what the forecast expects on {mid.day}.",
        "{mid.amount} erwartet die Prognose am {mid.day}.",
    ),
    "forecast.band": (
        "If it goes badly {low.amount}, if it goes well {high.amount}.",
        "Wenn es schlecht läuft {low.amount}, wenn es gut läuft {high.amount}.",
    ),
    "forecast.change": (
        "{mid.amount} is what the forecast adds until {mid.day}; no opening balance is known.",
        "{mid.amount} kommen nach der Prognose bis {mid.day} hinzu; ein Anfangsstand ist nicht bekannt.",
    ),
    "advice": ("This is advised now:", "Das wird jetzt geraten:"),
    "advice.none": ("There is no advice at the moment.", "Zurzeit gibt es keinen Rat."),
}


def told(key: str, language: str, **slots: FactDraft) -> Sentence:
    english, german = TOLD[key]
    return say(german if language == "de" else english, **slots)


def plainly(key: str, language: str) -> Sentence:
    english, german = TOLD[key]
    return plain(german if language == "de" else english)


def answer_sentences(plan: Plan, found: Tally, language: str) -> tuple[Sentence, ...]:
    """One or two for each currency; the sum's names first, where it is about any."""
    return tuple(sentence for figures in found.figures for sentence in _of_currency(plan, figures, language))


def _of_currency(plan: Plan, figures: Figures, language: str) -> Iterator[Sentence]:
    facts = dict(figures.facts)
    if plan.op == "balance":
        key = "balance.one" if "account" in facts["balance"].params else "balance"
        yield told(key, language, **facts)
        return
    if plan.op in ("max", "min"):
        if figures.lines:
            yield told(plan.op, language, one=figures.lines[0].amount)
        else:
            yield _led(facts["count"], told_none(facts["count"]))
        return
    yield _led(facts["sum"], told(_key(plan, facts), language, **facts))
    if figures.lines:
        yield from _most(plan, figures, language)


def told_none(count: FactDraft) -> Sentence:
    return say("{count.rows}, {count.when}.", count=count)


def _led(fact: FactDraft, sentence: Sentence) -> Sentence:
    if "about" not in fact.params:
        return sentence
    return Sentence((*say(ABOUT, fact=fact).parts, *sentence.parts))


def _key(plan: Plan, facts: Mapping[str, FactDraft]) -> str:
    if plan.op == "average":
        return f"average.{plan.per}" if "average" in facts else "average.none"
    if plan.op == "share" and "part" in facts:
        return "share"
    if plan.op == "compare":
        before, now = (abs(Decimal(facts[name].value)) for name in ("before", "sum"))
        return "compare.more" if now > before else "compare.less" if now < before else "compare.same"
    return "count" if plan.op == "count" else plan.direction


def _most(plan: Plan, figures: Figures, language: str) -> Iterator[Sentence]:
    top = max(figures.lines, key=lambda line: abs(Decimal(line.amount.value)))
    if not Decimal(top.amount.value):
        return
    if plan.op == "trend" or plan.by == "month":
        yield told("top.month", language, one=top.amount)
    else:
        yield told("top", language, one=top.amount)
