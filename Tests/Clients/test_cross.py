"""What one client wrote, every other client reads byte for byte."""

import pytest

from adapters import ALL, offsets
from adapters.confluent import Confluent
from harness.records import expect_equal, fresh, repertoire

# zstd needs Fetch v10: only these read it.
READS_ZSTD = ("confluent", "kafka-python", "aiokafka", "kcat")

written: dict[tuple[int, str], tuple[str, list, list]] = {}


def written_by(node, kind) -> tuple[str, list, list]:
    """A topic into which this client wrote its repertoire once per codec, zstd last; once a session and process."""
    key = (node.pid, kind.name)
    if key not in written:
        topic, client = fresh(f"from-{kind.name}"), kind(node.address)
        Confluent(node.address).create_topic(topic, 1)
        plain, zstd = [], []
        for codec in sorted(client.codecs, key=lambda c: c == "zstd"):
            sent = repertoire(client.features)
            offsets(client.produce(topic, 0, sent, codec=codec))
            (zstd if codec == "zstd" else plain).extend(sent)
        written[key] = topic, plain, zstd
    return written[key]


@pytest.mark.parametrize("reader", ALL, ids=[f"to-{k.name}" for k in ALL])
@pytest.mark.parametrize("writer", ALL, ids=[f"from-{k.name}" for k in ALL])
def test_written_by_one_read_by_another(martlet, writer, reader):
    topic, plain, zstd = written_by(martlet, writer)
    sent = plain + (zstd if reader.name in READS_ZSTD else [])
    read = reader(martlet.address).consume(topic, 0, 0, len(sent))
    expect_equal(sent, read, writer.features, reader.features)
