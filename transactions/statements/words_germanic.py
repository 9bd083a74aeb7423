"""More names of columns in German, Dutch and Icelandic, by what the column holds: see `words_columns`."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "German": {
        "booking_date": """
            buch.-datum | buchungsdat. | buch.datum | buchungszeitpunkt | buchungs-datum | datum buchung
            verarbeitungsdatum | belastungsdatum | datum/uhrzeit | durchführungsdatum | verbucht am
            verrechnungsdatum | buchungszeit | abrechnungsdatum | erfassungsdatum
        """,
        "date": """
            datum & zeit | datum/zeit | datum und uhrzeit | transaktions-datum | einkaufsdatum | umsatztag
            zahlungsdatum | auftragsdatum | datum der transaktion | transaktionszeitpunkt | zeitpunkt | erstellt am
            ausführungstag | handelsdatum | bezahlt am | zeit
        """,
        "value_date": """
            valuta-datum | val.datum | valdatum | wertstellungsdat. | wertst. | datum wertstellung | valuta datum
            wert-datum | wertdatum | zinsdatum
        """,
        "amount": """
            betrag (eur) | betrag in eur | betrag (chf) | betrag in chf | betrag € | umsatz (eur) | umsatz in €
            transaktionsbetrag | gesamtbetrag | gesamt | zahlung | summe | betrag in euro | wert in euro
            betrag (€) | betrag euro | bewegung | kontobewegung | nettobetrag | bruttobetrag | betrag detail
            kursbetrag | einnahme/ausgabe | soll/haben betrag | ein-/auszahlung | ein/auszahlung | buchungssumme
            rechnungsbetrag | abrechnungsbetrag in eur | belastung/gutschrift | last-/gutschrift
            betrag kontowährung
        """,
        "debit": """
            belastung chf | belastung eur | belastung (chf) | belastung in eur | belastungsbetrag | soll (eur)
            soll in eur | soll eur | ausgänge | ausgang eur | ausgaben eur | auszahlungen | lastschriften
            abbuchung | abbuchungen | zahlungsausgang | geldausgang | soll € | zu lasten | last | lastschrift eur
            minus
        """,
        "credit": """
            gutschrift chf | gutschrift eur | gutschrift (chf) | gutschrift in eur | gutschriftsbetrag | haben (eur)
            haben in eur | haben eur | eingänge | eingang eur | einnahmen eur | einzahlungen | zahlungseingang
            geldeingang | haben € | zu gunsten | gut | plus
        """,
        "balance": """
            saldo (chf) | saldo (eur) | saldo € | kontostand eur | kontostand (eur) | kontostand nach buchung
            kontostand nach der buchung | neuer kontostand | aktueller saldo | buchungssaldo | guthaben | restsaldo
            saldo nach transaktion | laufender saldo | stand | kontostand in eur | endsaldo | verfügbarer saldo
        """,
        "currency": """
            währung betrag | kontowhg | betragswährung | wkz | währungscode | iso-währung | transaktionswährung
            umsatzwährung | währg. | devise | waehrung umsatz | whrg | wrg
        """,
        "flag": """
            s/h-kennzeichen | sh-kennzeichen | soll-/haben-kennzeichen | soll/haben-kz | soll/haben kennzeichen
            vorzeichen | h/s | kennzeichen s/h | kz s/h | ein-/ausgang | buchungsseite | art (s/h)
            zahlungsrichtung
        """,
        "counterparty": """
            empfänger / auftraggeber | beguenstigter / auftraggeber | begünstigter / auftraggeber
            auftraggeber oder empfänger | auftraggeber/begünstigter | auftraggeber/empfänger name | zahlungspartner
            gegenkonto name | gegenkontoinhaber | name gegenkonto | name des zahlungspartners | partner-name
            name auftraggeber | name empfänger | name des auftraggebers | name des empfängers | name/firma
            handelspartner | verkäufer | geschäft | händlername | unternehmen | zahler | absender | sender
            inhaber gegenkonto | name 1 | kunde | zahlungsempfänger/-pflichtiger | auftraggeber/zahlungsempf.
            zahlungsempfänger / auftraggeber
        """,
        "description": """
            beschreibung1 | beschreibung2 | beschreibung3 | verwendungszweck 1 | verwendungszweckzeile 1 | vz1
            vz 1 | zahlungsdetails | umsatzinformation | umsatzdetails | buchungshinweis | buchungsinformationen
            buchungs-details | textschlüsseltext | textschlüssel | transaktionsdetails | transaktionstext | betreff
            kommentar | notiz | notizen | bemerkung | bemerkungen | anmerkung | leistung | artikel | angaben
            hinweis | text 1 | text1 | zusatzinfo | zusätzliche informationen | bezeichnung | titel | details
            grund | nachricht | mitteilungen | zahlungsinformation | buchungstext / verwendungszweck
            vorgang/buchungstext
        """,
        "external_id": """
            transaktions-nr. | transaktions-nr | transaktionsreferenz | kundenreferenz | kundenreferenz (end-to-end)
            end-to-end-referenz | ende-zu-ende-referenz | end to end referenz | buchungsnummer | buchungs-nr.
            belegnummer | beleg-nr. | zkb-referenz | mandatsreferenz | referenz | referenz-nr. | ref.-nr.
            auftragsnummer | vorgangsnummer | laufnummer | lfd. nr. | zahlungsreferenz nummer
        """,
        "account": """
            iban/konto | konto-nr. | konto nr. | konto/karte | kontonr. | iban kontonummer | auftraggeberkonto
            kartennr. | karten-nr. | karte | kreditkarte nummer | abrechnungskonto | eigene kontonummer
            konto (iban)
        """,
        "counter_account": """
            gegenkonto iban | iban/kontonr. | iban / kontonummer | kontonummer des begünstigten | konto des partners
            iban zahlungspartner | iban des zahlungspartners | iban des begünstigten | begünstigter iban
            bankverbindung | kontonummer auftraggeber | konto auftraggeber | konto empfänger | zielkonto
            quellkonto | fremdkonto | kontonummer gegenkonto | iban oder kontonummer
        """,
        "status": """
            buchungsstatus | zahlungsstatus | zustand | gebucht/vorgemerkt
        """,
        "category": """
            hauptkategorie name | kategoriename | ausgabenkategorie | umsatzkategorie | branche | sektor
        """,
        "type": """
            art | umsatztyp | buchungstyp | transaktionsart/-typ | zahlungsart | auftragsart | geschäftsvorfall
            geschäftsfall | gvc | gvcode | schlüssel | textschlüsselnummer | bewegungsart | vorgangsart
        """,
        "foreign_amount": """
            betrag in originalwährung | betrag (fremdwährung) | fremdwährung betrag | betrag fw | betrag in fw
            ursprungsbetrag | transaktionsbetrag original | originalbetrag in fw | cashback betrag | mwst betrag
            steuerbetrag
        """,
        "foreign_currency": """
            währung original | originalwhg | währung ursprungsbetrag | währung fw | orig.-währung | zahlungswährung
        """,
        "fee": """
            gebühr eur | gebührenbetrag | spesen/gebühren | bearbeitungsgebühr | fremdwährungsgebühr | kommission
            transaktionsgebühr | auslandseinsatzentgelt
        """,
    },
    "Dutch": {
        "booking_date": """
            boekingsdag | datum boeking | verwerkingsdatum boeking | datum verwerking | boekdag | datum uitvoering
            uitvoeringsdag | datum geboekt | boeking datum
        """,
        "date": """
            transactiedatum | datum/tijd | datum en tijd | datum van transactie | transactie datum | aankoopdatum
            datum aankoop | betaaldatum | betaal datum | besteldatum | tijdstip | afschriftdatum
        """,
        "value_date": """
            valuta datum | rente datum | interestdatum | datum valuta
        """,
        "amount": """
            bedrag (eur) | bedrag (€) | bedrag in euro | bedrag in eur | bedrag transactie | transactie bedrag
            mutatiebedrag | mutatie | totaalbedrag | af/bij bedrag | bedrag af/bij | bedrag bij/af | totaal
            netto bedrag
        """,
        "debit": """
            bedrag af | debet bedrag | debetbedrag | debet (eur) | debet eur | afschrijving | afschrijvingen | uit
            betaald | betalingen | opname | opnames | bedrag debet
        """,
        "credit": """
            bedrag bij | credit bedrag | creditbedrag | credit (eur) | bijschrijving | bijschrijvingen | ontvangen
            storting | stortingen | bedrag credit | inleg
        """,
        "balance": """
            saldo na mutatie | saldo na boeking | saldo na transactie | saldo (eur) | saldo voor boeking
            saldo voor mutatie | saldo rekening | nieuw saldo na mutatie | boeksaldo | eindsaldo | resterend saldo
        """,
        "currency": """
            muntcode | valuta code | munteenheid rekening | valuta rekening | valuta saldo | munteenheid transactie
            valuta transactie | munt rekening | valuta bedrag
        """,
        "flag": """
            debit/credit code | debet/credit code | d/c code | af of bij | debet of credit | creditdebet | bij of af
            af bij code | code d/c | dc-code | debet / credit
        """,
        "counterparty": """
            naam tegenrekeninghouder | tegenrekeninghouder | naam van de tegenpartij | naam tegenpartij bevat
            naam van tegenpartij | naam begunstigde/opdrachtgever | opdrachtgever | naam opdrachtgever
            naam ontvanger | ontvanger | betaler | afzender | winkel | bedrijf | verkoper
            begunstigde/opdrachtgever | tegenpartij van de verrichting | naam/omschrijving
            rekeninghouder tegenpartij
        """,
        "description": """
            omschrijving 1 | omschrijving1 | omschrijving-2 | omschrijvingen | omschrijving transactie
            transactieomschrijving | boekingsomschrijving | boekingstekst | boekingsinformatie | details | detail
            mededeling 1 | boodschap | betalingskenmerk | kenmerk | notitie | opmerking | opmerkingen | tekst
            reden | toelichting | gestructureerde mededeling | verrichting | transactie | bericht
        """,
        "external_id": """
            transactie id | transactie-id | transactiekenmerk | uniek kenmerk | volgnummer | volgnummer transactie
            boekingsnummer | boekingsreferentie | referentie | referte | uittreksel | mutatienummer | journaalpost
            uittrekselnummer | machtigingskenmerk | end-to-end id | transactienummer bank
        """,
        "account": """
            iban rekening | rekening nummer | rekeningnr | mijn rekening | van rekening | opdrachtgeversrekening
            eigen rekeningnummer | creditcard nummer | kaartnummer | kaart | rekening (iban)
        """,
        "counter_account": """
            iban tegenrekening | tegenrekeningnummer | tegenrekening nummer | rekening van de tegenpartij
            iban tegenpartij | rekeningnummer begunstigde | naar rekening | contra-rekening
        """,
        "account_name": """
            rekeningnaam | productnaam | rubrieknaam
        """,
        "status": """
            transactiestatus | boekingsstatus
        """,
        "category": """
            categorie naam | hoofdcategorie | subcategorie | groep
        """,
        "type": """
            type | type verrichting | type betaling | type transactie | soort | soort betaling | boekcode
            boekingscode | mutatie soort | mutatiecode | globale transactiecode | transactiecode | betaalwijze
            betaalmethode | code transactie
        """,
        "foreign_amount": """
            oorspr bedrag | bedrag oorspronkelijke munt | bedrag vreemde valuta | bedrag in originele valuta
            origineel bedrag | omgerekend bedrag
        """,
        "foreign_currency": """
            oorspr munt | oorspronkelijke munt | originele valuta | valuta origineel
        """,
        "fee": """
            transactiekosten | kosten (eur) | provisie | bankkosten | toeslag | koersopslag
        """,
    },
    "Icelandic": {
        "booking_date": """
            bókunardagur | bókunardags | bókað | bókunardagsetning
        """,
        "date": """
            dags | dags. | dagsetning færslu | færsludagur | viðskiptadagur | greiðsludagur
        """,
        "value_date": """
            vaxtadagur | vaxtadags | gildisdagur | vaxtadagsetning
        """,
        "amount": """
            upphæð isk | fjárhæð | færsluupphæð | isk upphæð | upphæð í isk | upphaed
        """,
        "debit": """
            úttekt | úttektir | út | gjöld | debet
        """,
        "credit": """
            innlögn | innlagnir | inn | tekjur | innborgun | kredit
        """,
        "balance": """
            staða | staða reiknings | staða eftir | eftirstöðvar | innistæða
        """,
        "currency": """
            mynt | gjaldmiðill | mynteining
        """,
        "counterparty": """
            nafn viðtakanda eða greiðanda | viðtakandi | greiðandi | nafn | mótaðili | söluaðili | verslun
        """,
        "description": """
            skýring | skýringar | texti | lýsing | athugasemd | tilvísun | textalykill | færslutexti
        """,
        "external_id": """
            seðilnr | seðilnúmer | færslunúmer | færslunr
        """,
        "account": """
            reikningur | reikningsnúmer | kort | kortnúmer
        """,
        "type": """
            tegund | tegund færslu | færslutegund | færslulykill
        """,
        "category": """
            flokkur
        """,
        "foreign_amount": """
            erlend upphæð | upphæð í erlendri mynt
        """,
        "foreign_currency": """
            erlend mynt
        """,
    },
}
