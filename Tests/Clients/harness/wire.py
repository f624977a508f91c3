"""A raw Kafka-protocol client: enough to look at what a server really says, and to say what no library would."""

import socket
import struct
import time


class Reader:
    """Reads the classic (not flexible) encodings from bytes; EOFError when they end early."""

    def __init__(self, data: bytes):
        self.data, self.at = data, 0

    def take(self, count: int) -> bytes:
        if count < 0 or self.at + count > len(self.data):
            raise EOFError(f"{count} bytes wanted at {self.at} of {len(self.data)}")
        self.at += count
        return self.data[self.at - count : self.at]

    def number(self, fmt: str) -> int:
        return struct.unpack(">" + fmt, self.take(struct.calcsize(fmt)))[0]

    def i8(self) -> int:
        return self.number("b")

    def i16(self) -> int:
        return self.number("h")

    def i32(self) -> int:
        return self.number("i")

    def i64(self) -> int:
        return self.number("q")

    def string(self) -> str | None:
        n = self.i16()
        return None if n < 0 else self.take(n).decode()

    def blob(self) -> bytes | None:
        n = self.i32()
        return None if n < 0 else self.take(n)

    def array(self, element) -> list:
        return [element() for _ in range(max(0, self.i32()))]


def string(text: str | None) -> bytes:
    """A classic nullable string."""
    return b"\xff\xff" if text is None else struct.pack(">h", len(text.encode())) + text.encode()


def blob(data: bytes | None) -> bytes:
    """Classic nullable bytes."""
    return b"\xff\xff\xff\xff" if data is None else struct.pack(">i", len(data)) + data


