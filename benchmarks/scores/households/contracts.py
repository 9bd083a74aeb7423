"""Draws the agreements of one household: home, bills, services, instalments, savings and incomes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from random import Random

from benchmarks.scores.households.calendar import DAYS, MONTHS, PERIOD_DAYS, months_before
from benchmarks.scores.households.contract import Contract
from benchmarks.scores.households.countries import Country
from benchmarks.scores.households.entries import CARD, CURRENT, Window
from benchmarks.scores.households.offers import (
    CHARITIES,
    GOODS,
    INVESTING,
    OFFERS,
    PAY_RHYTHMS,
    PEOPLE,
    Offer,
)
from benchmarks.scores.households.truth import Cadence, Role
from benchmarks.scores.households.words.brands import AGGREGATORS, IN_DOLLARS, SOFTWARE, STREAMING, Brand

USUAL_PAY = 250_000
"""Euro cents a month."""
STARTED_BEFORE = 0.72
"""Share of contracts older than the window."""


class Drawer:
    """Draws contracts for one household; `card` is the account that things bought by wire are paid from."""

    def __init__(self, dice: Random, country: Country, window: Window, card: str) -> None:
        self._dice, self._country, self._window, self._card = dice, country, window, card

    def all(self) -> list[Contract]:
        drawn = [
            self._home(),
            *(self._offer(offer) for offer in OFFERS if self._dice.random() < offer.chance),
            *self._second_policy(),
            *self._brands(),
            *self._aggregated(),
            *self._paid_in_parts(),
            *self._by_order(),
        ]
        return [replace(contract, name=f"{number}:{contract.payee}") for number, contract in enumerate(drawn)]

    def incomes(self) -> list[Contract]:
        """Pay in one or two streams, to be scaled to what the household spends, and smaller incomes."""
        dice, lists = self._dice, self._country.lists
        shares = (0.62, 0.38) if dice.random() < 0.35 else (1.0,)
        drawn = []
        for share, employer in zip(shares, dice.sample(lists["employer"], len(shares)), strict=True):
            cadence = dice.choice(PAY_RHYTHMS.get(self._country.code, (Cadence.MONTHLY,)))
            pay = self._new(employer, Role.INCOME, "income_salary", "credit", cadence, round(USUAL_PAY * share))
            day = dice.choice((15, 25, 27, 31, 31, 1)) if cadence is Cadence.MONTHLY else pay.day
            spread = dice.choice((0.0, 0.0, 0.04))
            drawn.append(
                replace(
                    pay, direction=1, subject=dice.choice(lists["pay"]), day=day, spread=spread, weekend=-1, delays=0.0
                )
            )
        if dice.random() < 0.4:
            benefit = self._new(
                lists["benefit"][0], Role.INCOME, "income_salary", "credit", Cadence.MONTHLY, dice.randint(12000, 30000)
            )
            drawn.append(replace(benefit, direction=1, weekend=-1))
        if dice.random() < 0.15:
            dividend = self._new(
                "Meridian Broker", Role.INCOME, "income_interest", "credit", Cadence.QUARTERLY, dice.randint(3000, 9000)
            )
            drawn.append(replace(dividend, direction=1, subject="DIVIDEND", spread=0.1))
        return [replace(contract, name=f"income {number}:{contract.payee}") for number, contract in enumerate(drawn)]

    def _new(  # noqa: PLR0917 -- what tells one contract from another
        self,
        payee: str,
        role: Role,
        category: str,
        channel: str,
        cadence: Cadence,
        cents: int,
        *,
        is_old: bool | None = None,
    ) -> Contract:
        """`cents` are for a month; another period costs accordingly. Old contracts began before the window."""
        dice, window = self._dice, self._window
        if is_old is None:
            is_old = role is Role.INCOME or dice.random() < STARTED_BEFORE
        first = (
            months_before(window.first, 12) + timedelta(days=dice.randrange(360))
            if is_old
            else window.some_day(dice, 0.02, 0.9)
        )
        account = self._card if channel in ("online", "card") else CURRENT
        factor = PERIOD_DAYS[cadence] / 30.44 if cadence in DAYS or cadence is Cadence.SEMI_MONTHLY else MONTHS[cadence]
        day = dice.choice((1, 3, 5, 8, 10, 12, 15, 17, 20, 22, 25, 28, 31))
        if cadence is Cadence.SEMI_MONTHLY:
            day = dice.choice((1, 5, 10, 15))
        amount = round(cents * factor)
        return Contract(payee, payee, role, category, channel, account, cadence, amount, first, day=day)

    def _home(self) -> Contract:
        dice, lists = self._dice, self._country.lists
        cents = dice.randint(550, 1050) * 100
        if dice.random() < 0.7:
            home = self._new(
                dice.choice(lists["landlord"]),
                Role.BILL,
                "rent_mortgage",
                "standing",
                Cadence.MONTHLY,
                cents,
                is_old=True,
            )
            return replace(
                home, day=dice.choice((1, 1, 3, 28)), subject="RENT" if self._country.code in ("US", "GB", "IN") else ""
            )
        return self._new(
            dice.choice(lists["loan"]), Role.INSTALMENT, "rent_mortgage", "debit", Cadence.MONTHLY, cents, is_old=True
        )

    def _offer(self, offer: Offer) -> Contract:
        dice = self._dice
        cents = dice.randint(offer.low, offer.high)
        payees = self._country.lists[offer.kind]
        made = self._new(
            dice.choice(payees), offer.role, offer.category, offer.channel, dice.choice(offer.cadences), cents
        )
        if offer.channel == "fee":
            made = replace(made, subject=made.payee, day=31, delays=0.0)
        if offer.spread and dice.random() < 0.5:
            made = replace(made, spread=offer.spread, season=offer.season)
        return made

    def _second_policy(self) -> Iterator[Contract]:
        """Several streams of one biller: the same payee, other amounts and rhythms."""
        dice = self._dice
        payee = dice.choice(self._country.lists["insurance"])
        for cadence in dice.sample((Cadence.YEARLY, Cadence.MONTHLY, Cadence.QUARTERLY), dice.choice((0, 1, 2))):
            yield self._new(payee, Role.BILL, "insurance", "debit", cadence, dice.randint(400, 1900))

    def _brands(self) -> Iterator[Contract]:
        dice = self._dice
        for brand in dice.sample(STREAMING, dice.randint(2, 5)):
            yield self._service(brand, Cadence.MONTHLY)
        for brand in dice.sample(SOFTWARE, dice.randint(0, 2)):
            yield self._service(brand, dice.choice((Cadence.MONTHLY, Cadence.YEARLY)))
        for brand in dice.sample(IN_DOLLARS, dice.choice((0, 1, 1, 2))):
            yield replace(self._service(brand, Cadence.MONTHLY), is_foreign=True, troubles=frozenset({"foreign"}))

    def _service(self, brand: Brand, cadence: Cadence) -> Contract:
        dice = self._dice
        payee = f"PAYPAL *{brand.payee.upper()}" if dice.random() < 0.15 else brand.payee
        made = self._new(payee, Role.SUBSCRIPTION, brand.category, "online", cadence, brand.price)
        renamed = None
        if brand.renamed and payee == brand.payee and dice.random() < 0.6:
            renamed = (self._window.some_day(dice, 0.3, 0.7), brand.renamed)
        return replace(made, is_known_brand=True, weekend=0, day=dice.randint(1, 28), renamed=renamed)

    def _aggregated(self) -> Iterator[Contract]:
        """Two or three services behind one name, told apart by nothing but the amount and the day."""
        dice = self._dice
        if dice.random() < 0.5:
            payee = dice.choice(AGGREGATORS[:2])
            days = dice.sample(range(2, 28, 4), 3)
            prices = dice.sample((99, 299, 499, 999, 1699), 3)
            for number in range(dice.choice((2, 3))):
                made = self._new(payee, Role.SUBSCRIPTION, "subscriptions", "online", Cadence.MONTHLY, prices[number])
                yield replace(made, day=days[number], weekend=0, troubles=frozenset({"aggregator"}))

    def _paid_in_parts(self) -> Iterator[Contract]:
        dice = self._dice
        for shop in dice.sample(self._country.lists["shops"], dice.choice((0, 1, 1, 2))):
            made = self._new(
                f"KLARNA*{shop.upper()}",
                Role.INSTALMENT,
                "shopping",
                "online",
                Cadence.MONTHLY,
                dice.randint(2500, 9000),
                is_old=False,
            )
            first = self._window.some_day(dice, 0.05, 0.85)
            until = first + timedelta(days=round(30.5 * dice.choice((2, 3, 5, 9)) + 5))
            yield replace(made, first=first, day=min(first.day, 28), until=until, weekend=0)

    def _by_order(self) -> Iterator[Contract]:
        """Standing orders to people, charities and a plan; goods that come every second month."""
        dice = self._dice
        if dice.random() < 0.4:
            cadence = dice.choice((Cadence.MONTHLY, Cadence.YEARLY))
            yield self._new(
                dice.choice(CHARITIES), Role.BILL, "gifts_donations", "debit", cadence, dice.choice((500, 1000, 2000))
            )
        if dice.random() < 0.3:
            cadence = dice.choice((Cadence.WEEKLY, Cadence.BIWEEKLY))
            yield self._new(
                dice.choice(PEOPLE), Role.BILL, "other", "standing", cadence, dice.choice((8000, 12000, 16000))
            )
        if dice.random() < 0.35:
            yield self._new(
                dice.choice(GOODS), Role.SUBSCRIPTION, "health", "online", Cadence.BIMONTHLY, dice.randint(1200, 3500)
            )
        if dice.random() < 0.35:
            cadence = Cadence.BIWEEKLY if self._country.code == "US" else Cadence.MONTHLY
            yield self._new(
                dice.choice(INVESTING), Role.SAVING, "transfer", "standing", cadence, dice.choice((5000, 10000, 15000))
            )


def card_account(dice: Random) -> str:
    """Most households pay what they buy by wire with a card of its own."""
    return CARD if dice.random() < 0.6 else CURRENT
