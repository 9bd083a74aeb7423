"""Names of columns that the lists of each language lack, by what the column holds: see `words_columns`."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "various": {
        "booking_date": "data de procesare | tarikh catatan | дата на осчетоводяване | תאריך רישום | تاريخ القيد",
        "date": """
            ημ/νία κίνησης | ημ/νία συναλλαγής | تاريخ العملية | تاریخ | tarix | data operacije | күні | datë
        """,
        "value_date": """
            effective date | effective dt | 기산일 | tanggal efektif | tgl efektif | tarikh nilai | tarikh efektif
            valutadat | valuuttapäivä | fecha de liquidación | יום ערך | تاريخ القيمة | วันที่มีผล
            ngày hiệu lực | 起算日 | вальор | дата на вальор
        """,
        "amount": """
            nominal | mutasi | jumlah transaksi | amaun | amaun transaksi | iznos transakcije | suma operacji
            مبلغ العملية | المبلغ | مبلغ | مبلغ تراکنش | 入出金 | 入出金(円) | mablag | məbləğ
        """,
        "debit": """
            dépenses | depenses | ud | otto | dugovni iznos | dugovni promet iznos | terećenje | zaduženje | izdatki
            odhodki | withdrawn | dana keluar | uang keluar | السحب | سحب | المبلغ المدين | سحوبات | برداشت | بدهکار
            مبلغ برداشت | теглене | tiền ra | phát sinh nợ | số tiền ghi nợ | 提款 | nurašyta | väljamakse | издатъци
            утрата | giden tutar | çıkan tutar | borç tutarı | belastningar | opname | afschrijvingen | giro debito
        """,
        "credit": """
            recettes | ind | talletus | potražni iznos | odobrenje | prejemki | dana masuk | uang masuk | الإيداع
            إيداع | ايداع | المبلغ الدائن | إيداعات | واریز | بستانکار | مبلغ واریز | внасяне | tiền vào | phát sinh có
            số tiền ghi có | 存款 | įskaityta | sissemakse | gelen tutar | giren tutar | alacak tutarı | storting
            bijschrijvingen | giro credito
        """,
        "balance": """
            saldo in chf | saldo in eur | салдо след операцията | наличност | الرصيد بعد العملية | مانده | موجودی
            stanje nakon transakcije | baki akhir | saldo akhir | withdrawable balance
        """,
        "currency": "valutakod | ارز | ვალუტა | valyuta",
        "flag": """
            credit or debit | gutschrift/belastung | belastung/gutschrift | cargo/abono | abono/cargo | be/ki | ki/be
            חובה/זכות | זכות/חובה | مدين/دائن | vrsta prometa | strana | strona | creditdebet | дт/кт | d/p | χ/π
            入払区分 | 入出金区分 | 입출금구분 | 收支別 | נו/ח
        """,
        "counterparty": """
            naziv nalogodavca/korisnika | poverilac | наименование на контрагента | корреспондент | кореспондент
            udeleženec | المستفيد | til | ordonator | partnera nosaukums
        """,
        "description": "opis promene | البيان | الوصف | شرح | توضیحات | concepto / referencia | descripción movimiento",
        "account": "número de conta | bsb number | partija | rapport | رقم الحساب | شماره حساب",
        "counter_account": """
            account number (to/from) | konto gegenpartei | cuenta clabe destino | clabe destino | korespondento sąskaita
            iban protiúčtu | сметка на контрагента | iban на контрагента | חשבון נגדי | حساب المستفيد | บัญชีผู้รับ
            轉出入帳號 | tài khoản thụ hưởng | rekening tujuan | akaun penerima
        """,
        "external_id": """
            glaeubiger id | gläubiger id | numéro de pièce | cro/trn | núm. operación | bilag | viitenumber
            viitenumero | operacijos id | 票據號碼
            المرجع | رقم العملية | رقم المرجع | شماره پیگیری | receipt no. | folio
        """,
        "category": "giro comercial | الفئة | หมวดหมู่ | danh mục | parent category",
        "type": """
            取引区分 | 거래구분 | bewegungstyp | тип на операцията | סוג פעולה | نوع العملية | نوع تراکنش
            jenis transaksi | tipe
        """,
        "foreign_amount": """
            monto original | montante original | pôvodná suma | izvirni znesek | iznos u valuti | المبلغ الأصلي
            현지금액 | จำนวนเงินต้นทาง | số tiền gốc | jumlah asal | amaun asal | סכום העסקה | סכום עסקה מקורי
        """,
        "foreign_currency": """
            moneda original | moeda original | moeda de origem | pôvodná mena | izvirna valuta | العملة الأصلية
            현지통화 | สกุลเงินต้นทาง | tiền gốc | mata uang asal | mata wang asal | מטבע העסקה | מטבע מקורי
        """,
        "account_amount": """
            סכום החיוב | סכום חיוב | amount charged | charged amount | importo addebitato | montant débité
        """,
        "account_currency": "מטבע החיוב | מטבע חיוב | charged currency | currency charged",
        "fee": "poplatok | accrued bank charges | الرسوم | کارمزد | caj | ค่าธรรมเนียม",
    },
}
