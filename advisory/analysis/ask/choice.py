"""What a planner that is not ours may answer: a choice among tokens and words of the algebra, and nothing else.

A choice becomes a plan only if it keeps all that was recognised in the question: every time, amount, name and number,
and every word that says what is to be computed. What the other words mean nobody can prove, so the plan is a proposal.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from advisory.analysis.ask import lexicon as word
from advisory.analysis.ask.checked import read_plan
from advisory.analysis.ask.ledger_questions import PERS as PER_WORDS
from advisory.analysis.ask.ledger_questions import YEAR_BACK
from advisory.analysis.ask.meanings import BYS, check_times
from advisory.analysis.ask.outline import Outline
from advisory.analysis.ask.plan import DIRECTIONS, GROUPS, LEDGER_OPS, MOST_TOP, PERS, Plan
from advisory.analysis.ask.reading import currencies_said
from advisory.analysis.ask.vocabulary import Vocabulary

NONE = "none"
NAMED = {"categories": "category", "payees": "payee", "accounts": "account"}
PARTS = ("op", "direction", *NAMED, "size", "period", "against", "by", "per", "top")
SAID_OPS: Mapping[str, frozenset[str]] = {
    word.COUNT: frozenset(("count",)),
    word.AVERAGE: frozenset(("average",)),
    word.SHARE: frozenset(("share",)),
    word.COMPARE: frozenset(("compare",)),
    word.MORE: frozenset(("compare", "trend")),
    word.TREND: frozenset(("trend",)),
    word.BALANCE: frozenset(("balance",)),
    word.MAX: frozenset(("max",)),
    word.MIN: frozenset(("min",)),
    word.LIST: frozenset(("list", "max", "min", "sum", "trend")),
}
SAID_WAYS = {word.SPEND: "spending", word.EARN: "income", word.NET: "net"}


def choice_form(outline: Outline) -> dict[str, Any]:
    """The JSON schema of a choice. Every part is required, so that endpoints that hold to schemas take it."""
    times = list(outline.times)
    parts: dict[str, Any] = {
        "op": _among(*LEDGER_OPS, NONE),
        "direction": _among(*DIRECTIONS),
        **{part: {"type": "array", "items": _tokens(outline.offered(kind))} for part, kind in NAMED.items()},
        "size": _among(NONE, *outline.sizes),
        "period": _among("all", *times),
        "against": _among(NONE, *times),
        "by": _among(NONE, *GROUPS[1:]),
        "per": _among(NONE, *PERS[1:]),
        "top": {"type": "integer"},
    }
    return {"type": "object", "properties": parts, "required": list(PARTS), "additionalProperties": False}


def _among(*words: str) -> dict[str, Any]:
    return {"type": "string", "enum": list(words)}


def _tokens(tokens: tuple[str, ...]) -> dict[str, Any]:
    return _among(*tokens) if tokens else {"type": "string"}


def plan_of_choice(content: object, outline: Outline, vocabulary: Vocabulary) -> Plan:
    """The plan that was chosen. ValueError or NotUnderstoodError where it is none, or loses something that was said."""
    if not isinstance(content, Mapping) or set(content) != set(PARTS):
        raise ValueError("A choice has exactly its parts.")
    used = [token for part in NAMED for token in _chosen(content[part], outline.offered(NAMED[part]))]
    used += [_one(content["period"], {"all", *outline.times}), _one(content["against"], {NONE, *outline.times})]
    used.append(_one(content["size"], {NONE, *outline.sizes}))
    if lost := outline.said - set(used):
        raise ValueError(f"{min(lost)} was said and is not heeded.")
    plan = _newest_first(read_plan(_in_ids(content, outline), vocabulary), vocabulary)
    _keep_words(plan, outline)
    check_times(plan, vocabulary)
    return plan


def _newest_first(plan: Plan, vocabulary: Vocabulary) -> Plan:
    """A comparison tells how the later time differs from the earlier one, as the grammar's does."""
    if plan.against is None:
        return plan
    days = [one.resolve(vocabulary.as_of, vocabulary.first_day) for one in (plan.period, plan.against)]
    return plan if days[0] >= days[1] else replace(plan, period=plan.against, against=plan.period)


def _in_ids(content: Mapping[str, Any], outline: Outline) -> dict[str, Any]:
    size, codes = outline.sizes.get(content["size"]), currencies_said(outline.reading)
    told: dict[str, Any] = {
        "op": content["op"],
        "direction": content["direction"],
        **{part: [pk for token in content[part] for pk in outline.names[token].ids] for part in NAMED},
        "minimum": size.minimum if size else "",
        "maximum": size.maximum if size else "",
        "currency": min(codes, default=""),
        "period": outline.times[content["period"]].as_json() if content["period"] != "all" else {"kind": "all"},
        "against": outline.times[content["against"]].as_json() if content["against"] != NONE else None,
        "by": _or_nothing(content["by"]),
        "per": _or_nothing(content["per"]),
        "top": content["top"],
    }
    if not outline.times and (told["op"] == "trend" or (told["op"] == "average" and told["per"] in ("month", "year"))):
        told["period"] = YEAR_BACK.as_json()
    if told["op"] == "trend":
        told["by"] = "month"
    return told


def _or_nothing(value: object) -> object:
    return "" if value == NONE else value


def _one(value: object, allowed: set[str]) -> str:
    if not isinstance(value, str) or value not in allowed:
        raise ValueError("A token that was not offered.")
    return value


def _chosen(value: object, offered: tuple[str, ...]) -> list[str]:
    if not isinstance(value, list) or len(value) > len(offered):
        raise ValueError("A list of tokens.")
    return [_one(token, set(offered)) for token in value]


def _keep_words(plan: Plan, outline: Outline) -> None:
    """ValueError where a word of the grammar that was said is not in the plan."""
    said = outline.reading.meanings
    ways = {SAID_WAYS[one] for one in said if one in SAID_WAYS}
    bys = {BYS[one] for one in said if one in BYS}
    pers = {PER_WORDS[one] for one in said if one in PER_WORDS and one != word.MONTHLY}
    numbers = outline.reading.numbers
    is_kept = (
        all(plan.op in ops for meaning, ops in SAID_OPS.items() if meaning in said)
        and ways <= {plan.direction}
        and bys <= {plan.by}
        and (pers <= {plan.per} or (plan.op == "trend" and pers <= {"month"}))
        and (plan.top == numbers[0] if numbers else plan.top <= 1)
        and plan.top <= MOST_TOP
    )
    if not is_kept:
        raise ValueError("A word that was said is not heeded.")
