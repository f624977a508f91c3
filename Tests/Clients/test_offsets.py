"""Offsets: acknowledged, sought, found by time, and bounded by the watermarks."""

import pytest

from adapters import ALL, ClientError, offsets
from adapters.confluent import Confluent
from harness import batches
from harness.batches import stored
from harness.records import BASE, Record, fresh
from harness.select import each
from harness.wire import Wire


@pytest.fixture
def ladder(martlet):
    """A topic with 100 records in one batch and 100 in batches of their own, a second apart; record i is b"i"."""
    topic, client = fresh("ladder"), Confluent(martlet.address)
    client.create_topic(topic, 1)
    records = [Record(b"%d" % i, b"k", timestamp=BASE + 1000 * i) for i in range(200)]
    assert offsets(client.produce(topic, 0, records[:100], codec="snappy")) == list(range(100))
    with Wire("127.0.0.1", martlet.port) as wire:
        for i, r in enumerate(records[100:], 100):
            assert wire.produce(topic, 0, batches.batch([r.value], timestamp=r.timestamp)) == (0, i)
    return topic


@each(among=ALL)
def test_watermarks_are_the_ends_of_the_log(martlet, ladder, kind):
    assert kind(martlet.address).watermarks(ladder, 0) == (0, 200)


@each(among=ALL)
@pytest.mark.parametrize("offset", [0, 1, 57, 99, 100, 150, 199])
def test_a_consumer_begins_exactly_where_it_asks(martlet, ladder, kind, offset):
    read = kind(martlet.address).consume(ladder, 0, offset, min(3, 200 - offset))
    assert [(r.offset, r.value) for r in read] == [(o, b"%d" % o) for o in range(offset, min(offset + 3, 200))]


@each("offset_for_time", "timestamps-read")
@pytest.mark.parametrize("shift, expected", [(-10_000, 0), (0, 0), (1, 1), (57_000, 57), (57_001, 58), (150_500, 151), (199_000, 199)])
def test_a_time_is_found(martlet, ladder, kind, shift, expected):
    assert kind(martlet.address).offset_for_time(ladder, 0, BASE + shift) == expected


@each("offset_for_time", "timestamp-type")
def test_a_time_after_the_last_record_finds_nothing(martlet, ladder, kind):
    found = kind(martlet.address).offset_for_time(ladder, 0, BASE + 10_000_000)
    assert found in (None, -1)


@each("list_offset")
def test_the_admin_api_lists_offsets(martlet, ladder, kind):
    client = kind(martlet.address)
    assert client.list_offset(ladder, 0, "earliest") == 0
    assert client.list_offset(ladder, 0, "latest") == 200
    assert client.list_offset(ladder, 0, "max-timestamp") == 199


@each(among=[k for k in ALL if k.name not in ("kafka-go",)])
@pytest.mark.parametrize("offset", [201, 10_000])
def test_an_offset_out_of_range_is_refused(martlet, ladder, kind, offset):
    with pytest.raises(ClientError) as error:
        kind(martlet.address).consume(ladder, 0, offset, 1, timeout=8)
    assert error.value.code in (1, -140, None)  # librdkafka's own word for a reset that was forbidden is -140
    assert "timed out" not in str(error.value)


@each(among=ALL)
def test_partitions_count_for_themselves(martlet, kind):
    topic, client = fresh("several"), kind(martlet.address)
    Confluent(martlet.address).create_topic(topic, 5)
    for p in range(5):
        for part in range(2):
            offsets(client.produce(topic, p, [Record(b"%d/%d/%d" % (p, part, i), b"k") for i in range(p + 1)]))
    for p in range(5):
        assert client.watermarks(topic, p) == (0, 2 * (p + 1))
        read = client.consume(topic, p, 0, 2 * (p + 1))
        assert [r.value for r in read] == [b"%d/%d/%d" % (p, part, i) for part in range(2) for i in range(p + 1)]


def placement(node, topic: str, partitions: int) -> dict[bytes, set[int]]:
    """Key -> the partitions that hold records of it."""
    judge, found = Confluent(node.address), {}
    for p in range(partitions):
        low, high = judge.watermarks(topic, p)
        for r in judge.consume(topic, p, low, high - low):
            found.setdefault(r.key, set()).add(p)
    return found


def test_clients_agree_where_a_key_belongs(martlet):
    """Java's partitioner (murmur2) in each library that has it; Sarama has its own, which is only to be constant."""
    keys = [b"key-%d" % i for i in range(40)] + ["ключ".encode(), b"\x00\xff", b"x" * 300]
    agreed = {}
    for kind in ALL:
        if kind.name == "kafka-go":
            continue  # its connections are to one partition
        topic = fresh("keys")
        Confluent(martlet.address).create_topic(topic, 7)
        for _ in range(2):
            offsets(kind(martlet.address).produce(topic, None, [Record(b"v", k) for k in keys]))
        found = placement(martlet, topic, 7)
        assert found.keys() == set(keys) and all(len(where) == 1 for where in found.values()), kind.name
        partitioner = "sarama" if kind.name.startswith("sarama") else "murmur2"
        assert agreed.setdefault(partitioner, found) == found, kind.name
    assert set().union(*agreed["murmur2"].values()) == set(range(7))


ACKS = [(k, a) for k in ALL for a in (0, 1, "all") if a != 0 or "acks-0" in k.features]


@pytest.mark.parametrize("kind, acks", ACKS, ids=[f"{k.name}-{a}" for k, a in ACKS])
def test_with_any_acks_all_records_arrive_in_order(martlet, kind, acks):
    topic, client = fresh("acks"), kind(martlet.address)
    Confluent(martlet.address).create_topic(topic, 1)
    sent = [Record(b"%d" % i, b"k") for i in range(300)]
    answers = client.produce(topic, 0, sent, acks=acks)
    told = offsets(answers)
    if acks != 0 and "offsets" in client.features:
        assert told == list(range(300))
    assert [r.value for r in client.consume(topic, 0, 0, 300)] == [r.value for r in sent]


@each("idempotence")
def test_an_idempotent_producer_writes_once_and_in_order(martlet, kind):
    topic, client = fresh("idempotent"), kind(martlet.address)
    Confluent(martlet.address).create_topic(topic, 1)
    sent = [Record(b"%d" % i, b"k") for i in range(500)]
    assert offsets(client.produce(topic, 0, sent, idempotent=True)) == list(range(500))
    assert [r.value for r in client.consume(topic, 0, 0, 500)] == [r.value for r in sent]
    kept = stored(martlet, topic)
    assert all(b["producer"] >= 0 for b in kept)
    assert [b["sequence"] for b in kept] == [b["base"] for b in kept]
