#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Hookworks authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills the listener at random moments under load, and looks for every acknowledged request in the workspace file.

kill_listener.py HOOKWORKS_CLI [ROUNDS] [SEED]: ends with 0 when each acknowledged body is stored once, byte for byte, and the file is sound
after each kill.
"""
import json
import os
import random
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

SENDERS = 8


def send_until_dead(port, name, acknowledged):
    """Sends requests on one connection until it breaks; notes the bodies that got a 2xx."""
    try:
        connection = socket.create_connection(("127.0.0.1", port), timeout=5)
    except OSError:
        return
    number = 0
    with connection:
        while True:
            body = json.dumps({"sender": name, "number": number, "pad": "x" * 100}).encode()
            number += 1
            try:
                connection.sendall(b"POST /hook HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
                answer = connection.recv(65536)
            except OSError:
                return
            if not answer:
                return
            if answer.startswith(b"HTTP/1.1 2"):
                acknowledged.append(body)


def one_round(program, workspace, name, draw):
    """Returns the bodies acknowledged in a round and how long the load lasted."""
    process = subprocess.Popen([program, "--workspace", workspace, "--json", "--quiet", "listen", "--port", "0"], stdout=subprocess.PIPE)
    port = int(json.loads(process.stdout.readline())["listening"].rsplit(":", 1)[1])
    threading.Thread(target=lambda: [None for _ in process.stdout], daemon=True).start()
    acknowledged = [[] for _ in range(SENDERS)]
    threads = [threading.Thread(target=send_until_dead, args=(port, f"{name}-{i}", acknowledged[i])) for i in range(SENDERS)]
    started = time.monotonic()
    for thread in threads:
        thread.start()
    time.sleep(draw.uniform(0.05, 0.4))
    process.send_signal(signal.SIGKILL)
    process.wait()
    lasted = time.monotonic() - started
    for thread in threads:
        thread.join()
    return [body for bodies in acknowledged for body in bodies], lasted


def integrity(workspace):
    with sqlite3.connect(workspace) as database:
        return database.execute("PRAGMA integrity_check").fetchone()[0]


def stored_bodies(program, workspace):
    output = subprocess.run([program, "--workspace", workspace, "--json", "captures", "--limit", "1000000", "--bodies"], stdout=subprocess.PIPE, check=True)
    counts = {}
    for line in output.stdout.splitlines():
        body = __import__("base64").b64decode(json.loads(line)["bodyBase64"])
        counts[body] = counts.get(body, 0) + 1
    return counts


def main():
    program = os.path.abspath(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    draw = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    acknowledged, seconds, problems = [], 0.0, []
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update({f"XDG_{kind}": folder for kind in ("CONFIG_HOME", "DATA_HOME", "CACHE_HOME", "RUNTIME_DIR")})
        workspace = os.path.join(folder, "kill.hookworks")
        for number in range(rounds):
            bodies, lasted = one_round(program, workspace, f"round{number}", draw)
            acknowledged += bodies
            seconds += lasted
            sound = integrity(workspace)
            if sound != "ok":
                problems.append(f"round {number}: {sound}")
        stored = stored_bodies(program, workspace)
    problems += [f"acknowledged {stored.get(body, 0)} times in the file: {body[:60]!r}" for body in acknowledged if stored.get(body, 0) != 1]
    print(f"{rounds} kills, {len(acknowledged)} acknowledged ({len(acknowledged) / seconds:.0f} a second), {len(stored)} stored, {len(problems)} problems")
    for problem in problems[:20]:
        print(problem)
    return 1 if problems or not acknowledged else 0


if __name__ == "__main__":
    sys.exit(main())
