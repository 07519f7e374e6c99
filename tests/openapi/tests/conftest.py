"""What the tests share: the small description, and an exchange that is as described."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any, Callable

import pytest

from check import check
from description import Description
from differences import Known
from exchanges import Exchange
from finding import Finding
from report import Report

GOOD: dict[str, Any] = {
    "client": "clerk-js-6.34.1",
    "scenario": "notes",
    "step": "write one",
    "method": "POST",
    "url": "http://localhost:4711/v1/notes?page=2&browser=b1",
    "request_headers": {"content-type": "application/x-www-form-urlencoded", "origin": "http://localhost:5173"},
    "body": "text=hello+w%C3%B6rld&loud=true&color=red&tags=a&tags=b",
    "status": 200,
    "response_headers": {"content-type": "application/json"},
    "response_body": json.dumps({
        "response": {"id": "n1", "state": None, "proof": {"object": "code", "attempts": 1}, "metadata": {"x": 1}},
        "client": None,
    }),
}


@pytest.fixture(scope="session")
def description() -> Description:
    return Description.read(Path(__file__).with_name("description.yml"))


def exchange(**changes: Any) -> Exchange:
    """The good exchange, changed; an answer may be given as a value."""
    line = {**copy.deepcopy(GOOD), **changes}
    if not isinstance(line["response_body"], (str, type(None))):
        line["response_body"] = json.dumps(line["response_body"])
    return Exchange.of(line)


@pytest.fixture(scope="session")
def found(description: Description) -> Callable[..., list[tuple[str, str]]]:
    """The kinds and names of what is found in one exchange."""

    def find(**changes: Any) -> list[tuple[str, str]]:
        report: Report = check(description, Known([]), [exchange(**changes)])
        findings: list[Finding] = [group.finding for group in report.groups.values()]
        return sorted((each.kind, each.name) for each in findings)

    return find
