"""Services sold worldwide, as card networks print them; prices are euro cents a month."""

from __future__ import annotations

from typing import NamedTuple


class Brand(NamedTuple):
    """`renamed`: what it printed after a change of name, where this household saw one."""

    payee: str
    price: int
    category: str
    renamed: str = ""


STREAMING = (
    Brand("Netflix.com", 1399, "subscriptions"),
    Brand("Spotify AB", 1099, "subscriptions"),
    Brand("Disney Plus", 999, "subscriptions"),
    Brand("HBO Max", 999, "subscriptions", "Max.com"),
    Brand("Amazon Prime", 899, "subscriptions"),
    Brand("YouTube Premium", 1299, "subscriptions"),
    Brand("Deezer", 1199, "subscriptions"),
    Brand("Audible", 995, "subscriptions"),
    Brand("PlayStation Network", 899, "entertainment"),
    Brand("Xbox Game Pass", 1299, "entertainment"),
    Brand("Duolingo", 799, "education"),
    Brand("Strava", 799, "subscriptions"),
    Brand("Tinder", 1499, "subscriptions"),
)
SOFTWARE = (
    Brand("Adobe Systems", 2379, "subscriptions"),
    Brand("Dropbox", 1199, "subscriptions"),
    Brand("Microsoft 365", 700, "subscriptions"),
    Brand("Google One", 299, "subscriptions"),
    Brand("NordVPN", 1199, "subscriptions"),
    Brand("Evernote", 1099, "subscriptions"),
    Brand("1Password", 399, "subscriptions"),
    Brand("Canva", 1199, "subscriptions"),
)
IN_DOLLARS = (
    Brand("OpenAI ChatGPT", 1850, "subscriptions"),
    Brand("GitHub", 920, "subscriptions"),
    Brand("Notion Labs", 930, "subscriptions"),
    Brand("DigitalOcean", 1110, "subscriptions"),
    Brand("Patreon", 650, "gifts_donations"),
    Brand("Midjourney", 925, "subscriptions"),
)
AGGREGATORS = ("Apple.com/bill", "Google *Play", "PAYPAL *")
PROCESSORS = ("PAYPAL *", "SQ *", "SumUp  *", "KLARNA*", "IZ *", "ZTL*")
"""In front of the shop's own name; which shop is behind is all that tells them apart."""
