"""The last look before something leaves: account numbers, IBANs and e-mail addresses never do, at any level."""

from __future__ import annotations

import re
import unicodedata

REMOVED = "[removed]"
# Two letters, two check digits, eleven to thirty more; banks print them in groups of four.
IBAN = re.compile(r"(?i)(?<![A-Z0-9])[A-Z]{2}[\s.\-]?\d{2}(?:[\s.\-]?[A-Z0-9]){11,30}(?![A-Z0-9])")
FEWEST_DIGITS = 8
# Every letter beside the at sign, of any script: a mailbox may be written in all of them.
EMAIL = re.compile(r"[^\s@\"'<>(),;:\\]+\s?(?:@|\(at\)|\[at\])\s?[^\s@\"'<>(),;:\\]+", re.IGNORECASE)
# Figures are sent as they are printed, with a comma at every third digit: no run of seven is one of them.
LONG_NUMBER = re.compile(r"\d(?:[ \t\-/_]?\d){6,}")
# Within a name, which has no figures of its own, five digits are enough to be somebody's.
NUMBER_IN_NAME = re.compile(r"\d(?:[\s.,\-/_]?\d){4,}")
INVISIBLE = {"Cf", "Cc", "Cs", "Co", "Cn"}


def scrubbed(text: str) -> str:
    """The text without what looks like an IBAN, an e-mail address or a long number."""
    text = EMAIL.sub(REMOVED, text)
    text = IBAN.sub(lambda found: REMOVED if is_account(found[0]) else found[0], text)
    return LONG_NUMBER.sub(REMOVED, text)


def is_account(text: str) -> bool:
    """Words after a number ("up to 20 transactions") look like an IBAN too; a real one has eight digits or more."""
    return sum(letter.isdigit() for letter in text) >= FEWEST_DIGITS


def scrubbed_name(name: str) -> str:
    """A bank's text for a level that sends names: one line, compatible letters, nothing invisible, no number in it."""
    line = "".join(letter for letter in unicodedata.normalize("NFKC", name) if not is_invisible(letter))
    return scrubbed(NUMBER_IN_NAME.sub(REMOVED, scrubbed(" ".join(line.split()))))


def is_invisible(letter: str) -> bool:
    return unicodedata.category(letter) in INVISIBLE and letter not in "\t\n"


def is_clean(text: str) -> bool:
    """Whether there is nothing left to take out."""
    return scrubbed(text) == text
