"""What a JSON text holds, found by one walk over its tokens and before anything is built of it.

A parser has spent the memory and the stack by the time that its result can be judged. This spends neither: it keeps one
number for each open bracket and stops at the first limit that is passed.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass, field

# Possessive, so that a text of a million characters costs one step and no memory to go back with.
TOKENS = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[\[\]{},]|-?\d[\d.eE+-]*+', re.DOTALL)
LONGEST_NUMBER = 64  # characters; no amount, id or share needs as many


class JsonRefusedError(ValueError):
    """A sentence on what the text has too much of, or holds at all."""


@dataclass(frozen=True, slots=True)
class JsonLimits:
    """`depth` of brackets; `members` of one list or object; `values` in all lists and objects together."""

    depth: int
    members: int
    values: int


@dataclass(slots=True)
class _Walk:
    limits: JsonLimits
    members: list[int] = field(default_factory=list)  # one number for each open bracket
    values: int = 0

    def step(self, found: str) -> None:
        if found in ("[", "{"):
            self._open()
        elif found in ("]", "}"):
            del self.members[-1:]
        elif found == ",":
            self._next()
        elif found[0] == '"':
            if "\\u" in found:
                _refuse_broken_text(found)
        else:
            _refuse_huge_number(found)

    def _open(self) -> None:
        self.members.append(0)
        if len(self.members) > self.limits.depth:
            raise JsonRefusedError(f"The request nests lists and objects more than {self.limits.depth} deep.")
        self._next()

    def _next(self) -> None:
        """A member more, counted when the bracket opens and at each comma; an empty list counts as one."""
        self.values += 1
        if self.values > self.limits.values:
            raise JsonRefusedError(f"The request holds more than {self.limits.values:,} values.")
        if not self.members:
            return
        self.members[-1] += 1
        if self.members[-1] > self.limits.members:
            raise JsonRefusedError(f"A list or object in the request has more than {self.limits.members:,} members.")


def refuse_excess(text: str, limits: JsonLimits) -> None:
    """JsonRefusedError where `text` passes a limit, or holds a number or a character that nothing here can keep.
    Whether it is JSON at all is left to the parser."""
    walk = _Walk(limits)
    for found in TOKENS.finditer(text):
        walk.step(found[0])


def _refuse_broken_text(token: str) -> None:
    """Escapes can spell what UTF-8 cannot: half a surrogate pair, and the zero character that PostgreSQL refuses."""
    try:
        written = json.loads(token, strict=False)
        written.encode()
    except UnicodeEncodeError:
        raise JsonRefusedError("The request holds half a character: a surrogate without its other half.") from None
    except ValueError:
        return  # no JSON; the parser says where
    if "\0" in written:
        raise JsonRefusedError("The request holds a zero character, which no text may contain.")


def _refuse_huge_number(token: str) -> None:
    if len(token) > LONGEST_NUMBER:
        raise JsonRefusedError(f"A number in the request has more than {LONGEST_NUMBER} digits.")
    try:
        is_kept = math.isfinite(float(token))
    except ValueError:
        return  # no JSON; the parser says where
    if not is_kept:
        raise JsonRefusedError("A number in the request is too large.")
