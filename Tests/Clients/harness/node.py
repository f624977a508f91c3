"""A real Martlet node as a child process."""

import functools
import os
import pathlib
import signal
import socket
import subprocess
import time

import pytest

from harness.wire import Wire

ROOT = pathlib.Path(__file__).resolve().parents[3]


NODES: pytest.StashKey[list["Node"]] = pytest.StashKey()
"""Where a test keeps its nodes, so that a failure shows their logs."""


def binary() -> str:
    """The program under test: MARTLET_BIN, else the newest build of this checkout."""
    named = os.environ.get("MARTLET_BIN")
    if named:
        if not os.access(named, os.X_OK):
            raise RuntimeError(f"MARTLET_BIN={named} is not a program")
        return named
    built = [p for p in (ROOT / ".build/release/martlet", ROOT / ".build/debug/martlet") if os.access(p, os.X_OK)]
    if not built:
        raise RuntimeError("no martlet program: build one (swift build -c release) or name it in MARTLET_BIN")
    return str(max(built, key=lambda p: p.stat().st_mtime))


@functools.cache
def options(program: str) -> str:
    """The help of `serve`, to see what this build can be told."""
    return subprocess.run([program, "serve", "--help"], capture_output=True, text=True, timeout=20).stdout


def free_ports(count: int) -> list[int]:
    """Ports of loopback that were free a moment ago, all different."""
    sockets = []
    try:
        for _ in range(count):
            s = socket.socket()
            s.bind(("127.0.0.1", 0))
            sockets.append(s)
        return [s.getsockname()[1] for s in sockets]
    finally:
        for s in sockets:
            s.close()


class NodeDied(RuntimeError):
    """The node's process ended by itself."""


class Node:
    """One node with its own directory and ports, which stay the same over restarts."""

    def __init__(self, directory: pathlib.Path, config: dict[str, object] | None = None):
        self.directory = pathlib.Path(directory)
        self.directory.mkdir(parents=True, exist_ok=True)
        self.port, self.admin_port = free_ports(2)
        self.log = self.directory / "node.log"
        self.process: subprocess.Popen | None = None
        self.config: pathlib.Path | None = None
        if config:
            self.config = self.directory / "martlet.yaml"
            self.config.write_text("".join(f"{k}: {str(v).lower() if isinstance(v, bool) else v}\n" for k, v in config.items()))

    @property
    def address(self) -> str:
        """HOST:PORT that clients bootstrap from."""
        return f"127.0.0.1:{self.port}"

    def start(self, timeout: float = 30) -> float:
        """Starts the process and waits until it answers Metadata with itself as a broker. Returns the seconds taken."""
        assert self.process is None, "already started"
        command = [binary(), "serve", "--listen", self.address, "--data-dir", str(self.directory / "data")]
        if "--admin-listen" in options(binary()):  # its default port is one for the whole machine
            command += ["--admin-listen", f"127.0.0.1:{self.admin_port}"]
        if self.config:
            command += ["--config", str(self.config)]
        began = time.monotonic()
        with open(self.log, "ab") as log:
            log.write(f"--- {' '.join(command)}\n".encode())
            log.flush()
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        while True:
            self.check_alive()
            if self.answers(1):
                return time.monotonic() - began
            if time.monotonic() - began > timeout:
                self.kill()
                raise RuntimeError(f"the node did not answer within {timeout} s\n{self.log_tail()}")
            time.sleep(0.02)

    def answers(self, timeout: float) -> bool:
        """Whether Metadata is answered now, with at least one broker."""
        try:
            with Wire("127.0.0.1", self.port, timeout) as wire:
                return bool(wire.metadata([])["brokers"])
        except (OSError, EOFError):
            return False

    @property
    def pid(self) -> int:
        """The process id while it runs."""
        assert self.process is not None, "not started"
        return self.process.pid

    @property
    def alive(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def check_alive(self) -> None:
        """Raises NodeDied, with the end of the log, if the process has ended."""
        if self.process is None or self.process.poll() is not None:
            status = None if self.process is None else self.process.returncode
            raise NodeDied(f"the node ended by itself with status {status}\n{self.log_tail()}")

    def kill(self) -> None:
        """SIGKILL, and waits until the process is gone."""
        self._end(signal.SIGKILL, 10)

    def stop(self, timeout: float = 15) -> int:
        """SIGTERM, and waits; a node that does not stop in time is killed. Returns the exit status."""
        return self._end(signal.SIGTERM, timeout)

    def _end(self, with_signal: signal.Signals, timeout: float) -> int:
        process, self.process = self.process, None
        if process is None:
            return 0
        if process.poll() is None:
            process.send_signal(with_signal)
            try:
                process.wait(timeout)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(10)
        return process.returncode

    def resident_bytes(self) -> int:
        """Anonymous resident memory (RssAnon)."""
        for line in pathlib.Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith("RssAnon:"):
                return int(line.split()[1]) * 1024
        raise RuntimeError("no RssAnon in the process's status")

    def log_tail(self, limit: int = 8000) -> str:
        """The end of what the node printed."""
        if not self.log.exists():
            return "(no log)"
        text = self.log.read_bytes()[-limit:].decode(errors="replace")
        return f"--- end of {self.log} ---\n{text}"
