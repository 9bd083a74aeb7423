"""Words inside the rows that decide what a row is: a movement, a balance, a total, pending or refused; in or out."""

from __future__ import annotations

OPENING = """
上期餘額 | 期初餘額 | 前期餘額 | 承前餘額
likutis pradžiai | likutis periodo pradžioje | pradinis likutis | likutis laikotarpio pradžioje
atlikums perioda sākumā | atlikums uz perioda sākumu | algjääk | perioodi algsaldo | saldo początek
saldo na początek | saldo początkowe okresu | stan początkowy | počáteční stav | zůstatek na začátku
zůstatek k počátku | počiatočný stav | začiatočný zostatok | nyitó | nyitó egyenlege | kezdő egyenleg
kezdőegyenleg | sold la început | sold inceput | sold la inceputul perioadei | početni saldo | saldo početno
stanje na početku | pocetno stanje | stanje početno | начално салдо | начален баланс | салдо в началото
входящее сальдо | входящий баланс | сальдо на начало | баланс на начало периода | вхідне сальдо | вхідний баланс
açılış bakiye | dönem başı bakiyesi | önceki bakiye | devreden | υπόλοιπο αρχής | αρχικό υπόλοιπο
υπόλοιπο από μεταφορά | προηγούμενο υπόλοιπο | יתרת פתיחה | יתרה קודמת | الرصيد الافتتاحي | رصيد افتتاحي
الرصيد السابق | 期初 | 上期结余 | 上期結餘 | 承上 | 承上页 | 前期繰越 | 前回残高 | 전월이월 | 전일잔액
số dư đầu kỳ | số dư đầu | saldo awal | saldo bulan lalu | baki awal | baki permulaan | baki bawa ke hadapan
saldo apertura | saldo de apertura | saldo previo | saldo mes anterior | saldo periodo anterior | saldo al inicio
saldo inicio | saldo inicial periodo | saldo al inicial | saldo inizio periodo | saldo di inizio periodo
saldo iniziale contabile | saldo al precedente | saldo período anterior | solde reporté | solde au début
solde de départ | solde antérieur | report de solde | solde de début de période
bal b fwd | bal b f | bal bf | bal fwd | balance fwd | brought fwd | balance brought fwd | opening bal
beginning bal | begin balance | prior balance | starting bal | ledger opening balance
openings saldo | begin saldo | saldo vorige periode | vorige saldo | saldo vorig afschrift | alter stand
saldo vortrag | anfangs saldo | saldo per anfang | kontostand zu beginn | saldo zu beginn | ingående balans saldo
ing saldo | ingående | saldo fra forrige | saldo overført | overført saldo | startsaldo konto | inngående balanse
opening balance | beginning balance | starting balance | balance brought forward | brought forward | balance b/f
b/f | balance forward | previous balance | initial balance | last statement balance | start balance | anfangssaldo
anfangsbestand | anfangsstand | alter kontostand | kontostand alt | saldovortrag | startsaldo | alter saldo
eröffnungssaldo | saldo anfang | kontostand am anfang | saldo alt | solde initial | solde précédent | ancien solde
solde en début de période | solde début | solde d'ouverture | report solde | ancien solde créditeur | saldo inicial
saldo anterior | saldo iniziale | saldo precedente | saldo di apertura | s a l d o anterior | saldo do dia anterior
saldo contabile iniziale | saldo inicial del periodo | beginsaldo | vorig saldo | openingssaldo | oud saldo
ingående saldo | ingående balans | inngående saldo | indgående saldo | primosaldo | alkusaldo | alkuperäinen saldo
saldo początkowe | saldo otwarcia | počáteční zůstatek | počiatočný zostatok | nyitó egyenleg | nyitóegyenleg
sold initial | sold inițial | sold precedent | početno stanje | prethodno stanje | začetno stanje | входящий остаток
начальный остаток | остаток на начало | вхідний залишок | залишок на початок | algsaldo | algsaldo kuupäeval
sākuma atlikums | likutis pradžioje | devreden bakiye | açılış bakiyesi | devir | 期初余额 | 上期余额 | 承前
繰越残高 | 前月繰越 | 이월잔액 | ยอดยกมา | υπόλοιπο έναρξης | sākotnējais atlikums
"""

