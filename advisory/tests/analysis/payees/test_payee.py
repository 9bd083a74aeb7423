"""What becomes of bank texts of many countries; every text is written for this table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory.analysis.payees import Payee, normalise, resolve_alias

KEYS = (
    # United Kingdom
    ("CARD PAYMENT TO TESCO STORES 3217 ON 12 MAR 2024", "tesco"),
    ("TESCO STORES 3217       LONDON        GBR", "tesco"),
    ("TESCO PAY AT PUMP 3321", "tesco petrol"),
    ("TESCO MOBILE 0345 3014455", "tesco mobile"),
    ("SAINSBURYS PETROL 0123", "sainsburys petrol"),
    ("B  Q 1302", "b q"),
    ("B&Q 1302 READING", "b q"),
    ("McDonald's 4432", "mcdonalds"),
    ("MCDONALDS F12345", "mcdonalds"),
    ("www.argos.co.uk", "argos"),
    ("ARGOS LTD", "argos"),
    ("TFL TRAVEL CH          TFL.GOV.UK/CP GBR", "tfl"),
    ("Standing order to J Smith rent", "j smith rent"),
    ("ALDI 12 772", "aldi"),
    ("H&M 0123 BERLIN", "h m"),
    ("M6 TOLL", "m6 toll"),
    ("BILL PAYMENT VIA FASTER PAYMENT TO GREEN LETTINGS REFERENCE FLAT 2A", "green lettings"),
    ("CONTACTLESS PAYMENT GREGGS 1873", "greggs"),
    # United States
    ("CHECKCARD 0412 STARBUCKS STORE 04321 SEATTLE WA 24431064", "starbucks"),
    ("POS DEBIT VISA CHECK CARD XXXX1234 WHOLEFDS MKT 10234 AUSTIN TX", "whole foods"),
    ("PURCHASE AUTHORIZED ON 03/04 NETFLIX.COM LOS GATOS CA S303063 CARD 1234", "netflix"),
    ("ORIG CO NAME:ACME CORP ORIG ID:1234567890 DESC DATE:240312 CO ENTRY DESCR:PAYROLL SEC:PPD", "acme"),
    ("VERIZON WIRELESS DES:PAYMENTS ID:XXXXX12345 INDN:JOHN DOE CO ID:XXXXX PPD", "verizon"),
    ("UBER *TRIP HELP.UBER.COM CA", "uber"),
    ("UBER   *EATS", "uber eats"),
    ("TST* THE BURGER JOINT - 0032", "the burger joint"),
    ("SQ *BLUE HERON COFFEE San Francisco CA", "blue heron coffee"),
    ("DD *DOORDASH CHIPOTLE 855-973-1040 CA", "doordash"),
    ("GOOGLE *YouTubePremium g.co/helppay# CA", "youtube"),
    ("APPLE.COM/BILL 866-712-7753 CA", "apple"),
    ("AMZN Mktp US*2K4R56TY0 Amzn.com/bill WA", "amazon"),
    ("AMAZON.CO.UK*MB2TX4RK5 AMAZON.CO.UK LU", "amazon"),
    ("Amazon Prime*XY12345", "amazon prime"),
    ("WM SUPERCENTER #1234 SPRINGFIELD IL", "walmart"),
    ("SHELL OIL 57442 HOUSTON TX", "shell"),
    ("COSTCO GAS #0123 TACOMA WA", "costco gas"),
    ("Zelle payment to Jane Roe JPM99a1b2c3", "jane roe"),
    ("ACH DEBIT CITY WATER DEPT 240312", "city water dept"),
    # brands with digits
    ("7-ELEVEN 34215 DALLAS TX", "7-eleven"),
    ("7 ELEVEN 1234", "7-eleven"),
    ("3 MOBILE DIRECT DEBIT", "three"),
    ("SUPER 8 MOTEL", "super 8 motel"),
    ("FOREVER 21 0123", "forever 21"),
    ("24 HOUR FITNESS #578 PORTLAND OR", "24 hour fitness"),
    ("99 CENTS ONLY #123", "99 cents only"),
    ("O2 UK PAYG TOP UP", "o2"),
    ("1&1 Telecom GmbH", "1 1"),
    ("KORTKÖP 240312 OKQ8 SOLNA", "okq8"),
    ("VAREKJØP REMA 1000 OSLO", "rema 1000"),
    # Germany, Austria
    ("KARTENZAHLUNG REWE SAGT DANKE. 44512//Leipzig/DE 2024-03-12T18:22:11 KFN 1 VJ 2712", "rewe"),
    ("EDEKA CENTER MUELLER//HAMBURG/DE 12.03.2024 um 18:33:11 Uhr", "edeka"),
    ("SEPA-BASISLASTSCHRIFT Nordlicht Energie GmbH EREF+123456 MREF+V123 SVWZ+Abschlag 03/2024", "nordlicht energie"),
    ("DAUERAUFTRAG MIETE MAERZ 2024", "miete"),
    ("POS   11,36 AT  K2   19.09. 16:29 EUROSPAR DANKT 4082 GRAZ 2100", "eurospar"),
    ("PENNY DANKT  3211  K2   20.09. 12:01", "penny"),
    ("STADTWERKE LEIPZIG GMBH", "stadtwerke leipzig"),
    # France
    ("CARTE 12/03/24 CARREFOUR CITY PARIS CB*1234", "carrefour"),
    ("PRLV SEPA EDF CLIENTS PARTICULIERS ECH/120324 ID EMETTEUR/FR47EDF MDT/00123 REF/998877", "edf"),
    ("ACHAT CB BOULANGERIE PAUL 12.03.24 CARTE NUM 4974", "boulangerie paul"),
    ("VIR SEPA RECU /DE SOCIETE DUPONT SAS /MOTIF SALAIRE MARS", "societe dupont"),
    # Spain, Italy, Portugal, Brazil
    ("COMPRA TARJ. 5402XXXXXXXX0000 MERCADONA-MADRID", "mercadona"),
    ("PAGO MOVIL EN BAR PEPE, SEVILLA ES", "bar pepe"),
    ("RECIBO IBERDROLA CLIENTES SAU N 123456", "iberdrola clientes"),
    ("BIZUM A MARIA LOPEZ", "maria lopez"),
    ("PAGAMENTO POS ESSELUNGA MILANO 12/03/24 10:22", "esselunga"),
    ("ADDEBITO SDD ENEL ENERGIA SPA MANDATO 12AB34", "enel energia"),
    ("BONIFICO A VOSTRO FAVORE ROSSI MARIO", "rossi mario"),
    ("COMPRA 1234 CONTINENTE LISBOA", "continente"),
    ("PIX ENVIADO - PADARIA CENTRAL", "padaria central"),
    ("COMPRA CARTAO IFD*RESTAURANTE BOM SAO PAULO BR", "restaurante bom"),
    # Netherlands, Nordics, Poland
    ("BEA, Betaalpas Albert Heijn 1234,PAS123 NR:AB12CD, 12.03.24/10:12 AMSTERDAM", "albert heijn"),
    ("SEPA Incasso algemeen doorlopend Incassant: NL12ZZZ Naam: ZIGGO BV Machtiging: 123", "ziggo"),
    ("/TRTP/SEPA OVERBOEKING/IBAN/NL20INGB0001234567/BIC/INGBNL2A/NAME/J JANSEN/REMI/HUUR MAART", "j jansen"),
    ("KORTKÖP 240312 ICA SUPERMARKET SOLNA", "ica"),
    ("Swish till Anna Svensson", "anna svensson"),
    ("KORTTIOSTO K-MARKET KAMPPI HELSINKI", "k market kamppi"),
    ("PŁATNOŚĆ KARTĄ 12.03.2024 Nr karty 4246xx1234 BIEDRONKA 123 WARSZAWA", "biedronka"),
    ("PRZELEW WYCHODZĄCY JAN KOWALSKI", "jan kowalski"),
    # India, Japan, Australia
    ("UPI/DR/412345678901/SWIGGY/YESB/swiggy@upi/Payment", "swiggy"),
    ("UPI-ZOMATO LTD-zomato@bank-BANK0000001-412345678901", "zomato"),
    ("NEFT CR-CITI0000001-INFOSYS LTD-SALARY", "infosys"),
    ("POS 416021XXXXXX1234 BIG BAZAAR", "big bazaar"),
    ("ｾﾌﾞﾝｲﾚﾌﾞﾝ ｼﾌﾞﾔﾃﾝ", "7-eleven"),
    ("VISA PURCHASE CARD XX1234 WOOLWORTHS 1234 SYDNEY AU AUD 23.10", "woolworths"),
    # processors, stacked
    ("PAYPAL *SPOTIFYAB 35314369001 LUX", "spotify"),
    ("PAYPAL *SQ *NOODLE BAR", "noodle bar"),
    ("KLARNA*ZALANDO", "zalando"),
    ("SumUp  *Cafe Nord", "cafe nord"),
    ("CRV*PRET A MANGER LONDON", "pret a manger"),
    ("GOOGLE*GOOGLE STORAGE 650-253-0000 CA", "google one"),
    ("AMZNMktplace*AB12C London", "amazon"),
    ("iDEAL Bol.com via Adyen 0030001234567890", "bol com"),
    ("PAYPAL DES:INST XFER ID:SPOTIFYAB INDN:JANE ROE", "spotify"),
    ("PAYPAL EUROPE S.A.R.L. ET CIE S.C.A PP.1234.PP . NETFLIX, Ihr Einkauf bei NETFLIX", "netflix"),
    # the bank's own words, in front and behind
    ("RECURRING PMT 03/14 SPOTIFY USA", "spotify"),
    ("ELECTRONIC PMT-WEB COMCAST 8495", "comcast"),
    ("E-COMMERCE NETFLIX.COM 12345678", "netflix"),
    ("OVO ENERGY 123456789 DDR", "ovo energy"),
    ("J SMITH RENT STO", "j smith rent"),
    ("STANDING ORDER VIA FASTER PAYMENT TO H JONES REFERENCE FLAT 2, MANDATE NO 3", "h jones"),
    ("P NOWAK VIA MOBILE - PYMT FP 01/10/23 2CE9AB102", "p nowak"),
    ("CENTURYLINK BRDBND ACH PMT FBEDH1BDB WEB ID: 608541439", "centurylink brdbnd"),
    ("Gutschrift Musterfirma GmbH Lohn/Gehalt 03/2024", "musterfirma"),
    ("HUK24 AG GC3FH2CDC", "huk24"),
    ("Car2Go Deutschland GmbH Berlin", "car2go"),
    ("BEA NR:H546F443A 04.05.2023/20:03 TANGO,PAS417 ASSEN", "tango"),
    ("Lokalizacja: Kraj: POLSKA Miasto: KRAKOW Adres: BIEDRONKA 4321", "biedronka"),
    ("VIREMENT PERMANENT POUR M MARTIN LOYER", "m martin loyer"),
    ("HULU 877-8244858 CA HULU.COM/BILL CA", "hulu"),
    ("NACH DR LIC OF INDIA 123", "lic of india"),
    # nobody
    ("CARD 1234 12/03", ""),
    ("DIRECT DEBIT", ""),
    ("", ""),
    ("12/03/2024 998877", ""),
)


@pytest.mark.parametrize(("text", "key"), KEYS)
def test_the_key_is_the_payee_without_what_the_bank_put_around_it(text: str, key: str) -> None:
    assert normalise(text).key == key


@pytest.mark.parametrize(
    ("text", "other", "key", "processor"),
    [
        ("PP.1234.PP . SPOTIFY, Ihr Einkauf bei SPOTIFY", "PayPal Europe S.a.r.l. et Cie S.C.A", "spotify", "Paypal"),
        (
            "Ihr Einkauf bei Buchhaus Nord, 1029384",
            "PayPal (Europe) S.à r.l. et Cie, S.C.A.",
            "buchhaus nord",
            "Paypal",
        ),
        ("Abschlag 2024-03", "Nordlicht Energie GmbH", "nordlicht energie", ""),
        ("998877665544", "PayPal Europe S.a.r.l. et Cie S.C.A", "paypal", ""),
        ("CARD PAYMENT TO GREGGS 1873", "12345678", "greggs", ""),
    ],
)
def test_the_other_side_decides_unless_it_collects_for_others(text: str, other: str, key: str, processor: str) -> None:
    payee = normalise(text, other)
    assert (payee.key, payee.processor) == (key, processor)


def test_channel_city_and_processor_are_told_apart() -> None:
    assert normalise("CASH WITHDRAWAL AT HIGH ST 12MAR").channel == "cash"
    assert normalise("DAUERAUFTRAG MIETE").channel == "standing"
    assert normalise("PRLV SEPA ASSURANCE DU NORD").channel == "debit"
    assert normalise("SQ *THE CORNER BAKERY CHICAGO IL") == Payee(
        "the corner bakery", "The Corner Bakery", "", "Square", "Chicago", 0.75
    )


def test_a_shouted_name_is_shown_in_title_case_and_a_known_one_as_people_write_it() -> None:
    assert normalise("NOODLE HOUSE 0042").brand == "Noodle House"
    assert normalise("TRADER JOE S #123").brand == "Trader Joe's"


def test_a_known_spelling_is_surer_than_a_rest() -> None:
    assert normalise("NETFLIX.COM").confidence > normalise("NOODLE HOUSE").confidence > normalise("XQ 12/03").confidence


def test_an_alias_of_the_user_is_followed_and_a_circle_ends() -> None:
    shop = normalise("NOODLE HOUSE 0042")
    assert resolve_alias(shop, {"noodle house": "noodles", "noodles": "noodle bar"}).key == "noodle bar"
    assert resolve_alias(shop, {"noodle house": "noodles", "noodles": "noodle house"}).key == "noodles"
    assert resolve_alias(shop, {}) is shop


@given(st.text(max_size=120), st.text(max_size=40))
def test_any_text_gives_a_folded_key_and_the_same_one_again(text: str, other: str) -> None:
    payee = normalise(text, other)
    normalise.cache_clear()
    assert normalise(text, other) == payee
    assert payee.key == " ".join(payee.key.split())
    assert 0 <= payee.confidence <= 1


@given(st.sampled_from([key for _, key in KEYS if key]), st.integers(1000, 99999))
def test_a_shop_number_and_a_date_change_no_key(name: str, number: int) -> None:
    assert normalise(f"CARD PURCHASE {name.upper()} #{number} 03/12").key == normalise(name.upper()).key


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("OVO ENERGY 123456789 DDR", "debit"),
        ("VERIZON WIRELESS DES:PAYMENTS ID:123 INDN:JANE ROE CO ID:123 PPD", "debit"),
        ("ORIG CO NAME:GEICO ORIG ID:1 DESC DATE:240312 CO ENTRY DESCR:PREM SEC:PPD", "debit"),
        ("Stadtwerke Jena Mandatsref. 4711 Ref 0815", "debit"),
        ("/TRTP/SEPA Incasso algemeen doorlopend/CSID/NL12ZZZ123/NAME/VITENS NV/MARF/1234", "debit"),
        ("J SMITH RENT STO", "standing"),
        ("DISPOSIZIONE PERMANENTE NIDO GIRASOLE", "standing"),
        ("DEB AUTOM SABESP 117440229", "debit"),
        ("RECURRING PMT 03/14 SPOTIFY USA", "card"),
        ("Corner Shop 12", ""),
    ],
)
def test_the_channel_is_read_wherever_it_stands(text: str, channel: str) -> None:
    assert normalise(text).channel == channel


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CARTE 12/03/24 MONOPRIX LYON CB*1234", "CARTE 05/11/23 MONOPRIX LYON CB*9876"),
        ("POS 2024-03-12 18:22 REWE 1234567", "POS 2023-11-05 09:01 REWE 7654321"),
        ("CARD PAYMENT TO GREGGS ON 12MAR", "CARD PAYMENT TO GREGGS ON 28MAR"),
    ],
)
def test_texts_that_differ_in_days_and_references_are_one_payee(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)


@pytest.mark.parametrize("text", ["7-11 STORE 3321", "REMA 1000 OSLO", "1822direkt Frankfurt", "PHASE 8 BATH", "C1000"])
def test_numbers_of_brands_are_no_references(text: str) -> None:
    assert any(letter.isdigit() for letter in normalise(text).key) or normalise(text).key == "7-eleven"
