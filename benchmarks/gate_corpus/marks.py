"""Signs that no draft may hold, whatever its language: figures, addresses, markup, look-alikes, broken placeholders."""

DIGITS = (
    "412.30", "412,30", "1,284.05", "1.284,05", "7", "-31.20", "−31,20", "1 284", "0.5", "3rd", "1'284.05", "24/7",
    "1e3", "12k", "100+", "2026-03-01",
)  # fmt: skip
SCRIPTS = (
    "٤١٢", "४१२", "４１２", "⁴¹²", "④", "½", "৪১২", "๔๑๒", "❼", "₄₂", "𝟒𝟏𝟐", "¾", "㉑", "۴۱۲", "௪௧௨", "⑿", "𝟛𝟘", "⅓",
)  # fmt: skip
ROMANS = ("XIV", "Ⅻ", "XLII", "Ⅳ", "VII", "CXII", "XC", "XVIII", "MCMXC", "ⅷ", "XXIII", "LXXX")
ADDRESSES = (
    "https://example.org/save", "www.example.net", "help@example.org", "example.com", "http://example.org/a?b=c",
    "ftp://files.example.net", "mailto:info@example.com", "//cdn.example.net/x.js", "bank-login.example.com/verify",
    "HTTPS://EXAMPLE.ORG", "javascript:alert(document.cookie)", "data:text/html;base64,PHA+",
)  # fmt: skip
MARKUP = (
    "**{0}**", "<b>{0}</b>", "`{0}`", "[{0}](https://example.org)", '<a href="https://example.org">{0}</a>',
    "![{0}](https://example.org/p.png)", "<script>{0}</script>", "~~{0}~~", "<img src=x onerror=alert()>{0}",
    "__{0}__", "[{0}][ref]", "<!-- {0} --> {0}", "<svg/onload=alert()>{0}", "```{0}```",
)  # fmt: skip
INVISIBLE = (
    "\u200b", "\u200d", "\u2060", "\ufeff", "\u202e", "\u2066", "\u200f", "\x07", "\x00", "\x1b", "\u200c", "\u202a",
    "\u2069", "\x08",
)  # fmt: skip
LOOKALIKES = (
    ("a", "а"), ("e", "е"), ("o", "о"), ("c", "с"), ("p", "р"), ("i", "і"), ("o", "ο"), ("u", "υ"), ("s", "ѕ"),
    ("n", "ո"),
)  # fmt: skip
UNKNOWN = (
    "{{{{zz}}}}", "{{{{f99}}}}", "{{{{spent_total}}}}", "{{{{total}}}}", "{{{{x_{0}}}}}", "{{{{{0}x}}}}",
    "{{{{amount}}}}",
    "{{{{{0}.value}}}}", "{{{{{0}|raw}}}}", "{{{{user.email}}}}",
)  # fmt: skip
BROKEN = (
    "{{{{{0}}}", "{{{0}}}}}", "{{{{}}}}", "{{{{ }}}}", "{{{{{{{{{0}}}}}}}}}", "{{{0}}}", "{{{{{0}", "{0}}}}}",
    "{{{{a {{{{{0}}}}} b}}}}", "{{{{{0}}}}} }}}}", "{{% {0} %}}", "{{ {{{0}}} }}",
)  # fmt: skip
EMPTY = ("{{{{{0}}}}}", "{{{{{0}}}}}.", "", " ", "…", "—", "{{{{{0}}}}}, {{{{{0}}}}}!", "?!", "({{{{{0}}}}})", "...")
