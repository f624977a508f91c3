"""The client libraries, each behind the same few operations."""

from adapters.aio import AioKafka
from adapters.base import Client, ClientError, offsets
from adapters.confluent import Confluent
from adapters.goprogram import KafkaGo, Sarama, Sarama010, Sarama08
from adapters.kafkapython import KafkaPython
from adapters.kcat import Kcat

CURRENT: list[type[Client]] = [Confluent, KafkaPython, AioKafka, Kcat, Sarama, KafkaGo]
"""Every library as it is used by default."""

OLD: list[type[Client]] = [Sarama010, Sarama08]
"""Libraries told to speak as for old brokers."""

ALL: list[type[Client]] = CURRENT + OLD

__all__ = ["ALL", "CURRENT", "OLD", "Client", "ClientError", "offsets"]
