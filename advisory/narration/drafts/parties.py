"""Who is at which end of a payment: what a shop takes in is paid out, and what somebody hands to `you` comes in."""

from __future__ import annotations

import re
from collections.abc import Mapping

from advisory.narration.drafts.lexicon_files import bounded

TAKING: Mapping[str, re.Pattern[str]] = {
    "en": bounded(
        r"pocket(?:ed|s)?|receiv(?:ed|es)|collect(?:ed|s)?|got|gets|took in|takes?|took|raked in|rakes in|"
        r"bagged|netted|earned|earns|banked|gained"
    ),
    "de": bounded(
        r"kassiert\w*|bekam\w*|bekommt|erhielt\w*|erhaelt|strich\w*|nahm|nimmt|verdient\w*|vereinnahmt\w*|"
        r"eingestrichen|eingenommen|bekommen|erhalten"
    ),
    "fr": bounded(r"empoch\w*|rec(?:u|oit|oivent)|encaiss\w*|touch\w*|perc\w+|rafl\w*|engrang\w*|gagn\w*|recolt\w*"),
    "es": bounded(r"embols\w*|recib\w*|cobr\w*|percib\w*|llev\w*|ingres\w*|gan(?:o|a|ado)|recaud\w*"),
}
OWNER: Mapping[str, re.Pattern[str]] = {
    "en": bounded(r"you|you've|we|your (?:account|household)"),
    "de": bounded(r"sie|du|ihnen|dir|wir|ihr konto|dein konto"),
    "fr": bounded(r"vous|tu|avez|as|t'|te|on"),
    "es": bounded(
        r"usted|tu|te|le|has|ha usted|vos|"
        r"(?:cobr|gan|ingres|embols|llev|recaud)(?:aste|as|abas)|(?:recib|percib)(?:iste|es|ias)"
    ),
}
HANDED: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r" (\w+) (?:back )?(?:to )?you (?:about |just |only |back |a total of )?$"),
    "de": re.compile(r"(?!)"),
    "fr": re.compile(r" (?:vous|t') (?:(?:a|ont|avait) )?(?:bien |deja |encore )?(\w+) $"),
    "es": re.compile(r" (?:te|le) (?:(?:ha|han) )?(\w+) $"),
}
NOT_HANDED: Mapping[str, re.Pattern[str]] = {
    "en": bounded(
        r"cost|costs|costing|set|sets|charge[ds]?|bill(?:s|ed)?|took|takes?|tak(?:en|ing)|invoice[ds]?|rob(?:s|bed)?|"
        r"drain(?:s|ed)?|ask(?:s|ed)?|leaves?|left|sees?|saw|shows?|showed|puts?|made|makes|tells?|told|runs?|"
        r"ran|sting|"
        r"stung|relieved?s?|demand(?:s|ed)?|saves?|saved|if|that|what|did|do|and|as|than|when|have|for|from|of|"
        r"with|by|on|at|"
        r"forced|lost|loses?|eat|eats|ate|debited|debits|requires?|required|needs?|spared?s?|hits?|or|see|find|finds"
    ),
    "de": bounded(r"(?!)"),
    "fr": bounded(
        r"que|qui|de|pour|par|en|et|cout\w*|pri\w*|pren\w*|prend\w*|prelev\w*|factur\w*|reclam\w*|debit\w*|"
        r"demand\w*|reven\w*|revien\w*|delest\w*|laiss\w*|"
        r"rest\w*|ponctionn\w*|soutir\w*|compt\w*|oblig\w*|voi\w*|montr\w*|fai\w*|ote\w*|retir\w*|mange\w*|"
        r"absorb\w*|avez|"
        r"etes|devez|depens\w*|pay\w*|vol\w*|aval\w*|soulag\w*|manqu\w*|econom\w*|epargn\w*|sont|est|a|ont|"
        r"\w+ez|as|es|amput\w*"
    ),
    "es": bounded(
        r"que|de|por|en|y|\w+s|aplic\w*|cuest\w*|cost\w*|cobr\w*|factur\w*|quit\w*|sac\w*|llev\w*|rest\w*|"
        r"carg\w*|pid\w*|resta\w*|qued\w*|falt\w*|sal\w*|"
        r"supon\w*|supus\w*|sobr\w*|vacia\w*|retir\w*|rob\w*|descont\w*|gast\w*|deja\w*|ha|han|fu\w*|va|van|"
        r"tom\w*|trag\w*|"
        r"exig\w*|absorb\w*|consum\w*|com\w*|despoj\w*|fund\w*|hic\w*|hac\w*|pul\w*|muestr\w*|ahorr\w*|"
        r"permit\w*|reclam\w*|"
        r"correspond\w*|lastr\w*|pes\w*|permite|toc\w*|aliger\w*|solt\w*|suelt\w*|ventil\w*|\w+ste"
    ),
}


def takes_for_itself(left: str, sentence: str, names: frozenset[str], language: str) -> bool:
    """A verb of taking in with no `you` before it, in a sentence that has the payee's name."""
    if not TAKING[language].search(left) or not names & set(sentence.split()):
        return False
    return not OWNER[language].search(left)


def is_handed_over(left: str, language: str) -> bool:
    """`It fetched you {{x}}`: whatever the verb, unless it is one of taking."""
    found = HANDED[language].search(left)
    return found is not None and not NOT_HANDED[language].search(f" {found[1]} ")
