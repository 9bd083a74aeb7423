"""A report's sentences in a language model's words, where the owner wants that and the gate lets them pass.

Whatever goes wrong, the report is delivered with the templates' sentences, within a bounded time.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings

from advisory.model_client.errors import ModelError
from advisory.models import Report, ReportDraft
from advisory.narration.gate import UnprovenWordsError
from advisory.narration.model_words.answer import refused_for, sentences_of
from advisory.narration.model_words.brief import Brief, Json, Names
from advisory.narration.model_words.prompt import SYSTEM, asked, asked_again, in_one_line
from advisory.narration.voice import Voice, speaking
from advisory.narration.words import Sentence
from advisory.reports.document import ReportDocument
from advisory.reports.wording import briefs, put_into_words, reworded
from advisory.services.egress import egress_settle
from advisory.services.model_calls import Conversation
from advisory.services.model_settings import Endpoint, endpoint_of

Outcome = ReportDraft.Outcome
TRIES = 2
# Errors after which the next section would fare no better.
HOPELESS = frozenset({"budget", "circuit_open", "timed_out", "refused_address", "bad_address", "off"})


@dataclass(slots=True)
class Draft:
    """What has been written for a section so far. `error`: why there is no more of it."""

    sentences: tuple[str, ...] = ()
    tries: list[dict[str, Any]] = field(default_factory=list)
    error: str = ""

    @property
    def is_accepted(self) -> bool:
        return bool(self.tries) and not self.tries[-1]["reasons"] and not self.error


def report_worded(
    report: Report, document: ReportDocument, stage: Callable[[str, int], None], held: Callable[[], None] = lambda: None
) -> ReportDocument:
    """The document, in a model's words where its owner wants them. `stage` is told how far it is, `held` is called
    before every request and raises where the work is no longer ours. Its facts are the same either way."""
    endpoint = endpoint_of(report.owner)
    if endpoint is None:
        return document
    with speaking(Voice(document.language)):
        return _worded(report, endpoint, document, stage, held)


def _worded(
    report: Report, endpoint: Endpoint, document: ReportDocument, stage: Callable[[str, int], None],
    held: Callable[[], None],
) -> ReportDocument:  # fmt: skip
    egress_settle(report)
    talk = Conversation(
        report.owner, endpoint, time.monotonic() + settings.MODEL_REPORT_SECONDS, report=report, held=held
    )
    worded = {}
    names, is_hopeless = Names(endpoint.level), False
    for place, brief in enumerate(briefs(document)):
        stage("Putting it into words", 45 + 2 * place)
        told = brief.told(names)
        draft = _stored(report, endpoint, brief, told)
        if draft is None:
            if is_hopeless:
                continue
            draft = _written(talk, brief, told)
            _store(report, endpoint, brief, told, draft)
            is_hopeless = draft.error in HOPELESS
        if said := _said(brief, draft):
            worded[brief.section] = (endpoint.model, brief, said)
    return reworded(document, worded)


def _written(talk: Conversation, brief: Brief, told: Json) -> Draft:
    """Asked once, and once more with the reasons where the first draft was refused."""
    draft, messages = Draft(), asked(told)
    for _ in range(TRIES):
        try:
            said = sentences_of(talk.ask(messages).sentences)
        except ModelError as error:
            draft.error = error.code
            return draft
        draft.sentences = said
        reasons = refused_for(said, brief)
        draft.tries.append({"sentences": list(said), "reasons": list(reasons)})
        if not reasons:
            return draft
        messages = asked_again(told, said, reasons)
    return draft


def _said(brief: Brief, draft: Draft) -> tuple[Sentence, ...]:
    """Judged again on every use: a stored draft is worth no more than a fresh one."""
    if not draft.is_accepted or refused_for(draft.sentences, brief):
        return ()
    try:
        return put_into_words(brief, draft.sentences)
    except UnprovenWordsError:
        return ()


def _stored(report: Report, endpoint: Endpoint, brief: Brief, told: Json) -> Draft | None:
    """What an earlier attempt at this report was answered, if it was asked the same."""
    row = ReportDraft.objects.filter(report=report, section=brief.section).first()
    if row is None or row.prompt_hash != prompt_hash(endpoint, told) or row.outcome == Outcome.FAILED:
        return None
    return Draft(tuple(row.sentences), row.tries)


def _store(report: Report, endpoint: Endpoint, brief: Brief, told: Json, draft: Draft) -> None:
    outcome = Outcome.ACCEPTED if draft.is_accepted else Outcome.FAILED if draft.error else Outcome.REFUSED
    ReportDraft.objects.update_or_create(
        report=report,
        section=brief.section,
        defaults={
            "model": endpoint.model,
            "prompt_hash": prompt_hash(endpoint, told),
            "outcome": outcome,
            "error_code": draft.error,
            "sentences": list(draft.sentences),
            "tries": draft.tries,
        },
    )


def prompt_hash(endpoint: Endpoint, told: Json) -> str:
    what = (endpoint.base_url, endpoint.model, int(endpoint.level), SYSTEM, in_one_line(told))
    return hashlib.sha256(in_one_line(what).encode("utf-8", "replace")).hexdigest()
