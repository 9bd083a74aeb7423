"""The mails that have to do with getting in: written in the person's language, and sent behind the answer's back.

Whether there is a mail, and how long its server takes, must not be felt by whoever asked for it.
"""

from __future__ import annotations

import logging
import smtplib
import threading
from dataclasses import dataclass

from django.core.mail import EmailMessage

from accounts.callers import person_mark
from accounts.errors import DomainError
from accounts.seals import keyed_hash
from accounts.services.guesses import Count, guess_charge

log = logging.getLogger("spendwise.mail")


@dataclass(frozen=True, slots=True)
class Words:
    """`text` has a place for the `link`, and where somebody is named one for `who`."""

    subject: str
    text: str


RESET = {
    "en": Words(
        "A new password for SpendWise",
        """Somebody, most likely you, asked for a new password for SpendWise.

Set it here, within half an hour:
{link}

If it was not you, do nothing: your password stays as it is, and this link ends by itself.
""",
    ),
    "de": Words(
        "Ein neues Passwort für SpendWise",
        """Jemand, wahrscheinlich du selbst, hat ein neues Passwort für SpendWise angefordert.

Hier kannst du es innerhalb einer halben Stunde setzen:
{link}

Wenn du es nicht warst, brauchst du nichts zu tun: Dein Passwort bleibt, wie es ist, und der Link verfällt von selbst.
""",
    ),
}
CONFIRM = {
    "en": Words(
        "Confirm your e-mail address for SpendWise",
        """Somebody, most likely you, is creating an account at SpendWise with this address.

Confirm it here, within a day, with the password that you chose:
{link}

If it was not you, do nothing: no account is made, and this link ends by itself.
""",
    ),
    "de": Words(
        "Bestätige deine E-Mail-Adresse für SpendWise",
        """Jemand, wahrscheinlich du selbst, legt mit dieser Adresse ein Konto bei SpendWise an.

Bestätige sie hier innerhalb eines Tages mit dem Passwort, das du gewählt hast:
{link}

Wenn du es nicht warst, brauchst du nichts zu tun: Es entsteht kein Konto, und der Link verfällt von selbst.
""",
    ),
}
KNOWN = {
    "en": Words(
        "You have an account at SpendWise already",
        """Somebody, most likely you, tried to create an account at SpendWise with this address. You have one already.

Sign in, or set a new password, here:
{link}

If it was not you, do nothing: nothing was changed.
""",
    ),
    "de": Words(
        "Du hast schon ein Konto bei SpendWise",
        """Jemand, wahrscheinlich du selbst, wollte mit dieser Adresse ein Konto bei SpendWise anlegen.
Es gibt schon eines.

Hier kannst du dich anmelden oder ein neues Passwort setzen:
{link}

Wenn du es nicht warst, brauchst du nichts zu tun: Es wurde nichts geändert.
""",
    ),
}
INVITATION = {
    "en": Words(
        "An invitation to a household at SpendWise",
        """{who} invites you to keep the money of a household together at SpendWise.

Sign in with this address, or create an account with it, and join here within a week:
{link}

If you do not know who that is, do nothing: nobody sees anything of yours, and this link ends by itself.
""",
    ),
    "de": Words(
        "Einladung in einen Haushalt bei SpendWise",
        """{who} lädt dich ein, das Geld eines Haushalts bei SpendWise gemeinsam zu führen.

Melde dich mit dieser Adresse an oder lege ein Konto mit ihr an, und tritt hier innerhalb einer Woche bei:
{link}

Wenn du nicht weißt, wer das ist, brauchst du nichts zu tun: Niemand sieht etwas von dir, und der Link verfällt von
selbst.
""",
    ),
}


def mail_allow(address: str) -> bool:
    """Count one more mail to this address: at most three in a row, then ever fewer, whoever asks for them."""
    try:
        guess_charge([Count(keyed_hash(f"mail|{person_mark(address)}", "guess"), free=3, most=3600)])
    except DomainError:
        return False
    return True


def mail_send(words: dict[str, Words], *, to: str, language: str, link: str, who: str = "") -> None:
    """Hand it over in a thread of its own. One that cannot be sent is a line in the log."""
    chosen = words.get(language, words["en"])
    mail = EmailMessage(chosen.subject, chosen.text.format(link=link, who=who), to=[to])
    threading.Thread(target=_hand_over, args=(mail,), daemon=True).start()


def _hand_over(mail: EmailMessage) -> None:
    try:
        mail.send()
    except (smtplib.SMTPException, OSError) as error:
        log.warning("a mail was not sent: %s", type(error).__name__)
