"""What a body may hold is judged before anything is built of it, in time that does not depend on its shape."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.api.bodies import read_json
from accounts.api.json_scan import LONGEST_NUMBER, JsonLimits, JsonRefusedError, refuse_excess

SMALL = JsonLimits(depth=3, members=4, values=10)

TAKEN = [
    "",
    "7",
    '"[[[[["',
    "[[[]]]",
    '{"a": {"b": {"c": 1}}}',
    "[1, 2, 3, 4]",
    '[["a", "b"], ["c"], [], []]',
    r'"\\u0000 is six characters"',
    r'"\ud83d\ude00"',
    r'"quote \" bracket [ comma ,,,,,,,,,"',
    "9" * LONGEST_NUMBER,
    "1e308",
    "{,}]]]]",  # no JSON, and the parser says so
]
REFUSED = {
    "[[[[]]]]": "more than 3 deep",
    '{"a":{"b":{"c":{}}}}': "more than 3 deep",
    "[1,2,3,4,5]": "more than 4 members",
    '{"a":1,"b":1,"c":1,"d":1,"e":1}': "more than 4 members",
    "[[1,2,3],[1,2,3],[1,2,3]]": "more than 10 values",
    r'"\u0000"': "zero character",
    r'{"a\u0000": 1}': "zero character",
    r'"\\\u0000"': "zero character",
    r'"\ud83d"': "half a character",
    r'"\ude00\ud83d"': "half a character",
    "1e400": "too large",
    "-1E400": "too large",
    "9" * 400: "more than 64 digits",
    "[0." + "1" * 400 + "]": "more than 64 digits",
}


def refusal_of(text: str) -> str:
    """Its words; empty where the text is left to the parser."""
    try:
        refuse_excess(text, SMALL)
    except JsonRefusedError as refused:
        return str(refused)
    return ""


@pytest.mark.parametrize("text", TAKEN)
def test_what_is_within_the_limits_is_left_to_the_parser(text: str) -> None:
    assert refusal_of(text) == ""


@pytest.mark.parametrize(("text", "words"), REFUSED.items(), ids=lambda text: text[:12])
def test_what_passes_a_limit_is_refused_by_its_name(text: str, words: str) -> None:
    assert words in refusal_of(text)


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=5), inner, max_size=5),
    max_leaves=30,
)


def deepest(value: object) -> int:
    inner = value if isinstance(value, list) else list(value.values()) if isinstance(value, dict) else None
    return 0 if inner is None else 1 + max(map(deepest, inner), default=0)


def widest(value: object) -> int:
    inner = value if isinstance(value, list) else list(value.values()) if isinstance(value, dict) else []
    return max([len(inner), *map(widest, inner)])


@given(ANY_JSON, st.booleans(), st.integers(1, 8), st.integers(1, 6))
def test_depth_and_members_are_those_of_the_parsed_value(value: object, is_plain: bool, depth: int, wide: int) -> None:
    """The walk over the text and a walk over what the parser builds of it agree, whatever is written in the strings."""
    text = json.dumps(value, ensure_ascii=is_plain)
    is_within = deepest(value) <= depth and widest(value) <= wide and "\\u0000" not in json.dumps(value)
    try:
        refuse_excess(text, JsonLimits(depth=depth, members=wide, values=10_000))
    except JsonRefusedError:
        assert not is_within
    else:
        assert is_within or "\\u0000" in json.dumps(value)


@pytest.mark.parametrize(
    "text",
    ["[" * 2_000_000, "[]," * 700_000, '"' * 2_000_000, '"' + "\\" * 2_000_000, '"' + "a" * 2_000_000, "1e" * 900_000],
    ids=lambda text: text[:4],
)
def test_two_megabytes_of_anything_are_judged_at_once(text: str) -> None:
    began = time.process_time()
    with pytest.raises(ValueError):  # noqa: PT011 - refused by the walk or by the parser, whichever comes first
        read_json(text)
    assert time.process_time() - began < 2
