"""What the texts of Beancount, hledger and ledger have in common: directives with indented lines below them."""

from __future__ import annotations

from dataclasses import dataclass, field

NOTE_KEYS = {"note", "notes", "memo", "comment"}  # names of metadata and tags whose value is the user's note
INCLUDES = "The file includes other files; import those too."


@dataclass(slots=True)
class Block:
    """A directive and the indented lines below it, each with its number; `line` is 1-based."""

    line: int
    head: str
    body: list[tuple[int, str]] = field(default_factory=list)

    @property
    def raw(self) -> str:
        return "\n".join([self.head, *(text for _line, text in self.body)]).rstrip()


def lines_of(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").split("\n")
