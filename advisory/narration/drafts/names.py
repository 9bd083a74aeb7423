"""Rule on names: a capital letter that neither the language nor the facts account for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from advisory.narration.drafts.lexicon_files import words
from advisory.narration.drafts.reading import Reading
from advisory.narration.drafts.tokens import Token
from advisory.narration.drafts.vocabulary import folded, knows

SHORT_FORMS = words("PDF CSV PIN TV SMS ID PC OK CD DVD IBAN BIC SEPA FAQ IT WLAN App Wifi WiFi DIY")
CAPITALS: Mapping[str, frozenset[str]] = {
    "en": words("i i'm i've i'd i'll atm vat"),
    "de": words(
        "sie ihr ihre ihren ihrem ihrer ihres ihnen du dir dich dein deine deinen deinem deiner deines euch "
        "euer eure "
        "mwst ec sb"
    ),
    "fr": words("tva cb rib hlm vtc"),
    "es": words("iva ud uds vd usted ustedes dni"),
}
OPENING: Mapping[str, frozenset[str]] = {
    "en": words(
        "hm hmm mm ah oh ups oops whoops hooray hurray bravo kudos folks hello howdy phew wow yay ouch total heads "
        "furthermore additionally meanwhile moreover lets let's congrats cheers hi overall likewise "
        "conversely nevertheless "
        "nonetheless thankfully hopefully fortunately unfortunately alternatively otherwise groceries "
        "takeaway takeaways yes no "
        "here's there's that's it's what's you're you've you'll you'd we've we're they're don't can't won't "
        "isn't doesn't "
        "didn't hasn't haven't aren't wasn't weren't who's how's where's a an the and or so also eating"
    ),
    "de": words(
        "ups hurra hallo naja respekt chapeau erstattungen "
        "hm hmm hui puh ah oh ach na nun dispo "
        "servus moin gruezi kurzum tschuess merke hoppla uff aha oha juhu bravo prost ansonsten tja "
        "hey ja nein z d u u.a b bzw abos abo app online streaming"
    ),
    "fr": words(
        "hm hum euh bof oups zut hop allez bravo chapeau salut coucou tiens dommage courage ouf "
        "youpi hourra aie "
        "aujourd'hui quelqu'un quelqu'une jusqu' lorsqu' puisqu' quoiqu' presqu' t' a y o c ca oui non cote "
        "etant hors cf eh ah "
        "voila la le les l' d' s' n' c' j' qu' m' t'"
    ),
    "es": words(
        "hm mmm eh bueno hola ojo animo bravo vaya ole uy ay enhorabuena felicidades venga anda oye mira "
        "a y o e u si no del al mas segun ademas aqui asi"
    ),
}
BRANDS = words(
    "amazon apple netflix spotify google microsoft disney aldi lidl rewe edeka kaufland rossmann penny "
    "netto norma saturn "
    "mediamarkt otto zalando ebay paypal klarna telekom vodafone o2 uber bolt lyft walmart target costco "
    "tesco sainsbury asda "
    "morrisons waitrose boots argos starbucks costa greggs primark zara mango ikea decathlon carrefour "
    "leclerc auchan monoprix "
    "fnac darty orange sfr bouygues engie edf sncf ryanair lufthansa vueling iberia renfe mercadona "
    "consum eroski repsol cepsa "
    "iberdrola endesa naturgy movistar yoigo santander caixa bbva ing hsbc barclays lloyds monzo revolut "
    "visa mastercard shell "
    "deichmann fielmann karstadt fressnapf thalia hofer denner migros coop hema boulanger castorama intermarche "
    "sephora primark hipercor alcampo ferrovial kiabi celio ulta walgreens cvs kroger publix safeway chipotle "
    "dominos mcdonald mcdonalds mcdonald's kfc wendys nando nandos deliveroo grubhub doordash instacart etsy "
    "aliexpress temu shein esso aral obi hornbach bauhaus douglas kik tchibo hellofresh lieferando deliveroo "
    "glovo nike "
    "adidas samsung sony "
    "peacock hulu audible youtube steam playstation xbox nintendo tesla ford toyota flixbus blablacar "
    "airbnb booking dazn sky "
    "fitx mcfit allianz axa huk ergo debeka commerzbank postbank unicredit dkb n26 comdirect"
)
SURNAMES = words(
    "mueller schmidt schneider fischer weber meyer wagner becker schulz hoffmann schaefer koch richter "
    "klein wolf schroeder "
    "neumann schwarz zimmermann braun krueger hofmann hartmann lange werner krause lehmann koehler maier "
    "mayer kaiser fuchs "
    "scholz moeller hahn vogel guenther frank berger winkler roth beck lorenz baumann jung smith jones "
    "brown taylor johnson "
    "williams miller davis clark dupont durand martin bernard dubois garcia martinez lopez rodriguez "
    "fernandez gonzalez perez "
    "sanchez mark bill john jack tom anna peter emma paul max"
)
MODIFIERS = words("mindest hoechst sonder finanz gesamt netto brutto haupt neben rest durchschnitts spar wunsch")
"""First parts of compounds that are no nouns of their own."""
LOANS = words("score dispo app check tracker report update budget cashback challenge deal")
FUGUES = ("", "s", "n", "en", "es", "e", "er")
CLITICS = re.compile(r"^(\w{3,}?(?:[aei]r|ndo|d|[aei]))(?:me|te|se|nos)?(?:l[aeo]s?)?$")
"""Spanish verbs with pronouns behind them (mirándolo, apártalo)."""
ENDINGS: Mapping[str, tuple[str, ...]] = {
    "en": ("ly", "ing", "ness", "less", "ment", "tion"),
    "de": ("weise", "heit", "keit", "ung", "ungen", "schaft", "tion", "tionen", "taet", "ment"),
    "fr": ("ment", "tion", "tions", "ants", "ante"),
    "es": (
        "aste",
        "iste",
        "emos",
        "amos",
        "aron",
        "ieron",
        "mente",
        "cion",
        "ciones",
        "ando",
        "iendo",
        "arse",
        "erse",
        "irse",
        "dad",
    ),
}


def name_reasons(reading: Reading) -> Iterator[str]:
    for place, token in reading.words():
        if not _has_capital(token.text) or _bids(reading, place, token):
            continue
        if _is_allowed(reading, place, token) and not _is_addressed(reading, place, token):
            continue
        yield f'name: "{token.text}" is no word of the language and stands in no label'


TITLES = words("herr herrn frau mr mrs ms miss monsieur madame mme senor senora don dona dr doktor familie")
SAYING = words(
    "sagt meint findet raet glaubt hofft weiss empfiehlt says thinks reckons advises dit pense "
    "conseille dice cree aconseja"
)
NAMELIKE = re.compile(
    r"(?!schulden|geld|kosten|spar)\w{3,}(?:mann|stein|berg|burg|dorf|heim|bach|feld|hausen|nagel|stadt|thal|"
    r"brunn|huber|maier|meyer)"
)
FAMILY = re.compile(r"\w{3,}(?:meier|meyer|maier|mayer|mayr|huber|hagen)")
"""Endings that German family names have and nouns have not."""
DETERMINERS = words("the your a an this it these those that each every my our")
IMPERATIVES = words("mark bill chase target rose hope will may grace faith frank pat drew art rob sue")


def _bids(reading: Reading, place: int, token: Token) -> bool:
    """`Mark the date`: a verb that is a name too, in front of what it acts on."""
    return (
        reading.language == "en"
        and token.starts_sentence
        and token.plain in IMPERATIVES
        and reading.near(place, 1) in DETERMINERS
    )


def _is_addressed(reading: Reading, place: int, token: Token) -> bool:
    """Behind a title or beside a verb of saying, a word is a name, whatever else it means."""
    if _is_of_facts(token, reading.named, reading.language):
        return False
    if reading.near(place, -1) in TITLES:
        return True
    return (
        reading.language == "de"
        and reading.near(place, -1) in SAYING
        and reading.near(place, -2) != "und"
        and token.german not in CAPITALS["de"]
    )


def _has_capital(text: str) -> bool:
    return any(letter.isupper() for letter in text)


def _is_allowed(reading: Reading, place: int, token: Token) -> bool:
    language = reading.language
    if _is_of_facts(token, reading.named, language):
        return True
    if token.text in SHORT_FORMS or token.plain in CAPITALS[language] or token.german in CAPITALS[language]:
        return True
    if any(letter.isupper() for letter in token.text[1:]) and not _shouts(token, language):
        return False
    word = folded(token.text.replace("’", "'"), language)
    if word in BRANDS or (word in SURNAMES and not knows_small(word, language)) or _is_like_a_name(word, language):
        return False
    first = token.starts_sentence or token.text.endswith(("'", "’"))
    if language == "de":
        return _is_german(word) or (first and (word in OPENING["de"] or _is_adjective(word)))
    return first and _is_ordinary(word, language)


def _is_like_a_name(word: str, language: str) -> bool:
    if language != "de":
        return False
    if FAMILY.fullmatch(word):
        return True
    return NAMELIKE.fullmatch(word) is not None and not (knows("de_words", word) or knows("de_nouns", word))


def knows_small(word: str, language: str) -> bool:
    """Surnames that are ordinary words at a sentence's start: only German ones written small count."""
    return language == "de" and word in {"klein", "schwarz", "braun", "lange", "jung"}


