"""Bank text: the same payment as two banks of the country print it, with the noise that hides the payee."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from random import Random

from advisory.analysis.rows import Row
from benchmarks.scores.households.countries import Country
from benchmarks.scores.households.entries import Entry

ORDER_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
LINE = 24
"""Banks that print capitals cut the payee here."""
LAST_CHANCE = 0.12
"""Share of purchases in another town."""


class Bank:
    """Prints entries. `migrates` is the day from which the other form is used; `form` is the first one, 0 or 1."""

    def __init__(self, country: Country, seed: int, *, form: int, migrates: date | None) -> None:
        self._country, self._seed, self._form, self._migrates = country, seed, form, migrates
        self._dice, self._dice_apart = Random(f"{seed}:writing"), Random(f"{seed}:writing apart")
        self._home = country.cities[seed % len(country.cities)]
        self._card = f"{Random(f'{seed}:card').randrange(10**4):04d}"

    def row(self, number: int, entry: Entry) -> Row:
        form = self._country.forms[entry.channel][self._form_on(entry.day)]
        is_loud = form.startswith("^")
        payee = entry.payee.upper()[:LINE].strip() if is_loud else entry.payee
        text = form.lstrip("^").format_map(self._fields(entry, payee))
        has_party = entry.channel in self._country.with_party
        return Row(
            id=number,
            booking_date=entry.day,
            amount_minor=entry.minor,
            currency=self._country.currency,
            account=entry.account,
            text=" ".join(f"{text.upper() if is_loud else text} {entry.suffix}".split()),
            counterparty=payee if has_party else "",
            note=entry.note,
        )

    def _form_on(self, day: date) -> int:
        return 1 - self._form if self._migrates and day >= self._migrates else self._form

    def _fields(self, entry: Entry, payee: str) -> dict[str, str]:
        dice = self._dice_apart if entry.is_apart else self._dice
        numbers = _numbers(self._seed, entry.payee, entry.stream)
        is_away = not entry.stream and dice.random() < LAST_CHANCE
        return {
            "payee": payee,
            "subject": entry.subject,
            "city": dice.choice(self._country.cities) if is_away else self._home,
            "store": numbers[: 4 if not is_away else 3],
            "mandate": numbers[4:13],
            "ref": str(dice.randrange(10**8, 10**9)),
            "ord": "".join(dice.choices(ORDER_SIGNS, k=7)),
            "card": self._card,
            "date": entry.day.strftime(self._country.date_form),
            "holder": self._country.lists["holder"][0],
        }


@lru_cache(maxsize=20_000)
def _numbers(seed: int, payee: str, stream: str) -> str:
    """Digits that stay the same for one contract or one shop: mandate and store numbers."""
    return f"{Random(f'{seed}:{payee}:{stream}').randrange(10**13):013d}"
