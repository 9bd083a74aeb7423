"""One running SpendWise for the whole session; tests that break things start their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.stack.people import Person, new_person
from tests.stack.running import Stack, processes_of


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/stack" in str(item.path):
            item.add_marker(pytest.mark.stack)


@pytest.fixture(scope="session")
def stack() -> Iterator[Stack]:
    """Shared: leave it running and ready, and other people's data alone."""
    yield from running_stack()


@pytest.fixture
def own_stack() -> Iterator[Stack]:
    """A stack that one test may kill, stop and start."""
    yield from running_stack()


def running_stack(**settings: str) -> Iterator[Stack]:
    stack = Stack(settings=settings)
    stack.manage("prepare")
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
