"""Payment processors that stand in front of the shop's name, and companies that collect for others."""

from __future__ import annotations

import re

_STARS = {
    "Square": r"sq|gosq|squareup|square",
    "SumUp": r"sumup|sumup_?|smp",
    "Zettle": r"zettle|izettle|iz|ztl|zettle_?",
    "Toast": r"tst",
    "Stripe": r"stripe|strp",
    "PayPal": r"paypal|pp|pypl|paypl",
    "Shopify": r"sp|shopify|shop ?pay",
    "Klarna": r"klarna|klrn",
    "Adyen": r"adyen|ady",
    "Mollie": r"mollie",
    "Worldline": r"wlb|wl|sps|worldline",
    "Clover": r"clv|clover|clvr",
    "Worldpay": r"wp|wpy|worldpay",
    "Eventbrite": r"eb",
    "Paddle": r"paddle(?:\.net)?|pdl",
    "FastSpring": r"fs|fsprg",
    "2Checkout": r"2co(?:\.com)?|2checkout",
    "DigitalRiver": r"dri|dr",
    "BlueSnap": r"bls|bluesnap",
    "GoCardless": r"gocardless|gc",
    "PaySafe": r"paysafe|psc",
    "Nayax": r"nya|nayax|nyx",
    "CCV": r"ccv",
    "Teya": r"teya",
    "Dojo": r"dojo",
    "Viva": r"viva(?:wallet)?|vw",
    "Redsys": r"redsys|rds",
    "PagSeguro": r"pag|pagseguro|pg|pagseguro",
    "MercadoPago": r"mercadopago|mercpago|merpago|mp",
    "PayU": r"payu|pyu",
    "Przelewy24": r"przelewy24|p24",
    "Dotpay": r"dotpay",
    "Tpay": r"tpay(?:\.com)?",
    "Ebanx": r"ebanx|ebn|ebw",
    "Razorpay": r"razorpay|rzp|raz",
    "Paytm": r"paytm|ptm",
    "Braintree": r"bt|brntree",
    "Cybersource": r"cys",
    "Chargebee": r"chargebee",
    "Lightspeed": r"ls|lsr",
    "Curve": r"crv|curve",
    "iFood": r"ifd",
    "DoorDash": r"dd",
    "other": r"in|cke|ckx|py|pay|fd|ec|hlp|nnt|act|apl|gpay|wix|payhere|bill|tls|mbw|pos|pmt|lnk|cko",
    "Google": r"google",
    "Microsoft": r"msft",
    "Apple": r"apple ?pay",
    "Amazon Pay": r"amazon ?pay|amz ?pay",
}
# A name of a processor counts only before a star, an underscore or its like: "SP" and "LS" are words otherwise.
_STAR = re.compile(
    "^(?:" + "|".join(f"(?P<g{number}>{body})" for number, body in enumerate(_STARS.values())) + r")\s*[*_]+\s*(?=\S)",
    re.IGNORECASE,
)
_NAMES = tuple(_STARS)

# Long forms and those without a star.
_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(body, re.IGNORECASE))
    for name, body in (
        (
            "PayPal",
            r"^paypal\s*(?:europe|pte|inst\s+xfer|instant\s+transfer|australia|\.com|des:)?[\s,:.*-]+(?=\w{3})",
        ),
        ("Klarna", r"^klarna(?:\s+(?:ab|bank|gmbh))*(?:\s*\(publ\))?[\s,:.*-]+(?:f[uü]r\s+|for\s+)?(?=\w{3})"),
        ("SumUp", r"^sumup(?:\s+(?:payments?|ltd|limited))*[\s,:.*_-]+(?=\w{3})"),
        ("Zettle", r"^i?zettle(?:\s+by\s+paypal)?[\s,:.*_-]+(?=\w{3})"),
        ("Apple Pay", r"^(?:apple\s?pay|google\s?pay|samsung\s?pay)[\s,:.*-]+(?=\w{3})"),
        ("Mollie", r"^(?:stichting\s+)?mollie(?:\s+payments)?[\s,:.*-]+(?=\w{3})"),
        ("Adyen", r"^adyen(?:\s+n\.?v\.?)?[\s,:.*-]+(?=\w{3})"),
        ("Curve", r"^(?:crv|curve)[\s*]+(?=\w{3})"),
    )
)  # fmt: skip

# The whole form of a company that stands in front of shops more often than alone.
COLLECTOR_FORM = re.compile(
    r"\bpaypal\s*\(?europe\)?\s*s\.?\s?[aà]\.?\s?r\.?\s?l\.?(?:\s*(?:et|&)\s*cie\.?,?\s*(?:s\.?\s?c\.?\s?a\.?)?)?",
    re.IGNORECASE,
)

# Names that collect for others: where one of these is the other side, the shop stands in the text.
_COLLECTORS = re.compile(
    r"^(?:paypal|klarna|adyen|stripe|sumup|mollie|stichting\s+(?:mollie|adyen|pay)|first\s+data|payone|sofort|"
    r"giropay|nexi|unzer|computop|gocardless|worldpay|worldline|concardis|vr\s+payment|ratepay|riverty|billpay|"
    r"mercado\s?pago|pagseguro|razorpay|payu|izettle|zettle|buckaroo|multisafepay|paysafe)\b",
    re.IGNORECASE,
)
# Where a collector says whose purchase it was.
_BEHIND = re.compile(
    r"(?:ihr\s+(?:einkauf|kauf)\s+bei|einkauf\s+bei|bestellung\s+bei|your\s+(?:purchase|order)\s+(?:at|from)|"
    r"votre\s+achat\s+chez|su\s+compra\s+en|acquisto\s+presso|aankoop\s+bij|haendler:|händler:|merchant:|"
    r"pp\.\d+\.pp\s*[./]?)\s*[:.,]?\s*(?P<shop>[^,;/|]{2,40})",
    re.IGNORECASE,
)


def strip_processor(text: str) -> tuple[str, str]:
    """(processor, rest) where a processor stands in front of a name, else ('', text)."""
    found = _STAR.match(text)
    if found:
        return _NAMES[int(str(found.lastgroup)[1:])], text[found.end() :]
    for name, pattern in _WORDS:
        found = pattern.match(text)
        if found:
            return name, text[found.end() :]
    return "", text


def collector(name: str) -> str:
    """The collecting company at the start of a name, in its usual short form, or ''."""
    found = _COLLECTORS.match(name)
    return found.group().split()[-1].capitalize() if found else ""


def shop_behind(text: str) -> str:
    """The shop a collector names in its text, or ''."""
    found = _BEHIND.search(text)
    return found["shop"].strip() if found else ""
