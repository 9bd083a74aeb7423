"""What a bank prints around a name: card numbers, dates, references, phones, order and shop numbers, company forms."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:jan|feb|mar|mär|mrz|apr|may|mai|jun|jul|aug|sep|sept|oct|okt|nov|dec|dez|janv|févr|fevr|avr|juin|juil|ao[uû]t|"
    r"d[ée]c|ene|abr|ago|dic|gen|mag|giu|lug|set|ott|mei|mrt|maj|cze|lip|sie|wrz|paz|lis|gru)"
)
_FULL_MONTHS = (
    r"january|february|march|april|june|july|august|september|october|november|december|januar|februar|märz|maerz|juni|"
    r"juli|oktober|dezember|janvier|février|fevrier|avril|juillet|septembre|octobre|novembre|décembre|decembre|enero|"
    r"febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|"
    r"giugno|luglio|settembre|ottobre|dicembre|januari|februari|maart|augustus|janeiro|fevereiro|março|junho|julho|"
    r"setembro|outubro|novembro|dezembro|desember|tammikuu|helmikuu|maaliskuu|huhtikuu|toukokuu|kesäkuu|heinäkuu|elokuu|"
    r"syyskuu|lokakuu|marraskuu|joulukuu|stycze[nń]|luty|marzec|kwiecie[nń]|czerwiec|lipiec|sierpie[nń]|wrzesie[nń]|"
    r"listopad|grudzie[nń]"
)

# Needs no digit to be noise; the patterns below all hold one, so a text without digits skips them.
WORDY = re.compile(
    r"(?<=\w)\s+via\s+(?:adyen|mollie|stripe|buckaroo|multisafepay|paypal|klarna|sofort|payu|przelewy24|tpay)\b.*$|"
    r"\b(?:sagt\s+danke|dankt|danke\s+f[uü]r)\b.*$|[x*•]{3,}|\b(?:help|support|billing|account|info|service|"
    r"kundenservice)[@.]\S+|\b[\w.-]+@[\w.-]+\b|"
    rf"\b(?:{_FULL_MONTHS})\b(?=[\s,./-]*(?:\d|$))",
    re.IGNORECASE,
)
NUMBERS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(body, re.IGNORECASE)
    for body in (
        r"\b(?:cb|carte|card|karte|tarj(?:eta)?|carta|kort|pas|visa)?\s?(?:no\.?|nr\.?|n°)?\s?\*?\d{0,6}[x*•#]{2,}[\dx*•#-]*",
        r"\b(?:card|karte|carte|carta|tarjeta|kort|pas)\s*(?:no|nr|num(?:ero)?|ending|xx)?\.?\s*\d{3,6}\b",
        r"\bn[ºo°.]\s*(?:recibo|factura|cliente)?\s*\d{4,}\b",
        r"\bn[º°.]?\s*\d{4,}\b",
        r"\b\d{4}(?:[ -]\d{4}){2,3}\b",
        r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,}(?:\s?[A-Z0-9]{1,4})?\b",
        r"\b\d{4}-\d{2}-\d{2}(?:[t ]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)?(?:z|utc|uhr)?\b",
        r"\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})(?:[t /]+\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?)?\b",
        r"(?<![\w.])\d{1,2}[./]\d{1,2}\.?(?![\w./]\d)(?=\s|$|,)",
        r"\b(?:0?[1-9]|1[0-2])[./-](?:19|20)\d{2}\b",
        r"\b\d{1,2}[:h]\d{2}(?:[:.]\d{2})?\s?(?:uhr|h|am|pm)?\b",
        rf"\b\d{{1,2}}[ -]?{_MONTH}[a-z]{{0,6}}\.?(?:[ ,-]*(?:19|20)?\d{{2}})?\b",
        rf"\b{_MONTH}[a-z]{{0,6}}\.?[ ,/-]*(?:\d{{1,2}}(?:,\s*|\s))?(?:(?:19|20)\d{{2}}|\d{{2}})\b",
        r"(?:\+|\b00)\d{1,3}[\s.()/-]?\d[\d\s.()/-]{6,13}\d\b",
        r"\(?\b\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}\b",
        r"\b1?[\s.-]?8(?:00|33|44|55|66|77|88)[\s.-]\d{3}[\s.-]?\w{4}\b",
        r"\b\d{3}-\d{7}\b",
        (
            r"\b(?:ref(?:erence|erenz|\.)?|rf|mandat[eo]?|mndt|trx|txn|trace|auth(?:code|\.code)?|terminal|term|tid|invoice|inv|"
            r"rechnung(?:snr|s-nr)?|rg|re-?nr|rnr|facture|factura|fattura|factuur|faktura|order|bestellung|auftrag|kunde|"
            r"kundennr|kd-?nr|vertrag|vertragskonto|vk|contract|contrato|contrat|client|cliente|customer|konto|kto|account|acct|"
            r"acc|policy|police|versicherungsschein|id|beleg|transaktion|zamówienie|folge|echeance|mandate)\s*-?(?:no|nr|num|"
            r"number|id|n°|n)?\s*[.:#°-]*\s*(?=[\w/-]*\d)[\w/-]{3,}"
        ),
        r"(?<=\*)\s?(?=[a-z0-9]*\d)[a-z0-9]{5,}\b",
        (
            r"\b(?:store|shop|filiale|fil|markt|mkt|magasin|mag|tienda|sucursal|branch|unit|site|loc|str|no|nr|n°|num|"
            r"#)\s?[.:#-]*\s?\d{1,6}\b"
        ),
        r"#\s*[\w-]*\d[\w-]*",
        r"\b(?:gbp|eur|usd|chf|sek|nok|dkk|pln|czk|aud|cad|inr|brl|jpy)\s?\d+(?:[.,]\d+)*\b",
        r"(?:£|€|\$|¥)\s?\d+(?:[.,]\d+)*",
        r"\b\d+(?:[.,]\d{3})*[.,]\d{2}\s?(?:gbp|eur|usd|chf|sek|nok|dkk|pln|czk|aud|cad|inr|brl|jpy|€|£|at|de)?\b",
        r"\b(?!1822)(?=[a-z]*\d)(?=\w*[a-z])(?=(?:\w*\d){3})\w{9,}\b",
        r"\b\d{5,}\b",
    )
)
# "on", "vom", a bank's own tail words: at the end they say nothing, whatever they were followed by.
DANGLING = re.compile(
    r"[\s,;:.*/-]+(?:on|at|to|from|am|vom|bei|le|du|el|il|op|ref|nr|no|nr\.|kl|um|via|with|card|using|authorized|"
    r"bcc|debitk|karte|visa|mc|maestro|girocard|contactless|internet|online|uhr|ecom|e-commerce|apple\s?pay|google\s?pay|"
    r"k\d|pas|fact|cb|int'?l|intl|pmt|ppd|web|des|bill\s?payment|autopay|recurring|dankt|sagt\s+danke|"
    r"gutschrift|cr|dr|fx|rate|atm|ag\s+debit)$",
    re.IGNORECASE,
)
COMPANY = re.compile(
    r"[\s,]+(?:ltd|limited|limite|limit|plc|llc|l\.l\.c|inc|incorporated|corp|corporation|company|gmbh(?:\s*&?\s*co\.?\s*kg(?:aa)?)?|"
    r"mbh|ag(?:\s*&\s*co\.?\s*kg)?|se(?:\s*&\s*co\.?\s*kg)?|kgaa|kg|ohg|gbr|ug|e\.?\s?v|e\.?\s?k|eg|sarl|s\.a\.r\.l|sas|"
    r"s\.a\.s|s\.?a\.?u|s\.a|sa|eurl|sasu|scop|s\.l\.u|slu|s\.l|sl|s\.?p\.?a|s\.?r\.?l(?:\.?s)?|b\.?v|n\.?v|vof|ab(?:\s*\(publ\))?|"
    r"as|asa|a/s|aps|oy|oyj|sp\.?\s*z\s*o\.?\s?o|sp\.?\s?k|s\.?r\.?o|a\.?\s?s|kft|zrt|lda|ltda|s/a|unipessoal|pvt(?:\s+ltd)?|"
    r"private(?:\s+limited)?|pty(?:\s+ltd)?|k\.k|kk|co|et\s+cie|uk|europe|international|luxembourg|europesar)\.?$",
    re.IGNORECASE,
)
# A company form that stands for nothing else ends the name: what follows is what the payment was for.
PURPOSE = re.compile(
    r"^(\S.{2,}?\s(?:ltd|limited|plc|llc|inc|gmbh|s\.?a\.?r\.?l|sarl|s\.p\.a|b\.v|n\.v|s\.r\.o|sp\.?\s*z\s*o\.?\s?o|pty\s+ltd|pvt\s+ltd))"
    r"\.?\s+(?!co\b|kg\b|&|\+|et\s|und\s|and\s|ltd\b).*$",
    re.IGNORECASE,
)
DOMAIN = re.compile(
    r"\b(?:https?://)?(?:www[. ])?([a-z0-9][\w-]{1,40})\.(?:co\.uk|org\.uk|gov\.uk|ac\.uk|com\.au|com\.br|co\.jp|"
    r"co\.in|co\.u|com|net|org|de|fr|es|it|nl|eu|io|ie|at|ch|be|se|no|dk|fi|pl|cz|pt|br|in|us|ca|uk|app|tv|me|shop|store|online|info|biz|"
    r"ai|gg|fm|co|c|o|u)\b(?:/\S*)?",
    re.IGNORECASE,
)
WWW = re.compile(r"^(?:https?://)?www[.\s]+", re.IGNORECASE)

# Brands that are, or carry, a number. Folded, words parted by one space.
NUMBERED_BRANDS = frozenset(
    " ".join(brand.split())
    for brand in """7 eleven|7eleven|7 11|3 mobile|3 uk|3 store|hutchison 3g|super 8|motel 6|studio 6|pier 1|forever 21|
    channel 4|24 hour fitness|24 hr fitness|99 cents|99 cents only|1 800 flowers|1 800 contacts|century 21|365 games|
    bet 365|microsoft 365|office 365|m365|4 fingers|85c bakery|1001 pneus|3 suisses|4 murs|5 asec|24 mx|rema 1000|
    m6 toll|1 1|1 1 internet|1 1 telecom|20 minutes|20 minuten|60 millions|11 teamsports|phase 8|route 66|wind 3|
    tele 2|kanal 5|tv 2|tv 4|studio 54|union 76|phillips 66|76|pizza 73|pizza 4p|formula 1|cloud 9|ps 4|ps 5|xbox 360|
    windows 10|1 password|1password|3 ireland|3 sverige|3 italia|3 hong kong|1822 direkt|1822direkt|4 seasons|123 reg|
    123reg|34sp|h3g|n26|c24|s24|o2|q8|st1|a1|a2a|m6|okq8|tele2|wind3|3m|1und1|23andme|2degrees|99designs|4imprint|
    9round|11freunde|bet365|ps4|ps5|h2o|c1000|b2b|g4s|v12|5guys|2checkout|3dconnexion|r29|24s|24h|cash4|fit4""".replace(
        "\n", " "
    ).split("|")
)
