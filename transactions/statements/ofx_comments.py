"""What a movement cannot do without and what stands in a comment inside it.

Someone cut the tags out by hand, or a tool did; the movement itself was left. A movement without date and amount would
be lost, so what its own comment says is taken, and said. A movement that stands in a comment as a whole is not read.
"""

from __future__ import annotations

import re

from transactions.statements.ofx_scan import Node, scan

COMMENT = re.compile(r"<!--(.{0,4000}?)-->", re.DOTALL)
NEEDED = {
    "STMTTRN": ("DTPOSTED", "TRNAMT", "FITID"),
    "STMTRS": ("CURDEF", "BANKACCTFROM"),
    "CCSTMTRS": ("CURDEF", "CCACCTFROM"),
}


def fill_from_comments(root: Node, text: str) -> int:
    """Adds the missing tags to the nodes; how many movements got their date or amount that way."""
    if "<!--" not in text:
        return 0
    filled = 0
    for node in list(root.walk()):
        lacking = [name for name in NEEDED.get(node.name, ()) if node.child(name) is None]
        if lacking:
            found = _commented(node, text, lacking)
            node.children += found
            filled += node.name == "STMTTRN" and any(one.name in ("DTPOSTED", "TRNAMT") for one in found)
    return filled


def _commented(node: Node, text: str, lacking: list[str]) -> list[Node]:
    """The lacking tags in the comments of the node's own text, before its first list of movements."""
    first_list = next((one.start for one in node.children if one.name.startswith("BANKTRANLIST")), node.end)
    found: list[Node] = []
    for comment in COMMENT.finditer(text, node.start, max(min(first_list, node.end), node.start)):
        inside = scan(comment[1])
        if any(one.name in ("STMTTRN", "BANKTRANLIST") for one in inside.walk()):
            continue
        for one in inside.children:
            if one.name in lacking and one.name not in {other.name for other in found}:
                one.line, one.start, one.end = node.line, node.start, node.start
                found.append(one)
    return found
