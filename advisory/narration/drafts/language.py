"""Which of the four languages a draft is written in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from advisory.narration.drafts.evidence import EVIDENCE
from advisory.narration.drafts.lexicon_files import words
from advisory.narration.drafts.tokens import Token
from advisory.narration.drafts.vocabulary import knows

LANGUAGES = ("en", "de", "fr", "es")
SMALL_WORDS: Mapping[str, frozenset[str]] = {
    "en": words(
        "the and of to your you is was were with than for from at that this it its in on by not have has are "
        "be an or but "
        "which would could can as if they their my we our these those there what when i'm it's don't you've"
    ),
    "de": words(
        "der die das an und ist sie ihr ihre ihren ihrem ihrer ihnen mit als fuer von zu auf den dem des im ein "
        "eine einen "
        "einem einer nicht haben hat war sind wurde wurden bei aus nach ueber unter um sich auch es du dein "
        "deine deinen "
        "deiner sind diesem dieser diesen dieses gegenueber mehr weniger noch wird werden am vom zum zur wie "
        "oder aber "
        "ich wir kann koennen ueblich gegen"
    ),
    "fr": words(
        "le la les des du de et est vous votre vos avez avec que pour sur dans par au aux un une ce cette "
        "ces ne pas plus "
        "moins sont ete a l' d' n' qu' c' s' j' en il elle ils elles on nous notre nos tu ton ta tes son sa "
        "ses ou mais "
        "ont fait etait deja ete"
    ),
    "es": words(
        "el la los las del de y es su sus usted ha has han con que para por en un una este esta estos estas "
        "no mas menos "
        "a me te les mas asi unos unas hay tan ya cada sin entre hasta desde tras nos mi mis todo todos lo "
        "le al se tu tus son fue fueron ser como pero o muy ya ese esa gasto pago durante sobre respecto debes "
        "debe tienes tiene tenes gastas gastaste gastado ahorraste ahorrado ganaste pagaste quedan quedaron "
        "faltan faltaron sobran recibiste cobraste hoy aqui este"
    ),
}


LETTERS: Mapping[str, frozenset[str]] = {
    "en": frozenset(),
    "de": frozenset("äöüßÄÖÜ"),
    "fr": frozenset("èêàçùâîôûœëïÈÊÀÇ"),
    "es": frozenset("ñáíóúÑÁÍÓÚ"),
}
"""Letters that the others of the four do without."""


def language_of(tokens: Sequence[Token]) -> str:
    """The language most small words belong to; where they tie, the one that knows more of the other words."""
    words = [token for token in tokens if token.is_word]
    scores = {language: _score(words, language) for language in LANGUAGES}
    best = max(scores.values())
    close = [language for language in LANGUAGES if scores[language] > best - CLOSE]
    if len(close) > 1:
        scores = {language: scores[language] + 0.5 * _money_words(words, language) for language in close}
    return max(close, key=lambda language: scores[language])


CLOSE = 1.6
"""Points apart; a short draft has few small words, and what it says of money decides."""


def _money_words(words: Sequence[Token], language: str) -> int:
    forms = {token.german if language == "de" else token.plain for token in words}
    long = [f" {form} " for form in forms if len(form) > 3]
    return sum(any(pattern.search(form) for pattern in EVIDENCE[language].values()) for form in long)


def _score(words: Sequence[Token], language: str) -> float:
    small = SMALL_WORDS[language]
    score = 1.5 * any(LETTERS[language].intersection(token.text) for token in words)
    for token in words:
        word = token.german if language == "de" else token.plain
        if word in small:
            score += 1
        if language == "de":
            score += 0.45 * (knows("de_words", word) or knows("de_nouns", word))
        else:
            score += 0.45 * knows(f"{language}_words", word)
    return score
