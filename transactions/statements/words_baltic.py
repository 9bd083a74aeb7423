"""More names of columns in Hungarian and the Baltic languages, by what the column holds: see `words_columns`."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "Hungarian": {
        "booking_date": """
            könyvelés dátuma | könyvelési nap | könyvelési időpont | könyvelve | feldolgozás dátuma | terhelés napja
            könyvelési dátum/idő | teljesítés dátuma | elszámolás dátuma
        """,
        "date": """
            dátum | tranzakció napja | tranzakciódátum | tranzakció dátum | tranzakció dátuma és ideje
            megbízás dátuma | vásárlás dátuma | időpont | vásárlás időpontja | keltezés | nap
        """,
        "value_date": """
            értéknap | érték nap | értéknap dátum | valuta dátum
        """,
        "amount": """
            összeg (huf) | összeg huf | összeg forintban | könyvelt összeg | tranzakció összeg | forgalom összege
            összeg a számla devizanemében | terhelt/jóváírt összeg | jóváírás/terhelés összege | mozgás
            tétel összege | érték | számlapénznemben összeg | összesen
        """,
        "debit": """
            terhelések | terhelt összeg | terhelés (huf) | tartozik | kifizetés | kivét | kimenő | kiadások
        """,
        "credit": """
            jóváírások | jóváírt összeg | jóváírás (huf) | követel | befizetés | bejövő | bevételek
        """,
        "balance": """
            egyenleg (huf) | számlaegyenleg | aktuális egyenleg | elérhető egyenleg | egyenleg a tranzakció után
            könyvelési egyenleg | záró egyenleg | rendelkezésre álló egyenleg
        """,
        "currency": """
            deviza | devizanem | pénznem kód | számla pénzneme | számla devizaneme | tranzakció devizaneme
        """,
        "flag": """
            t/j jel | tartozik/követel | t/k | jóváírás/terhelés jel | terhelés/jóváírás jelző | irány
            bejövő/kimenő | forgalom iránya
        """,
        "counterparty": """
            partner | partner név | partner megnevezése | ellenoldal neve | ellenoldali számla neve
            kedvezményezett neve | küldő neve | küldő | címzett | ügyfél | ellenszámla név | másik fél neve | bolt
            elfogadóhely | vásárlás helye | elfogadó neve | átutaló neve | ellenoldali számlatulajdonos
        """,
        "description": """
            közlemény 1 | megjegyzések | tranzakció leírása | tranzakció megnevezése | forgalom leírása
            típus és leírás | részletek | információ | jogcím megnevezése | egyéb információ | tétel megnevezése
            szöveg | cél | hivatkozás | megnevezés
        """,
        "external_id": """
            azonosító | bizonylatszám | tételszám | tranzakciószám | referencia | hivatkozási szám | banki azonosító
            ügyletszám | sorszám
        """,
        "account": """
            számla | saját számla | könyvelési számla | bankszámla | bankszámlaszám | kártyaszám | kártya
            számlaszám / kártyaszám
        """,
        "counter_account": """
            ellenszámla száma | partner számla | partner bankszámla | partner bankszámlaszám
            ellenoldali bankszámla | kedvezményezett számlaszáma
        """,
        "type": """
            típus | tranzakció típus | tranzakciótípus | forgalom | forgalmi jogcím | művelet | művelet típusa | kód
            tranzakció típusa/jogcíme | fizetési mód
        """,
        "category": """
            kategória | költési kategória | alkategória
        """,
        "status": """
            állapot | státusz | tranzakció állapota
        """,
        "foreign_amount": """
            eredeti tranzakció összege | devizaösszeg | összeg devizában | eredeti összeg
            tranzakció eredeti összege
        """,
        "foreign_currency": """
            eredeti devizanem | eredeti tranzakció devizaneme
        """,
        "fee": """
            díjak | költség | jutalék összege | tranzakciós díj
        """,
    },
    "Estonian": {
        "booking_date": """
            kande kuupäev | kuupäev | konteeringu kuupäev | kirjendamise kuupäev | tehtud
        """,
        "date": """
            tehingu aeg | tehingu kuupäev | makse kuupäev | ostu kuupäev | aeg
        """,
        "value_date": """
            väärtuspäev | väärtuskuupäev
        """,
        "amount": """
            summa (eur) | summa eur | tehingu summa eur | kogus summa | makse summa
        """,
        "debit": """
            deebet | deebet (eur) | väljaminek | väljaminekud | kulu | kulud
        """,
        "credit": """
            kreedit | kreedit (eur) | sissetulek | laekumine | laekumised | tulu | tulud
        """,
        "balance": """
            saldo | jääk pärast tehingut | konto jääk | lõppsaldo | kontojääk
        """,
        "currency": """
            valuuta | konto valuuta
        """,
        "flag": """
            deebet/kreedit (d/c) | deebet/kreedit | d/k | d/c | tüüp d/k
        """,
        "counterparty": """
            saaja/maksja nimi | maksja | saaja | kaupmees | müüja | nimi | vastaspool
        """,
        "description": """
            selgitus | selgitused | kirjeldus | märkus | makse selgitus | viitenumber | tehingu selgitus
        """,
        "external_id": """
            dokumendi number | kande nr | tehingu number | kande number | makse id | rea nr | arhiivitunnus
        """,
        "account": """
            kliendi konto | konto | konto number | minu konto | kaart | kaardi number
        """,
        "counter_account": """
            saaja/maksja konto | vastaskonto | maksja konto | saaja konto number
        """,
        "type": """
            tüüp | tehingu liik | makse liik | rea tüüp | tehingu tüüp
        """,
        "fee": """
            tasu | teenustasu eur | vahendustasu
        """,
        "foreign_amount": """
            algne summa | originaalsumma
        """,
        "foreign_currency": """
            algne valuuta | originaalvaluuta
        """,
    },
    "Latvian": {
        "booking_date": """
            grāmatojuma datums | grāmatošanas diena | iegrāmatots | apstrādes datums | izpildes datums
        """,
        "date": """
            datums | darījuma datums | maksājuma datums | pirkuma datums | laiks
        """,
        "value_date": """
            valutēšanas datums | valūtas datums | valutācijas datums
        """,
        "amount": """
            summa (eur) | summa konta valūtā | darījuma summa | maksājuma summa | apjoms
        """,
        "debit": """
            debets (d) | debets (eur) | debeta apgrozījums | izmaksas | izejošs | norakstīts
        """,
        "credit": """
            kredīts | kredīts (c) | kredīts (eur) | kredīta apgrozījums | ienākošs | ieskaitīts | iemaksas
        """,
        "balance": """
            bilance | atlikums pēc | konta atlikums | bilance pēc darījuma | beigu atlikums
        """,
        "currency": """
            valūta | konta valūta | valūtas kods
        """,
        "flag": """
            debets/kredīts | d/k | d/c | debets(d)/kredīts(c) | veids (d/k)
        """,
        "counterparty": """
            saņēmējs / maksātājs | saņēmējs/maksātājs | partnera nosaukums | partneris | maksātājs | tirgotājs
            vārds
        """,
        "description": """
            informācija saņēmējam | detaļas | maksājuma detaļas | maksājuma mērķis | apraksts | piezīmes
            paskaidrojums | papildu informācija | darījuma apraksts
        """,
        "external_id": """
            ieraksta nr. | ieraksta nr | maksājuma numurs | dokumenta numurs | dokumenta nr. | reference
            darījuma id | bankas reference
        """,
        "account": """
            klienta konts | konts | konta numurs | konta nr. | karte | kartes numurs
        """,
        "counter_account": """
            partnera konts | saņēmēja konts | maksātāja konts
        """,
        "type": """
            ieraksta tips | darījuma tips | darījuma veids | maksājuma veids | kods | darījuma kods
        """,
        "fee": """
            komisija | komisijas maksa
        """,
        "foreign_amount": """
            sākotnējā summa | oriģinālā summa | darījuma summa valūtā
        """,
        "foreign_currency": """
            sākotnējā valūta | oriģinālā valūta | darījuma valūta
        """,
    },
    "Lithuanian": {
        "booking_date": """
            įrašo data | apdorojimo data | atlikimo data | įvykdymo data | įskaitymo data | užskaitymo data
        """,
        "date": """
            data | operacijos data | mokėjimo data | data ir laikas | pirkimo data | sandorio data | laikas
        """,
        "value_date": """
            lėšų įskaitymo data | valiutavimo data
        """,
        "amount": """
            suma | suma (eur) | suma eur | operacijos suma | suma sąskaitos valiuta | mokėjimo suma | apyvarta
            suma ekvivalentas
        """,
        "debit": """
            debetas | debetas (d) | išlaidos | nurašyta | išmokėta | debeto suma
        """,
        "credit": """
            kreditas | kreditas (c) | pajamos | įskaityta | įmokėta | kredito suma | gauta
        """,
        "balance": """
            likutis po operacijos | sąskaitos likutis | likutis | balansas | galutinis likutis
        """,
        "currency": """
            valiuta | sąskaitos valiuta | valiutos kodas
        """,
        "flag": """
            d/k | debetas/kreditas | debetas / kreditas | d/c | operacijos tipas d/k | kryptis
        """,
        "counterparty": """
            gavėjas | mokėtojas | mokėtojas arba gavėjas | mokėtojo arba gavėjo pavadinimas | gavėjas / mokėtojas
            kita šalis | kitos šalies pavadinimas | prekybininkas | pavadinimas | siuntėjas
        """,
        "description": """
            paaiškinimai | paaiškinimas | mokėjimo paskirtis | paskirtis | aprašymas | detalės
            operacijos aprašymas | pastabos | papildoma informacija
        """,
        "external_id": """
            įrašo nr. | transakcijos nr. | operacijos nr. | dokumento nr. | dok. nr. | dok nr. | transakcijos kodas
            mokėjimo nr. | dokumento numeris | unikalus kodas | referencinis numeris
        """,
        "account": """
            sąskaitos nr. | sąskaita | sąskaitos numeris | kortelė | kortelės numeris
        """,
        "counter_account": """
            gavėjo sąskaita | mokėtojo sąskaita | sąskaita (gavėjo/mokėtojo) | kitos šalies sąskaita
            mokėtojo arba gavėjo sąskaita
        """,
        "type": """
            tipas | operacijos tipas | transakcijos tipas | kodas | įmokos kodas | operacijos kodas | mokėjimo tipas
        """,
        "fee": """
            komisinis mokestis | komisinis | mokestis
        """,
        "foreign_amount": """
            pradinė suma | suma operacijos valiuta | originali suma
        """,
        "foreign_currency": """
            operacijos valiuta | pradinė valiuta
        """,
    },
}
