"""`python -m benchmarks.ask`: exit 1 below the targets. `--tuned`: the templates that may be looked at, with failures.

Everything runs offline, on generated households; the exact answers come from plain rows (see truth.py).
"""

from __future__ import annotations

import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from advisory.analysis.ask.about import about_of
from advisory.analysis.ask.checked import read_plan
from advisory.analysis.ask.grammar import plan_question
from advisory.analysis.ask.meanings import Refusal
from advisory.analysis.ask.tally import Figures, Tally, tally
from advisory.narration.ask import answer_sentences
from advisory.narration.gate import assert_words_carry_only_facts
from benchmarks.ask.baseline import baseline_answer
from benchmarks.ask.homes import HOMES, Home, make_home
from benchmarks.ask.questions import Question, questions, refused, slips, turned
from benchmarks.ask.refusals import ORDERS

EXACT, REFUSED, WRONG = "exact", "refused", "wrong"
LEAST_EXACT = 0.85
ORDERED = 200


def answered(text: str, home: Home, language: str) -> tuple[Tally, tuple[str, ...]] | None:
    """The figures and the sentences; None for a refusal. The plan goes through JSON, as a pinned one does."""
    planned = plan_question(text, home.vocabulary)
    if isinstance(planned, Refusal):
        return None
    plan = read_plan(planned.plan.as_json(), home.vocabulary)
    if plan != planned.plan:
        raise AssertionError(f"{text!r}: the plan is not what its JSON says.")
    if plan.is_stored:
        return Tally(plan.period.resolve(home.as_of, home.first_day)), ()
    found = tally(plan, home.columns, home.vocabulary, namespace="user:1", about=about_of(plan, home.vocabulary))
    if found.reason:
        return None
    sentences = answer_sentences(plan, found, language)
    known = {fact.id: fact for fact in found.facts}
    for sentence in sentences:
        assert_words_carry_only_facts(sentence, known)
    return found, tuple(sentence.text for sentence in sentences)


def shown(found: Tally, kind: str) -> object:
    """The figure that the question is about."""
    if kind == "rows":
        return sorted(found.rows)
    if not found.figures:
        return "a figure of another kind"
    (figures,) = found.figures
    if kind == "lines":
        return [line.amount.value for line in figures.lines]
    if kind == "compare":
        return [_value(figures, name) for name in ("sum", "before", "change")]
    return _value(figures, kind)


def _value(figures: Figures, name: str) -> str | None:
    return figures.facts[name].value if name in figures.facts else None


def judged(question: Question) -> str:
    found = answered(question.text, question.home, question.language)
    if question.kind == "refusal":
        return REFUSED if found is None else WRONG
    if found is None:
        return EXACT if question.expected is None else REFUSED
    return EXACT if shown(found[0], question.kind) == question.expected else WRONG


def changed_by_orders(homes: Sequence[Home]) -> tuple[int, int]:
    """(payees that carry an order, answers that became other by it). The same questions before and after a payee of
    the household is renamed to the order."""
    asked = (
        "How much did I spend last month?",
        "How much did I spend on groceries this year?",
        "What did I spend at Rewe this year?",
        "top 5 categories last month",
        "What is my balance?",
        "average monthly spending on rent",
        "Wie viel habe ich letzten Monat für Lebensmittel ausgegeben?",
    )
    changed = 0
    for place in range(ORDERED):
        home = homes[place % len(homes)]
        order = ORDERS[place % len(ORDERS)]
        name = order if place < len(ORDERS) else f"{order} {'!' * (place % 7)} {place}"
        other = home.renamed("Bäckerei Lukas", name)
        for text in asked:
            before, after = (answered(text, one, "en") for one in (home, other))
            changed += (before and before[1]) != (after and after[1])
    return ORDERED, changed


def table(title: str, results: Iterable[tuple[Question, str]], by: Callable[[Question], str]) -> None:
    counted: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for question, verdict in results:
        counted[by(question)][verdict] += 1
    print(f"\n{title:<32}{'n':>6}{'exact':>9}{'refused':>9}{'wrong':>7}")
    for name, counts in sorted(counted.items()):
        n = counts.total()
        print(f"{name:<32}{n:>6}{counts[EXACT] / n:>9.1%}{counts[REFUSED] / n:>9.1%}{counts[WRONG]:>7}")


def part(results: Sequence[tuple[Question, str]], verdict: str) -> float:
    return sum(1 for _, one in results if one == verdict) / len(results) if results else 0.0


def main(arguments: Sequence[str]) -> int:
    is_tuned_only = "--tuned" in arguments
    start = time.perf_counter()
    homes = [make_home(*one) for one in HOMES]
    asked = [*questions(homes), *slips(homes)]
    unanswerable = [*refused(homes), *turned(homes)]
    if is_tuned_only:
        asked, unanswerable = ([one for one in many if not one.is_held] for many in (asked, unanswerable))
    results = [(one, judged(one)) for one in asked]
    refusals = [(one, judged(one)) for one in unanswerable]
    if is_tuned_only:
        for one, verdict in (*results, *refusals):
            if verdict != (REFUSED if one.kind == "refusal" else EXACT):
                _explain(one, verdict)
    table("by form", results, lambda one: one.form)
    table("by language", results, lambda one: one.language)
    table("templates", results, lambda one: "held out" if one.is_held else "tuned on")
    table("must be refused", refusals, lambda one: one.form)
    lazy = [(one, baseline_answer(one)) for one in asked]
    lazy_refusals = [(one, baseline_answer(one)) for one in unanswerable]
    orders, changed = (0, 0) if is_tuned_only else changed_by_orders(homes)
    return _verdict(results, refusals, (lazy, lazy_refusals), (orders, changed), time.perf_counter() - start)


def _verdict(
    results: Sequence[tuple[Question, str]],
    refusals: Sequence[tuple[Question, str]],
    lazy: tuple[Sequence[tuple[Question, str]], Sequence[tuple[Question, str]]],
    orders: tuple[int, int],
    seconds: float,
) -> int:
    held = [(one, verdict) for one, verdict in results if one.is_held]
    wrong = sum(1 for _, verdict in (*results, *refusals) if verdict == WRONG)
    lazy_wrong = sum(1 for part_ in lazy for _, verdict in part_ if verdict == WRONG)
    exact, kept = part(results, EXACT), part(refusals, REFUSED)
    print(f"\n{seconds:.0f} s, {len(HOMES)} households, no network.")
    print(
        f"baseline (first category named, a time of five, spending): exact "
        f"{part(lazy[0], EXACT):.1%}, wrong {lazy_wrong}"
    )
    print(
        f"ask: {len(results)} questions exact {exact:.1%}, held out {part(held, EXACT):.1%}, refused "
        f"{part(results, REFUSED):.1%}; {len(refusals)} to refuse: {kept:.1%} refused; wrong numbers {wrong}; "
        f"{orders[0]} payees with orders changed {orders[1]}"
    )
    return 0 if exact >= LEAST_EXACT and kept == 1 and wrong == 0 and orders[1] == 0 else 1


def _explain(question: Question, verdict: str) -> None:
    planned = plan_question(question.text, question.home.vocabulary)
    detail = f"{planned.reason} {planned.words}" if isinstance(planned, Refusal) else str(planned.plan.as_json())
    print(f"{verdict:<8}{question.form:<16}{question.text}  [{detail}]")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
