"""The decoding is the one in which the text makes sense, whatever other tables would make of the bytes."""

from __future__ import annotations

import pytest

from transactions.statements.csv_header import known_words_in
from transactions.statements.decoding import decode

TEXTS = {
    "cp1250": "Datum;Opis;Iznos\n1.2.2026;Plaća i vođenje računa;1,00\n2.2.2026;ČAKOVEC;2,00\n",
    "iso8859_2": "2026-02-01;Łódź śmieci;1,00\n2026-02-02;Świadczenie;2,00\n",
    "cp1254": "01.02.2026;Alışveriş ŞOK;1,00\n02.02.2026;İşlem ücreti çekme;2,00\n",
    "cp1257": "2026-02-01;Žvėrynas Šiauliai;1,00\n2026-02-02;prekės užmokestis;2,00\n",
    "cp1252": "01.02.2026;Nòmina août pièce;1,00\n02.02.2026;São João Müller çà Ærlig;2,00\n",
    "cp1256": "01/02/2026;راتب شهر يناير;1.00\n02/02/2026;رسوم خدمة;2.00\n",
    "cp1255": "01/02/2026;שופרסל דיל;1.00\n02/02/2026;משכורת;2.00\n",
    "cp1253": "01/02/2026;ΣΚΛΑΒΕΝΙΤΗΣ Ενοίκιο;1,00\n02/02/2026;Μισθοδοσία;2,00\n",
    "cp874": "01/02/2569;โลตัส พระราม;1.00\n02/02/2569;เงินเดือน ค่าเช่าห้อง;2.00\n",
    "cp932": "2026/02/01,山田　太郎,580,１\n2026/02/05,ローソン　新宿店,300,２\n",
    "euc_jp": "2026/02/01,スーパー 家賃 給与,580\n2026/02/05,東京支店,300\n",
    "gb18030": "2026-02-01,超市消费 支付宝,580\n2026-02-05,工资收入 网上银行转账,300\n",
    "big5": "2026-02-01,超商消費,580\n2026-02-05,薪資轉帳,300\n",
    "cp949": "2026-02-01,편의점 급여,580\n2026-02-05,월세 이체,300\n",
    "koi8_u": "01.02.2026;Оренда квартири операції;1,00\n02.02.2026;Зарплата Шевченко;2,00\n",
    "cp1251": "01.02.2026;Аренда квартиры;1,00\n02.02.2026;Зарплата Иванов;2,00\n",
    "cp866": "01.02.2026;Аренда квартиры;1,00\n02.02.2026;Зарплата Иванов;2,00\n",
}


@pytest.mark.parametrize("encoding", sorted(TEXTS))
def test_every_code_page_is_told_from_the_others(encoding: str) -> None:
    assert decode(TEXTS[encoding].encode(encoding), known_words_in).text == TEXTS[encoding]