def _shouts(token: Token, language: str) -> bool:
    return token.text.isupper() and len(token.text) > 3 and _is_ordinary(folded(token.text, language), language)


def _is_of_facts(token: Token, named: frozenset[str], language: str) -> bool:
    word = token.plain
    for ending in ("", "'s", "s", "'", "es", "n"):
        if word.endswith(ending) and word.removesuffix(ending) in named:
            return True
    return language == "de" and any(
        len(name) > 3 and word.startswith(name) and _is_german(folded(token.text[len(name) :], "de")) for name in named
    )


def _is_ordinary(word: str, language: str) -> bool:
    if language == "de":
        return _is_german(word)
    if word in OPENING[language] or knows(f"{language}_words", word):
        return True
    if language == "es" and len(word) > 5 and any(knows("es_words", bare) for bare in CLITICS.findall(word)):
        return True
    stem = word.split("'", maxsplit=1)[0]
    return (stem != word and knows(f"{language}_words", stem)) or (len(word) > 6 and word.endswith(ENDINGS[language]))


ADJECTIVE = re.compile(
    r"(\w{3,}(?:ig|lich|isch|bar|los|haft|sam|iert|end|voll|frei|fertig|maessig))(?:e[nrsm]?)?|"
    r"(\w{4,})e[nrsm]?"
)


