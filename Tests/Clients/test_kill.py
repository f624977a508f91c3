"""SIGKILL under load: whatever was acknowledged is there afterwards, where it was said to be, as it was sent, and once."""

import os
import random
import time

import pytest

from adapters import offsets
from adapters.confluent import Confluent
from harness import batches
from harness.load import AioKafkaLoad, ConfluentLoad, KafkaGoLoad, KafkaPythonLoad, KcatLoad, Load, SaramaLoad, number, payload
from harness.node import Node
from harness.records import Record
from harness.wire import Wire

KILLS = 4


def contents(node: Node, load: Load) -> dict[tuple[int, int], int]:
    """All records of a load's topic: (partition, offset) -> n. Checks that offsets have no gaps and that values are whole."""
    reader, found = Confluent(node.address), {}
    for p in range(load.partitions):
        low, high = reader.watermarks(load.topic, p)
        assert low == 0
        for expected, r in enumerate(reader.consume(load.topic, p, 0, high, timeout=30)):
            assert r.offset == expected, f"{load.name}/{p}: offset {r.offset} where {expected} was due"
            n = number(r.value)
            assert r.value == payload(load.name, n), f"{load.name}/{p}@{r.offset}: other bytes than were sent as record {n}"
            found[p, r.offset] = n
    return found


def verify(node: Node, load: Load, seen: dict[tuple[int, int], int]) -> dict[tuple[int, int], int]:
    """Every acknowledgement so far holds, and nothing that a reader saw before has changed. Returns what is there now."""
    acknowledged = dict(load.acknowledged)  # before reading: the load goes on
    there = contents(node, load)
    lost = [f"{n} at {at}" for n, at in acknowledged.items() if at[1] is not None and there.get(at) != n]
    present = set(there.values())
    lost += [f"{n} anywhere" for n, at in acknowledged.items() if at[1] is None and n not in present]
    assert not lost, f"{load.name}: {len(lost)} of {len(acknowledged)} acknowledged records are not there: {lost[:10]}"
    changed = [f"{at}: {n} became {there.get(at)}" for at, n in seen.items() if there.get(at) != n]
    assert not changed, f"{load.name}: records that a reader saw have changed: {changed[:10]}"
    if load.exactly_once:
        for p in range(load.partitions):
            order = [n for (part, _), n in sorted(there.items()) if part == p]
            wrong = [(a, b) for a, b in zip(order, order[1:]) if b <= a]
            assert not wrong, f"{load.name}/{p}: repeated or out of order: {wrong[:10]}"
    return there


def wait_for_progress(loads: list[Load], timeout: float = 30) -> None:
    """Each client goes on by itself after a restart."""
    before = {load.name: len(load.acknowledged) for load in loads}
    end = time.monotonic() + timeout
    while any(len(load.acknowledged) <= before[load.name] for load in loads):
        stuck = [load.name for load in loads if len(load.acknowledged) <= before[load.name]]
        assert time.monotonic() < end, f"no acknowledgement within {timeout} s of the restart: {stuck} {[x.errors[:3] for x in loads]}"
        time.sleep(0.02)


GROUPS = {
    "confluent-sarama-aiokafka": [(ConfluentLoad, 3), (SaramaLoad, 1), (AioKafkaLoad, 2)],
    "kcat-kafka_python-kafka_go": [(KcatLoad, 1), (KafkaPythonLoad, 2), (KafkaGoLoad, 1)],
}


@pytest.mark.timeout(240)
@pytest.mark.parametrize("group", GROUPS)
def test_what_was_acknowledged_survives_sigkill(new_node, group):
    seed = int(os.environ.get("MARTLET_SEED") or time.time_ns() % 1_000_000)
    print(f"again with MARTLET_SEED={seed}")
    chance = random.Random(seed)
    node = new_node()
    loads: list[Load] = []
    for kind, partitions in GROUPS[group]:
        name = kind.__name__
        Confluent(node.address).create_topic(name, partitions)
        loads.append(kind(name, node.address, name, partitions))
    seen: dict[str, dict] = {load.name: {} for load in loads}
    try:
        for load in loads:
            load.start()
        wait_for_progress(loads)
        for kill in range(KILLS):
            time.sleep(chance.uniform(0.3, 2.0))
            node.kill()
            time.sleep(chance.uniform(0.0, 0.5))
            took = node.start()
            print(f"kill {kill}: answered again after {took:.2f} s; acknowledged {[len(x.acknowledged) for x in loads]}")
            for load in loads:
                seen[load.name] = verify(node, load, seen[load.name])
            wait_for_progress(loads)
    finally:
        for load in loads:
            load.stopping.set()
        for load in loads:
            load.finish(60)
    for load in loads:
        assert not load.errors, load.errors[:5]
        assert len(load.acknowledged) == load.sent > 300, f"{load.name}: {len(load.acknowledged)} of {load.sent} acknowledged"
        there = verify(node, load, seen[load.name])
        assert set(there.values()) == set(range(load.sent))
        if load.exactly_once:
            assert len(there) == load.sent
    # And once more from what is on disk alone.
    node.kill()
    node.start()
    for load in loads:
        verify(node, load, seen[load.name])


@pytest.mark.timeout(120)
def test_a_graceful_stop_loses_nothing_and_restarts_quickly(new_node):
    node = new_node()
    client = Confluent(node.address)
    client.create_topic("kept", 3, {"retention.ms": "-1"})
    for p in range(3):
        offsets(client.produce("kept", p, [Record(payload("kept", n)) for n in range(1000)], codec="zstd", idempotent=True))
    assert node.stop() == 0
    node.start()
    client = Confluent(node.address)
    assert client.topics()["kept"] == 3
    assert client.describe_configs("kept")["retention.ms"] == "-1"
    for p in range(3):
        assert [r.value for r in client.consume("kept", p, 0, 1000)] == [payload("kept", n) for n in range(1000)]


@pytest.mark.timeout(120)
def test_an_idempotent_producer_is_known_again_after_sigkill(new_node):
    """A batch sent again after a restart is recognised, and a gap in the sequence is refused."""
    node = new_node()
    with Wire("127.0.0.1", node.port) as wire:
        assert wire.create_topic("sequences") == 0
        producer = wire.init_producer_id()
        first = batches.batch([b"a", b"b"], producer=(*producer, 0))
        second = batches.batch([b"c"], producer=(*producer, 2))
        assert wire.produce("sequences", 0, first) == (0, 0)
        assert wire.produce("sequences", 0, second) == (0, 2)
    node.kill()
    node.start()
    with Wire("127.0.0.1", node.port) as wire:
        assert wire.produce("sequences", 0, second) == (0, 2), "a duplicate is answered with the old offset"
        gap = batches.batch([b"e"], producer=(*producer, 4))
        assert wire.produce("sequences", 0, gap)[0] == 45
        third = batches.batch([b"d"], producer=(*producer, 3))
        assert wire.produce("sequences", 0, third) == (0, 3)
        assert wire.init_producer_id() != producer, "a producer id is given out once"
    assert [b["base"] for b in batches.stored(node, "sequences")] == [0, 2, 3]
