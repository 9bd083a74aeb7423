"""Central Europe. One block a country; see `layouts_country` for the form."""

from __future__ import annotations

BLOCKS = """
[pl PLN Y-m-d,d-m-Y,d.m.Y|1 234,56 plain,|cp1250]
date: Data operacji | Data transakcji | Data księgowania | Data
value: Data waluty
text: Opis operacji | Tytuł | Opis transakcji | Tytułem | Szczegóły
party: Nadawca / Odbiorca | Kontrahent | Dane kontrahenta | Odbiorca
amount: Kwota | Kwota operacji | Kwota transakcji | Kwota w walucie rachunku
debit: Obciążenia | Obciążenie | Wydatki | Winien
credit: Uznania | Uznanie | Wpływy | Ma
balance: Saldo | Saldo po operacji | Saldo po transakcji
currency: Waluta
flag: Strona | Wn/Ma | Typ
sides: Wn,Ma | Obciążenie,Uznanie | D,C
kind: Typ transakcji | Rodzaj operacji | Typ operacji
kinds_out: Płatność kartą | Przelew wychodzący | Wypłata z bankomatu | Prowizja | Zakup przy użyciu karty
kinds_in: Przelew przychodzący | Wpłata | Odsetki | Zwrot
ref: Numer referencyjny | Nr transakcji
other: Rachunek kontrahenta | Numer rachunku
account: Rachunek | Numer konta | Nr rachunku
opening: Saldo początkowe | Stan początkowy
closing: Saldo końcowe | Stan końcowy
total: Suma | Razem
period: Za okres | Okres
category: Kategoria
foreign: Kwota w walucie transakcji,Waluta transakcji
fee: Prowizja
out: ŻABKA Z5512 | CZYNSZ MIESZKANIE | BIEDRONKA 3021 | ORLEN STACJA | PGNIG FAKTURA | MPK BILET
in: WYNAGRODZENIE | PRZELEW OD NOWAK | ZWROT PODATKU | WPŁATA WŁASNA
people: Jan Nowak | Firma Budowlana Sp. z o.o.
card: Numer karty | Karta kredytowa
payment: SPŁATA KARTY | WPŁATA SPŁATA ZADŁUŻENIA
due: Limit kredytowy | Minimalna kwota do zapłaty

[cz CZK d.m.Y,j.n.Y,Y-m-d|1 234,56 plain,|cp1250]
date: Datum | Datum zaúčtování | Datum provedení | Datum pohybu
value: Datum valuty | Valuta
text: Popis | Zpráva pro příjemce | Poznámka | Popis transakce | Popis příkazce
party: Název protiúčtu | Protistrana | Název protistrany
amount: Částka | Objem | Zaúčtovaná částka | Částka v CZK
debit: Výdaje | Má dáti | Odchozí | Debet
credit: Příjmy | Dal | Příchozí | Kredit
balance: Zůstatek | Zůstatek po transakci | Konečný zůstatek
currency: Měna | Měna účtu
flag: Směr úhrady | D/K
sides: D,K | odchozí,příchozí | Výdej,Příjem
kind: Typ | Typ transakce | Typ pohybu
kinds_out: Platba kartou | Odchozí úhrada | Výběr z bankomatu | Poplatek | Inkaso
kinds_in: Příchozí úhrada | Vklad | Úrok | Mzda
ref: ID pohybu | Variabilní symbol | ID transakce | VS
other: Protiúčet | Číslo protiúčtu
account: Číslo účtu | Účet
opening: Počáteční zůstatek | Počáteční stav
closing: Konečný zůstatek | Konečný stav
total: Celkem | Suma
period: Období | Za období
category: Kategorie
foreign: Původní částka,Původní měna
fee: Poplatek
out: ALBERT HYPERMARKET | NÁJEM PROSINEC | ČEZ PRODEJ | DPP JÍZDENKA | LÉKÁRNA DR MAX | Výběr hotovosti
in: MZDA LISTOPAD | Příchozí platba Novák | VRÁCENÍ DANĚ | Připsaný úrok
people: Petr Novák | Stavby Dvořák s.r.o.
card: Číslo karty | Kreditní karta
payment: SPLÁTKA KARTY | PŘIJATÁ SPLÁTKA DĚKUJEME
due: Úvěrový limit | Minimální splátka

[sk EUR d.m.Y,Y-m-d|1 234,56 plain,|cp1250]
date: Dátum | Dátum zaúčtovania | Dátum transakcie | Dátum účtovania
value: Dátum valuty | Valuta
text: Popis | Popis transakcie | Informácia pre príjemcu | Poznámka
party: Názov protiúčtu | Partner | Príjemca
amount: Suma | Čiastka | Suma v EUR | Objem
debit: Debet | Výdavky | Odchádzajúce
credit: Kredit | Príjmy | Prichádzajúce
balance: Zostatok | Zostatok po transakcii
currency: Mena
flag: D/K | Smer
sides: D,K | Debet,Kredit
kind: Typ transakcie | Typ
kinds_out: Platba kartou | Trvalý príkaz | Výber z bankomatu | Poplatok
kinds_in: Prijatá platba | Vklad | Úrok | Výplata
ref: Referencia platiteľa | Variabilný symbol
other: Protiúčet | IBAN protiúčtu
account: Účet | Číslo účtu
opening: Počiatočný zostatok
closing: Konečný zostatok
total: Spolu
period: Obdobie
category: Kategória
foreign: Pôvodná suma,Pôvodná mena
fee: Poplatok
out: BILLA BRATISLAVA | NÁJOMNÉ | SPP ENERGIE | TESCO EXPRES | LEKÁREŇ
in: VÝPLATA | Vklad hotovosti | VRÁTENIE DANE
people: Zuzana Kováčová | Stavmat s.r.o.
card: Číslo karty | Kreditná karta
payment: SPLÁTKA KREDITNEJ KARTY ĎAKUJEME | SPLÁTKA PRIJATÁ
due: Úverový limit | Minimálna splátka

[hu HUF Y.m.d,Y.m.d.,Y-m-d|1 234,56 plain,|cp1250]
date: Könyvelés dátuma | Dátum | Tranzakció dátuma | Könyvelési dátum
value: Értéknap
text: Közlemény | Megjegyzés | Leírás | Tranzakció leírása
party: Partner neve | Ellenoldali név | Partner név
amount: Összeg | Tranzakció összege | Összeg (HUF)
debit: Terhelés | Kiadás
credit: Jóváírás | Bevétel
balance: Egyenleg | Könyvelt egyenleg | Új könyvelt egyenleg
currency: Devizanem | Pénznem | Deviza
flag: T/J | Terhelés/Jóváírás | Bejövő/Kimenő
sides: T,J | Terhelés,Jóváírás | Kimenő,Bejövő
kind: Tranzakció típusa | Forgalom típusa
kinds_out: Kártyás vásárlás | Készpénzfelvétel | Kimenő átutalás | Díj
kinds_in: Bejövő átutalás | Munkabér | Kamat
ref: Tranzakció azonosító | Banki azonosító
other: Partner számlaszáma | Ellenoldali számlaszám
account: Számlaszám | Könyvelési számla
opening: Nyitó egyenleg | Nyitóegyenleg
closing: Záró egyenleg | Záróegyenleg
total: Összesen
period: Időszak
category: Kategória | Költési kategória
foreign: Eredeti összeg,Eredeti devizanem
fee: Díj
out: SPAR BUDAPEST | ALBÉRLET | MVM ÁRAM | BKK JEGY | PATIKA PLUSZ | ATM FELVÉT
in: MUNKABÉR | ÁTUTALÁS KISS | ADÓ VISSZATÉRÍTÉS
people: Kiss Anna | Építő Kft.
card: Kártyaszám | Hitelkártya
payment: HITELKÁRTYA BEFIZETÉS | BEFIZETÉS KÖSZÖNJÜK
due: Hitelkeret | Minimum fizetendő

[ro RON d.m.Y,d/m/Y,d-m-Y,d M Y|1.234,56 1,234.56 plain. plain,|cp1250]
date: Data | Data tranzacției | Data tranzactiei | Data procesării | Data înregistrării
value: Data valutei | Data valuta
text: Descriere | Detalii tranzacție | Explicații | Detalii | Descrierea tranzactiei
party: Beneficiar | Nume beneficiar/ordonator | Partener
amount: Sumă | Suma | Valoare | Suma RON
debit: Debit | Suma debit | Ieșiri
credit: Credit | Suma credit | Intrări
balance: Sold | Sold contabil | Sold final
currency: Valută | Valuta | Moneda
flag: Tip | D/C
sides: D,C | Debit,Credit
kind: Tip tranzacție
kinds_out: Plată POS | Retragere numerar | Transfer trimis | Comision
kinds_in: Încasare | Salariu | Dobândă | Transfer primit
ref: Referință | Număr referință
other: Cont beneficiar | IBAN
account: Cont | Număr cont
opening: Sold inițial | Sold initial
closing: Sold final
total: Total | Rulaj
period: Perioada
category: Categorie
foreign: Suma originală,Moneda originală
fee: Comision
out: KAUFLAND CLUJ | CHIRIE | ENEL ENERGIE | OMV BENZINARIE | MEGA IMAGE | RETRAGERE ATM
in: SALARIU | ÎNCASARE POPESCU | RAMBURSARE TVA
people: Andrei Popescu | Constructii SRL
card: Număr card | Card de credit
payment: PLATA PRIMITA VA MULTUMIM | RAMBURSARE CARD
due: Limită de credit | Plata minimă

[hr EUR d.m.Y.,d.m.Y,Y-m-d|1.234,56 plain,|cp1250]
date: Datum | Datum knjiženja | Datum transakcije | Datum izvršenja
value: Datum valute | Valuta
text: Opis plaćanja | Opis | Opis transakcije | Svrha
party: Primatelj | Naziv primatelja/platitelja | Platitelj
amount: Iznos | Iznos transakcije | Iznos (EUR)
debit: Isplate | Duguje | Isplata | Na teret
credit: Uplate | Potražuje | Uplata | U korist
balance: Stanje | Stanje nakon transakcije | Saldo
currency: Valuta računa | Oznaka valute | Valuta
flag: Predznak | Vrsta prometa
sides: D,P | Duguje,Potražuje | Isplata,Uplata
kind: Vrsta transakcije
kinds_out: Kupovina | Isplata na bankomatu | Trajni nalog | Naknada
kinds_in: Plaća | Uplata | Kamata
ref: Referenca | Broj transakcije
other: Račun primatelja | IBAN primatelja/platitelja
account: Račun | Broj računa
opening: Početno stanje | Prethodno stanje
closing: Završno stanje | Novo stanje
total: Ukupno
period: Razdoblje | Za razdoblje
category: Kategorija
foreign: Originalni iznos,Originalna valuta
fee: Naknada
out: KONZUM P-0121 | NAJAM STANA | HEP ELEKTRA | LJEKARNA | TOMMY | BANKOMAT ZAGREB
in: PLAĆA | UPLATA HORVAT | POVRAT POREZA
people: Ivan Horvat | Gradnja d.o.o.
card: Broj kartice | Kreditna kartica
payment: UPLATA PO KARTICI HVALA | PRIMLJENA UPLATA
due: Limit | Minimalni iznos

[rs RSD d.m.Y,d.m.Y.,d/m/Y|1.234,56 plain,|cp1250]
date: Datum | Datum knjiženja | Datum promene | Datum transakcije
value: Datum valute | Valuta
text: Opis | Svrha plaćanja | Opis promene | Svrha
party: Primalac | Naziv nalogodavca/korisnika | Poverilac
amount: Iznos | Iznos u valuti
debit: Isplata | Duguje | Rashod | Zaduženje
credit: Uplata | Potražuje | Prihod | Odobrenje
balance: Stanje | Saldo | Novo stanje
currency: Valuta iznosa | Oznaka valute
flag: Smer | D/P
sides: D,P | Rashod,Prihod
kind: Tip transakcije | Vrsta
kinds_out: Plaćanje karticom | Podizanje gotovine | Isplata | Provizija
kinds_in: Zarada | Uplata | Kamata
ref: Broj naloga | Referenca | Poziv na broj
other: Račun primaoca | Račun
account: Broj računa | Partija
opening: Početno stanje | Prethodno stanje
closing: Novo stanje | Krajnje stanje
total: Ukupno
period: Period
category: Kategorija
foreign: Originalni iznos,Originalna valuta
fee: Provizija
out: MAXI BEOGRAD | KIRIJA | EPS STRUJA | APOTEKA | NIS PUMPA | BANKOMAT
in: ZARADA | UPLATA JOVANOVIĆ | POVRAĆAJ
people: Marko Jovanović | Gradnja doo
card: Broj kartice | Kreditna kartica
payment: UPLATA PO KARTICI | PRIMLJENA UPLATA HVALA
due: Limit | Minimalna obaveza

[si EUR d.m.Y,j.n.Y,d. m. Y|1.234,56 plain,|cp1250]
date: Datum | Datum knjiženja | Datum transakcije
value: Datum valute | Valuta
text: Namen | Opis | Namen plačila
party: Prejemnik / plačnik | Prejemnik | Udeleženec
amount: Znesek | Znesek v EUR
debit: Breme | Odliv | V breme | Izdatki
credit: Dobro | Priliv | V dobro | Prejemki
balance: Stanje | Saldo
currency: Valuta računa | Valuta
flag: Vrsta prometa
sides: Breme,Dobro | B,D
kind: Vrsta prometa
kinds_out: Nakup | Dvig gotovine | Trajnik | Nadomestilo
kinds_in: Priliv | Plača | Obresti
ref: Referenca | Številka transakcije
other: Račun prejemnika
account: Račun | Številka računa
opening: Začetno stanje
closing: Končno stanje | Novo stanje
total: Skupaj
period: Obdobje
category: Kategorija
foreign: Izvirni znesek,Izvirna valuta
fee: Nadomestilo
out: MERCATOR LJUBLJANA | NAJEMNINA | ELEKTRO | PETROL | LEKARNA | SPAR
in: PLAČA | NAKAZILO NOVAK | VRAČILO DOHODNINE
people: Maja Novak | Gradbenik d.o.o.
card: Številka kartice | Kreditna kartica
payment: PLAČILO PO KARTICI PREJETO | VPLAČILO HVALA
due: Limit | Minimalni obrok
"""
