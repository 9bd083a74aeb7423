"""Long columns of values in few bytes: a large file is held as these, and made into objects one row at a time.

An object for every row takes ten times the bytes of the file. Each class here is a sequence that gives back exactly
what was put in.
"""

from __future__ import annotations

from abc import abstractmethod
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import accumulate
from typing import Any, Generic, TypeVar, overload

S = TypeVar("S")
T = TypeVar("T")

_NONE, _ODD = 127, 126  # marks in the column of exponents
_MOST_DIGITS = 16  # and one more: they fit into 64 bits
_LEAST_EXPONENT = -18


class Lazy(Sequence[T]):
    """A sequence whose items are made when they are asked for, and not kept. Equal to any sequence of equal items."""

    __slots__ = ()

    @abstractmethod
    def at(self, index: int) -> T:
        """The item of an index from 0 to the length, exclusive."""

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> list[T]: ...
    def __getitem__(self, index: int | slice) -> T | list[T]:
        if isinstance(index, slice):
            return [self.at(each) for each in range(*index.indices(len(self)))]
        size = len(self)
        if not -size <= index < size:
            raise IndexError(index)
        return self.at(index + size if index < 0 else index)

    def __iter__(self) -> Iterator[T]:
        return map(self.at, range(len(self)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or isinstance(other, str):
            return NotImplemented
        return len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({list(self)!r})"


class Mapped(Lazy[T], Generic[S, T]):
    """Another sequence through a function."""

    __slots__ = ("_function", "_source")

    def __init__(self, function: Callable[[S], T], source: Sequence[S]) -> None:
        self._function, self._source = function, source

    def __len__(self) -> int:
        return len(self._source)

    def at(self, index: int) -> T:
        return self._function(self._source[index])


class Picked(Lazy[T]):
    """Some items of another sequence, in the order in which they are picked."""

    __slots__ = ("_places", "_source")

    def __init__(self, source: Sequence[T], places: Iterable[int] = ()) -> None:
        self._source, self._places = source, array("I", places)

    def __len__(self) -> int:
        return len(self._places)

    def at(self, index: int) -> T:
        return self._source[self._places[index]]

    def pick(self, place: int) -> None:
        self._places.append(place)


class Joined(Lazy[T]):
    """Several sequences one behind the other."""

    __slots__ = ("_ends", "_parts")

    def __init__(self, parts: Iterable[Sequence[T]]) -> None:
        self._parts = [part for part in parts if len(part)]
        self._ends = list(accumulate(map(len, self._parts)))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def at(self, index: int) -> T:
        part = bisect_right(self._ends, index)
        return self._parts[part][index - (self._ends[part - 1] if part else 0)]


class PackedDecimals(Lazy[Decimal | None]):
    """Decimals with the decimals that they are written with, and None."""

    __slots__ = ("_exponents", "_odd", "_units")

    def __init__(self, values: Iterable[Decimal | None] = ()) -> None:
        self._units, self._exponents = array("q"), array("b")
        self._odd: dict[int, Decimal] = {}  # what fits into no column: minus zero, thirty digits
        for value in values:
            self.append(value)

    def __len__(self) -> int:
        return len(self._units)

    def append(self, value: Decimal | None) -> None:
        units, exponent = 0, _NONE
        if value is not None:
            units, exponent = _packed(value)
            if exponent == _ODD:
                self._odd[len(self._units)] = value
        self._units.append(units)
        self._exponents.append(exponent)

    def at(self, index: int) -> Decimal | None:
        exponent = self._exponents[index]
        if exponent <= 0:
            return Decimal(self._units[index]).scaleb(exponent)
        return self._odd[index] if exponent == _ODD else None

    def pop(self) -> None:
        self._odd.pop(len(self._units) - 1, None)
        self._units.pop()
        self._exponents.pop()


def _packed(value: Decimal) -> tuple[int, int]:
    exponent = value.as_tuple().exponent
    if (
        not isinstance(exponent, int)
        or not _LEAST_EXPONENT <= exponent <= 0
        or value.adjusted() - exponent > _MOST_DIGITS
    ):
        return 0, _ODD
    units = int(value.scaleb(-exponent))
    return (0, _ODD) if not units and value.is_signed() else (units, exponent)


class PackedTexts(Lazy[str]):
    """Texts one behind the other."""

    __slots__ = ("_bytes", "_ends")

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._bytes, self._ends = bytearray(), array("Q")
        for text in texts:
            self.append(text)

    def __len__(self) -> int:
        return len(self._ends)

    def append(self, text: str) -> None:
        if text:
            self._bytes += text.encode("utf-8", "surrogatepass")
        self._ends.append(len(self._bytes))

    def at(self, index: int) -> str:
        begin = self._ends[index - 1] if index else 0
        end = self._ends[index]
        return self._bytes[begin:end].decode("utf-8", "surrogatepass") if end > begin else ""


class Repeated(Lazy[T]):
    """Values of which there are few different ones (below 65,536), such as flags and currencies."""

    __slots__ = ("_codes", "_numbers", "_values")

    def __init__(self) -> None:
        self._codes = array("H")
        self._values: list[T] = []
        self._numbers: dict[Any, int] = {}

    def __len__(self) -> int:
        return len(self._codes)

    def append(self, value: T) -> None:
        number = self._numbers.get(value)
        if number is None:
            number = self._numbers[value] = len(self._values)
            self._values.append(value)
        self._codes.append(number)

    def at(self, index: int) -> T:
        return self._values[self._codes[index]]

    def pop(self) -> None:
        self._codes.pop()
