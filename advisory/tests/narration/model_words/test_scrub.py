from __future__ import annotations

import pytest

from advisory.narration.model_words.scrub import is_clean, scrubbed, scrubbed_name

SECRETS = [
    "DE89370400440532013000", "DE89 3704 0044 0532 0130 00", "de89-3704-0044-0532-0130-00", "GB29NWBK60161331926819",
    "MT84MALT011000012345MTLCAST001S", "NO9386011117947", "FR14 2004 1010 0505 0001 3M02 606", "anna@example.org",
    "a.b+c@mail.example.co.uk", "ANNA@EXAMPLE.ORG", "jörg@münchen.example", "4532015112830366", "4532 0151 1283 0366",
    "12-34-56 12345678", "anna (at) example.org", "DE 89 3704 0044 0532 0130 00", "0123456789",
]  # fmt: skip


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("around", ["{}", "Rent {} March", '{{"is": "{}"}}', "to:{}, thanks", "x\n{}\n"])
def test_account_numbers_and_addresses_are_taken_out(secret: str, around: str) -> None:
    text = scrubbed(around.format(secret))
    assert secret not in text
    assert not any(len(run) >= 7 for run in "".join(c if c.isdigit() else " " for c in text).split())
    assert "@" not in text
    assert is_clean(text)


@pytest.mark.parametrize(
    "text",
    [
        "up to 20 transactions of yours", "€1,234,567.89", "14 March 2026 to 16 May 2026", "100 to 200 per cent",
        '"about": "100,000 to 200,000"', "KWD 1,234.567", '{"max_tokens": 600, "temperature": 0}',
    ],
)  # fmt: skip
def test_figures_and_words_stay(text: str) -> None:
    assert scrubbed(text) == text


@pytest.mark.parametrize(
    "name",
    [
        "Anna 12345", "Kto 123.456.78", "\uff14\uff15\uff13\uff12\uff10",
        "anna\uff20example.org", "DE\u200b8937040044 0532013000",
        "1\u200b2\u200b3\u200b4\u200b5", "a\u00adnna@ex\u00adample.org", "Kunde 77 88 99 11",
    ],
)  # fmt: skip
def test_a_name_keeps_no_number_and_no_disguise(name: str) -> None:
    text = scrubbed_name(name)
    assert "[removed]" in text
    assert is_clean(text)
    assert sum(letter.isdigit() for letter in text) < 5


def test_an_ordinary_name_stays() -> None:
    assert scrubbed_name(" Corner \n Market  24 ") == "Corner Market 24"
