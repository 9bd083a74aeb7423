"""One mail to one address, and how it ended: sent, refused, or nobody knows.

A mail server takes a mail over at the end of DATA. Refused before that, or refused in so many words at its end, the
mail has surely not left. When the line breaks in between it may have, and nothing can be asked afterwards.
"""

from __future__ import annotations

import logging
import smtplib
from dataclasses import dataclass
from typing import Any, Literal

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.smtp import EmailBackend

log = logging.getLogger("spendwise.mail")
SMTP = "django.core.mail.backends.smtp.EmailBackend"
State = Literal["sent", "failed", "unknown"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """`code` and `message` say why it was not sent; neither holds anything of the mail or of the password."""

    state: State
    code: str = ""
    message: str = ""


class _Line:
    """Remembers that the mail itself was begun."""

    has_begun = False

    def data(self, msg: Any) -> Any:
        self.has_begun = True
        return super().data(msg)  # type: ignore[misc]  # of the SMTP class that this is mixed into


class _PlainLine(_Line, smtplib.SMTP):
    pass


class _SecureLine(_Line, smtplib.SMTP_SSL):
    pass


class Watched(EmailBackend):
    """Django's own, over a line that remembers how far it came."""

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        return _SecureLine if self.use_ssl else _PlainLine


def is_leaving() -> bool:
    """Whether mails go to a mail server, and not into a folder or a log."""
    return bool(settings.EMAIL_BACKEND == SMTP)


def send(mail: EmailMessage) -> Outcome:
    """Hand over one mail with one recipient; never raises for what a mail server says or does."""
    return _send_watched(mail) if is_leaving() else _send_here(mail)


def _send_here(mail: EmailMessage) -> Outcome:
    try:
        get_connection().send_messages([mail])
    except OSError as error:
        return _refused("not_written", error)
    return Outcome("sent")


def _send_watched(mail: EmailMessage) -> Outcome:
    backend = Watched()
    try:
        backend.open()
    except (smtplib.SMTPException, OSError) as error:
        return _refused("no_connection" if not isinstance(error, smtplib.SMTPAuthenticationError) else "sign_in", error)
    line = backend.connection
    try:
        backend.send_messages([mail])
    except (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused) as error:
        return _refused("refused", error)
    except (smtplib.SMTPException, OSError) as error:
        if getattr(line, "has_begun", False):
            log.warning("the mail server fell silent over a mail: %s", type(error).__name__)
            return Outcome("unknown", "broken_off", "The mail server fell silent while it took the mail over.")
        return _refused("broken_off", error)
    finally:
        _hang_up(backend)
    return Outcome("sent")


def _hang_up(backend: Watched) -> None:
    """What goes wrong with saying goodbye changes nothing about the mail."""
    try:
        backend.close()
    except (smtplib.SMTPException, OSError) as error:
        log.info("the mail server did not say goodbye: %s", type(error).__name__)


WORDS = {
    "not_written": "The mail could not be written where this installation keeps its mails.",
    "no_connection": "The mail server could not be reached.",
    "sign_in": "The mail server refused the sign-in.",
    "refused": "The mail server refused the mail.",
    "broken_off": "The mail server hung up before it took the mail.",
}


def _refused(code: str, error: Exception) -> Outcome:
    log.warning("a mail was not sent (%s): %s %s", code, type(error).__name__, getattr(error, "smtp_code", ""))
    number = getattr(error, "smtp_code", None)
    return Outcome("failed", code, WORDS[code] + (f" It answered {number}." if isinstance(number, int) else ""))
