"""kafka-python."""

import contextlib
import time

from kafka import KafkaAdminClient, KafkaConsumer, KafkaProducer, TopicPartition
from kafka.admin import ConfigResource
from kafka.errors import KafkaError
from kafka.protocol.consumer import OffsetSpec

from adapters.base import Client, ClientError
from harness.records import Record

ACKS = {"all": "all", 1: 1, 0: 0}


def raised(error: BaseException) -> ClientError:
    code = getattr(error, "errno", None)
    return ClientError(f"{type(error).__name__}: {error}", code if isinstance(code, int) and code >= 0 else None)


@contextlib.contextmanager
def closing(client):
    try:
        yield client
    except KafkaError as e:
        raise raised(e) from e
    finally:
        client.close()


class KafkaPython(Client):
    name = "kafka-python"
    codecs = ("none", "gzip", "snappy", "lz4", "zstd")
    features = frozenset(
        "headers binary-headers null-value empty binary timestamps null-vs-empty timestamps-read acks-0 idempotence "
        "offsets limit-size timestamp-type".split()
    )

    def producer(self, **extra) -> KafkaProducer:
        return KafkaProducer(bootstrap_servers=[self.bootstrap], max_request_size=10_000_000, **extra)

    def produce(self, topic, partition, records, *, codec="none", acks="all", idempotent=False, timeout=20.0):
        with closing(
            self.producer(
                compression_type=None if codec == "none" else codec,
                acks=ACKS[acks],
                enable_idempotence=idempotent,
                max_block_ms=int(timeout * 1000),
                linger_ms=5,
                request_timeout_ms=int(timeout * 500),
                delivery_timeout_ms=int(timeout * 1000),
            )
        ) as producer:
            futures: list = []
            for r in records:
                try:
                    futures.append(
                        producer.send(topic, r.value, key=r.key, headers=list(r.headers), partition=partition, timestamp_ms=r.timestamp)
                    )
                except KafkaError as e:
                    futures.append(raised(e))
            producer.flush(timeout)
            answers: list = []
            for future in futures:
                if isinstance(future, ClientError):
                    answers.append(future)
                    continue
                try:
                    meta = future.get(timeout)
                    answers.append((meta.partition, meta.offset))
                except KafkaError as e:
                    answers.append(raised(e))
            return answers

    def consumer(self) -> KafkaConsumer:
        return KafkaConsumer(
            bootstrap_servers=[self.bootstrap],
            group_id=None,
            enable_auto_commit=False,
            auto_offset_reset="none",
            fetch_max_wait_ms=100,
            max_partition_fetch_bytes=4 << 20,
        )

    def consume(self, topic, partition, offset, count, timeout=20.0):
        at = TopicPartition(topic, partition)
        with closing(self.consumer()) as consumer:
            consumer.assign([at])
            consumer.seek(at, offset)
            end, read = time.monotonic() + timeout, []
            while len(read) < count:
                if time.monotonic() > end:
                    raise ClientError(f"timed out after {len(read)} of {count} records")
                for m in consumer.poll(timeout_ms=200).get(at, []):
                    read.append(
                        Record(
                            m.value,
                            m.key,
                            tuple(m.headers),
                            m.timestamp,
                            m.partition,
                            m.offset,
                            {0: "create", 1: "append"}.get(m.timestamp_type),
                        )
                    )
            return read[:count]

    def watermarks(self, topic, partition):
        at = TopicPartition(topic, partition)
        with closing(self.consumer()) as consumer:
            return consumer.beginning_offsets([at])[at], consumer.end_offsets([at])[at]

    def offset_for_time(self, topic, partition, timestamp):
        at = TopicPartition(topic, partition)
        with closing(self.consumer()) as consumer:
            found = consumer.offsets_for_times({at: timestamp})[at]
            return None if found is None else found.offset

    def admin(self):
        return closing(KafkaAdminClient(bootstrap_servers=[self.bootstrap]))

    def topics(self):
        with self.admin() as admin:
            return {t["name"]: len(t["partitions"]) for t in admin.describe_topics()}

    def create_topic(self, name, partitions, configs=None):
        with self.admin() as admin:
            admin.create_topics({name: {"num_partitions": partitions, "replication_factor": 1, "configs": configs or {}}})

    def delete_topic(self, name):
        with self.admin() as admin:
            admin.delete_topics([name])

    def describe_topic(self, name):
        with self.admin() as admin:
            found = admin.describe_topics([name])[0]
            if found["error_code"]:
                raise ClientError("describe", found["error_code"])
            return sorted(p["partition_index"] for p in found["partitions"])

    def create_partitions(self, name, count):
        with self.admin() as admin:
            admin.create_partitions({name: count})

    def describe_configs(self, topic):
        with self.admin() as admin:
            found = admin.describe_configs([ConfigResource("TOPIC", topic)], config_filter="all")
            return {k: v["value"] for k, v in found["topic"][topic].items()}

    def alter_configs(self, topic, configs):
        with self.admin() as admin:
            self._altered(admin.alter_configs([ConfigResource("TOPIC", topic, configs)], incremental=False), topic)

    def change_configs(self, topic, set_values, delete):
        changes = {**{k: ("SET", v) for k, v in set_values.items()}, **{k: ("DELETE", None) for k in delete}}
        with self.admin() as admin:
            self._altered(admin.alter_configs([ConfigResource("TOPIC", topic, changes)], incremental=True), topic)

    @staticmethod
    def _altered(result, topic):
        outcome = result["topic"][topic]
        if isinstance(outcome, BaseException) or (isinstance(outcome, type) and issubclass(outcome, KafkaError) and outcome.errno):
            raise ClientError(f"alter configs: {outcome}", getattr(outcome, "errno", None))

    def delete_records(self, topic, partition, before):
        with self.admin() as admin:
            admin.delete_records({TopicPartition(topic, partition): before})

    def list_offset(self, topic, partition, which):
        spec = {"earliest": OffsetSpec.EARLIEST, "latest": OffsetSpec.LATEST, "max-timestamp": OffsetSpec.MAX_TIMESTAMP}[which]
        at = TopicPartition(topic, partition)
        with self.admin() as admin:
            return admin.list_partition_offsets({at: spec})[at].offset

    def describe_cluster(self):
        with self.admin() as admin:
            return sorted(f"{b['host']}:{b['port']}" for b in admin.describe_cluster()["brokers"])
