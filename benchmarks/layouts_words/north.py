"""The Nordic and Baltic countries. One block a country; see `layouts_country` for the form."""

from __future__ import annotations

BLOCKS = """
[se SEK Y-m-d,Ymd,d/m/Y|1 234,56 plain, plain.|cp1252]
date: Bokföringsdag | Bokföringsdatum | Datum | Transaktionsdatum | Bokförd
value: Valutadag | Valutadatum | Valutadat
text: Beskrivning | Text | Transaktion | Meddelande | Specifikation
party: Mottagare | Avsändare
amount: Belopp | Belopp SEK | Summa
debit: Uttag | Ut | Utgift
credit: Insättning | In | Inkomst
balance: Saldo | Bokfört saldo
currency: Valuta | Valutakod
flag: Tecken | Typ
sides: D,K | Debet,Kredit | Uttag,Insättning
kind: Typ | Transaktionstyp
kinds_out: Kortköp | Autogiro | Uttag | Betalning
kinds_in: Insättning | Lön | Ränta | Återbetalning
ref: Referens | Verifikationsnummer
other: Motkonto | Mottagarkonto
account: Konto | Kontonummer | Clearingnummer
opening: Ingående saldo | Ingående balans
closing: Utgående saldo | Saldo | Utgående balans
total: Summa | Totalt
period: Period | Fr.o.m.
category: Kategori
foreign: Originalbelopp,Originalvaluta
fee: Avgift
out: ICA MAXI | HYRA DECEMBER | SL BILJETT | Autogiro Vattenfall | SYSTEMBOLAGET | Swish till Karin
in: LÖN | Swish från Erik | Återbäring skatt | Insättning
people: Erik Lund | Snickeri Norr AB
card: Kortnummer | Kreditkort | Kortinnehavare
payment: INBETALNING | BETALNING MOTTAGEN TACK
due: Kreditgräns | Lägsta belopp att betala

[dk DKK d-m-Y,d.m.Y,Y-m-d|1.234,56 plain,|cp1252]
date: Dato | Bogføringsdato | Bogført dato | Bogført
value: Rentedato | Valørdato | Valør
text: Tekst | Beskrivelse | Posteringstekst | Meddelelse
party: Modtager | Afsender
amount: Beløb | Beløb DKK | Beløb i DKK
debit: Hævet | Ud | Udgift
credit: Indsat | Ind | Indtægt
balance: Saldo | Saldo efter postering
currency: Valuta
flag: Type
sides: D,K | Udgift,Indtægt
kind: Type | Transaktionstype
kinds_out: Dankort | Betalingsservice | Hævet | Gebyr
kinds_in: Løn | Indbetaling | Renter
ref: Bilag | Referencenummer
other: Modkonto
account: Konto | Kontonummer
opening: Primosaldo | Startsaldo
closing: Ultimosaldo | Slutsaldo
total: Total | I alt
period: Periode
category: Kategori
foreign: Oprindeligt beløb,Oprindelig valuta
fee: Gebyr
out: NETTO NØRREBRO | HUSLEJE | DSB REJSEKORT | MobilePay Bager | Ørsted A/S
in: LØNOVERFØRSEL | MobilePay fra Mette | BØRNEYDELSE | OVERSKYDENDE SKAT
people: Mette Holm | Tømrer Jensen ApS
card: Kortnummer | Kreditkort
payment: INDBETALING TAK | BETALING MODTAGET
due: Maksimum | Mindste betaling

[no NOK d.m.Y,Y-m-d,d.m.y|1 234,56 plain,|cp1252]
date: Dato | Bokført dato | Bokføringsdato | Utført dato
value: Rentedato | Valutadato
text: Forklaring | Tekst | Beskrivelse | Melding
party: Mottaker | Til
amount: Beløp | Beløp NOK | Sum
debit: Ut fra konto | Ut | Belastet
credit: Inn på konto | Inn | Godskrevet
balance: Saldo | Disponibelt | Beholdning
currency: Valuta
flag: Fortegn | Type
sides: D,K | Ut,Inn
kind: Type | Undertype
kinds_out: Varekjøp | Avtalegiro | Uttak | Gebyr
kinds_in: Lønn | Innskudd | Renter
ref: Arkivref | Referanse | KID
other: Til konto | Fra konto
account: Konto | Kontonummer
opening: Inngående saldo
closing: Utgående saldo | Saldo
total: Sum | Totalt
period: Periode | Fra dato
category: Kategori
foreign: Opprinnelig beløp,Opprinnelig valuta
fee: Gebyr
out: REMA 1000 | HUSLEIE | RUTER APPEN | VIPPS TIL OLA | KIWI 512 | TIBBER
in: LØNN | VIPPS FRA INGRID | NAV BARNETRYGD | SKATT TIL GODE
people: Ingrid Bakke | Rørlegger Vik AS
card: Kortnummer | Kredittkort
payment: INNBETALING | BETALING MOTTATT TAKK
due: Kredittgrense | Minimum å betale

[fi EUR d.m.Y,j.n.Y,Y-m-d|1 234,56 plain,|cp1252]
date: Kirjauspäivä | Päivämäärä | Pvm | Maksupäivä
value: Arvopäivä | Valuuttapäivä
text: Selite | Viesti | Tapahtuma | Tapahtumalaji
party: Saaja | Saaja/Maksaja | Maksaja
amount: Määrä | Määrä EUR | Summa | Määrä EUROA
debit: Otto
credit: Pano | Talletus
balance: Saldo | Tilin saldo
currency: Valuutta
flag: Laji
sides: Otto,Pano
kind: Laji | Tapahtumalaji
kinds_out: Korttiosto | Automaattinosto | Tilisiirto | Palvelumaksu
kinds_in: Palkka | Pano | Korko | Hyvitys
ref: Viite | Arkistointitunnus | Viitenumero
other: Saajan tilinumero | Tilinumero
account: Tili | Tilinumero
opening: Alkusaldo
closing: Loppusaldo
total: Yhteensä
period: Ajanjakso
category: Luokka
foreign: Alkuperäinen summa,Alkuperäinen valuutta
fee: Kulut
out: S-MARKET KALLIO | VUOKRA | HSL LIPPU | HELEN OY | ALKO 0101 | APTEEKKI
in: PALKKA | KELA ETUUS | TALLETUS | VEROHALLINTO PALAUTUS
people: Aino Virtanen | Rakennus Laine Oy
card: Kortin numero | Luottokortti
payment: SUORITUS KIITOS | MAKSUSUORITUS
due: Luottoraja | Vähimmäislyhennys

[ee EUR d.m.Y,Y-m-d|1 234,56 plain, plain.|cp1257]
date: Kuupäev | Kande kuupäev | Tehingu kuupäev
value: Väärtuspäev
text: Selgitus | Kirjeldus
party: Saaja/Maksja | Saaja/maksja nimi
amount: Summa | Tehingu summa
debit: Deebet | Väljaminek
credit: Kreedit | Sissetulek
balance: Saldo | Jääk
currency: Valuuta
flag: Deebet/Kreedit | Deebet/Kreedit (D/C)
sides: D,K | D,C
kind: Tehingu tüüp
kinds_out: Kaardimakse | Sularaha väljavõtt | Teenustasu
kinds_in: Laekumine | Palk | Intress
ref: Arhiveerimistunnus | Viitenumber | Dokumendi number
other: Saaja/maksja konto
account: Kliendi konto | Konto
opening: Algsaldo
closing: Lõppsaldo
total: Kokku | Käive
period: Periood
category: Kategooria
foreign: Algne summa,Algne valuuta
fee: Teenustasu
out: RIMI TALLINN | ÜÜR | EESTI ENERGIA | APTEEK | SELVER | SULARAHA
in: PALK | ÜLEKANNE TAMM | TULUMAKSU TAGASTUS
people: Mari Tamm | Ehitus OÜ
card: Kaardi number | Krediitkaart
payment: KREDIITKAARDI TAGASIMAKSE | LAEKUMINE TÄNAME
due: Krediidilimiit | Minimaalne makse

[lv EUR d.m.Y,Y-m-d|1 234,56 plain, plain.|cp1257]
date: Datums | Grāmatošanas datums | Darījuma datums
value: Valutēšanas datums
text: Informācija saņēmējam | Maksājuma mērķis | Detaļas
party: Saņēmējs/Maksātājs | Partneris
amount: Summa | Darījuma summa
debit: Debets | Izdevumi
credit: Kredīts | Ieņēmumi
balance: Atlikums | Bilance
currency: Valūta
flag: Debets/Kredīts | D/K
sides: D,K | Debets,Kredīts
kind: Darījuma veids
kinds_out: Pirkums | Skaidras naudas izmaksa | Komisija
kinds_in: Ienākošais maksājums | Alga | Procenti
ref: Arhīva kods | Dokumenta numurs
other: Saņēmēja konts
account: Klienta konts | Konts
opening: Sākuma atlikums
closing: Beigu atlikums
total: Kopā | Apgrozījums
period: Periods
category: Kategorija
foreign: Sākotnējā summa,Sākotnējā valūta
fee: Komisija
out: RIMI RĪGA | ĪRE | LATVENERGO | APTIEKA | MAXIMA | BANKOMĀTS
in: ALGA | PĀRSKAITĪJUMS BĒRZIŅŠ | NODOKĻU ATMAKSA
people: Jānis Bērziņš | Būve SIA
card: Kartes numurs | Kredītkarte
payment: KREDĪTKARTES ATMAKSA | MAKSĀJUMS SAŅEMTS PALDIES
due: Kredītlimits | Minimālais maksājums

[lt EUR Y-m-d,Y.m.d,Y/m/d|1 234,56 plain, plain.|cp1257]
date: Data | Operacijos data | Įrašo data
value: Valiutavimo data
text: Paskirtis | Mokėjimo paskirtis | Paaiškinimai
party: Gavėjas | Mokėtojas / Gavėjas | Mokėtojas arba gavėjas
amount: Suma | Suma EUR | Operacijos suma
debit: Debetas | Išlaidos | Nurašyta
credit: Kreditas | Pajamos | Įskaityta
balance: Likutis | Sąskaitos likutis
currency: Valiuta
flag: D/K | Debetas/Kreditas
sides: D,K | Debetas,Kreditas
kind: Operacijos tipas | Tipas
kinds_out: Atsiskaitymas kortele | Grynųjų išdavimas | Mokestis
kinds_in: Gautas pavedimas | Darbo užmokestis | Palūkanos
ref: Įrašo Nr. | Dokumento numeris | Operacijos ID
other: Gavėjo sąskaita | Korespondento sąskaita
account: Sąskaitos Nr. | Sąskaita
opening: Likutis pradžiai | Pradinis likutis
closing: Likutis pabaigai | Galutinis likutis
total: Apyvarta | Iš viso
period: Laikotarpis
category: Kategorija
foreign: Pradinė suma,Pradinė valiuta
fee: Mokestis
out: MAXIMA VILNIUS | NUOMA | IGNITIS | VAISTINĖ | IKI PARDUOTUVĖ | BANKOMATAS
in: DARBO UŽMOKESTIS | PAVEDIMAS KAZLAUSKAS | GPM GRĄŽINIMAS
people: Jonas Kazlauskas | Statyba UAB
card: Kortelės numeris | Kredito kortelė
payment: KREDITO KORTELĖS GRĄŽINIMAS | ĮMOKA GAUTA AČIŪ
due: Kredito limitas | Minimali įmoka
"""
