"""Words inside the rows that decide what a row is: a movement, a balance, a total, pending or refused; in or out."""

from __future__ import annotations

OPENING = """
opening balance | beginning balance | starting balance | balance brought forward | brought forward | balance b/f
b/f | balance forward | previous balance | initial balance | last statement balance | start balance
anfangssaldo | anfangsbestand | anfangsstand | alter kontostand | kontostand alt | saldovortrag | startsaldo
alter saldo | eröffnungssaldo | saldo anfang | kontostand am anfang | saldo alt
solde initial | solde précédent | ancien solde | solde en début de période | solde début | solde d'ouverture
report solde | ancien solde créditeur | saldo inicial | saldo anterior | saldo iniziale | saldo precedente
saldo di apertura | s a l d o anterior | saldo do dia anterior | saldo contabile iniziale
saldo inicial del periodo
beginsaldo | vorig saldo | openingssaldo | oud saldo | ingående saldo | ingående balans | inngående saldo
indgående saldo | primosaldo | alkusaldo | alkuperäinen saldo | saldo początkowe | saldo otwarcia
počáteční zůstatek | počiatočný zostatok | nyitó egyenleg | nyitóegyenleg | sold initial | sold inițial
sold precedent | početno stanje | prethodno stanje | začetno stanje | входящий остаток | начальный остаток
остаток на начало | вхідний залишок | залишок на початок | algsaldo | algsaldo kuupäeval | sākuma atlikums
likutis pradžioje | pradinis likutis | devreden bakiye | açılış bakiyesi | devir | 期初余额 | 上期余额 | 承前
繰越残高 | 前月繰越
이월잔액 | ยอดยกมา | υπόλοιπο έναρξης | יתרת פתיחה | sākotnējais atlikums
"""

CLOSING = """
closing balance | ending balance | end balance | balance carried forward | carried forward | balance c/f | c/f
new balance | final balance | current balance | available balance | ledger balance | statement balance
balance at end of period | balance as of | balance at end | account balance | total balance | balance
endsaldo | endbestand | schlusssaldo | neuer kontostand | kontostand neu | abschlusssaldo | neuer saldo | saldo ende
schlussaldo | kontostand | aktueller kontostand | kontostand am | saldo neu | saldo zum | verfügbarer betrag
solde final | nouveau solde | solde en fin de période | solde fin | solde de clôture | solde au | solde créditeur
solde débiteur | saldo final | saldo actual | saldo finale | saldo di chiusura | saldo attuale
saldo contabile finale | saldo disponibile | saldo disponible | saldo do dia | saldo atual | saldo em | s a l d o
saldo del dia | saldo contabile al | saldo contabile | saldo contabilístico | saldo contable
eindsaldo | nieuw saldo | slotsaldo | utgående saldo | utgående balans | ultimosaldo | loppusaldo | saldo końcowe
saldo zamknięcia | konečný zůstatek | konečný zostatok | záró egyenleg | záróegyenleg | sold final | sold curent
konačno stanje | novo stanje | končno stanje | исходящий остаток | конечный остаток | остаток на конец
вихідний залишок | залишок на кінець | lõppsaldo | lõppsaldo kuupäeval | beigu atlikums | likutis pabaigoje
galutinis likutis | kapanış bakiyesi | son bakiye | 期末余额 | 本期余额 | 次期繰越 | ยอดยกไป | υπόλοιπο λήξης
יתרת סגירה
"""

TOTALS = """
total | totals | sum | grand total | sub total | subtotal | turnover | total debit | total credit | total debits
total credits | total withdrawals | total deposits | total payments | total charges | total amount | net total
summary | total transactions | page total | number of transactions | transaction totals
summe | gesamt | gesamtsumme | zwischensumme | summe soll | summe haben | gesamtumsatz | umsatzsumme
summe der umsätze | totaux | total débit | total crédit | total général | total des opérations
total des mouvements | total mouvements | totaal | totaal bij | totaal af | totale | totali | totale entrate
totale uscite | totale addebiti | totale accrediti | totais | suma | suma obrotów | sumy | obroty | razem
suma obciążeń | suma uznań | celkem | spolu | obrat | obraty | összesen | forgalom | total general | rulaj | ukupno
skupaj | promet | итого | всего | обороты | оборот за период | разом | всього | käive | kokku | apgrozījums | kopā
apyvarta | viso | toplam | genel toplam | 合计 | 总计 | 小计 | 合計 | 小計 | 총계 | 합계 | รวม | σύνολο | סה"כ | סהכ
المجموع
yhteensä | i alt | sammanlagt | summa debet | summa kredit | sum ut | sum inn | totalt
"""

PENDING = """
pending | processing | authorised | authorized | on hold | uncleared | reserved | reservation | not posted
unposted | in progress | hold | awaiting | incomplete
vorgemerkt | umsatz vorgemerkt | vorgemerkte | reserviert | offen | in bearbeitung | vormerkung | nicht gebucht
ausstehend | en attente | en cours | à venir | pendiente | pendente | in sospeso | in attesa | autorizzato
non contabilizzato | in behandeling | gereserveerd | reserverat | reserveret | reservert | preliminär | varaus
oczekująca | oczekujące | w realizacji | blokada | nierozliczone | čekající | blokace | nezaúčtováno | čakajúca
függőben | foglalás | foglalt | în așteptare | in asteptare | na čekanju | rezervirano | rezervacija | в обработке
ожидает | холд | в очікуванні | broneering | rezervēts | rezervuota | beklemede | bekleyen | provizyon | 等待确认收货
处理中 | 待处理
"""

