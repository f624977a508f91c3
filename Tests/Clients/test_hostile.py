"""Hostile and broken clients: each gets an error or loses its connection, and nobody else notices."""

import contextlib
import functools
import pathlib
import random
import socket
import struct
import time
import zlib

import pytest
import zstandard

from adapters import offsets
from adapters.confluent import Confluent
from harness import batches
from harness.node import NODES, Node
from harness.records import Record, fresh, noise
from harness.wire import Wire, string

MB = 1 << 20


@pytest.fixture(scope="module")
def target(tmp_path_factory):
    """One node for all of this file: what one attack leaves behind, the next one meets."""
    node = Node(tmp_path_factory.mktemp("hostile-node"))
    node.start()
    with wire(node) as w:
        assert w.create_topic("target", 2) == 0
        assert w.produce("target", 0, batches.batch([b"before"])) == (0, 0)
    yield node
    node.stop()


@pytest.fixture
def node(request, target):
    """The node, which must serve before and after, as the same process."""
    request.node.stash[NODES] = [target]
    if not target.alive:  # an attack before this one took it down, and failed
        target.kill()
        target.start()
    pid = target.pid
    assert_serves(target)
    yield target
    assert target.pid == pid
    target.check_alive()
    assert_serves(target)


def wire(node: Node, timeout: float = 10) -> Wire:
    return Wire("127.0.0.1", node.port, timeout)


def assert_serves(node: Node) -> None:
    """A client that behaves is served, promptly."""
    began = time.monotonic()
    with wire(node) as w:
        error, base = w.produce("target", 1, batches.batch([b"well-behaved"]))
        assert error == 0
        error, high, data = w.fetch("target", 1, base)
        assert error == 0 and high == base + 1 and batches.headers(data)[0]["base"] == base
    assert time.monotonic() - began < 5


