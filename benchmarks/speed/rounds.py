"""Steps as processes of their own, one after the other in rounds, so that a busy minute hits all of them alike."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

PATIENCE = 600.0


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of the processor and of the wall, the most memory that was resident in MB, and what the step printed."""

    cpu: float
    wall: float
    peak: float = 0.0
    told: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """`ready` is called before the process starts, which prints what it cost."""

    name: str
    command: Sequence[str]
    env: Mapping[str, str] = field(default_factory=dict)
    ready: Callable[[], object] = lambda: None


class FailedError(Exception):
    """A step ended badly; the message is the end of what it printed."""


def module(name: str, *arguments: str) -> list[str]:
    return [sys.executable, "-m", f"benchmarks.speed.{name}", *arguments]


def run(step: Step) -> Cost:
    """FailedError when it ends badly or takes longer than PATIENCE."""
    step.ready()
    environment = {**os.environ, **step.env}
    process = subprocess.Popen(step.command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        out, errors = process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        raise FailedError(f"{step.name}: not done within {PATIENCE:.0f} s") from None
    if process.returncode:
        raise FailedError(f"{step.name}: {(errors or out)[-600:]}")
    told = _last_json(out)
    return Cost(told["cpu"], told["wall"], told.get("peak", 0.0), told)


def _last_json(out: str) -> dict[str, Any]:
    lines = [line for line in out.splitlines() if line.startswith("{")]
    return dict(json.loads(lines[-1])) if lines else {}


def rounds(steps: Iterable[Step], times: int, tell: Callable[[str], None]) -> dict[str, Cost]:
    """The medians of each step over all rounds; a step that fails is left out and told of."""
    found: dict[str, list[Cost]] = defaultdict(list)
    failed: set[str] = set()
    for number in range(times):
        for step in steps:
            if step.name in failed:
                continue
            try:
                cost = run(step)
            except (FailedError, OSError) as error:
                failed.add(step.name)
                found.pop(step.name, None)
                tell(f"{step.name} failed: {error}")
                continue
            found[step.name].append(cost)
            tell(f"round {number + 1}: {step.name}: {cost.cpu:.2f} s cpu, {cost.wall:.1f} s, {cost.peak:.0f} MB")
    return {name: median(costs) for name, costs in found.items()}


def median(costs: Sequence[Cost]) -> Cost:
    return Cost(
        statistics.median(cost.cpu for cost in costs),
        statistics.median(cost.wall for cost in costs),
        max(cost.peak for cost in costs),
        costs[-1].told,
    )
