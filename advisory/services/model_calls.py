"""A conversation with an endpoint about one report or question: ladder, one retry, ledger, budgets, the time left."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings

from accounts.models import User
from advisory.model_client.address import Target, looked_up, parsed
from advisory.model_client.chat import PATH, RUNGS, SENTENCES, Answer, Form, Rung, read_answer, request_of
from advisory.model_client.errors import HttpStatusError, ModelError
from advisory.model_client.transport import Limits, Reply, post
from advisory.models import EgressEntry, Report
from advisory.narration.model_words.prompt import Messages, probe
from advisory.narration.model_words.scrub import is_clean, scrubbed
from advisory.services.egress import egress_answered, egress_counted, egress_failed, egress_open
from advisory.services.model_breaker import breaker_failed, breaker_pass, breaker_went_well, rung_set, state_of
from advisory.services.model_settings import Endpoint, endpoint_for_questions, endpoint_of

log = logging.getLogger("spendwise.model")
BACKOFF_SECONDS = 0.5
# Less is not worth beginning a call for.
LEAST_SECONDS = 0.2
AGAINST_IT = frozenset({"unreachable", "timed_out", "too_large", "redirect", "refused_address", "http_status"})
Purpose = EgressEntry.Purpose
ENDPOINTS = {Purpose.WORDS: endpoint_of, Purpose.QUESTION: endpoint_for_questions}
"""Where a thing may go, asked again before every request: what is switched off meanwhile is not sent."""


@dataclass(slots=True)
class Conversation:
    """With one endpoint, about one report or (None) a question, until `deadline` (of time.monotonic)."""

    owner: User
    endpoint: Endpoint
    deadline: float
    report: Report | None = None
    purpose: Purpose = Purpose.WORDS
    form: Form = SENTENCES
    held: Callable[[], None] = lambda: None
    """Called before every request: raises where the job is not ours any more."""
    _target: Target | None = field(default=None, init=False)

    def ask(self, messages: Messages) -> Answer:
        """The sentences, or what the form says. ModelError where there are none, for whatever reason."""
        rung = self._rung()
        try:
            return self._say(self.purpose, messages, rung)
        except HttpStatusError as error:
            if error.is_misunderstood:
                rung_set(self.endpoint.state_key, "")
            raise

    def _rung(self) -> Rung:
        """The highest way of answering that the endpoint has; tried once, then known to all workers."""
        known = state_of(self.endpoint.state_key).rung
        found = next((rung for rung in RUNGS if rung == known), None) or self._climb()
        if found != known:
            rung_set(self.endpoint.state_key, found)
        return found

    def _climb(self) -> Rung:
        for rung in RUNGS[:-1]:
            try:
                self._say(Purpose.PROBE, probe(), rung)
            except HttpStatusError as error:
                if not error.is_misunderstood:
                    raise
            except ModelError as error:
                if error.code != "broken_answer":
                    raise
            else:
                return rung
        self._say(Purpose.PROBE, probe(), RUNGS[-1])
        return RUNGS[-1]

    def _say(self, purpose: Purpose, messages: Messages, rung: Rung) -> Answer:
        """Once, and once more where that may help."""
        form = SENTENCES if purpose == Purpose.PROBE else self.form
        body = body_of(self.endpoint.model, messages, rung, form)
        try:
            return self._once(purpose, body, rung, form)
        except HttpStatusError as error:
            if not error.is_passing:
                raise
            pause = error.wait if error.wait is not None else BACKOFF_SECONDS
        except ModelError as error:
            if error.code != "unreachable":
                raise
            pause = BACKOFF_SECONDS
        if pause + LEAST_SECONDS > self.left():
            raise ModelError("timed_out", "There is no time left to ask again.")
        time.sleep(pause)
        return self._once(purpose, body, rung, form)

    def _once(self, purpose: Purpose, body: bytes, rung: Rung, form: Form) -> Answer:
        if self.left() < LEAST_SECONDS:
            raise ModelError("timed_out", "The time for this is over.")
        self.held()
        if ENDPOINTS[self.purpose](self.owner) != self.endpoint:
            raise ModelError("off", "It was switched off or changed meanwhile.")
        breaker_pass(self.endpoint.state_key)
        try:
            answer = self._exchange(purpose, body, rung, form)
        except ModelError as error:
            self._note(error)
            raise
        breaker_went_well(self.endpoint.state_key)
        return answer

    def _note(self, error: ModelError) -> None:
        """What speaks against the endpoint is counted. An answer that cannot be used is a sign of life; what was never
        sent is no sign at all."""
        log.info("model not heard report=%s code=%s", self.report.pk if self.report else None, error.code)
        if error.code == "broken_answer" or (isinstance(error, HttpStatusError) and error.is_misunderstood):
            breaker_went_well(self.endpoint.state_key)
        elif error.code in AGAINST_IT:
            breaker_failed(self.endpoint.state_key)

    def _exchange(self, purpose: Purpose, body: bytes, rung: Rung, form: Form) -> Answer:
        target = self._looked_up()
        entry = egress_open(
            owner=self.owner,
            report=self.report,
            endpoint=self.endpoint,
            host=target.base.netloc,
            purpose=purpose,
            body=body,
        )
        try:
            reply = self._sent(target, body)
            egress_answered(entry, status=reply.status, size=len(reply.body))
            reply.raise_for_status()
            answer = read_answer(reply.body, rung, form)
        except ModelError as error:
            egress_failed(entry, error)
            raise
        egress_counted(entry, answer)
        return answer

    def _looked_up(self) -> Target:
        """Once: the address that was checked is the one that all its calls go to."""
        if self._target is None:
            seconds = min(settings.MODEL_CONNECT_SECONDS, self.left())
            base = parsed(self.endpoint.base_url)
            self._target = looked_up(base, settings.MODEL_ALLOWED_HOSTS, seconds)
        return self._target

    def _sent(self, target: Target, body: bytes) -> Reply:
        left = max(self.left(), LEAST_SECONDS)
        total = min(settings.MODEL_TIMEOUT, left)
        limits = Limits(
            min(settings.MODEL_CONNECT_SECONDS, total),
            min(settings.MODEL_READ_SECONDS, total),
            total,
            settings.MODEL_MAX_BYTES,
        )
        return post(target, PATH, headers_of(self.endpoint), body, limits)

    def left(self) -> float:
        return self.deadline - time.monotonic()


def headers_of(endpoint: Endpoint) -> dict[str, str]:
    named = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "SpendWise"}
    return named | ({"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else {})


def body_of(model: str, messages: Sequence[Mapping[str, str]], rung: Rung, form: Form = SENTENCES) -> bytes:
    """The exact bytes that leave. The last look is at them as they are, all but the model's name, which the one who
    set the endpoint chose. ModelError `unclean` where something would still leave that may not."""
    text = scrubbed(in_json(request_of(messages, rung, form)))
    try:
        json.loads(text)
    except ValueError:
        raise ModelError("unclean", "What was taken out left no whole request.") from None
    if not is_clean(text):
        raise ModelError("unclean", "The request holds what may not leave.")
    return f'{{"model": {in_json(model)}, {text[1:]}'.encode()


def in_json(data: Any) -> str:
    """A lone surrogate becomes a question mark: it cannot be sent."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace").decode("utf-8")