CLOSING = """
slutsaldo | slutsaldo konto | sluttsaldo konto
期末餘額 | 本期餘額 | saldo al corte
likutis pabaigai | likutis periodo pabaigoje | likutis laikotarpio pabaigoje | atlikums perioda beigās | lõppjääk
atlikums uz perioda beigām | perioodi lõppsaldo | saldo na koniec | saldo końcowe okresu | stan końcowy
saldo koniec | konečný stav | zůstatek na konci | zůstatek ke konci | koncový zůstatek | konečný zůstatek účtu
záró | záró egyenlege | sold la sfârșit | sold sfarsit | sold la sfarsitul perioadei | konačni saldo | saldo konačno
stanje na kraju | krajnje stanje | završno stanje | zakljucno stanje | крайно салдо | краен баланс | салдо в края
исходящее сальдо | исходящий баланс | сальдо на конец | баланс на конец периода | вихідне сальдо | вихідний баланс
kapanış bakiye | dönem sonu bakiyesi | güncel bakiye | υπόλοιπο τέλους | τελικό υπόλοιπο | νέο υπόλοιπο
υπόλοιπο σε μεταφορά | יתרה נוכחית | יתרה סופית | الرصيد الختامي | رصيد ختامي | الرصيد الحالي | 期末 | 本期结余
本期結餘 | 过次页 | 今回残高 | 월말잔액 | 현재잔액 | số dư cuối kỳ | số dư cuối | saldo akhir | baki akhir
baki penutup | saldo de cierre | saldo cierre | saldo al final | saldo fin | saldo final periodo | saldo al cierre
saldo fine periodo | saldo di fine periodo | saldo finale contabile | saldo final do período | saldo no final
solde à la fin | solde en fin | solde de fin de période | solde à reporter | bal c fwd | bal c f | bal cf
carried fwd | closing bal | ending bal | ending ledger balance | closing ledger balance | closing available balance
available bal | ledger bal | eind saldo | saldo huidig | saldo einde periode | neuer stand | end saldo
saldo per ende | kontostand am ende | saldo am ende | utg saldo | saldo utgående | saldo ved udgangen
ultimo saldo | utgående balanse | sluttsaldo | loppu saldo | closing balance | ending balance | end balance
balance carried forward | carried forward | balance c/f | c/f | new balance | final balance | current balance
available balance | ledger balance | statement balance | balance at end of period | balance as of | balance at end
account balance | total balance | balance | endsaldo | endbestand | schlusssaldo | neuer kontostand | kontostand neu
abschlusssaldo | neuer saldo | saldo ende | schlussaldo | kontostand | aktueller kontostand | kontostand am
saldo neu | saldo zum | verfügbarer betrag | solde final | nouveau solde | solde en fin de période | solde fin
solde de clôture | solde au | solde créditeur | solde débiteur | saldo final | saldo actual | saldo finale
saldo di chiusura | saldo attuale | saldo contabile finale | saldo disponibile | saldo disponible | saldo do dia
saldo atual | saldo em | s a l d o | saldo del dia | saldo contabile al | saldo contabile | saldo contabilístico
saldo contable | eindsaldo | nieuw saldo | slotsaldo | utgående saldo | utgående balans | ultimosaldo | loppusaldo
saldo końcowe | saldo zamknięcia | konečný zůstatek | konečný zostatok | záró egyenleg | záróegyenleg | sold final
sold curent | konačno stanje | novo stanje | končno stanje | исходящий остаток | конечный остаток | остаток на конец
вихідний залишок | залишок на кінець | lõppsaldo | lõppsaldo kuupäeval | beigu atlikums | likutis pabaigoje
galutinis likutis | kapanış bakiyesi | son bakiye | 期末余额 | 本期余额 | 次期繰越 | ยอดยกไป | υπόλοιπο λήξης
יתרת סגירה
"""

