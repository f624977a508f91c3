"""Replays recorded behaviour against a fresh node and compares the differences with those that docs/differences.md explains.

usage: behaviour.py [FAMILY...]      env MARTLET_SHARED, MARTLET_BIN, WARM (see replay.py; 0 while there are no coordinators)
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

from harness.node import ROOT, Node
from harness.wire import Wire

FAMILIES = ["admin", "apiversions", "fetch", "listoffsets", "metadata", "produce"]

# What the recorded broker was set to.
CONFIG = {
    "num.partitions": 2,
    "auto.create.topics.enable": True,
    "group.initial.rebalance.delay.ms": 0,
    "group.min.session.timeout.ms": 1000,
    "log.cleaner.backoff.ms": 36_000_000,
    "log.retention.check.interval.ms": 36_000_000,
    "log.retention.hours": 168,
    "log.segment.bytes": 1_073_741_824,
    "min.insync.replicas": 1,
}

# What the recorded cluster had set for all brokers, while it ran.
CLUSTER_DEFAULTS = {"min.insync.replicas": "1"}

DIFFERENCES = ROOT / "docs/differences.md"
LISTED = re.compile(r"^- `(?P<family>\w+)` \| (?P<scenario>.+?) \| (?P<reason>\S.*)$")
LINE = re.compile(r"^(ok  |DIFF) (\w+) \| (.*?)(?: \(other order: .*\))?$")


def explained() -> dict[tuple[str, str], str]:
    """(family, scenario) -> reason, from the list between the markers of docs/differences.md."""
    found, inside = {}, False
    for number, text in enumerate(DIFFERENCES.read_text().splitlines(), 1):
        if text.strip() in ("<!-- differences -->", "<!-- /differences -->"):
            inside = not text.strip().startswith("<!-- /")
        elif inside and text.startswith("- "):
            match = LISTED.match(text)
            if not match:
                sys.exit(f"behaviour: {DIFFERENCES.name}:{number}: not '- `family` | scenario | reason'")
            found[match["family"], match["scenario"]] = match["reason"]
    return found


def set_cluster_defaults(node: Node) -> None:
    """Sets what the recorded cluster had as its brokers' dynamic defaults."""
    with Wire("127.0.0.1", node.port) as wire:
        for name, value in CLUSTER_DEFAULTS.items():
            if error := wire.set_cluster_default(name, value):
                sys.exit(f"behaviour: {name}={value} was refused with error {error}")


def replay(shared: pathlib.Path, node: Node, family: str) -> tuple[dict[str, bool], dict[str, str]]:
    """Scenario -> whether it is as recorded, and for the others what differs."""
    behaviour = shared / "kafka-behaviour"
    environment = {**os.environ, "KAFKA_DEFS": str(shared / "kafka-protocol")}
    environment.setdefault("WARM", "0")  # no coordinators yet
    done = subprocess.run(
        [sys.executable, str(behaviour / "replay.py"), node.address, str(behaviour), family],
        env=environment,
        capture_output=True,
        text=True,
        timeout=600,
    )
    same, details, current = {}, {}, None
    for text in done.stdout.splitlines():
        match = LINE.match(text)
        if match:
            current = match[3].strip()
            same[current] = match[1] == "ok  "
        elif text.startswith("       ") and current is not None and not same[current]:
            details[current] = details.get(current, "") + text + "\n"
    if "total:" not in done.stdout:
        details["replay itself"] = f"       {done.stdout[-1000:]}{done.stderr[-3000:]}\n"
        same["replay itself"] = False
    return same, details


def main() -> int:
    families = sys.argv[1:] or FAMILIES
    shared = pathlib.Path(os.environ.get("MARTLET_SHARED", ROOT.parent / "shared"))
    if not (shared / "kafka-behaviour/replay.py").exists():
        print(f"behaviour: no recordings at {shared}: {len(families)} families are not replayed")
        print(f"behaviour: 0 passed, 0 failed, {len(families)} skipped")
        return 0
    reasons = explained()
    passed = failed = 0
    for family in families:
        with tempfile.TemporaryDirectory(prefix="martlet-behaviour-") as directory:
            node = Node(pathlib.Path(directory), CONFIG)
            node.start()
            try:
                set_cluster_defaults(node)
                same, details = replay(shared, node, family)
                died = not node.alive
            finally:
                node.stop()
            if died:
                print(f"FAILED {family}: the node ended by itself\n{node.log_tail()}")
                failed += 1
        known = {scenario for f, scenario in reasons if f == family}
        for scenario, as_recorded in same.items():
            if as_recorded and scenario in known:
                print(f"FAILED {family} | {scenario}\n       listed in docs/differences.md, but no longer different")
                failed += 1
            elif not as_recorded and scenario not in known:
                print(f"FAILED {family} | {scenario}\n{details.get(scenario, '')}", end="")
                failed += 1
            else:
                passed += 1
        for scenario in sorted(known - same.keys()):
            print(f"FAILED {family} | {scenario}\n       listed in docs/differences.md, but no such scenario was recorded")
            failed += 1
        as_kafka = sum(same.values())
        print(f"-- {family}: {as_kafka} as Kafka, {sum(not x for x in same.values())} different, {len(known)} explained")
    print(f"behaviour: {passed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
