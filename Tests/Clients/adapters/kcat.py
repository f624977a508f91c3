"""kcat, which stands for the librdkafka that the system packages."""

import itertools
import json
import re
import subprocess

from adapters.base import Client, ClientError
from harness.records import Record

END = b"\x01<end of record>\x02"
KEY = b"\x01<end of key>\x02"
DELIVERED = re.compile(rb"Message delivered to partition (\d+) \(offset (-?\d+)\)")
CODES = {"Message size too large": 10, "Unknown topic or partition": 3, "Unknown topic": 3, "Offset out of range": 1}


def escaped(delimiter: bytes) -> str:
    """A delimiter as kcat's options write it."""
    return "".join(f"\\x{b:02x}" for b in delimiter)


class Kcat(Client):
    name = "kcat"
    codecs = ("none", "gzip", "snappy", "lz4", "zstd")
    features = frozenset("headers null-value empty binary null-vs-empty timestamps-read acks-0 idempotence offsets limit-size".split())

    def _run(self, arguments: list[str], timeout: float, data: bytes = b"") -> tuple[bytes, bytes, int]:
        try:
            done = subprocess.run(["kcat", "-b", self.bootstrap, *arguments], input=data, capture_output=True, timeout=timeout + 5)
        except subprocess.TimeoutExpired as e:
            said = (e.stderr or b"")[-500:].decode(errors="replace")
            raise ClientError(f"kcat did not end within {timeout} s: {said}") from None
        return done.stdout, done.stderr, done.returncode

    @staticmethod
    def _error(stderr: bytes) -> ClientError:
        text = stderr.decode(errors="replace")
        code = next((c for words, c in CODES.items() if words in text), None)
        return ClientError(text.strip()[-500:], code)

    def produce(self, topic, partition, records, *, codec="none", acks="all", idempotent=False, timeout=20.0):
        # Delivery reports come in order within a partition; without a fixed one they cannot be told apart.
        answers: list = []
        # One process sends records that agree in what only its options can say.
        kind = lambda r: (r.key is None, r.value is None, r.headers)  # noqa: E731
        for (no_key, no_value, headers), run in itertools.groupby(records, kind):
            run = list(run)
            arguments = ["-P", "-t", topic, "-vvv", "-D", escaped(END), "-z", codec]
            arguments += ["-X", f"acks={acks}", "-X", "message.max.bytes=10000000", "-X", "linger.ms=5"]
            arguments += ["-X", f"message.timeout.ms={int(timeout * 1000)}", "-X", f"enable.idempotence={str(idempotent).lower()}"]
            arguments += ["-X", "topic.partitioner=murmur2_random"]
            if partition is not None:
                arguments += ["-p", str(partition)]
            if not no_key:
                arguments += ["-K", escaped(KEY)]
            if no_value:
                arguments += ["-Z"]
            for name, value in headers:
                arguments += ["-H", name if value is None else f"{name}={value.decode()}"]
            data = b"".join(((b"" if no_key else r.key + KEY) + (r.value or b"") + END) for r in run)
            _, stderr, status = self._run(arguments, timeout, data)
            told = [(int(p), int(o)) for p, o in DELIVERED.findall(stderr)]
            if status != 0 or len(told) != len(run):
                answers += [self._error(stderr)] * len(run)
            else:
                answers += told
        return answers

    def consume(self, topic, partition, offset, count, timeout=20.0):
        form = "%p %o %T %K %S\n%k%s%h" + END.decode()
        arguments = ["-C", "-t", topic, "-p", str(partition), "-o", str(offset), "-c", str(count), "-f", form, "-q"]
        arguments += ["-X", "fetch.wait.max.ms=100", "-X", "topic.auto.offset.reset=error"]
        stdout, stderr, status = self._run(arguments, timeout)
        if status != 0:
            raise self._error(stderr)
        read, at = [], 0
        while at < len(stdout):
            line_end = stdout.index(b"\n", at)
            part, found, time, key_size, size = map(int, stdout[at:line_end].split())
            at = line_end + 1
            key, at = (None, at) if key_size < 0 else (stdout[at : at + key_size], at + key_size)
            value, at = (None, at) if size < 0 else (stdout[at : at + size], at + size)
            end = stdout.index(END, at)
            pairs = [h.partition("=")[::2] for h in stdout[at:end].decode(errors="replace").split(",") if h]
            headers = tuple((k, None if v == "NULL" else v.encode()) for k, v in pairs)
            at = end + len(END)
            read.append(Record(value, key, headers, time, part, found))
        return read

    def _query(self, topic: str, partition: int, timestamp: int) -> int:
        stdout, stderr, status = self._run(["-Q", "-t", f"{topic}:{partition}:{timestamp}"], 10)
        found = re.search(rb"\[\d+\] offset (-?\d+)", stdout)
        if status != 0 or not found:
            raise self._error(stderr + stdout)
        return int(found.group(1))

    def watermarks(self, topic, partition):
        return self._query(topic, partition, -2), self._query(topic, partition, -1)

    def offset_for_time(self, topic, partition, timestamp):
        return self._query(topic, partition, timestamp)

    def _metadata(self, *more: str) -> dict:
        stdout, stderr, status = self._run(["-L", "-J", *more], 10)
        if status != 0:
            raise self._error(stderr)
        return json.loads(stdout)

    def topics(self):
        return {t["topic"]: len(t["partitions"]) for t in self._metadata()["topics"]}

    def describe_topic(self, name):
        # Metadata of librdkafka's legacy call allows auto-creation, so ask for all and pick.
        for topic in self._metadata()["topics"]:
            if topic["topic"] == name:
                return sorted(p["partition"] for p in topic["partitions"])
        raise ClientError(f"{name} is not listed", 3)

    def describe_cluster(self):
        return sorted(b["name"] for b in self._metadata()["brokers"])
