"""Record batches (message format v2): built, also wrongly on purpose, and read."""

import gzip
import struct
import time

import crc32c

from harness.wire import Wire

CODECS = {"none": 0, "gzip": 1, "snappy": 2, "lz4": 3, "zstd": 4}


def varint(n: int) -> bytes:
    """A zigzag variable-length number."""
    n = (n << 1) ^ (n >> 63)
    out = bytearray()
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    out.append(n)
    return bytes(out)


def record(delta: int, value: bytes | None, key: bytes | None = None) -> bytes:
    """One record without headers."""

    def field(b):
        return varint(-1) if b is None else varint(len(b)) + b

    body = b"\0" + varint(0) + varint(delta) + field(key) + field(value) + varint(0)
    return varint(len(body)) + body


def batch(
    values: list[bytes],
    *,
    codec: int = 0,
    payload: bytes | None = None,
    magic: int = 2,
    crc: int | None = None,
    count: int | None = None,
    producer: tuple[int, int, int] = (-1, -1, -1),
    timestamp: int | None = None,
) -> bytes:
    """A batch of these values. `payload` replaces the records' bytes; gzip (codec 1) compresses them; `crc` and `count` lie."""
    records = b"".join(record(i, v) for i, v in enumerate(values)) if payload is None else payload
    if codec == 1 and payload is None:
        records = gzip.compress(records)
    said = len(values) if count is None else count
    now = int(time.time() * 1000) if timestamp is None else timestamp
    tail = struct.pack(">hiqqqhii", codec, said - 1, now, now, *producer, said) + records
    checksum = crc32c.crc32c(tail) if crc is None else crc
    head = struct.pack(">ibI", 0, magic, checksum)
    return struct.pack(">qi", 0, len(head) + len(tail)) + head + tail


def headers(data: bytes) -> list[dict]:
    """The header of each whole batch (or message-set entry, magic < 2) in fetched bytes. Checks each CRC32C."""
    found, at = [], 0
    while at + 17 <= len(data):
        base, length = struct.unpack(">qi", data[at : at + 12])
        if at + 12 + length > len(data):
            break
        entry = data[at : at + 12 + length]
        at += 12 + length
        magic = entry[16]
        if magic < 2:
            found.append({"base": base, "magic": magic, "codec": entry[17] & 7, "bytes": entry})
            continue
        crc, attributes, last_delta, first_time, max_time, producer, epoch, sequence, count = struct.unpack(">IhiqqqhiI", entry[17:61])
        assert crc == crc32c.crc32c(entry[21:]), f"batch at {base}: wrong CRC32C"
        found.append(
            {
                "base": base,
                "magic": magic,
                "codec": attributes & 7,
                "log_append_time": bool(attributes & 8),
                "last": base + last_delta,
                "count": count,
                "first_timestamp": first_time,
                "max_timestamp": max_time,
                "producer": producer,
                "epoch": epoch,
                "sequence": sequence,
                "bytes": entry,
            }
        )
    return found


def stored(node, topic: str, partition: int = 0, offset: int = 0) -> list[dict]:
    """The headers of all batches of a partition from an offset on, as Fetch v4 gives them."""
    with Wire("127.0.0.1", node.port) as wire:
        found = []
        while True:
            error, high, data = wire.fetch(topic, partition, offset)
            assert error == 0, f"fetch answers {error}"
            got = headers(data)
            if not got:
                return found
            found += got
            offset = got[-1]["last"] + 1
            if offset >= high:
                return found
