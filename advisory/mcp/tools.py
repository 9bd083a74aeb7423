"""What each tool does: the same services and serializers as the API's, for the owner of the token.

Texts that banks, shops and people wrote are scrubbed: whoever runs the program that asks may hand them to a model.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from rest_framework import serializers
from rest_framework.renderers import JSONRenderer

from accounts.errors import DomainError, NotFoundError
from accounts.models import User
from advisory import storage
from advisory.analysis.ask.folding import fold
from advisory.api.ask import LANGUAGES as ANSWER_LANGUAGES
from advisory.api.ask import AnswerSerializer, QuestionSerializer
from advisory.api.facts import EvidenceSerializer, cursor_of, place_of
from advisory.api.reports import ReportSerializer
from advisory.mcp.catalogue import KINDS, MOST_FOUND, SHORTEST_SEARCH
from advisory.narration.model_words.scrub import scrubbed
from advisory.selectors.ask import vocabulary_of
from advisory.selectors.facts import fact_evidence
from advisory.selectors.reports import report_get, report_list
from advisory.services.ask import Answer, ask_answer, plan_answer
from transactions.api.strict import refuse_unknown

MOST_ROWS = 50
MOST_REPORTS = 24
WRITTEN = frozenset(
    ("account_name", "payee_name", "category_name", "description", "name", "label", "text", "plan_words", "detail")
)
"""Fields that hold words of others; figures, ids and days are left as they are."""
OF_A_REPORT = ("id", "kind", "period", "version", "status", "is_partial", "is_outdated", "language", "headline")


@dataclass(frozen=True, slots=True)
class Told:
    """What a tool answers: the same twice, for programs and in words."""

    content: dict[str, Any]
    words: str


class QuerySerializer(serializers.Serializer[Any]):
    plan = serializers.DictField()
    language = serializers.ChoiceField(choices=ANSWER_LANGUAGES, required=False)


class VocabularySerializer(serializers.Serializer[Any]):
    kind = serializers.ChoiceField(choices=KINDS)
    search = serializers.CharField(required=False, max_length=80, allow_blank=True)


class EvidenceAskedSerializer(serializers.Serializer[Any]):
    fact = serializers.CharField(max_length=64)
    cursor = serializers.CharField(required=False, max_length=100, allow_blank=True)


class ReportsAskedSerializer(serializers.Serializer[Any]):
    report = serializers.IntegerField(required=False, min_value=1)


def ask(owner: User, arguments: Mapping[str, Any]) -> Told:
    given = read_arguments(QuestionSerializer, arguments)
    return told_answer(ask_answer(owner=owner, **given))


def query(owner: User, arguments: Mapping[str, Any]) -> Told:
    return told_answer(plan_answer(owner=owner, **read_arguments(QuerySerializer, arguments)))


def told_answer(answer: Answer) -> Told:
    content = plain(AnswerSerializer(answer).data)
    if not answer.answered:
        return Told(content, "\n".join((answer.message, "Can be asked, for example:", *answer.examples)))
    words = [sentence.text for sentence in answer.sentences]
    words += [f"{item['label']}: {item['detail']}" for item in answer.items]
    return Told(content, scrubbed("\n".join((*words, f"({answer.plan_words})"))))


def vocabulary(owner: User, arguments: Mapping[str, Any]) -> Told:
    given = read_arguments(VocabularySerializer, arguments)
    words = vocabulary_of(owner=owner)
    if words is None:
        raise DomainError("no_ledger", "Nothing is booked yet. Import a statement first.")
    if given["kind"] == "overview":
        content: dict[str, Any] = {
            "newest_booked_day": words.as_of.isoformat(),
            "oldest_booked_day": words.first_day.isoformat(),
            "base_currency": words.base_currency,
            "currencies": list(words.currencies),
            **{kind: len(getattr(words, kind)) for kind in KINDS[1:]},
        }
        return Told(content, f"Booked from {words.first_day} to {words.as_of}, in {words.base_currency}.")
    search = fold(given.get("search", ""))
    if given["kind"] == "payees" and len(search) < SHORTEST_SEARCH:
        message = f"Payees are told only by a search of at least {SHORTEST_SEARCH} letters."
        raise DomainError("invalid", message, fields={"search": [message]})
    found = [row for row in _rows_of(words, given["kind"]) if search in fold(row["name"])]
    shown = found if given["kind"] in ("categories", "accounts") else found[:MOST_FOUND]
    content = plain({"results": shown, "further": len(found) - len(shown)})
    return Told(content, "\n".join(f"{row['id']}: {row['name']}" for row in content["results"]) or "None.")


def _rows_of(words: Any, kind: str) -> list[dict[str, Any]]:
    if kind == "categories":
        return [
            {"id": one.id, "name": one.name, "kind": one.kind, "group": one.group, "parent": one.parent}
            for one in words.categories.values()
        ]
    if kind == "accounts":
        return [
            {"id": one.id, "name": one.name, "kind": one.kind, "currency": one.currency, "is_archived": one.is_archived}
            for one in words.accounts.values()
        ]
    return [{"id": pk, "name": name} for pk, name in getattr(words, kind).items()]


def evidence(owner: User, arguments: Mapping[str, Any]) -> Told:
    given = read_arguments(EvidenceAskedSerializer, arguments)
    found = fact_evidence(owner, given["fact"], place_of(given.get("cursor", "")))
    shown = found.rows[:MOST_ROWS]
    content = dict(EvidenceSerializer(replace(found, rows=shown, after=None), context={"stale": found.stale}).data)
    for fact in (content["fact"], *content["inputs"]):
        fact.pop("transactions")
        fact.pop("query")
    if found.offset + len(shown) < found.row_count:
        content["next"] = cursor_of((shown[-1].txn.booking_date, shown[-1].txn.pk))
    content = plain(content)
    fact = content["fact"]
    words = f"{fact['label']}: {fact['value']} {fact['unit']}. {content['definition']} {content['row_count']} bookings."
    return Told(content, words)


def reports(owner: User, arguments: Mapping[str, Any]) -> Told:
    given = read_arguments(ReportsAskedSerializer, arguments)
    if "report" not in given:
        rows = [_report(row) for row in report_list(owner)[:MOST_REPORTS]]
        return Told({"results": rows}, "\n".join(f"{row['id']}: {row['period']} {row['headline']}" for row in rows))
    report = report_get(owner, given["report"])
    written = storage.read_file(report.folder, report.files["json"]["name"]) if "json" in report.files else None
    if written is None:
        raise NotFoundError("report that is ready")
    document = json.loads(written)
    sections = [
        {"id": one["id"], "title": one["title"], "sentences": [_sentence(said) for said in one["sentences"]]}
        for one in document["sections"]
    ]
    content = plain({**_report(report), "headline": _sentence(document["headline"]), "sections": sections})
    words = [said["text"] for one in content["sections"] for said in one["sentences"]]
    return Told(content, "\n".join((content["headline"]["text"], *words)))


def _report(report: Any) -> dict[str, Any]:
    data = ReportSerializer(report).data
    content = plain({name: data[name] for name in OF_A_REPORT})
    return {**content, "headline": scrubbed(str(content["headline"]))}


def _sentence(said: Mapping[str, Any]) -> dict[str, Any]:
    return {"text": said["text"], "facts": said["facts"]}


def read_arguments(form: type[serializers.Serializer[Any]], arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The checked arguments; ValidationError that names every field otherwise."""
    given = form(data=arguments)
    refuse_unknown(given, arguments)
    given.is_valid(raise_exception=True)
    return dict(given.validated_data)


def plain(data: Any) -> dict[str, Any]:
    """As JSON has it, the words of others scrubbed."""
    content: dict[str, Any] = _scrub(json.loads(JSONRenderer().render(data)))
    return content


def _scrub(value: Any, name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _scrub(one, key) for key, one in value.items()}
    if isinstance(value, list):
        return [_scrub(one, name) for one in value]
    return scrubbed(value) if isinstance(value, str) and name in WRITTEN else value


TOOLS: Mapping[str, Callable[[User, Mapping[str, Any]], Told]] = {
    "ask": ask,
    "query": query,
    "vocabulary": vocabulary,
    "evidence": evidence,
    "reports": reports,
}
