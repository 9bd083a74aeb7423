"""A made-up household whose every row is known: what it was for, what repeats, what is odd, what is a transfer.

Nothing here comes from a real person. Amounts are integer minor units, negative when money leaves the account.
"""
