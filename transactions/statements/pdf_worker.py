"""The child process that opens a PDF: PDFium is native code on other people's bytes; memory and time are bounded.

Reads the file from standard input, writes JSON lines: for each page its words as [left, bottom, right, top, text] in
points, or an error.
"""

from __future__ import annotations

import ctypes
import json
import sys
from typing import Any, TextIO

from transactions.statements.native_child import limit_this_process

TOO_LARGE, PROTECTED, BROKEN = "too large", "protected", "broken"
WORD_GAP = 0.5  # of the height of a character: a wider gap parts two words
MAX_PAGES, MAX_CHARS = 2000, 4_000_000
PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD
Char = tuple[float, float, float, float, str]


def main() -> None:
    memory, seconds = (int(argument) for argument in sys.argv[1:3])
    limit_this_process(memory, seconds)
    write_pages(sys.stdin.buffer.read(), sys.stdout)


def write_pages(data: bytes, out: TextIO) -> None:
    import pypdfium2

    error = ""
    try:
        document = pypdfium2.PdfDocument(data)
        left = MAX_CHARS
        for number in range(len(document)):
            chars = page_chars(document[number].get_textpage())
            left -= len(chars)
            if left < 0 or number >= MAX_PAGES:
                error = TOO_LARGE
                break
            print(json.dumps(words_of(chars)), file=out)
    except pypdfium2.PdfiumError as failure:
        error = PROTECTED if getattr(failure, "err_code", None) == PASSWORD_ERROR else BROKEN
    except MemoryError:
        error = TOO_LARGE
    print(json.dumps({"error": error} if error else {"end": True}), file=out)


def page_chars(page: Any) -> list[Char]:
    """The characters of a page with their boxes; a space has none and ends a word."""
    import pypdfium2.raw as pdfium

    found: list[Char] = []
    sides = [ctypes.c_double() for _ in range(4)]
    for index in range(min(page.count_chars(), MAX_CHARS)):
        code = pdfium.FPDFText_GetUnicode(page, index)
        char = chr(code) if 32 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
        if not char or char.isspace():
            found.append((0.0, 0.0, 0.0, 0.0, ""))
        elif pdfium.FPDFText_GetCharBox(page, index, *map(ctypes.byref, sides)):
            left, right, bottom, top = (side.value for side in sides)
            found.append((left, bottom, right, top, char))
    return found


def words_of(chars: list[Char]) -> list[list[float | str]]:
    """Characters to words: those that follow each other on one line without a gap."""
    words: list[list[float | str]] = []
    right, bottom, top, is_parted = 0.0, 0.0, -1.0, True
    for x0, y0, x1, y1, char in chars:
        if not char:
            is_parted = True
            continue
        height = max(y1 - y0, top - bottom, 1.0)
        is_level = y0 < top + height * 0.3 and y1 > bottom - height * 0.3
        if words and not is_parted and is_level and -height * 0.5 < x0 - right < height * WORD_GAP:
            word = words[-1]
            word[0], word[1] = min(float(word[0]), x0), min(float(word[1]), y0)
            word[2], word[3] = max(float(word[2]), x1), max(float(word[3]), y1)
            word[4] = f"{word[4]}{char}"
            bottom, top = min(bottom, y0), max(top, y1)
        else:
            words.append([x0, y0, x1, y1, char])
            bottom, top = y0, y1
        right, is_parted = x1, False
    return [[*(round(float(side), 1) for side in word[:4]), word[4]] for word in words]


if __name__ == "__main__":
    main()
