"""An export put into an empty account: all of it with the same ledger hash, or nothing."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction
from django.db.models import Field, ForeignKey, Model

from accounts.access import editable_by
from accounts.errors import DomainError
from accounts.models import User
from transactions.ledger.file_kind import HEAD, file_kind
from transactions.ledger.money import is_currency
from transactions.ledger.references import INSIDE, PLAIN
from transactions.models import Attachment, LedgerAccount, StatementImport, Transaction
from transactions.models.travel import travel_of
from transactions.selectors.ledger_content import ledger_content_hash
from transactions.selectors.portable import (
    FILE_FIELD,
    fields_of,
    is_left_behind,
    media_path,
    points_at_user,
    portable_models,
    rows_of,
)
from transactions.services.bulk import insert_rows
from transactions.services.history import hold_ledger
from transactions.services.ledger_check import ledger_check
from transactions.services.news import announce_change
from transactions.services.progress import Tick, in_silence
from transactions.services.restore_archive import Archive, broken, readable
from transactions.services.restore_ids import NewIds
from transactions.services.restore_values import value_of
from transactions.services.rollups import rollups_settle
from transactions.storage import remove_upload, store_upload

CHUNK = 2000


@dataclass(slots=True)
class Restored:
    """How many rows of each table and how many files were put back."""

    ledger_hash: str
    rows: dict[str, int] = field(default_factory=dict)
    files: int = 0

    @property
    def result(self) -> dict[str, Any]:
        """The same as plain JSON."""
        tables = [{"table": name, "rows": count} for name, count in sorted(self.rows.items())]
        return {"ledger_hash": self.ledger_hash, "tables": tables, "files": self.files}


def export_restore(
    *,
    owner: User,
    stream: IO[bytes],
    tick: Tick = in_silence,
    fence: Callable[[Restored], None] | None = None,
) -> Restored:
    """Put everything back. DomainError, and nothing is left: the account is not empty, the archive is damaged or made
    by hand, or what comes out is not the ledger that was exported. `fence`: of a job, heard at the end of the database
    transaction, which it may still break off."""
    stored: list[str] = []
    with archive_of(stream) as archive:
        try:
            with transaction.atomic():
                hold_ledger(owner, is_restore=fence is not None)
                require_empty(owner)
                clear_rest(owner)
                done = Restoring(owner, archive, stored, tick=tick).run()
                restored = Restored(require_sound(owner, archive), done, len(stored))
                take_person(owner, archive)
                announce_change(owner)
                if fence is not None:
                    fence(restored)
                return restored
        except BaseException as error:
            for path in stored:
                remove_upload(path)
            if isinstance(error, IntegrityError | DataError):
                raise broken("its rows contradict each other") from None
            raise


@contextmanager
def archive_of(stream: IO[bytes]) -> Iterator[Archive]:
    """DomainError where it is none of ours."""
    with ExitStack() as stack:
        with readable():
            opened = stack.enter_context(zipfile.ZipFile(stream))
        yield Archive(opened)


def require_empty(owner: User) -> None:
    for used in (LedgerAccount, Transaction, StatementImport):
        if editable_by(used._default_manager.all(), owner).exists():  # noqa: SLF001 (the documented model API)
            raise DomainError("not_empty", "Restore into a new account: this one has rows already.", status=409)


def clear_rest(owner: User) -> None:
    """What an empty ledger has all the same, such as the first categories, makes room."""
    for model in portable_models():
        rows_of(model, owner).delete()


def require_sound(owner: User, archive: Archive) -> str:
    """The ledger's hash, once it is sure that what has come out is what was exported."""
    rollups_settle(owner=owner)
    _require_known_kinds(owner)
    return _require_same(owner, archive)


def _require_known_kinds(owner: User) -> None:
    """An attachment is a picture or a PDF by its bytes, as it had to be when it was attached."""
    for one in editable_by(Attachment.objects.exclude(stored_as=""), owner):
        with Path(media_path(one.stored_as)).open("rb") as stream:
            kind = file_kind(stream.read(HEAD))
        if kind is None or kind.content_type != one.content_type:
            raise broken("an attachment is not what it says it is")


def _require_same(owner: User, archive: Archive) -> str:
    found = ledger_content_hash(owner=owner)
    if found != archive.manifest["ledger_hash"]:
        raise broken("what comes out is not what was exported")
    wrong = ledger_check(owner=owner)
    if wrong:
        raise broken(str(wrong[0]).rstrip("."))
    return found


def take_person(owner: User, archive: Archive) -> None:
    person = archive.manifest.get("person")
    said = person if isinstance(person, dict) else {}
    code, name = str(said.get("base_currency", "")), str(said.get("display_name", ""))
    owner.base_currency = code if is_currency(code) else ""
    owner.display_name = owner.display_name or name[:120]
    owner.save(update_fields=["base_currency", "display_name"])


