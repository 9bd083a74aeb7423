"""More names of columns in French, Italian and Romanian, by what the column holds: see `words_columns`."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "French": {
        "booking_date": """
            date d'imputation | date d'enregistrement | date de l'écriture | date écriture | date compt.
            date comptabilisation | date de traitement | date d’opération | date d’exécution | date opér. | date op
            date op. | date de passage
        """,
        "date": """
            date de l’opération | date et heure | date de création | date paiement | date de paiement
            date du paiement | date mouvement | date de l'achat | date et heure de transaction | jour et heure
            date d'émission | horodatage
        """,
        "value_date": """
            date val | date val. | valeur le | date valeur opération | date d'effet
        """,
        "amount": """
            montant (eur) | montant (€) | montant(euros) | montant en eur | montant en chf | montant (chf)
            montant (cad) | montant transaction | montant de la transaction | montant en devise du compte
            montant total | montant débit/crédit | montant signé | mouvement | débit/crédit montant
            débit(-)/crédit(+) | opération montant | valeur en euros | montant du mouvement | total ttc
        """,
        "debit": """
            débit (eur) | débit (€) | débit(eur) | débit eur | débit chf | débit (chf) | débit(-) | débit (-)
            au débit | sortie d'argent | sommes débitées | retraits ($) | retrait ($) | débit ($) | paiements émis
            versements sortants | montant débité | dépenses (eur) | somme débit
        """,
        "credit": """
            crédit (eur) | crédit (€) | crédit(eur) | crédit eur | crédit chf | crédit (chf) | crédit(+)
            crédit (+) | au crédit | entrée d'argent | sommes créditées | dépôt ($) | dépôts ($) | crédit ($)
            versements | versement | montant crédité | recettes (eur) | encaissement | encaissements
        """,
        "balance": """
            solde (eur) | solde (€) | solde chf | solde (chf) | solde ($) | solde progressif | solde comptable
            solde courant | solde du compte | solde après mouvement | solde disponible | solde en fin de journée
            avoir
        """,
        "currency": """
            devise du compte | devise compte | devise opération | devise de l'opération | monnaie de l'opération
            code devise
        """,
        "flag": """
            débit/crédit | débit ou crédit | sens de l'opération | sens opération | d/c sens | nature (débit/crédit)
            c/d sens
        """,
        "counterparty": """
            nom du bénéficiaire | nom bénéficiaire | bénéficiaire/émetteur | émetteur/bénéficiaire
            nom de la contrepartie | contrepartie nom | nom du tiers | nom du commerçant | payeur | destinataire
            expéditeur | enseigne | fournisseur | client | bénéficiaire ou donneur d'ordre
        """,
        "description": """
            libellé interne | libellé bancaire | libellé opération bancaire | libellé long | libellé court
            libellé 1 | libellé suggéré | détail de l'écriture | détails de l'opération | informations
            information complémentaire | informations complémentaires | info complémentaire | commentaire
            commentaires | description de l'opération | description de la transaction | texte | texte comptable
            objet | opération | operation | mention | détail | détail 1 | référence communication
            communication structurée | note
        """,
        "external_id": """
            n° opération | n° d'opération | no opération | n° de référence | n° référence | référence opération
            référence interne | identifiant | identifiant transaction | id opération | n° d'écriture
            n° transaction | numéro de l'opération | numéro de référence | n° de mouvement | numéro de mouvement
            réf. | ref. | n° pièce | numéro de chèque
        """,
        "account": """
            numéro de carte | n° de carte | no de carte | no compte | n° du compte | compte donneur d'ordre
            compte à débiter | iban du compte | compte numéro | code compte | carte
        """,
        "counter_account": """
            compte de la contrepartie | compte contrepartie iban | iban bénéficiaire | iban du bénéficiaire
            compte du bénéficiaire | compte tiers | numéro compte contrepartie | compte destinataire
        """,
        "status": """
            statut de l'opération | statut transaction | situation | pointage | pointage opération
        """,
        "category": """
            catégorie opération | catégorie parente | catégorie principale | sous catégorie | poste | rubrique
        """,
        "type": """
            type | type de mouvement | type opération | mode de paiement | moyen de paiement | code opération
            code interbancaire | nature opération
        """,
        "foreign_amount": """
            montant en devise d'origine | montant en devise étrangère | montant étranger | montant d'achat en devise
            montant origine | montant brut | montant tva | montant ht
        """,
        "foreign_currency": """
            devise étrangère | devise origine | monnaie d'origine | devise d'achat
        """,
        "fee": """
            frais (eur) | montant des frais | frais bancaires | commissions | commission de change | agios
        """,
    },
    "Italian": {
        "booking_date": """
            data contabilizzazione movimento | data di contabilizzazione | data di registrazione | data operaz.
            data oper. | data op. | data op | data cont. | data contab. | data di esecuzione | data addebito
            data di operazione | d. operazione | data regolamento
        """,
        "date": """
            data transazione | data della transazione | data acquisto | data di acquisto | data pagamento | data ora
            data/ora | data e ora | data del movimento | data inserimento | data creazione
        """,
        "value_date": """
            data val. | data valuta operazione | val. | d. valuta
        """,
        "amount": """
            importo (eur) | importo (€) | importo € | importo in eur | importo in divisa conto
            importo operazione (eur) | importo transazione | importo movimento | importo totale | importo netto
            dare/avere importo | entrate/uscite | valore | totale | somma | importo addebitato | movimento importo
            importi
        """,
        "debit": """
            dare (eur) | dare (€) | dare € | uscite (eur) | uscite (€) | uscite € | addebiti (€) | addebiti €
            importo dare | importo addebito | importo a debito | a debito | debiti | spese | prelievi
            pagamenti (€)
        """,
        "credit": """
            avere (eur) | avere (€) | avere € | entrate (eur) | entrate (€) | entrate € | accrediti (€)
            accrediti € | importo avere | importo accredito | importo a credito | a credito | crediti | versamenti
            incassi (€) | ricavi
        """,
        "balance": """
            saldo (€) | saldo € | saldo progressivo | saldo corrente | saldo contabile (€) | saldo conto
            saldo liquido | saldo dopo operazione | giacenza | disponibilità
        """,
        "currency": """
            divisa conto | valuta conto | div. | divisa operazione | valuta operazione
        """,
        "flag": """
            d/a | a/d | segno importo | dare avere | segno operazione | entrata/uscita | tipo segno
        """,
        "counterparty": """
            beneficiario/ordinante | ordinante/beneficiario | nome beneficiario | nome ordinante | nominativo
            nominativo controparte | nome controparte | destinatario | mittente | negozio | fornitore | cliente
            luogo | punto vendita | intestatario controparte | nome
        """,
        "description": """
            descrizione movimento | descrizione del movimento | descrizione breve | descrizione sintetica
            descrizione aggiuntiva | descrizione causale | causale movimento | causale operazione
            causale descrizione | dettaglio | dettaglio operazione | dettagli operazione | dettagli movimento
            informazioni | informazioni aggiuntive | note | nota | motivo | motivazione | oggetto | operazioni
            testo | messaggio | concetto | moneymap
        """,
        "external_id": """
            id operazione | id movimento | numero operazione | numero movimento | codice operazione | cro | trn
            codice identificativo | n. operazione | nr. operazione | num. operazione | riferimento operazione
            codice transazione | numero documento | progressivo
        """,
        "account": """
            numero di conto | n. conto | codice conto | conto/carta | carta | numero carta | carta numero
            conto corrente | iban conto
        """,
        "counter_account": """
            iban controparte | conto controparte | iban ordinante | conto beneficiario
        """,
        "status": """
            stato operazione | stato movimento | stato transazione
        """,
        "category": """
            categoria spesa | categoria movimento | sotto categoria | macrocategoria
        """,
        "type": """
            tipo di operazione | tipo transazione | tipo di transazione | tipo pagamento | codice causale
            causale abi | caus. | canale | filiale | circuito
        """,
        "foreign_amount": """
            importo in divisa estera | importo valuta estera | importo in valuta originale | importo originario
            importo divisa estera | controvalore
        """,
        "foreign_currency": """
            divisa estera | valuta estera | divisa originale | divisa originaria
        """,
        "fee": """
            commissione (€) | importo commissioni | spese e commissioni | costo | costi | bolli
        """,
    },
    "Romanian": {
        "booking_date": """
            data inregistrarii | data înregistrare | data procesării | data procesare | data contabila
            data contabilă | data decontării | data operatiunii | data operațiunii | data operatiei
            data finalizării
        """,
        "date": """
            data | data tranzactie | data și ora | data si ora | data efectuării | data plății | data platii | ora
        """,
        "value_date": """
            data valuta | data valută | valuta
        """,
        "amount": """
            suma | sumă (ron) | suma (ron) | suma ron | suma în ron | suma tranzacției | suma tranzactiei
            suma in moneda contului | valoare (ron) | valoare ron | valoarea | valoarea tranzacției | total
            suma operatiunii
        """,
        "debit": """
            debit (ron) | suma debitata | sume debitate | plăți | plati | ieșire | iesiri | cheltuieli | retrageri
            debitat
        """,
        "credit": """
            credit (ron) | suma creditata | sume creditate | încasări | incasari | intrare | intrari | venituri
            depuneri | creditat
        """,
        "balance": """
            sold (ron) | sold după tranzacție | sold dupa tranzactie | sold curent | sold disponibil | sold cont
            soldul contului | sold intermediar
        """,
        "currency": """
            moneda | valuta contului | moneda tranzactiei | moneda tranzacției
        """,
        "flag": """
            tip (debit/credit) | d/c | debit/credit | sens | tip suma
        """,
        "counterparty": """
            beneficiar | ordonator | beneficiar/ordonator | plătitor/beneficiar | platitor/beneficiar
            nume beneficiar | nume/denumire ordonator/beneficiar | nume/denumire | denumire partener | partener
            contraparte | destinatar | expeditor | comerciant/locație
        """,
        "description": """
            descriere tranzactie | descrierea tranzacției | descriere operațiune | detalii operatiune | explicație
            explicatie | detalii plată | detalii plata | mesaj | observatii | observații | scopul plății
            informatii | text | natura operatiunii
        """,
        "external_id": """
            referinta | referință tranzacție | referinta tranzactiei | numar referinta | număr referință
            nr. document | număr document | nr. crt. | nr crt | id
        """,
        "account": """
            cont | contul | număr cont | numar cont | iban cont | cont client | card | numar card
        """,
        "counter_account": """
            cont beneficiar | cont partener | iban beneficiar | iban partener | iban plătitor/beneficiar
            cont ordonator | cont contrapartidă
        """,
        "type": """
            tip | tip tranzacție | tip operatiune | tip operațiune | tipul tranzacției | cod operatiune | canal
        """,
        "category": """
            categorie cheltuieli | subcategorie
        """,
        "foreign_amount": """
            suma originală | suma în valută | suma originala | suma in valuta originala
        """,
        "foreign_currency": """
            moneda originală | valuta originală | moneda originala
        """,
        "fee": """
            comisioane | taxe | suma comision
        """,
    },
}
