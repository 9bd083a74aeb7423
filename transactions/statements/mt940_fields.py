"""MT940 and MT942 text to messages of tagged fields, whatever envelope stands around them.

A tag counts only where it may stand: ':26:' or ':25:' inside a text is the rest of a time, not a field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

MARK = re.compile(r"\s{0,8}:(20|21|25P?|28[A-Z]?|60[A-Z]?|61|86|62[A-Z]?|64|65|34F|13[A-Z]?|90[CD]|NS|37[A-Z]):")
HEADS = ("21", "25", "28", "13", "34", "37")  # fields before the first entry of a message
TAILS = ("62", "64", "65", "90")
ENVELOPE = re.compile(r"\{[1-35]:.*?(?=\{4:|$)|-\}(?:\{5:.*)?|\{4:")
END = re.compile(r"-(?:\}|X{1,4}$|$)")
LOOK_AHEAD = 6  # lines within which a new message names its account
ONE_LINE = re.compile(r"(?<!^):(?=(?:20|25P?|28C?|60[FM]|61|86|62[FM]|64|65|34F|13D?|90[CD]):)")


@dataclass(slots=True)
class Field:
    """One tag with its content; `lines` are as written, the first without the tag."""

    tag: str
    line: int  # 1-based
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


@dataclass(slots=True)
class Message:
    """One statement of the file: its fields in file order."""

    fields: list[Field] = field(default_factory=list)

    def first(self, *tags: str) -> Field | None:
        return next((one for one in self.fields if one.tag in tags), None)

    def last(self, *tags: str) -> Field | None:
        return next((one for one in reversed(self.fields) if one.tag in tags), None)


def split_messages(text: str) -> list[Message]:
    """Every message that holds more than a reference."""
    scanner = _Scanner()
    lines = list(_lines(text))
    for index, line in enumerate(lines):
        scanner.take(index, line, lines)
    return [message for message in scanner.messages if message.fields]


def _lines(text: str) -> Iterator[str]:
    """Lines without control characters; '@@' is the line end of home-banking exports, and some files have none."""
    if "@@:" in text:
        text = text.replace("@@", "\n")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") < 3:
        text = ONE_LINE.sub("\n:", text)
    for line in text.split("\n"):
        yield "".join(char for char in line if char >= " " or char == "\t") if not line.isprintable() else line


class _Scanner:
    """Where in a message the lines stand: before the entries, among them, or after the closing balance."""

    def __init__(self) -> None:
        self.messages: list[Message] = [Message()]
        self._field: Field | None = None
        self._has_entries = False
        self._is_closed = False

    def take(self, index: int, line: str, lines: list[str]) -> None:
        if "{" in line or line.startswith("-}"):
            line = self._without_envelope(line)
        if self._is_closed and END.match(line.strip()):
            self._field = None
            return
        match = MARK.match(line)
        if match is None or not self._may_stand(match[1], index, line, lines):
            self._continue(line)
            return
        self._start(match[1], index + 1, line[match.end() :])

    def _without_envelope(self, line: str) -> str:
        if not ("{1:" in line or "{4:" in line or line.startswith(("-}", "{2:", "{5:"))):
            return line
        self._field = None
        return ENVELOPE.sub("", line)

    def _may_stand(self, tag: str, index: int, line: str, lines: list[str]) -> bool:
        if tag == "20":
            return self._field is None or self._is_new_message(index, lines)
        if tag == "61":
            return True  # whatever stands in it: damage is reported, not taken for the text of the movement above
        return self._is_closed or not self._has_entries or not tag.startswith(HEADS)

    def _is_new_message(self, index: int, lines: list[str]) -> bool:
        ahead = (MARK.match(line) for line in lines[index + 1 : index + 1 + LOOK_AHEAD])
        tag = next((match[1] for match in ahead if match), "")
        return self._is_closed or not self._has_entries or tag.startswith((*HEADS, "60"))

    def _start(self, tag: str, line: int, content: str) -> None:
        opens_anew = self._is_closed and tag.startswith((*HEADS, "60"))
        if tag == "20" or opens_anew:
            self.messages.append(Message())
            self._has_entries = self._is_closed = False
        self._has_entries = self._has_entries or tag == "61"
        self._is_closed = self._is_closed or tag.startswith(TAILS)
        self._field = Field(tag, line, [content])
        self.messages[-1].fields.append(self._field)

    def _continue(self, line: str) -> None:
        if self._field is None or not line.strip():
            return
        wrong_tag = MARK.match(line)
        if self._field.tag == "61" and wrong_tag and "?2" in line:
            # A subfield text under a tag that cannot stand here is the text of the entry, its tag mistyped.
            self._start("86", self._field.line + 1, line[wrong_tag.end() :])
            return
        self._field.lines.append(line)
