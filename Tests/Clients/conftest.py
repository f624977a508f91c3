"""Fixtures: a node shared by most tests, nodes of one's own, and what is shown when a test fails."""

import shutil
import subprocess

import pytest

from adapters.goprogram import program
from harness.node import NODES, Node, NodeDied, binary


def pytest_sessionstart(session):
    """A missing program is a failure, never a skip."""
    if session.config.option.collectonly:
        return
    try:
        print(f"node under test: {binary()}")
        for name in ("sarama-client", "kafkago-client"):
            program(name)
        if shutil.which("kcat") is None:
            raise RuntimeError("kcat is missing: run scripts/setup-clients")
        print(subprocess.run(["kcat", "-V"], capture_output=True, text=True, check=True).stdout.splitlines()[-1])
    except RuntimeError as e:
        pytest.exit(str(e), returncode=1)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    """A failure shows the end of its nodes' logs."""
    outcome = yield
    report = outcome.get_result()
    if report.failed:
        for node in item.stash.get(NODES, []):
            report.sections.append((f"node {node.address}", node.log_tail()))


@pytest.fixture(scope="session")
def shared_node(tmp_path_factory):
    """The node that most tests share: started as `martlet serve` starts it by default."""
    node = Node(tmp_path_factory.mktemp("shared-node"))
    node.start()
    yield node
    node.stop()


@pytest.fixture
def martlet(request, shared_node):
    """The shared node, alive before the test and after it. Should a test kill it, that test fails and the next has a new one."""
    request.node.stash[NODES] = [shared_node]
    if not shared_node.alive:
        shared_node.kill()
        shared_node.start()
    yield shared_node
    try:
        shared_node.check_alive()
    except NodeDied as e:
        pytest.fail(f"during this test {e}")


@pytest.fixture
def new_node(request, tmp_path):
    """Makes nodes of a test's own: `new_node({"num.partitions": 2})` starts one. All are stopped afterwards."""
    nodes: list[Node] = []
    request.node.stash[NODES] = nodes

    def make(config: dict[str, object] | None = None, start: bool = True) -> Node:
        node = Node(tmp_path / f"node-{len(nodes)}", config)
        nodes.append(node)
        if start:
            node.start()
        return node

    yield make
    for node in nodes:
        node.stop()
    # Data of a passed run is of no use; on failure pytest keeps the log that was shown.
    for node in nodes:
        shutil.rmtree(node.directory / "data", ignore_errors=True)
