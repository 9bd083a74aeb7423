"""Western Europe and Latin America. One block a country; see `layouts_country` for the form."""

from __future__ import annotations

BLOCKS = """
[de EUR d.m.Y,d.m.y,Y-m-d|1.234,56 plain,|cp1252]
date: Buchungstag | Buchungsdatum | Datum | Buchung | Bezahlt am
value: Valuta | Wertstellung | Valutadatum | Wert
text: Verwendungszweck | Buchungstext | Beschreibung | Umsatztext | Vorgang/Verwendungszweck
party: Empfänger | Auftraggeber/Empfänger | Beguenstigter/Zahlungspflichtiger | Name Zahlungsbeteiligter
amount: Betrag | Betrag (EUR) | Umsatz | Betrag in EUR | Umsatz in EUR
debit: Soll | Belastung | Lastschrift | Ausgang
credit: Haben | Gutschrift | Gutschrift | Eingang
balance: Saldo | Kontostand | Saldo nach Buchung | Saldo in EUR
currency: Währung | Waehrung
flag: Soll/Haben | S/H | Soll/Haben Kennzeichen | Umsatztyp
sides: S,H | Soll,Haben | Ausgang,Eingang | Lastschrift,Gutschrift
kind: Buchungstext | Umsatzart | Vorgang
kinds_out: Kartenzahlung | Lastschrift | Dauerauftrag | Auszahlung | Entgelt
kinds_in: Gutschrift | Lohn/Gehalt | Zinsen | Gutschrift Echtzeitüberweisung
ref: Kundenreferenz | Mandatsreferenz | Glaeubiger ID | Buchungsreferenz
other: IBAN | Kontonummer/IBAN | Gegenkonto
account: Konto | Auftragskonto | Kontonummer | IBAN
opening: Anfangssaldo | Alter Kontostand | Startsaldo | Saldovortrag
closing: Endsaldo | Neuer Kontostand | Kontostand | Schlusssaldo
total: Summe | Gesamt | Summe der Umsätze
period: Zeitraum | Buchungen vom
category: Kategorie
foreign: Originalbetrag,Originalwährung
fee: Gebühr
out: REWE SAGT DANKE | Miete Ahornweg 3 | Stadtwerke Abschlag | DB Vertrieb GmbH | Bäckerei Krümel | Geldautomat
in: Gehalt November | Erstattung Krankenkasse | Mieteingang Whg 2 | Rückzahlung Nebenkosten | Zinsgutschrift
people: Anna Beispiel | Holzbau Krause KG | Techniker Verein | Marek und Söhne
card: Kreditkarte | Kartennummer | Kreditkarte
payment: Zahlung erhalten | Einzahlung | Ausgleich Kreditkarte Gutschrift
due: Kreditlimit | Mindestbetrag | Neuer Saldo | Fälliger Betrag

[ch CHF d.m.Y,Y-m-d,d.m.y|1'234.56 plain.|cp1252]
date: Buchungsdatum | Datum | Abschlussdatum | Buchung
value: Valuta | Valutadatum
text: Buchungstext | Beschreibung | Avisierungstext | Text
party: Auftraggeber | Zahlungsempfänger | Begünstigter
amount: Betrag | Betrag CHF | Einzelbetrag | Buchungsbetrag
debit: Belastung | Lastschrift in CHF | Belastung CHF | Soll
credit: Gutschrift | Gutschrift in CHF | Gutschrift CHF | Haben
balance: Saldo | Saldo CHF | Saldo in CHF
currency: Währung | Whg
flag: Soll/Haben | Gutschrift/Belastung
sides: S,H | Belastung,Gutschrift
kind: Bewegungstyp | Buchungsart
kinds_out: Belastung | Kauf/Dienstleistung | Zahlung E-Banking | Bargeldbezug
kinds_in: Gutschrift | Lohnzahlung | Zins
ref: Transaktions-Nr. | Referenz | Auftragsnummer
other: Konto Gegenpartei | IBAN
account: Konto | IBAN | Kontonummer
opening: Anfangssaldo | Saldovortrag | Saldo per
closing: Schlusssaldo | Endsaldo | Saldo
total: Total | Umsatztotal
period: Von | Zeitraum | Bewertungsdatum
category: Kategorie
foreign: Originalbetrag,Originalwährung
fee: Gebühren
out: Migros Oerlikon | Coop Pronto | SBB Mobile | Krankenkasse Prämie | Miete Dezember | TWINT an Kiosk
in: Lohn | Vergütung von Muster AG | Rückerstattung Steueramt | TWINT von R. Keller
people: Regula Muster | Muster AG | Garage Bucher
card: Kreditkarte | Kartennummer | Karteninhaber
payment: Ihre Zahlung - Danke | Ihre LSV-Zahlung | Ihre Zahlung
due: Kreditlimite | Mindestbetrag | Rechnungsbetrag

[fr EUR d/m/Y,d/m/y,Y-m-d,d-m-Y|1 234,56 plain,|cp1252]
date: Date | Date opération | Date de comptabilisation | Date de l'opération | dateOp
value: Date de valeur | Date valeur | Valeur
text: Libellé | Libellé de l'opération | Nature de l'opération | Libellé complet | Opération
party: Bénéficiaire | Tiers | Contrepartie
amount: Montant | Montant(EUROS) | Montant en euros | Montant de l'opération
debit: Débit | Débit euros | Débit (€) | Dépenses
credit: Crédit | Crédit euros | Crédit (€) | Recettes
balance: Solde | Solde en euros | Solde après opération
currency: Devise
flag: Sens | Débit/Crédit
sides: D,C | Débit,Crédit | DEBIT,CREDIT
kind: Type d'opération | Type
kinds_out: Carte | Prélèvement | Retrait | Virement émis | Cotisation
kinds_in: Virement reçu | Remise de chèque | Intérêts | Remboursement
ref: Référence | N° d'opération | Numéro de pièce
other: Compte contrepartie | IBAN bénéficiaire
account: Numéro de compte | Compte | N° compte
opening: Solde initial | Ancien solde | Solde début de période
closing: Solde final | Nouveau solde | Solde au
total: Total | Total des opérations | Totaux
period: Période | Du
category: Catégorie
foreign: Montant en devise,Devise d'origine
fee: Frais
out: CB CARREFOUR CITY | PRLV EDF | VIR LOYER DUPONT | CB SNCF INTERNET | RETRAIT DAB 75011 | BOULANGERIE PAUL
in: VIR SALAIRE NOVEMBRE | VIR CPAM REMBOURSEMENT | REMISE CHEQUE | VIR DE MARTIN
people: Claire Martin | SARL Dubois | Mairie de Lyon
card: Carte | Numéro de carte | Titulaire de la carte
payment: VOTRE PAIEMENT MERCI | PAIEMENT REÇU - MERCI
due: Plafond | Paiement minimum | Montant dû

[it EUR d/m/Y,d-m-Y,d.m.Y,d/m/y|1.234,56 plain,|cp1252]
date: Data | Data operazione | Data contabile | Data Registrazione | Data Contabile
value: Valuta | Data valuta | Data Valuta
text: Descrizione | Causale | Descrizione operazione | Descrizione estesa | Operazione
party: Beneficiario | Ordinante | Controparte
amount: Importo | Importo (EUR) | Importo in euro | Ammontare
debit: Dare | Addebiti | Uscite | Addebiti (euro)
credit: Avere | Accrediti | Entrate | Accrediti (euro)
balance: Saldo | Saldo contabile | Saldo progressivo
currency: Divisa | Valuta conto
flag: Segno | Dare/Avere
sides: D,A | Dare,Avere | Uscita,Entrata
kind: Tipo operazione | Tipologia
kinds_out: Pagamento POS | Addebito SDD | Prelievo | Commissione | Bonifico disposto
kinds_in: Stipendio | Bonifico ricevuto | Accredito | Interessi
ref: Riferimento | CRO/TRN | Numero operazione
other: IBAN beneficiario | Conto controparte
account: Conto | Conto corrente | Numero conto | Rapporto
opening: Saldo iniziale | Saldo precedente
closing: Saldo finale | Saldo contabile al | Saldo disponibile
total: Totale | Totali
period: Periodo | Dal
category: Categoria
foreign: Importo in valuta,Divisa originale
fee: Commissioni
out: PAGAMENTO POS ESSELUNGA | AFFITTO ROSSI | SDD ENEL ENERGIA | BAR CENTRALE | PRELIEVO BANCOMAT | TRENITALIA
in: STIPENDIO | BONIFICO DA BIANCHI | RIMBORSO SPESE | ACCREDITO PENSIONE
people: Giulia Rossi | Edilizia Verdi SRL | Comune di Torino
card: Carta di credito | Numero carta | Titolare carta
payment: ADDEBITO IN CONTO SALDO CARTA PAGAMENTO RICEVUTO | PAGAMENTO RICEVUTO GRAZIE
due: Plafond | Importo dovuto | Rata minima

[es EUR d/m/Y,d-m-Y,d/m/y|1.234,56 plain,|cp1252]
date: Fecha | Fecha operación | F. Operación | Fecha contable | FECHA OPERACIÓN
value: Fecha valor | F. Valor | FECHA VALOR | Valor
text: Concepto | Movimiento | Descripción | CONCEPTO | Concepto ampliado
party: Beneficiario | Ordenante | Comercio
amount: Importe | Importe (€) | IMPORTE EUR | Importe EUR
debit: Cargo | Debe | Cargos | Gastos
credit: Abono | Haber | Abonos | Ingresos
balance: Saldo | Saldo (€) | SALDO | Saldo disponible
currency: Divisa | Moneda
flag: Signo | Debe/Haber | Tipo
sides: D,H | Cargo,Abono | Debe,Haber
kind: Tipo de movimiento | Tipo
kinds_out: Pago con tarjeta | Recibo | Cajero | Comisión | Transferencia emitida
kinds_in: Nómina | Transferencia recibida | Ingreso | Devolución
ref: Referencia | Nº documento | Núm. operación
other: Cuenta destino | IBAN beneficiario
account: Cuenta | Número de cuenta | IBAN
opening: Saldo inicial | Saldo anterior
closing: Saldo final | Saldo actual | SALDO TOTAL
total: Total | Totales | TOTAL MOVIMIENTOS
period: Periodo | Desde | Fecha desde
category: Categoría
foreign: Importe original,Divisa original
fee: Comisión
out: COMPRA MERCADONA | ALQUILER PISO | RECIBO IBERDROLA | PAGO EN BAR LA PLAZA | REINTEGRO CAJERO | GASOLINERA NORTE
in: NOMINA NOVIEMBRE | TRANSFERENCIA DE GARCIA | DEVOLUCION ZARA | ABONO INTERESES
people: Lucía Pérez | Talleres Gómez SL | Comunidad Propietarios
card: Tarjeta de crédito | Número de tarjeta | Titular de la tarjeta
payment: SU PAGO GRACIAS | PAGO RECIBIDO
due: Límite de crédito | Pago mínimo | Saldo a pagar

[mx MXN d/m/Y,d-M-Y,d/M/y,Y-m-d|1,234.56 plain.|cp1252]
date: Fecha | Fecha de Operación | FECHA
value: Fecha de Liquidación | Fecha Valor
text: Concepto | Descripción | DESCRIPCIÓN | Concepto / Referencia
party: Beneficiario | Comercio
amount: Monto | Importe | Monto MXN
debit: Cargo | Retiros | CARGOS | Retiro
credit: Abono | Depósitos | ABONOS | Depósito
balance: Saldo | SALDO
currency: Moneda
flag: Tipo | Cargo/Abono
sides: Cargo,Abono | C,A
kind: Tipo de movimiento
kinds_out: Cargo | Compra | Retiro en efectivo | Comisión
kinds_in: Abono | Depósito | Nómina | Devolución
ref: Referencia | No. de autorización | Folio
other: Cuenta CLABE destino
account: Cuenta | No. de cuenta
opening: Saldo inicial | Saldo anterior
closing: Saldo final | Saldo al corte
total: Total | Totales
period: Periodo | Fecha de corte
category: Categoría | Giro
foreign: Monto original,Moneda original
fee: Comisión
out: OXXO INSURGENTES | CFE PAGO DE SERVICIO | SPEI ENVIADO RENTA | UBER TRIP | WALMART EXPRESS | PEMEX 1182
in: SPEI RECIBIDO NOMINA | DEPOSITO EFECTIVO | DEVOLUCION AMAZON
people: Sofía Hernández | Grupo Azteca SA
card: Tarjeta | Número de tarjeta | Tarjeta de crédito
payment: SU PAGO GRACIAS | PAGO RECIBIDO SPEI
due: Límite de crédito | Pago mínimo | Pago para no generar intereses

[br BRL d/m/Y,Y-m-d,d/m/y|1.234,56 plain,|cp1252]
date: Data | Data Lançamento | Data Mov. | Data do lançamento
value: Data Valor
text: Histórico | Descrição | Lançamento | Detalhes
party: Favorecido | Estabelecimento | Razão Social
amount: Valor | Valor (R$) | Valor R$
debit: Débito | Saída | Débito (R$) | Saídas
credit: Crédito | Entrada | Crédito (R$) | Entradas
balance: Saldo | Saldo (R$)
currency: Moeda
flag: Tipo | D/C | Tipo Lançamento
sides: D,C | Débito,Crédito | Saída,Entrada
kind: Tipo Transação | Tipo Lançamento
kinds_out: Pix enviado | Compra no débito | Pagamento de boleto | Saque | Tarifa
kinds_in: Pix recebido | Depósito | Salário | Estorno
ref: Documento | Docto. | Identificador | Número do documento
other: Conta destino
account: Conta | Agência/Conta
opening: Saldo anterior | SALDO ANTERIOR | Saldo inicial
closing: Saldo final | SALDO DO DIA | Saldo atual | S A L D O
total: Total | Totais
period: Período
category: Categoria
foreign: Valor em US$,Moeda de origem
fee: Tarifa
out: PIX ENVIADO MERCADO SILVA | COMPRA CARTAO PADARIA | PAGTO ALUGUEL | CONTA DE LUZ | SAQUE 24H | POSTO IPIRANGA
in: PIX RECEBIDO JOAO | SALARIO EMPRESA | TED RECEBIDA | RENDIMENTOS
people: Mariana Souza | Padaria Sol Ltda
card: Cartão de crédito | Final do cartão | Nome no cartão
payment: Pagamento recebido | Pagamento efetuado
due: Limite | Pagamento mínimo | Total da fatura

[pt EUR d-m-Y,d/m/Y,Y-m-d|1.234,56 plain,|cp1252]
date: Data Lançamento | Data Mov. | Data Operação | Data do Movimento | Data
value: Data Valor | Data-valor
text: Descrição | Movimento | Descrição do movimento
party: Beneficiário | Ordenante
amount: Montante | Valor | Importância | Montante (EUR)
debit: Débito | Débitos
credit: Crédito | Créditos
balance: Saldo | Saldo contabilístico | Saldo após movimento
currency: Moeda
flag: Tipo | D/C
sides: D,C | Débito,Crédito
kind: Tipo de movimento
kinds_out: Compra | Débito direto | Levantamento | Comissão
kinds_in: Transferência recebida | Vencimento | Reembolso | Juros
ref: Nº do documento | Referência
other: Conta destino
account: Conta | Número de conta | IBAN
opening: Saldo inicial
closing: Saldo final | Saldo contabilístico
total: Total
period: Período | De
category: Categoria
foreign: Montante original,Moeda original
fee: Comissões
out: COMPRA CONTINENTE | RENDA CASA | DD EDP COMERCIAL | LEVANTAMENTO MB | PASTELARIA ARCO
in: TRF DE FERREIRA | VENCIMENTO | REEMBOLSO IRS
people: Rui Ferreira | Obras Costa Lda
card: Cartão de crédito | Número do cartão
payment: PAGAMENTO RECEBIDO - OBRIGADO | PAGAMENTO CARTAO RECEBIDO
due: Limite de crédito | Pagamento mínimo

[nl EUR d-m-Y,Ymd,Y-m-d,d/m/Y|1.234,56 plain,|cp1252]
date: Datum | Boekdatum | Transactiedatum | Boekingsdatum
value: Rentedatum | Valutadatum | Valuta
text: Omschrijving | Mededelingen | Omschrijving-1 | Mededeling | Naam / Omschrijving
party: Naam tegenpartij | Tegenpartij | Naam begunstigde
amount: Bedrag | Bedrag (EUR) | Transactiebedrag | Bedrag EUR
debit: Af | Debet | Bedrag af | Uitgaven
credit: Bij | Credit | Bedrag bij | Inkomsten
balance: Saldo | Saldo na mutatie | Saldo na trn
currency: Munt | Valuta | Muntsoort | Munteenheid
flag: Af Bij | Af/Bij | Debet/Credit
sides: Af,Bij | D,C | Debet,Credit
kind: Mutatiesoort | Soort transactie
kinds_out: Betaalautomaat | Incasso | Geldautomaat | Overschrijving af
kinds_in: Bijschrijving | Salaris | Rente | Storting
ref: Volgnr | Transactiereferentie | Code | Kenmerk
other: Tegenrekening | Rekening tegenpartij | Tegenrekening IBAN/BBAN
account: Rekening | Rekeningnummer | IBAN/BBAN
opening: Beginsaldo | Vorig saldo
closing: Eindsaldo | Nieuw saldo
total: Totaal
period: Periode | Van
category: Rubriek | Categorie
foreign: Oorspronkelijk bedrag,Oorspronkelijke munt
fee: Kosten
out: Albert Heijn 1021 | Huur december | NS Reizigers | Ziggo incasso | Geldmaat Utrecht | Bakkerij de Molen
in: Salaris | Tikkie van Sanne | Belastingdienst teruggave | Zorgtoeslag
people: Sanne de Vries | Bouwbedrijf Jansen BV
card: Creditcard | Kaartnummer | Kaarthouder
payment: GEINCASSEERD VORIG SALDO | BETALING ONTVANGEN DANK U
due: Bestedingslimiet | Minimaal te betalen
"""
