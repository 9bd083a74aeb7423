from __future__ import annotations

from django.conf import settings
from django.db import models


class Attachment(models.Model):
    """A picture or PDF on a transaction, such as a receipt. The file lies under MEDIA, private.

    Without a transaction it waits: with its deleted row, which may be restored, or, once it was removed itself, for
    being undone. The sweep deletes what nobody can bring back any more.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="attachments")
    transaction = models.ForeignKey(
        "transactions.Transaction", null=True, blank=True, on_delete=models.SET_NULL, related_name="attachments"
    )
    last_transaction_id = models.BigIntegerField(help_text="Where it is or was last.")
    file_name = models.CharField(max_length=255, help_text="As the user called it; shown, never used as a path.")
    content_type = models.CharField(max_length=40, help_text="Recognised by the content.")
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    stored_as = models.CharField(max_length=255, help_text="Path under MEDIA; made by us, never the client's.")
    created_at = models.DateTimeField(auto_now_add=True)
    removed_at = models.DateTimeField(null=True, blank=True, help_text="When it was taken off its row.")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.file_name
