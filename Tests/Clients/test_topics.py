"""Topics: made, seen, grown and deleted by each client that can."""

import time

import pytest

from adapters import ALL, CURRENT, ClientError, offsets
from adapters.confluent import Confluent
from harness import batches
from harness.records import Record, fresh
from harness.select import each
from harness.wire import Wire


def topic_of(node, name) -> dict:
    with Wire("127.0.0.1", node.port) as wire:
        return wire.metadata([name])["topics"][0]


@each("create_topic")
def test_a_topic_made_by_one_client_is_seen_by_every_client(martlet, kind):
    name = fresh("made")
    kind(martlet.address).create_topic(name, 3)
    raw = topic_of(martlet, name)
    assert raw["error"] == 0 and sorted(p["index"] for p in raw["partitions"]) == [0, 1, 2]
    assert all(p["leader"] >= 0 and p["replicas"] == p["isr"] == [p["leader"]] for p in raw["partitions"])
    for other in CURRENT:
        if other.name == "kafka-go":  # it asks for an empty list of topics, not for all, so it must be told the name
            assert other(martlet.address).describe_topic(name) == [0, 1, 2]
        else:
            assert other(martlet.address).topics()[name] == 3, other.name


@each("describe_topic")
def test_partitions_of_a_topic_are_described(martlet, kind):
    name = fresh("described")
    Confluent(martlet.address).create_topic(name, 4)
    assert kind(martlet.address).describe_topic(name) == [0, 1, 2, 3]


@each("create_topic")
def test_a_name_in_use_is_refused_with_36(martlet, kind):
    name = fresh("twice")
    client = kind(martlet.address)
    client.create_topic(name, 1)
    if client.name == "kafka-go":  # this library takes TopicAlreadyExists for success
        client.create_topic(name, 5)
    else:
        with pytest.raises(ClientError) as error:
            client.create_topic(name, 5)
        assert error.value.code == 36
    assert len(topic_of(martlet, name)["partitions"]) == 1


@each("create_topic", among=[k for k in CURRENT if k.name != "kafka-go"])
@pytest.mark.parametrize("name, code", [("not/valid", 17), ("x" * 250, 17), ("..", 17)])
def test_an_invalid_name_is_refused_with_17(martlet, kind, name, code):
    with pytest.raises(ClientError) as error:
        kind(martlet.address).create_topic(name, 1)
    assert error.value.code == code


@each("create_topic", among=[k for k in CURRENT if k.name != "kafka-go"])
def test_no_partitions_are_refused_with_37(martlet, kind):
    name = fresh("none")
    with pytest.raises(ClientError) as error:
        kind(martlet.address).create_topic(name, 0)
    assert error.value.code == 37 or (error.value.code or -1) < 0  # a library may refuse by itself
    assert topic_of(martlet, name)["error"] == 3


@each("delete_topic")
def test_a_deleted_topic_is_gone_and_its_name_is_free(martlet, kind):
    name = fresh("gone")
    client, other = kind(martlet.address), Confluent(martlet.address)
    other.create_topic(name, 1)
    offsets(other.produce(name, 0, [Record(b"old")]))
    client.delete_topic(name)
    end = time.monotonic() + 5
    while topic_of(martlet, name)["error"] != 3:
        assert time.monotonic() < end, "still there after 5 s"
        time.sleep(0.05)
    other.create_topic(name, 1)
    assert other.watermarks(name, 0) == (0, 0)


@each("delete_topic")
def test_deleting_an_unknown_topic_is_refused_with_3(martlet, kind):
    with pytest.raises(ClientError) as error:
        kind(martlet.address).delete_topic(fresh("unknown"))
    assert error.value.code == 3


@each("create_partitions")
def test_a_topic_grows_and_keeps_its_records(martlet, kind):
    name = fresh("grown")
    client = kind(martlet.address)
    client.create_topic(name, 1)
    offsets(Confluent(martlet.address).produce(name, 0, [Record(b"kept")]))
    client.create_partitions(name, 4)
    assert len(topic_of(martlet, name)["partitions"]) == 4
    assert offsets(Confluent(martlet.address).produce(name, 3, [Record(b"new")])) == [0]
    assert client.consume(name, 0, 0, 1)[0].value == b"kept"
    assert client.consume(name, 3, 0, 1)[0].value == b"new"


@each("create_partitions")
def test_a_topic_does_not_shrink(martlet, kind):
    name = fresh("shrink")
    client = kind(martlet.address)
    client.create_topic(name, 3)
    with pytest.raises(ClientError) as error:
        client.create_partitions(name, 2)
    assert error.value.code == 37
    assert len(topic_of(martlet, name)["partitions"]) == 3


@each(among=ALL)
def test_producing_to_an_unknown_topic_makes_it(martlet, kind):
    name = fresh("auto")
    client = kind(martlet.address)
    answers = client.produce(name, 0, [Record(b"first", b"k")])
    if kind.name == "kafka-go" and isinstance(answers[0], ClientError):
        # It does not wait for a leader after the answer that made the topic.
        answers = client.produce(name, 0, [Record(b"first", b"k")])
    offsets(answers)
    assert topic_of(martlet, name)["error"] == 0
    assert client.consume(name, 0, 0, 1)[0].value == b"first"


def test_where_topics_are_not_made_by_themselves_the_producer_is_told(new_node):
    node = new_node({"auto.create.topics.enable": False})
    name = fresh("forbidden")
    answer = Confluent(node.address).produce(name, None, [Record(b"x")], timeout=3)[0]
    assert isinstance(answer, ClientError)
    assert topic_of(node, name)["error"] == 3
    # Made by hand, it works at once.
    Confluent(node.address).create_topic(name, 1)
    assert offsets(Confluent(node.address).produce(name, None, [Record(b"x")])) == [0]


@each("describe_cluster")
def test_the_cluster_is_the_node_that_was_dialled(martlet, kind):
    assert kind(martlet.address).describe_cluster() == [martlet.address]


def test_an_unknown_topic_or_partition_is_answered_with_3(martlet):
    """Produce, Fetch and ListOffsets make no topics by themselves, and say so."""
    known, unknown = fresh("known"), fresh("unknown")
    with Wire("127.0.0.1", martlet.port) as wire:
        assert wire.create_topic(known) == 0
        for topic, partition in ((unknown, 0), (known, 1), (known, -1), (known, 2_000_000_000)):
            assert wire.produce(topic, partition, batches.batch([b"x"]))[0] == 3
            assert wire.fetch(topic, partition, 0)[0] == 3
            assert wire.list_offset(topic, partition, -1)[0] == 3
        assert wire.metadata([unknown])["topics"][0]["error"] == 3
        assert wire.produce(known, 0, batches.batch([b"x"])) == (0, 0)


def test_a_consumer_of_an_unknown_topic_is_told_and_does_not_make_it(martlet):
    name = fresh("unknown")
    consumer = Confluent(martlet.address).consumer()
    try:
        assert consumer.list_topics(name, timeout=10).topics[name].error.code() == 3
    finally:
        consumer.close()
    assert topic_of(martlet, name)["error"] == 3
