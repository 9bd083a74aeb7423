"""What is done at one size, in which order, and on which copy of the ledger."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speed import household, peers
from benchmarks.speed.household import MONTH
from benchmarks.speed.product import EMAIL, PASSWORD
from benchmarks.speed.rounds import Cost, FailedError, Step, median, module, rounds, run
from benchmarks.speed.served import Server, measure, serving, sign_in

Tell = Callable[[str], None]
ORDERS = ("oldest", "newest", "shuffled", "distinct")
PAGES = {
    "month": f"/api/summary/?start={MONTH}-01&end={MONTH}-30",
    "all": "/api/summary/",
    "budgets": f"/api/budgets/?month={MONTH}",
    "worth": "/api/net-worth/?start=2025-01-01&end=2025-12-31&step=month",
    "accounts": "/api/accounts/",
    "list": "/api/transactions/?page_size=50",
    "search": "/api/transactions/?page_size=50&q=trattoria",
}
BARE = {"bare month": "/month/", "bare list": "/newest/", "bare nothing": "/nothing/"}
FAVA = "/household/api/income_statement?interval=month"


@dataclass(slots=True)
class Size:
    """One household in one folder. `name` as the goals call it: a size, or a number of years."""

    name: str
    rows: int
    years: int
    folder: Path
    scratch: Path
    tell: Tell

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def limit(self) -> Path:
        return self.folder / "limit.db"

    def store(self, name: str) -> Path:
        return self.folder / name

    def env(self, store: str) -> dict[str, str]:
        """Of SpendWise's processes: a ledger of their own, no brakes, keys that are the same for all."""
        return {
            "SPENDWISE_DATA_DIR": str(self.store(store)),
            "SPENDWISE_DEBUG": "on",
            "SPENDWISE_THROTTLES": "off",
            "SPENDWISE_ACCESS_TOKEN_SECONDS": "3600",
            "DJANGO_SETTINGS_MODULE": "spendwise_project.settings",
        }

    def copy(self, source: str, target: str) -> None:
        """A fresh copy; `ready` of a step."""
        shutil.rmtree(self.store(target), ignore_errors=True)
        shutil.copytree(self.store(source), self.store(target))

    def product(self, name: str, source: str, *arguments: str, target: str = "work") -> Step:
        """A step of SpendWise on a copy of another ledger."""
        command = module("product", arguments[0], str(self.data), *arguments[1:])
        return Step(f"{name} {self.name}", command, self.env(target), lambda: self.copy(source, target))

    def limits(self, step: str) -> Step:
        return Step(f"limit {step} {self.name}", module("limits", step, str(self.data), str(self.limit)))


def prepared(size: Size) -> None:
    """The household's files, and a ledger with its accounts and rules in `empty`."""
    household.write(size.data, size.rows, size.years)
    if not (size.store("empty") / "ready").exists():
        shutil.rmtree(size.store("empty"), ignore_errors=True)
        size.store("empty").mkdir(parents=True)
        run(Step("prepare", module("product", "prepare", str(size.data)), size.env("empty")))
        (size.store("empty") / "ready").touch()


def imports(size: Size, times: int, *, has_all: bool) -> dict[str, Cost]:
    """Imports, interleaved with the limit's and the other programs'. Leaves a filled ledger in `full`."""
    steps = [size.limits("import"), size.product("import oldest", "empty", "import", "oldest", target="full")]
    if has_all:
        steps += [size.product(f"import {one}", "empty", "import", one) for one in ORDERS[1:]]
        steps += [
            Step(f"{one.name} {size.name}", one.command, one.env, one.ready)
            for one in peers.steps(size.scratch, size.data, has_actual=size.rows <= 10_000)
        ]
    return rounds(steps, times, size.tell)


def filled(size: Size) -> None:
    """The same ledger without measuring."""
    if not size.limit.exists():
        run(size.limits("import"))
    if not (size.store("full") / "database.db").exists():
        run(size.product("import oldest", "empty", "import", "oldest", target="full"))


