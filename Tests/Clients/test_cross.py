"""What one client wrote, every other client reads byte for byte."""

import pytest

from adapters import ALL, offsets
from adapters.confluent import Confluent
from harness.records import expect_equal, fresh, repertoire

# Codecs that came later, and who reads them. Those who do not fail on a whole answer with such a batch, so each has a topic of its own.
# sarama-0.8 asks for message format v0, where lz4 frames carry an old, wrong header checksum that Sarama does not take.
# zstd needs Fetch v10, or a client that reads it although it asks with less, as Sarama does.
READERS = {
    "plain": [k.name for k in ALL],
    "lz4": [k.name for k in ALL if k.name != "sarama-0.8"],
    "zstd": ["confluent", "kafka-python", "aiokafka", "kcat", "sarama"],
}

written: dict[tuple[int, str], dict[str, tuple[str, list]]] = {}


def written_by(node, kind) -> dict[str, tuple[str, list]]:
    """Topics into which this client wrote its repertoire once per codec; once a session and process. Kind of codec -> topic and records."""
    key = (node.pid, kind.name)
    if key not in written:
        made: dict[str, tuple[str, list]] = {}
        client = kind(node.address)
        for codec in client.codecs:
            name = codec if codec in READERS else "plain"
            if name not in made:
                made[name] = fresh(f"from-{kind.name}-{name}"), []
                Confluent(node.address).create_topic(made[name][0], 1)
            sent = repertoire(client.features)
            offsets(client.produce(made[name][0], 0, sent, codec=codec))
            made[name][1].extend(sent)
        written[key] = made
    return written[key]


@pytest.mark.parametrize("reader", ALL, ids=[f"to-{k.name}" for k in ALL])
@pytest.mark.parametrize("writer", ALL, ids=[f"from-{k.name}" for k in ALL])
def test_written_by_one_read_by_another(martlet, writer, reader):
    for codec, (topic, sent) in written_by(martlet, writer).items():
        if reader.name in READERS[codec]:
            read = reader(martlet.address).consume(topic, 0, 0, len(sent))
            expect_equal(sent, read, writer.features, reader.features)
