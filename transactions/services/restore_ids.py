"""New ids for rows that are restored: known before anything is written, so that rows may refer to each other freely."""

from __future__ import annotations

from django.db import connection, transaction
from django.db.models import Model

FIRST, MOST = 25, 5000


class NewIds:
    """The ids of one table, old to new. Ids of rows that are gone get a new one too when something names them.

    They are the restore's alone from the moment they are known, in whatever database transaction they are used.
    """

    def __init__(self, model: type[Model]) -> None:
        self.table = model._meta.db_table  # noqa: SLF001 (the documented model API)
        self.by_old: dict[int, int] = {}
        self._free: list[int] = []
        self._block = FIRST

    def __getitem__(self, old: int) -> int:
        if old not in self.by_old:
            self.by_old[old] = self._next()
        return self.by_old[old]

    def _next(self) -> int:
        if not self._free:
            self._free = sorted(self._reserve(self._block), reverse=True)
            self._block = min(self._block * 2, MOST)
        return self._free.pop()

    def _reserve(self, count: int) -> list[int]:
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                sql = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
                cursor.execute(sql, [f'"{self.table}"', count])
                return [row[0] for row in cursor.fetchall()]
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("UPDATE sqlite_sequence SET seq = seq + %s WHERE name = %s", [count, self.table])
            if not cursor.rowcount:
                cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [self.table, count])
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [self.table])
            last = int(cursor.fetchone()[0])
        return list(range(last - count + 1, last + 1))
