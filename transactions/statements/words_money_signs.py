"""Signs and words for money that several countries use, and words that only one of these countries uses.

Names of payment systems, tax numbers, kinds of account, places and legal forms; no bank's name.
"""

from __future__ import annotations

# By sign, the currencies it may stand for; the most common one first.
CANDIDATES = {
    "$": (
        "USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "CLP", "ARS", "COP", "TWD", "UYU", "JMD", "TTD", "NAD", "FJD",
        "BBD", "BSD", "BZD", "XCD", "LRD", "BND", "DOP",
    ),
    "kr": ("SEK", "NOK", "DKK", "ISK"),
    "¥": ("JPY", "CNY"),
    "pesos": ("MXN", "ARS", "CLP", "COP", "PHP", "UYU", "DOP", "CUP"),
    "fcfa": ("XOF", "XAF"),
    "dh": ("MAD", "AED"),
    "rs": ("INR", "PKR", "LKR", "NPR", "MUR"),
    "bs": ("BOB", "VES"),
    "br": ("ETB", "BYN"),
    "k": ("ZMW", "PGK", "MMK"),
    "p": ("PHP", "BWP"),
    "fr": ("CHF", "XOF", "XAF"),
}  # fmt: skip
MONEY_NAMES = {
    "USD": "US dollars", "CAD": "Canadian dollars", "AUD": "Australian dollars", "NZD": "New Zealand dollars",
    "SGD": "Singapore dollars", "HKD": "Hong Kong dollars", "MXN": "Mexican pesos", "CLP": "Chilean pesos",
    "ARS": "Argentine pesos", "COP": "Colombian pesos", "TWD": "Taiwan dollars", "UYU": "Uruguayan pesos",
    "INR": "Indian rupees", "PKR": "Pakistani rupees", "LKR": "Sri Lankan rupees", "NPR": "Nepalese rupees",
    "MUR": "Mauritian rupees", "PHP": "Philippine pesos", "DOP": "Dominican pesos",
    "SEK": "Swedish kronor", "NOK": "Norwegian kroner",
    "DKK": "Danish kroner", "ISK": "Icelandic krónur", "JPY": "Japanese yen", "CNY": "Chinese yuan",
    "XOF": "West African francs", "XAF": "Central African francs", "MAD": "Moroccan dirhams", "AED": "Emirati dirhams",
}  # fmt: skip

# Of a language, words of a header, and the currencies with a $ that are paid where it is spoken.
LANGUAGES = (
    (
        """
        fecha | importe | monto | descripción | saldo | cargo | cargos | abono | abonos | concepto | detalle | débitos
        créditos | movimiento | movimientos | fecha de operación | valor | depósito | depósitos | retiro | retiros
        """,
        ("MXN", "CLP", "ARS", "COP", "UYU", "DOP", "USD"),
    ),
    ("libellé | montant | solde | opération | retrait | retraits | dépôt | dépôts", ("CAD",)),
    ("金額 | 餘額 | 摘要 | 支出 | 存入 | 提出 | 說明 | 幣別", ("TWD", "HKD")),
)

# Letters before or behind every amount of a column, as they stand for one currency. No letter is one by itself.
UNITS = {
    "q": "GTQ", "l": "HNL", "b/.": "PAB", "b/": "PAB", "s/": "PEN", "s/.": "PEN", "r": "ZAR", "ush": "UGX",
    "tsh": "TZS", "gh": "GHS", "gh₵": "GHS", "tk": "BDT", "da": "DZD", "dt": "TND", "le": "EGP", "jd": "JOD",
    "kd": "KWD", "bd": "BHD", "qr": "QAR", "sr": "SAR", "km": "BAM", "n": "NGN", "nt": "TWD", "kz": "AOA",
    "mt": "MZN", "frw": "RWF", "lek": "ALL", "den": "MKD", "g": "HTG", "rd$": "DOP", "j$": "JMD", "tt$": "TTD",
    "n$": "NAD", "fj$": "FJD", "bz$": "BZD", "b$": "BND", "$u": "UYU", "col$": "COP", "cop$": "COP", "clp$": "CLP",
    "ar$": "ARS", "mop$": "MOP", "ec$": "XCD", "bds$": "BBD", "kshs": "KES", "kes": "KES", "som": "UZS",
    "so'm": "UZS", "сум": "UZS", "сом": "KGS", "тг": "KZT", "лей": "MDL", "дин": "RSD", "дин.": "RSD", "km.": "BAM",
    "ل.ل": "LBP", "د.إ": "AED", "ر.س": "SAR", "د.ك": "KWD", "ج.م": "EGP", "د.ت": "TND", "د.ج": "DZD", "د.م": "MAD",
    "د.أ": "JOD", "ر.ق": "QAR", "ر.ع": "OMR", "د.ب": "BHD",
}  # fmt: skip

