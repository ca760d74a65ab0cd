#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what a ctest run amounted to, and fails when a test failed, was skipped or did not run, or none ran.

usage: testtotals.py JUNIT_XML CTEST_LOG

The XML counts the test programs. A Qt Test program may skip single functions and still end well, so its own totals
("Totals: 5 passed, 0 failed, 1 skipped, …") are added up from ctest's log.
"""
import re
import sys
import xml.etree.ElementTree as ElementTree


def main() -> int:
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        suite = ElementTree.parse(sys.argv[1]).getroot()
    except (OSError, ElementTree.ParseError) as error:
        print(f"no test results: {error}", file=sys.stderr)
        return 1
    cases = list(suite.iter("testcase"))
    failed = [case.get("name") for case in cases if case.get("status") == "fail"]
    not_run = [case.get("name") for case in cases if case.get("status") not in ("run", "fail")]
    seconds = sum(float(case.get("time", 0)) for case in cases)
    with open(sys.argv[2], encoding="utf-8", errors="replace") as log:
        totals = re.findall(r"Totals: (\d+) passed, (\d+) failed, (\d+) skipped", log.read())
    passed, bad, skipped = (sum(int(total[i]) for total in totals) for i in range(3))
    print(f"test programs: {len(cases)} run, {len(failed)} failed, {len(not_run)} skipped, {seconds:.1f} s of work")
    print(f"test functions: {passed + bad} run, {bad} failed, {skipped} skipped")
    for name in failed:
        print(f"failed: {name}")
    for name in not_run:
        print(f"skipped or not run: {name}")
    if not cases:
        print("no test ran", file=sys.stderr)
    return 0 if cases and not failed and not not_run and bad == 0 and skipped == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
