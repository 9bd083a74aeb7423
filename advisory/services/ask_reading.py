"""A question that the grammar refuses, read by the user's language model where he switched that on.

What comes of it is a proposal in plain words, never a figure: what a model takes a word for cannot be proven, so the
user decides whether that is what he asked. Whatever goes wrong, there is no proposal and the refusal stands.
"""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass

from django.conf import settings

from accounts.models import User
from advisory.analysis.ask.choice import choice_form, plan_of_choice
from advisory.analysis.ask.grammar import plan_question
from advisory.analysis.ask.meanings import NotUnderstoodError, Refusal
from advisory.analysis.ask.outline import Outline, outline_of
from advisory.analysis.ask.plan import Plan
from advisory.analysis.ask.reading import language_of
from advisory.analysis.ask.vocabulary import Vocabulary
from advisory.model_client.chat import Form
from advisory.model_client.errors import ModelError
from advisory.models import EgressEntry
from advisory.narration.ask_plan import plan_words
from advisory.narration.model_words.question import DESCRIPTION, TOOL, question_asked
from advisory.narration.model_words.scrub import scrubbed
from advisory.narration.voice import Voice, speaking
from advisory.selectors.ask import vocabulary_of
from advisory.services.model_calls import Conversation
from advisory.services.model_settings import Endpoint, endpoint_for_questions

log = logging.getLogger("spendwise.model")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a model takes the question for. `words`: the plan in the answer's language."""

    plan: Plan
    words: str
    model: str


@dataclass(frozen=True, slots=True)
class Reading:
    """`was_sent`: a request left or was tried. No proposal: the grammar's refusal stands."""

    question: str
    language: str
    was_sent: bool = False
    proposal: Proposal | None = None


def question_read(*, owner: User, question: str, language: str = "") -> Reading:
    """Ask the language model what is meant. Nothing is sent where that is off, or where the grammar knows better."""
    said = language or language_of(question)
    endpoint, vocabulary = endpoint_for_questions(owner), vocabulary_of(owner=owner)
    outline = outline_for(question, vocabulary) if endpoint and vocabulary else None
    if endpoint is None or vocabulary is None or outline is None:
        return Reading(question, said)
    plan = _chosen(owner, endpoint, outline, vocabulary)
    if plan is None:
        return Reading(question, said, was_sent=True)
    return Reading(question, said, True, Proposal(plan, words_of_plan(plan, vocabulary, said), endpoint.model))


def can_be_read(*, owner: User, question: str, refusal: Refusal, vocabulary: Vocabulary) -> bool:
    """Whether asking the language model is switched on and may help."""
    if endpoint_for_questions(owner) is None:
        return False
    return outline_of(scrubbed(question), refusal, vocabulary) is not None


def outline_for(question: str, vocabulary: Vocabulary) -> Outline | None:
    """What would be told of a question; None where the grammar answers it, or knows that it must not be answered."""
    refusal = plan_question(question, vocabulary)
    if not isinstance(refusal, Refusal):
        return None
    # Before the words are taken apart: an address or an account number is not to be known by its pieces.
    return outline_of(scrubbed(question), refusal, vocabulary)


def _chosen(owner: User, endpoint: Endpoint, outline: Outline, vocabulary: Vocabulary) -> Plan | None:
    form = Form(TOOL, DESCRIPTION, choice_form(outline))
    deadline = time.monotonic() + settings.MODEL_QUESTION_SECONDS
    talk = Conversation(owner, endpoint, deadline, purpose=EgressEntry.Purpose.QUESTION, form=form)
    try:
        content = talk.ask(question_asked(outline, endpoint.level)).content
        return plan_of_choice(content, outline, vocabulary)
    except ModelError as error:
        log.info("question not read code=%s", error.code)
    except (ValueError, NotUnderstoodError):
        log.info("question not read code=no_plan")
    return None


def words_of_plan(plan: Plan, vocabulary: Vocabulary, language: str) -> str:
    days = plan.period.resolve(vocabulary.as_of, vocabulary.first_day)
    against = plan.against.resolve(vocabulary.as_of, vocabulary.first_day) if plan.against else None
    with speaking(Voice("de" if language == "de" else "en")):
        return plan_words(plan, vocabulary, days, against, language)
