"""More names of columns in South Slavic languages and Albanian, by what the column holds: see `words_columns`."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "Croatian, Serbian, Bosnian": {
        "booking_date": """
            datum izvršenja | datum provedbe | datum transakcije/knjiženja | datum obrade transakcije
            datum promjene | datum promene | datum izvrsenja | knjiženo | datum evidentiranja | datum realizacije
            датум извршења | датум књижења
        """,
        "date": """
            datum | datum i vrijeme | datum i vreme | datum transakcije | datum plaćanja | datum kupnje
            datum kupovine | vrijeme | vreme | датум | датум трансакције | датум и време
        """,
        "value_date": """
            datum valute | valuta | datum dospijeća | датум валуте
        """,
        "amount": """
            iznos (eur) | iznos eur | iznos u eur | iznos (hrk) | iznos u valuti računa
            iznos transakcije u valuti računa | iznos (rsd) | iznos rsd | iznos u dinarima | promjena | promena
            promet | iznos promjene | iznos naloga | износ | износ у динарима | износ трансакције
        """,
        "debit": """
            duguje (eur) | dugovni promet | isplata (eur) | isplate (eur) | zaduženje | zaduzenje | na teret (eur)
            rashod | rashodi | izdaci | odlivi | trošak | dugovanje | isplaćeno | terećenje | iznos duguje
            задужење | дугује | исплата | на терет
        """,
        "credit": """
            potražuje (eur) | potražni promet | uplata (eur) | uplate (eur) | odobrenje | u korist (eur) | prihod
            prihodi | primici | prilivi | potraživanje | uplaćeno | potrazuje | iznos potražuje | одобрење
            потражује | уплата | у корист
        """,
        "balance": """
            stanje (eur) | stanje računa | stanje nakon transakcije | stanje nakon | novo stanje računa | saldo
            raspoloživo stanje | raspolozivo stanje | stanje (rsd) | tekuće stanje | стање | стање рачуна | салдо
        """,
        "currency": """
            valuta | valuta transakcije | valuta računa | oznaka valute | šifra valute | валута
        """,
        "flag": """
            d/p | duguje/potražuje | smjer | smer | uplata/isplata | terećenje/odobrenje | teret/korist | predznak
            смер
        """,
        "counterparty": """
            naziv | ime i prezime | naziv platitelja/primatelja | primatelj / platitelj | primalac/uplatilac
            uplatilac/primalac | uplatilac | nalogodavac | nalogodavac/primatelj | partner | naziv partnera
            komitent | trgovac | prodajno mjesto | prodajno mesto | naziv trgovca | naziv primaoca | druga strana
            прималац | уплатилац | налогодавац | назив | партнер
        """,
        "description": """
            opis | opis plaćanja | opis transakcije | opis naloga | svrha plaćanja/opis | svrha placanja
            svrha uplate | svrha doznake | detalji | detalji plaćanja | napomena | poziv na broj
            model i poziv na broj | vrsta i opis | tekst | namjena | сврха | сврха плаћања | опис | сврха уплате
            позив на број | напомена
        """,
        "external_id": """
            referenca plaćanja | referenca transakcije | broj naloga | broj transakcije | identifikator
            id transakcije | redni broj | rb. | r.br. | rbr | br. naloga | referenca banke | број трансакције
            референца
        """,
        "account": """
            iban | račun | broj računa | broj računa/kartice | kartica | broj kartice | partija | рачун
            број рачуна
        """,
        "counter_account": """
            račun primatelja/platitelja | račun platitelja/primatelja | iban primatelja | iban platitelja
            račun partnera | broj računa primaoca | račun primaoca | рачун примаоца
        """,
        "type": """
            vrsta | vrsta prometa | tip | tip transakcije | vrsta plaćanja | šifra plaćanja | šifra | sifra placanja
            osnova | врста трансакције
        """,
        "category": """
            kategorija troška | podkategorija | категорија
        """,
        "status": """
            status naloga | stanje naloga
        """,
        "foreign_amount": """
            originalni iznos | iznos u originalnoj valuti | iznos u stranoj valuti | izvorni iznos
        """,
        "foreign_currency": """
            originalna valuta | izvorna valuta | strana valuta
        """,
        "fee": """
            naknade | provizija | trošak naknade | iznos naknade | накнада | провизија
        """,
    },
    "Slovenian": {
        "booking_date": """
            datum knjiženja | datum izvedbe | datum obdelave | knjiženo | datum poravnave | dat. knj.
        """,
        "date": """
            datum | datum transakcije | datum nakupa | datum plačila | datum in ura | čas | datum prometa
        """,
        "value_date": """
            datum valute | valuta
        """,
        "amount": """
            znesek (eur) | znesek eur | znesek v eur | znesek transakcije | znesek prometa | promet
            znesek v domači valuti | vrednost
        """,
        "debit": """
            v breme (eur) | breme (eur) | odliv | odlivi | izdatki | izplačilo | bremenitev | bremenitve | odhodek
        """,
        "credit": """
            v dobro (eur) | dobro (eur) | priliv | prilivi | prejemki | vplačilo | dobropis | dobropisi | prihodek
        """,
        "balance": """
            stanje (eur) | stanje na računu | stanje po transakciji | novo stanje | razpoložljivo stanje
        """,
        "currency": """
            valuta | valuta računa | oznaka valute
        """,
        "flag": """
            breme/dobro | b/d | d/b | smer | predznak | breme dobro
        """,
        "counterparty": """
            naziv | naziv prejemnika | prejemnik/plačnik | plačnik/prejemnik | plačnik | naziv prejemnika/plačnika
            udeleženec | partner | trgovec | prodajno mesto | nalogodajalec | nasprotna stranka
        """,
        "description": """
            namen | namen plačila | namen nakazila | opis | opis transakcije | opis prometa | sklic | opomba
            podrobnosti | referenca plačnika | referenca prejemnika
        """,
        "external_id": """
            referenca | id transakcije | številka transakcije | identifikacija | zaporedna številka | zap. št.
            št. transakcije
        """,
        "account": """
            račun | številka računa | št. računa | trr | kartica | številka kartice
        """,
        "counter_account": """
            račun prejemnika/plačnika | račun prejemnika | račun plačnika | nasprotni račun | trr partnerja
        """,
        "type": """
            vrsta | vrsta transakcije | vrsta prometa | tip | koda namena | koda | šifra
        """,
        "category": """
            kategorija | skupina
        """,
        "foreign_amount": """
            znesek v tuji valuti | originalni znesek | znesek v originalni valuti
        """,
        "foreign_currency": """
            tuja valuta | originalna valuta
        """,
        "fee": """
            provizija | nadomestilo | stroški
        """,
    },
    "Bulgarian, Macedonian": {
        "booking_date": """
            дата на осчетоводяване | дата на обработка | счетоводна дата | осчетоводена на | дата на изпълнение
            дата осчетоводяване | датум на книжење | датум на извршување
        """,
        "date": """
            дата на транзакция | дата на трансакция | дата на операция | дата и час | дата на операцията | дата/час
            дата на плащане | датум | датум на трансакција
        """,
        "value_date": """
            вальор | дата вальор | дата на вальор | датум на валута
        """,
        "amount": """
            сума на операцията | сума (лв) | сума в лева | сума на транзакцията | сума в евро | оборот | стойност
            сума по сметка | износ | промена
        """,
        "debit": """
            дебит | дт | теглене | разход | разходи | изходящ | плащания | сума дебит | одлив | должи
        """,
        "credit": """
            кт | постъпление | постъпления | приходи | входящ | сума кредит | прилив | побарува
        """,
        "balance": """
            салдо | наличност | разполагаемост | крайно салдо | салдо след операция | разполагаема наличност
            состојба
        """,
        "currency": """
            валута | валута на сметката | вал.
        """,
        "flag": """
            дт/кт | дебит/кредит | д/к | кредит/дебит | вид (дт/кт) | тип (дебит/кредит)
        """,
        "counterparty": """
            наредител/получател | получател/наредител | получател | наредител | име на получател | контрагент име
            насрещна страна | търговец | име/наименование | име на насрещната страна | примач | налогодавач
        """,
        "description": """
            основание за плащане | описание на операцията | детайли | детайли за плащане | пояснение | пояснения
            допълнително основание | още пояснения | бележка | бележки | основание и пояснение
            вид операция описание | цел на дознака | опис
        """,
        "external_id": """
            референция | номер на операция | референтен номер | номер на документ | № на документ | идентификатор
            уникален номер
        """,
        "account": """
            сметка | номер на сметка | № на сметка | карта | номер на карта
        """,
        "counter_account": """
            сметка на контрагент | сметка на получателя | сметка на наредителя
        """,
        "type": """
            вид операция | вид на операцията | тип операция | тип транзакция | вид | тип плащане
        """,
        "foreign_amount": """
            оригинална сума | сума в оригинална валута | сума на операцията в оригинална валута
        """,
        "foreign_currency": """
            оригинална валута | валута на операцията
        """,
        "fee": """
            такса | такси | комисиона | комисионна
        """,
    },
    "Albanian": {
        "booking_date": """
            data e regjistrimit | data e veprimit | data kontabël
        """,
        "date": """
            data e transaksionit | datë | data e kryerjes
        """,
        "value_date": """
            data valutë | data e vlerës
        """,
        "amount": """
            shuma | vlera | shuma e transaksionit | vlera e transaksionit
        """,
        "debit": """
            debi | dalje | tërheqje
        """,
        "credit": """
            kredi | hyrje | depozitim
        """,
        "balance": """
            gjendja | gjendje | balanca | teprica
        """,
        "currency": """
            monedha
        """,
        "counterparty": """
            përfituesi | dërguesi | emri
        """,
        "description": """
            përshkrimi | pershkrimi | qëllimi | detaje | shënim
        """,
        "external_id": """
            numri i referencës | referenca e veprimit
        """,
        "account": """
            llogaria | numri i llogarisë
        """,
    },
}