TOTALS = """
apyvarta viso | apyvarta debetas | apyvarta kreditas | apyvarta per laikotarpį | apgrozījums kopā | kopā debets
kopā kredīts | deebetkäive | kreeditkäive | käive kokku | obroty wn | obroty ma | obroty debetowe | obroty kredytowe
razem obciążenia | razem uznania | podsumowanie | celkový obrat | součet | obrat debet | obrat kredit
celkem příjmy | celkem výdaje | kreditní obrat | debetní obrat | součet příjmů | součet výdajů | terhelések összesen
jóváírások összesen | forgalom összesen | mindösszesen | rulaj debit | rulaj credit | total rulaj | total debitari
total creditari | rulaj debitor | rulaj creditor | dugovni promet | potražni promet | ukupno isplate | ukupno uplate
ukupan promet | обороты по дебету | обороты по кредиту | итого оборотов | всего поступлений | всего списаний
всего расходов | всего приходов | обороти | оборот дебит | оборот кредит | total de cargos | total cargos
total abonos | total de abonos | suma de cargos | suma de abonos | totales | total haber | total debe
total ingresos | total gastos | total de débitos | total de créditos | total débitos | total créditos
total de entradas | total de saídas | total entradas | total saídas | total entrate | total uscite | totale dare
totale avere | totale movimenti | total paid in | total paid out | total money in | total money out | total outgoing
total incoming | total dr | total cr | total of debits | total of credits | total for | closing totals
total transactions amount | total spend | total spent | total balance due | total due | total new charges
number of debits | number of credits | debit count | credit count | dr count
cr count | summe ausgaben | summe einnahmen | summe lastschriften | summe gutschriften | saldo der umsätze
summe belastungen | total belastungen | total gutschriften | totaal debet | totaal credit | totaal uitgaven
totaal inkomsten | totalt ut | totalt inn | sum inn på konto | sum ut fra konto | summa uttag | summa insättningar
yhteensä panot | yhteensä otot | toplam borç | toplam alacak | σύνολο χρεώσεων | σύνολο πιστώσεων | סה כ חובה
סה כ זכות | 支出合计 | 收入合计 | 本页合计 | 本期合计 | 累计 | 出金合計 | 入金合計 | 출금합계 | 입금합계 | tổng cộng
tổng | cộng | jumlah besar | jumlah debit | jumlah kredit | total debet | total kredit | mutasi debet
mutasi kredit | total mutasi | total | totals | sum | grand total | sub total | subtotal | turnover | total debit
total credit | total debits | total credits | total withdrawals | total deposits | total payments | total charges
total amount | net total | summary | total transactions | page total | number of transactions | transaction totals
summe | gesamt | gesamtsumme | zwischensumme | summe soll | summe haben | gesamtumsatz | umsatzsumme
summe der umsätze | totaux | total débit | total crédit | total général | total des opérations
total des mouvements | total mouvements | totaal | totaal bij | totaal af | totale | totali | totale entrate
totale uscite | totale addebiti | totale accrediti | totais | suma | suma obrotów | sumy | obroty | razem
suma obciążeń | suma uznań | celkem | spolu | obrat | obraty | összesen | forgalom | total general | rulaj | ukupno
skupaj | promet | итого | всего | обороты | оборот за период | разом | всього | käive | kokku | apgrozījums | kopā
apyvarta | viso | toplam | genel toplam | 合计 | 总计 | 小计 | 合計 | 小計 | 총계 | 합계 | รวม | σύνολο | סה"כ | סהכ
المجموع | yhteensä | i alt | sammanlagt | summa debet | summa kredit | sum ut | sum inn | totalt
"""

