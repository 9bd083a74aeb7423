"""Rules on spelled numbers and ranks, and the phrases in which such a word counts nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from advisory.narration.drafts.lexicon_files import words
from advisory.narration.drafts.numerals import is_number, joined
from advisory.narration.drafts.reading import Reading
from advisory.narration.drafts.tokens import Token
from advisory.narration.drafts.vocabulary import bare, knows

ROMAN = re.compile(r"(?=[mdclxvi])m{0,4}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
ROMAN_NOT: Mapping[str, frozenset[str]] = {
    "en": words("i mix dim mild civic id cd dvd did mi"),
    "de": words("mix di cd"),
    "fr": words("l d c m mix di cd vi"),
    "es": words("mi mix vi di cd"),
}

FREE: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r" (?:at first|first of all|first and foremost|second hand|second thoughts?|third part(?:y|ies)|a? first step"
        r"|(?:at )?first (?:glance|sight)|in the first place|double check(?:ed|ing)?|on the double|(?:(?<=^ )|"
        r"(?<=[.!?:] ))first (?=, )|first things first"
        r"|second nature|half hearted|better half|ten to one(?=x)|no one|half heartedly|first aid|first hand)(?= )"
    ),
    "de": re.compile(
        r" (?:als erstes|fuers erste|in erster linie|der erste schritt|ersten? schritt|erster schritt|"
        r"ersten blick|ersten moment"
        r"|(?:in|ausser|gib|gebt|geben sie|habt|hab) acht|acht (?:geben|gibt|gab|gegeben|zu geben|haben)|"
        r"zum ersten mal(?=x)"
        r"|aus zweiter hand|erste hilfe|dritt(?:e|en|er) person(?:en)?|an dritte)(?= )"
    ),
    "fr": re.compile(
        r" (?:en premier lieu(?= ,)|(?:au|de) premier abord|dans un premier temps|premiers? pas|a premiere vue|"
        r"a neuf|(?:quoi|rien|chose) de neuf|tout neuf"
        r"|flambant neuf|premiere etape|second plan|tiers payant|seconde main|de premiere necessite|"
        r"au premier coup d' oeil"
        r"|faire d' une pierre deux coups|le premier pas|une fois|mille feuilles?|mille pattes|mille mercis?)(?= )"
    ),
    "es": re.compile(
        r" (?:en primer lugar(?= ,)|a primera vista|primer paso|lo primero|primero(?= (?:,|la|el|lo|las|los|que|"
        r"hay))|segunda mano|segundo plano|de primera necesidad"
        r"|de primera mano|ten en cuenta|en un primer momento|al principio|primera necesidad|una vez|"
        r"cuarto de bano|cuarto de estar|cuarto trastero|pensarlo dos veces)(?= )"
    ),
}

RANK: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"first|firsts|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|penultimate|runner|"
        r"runnerup|topmost|foremost|number one|(?:high|larg|bigg|low|small|great|cheap|dear|costli|prici)est"
        r"|top|secondly|thirdly|uppermost|rank(?:s|ed|ing)?|leader|champion"
    ),
    "de": re.compile(
        r"erste[nrsm]?|erstmals|erstmalig\w*|vorletzte[nrsm]?|(?:zwei|drit|vier|fuenf|sechs|sieb|neun|"
        r"zehn)te[nrsm]?|allererste[nrsm]?|zweitens|\w*(?:groes|hoech|teuer|niedrig|klein|billig|guenstig|"
        r"gering|laeng)ste[nrsm]?"
        r"|spitzenreiter\w*|rang|rangliste|platz|spitzenplatz|erstplatziert\w*|erstrangig\w*"
    ),
    "fr": re.compile(
        r"premier|premiers|premiere|premieres|premierement|avantdernier\w*|penultieme|seconde?s?|\w+iemes?|"
        r"rang|podium|palmares"
    ),
    "es": re.compile(
        r"primer|primer[oa]s?|primeramente|(?:segund|cuart|quint|sext|septim|octav|noven|decim|ultimisim)[oa]|"
        r"tercer[oa]?s?|penultim[oa]s?|podio|ranking|mayor(?=x)|primerisim[oa]"
    ),
}
RANK_PHRASE: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r" (?:(?:the )?(?:last|next|top|highest|lowest|largest|biggest) but one|(?:next|second) to last|top (?:of the|"
        r"spot|place|slot|three)|leads? the (?:list|way|field|ranking)|tops? the (?:list|ranking)|(?:at|"
        r"near) the (?:top|head|bottom) of|pole position|(?:most|least) (?:expensive|costly)|in (?:the )?lead|"
        r"number one|runner up|second to none) "
    ),
    "de": re.compile(
        r" (?:an (?:erster|zweiter|dritter|letzter|oberster|vorderster) stelle|ganz (?:oben|vorn|vorne)|"
        r"fuehrt die|auf (?:rang|platz)|schlusslicht|an erster|am (?:hoechsten|teuersten|niedrigsten|"
        r"groessten|kleinsten)|nummer eins|an der spitze) "
    ),
    "fr": re.compile(
        r" (?:en (?:premiere|deuxieme|derniere|troisieme) (?:position|place)|avant derniere?|au sommet|"
        r"arrive\w* en tete|en haut d[ue]|en pole|(?:le|la|les|votre|vos|leur) (?:plus|"
        r"moins) (?:gros(?:se)?s?|grande?s?(?! part)|elevee?s?|cher|chere|"
        r"cheres|chers|important(?:e|es|s)?|haute?s?|petite?s?|faibles?|bas|basse)"
        r"|poste le plus \w+|depense la plus \w+|"
        r"(?<!gardez le )(?<!garde le )(?<!gardez )(?<!garde )(?<!garder )(?<!l' )en tete|numero un) "
    ),
    "es": re.compile(
        r" (?:en (?:primer|ultimo) (?:lugar|puesto)(?! ,)|en cabeza|lidera|encabeza\w*|en lo alto|"
        r"el penultimo|(?:el|la|los|las|su|sus|tu|tus) (?:mas|menos) (?:grandes?|altos?|altas?|car[oa]s?|"
        r"pequen[oa]s?|"
        r"baj[oa]s?|elevad[oa]s?|importantes?)"
        r"|(?:el|la|los|las|su|sus|tu|tus) (?:mayor|menor|mayores|menores)(?! (?:parte|porcion))|(?:gasto|"
        r"partida|categoria|cargo|"
        r"pago) mas \w+|numero uno|a la cabeza) "
    ),
}

BEFORE_ACHTE = words(
    "ihre ihren ihrer deine deinen deiner seine unsere unser eure meine der die das dem den "
    "des im am zum zur ein jeder jede jedes vom beim ins fuers alle"
)
HALVES = re.compile(
    r" (?:y medi[ao]|a medias|"
    r"(?<!gasto )(?<!coste )(?<!importe )(?<!pago )(?<!ingreso )(?<!precio )"
    r"(?<!por )(?<!en )(?<!la )(?<!su )(?<!tu )(?<!termino )(?<!el )(?<!de )(?<!una )(?<!clase )"
    r"(?<!plazo )medi[ao] (?!ambiente|gas |mano |plazo|camino|de |y |por |con |es |que |o )[a-z]+) "
)
COUPLES: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r" (?:(?:a|the|every|last|next|past|first|another) couple(?: of)?|scores of|(?:exactly|just|only|"
        r"number|day|one by|or|than) one|one (?:single|time)|one (?:or|to|and) "
        r"|(?:a|several|few) (?:grand|k) |by a factor) "
    ),
    "de": re.compile(r" (?:x (?:fach|mal)|um das \w*fache|eins|ein einhalb) "),
    "fr": re.compile(r" (?:une? (?:fois )?sur (?:deux|trois|dix)|deux fois|numero un|fois plus) "),
    "es": re.compile(r" (?:un par(?: de)?|uno de cada|veces mas|vez y media) "),
}


def counting_reasons(reading: Reading) -> Iterator[str]:
    free = reading.covered([FREE[reading.language]]) | reading.from_labels
    for place, token in reading.words():
        if place in free or token.plain in _spared(reading):
            continue
        if _counts(reading, place, token):
            yield f'number: "{token.text}" is written out; only a placeholder may stand for a figure'
        if _ranks(reading, place):
            yield f'rank: "{token.text}" states a rank that no fact bears'
    for pattern in (COUPLES[reading.language], *((HALVES,) if reading.language == "es" else ())):
        for found in pattern.finditer(reading.text):
            yield f'number: "{found[0].strip()}" counts in words'
    yield from _rank_phrases(reading)
    yield from _taken_apart(reading)


GLUED_ON = re.compile(
    r"\w{1,12}(?:twice|thrice|hundred|thousand|million|dozen|double|twelve|twenty|thirty|seven|eight|"
    r"eleven|moitie|douzaine|cinquante|"
    r"mitad|docena|veinte|treinta|cuarenta|cincuenta|doble|anderthalb|zwanzig|dreissig)"
    r"|(?:twice|thrice|hundred|thousand|million|dozen|twelve|twenty|seven|eleven|moitie|douzaine|mitad|"
    r"docena|veinte)\w{1,12}"
)


def _spared(reading: Reading) -> frozenset[str]:
    return frozenset()


def _counts(reading: Reading, place: int, token: Token) -> bool:
    form = reading.forms[place]
    if reading.language == "fr" and form in {"neuf", "neuve"}:
        return form == "neuf" and bool(
            reading.near(place, 1).strip(".,;:!?") or reading.near(place, -1) in {"les", "@", "de", "a"}
        )
    if reading.language == "de" and form in {"acht", "achte", "achten"}:
        return _is_eight(reading, place, form)
    if reading.language == "de" and token.plain == "paar":
        return token.text == "Paar" and not token.starts_sentence
    return is_number(token, reading.language) or _is_roman(token, reading)


def _is_eight(reading: Reading, place: int, form: str) -> bool:
    if form != "acht":
        return reading.near(place, -1) in BEFORE_ACHTE
    return True


def _is_roman(token: Token, reading: Reading) -> bool:
    """Capitals that read as a Roman numeral; small letters too, where they are no word."""
    word, language = token.plain, reading.language
    if not word.isascii() or not ROMAN.fullmatch(word) or word in ROMAN_NOT[language] or word in reading.named:
        return False
    if len(word) == 1:
        return token.text.isupper() and not token.glued
    shelf = "de_words" if language == "de" else f"{language}_words"
    return token.text.isupper() or not knows(shelf, word) or set(word) <= set("ivx")


def _ranks(reading: Reading, place: int) -> bool:
    form, language = reading.forms[place], reading.language
    if not RANK[language].fullmatch(form) or (_label_ranks(reading) and not ORDINAL.fullmatch(form)):
        return False
    if language == "en":
        return _is_english_rank(reading, place, form)
    if reading.near(place, 1) in {"part", "parts", "teil", "portion", "share", "anteil"}:
        return bool(ORDINAL.fullmatch(form))  # the largest part of something is most of it
    if language == "de" and form == "platz":
        return reading.near(place, -1) in {"auf", "an", "den", "dem"}
    return not (language == "fr" and form == "rang" and reading.near(place, -1) == "au")


ORDINAL = re.compile(
    r"second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|penultimate|\w+ieme|seconde?|"
    r"zweite[nrsm]?|dritte[nrsm]?|"
    r"vierte[nrsm]?|zweit\w+|dritt\w+|viert\w+|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|sext[oa]|"
    r"septim[oa]|octav[oa]|noven[oa]|decim[oa]"
)


def _is_english_rank(reading: Reading, place: int, form: str) -> bool:
    before, after = reading.near(place, -1), reading.near(place, 1)
    if form == "top":
        return after not in {"of", "up", "ups"} and before in {
            "the",
            "your",
            "a",
            "its",
            "is",
            "was",
            "on",
            "at",
            "came",
        }
    if form == "first":
        ending = not after or not after[0].isalnum()
        return not ending or before in words(
            "the your a its this their our my come comes came is are was were rank ranks ranked in finish "
            "finished place placed stand stands stood land landed put puts"
        )
    return form not in {"rank", "ranks", "ranked", "ranking", "leader", "champion"} or form.startswith("rank")


def _label_ranks(reading: Reading) -> bool:
    """A fact of the draft that is the largest or latest of its kind may be called so."""
    spoken = {token.fact for token in reading.tokens if token.fact}
    labels = [fact.label for name, fact in reading.facts.items() if name in spoken]
    return any(_SUPERLATIVE.search(bare(label.casefold())) for label in labels)


_SUPERLATIVE = re.compile(
    r"\w{3,}(?:est|ste[rnsm]?)\b|\btop\b|\bmost\b|\bleast\b|\bmain\b|leading|peak|record|first|meist|spitzen|haupt\w+|"
    r"\b(?:le|la|les|du|au|aux) plus\b|\bplus (?:gros|grand|petit|elev|cher|import|fort|haut|bas)|premi|principal|"
    r"domin|\bmayor|\bmenor|\bmas \w|primer|maxim|minim"
)


def _rank_phrases(reading: Reading) -> Iterator[str]:
    found = RANK_PHRASE[reading.language].search(reading.text)
    if found and not _label_ranks(reading):
        yield f'rank: "{found[0].strip()}" states a rank that no fact bears'


def _taken_apart(reading: Reading) -> Iterator[str]:
    """Numbers written with gaps: single letters in a row, and words that make a number when hyphen or gap goes."""
    words = [token for _, token in reading.words()]
    single = 0
    for token in reading.tokens:
        if not token.is_word and not token.fact:
            continue
        single = single + 1 if token.is_word and len(token.text) == 1 else 0
        if single == 3:
            yield f'number: letters stand apart up to "{token.text}"'
    for token in words:
        if GLUED_ON.fullmatch(token.plain) and _is_odd(token, reading):
            yield f'number: "{token.text}" hides a number'
    for left, right in pairwise(words):
        if right.glued or _is_odd(left, reading) or _is_odd(right, reading):
            pair = joined((left, right))
            if is_number(pair, reading.language) and len(pair.text) > 2:
                yield f'number: "{left.text} {right.text}" makes a number'


def _is_odd(token: Token, reading: Reading) -> bool:
    if reading.language == "de":
        return not knows("de_words", token.german) and not knows("de_nouns", token.german)
    return len(token.plain) > 1 and not knows(f"{reading.language}_words", token.plain)
