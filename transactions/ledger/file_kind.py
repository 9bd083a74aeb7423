"""What a file is, by its first bytes: the few kinds that may be attached to a transaction."""

from __future__ import annotations

from dataclasses import dataclass

HEAD = 64
"""How many bytes of a file are looked at."""


@dataclass(frozen=True, slots=True)
class FileKind:
    """A media type and the ending its files have."""

    content_type: str
    ending: str


PNG = FileKind("image/png", ".png")
JPEG = FileKind("image/jpeg", ".jpg")
WEBP = FileKind("image/webp", ".webp")
HEIC = FileKind("image/heic", ".heic")
PDF = FileKind("application/pdf", ".pdf")
FILE_KINDS = (PNG, JPEG, WEBP, HEIC, PDF)

OTHER_ENDINGS = {".jpg": (".jpeg", ".jpe"), ".heic": (".heif",)}
HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
HEVC_BRANDS = HEIC_BRANDS - {b"mif1", b"msf1"}


def file_kind(head: bytes) -> FileKind | None:
    """The kind of a file that begins with `head` (at least HEAD bytes of it, if it has them); None for any other."""
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return WEBP
    if head.startswith(b"%PDF-"):
        return PDF
    return HEIC if _is_heic(head) else None


def _is_heic(head: bytes) -> bool:
    """An ISO media file whose first box names HEIC: as its main brand, or, under a general one, among the others
    (AVIF has the same general brands)."""
    if head[4:8] != b"ftyp" or head[8:12] not in HEIC_BRANDS:
        return False
    size = int.from_bytes(head[:4], "big")
    brands = {head[8:12], *(head[at : at + 4] for at in range(16, min(size, len(head)), 4))}
    return bool(brands & HEVC_BRANDS)


def with_ending(name: str, kind: FileKind) -> str:
    """The name with an ending that says what the file is."""
    stem, dot, ending = name.rpartition(".")
    if dot and f".{ending.lower()}" in (kind.ending, *OTHER_ENDINGS.get(kind.ending, ())):
        return name
    return f"{name}{kind.ending}" if not dot or not stem else f"{stem}{kind.ending}"
