"""More names of columns in Greek, Turkish, Hebrew, Arabic and Persian: see `words_columns`."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "Greek": {
        "booking_date": """
            ημερομηνία καταχώρησης | ημ. καταχώρησης | ημερ. καταχώρησης | ημερομηνία λογιστικής
            ημερομηνία εκτέλεσης | ημερομηνία κίνησης | ημερ. κίνησης | ημ. κίνησης
        """,
        "date": """
            ημερομηνία | ημ/νία | ημ.συναλλαγής | ημ. συναλλαγής | ημερομηνία/ώρα | ημερομηνία αγοράς | ημνια | ώρα
            ημερομηνία και ώρα
        """,
        "value_date": """
            valeur | τοκοφόρος | ημ/νία αξίας | αξία | τοκοφόρος ημερομηνία
        """,
        "amount": """
            ποσό (€) | ποσό κίνησης | ποσό σε ευρώ | ποσό (ευρώ) | αξία συναλλαγής | σύνολο | χρέωση/πίστωση ποσό
            ποσό πράξης
        """,
        "debit": """
            χρεώσεις | ποσό χρέωσης | αναλήψεις | ανάληψη | έξοδα | εκροές | πληρωμές
        """,
        "credit": """
            πιστώσεις | ποσό πίστωσης | καταθέσεις | κατάθεση | έσοδα | εισροές
        """,
        "balance": """
            νέο υπόλοιπο | λογιστικό υπόλοιπο | διαθέσιμο υπόλοιπο | προοδευτικό υπόλοιπο | τρέχον υπόλοιπο
            υπόλοιπο μετά | υπόλοιπο λογαριασμού
        """,
        "currency": """
            νόμισμα | νόμισμα λογαριασμού | κωδικός νομίσματος | νόμισμα συναλλαγής
        """,
        "flag": """
            χρέωση / πίστωση | χρέωση/πίστωση | χ/π | π/χ | πρόσημο | είδος χ/π | χρεωση/πιστωση
        """,
        "counterparty": """
            δικαιούχος | αντισυμβαλλόμενος | όνομα δικαιούχου | ονοματεπώνυμο αντισυμβαλλόμενου | έμπορος
            επιχείρηση | κατάστημα | εντολέας | αποστολέας | όνομα
        """,
        "description": """
            περιγραφή συναλλαγής | περιγραφή κίνησης | συναλλαγή | λεπτομέρειες | παρατηρήσεις | σχόλια | σημειώσεις
            πληροφορίες | αιτιολογία συναλλαγής | αιτιολογία κίνησης | περιγραφη
        """,
        "external_id": """
            αριθμός συναλλαγής | κωδικός συναλλαγής | αναφορά | α/α | αρ. αναφοράς | αρ. συναλλαγής | αρ. κίνησης
        """,
        "account": """
            λογαριασμός | αριθμός λογαριασμού | αρ. λογαριασμού | κάρτα | αριθμός κάρτας | iban
        """,
        "counter_account": """
            λογαριασμός αντισυμβαλλόμενου | λογαριασμός δικαιούχου | λογαριασμός πίστωσης | λογαριασμός χρέωσης
        """,
        "type": """
            είδος | τύπος | είδος συναλλαγής | τύπος συναλλαγής | είδος εργασίας | κωδικός | τρόπος πληρωμής
            κανάλι
        """,
        "category": """
            κατηγορία | υποκατηγορία
        """,
        "foreign_amount": """
            αρχικό ποσό | ποσό σε ξένο νόμισμα | ποσό συναλλάγματος
        """,
        "foreign_currency": """
            αρχικό νόμισμα | ξένο νόμισμα
        """,
        "fee": """
            προμήθεια | έξοδα τράπεζας | προμήθειες
        """,
    },
    "Turkish": {
        "booking_date": """
            muhasebe tarihi | kayıt tarihi | işleme tarihi | hesaba geçiş tarihi | gerçekleşme tarihi
        """,
        "date": """
            tarih | tarih/saat | tarih ve saat | işlem tarihi/saati | işlem tarihi ve saati | işlem zamanı
            harcama tarihi | alışveriş tarihi | ödeme tarihi | islem tarihi | saat
        """,
        "value_date": """
            valör | valör tarihi | valor
        """,
        "amount": """
            tutar (tl) | tutar (try) | tutar tl | işlem tutarı (tl) | islem tutari | tutar(tl) | miktar
            hareket tutarı | toplam tutar | toplam | işlem tutar | meblağ (tl) | bedel
        """,
        "debit": """
            borç (tl) | borç tutarı | çıkan tutar | giden tutar | çekilen | gider | giderler | ödenen | borc
            harcama | çıkış
        """,
        "credit": """
            alacak (tl) | alacak tutarı | giren tutar | gelen tutar | yatırılan | gelir | gelirler | giriş
        """,
        "balance": """
            bakiye (tl) | bakiye tl | bakiye tutarı | işlem sonrası bakiye | güncel bakiye | son bakiye
            kullanılabilir bakiye | hesap bakiyesi
        """,
        "currency": """
            döviz kodu | döviz türü | para birimi kodu | doviz | pb | para cinsi
        """,
        "flag": """
            borç/alacak | b/a | a/b | borç alacak | işaret | yön | borç/alacak durumu | giriş/çıkış
        """,
        "counterparty": """
            alıcı/gönderen adı | alıcı adı | gönderen adı | karşı hesap adı | karşı taraf adı | işyeri | işyeri adı
            iş yeri | firma | üye işyeri | alıcı ünvanı | lehdar | ad soyad | müşteri | üye işyeri adı
        """,
        "description": """
            açıklamalar | açıklama/ işlem | işlem açıklama | işlem detayı | detay | işlem adı | işlem türü açıklama
            not | mesaj | aciklama | islem aciklamasi | bilgi
        """,
        "external_id": """
            işlem no | işlem numarası | referans no | referans numarası | fiş numarası | dekont numarası
            fiş/dekont no | sıra no | islem no | provizyon no | otorizasyon kodu
        """,
        "account": """
            hesap | iban | kart no | kart numarası | kart | hesap no/iban
        """,
        "counter_account": """
            karşı hesap no | karşı hesap iban | alıcı iban | gönderen iban | karşı iban
        """,
        "type": """
            işlem tipi | işlem | tür | kanal | işlem kanalı | işlem kodu | ödeme türü | taksit | şube
        """,
        "category": """
            kategori | harcama kategorisi | sektör
        """,
        "foreign_amount": """
            döviz tutarı | orijinal tutar | işlem tutarı (döviz) | yurt dışı tutar | bonus | puan | chip-para
        """,
        "foreign_currency": """
            orijinal para birimi | işlem para birimi
        """,
        "fee": """
            masraf | ücret | komisyon tutarı | bsmv | kesinti
        """,
    },
    "Hebrew": {
        "booking_date": """
            תאריך ביצוע | תאריך רישום | תאריך חיוב | מועד חיוב | תאריך פעולה
        """,
        "date": """
            תאריך העסקה | תאריך פעולה | תאריך קנייה | תאריך הרכישה | מועד | שעה
        """,
        "value_date": """
            יום ערך | ת. ערך | תאריך הערך
        """,
        "amount": """
            סכום בש"ח | סכום (₪) | סכום ₪ | סכום החיוב | סכום לחיוב | סכום בשקלים | סכום פעולה | סכום העסקה
            סכום לחיוב בש"ח | ₪ זכות/חובה | זכות/חובה | בזכות/חובה | סך הכל
        """,
        "debit": """
            חובה (₪) | סכום חובה | ₪ חובה | הוצאה | הוצאות | חיוב | משיכה
        """,
        "credit": """
            זכות (₪) | סכום זכות | ₪ זכות | הכנסה | הכנסות | זיכוי | הפקדה
        """,
        "balance": """
            יתרה בש"ח | יתרה (₪) | ₪ יתרה | יתרה משוערכת | יתרה לאחר פעולה | יתרת חשבון | יתרה בחשבון
        """,
        "currency": """
            מטבע חיוב | מטבע החשבון | סוג מטבע | מטבע לחיוב
        """,
        "counterparty": """
            שם בית עסק | שם העסק | מוטב | לטובת | שם המוטב | שולח | מקבל | שם | עבור
        """,
        "description": """
            תאור הפעולה | תיאור פעולה | פרטי הפעולה | סוג פעולה | הערות | פירוט | פירוט נוסף | תיאור מורחב
            תאור מורחב | הערה | פרטים נוספים | מהות
        """,
        "external_id": """
            אסמכתה | מספר אסמכתא | מס' שובר | מספר שובר | מספר עסקה | מזהה
        """,
        "account": """
            מספר כרטיס | כרטיס | 4 ספרות אחרונות | 4 ספרות אחרונות של כרטיס האשראי | מס' חשבון | מס' כרטיס
        """,
        "type": """
            סוג עסקה | סוג | ערוץ ביצוע | אופן ביצוע | סוג העסקה
        """,
        "category": """
            קטגוריה | ענף
        """,
        "foreign_amount": """
            סכום עסקה מקורי | סכום במטבע מקורי | סכום במט"ח
        """,
        "foreign_currency": """
            מטבע מקור | מטבע עסקה מקורי | מטבע מקורי | מטבע עסקה
        """,
        "fee": """
            עמלה | עמלות
        """,
    },
    "Arabic, Persian": {
        "booking_date": """
            تاريخ القيد | تاريخ الترحيل | تاريخ التسجيل
        """,
        "date": """
            تاريخ العملية | تاريخ المعاملة | تاريخ الحركة | تاريخ العمليه | وقت العملية | تاریخ | تاریخ تراکنش
            زمان
        """,
        "value_date": """
            تاريخ الحق | تاريخ القيمة | تاريخ الاستحقاق
        """,
        "amount": """
            المبلغ بالعملة المحلية | مبلغ العملية | قيمة العملية | القيمة | المبلغ (ر.س) | مبلغ المعاملة
            مبلغ تراکنش
        """,
        "debit": """
            المدين | مبلغ مدين | سحب | السحوبات | مسحوبات | خصم | برداشت | بدهکار | المدفوعات
        """,
        "credit": """
            الدائن | مبلغ دائن | ايداع | إيداع | الإيداعات | إضافة | واریز | بستانکار | الإيرادات
        """,
        "balance": """
            الرصيد بعد العملية | الرصيد المتاح | الرصيد الحالي | رصيد | مانده | موجودی
        """,
        "currency": """
            عملة | رمز العملة | عملة الحساب | ارز
        """,
        "counterparty": """
            المستفيد | اسم المستفيد | التاجر | اسم التاجر | المرسل | المستلم | الجهة | ذینفع
        """,
        "description": """
            وصف العملية | تفاصيل العملية | تفاصيل | ملاحظات | الشرح | التفاصيل | وصف المعاملة | شرح | توضیحات
            بيان العملية | نوع العملية
        """,
        "external_id": """
            رقم المرجع | رقم العملية | الرقم المرجعي | مرجع | رقم المعاملة | شماره پیگیری | شماره سند
        """,
        "account": """
            رقم الحساب | الحساب | رقم البطاقة | شماره حساب | شماره کارت
        """,
        "type": """
            نوع المعاملة | نوع الحركة | النوع | قناة
        """,
        "fee": """
            الرسوم | رسوم | العمولة | ضريبة القيمة المضافة | کارمزد
        """,
    },
}
