"""Whether a clause compares: a difference may not be told as a whole."""

from __future__ import annotations

import re

from advisory.narration.drafts.cues import CUES


def compares(text: str, language: str) -> bool:
    if any((found.lastgroup or "void") != "void" for found in CUES[language].finditer(text)):
        return True
    return COMPARING[language].search(text) is not None


COMPARING = {
    "en": re.compile(
        r" (?:differ\w*|change\w*|against|versus|compared|gap|extra|additional|saved?|on top|swing|movement|"
        r"move\w*|by|away|beyond|"
        r"gained|lost|won|better|worse|shift\w*|deviat\w*|excess|step|rise|fall|ahead|behind|apart) "
    ),
    "de": re.compile(
        r" (?:unterschied\w*|differenz|veraender\w*|aender\w*|gegenueber|vergleich\w*|verglichen|"
        r"besser|schlechter|zusaetzlich\w*|abweich\w*|um|extra|"
        r"gewonnen|gewann\w*|verlor\w*|mehr\w*|schritt|abstand|zugelegt|abgenommen) "
    ),
    "fr": re.compile(
        r" (?:ecart\w*|differen\w*|vari\w*|rapport|compar\w*|supplement\w*|chang\w*|evolu\w*|en plus|"
        r"de plus|gagne\w*|perdu\w*|(?:a|ont) pris) "
    ),
    "es": re.compile(
        r" (?:diferen\w*|vari\w*|respecto|frente|compar\w*|adicional\w*|cambi\w*|extra|desvi\w*|gana\w*|gano|perd\w*) "
    ),
}
