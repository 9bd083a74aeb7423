"""Files that are almost XML: what generators get wrong and people still send, mended without touching the content."""

from __future__ import annotations

import codecs
import re
from html import unescape

from transactions.statements.decoding import decode

_DECLARATION = re.compile(r"<\?xml[^<>]{0,200}\?>")
_ENCODING = re.compile(rb"encoding\s?=\s?[\"']([A-Za-z0-9._\-]{1,40})[\"']")
_CDATA = re.compile(r"<!\[CDATA\[((?:[^\]]|\](?!\]>))*)\]\]>")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_BARE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)")
_BARE_LESS = re.compile(r"<(?![A-Za-z_/!?])")
_PREFIX = re.compile(r"<(/?)[A-Za-z_][\w.\-]{0,40}:(?=[A-Za-z_])")
_PREFIXED_ATTRIBUTE = re.compile(r"\s[A-Za-z_][\w.\-]{0,40}:[\w.\-]{1,60}\s{0,5}=\s{0,5}(?:\"[^\"<]*\"|'[^'<]*')")


def repaired(data: bytes) -> bytes:
    """The same elements in UTF-8: undeclared prefixes dropped, bare & and < escaped, several documents put into one.

    Lines keep their numbers. An encoding that contradicts the declaration is recognised by the content.
    """
    text = decode(data).text.replace("\r\n", "\n")
    text = _DECLARATION.sub("", text)
    text = _CONTROL.sub("", text)
    text = _BARE_AMPERSAND.sub("&amp;", text)
    text = _BARE_LESS.sub("&lt;", text)
    text = _PREFIXED_ATTRIBUTE.sub("", _PREFIX.sub(r"<\1", text))
    return f"<file>{text}</file>".encode()


def embedded(data: bytes, mark: str) -> bytes:
    """The message inside an envelope that carries it as text (CDATA or escaped); empty when no text holds the mark."""
    text = decode(data).text
    sections = [found[1] for found in _CDATA.finditer(text) if mark in found[1]]
    if not sections and mark in text:
        begin, end = text.find("&lt;"), text.rfind("&gt;")
        sections = [unescape(text[begin : end + 4])] if 0 <= begin < end else []
    return repaired("\n".join(sections).encode()) if sections else b""


def declared_encoding(data: bytes) -> str:
    """The codec that the XML declaration names, UTF-8 without one or for a name that is not known."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    found = _ENCODING.search(data[:200])
    try:
        return codecs.lookup(found[1].decode("ascii")).name if found else "utf-8"
    except LookupError:
        return "utf-8"
