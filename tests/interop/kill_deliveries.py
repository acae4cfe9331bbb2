#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Hookworks authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills the sending program at random moments under load, and compares what a receiver logged with what the program says.

kill_deliveries.py HOOKWORKS_CLI [ROUNDS] [SEED]: ends with 0 when no delivery was lost, no transmission is without its attempt, and every
attempt with a known outcome was seen by the receiver.
"""
import collections
import json
import os
import random
import signal
import socketserver
import subprocess
import sys
import tempfile
import threading
import time


class Log:
    """How often each event arrived; the first two times it is answered 503, then 200."""

    def __init__(self):
        self.lock = threading.Lock()
        self.seen = collections.Counter()

    def add(self, body):
        task = json.loads(body)["task_id"]
        with self.lock:
            self.seen[task] += 1
            return 503 if self.seen[task] <= 2 else 200


class Receiver(socketserver.StreamRequestHandler):
    def handle(self):
        try:
            self.answer_all()
        except ConnectionError:
            pass  # the sender was killed

    def answer_all(self):
        while True:
            length = None
            line = self.rfile.readline()
            if not line:
                return
            while line not in (b"\r\n", b""):
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
                line = self.rfile.readline()
            body = self.rfile.read(length or 0)
            if length is None or len(body) < length:
                return
            status = self.server.log.add(body)
            self.wfile.write(b"HTTP/1.1 %d Answer\r\nContent-Length: 0\r\n\r\n" % status)


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 128


def cli(program, workspace, *arguments, **options):
    return subprocess.run([program, "--workspace", workspace, *arguments], stdout=subprocess.PIPE, check=False, timeout=120, **options)


def kill_rounds(program, workspace, rounds, draw):
    for number in range(rounds):
        if number % 10 == 0:
            cli(program, workspace, "simulate", "report.failed", "--report", "r1", "--count", "40", "--no-wait", "--quiet")
        process = subprocess.Popen([program, "--workspace", workspace, "deliver", "--quiet"], stdout=subprocess.DEVNULL)
        time.sleep(draw.uniform(0.02, 0.6))
        process.send_signal(signal.SIGKILL)
        process.wait()


def problems_of(deliveries, seen):
    known = {}
    for delivery in deliveries:
        task = json.loads(__import__("base64").b64decode(delivery["request"]["bodyBase64"]))["task_id"]
        known[task] = delivery
        attempts = delivery["attempts"]
        certain = sum(1 for attempt in attempts if attempt["outcome"] in ("success", "rejected"))
        if delivery["state"] not in ("delivered", "exhausted", "unknown"):
            yield f"{delivery['id']} is not final: {delivery['state']}"
        if seen[task] > len(attempts):
            yield f"{delivery['id']}: {seen[task]} transmissions, {len(attempts)} attempts"
        if seen[task] < certain:
            yield f"{delivery['id']}: {seen[task]} transmissions, {certain} attempts with an answer"
    for task in seen:
        if task not in known:
            yield f"a transmission of {task} without a delivery"


def main():
    program = os.path.abspath(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    draw = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    with tempfile.TemporaryDirectory() as folder, Server(("127.0.0.1", 0), Receiver) as server:
        server.log = Log()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        os.environ.update({f"XDG_{kind}": folder for kind in ("CONFIG_HOME", "DATA_HOME", "CACHE_HOME", "RUNTIME_DIR")})
        workspace = os.path.join(folder, "kill.hookworks")
        report = os.path.join(folder, "report.json")
        with open(report, "w", encoding="utf-8") as file:
            file.write('{"type": "Report", "options": {}, "components": []}')
        cli(program, workspace, "report", "import", report, "--provider", "hybiscus")
        cli(program, workspace, "webhook", "add", "--provider", "hybiscus", "--policy", "fixed:0.2x60", "--url",
            f"http://127.0.0.1:{server.server_address[1]}/hook")
        kill_rounds(program, workspace, rounds, draw)
        cli(program, workspace, "deliver", "--until-idle", "--quiet")
        output = cli(program, workspace, "deliveries", "--json", "--limit", "1000000", "--bodies").stdout
        ids = [json.loads(line)["id"] for line in output.splitlines()]
        whole = [json.loads(cli(program, workspace, "delivery", id, "--json").stdout) for id in ids]
        problems = list(problems_of(whole, server.log.seen))
        server.shutdown()
    expected = 40 * ((rounds + 9) // 10)
    if len(whole) != expected:
        problems.append(f"{len(whole)} deliveries, {expected} were made")
    unknown = sum(1 for delivery in whole for attempt in delivery["attempts"] if attempt["outcome"] == "unknown")
    attempts = sum(len(delivery["attempts"]) for delivery in whole)
    print(f"{rounds} kills, {len(whole)} deliveries, {attempts} attempts ({unknown} with outcome unknown), "
          f"{sum(server.log.seen.values())} transmissions, {len(problems)} problems")
    for problem in problems[:20]:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
