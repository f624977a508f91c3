"""The two Go libraries, each through a small program (see go/)."""

import base64
import json
import os
import pathlib
import subprocess

from adapters.base import Client, ClientError
from harness.records import Record

ROOT = pathlib.Path(__file__).resolve().parents[3]
ACKS = {"all": -1, 1: 1, 0: 0}


def program(name: str) -> str:
    """Path of a built program; scripts/setup-clients builds them."""
    path = pathlib.Path(os.environ.get("MARTLET_CLIENTS_GO", ROOT / ".build/clients-go")) / name
    if not path.exists():
        raise RuntimeError(f"{path} is missing: run scripts/setup-clients")
    return str(path)


def encoded(data: bytes | None) -> str | None:
    return None if data is None else base64.b64encode(data).decode()


def decoded(text: str | None) -> bytes | None:
    return None if text is None else base64.b64decode(text)


def line(index: int, r: Record) -> str:
    """A record as the programs read it."""
    headers = [{"key": k, "value": encoded(v)} for k, v in r.headers]
    return json.dumps({"index": index, "key": encoded(r.key), "value": encoded(r.value), "headers": headers, "timestamp": r.timestamp})


def run(arguments: list[str], data: str = "", timeout: float = 30) -> list[dict]:
    """Runs a program; its JSON lines. A line with only an error, or a failing status, becomes ClientError."""
    try:
        done = subprocess.run(arguments, input=data.encode(), capture_output=True, timeout=timeout + 5)
    except subprocess.TimeoutExpired as e:
        raise ClientError(f"{arguments[0]} did not end within {timeout} s: {(e.stderr or b'')[-500:]!r}") from None
    lines = [json.loads(x) for x in done.stdout.splitlines()]
    if done.returncode != 0:
        said = lines[-1] if lines else {"error": done.stderr.decode(errors="replace")[-500:]}
        raise ClientError(said.get("error", "failed"), said.get("code"))
    return lines


def acknowledgements(lines: list[dict], count: int, with_offsets: bool) -> list:
    answers: list = [ClientError("no answer")] * count
    for x in lines:
        if "error" in x:
            answers[x["index"]] = ClientError(x["error"], x.get("code"))
        else:
            answers[x["index"]] = (x["partition"], x["offset"] if with_offsets else None)
    return answers


def record(x: dict) -> Record:
    headers = tuple((h["key"], decoded(h["value"])) for h in x.get("headers") or [])
    return Record(decoded(x["value"]), decoded(x["key"]), headers, x["timestamp"], x["partition"], x["offset"])


class Sarama(Client):
    """Sarama 1.22 speaking as for one release of Kafka: Produce up to v3, Fetch up to v4, ListOffsets up to v1."""

    name = "sarama"
    version = "2.1.0"
    # zstd is left out: this library sends it in Produce v3, where Kafka refuses it (see test_old_versions).
    codecs = ("none", "gzip", "snappy", "lz4")
    features = frozenset(
        "headers binary-headers null-value empty binary timestamps null-vs-empty timestamps-read acks-0 idempotence offsets "
        "limit-size".split()
    )

    def command(self, name: str, **flags) -> list[str]:
        arguments = [program("sarama-client"), name, "-brokers", self.bootstrap, "-version", self.version]
        return arguments + [f"-{k.replace('_', '-')}={str(v).lower() if isinstance(v, bool) else v}" for k, v in flags.items()]

    def produce(self, topic, partition, records, *, codec="none", acks="all", idempotent=False, timeout=20.0):
        command = self.command(
            "produce",
            topic=topic,
            partition=-1 if partition is None else partition,
            codec=codec,
            acks=ACKS[acks],
            idempotent=idempotent,
            max_bytes=10_000_000,
        )
        lines = run(command, "\n".join(line(i, r) for i, r in enumerate(records)), timeout)
        return acknowledgements(lines, len(records), True)

    def consume(self, topic, partition, offset, count, timeout=20.0):
        command = self.command("consume", topic=topic, partition=partition, offset=offset, count=count, timeout=f"{timeout}s")
        return [record(x) for x in run(command, timeout=timeout)]

    def _offset(self, topic, partition, timestamp):
        return run(self.command("offset", topic=topic, partition=partition, timestamp=timestamp))[0]["offset"]

    def watermarks(self, topic, partition):
        return self._offset(topic, partition, -2), self._offset(topic, partition, -1)

    def offset_for_time(self, topic, partition, timestamp):
        return self._offset(topic, partition, timestamp)

    def topics(self):
        return run(self.command("list-topics"))[0]

    def create_topic(self, name, partitions, configs=None):
        run(self.command("create-topic", topic=name, count=partitions, configs=joined(configs)))

    def delete_topic(self, name):
        run(self.command("delete-topic", topic=name))

    def describe_topic(self, name):
        return run(self.command("describe-topic", topic=name))[0]["partitions"]

    def create_partitions(self, name, count):
        run(self.command("create-partitions", topic=name, count=count))

    def describe_configs(self, topic):
        return run(self.command("describe-config", topic=topic))[0]

    def alter_configs(self, topic, configs):
        run(self.command("alter-config", topic=topic, configs=joined(configs)))

    def delete_records(self, topic, partition, before):
        run(self.command("delete-records", topic=topic, partition=partition, offset=before))

    def describe_cluster(self):
        return run(self.command("describe-cluster"))[0]["nodes"]


