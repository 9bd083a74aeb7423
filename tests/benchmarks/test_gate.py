"""The benchmark of the number gate counts right, ends with the right status, and lists nothing of the other parts."""

from __future__ import annotations

import json
import shlex
import sys
from pathlib import Path

import pytest

from benchmarks import gate
from benchmarks.gate_corpus.make import APART, SIDES, Item, read

PROGRAM = """
import json, sys
known = set(open({known!r}, encoding="utf-8").read().split("\\n"))
for number, line in enumerate(sys.stdin):
    asked = json.loads(line)
    is_wrong = json.dumps(asked, sort_keys=True) in known
    {twist}
    print(json.dumps({{"accepted": not is_wrong, "reasons": ["number: seen"] if is_wrong else []}}))
"""


def program(folder: Path, twist: str = "pass") -> str:
    """A gate that knows every faulty line by heart, then does `twist`."""
    wrong = [item for side in SIDES for item in read(side) if not item["truth"]]
    lines = [json.dumps({key: item[key] for key in ("draft", "facts", "need")}, sort_keys=True) for item in wrong]
    (folder / "known").write_text("\n".join(lines), encoding="utf-8")
    (folder / "gate.py").write_text(PROGRAM.format(known=str(folder / "known"), twist=twist), encoding="utf-8")
    return shlex.join([sys.executable, str(folder / "gate.py")])


def test_a_gate_that_knows_everything_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gate.main(["--program", program(tmp_path)]) == 0
    end = capsys.readouterr().out
    for side in gate.USUAL:
        faulty = sum(not item["truth"] for item in read(side))
        sound = sum(item["truth"] for item in read(side))
        assert f"{side}: caught {faulty} of {faulty} = 100.00%" in end
        assert f"false blocks 0 of {sound} = 0.00%" in end


def test_one_miss_in_a_hundred_is_too_many(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gate.main(["--dev", "--program", program(tmp_path, "is_wrong &= number % 100 > 0")]) == 1
    assert capsys.readouterr().out.endswith("MISSED\n")


def test_one_false_block_in_fifty_is_too_many(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gate.main(["--held", "--program", program(tmp_path, "is_wrong |= number % 50 == 0")]) == 1
    end = capsys.readouterr().out.splitlines()[-1]
    assert end.startswith("held: caught")
    assert end.endswith("MISSED")


def test_the_blind_part_is_judged_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known = len(read("dev")) + len(read("held"))
    assert gate.main(["--program", program(tmp_path, f"is_wrong &= number < {known}")]) == 1
    shown = capsys.readouterr().out
    halves, blind = shown.split("\nblind\n")
    assert "\ndev and held\n" in halves
    faulty = sum(not item["truth"] for item in read("blind"))
    assert f"blind: caught 0 of {faulty} = 0.00%" in blind
    assert blind.endswith("MISSED\n")
    assert blind.splitlines()[-1].count("MISSED") == 1


def test_every_part_in_other_words_has_tables_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gate.main([*(f"--{side}" for side in SIDES), "--program", program(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line in ("dev and held", *APART)] == ["dev and held", *APART]


def test_two_parts_in_other_words_have_tables_of_their_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known = len(read("blind"))
    arguments = ["--blind", "--second", "--program", program(tmp_path, f"is_wrong &= number < {known}")]
    assert gate.main(arguments) == 1
    blind, second = capsys.readouterr().out.split("\nsecond\n")
    assert "\nblind\n" in blind
    faulty = sum(not item["truth"] for item in read("second"))
    assert f"second: caught 0 of {faulty} = 0.00%" in second
    assert second.splitlines()[-1].count("MISSED") == 1


@pytest.mark.parametrize("side", APART)
def test_a_part_in_other_words_alone(side: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gate.main([f"--{side}", "--program", program(tmp_path)]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"{len(read(side))} drafts")
    assert shown.splitlines()[-1].startswith(f"{side}: caught")
    assert "dev" not in shown


@pytest.mark.parametrize("side", APART)
def test_a_broken_verdict_on_a_part_in_other_words_is_counted_and_not_quoted(
    side: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    twist = "print(json.dumps({'accepted': False, 'reasons': [asked['draft']]})); continue"
    assert gate.main([f"--{side}", "--program", program(tmp_path, twist)]) == 1
    shown = capsys.readouterr().out
    assert "verdicts break the contract\n" in shown
    assert not any(item["draft"] in shown for item in read(side) if item["fault"] != "empty")


def test_only_the_dev_half_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gate.main([*(f"--{side}" for side in SIDES), "--show", "--program", program(tmp_path, "is_wrong = False")])
    shown = capsys.readouterr().out
    unlisted = {item["template"] for side in ("held", *APART) for item in read(side)}
    assert all(f"\n{item['template']} {item['fault']}: " in shown for item in read("dev") if item["fault"])
    assert not any(f"\n{template} " in shown for template in unlisted)
    unlisted_drafts = [item["draft"] for side in APART for item in read(side) if item["fault"] != "empty"]
    assert not any(draft in shown for draft in unlisted_drafts)


@pytest.mark.parametrize("twist", ["raise SystemExit(3)", "number and sys.exit(0)", "print()"])
def test_a_gate_that_leaves_lines_unanswered_did_not_run(
    tmp_path: Path, twist: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert gate.main(["--program", program(tmp_path, twist)]) == 2
    assert "lines answered" in capsys.readouterr().err


def test_a_gate_that_cannot_be_started_did_not_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gate.main(["--program", str(tmp_path / "none")]) == 2
    assert "did not run" in capsys.readouterr().err


def item(draft: str) -> Item:
    return Item(
        lang="en", template="en-1", draft=draft, facts={"f1": {"label": "Income"}}, need=[], truth=True, fault=""
    )


@pytest.mark.parametrize(
    ("answer", "is_refused", "is_broken"),
    [
        ('{"accepted": true, "reasons": []}', False, False),
        ('{"accepted": false, "reasons": ["rank: \\"third\\""]}', True, False),
        ('{"accepted": true, "reasons": ["rank: third"]}', False, True),
        ('{"accepted": false, "reasons": []}', True, True),
        ('{"accepted": "no", "reasons": ["rank: third"]}', False, True),
        ('{"accepted": false, "reasons": ["bad words"]}', True, True),
        ("[]", False, True),
        ("refused", False, True),
    ],
)
def test_a_verdict_has_to_keep_to_the_contract(answer: str, is_refused: bool, is_broken: bool) -> None:
    judged = gate.judged(item("Fine."), "dev", answer)
    assert (judged.is_refused, bool(judged.broken)) == (is_refused, is_broken)


def test_a_fault_is_named_by_its_own_reason_only() -> None:
    faulty = Item(**{**item("You came third."), "truth": False, "fault": "rank"})
    assert gate.judged(faulty, "dev", '{"accepted": false, "reasons": ["rank: third"]}').is_named
    assert not gate.judged(faulty, "dev", '{"accepted": false, "reasons": ["number: third"]}').is_named


def test_the_baseline_knows_digits_and_unknown_placeholders() -> None:
    assert gate.is_naively_refused(item("You earned 12."))
    assert gate.is_naively_refused(item("You earned {{f2}}."))
    assert not gate.is_naively_refused(item("You earned {{f1}}, or twelve."))
