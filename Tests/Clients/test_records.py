"""Records of every shape, in every codec, from every client: what is read is what was written."""

import time

import pytest

from adapters import ALL, ClientError, offsets
from adapters.confluent import Confluent
from harness import batches
from harness.batches import stored
from harness.records import BASE, Record, expect_equal, fresh, noise, repertoire
from harness.select import each, each_codec


@each_codec(ALL)
def test_every_codec_carries_every_record(martlet, kind, codec):
    topic, client = fresh("codec"), kind(martlet.address)
    Confluent(martlet.address).create_topic(topic, 1)
    sent = repertoire(client.features)
    told = offsets(client.produce(topic, 0, sent, codec=codec))
    if "offsets" in client.features:
        assert told == list(range(len(sent)))
    read = client.consume(topic, 0, 0, len(sent))
    expect_equal(sent, read, client.features, client.features)
    kept = stored(martlet, topic)
    assert sum(b["count"] for b in kept) == len(sent)
    if client.magic == 2 and client.name != "kcat":  # a record that does not compress may be sent as it is, alone in its batch
        assert {b["codec"] for b in kept} <= {batches.CODECS[codec], 0}
    if codec != "none":
        assert batches.CODECS[codec] in {b["codec"] for b in kept}, "nothing was kept compressed"


@each_codec(ALL)
def test_a_record_of_1_mb_passes(martlet, kind, codec):
    topic, client = fresh("large"), kind(martlet.address)
    Confluent(martlet.address).create_topic(topic, 1)
    sent = [Record(b"before", b"k"), Record(noise(1_000_000), b"large"), Record(b"x" * 1_000_000, b"large"), Record(b"after", b"k")]
    for r in sent:
        offsets(client.produce(topic, 0, [r], codec=codec))
    expect_equal(sent, client.consume(topic, 0, 0, 4), client.features, client.features)


@each("limit-size", among=ALL)
def test_a_record_above_the_limit_is_refused_and_the_client_goes_on(martlet, kind):
    topic, client = fresh("refused"), kind(martlet.address)
    Confluent(martlet.address).create_topic(topic, 1)
    answer = client.produce(topic, 0, [Record(noise(1_200_000), b"k")])[0]
    assert isinstance(answer, ClientError) and answer.code == 10, f"{answer!r}"
    offsets(client.produce(topic, 0, [Record(b"small", b"k")]))
    read = client.consume(topic, 0, 0, 1)
    assert (read[0].offset, read[0].value) == (0, b"small")


@pytest.mark.parametrize("limit", [2_000, 3_000_000])
def test_a_topic_has_its_own_limit(martlet, limit):
    topic, client = fresh("limit"), Confluent(martlet.address)
    client.create_topic(topic, 1, {"max.message.bytes": str(limit)})
    assert client.produce(topic, 0, [Record(noise(limit + 1))])[0].code == 10
    assert offsets(client.produce(topic, 0, [Record(noise(limit - 200))])) == [0]


@each("timestamps", among=ALL)
@pytest.mark.parametrize("codec", ["none", "gzip"])
def test_where_the_log_appends_the_time_the_clients_time_is_replaced(martlet, kind, codec):
    topic, client, judge = fresh("append-time"), kind(martlet.address), Confluent(martlet.address)
    judge.create_topic(topic, 1, {"message.timestamp.type": "LogAppendTime"})
    before = int(time.time() * 1000)
    offsets(client.produce(topic, 0, [Record(b"%d" % i, b"k", timestamp=BASE - 5000 + i) for i in range(5)], codec=codec))
    after = int(time.time() * 1000)
    # kafka-go 0.2.1 takes the timestamp type of a compressed message for a part of its codec, as every broker writes it.
    readers = [judge] if client.name == "kafka-go" and codec != "none" else [judge, client]
    for reader in readers:
        for i, r in enumerate(reader.consume(topic, 0, 0, 5)):
            assert r.value == b"%d" % i
            assert before - 2 <= r.timestamp <= after + 2
            assert r.timestamp_type in ("append", None)
    assert all(b["log_append_time"] for b in stored(martlet, topic))


@each("timestamps", "timestamp-type")
def test_the_clients_time_is_kept_by_default(martlet, kind):
    topic, client = fresh("create-time"), kind(martlet.address)
    client.create_topic(topic, 1)
    offsets(client.produce(topic, 0, [Record(b"x", timestamp=BASE + 17)]))
    r = client.consume(topic, 0, 0, 1)[0]
    assert (r.timestamp, r.timestamp_type) == (BASE + 17, "create")


@each("create_topic")
def test_a_topic_may_recompress(martlet, kind):
    """compression.type of a topic: whatever the producer sends is kept in the topic's codec."""
    topic, client = fresh("recompressed"), kind(martlet.address)
    client.create_topic(topic, 1, {"compression.type": "gzip"})
    sent = [Record(b"y" * 2000, b"%d" % i) for i in range(20)]
    for codec in client.codecs:
        offsets(client.produce(topic, 0, sent, codec=codec))
    assert {b["codec"] for b in stored(martlet, topic)} == {1}
    read = client.consume(topic, 0, 0, 20 * len(client.codecs))
    expect_equal(sent * len(client.codecs), read, client.features, client.features)