# Of each currency, words that are hardly ever seen in a statement of another one of the same sign.
WORDS = {
    "USD": """
        ach | ach debit | ach credit | zelle | routing number | checking | direct dep | ppd id | web id | indn
        fdic | zip code | social security | wire type | us dollar | us dollars | united states
    """,
    "CAD": """
        interac | chequing | e transfer | etransfer | e trf | e tfr | rrsp | tfsa | hst | canada | ontario | toronto
        montreal | vancouver | calgary | ottawa | québec | preauthorized debit | canadian dollar | canadian dollars
        caisse
    """,
    "AUD": """
        bsb | payid | bpay | osko | pty ltd | australia | sydney | melbourne | brisbane | adelaide | nsw | qld
        superannuation | australian dollar | australian dollars
    """,
    "NZD": """
        new zealand | auckland | wellington | christchurch | kiwisaver | tp ref | this party account | payee particulars
        other party account | nz dollar | nz dollars
    """,
    "SGD": "paynow | singapore | pte ltd | cpf | singapore dollar | singapore dollars | nets",
    "HKD": "hong kong | kowloon | octopus | fps | mpf | hong kong dollar | hong kong dollars | 港幣 | 港币 | 八達通",
    "TWD": "台幣 | 臺幣 | 新台幣 | 新臺幣 | 台灣 | 臺灣 | taiwan | taipei",
    "MXN": "spei | clabe | rfc | oxxo | méxico | cdmx | codi | pesos mexicanos | moneda nacional | guadalajara",
    "CLP": "rut | chile | webpay | transbank | peso chileno | pesos chilenos | cuenta rut",
    "ARS": "cuit | cuil | cbu | cvu | argentina | buenos aires | afip | debin | haberes | caba | pesos argentinos",
    "COP": "nit | pse | colombia | bogotá | medellín | 4x1000 | gmf | pesos colombianos | cali",
    "UYU": "uruguay | montevideo | pesos uruguayos",
    "PHP": "philippines | manila | instapay | pesonet | gcash",
    "DOP": "dominicana | santo domingo | pesos dominicanos | rnc",
    "JMD": "jamaica | kingston",
    "TTD": "trinidad | port of spain",
    "NAD": "namibia | windhoek",
    "FJD": "fiji | suva",
    "BBD": "barbados | bridgetown",
    "BSD": "bahamas | nassau",
    "SEK": """
        belopp | bokföringsdag | bokföringsdatum | bokförd | transaktionsdag | transaktionsdatum | valutadag
        insättning | uttag | överföring | swish | sverige | stockholm | göteborg | reskontradatum
        beskrivning | köp | autogiro
    """,
    "NOK": """
        beløp | bokføringsdato | bokført | forklaring | inn på konto | ut fra konto | rentedato | vipps | innskudd
        uttak | utført | norge | oslo | bergen | varekjøp | nettgiro | beskrivelse og type | lønn
    """,
    "DKK": """
        beløb | bogført | bogføringsdato | hævning | indsættelse | mobilepay | danmark | københavn | dankort | hævet
        indsat | overførsel | løn | afstemt
    """,
    "ISK": "upphæð | dagsetning | skýring | staða | færsla | ísland | reykjavík | vaxtadagur",
    "JPY": "残高 | お支払 | お引出 | お預入 | 摘要 | 利用日 | 利用店名 | 円",
    "CNY": "余额 | 金额 | 交易时间 | 支付宝 | 微信支付 | 账户 | 人民币 | 收入 | 支出 | 账号 | 摘要代码",
    "INR": "upi | neft | imps | rtgs | ifsc | india | nach | mumbai | delhi | bengaluru | bangalore | chennai | rupay",
    "PKR": "pakistan | karachi | lahore | islamabad | rawalpindi | raast | ibft | 1link | jazzcash | easypaisa | pkr",
    "LKR": "sri lanka | colombo | kandy | ceft | slips | lankapay | lkr",
    "NPR": "nepal | kathmandu | pokhara | esewa | connectips | khalti | npr",
    "MUR": "mauritius | port louis | mur",
    "XOF": "sénégal | dakar | abidjan | côte d ivoire | bénin | togo | mali | burkina",
    "XAF": "cameroun | douala | yaoundé | gabon | libreville | tchad | congo | brazzaville",
    "MAD": "maroc | morocco | casablanca | rabat | marrakech | rib",
    "AED": "dubai | abu dhabi | sharjah | uae | emirates | trn",
}
