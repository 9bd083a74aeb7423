"""XML as a stream of small trees: no DTD, no entities, bounded depth and memory, namespaces and prefixes passed over.

A visitor is handed every element as it ends and may consume it; only what lies inside the elements it keeps is held.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

MAX_DEPTH = 200  # the deepest message with every envelope has about 40
MAX_HELD = 150_000  # elements held at once: an entry of thousands of payments stays below, they are consumed one by one
CHUNK = 1 << 16
UNBOUND_PREFIX = 27  # expat's error codes
HOSTILE = "The file holds a document type definition or entities, which a bank statement never needs. It was not read."
TOO_DEEP = "The elements of this file are nested too deeply for a bank statement. Download the statement again."
TOO_MANY = "One record of this file holds too many parts to be read. Ask the bank for a smaller statement."


@dataclass(slots=True)
class Node:
    """One element: local name, own text, the 1-based line and the byte offset where it starts."""

    name: str
    line: int
    start: int
    attributes: dict[str, str]
    is_kept: bool
    held_before: int  # elements held when it began
    text: str = ""
    end: int = 0
    children: list[Node] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    def child(self, name: str) -> Node | None:
        return next((child for child in self.children if child.name == name), None)

    def all(self, name: str) -> list[Node]:
        return [child for child in self.children if child.name == name]

    def walk(self) -> Iterator[Node]:
        """Every element below this one, in file order."""
        stack = list(reversed(self.children))
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))

    def find(self, name: str) -> Node | None:
        """The first element of this name below, at any depth."""
        return next((node for node in self.walk() if node.name == name), None)

    def value(self, *path: str) -> str:
        """The text of the element at this path of children, '' where there is none."""
        node: Node | None = self
        for name in path:
            node = node.child(name) if node is not None else None
        return node.text if node is not None else ""

    def texts(self) -> Iterator[str]:
        """The texts of the elements below that have one."""
        return (node.text for node in self.walk() if node.text)


class Visitor(Protocol):
    """Takes the elements of a file as they end."""

    kept: frozenset[str]  # names whose content is held until they end

    def finish(self, node: Node) -> bool:
        """Called with every element inside a kept one, itself included. True: consumed, its parent need not hold it."""
        ...


@dataclass(frozen=True, slots=True)
class XmlFault:
    """Why a file could not be read as XML."""

    line: int | None
    message: str
    is_hostile: bool = False  # there is no use in trying again with repaired text


class StopReadingError(Exception):
    """Ends the reading from inside a callback, a visitor's too; its words say why the file is refused."""


class _Builder:
    """The parser's target. Holds the open elements, and of closed ones those inside kept elements."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.parser: DefusedXMLParser | None = None
        self.open: list[Node] = []
        self.held = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self.open) >= MAX_DEPTH:
            raise StopReadingError(TOO_DEEP)
        assert self.parser is not None
        name = tag.rpartition("}")[2].rpartition(":")[2]
        expat = self.parser.parser
        is_kept = name in self.visitor.kept or (bool(self.open) and self.open[-1].is_kept)
        bare = {key.rpartition("}")[2]: value for key, value in attributes.items()} if attributes else {}
        node = Node(name, expat.CurrentLineNumber, expat.CurrentByteIndex, bare, is_kept, self.held)
        self.held += is_kept
        if self.held > MAX_HELD:
            raise StopReadingError(TOO_MANY)
        self.open.append(node)

    def data(self, text: str) -> None:
        if self.open and self.open[-1].is_kept:
            self.open[-1].pieces.append(text)

    def end(self, _tag: str) -> None:
        node = self.open.pop()
        if not node.is_kept:
            return
        assert self.parser is not None
        node.text = "".join(node.pieces).strip()
        node.pieces.clear()
        node.end = self.parser.parser.CurrentByteIndex
        parent = self.open[-1] if self.open and self.open[-1].is_kept else None
        if self.visitor.finish(node) or parent is None:
            self.held = node.held_before
        else:
            parent.children.append(node)

    def close(self) -> None:
        """Nothing to hand back: the visitor has it."""


def visit(data: bytes, visitor: Visitor) -> XmlFault | None:
    """Walk a file. Says what is wrong with it, None when it was read to its end."""
    builder = _Builder(visitor)
    parser = DefusedXMLParser(target=builder, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    builder.parser = parser
    try:
        for begin in range(0, len(data), CHUNK):
            parser.feed(data[begin : begin + CHUNK])
        parser.close()
    except DefusedXmlException:
        return XmlFault(None, HOSTILE, is_hostile=True)
    except StopReadingError as stop:
        return XmlFault(parser.parser.CurrentLineNumber, str(stop), is_hostile=True)
    except ParseError as error:
        return XmlFault(error.position[0], _in_words(str(error), error.position[0]))
    except (ValueError, LookupError, UnicodeError):
        return XmlFault(1, "The encoding that the file names is not known. Download the statement again.")
    return None


def _in_words(error: str, line: int) -> str:
    if error.startswith(("no element found", "unclosed token")):
        return f"The file ends in the middle of an element (line {line}). Download the statement again."
    return f"This is not well-formed XML: line {line} breaks it. Download the statement again."
