"""One running SpendWise for the whole session; tests that break things start their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.stack.people import Person, new_person
from tests.stack.running import Stack, processes_of, short_directory


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/stack" in str(item.path):
            item.add_marker(pytest.mark.stack)


@pytest.fixture(scope="session")
def prepared() -> Iterator[Stack]:
    """Empty tables to copy, with nothing running: migrating is the slowest part of a start."""
    stack = Stack()
    stack.manage("prepare")
    yield stack
    stack.remove()


@pytest.fixture(scope="session")
def stack(prepared: Stack) -> Iterator[Stack]:
    """Shared: leave it running and ready, and other people's data alone."""
    yield from running_stack(prepared)


@pytest.fixture
def own_stack(prepared: Stack) -> Iterator[Stack]:
    """A stack that one test may kill, stop and start."""
    yield from running_stack(prepared)


@pytest.fixture
def far_stack(prepared: Stack, tmp_path: Path) -> Iterator[Stack]:
    """A stack whose data directory has a very long path, with a space in it."""
    data = tmp_path / "a long way" / ("down" * 25)
    data.mkdir(parents=True)
    yield from running_stack(prepared, data)


def running_stack(prepared: Stack, data: Path | None = None, **settings: str) -> Iterator[Stack]:
    """Its own secrets and SPENDWISE_* settings; the tables are the prepared ones."""
    stack = Stack(data=data or short_directory(), settings=settings)
    stack.take_tables(prepared)
    stack.start()
    yield stack
    if stack.process is not None:
        stack.stop()
    left = processes_of(stack.data)
    stack.remove()
    assert not left


@pytest.fixture
def alice(stack: Stack) -> Person:
    return new_person(stack.url, "Alice")


@pytest.fixture
def bob(stack: Stack) -> Person:
    return new_person(stack.url, "Bob")


@pytest.fixture
def somebody() -> Callable[[Stack], Person]:
    """Registers a new person on a stack of the test's own."""
    return lambda stack: new_person(stack.url)
