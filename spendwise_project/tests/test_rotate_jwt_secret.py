"""The command that replaces the key for tokens."""

from __future__ import annotations

from pathlib import Path

from spendwise_project.tests.test_secrets import GOOD, start

TOKEN = "from rest_framework_simplejwt.tokens import AccessToken;"


def test_a_new_key_is_written_and_every_other_line_kept(tmp_path: Path) -> None:
    env_file = tmp_path / "spendwise.env"
    start(tmp_path)
    before = env_file.read_text().splitlines()
    env_file.write_text("\n".join([*before, "# mine", "SPENDWISE_REGISTRATION=closed"]) + "\n")
    ended = start(tmp_path, "rotate_jwt_secret")
    assert ended.returncode == 0
    assert "Restart" in ended.stdout
    after = env_file.read_text().splitlines()
    assert after[:-1] == [before[0], "# mine", "SPENDWISE_REGISTRATION=closed"]
    name, _, key = after[-1].partition("=")
    assert (name, len(key)) == ("JWT_SECRET_KEY", 64)
    assert after[-1] not in before
    assert key not in ended.stdout + ended.stderr
    assert env_file.stat().st_mode & 0o777 == 0o600


def test_a_process_started_afterwards_refuses_the_old_token(tmp_path: Path) -> None:
    mint = f"{TOKEN} t = AccessToken(); t['user_id'] = '1'; print(t)"
    old = start(tmp_path, "shell", "--no-imports", "-c", mint).stdout.strip()
    read = f"{TOKEN} print(AccessToken({old!r})['user_id'])"
    assert start(tmp_path, "shell", "--no-imports", "-c", read).stdout.strip() == "1"
    start(tmp_path, "rotate_jwt_secret")
    ended = start(tmp_path, "shell", "--no-imports", "-c", read)
    assert ended.returncode != 0
    assert "Token is invalid" in ended.stderr


def test_a_key_from_the_environment_is_not_rotated_in_a_file_nobody_reads(tmp_path: Path) -> None:
    start(tmp_path)
    before = (tmp_path / "spendwise.env").read_text()
    ended = start(tmp_path, "rotate_jwt_secret", JWT_SECRET_KEY=GOOD)
    assert ended.returncode != 0
    assert "set in the environment" in ended.stderr
    assert (tmp_path / "spendwise.env").read_text() == before
