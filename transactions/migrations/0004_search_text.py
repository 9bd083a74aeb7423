"""PostgreSQL learns to compare text without case, accents and runs of spaces; SQLite asks Python (models/sql_text.py)."""

import sys
import unicodedata

from django.db import migrations

# What Unicode calls white space and NFKD leaves as it is.
SPACES = r"\u0009-\u000d\u001c-\u0020\u0085\u1680\u2028\u2029"


def escaped(code):
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def combining():
    """All combining marks as ranges of a bracket expression."""
    codes = [code for code in range(sys.maxunicode + 1) if unicodedata.combining(chr(code))]
    ranges, start, last = [], codes[0], codes[0]
    for code in [*codes[1:], None]:
        if code is not None and code == last + 1:
            last = code
            continue
        ranges.append(escaped(start) if start == last else f"{escaped(start)}-{escaped(last)}")
        if code is not None:
            start = last = code
    return "".join(ranges)


def teach(apps, schema_editor):
    connection = schema_editor.connection
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_collation WHERE collname = 'und-x-icu'")
        collation = ' COLLATE "und-x-icu"' if cursor.fetchone() else ""
        cursor.execute(
            f"""
            CREATE OR REPLACE FUNCTION spendwise_fold(value text) RETURNS text
            LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $body$
            SELECT CASE WHEN octet_length(value) = char_length(value) THEN lower(value COLLATE "C") COLLATE "default"
            ELSE replace(replace(lower(
                regexp_replace(normalize(value, NFKD), '[{combining()}]', '', 'g'){collation}
            ), 'ß', 'ss'), 'ς', 'σ') COLLATE "default" END
            $body$;
            CREATE OR REPLACE FUNCTION spendwise_plain(value text) RETURNS text
            LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $body$
            SELECT btrim(regexp_replace(spendwise_fold(value), '[{SPACES}]+', ' ', 'g'), ' ')
            $body$;
            """
        )


def forget(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION IF EXISTS spendwise_plain(text); DROP FUNCTION IF EXISTS spendwise_fold(text)")


class Migration(migrations.Migration):
    dependencies = [("transactions", "0003_history_files")]
    operations = [migrations.RunPython(teach, forget)]
