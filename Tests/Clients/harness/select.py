"""Which clients a test runs with."""

import pytest

from adapters import ALL, CURRENT, Client


def each(*needs: str, among: list[type[Client]] = CURRENT, argument: str = "kind"):
    """Parametrizes over the clients that have all these features and operations."""

    def fits(kind: type[Client]) -> bool:
        return all(n in kind.features or (hasattr(Client, n) and kind.supports(n)) for n in needs)

    chosen = [k for k in among if fits(k)]
    assert chosen, f"no client has {needs}"
    return pytest.mark.parametrize(argument, chosen, ids=[k.name for k in chosen])


def each_codec(among: list[type[Client]] = ALL):
    """Parametrizes over every client with each of its codecs."""
    pairs = [(k, c) for k in among for c in k.codecs]
    return pytest.mark.parametrize("kind, codec", pairs, ids=[f"{k.name}-{c}" for k, c in pairs])
