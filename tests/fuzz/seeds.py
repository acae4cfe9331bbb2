# SPDX-FileCopyrightText: 2026 The Hookworks authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""seeds.py NAME FOLDER: writes the inputs that a fuzz target starts from, taken from the test cases beside it."""
import pathlib
import re
import sys

tests = pathlib.Path(__file__).resolve().parent.parent
escapes = {"r": b"\r", "n": b"\n", "t": b"\t"}


def unescaped(text):
    def byte(match):
        if match[1]:
            return bytes.fromhex(match[1].decode())
        return escapes.get(match[2].decode(), match[2])
    return re.sub(rb"\\(?:x([0-9a-fA-F]{2})|(.))", byte, text)


def requests():
    for line in (tests / "http/cases/requests.tsv").read_bytes().splitlines():
        parts = line.split(b"\t")
        if not line.startswith(b"#") and len(parts) == 3:
            yield b"\x03" + unescaped(parts[2])


def responses():
    for status in (b"HTTP/1.1 200 OK", b"HTTP/1.0 404 Not Found", b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 x"):
        for rest in (b"Content-Length: 3\r\n\r\nabc", b"Transfer-Encoding: chunked\r\n\r\n3;a=b\r\nabc\r\n0\r\nT: v\r\n\r\n", b"\r\nuntil the end"):
            yield b"\x02" + status + b"\r\n" + rest


def texts():
    yield rb'{"a":[1,-0.5e+10,true,false,null,"\u0041\ud83d\ude00\n"],"a":{}}'
    yield b'["\xef\xbb\xbf\xef\xbb\xbf\\n"]'
    for file in sorted((tests.parent / "resources/providers").glob("*.json")):
        yield file.read_bytes()[:4096]


folder = pathlib.Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
for number, seed in enumerate({"framer": requests, "response": responses, "json": texts}[sys.argv[1]]()):
    (folder / f"{number:03}").write_bytes(seed)