PENDING = """
pending | processing | authorised | authorized | on hold | uncleared | reserved | reservation | not posted
unposted | in progress | hold | awaiting | incomplete | vorgemerkt | umsatz vorgemerkt | vorgemerkte | reserviert
offen | in bearbeitung | vormerkung | nicht gebucht | ausstehend | en attente | en cours | à venir | pendiente
pendente | in sospeso | in attesa | autorizzato | non contabilizzato | in behandeling | gereserveerd | reserverat
reserveret | reservert | preliminär | varaus | oczekująca | oczekujące | w realizacji | blokada | nierozliczone
čekající | blokace | nezaúčtováno | čakajúca | függőben | foglalás | foglalt | în așteptare | in asteptare
na čekanju | rezervirano | rezervacija | в обработке | ожидает | холд | в очікуванні | broneering | rezervēts
rezervuota | beklemede | bekleyen | provizyon | 等待确认收货 | 处理中 | 待处理
"""

REFUSED = """
failed | declined | reverted | cancelled | canceled | rejected | denied | expired | voided | void | blocked
refused | unsuccessful | deleted | abgelehnt | fehlgeschlagen | abgebrochen | storniert | annulliert | refusé
annulé | échoué | rejeté | rechazado | rechazada | cancelado | cancelada | fallido | anulado | anulada | rifiutato
annullato | respinto | recusado | recusada | mislukt | geannuleerd | geweigerd | avvisad | avbruten | afvist
annulleret | avvist | hylätty | odrzucona | odrzucono | anulowana | zamítnuto | zrušeno | zamietnutá | elutasítva
sikertelen | törölve | respins | anulată | odbijeno | отклонено | отклонена | отменено | відхилено | скасовано
reddedildi | iptal | iptal edildi | 失败 | 已撤销 | 支付失败 | 交易失败 | 付款失败
refusée | refusé par la banque | refuzat | anulowany | odrzucony | zamítnutá | zrušená | ακυρώθηκε | απορρίφθηκε
"""

