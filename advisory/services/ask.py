"""A question answered: planned, carried out over the owner's rows, told in words, and its figures stored as facts.

Nothing of the ledger is ever written. What cannot be proven is refused with a reason and with questions that can be.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from accounts.errors import DomainError
from accounts.models import User
from advisory.analysis.ask.about import about_of, search_of
from advisory.analysis.ask.checked import read_plan
from advisory.analysis.ask.grammar import Planned, plan_question
from advisory.analysis.ask.meanings import NotUnderstoodError, Refusal, check_times
from advisory.analysis.ask.plan import Plan
from advisory.analysis.ask.reading import language_of
from advisory.analysis.ask.tally import Figures, tally
from advisory.analysis.ask.vocabulary import Vocabulary
from advisory.analysis.facts import FactDraft
from advisory.narration.ask import answer_sentences
from advisory.narration.ask_plan import example_questions, plan_words, refusal_words
from advisory.narration.gate import assert_words_carry_only_facts
from advisory.narration.voice import Voice, speaking
from advisory.narration.words import Sentence
from advisory.selectors.ask import ask_columns, vocabulary_of
from advisory.services.ask_reading import can_be_read
from advisory.services.ask_stored import Stored, stored_answer
from advisory.services.facts import facts_keep
from transactions.ledger.period import Period
from transactions.models import Transaction
from transactions.selectors.evidence import transaction_states, transactions_by_ids

ROWS_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Answer:
    """`reason` is a code, empty where it was answered; `message` says it in words. `figures` in the order of their
    currencies; `items` are lines of stored findings. `search`: what the Transactions page is opened with.
    `can_be_read`: refused, but the user's language model may be asked what is meant."""

    question: str
    language: str
    answered: bool
    plan: Plan | None = None
    plan_words: str = ""
    sentences: tuple[Sentence, ...] = ()
    facts: tuple[FactDraft, ...] = ()
    figures: tuple[Figures, ...] = ()
    items: Sequence[Mapping[str, object]] = ()
    rows: Sequence[Transaction] = ()
    row_count: int = 0
    search: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    message: str = ""
    examples: Sequence[str] = ()
    read_as: Mapping[str, str] = field(default_factory=dict)
    can_be_read: bool = False


def ask_answer(*, owner: User, question: str, language: str = "") -> Answer:
    """Answer a question, or say why not. `language`: of the answer; that of the question where none is given."""
    said = language or language_of(question)
    vocabulary = vocabulary_of(owner=owner)
    if vocabulary is None:
        return _refused(question, said, None, Refusal("no_ledger"))
    planned = plan_question(question, vocabulary)
    if isinstance(planned, Refusal):
        can = can_be_read(owner=owner, question=question, refusal=planned, vocabulary=vocabulary)
        return replace(_refused(question, said, vocabulary, planned), can_be_read=can)
    return replace(_answered(owner, question, said, planned, vocabulary), read_as=planned.read_as)


def ask_again(*, owner: User, question: str, language: str, plan: object) -> Answer:
    """The answer to a plan that was kept, from the rows as they are now."""
    vocabulary = vocabulary_of(owner=owner)
    if vocabulary is None:
        return _refused(question, language, None, Refusal("no_ledger"))
    try:
        read = read_plan(plan, vocabulary)
    except ValueError:
        return _refused(question, language, vocabulary, Refusal("names_gone"))
    return _answered(owner, question, language, Planned(read), vocabulary)


def plan_answer(*, owner: User, plan: object, language: str = "en", question: str = "") -> Answer:
    """The answer to a plan that somebody else made. DomainError that says which part of it does not hold."""
    vocabulary = vocabulary_of(owner=owner)
    if vocabulary is None:
        return _refused(question, language, None, Refusal("no_ledger"))
    read = _checked_plan(plan, vocabulary)
    try:
        check_times(read, vocabulary)
    except NotUnderstoodError as error:
        return _refused(question, language, vocabulary, error.refusal, read)
    return _answered(owner, question, language, Planned(read), vocabulary)


def plan_for(*, owner: User, question: str, plan: object = None) -> Plan:
    """The checked plan of a question that is to be kept. DomainError where there is none."""
    vocabulary = vocabulary_of(owner=owner)
    found: Plan | Refusal = Refusal("no_ledger")
    if vocabulary is not None and plan is not None:
        return _checked_plan(plan, vocabulary)
    if vocabulary is not None:
        planned = plan_question(question, vocabulary)
        found = planned if isinstance(planned, Refusal) else planned.plan
    if isinstance(found, Refusal):
        words = refusal_words(found.reason, found.words, [one.name for one in found.candidates], "en")
        raise DomainError("cannot_answer", words, fields={"question": [words]})
    return found


