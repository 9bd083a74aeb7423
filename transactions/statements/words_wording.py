"""Words of movements in many languages that say which way money went, and words that only card statements use."""

from __future__ import annotations

# Money that came in: wages, refunds, interest, and the payment a card holder makes to the card.
MONEY_IN = """
pagamento cartao recebido | pagamento cartão recebido | betaling mottatt | takk
mzda | výplata | přijatá platba | příchozí platba | příchozí úhrada | vklad
připsaný úrok | vrácení | splátka karty
přijatá splátka | vrátenie | splátka prijatá | prijatá platba | splátka kreditnej karty | wynagrodzenie | wpłata
przelew od | zwrot | spłata | przelew przychodzący | munkabér | befizetés | visszatérítés
bejövő átutalás | köszönjük | încasare | rambursare | plata primita | mulțumim | transfer primit | depunere
plaća | zarada | uplata | povrat | povraćaj | hvala | primljena uplata | plača | nakazilo | vračilo | priliv
vplačilo | prejeto | зарплата | возврат | пополнение | погашение | зачисление | поступление
перевод от | аванс | входящий перевод | повернення | поповнення | погашення | зарахування | переказ від
надходження | заплата | превод от | възстановяване | погасяване | получено плащане | внасяне | входящ превод
palk | laekumine | tagastus | tagasimakse | täname | sissemakse | alga | ienākošais | ienākošais maksājums
atmaksa | iemaksa | paldies | saņemts | darbo užmokestis | atlyginimas | grąžinimas | įmoka gauta
ačiū | gautas pavedimas | maaş | iade | gelen | gelen eft | gelen havale | gelen fast | teşekkür ederiz
teşekkürler | yatan | μισθοδοσία | μισθός | επιστροφή | κατάθεση | έμβασμα | ευχαριστούμε | είσπραξη
πίστωση | משכורת | החזר | זיכוי | הפקדה | תשלום התקבל | תודה | راتب | استرداد | إيداع | ايداع | تحويل وارد | شكرا
تم استلام | تحويل من | 工资 | 薪资 | 薪資 | 退款 | 存款 | 转入 | 轉入 | 还款 | 還款 | 繳款 | 自動扣繳 | 谢谢
感謝 | 匯入 | 退貨 | 給与 | 給料 | 振込入金 | 返金 | ご入金 | ありがとうございました | 급여 | 월급 | 입금 | 환급
환불 | 감사합니다 | 자동이체 납부 | เงินเดือน | รับโอน | ฝากเงิน | คืนเงิน | ขอบคุณ | รับชำระ | lương
nhận tiền | hoàn tiền | nạp tiền | đã nhận | cảm ơn | gaji | setoran | transfer dari | terima kasih | diterima
pengembalian dana | pindahan dari | bayaran diterima | palkka | pano | hyvitys | talletus | palautus
suoritus | kiitos | etuus | lön | insättning | återbäring | återbetalning | inbetalning | løn | lønoverførsel
indbetaling | overskydende skat | tilbagebetaling | lønn | innbetaling | innskudd | tilbakebetaling
barnetrygd | payroll | interest payment | direct deposit | direct credit | bank credit | giro credit
mobile deposit | tax refund | payment received | faster payment received | neft credit | upi credit | cash dep
sell | verkauf | satış | satım | temettü | dividend | dividende | dividendo | gehalt | lohn
lohnzahlung | gutschrift | erstattung | rückzahlung | zinsgutschrift | mieteingang
zahlungseingang | vergütung von | rückerstattung | ihre zahlung | zahlung erhalten | virement reçu | salaire
remboursement | remise cheque | remise de chèque | votre paiement | stipendio | bonifico da | rimborso
accredito | accredito pensione | pensione | emolumenti | versamento | bonifico ricevuto
pagamento ricevuto | nómina | transferencia de | transferencia recibida | spei recibido
devolución | ingreso | abono
pago recibido | su pago | deposito efectivo | pix recebido | ted recebida | reembolso | estorno | rendimento
rendimentos | vencimento | trf de | depósito | pagamento recebido | transferência recebida | salaris
teruggave | toeslag | storting | bijschrijving | vorig saldo | betaling ontvangen | terugbetaling | loon
"""