Insert = Callable[[type[Model], Sequence[str], Sequence[Sequence[Any]]], None]


class Restoring:
    """One restore under way: new ids first, then every table. `stored`: the files it has put down so far."""

    def __init__(
        self,
        owner: User,
        archive: Archive,
        stored: list[str],
        *,
        insert: Insert = insert_rows,
        tick: Tick = in_silence,
    ) -> None:
        self.owner, self.archive, self.stored = owner, archive, stored
        self._put, self._tick = insert, tick
        self.models = {model.__name__: model for model in portable_models()}
        unknown = archive.tables() - self.models.keys()
        if unknown:
            raise broken(f"it has tables of a newer version ({', '.join(sorted(unknown))})")
        self.ids = {name: NewIds(model) for name, model in self.models.items()}
        self.old = {name: self._number(name) for name in self.models}

    def run(self) -> dict[str, int]:
        done, total = 0, sum(map(len, self.old.values()))
        for name, model in self.models.items():
            for batch in self.batches(name, model):
                self._put(model, [one.name for one in fields_of(model)], batch)
                done += len(batch)
                self._tick(done, total)
        return {name: len(old) for name, old in self.old.items() if old}

    def _number(self, name: str) -> set[int]:
        """The old ids of a table, each with its new one, in the order they were in."""
        old: set[int] = set()
        for row in self.archive.rows(name):
            pk = row.get("id")
            if not isinstance(pk, int) or isinstance(pk, bool) or pk in old:
                raise broken(f"a row of {name} has no number of its own")
            old.add(pk)
            self.ids[name][pk]
        return old

    def batches(self, name: str, model: type[Model]) -> Iterator[list[list[Any]]]:
        """The rows of a table as they go into the database, a few at a time."""
        readers = [self._reader(name, one) for one in fields_of(model)]
        rows = ([read(row) for read in readers] for row in self.archive.rows(name))
        while batch := list(islice(rows, CHUNK)):
            yield batch

    def _reader(self, name: str, one: Field[Any, Any]) -> Callable[[dict[str, Any]], Any]:
        """What makes a column's value of an exported row."""
        column = one.attname
        if one.primary_key:
            return lambda row: self.ids[name][row["id"]]
        if points_at_user(one):
            return lambda row: self.owner.pk if one.name == "owner" or row.get(column) is True else None
        if is_left_behind(one):
            default = None if isinstance(one, ForeignKey) else value_of(one, one.get_default())
            return lambda _row: default
        if isinstance(one, ForeignKey):
            target = one.remote_field.model.__name__
            return lambda row: self._reference(name, one, target, row.get(column))
        if column == FILE_FIELD:
            return lambda row: self._file(row.get(column))
        return self._plain_reader(name, one)

    def _plain_reader(self, name: str, one: Field[Any, Any]) -> Callable[[dict[str, Any]], Any]:
        inside, meant = INSIDE.get(f"{name}.{one.attname}"), PLAIN.get(f"{name}.{one.attname}")
        travel = travel_of(self.models[name])
        carried = travel.columns.get(one.attname) if travel is not None else None

        def read(row: dict[str, Any]) -> Any:
            value = row.get(one.attname, one.get_default()) if one.has_default() else row.get(one.attname)
            if meant is not None and value is not None:
                return self._new(meant, value)
            if inside is not None:
                value = inside(value, self._new)
            try:
                made = value if carried is None else carried({**row, one.attname: value}, self._new)
                return value_of(one, made)
            except (ValidationError, ValueError, TypeError, OverflowError, ArithmeticError):
                raise broken(f"{name}.{one.attname} holds {str(value)[:40]!r}") from None

        return read

    def _new(self, table: str, old: int) -> int:
        if not isinstance(old, int) or isinstance(old, bool):
            raise broken(f"{str(old)[:40]!r} is no number of a row")
        return self.ids[table][old] if table in self.ids else old

    def _reference(self, name: str, one: Field[Any, Any], target: str, old: Any) -> int | None:
        """Only rows of the same archive can be meant: a reference to anything else would reach into another ledger."""
        if old is None and one.null:
            return None
        if not isinstance(old, int) or old not in self.old[target]:
            raise broken(f"{name}.{one.name} names a row that is not in it")
        return self.ids[target][old]

    def _file(self, inside: Any) -> str:
        if not inside or inside in self.archive.missing:
            return ""
        parts = str(inside).split("/")
        if len(parts) != 3 or parts[0] != "files" or parts[1] not in ("imports", "attachments"):
            raise broken("a file lies in a place of its own")
        path = store_upload(self.owner.pk, self._chunks(str(inside)), folder=parts[1])
        self.stored.append(path)
        return path

    def _chunks(self, inside: str) -> Iterator[bytes]:
        return self.archive.chunks(inside)
