"""The scenarios: what a household brings to its ledger over the months, one class a kind of trouble."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from benchmarks.reimports_bank import Event, live
from benchmarks.reimports_views import FORMATS, Download, Habits, days_between, download, habits_for

START = date(2026, 1, 5)


@dataclass(frozen=True, slots=True)
class Bring:
    """A file is imported."""

    file: Download


@dataclass(frozen=True, slots=True)
class Undo:
    """The last import is rolled back."""


@dataclass(frozen=True, slots=True)
class Type:
    """The user enters a movement by hand, in own words and on a day remembered."""

    event: int
    day: date
    amount: int
    text: str


@dataclass(frozen=True, slots=True)
class Remove:
    """The user deletes the row of this movement; it must not come back."""

    event: int


@dataclass(frozen=True, slots=True)
class Edit:
    """The user writes a note and another text on the row of this movement."""

    event: int


Step = Bring | Undo | Type | Remove | Edit


@dataclass(slots=True)
class Scenario:
    kind: str
    seed: int
    events: list[Event]
    steps: list[Step] = field(default_factory=list)

    @property
    def last(self) -> date:
        return max((event.booked for event in self.events), default=START)


class Life:
    """A seeded household with its bank, and shorthands to draw periods and files from it."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.start = START + timedelta(days=self.rng.randrange(300))
        self.days = self.rng.randint(40, 110)
        self.last = self.start + timedelta(days=self.days - 1)
        self.events = live(self.rng, self.start, self.days, self.rng.uniform(0.5, 1.6))

    def habits(self, kind: str | None = None) -> Habits:
        return habits_for(self.rng, kind or self.rng.choice(FORMATS))

    def whole(self, habits: Habits) -> Download:
        return download(habits, self.events, self.start, self.last)

    def overlapping(self, habits: Habits, later: Habits | None = None) -> list[Download]:
        """Two files with some days in both; the second may have other habits."""
        middle = self.start + timedelta(days=self.days // 2)
        back = timedelta(days=self.rng.choice((1, 3, 7, 14, 25)))
        return [
            download(habits, self.events, self.start, middle),
            download(later or habits, self.events, max(self.start, middle - back), self.last),
        ]

    def part(self, habits: Habits) -> Download:
        first = days_between(self.rng, self.start, self.last)
        return download(habits, self.events, first, days_between(self.rng, first, self.last))


def identical(life: Life) -> list[Step]:
    file = Bring(life.whole(life.habits()))
    return [file, file]


def overlap(life: Life) -> list[Step]:
    return [Bring(file) for file in life.overlapping(life.habits())]


def sub_range(life: Life) -> list[Step]:
    habits = life.habits()
    steps: list[Step] = [Bring(life.whole(habits)), Bring(life.part(habits)), Bring(life.part(habits))]
    if life.rng.random() < 0.5:
        life.rng.shuffle(steps)
    return steps


def shuffled(life: Life) -> list[Step]:
    one, other = life.overlapping(life.habits())
    life.rng.shuffle(other.rows)
    return [Bring(one), Bring(other)]


def reversed_order(life: Life) -> list[Step]:
    one, other = life.overlapping(life.habits())
    other.rows.reverse()
    return [Bring(other), Bring(one)] if life.rng.random() < 0.5 else [Bring(one), Bring(other)]


def format_change(life: Life) -> list[Step]:
    """One household in two to five formats, over the same or overlapping days."""
    kinds = life.rng.sample(FORMATS, life.rng.randint(2, len(FORMATS)))
    if life.rng.random() < 0.5:
        return [Bring(life.whole(life.habits(kind))) for kind in kinds]
    first, second = life.overlapping(life.habits(kinds[0]), life.habits(kinds[1]))
    return [Bring(first), Bring(second), *(Bring(life.part(life.habits(kind))) for kind in kinds[2:])]


def equal_rows(life: Life) -> list[Step]:
    """Rounds paid one by one, at the edge of the files too, in one format or two."""
    rng = life.rng
    doubled: list[Event] = []
    for event in life.events:
        doubled += [event] * (rng.choice((2, 3, 4)) if event.place and rng.random() < 0.2 else 1)
    life.events = [
        replace(event, number=number, reference=f"{event.reference[0]}{rng.randrange(10**9):09d}")
        for number, event in enumerate(doubled)
    ]
    kind = rng.choice(FORMATS)
    habits = life.habits(kind)
    later = life.habits(rng.choice([other for other in FORMATS if other != kind])) if rng.random() < 0.4 else habits
    return [Bring(file) for file in (*life.overlapping(habits, later), life.part(habits))]


def text_change(life: Life) -> list[Step]:
    habits = life.habits(life.rng.choice(("csv", "csv", "ofx", "camt")))
    later = replace(habits, words_changed=life.rng.choice((0.02, 0.1, 0.5, 1.0)))
    if life.rng.random() < 0.3:
        return [Bring(life.whole(habits)), Bring(life.whole(later))]
    return [Bring(file) for file in life.overlapping(habits, later)]


def pending(life: Life) -> list[Step]:
    """Downloads every week or so, with card holds that are booked days later, now and then with a tip on top."""
    habits = life.habits(life.rng.choice(("csv", "camt")))
    steps: list[Step] = []
    today = life.start + timedelta(days=life.rng.randint(5, 20))
    while today < life.last:
        back = life.start if life.rng.random() < 0.3 else max(life.start, today - timedelta(days=21))
        steps.append(Bring(download(habits, life.events, back, today, pending_on=today)))
        today += timedelta(days=life.rng.randint(2, 14))
    return [*steps[-5:], Bring(life.whole(habits))]


def reused_ids(life: Life) -> list[Step]:
    habits = replace(life.habits("ofx"), ids=life.rng.choice(("counted", "by_day", "all_equal")))
    return [Bring(file) for file in (*life.overlapping(habits), life.part(habits))]


def changed_ids(life: Life) -> list[Step]:
    """A new core system numbers everything anew; some words change with it."""
    habits = replace(life.habits(life.rng.choice(("ofx", "camt"))), ids=life.rng.choice(("stable", "by_download")))
    later = replace(habits, salt="NEW", words_changed=life.rng.choice((0.0, 0.0, 0.1)))
    return [Bring(file) for file in life.overlapping(habits, later)]


def by_hand(life: Life) -> list[Step]:
    """An account kept by hand, all of it or the larger rows, before its first file."""
    rng = life.rng
    share = rng.choice((1.0, 0.9, 0.4))
    typed: list[Step] = []
    for event in life.events:
        if rng.random() < share:
            day = rng.choice((event.bought, event.booked, event.booked))
            text = rng.choice((event.party, event.party.split()[0], event.purpose, "Shopping", ""))
            typed.append(Type(event.number, day, event.amount, text))
    return [*typed, Bring(life.whole(life.habits())), Bring(life.part(life.habits()))]


def roll_back(life: Life) -> list[Step]:
    habits = life.habits()
    one, other = life.overlapping(habits, life.habits() if life.rng.random() < 0.4 else habits)
    return [Bring(one), Bring(other), Undo(), Bring(other)]


def edited(life: Life) -> list[Step]:
    """Rows changed and removed by the user between two imports."""
    habits = life.habits()
    one, other = life.overlapping(habits, life.habits() if life.rng.random() < 0.3 else habits)
    shown = sorted({row.event for row in one.rows})
    chosen = life.rng.sample(shown, min(len(shown), 6))
    changes: list[Step] = [Remove(number) if index % 2 else Edit(number) for index, number in enumerate(chosen)]
    return [Bring(one), *changes, Bring(one), Bring(other)]


def filtered(life: Life) -> list[Step]:
    """Files of a search: one party, outgoing only, above an amount; then the whole."""
    rng = life.rng
    habits = life.habits()

    def search() -> frozenset[int]:
        kind = rng.randrange(3)
        least = rng.randint(200, 6000)
        party = rng.choice(life.events).party
        keep: Callable[[Event], bool] = (
            (lambda e: e.amount < 0) if kind == 0 else (lambda e: abs(e.amount) >= least) if kind == 1
            else (lambda e: e.party == party)
        )  # fmt: skip
        return frozenset(event.number for event in life.events if keep(event))

    steps: list[Step] = [
        Bring(download(habits, life.events, life.start, life.last, only=search())) for _ in range(rng.randint(1, 3))
    ]
    return [*steps, Bring(life.whole(habits))] if rng.random() < 0.7 else steps


def since_last(life: Life) -> list[Step]:
    """Each file starts within the day where the last one ended, with what was booked since and nothing before it."""
    rng = life.rng
    habits = life.habits()
    events = life.events
    cuts = sorted(rng.sample(range(1, len(events)), min(3, len(events) - 1)))
    files: list[Step] = []
    for low, high in zip([0, *cuts], [*cuts, len(events)], strict=True):
        part = events[low:high]
        seen = {event.twin_key for event in events[:low]}
        if habits.ids != "stable":  # nobody could tell these two apart: no id, one text, two halves of a day
            part = [event for event in part if event.twin_key not in seen]
        files.append(Bring(download(habits, part, life.start - timedelta(days=9), life.last + timedelta(days=9))))
    return [step for step in files if isinstance(step, Bring) and step.file.rows]


def mixed(life: Life) -> list[Step]:
    """Three to five files of one household in any format, period and order."""
    rng = life.rng
    kinds = {kind: life.habits(kind) for kind in rng.sample(FORMATS, 3)}
    steps: list[Step] = []
    for _ in range(rng.randint(3, 5)):
        habits = rng.choice(list(kinds.values()))
        file = life.whole(habits) if rng.random() < 0.25 else life.part(habits)
        if rng.random() < 0.3:
            rng.shuffle(file.rows)
        if file.rows:
            steps.append(Bring(file))
    return steps or [Bring(life.whole(life.habits()))]


CASES: dict[str, Callable[[Life], list[Step]]] = {
    "identical file": identical,
    "overlapping files": overlap,
    "sub-range": sub_range,
    "shuffled rows": shuffled,
    "reversed rows": reversed_order,
    "format change": format_change,
    "equal rows on a day": equal_rows,
    "text changed": text_change,
    "pending, then booked": pending,
    "ids used again": reused_ids,
    "ids changed": changed_ids,
    "entered by hand": by_hand,
    "edited and removed": edited,
    "filtered files": filtered,
    "since the last file": since_last,
    "rolled back": roll_back,
    "mixed chains": mixed,
}


def scenarios(count: int, seed: int) -> list[Scenario]:
    """`count` scenarios, every class as often as the others. The same seed gives the same scenarios."""
    kinds = list(CASES)
    made: list[Scenario] = []
    for index in range(count):
        kind = kinds[index % len(kinds)]
        life = Life(seed * 1_000_003 + index)
        steps = CASES[kind](life)
        made.append(Scenario(kind, index, life.events, [s for s in steps if not isinstance(s, Bring) or s.file.rows]))
    return made
