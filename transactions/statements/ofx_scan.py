"""A tolerant scanner for OFX 1 (SGML) and OFX 2 (XML): tags and text become one flat tree.

It is no XML parser on purpose: no entity is ever expanded beyond the five of XML, nbsp and numbers, nothing is fetched,
an unescaped ampersand is an ampersand, and a tag that is never closed ends where its parent ends.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, field

ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": " "}
ENTITY = re.compile(r"&(amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[0-9a-f]{1,6});", re.IGNORECASE)
TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9_.:\-]{0,39})([^<>]{0,200})>")

# Inside CDATA the three characters of markup are text: kept apart as characters of no language until the text is read.
INTO_CDATA = str.maketrans("<>&", "\ue000\ue001\ue002")
OUT_OF_CDATA = str.maketrans("\ue000\ue001\ue002", "<>&")


def _names(block: str) -> frozenset[str]:
    return frozenset(block.split())


AGGREGATES = _names(
    """
    OFX BANKMSGSRSV1 CREDITCARDMSGSRSV1 INVSTMTMSGSRSV1 SIGNONMSGSRSV1 SECLISTMSGSRSV1 STMTTRNRS CCSTMTTRNRS
    INVSTMTTRNRS STMTRS CCSTMTRS INVSTMTRS BANKACCTFROM CCACCTFROM INVACCTFROM BANKACCTTO CCACCTTO BANKTRANLIST
    BANKTRANLISTP INVTRANLIST INVBANKTRAN STMTTRN STMTTRNP LEDGERBAL AVAILBAL PAYEE EXTDPAYEE CURRENCY ORIGCURRENCY
    SONRS STATUS FI INVBAL BALLIST BAL
    """
)
LEAVES = _names(
    """
    TRNTYPE DTPOSTED DTTRAN DTUSER DTAVAIL TRNAMT FITID CORRECTFITID SRVRTID CHECKNUM REFNUM SIC PAYEEID NAME MEMO
    CURDEF EXTDNAME BANKID BRANCHID ACCTID ACCTTYPE ACCTKEY BALAMT DTASOF DTSTART DTEND CURSYM CURRATE TRNUID CODE
    SEVERITY MESSAGE LANGUAGE DTSERVER ORG FID INTU.BID INTU.USERID BROKERID VALUEDATE
    """
)


@dataclass(slots=True)
class Node:
    """One tag: its name in capitals, its own text, the tags inside, and the line it stands on."""

    name: str
    line: int
    text: str = ""
    start: int = 0
    end: int = 0
    is_open: bool = False  # the text ended before its end tag came
    children: list[Node] = field(default_factory=list)

    def value(self, *names: str) -> str:
        """The text of the first child that has one of these names and is not empty."""
        for name in names:
            for child in self.children:
                if child.name == name and child.text:
                    return child.text
        return ""

    def child(self, *names: str) -> Node | None:
        return next((child for child in self.children if child.name in names), None)

    def walk(self, leave_out: Container[str] = ()) -> Iterator[Node]:
        """Every node below this one in file order, without recursion; not into nodes of the names left out."""
        pending = list(reversed(self.children))
        while pending:
            node = pending.pop()
            if node.name in leave_out:
                continue
            yield node
            pending.extend(reversed(node.children))


def scan(text: str) -> Node:
    """The tree under a root node; anything before the first tag (the SGML header) is left out.

    Positions in it are those of `text`. Comments count as blanks.
    """
    text = without_comments(text)
    root = Node("", 1, end=len(text))
    stack = [root]
    line, counted = 1, 0
    names: dict[str, str] = {}  # one string for each name, however often it stands there
    for start, end, (slash, written, attributes), content in _tags(text):
        line += text.count("\n", counted, start)
        counted = start
        name = names.get(written) or names.setdefault(written, written.upper())
        if slash:
            _close(stack, name, end)
            continue
        if stack[-1].text and stack[-1].name not in AGGREGATES:
            stack.pop()  # an SGML leaf without an end tag
        node = Node(name, line, unescape(content) if content else "", start, end + len(content))
        _open(stack, node, is_empty=bool(attributes) and attributes.rstrip().endswith("/"))
    for open_node in stack:
        open_node.is_open = True
        open_node.end = max(open_node.end, len(text)) if open_node.children else open_node.end
    return root


def unescape(content: str) -> str:
    """Entities to characters, a second time when the bank escaped what was escaped already."""
    plain = " ".join(content.split())
    if plain.isascii() and "&" not in plain:
        return plain
    for _ in range(2):
        if "&" not in plain:
            break
        plain = ENTITY.sub(_character, plain)
    return plain.translate(OUT_OF_CDATA).strip()


def _character(match: re.Match[str]) -> str:
    name = match[1].lower()
    if not name.startswith("#"):
        return ENTITIES[name]
    code = int(f"0{name[1:]}", 16) if name[1] == "x" else int(name[1:])
    return chr(code) if 32 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else " "


def without_comments(text: str) -> str:
    """Comments and the marks of CDATA become spaces, what CDATA holds is no markup; lines and positions stay."""
    text = _replaced(text, "<!--", "-->", lambda body: "".join("\n" if c == "\n" else " " for c in body))
    return _replaced(text, "<![CDATA[", "]]>", lambda body: f"{'':9}{body[9:-3].translate(INTO_CDATA)}   ")


def _replaced(text: str, opening: str, closing: str, change: Callable[[str], str]) -> str:
    """Each stretch from `opening` to `closing` changed; an opening that is never closed is left. One pass."""
    pieces: list[str] = []
    done = 0
    while (start := text.find(opening, done)) >= 0 and (end := text.find(closing, start + len(opening))) >= 0:
        end += len(closing)
        pieces += [text[done:start], change(text[start:end])]
        done = end
    return "".join([*pieces, text[done:]]) if pieces else text


def _tags(text: str) -> Iterator[tuple[int, int, tuple[str, ...], str]]:
    """Start and end of each tag, its slash, name and attributes, and the text up to the next one."""
    start = end = 0
    groups = None
    for match in TAG.finditer(text):
        following, after = match.span()
        if groups is not None:
            yield start, end, groups, text[end:following]
        start, end, groups = following, after, match.groups()
    if groups is not None:
        yield start, end, groups, text[end:]


def _open(stack: list[Node], node: Node, *, is_empty: bool) -> None:
    if node.name in ("STMTTRN", "STMTTRNP"):
        _leave(stack, node.name)  # two movements never nest: the first was not closed
    above = stack[-1]
    if above.name in LEAVES and not above.children:
        stack.pop()  # an empty <NAME> without an end tag must not swallow its neighbours
        above = stack[-1]
    above.children.append(node)
    if not is_empty:
        stack.append(node)


def _leave(stack: list[Node], name: str) -> None:
    if any(node.name == name for node in stack[-4:]):
        while stack[-1].name != name:
            stack.pop()
        stack.pop()


def _close(stack: list[Node], name: str, end: int) -> None:
    """Close the nearest open tag of this name and all inside it; an end tag without a start is passed over."""
    for depth in range(len(stack) - 1, max(len(stack) - 12, 0), -1):
        if stack[depth].name == name:
            stack[depth].end = end
            del stack[depth:]
            return
