"""Producers that go on through the death of the node, and remember what was acknowledged to them."""

import abc
import asyncio
import base64
import hashlib
import json
import re
import subprocess
import threading
import time

from aiokafka import AIOKafkaProducer
from confluent_kafka import Producer
from kafka import KafkaProducer

from adapters.goprogram import program

PATIENCE = 120  # seconds a client goes on trying one record


def payload(name: str, n: int) -> bytes:
    """The value of a producer's nth record: told by its name and number alone, of very different sizes."""
    digest = hashlib.blake2b(f"{name}:{n}".encode()).digest()
    size = 40 + int.from_bytes(digest[:2], "big") % (200 if n % 10 else 4000)
    return f"{name}:{n}:".encode() + (digest * (size // 64 + 1))[:size]


def number(value: bytes) -> int:
    """The n of a payload."""
    return int(value.split(b":", 2)[1])


class Load(abc.ABC):
    """One producer with one topic, on a thread of its own, at a bounded rate.

    `acknowledged` maps n to (partition, offset); the offset is None where the client is not told. Records may be lost to the
    client only as an entry in `errors`.
    """

    exactly_once = True
    rate = 600  # records a second

    def __init__(self, name: str, bootstrap: str, topic: str, partitions: int):
        self.name, self.bootstrap, self.topic, self.partitions = name, bootstrap, topic, partitions
        self.acknowledged: dict[int, tuple[int, int | None]] = {}
        self.errors: list[str] = []
        self.sent = 0
        self.stopping = threading.Event()
        self.thread = threading.Thread(target=self._guarded, name=name, daemon=True)

    def start(self) -> "Load":
        self.thread.start()
        return self

    def finish(self, timeout: float) -> None:
        """No more records; waits until each that was sent has its verdict."""
        self.stopping.set()
        self.thread.join(timeout)
        if self.thread.is_alive():
            self.errors.append(f"{self.name} did not come to an end within {timeout} s")

    def _guarded(self) -> None:
        try:
            self.work()
        except Exception as e:  # the test reads it from here
            self.errors.append(f"{self.name}: {type(e).__name__}: {e}")

    def numbers(self):
        """0, 1, 2... at the rate, until it is to stop."""
        began = time.monotonic()
        while not self.stopping.is_set():
            yield self.sent
            self.sent += 1
            ahead = self.sent / self.rate - (time.monotonic() - began)
            if ahead > 0:
                time.sleep(ahead)

    @abc.abstractmethod
    def work(self) -> None: ...


class ConfluentLoad(Load):
    def work(self):
        producer = Producer(
            {
                "bootstrap.servers": self.bootstrap,
                "enable.idempotence": True,
                "linger.ms": 2,
                "message.timeout.ms": PATIENCE * 1000,
                "reconnect.backoff.max.ms": 500,
                "compression.type": "lz4",
                "log_level": 0,
            }
        )

        def delivered(n):
            def callback(error, message):
                if error:
                    self.errors.append(f"{self.name}: record {n}: {error}")
                else:
                    self.acknowledged[n] = message.partition(), message.offset()

            return callback

        for n in self.numbers():
            producer.produce(self.topic, payload(self.name, n), partition=n % self.partitions, on_delivery=delivered(n))
            producer.poll(0)
        producer.flush(PATIENCE)


class KafkaPythonLoad(Load):
    rate = 300

    def work(self):
        producer = KafkaProducer(
            bootstrap_servers=[self.bootstrap],
            enable_idempotence=True,
            linger_ms=2,
            request_timeout_ms=5000,
            delivery_timeout_ms=PATIENCE * 1000,
            max_block_ms=PATIENCE * 1000,
            reconnect_backoff_max_ms=500,
        )

        def told(n):
            def callback(meta):
                self.acknowledged[n] = meta.partition, meta.offset

            return callback

        def failed(n):
            return lambda error: self.errors.append(f"{self.name}: record {n}: {error!r}")

        for n in self.numbers():
            future = producer.send(self.topic, payload(self.name, n), partition=n % self.partitions)
            future.add_callback(told(n))
            future.add_errback(failed(n))
        producer.flush(PATIENCE)
        producer.close(timeout=10)


class AioKafkaLoad(Load):
    rate = 300

    def work(self):
        asyncio.run(self._work())

    async def _work(self):
        producer = AIOKafkaProducer(
            bootstrap_servers=self.bootstrap,
            enable_idempotence=True,
            linger_ms=2,
            request_timeout_ms=PATIENCE * 1000,
            retry_backoff_ms=100,
            compression_type="gzip",
        )
        await producer.start()
        pending = set()

        def done(n):
            def callback(future):
                pending.discard(future)
                if future.cancelled() or future.exception():
                    self.errors.append(f"{self.name}: record {n}: {'cancelled' if future.cancelled() else future.exception()!r}")
                else:
                    self.acknowledged[n] = future.result().partition, future.result().offset

            return callback

        began = time.monotonic()
        while not self.stopping.is_set():
            n = self.sent
            future = await producer.send(self.topic, payload(self.name, n), partition=n % self.partitions)
            self.sent += 1
            pending.add(future)
            future.add_done_callback(done(n))
            await asyncio.sleep(max(0, self.sent / self.rate - (time.monotonic() - began)))
        await producer.stop()
        if pending:
            await asyncio.wait(pending, timeout=PATIENCE)


class ProcessLoad(Load):
    """A producer in a process of its own, fed through its standard input."""

    def command(self) -> list[str]:
        raise NotImplementedError

    def entry(self, n: int) -> bytes:
        """Record n as the program reads it."""
        raise NotImplementedError

    def listen(self, process: subprocess.Popen) -> None:
        """Reads the program's acknowledgements to their end."""
        raise NotImplementedError

    def work(self):
        process = subprocess.Popen(self.command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        listener = threading.Thread(target=self.listen, args=(process,), daemon=True)
        listener.start()
        try:
            for n in self.numbers():
                process.stdin.write(self.entry(n))
                process.stdin.flush()
            process.stdin.close()
            status = process.wait(PATIENCE)
            if status != 0:
                self.errors.append(f"{self.name} ended with status {status}")
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
            listener.join(10)


class GoLoad(ProcessLoad):
    def entry(self, n):
        value = base64.b64encode(payload(self.name, n)).decode()
        return json.dumps({"index": n, "key": None, "value": value, "headers": [], "timestamp": None}).encode() + b"\n"

    def listen(self, process):
        drain = threading.Thread(target=process.stderr.read, daemon=True)
        drain.start()
        for text in process.stdout:
            x = json.loads(text)
            if "error" in x:
                self.errors.append(f"{self.name}: {x}")
            else:
                self.acknowledged[x["index"]] = x["partition"], x.get("offset")
        drain.join(5)


class SaramaLoad(GoLoad):
    """Not idempotent: a record may be there twice, but never not."""

    exactly_once = False

    def command(self):
        flags = ["-topic", self.topic, "-partition", "0", "-codec", "snappy", "-retries", "100000"]
        return [program("sarama-client"), "produce", "-brokers", self.bootstrap, *flags]


class KafkaGoLoad(GoLoad):
    """Not idempotent, and it is told no offsets."""

    exactly_once = False
    rate = 400

    def command(self):
        flags = ["-topic", self.topic, "-batch", "20", "-retry-seconds", str(PATIENCE), "-codec", "gzip", "-timeout", "5s"]
        return [program("kafkago-client"), "produce", "-broker", self.bootstrap, *flags]


class KcatLoad(ProcessLoad):
    """Idempotent into one partition, so that its reports come in the order of the records."""

    end = b"\x01<end>\x02"

    def command(self):
        settings = ["enable.idempotence=true", "linger.ms=2", f"message.timeout.ms={PATIENCE * 1000}", "reconnect.backoff.max.ms=500"]
        options = [x for s in settings for x in ("-X", s)]
        delimiter = "".join(f"\\x{b:02x}" for b in self.end)
        return ["kcat", "-b", self.bootstrap, "-P", "-t", self.topic, "-p", "0", "-E", "-vvv", "-D", delimiter, *options]

    def entry(self, n):
        return payload(self.name, n) + self.end

    def listen(self, process):
        drain = threading.Thread(target=process.stdout.read, daemon=True)
        drain.start()
        n = 0
        for text in process.stderr:
            delivered = re.search(rb"Message delivered to partition (\d+) \(offset (\d+)\)", text)
            if delivered:
                self.acknowledged[n] = int(delivered.group(1)), int(delivered.group(2))
                n += 1
            elif b"Delivery failed" in text:
                self.errors.append(f"{self.name}: {text.decode(errors='replace').strip()}")
        drain.join(5)