class Wire:
    """One TCP connection. Requests may be pipelined: `send` returns the correlation id, `receive` the next answer."""

    def __init__(self, host: str, port: int, timeout: float = 10):
        self.socket = socket.create_connection((host, port), timeout)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.correlation = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self) -> None:
        self.socket.close()

    def raw(self, data: bytes) -> None:
        """Bytes as they are, without a frame."""
        self.socket.sendall(data)

    def frame(self, payload: bytes) -> None:
        """A frame: length and payload."""
        self.raw(struct.pack(">i", len(payload)) + payload)

    def header(self, key: int, version: int, client_id: str | None = "wire") -> bytes:
        """A classic request header (v1) with the next correlation id."""
        self.correlation += 1
        return struct.pack(">hhi", key, version, self.correlation) + string(client_id)

    def send(self, key: int, version: int, body: bytes) -> int:
        self.frame(self.header(key, version) + body)
        return self.correlation

    def read_exactly(self, count: int) -> bytes:
        parts = []
        while count:
            part = self.socket.recv(min(count, 1 << 20))
            if not part:
                raise EOFError("connection closed")
            parts.append(part)
            count -= len(part)
        return b"".join(parts)

    def receive(self) -> tuple[int, Reader]:
        """The next answer: its correlation id, and its body."""
        size = struct.unpack(">i", self.read_exactly(4))[0]
        assert 4 <= size <= 256 << 20, f"an answer of {size} bytes"
        body = self.read_exactly(size)
        return struct.unpack(">i", body[:4])[0], Reader(body[4:])

    def call(self, key: int, version: int, body: bytes) -> Reader:
        sent = self.send(key, version, body)
        got, reader = self.receive()
        assert got == sent, f"answer {got} to request {sent}"
        return reader

    def closed_within(self, seconds: float) -> bool:
        """Whether the server closes the connection in this time, whatever else it sends before."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.socket.settimeout(max(0.01, end - time.monotonic()))
            try:
                if not self.socket.recv(1 << 16):
                    return True
            except TimeoutError:
                return False
            except OSError:
                return True
        return False

    # One method an API, at one convenient version.

    def api_versions(self) -> dict[int, tuple[int, int]]:
        """ApiVersions v0: API key -> lowest and highest version served."""
        r = self.call(18, 0, b"")
        assert r.i16() == 0
        return {k: (low, high) for k, low, high in r.array(lambda: (r.i16(), r.i16(), r.i16()))}

    def metadata(self, topics: list[str] | None) -> dict:
        """Metadata v4 without auto-creation; None asks for all topics."""
        names = b"\xff\xff\xff\xff" if topics is None else struct.pack(">i", len(topics)) + b"".join(map(string, topics))
        r = self.call(3, 4, names + b"\0")
        r.i32()
        brokers = r.array(lambda: (r.i32(), r.string(), r.i32(), r.string()))
        cluster, controller = r.string(), r.i32()

        def partition():
            return {"error": r.i16(), "index": r.i32(), "leader": r.i32(), "replicas": r.array(r.i32), "isr": r.array(r.i32)}

        found = r.array(lambda: {"error": r.i16(), "name": r.string(), "internal": r.i8(), "partitions": r.array(partition)})
        return {"brokers": brokers, "cluster": cluster, "controller": controller, "topics": found}

    def create_topic(self, name: str, partitions: int = 1, configs: dict[str, str] | None = None) -> int:
        """CreateTopics v2; the error code."""
        entries = list((configs or {}).items())
        body = struct.pack(">i", 1) + string(name) + struct.pack(">ihi", partitions, 1, 0)
        body += struct.pack(">i", len(entries)) + b"".join(string(k) + string(v) for k, v in entries)
        r = self.call(19, 2, body + struct.pack(">ib", 20000, 0))
        r.i32()
        return r.array(lambda: (r.string(), r.i16(), r.string()))[0][1]

    def set_cluster_default(self, name: str, value: str) -> int:
        """IncrementalAlterConfigs v0 of the defaults of all brokers, which the client libraries refuse to name; the error code."""
        resource = struct.pack(">ib", 1, 4) + string("") + struct.pack(">i", 1) + string(name) + b"\0" + string(value)
        r = self.call(44, 0, resource + b"\0")
        r.i32()
        return r.array(lambda: (r.i16(), r.string(), r.i8(), r.string()))[0][0]

    @staticmethod
    def produce_body(topic: str, partition: int, records: bytes | None, acks: int = -1, timeout_ms: int = 10000) -> bytes:
        """The body of Produce v3 to v8 for one partition."""
        body = string(None) + struct.pack(">hii", acks, timeout_ms, 1) + string(topic)
        return body + struct.pack(">ii", 1, partition) + blob(records)

    @staticmethod
    def produce_answer(r: Reader) -> tuple[int, int]:
        """Error code and base offset of a one-partition answer to Produce v5 to v7."""
        parts = r.array(lambda: (r.string(), r.array(lambda: (r.i32(), r.i16(), r.i64(), r.i64(), r.i64()))))
        return parts[0][1][0][1], parts[0][1][0][2]

    def produce(self, topic: str, partition: int, records: bytes | None) -> tuple[int, int]:
        """Produce v7, acks=all: error code and base offset."""
        return self.produce_answer(self.call(0, 7, self.produce_body(topic, partition, records)))

    @staticmethod
    def fetch_body(topic: str, partition: int, offset: int, max_bytes: int = 8 << 20, max_wait_ms: int = 500) -> bytes:
        """The body of Fetch v4 for one partition, read uncommitted."""
        body = struct.pack(">iiiib", -1, max_wait_ms, 1, max_bytes, 0) + struct.pack(">i", 1) + string(topic)
        return body + struct.pack(">iiqi", 1, partition, offset, max_bytes)

    def fetch(self, topic: str, partition: int, offset: int, **limits) -> tuple[int, int, bytes]:
        """Fetch v4: error code, high watermark and the batches' bytes."""
        r = self.call(1, 4, self.fetch_body(topic, partition, offset, **limits))
        r.i32()

        def part():
            index, error, high, stable = r.i32(), r.i16(), r.i64(), r.i64()
            r.array(lambda: (r.i64(), r.i64()))
            return index, error, high, stable, r.blob() or b""

        found = r.array(lambda: (r.string(), r.array(part)))
        _, error, high, _, data = found[0][1][0]
        return error, high, data

    def list_offset(self, topic: str, partition: int, timestamp: int) -> tuple[int, int, int]:
        """ListOffsets v1: error code, timestamp and offset; timestamp -1 asks for the end, -2 for the beginning."""
        body = struct.pack(">i", -1) + struct.pack(">i", 1) + string(topic) + struct.pack(">iiq", 1, partition, timestamp)
        r = self.call(2, 1, body)
        return r.array(lambda: (r.string(), r.array(lambda: (r.i32(), r.i16(), r.i64(), r.i64()))))[0][1][0][1:]

    def init_producer_id(self) -> tuple[int, int]:
        """InitProducerId v0 without a transactional id: producer id and epoch."""
        r = self.call(22, 0, string(None) + struct.pack(">i", 60000))
        r.i32()
        error, producer, epoch = r.i16(), r.i64(), r.i16()
        assert error == 0, f"InitProducerId answers {error}"
        return producer, epoch
