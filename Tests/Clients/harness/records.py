"""What is sent and what came back, and the records that are worth sending."""

import dataclasses
import itertools
import random
import time
import uuid


@dataclasses.dataclass(frozen=True)
class Record:
    """A record to send, or one that was read (then with partition and offset)."""

    value: bytes | None
    key: bytes | None = None
    headers: tuple[tuple[str, bytes | None], ...] = ()
    timestamp: int | None = None  # ms; None lets the client choose
    partition: int | None = None
    offset: int | None = None
    timestamp_type: str | None = None  # "create" or "append", where the client tells


counter = itertools.count(1)


def fresh(prefix: str) -> str:
    """A name that no other test uses."""
    return f"{prefix}-{next(counter)}-{uuid.uuid4().hex[:8]}"


def noise(size: int, seed: int = 7) -> bytes:
    """Bytes that do not compress."""
    return random.Random(seed).randbytes(size)


BASE = int(time.time() * 1000) - 60_000  # recent, so that no retention applies


def repertoire(features: frozenset[str]) -> list[Record]:
    """Records of every shape that a client with these features can send."""
    text = "Zürich 東京 🐦 naïve".encode()
    made = [
        Record(b"plain", b"key"),
        Record(b"no key", None),
        Record(text, text),
        Record(b"a" * 10_000, b"compressible"),
        Record(noise(40_000), b"incompressible"),
    ]
    if "binary" in features:
        made.append(Record(bytes(range(256)), bytes(reversed(range(256)))))
    if "empty" in features:
        made += [Record(b"", b"empty value"), Record(b"empty key", b"")]
    if "null-value" in features:
        made.append(Record(None, b"tombstone"))
    if "headers" in features:
        made.append(Record(b"headers", b"h", (("a", b"1"), ("b", b""), ("a", "wörld".encode()), ("ключ", b"x"))))
    if "null-headers" in features:
        made.append(Record(b"null header", b"h", (("a", None), ("b", b"2"))))
    if "binary-headers" in features:
        made.append(Record(b"binary header", b"h", (("raw", bytes(range(256))),)))
    if "timestamps" in features:
        made = [dataclasses.replace(r, timestamp=BASE + 1000 * i) for i, r in enumerate(made)]
    return made


def expect_equal(sent: list[Record], read: list[Record], writer: frozenset[str], reader: frozenset[str], first: int = 0) -> None:
    """Fails unless what was read is what was sent, byte for byte, as far as both clients can tell."""
    assert len(read) == len(sent)
    for i, (s, r) in enumerate(zip(sent, read)):
        where = f"record {i}"
        assert r.offset == first + i, f"{where}: offset {r.offset}, not {first + i}"

        def same(a, b, what, where=where):
            if "null-vs-empty" not in reader:
                a, b = a or b"", b or b""
            assert a == b, f"{where}: {what} sent {preview(a)}, read {preview(b)}"

        same(s.key, r.key, "key")
        same(s.value, r.value, "value")
        if "headers" in writer and "headers" in reader and (is_text(s.headers) or "binary-headers" in reader):
            assert readable(s.headers, reader) == readable(r.headers, reader), f"{where}: headers {s.headers} became {r.headers}"
        if s.timestamp is not None and "timestamps-read" in reader:
            assert r.timestamp == s.timestamp, f"{where}: timestamp {s.timestamp} became {r.timestamp}"


def is_text(headers) -> bool:
    """Whether header values are plain text, which every reader can show."""
    return all(v is None or (v.isascii() and v.decode().isprintable()) or v == "wörld".encode() for _, v in headers)


def readable(headers, reader: frozenset[str]):
    """Headers as far as the reader can tell them apart."""
    if "null-headers" in reader:
        return tuple(headers)
    return tuple((k, v or b"") for k, v in headers)


def preview(data: bytes | None) -> str:
    return repr(data) if data is None or len(data) < 60 else f"{data[:40]!r}... ({len(data)} bytes)"
