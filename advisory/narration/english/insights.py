"""The words of what was noticed, by its kind."""

from __future__ import annotations

from collections.abc import Mapping

# Each kind's sentences, the fullest first: the first whose facts are all there is said.
TITLES: Mapping[str, tuple[str, ...]] = {
    "duplicate": ("{amount.payee} may have charged twice", "A charge may have been booked twice"),
    "amount": ("{amount.payee} charged more than usual", "An unusual amount"),
    "new_payee": ("First payment to {amount.payee}", "A payment to somebody new"),
    "fee": ("A fee from {amount.payee}", "A fee was charged"),
    "fx_markup": ("A mark-up on the exchange rate at {amount.payee}", "A mark-up on the exchange rate"),
    "missing_income": ("{amount.payee} has not paid yet", "An income has not come yet"),
    "late_refund": ("A refund from {amount.payee} is late", "A refund is late"),
    "price_change": ("{price_after.payee} has a new price",),
    "shortfall": ("Your money may run short on {lowest_mid.last_day}",),
}
TEXTS: Mapping[str, tuple[str, ...]] = {
    "duplicate": (
        "{first.size} was booked on {first.booked} and the same again on {amount.booked}. Compare your receipts.",
        "{amount.size} on {amount.booked} looks like a charge that was booked before. Compare it with your receipts.",
    ),
    "amount": (
        "{amount.size} on {amount.booked}, where {usual.size} is usual and {largest.size} was the most before.",
        "{amount.size} on {amount.booked} is far from what is usual there.",
    ),
    "new_payee": ("{amount.size} on {amount.booked}. Check that you know what it was for.",),
    "fee": (
        "{first.size} on {first.booked}, and again up to {amount.size} on {amount.booked}. Ask your bank about it.",
        "{amount.size} on {amount.booked}. Ask your bank how to avoid it.",
    ),
    "fx_markup": ("{amount.size} on {amount.booked}. Another card may convert for less.",),
    "missing_income": (
        "The last time it was {amount.size} on {amount.booked}. Ask, or import a newer statement.",
        "It was expected by now. Ask, or import a newer statement.",
    ),
    "late_refund": (
        "{amount.size} left on {amount.booked} and has not come back. Ask the shop.",
        "It was expected by now. Ask the shop.",
    ),
    "price_change": ("It went from {price_before.size} to {price_after.size} on {price_after.booked}.",),
    "shortfall": (
        "The forecast is {lowest_mid.amount} that day, {lowest_low.amount} in a bad case. Move a payment, or save.",
        "The forecast is {lowest_mid.amount} that day. Move a payment or put money aside.",
    ),
}
