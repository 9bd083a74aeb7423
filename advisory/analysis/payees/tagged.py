"""Texts in which the bank labels its parts: the payee stands behind one of the labels, and the rest is reference."""

from __future__ import annotations

import re

# label -> what follows up to the next label; tried in this order, the first one that yields letters wins.
_FIELDS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(body, re.IGNORECASE)
    for body in (
        r"\borig\s+co\s+name:\s*(?P<name>.+?)\s*(?=\borig\s+id:|\bdesc\s+date:|\bco\s+entry|\bsec:|$)",
        r"^paypal\s+des:\s*inst\s+xfer\s+id:(?P<name>[a-z]\w{2,})",
        r"^(?P<name>.+?)\s+des:\s*\S.*?(?=\bid:|\bindn:|$)",
        r"/name/(?P<name>[^/]{2,60})",
        r"\bnaam:\s*(?P<name>.+?)\s*(?=\bmachtiging:|\bomschrijving:|\biban:|\bkenmerk:|\bincassant:|$)",
        r"^upi[/:-](?:(?:dr|cr|p2[am]|mandate|pay|send|collect|\d{6,})[/:-]+)*(?P<name>[^/@:-]{2,40})",
        r"^(?:neft|imps|rtgs)[\s/:-]*(?:(?:cr|dr|p2[am]|inb|[a-z]{4}0?\w*\d\w*|\d{4,})[\s/:-]+)*(?P<name>[a-z][^/:-]{2,40})",
        r"(?:^|\s)/(?:de|du|benef|beneficiaire)\s*[/:]?\s+(?P<name>[^/\d][^/]{1,60})(?=/|$)",
        (
            r"\b(?:auftraggeber|beguenstigter|begünstigter|empf[aä]nger|empfaenger|zahlungsempf[aä]nger(?:in)?|payee|"
            r"beneficiary|beneficiario|ordenante|ordinante|b[eé]n[eé]ficiaire|ontvanger|mottagare|odbiorca|nadawca):\s*"
            r"(?P<name>.+?)\s*(?=\b[\w./ -]{3,24}:\s|$)"
        ),
        r"\bnr\s+karty\s+\S+\s+(?P<name>\D.+)$",
        r"\badres:\s*(?P<name>.{2,40}?)\s*(?=\b[\w./ -]{3,24}:\s|$)",
        r"^faster\s+payments?\s+receipt\s+ref\.?.*?\sfrom\s+(?P<name>.{2,40})$",
    )
)
# Behind these only references follow.
_TAIL = re.compile(
    r"(?:\b(?:eref|mref|cred|kref|svwz|ocmt|coam|abwa|abwe|iban|bic|mandatsref\w*|mandats?-?nr|mandatsreferenz|"
    r"gl[aä]ubiger-?id|glaeubiger-?id|kundenreferenz|end-to-end-ref\w*|ref\.?\s*mandat\w*|creditor\s+id)\b\s*[+:.]|"
    r"\b(?:id\s+emetteur|ech|mdt|rum|ics|motif|lib|ref|refdo|refben|remi|eref|mandat)/|/(?:motif|remi|ref|eref|marf|csid|"
    r"iban|bic|id|mdt|lib)/|\bfolge-?nr|\bkfn\s+\d|\bverfalld|\bindn:|\bco\s+id:|\btrace\s*#?:|\bmachtiging:|"
    r"\bomschrijving:|\bvalue\s+date:|\bcard\s+ending\b|\bnum(?:ero)?\.?\s+tarjeta\b|\bdato:|\bvaluta(?:kurs|dato)?:|"
    r"\bkurs:|\bforeign\s+(?:currency\s+)?amount\b|\bconverted\s+at\b|\bexchange\s+rate\b|\bcambio:|(?<=\w\s)reference\s|"
    r"(?<=\w\s)ach\s+(?:pmt|payment|debit|credit|transfer|web|ppd|deposit)\b|(?<=\w\s)(?:ppd|ccd|web|tel)\s+id\b|"
    r"(?<=\w\s)dir(?:ect)?\s+dep(?:osit)?\b|(?<=\w\s)via\s+(?:mobile|online|app)\b|,\s?pas\s?\d{2,4}\b).*$",
    re.IGNORECASE | re.DOTALL,
)
_PURPOSE = re.compile(r"\bsvwz\+\s*(?P<purpose>.{3,60})", re.IGNORECASE)


def labelled_name(text: str) -> str:
    """The payee behind a label of the bank, or ''."""
    if ":" not in text and "/" not in text and "karty" not in text.casefold() and "-" not in text:
        return ""
    for pattern in _FIELDS:
        found = pattern.search(text)
        if found and any(letter.isalpha() for letter in found["name"]):
            return found["name"].strip()
    return ""


def without_tail(text: str) -> str:
    """The text before its labelled references; the purpose where the text begins with them."""
    head = _TAIL.sub("", text).strip()
    if any(letter.isalpha() for letter in head):
        return head
    found = _PURPOSE.search(text)
    return found["purpose"] if found else text
