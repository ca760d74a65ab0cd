#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints a libFuzzer dictionary: the keys and short plain values of the JSON payloads in a folder, and a file's lines.

usage: dictionary.py FOLDER [WORDS]
"""
import json
import pathlib
import re
import sys

PLAIN = re.compile(r"[A-Za-z_.@/-]{1,40}")


def words_of(value) -> set[str]:
    if isinstance(value, dict):
        return {json.dumps(key) for key in value} | set().union(*map(words_of, value.values()))
    if isinstance(value, list):
        return set().union(*map(words_of, value))
    return {json.dumps(value)} if isinstance(value, str) and PLAIN.fullmatch(value) else set()


def main() -> int:
    if len(sys.argv) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    words: set[str] = set()
    for path in pathlib.Path(sys.argv[1]).iterdir():
        try:
            words |= words_of(json.loads(path.read_bytes()))
        except (ValueError, RecursionError):
            pass
    extra = pathlib.Path(sys.argv[2]) if len(sys.argv) == 3 else None
    if extra and extra.exists():
        words |= {line.encode().decode("unicode_escape") for line in extra.read_text().splitlines() if line}
    for word in sorted(words):
        print('"' + "".join(c if c.isalnum() or c in " :;=/_.-{}[],@" else f"\\x{ord(c):02x}" for c in word) + '"')
    return 0


if __name__ == "__main__":
    sys.exit(main())
