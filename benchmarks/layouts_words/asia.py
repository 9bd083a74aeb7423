"""East and south-east Asia. One block a country; see `layouts_country` for the form."""

from __future__ import annotations

BLOCKS = """
[cn CNY Y-m-d,Ymd,Y/m/d,Y年m月d日,Y-m-d H:i:s|1,234.56 plain.|gb18030]
date: 交易日期 | 记账日期 | 日期 | 交易时间
value: 起息日
text: 摘要 | 交易摘要 | 备注 | 附言
party: 对方户名 | 交易对方 | 对方名称
amount: 金额 | 交易金额 | 发生额
debit: 支出 | 借方金额 | 支出金额 | 借方发生额
credit: 收入 | 贷方金额 | 收入金额 | 贷方发生额
balance: 余额 | 账户余额
currency: 币种 | 货币
flag: 收/支 | 收支 | 借贷标志
sides: 支出,收入 | 借,贷 | 支,收
kind: 交易类型
kinds_out: 消费 | 取款 | 转账支出 | 手续费
kinds_in: 工资 | 存款 | 利息 | 退款
ref: 交易流水号 | 流水号 | 交易单号
other: 对方账号
account: 账号 | 卡号
opening: 期初余额 | 上期余额
closing: 期末余额 | 本期余额
total: 合计 | 总计
period: 起止日期 | 查询期间
category: 交易分类
foreign: 原始金额,原币种
fee: 手续费
out: 超市消费 | 房租 | 电费 | 地铁出行 | 美团外卖 | ATM取款
in: 工资 | 转账收入 | 利息 | 退款
people: 王芳 | 建设有限公司
card: 卡号 | 信用卡
payment: 还款 | 自动还款 谢谢
due: 信用额度 | 最低还款额 | 本期应还

[tw TWD Y/m/d,ROC,Y-m-d|1,234 plain.|big5]
date: 交易日期 | 記帳日 | 日期 | 帳務日期
value: 起息日
text: 摘要 | 說明 | 備註 | 交易說明
party: 對方戶名
amount: 金額 | 交易金額
debit: 支出 | 支出金額 | 提款
credit: 存入 | 存入金額 | 存款
balance: 餘額 | 帳戶餘額 | 結餘
currency: 幣別
flag: 收支別
sides: 支出,存入 | 借,貸
kind: 交易類別
kinds_out: 消費 | 提款 | 轉帳支出 | 手續費
kinds_in: 薪資 | 存款 | 利息
ref: 交易序號 | 票據號碼
other: 轉出入帳號
account: 帳號
opening: 期初餘額 | 上期餘額
closing: 期末餘額
total: 合計
period: 查詢期間
category: 類別
foreign: 外幣金額,外幣幣別
fee: 手續費
out: 全聯福利中心 | 房租 | 台電 | 悠遊卡加值 | 跨行提款
in: 薪資 | 匯入 林 | 利息
people: 林美玲 | 營造有限公司
card: 卡號 | 信用卡
payment: 繳款 感謝您 | 自動扣繳
due: 信用額度 | 最低應繳金額

[jp JPY Y/m/d,Y年m月d日,Ymd,REIWA,Y-m-d|1,234 plain0|cp932]
date: 日付 | 取引日 | お取引日 | 年月日
value: 起算日
text: 摘要 | 内容 | お取引内容 | 取引内容
party: 取引先 | 相手先
amount: 金額 | 取引金額 | 入出金(円)
debit: 出金 | お支払金額 | お引出し | 出金金額(円) | 支払金額
credit: 入金 | お預り金額 | お預入れ | 入金金額(円) | 預り金額
balance: 残高 | 差引残高 | 残高(円)
currency: 通貨
flag: 入払区分 | 入出金区分
sides: 出金,入金 | 支払,入金
kind: 取引区分
kinds_out: 出金 | 引落 | カード | 手数料
kinds_in: 入金 | 給与 | 利息 | 振込入金
ref: 取引番号
other: 相手口座
account: 口座番号 | 口座
opening: 繰越残高 | 前月繰越
closing: 次期繰越 | 今回残高
total: 合計
period: 期間 | 照会期間
category: カテゴリ
foreign: 現地通貨額,現地通貨
fee: 手数料
out: セブンイレブン | 家賃 | 電気料金 | JR東日本 | スーパー丸正 | ATM引出
in: 給与 | 振込 タナカ | 利息
people: タナカ ハナコ | カ)ミドリ
card: カード番号 | ご利用カード
payment: お支払い ありがとうございました | ご入金
due: ご利用可能枠 | お支払金額合計

[kr KRW Y-m-d,Y.m.d,Y/m/d H:i:s,Ymd|1,234 plain0|cp949]
date: 거래일자 | 거래일시 | 거래일 | 날짜
value: 기산일
text: 적요 | 내용 | 거래내용 | 기재내용
party: 보낸분/받는분 | 의뢰인/수취인
amount: 거래금액 | 금액
debit: 출금액 | 출금 | 찾으신금액 | 출금액(원)
credit: 입금액 | 입금 | 맡기신금액 | 입금액(원)
balance: 잔액 | 거래후잔액 | 잔액(원)
currency: 통화
flag: 입출금구분 | 구분
sides: 출금,입금
kind: 거래구분
kinds_out: 체크카드 | 출금 | 이체 | 수수료
kinds_in: 입금 | 급여 | 이자
ref: 거래번호
other: 상대계좌번호
account: 계좌번호
opening: 이월잔액
closing: 현재잔액
total: 합계
period: 조회기간
category: 카테고리
foreign: 현지금액,현지통화
fee: 수수료
out: 스타벅스 강남 | 월세 | 한국전력 | 이마트 | 지하철 | 현금인출
in: 급여 | 이자 | 김철수 입금
people: 김철수 | 주식회사 한빛
card: 카드번호 | 신용카드
payment: 결제 감사합니다 | 자동이체 납부
due: 이용한도 | 최소결제금액

[th THB d/m/Y,BUDDHIST,d-m-Y|1,234.56 plain.|cp874]
date: วันที่ | วันที่ทำรายการ
value: วันที่มีผล
text: รายการ | รายละเอียด | คำอธิบาย
party: ชื่อผู้รับ
amount: จำนวนเงิน | จำนวนเงิน (บาท)
debit: ถอนเงิน | ถอน | เดบิต
credit: ฝากเงิน | ฝาก | เครดิต
balance: ยอดคงเหลือ | คงเหลือ
currency: สกุลเงิน
flag: ประเภท
sides: ถอน,ฝาก
kind: ประเภทรายการ
kinds_out: ถอนเงินสด | ชำระค่าสินค้า | ค่าธรรมเนียม
kinds_in: เงินเดือน | รับโอนเงิน | ดอกเบี้ย
ref: เลขที่อ้างอิง
other: บัญชีผู้รับ
account: เลขที่บัญชี
opening: ยอดยกมา
closing: ยอดยกไป
total: รวม
period: ช่วงวันที่
category: หมวดหมู่
foreign: จำนวนเงินต้นทาง,สกุลเงินต้นทาง
fee: ค่าธรรมเนียม
out: เซเว่นอีเลฟเว่น | ค่าเช่า | การไฟฟ้า | โลตัส | ถอนเงิน ATM
in: เงินเดือน | รับโอน สมชาย | ดอกเบี้ย
people: สมชาย ใจดี
card: หมายเลขบัตร | บัตรเครดิต
payment: ชำระเงิน ขอบคุณ | รับชำระ
due: วงเงิน | ยอดชำระขั้นต่ำ

[vn VND d/m/Y,d/m/Y H:i:s,d-m-Y|1,234 1.234 plain0|utf-8]
date: Ngày giao dịch | Ngày | Ngày hạch toán
value: Ngày hiệu lực
text: Diễn giải | Nội dung | Mô tả | Nội dung giao dịch
party: Tên người thụ hưởng
amount: Số tiền | Số tiền giao dịch
debit: Ghi nợ | Số tiền ghi nợ | Phát sinh nợ | Nợ
credit: Ghi có | Số tiền ghi có | Phát sinh có | Có
balance: Số dư | Số dư sau giao dịch
currency: Loại tiền
flag: Loại giao dịch
sides: Nợ,Có | Tiền ra,Tiền vào
kind: Loại giao dịch
kinds_out: Thanh toán | Rút tiền | Phí
kinds_in: Nhận tiền | Lương | Lãi
ref: Mã giao dịch | Số tham chiếu
other: Tài khoản thụ hưởng
account: Số tài khoản
opening: Số dư đầu kỳ
closing: Số dư cuối kỳ
total: Tổng cộng
period: Từ ngày
category: Danh mục
foreign: Số tiền gốc,Tiền gốc
fee: Phí
out: VINMART HA NOI | Tiền nhà | EVN tiền điện | Grab | Rút tiền ATM
in: Lương tháng | Chuyển khoản Nguyen | Lãi tiền gửi
people: Nguyen Van An
card: Số thẻ | Thẻ tín dụng
payment: Thanh toán thẻ cảm ơn | Đã nhận thanh toán
due: Hạn mức | Thanh toán tối thiểu

[id IDR d/m/Y,d-m-Y,d M Y|1.234,56 1,234.56 plain.|utf-8]
date: Tanggal | Tanggal Transaksi | Tgl
value: Tanggal Efektif | Tanggal Valuta
text: Keterangan | Uraian | Deskripsi | Uraian Transaksi
party: Penerima
amount: Jumlah | Nominal | Mutasi
debit: Debet | Debit | Keluar
credit: Kredit | Masuk
balance: Saldo | Saldo Akhir
currency: Mata Uang
flag: D/K | Jenis | DB/CR
sides: D,K | DB,CR | Debet,Kredit
kind: Jenis Transaksi
kinds_out: Pembelian | Tarik Tunai | Biaya
kinds_in: Setoran | Gaji | Bunga
ref: No. Referensi | Nomor Referensi
other: Rekening Tujuan
account: Nomor Rekening | No. Rekening
opening: Saldo Awal
closing: Saldo Akhir
total: Total | Jumlah
period: Periode
category: Kategori
foreign: Jumlah Asal,Mata Uang Asal
fee: Biaya
out: INDOMARET | SEWA RUMAH | PLN TOKEN | GRAB FOOD | TARIK TUNAI ATM
in: GAJI | TRANSFER DARI BUDI | BUNGA
people: Budi Santoso
card: Nomor Kartu | Kartu Kredit
payment: PEMBAYARAN TERIMA KASIH | PEMBAYARAN DITERIMA
due: Batas Kredit | Pembayaran Minimum

[my MYR d/m/Y,d-m-Y,d M Y|1,234.56 plain.|utf-8]
date: Tarikh | Tarikh Transaksi | Transaction Date
value: Tarikh Nilai
text: Butiran | Butiran Transaksi | Keterangan
party: Penerima
amount: Jumlah | Amaun | Amaun (RM)
debit: Debit | Duit Keluar | Keluar
credit: Kredit | Duit Masuk | Masuk
balance: Baki | Baki Akhir
currency: Mata Wang
flag: D/K
sides: D,K | DR,CR
kind: Jenis Transaksi
kinds_out: Belian | Pengeluaran Tunai | Caj
kinds_in: Deposit | Gaji | Faedah
ref: No. Rujukan
other: Akaun Penerima
account: No. Akaun
opening: Baki Awal | Baki Permulaan
closing: Baki Akhir | Baki Penutup
total: Jumlah Besar | Jumlah
period: Tempoh
category: Kategori
foreign: Amaun Asal,Mata Wang Asal
fee: Caj
out: MYDIN PASAR RAYA | SEWA RUMAH | TNB BIL | PETRONAS | PENGELUARAN ATM
in: GAJI | PINDAHAN DARI ALI | FAEDAH
people: Ali Rahman
card: No. Kad | Kad Kredit
payment: BAYARAN DITERIMA TERIMA KASIH | BAYARAN ANDA TERIMA KASIH
due: Had Kredit | Bayaran Minimum
"""
