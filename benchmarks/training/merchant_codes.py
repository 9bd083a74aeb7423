"""The default category of each merchant category code that has a clear one."""

from __future__ import annotations

_RANGES: tuple[tuple[int, int, str], ...] = (
    (3000, 3350, "travel"),
    (3351, 3500, "travel"),
    (3501, 3999, "travel"),
)
_CODES = """
groceries: 5411 5422 5441 5451 5462 5499 5921 5300 5715 5331
restaurants: 5812 5813 5814 5811
transport: 4011 4111 4112 4121 4131 4784 4789 7523 7524 7531 7534 7535 7538 7542 7549 5531 5532 5533 5511 5521
  7511 4100
fuel: 5541 5542 5172 5552
rent_mortgage: 6513 7012
utilities: 4900 5983
phone_internet: 4812 4813 4814 4821 4816 4815
insurance: 5960 6300 6381 6399
health: 5912 5122 5975 5976 8011 8021 8031 8041 8042 8043 8049 8050 8062 8071 8099 7997 7298 4119 5047 8044
shopping: 5200 5211 5231 5251 5261 5309 5310 5311 5399 5712 5713 5714 5718 5719 5937 5940 5941 5942 5943 5944
  5945 5946 5947 5948 5949 5950 5970 5971 5972 5973 5977 5978 5992 5993 5994 5996 5998 5999 7230 7210 7211 7216
  7217 7251 5111 5131 5192 9402 4215 5198 5193 5021 2741 7338 7297
clothing: 5137 5139 5611 5621 5631 5641 5651 5655 5661 5681 5691 5697 5698 5699 7296
electronics: 5732 5722 5045 5734 5065 7372 7379 7622 4817
entertainment: 7832 7829 7841 7911 7922 7929 7932 7933 7941 7991 7992 7993 7994 7995 7996 7998 7999 7800 7801
  7802 5816 9406 9754
subscriptions: 4899 5968 5815 5817 5818 5735 8675 8641 8699
travel: 4411 4457 4468 4511 4582 4722 4723 7011 7032 7033 7512 7513 7519
education: 8211 8220 8241 8244 8249 8299
childcare: 8351
pets: 0742 5995
gifts_donations: 8398 8661 8651
fees: 6012 6051 9222 6010
taxes: 9311 9211 9399
cash: 6011
"""
_KEYS = {
    code: entry.partition(": ")[0]
    for entry in _CODES.replace("\n  ", " ").strip().splitlines()
    for code in entry.partition(": ")[2].split()
}


def category_of_code(code: str) -> str:
    """The key of a default category, or '' where the code says too little."""
    number = int(code)
    ranged = next((key for first, last, key in _RANGES if first <= number <= last), "")
    return _KEYS.get(code, ranged)