# Money that left: ways to pay, fees, rent and other bills.
MONEY_OUT = """
platba kartou | výběr | poplatek | inkaso | odchozí úhrada | odchozí platba
nájem | trvalý příkaz | výber | poplatok
trvalý príkaz | nájomné | płatność kartą | zakup | wypłata | prowizja | przelew wychodzący | opłata | czynsz
vásárlás | készpénzfelvétel | kimenő átutalás | terhelés | albérlet | plată | plată pos | retragere | comision
transfer trimis | chirie | cumpărare | kupovina | isplata | naknada | trajni nalog | plaćanje karticom | podizanje
provizija | kirija | najam | nakup | dvig | trajnik | nadomestilo | najemnina | покупка | оплата | снятие | комиссия
списание | перевод исходящий | исходящий перевод | банкомат | аренда | зняття
комісія | переказ вихідний | списання
оренда | плащане | теглене | такса | изходящ превод | наем | kaardimakse | sularaha
teenustasu | ost | üür | pirkums
izmaksa | komisija | īre | atsiskaitymas kortele | išdavimas | mokestis | pirkinys | nuoma | harcama | para çekme
giden eft | giden havale | giden | kira | fatura | komisyon
alışveriş | ödeme | αγορά | ανάληψη | πληρωμή | προμήθεια
ενοίκιο | χρέωση | משיכה | חיוב | עמלה | קניה | שכר דירה | כספומט
شراء | سحب | رسوم | إيجار | خصم | 消费 | 消費 | 取款
提款 | 手续费 | 手續費 | 转账支出 | 轉帳支出 | 支付 | 房租 | 支出
转出 | 扣款 | 电费 | 引落 | 手数料 | カード | 家賃 | 出金
電気料金 | 引出 | 支払 | 체크카드 | 출금 | 이체 | 수수료
월세 | 현금인출 | ถอน | ชำระค่า | ค่าธรรมเนียม | ค่าเช่า | ซื้อ
thanh toán | rút tiền | phí | mua hàng | tiền nhà | pembelian | tarik tunai | biaya | sewa | pembayaran | belian
pengeluaran | caj | bil | korttiosto | automaattinosto | nosto | palvelumaksu | vuokra | ostos | kortköp | autogiro
uttag | hyra | dankort | betalingsservice | hævet | gebyr | husleje | varekjøp | avtalegiro | uttak | husleie
betaalautomaat | incasso | geldautomaat | overschrijving af | huur | kartenzahlung | lastschrift | dauerauftrag
auszahlung | entgelt | miete | abschlag | geldautomat | gebühr | bargeldbezug | belastung | zahlung e banking
kauf dienstleistung | retrait | prélèvement | virement émis | cotisation | loyer | cb | prlv | dab | pagamento pos
addebito | prelievo | commissione | bonifico disposto | affitto | sdd
pago con tarjeta | recibo | cajero | comisión
transferencia emitida | alquiler | compra | reintegro | spei enviado | retiro | pix enviado | pagamento de | saque
tarifa | débito direto | levantamento | comissão | renda | aluguel | boleto | purchase | card purchase | pos | atm
fee | service fee | sale | direct debit | card payment | standing order | cash withdrawal | debit order | eftpos
eftpos debit | φαρμακείο | bankomatas | vaistinė | rent | charges | upi debit
atm cash | interest charge | interest charged | interest charges
finance charge | late fee | annual fee | sollzinsen | debit interest | intérêts débiteurs | interessi passivi
rente lening | buy | alış | alım | wertpapierkauf
"""

# Names of card columns, and of the card in the text above a table.
CARDS = """
broj kartice | broj karte | številka kartice | kreditna kartica | kaardi number | krediitkaart | kartes numurs
kredītkarte | kortelės numeris | kredito kortelė | номер карты | кредитная карта | номер картки | кредитна картка
номер на карта | кредитна карта | número de tarjeta | número do cartão
final do cartão | nome no cartão | număr card
card de credit | no kad | kad kredit | nomor kartu | kartu kredit | số thẻ | thẻ tín dụng | หมายเลขบัตร | บัตรเครดิต
卡號 | 信用卡號 | 信用卡号 | カード番号 | ご利用カード | 카드번호 | 신용카드 | 이용카드 | מספר כרטיס | כרטיס אשראי
رقم البطاقة | بطاقة ائتمان | αριθμός κάρτας | πιστωτική κάρτα | kart no | kart numarası | numer karty | číslo karty
kártyaszám | kortnummer | kredittkort | kortin numero | numero carta | titolare carta | titular de la tarjeta
titulaire de la carte | numéro de carte | kartennummer | kaartnummer | kortinnehavare | kortholder
"""

