"""Long versions of the stack tests: `scripts/test.sh --full` runs them, and each prints its figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import pytest

from tests.stack.conftest import prepared, running_stack
from tests.stack.running import Stack

Start = Callable[..., Stack]
__all__ = ["prepared"]  # a fixture of the stack tests, used here too


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/campaign" in str(item.path):
            item.add_marker(pytest.mark.campaign)


@pytest.fixture
def start(prepared: Stack) -> Iterator[Start]:
    """Starts a stack with the given SPENDWISE_* settings; it is stopped at the end of the test."""
    with ExitStack() as stacks:
        yield lambda **settings: stacks.enter_context(contextmanager(running_stack)(prepared, **settings))


@pytest.fixture
def figures(capsys: pytest.CaptureFixture[str]) -> Callable[[str], None]:
    """Prints a line that is seen whether or not pytest captures."""

    def say(line: str) -> None:
        with capsys.disabled():
            print(f"\n{line}", flush=True)  # noqa: T201 - the figures are what a campaign is for

    return say
