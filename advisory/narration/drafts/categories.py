"""Common spending categories in four languages, so that a figure of one is not told under another's name."""

from __future__ import annotations

import re
from collections.abc import Mapping

CATEGORIES: Mapping[str, str] = {
    "housing": r"housing|wohnen|wohnung\w*|logement|habitation|vivienda",
    "groceries": r"grocer(?:y|ies)|supermarkets?|food|foodstuffs|lebensmittel\w*|supermarkt\w*|nahrungsmittel\w*|courses|alimentation|alimentaires?|epicerie|supermarches?|nourriture|supermercados?|alimentacion|alimentos|comestibles|viveres|comida|lebensmitteleinkauf\w*|despensa",
    "eating out": r"restaurants?|eating out|dining|dining out|takeaways?|takeout|meals out|auswaerts essen|restaurant\w*|gastronom\w*|essengehen|auswaertsessen|lieferdienst\w*|imbiss\w*|sorties au restaurant|repas a l' exterieur|restauration|restaurantes?|comer fuera|comidas fuera|bares|hosteleria|essen gehen",
    "rent": r"rent|rents|rental|miete\w*|\w+miete|loyers?|alquiler(?:es)?|arriendo|arrendamiento",
    "mortgage": r"mortgages?|hypothek\w*|baufinanzierung|hypothequ\w*|pret immobilier|hipotec\w*",
    "energy": r"energy|electricity|gas bill|heating|power bills?|utilit(?:y|ies)|strom\w*|heiz\w*|energie\w*|gasrechnung|nebenkosten|electricite|energie|chauffage|electricidad|energia|calefaccion|luz|suministros|gaz|versorger",
    "transport": r"transport\w*|transportation|public transport|commut\w+|bus|train|trains|verkehr\w*|oepnv|fahrkarten?|bahn\w*|nahverkehr\w*|mobilitaet\w*|transports?|trains?|metro|transportes?|tren|trenes|autobus|movilidad|mobilite|fahrtkosten|deplacements?",
    "fuel": r"fuel|petrol|gasoline|benzin\w*|tank(?:en|kosten|stelle|stellen|ausgaben)|kraftstoff\w*|sprit\w*|carburants?|essence|combustible|gasolina",
    "car": r"car|cars|vehicle|parking|auto|autos|\bkfz\w*|fahrzeug\w*|voitures?|vehicules?|coches?|vehiculos?|automobile",
    "insurance": r"insurances?|insurers?|versicherung\w*|\w+versicherung(?:en)?|assurances?|seguros?",
    "health": r"health|healthcare|doctors?|pharmac(?:y|ies)|medicines?|medical|dentist|gesundheit\w*|arzt\w*|apotheke\w*|medikament\w*|zahnarzt|sante|pharmacies?|medecins?|medicaments?|salud|farmacias?|medicos?|medicinas?|medicamentos?",
    "leisure": r"leisure|entertainment|hobby|hobbies|hobbys|cinema|freizeit\w*|unterhaltung\w*|kino|loisirs?|divertissements?|ocio|entretenimiento|cine",
    "subscriptions": r"subscriptions?|streaming|abos?|abonnements?|abokosten|streamingdienste?n?|\w+abos?|suscripcion(?:es)?",
    "clothing": r"cloth(?:es|ing)|apparel|shoes|fashion|kleid(?:ung|er)\w*|schuhe\w*|mode|vetements?|habillement|chaussures|ropa|calzado|moda|bekleidung\w*",
    "travel": r"travel|holidays?|vacations?|hotels?|flights?|reisen?|reise\w*|urlaub\w*|fluege?n?|voyages?|vacances|vols|viajes?|vacaciones|hotel(?:es)?|vuelos",
    "education": r"education|school|tuition|courses(?=x)|books|bildung\w*|schul(?:e|en|geld|bedarf|material|kosten|sachen)|studium|education|ecole|scolarite|formation|educacion|colegio|escuela|estudios|libros|livres|buecher\w*",
    "phone": r"phones?|mobile|internet|broadband|telecoms?|telefon\w*|handy\w*|mobilfunk\w*|telephon\w*|telecommunications?|telefonia?|movil|telefono",
    "household": r"kitchen|haushaltswaren|haushaltsbedarf|haushaltsgegenstaende|ameublement|equipement|enseres|furniture|household|home improvement|diy|moebel\w*|haushalt(?:swaren|sartikel|sgeraete)|meubles?|bricolage|ameublement|muebles|hogar|menaje|einrichtung",
    "children": r"childcare|children|kids|nursery|kinder(?:betreuung|garten)\w*|kita\w*|enfants?|creche|garde d' enfants|ninos|hijos|guarderia",
    "pets": r"pets?|vet|haustier\w*|tierarzt|animaux|veterinaire|mascotas?|veterinari[oa]",
    "gifts": r"gifts?|donations?|charit(?:y|ies)|geschenke?n?|spenden?|cadeaux?|dons|regalos?|donaciones",
    "taxes": r"tax|taxes|steuern?|steuer\w*|impots?|taxes|impuestos?",
    "sport": r"sports?|gym|fitness\w*|sport\w*|fitnessstudio|gimnasio|deportes?|salle de sport",
    "cosmetics": r"cosmetics|beauty|hairdresser|drogerie\w*|kosmetik\w*|friseur\w*|cosmetiques?|coiffeur|cosmetica|peluqueria|belleza|beaute|koerperpflege|soins",
}  # fmt: skip
CATEGORY = re.compile(
    r"(?<![^ ])(?:"
    + "|".join(f"(?P<c{place}>{words})" for place, words in enumerate(CATEGORIES.values()))
    + r")(?![^ ])"
)
NAMES = tuple(CATEGORIES)


ELSEWHERE = frozenset(("essence",))


def categories_in(text: str, language: str = "") -> frozenset[str]:
    """`text` is plain, its tokens parted by single spaces."""
    found = CATEGORY.finditer(text.replace(" car ", " ") if language == "fr" else text)
    return frozenset(NAMES[int(one.lastgroup[1:])] for one in found if one.lastgroup and one[0] not in ELSEWHERE)