def _checked_plan(plan: object, vocabulary: Vocabulary) -> Plan:
    try:
        return read_plan(plan, vocabulary)
    except ValueError as error:
        raise DomainError("invalid", str(error), fields={"plan": [str(error)]}) from None


def _answered(owner: User, question: str, language: str, planned: Planned, vocabulary: Vocabulary) -> Answer:
    """Figures, days and names are said and judged in the answer's language."""
    with speaking(Voice("de" if language == "de" else "en")):
        return _carried_out(owner, question, language, planned, vocabulary)


def _carried_out(owner: User, question: str, language: str, planned: Planned, vocabulary: Vocabulary) -> Answer:
    plan = planned.plan
    if plan.is_stored:
        return _from_stored(
            question, language, plan, vocabulary, stored_answer(owner, plan, vocabulary, language), owner
        )
    try:
        period = plan.period.resolve(vocabulary.as_of, vocabulary.first_day)
        against = plan.against.resolve(vocabulary.as_of, vocabulary.first_day) if plan.against else None
    except (ValueError, OverflowError):
        return _refused(question, language, vocabulary, Refusal("unclear_time"))
    try:
        times = [period, *([against] if against else [])]
        columns = ask_columns(owner=owner, plan=plan, vocabulary=vocabulary, periods=times)
    except DomainError as error:
        return _refused(question, language, vocabulary, Refusal(error.code))
    about = about_of(plan, vocabulary)
    found = tally(plan, columns, vocabulary, namespace=f"user:{owner.pk}", about=about)
    if found.reason:
        return _refused(question, language, vocabulary, Refusal(found.reason), plan)
    sentences = answer_sentences(plan, found, language)
    _keep(owner, found.facts, sentences)
    return Answer(
        question,
        language,
        answered=True,
        plan=plan,
        plan_words=plan_words(plan, vocabulary, found.period, found.against, language),
        sentences=sentences,
        facts=found.facts,
        figures=found.figures,
        rows=_rows(owner, found.rows[:ROWS_SHOWN]),
        row_count=len(found.rows),
        search=search_of(plan, _hull(found.period, found.against)),
    )


def _hull(period: Period, against: Period | None) -> Period:
    if against is None:
        return period
    return Period(min(period.start, against.start), max(period.end, against.end))


def _rows(owner: User, ids: Sequence[int]) -> list[Transaction]:
    found = {txn.pk: txn for txn in transactions_by_ids(owner=owner, ids=ids)}
    return [found[pk] for pk in ids if pk in found]


def _keep(owner: User, facts: Sequence[FactDraft], sentences: Sequence[Sentence]) -> None:
    """Judge the words by their facts, then store these with the state of their rows."""
    known = {fact.id: fact for fact in facts}
    for sentence in sentences:
        assert_words_carry_only_facts(sentence, known)
    ids = {txn for fact in facts for txn in fact.transactions}
    facts_keep(owner=owner, drafts=facts, states=transaction_states(owner=owner, ids=ids))


def _from_stored(  # noqa: PLR0917 (an answer has no fewer sides)
    question: str, language: str, plan: Plan, vocabulary: Vocabulary, found: Stored, owner: User
) -> Answer:
    if found.reason:
        return _refused(question, language, vocabulary, Refusal(found.reason), plan)
    known = {fact.id: fact for fact in (*found.facts, *found.made)}
    for sentence in found.sentences:
        assert_words_carry_only_facts(sentence, known)
    facts_keep(owner=owner, drafts=found.made, states={})
    return Answer(
        question,
        language,
        answered=True,
        plan=plan,
        plan_words=plan_words(plan, vocabulary, None, None, language),
        sentences=found.sentences,
        facts=tuple(known.values()),
        items=found.items,
    )


def _refused(
    question: str, language: str, vocabulary: Vocabulary | None, refusal: Refusal, plan: Plan | None = None
) -> Answer:
    named = [(one.kind, one.name) for one in refusal.candidates]
    return Answer(
        question,
        language,
        answered=False,
        plan=plan,
        reason=refusal.reason,
        message=refusal_words(refusal.reason, refusal.words, [name for _, name in named], language),
        examples=example_questions(vocabulary, language, named) if vocabulary else [],
    )
