"""confluent-kafka: the current librdkafka."""

import time

from confluent_kafka import Consumer, IsolationLevel, KafkaError, KafkaException, Producer, TopicCollection, TopicPartition
from confluent_kafka.admin import (
    AdminClient,
    AlterConfigOpType,
    ConfigEntry,
    ConfigResource,
    NewPartitions,
    NewTopic,
    OffsetSpec,
)

from adapters.base import Client, ClientError
from harness.records import Record

ACKS = {"all": -1, 1: 1, 0: 0}


def raised(error: KafkaError) -> ClientError:
    return ClientError(error.str(), error.code())


def answer(futures: dict, timeout=20):
    """The results of admin futures; KafkaException becomes ClientError."""
    try:
        return {k: f.result(timeout) for k, f in futures.items()}
    except KafkaException as e:
        raise raised(e.args[0]) from None


class Confluent(Client):
    name = "confluent"
    codecs = ("none", "gzip", "snappy", "lz4", "zstd")
    features = frozenset(
        "headers null-headers binary-headers null-value empty binary timestamps null-vs-empty timestamps-read acks-0 idempotence "
        "offsets limit-size timestamp-type".split()
    )

    def __init__(self, bootstrap):
        super().__init__(bootstrap)
        self._admin: AdminClient | None = None

    def producer(self, **extra) -> Producer:
        config = {
            "bootstrap.servers": self.bootstrap,
            "linger.ms": 5,
            "message.max.bytes": 10_000_000,
            "partitioner": "murmur2_random",
            "log_level": 0,
        }
        return Producer({**config, **extra})

    def produce(self, topic, partition, records, *, codec="none", acks="all", idempotent=False, timeout=20.0):
        answers: list = [None] * len(records)

        def delivered(index):
            def callback(error, message):
                answers[index] = raised(error) if error else (message.partition(), message.offset())

            return callback

        producer = self.producer(
            **{
                "compression.type": codec,
                "acks": ACKS[acks],
                "enable.idempotence": idempotent,
                "message.timeout.ms": int(timeout * 1000),
            }
        )
        for i, r in enumerate(records):
            options = {} if r.timestamp is None else {"timestamp": r.timestamp}
            if partition is not None:
                options["partition"] = partition
            producer.produce(topic, r.value, r.key, headers=list(r.headers), on_delivery=delivered(i), **options)
            producer.poll(0)
        if producer.flush(timeout + 5):
            raise ClientError("not all records were delivered in time")
        return answers

    def consumer(self) -> Consumer:
        return Consumer(
            {
                "bootstrap.servers": self.bootstrap,
                "group.id": "unused",
                "enable.auto.commit": False,
                "enable.partition.eof": False,
                "auto.offset.reset": "error",
                "topic.metadata.propagation.max.ms": 1000,
                "fetch.wait.max.ms": 100,
                "log_level": 0,
            }
        )

    def consume(self, topic, partition, offset, count, timeout=20.0):
        consumer = self.consumer()
        try:
            consumer.assign([TopicPartition(topic, partition, offset)])
            end, read = time.monotonic() + timeout, []
            while len(read) < count:
                message = consumer.poll(0.2)
                if message is None:
                    if time.monotonic() > end:
                        raise ClientError(f"timed out after {len(read)} of {count} records")
                    continue
                if message.error():
                    raise raised(message.error())
                kind, at = message.timestamp()
                read.append(
                    Record(
                        message.value(),
                        message.key(),
                        tuple(message.headers() or ()),
                        at,
                        message.partition(),
                        message.offset(),
                        {1: "create", 2: "append"}.get(kind),
                    )
                )
            return read
        finally:
            consumer.close()

    def watermarks(self, topic, partition):
        consumer = self.consumer()
        try:
            return consumer.get_watermark_offsets(TopicPartition(topic, partition), timeout=10)
        except KafkaException as e:
            raise raised(e.args[0]) from None
        finally:
            consumer.close()

    def offset_for_time(self, topic, partition, timestamp):
        consumer = self.consumer()
        try:
            found = consumer.offsets_for_times([TopicPartition(topic, partition, timestamp)], timeout=10)[0]
            if found.error:
                raise raised(found.error)
            return found.offset
        finally:
            consumer.close()

    def admin(self) -> AdminClient:
        # Kept: futures fail when their client is collected.
        if self._admin is None:
            self._admin = AdminClient({"bootstrap.servers": self.bootstrap, "log_level": 0})
        return self._admin

    def topics(self):
        return {t.topic: len(t.partitions) for t in self.admin().list_topics(timeout=10).topics.values()}

    def create_topic(self, name, partitions, configs=None):
        answer(self.admin().create_topics([NewTopic(name, partitions, 1, config=configs or {})]))

    def delete_topic(self, name):
        answer(self.admin().delete_topics([name]))

    def describe_topic(self, name):
        found = answer(self.admin().describe_topics(TopicCollection([name])))
        return sorted(p.id for p in found[name].partitions)

    def create_partitions(self, name, count):
        answer(self.admin().create_partitions([NewPartitions(name, count)]))

    def describe_configs(self, topic):
        found = answer(self.admin().describe_configs([ConfigResource("topic", topic)]))
        return {k: e.value for entries in found.values() for k, e in entries.items()}

    def alter_configs(self, topic, configs):
        answer(self.admin().alter_configs([ConfigResource("topic", topic, set_config=configs)]))

    def change_configs(self, topic, set_values, delete):
        entries = [ConfigEntry(k, v, incremental_operation=AlterConfigOpType.SET) for k, v in set_values.items()]
        entries += [ConfigEntry(k, None, incremental_operation=AlterConfigOpType.DELETE) for k in delete]
        answer(self.admin().incremental_alter_configs([ConfigResource("topic", topic, incremental_configs=entries)]))

    def delete_records(self, topic, partition, before):
        answer(self.admin().delete_records([TopicPartition(topic, partition, before)]))

    def list_offset(self, topic, partition, which):
        spec = {"earliest": OffsetSpec.earliest, "latest": OffsetSpec.latest, "max-timestamp": OffsetSpec.max_timestamp}[which]()
        at = TopicPartition(topic, partition)
        found = answer(self.admin().list_offsets({at: spec}, isolation_level=IsolationLevel.READ_UNCOMMITTED))
        return found[at].offset

    def describe_cluster(self):
        found = self.admin().describe_cluster(request_timeout=10).result(20)
        return sorted(f"{n.host}:{n.port}" for n in found.nodes)