def _is_adjective(word: str) -> bool:
    """A German sentence may open with any inflected adjective."""
    found = ADJECTIVE.fullmatch(word)
    return found is not None and (found[1] is not None or knows("de_words", found[2]))


@lru_cache(maxsize=65536)
def _is_german(word: str) -> bool:
    """A noun, a small word, or a compound of them."""
    if knows("de_nouns", word) or knows("de_words", word) or word in LOANS:
        return True
    if knows("de_names", word) or len(word) < 6 or len(word) > 60:
        return False
    return _is_compound(word) or (word.endswith(ENDINGS["de"]) and len(word) > 9)


def _is_compound(word: str, depth: int = 3) -> bool:
    cuts = range(len(word) - 3, 2, -1)
    return any(_is_tail(word[cut:]) and _is_modifier(word[:cut], depth) for cut in cuts)


def _is_tail(word: str) -> bool:
    return knows("de_nouns", word) or word in LOANS


def _is_modifier(part: str, depth: int) -> bool:
    if part in MODIFIERS:
        return True
    for fugue in FUGUES:
        stem = part.removesuffix(fugue) if fugue else part
        if len(stem) < 3 or (fugue and stem == part):
            continue
        if knows("de_nouns", stem) or knows("de_words", stem) or knows("de_words", stem + "en"):
            return True
        if knows("de_nouns", stem + "e") or (depth and len(stem) > 6 and _is_compound(stem, depth - 1)):
            return True
    return False
