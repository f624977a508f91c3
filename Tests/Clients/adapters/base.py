"""What the tests ask of every client."""

import abc

from harness.records import Record


class ClientError(Exception):
    """What a client library reported, with Kafka's error code where it told one."""

    def __init__(self, message: str, code: int | None = None):
        super().__init__(f"{message} (code {code})" if code is not None else message)
        self.code = code


class Client(abc.ABC):
    """One client library, in one configuration.

    Features, by name: what it can send (`headers`, `null-headers`, `binary-headers`, `null-value`, `empty`, `binary`,
    `timestamps`), what it can tell of what it read (`headers`, `null-headers`, `null-vs-empty`, `timestamps-read`), and what
    it can do (`acks-0`, `idempotence`, `offsets`: acknowledgements carry offsets, `limit-size`: its own size limit can be
    lifted). An admin operation is supported when the class overrides it.
    """

    name: str
    codecs: tuple[str, ...]
    features: frozenset[str]
    magic = 2  # message format it produces

    def __init__(self, bootstrap: str):
        self.bootstrap = bootstrap

    @abc.abstractmethod
    def produce(
        self, topic: str, partition: int | None, records: list[Record], *, codec="none", acks="all", idempotent=False, timeout=20.0
    ) -> list[tuple[int, int | None] | ClientError]:
        """Sends all; for each record its partition and offset (None where the client cannot tell), or its error."""

    @abc.abstractmethod
    def consume(self, topic: str, partition: int, offset: int, count: int, timeout=20.0) -> list[Record]:
        """Reads count records of a partition from an offset on, by assignment."""

    @abc.abstractmethod
    def watermarks(self, topic: str, partition: int) -> tuple[int, int]:
        """First offset, and the one after the last."""

    def topics(self) -> dict[str, int]:
        """All topics with their partition counts."""
        raise NotImplementedError

    def offset_for_time(self, topic: str, partition: int, timestamp: int) -> int | None:
        """Offset of the first record with this timestamp (ms) or a later one; None or -1 for none."""
        raise NotImplementedError

    def create_topic(self, name: str, partitions: int, configs: dict[str, str] | None = None) -> None:
        raise NotImplementedError

    def delete_topic(self, name: str) -> None:
        raise NotImplementedError

    def describe_topic(self, name: str) -> list[int]:
        """The topic's partition numbers, in order."""
        raise NotImplementedError

    def create_partitions(self, name: str, count: int) -> None:
        raise NotImplementedError

    def describe_configs(self, topic: str) -> dict[str, str]:
        raise NotImplementedError

    def alter_configs(self, topic: str, configs: dict[str, str]) -> None:
        """Replaces all configs of the topic (AlterConfigs)."""
        raise NotImplementedError

    def change_configs(self, topic: str, set_values: dict[str, str], delete: list[str]) -> None:
        """Changes some (IncrementalAlterConfigs)."""
        raise NotImplementedError

    def delete_records(self, topic: str, partition: int, before: int) -> None:
        raise NotImplementedError

    def list_offset(self, topic: str, partition: int, which: str) -> int:
        """An offset by the admin API: which is earliest, latest or max-timestamp."""
        raise NotImplementedError

    def describe_cluster(self) -> list[str]:
        """HOST:PORT of every node."""
        raise NotImplementedError

    @classmethod
    def supports(cls, operation: str) -> bool:
        """Whether the class overrides this operation."""
        return getattr(cls, operation) is not getattr(Client, operation)


def offsets(answers: list) -> list[int | None]:
    """The offsets of answers that must all be acknowledgements."""
    for answer in answers:
        if isinstance(answer, ClientError):
            raise answer
    return [offset for _, offset in answers]
