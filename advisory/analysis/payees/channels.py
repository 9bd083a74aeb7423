"""Words in front of a name that say how the money moved: card, direct debit, transfer, cash machine, several countries.

Each channel is one pattern tried at the start of the text; a text may carry several, one behind the other.
"""

from __future__ import annotations

import re

CARD, DEBIT, TRANSFER, STANDING, CASH, CHEQUE, UPI = "card", "debit", "transfer", "standing", "cash", "cheque", "upi"

# Connecting words that may follow any of them: "to", "an", "chez", "a favor de" ...
_LINK = (
    r"(?:\s*(?:\b(?:to|from|at|in|an|von|bei|chez|de|du|des|a\s+favore\s+di|a\s+favor\s+de|enviado\s+a|recibido\s+de|pour(?:\s+le\s+compte\s+de)?|a|ad|da|en|em|til|till|"
    r"fra|från|van|naar|voor|dla|do|od|for|p/|c/)\b|[-:,;/.|)]+))*\s*"
)

_CARD = (
    r"(?:recurring\s+|contactless\s+|online\s+|international\s+|non-?pin\s+|pre-?auth\w*\s+)*"
    r"(?:(?:card|contactless)\s+(?:payment|purchase|transaction|subscription|txn)|(?:pos|debit\s*card|credit\s*card|visa|mastercard|"
    r"maestro|point\s+of\s+sale|signature|pin|eftpos|dbt|dbit|v\s?pay|girocard|interac)\s+(?:pos\s+)?"
    r"(?:purchase|debit|payment|transaction|crd|card|retail|sale|txn)|check\s?card(?:\s+purchase)?|purchase"
    r"(?:\s+authorized)?(?=\s+(?:at|on|with|return|\d))|pos\s+(?:signature|pin|refund|w/d|debit)|contactless(?=\s)|"
    r"recurring\s+(?:payment|pmt|pymt|debit|purchase|charge|card)(?:\s+authorized)?|(?:e-?commerce|ecomm?)(?:\s+(?:pur(?:chase)?|"
    r"payment|txn|sale))?(?=[\s/:-])|pos(?=[\s:,*-])|eftpos(?=\s)|vis(?=\s)|\)\)\)|"
    r"visa(?=\s)|debit\s*card(?=\s)|"
    r"kartenzahlung|kartenkauf|kreditkarte(?=\s)|kartenumsatz|ec[\s-]karte|debitkarte(?:numsatz)?|visa\s+debitkartenumsatz|girocard|"
    r"einkauf(?=\s)|lastschr(?:ift)?\s+ec|elv(?=\s)|kauf(?=\s+(?:vom|bei))|zahlung\s+(?:kartennr|mit\s+karte)|"
    r"bezahlung\s+karte|maestro(?=\s)|"
    r"paiement\s+(?:par\s+)?(?:carte|cb|psc|sans\s+contact)|achat\s+(?:par\s+)?(?:cb|carte)|facture\s+carte|"
    r"carte(?=\s+(?:\d|x))|cb(?=\s+\S)|fact(?=\s+\d)|"
    r"compra\s*(?:s\s+c\.?\s?deb)?(?:\s+(?:con|en|na|no|cart[aã]o|d[eé]bito|cr[eé]dito|tarj(?:eta)?\.?|online|internet))*|"
    r"pago\s+(?:m[oó]vil|con\s+tarjeta|tarjeta|contactless|en|tpv)|tarj(?:eta)?\.?(?=\s)|consumo(?=\s)|"
    r"pagamento\s+(?:pos|con\s+carta|carta|tramite\s+pos|contactless|e-?commerce)|acquisto(?:\s+(?:pos|carta))?|"
    r"operazione\s+(?:pos|carta)|carta(?=\s+\d)|pos\s+carta|"
    r"betaalautomaat|betaalpas|bea|pinbetaling|pin(?=\s)|geldautomaat(?=\s+betaling)|contactloos|"
    r"kortk[oö]p|kortk[oø]b|kort(?:transaktion|betalning|belastning)?(?=\s)|varekj?[oø]p|visa\s+vare|dankort(?:-nota)?|"
    r"nota(?=\s)|korttiosto|korttimaksu|osto(?=\s)|"
    r"zakup(?:\s+przy\s+u[zż]yciu\s+karty)?|p[lł]atno[sś][cć]\s+(?:kart[aą]|blik|web)|transakcja\s+kart[aą]|"
    r"platba\s+(?:kartou|kartu|u\s+obchodn[ií]ka)|kaardimakse|kartes|v[aá]s[aá]rl[aá]s|"
    r"デビット\S*|カード)"
)
_DEBIT = (
    r"(?:direct\s+debit(?:\s+payment)?|dd(?=\s+[^*\s])|d/d|n?ach[\s/-]+(?:dr|debit)(?=[\s/:-])|n?ach(?=[/-])|ach(?:\s+(?:debit|credit|web|ppd|tel|pmt|payment|withdrawal|deposit|"
    r"hold|d|c|single|recur|electronic))*(?=[\s-])|preauthorized\s+(?:debit|wd|credit)|pre-?authorised\s+debit|"
    r"electronic\s+(?:payment|pmt|pymt|withdrawal|deposit|debit)(?:-web)?|web\s+(?:pmt|payment|authorized\s+pmt)|"
    r"(?:(?:sepa|basis|folge|erst|einmal|firmen|core|dauer|euro|wiederholungs)[\s-]*)*lastschrift(?:einzug|seinzug)?|"
    r"einzugserm[aä]chtigung|abbuchung|sepa[\s-]+(?:dd|direct\s+debit|core)|sdd(?=\s)|"
    r"(?:prlv|prelevement|prélèvement)(?:\s+(?:sepa|europ[ée]en|recu|reçu|emis))*|"
    r"adeudo(?:\s+(?:recibo|por|sepa|directo))*|recibo(?:\s+(?:sepa|domiciliado|unico))*|domiciliaci[oó]n|"
    r"addebito(?:\s+(?:diretto|sdd|sepa|rid|preautorizzato|domiciliato))*|rid(?=\s)|"
    r"(?:sepa\s+)?incasso(?:\s+(?:algemeen|doorlopend|eenmalig|bedrijven))*(?:\s+incassant)?|"
    r"autogiro(?:belastning)?|ag(?=\s+\D+\d{6,}$)|betalingsservice|avtalegiro|suoraveloitus|e-?lasku|"
    r"d[eé]b(?:ito)?\.?\s+(?:directo|direto|aut(?:om(?:[aá]tico)?)?)(?=[\s.:/-])|polecenie\s+zap[lł]aty|inkaso|口座振替|フリカエ|ﾌﾘｶｴ)"
)
_TRANSFER = (
    r"(?:faster\s+payments?(?:\s+(?:receipt|received|outward|inward))?|fpi|fpo|bill\s+pay(?:ment)?(?:\s+via\s+faster\s+"
    r"payment)?|online\s+(?:banking\s+)?(?:transfer|payment|pmt|pymt|banking)|internet\s+(?:transfer|banking)|bank\s+credit|"
    r"bank\s+giro\s+credit|bgc|(?:fast|immediate)\s+payment|bacs(?:\s+(?:credit|payment))?|chaps|wire\s+(?:transfer|in|out)|mobile\s+(?:transfer|"
    r"payment|banking)|zelle(?:\s+(?:payment|transfer|credit|debit|from|to|instant|pmt))*|money\s+transfer|"
    r"e-?transfer|interac\s+e-?transfer|osko|payid|transfer(?=\s+(?:to|from|debit|credit|\d))|payment(?=\s+(?:to|from))|"
    r"(?:sepa[\s-]*)?(?:echtzeit|sammel|dauer|online|eil|auslands)?-?(?:[uü]e?berweisung|gutschrift)|"
    r"virement(?:\s+(?:sepa|instantan[ée]|recu|reçu|emis|[ée]mis|permanent|en\s+votre\s+faveur))*|vir(?:\s+(?:sepa|"
    r"inst|recu|reçu|perm|de))*(?=[\s./])|"
    r"transferencia(?:\s+(?:inmediata|recibida|emitida|realizada|sepa|a\s+favor))*|transf(?:\.|er)?(?=\s)|traspaso|bizum|"
    r"bonifico(?:\s+(?:sepa|istantaneo|a\s+(?:vostro|vs\.?|suo|tuo)\s+favore|disposto|ricevuto|in\s+uscita|in\s+entrata|"
    r"estero|da\s+voi\s+disposto))*|giroconto|disposizione|"
    r"(?:sepa\s+)?overboeking|overschrijving|spoedopdracht|tikkie(?=\s)|ideal(?:\s+betaling)?(?=[\s,:])|periodieke\s+overboeking|"
    r"bankgiro|plusgiro|[bp]g[\s-]betalning|swish(?:\s+(?:betalning|inbetalning|mottagen|skickad))*|[oö]verf[oö]ring|insättning|"
    r"overf[oø]rsel|overf[oø]ring|straksbetaling|mobilepay|vipps(?=[\s*:])|tilisiirto|"
    r"przelew(?:\s+(?:przychodz[aą]cy|wychodz[aą]cy|internet|elixir|zewn[eę]trzny|krajowy|natychmiastowy|na\s+telefon))*|"
    r"blik(?=\s)|p[rř][ií]choz[ií]\s+(?:platba|[uú]hrada)|odchoz[ií]\s+(?:platba|[uú]hrada)|okam[zž]it[aá]\s+\S+|"
    r"trf(?:\s+mb\s+way)?|mb\s*way|pix(?:\s+(?:enviado|recebido|qr\s?s?|transf\w*|emitido|pagamento))*|ted(?=\s)|"
    r"doc(?=\s)|neft(?:\s*(?:cr|dr))?|imps(?:/p2[am])?|rtgs|振込\S*|入金|送金)"
)
_STANDING = (
    r"(?:standing\s+order(?:\s+via\s+faster\s+payments?)?|so(?=\s+to)|stnd\s+ord(?:er)?|dauerauftrag(?:sgutschrift|sbelastung)?|virement\s+permanent|"
    r"transferencia\s+peri[oó]dica|(?:ordine|disposizione|bonifico)\s+permanente|st[aä]ende\s+overf[oö]ring|zlecenie\s+sta[lł]e|periodieke\s+overboeking|bonifico\s+periodico|trval[yý]\s+"
    r"p[rř][ií]kaz)"
)
_CASH = (
    r"(?:(?:non-\w+\s+)?atm(?:\s+(?:withdrawal|cash|wd|w/d|debit|fee\s+refund))*|cash\s*(?:withdrawal|machine|point|wdl?)|"
    r"withdrawal(?=\s)|bargeld(?:auszahlung|abhebung|bezug)?|geldautomat(?:en)?|ga(?=\s+nr)|auszahlung(?:\s+ga(?:a)?(?:\s+nr)?)?|"
    r"retrait(?:\s+(?:dab|gab|cb|carte|au\s+distributeur|especes))*|reintegro(?:\s+(?:cajero|efectivo))*|"
    r"(?:disposici[oó]n|retirada)\s+(?:de\s+)?(?:efectivo|cajero)|cajero|prelievo(?:\s+(?:bancomat|atm|contante|carta))*|"
    r"geldopname|gea(?=[\s,])|bankomat(?:suttag)?|uttag|minibank|minuttak|kontantuttak|k[aä]teisnosto|nosto|"
    r"wyp[lł]ata(?:\s+(?:got[oó]wki|z\s+bankomatu|w\s+bankomacie))*|v[yý]b[eě]r(?:\s+(?:z\s+bankomatu|hotovosti))*|"
    r"saque|levantamento)"
)
_CHEQUE = r"(?:ch(?:e|è)que(?:\s+(?:emis|n))?|check(?=\s+(?:#|no|\d)))"
_UPI = r"(?:upi(?=[\s/:-]))"

