"""Many people who keep changing rows and asking for reports while something else goes wrong."""

from __future__ import annotations

import random
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from scripts.statement import month_name
from tests.stack.people import Person
from tests.stack.reporting import touch_a_row, with_statement
from tests.stack.running import Stack
from tests.stack.today import today

ASKERS = 2
MOST_WAITING = 8


@dataclass(slots=True)
class Stream:
    """Asks until told to stop. `accepted` are the reports that were promised, `statuses` every answer."""

    stack: Stack
    people: list[Person]
    seed: int
    accepted: set[int] = field(default_factory=set)
    statuses: Counter[int] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)
    threads: list[threading.Thread] = field(default_factory=list)

    def begin(self) -> None:
        for number in range(ASKERS):
            chance = random.Random(self.seed * 100 + number)
            thread = threading.Thread(target=self._ask_on, args=(chance,), daemon=True)
            self.threads.append(thread)
            thread.start()

    def end(self) -> None:
        self.stop.set()
        for thread in self.threads:
            thread.join()

    def _ask_on(self, chance: random.Random) -> None:
        while not self.stop.wait(chance.uniform(0.1, 0.8)):
            try:
                self._ask(chance)
            except Exception as error:  # noqa: BLE001 - whatever it is, the test must hear of it
                self.faults.append(repr(error))

    def _ask(self, chance: random.Random) -> None:
        person, month = chance.choice(self.people), chance.choice(recent_months())
        changed = touch_a_row(person, month, chance)
        self.statuses[changed.status_code] += 1
        if unfinished_reports(self.stack) >= MOST_WAITING:
            return
        answer = person.http.post("/api/reports/", json={"month": month})
        self.statuses[answer.status_code] += 1
        if answer.status_code in (200, 202):
            self.accepted.add(answer.json()["id"])


def recent_months() -> list[str]:
    """The three full months that the sample statement covers, as YYYY-MM."""
    this = today().year * 12 + today().month - 1
    return [month_name(this - back) for back in (1, 2, 3)]


def unfinished_reports(stack: Stack) -> int:
    """Not the analyses: each person's waits for a quiet minute on purpose, and would keep the stream silent."""
    query = "SELECT count(*) FROM transactions_job WHERE kind = 'monthly_report' AND status IN ('queued', 'running')"
    return int(stack.rows(query)[0][0])


def waiting(stack: Stack) -> int:
    rows = stack.rows("SELECT count(*) FROM transactions_job WHERE status IN ('queued', 'running')")
    return int(rows[0][0])


def enrol(stack: Stack, count: int) -> list[Person]:
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda _: with_statement(stack), range(count)))
