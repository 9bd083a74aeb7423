"""News about people. Apps above receive it; nothing here knows them."""

from django.dispatch import Signal

user_registered = Signal()
"""Sent with `user` (User) inside the transaction that makes the user: what a receiver raises undoes both."""

user_deleted = Signal()
"""Sent with `user_id` (int) after the deletion is committed, so that files of that user can be removed."""

user_leaving = Signal()
"""A user is about to be deleted, with what they own, in the transaction that does it; gives `user`. Whoever keeps very
many rows of theirs takes them away now, in fewer steps than Django's cascade needs."""
