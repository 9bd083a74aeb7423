"""The nine goals as ratios of what was measured in one run, and whether each is met."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.speed.rounds import Cost

MET, SHORT, UNKNOWN = "met", "short", "not measured"


@dataclass(frozen=True, slots=True)
class Check:
    """One ratio and its bound. `value` None: it was not measured in this run."""

    what: str
    value: float | None
    bound: float
    is_least: bool = False

    @property
    def is_met(self) -> bool:
        return self.value is not None and (self.value >= self.bound if self.is_least else self.value <= self.bound)

    @property
    def short_by(self) -> float:
        """How many times too much, or too little; 1 and below: met."""
        value = self.value or 0.0
        return self.bound / max(value, 1e-9) if self.is_least else value / self.bound

    @property
    def verdict(self) -> str:
        if self.value is None:
            return UNKNOWN
        return MET if self.is_met else f"short by {self.short_by:.2f} times"


@dataclass(frozen=True, slots=True)
class Goal:
    number: int
    title: str
    checks: Sequence[Check]

    @property
    def verdict(self) -> str:
        """Short when one part is; met only when every part was measured."""
        known = [check for check in self.checks if check.value is not None]
        worst = max((check for check in known if not check.is_met), key=lambda one: one.short_by, default=None)
        if worst is not None:
            return worst.verdict
        if not known:
            return UNKNOWN
        if len(known) < len(self.checks):
            return f"{UNKNOWN} in full ({len(known)} of {len(self.checks)} parts, met)"
        return MET

    @property
    def is_measured(self) -> bool:
        return not self.verdict.startswith(UNKNOWN)


Found = Mapping[str, Cost]
"""By the name of what was done, as `plan` gives it: what is done at a size has the size behind it, as in
"import oldest 100k"."""


def goals(found: Found) -> list[Goal]:
    """The nine, in their order."""
    return [
        Goal(1, "Import of new rows", [*_import(found)]),
        Goal(2, "The same file again", [*_again(found)]),
        Goal(3, "Month figures over HTTP", [*_month(found)]),
        Goal(4, "A month's report job", [*_report(found)]),
        Goal(5, "Lists and search", [*_lists(found)]),
        Goal(6, "After a rule edit, and a hundred rows more", [*_edits(found)]),
        Goal(7, "Ten thousand users", [*_users(found)]),
        Goal(8, "Memory of the web worker", [*_memory(found)]),
        Goal(9, "Mixed load", [*_mixed(found)]),
    ]


def _import(found: Found) -> list[Check]:
    slowest = _most(found, "import {} 100k", ("oldest", "newest", "shuffled"))
    quickest = _least(found, "import {} 100k", ("oldest", "newest", "shuffled"))
    million = found.get("import oldest 1M")
    return [
        Check("100k rows to the limit's import", _ratio(found, "import oldest 100k", "limit import 100k"), 2),
        Check("10k rows: Actual to SpendWise", _ratio(found, "Actual import 10k", "import oldest 10k"), 60, True),
        Check("100k rows: hledger to SpendWise", _ratio(found, "hledger import 100k", "import oldest 100k"), 15, True),
        Check("100k rows: beancount to SpendWise", _ratio(found, "beancount load 100k", "import oldest 100k"), 3, True),
        Check("rows a second at 1M to 100k", _rate(found), 0.9, True),
        Check("most memory at 1M, in 150 MB", None if million is None else million.peak / 150, 1),
        Check(
            "slowest order to the quickest", None if not (slowest and quickest) else slowest / quickest, 1.15
        ),
    ]  # fmt: skip


def _again(found: Found) -> list[Check]:
    size = _largest(found, "again {}")
    return [
        Check(f"{size} rows again to the limit's", _ratio(found, f"again {size}", f"limit again {size}"), 1.5),
        Check(
            f"{size}: identical bytes to importing them",
            _ratio(found, f"identical {size}", f"import oldest {size}"),
            0.05,
        ),
    ]


def _month(found: Found) -> list[Check]:
    size = _largest(found, "GET month {}")
    allowed = _sum(found, f"bare month {size}", f"sign-in {size}", 1.5)
    now = found.get(f"GET month {size}")
    return [
        Check(f"month at {size} to 1.5 x bare + sign-in", None if not (allowed and now) else now.cpu / allowed, 1),
        Check("month at 1M to 10k", _ratio(found, "GET month 1M", "GET month 10k"), 1.1),
        Check("40 years to 1 year", _ratio(found, "GET month 40 years", "GET month 1 year"), 1.05),
        Check("all time at 100k: fava to SpendWise", _ratio(found, "fava all 100k", "GET all 100k"), 50, True),
    ]


def _report(found: Found) -> list[Check]:
    cost = found.get("report 100k")
    return [
        Check("100k rows, in 3 s of the processor", None if cost is None else cost.cpu / 3, 1),
        Check("1M to 100k", _ratio(found, "report 1M", "report 100k"), 1.3),
    ]


def _lists(found: Found) -> list[Check]:
    size = _largest(found, "GET list {}")
    return [
        Check(
            f"list of 50 at {size} to 1.5 x bare + sign-in",
            None
            if not (allowed := _sum(found, f"bare list {size}", f"sign-in {size}", 1.5))
            else found[f"GET list {size}"].cpu / allowed,
            1,
        ),
        Check("page 10,000 to page 1", _ratio(found, f"GET far page {size}", f"GET list {size}"), 1.2),
        Check("search at 1M to 100k", _wait(found, "GET search 1M", "GET search 100k"), 3),
        Check("search at 100k: Actual to SpendWise", _wait(found, "Actual search 100k", "GET search 100k"), 40, True),
    ]


def _edits(found: Found) -> list[Check]:
    return [
        Check("100k rows by a new rule to their import", _ratio(found, "rule 100k", "import oldest 100k"), 0.5),
        Check("100 rows into 1M to 100 into none", _ratio(found, "late 1M", "late none"), 1.3),
    ]


def _users(found: Found) -> list[Check]:
    return [
        Check("figures of 10,000 users to a task a user", _ratio(found, "users", "tasks"), 0.2),
        Check("queue to start beside an import of 1M rows to idle", _ratio(found, "start beside", "start idle"), 3),
    ]


def _memory(found: Found) -> list[Check]:
    sizes = [size for size in ("10k", "100k", "1M") if f"GET month {size}" in found]
    size = sizes[-1] if sizes else "none"
    now, bare = found.get(f"GET month {size}"), found.get(f"bare month {size}")
    first = found.get(f"GET month {sizes[0]}") if len(sizes) > 1 else None
    return [
        Check(f"at {size} to bare Django", None if not (now and bare) else now.peak / bare.peak, 1.5),
        Check("largest history to the smallest", None if not (now and first) else now.peak / first.peak, 1.1),
    ]


def _mixed(found: Found) -> list[Check]:
    mixed = found.get("mixed load")
    return [Check("requests that failed", None if mixed is None else float(mixed.told["failed"]), 0)]


def _ratio(found: Found, one: str, other: str) -> float | None:
    return _between(found, one, other, lambda cost: cost.cpu)


def _wait(found: Found, one: str, other: str) -> float | None:
    return _between(found, one, other, lambda cost: cost.wall)


def _between(found: Found, one: str, other: str, value: Callable[[Cost], float]) -> float | None:
    return value(found[one]) / value(found[other]) if one in found and other in found else None


def _rate(found: Found) -> float | None:
    ratio = _ratio(found, "import oldest 100k", "import oldest 1M")
    return None if ratio is None else ratio * 10


def _sum(found: Found, bare: str, sign_in: str, factor: float) -> float | None:
    return factor * found[bare].cpu + found[sign_in].cpu if bare in found and sign_in in found else None


def _most(found: Found, name: str, kinds: Sequence[str]) -> float | None:
    known = [found[name.format(kind)].cpu for kind in kinds if name.format(kind) in found]
    return max(known) if len(known) == len(kinds) else None


def _least(found: Found, name: str, kinds: Sequence[str]) -> float | None:
    known = [found[name.format(kind)].cpu for kind in kinds if name.format(kind) in found]
    return min(known) if len(known) == len(kinds) else None


def _largest(found: Found, name: str) -> str:
    return next((size for size in ("1M", "100k", "10k") if name.format(size) in found), "100k")
