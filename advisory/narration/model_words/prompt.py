"""The words a model is asked with. Their hash stands with every draft, so that one knows what was asked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from advisory.narration.model_words.brief import Json

Messages = list[dict[str, str]]

SYSTEM = (
    "You put one section of a household's monthly finance report into plain, friendly words, in the second person"
    " and in the language that write_in names. You are given placeholders such as {{f1}}. Each stands for a whole"
    " printed figure, date or name, with its sign, unit and currency. Rules: use every placeholder listed in "
    "must_use, written exactly as {{id}}. Never write a number, a digit, a spelled-out number, a date, a month, a"
    " currency or a name yourself: only placeholders may stand for those. Say that a figure rose, fell, or is "
    "more or less than usual only where its direction is up or down, and in that direction. Every sentence is "
    "about a figure and uses words of its label. Name at most one payee, category or account in a sentence. Write"
    " one to six short sentences. plain_version says the same in set phrases: keep its meaning. Answer with JSON "
    'only: {"sentences": ["...", "..."]}. Every sentence ends with a full stop.'
)
PROBE = 'Answer with JSON only, exactly this: {"sentences": ["All is well."]}'

# What a refusal is answered with. The gate's own words quote labels, and labels hold names: these do not.
AGAIN: Mapping[str, str] = {
    "placeholder": "A placeholder was broken or is not in the list. Write each exactly as {{id}}.",
    "missing": "A placeholder of must_use was left out. Use every one of them.",
    "number": "A number was written out. Only a placeholder may stand for a number, also for one in words.",
    "rank": "A rank was stated. State no rank.",
    "month": "A month, weekday or date was written out. Only placeholders may stand for those.",
    "money": "A currency or a per cent sign was written out. The placeholders bring theirs along.",
    "link": "There was markup, a link or a strange character. Write plain sentences.",
    "name": "A name was written out. Only placeholders may stand for names.",
    "direction": "A rise or fall was stated that the figure's direction does not bear.",
    "label": "A figure was called something else than its label, or stood beside a name it does not belong to.",
    "idle": "A sentence spoke of no figure. Every sentence must use a placeholder for a figure.",
    "empty": "There were no sentences.",
    "shape": "Write at most six short sentences, each ended by a full stop.",
    "answer": 'The answer was not of the form {"sentences": ["...", "..."]}.',
}


def asked(told: Json) -> Messages:
    return [{"role": "system", "content": SYSTEM}, {"role": "user", "content": in_one_line(told)}]


def asked_again(told: Json, sentences: Sequence[str], reasons: Iterable[str]) -> Messages:
    """The first request, the answer to it, and in words of ours why it was refused."""
    kinds = dict.fromkeys(reason.partition(":")[0] for reason in reasons)
    why = " ".join(AGAIN[kind] for kind in kinds if kind in AGAIN)
    answer = in_one_line({"sentences": list(sentences)})
    return [
        *asked(told),
        {"role": "assistant", "content": answer},
        {"role": "user", "content": f"That was refused. {why} Write it anew."},
    ]


def probe() -> Messages:
    return [{"role": "user", "content": PROBE}]


def in_one_line(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True)
