"""The scenarios against the rules alone: lists instead of a database, rows instead of files. For work on the rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from benchmarks.reimports_cases import Bring, Edit, Remove, Scenario, Type, Undo
from benchmarks.reimports_count import Tally, compare
from benchmarks.reimports_views import Download, Shown
from transactions.ledger.duplicates import find_duplicates
from transactions.ledger.fingerprint import content_key, normalise_text
from transactions.ledger.movements import Kind, Movement, Span, Verdict


@dataclass(frozen=True, slots=True)
class Line:
    """A shown row as the fingerprint wants it."""

    booking_date: date
    amount_minor: int
    external_id: str
    counterparty: str
    description: str
    currency: str = "EUR"


@dataclass(slots=True)
class Ledger:
    """Told movements, the booked rows (row id to the movement of the truth), and what was undone."""

    known: list[Movement] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    rows: dict[int, int] = field(default_factory=dict)
    removed: set[int] = field(default_factory=set)
    asked: set[int] = field(default_factory=set)
    counter: int = 0

    def copy(self) -> Ledger:
        return Ledger(
            list(self.known), list(self.spans), dict(self.rows), set(self.removed), set(self.asked), self.counter
        )


def movement_of(shown: Shown, key: int, row: int, source: str) -> Movement:
    line = Line(shown.day, shown.amount, shown.external_id, shown.counterparty, shown.description)
    bare = Line(shown.day, shown.amount, "", shown.counterparty, shown.description)
    return Movement(
        key, row, shown.day, shown.amount, f"{shown.counterparty} {shown.description}", content_key(line),
        content_key(bare), shown.value_day, shown.external_id, shown.is_pending, source,
    )  # fmt: skip


def bring(ledger: Ledger, file: Download) -> list[Verdict]:
    source = file.habits.format
    lines = [movement_of(shown, -1 - n, -1 - n, source) for n, shown in enumerate(file.rows)]
    verdicts = find_duplicates(ledger.known, ledger.spans, lines)
    for shown, verdict in zip(file.rows, verdicts, strict=True):
        ledger.counter += 1
        number = ledger.counter
        is_there = verdict.kind in (Kind.DUPLICATE, Kind.MERGE)
        row = verdict.known if is_there and verdict.known is not None else number
        ledger.known.append(movement_of(shown, number, row, source))
        if not is_there:
            ledger.rows[number] = shown.event
            if verdict.kind is Kind.REVIEW:
                ledger.asked.add(number)
        elif verdict.kind is Kind.MERGE:
            ledger.rows[row] = shown.event
    days = [shown.day for shown in file.rows]
    ledger.spans.append(Span(source, min(days), max(days)))
    return verdicts


def type_in(ledger: Ledger, step: Type) -> None:
    ledger.counter += 1
    number = ledger.counter
    name = normalise_text(step.text)
    content = f"{step.day}|{step.amount}|{name}"
    ledger.known.append(Movement(number, number, step.day, step.amount, step.text, content, content))
    ledger.rows[number] = step.event


def play(scenario: Scenario, log: list[str] | None = None) -> Tally:
    tally = Tally(scenarios=1)
    ledger, before = Ledger(), Ledger()
    expected: list[int] = []
    listed: set[int] = set()
    before_listed: set[int] = set()
    removed: set[int] = set()
    for step in scenario.steps:
        match step:
            case Bring(file):
                before, before_listed = ledger.copy(), set(listed)
                verdicts = bring(ledger, file)
                listed |= {row.event for row in file.rows}
                tally.imports += 1
                tally.asked += sum(verdict.kind is Kind.REVIEW for verdict in verdicts)
                if log is not None:
                    log.append(_told(ledger, file, verdicts))
            case Undo():
                ledger, listed = before.copy(), set(before_listed)
                tally.rolled_back += 1
            case Type():
                type_in(ledger, step)
                listed.add(step.event)
            case Remove(event):
                for number in [number for number, of in ledger.rows.items() if of == event]:
                    ledger.rows.pop(number)
                    removed.add(event)
            case Edit():
                pass
    expected = [event for event in listed if event not in removed]
    have = ledger.rows.values()
    asked = [ledger.rows[number] for number in ledger.asked if number in ledger.rows]
    tally.true = len(expected)
    tally.lost, tally.doubled, tally.asked_doubled = compare(scenario, expected, have, asked)
    return tally


def _told(ledger: Ledger, file: Download, verdicts: list[Verdict]) -> str:
    """The verdicts that are wrong, for reading."""
    out = [f"-- {file.habits} {file.first}..{file.last} {len(file.rows)} rows"]
    told = {m.row: m for m in reversed(ledger.known)}
    for shown, verdict in zip(file.rows, verdicts, strict=True):
        if verdict.known is None:
            out.append(f"   new {shown}")
            continue
        row = told[verdict.known]
        is_right = ledger.rows.get(verdict.known) == shown.event
        out.append(f"   {'ok' if is_right else 'WRONG'} {verdict.kind} {shown} <- {row.booking_date} {row.text}")
    return "\n".join(out)
