"""One running SpendWise for the whole session; tests that break things start their own."""

from __future__ import annotations

import shutil
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
def prepared() -> Iterator[Path]:
    """A data directory with empty tables, to copy: migrating is the slowest part of a start."""
    stack = Stack()
    stack.manage("prepare")
    yield stack.data
    shutil.rmtree(stack.data, ignore_errors=True)


@pytest.fixture(scope="session")
def stack(prepared: Path) -> Iterator[Stack]:
    """Shared: leave it running and ready, and other people's data alone."""
    yield from running_stack(prepared)


@pytest.fixture
def own_stack(prepared: Path) -> Iterator[Stack]:
    """A stack that one test may kill, stop and start."""
    yield from running_stack(prepared)


@pytest.fixture
def far_stack(prepared: Path, tmp_path: Path) -> Iterator[Stack]:
    """A stack whose data directory has a very long path, with a space in it."""
    data = tmp_path / "a long way" / ("down" * 25)
    data.mkdir(parents=True)
    yield from running_stack(prepared, data)


def running_stack(prepared: Path, data: Path | None = None) -> Iterator[Stack]:
    """Its own secrets; the tables are the prepared ones."""
    stack = Stack(data=data or short_directory())
    shutil.copy(prepared / "database.db", stack.data)
    stack.start()
    yield stack
    if stack.process is not None:
        stack.stop()
    left = processes_of(stack.data)
    shutil.rmtree(stack.data, ignore_errors=True)
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
