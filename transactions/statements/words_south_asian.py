"""More names of columns in languages of South and South-East Asia, by what the column holds: see `words_columns`."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "Hindi": {
        "date": """
            दिनांक | तारीख | लेनदेन की तिथि | तिथि
        """,
        "amount": """
            राशि | रकम
        """,
        "debit": """
            नामे | निकासी | डेबिट
        """,
        "credit": """
            जमा | क्रेडिट
        """,
        "balance": """
            शेष | शेष राशि | बैलेंस
        """,
        "description": """
            विवरण | ब्यौरा
        """,
        "external_id": """
            संदर्भ संख्या
        """,
    },
    "Thai": {
        "date": """
            วันที่และเวลา | วันที่ทำรายการ | วันเวลา | วันที่/เวลา | วันเดือนปี | เวลา | วันที่บันทึก
        """,
        "value_date": """
            วันที่มีผล
        """,
        "amount": """
            จำนวนเงิน (บาท) | จำนวนเงิน(บาท) | ยอดเงิน | จำนวน | จำนวนเงินบาท
        """,
        "debit": """
            ถอนเงิน / โอนเงิน | ถอนเงิน(บาท) | เดบิต | หักบัญชี | เงินออก | ถอน (บาท) | รายจ่าย | จำนวนเงินถอน
            ถอนเงิน/โอนออก
        """,
        "credit": """
            ฝากเงิน / รับโอน | ฝากเงิน(บาท) | เครดิต | เข้าบัญชี | เงินเข้า | ฝาก (บาท) | รายรับ | จำนวนเงินฝาก
            ฝากเงิน/โอนเข้า
        """,
        "balance": """
            ยอดเงินคงเหลือ | คงเหลือ (บาท) | ยอดคงเหลือ(บาท) | จำนวนเงินคงเหลือ | เงินคงเหลือ
        """,
        "description": """
            รายละเอียดรายการ | คำอธิบาย | บันทึก | หมายเหตุ | บันทึกช่วยจำ | รายการเดินบัญชี | ประเภทรายการ
        """,
        "counterparty": """
            ร้านค้า | ผู้รับ | ผู้โอน | ชื่อผู้รับ | ชื่อบัญชี
        """,
        "account": """
            เลขที่บัญชี | บัญชี | เลขบัญชี | หมายเลขบัตร
        """,
        "external_id": """
            หมายเลขอ้างอิง | เลขที่อ้างอิง | เลขที่รายการ | เลขที่เช็ค
        """,
        "type": """
            ช่องทาง | รหัสรายการ | ประเภท | สาขา
        """,
        "fee": """
            ค่าธรรมเนียม
        """,
    },
    "Vietnamese": {
        "booking_date": """
            ngày hạch toán | ngày ghi sổ | ngày hiệu lực hạch toán
        """,
        "date": """
            ngày giao dịch | ngày gd | thời gian | thời gian giao dịch | ngày giờ | ngày thực hiện | ngay giao dich
            ngày giờ giao dịch
        """,
        "value_date": """
            ngày hiệu lực | ngày giá trị
        """,
        "amount": """
            số tiền giao dịch | số tiền (vnd) | giá trị giao dịch | so tien gd | số tiền gd | phát sinh
        """,
        "debit": """
            số tiền ghi nợ | phát sinh nợ | tiền ra | số tiền chi | chi | rút | ghi nợ/debit | nợ (debit) | ps nợ
            số tiền trừ
        """,
        "credit": """
            số tiền ghi có | phát sinh có | tiền vào | số tiền thu | thu | nạp | ghi có/credit | có (credit) | ps có
            số tiền cộng
        """,
        "balance": """
            số dư cuối | số dư sau giao dịch | số dư khả dụng | số dư (vnd) | số dư hiện tại
        """,
        "currency": """
            loại tiền tệ | đơn vị tiền | tiền tệ
        """,
        "counterparty": """
            tên người nhận | người hưởng | tên đối tác | người thụ hưởng | đối tác | tên tài khoản đối ứng
        """,
        "description": """
            nội dung giao dịch | nội dung chi tiết | diễn giải giao dịch | chi tiết giao dịch | ghi chú
            nội dung chuyển khoản | noi dung | nội dung thanh toán
        """,
        "external_id": """
            số tham chiếu | mã giao dịch | số bút toán | số giao dịch | mã gd | số ct | số chứng từ | mã tham chiếu
        """,
        "account": """
            số tài khoản | tài khoản | số thẻ
        """,
        "counter_account": """
            tài khoản đối ứng | số tài khoản đối ứng | tài khoản người nhận
        """,
        "type": """
            loại giao dịch | kênh giao dịch
        """,
        "fee": """
            phí | phí giao dịch | thuế
        """,
    },
    "Indonesian, Malay": {
        "booking_date": """
            tanggal pembukuan | tgl pembukuan | tanggal posting | tarikh catatan
        """,
        "date": """
            tgl | tgl. | tanggal transaksi | tgl transaksi | tgl. transaksi | waktu | tanggal & waktu
            tanggal/waktu | waktu transaksi | tarikh transaksi | tarikh urus niaga | tarikh masuk
        """,
        "value_date": """
            tanggal valuta | tgl valuta
        """,
        "amount": """
            nominal | nominal (rp) | jumlah (idr) | jumlah (rp) | mutasi | jumlah transaksi | nilai transaksi
            amaun | amaun (rm) | jumlah (rm) | nilai | jumlah mutasi | amaun transaksi
        """,
        "debit": """
            debet | debit (rp) | debet (rp) | uang keluar | dana keluar | pengeluaran | keluar (rp) | pendebetan
            mutasi debet | mutasi debit | wang keluar | pengeluaran (rm) | tarik
        """,
        "credit": """
            kredit | kredit (rp) | uang masuk | dana masuk | pemasukan | masuk (rp) | setoran (rp) | mutasi kredit
            wang masuk | simpanan | simpanan (rm) | deposit (rm)
        """,
        "balance": """
            saldo (rp) | saldo akhir | saldo (idr) | baki akhir | baki (rm) | baki penyata | sisa saldo
            saldo rekening
        """,
        "currency": """
            valuta | kode mata uang
        """,
        "flag": """
            db/cr | d/k | debet/kredit | tipe db/cr | jenis db/cr | debit/kredit | mutasi db/cr
        """,
        "counterparty": """
            nama penerima | pengirim | nama pengirim | penerima/pengirim | merchant/toko | toko | nama
            penerima manfaat
        """,
        "description": """
            keterangan transaksi | uraian transaksi | deskripsi | rincian | rincian transaksi | berita | catatan
            detail transaksi | keterangan tambahan | butiran transaksi | penerangan | diskripsi urus niaga
            keterangan 1 | perihal | rujukan
        """,
        "external_id": """
            no referensi | no. referensi | nomor referensi | no. ref | no ref | no. transaksi | id transaksi
            nomor transaksi | no. rujukan | no rujukan | no. jurnal
        """,
        "account": """
            no rekening | no. rekening | nomor rekening | rekening | no. akaun | nombor akaun | no kartu
            nomor kartu
        """,
        "type": """
            jenis transaksi | tipe transaksi | kode transaksi | cabang | kanal | sandi | tipe | jenis
        """,
        "category": """
            kategori transaksi | kategori pengeluaran
        """,
        "fee": """
            biaya | biaya admin | biaya transaksi | caj | pajak
        """,
    },
}
