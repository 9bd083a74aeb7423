"""How seven countries' banks print movements, and the payees of a household in each: written for these tests alone.

Fields: `{payee}`, `{town}`, `{day}`, `{ref}` (fresh each time), `{own}` (the contract's, always the same), `{word}`.
"""

from __future__ import annotations

from dataclasses import dataclass

KINDS = (
    "rent", "energy", "net", "mobile", "quarter", "policy", "gym", "stream", "cloud", "rate", "box", "loan",
    "pay", "second_pay", "daycare", "gift", "clean", "renamed", "trial", "store", "plan", "market", "corner",
    "cafe", "fare", "fuel", "barber", "friend", "lunch", "chemist", "parking",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bank:
    """One printed form a kind of movement. `names`: payees by kind, in the order of KINDS."""

    currency: str
    day: str
    towns: tuple[str, str]
    card: str
    web: str
    debit: str
    order: str
    pay: str
    cash: str
    sent: str
    payees: str

    @property
    def names(self) -> dict[str, str]:
        return dict(zip(KINDS, self.payees.split("|"), strict=True))


BANKS = {
    "US": Bank(
        "USD", "%m/%d", ("DENVER CO", "BOISE ID"),
        "POS Debit {payee} {town} Card 4417", "Debit Card Purchase - {payee} {ref}",
        "{payee} ACH PMT {ref} WEB ID: {own}", "Online Transfer Ref #{ref} to {payee} {word}",
        "{payee} DIR DEP {own} PPD ID: {own}", "NON-NETWORK ATM WITHDRAW {ref} {day} {town}",
        "Zelle payment to {payee} {ref}",
        "Mapleview Property Mgmt|Xcel Energy Co|CenturyLink Brdbnd|US Mobile LLC|Lemonade Ins|Erie Indemnity|"
        "Crunch Fit Denver|Peacock TV|Backblaze Inc|Loom Inc|Imperfect Foods|Upstart Loan Pmt|"
        "Rocky Mtn Dental|Gig Labs|"
        "Tiny Acorns Learning|Food Bank of Rockies|Maid Brigade|Lumen Fiber|Skillshare Inc|APPLE.COM/BILL|"
        "Fidelity Roth|"
        "King Soopers|Sprouts|Huckleberry Roast|RTD Denver|Maverik|Floyds 99|T Okonkwo|Illegal Petes|"
        "Cap Hill Rx|ParkMobile",
    ),
    "GB": Bank(
        "GBP", "%d %b", ("HALIFAX", "TRURO"),
        "{payee} {town} {day} VIS", "{payee} {ref} CD 4417", "{payee} {own} DDR", "{payee} {word} STO",
        "{payee} {word} BGC",
        "LNK {town} CD 4417 {day}", "{payee} VIA MOBILE - PYMT FP {day} {ref}",
        "Pennine Homes|OVO Energy|Zen Internet|VOXI|Hastings Direct|LV Insurance|Bannatyne Fitness|NOW TV Ent|Dropbox|"
        "Canva Pty|Oddbox|Novuna Pers Fin|Rydale Engineering|Cornish Bakery Co|Little Willows Nsy|RNLI|"
        "Sparkle Domestics|"
        "Plusnet|Audible UK|GOOGLE*PLAY|Vanguard ISA|Booths|Iceland|Gloria Beans|Northern Rail|Jet Garage|Razor Lounge|"
        "P Nowak|Subway|Well Pharmacy|RingGo",
    ),
    "DE": Bank(
        "EUR", "%d.%m.%Y", ("Kassel", "Jena"),
        "{payee}//{town}/DE {day} um 14:02 Uhr KFN 417", "{payee} {ref} Visa Online",
        "SEPA-Lastschrift {payee} Mandatsref. {own} Gläubiger-ID DE12ZZZ{own} Ref {ref}", "Dauerauftrag {payee} {word}",
        "Gehaltseingang {payee} LOHN/GEHALT {own}", "Bargeldauszahlung {town} {day}", "Überweisung {payee} {ref}",
        "Ulrike Brandt|Mainova AG|NetCologne|Congstar|CosmosDirekt|HUK24 AG|Clever Fit Jena|"
        "WOW Sky Deutschland|Strato AG|"
        "Figma|Märkische Kiste|SWK Bank Ratenkredit|Zeitz Optik GmbH|Caritas Nord|Kita Pusteblume|NABU|Putzfee Jena|"
        "Unitymedia|Blinkist|Microsoft*Store|Trade Republic Sparplan|Tegut|Globus|Kaffeerösterei Ahoi|Nahverkehr Jena|"
        "HEM Tankstelle|Haargenau|Lena Vogt|Suppenbar|Löwen-Apotheke|PayByPhone",
    ),
    "FR": Bank(
        "EUR", "%d/%m/%y", ("POITIERS", "QUIMPER"),
        "PAIEMENT PAR CARTE X4417 {payee} {town} {day}", "CB {payee} FACT {ref}", "PRLV {payee} {ref} {own}",
        "VIR PERM {payee} {word}", "VIR DE {payee} SALAIRE {day}", "RETRAIT DAB {day} {town}",
        "VIR INST VERS {payee} {ref}",
        "SCI Les Tilleuls|ENGIE|Bouygues Box|Sosh|MAAF Assurances|Macif|LAppart Fitness|Molotov|OVH SAS|Figma|Rutabago|"
        "Younited Credit|Atelier Morvan|Mairie de Quimper|Creche Babilou|Secours Populaire|Shiva Menage|"
        "SFR Numericable|"
        "Deezer|APPLE.COM/BILL|Boursorama PEA Plan|Biocoop|Franprix|Cafe Lomi|QUB Bus|Relais Total|Tchip Coiffure|"
        "Mlle Garnier|Class Croute|Pharmacie Centrale|Flowbird",
    ),
    "NL": Bank(
        "EUR", "%d.%m.%Y", ("Assen", "Goes"),
        "BEA NR:{ref} {day}/14:02 {payee},PAS417 {town}", "BEA Apple Pay {payee} {ref}",
        "SEPA Incasso algemeen doorlopend Incassant: NL{own} Naam: {payee} Machtiging: {own} Kenmerk: {ref}",
        "SEPA Periodieke overb. IBAN: NL44RABO0{own} Naam: {payee} Omschrijving: {word}",
        "SEPA Overboeking IBAN: NL22INGB0{own} Naam: {payee} Omschrijving: SALARIS {ref}",
        "GEA NR:{ref} {day}/14:02 {town},PAS417", "SEPA Overboeking IBAN: NL11 Naam: {payee} Omschrijving: {ref}",
        "Woonstede|Greenchoice|Delta Fiber|Simyo|FBTO|Univé|TrainMore Assen|Videoland|TransIP|Figma|Hofweb|Freo Lening|"
        "Drentse Zuivel BV|Stichting Zorgkwadrant|Kinderopvang Partou|KWF|Helpling|Caiway|Storytel|GOOGLE*Services|"
        "Meesman Indexfonds|Jan Linders|Hoogvliet|Koffie Leute|Qbuzz|Tango|Kinki Kappers|B Jansma|Broodje Bewust|BENU|"
        "Parkmobile",
    ),
    "PL": Bank(
        "PLN", "%d.%m.%Y", ("RZESZÓW", "OPOLE"),
        "ZAKUP PRZY UŻYCIU KARTY {payee} {town} {day} {ref}", "Płatność internetowa {payee} {ref}",
        "POLECENIE ZAPŁATY {payee} {own}", "ZLECENIE STAŁE {payee} {word}", "PRZELEW PRZYCHODZĄCY {payee} PENSJA {day}",
        "WYPŁATA W BANKOMACIE {town} {day}", "PRZELEW NA TELEFON {payee} {ref}",
        "Anna Wrona|PGE Obrót|Vectra|Heyah|Warta|Compensa TU|Calypso Rzeszów|Player PL|home.pl|Figma|Paczka od Rolnika|"
        "Alior Bank Rata kredytu|Zelmer Serwis|Szkoła Podst Nr 4|Przedszkole Bajka|Fundacja Polsat|Czysty Dom|"
        "UPC Polska|"
        "Storytel|APPLE.COM/BILL|XTB Plan Inwest|Stokrotka|Dino|Kawiarnia Misz Masz|ZTM Rzeszów|Moya|"
        "Salon Ola|Kamil Duda|"
        "Bar Mleczny|Apteka Gemini|SkyCash",
    ),
    "ES": Bank(
        "EUR", "%d/%m/%y", ("HUESCA", "CADIZ"),
        "PAGO CON TARJETA {payee} {town} {day} 4417", "COMPRA INTERNET {payee} {ref}",
        "ADEUDO {payee} MANDATO {own} {ref}",
        "TRANSF. PERIODICA {payee} {word}", "NOMINA {payee} {day}", "CAJERO {town} {day}",
        "TRANSFERENCIA INMEDIATA A {payee} {ref}",
        "Carmen Ruiz|Holaluz|Euskaltel|Lowi|Pelayo|Linea Directa|Altafit Huesca|Filmin|Arsys|Figma|Disfruta Verdura|"
        "Cofidis Prestamo|Talleres Anso SL|Ayto de Huesca|Guarderia Pilar|Caritas|Limpiezas Sol|Jazztel|Audible|"
        "GOOGLE*GOOGLE PLAY|Indexa Capital|Consum|Alcampo|Cafe Granja|Alosa Bus|Ballenoil|Peluqueria Mar|Nuria Gil|"
        "Bar Manolo|Farmacia Coso|ElParking",
    ),
}  # fmt: skip
"""The seventh form is money sent to people; nothing in it is agreed."""

PLAIN = Bank(
    "GBP", "%d/%m", ("HALIFAX", "TRURO"), "{payee} {town}", "{payee} {ref}", "{payee}", "{payee}", "{payee}",
    "ATM {town}",
    "{payee}", BANKS["GB"].payees,
)  # fmt: skip
"""A bank that prints hardly anything but the name: dates and amounts must do."""
