"""What a sentence only supposes, and what it leaves out of account."""

from __future__ import annotations

import re
from collections.abc import Mapping

SUPPOSED: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r" (?:if|could|would|can|might|you'd|without|by cancelling|cancelling|by \w+ing) "),
    "de": re.compile(r" (?:wenn|falls|koennt\w*|wuerd\w*|kann|koennen|ohne|waere\w*|liesse\w*|damit) "),
    "fr": re.compile(r" (?:si|s' ils?|pourr\w*|peut|pouvez|\w+riez|\w+rait|\w+raient|\w+rais|sans|en \w+ant) "),
    "es": re.compile(r" (?:si|podr\w*|puede|puedes|\w+rias?|\w+rian|sin|al \w+[aei]r) "),
}
LEFT_OUT: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r" (?:apart from|aside|besides|excluding|except|not counting|other than|leaving|without|beyond|"
        r"outside) "
    ),
    "de": re.compile(r" (?:beiseite|abgesehen|ausser|neben|ohne|ausgenommen|abzueglich|jenseits) "),
    "fr": re.compile(r" (?:hors|hormis|mis a part|mise a part|a part|outre|sans|sauf|excepte) "),
    "es": re.compile(r" (?:aparte|salvo|excepto|ademas|sin|quitando|descontando|fuera) "),
}


def is_supposed(sentence: str, language: str) -> bool:
    """Under an if or a could, what was spent may be called kept or saved."""
    return SUPPOSED[language].search(sentence) is not None


def is_left_out(text: str, language: str) -> bool:
    return LEFT_OUT[language].search(text) is not None


MAY_SPEND: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r" (?:can|could|may|to|allowed to|free to|safely) (?:\S+ ){0,4}(?:spend|use|draw|enjoy) "),
    "de": re.compile(
        r" (?:koennen|duerfen|koennten|kann\w*|darf\w*|duerften|lassen|zum|zu) (?:\S+ ){0,10}"
        r"(?:ausgeben|verwenden|nutzen|verfuegen|verbrauchen|ausgegeben) |"
        r" (?:ausgeben|verwenden|nutzen) (?:\S+ )?(?:kann\w*|darf\w*|koennen|duerfen) |"
        r" kannst @\d+@ | @\d+@ (?:\S+ ){0,2}(?:kannst|darfst|koennen|duerfen) "
    ),
    "fr": re.compile(r" (?:pouvez|pourrez|pourriez|a|peux|peut|pourras|pour) (?:\S+ ){0,4}(?:depenser|utiliser) "),
    "es": re.compile(r" (?:puedes?|podras?|podrias?|podeis|para|por) (?:\S+ ){0,4}(?:gastar|usar) "),
}


def may_be_spent(sentence: str, language: str) -> bool:
    """What is left or allowed is there to be spent, and that may be said of it."""
    return MAY_SPEND[language].search(sentence) is not None