CHANNELS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"(?<![\w]){body}(?![\w]){_LINK}", re.IGNORECASE))
    for name, body in (
        (STANDING, _STANDING),
        (CASH, _CASH),
        (CARD, _CARD),
        (DEBIT, _DEBIT),
        (TRANSFER, _TRANSFER),
        (CHEQUE, _CHEQUE),
        (UPI, _UPI),
    )
)

# What stands behind the name or in the middle says it too: the codes of British banks, the fields of American and
# SEPA debits. Only a mandate has a creditor's id, and only a debit a mandate's.
_BEHIND: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        DEBIT,
        re.compile(
            r"\s(?:ddr|d/d|sdd)$|\bdes:|\borig\s+co\s+name:|\b(?:ppd|ccd|web|tel)\s+id\b|\bsec:\s?(?:ppd|ccd|web|tel)|"
            r"\bmref\s?[+:]|\bcred\s?[+:]|\bmandats?-?(?:ref\w*|nr)|\bgl[aä]ubiger|\bcreditor\s+id|\bmdt/|\brum[:/]|"
            r"/csid/|/marf/|\bincassant:|\bmachtiging(?:skenmerk)?:|\bid\s+emetteur",
            re.IGNORECASE,
        ),
    ),
    (STANDING, re.compile(r"\s(?:sto|s/o)$", re.IGNORECASE)),
    (TRANSFER, re.compile(r"\s(?:bgc|fpi|fpo|tfr)$|/trtp/sepa\s+overboeking", re.IGNORECASE)),
)
_CODES = re.compile(
    r"[\s-]+(?:ddr|d/d|sto|s/o|bgc|fpi|fpo|direct\s+debit|standing\s+order|faster\s+payment)$", re.IGNORECASE
)


def said_behind(text: str) -> str:
    """The channel that the end or the fields of a text name, or ''."""
    return next((name for name, pattern in _BEHIND if pattern.search(text)), "")


def without_code(text: str) -> str:
    """The text without the bank's code for the channel at its end."""
    return _CODES.sub("", text)


def strip_channel(text: str) -> tuple[str, str]:
    """(channel, rest) where the text begins with such words, else ('', text)."""
    for name, pattern in CHANNELS:
        found = pattern.match(text)
        if found:
            return name, text[found.end() :]
    return "", text