# What is owed on a card: an account has no such line.
OWED = """
credit limit | minimum payment | minimum payment due | minimum amount due | payment due | payment due date
total amount due | amount due | total balance due | new charges | kreditlimit | kreditlimite | kreditrahmen
mindestbetrag | fälliger betrag | rechnungsbetrag | plafond | paiement minimum | montant dû | importo dovuto
rata minima | límite de crédito | pago mínimo | saldo a pagar | pago para no generar intereses | pagamento mínimo
limite de crédito | total da fatura | bestedingslimiet | kredietlimiet | minimaal te betalen | kreditgräns
lägsta belopp att betala | kredittgrense | minimum å betale | mindste betaling | luottoraja | vähimmäislyhennys
limit kredytowy | minimalna kwota do zapłaty | úvěrový limit | minimální splátka | úverový limit | minimálna splátka
hitelkeret | minimum fizetendő | limită de credit | plata minimă | minimalni iznos | minimalna obaveza
minimalni obrok | кредитный лимит | минимальный платеж | кредитний ліміт | мінімальний платіж | кредитен лимит
минимална вноска | krediidilimiit | minimaalne makse | kredītlimits | minimālais maksājums | kredito limitas
minimali įmoka | kart limiti | asgari ödeme | asgari ödeme tutarı | dönem borcu | πιστωτικό όριο | ελάχιστη καταβολή
מסגרת אשראי | סכום לתשלום | حد الائتمان | الحد الأدنى للدفع
信用额度 | 信用額度 | 最低还款额 | 最低應繳金額 | 本期应还
ご利用可能枠 | お支払金額合計 | 利用限度額 | 이용한도
최소결제금액 | วงเงิน | ยอดชำระขั้นต่ำ | hạn mức | thanh toán tối thiểu
batas kredit | pembayaran minimum | had kredit | bayaran minimum
"""

# A card's row with one of these is a payment to it or a refund, though its amount has no sign.
SURE_IN_WORDS = """
payment received | thank you | payment thank you | payment received thank you | refund | cashback | gutschrift
remboursement | zahlung erhalten | pagamento recebido | pago recibido | paiement reçu
还款 | 還款 | 繳款 | 退款 | 退貨 | 退货 | 退回 | 冲正 | 返现
merci | prélèvement automatique enregistré | paiement enregistré | bedankt | besten dank | obrigado | su abono
inclusao de pagamento | grazie | tack för betalningen | takk for betaling
credit aanpassing | creditering | erstattung | rückerstattung | rückbuchung | avoir | nota di credito | återbetalning
kreditering | tilbagebetaling | tilbakebetaling | hyvitys | nota de crédito | credit adjustment | refunded
ihre zahlung | su pago | votre paiement | pagamento ricevuto
spłata | splátka | splátka karty | befizetés | köszönjük
rambursare | plata primita | uplata | primljena uplata | погашение | погашення | погасяване | tagasimakse | atmaksa
grąžinimas | teşekkürler | teşekkür ederiz | iade | ευχαριστούμε | επιστροφή | תשלום התקבל | זיכוי | החזר | شكرا
تم استلام | استرداد | ありがとうございました | 返金 | 감사합니다
자동이체 납부 | 환불 | ขอบคุณ | รับชำระ | cảm ơn | đã nhận
terima kasih | diterima | suoritus | kiitos | inbetalning | indbetaling | innbetaling | terugbetaling | vorig saldo
betaling ontvangen | rimborso | devolución | estorno | reembolso | zwrot | vrácení | vrátenie | povrat | vračilo
возврат | повернення | възстановяване | refund issued | credit voucher | merchandise return | payment credit
"""

# Paid or received: which of the two only the rest of a file can tell.
INTEREST = """
odsetki | kamat | dobândă | kamata | kamate | obresti | проценты | відсотки | лихва | intress | procenti | palūkanos
faiz | τόκοι | 利息 | 이자 | ดอกเบี้ย | lãi | bunga | faedah | korko | ränta | renter | interest | zinsen | zins
intérêts | interessi | juros | rente | úrok | úroky | intereses | فوائد | ריבית
"""
