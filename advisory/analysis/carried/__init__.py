"""What a user has said to the adviser, carried over to the ids that the ledger has where it is restored."""