def joined(configs: dict[str, str] | None) -> str:
    return ",".join(f"{k}={v}" for k, v in (configs or {}).items())


class Sarama010(Sarama):
    """As for Kafka 0.10: Produce v2, Fetch v2, message format v1, ListOffsets v0."""

    name = "sarama-0.10"
    version = "0.10.0.0"
    magic = 1
    features = frozenset("null-value empty binary timestamps null-vs-empty timestamps-read acks-0 offsets limit-size".split())


class Sarama08(Sarama):
    """As for Kafka 0.8.2: Produce v0, Fetch v0, message format v0."""

    name = "sarama-0.8"
    version = "0.8.2.0"
    magic = 0
    codecs = ("none", "gzip", "snappy")
    features = frozenset("null-value empty binary null-vs-empty acks-0 offsets limit-size".split())


class KafkaGo(Client):
    """kafka-go 0.2.1: Produce v2 and Fetch v2 with message format v1."""

    name = "kafka-go"
    codecs = ("none", "gzip", "snappy", "lz4")
    features = frozenset("null-value empty binary timestamps timestamps-read limit-size".split())
    magic = 1

    def command(self, name: str, **flags) -> list[str]:
        arguments = [program("kafkago-client"), name, "-broker", self.bootstrap]
        return arguments + [f"-{k.replace('_', '-')}={v}" for k, v in flags.items()]

    def produce(self, topic, partition, records, *, codec="none", acks="all", idempotent=False, timeout=20.0):
        command = self.command("produce", topic=topic, partition=partition, codec=codec, acks=ACKS[acks], timeout=f"{timeout}s")
        lines = run(command, "\n".join(line(i, r) for i, r in enumerate(records)), timeout)
        return acknowledgements(lines, len(records), False)

    def consume(self, topic, partition, offset, count, timeout=20.0):
        command = self.command("consume", topic=topic, partition=partition, offset=offset, count=count, timeout=f"{timeout}s")
        return [record(x) for x in run(command, timeout=timeout)]

    def watermarks(self, topic, partition):
        found = run(self.command("watermarks", topic=topic, partition=partition))[0]
        return found["low"], found["high"]

    def offset_for_time(self, topic, partition, timestamp):
        return run(self.command("offset", topic=topic, partition=partition, timestamp=timestamp))[0]["offset"]

    def topics(self):
        raise NotImplementedError("this release asks for an empty list of topics, which since Metadata v1 is not all")

    def create_topic(self, name, partitions, configs=None):
        run(self.command("create-topic", topic=name, count=partitions, configs=joined(configs)))

    def delete_topic(self, name):
        run(self.command("delete-topic", topic=name))

    def describe_topic(self, name):
        return list(range(run(self.command("list-topics", topic=name))[0].get(name, 0)))
