"""Which letters beyond ASCII the languages of a code page write, and where some of them never stand."""

from __future__ import annotations

from collections import Counter

WESTERN = (
    "äöüß", "àâæçéèêëîïôœùûüÿ", "àèéìòù", "áéíñóúü", "ãáâàçéêíõóôú", "éëïöüóèêáç", "åäöé", "æøåéö", "áðéíóúýþæö",
    "àçèéíïòóúü",
)  # fmt: skip
CENTRAL = (
    "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîșț", "ăâîşţ", "čćđšž", "äöüß",
)  # fmt: skip
BALTIC = ("ąčęėįšųūž", "āčēģīķļņšūž", "äöõüšž")
TURKISH = ("çğıöşüi̇âîû",)
CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўђјљњћџѓќѕ"
GREEK = "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ"

PAGES: dict[str, tuple[str, ...]] = {
    "cp1252": WESTERN, "mac_roman": WESTERN, "cp850": WESTERN, "cp1250": CENTRAL, "iso8859_2": CENTRAL,
    "iso8859_16": CENTRAL, "cp852": CENTRAL, "cp1257": BALTIC, "cp1254": TURKISH, "cp1251": (CYRILLIC,),
    "koi8_u": (CYRILLIC,), "cp866": (CYRILLIC,), "cp1253": (GREEK,), "iso8859_7": (GREEK,),
}  # fmt: skip
# The letters that make up most of any text, for pages whose letters would all do in any order.
FREQUENT: dict[str, frozenset[str]] = {
    **dict.fromkeys(("cp1251", "koi8_u", "cp866"), frozenset("оаеинтсрвлкіпм")),
    **dict.fromkeys(("cp1253", "iso8859_7"), frozenset("αοιετσνηυρπκάόίς")),
    "cp1255": frozenset("יוהלארתבמשנ"), "cp1256": frozenset("الينمرتبدهوعسف"),
    "cp874": frozenset("านรอกเงมยลวดทสตะปบคหแจพชขใไโ่้ัิี"),
}  # fmt: skip
VOWELS = frozenset("aeiouyáéíóúýàèìòùâêîôûäëïöü")


def coverage(text: str, page: str) -> float:
    """Share of the letters beyond ASCII that the best single language of the page writes; 1.0 where no list is kept."""
    languages = PAGES.get(page)
    letters = Counter(char for char in text.lower() if char > "\x7f" and char.isalpha())
    if languages is None or not letters:
        return 1.0
    return max(sum(letters[char] for char in alphabet if char > "\x7f") for alphabet in languages) / letters.total()


def frequency(text: str, page: str) -> float:
    """Share of the letters beyond ASCII that are frequent ones of the page; for Korean, 1.0 where all are hangul."""
    letters = [char for char in text.lower() if char > "\x7f" and not char.isspace()]
    if not letters or page not in {*FREQUENT, "cp949"}:
        return 0.6
    if page == "cp949":
        hangul = sum("\uac00" <= char <= "\ud7a3" for char in letters)
        return 1.0 if hangul * 20 >= len(letters) * 19 else 0.6
    return sum(char in FREQUENT[page] for char in letters) / len(letters)


def is_out_of_place(left: str, char: str, right: str) -> bool:
    """A western letter where no western language has it: the byte means a letter of another page."""
    letter, after = char.lower(), right.lower()
    if letter in "ðþ" or not after.isalpha():
        return letter in "ðþ"  # only Icelandic has them, whose words are known
    followed_by_vowel = after in VOWELS
    return (
        (letter in "èæøò" and followed_by_vowel)
        or letter == "ì"  # Italian writes it at the end of a word
        or (letter == "ù" and left.isalpha())  # and this one, but for où
        or (letter == "õ" and not followed_by_vowel)  # Portuguese -ões
        or (letter == "û" and after not in "tr")  # French août, sûr
    )
