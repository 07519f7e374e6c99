"""Runs schemathesis on a fresh emulator, and judges what it answered. See the section on it in CONTRIBUTING.md."""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

import requests

from check import DIFFERENCES, HERE, check, finish
from description import Description, NoDescription, Operation
from differences import THOROUGH, Known, Unusable
from exchanges import Unreadable, read
from operations import IMPLEMENTED
from report import Report

#: What the emulator says of an operation that it leaves to Clerk.
NOT_IMPLEMENTED = "not_implemented_by_emulator"
#: Generated requests for each operation in a thorough run; schemathesis.toml has the number of the others.
THOROUGH_EXAMPLES = "200"


def unimplemented(description: Description, url: str) -> list[str]:
    """One complaint for each operation that is not implemented and does not say so."""
    complaints = []
    for operation in description.operations:
        if operation.name not in IMPLEMENTED:
            path = re.sub(r"\{.*?\}", "x", operation.template)
            answer = requests.request(operation.method, url + path, allow_redirects=False)
            if answer.status_code != 501 or NOT_IMPLEMENTED not in answer.text:
                complaints.append(f"{operation.method} {operation.template} is not implemented and answers {answer.status_code}")
    return complaints


def without_success(report: Report, operations: list[Operation]) -> list[str]:
    """One complaint for each operation whose code behind the refusals nothing has reached."""
    names = {operation.name for operation in operations}
    complaints = [f"the description has no operation {name}" for name in sorted(IMPLEMENTED - names)]
    for name in sorted(IMPLEMENTED & names):
        if not any(200 <= status < 400 for status in report.statuses.get(name, {})):
            complaints.append(f"no request to {name} has succeeded")
    return complaints


def schemathesis(description: Path, url: str, exchanges: Path) -> int:
    program = Path(sys.executable).with_name("schemathesis")
    arguments = ["--config-file", HERE / "schemathesis.toml", "run", description, "--url", url, "--no-color"]
    if THOROUGH:
        arguments += ["--max-examples", THOROUGH_EXAMPLES]
    environment = {**os.environ, "PYTHONPATH": str(HERE), "EMULATOR_URL": url, "EXCHANGES": str(exchanges)}
    # Its own leavings go where everything goes.
    return subprocess.run([program, *arguments], env=environment, cwd=exchanges.parent).returncode


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--description", type=Path, required=True, help="Clerk's OpenAPI file")
    options.add_argument("--url", required=True, help="the emulator, of which nothing is kept")
    options.add_argument("--out", type=Path, required=True, help="the folder for what comes of it")
    given = options.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    try:
        return finish(generate(given.description, given.url, given.out), given.out / "schemathesis.txt")
    except (NoDescription, Unusable, Unreadable, requests.ConnectionError) as error:
        print(error, file=sys.stderr)
        return 1


def generate(place: Path, url: str, out: Path) -> Report:
    description, known = Description.read(place), Known.read(DIFFERENCES)
    complaints = unimplemented(description, url)
    exchanges = out.resolve() / "schemathesis.ndjson"
    # What an earlier run left must not pass for what this one found.
    exchanges.unlink(missing_ok=True)
    status = schemathesis(place.resolve(), url, exchanges)
    report = check(description, known, read([exchanges]))
    report.complaints += complaints + without_success(report, description.operations)
    if status:
        report.complaints.append("schemathesis has failed; what it says stands above")
    return report


if __name__ == "__main__":
    sys.exit(main())
