"""Rules on dates in words and on money and per cent in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from advisory.narration.drafts.lexicon_files import words
from advisory.narration.drafts.reading import Reading
from advisory.narration.drafts.tokens import Token

DATES = re.compile(
    r"january|february|april|june|july|august|september|october|november|december"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekday(?=x)"
    r"|januar|jaenner|janner|februar|feber|maerz|juni|juli|juno|oktober|dezember|(?:januar|februar|maerz|"
    r"april|juni|juli|august|"
    r"september|oktober|november|dezember)(?:s|abrechnung|ausgaben?|gehalt|miete|rechnung|monat|woche\w*|"
    r"werte?|zahlen|einnahmen)?|mai(?:ausgaben?|gehalt|miete|rechnung|abrechnung|einnahmen)"
    r"|(?:mon|diens|mitt|donners|frei|sams|sonn)tag(?:s|e|en|abend|morgen|mittag)?|mittwochs?|sonnabends?"
    r"|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|januar|februar|maerz|"
    r"april(?!wetter)|august(?!in|us)|"
    r"september|oktober|november|dezember)[a-z]{4,}"
    r"|janvier|fevrier|avril|juin|juillet|aout|septembre|octobre|novembre|decembre|lundis?|mardis?|"
    r"mercredis?|jeudis?|vendredis?"
    r"|samedis?|dimanches?|enero|febrero|abril|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre"
    r"|lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|silvester|neujahr|weihnachten|ostern|"
    r"pfingsten|weihnachtszeit|heiligabend|nikolaus|himmelfahrt|karneval|fasching|fastnacht|advent|karfreitag"
)
SHORT = re.compile(
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|okt|nov|dec|dez|mon|tues?|wed|thurs?|fri|sat|sun|ene|abr|ago|dic|fev|avr"
)
BEFORE_MONTH = words("in since until of during last next early late by from through this")
MAY_VERB = words("i you we they this that it the he she your be not have there a one well also help want")
MONEY = re.compile(
    r"eur|euro(?!p)\w*|yenes|eurocents?|eurobetr\w+|usd|gbp|chf|jpy|dollars?|dolar(?:es)?|us dollars?|cents?|"
    r"centimes?|centimos?|centavos?|pence"
    r"|pound|pounds|penny|pennies|bucks?|quid|franken|francs?|francos?|rappen|sterling|yen|yens|yuan|"
    r"rubles?|roubles?|rubel|rupees?|rupien?"
    r"|kroner?|kronen?|kronor|coronas?|couronnes?|zlotys?|forints?|pesos|libras|lire|liras?|rupias?|"
    r"rublos?|shillings?|pfund|pfennige?"
    r"|percent|percents|percentages?|percentages|prozente?n?|prozentig\w*|prozentual\w*|prozentsatz\w*|"
    r"prozentpunkte?n?|pourcentages?|pourcents?"
    r"|porcentajes?|porcentual\w*|bitcoins?|krypto|promille|euronen|dollarbetr\w+|[a-z]+prozent|"
    r"[a-z]*tausendeuro|permil|basispunkte?n?"
    r"|dime|dimes|nickels?|cuid|pavos|pesetas?|duros|groschen|taler|heller|sou|deniers?|doblones|guineas?|"
    r"shekels?|maravedi\w*|florins?|gulden|ducados?|pounds?"
)
CODES = words(
    "EUR USD GBP CHF JPY CNY CAD AUD NZD SEK NOK DKK PLN CZK HUF RON BGN RUB TRY INR BRL MXN ARS CLP COP "
    "ZAR KRW SGD HKD AED "
    "ILS THB KWD BTC ETH"
)
MONEY_PHRASE = re.compile(
    r" (?:per ?cent|pour ?cent|por ?cient[ao]s?|por mil|vom hundert|v (?:\. )?h|pour mille|per mille|"
    r"livres? sterling|p c t) "
)
MONEY_BEHIND = re.compile(
    r" @\d+@ (?:livres|soles|reales|real|rands?|won|marks?|crowns?|coronas|libras|pesos|dirhams?|dinars?|"
    r"dinares|leva|lei|riyals?)(?= )"
)
"""Names of money that are ordinary words elsewhere."""
DATE_PHRASE: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r" (?:(?:in|since|last|this|next|until|by|during|from|over) (?:the |early |late )?(?:spring|summer|"
        r"autumn|winter)|new year's(?: day| eve)?|leap year|year's eve) "
    ),
    "de": re.compile(
        r" im (?:mai) | (?:anfang|ende|mitte|seit|bis|vom|den|letzten|naechsten|diesen|jeden|dieses) mai "
    ),
    "fr": re.compile(
        r" (?:en|de|du|debut|fin|mi|au mois de|mois de|depuis|avant|apres|pour|le|ce) (?:mars|mai)(?: dernier|"
        r" prochain)? "
    ),
    "es": re.compile(
        r" (?:en|desde|este|el|proximo|pasado|hasta|la) (?:primavera|verano|otono|invierno) | (?:en|de|desde|"
        r"hasta|a|para|este|pasado|mes de|durante|y) (?:marzo|mayo) | fin de ano(?=x)"
    ),
}


def occasion_reasons(reading: Reading) -> Iterator[str]:
    for place, token in reading.words():
        if place in reading.from_labels:
            continue
        if _is_date(reading, place, token):
            yield f'month: "{token.text}" names a date'
        if token.plain in {"franc", "francs", "franco", "francos"} and reading.near(place, -1) in FRANK:
            continue
        if MONEY.fullmatch(token.plain) or MONEY.fullmatch(token.german) or token.text in CODES or _hides_money(token):
            yield f'money: "{token.text}" is money or per cent in words; a placeholder carries its unit'
    for found in MONEY_PHRASE.finditer(reading.text):
        yield f'money: "{found[0].strip()}" is money or per cent in words'
    for found in MONEY_BEHIND.finditer(reading.text):
        fact = reading.facts.get(reading.tokens[int(found[0].split("@")[1])].fact)
        if fact is not None and fact.kind == "money":
            yield f'money: "{found[0].split()[-1]}" is a currency'
    dated = DATE_PHRASE[reading.language].search(reading.text)
    if dated and not reading.covered([DATE_PHRASE[reading.language]]) <= reading.from_labels:
        yield f'month: "{dated[0].strip()}" names a date'


FRANK = words("soyons soyez sois etre est seamos ser sea sean es son")


def _hides_money(token: Token) -> bool:
    return (
        re.fullmatch(r"(?:euro|dollar|cent|prozent)(?:betrag|betraege|summe|bereich|zeichen|satz)\w*", token.german)
        is not None
    )


def _is_date(reading: Reading, place: int, token: Token) -> bool:
    if token.plain.removesuffix("'s") in {"may", "march", "mai", "mars", "marzo", "mayo"}:
        return _is_spring_month(reading, place, token)
    plain = token.plain.removesuffix("'s")
    if DATES.fullmatch(token.german) or DATES.fullmatch(plain):
        return not (token.plain == "martes" and reading.language == "fr")
    if not SHORT.fullmatch(token.plain) or not token.text[0].isupper() or token.text in reading.named:
        return False
    return not token.starts_sentence or reading.near(place, 1) == "."


def _is_spring_month(reading: Reading, place: int, token: Token) -> bool:
    """Months that are ordinary words too (may, to march, French mars): the neighbours tell."""
    capital, before, after = token.text[0].isupper(), reading.near(place, -1), reading.near(place, 1)
    language = reading.language
    if language == "en" and token.plain in {"may", "march"}:
        if capital:
            return not token.starts_sentence or after not in MAY_VERB
        return before in BEFORE_MONTH and (token.plain == "may" or after != "out")
    if language == "de":
        return token.plain in {"mai", "marz"} and capital
    return (language, token.plain) in {("fr", "mai"), ("fr", "mars"), ("es", "marzo"), ("es", "mayo")} or capital
