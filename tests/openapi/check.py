"""Holds recorded exchanges against Clerk's description. See the section on it in CONTRIBUTING.md."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Iterable

from description import Description, NoDescription
from differences import GENERATED, Known, Unusable
from exchanges import Exchange, Unreadable, read
from finding import Finding
from judge import Judge
from report import Report

HERE = Path(__file__).parent
DIFFERENCES = HERE / "known-differences.toml"


def check(description: Description, known: Known, exchanges: Iterable[Exchange]) -> Report:
    judge, report = Judge(description), Report(description)
    for exchange in exchanges:
        report.senders[exchange.sender] += 1
        for finding in _findings(judge, exchange, report):
            if known.covers(exchange.sender, finding):
                report.known[finding.kind] += 1
            else:
                report.add(finding, exchange)
    for part in known.unused(is_generated=GENERATED in report.senders):
        report.complaints.append(f"known-differences.toml has what no exchange needs: {part}")
    return report


def _findings(judge: Judge, exchange: Exchange, report: Report) -> list[Finding]:
    operation = judge.route(exchange.request)
    if isinstance(operation, Finding):
        report.other_routes[operation.operation] += 1
        return [operation]
    report.count(operation, exchange)
    found = judge.request(operation, exchange.request)
    if exchange.sender == GENERATED:
        found = _accepted(found, exchange)
    if exchange.answer:
        # Not in place: the judge gives the same list for the next request that is alike.
        found = found + judge.answer(operation, exchange.answer)
    return found


def _accepted(found: list[Finding], exchange: Exchange) -> list[Finding]:
    """Schemathesis sends wrong requests on purpose: the finding is that nobody minds."""
    if exchange.answer is None or exchange.answer.status >= 300:
        return []
    # The description rarely forbids what it does not know, nor does the emulator.
    wrong = [finding for finding in found if not finding.kind.startswith("unknown")]
    return [Finding("accepted", each.operation, f"{each.kind} {each.name}", each.detail) for each in wrong]


def finish(report: Report, place: Path) -> int:
    """Prints a report and keeps it; returns the status to exit with."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(report.text(), encoding="utf-8")
    print(report.text(), end="")
    return 0 if report.is_good else 1


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--description", type=Path, required=True, help="Clerk's OpenAPI file")
    options.add_argument("--report", type=Path, required=True, help="where the report is kept")
    options.add_argument("exchanges", type=Path, nargs="+", help="files of exchanges")
    given = options.parse_args()
    try:
        known = Known.read(DIFFERENCES)
        report = check(Description.read(given.description), known, read(given.exchanges))
    except (NoDescription, Unusable, Unreadable) as error:
        print(error, file=sys.stderr)
        return 1
    return finish(report, given.report)


if __name__ == "__main__":
    sys.exit(main())