def afterwards(size: Size, times: int) -> dict[str, Cost]:
    """What is done with a ledger that holds the rows."""
    steps = [
        size.limits("again"),
        size.product("again", "full", "again"),
        size.product("identical", "full", "identical"),
        size.product("late", "full", "late"),
        size.product("rule", "full", "rule"),
        size.product("report", "full", "report"),
    ]
    none = size.product("late", "empty", "late")
    steps.append(Step("late none", none.command, none.env, none.ready))
    found = rounds(steps, times, size.tell)
    found |= rounds([size.limits("sums")], 1, size.tell)
    return found


def pages(size: Size, times: int, *, names: tuple[str, ...] = tuple(PAGES), has_bare: bool = True) -> dict[str, Cost]:
    """Requests in turns: a page of SpendWise, then its like of bare Django."""
    paths = {f"GET {name}": PAGES[name] for name in names}
    with ExitStack() as stack:
        ours = stack.enter_context(product_server(size))
        asked = [(f"{name} {size.name}", ours, path) for name, path in paths.items()]
        if has_bare:
            place = run(size.product("place", "full", "place")).told["rows"]
            asked += [
                (f"GET me {size.name}", ours, "/api/auth/me/"),
                (f"GET far page {size.name}", ours, f"{PAGES['list']}&cursor={place}"),
            ]
            bare = stack.enter_context(bare_server(size))
            asked += [(f"{name} {size.name}", bare, path) for name, path in BARE.items()]
            asked += fava(size, stack)
        found = in_turns(asked, times, size.tell)
    if has_bare and f"GET me {size.name}" in found:
        me, nothing = found[f"GET me {size.name}"], found[f"bare nothing {size.name}"]
        found[f"sign-in {size.name}"] = Cost(max(me.cpu - nothing.cpu, 0), max(me.wall - nothing.wall, 0))
    return found


def in_turns(asked: list[tuple[str, Server, str]], times: int, tell: Tell) -> dict[str, Cost]:
    costs: dict[str, list[Cost]] = {}
    for _ in range(times):
        for name, server, path in asked:
            try:
                cost = measure(server, path)
            except (FailedError, OSError) as error:
                tell(f"{name} failed: {error}")
                continue
            costs.setdefault(name, []).append(cost)
            tell(f"{name}: {cost.cpu * 1000:.2f} ms cpu a request, p50 {cost.wall * 1000:.1f} ms, {cost.peak:.0f} MB")
    return {name: median(several) for name, several in costs.items()}


@contextmanager
def product_server(size: Size) -> Iterator[Server]:
    with serving(
        "SpendWise", "spendwise_project.asgi:application", size.env("full"), size.folder / "web.log", "/healthz"
    ) as server:
        sign_in(server, EMAIL, PASSWORD)
        yield server


@contextmanager
def bare_server(size: Size) -> Iterator[Server]:
    env = {
        "SPENDWISE_BARE_DATABASE": str(size.limit),
        "PYTHONPATH": str(size.scratch / "limits"),
        "DJANGO_SETTINGS_MODULE": "",
    }
    with serving(
        "bare Django", "benchmarks.speed.bare:application", env, size.folder / "bare.log", "/nothing/"
    ) as server:
        yield server


def fava(size: Size, stack: ExitStack) -> list[tuple[str, Server, str]]:
    """fava's statement of all months, where it is installed."""
    if "fava" in peers.missing(size.scratch) or size.rows > 100_000:
        return []
    peers.convert(size.data)
    try:
        server = stack.enter_context(peers.fava_server(size.scratch, size.data, size.folder / "fava.log"))
    except FailedError as error:
        size.tell(str(error))
        return []
    return [(f"fava all {size.name}", server, FAVA)]


def counts(size: Size) -> dict[str, int]:
    """Database queries by page."""
    found: dict[str, int] = run(size.product("count", "full", "count")).told["rows"]
    return found
