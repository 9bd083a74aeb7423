"""Seeded names of people, IBANs with true check digits, account numbers and e-mail addresses, as banks print them."""

from __future__ import annotations

from random import Random

ONSETS = ("br", "dr", "fl", "gr", "kn", "pl", "schw", "tr", "v", "z", "w", "j", "sk", "r", "q")
VOWELS = ("a", "ei", "o", "u", "au", "ie", "oe", "y")
CODAS = ("x", "ndt", "rk", "lm", "schk", "tz", "vq", "ff", "ng")


def word(chance: Random) -> str:
    """Of no language, so that finding it anywhere means that it leaked."""
    parts = "".join(chance.choice(ONSETS) + chance.choice(VOWELS) for _ in range(chance.randint(2, 3)))
    return (parts + chance.choice(CODAS)).capitalize()


def iban(chance: Random) -> str:
    country, length = chance.choice((("DE", 18), ("AT", 16), ("CH", 17), ("NO", 11), ("ES", 20)))
    digits = "".join(chance.choice("0123456789") for _ in range(length))
    whole = int("".join(str(int(letter, 36)) for letter in f"{digits}{country}00"))
    text = f"{country}{98 - whole % 97:02d}{digits}"
    grouped = " ".join(text[start : start + 4] for start in range(0, len(text), 4))
    return chance.choice((text, grouped, text.lower()))


def email(chance: Random) -> str:
    return f"{word(chance).lower()}.{word(chance).lower()}@{word(chance).lower()}.example"


def card(chance: Random) -> str:
    return " ".join("".join(chance.choice("0123456789") for _ in range(4)) for _ in range(4))


def secret_names(count: int, seed: int = 2026) -> list[tuple[str, list[str]]]:
    """(a payee as a bank writes it, what of it must never be seen)."""
    chance, found = Random(seed), []
    for number in range(count):
        first, last = word(chance), word(chance)
        hidden = (iban, email, card)[number % 3](chance)
        found.append((f"{first} {last} {hidden}", [first, last, hidden, hidden.replace(" ", "")]))
    return found
