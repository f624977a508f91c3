"""aiokafka."""

import asyncio
import time

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewPartitions, NewTopic, RecordsToDelete
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import KafkaError

from adapters.base import Client, ClientError
from harness.records import Record

ACKS = {"all": "all", 1: 1, 0: 0}


def raised(error: BaseException) -> ClientError:
    code = getattr(error, "errno", None)
    return ClientError(f"{type(error).__name__}: {error}", code if isinstance(code, int) and code >= 0 else None)


def check(code: int, what: str) -> None:
    if code:
        raise ClientError(what, code)


class AioKafka(Client):
    name = "aiokafka"
    codecs = ("none", "gzip", "snappy", "lz4", "zstd")
    features = frozenset(
        "headers null-headers binary-headers null-value empty binary timestamps null-vs-empty timestamps-read acks-0 idempotence "
        "offsets limit-size timestamp-type".split()
    )

    def produce(self, topic, partition, records, *, codec="none", acks="all", idempotent=False, timeout=20.0):
        async def work():
            producer = AIOKafkaProducer(
                bootstrap_servers=self.bootstrap,
                acks=ACKS[acks],
                compression_type=None if codec == "none" else codec,
                enable_idempotence=idempotent,
                max_request_size=10_000_000,
                max_batch_size=1 << 20,
                linger_ms=5,
                request_timeout_ms=int(timeout * 1000),
            )
            await producer.start()
            try:
                futures: list = []
                for r in records:
                    try:
                        futures.append(
                            await producer.send(
                                topic,
                                r.value,
                                r.key,
                                partition=partition,
                                timestamp_ms=r.timestamp,
                                headers=list(r.headers) or None,
                            )
                        )
                    except KafkaError as e:
                        futures.append(raised(e))
                answers: list = []
                for future in futures:
                    if isinstance(future, ClientError):
                        answers.append(future)
                        continue
                    try:
                        meta = await asyncio.wait_for(future, timeout)
                        answers.append((partition, -1) if meta is None else (meta.partition, meta.offset))
                    except KafkaError as e:
                        answers.append(raised(e))
                return answers
            finally:
                await producer.stop()

        return self._run(work())

    @staticmethod
    def _run(coroutine):
        try:
            return asyncio.run(coroutine)
        except KafkaError as e:
            raise raised(e) from e

    async def _consumer(self, at: TopicPartition) -> AIOKafkaConsumer:
        consumer = AIOKafkaConsumer(
            bootstrap_servers=self.bootstrap,
            group_id=None,
            enable_auto_commit=False,
            auto_offset_reset="none",
            fetch_max_wait_ms=100,
            max_partition_fetch_bytes=4 << 20,
        )
        await consumer.start()
        consumer.assign([at])
        return consumer

    def _consuming(self, at: TopicPartition, work):
        async def whole():
            consumer = await self._consumer(at)
            try:
                return await work(consumer)
            finally:
                await consumer.stop()

        return self._run(whole())

    def consume(self, topic, partition, offset, count, timeout=20.0):
        at = TopicPartition(topic, partition)

        async def work(consumer):
            consumer.seek(at, offset)
            end, read = time.monotonic() + timeout, []
            while len(read) < count:
                if time.monotonic() > end:
                    raise ClientError(f"timed out after {len(read)} of {count} records")
                for m in (await consumer.getmany(at, timeout_ms=200)).get(at, []):
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

        return self._consuming(at, work)

    def watermarks(self, topic, partition):
        at = TopicPartition(topic, partition)

        async def work(consumer):
            return (await consumer.beginning_offsets([at]))[at], (await consumer.end_offsets([at]))[at]

        return self._consuming(at, work)

    def offset_for_time(self, topic, partition, timestamp):
        at = TopicPartition(topic, partition)

        async def work(consumer):
            found = (await consumer.offsets_for_times({at: timestamp}))[at]
            return None if found is None else found.offset

        return self._consuming(at, work)

    def _admin(self, work):
        async def whole():
            admin = AIOKafkaAdminClient(bootstrap_servers=self.bootstrap)
            await admin.start()
            try:
                return await work(admin)
            finally:
                await admin.close()

        return self._run(whole())

    def topics(self):
        async def work(admin):
            return {t["topic"]: len(t["partitions"]) for t in await admin.describe_topics()}

        return self._admin(work)

    def create_topic(self, name, partitions, configs=None):
        async def work(admin):
            answer = await admin.create_topics([NewTopic(name, partitions, 1, topic_configs=configs or {})])
            for topic, code, *_ in answer.topic_errors:
                check(code, f"create {topic}")

        self._admin(work)

    def delete_topic(self, name):
        async def work(admin):
            answer = await admin.delete_topics([name])
            for topic, code, *_ in answer.topic_error_codes:
                check(code, f"delete {topic}")

        self._admin(work)

    def describe_topic(self, name):
        async def work(admin):
            found = (await admin.describe_topics([name]))[0]
            check(found["error_code"], f"describe {name}")
            return sorted(p["partition"] for p in found["partitions"])

        return self._admin(work)

    def create_partitions(self, name, count):
        async def work(admin):
            answer = await admin.create_partitions({name: NewPartitions(count)})
            for topic, code, *_ in answer.topic_errors:
                check(code, f"create partitions {topic}")

        self._admin(work)

    def describe_configs(self, topic):
        async def work(admin):
            answers = await admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, topic)])
            found = {}
            for answer in answers:
                for code, message, _, name, entries in answer.resources:
                    check(code, f"describe configs {name}: {message}")
                    found.update({entry[0]: entry[1] for entry in entries})
            return found

        return self._admin(work)

    def alter_configs(self, topic, configs):
        async def work(admin):
            for answer in await admin.alter_configs([ConfigResource(ConfigResourceType.TOPIC, topic, configs)]):
                for code, message, *_ in answer.resources:
                    check(code, f"alter configs {topic}: {message}")

        self._admin(work)

    def delete_records(self, topic, partition, before):
        async def work(admin):
            await admin.delete_records({TopicPartition(topic, partition): RecordsToDelete(before)})

        self._admin(work)

    def describe_cluster(self):
        async def work(admin):
            found = await admin.describe_cluster()
            return sorted(f"{b['host']}:{b['port']}" for b in found["brokers"])

        return self._admin(work)
