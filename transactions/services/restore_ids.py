"""New ids for rows that are restored: known before anything is written, so that rows may refer to each other freely."""

from __future__ import annotations

from django.db import connection
from django.db.models import Model

BLOCK = 1000


class NewIds:
    """The ids of one table, old to new. Ids of rows that are gone get a new one too when something names them."""

    def __init__(self, model: type[Model]) -> None:
        self.table = model._meta.db_table  # noqa: SLF001 (the documented model API)
        self.by_old: dict[int, int] = {}
        self._free: list[int] = []
        self._last = -1 if connection.vendor == "postgresql" else _last_used(self.table)

    def __getitem__(self, old: int) -> int:
        if old not in self.by_old:
            self.by_old[old] = self._next()
        return self.by_old[old]

    def _next(self) -> int:
        if connection.vendor != "postgresql":
            self._last += 1
            return self._last
        if not self._free:
            with connection.cursor() as cursor:
                sql = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
                cursor.execute(sql, [f'"{self.table}"', BLOCK])
                self._free = sorted((row[0] for row in cursor.fetchall()), reverse=True)
        return self._free.pop()

    def keep(self) -> None:
        """Never give an id out again that only something that is gone has."""
        if connection.vendor == "sqlite" and self.by_old:
            with connection.cursor() as cursor:
                cursor.execute(
                    "UPDATE sqlite_sequence SET seq = max(seq, %s) WHERE name = %s", [self._last, self.table]
                )
                if not cursor.rowcount:
                    cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [self.table, self._last])


def _last_used(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        found = cursor.fetchone()
    return int(found[0]) if found else 0