# What a flag column says; letters count only when the whole column is made of flags.
FLAG_OUT = """
hævning | udbetaling | برداشت | بدهکار | خروج | صادر | uang keluar | dana keluar
o | outgoing payment | ausgehende überweisung
转出 | 出账 | 支取 | 付款 | 支付 | 付 | 借记 | 取款 | 支 | 扣款 | 消费 | 提现 | 出金 | 出金取引 | 支払 | 支払い
払出 | 借方取引 | 출금 | 지출 | 지급 | spese | uscite | addebito | addebiti | prelievo | pagamento | egresos
gastos | cargos | salida | salidas | retiro | pago | compra | débitos | saídas | despesa | despesas
pagamento enviado | sortante | sorties | débiteur | retrait | ausgaben | belastungen | abbuchung | auszahlung
zahlungsausgang | ausgehend | last | lastschriften | uitgave | uitgaven | uit | afschrijving | debetmutatie
betaald | utgift | uttag | ut fra konto | belastning | belastet | utbetaling | udgift | hævet | udbetaling | meno
otto | veloitus | debetti | wydatek | wydatki | wychodzący | wychodzące | obciążenie rachunku | rozchód
odchozí platba | odchozí úhrada | výdaje | odepsáno | debetní | odchádzajúca | výdavok | debetná | kimenő | terhelt
kifizetés | tartozik | ieșire | iesire | plată | plata | cheltuială | debitare | isplata | zaduženje | terećenje
teret | rashod | odliv | breme | v breme | odhodek | bremenitev | дт | дебит | расходный | исходящий | исходящая
расходы | списано | вихідний | витрати | витрата коштів | списання | видатки | debitas | išlaidos | nurašymas
izejošs | izejošais | izdevumi | väljaminek | kulu | gider | giden eft | giden havale | çıkan | çekilen | χρεωστική
έξοδο | ανάληψη | חובה | חיוב | הוצאה | مدين | سحب | خصم | keluar | debet | pengeluaran | duit keluar | nợ | chi
tiền ra | ghi nợ | ถอน | เงินออก | เดบิต | payments | spending | spent | outbound | transfer out | cash out
debited | dr. | d. | withdraw | withdrawn | card payment | money-out | debit transaction | debits | charged
sell out | you sent | paid | outward | payment sent | send | χ | χρέωση | çıkış | dbt | ra | d | dr | db | debit
deebet | debets | soll | s | af | out | outflow | outgoing | expense | spend | withdrawal | payment out | sent | -
débit | débito | debito | dare | cargo | uscita | saída | gasto | egreso | sortie | dépense | ausgabe | ausgang
belastung | lastschrift | ut | ud | wn | obciążenie | výdaj | výdej | odchozí | terhelés | t | kiadás | duguje
списание | расход | дебет | видаток | витрата | borç | b | 支出 | 出 | 借 | 借方 | giden | dbit | money out
paid out | purchase | sale | debit card | charge | dépenses | expenses | minus
"""
FLAG_IN = """
indsættelse | indbetaling | واریز | بستانکار | ورود | وارد | uang masuk | dana masuk
i | incoming payment | eingehende überweisung
转入 | 入账 | 存入 | 收款 | 收 | 贷记 | 存款 | 退款 | 充值 | 入金取引 | 入金 | 預入 | 受入 | 預り | 입금 | 수입
entrate | accredito | accrediti | versamento | incasso | ingresos | abonos | entradas | depósito | depósitos
recibo recibido | créditos | receita | receitas | recebimento | recebido | entrant | entrées | créditeur | versement
einnahmen | gutschriften | einzahlung | zahlungseingang | eingehend | gut | inkomst | inkomsten | bijschrijving
creditmutatie | ontvangen | insättning | inn på konto | godskrevet | innbetaling | inntekt | indtægt | indsat
indbetaling | tulo | pano | hyvitys | kredit in | przychód | przychody | wpływ | wpływy | przychodzący
przychodzące | uznanie rachunku | příchozí platba | příchozí úhrada | příjmy | připsáno | kreditní | prichádzajúca
príjem | kreditná | bejövő | jóváírt | befizetés | követel | intrare | încasare | incasare | venit | creditare
uplata | odobrenje | korist | prihod | priliv | dobro | v dobro | prihodek | dobropis | кт | приходный | входящий
входящая | поступление | доход | доходы | зачислено | вхідний | зарахування | доходи | kreditas | pajamos | įplaukos
įskaitymas | ienākošs | ienākošais | ieņēmumi | sissetulek | laekumine | tulu | gelir | gelen eft | gelen havale
giren | yatan | yatırılan | πιστωτική | έσοδο | κατάθεση | זכות | זיכוי | הכנסה | دائن | ايداع | إيداع | masuk
pemasukan | setoran | duit masuk | có | thu | tiền vào | ghi có | ฝาก | เงินเข้า | เครดิต | receipts
incoming transfer | inbound | transfer in | cash in | credited | cr. | c. | top up | top-up | topup | money-in
credit transaction | credits | payment received | you received | inward | receive | refunded | payout | π | πίστωση
п | giriş | vào | cdt | credit card payment | c | cr | k | credit | kredit | kreedit | kredīts | kredits | haben | h
bij | in | inflow | incoming | income | deposit | payment in | received | + | crédit | crédito | credito | avere
abono | entrata | entrada | ingreso | entrée | recette | einnahme | eingang | gutschrift | inn | ind | ma | uznanie
příjem | příchozí | jóváírás | j | bevétel | potražuje | зачисление | приход | кредит | надходження | alacak | a
收入 | 入 | 贷 | 贷方 | gelen | crdt | money in | paid in | refund | return | revenue | revenus | plus
payment/credit
"""
FLAG_NEITHER = "不计收支 | / | neutral | neither | 不计入收支 | 资金转移 | internal | 其他"