REFUSED = """
failed | declined | reverted | cancelled | canceled | rejected | denied | expired | voided | void | blocked
refused | unsuccessful | deleted
abgelehnt | fehlgeschlagen | abgebrochen | storniert | annulliert | refusé | annulé | échoué | rejeté | rechazado
rechazada | cancelado | cancelada | fallido | anulado | anulada | rifiutato | annullato | respinto | recusado
recusada | mislukt | geannuleerd | geweigerd | avvisad | avbruten | afvist | annulleret | avvist | hylätty
odrzucona | odrzucono | anulowana | zamítnuto | zrušeno | zamietnutá | elutasítva | sikertelen | törölve | respins
anulată | odbijeno | отклонено | отклонена | отменено | відхилено | скасовано | reddedildi | iptal | iptal edildi
失败 | 已撤销 | 支付失败
"""

# What a flag column says; letters count only when the whole column is made of flags.
FLAG_OUT = """
χ | χρέωση | çıkış | dbt | ra
d | dr | db | debit | debet | deebet | debits | debets | soll | s | af | out | outflow | outgoing | expense | spend
withdrawal | payment out | sent | - | débit | débito | debito | dare | cargo | uscita | saída | gasto | egreso
sortie | dépense | ausgabe | ausgang | belastung | lastschrift | ut | ud | wn | obciążenie | výdaj | výdej | odchozí
terhelés | t | kiadás | duguje | списание | расход | дебет | видаток | витрата | borç | b | 支出 | 出 | 借 | 借方
giden
gider | dbit | money out | paid out | purchase | sale | debit card | charge | dépenses | expenses | minus
"""
FLAG_IN = """
π | πίστωση | п | giriş | vào | cdt | credit card payment
c | cr | k | credit | kredit | kreedit | kredīts | kredits | haben | h | bij | in | inflow | incoming | income
deposit | payment in | received | + | crédit | crédito | credito | avere | abono | entrata | entrada | ingreso
entrée | recette | einnahme | eingang | gutschrift | inn | ind | ma | uznanie | příjem | příchozí | jóváírás | j
bevétel | potražuje | зачисление | приход | кредит | надходження | alacak | a | 收入 | 入 | 贷 | 贷方 | gelen | gelir
crdt | money in | paid in | refund | return | revenue | revenus | plus | payment/credit
"""
FLAG_NEITHER = "不计收支 | / | neutral | neither"

# Wording of single rows, used only to settle a direction that nothing else tells.
TEXT_IN = """
pagamento recebido | pagamento efetuado | pago recibido | su pago | gracias por su pago | paiement reçu | votre paiement
zahlung erhalten | ihre zahlung | zahlung dankend erhalten | einzahlung | betaling ontvangen | pagamento ricevuto
inbetalning | indbetaling | innbetaling | betalning mottagen | suoritus | maksusuoritus | spłata | wpłata własna
splátka karty | ödeme | ödemeniz için teşekkür | 还款 | 還款 | 自动还款 | payment - thank you | payment thankyou
internet payment | web payment | mobile payment thank you | bill payment received | payment by direct debit
payment received | payment thank you | thank you | refund | salary | payroll | deposit | cashback | interest earned
interest paid | dividend | direct dep | reversal | payment from | credit interest | income | wages | autopay
automatic payment | online payment | direct debit payment | repayment | direct debit transaction
gehalt | lohn | gutschrift | rückerstattung | erstattung | habenzinsen | zahlungseingang | virement recu
virement reçu | remboursement | salaire | nómina | nomina | abono | devolución | ingreso | stipendio | rimborso
bonifico a vostro favore | salário | depósito | estorno | salaris | terugbetaling | lön | återbetalning | løn | lønn
palkka | hyvitys | wynagrodzenie | zwrot | wpłata | mzda | výplata | vrácení | fizetés | visszatérítés | salariu
rambursare | plaća | povrat | зарплата | возврат | повернення | пополнение | maaş | iade | 退款 | 工资
"""
TEXT_OUT = """
purchase | pos | withdrawal | atm | debit | fee | card payment | direct debit | standing order | bill payment
charge | to | visa | mastercard | lastschrift | kartenzahlung | dauerauftrag | bankomat | abbuchung | entgelt | kauf
prélèvement | prlv | achat | carte | retrait | paiement | recibo | compra | tarjeta | cajero | pago | addebito
pagamento | prelievo | acquisto | betaalautomaat | incasso | pinbetaling | geldautomaat | kortköp | uttag | autogiro
dankort | varekøp | visa køb | ostos | platba kartou | výběr | poplatek | zakup | wypłata | opłata | vásárlás
készpénzfelvétel | plata | cumpărare | kupovina | покупка | оплата | снятие | pirkinys | maksājums | ost | harcama
"""
CARD_ACCOUNT = """
credit card | kreditkarte | card used | card member | cardholder | card holder | kreditkort | luottokortti
carte de crédit | tarjeta de crédito | carta di credito | cartão de crédito | creditcard | kredietkaart | kaarthouder
karteninhaber | karta kredytowa | kreditní karta | hitelkártya | kredi kartı | 信用卡 | reward point
"""
CARD_WORDS = """
credit card | card used | card number | card no | card member | cardholder | merchant | kreditkarte | karteninhaber
mastercard | visa | amex | american express | carte de crédit | tarjeta de crédito | carta di credito | cartão
creditcard | kredietkaart | kaarthouder | kreditkort | luottokortti | karta kredytowa | kreditní karta | hitelkártya
kredi kartı | 信用卡 | reward point | merchant name | billing amount | date processed | billed amount | カード
ご利用先
"""
