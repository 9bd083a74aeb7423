"""CAMT messages built in tests: a statement around entries, in whatever version and envelope."""

from __future__ import annotations


def entry(
    amount: str = "10.00",
    mark: str = "DBIT",
    *,
    day: str = "<BookgDt><Dt>2026-01-02</Dt></BookgDt>",
    status: str = "<Sts>BOOK</Sts>",
    more: str = "",
    currency: str = "EUR",
) -> str:
    direction = f"<CdtDbtInd>{mark}</CdtDbtInd>" if mark else ""
    return f'<Ntry><Amt Ccy="{currency}">{amount}</Amt>{direction}{status}{day}{more}</Ntry>'


def balance(code: str, amount: str, mark: str = "CRDT", day: str = "2026-01-02") -> str:
    return (
        f"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy='EUR'>{amount}</Amt>"
        f"<CdtDbtInd>{mark}</CdtDbtInd><Dt><Dt>{day}</Dt></Dt></Bal>"
    )


def details(*payments: str) -> str:
    return "<NtryDtls>" + "".join(f"<TxDtls>{payment}</TxDtls>" for payment in payments) + "</NtryDtls>"


def party(role: str, name: str, iban: str = "") -> str:
    account = f"<{role}Acct><Id><IBAN>{iban}</IBAN></Id></{role}Acct>" if iban else ""
    return f"<{role}><Nm>{name}</Nm></{role}>{account}"


def statement(content: str, *, kind: str = "Stmt", account: str = "AT611904300234573201", identity: str = "S1") -> str:
    return (
        f"<{kind}><Id>{identity}</Id><CreDtTm>2026-01-03T06:00:00</CreDtTm>"
        f"<Acct><Id><IBAN>{account}</IBAN></Id><Ccy>EUR</Ccy><Ownr><Nm>Ada Holder</Nm></Ownr></Acct>{content}</{kind}>"
    )


def message(*statements: str, name: str = "BkToCstmrStmt", version: str = "camt.053.001.08") -> bytes:
    inner = "".join(statements)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:{version}">'
        f"<{name}><GrpHdr><MsgId>M</MsgId><CreDtTm>2026-01-03T06:00:00Z</CreDtTm></GrpHdr>{inner}</{name}></Document>"
    ).encode()
