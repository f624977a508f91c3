"""A disk of its own that fills up: nothing acknowledged is lost, the node stays, and giving space back is enough."""

import contextlib
import subprocess
import time

import pytest
from confluent_kafka import Consumer, Producer, TopicPartition
from confluent_kafka.admin import AdminClient

SIZE_MB = 160


@pytest.fixture
def small_disk(tmp_path):
    """A directory on a small file system. Needs the right to mount."""
    place = tmp_path / "small"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE_MB}m", "tmpfs", str(place)], check=True)
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def produce(node, topic: str, count: int, timeout_s: float) -> tuple[list[int], set[str]]:
    """Sends up to `count` records of 4 kB. Returns the offsets acknowledged, and the errors."""
    offsets: list[int] = []
    errors: set[str] = set()

    def report(error, message):
        if error:
            errors.add(error.name())
        else:
            offsets.append(message.offset())

    producer = Producer({"bootstrap.servers": node.address, "acks": "all", "message.timeout.ms": int(timeout_s * 1000)})
    for number in range(count):
        while True:
            try:
                producer.produce(topic, number.to_bytes(4, "big") * 1000, partition=0, callback=report)
                break
            except BufferError:
                producer.poll(0.1)
        producer.poll(0)
    producer.flush(timeout_s + 5)
    return offsets, errors


def read_all(node, topic: str, end: int) -> list[int]:
    """The offsets that a consumer finds, up to `end`."""
    consumer = Consumer({"bootstrap.servers": node.address, "group.id": "unused", "enable.auto.commit": False})
    consumer.assign([TopicPartition(topic, 0, 0)])
    found: list[int] = []
    deadline = time.monotonic() + 30
    with contextlib.closing(consumer):
        while (not found or found[-1] < end) and time.monotonic() < deadline:
            found += [m.offset() for m in consumer.consume(1000, 0.5) if not m.error()]
    return found


def test_a_full_disk_refuses_records_and_loses_none(new_node, small_disk):
    node = new_node(start=False)
    (node.directory / "data").symlink_to(small_disk)
    node.start()
    acknowledged, errors = produce(node, "full", SIZE_MB * 256, 6)
    assert acknowledged, "nothing was taken at all"
    assert errors, f"{SIZE_MB} MB of records fitted on a disk of that size"
    node.check_alive()
    assert set(acknowledged) <= set(read_all(node, "full", max(acknowledged)))

    # Also a restart finds no space, and must come up all the same, by way of a crash.
    node.kill()
    node.start()
    assert set(acknowledged) <= set(read_all(node, "full", max(acknowledged)))

    # Giving space back is enough: no restart, no repair.
    admin = AdminClient({"bootstrap.servers": node.address})
    for future in admin.delete_topics(["full"]).values():
        future.result(20)
    deadline = time.monotonic() + 30
    again: list[int] = []
    while not again and time.monotonic() < deadline:
        again, _ = produce(node, "again", 10, 3)
    assert again, "no record was taken after the topic was deleted"
    assert "below its reserve" in node.log.read_text()
