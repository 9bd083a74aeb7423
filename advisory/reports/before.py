"""The version of a report that a new one replaces, as far as the new one tells what became different."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from advisory.analysis.facts import FactDraft


@dataclass(frozen=True, slots=True)
class Before:
    """`facts`: its own figures with all that they were made from, as they were stored. `rows`: {transaction id: state}
    of the period's rows as it saw them and as they are now; `then` is None where that was not kept."""

    facts: tuple[FactDraft, ...]
    then: Mapping[int, str] | None
    now: Mapping[int, str]

    def added(self) -> list[int]:
        return sorted(self.now.keys() - (self.then or {}).keys())

    def removed(self) -> list[int]:
        return sorted((self.then or {}).keys() - self.now.keys())

    def changed(self) -> list[int]:
        then = self.then or {}
        return sorted(txn for txn in then.keys() & self.now.keys() if then[txn] != self.now[txn])

    def pairs(self, new: Mapping[str, FactDraft]) -> Iterator[tuple[FactDraft, FactDraft]]:
        """(then, now) of every figure that both versions have under one name, where it differs."""
        for old in self.facts:
            now = new.get(name_of(old))
            if now is not None and now.value != old.value:
                yield old, now


def name_of(fact: FactDraft) -> str:
    """What makes two figures of two versions the same figure: the metric, its days and what it is about."""
    about = fact.params.get("category_id", "")
    return f"{fact.metric} {about} {fact.period.start} {fact.period.end}"
