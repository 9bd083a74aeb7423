"""The words of what was noticed, under the kinds of the English ones."""

from __future__ import annotations

from collections.abc import Mapping

TITLES: Mapping[str, tuple[str, ...]] = {
    "duplicate": ("{amount.payee} hat vielleicht doppelt abgebucht", "Eine Abbuchung ist vielleicht doppelt gebucht"),
    "amount": ("{amount.payee} hat mehr abgebucht als üblich", "Ein ungewöhnlicher Betrag"),
    "new_payee": ("Erste Zahlung an {amount.payee}", "Eine Zahlung an jemand Neuen"),
    "fee": ("Eine Gebühr von {amount.payee}", "Eine Gebühr wurde abgebucht"),
    "fx_markup": ("Ein Aufschlag auf den Wechselkurs bei {amount.payee}", "Ein Aufschlag auf den Wechselkurs"),
    "missing_income": ("{amount.payee} hat noch nicht gezahlt", "Eine Einnahme ist noch nicht gekommen"),
    "late_refund": (
        "Eine Erstattung von {amount.payee} lässt auf sich warten",
        "Eine Erstattung lässt auf sich warten",
    ),
    "price_change": ("{price_after.payee} hat einen neuen Preis",),
    "shortfall": ("Dein Geld könnte am {lowest_mid.last_day} knapp werden",),
}
TEXTS: Mapping[str, tuple[str, ...]] = {
    "duplicate": (
        "{first.size} wurden am {first.booked} gebucht und am {amount.booked} noch einmal. Vergleiche deine Belege.",
        "{amount.size} am {amount.booked} gleichen einer früheren Abbuchung. Vergleiche sie mit deinen Belegen.",
    ),
    "amount": (
        "{amount.size} am {amount.booked}; üblich sind {usual.size}, und das meiste bisher waren {largest.size}.",
        "{amount.size} am {amount.booked} sind weit von dem entfernt, was dort üblich ist.",
    ),
    "new_payee": ("{amount.size} am {amount.booked}. Prüfe, ob du weißt, wofür das war.",),
    "fee": (
        "{first.size} am {first.booked} und wieder bis zu {amount.size} am {amount.booked}. Frage deine Bank danach.",
        "{amount.size} am {amount.booked}. Frage deine Bank, wie sich das vermeiden lässt.",
    ),
    "fx_markup": ("{amount.size} am {amount.booked}. Eine andere Karte rechnet vielleicht günstiger um.",),
    "missing_income": (
        "Zuletzt waren es {amount.size} am {amount.booked}. Frage nach oder importiere einen neueren Auszug.",
        "Sie wurde bis jetzt erwartet. Frage nach oder importiere einen neueren Auszug.",
    ),
    "late_refund": (
        "{amount.size} gingen am {amount.booked} hinaus und sind nicht zurückgekommen. Frage den Laden.",
        "Sie wurde bis jetzt erwartet. Frage den Laden.",
    ),
    "price_change": ("Er ging am {price_after.booked} von {price_before.size} auf {price_after.size}.",),
    "shortfall": (
        (
            "Für den Tag werden {lowest_mid.amount} erwartet, im schlechten Fall {lowest_low.amount}. Verschiebe eine "
            "Zahlung oder lege etwas zurück."
        ),
        "Für den Tag werden {lowest_mid.amount} erwartet. Verschiebe eine Zahlung oder lege etwas zurück.",
    ),
}
