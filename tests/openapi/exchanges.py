"""The exchanges that the differential suite and schemathesis write down: one JSON object a line."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterable, Iterator
from urllib.parse import urlsplit

from wire import Answer, Request

#: An answer with this header was tampered with by the emulator, on demand.
FAULT_HEADER = "clerk-emulator-fault"
#: Only the Frontend API is described, not what the tests do to the emulator beside it.
CONTROL_PREFIX = "/_emulator"


class Unreadable(Exception):
    """A line is not an exchange."""


@dataclass
class Exchange:
    """One request and its answer, if there was one that means something."""

    sender: str
    scenario: str
    request: Request
    answer: Answer | None
    line: dict[str, Any]

    @classmethod
    def of(cls, line: dict[str, Any]) -> Exchange:
        body = line["body"]
        headers = line["request_headers"]
        request = Request.read(line["method"], line["url"], headers, None if body is None else body.encode())
        return cls(line["client"], f"{line['scenario']}, {line['step']}", request, _answer(line), line)


def _answer(line: dict[str, Any]) -> Answer | None:
    """Nothing for a request that was aborted, or whose answer was tampered with."""
    if line["status"] is None or FAULT_HEADER in line["response_headers"]:
        return None
    return Answer(line["status"], line["response_headers"], (line["response_body"] or "").encode())


def read(files: Iterable[Path]) -> Iterator[Exchange]:
    for file in files:
        try:
            lines = file.read_text(encoding="utf-8").split("\n")
        except (OSError, ValueError) as error:
            raise Unreadable(f"{file} cannot be read: {error}") from error
        for number, text in enumerate(lines, start=1):
            if not text:
                continue
            try:
                line = json.loads(text)
                is_described = not urlsplit(line["url"]).path.startswith(CONTROL_PREFIX)
                # A preflight is the browser's own.
                if is_described and line["method"] != "OPTIONS":
                    yield Exchange.of(line)
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise Unreadable(f"{file}:{number} is not an exchange: {error!r}") from error
