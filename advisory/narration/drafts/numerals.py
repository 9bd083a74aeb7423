"""Numbers, fractions, multiples and ranks that are spelled out, in the four languages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from advisory.narration.drafts.lexicon_files import words
from advisory.narration.drafts.tokens import Token
from advisory.narration.drafts.vocabulary import bare

EN = (
    "zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    "seventeen|eighteen|"
    "nineteen|twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion"
)
EN_NUMBER = re.compile(
    rf"(?=.*(?:{EN}))(?:{EN}|one|and|a)*(?:{EN}|one)(?:s|es|th|ths|st|fold|fifth|third|first|second|ish|some|ies)?"
    r"|(?:twelf|fif|eigh|nin|twent[iy]e|thirtie|fortie|fiftie|sixtie|seventie|eightie|ninetie|tweltf)ths?"
    r"|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:first|second|third|fourth|fifth|sixth|"
    r"seventh|eighth|ninth)"
    r"|thirds?|hal(?:f|ves|ve|ved|ving)|halfway|twice|thrice|doubl(?:e|es|ed|ing|y)|tripl(?:e|es|ed|ing)|"
    r"trebl(?:e|es|ed|ing)"
    r"|(?:quadrupl|quintupl|sextupl|septupl|octupl)(?:e|es|ed|ing)|dozens?|umpteen(?:th)?|[a-z]*illions?|"
    r"quarters?|quarterly"
    r"|fortnight(?:s|ly)?|bi(?:weekly|monthly|annual|annually|ennial|ennially)|semi(?:annual|annually|"
    r"monthly)|decades?"
    r"|centur(?:y|ies)|nought|naught|nil|duo|trio|quartet|pair|tenner|fiver|hundredweight|teens|"
    r"singlehandedly|halfyearly"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\w+|\w+genarians?|centenarians?"
    r"|gross(?=x)"
)
EN_NOT = words("pavilion pavilions vermilion mullions bullion bullions")

DE = (
    "null|zwei|zwo|drei|vier|fuenf|funf|sechs|sech|sieben|sieb|neun|zehn|elf|zwoelf|zwolf|zwanzig|"
    "dreissig|dreizig|(?:vier|fuenf|funf|sech|sieb|acht|neun)zig|"
    "hundert|tausend|million|milliarde|billion"
)
DE_SUFFIX = (
    "fach(?:e[nrsm]?)?|mal(?:s|ig(?:e[nrsm]?)?)?|s?te[nrsm]?|s?tels?|s?teln|s?tens|erlei|er[ns]?|e[nrsm]?|"
    "(?:stell|jaehr|monat|woech|taeg|koepf|stuf|teil|prozent|stuend)ig(?:e[nrsm]?)?|einhalb|n"
)
DE_NUMBER = re.compile(
    rf"(?=.*(?:{DE}|achtzehn|achtzig|achthundert|achttausend|achtund))(?:{DE}|acht|eine?|eins|und|en)+(?:s|"
    rf"{DE_SUFFIX})?"
    rf"|acht(?:fach\w*|mal\w*|er|ern|el|tel|erlei|jaehr\w*|monat\w*|woech\w*|taeg\w*|stell\w*|s?tels?|ens)"
    r"|eins|einmaleins|(?:zwei|dritt|viert)(?:t|tens|e[nrsm]?|el)?|zweit\w*|dritte?[nrsm]?|drittens|"
    r"ver(?:zwei|drei|vier|fuenf|sechs|sieben|acht|neun|zehn)fach\w*"
    r"|halb|halbe[nrsm]?|halbier\w*|[a-z]*haelften?|halft[en]*|(?:andert|eine?|zweie?in|dreiein)halb\w*|dutzende?n?s?"
    r"|doppel\w*|doppelt\w*|verdoppel\w*|dupli\w*|tripel\w*|quartal\w*|[a-z]*quartale?n?s?|jahrzehnt\w*|"
    r"jahrhundert\w*|paarmal|zig"
    r"|(?:sieb|siebt|siebten)te[nrsm]?|siebte[nrsm]?|siebtel|trio|duo|zigmal|zigfach\w*|semester\w*|"
    r"halbjahr\w*|beidemal"
)
DE_HIDDEN = re.compile(
    r"(?:zwei|zwo|drei|vier|fuenf|sechs|sieben|neun|zehn|zwoelf|zwanzig|dreissig|vierzig|fuenfzig|hundert|"
    r"tausend|halb|doppel|"
    r"viertel|drittel|million|milliard|dutzend|zweit|dritt|erstmal|mehrhundert|elf(?=fach|mal|te|tel|er|"
    r"monat|jahr|hundert)|"
    r"ein(?=hundert|tausend|tel\b)|achtzig|achtzehn|achthundert)\w{2,}"
    r"|\w*(?:zwanzig|dreissig|vierzig|fuenfzig|sechzig|siebzig|achtzig|neunzig|dreizehn|vierzehn|fuenfzehn|sechzehn|"
    r"siebzehn|achtzehn|neunzehn)\w*"
    r"|\w{2,}(?:hundert|tausend|hunderte|tausende|haelfte|haelften|drittel|viertel|fuenftel|sechstel|"
    r"achtel|zehntel|dutzend|"
    r"millionen|milliarden?)"
)
DE_HIDDEN_NOT = re.compile(
    r"zweif(?!ach)\w+|zweig\w*|dreist\w*|drein\w*|halbwegs|halbherz\w*|halber|halbinsel\w*|drittanbieter\w*|"
    r"(?:stadt|wohn)viertel\w*"
    r"|vierer\w*bande|zehre\w*|neunmalklug\w*|elfenbein\w*|elfe\w*|zweierlei(?=x)|sechserpack(?=x)|siebe"
)

FR = (
    "zero|deux|trois|quatre|cinq|six|sept|huit|dix|onze|douze|treize|quatorze|quinze|seize|vingt|vingts|"
    "trente|quarante|"
    "cinquante|soixante|septante|huitante|octante|nonante|cents?|mille|millions?|milliards?|billions?|trillions?"
)
FR_NUMBER = re.compile(
    rf"(?:{FR}|neuf)*(?:et|un|une)?(?:{FR})(?:et)?(?:un|une|neuf)?"
    r"|(?:deux|trois|quatr|cinqu|six|sept|huit|neuv|dix|onz|douz|treiz|quatorz|quinz|seiz|vingt|trent|"
    r"quarant|cinquant|"
    r"soixant|cent|mill|uni|vingtetun)ieme(?:s|ment)?|millioniemes?"
    r"|secondes?|seconds?|tiers|tierces?|quarts?|moities?|demi(?:e|es|s)?|millier(?:s)?"
    r"|(?:diz|douz|quinz|vingt|trent|quarant|cinquant|soixant|cent|huit|neuv)aines?"
    r"|(?:redoubl|doubl|tripl|quadrupl|quintupl|decupl|centupl)(?:e|es|ee|ees|er|ent|ait|aient|ant|ement|a|erent|ez)"
    r"|(?:vicen|trent|quadrag|quarant|quinquag|cinquant|sexag|soixant|septuag|octog|nonag|cent|bicent|tricent)enaires?"
    r"|trimestr\w*|semestr\w*|bimestr\w*|bimensuel\w*|decennies?|siecles?|paires?|duo|trio|deuxiemement|"
    r"avantdernier\w*"
)

ES = (
    "cero|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieci(?:seis|"
    "siete|ocho|nueve)|"
    "veinte|veinti(?:un|uno|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)|treinta|cuarenta|cincuenta|"
    "sesenta|setenta|"
    "ochenta|noventa|cien|ciento|cientos|(?:dos|tres|cuatro|seis|sete|ocho|nove)cient[oa]s|quinient[oa]s|mil|miles|"
    "millon|millones|billon|billones|millar|millares"
)
ES_NUMBER = re.compile(
    rf"(?:{ES}|y)*(?:{ES})(?:un|uno|una)?(?:avos?|avas?)?"
    r"|segund[oa]|tercer[oa]?s?|tercios?|cuart[oa]s?|quint[oa]s?|sext[oa]s?|septim[oa]s?|octav[oa]s?|"
    r"noven[oa]s?|decim[oa]s?"
    r"|undecim[oa]s?|duodecim[oa]s?|vigesim[oa]s?|centesim[oa]s?|milesim[oa]s?|(?:trig|cuadrag|quincuag)esim[oa]s?"
    r"|mitad|mitades|dobles?|doblar\w*|doblad[oa]s?|doblo|doblan?|duplic\w*|tripl(?:e|es|ic\w*)|"
    r"cuadrupl\w*|quintupl\w*|pares"
    r"|centenar(?:es)?|centenas?|decenas?|docenas?|quincenas?|quincenal\w*|veintenas?|treintenas?|"
    r"trimestr\w*|semestr\w*|bimestr\w*"
    r"|(?:veint|treint|cuarent|cincuent|sesent|setent|ochent|novent)(?:ane|on|en)\w*|quinceaner\w*|\w+genari[oa]s?"
    r"|(?:dec|cent|sext|sept|oct|non)upl[oa]s?|bimensual\w*|decadas?|siglos?|duo|trio|penultim[oa]s?"
)
NUMBERS: Mapping[str, re.Pattern[str]] = {"en": EN_NUMBER, "de": DE_NUMBER, "fr": FR_NUMBER, "es": ES_NUMBER}
ELSEWHERE: Mapping[str, frozenset[str]] = {
    "en": words(
        "once elf par mil premier quart quarts sept demi couple pares sexta sexto octave seconds seconde "
        "double doubles doblo octavo mille cents cent siebe siebte die dos doubler millier"
    ),
    "de": words(
        "once ten half par pair premier mille six quart quarts sept seconde siglo dos doble cent cents dix "
        "tens "
        "tercer demi"
    ),
    "fr": words("dos tres elf once pair par media siebe vier ones half ten demi miles mil doble"),
    "es": words("tenes tens ten par once six pair half siebe elf seconde doble cents cent dix tres"),
}
"""Numbers of one language that are ordinary words of another."""


def is_number(token: Token, language: str) -> bool:
    """Whether the word is a number in the draft's language, or in another one and no word of this."""
    plain, german = token.plain, token.german
    for tongue, pattern in NUMBERS.items():
        word = german if tongue == "de" else plain
        if tongue == "en" and word in EN_NOT:
            continue
        if pattern.fullmatch(word) and (tongue == language or plain not in ELSEWHERE[language]):
            return True
    return (language == "de" or token.text[:1].isupper()) and hides_number(german)


def hides_number(word: str) -> bool:
    return bool(DE_HIDDEN.fullmatch(word)) and not DE_HIDDEN_NOT.fullmatch(word)


def joined(tokens: Sequence[Token]) -> Token:
    text = "".join(token.text for token in tokens)
    return Token(text, "".join(token.plain for token in tokens), bare("".join(token.german for token in tokens)))