def peak_bytes(node: Node) -> int:
    """The most memory that the process has had resident (VmHWM), since it was last reset."""
    for line in pathlib.Path(f"/proc/{node.pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    raise RuntimeError("no VmHWM")


@contextlib.contextmanager
def memory_bounded(node: Node, growth: int):
    """The peak of resident memory grows by no more than this."""
    pathlib.Path(f"/proc/{node.pid}/clear_refs").write_text("5")  # the peak is now what is resident
    before = peak_bytes(node)
    yield
    grown = peak_bytes(node) - before
    assert grown <= growth, f"resident memory grew by {grown / MB:.0f} MiB"


GARBAGE = {
    "zero length": struct.pack(">i", 0),
    "negative length": struct.pack(">i", -1),
    "most negative length": struct.pack(">i", -(1 << 31)),
    "greatest length": struct.pack(">i", (1 << 31) - 1) + b"x" * 100,
    "length of a gigabyte": struct.pack(">i", 1 << 30) + b"x" * 100,
    "http": b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "tls hello": bytes.fromhex("16030100c8010000c40303") + noise(200),
    "noise": b"\x00\x00\x10\x00" + noise(4096),
    "shorter than a header": struct.pack(">i", 3) + b"\x00\x12\x00",
    "unknown api key": struct.pack(">ihhi", 10, 9999, 0, 1) + b"\xff\xff",
    "negative api key": struct.pack(">ihhi", 10, -1, 0, 1) + b"\xff\xff",
    "unserved version of metadata": struct.pack(">ihhi", 10, 3, 999, 1) + b"\xff\xff",
    "client id longer than the frame": struct.pack(">ihhih", 10, 3, 1, 1, 32767),
    "topics beyond the frame": struct.pack(">ihhihi", 14, 3, 1, 1, -1, (1 << 31) - 1),
    "produce that ends before its topics": struct.pack(">ihhihii", 18, 0, 7, 1, -1, 0xFFFF0001 - (1 << 32), 0),
    "flexible header with an endless varint": struct.pack(">ihhih", 30, 3, 12, 1, -1) + b"\xff" * 20,
    "flexible array of 2^32 entries": struct.pack(">ihhih", 16, 3, 12, 1, -1) + b"\x00" + b"\xff\xff\xff\xff\x0f",
}


@pytest.mark.parametrize("what", GARBAGE)
def test_garbage_closes_the_connection_and_takes_no_memory(node, what):
    with memory_bounded(node, 64 * MB), wire(node) as w:
        w.raw(GARBAGE[what])
        assert w.closed_within(5), "the connection is still open"


def test_a_truncated_frame_and_a_close_are_no_news(node):
    with wire(node) as w:
        w.raw(struct.pack(">i", 1000) + b"\x00\x03\x00\x01")
    for cut in range(1, 60, 7):
        with wire(node) as w:
            whole = struct.pack(">i", 60) + w.header(0, 7) + Wire.produce_body("target", 0, batches.batch([b"x"]))
            w.raw(whole[:cut])


def test_an_unsupported_version_of_apiversions_is_answered_with_35_in_v0(node):
    """KIP-511: the connection stays open for the next try."""
    with wire(node) as w:
        w.frame(struct.pack(">hhi", 18, 1000, 77) + string("wire") + b"\x00\x02x\x02y\x00")
        correlation, r = w.receive()
        assert correlation == 77
        assert r.i16() == 35
        keys = {k: (low, high) for k, low, high in r.array(lambda: (r.i16(), r.i16(), r.i16()))}
        assert 18 in keys and keys[18][1] < 1000
        assert w.api_versions()[18] == keys[18]


def test_thousands_of_pipelined_requests_are_answered_in_order(node):
    """Of very different kinds, so that some are ready long before others."""
    topic, count = fresh("pipelined"), 5000
    with wire(node, 60) as w:
        assert w.create_topic(topic) == 0
        began, sent = w.correlation, []
        chunk = b""
        for i in range(count):
            key, version, body = [
                (18, 0, b""),
                (0, 7, Wire.produce_body(topic, 0, batches.batch([b"%d" % i]))),
                (3, 1, struct.pack(">i", 1) + string(topic)),
                (2, 1, struct.pack(">ii", -1, 1) + string(topic) + struct.pack(">iiq", 1, 0, -1)),
                (1, 4, Wire.fetch_body(topic, 0, 0, max_bytes=100, max_wait_ms=0)),
            ][i % 5]
            request = w.header(key, version) + body
            chunk += struct.pack(">i", len(request)) + request
            sent.append(w.correlation)
        # Written by a thread's worth of patience: the server may stop reading while it has too much to answer.
        w.socket.setblocking(False)
        got, pending = [], b""
        end = time.monotonic() + 60
        while len(got) < count:
            assert time.monotonic() < end, f"{len(got)} of {count} answers within 60 s"
            progress = False
            if chunk:
                with contextlib.suppress(BlockingIOError):
                    chunk = chunk[w.socket.send(chunk[:65536]) :]
                    progress = True
            with contextlib.suppress(BlockingIOError):
                part = w.socket.recv(1 << 16)
                assert part, f"closed after {len(got)} answers"
                pending += part
                progress = True
            while len(pending) >= 8 and len(pending) >= 4 + struct.unpack(">i", pending[:4])[0]:
                size, correlation = struct.unpack(">ii", pending[:8])
                got.append(correlation)
                pending = pending[4 + size :]
            if not progress:
                time.sleep(0.001)
        assert began < sent[0] and got == sent
    assert Confluent(node.address).watermarks(topic, 0) == (0, count // 5)


def test_half_open_connections_hinder_nobody(node):
    with contextlib.ExitStack() as stack:
        for i in range(300):
            w = stack.enter_context(wire(node))
            w.raw([b"", b"\x00", b"\x00\x00\x00\x20\x00\x03", struct.pack(">i", MB) + b"x" * 1000][i % 4])
        assert_serves(node)
        offsets(Confluent(node.address).produce("target", 1, [Record(b"beside half-open ones")]))


def test_many_connections_that_come_and_go(node):
    for _ in range(1000):
        wire(node).close()
    with memory_bounded(node, 64 * MB):
        for _ in range(1000):
            w = wire(node)
            w.send(18, 0, b"")
            w.close()


def test_a_reader_that_does_not_read_is_held_back_alone(node):
    """Back-pressure: what a client does not fetch from its socket does not pile up here."""
    topic = fresh("slow")
    with wire(node) as w:
        assert w.create_topic(topic) == 0
        for _ in range(20):
            assert w.produce(topic, 0, batches.batch([noise(900_000)]))[0] == 0
    with memory_bounded(node, 256 * MB), wire(node, 30) as slow:
        slow.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
        slow.socket.settimeout(1)
        asked = 0
        try:
            for _ in range(200):  # 200 answers of 16 MB, if they were all made
                slow.send(1, 4, Wire.fetch_body(topic, 0, 0, max_bytes=16 * MB))
                asked += 1
        except TimeoutError:
            pass  # the server has stopped reading: that is allowed
        end = time.monotonic() + 3
        while time.monotonic() < end:
            assert_serves(node)
            time.sleep(0.1)
        # When at last it reads, the answers come in order and whole.
        slow.socket.settimeout(30)
        for expected in range(1, min(asked, 5) + 1):
            correlation, r = slow.receive()
            assert correlation == expected
            assert len(r.data) > 10 * MB


def test_a_corrupt_batch_is_refused_with_2_and_the_connection_goes_on(node):
    topic = fresh("corrupt")
    with wire(node) as w:
        assert w.create_topic(topic) == 0
        assert w.produce(topic, 0, batches.batch([b"x"], crc=12345))[0] == 2
        good = bytearray(batches.batch([b"some value"]))
        for at in (17, 21, 30, 60, len(good) - 1):  # CRC, attributes, timestamps, count, value
            bad = bytearray(good)
            bad[at] ^= 0x10
            assert w.produce(topic, 0, bytes(bad))[0] == 2, f"a flipped bit at byte {at}"
        assert w.produce(topic, 0, bytes(good)) == (0, 0)
        assert w.list_offset(topic, 0, -1) == (0, -1, 1)


@pytest.mark.parametrize("magic", [3, 4, 127])
def test_an_unknown_magic_is_refused_with_2(node, magic):
    with wire(node) as w:
        assert w.produce("target", 0, batches.batch([b"x"], magic=magic))[0] == 2


WRONG = {
    "no records at all": lambda: b"",
    "cut short": lambda: batches.batch([b"value"])[:-3],
    "only a header's beginning": lambda: batches.batch([b"value"])[:20],
    "two batches": lambda: batches.batch([b"a"]) + batches.batch([b"b"]),
    "more records said than there are": lambda: batches.batch([b"a", b"b"], count=3),
    "fewer records said than there are": lambda: batches.batch([b"a", b"b"], count=1),
    "2^31 records said": lambda: batches.batch([b"a"], count=(1 << 31) - 1),
    "no records said": lambda: batches.batch([], count=0),
    "records that are noise": lambda: batches.batch([b"a"], payload=noise(300)),
    "record of negative length": lambda: batches.batch([b"a"], payload=batches.varint(-5) + b"\0" * 20),
    "record longer than the batch": lambda: batches.batch([b"a"], payload=batches.varint(1 << 30) + b"\0" * 20),
    "unknown codec": lambda: batches.batch([b"a"], codec=7),
    "gzip that is not": lambda: batches.batch([b"a"], codec=1, payload=noise(300)),
    "snappy that is not": lambda: batches.batch([b"a"], codec=2, payload=b"\xff" * 300),
    "lz4 that is not": lambda: batches.batch([b"a"], codec=3, payload=noise(300)),
    "zstd that is not": lambda: batches.batch([b"a"], codec=4, payload=noise(300)),
    "snappy of 4 GB, as it says": lambda: batches.batch([b"a"], codec=2, payload=b"\xff\xff\xff\xff\x0f" + b"\0" * 100),
    "zstd of 2^60 bytes, as it says": lambda: batches.batch(
        [b"a"], codec=4, payload=bytes.fromhex("28b52ffde0") + struct.pack("<Q", 1 << 60) + b"\0" * 50
    ),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_batch_is_refused_or_harmless(node, what):
    """Whatever is decided about it, readers of every kind go on, and what follows it is kept and found."""
    topic = fresh("wrong")
    with memory_bounded(node, 96 * MB), wire(node) as w:
        assert w.create_topic(topic) == 0
        # Validation happens where it must: on a topic that recompresses, or is stamped by the log, it must look inside.
        error, _ = w.produce(topic, 0, WRONG[what]())
        if what not in CHECKED_BY_READERS:
            assert error != 0
        assert w.produce(topic, 0, batches.batch([b"after"]))[0] == 0
        _, _, last = w.list_offset(topic, 0, -1)
        error, high, data = w.fetch(topic, 0, last - 1)
        assert (error, high) == (0, last)
        assert b"after" in data
    for version in (0, 2):  # down-conversion looks inside
        body = struct.pack(">iiii", -1, 100, 1, 1) + string(topic) + struct.pack(">iiqi", 1, 0, 0, MB)
        with wire(node) as w:
            w.send(1, version, body)
            with contextlib.suppress(EOFError, OSError):
                w.receive()


# The header is right and the CRC holds: a server that keeps batches as they are need not look further.
CHECKED_BY_READERS = {
    "fewer records said than there are",
    "more records said than there are",
    "records that are noise",
    "record of negative length",
    "record longer than the batch",
    "gzip that is not",
    "snappy that is not",
    "lz4 that is not",
    "zstd that is not",
    "snappy of 4 GB, as it says",
    "zstd of 2^60 bytes, as it says",
}


def zeros_gzip(size: int) -> bytes:
    """A gzip stream of one record whose value is so many zero bytes."""
    packer = zlib.compressobj(6, zlib.DEFLATED, 31)
    out = packer.compress(bomb_head(size))
    for _ in range(size // MB):
        out += packer.compress(bytes(MB))
    return out + packer.flush()


def bomb_head(size: int) -> bytes:
    """The beginning of a record up to its value: attributes, timestamp and offset deltas, null key, length of the value."""
    body = b"\0" + batches.varint(0) + batches.varint(0) + batches.varint(-1) + batches.varint(size)
    return batches.varint(len(body) + size + 1) + body


def zeros_zstd(size: int) -> bytes:
    packer = zstandard.ZstdCompressor(level=1).compressobj()
    out = packer.compress(bomb_head(size))
    for _ in range(size // MB):
        out += packer.compress(bytes(MB))
    return out + packer.flush()


@functools.cache
def bomb(codec: str) -> bytes:
    """Made once: it takes longer than all that is done with it."""
    number, make, size = BOMBS[codec]
    return batches.batch([b"one"], codec=number, payload=make(size))


BOMBS = {"gzip": (1, zeros_gzip, 512 * MB), "zstd": (4, zeros_zstd, 1024 * MB)}


@pytest.mark.timeout(180)
@pytest.mark.parametrize("codec", BOMBS)
@pytest.mark.parametrize(
    "configs", [{}, {"compression.type": "lz4"}, {"message.timestamp.type": "LogAppendTime"}], ids=["plain", "recompress", "append-time"]
)
def test_a_decompression_bomb_does_not_go_off(node, codec, configs):
    """Neither when it is written, nor when a time is looked up, nor when an old client reads it."""
    topic = fresh("bomb")
    assert len(bomb(codec)) < 1_040_000
    with memory_bounded(node, 300 * MB):
        with wire(node, 60) as w:
            assert w.create_topic(topic, 1, configs) == 0
            with contextlib.suppress(EOFError):
                w.produce(topic, 0, bomb(codec))
        assert_serves(node)
        with wire(node, 60) as w:
            with contextlib.suppress(EOFError):
                w.list_offset(topic, 0, int(time.time() * 1000) - 5)
        for version in (0, 2):
            with wire(node, 60) as w:
                w.send(1, version, struct.pack(">iiii", -1, 100, 1, 1) + string(topic) + struct.pack(">iiqi", 1, 0, 0, MB))
                with contextlib.suppress(EOFError):
                    w.receive()


def test_an_error_with_acks_0_closes_the_connection(node):
    """There is no other way to tell."""
    with wire(node) as w:
        w.send(0, 7, Wire.produce_body("target", 0, batches.batch([b"x"], crc=1), acks=0))
        assert w.closed_within(5)


def test_a_valid_record_with_acks_0_is_not_answered(node):
    topic = fresh("silent")
    with wire(node) as w:
        assert w.create_topic(topic) == 0
        w.send(0, 7, Wire.produce_body(topic, 0, batches.batch([b"x"]), acks=0))
        assert w.list_offset(topic, 0, -1) == (0, -1, 1)  # the next answer is the next request's


@pytest.mark.timeout(180)
def test_mutated_requests_never_take_the_node_down(node):
    """Valid frames with bytes flipped, cut, doubled and lengthened; a fixed seed, so that a failure comes again."""
    chance = random.Random(20240607)
    topic = fresh("fuzzed")
    with wire(node) as w:
        assert w.create_topic(topic) == 0
        served = w.api_versions()
    produce = Wire.produce_body(topic, 0, batches.batch([b"a" * 50, b"b" * 50]))
    names = struct.pack(">i", 1) + string(topic)
    seeds = [
        (18, 0, b""),
        (3, 4, names + b"\0"),
        (3, 12, b"\0" + b"\x02" + bytes(16) + bytes([len(topic) + 1]) + topic.encode() + b"\0" + b"\0\0\0"),
        (0, 7, produce),
        (0, 3, produce),
        (1, 4, Wire.fetch_body(topic, 0, 0, max_wait_ms=0)),
        (2, 1, struct.pack(">ii", -1, 1) + string(topic) + struct.pack(">iiq", 1, 0, -1)),
        (19, 2, names[:4] + string("fuzz-made") + struct.pack(">ihii", 1, 1, 0, 0) + struct.pack(">ib", 1000, 1)),
        (22, 0, string(None) + struct.pack(">i", 1000)),
        (32, 1, struct.pack(">ib", 1, 2) + string(topic) + struct.pack(">ib", -1, 1)),
        (21, 0, struct.pack(">i", 1) + string(topic) + struct.pack(">iiqi", 1, 0, 0, 1000)),
        (60, 0, b"\0\0\0"),
    ]
    last = b""
    with memory_bounded(node, 128 * MB):
        for turn in range(1500):
            key, version, body = chance.choice(seeds)
            if key not in served:
                continue
            try:
                with wire(node, 5) as w:
                    frame = bytearray(w.header(key, version) + body)
                    for _ in range(chance.randint(1, 4)):
                        at = chance.randrange(4, len(frame)) if len(frame) > 4 else 0
                        match chance.randrange(4):
                            case 0:
                                frame[at] ^= 1 << chance.randrange(8)
                            case 1:
                                frame[at : at + 4] = chance.choice([b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\x80\0\0\0", b"\0\0\0\0"])
                            case 2:
                                del frame[at : at + chance.randint(1, 8)]
                            case 3:
                                frame[at:at] = chance.randbytes(chance.randint(1, 8))
                    last = bytes(frame)
                    w.frame(last)
                    w.socket.settimeout(0.02)
                    w.socket.recv(100)
            except (TimeoutError, ConnectionResetError, BrokenPipeError):
                pass
            except ConnectionRefusedError:
                pytest.fail(f"no connection any more; the last frame was {last.hex()}")
            if turn % 20 == 0:
                assert node.alive, f"dead after this frame or one of the 20 before it: {last.hex()}"
    assert_serves(node)
