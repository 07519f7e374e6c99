"""Requests and answers as they were on the wire, in the form that openapi-core reads them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from openapi_core.datatypes import RequestParameters
from werkzeug.datastructures import Headers, ImmutableMultiDict

from description import Operation

Pairs = list[tuple[str, str]]


def read_pairs(text: str) -> Pairs:
    return parse_qsl(text, keep_blank_values=True)


@dataclass
class Request:
    """A request, with the method that it means: clerk-js sends everything but GET as POST, and names the method."""

    method: str
    path: str
    query: Pairs
    headers: dict[str, str]
    body: bytes | None

    @classmethod
    def read(cls, method: str, url: str, headers: dict[str, str], body: bytes | None) -> Request:
        parts = urlsplit(url)
        query = read_pairs(parts.query)
        meant = [value for name, value in query if name == "_method"]
        if method == "POST" and meant:
            method = meant[0].upper()
            query = [pair for pair in query if pair[0] != "_method"]
        return cls(method, parts.path, query, headers, body)

    @property
    def content_type(self) -> str:
        return self.headers.get("content-type", "")

    @property
    def lacks_its_body(self) -> bool:
        """Was there a body, by the headers, that the recorder did not get to see?"""
        return not self.body and self.headers.get("content-length", "0") != "0"


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def content_type(self) -> str:
        return self.headers.get("content-type", "")

    @cached_property
    def json(self) -> Any:
        """The body, or nothing where it is not JSON."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None

    @property
    def error_code(self) -> str:
        """Clerk's word for the first error."""
        errors = self.json.get("errors") if isinstance(self.json, dict) else None
        first = errors[0] if isinstance(errors, list) and errors else None
        return first.get("code", "") if isinstance(first, dict) else ""


class CoreRequest:
    """A request as openapi-core wants it."""

    host_url = ""

    def __init__(self, request: Request, body: bytes | None) -> None:
        self.method = request.method.lower()
        self.path = request.path
        self.body = body
        self.content_type = request.content_type
        self.parameters = RequestParameters(
            query=ImmutableMultiDict(request.query), header=_headers(request.headers)
        )

    @classmethod
    def of(cls, operation: Operation) -> CoreRequest:
        """A request of which nothing is known but its operation."""
        return cls(Request(operation.method, operation.template, [], {}, None), None)


class CoreAnswer:
    """An answer as openapi-core wants it."""

    def __init__(self, answer: Answer, body: bytes) -> None:
        self.status_code = answer.status
        self.headers = _headers(answer.headers)
        self.content_type = answer.content_type
        self.data = body


def _headers(headers: dict[str, str]) -> Headers:
    """A recorder puts headers of one name on lines of one value, as two `set-cookie`."""
    return Headers([(name, line) for name, value in headers.items() for line in value.split("\n")])
