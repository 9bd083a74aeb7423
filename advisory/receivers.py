"""The one place where news from below is received."""


def connect() -> None:
    """Join the ledger's signals to the dispatch; called once when the app is ready."""
