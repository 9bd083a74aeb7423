"""Words that state a change or a comparison with the usual, by language.

Every pattern runs over a clause's plain text; `void` comes first and takes the phrases in which such a word says
nothing of a change (to add up to, more or less, en plus de, nicht mehr).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from advisory.narration.drafts.alternating import by_first_letter
from advisory.narration.drafts.lexicon_files import LANGUAGES, sections

KINDS = ("void", "rises", "same", "down", "up", "moved")
GERMAN_KINDS = ("void", "rises", "same", "up", "down", "moved")
"""German puts what turns a word before its rise (`weniger teuer`), the others before its fall (`plus bas`)."""


def _compiled(language: str) -> re.Pattern[str]:
    words = sections(language)
    kinds = GERMAN_KINDS if language == "de" else KINDS
    whole = "|".join(f"(?P<{kind}>{by_first_letter(words['cue ' + kind])})" for kind in kinds)
    return re.compile(rf"(?<= )(?:{whole})(?= )")


CUES: Mapping[str, re.Pattern[str]] = {language: _compiled(language) for language in LANGUAGES}
UP_AGAIN: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"less (?:cheap|cheaply)"),
    "de": re.compile(r"weniger (?:guenstig|billig)"),
    "fr": re.compile(r"moins (?:bas|basse|faible|faibles|petite?s?|leger|legere)"),
    "es": re.compile(r"menos (?:baj[oa]s?|barat[oa]s?)"),
}
NEGATIONS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r" (?:not(?! only)|never|no(?! doubt| longer than)|nor|without|neither|\w+n't|cannot|"
        r"nothing)(?= (?:\S+ ){0,3}$)"
    ),
    "de": re.compile(
        r" (?:nicht(?! nur)|nie|niemals|kein|keine|keinen|keinem|keiner|ohne|weder|noch nie|"
        r"nichts)(?= (?:\S+ ){0,5}$)"
    ),
    "fr": re.compile(r" (?:pas(?! seulement)|jamais|sans|aucune?|ni|guere|rien)(?= (?:\S+ ){0,4}$)"),
    "es": re.compile(r" (?:no(?! solo)|nunca|jamas|sin|ningun|ninguna|ni|tampoco|nada)(?= (?:\S+ ){0,4}$)"),
}
NEGATION_AFTER: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"^ (?:not|by no) "),
    "de": re.compile(r"^ (?:nicht|keineswegs) "),
    "fr": re.compile(r"^ (?:pas|jamais|aucunement) "),
    "es": re.compile(r"^ (?:en absoluto) "),
}
"""Fr: `n'augmente pas`, de: `stieg nicht`."""

ADVICE: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r" (?:if|could|can|would|should|try|consider|might|may|to|let's|want|keep|aim|perhaps|plan|maybe|"
        r"worth|will|unless|you'd) "
    ),
    "de": re.compile(
        r" (?:wenn|falls|koennt\w*|sollt\w*|kann|koennen|wuerd\w*|versuch\w*|vielleicht|zu(?= \w+en )|"
        r"moecht\w*|lohnt|wird|werden|ob|sobald|damit|taete|waere|achten|pruefen|schauen|nehmen|denken) "
    ),
    "fr": re.compile(
        r" (?:si|s'|pourr\w*|devr\w*|peut|peuvent|pouvez|essay\w*|afin|pour(?= \w+(?:er|ir|re) )|envisag\w*|"
        r"conseil\w*|pensez|veillez|vaut|faut|il serait|peut etre|suffir\w*|serait|regardez|verifiez|evitez|"
        r"eviter) "
    ),
    "es": re.compile(
        r" (?:si|podr\w*|deber\w*|puede|pueden|intent\w*|para(?= \w+(?:ar|er|ir) )|conviene|trate|procure|"
        r"quiza|quizas|tal vez|vale|considere|considera|baste|revis\w*|piens\w*|mire|mira|cuide|cuida|"
        r"evit\w*) "
    ),
}
BACKWARD: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"^ (?:, )?(?:so )?(?:that|this|it|which|they|these|those|both) "),
    "de": re.compile(r"^ (?:, )?(?:das|dies|also|es|sie|damit|diese|dieser|was) "),
    "fr": re.compile(r"^ (?:, )?(?:ce qui|c'|cela|ca|ce|elle|il|elles|ils|cette|qui) "),
    "es": re.compile(r"^ (?:, )?(?:lo que|eso|esto|esta|este|ello|es|son|fue|estos|estas|lo cual|lo que) "),
}
