"""Names of currencies in words, as columns of currencies print them, in the languages of many exports."""

from __future__ import annotations

CURRENCY_NAMES = {
    "USD": """
        us dollar | us dollars | u.s. dollar | american dollar | united states dollar | usa dollar | dollar us
        dollar américain | dólar estadounidense | dólar americano | dólar eua | dollaro usa | dollaro americano
        amerikaanse dollar | us-dollar | amerikai dollár | dolar amerykański | americký dolar | доллар сша
        долар сша | amerikan doları | 米ドル | 美國美元 | 미국 달러 | 달러
    """,
    "EUR": "euro | euros | eurot | evro | евро | євро | ευρώ | ユーロ | 유로 | avro | 欧元 | 歐元 | eura",
    "GBP": """
        pound sterling | british pound | pounds sterling | sterling | gb pound | uk pound | great britain pound
        britisches pfund | pfund sterling | livre sterling | libra esterlina | sterlina | sterlina britannica
        brits pond | funt szterling | britská libra | фунт стерлингов
        ingiliz sterlini | 英ポンド | 英镑 | 英鎊 | 파운드
    """,
    "CHF": "swiss franc | swiss francs | schweizer franken | franken | franc suisse | franco svizzero | franco suizo",
    "JPY": "japanese yen | japanischer yen | yen japonais | yen japonés | японская иена | 日本円 | 日元 | 日圓 | 엔화",
    "CNY": "chinese yuan | yuan renminbi | renminbi | chinesischer yuan | yuan chinois | китайский юань | 人民币元",
    "CAD": "canadian dollar | kanadischer dollar | dollar canadien | dólar canadiense | カナダドル | 加元 | 加拿大元",
    "AUD": "australian dollar | australischer dollar | dollar australien | dólar australiano | 豪ドル | 澳元",
    "NZD": "new zealand dollar | neuseeland-dollar | nzドル | 新西兰元 | 紐西蘭元",
    "HKD": "hong kong dollar | hongkong-dollar | 香港ドル | 港元 | 港币 | 港幣",
    "SGD": "singapore dollar | singapur-dollar | 新加坡元 | 新加坡幣",
    "SEK": "swedish krona | swedish kronor | schwedische krone | couronne suédoise | corona sueca | svenska kronor",
    "NOK": "norwegian krone | norwegian kroner | norwegische krone | couronne norvégienne | norske kroner",
    "DKK": "danish krone | danish kroner | dänische krone | couronne danoise | danske kroner",
    "ISK": "icelandic krona | icelandic króna | íslensk króna | isländische krone",
    "PLN": "polish zloty | polish złoty | polnischer zloty | zloty | złoty | złote | польский злотый",
    "CZK": "czech koruna | czech crown | tschechische krone | česká koruna | koruna česká | couronne tchèque",
    "HUF": "hungarian forint | ungarischer forint | magyar forint | forint hongrois",
    "RON": "romanian leu | rumänischer leu | leu | lei românești | leu roumain",
    "BGN": "bulgarian lev | български лев | лев",
    "RSD": "serbian dinar | srpski dinar | dinar | српски динар",
    "TRY": "turkish lira | türkische lira | türk lirası | livre turque | lira turca",
    "RUB": "russian ruble | russian rouble | российский рубль | рубль рф | russischer rubel",
    "UAH": "ukrainian hryvnia | українська гривня | гривна",
    "KZT": "kazakhstani tenge | тенге | казахстанский тенге",
    "GEL": "georgian lari | ქართული ლარი | lari",
    "INR": "indian rupee | indian rupees | indische rupie | roupie indienne | rupia india",
    "IDR": "indonesian rupiah | rupiah", "THB": "thai baht | baht thaïlandais", "MYR": "malaysian ringgit | ringgit",
    "PHP": "philippine peso | philippine pesos", "VND": "vietnamese dong | việt nam đồng",
    "KRW": "south korean won | korean won | 韩元 | 대한민국 원",
    "TWD": "new taiwan dollar | taiwan dollar | 新台幣 | 新臺幣",
    "MXN": "mexican peso | mexican pesos | peso mexicano | pesos mexicanos | peso mexicain",
    "BRL": "brazilian real | real brasileiro | reais | real brasileño",
    "ARS": "argentine peso | peso argentino | pesos argentinos",
    "CLP": "chilean peso | peso chileno | pesos chilenos",
    "COP": "colombian peso | peso colombiano | pesos colombianos",
    "PEN": "peruvian sol | sol peruano | soles | nuevos soles",
    "UYU": "uruguayan peso | peso uruguayo | pesos uruguayos",
    "ZAR": "south african rand | südafrikanischer rand", "NGN": "nigerian naira",
    "KES": "kenyan shilling | kenya shilling",
    "EGP": "egyptian pound | جنيه مصري", "MAD": "moroccan dirham | dirham marocain | درهم مغربي",
    "AED": "uae dirham | emirati dirham | درهم إماراتي | درهم", "SAR": "saudi riyal | ريال سعودي",
    "ILS": 'israeli shekel | new israeli shekel | new shekel | שקל | שקל חדש | ש"ח',
}  # fmt: skip