# Wording of single rows, used only to settle a direction that nothing else tells.
TEXT_IN = """
income | revenue | einnahmen | einkommen | revenus | ingresos | entrate | receitas | inkomsten
pagamento recebido | pagamento efetuado | pago recibido | su pago | gracias por su pago | paiement reçu
votre paiement | zahlung erhalten | ihre zahlung | zahlung dankend erhalten | einzahlung | betaling ontvangen
pagamento ricevuto | inbetalning | indbetaling | innbetaling | betalning mottagen | suoritus | maksusuoritus
spłata | wpłata własna | splátka karty | ödeme | ödemeniz için teşekkür | 还款 | 還款 | 自动还款
payment - thank you | payment thankyou | internet payment | web payment | mobile payment thank you
bill payment received | payment by direct debit | payment received | payment thank you | thank you | refund | salary
payroll | deposit | cashback | interest earned | interest paid | dividend | direct dep | reversal | payment from
credit interest | income | wages | autopay | automatic payment | online payment | direct debit payment | repayment
direct debit transaction | gehalt | lohn | gutschrift | rückerstattung | erstattung | habenzinsen | zahlungseingang
virement recu | virement reçu | remboursement | salaire | nómina | nomina | abono | devolución | ingreso | stipendio
rimborso | bonifico a vostro favore | salário | depósito | estorno | salaris | terugbetaling | lön | återbetalning
løn | lønn | palkka | hyvitys | wynagrodzenie | zwrot | wpłata | mzda | výplata | vrácení | fizetés | visszatérítés
salariu | rambursare | plaća | povrat | зарплата | возврат | повернення | пополнение | maaş | iade | 退款 | 工资
"""
TEXT_OUT = """
expense | expenses | ausgaben | dépenses | gastos | spese | despesas | uitgaven | shopping | dining | bills
purchase | pos | withdrawal | atm | debit | fee | card payment | direct debit | standing order | bill payment
charge | to | visa | mastercard | lastschrift | kartenzahlung | dauerauftrag | bankomat | abbuchung | entgelt | kauf
prélèvement | prlv | achat | carte | retrait | paiement | recibo | compra | tarjeta | cajero | pago | addebito
pagamento | prelievo | acquisto | betaalautomaat | incasso | pinbetaling | geldautomaat | kortköp | uttag | autogiro
dankort | varekøp | visa køb | ostos | platba kartou | výběr | poplatek | zakup | wypłata | opłata | vásárlás
készpénzfelvétel | plata | cumpărare | kupovina | покупка | оплата | снятие | pirkinys | maksājums | ost | harcama
"""
CARD_ACCOUNT = """
credit card | kreditkarte | card used | card member | cardholder | card holder | kreditkort | luottokortti
carte de crédit | tarjeta de crédito | carta di credito | cartão de crédito | creditcard | kredietkaart
kaarthouder | karteninhaber | karta kredytowa | kreditní karta | hitelkártya | kredi kartı | 信用卡 | reward point
"""
CARD_WORDS = """
利用金額 | ご利用金額 | 利用店名 | ご利用店名 | 利用先 | 消費金額 | 消费金额 | 이용금액 | 승인금액 | 이용가맹점
가맹점명 | סכום חיוב | סכום עסקה | בית עסק | שם בית העסק | שם בית עסק | charged amount | amount spent
purchase amount | card ending | card last 4 | cardholder name | name on card | transaction card | visa card
mastercard number | numéro de carte | tarjeta | cartão | karta kredytowa | kartennummer kreditkarte
originalbetrag karte | debit card number | eurocard | cornèrcard | credit card | card used | card number | card no
card member | cardholder | merchant | kreditkarte | karteninhaber | mastercard | visa | amex | american express
carte de crédit | tarjeta de crédito | carta di credito | creditcard | kredietkaart | kaarthouder | kreditkort
luottokortti | kreditní karta | hitelkártya | kredi kartı | 信用卡 | reward point | merchant name | billing amount
date processed | billed amount | カード | ご利用先
"""
