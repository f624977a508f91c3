"""Old protocol versions and old message formats: what old clients are told, and what they are spared."""

import struct

import pytest

from adapters import OLD, ClientError, offsets
from adapters.confluent import Confluent
from adapters.goprogram import KafkaGo, Sarama
from harness import batches
from harness.records import BASE, Record, fresh
from harness.select import each
from harness.wire import Wire, string


def test_versions_from_the_oldest_are_offered(martlet):
    with Wire("127.0.0.1", martlet.port) as wire:
        served = wire.api_versions()
    # librdkafka below 2.8 compresses only where Produce v0 is offered; Sarama and kafka-go send v2 without asking.
    assert served[0][0] == 0 and served[0][1] >= 13
    assert served[1][0] == 0 and served[1][1] >= 16
    assert served[2][0] <= 1
    assert served[3][0] == 0
    assert served[18][0] == 0


def test_zstd_is_refused_where_the_version_does_not_know_it(martlet):
    """KIP-110: Produce below v7 gets UNSUPPORTED_COMPRESSION_TYPE."""
    topic = fresh("zstd-old")
    Confluent(martlet.address).create_topic(topic, 1)
    answer = Sarama(martlet.address).produce(topic, 0, [Record(b"z" * 1000, b"k")], codec="zstd")[0]
    assert isinstance(answer, ClientError) and answer.code == 76, f"{answer!r}"
    assert Confluent(martlet.address).watermarks(topic, 0) == (0, 0)


@each(among=[Sarama, KafkaGo, *OLD])
def test_zstd_is_not_given_to_those_who_cannot_read_it(martlet, kind):
    """KIP-110: Fetch below v10 gets UNSUPPORTED_COMPRESSION_TYPE where the topic is kept in zstd, and message sets never hold it; and goes on past it."""
    topic, client, judge = fresh("zstd-read"), kind(martlet.address), Confluent(martlet.address)
    judge.create_topic(topic, 1)
    if kind is Sarama:  # Fetch v4: where producers choose the codec it is given zstd, and reads it
        offsets(judge.produce(topic, 0, [Record(b"z" * 1000, b"k")], codec="zstd"))
        assert client.consume(topic, 0, 0, 1)[0].value == b"z" * 1000
        kept = fresh("zstd-kept")
        judge.create_topic(kept, 1, {"compression.type": "zstd"})
        offsets(judge.produce(kept, 0, [Record(b"z" * 1000, b"k")], codec="none"))
        with pytest.raises(ClientError) as error:
            client.consume(kept, 0, 0, 1, timeout=5)
        assert error.value.code == 76
        return
    offsets(judge.produce(topic, 0, [Record(b"z" * 1000, b"k")], codec="zstd"))
    with pytest.raises(ClientError) as error:
        client.consume(topic, 0, 0, 1, timeout=5)
    assert error.value.code == 76
    offsets(judge.produce(topic, 0, [Record(b"plain", b"k")], codec="none"))
    assert client.consume(topic, 0, 1, 1)[0].value == b"plain"


@pytest.mark.parametrize("codec", ["none", "gzip", "snappy", "lz4"])
@pytest.mark.parametrize("version", [0, 1, 2, 3])
def test_an_old_fetch_never_sees_the_new_format(martlet, version, codec):
    """Fetch v0-v1 gets magic 0, v2-v3 magic 1, whatever was stored; timestamps and keys survive as far as the format goes."""
    topic = fresh("down")
    client = Confluent(martlet.address)
    client.create_topic(topic, 1)
    sent = [Record(b"%d" % i * 50, b"k%d" % i, (("h", b"x"),), BASE + i) for i in range(10)]
    offsets(client.produce(topic, 0, sent, codec=codec))
    body = struct.pack(">iii", -1, 500, 1) + (struct.pack(">i", 1 << 20) if version >= 3 else b"")
    body += struct.pack(">i", 1) + string(topic) + struct.pack(">iiqi", 1, 0, 0, 1 << 20)
    with Wire("127.0.0.1", martlet.port) as wire:
        r = wire.call(1, version, body)
    if version >= 1:
        r.i32()
    assert r.i32() == 1 and r.string() == topic and r.i32() == 1
    assert (r.i32(), r.i16()) == (0, 0)
    assert r.i64() == 10
    entries = batches.headers(r.blob())
    assert entries and {e["magic"] for e in entries} == {0 if version < 2 else 1}


@each(among=OLD)
def test_what_an_old_producer_sent_is_kept_in_the_current_format(martlet, kind):
    """One format in the log: message sets become batches on the way in, with the codec they came in."""
    topic, client = fresh("up"), kind(martlet.address)
    Confluent(martlet.address).create_topic(topic, 1)
    for codec in client.codecs:
        offsets(client.produce(topic, 0, [Record(b"v" * 500, b"k%d" % i) for i in range(5)], codec=codec))
    kept = batches.stored(martlet, topic)
    assert {b["magic"] for b in kept} == {2}
    assert {b["codec"] for b in kept} == {batches.CODECS[c] for c in client.codecs}
    assert sum(b["count"] for b in kept) == 5 * len(client.codecs)
