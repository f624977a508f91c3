"""Admin calls of each client that has them."""

import pytest

from adapters import ClientError, offsets
from adapters.confluent import Confluent
from harness.records import Record, fresh
from harness.select import each


@each("describe_configs")
def test_configs_given_at_creation_are_described(martlet, kind):
    topic, client = fresh("configs"), kind(martlet.address)
    client.create_topic(topic, 1, {"retention.ms": "86400000", "max.message.bytes": "20000"})
    found = client.describe_configs(topic)
    assert (found["retention.ms"], found["max.message.bytes"]) == ("86400000", "20000")
    assert found["cleanup.policy"] == "delete"
    assert found["segment.bytes"] == "1073741824"


@each("describe_configs")
def test_configs_of_an_unknown_topic_are_refused(martlet, kind):
    if kind.name == "kafka-python":  # it overlooks the error and shows nothing
        assert kind(martlet.address).describe_configs(fresh("unknown")) == {}
        return
    with pytest.raises(ClientError) as error:
        kind(martlet.address).describe_configs(fresh("unknown"))
    # Sarama sees only the error's text, and only if there is one.
    assert error.value.code == 3 or kind.name == "sarama"


@each("alter_configs")
def test_alter_configs_replaces_all(martlet, kind):
    topic, client = fresh("altered"), kind(martlet.address)
    client.create_topic(topic, 1, {"retention.ms": "86400000"})
    client.alter_configs(topic, {"max.message.bytes": "30000"})
    found = Confluent(martlet.address).describe_configs(topic)
    assert found["max.message.bytes"] == "30000"
    if kind.name != "kafka-python":  # it sends along what was set before
        assert found["retention.ms"] == "604800000", "the old setting should be back at its default"


@each("change_configs")
def test_incremental_changes_leave_the_rest(martlet, kind):
    topic, client = fresh("changed"), kind(martlet.address)
    client.create_topic(topic, 1, {"retention.ms": "86400000", "segment.bytes": "10485760"})
    client.change_configs(topic, {"max.message.bytes": "40000"}, ["segment.bytes"])
    found = client.describe_configs(topic)
    assert found["max.message.bytes"] == "40000"
    assert found["retention.ms"] == "86400000"
    assert found["segment.bytes"] == "1073741824"


@each("change_configs")
def test_a_changed_limit_holds_at_once(martlet, kind):
    topic, client = fresh("limited"), kind(martlet.address)
    client.create_topic(topic, 1)
    offsets(client.produce(topic, 0, [Record(b"x" * 5000)]))
    client.change_configs(topic, {"max.message.bytes": "1000"}, [])
    assert client.produce(topic, 0, [Record(b"x" * 5000)])[0].code == 10
    client.change_configs(topic, {}, ["max.message.bytes"])
    offsets(client.produce(topic, 0, [Record(b"x" * 5000)]))


@pytest.mark.parametrize("config", [{"retention.ms": "soon"}, {"cleanup.policy": "shred"}, {"no.such.config": "1"}])
@each("create_topic", among=[Confluent])
def test_an_invalid_config_is_refused_with_40(martlet, kind, config):
    with pytest.raises(ClientError) as error:
        kind(martlet.address).create_topic(fresh("invalid"), 1, config)
    assert error.value.code == 40


@each("delete_records")
def test_deleted_records_are_gone_and_the_rest_keeps_its_offsets(martlet, kind):
    topic, client = fresh("trimmed"), kind(martlet.address)
    client.create_topic(topic, 2)
    offsets(client.produce(topic, 0, [Record(b"%d" % i, b"k") for i in range(50)]))
    offsets(client.produce(topic, 1, [Record(b"other", b"k")]))
    client.delete_records(topic, 0, 20)
    assert client.watermarks(topic, 0) == (20, 50)
    assert [r.offset for r in client.consume(topic, 0, 20, 30)] == list(range(20, 50))
    with pytest.raises(ClientError):
        client.consume(topic, 0, 19, 1, timeout=8)
    assert client.consume(topic, 1, 0, 1)[0].value == b"other"
    offsets(client.produce(topic, 0, [Record(b"next", b"k")]))
    assert client.consume(topic, 0, 50, 1)[0].value == b"next"


@each("delete_records", among=[Confluent])
def test_records_that_do_not_exist_cannot_be_deleted(martlet, kind):
    topic, client = fresh("beyond"), kind(martlet.address)
    client.create_topic(topic, 1)
    offsets(client.produce(topic, 0, [Record(b"one")]))
    with pytest.raises(ClientError) as error:
        client.delete_records(topic, 0, 2)
    assert error.value.code == 1
    client.delete_records(topic, 0, -1)  # up to the high watermark
    assert client.watermarks(topic, 0) == (1, 1)
