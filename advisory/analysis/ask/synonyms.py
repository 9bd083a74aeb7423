"""Other words for the default categories and for kinds of account. They count only where the user has such a one, and
never where a name of the user's own fits better."""

from __future__ import annotations

from collections.abc import Mapping

_CATEGORIES = {
    "groceries": (
        "groceries|grocery|food shopping|supermarket|supermarkets|lebensmittel|lebensmitteln|lebensmitteleinkauf|"
        "lebensmitteleinkäufe|supermarkt|grocery shopping"
    ),
    "restaurants": (
        "restaurants|restaurant|eating out|eat out|ate out|dining|dining out|dine out|"
        "restaurantbesuche|essen gehen|auswärts essen|takeaway|"
        "restaurantbesuch|gastronomie|essengehen"
    ),
    "coffee": "coffee|coffees|kaffee|cafe|cafes|café|cafés|coffee shops",
    "transport": "transport|public transport|transportation|verkehr|nahverkehr|öpnv|verkehrsmittel|mobilität|transit",
    "fuel": "fuel|petrol|gasoline|benzin|sprit|tanken|kraftstoff|tankstelle|diesel",
    "rent_mortgage": "rent|mortgage|miete|rent or mortgage|hypothek|wohnung|wohnungsmiete",
    "utilities": "utilities|energy|utility|energie|nebenkosten|utility bills|versorger|energiekosten",
    "phone_internet": "phone|internet|telephone|telefon|telekommunikation|phone and internet|telefon und internet",
    "insurance": "insurance|insurances|versicherung|versicherungen",
    "health": "health|gesundheit|medical|healthcare|health care",
    "shopping": "shopping",
    "clothing": "clothing|clothes|kleidung|klamotten|bekleidung",
    "electronics": "electronics|elektronik|gadgets",
    "entertainment": "entertainment|unterhaltung|freizeit|leisure",
    "subscriptions": "subscriptions|subscription|abos|abonnements|abo",
    "travel": "travel|travelling|traveling|reisen|urlaub|vacation|holidays|reise|trips",
    "education": "education|bildung|courses|weiterbildung",
    "childcare": "childcare|kinderbetreuung|kita|nursery",
    "pets": "pets|pet|haustiere|haustier|tierbedarf",
    "gifts_donations": "gifts|donations|presents|geschenke|spenden|gifts and donations",
    "fees": "fees|bank fees|gebühren|bankgebühren|charges by the bank|kontogebühren",
    "taxes": "taxes|steuern",
    "income_salary": "salary|wages|gehalt|lohn|pay cheque|paycheck|wage",
    "income_interest": "interest|zinsen|interest income",
    "cash": "cash|bargeld|cash withdrawals|barabhebungen|abhebungen",
    "other": "other|sonstiges",
}
CATEGORY_WORDS: Mapping[str, tuple[str, ...]] = {key: tuple(words.split("|")) for key, words in _CATEGORIES.items()}

_KINDS = {
    "checking": "checking account|current account|girokonto|everyday account|giro",
    "savings": "savings account|savings|sparkonto|tagesgeld|tagesgeldkonto|savings accounts",
    "credit_card": "credit card|kreditkarte|credit cards|kreditkarten",
    "cash": "cash box|wallet|bargeldkasse",
    "loan": "loan|kredit|darlehen",
}
ACCOUNT_KINDS: Mapping[str, tuple[str, ...]] = {kind: tuple(words.split("|")) for kind, words in _KINDS.items()}
