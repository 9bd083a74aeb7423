"""More names of columns in Swedish, Danish, Norwegian and Finnish, by what the column holds: see `words_columns`."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "Swedish": {
        "booking_date": """
            bokföringsdag | bokförings datum | bokf.dag | bokf.datum | bokf. datum | bokfört datum | bokfördag
            bokf | bokförd | clearingdag
        """,
        "date": """
            transaktionsdatum | transdatum | trans.datum | inköpsdatum | köpdatum | köpt datum | datum och tid
            affärsdag | affärsdatum | betalningsdatum | tid
        """,
        "value_date": """
            valutadag | valuta dag | ränte datum
        """,
        "amount": """
            belopp (sek) | belopp sek | belopp kr | belopp (kr) | belopp i sek | belopp i kr | summa (sek)
            insättning/uttag | insättningar/uttag | uttag/insättning | totalt | transaktionsbelopp | kostnad
        """,
        "debit": """
            uttag (sek) | utgifter | utbetalning | debet (sek) | belopp ut | ut (sek) | köp
        """,
        "credit": """
            insättningar | insättning (sek) | inkomster | inbetalning | inbetalningar | kredit (sek) | belopp in
            in (sek) | insatt belopp
        """,
        "balance": """
            saldo (sek) | saldo sek | bokfört saldo | aktuellt saldo | kontosaldo sek | disponibelt belopp
            saldo efter transaktion | behållning | utgående saldo
        """,
        "currency": """
            valuta belopp | valutakurs kod | kontovaluta
        """,
        "counterparty": """
            mottagare/avsändare | avsändare/mottagare | betalningsmottagare | inköpsställe | butik | handlare
            säljställe | företag | kund | motpart | namn på motpart
        """,
        "description": """
            transaktionstext | transaktions text | specifikation/meddelande | text/mottagare | beskrivning/referens
            egna anteckningar | anteckning | anteckningar | meddelande till mottagare | meddelande/referens
            referens/meddelande | ort | kommentar | detaljer | rubrik | händelse | typ av transaktion text
        """,
        "external_id": """
            verifikation | verifikat | verifikationsnr | transaktionsnummer | transaktions-id | radnummer
            referensnummer | arkivnummer | löpnummer
        """,
        "account": """
            konto/kort | kontonr | kort | kortnummer | kortnr | clearing/kontonummer | clearingnummer | från konto
        """,
        "type": """
            transaktionstyp | typ | typ av transaktion | händelsetyp | kontohändelse | betalsätt
        """,
        "category": """
            kategorinamn | huvudkategori | underkategori
        """,
        "foreign_amount": """
            belopp i utländsk valuta | utl. belopp | utl.belopp | utlandsbelopp | utländskt belopp
            ursprungligt belopp | belopp i lokal valuta | belopp utland | moms
        """,
        "foreign_currency": """
            utländsk valuta | ursprungsvaluta | lokal valuta
        """,
        "fee": """
            avgifter | courtage | provision
        """,
    },
    "Danish": {
        "booking_date": """
            bogført dato | bogf. dato | bogf.dato | bogføringsdato | posteringsdato | posteret | posteringsdag
            bogført den | ekspeditionsdato
        """,
        "date": """
            dato og tid | transaktions dato | købsdato | handelsdato | betalingsdato | dato for køb | udført
            tidspunkt
        """,
        "value_date": """
            valør | valørdato | rentedag | rente-dato
        """,
        "amount": """
            beløb (dkk) | beløb dkk | beløb i dkk | beløb (kr) | beløb i kr. | beløb kr. | posteringsbeløb
            bevægelse | ind/ud | i alt
        """,
        "debit": """
            hævet (dkk) | udbetaling | udbetalinger | udgifter | debet | ud (dkk) | træk | udbetalt | hævninger
        """,
        "credit": """
            indsat (dkk) | indbetaling | indbetalinger | indtægter | kredit | ind | indsætninger | indbetalt
            indsættelse
        """,
        "balance": """
            saldo (dkk) | saldo dkk | bogført saldo | disponibel saldo | disponibelt beløb | ny saldo | rest
            saldo kr.
        """,
        "currency": """
            valutakode | møntfod | valuta beløb
        """,
        "counterparty": """
            modtager/afsender | afsender/modtager | modtagers navn | afsendernavn | modtagernavn | forretning
            butik | firma | kunde | debitor | kreditor | modpart
        """,
        "description": """
            tekst til modtager | besked | besked til modtager | egen tekst | posteringstekst 1 | bemærkning
            bemærkninger | kommentar | note | noter | detaljer | emne | transaktionstekst | supplerende tekst
            supp. tekst til afsender
        """,
        "external_id": """
            bilagsnr | bilagsnummer | posteringsnummer | referencenummer | transaktions-id | arkivref. | løbenr
            identifikation
        """,
        "account": """
            kontonr. | reg.nr. kontonr. | registreringsnummer | kort | kortnummer | fra konto | kontonummer/iban
        """,
        "type": """
            posteringstype | type | posteringsart | betalingstype
        """,
        "category": """
            hovedkategori | underkategori | kategorinavn
        """,
        "status": """
            afstemt | status | godkendt
        """,
        "foreign_amount": """
            oprindeligt beløb | fremmed valuta beløb | beløb i fremmed valuta | udenlandsk beløb | moms
        """,
        "foreign_currency": """
            oprindelig valuta | fremmed valuta
        """,
        "fee": """
            gebyrer | kurtage
        """,
    },
    "Norwegian": {
        "booking_date": """
            bokføringsdag | bokf. dato | bokført den | bokførings dato | posteringsdato | behandlingsdato
            bokføringsdatoen
        """,
        "date": """
            kjøpsdato | transaksjonsdato | transaksjonsdag | transdato | dato og tid | betalingsdato
            forfallsdato dato | utført | registrert
        """,
        "value_date": """
            valuteringsdato | valuteringsdag | rentedag | rente dato | valør
        """,
        "amount": """
            beløp (nok) | beløp nok | beløp i nok | beløp (kr) | inn/ut | transaksjonsbeløp | sum | totalt
            belastet/godskrevet | beløp kr
        """,
        "debit": """
            ut av konto | beløp ut | belastning | belastninger | uttak | ut (nok) | utgifter | ut kr | utbetaling
        """,
        "credit": """
            inn på konto | beløp inn | godskrevet | godskrift | godskrifter | inn (nok) | inntekter | inntekt
            inn kr | innbetaling | innbetalinger
        """,
        "balance": """
            saldo (nok) | saldo nok | bokført saldo | disponibel saldo | disponibelt | saldo etter | kontosaldo
        """,
        "currency": """
            valutakode | valutasort | myntsort
        """,
        "counterparty": """
            mottaker/avsender | betalt til | betalt fra | mottakernavn | avsendernavn | navn på mottaker
            brukersted | butikk | motpart | motkonto navn | kunde | leverandør | firma
        """,
        "description": """
            beskrivelse/tekst | transaksjonstekst | melding/kid | melding/kid/fakt.nr | kid | arkivreferanse tekst
            fritekst | kommentar | notat | notater | detaljer | tekstkode | spesifikasjon | tittel | egen melding
        """,
        "external_id": """
            arkivref. | referanse | referansenummer | transaksjons-id | transaksjonsnummer | bilagsnummer
            løpenummer | numref | numerisk referanse
        """,
        "account": """
            konto | kontonr. | fra konto | fra kontonummer | kort | kortnummer | kontonummer/iban
        """,
        "counter_account": """
            til kontonummer | mottakers konto | mottakerkonto | motpartskonto | motkontonummer
        """,
        "type": """
            transaksjonstype | type | undertype | kode | transaksjonskode | betalingstype | type transaksjon
        """,
        "category": """
            hovedkategori | underkategori | kategorinavn
        """,
        "foreign_amount": """
            beløp i utenlandsk valuta | valutabeløp | opprinnelig beløp | originalbeløp | utenlandsk beløp
        """,
        "foreign_currency": """
            originalvaluta | opprinnelig valuta | utenlandsk valuta
        """,
        "fee": """
            gebyrer | omkostninger | kurtasje
        """,
    },
    "Finnish": {
        "booking_date": """
            kirjauspäivämäärä | kirjattu | kirjaus pvm | kirjaus | käsittelypäivä | toteutuspäivä
        """,
        "date": """
            päivämäärä | ostopäivä | tapahtumapvm | tapahtuma pvm | tapahtumapäivämäärä | maksupvm | maksu pvm
            aika | pvm ja aika
        """,
        "value_date": """
            arvopvm | arvopäivämäärä | korkopäivä
        """,
        "amount": """
            määrä (eur) | määrä euroina | summa (eur) | summa euroina | tapahtuman määrä | euromäärä | määrä euroa
            yhteensä | hinta | maksettu
        """,
        "debit": """
            veloitus | veloitukset | panot/otot ulos | menot | meno | ulos | maksut
        """,
        "credit": """
            hyvitys | hyvitykset | tulot | tulo | sisään | panot (eur)
        """,
        "balance": """
            tilin saldo | kirjanpidollinen saldo | käytettävissä | saldo (eur) | saldo tapahtuman jälkeen | jäljellä
        """,
        "currency": """
            rahayksikkö | valuuttakoodi | tilin valuutta
        """,
        "counterparty": """
            saajan nimi | maksajan nimi | saaja / maksaja | maksun saaja | nimi | saajan tai maksajan nimi
            saaja tai maksaja | ostopaikka | myyjä | kauppa | vastapuoli | vastaanottaja
        """,
        "description": """
            viite | viesti/viite | viite/viesti | viitenumero | tapahtumalaji selite | kuvaus | lisätieto
            lisätiedot | tapahtuman kuvaus | selitys/viesti | kommentti | muistiinpano | aihe | tiedot
        """,
        "external_id": """
            arkistotunnus | tapahtumatunnus | tositenumero | tapahtumanumero | tunniste | arkistointinumero
        """,
        "account": """
            tilinro | tili nro | kortti | kortin numero | kortinnumero | oma tili | omalta tililtä
        """,
        "type": """
            tapahtumalaji | tapahtumatyyppi | tyyppi | maksulaji | tapahtuma laji | kirjauslaji
        """,
        "category": """
            kategoria | ryhmä | menoluokka
        """,
        "foreign_amount": """
            alkuperäinen määrä | valuuttamäärä | määrä valuutassa | alkup. summa
        """,
        "foreign_currency": """
            alkuperäinen valuutta | ostovaluutta
        """,
        "fee": """
            palkkio | palkkiot | kulut | palvelumaksu
        """,
    },
}
