"""The names bank exports give their columns, by what the column holds, in the languages they come in.

Phrases are written as printed and folded at import (case, accents, punctuation). A longer phrase is surer than a
shorter one inside a name, and a name that equals a phrase is surest: see `csv_header.role_scores`.
"""

from __future__ import annotations

COLUMN_WORDS: dict[str, str] = {
    "booking_date": """
        reskontradatum | boekdatum | journal date | ledger date | data kont | data de contabilização
        completed | settled | settled date | date settled | completed at | booked at | booked on
        booking date | bookingdate | posting date | posted date | post date | date posted | posted | date processed
        processed date | settlement date | date completed
        completed date | completion date | completed on | entry date | accounting date | booked | book date
        cleared date | date of booking
        buchungstag | buchungsdatum | buchung | buchungs datum | datum der buchung | gebucht am | verbuchungsdatum
        abschlussdatum | gebucht | datum verbucht
        date de comptabilisation | date comptable | date d'opération | date operation | date de l'opération
        date opé | date d'écriture | dateop | date de compta | date compta
        fecha contable | fecha de operación | fecha operación | f. operación | fecha oper | f oper | fecha mov
        fecha movimiento | f. contable | fecha de registro
        data contabile | data operazione | data registrazione | data contabilizzazione | data movimento | data mov
        data reg | data lançamento | data do lançamento | data mov. | data movimento | data operação
        data de lançamento | data do movimento | data contabilística
        boekdatum | boekingsdatum | datum boeking | uitvoeringsdatum | datum verrekening | verwerkingsdatum
        transactiedatum boeking | date d'exécution | date d'execution
        bokföringsdag | bokföringsdatum | bokfört | bokfd dag | bokf datum | bokföringsdato | bogføringsdato
        bogført | bogføringsdag | bokført | bokført dato | bokføringsdato | bokførd | utført dato | kirjauspäivä
        kirjauspvm | maksupäivä
        data księgowania | data zaksięgowania | data ksiegowania | data operacji | data waluty operacji
        datum zaúčtování | datum zaučtování | datum zpracování | datum provedení | dátum zaúčtovania
        dátum účtovania | datum účtování | zaúčtováno | dátum spracovania
        könyvelés dátuma | könyvelés napja | könyvelési dátum | könyvelés | data înregistrării | data procesarii
        data contabilizării | datum knjiženja | datum knjizenja | datum obrade | datum knjiženja
        дата проводки | дата операції | дата обработки | дата проведення | дата списания | дата зачисления
        kande kuupäev | kuupäev | grāmatošanas datums | įrašo data
        işlem tarihi | muhasebe tarihi | תאריך ערך חיוב | 记账日期 | 記帳日 | 入账日期 | 交易日期 | 交易日 | 入账日
        記帳日期 | 帳務日期 | 거래일자
        วันที่ทำรายการ
        execution date | date of execution | ausführungsdatum | data esecuzione | data wykonania | data zlecenia
        tranzakció dátuma | tranzakció időpontja | tranzakció ideje | terhelés dátuma
    """,
    "date": """
        date | datum | fecha | data | dato | dátum | datums | kuupäev | päivä | pvm | tarih | dag | day | dag datum
        tarikh | tanggal | ngày | ngay | дата | ημερομηνία | ημ/νια | ημερομηνια | תאריך | التاريخ | تاريخ | 日期
        日付
        날짜 | 일자 | วันที่ | วัน เดือน ปี | dt | datetime | date time | date and time | txn date | tran date
        trans date | trans. date | transaction date | transactiondate | date of transaction | created | created at
        created on | date created | created date | started date | date started | timestamp | time | date utc
        transaktionsdatum | transaktionsdag | umsatzdatum | datum transaktion | transaktionsdato | transactiedatum
        rentedatum datum | datum verrichting | datum transactie | date de transaction | date transaction
        date de la transaction | date d'achat | fecha transacción | fecha de transacción | fecha de la transacción
        fecha y hora | fecha hora | data transakcji | data transazione | data da transação | data transação
        data e hora | dagsetning | data tranzactiei | data tranzacției | data tranzacţiei | datum transakcije
        datum transakce | dátum transakcie | tehingu kuupäev | darījuma datums | operacijos data | maksupäivä
        tapahtumapäivä | дата операции | дата транзакции | дата та час операції | дата и время операции
        дата транзакції | дата платежа | 交易时间 | 交易時間 | 交易创建时间 | 交易成功时间 | 消費日 | 消费日期
        ご利用日 | 利用日 | お取引日 | 取引日 | 取引日時
        年月日 | 거래일시 | ημερομηνία συναλλαγής | תאריך עסקה | תאריך רכישה | kaufdatum | belegdatum
        date of purchase
        purchase date | authorized date | authorisation date | initiated date | activity date
        transaction time | initiation time | datum i vrijeme | datum in čas | when | giorno | jour | día | dia | tag
    """,
    "value_date": """
        value date | valuedate | value | value dat | value dt | valuta | valutadatum | valuta datum | wertstellung
        wertstellung valuta | wertstellungsdatum | wert | wertstellungstag | valutatag | valuta tag | date de valeur
        date valeur | dateval | valeur | fecha valor | f. valor | f valor | valor fecha | fecha de valor
        data valuta | data valor | data-valor | rentedatum | rentedag | valutadag | valutadato | rentedato
        rente dato | renteringsdag | räntedag | arvopäivä | data waluty | datum valuty | dátum valuty | datum valute
        értéknap | értéknap dátuma | data valutei | data valutării | дата валютирования | дата валютування
        väärtuspäev | valiuta data | valör | valör tarihi | datum odpisu | datum valutace | splatnost | תאריך ערך
        起息日 | 起息日期 | ημερομηνία αξίας | valer | ημερ. αξίας | ημ. αξίας | ημερ αξίας | due date | fälligkeit
    """,
    "amount": """
        amount | amt | transaction amount | amount of transaction | value amount | sum | total | net | net amount
        amount net | gross | paid amount | posted amount | amount in account currency | account amount
        billing amount | billed amount | settlement amount | transferred amount | cashflow | in out | money in out
        total amount
        betrag | umsatz | buchungsbetrag | betrag in eur | betrag eur | umsatz in eur | wert in eur
        buchungs betrag | zahlungsbetrag | betrag in kontowährung | abrechnungsbetrag | gutschrift lastschrift
        netto | brutto | einzelbetrag | betrag chf
        montant | montant de l'opération | montant opération | montant en euros | montant eur | montant net | somme
        importe | importe eur | cantidad | monto | importe operación | valor | valor r$ | valor em r$ | valor em eur
        quantia | montante | importo | importo eur | ammontare | importo in euro | entrate uscite | imp
        importo operazione
        bedrag | bedrag eur | transactiebedrag | bedrag in eur | belopp | summa | beløb | beløp | belop | upphæð
        määrä | määrä eur | summa eur | määrä euroa | kwota | kwota operacji | kwota transakcji
        kwota w walucie rachunku | kwota księgowania | částka | zaúčtovaná částka | objem | suma | suma operace
        suma transakcie | čiastka | objem transakcie | összeg | tranzakció összege | terhelés jóváírás összege
        sumă | valoare | valoare tranzactie | iznos | iznos transakcije | znesek | сумма | сумма операции
        сумма платежа | сумма в валюте счета | сумма в валюте счёта | сума | сума операції | сума в валюті картки
        сума в валюті рахунку | сума платежу | сумма в валюте карты | summas | tehingu summa | tutar | işlem tutarı
        tutarı | meblağ | jumlah | số tiền | so tien | 金额 | 金額 | 交易金额 | 交易金額 | 发生额 | 金额(元)
        实付金额 | 交易额 | ご利用金額
        利用金額 | 支払金額 | お支払金額 | 支払総額 | 取引金額 | 금액 | 거래금액 | จำนวนเงิน | ποσό | ποσο
        ποσό συναλλαγής | סכום | סכום חיוב
        סכום עסקה | المبلغ | مبلغ | خرج
    """,
    "debit": """
        ausgehend | sortant | saliente | in uscita | uitgaand | utgående | udgående | lähtevä | wychodzące | odchozí
        odchádzajúce | kimenő | ieșiri | izlazno | odlivno | исходящий | исходящие | вихідні | giden
        εξερχόμενα | outbound
        支払い金額 | お支払い金額 | 支払い | 支払 | お支払い | ご出金 | 引落 | 引落金額 | 出金額(円) | 출금액(원)
        debit | debits | debit amount | debit amt | debit eur | withdrawal | withdrawals | withdrawal amount
        withdrawal amt | withdrawal amt. | withdraw | paid out | money out | outflow | out | payments | payment
        spent | charge | charges | amount debit | amount out | debited | expense | expenses | payment amount | dr
        dr amount | checks debits | debit transactions | spending
        soll | belastung | belastungen | ausgabe | ausgaben | lastschrift | abgang | ausgang | sollbetrag
        belastung in chf | auszahlung | débit | débits | debit euros | débit eur | sortie | sorties | dépense
        retrait | retraits | débit euros | montant débit | debe | cargo | cargos | gasto | gastos | débito | debito
        débitos | saída | saídas | saidas | salida | salidas | retiro | retiros | egreso | egresos | uscite | uscita
        addebito | addebiti | dare | addebiti eur | pagamenti | bij af af | af | uitgaven | debet | afgeschreven
        uitgave | ut | uttag | utgift | insättning uttag uttag | udgift | hævet | ut av konto | uttak | ut fra konto
        belastet | otto | panot otto | tili pois | obciążenia | obciążenie | wydatki | wypłata | wypłaty
        kwota obciążenia | winien | má dáti | výdej | výdaje | debetní | vyplaceno | terhelés | terhelés összege
        kiadás | ieșiri | debitare | suma debit | duguje | isplata | isplate | teret | na teret | odliv | v breme
        breme | odhodki | расход | дебет | списание | дебет сумма | видатки | витрати | deebet | debets | izdevumi
        debetas | borç | giden | çıkan | 支出 | 支出金额 | 支取 | 借方 | 借方金额 | 借方发生额 | お引出し | 出金
        出金額 | お支払金額 出金 | 引出 | 出金金額
        출금 | 출금액 | 찾으신금액 | ถอนเงิน | ถอน | χρέωση | χρεωση | חובה | בחובה | مدين | penarikan | keluar
        ghi nợ | nợ
    """,
    "credit": """
        eingehend | entrant | entrante | in entrata | inkomend | ingående | indgående | saapuva | przychodzące
        příchozí | prichádzajúce | bejövő | intrări | ulazno | prilivno | входящий | входящие | вхідні | gelen
        εισερχόμενα | inbound
        預かり金額 | お預かり金額 | 預り金額 | お預り金額 | お預り | ご入金 | 入金額(円) | 입금액(원) | 預入金額
        credit | credits | credit amount | credit amt | credit eur | deposit | deposits | deposit amount
        deposit amt | deposit amt. | paid in | money in | inflow | in | receipts | received | amount credit
        amount in | credited | income | incomes | cr | cr amount | deposits credits | additions | lodgement
        lodgements | credit transactions
        haben | gutschrift | gutschriften | einnahme | einnahmen | zugang | eingang | habenbetrag
        gutschrift in chf | einzahlung | crédit | crédits | credit euros | crédit eur | entrée | entrées | recette
        dépôt | dépôts | crédit euros | montant crédit | haber | abono | abonos | ingreso | ingresos | crédito
        credito | créditos | entrada | entradas | depósito | depósitos | entrate | entrata | accredito | accrediti
        avere | accrediti eur | incassi | bij | ontvangsten | inkomsten | bijgeschreven | inkomst | insättning
        insatt | in på konto | indtægt | indsat | inn på konto | innskudd | inn til konto | inn | pano | tilille
        uznania | uznanie | wpływy | wpłata | wpłaty | kwota uznania | ma | dal | příjem | příjmy | kreditní
        připsáno | jóváírás | jóváírás összege | bevétel | intrări | creditare | suma credit | potražuje | uplata
        uplate | korist | u korist | priliv | v dobro | dobro | prihodki | приход | кредит | зачисление
        кредит сумма | надходження | доход | kreedit | kredits | ieņēmumi | kreditas | alacak | gelen | giren | 收入
        收入金额 | 存入 | 贷方 | 贷方金额 | 贷方发生额 | お預入れ | 入金 | 入金額 | 預入 | 入金金額 | 입금 | 입금액
        맡기신금액 | ฝากเงิน | ฝาก | πίστωση
        πιστωση | זכות | בזכות | دائن | setoran | masuk | ghi có | có
    """,
    "balance": """
        balance | running balance | runningbalance | current balance | available balance | closing balance
        ending balance | account balance | balance after | balance eur | ledger balance | balance amount | bal
        remaining balance | balance after transaction | new balance
        saldo | kontostand | saldo nach buchung | neuer saldo | saldo in eur | saldo eur | saldo nach umsatz
        saldo chf | kontosaldo | solde | solde après opération | solde en euros | nouveau solde | saldo disponible
        saldo contable | saldo disponibile | saldo contabile | saldo finale | saldo na mutatie | saldo na trn
        nieuw saldo | boekingssaldo | bokfört saldo | tillgängligt saldo | disponibelt | saldo efter | saldi
        saldoet | beholdning | innestående | tilin saldo | saldo po operacji | saldo po transakcji | saldo końcowe
        saldo rachunku | zůstatek | konečný zůstatek | zostatok | zůstatek po | disponibilní zůstatek | egyenleg
        könyvelt egyenleg | új egyenleg | záróegyenleg | sold | sold final | sold contabil | stanje | saldo računa
        novo stanje | остаток | баланс | остаток после операции | залишок | залишок після операції
        залишок на кінець періоду | jääk | atlikums | likutis | bakiye | kalan bakiye | 余额 | 餘額 | 账户余额
        残高 | 差引残高
        잔액 | 거래후잔액 | คงเหลือ | ยอดคงเหลือ | υπόλοιπο | υπολοιπο | יתרה | היתרה | الرصيد | baki | số dư | so du
        결제후잔액
    """,
    "currency": """
        valutacode | munteenheid | munt code | devies | currency symbol | mata uang | moneda cuenta | 记账币种
        交易币种 | 币别
        currency | ccy | cur | curr | currency code | account currency | transaction currency | amount currency
        iso currency code | currencycode | settlement currency | währung | waehrung | whg | buchungswährung
        kontowährung | devise | monnaie | moneda | divisa | moeda | valuta | munt | muntsoort | valutasoort | mynt
        myntslag | valutakode | valuutta | waluta | waluta rachunku | waluta operacji | měna | měna účtu | mena
        pénznem | devizanem | devizanem kód | valută | moneda contului | valuta iznosa | валюта | валюта счета
        валюта рахунку | валюта операции | валюта карты | valuuta | valūta | valiuta | para birimi | döviz
        döviz cinsi | 币种 | 货币 | 幣別 | 通貨 | 통화 | สกุลเงิน | νόμισμα | מטבע | العملة | mata uang | mata wang
        loại tiền
    """,
    "flag": """
        creditdebet | debetcredit | kredit debet | směr úhrady | směr platby | smer platby
        πρόσημο | πρόσημο ποσού | znak | predznak | előjel | işaret | märk | tecken | fortegn | signo d/c
        d/c | c/d | dr/cr | cr/dr | dr cr | cr dr | debit/credit | credit/debit | debit or credit
        credit debit indicator | cdtdbtind | debit credit indicator | d/k | k/d | s/h | soll/haben | haben/soll
        soll haben kennzeichen | af bij | af/bij | bij af | sign | billingamountsign | amount sign | direction
        in/out | in or out | sens | signe | signo | segno | sinal | tipo d/c | d c | naturaleza | dare/avere
        debet/kredit | debet/credit | debit/kredit | obrót wn/ma | wn/ma | kierunek | směr | jóváírás/terhelés
        terhelés/jóváírás | bevétel/kiadás | k/t | t/j | j/t | дебет/кредит | приход/расход | deebet/kreedit
        debets/kredits | db/cr | borç/alacak | b/a | 收/支 | 收支 | 收/支类型 | 借贷标志 | 借贷 | 收支类型
        transaction type | type
        inflow/outflow | debit credit | plus/minus | plusminus | credit indicator | debit indicator
        transaction direction | richtung | ein/aus | eingang/ausgang | 摘要 收支
    """,
    "counterparty": """
        payee | payer | merchant | merchant name | merchant description | counterparty | counterparty name
        counter party | beneficiary | beneficiary name | recipient | recipient name | sender | sender name | name
        partner | partner name | paid to | paid by | to | from | other party | vendor | seller | store | remitter
        payee name | party name | beneficiary/ordering party | to/from | source name | target name
        counteraccount name | name of counterparty | beneficiary or sender | payee/payer | customer | business name
        shop | supplier
        empfänger | empfaenger | auftraggeber | auftraggeber/empfänger | auftraggeber / begünstigter
        beguenstigter/zahlungspflichtiger | begünstigter | begünstigter/auftraggeber | zahlungspflichtiger
        zahlungspflichtige*r | zahlungsempfänger*in | zahlungsempfänger | name zahlungsbeteiligter
        empfänger/zahlungspflichtiger | händler | empfängername | auftraggebername | partnername | gegenpartei
        name des partners | empfänger/auftraggeber | auftraggeber/zahlungsempfänger | bénéficiaire | émetteur
        donneur d'ordre | tiers | contrepartie | nom contrepartie | marchand | commerçant | nom | beneficiario
        ordenante | comercio | nombre | destinatario | ordinante | esercente | controparte | favorecido
        beneficiário | naam tegenpartij | naam | naam / omschrijving | tegenpartij | tegenpartij naam | handelaar
        begunstigde | naam tegenrekening | naam begunstigde | mottagare | avsändare | avsender | modtager | afsender
        namn | navn | mottaker | betaler | saaja | maksaja | saaja/maksaja | nadawca | odbiorca | kontrahent
        nadawca / odbiorca | nazwa kontrahenta | nadawca/odbiorca | dane kontrahenta | nazwa odbiorcy | protistrana
        název protiúčtu | název protistrany | protiúčet název | příjemce | obchodník | názov protiúčtu
        názov protistrany | príjemca | partner neve | kedvezményezett | ellenoldali név | kereskedő | comerciant
        plătitor | primatelj | platitelj | primatelj/platitelj | naziv primatelja | prejemnik | prejemnik / plačnik
        primalac | получатель | контрагент | наименование контрагента | отримувач | saaja nimi | saaja/maksja nimi
        saaja/maksja | saņēmējs | saņēmējs/maksātājs | gavėjas | mokėtojas / gavėjas | mokėtojas/gavėjas | alıcı
        gönderen | alıcı/gönderen | karşı taraf | 对方 | 交易对方 | 交易對方 | 对方户名 | 对方名称 | 对方账户名
        商户名称 | 商户 | ご利用先 | 利用店名
        利用先 | ご利用店名 | 加盟店 | お取引先 | 가맹점 | 가맹점명 | 상대방 | παραλήπτης | שם בית העסק | בית עסק
        penerima
    """,
    "description": """
        description | details | detail | narration | narrative | particulars | memo | text | reference text
        transaction description | transaction details | remarks | remark | purpose | payment reference | message
        transaction | desc | label | activity | statement description | original description
        additional information | notes | note | comment | comments | payment details | bank description | info
        information | transaction information | additional details | statement descriptor | transaction remarks
        transaction narration | more information | payment purpose | payment description | explanation | title
        concept | appears on your statement as | extended details | code description | reference
        verwendungszweck | buchungstext | buchungsdetails | beschreibung | vorgang/verwendungszweck | umsatztext
        buchungsinformation | mitteilung | zahlungszweck | zweck | details zur buchung | beschreibung 1
        avisierungstext | informationen | transaktionsbeschreibung | zahlungsgrund | vwz | zahlungsreferenz
        libellé | libelle | libellé de l'opération | libellé opération | libellé complet | libellé simplifié
        intitulé | communication | communications | détails | motif | nature de l'opération | nature
        description opération | concepto | descripción | detalle | observaciones | movimiento | concepto ampliado
        más datos | glosa | descrição | descrição da operação | histórico | historico | lançamento | movimento
        lancamento | descrizione | causale | descrizione operazione | descrizione estesa | dettagli
        descrizione completa | operazione | omschrijving | mededeling | mededelingen | vrije mededeling
        omschrijving-1 | detail van de omzet | beschrijving | transactiebeschrijving | referens | meddelande
        specifikation | beskrivning | transaktion | verksamhet | rubrik | beskrivelse | tekst | forklaring
        forklarende tekst | melding | meddelelse | posteringstekst | viesti | selite | selitys | tapahtuma | opis
        opis operacji | opis transakcji | tytuł | tytułem | tytul | szczegóły transakcji | szczegóły
        dane szczegółowe | popis | zpráva pro příjemce | zpráva | poznámka | popis transakce
        správa pre prijímateľa | popis transakcie | informácia pre príjemcu | správa | účel platby | poznámky
        közlemény | leírás | megjegyzés | jogcím | közlemény/partner | descriere | detalii | detalii tranzacție
        explicatii | explicații | opis plaćanja | opis transakcije | svrha | namen | svrha plaćanja | svrha doznake
        назначение платежа | описание | описание операции | основание | детали | деталі операції | опис операції
        призначення платежу | комментарий | наименование | selgitus | maksāuma mērķis | paskirtis | maksājuma mērķis
        informācija saņēmējam | mokėjimo paskirtis | detaļas | açıklama | işlem | işlem açıklaması | 摘要 | 备注
        说明
        商品说明 | 商品 | 交易摘要 | 附言 | 用途 | 交易说明 | 订单标题 | 摘要内容 | お取り扱い内容 | 摘要欄 | 内容
        取引内容 | 明細 | 적요 | 내용 | 거래내용 | รายการ
        รายละเอียด | περιγραφή | αιτιολογία | תיאור | תאור | פרטים | פעולה | תיאור התנועה | הפעולה | البيان | الوصف
        keterangan | uraian | butiran | nội dung | diễn giải | mô tả
    """,
    "account": """
        account | account number | account no | account no. | acct | accountno | iban | own account | account iban
        account id | account nr | from account | source account | card number | card no. | card no
        last four digits | card last 4 digits
        konto | kontonummer | auftragskonto | iban auftragskonto | kontonr | iban kontoinhaber | eigenes konto
        kontonummer/iban | kartennummer | referenzkonto | eigene iban | umsatz getätigt von | compte
        numéro de compte | n° compte | num compte | no de compte | comptenum | numéro du compte | accountnum
        cuenta | número de cuenta | nº cuenta | conta | número da conta | conto | numero conto | rapporto | rekening
        rekeningnummer | eigen rekening | iban/bban | kontonummer från | clearingnummer kontonummer | tili
        tilinumero | rachunek | numer rachunku | nr rachunku | numer konta | nr konta
        číslo účtu | účet | vlastní účet | moje číslo účtu | číslo účtu klienta | vlastný účet | számlaszám
        saját számlaszám | számla száma | cont | contul | račun | broj računa | счет | номер счета | счёт
        номер счета карты | рахунок | kliendi konto | klienta konts | konta numurs | sąskaita | sąskaitos nr | hesap
        hesap no | hesap numarası | 账号 | 本方账号 | 帐号 | 口座 | 口座番号 | 계좌번호 | λογαριασμός | חשבון
        מספר חשבון
        rekening nomor
    """,
    "account_name": """
        naam van de rekening | naam rekening | bezeichnung auftragskonto | nome do titular | titular
        account name | wallet | kontobezeichnung | kontoname | nom du compte | libellé compte | accountlabel
        nombre de cuenta | rubrieknaam | kontonavn | kontonamn | nazwa rachunku | název účtu | názov účtu
        számla neve | naziv računa | hesap adı | goal name
    """,
    "counter_account": """
        partner iban | counterparty account | counterparty iban | counter account | beneficiary account
        beneficiary account number | recipient account | payee account | to account | destination account
        target account | account number counterparty | counterparty account number | partner account
        related account | beneficiary iban | sender account | source/destination | kontonummer/iban empfänger
        iban zahlungsbeteiligter | gegenkonto | empfänger iban | auftraggeber iban | iban empfänger
        kontonummer empfänger | empfänger iban/kto.nr. | auftraggeber iban/kto.nr. | iban des partners
        iban/kontonummer | partner kontonummer | iban gegenkonto | kontonummer/iban gegenpartei
        compte bénéficiaire | compte contrepartie | numéro de compte contrepartie | iban contrepartie
        cuenta beneficiario | cuenta destino | iban beneficiario | conto beneficiario | conta destino
        tegenrekening | rekeningnummer tegenpartij | rekening tegenpartij | tegenrekening iban/bban | motkonto
        til konto | fra konto | till konto | från konto | modkonto | modtagerkonto | mottagarkonto
        saajan tilinumero | saajan tili | rachunek odbiorcy | rachunek kontrahenta | rachunek przeciwstawny
        numer rachunku kontrahenta | nr rachunku kontrahenta | rachunek nadawcy/odbiorcy | protiúčet
        číslo protiúčtu | protistrana účet | číslo účtu protistrany | partner számlaszáma | ellenszámla
        ellenoldali számlaszám | contul beneficiarului | račun primatelja | broj računa primatelja
        račun primatelja/platitelja | счет контрагента | счет получателя | рахунок контрагента | рахунок отримувача
        saaja/maksja konto | saaja konto | saņēmēja konts | gavėjo sąskaita | karşı hesap | 对方账号 | 对方帐号
        对方账户
        相手口座
    """,
    "external_id": """
        transaction id | transactionid | id | reference number | reference no | reference no. | ref no | ref no.
        ref | chq/ref number | chq./ref.no. | transaction reference | transaction reference number | txn id
        unique id | fitid | transaction number | trace number | bank reference | record id | receipt number
        receipt no | document number | confirmation number | order id | utr | transaction uuid | uuid | reference id
        wallet txn id | operation number | tran id | transaction no | instrument id | journal no
        buchungsreferenz | transaktionsnummer | transaktions-id | referenznummer | umsatz-id | bankreferenz
        auszugsnummer | numéro d'opération | référence | référence de l'opération | numéro de transaction
        numéro opération | référence | número de documento | número de referencia | nº documento
        número do documento | dcto. | docto | referencia | referência | identificador | riferimento | id transazione
        transactienummer | volgnr | referentienummer | afschriftnummer | transactiereferentie | verifikationsnummer
        arkivref | arkivreferanse | arkivreferens | arkistointitunnus | numer referencyjny | nr referencyjny
        numer transakcji | nr transakcji | identyfikator transakcji | id transakce | id transakcie | číslo transakce
        referenční číslo transakce | id operace | id pohybu | id pokynu | tranzakció azonosító | tranzakcióazonosító
        megbízás azonosító | id tranzactie | referință | referenca | broj transakcije | номер документа
        номер операции | номер транзакции | референс | arhiveerimistunnus | kande viitenumber | arhīva kods
        įrašo nr | operacijos numeris | dekont no | fiş no | referans | 交易流水号 | 交易单号 | 交易订单号 | 流水号
        交易号 | 订单号
        取引番号 | 거래번호 | αριθμός αναφοράς | אסמכתא
    """,
    "status": """
        status | state | transaction status | booking status | cleared | pending | posting status | payment status
        transaktionsstatus | umsatzstatus | statut | état | estado | stato | situação | tila | stav | stan | állapot
        статус | состояние | stare | olek | durum | 状态 | 交易状态 | 当前状态 | ステータス | 상태 | reservation
        reserviert | info
    """,
    "category": """
        category | category name | subcategory | categories | budget category | kategorie | kategorie transakce
        hauptkategorie | unterkategorie | catégorie | categorie | sous-catégorie | categoryparent | categoría
        categoria | subcategoría | sottocategoria | rubriek | budgetgrupp | kategori | underkategori | luokka
        kategoria | kategória | kategorija | категория | mcc категория | категорія | kategooria | sınıf | 分类
        交易分类
        类别 | 交易类型 | カテゴリ | カテゴリー | 카테고리 | class
    """,
    "type": """
        transaction type | type | umsatzart | buchungsart | vorgang | transaktionstyp | transaktionsart
        buchungsschlüssel | type d'opération | type de transaction | tipo | tipo de operación | tipo operación
        tipo de movimiento | tipologia | tipo movimento | tipo operazione | mutatiesoort | code | transactietype
        soort transactie | typ | transaktionstype | laji | typ operacji | rodzaj transakcji | rodzaj operacji
        typ transakcji | typ transakce | typ pohybu | typ transakcie | tranzakció típusa | forgalom típusa
        tip tranzactie | tip tranzacție | vrsta transakcije | тип операции | тип транзакции | вид операции | тип
        tehingu tüüp | darījuma veids | tipas | işlem tipi | işlem türü | check number | check | cheque number
        chq no | cheque no | mcc | activity type
    """,
    "foreign_amount": """
        original amount | foreign amount | amount in foreign currency | local amount | foreign currency amount
        amount foreign currency | foreign spend amount | original transaction amount | transfer amount
        source amount | target amount | exchange out | exchange in | intl.amount | converted amount
        instructed amount | amount original | merchant amount | native amount
        betrag fremdwährung | originalbetrag | betrag in fremdwährung | fremdwährungsbetrag | ursprünglicher betrag
        betrag originalwährung | lastschrift ursprungsbetrag | auslagenersatz ruecklastschrift | montant en devise
        montant d'origine | montant devise | montant initial | importe original | importe en divisa
        importe divisa origen | importo in valuta | importo originale | importo divisa | valor original
        valor em moeda estrangeira | valor em dólar | valor us$ | bedrag in vreemde valuta | oorspronkelijk bedrag
        originalbelopp | utländskt belopp | utlandsk belopp | beløb i valuta | originalt beløb | beløp i valuta
        opprinnelig beløp | alkuperäinen summa | kwota w walucie obcej | kwota w walucie transakcji
        kwota oryginalna | kwota płatności w walucie | původní částka | původní částka a měna | částka v cizí měně
        částka v měně | původná suma | suma v cudzej mene | eredeti összeg | összeg eredeti devizában
        iznos u valuti | originalni iznos | сумма в валюте операции | сумма в иностранной валюте
        сума в валюті операції | сума у валюті транзакції | orijinal tutar | yabancı para tutarı | 外币金额 | 原始金额
        交易地金额 | 現地通貨額 | 海外金額 | 订单金额 | original value | סכום מקורי | compensation amount
        amount refunded
        converted amount refunded | rewards earned | reward points | points
    """,
    "foreign_currency": """
        original currency | foreign currency | local currency | transfer amount currency | source currency
        target currency | merchant currency | fremdwährung | originalwährung | ursprungswährung | devise d'origine
        divisa original | valuta originale | vreemde valuta | originalvaluta | waluta oryginalna | waluta transakcji
        původní měna | eredeti pénznem | валюта операції | валюта транзакции | 交易币种 | 原币种
    """,
    "account_amount": """
        amount in account currency | account amount | billing amount | billed amount | settlement amount
        buchungsbetrag
        betrag in kontowährung | abrechnungsbetrag | kwota w walucie rachunku | kwota transakcji (waluta rachunku)
        částka v měně účtu | zaúčtovaná částka | suma v mene účtu | сумма в валюте счета | сумма в валюте счёта
        сумма платежа | сумма в валюте карты | сума в валюті картки | сума в валюті рахунку | сума платежу
        importe en euros | montant en euros | importo in euro | beløb i dkk | belopp i sek | total aud | 记账金额
    """,
    "account_currency": """
        account currency | settlement currency | buchungswährung | kontowährung | waluta rachunku | měna účtu
        mena účtu
        валюта счета | валюта карты | валюта платежа | валюта рахунку | валюта картки | moneda contului | 记账币种
    """,
    "fee": """
        fee | fees | charges fee | commission | gebühr | gebühren | entgelt | provision | spesen | frais | comisión
        comisiones | commissione | commissioni | comissão | taxa | tarifa | kosten | kosten op verrichting | avgift
        gebyr | prowizja | opłata | poplatek | díj | jutalék | comision | naknada | комиссия | комісія | komisyon
        teenustasu | 手续费 | 服务费 | 手数料 | 수수료 | tax | vat | iva | gst | cashback | cash back | кэшбэк
        сума кешбеку
        bonus
    """,
    "rate": """
        name on card | card member | cardholder | card holder | member name | customer name | kaarthouder
        karteninhaber
        card holder full name | user | customer id | website | address
        exchange rate | rate | wechselkurs | umrechnungskurs | kurs | taux de change | taux | tipo de cambio
        cambio | tasso di cambio | tasso | taxa de câmbio | cotação | koers | wisselkoers | växelkurs
        vekslingskurs | valutakurs | kurs waluty | kurz | árfolyam | curs | tečaj | курс | kur | 汇率 | 換算レート
        quantity | units | price | shares | number | unit price | menge | anzahl | stück | shares qty | qty | sr.no.
        s.no. | sr no | sl. no. | sno | no. | serial | sequence | seq | row | line | day number | year | month
        jahr | monat | bank code | sort code | blz | bic | swift | zip | postcode | plz | phone
    """,
}
