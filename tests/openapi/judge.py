"""What is wrong with a request or an answer: openapi-core judges, and what it lets pass unnamed is added."""

from __future__ import annotations

import copy
import json
import re
from collections import Counter
from typing import Any, Callable, Iterator
from urllib.parse import urlencode

from openapi_core import Config, OpenAPI
from openapi_core.casting.schemas.exceptions import CastError
from openapi_core.validation.request.exceptions import RequestBodyValidationError

import fields
import refusals
from description import FORM, Description, Operation
from finding import Finding, each_once
from wire import Answer, CoreAnswer, CoreRequest, Pairs, Request, read_pairs

#: What is another in each exchange, and as good: ids, moments, tokens, traces. Their kind and length is all that is described.
DRAWN = re.compile(
    r"""(?P<id>\b[a-z]+_)[0-9A-Za-z]{27}\b|(?P<moment>(?<=[:,\[])1)[0-9]{12}(?=[,}\]])"""
    r"""|(?P<token>(?<=")eyJ)[\w-]+\.[\w-]+\.[\w-]+(?=")|(?P<trace>"clerk_trace_id":")\w+"""
)
#: Headers that are another in each exchange, and are not described.
DRAWN_HEADERS = {"cookie", "date", "content-length", "x-clerk-trace-id", "x-schemathesis-testcaseid"}


class Judge:
    """Holds requests and answers against the description."""

    def __init__(self, description: Description) -> None:
        self.description = description
        # The document was mended, so it is not asked once more whether it is one.
        self.core = OpenAPI.from_dict(description.document, config=Config(spec_validator_cls=None))
        # Three clients get the same answer of an emulator with the same seed, and scenarios begin alike.
        self._judged: dict[tuple[Any, ...], list[Finding]] = {}

    def route(self, request: Request) -> Operation | Finding:
        """The operation that a request means."""
        operation = self.description.operation(request.method, request.path)
        return operation or Finding("undescribed route", f"{request.method} {_without_ids(request.path)}", "")

    def request(self, operation: Operation, request: Request) -> list[Finding]:
        query = tuple((name, _alike(value)) for name, value in request.query)
        known = (operation.name, query, _alike_body(request.body), request.lacks_its_body, _alike_headers(request.headers))
        return self._once(known, lambda: self._request(operation, request))

    def answer(self, operation: Operation, answer: Answer) -> list[Finding]:
        known = (operation.name, answer.status, _alike_body(answer.body), _alike_headers(answer.headers))
        return self._once(known, lambda: self._answer(operation, answer))

    def _once(self, key: tuple[Any, ...], judge: Callable[[], list[Finding]]) -> list[Finding]:
        if key not in self._judged:
            self._judged[key] = judge()
        return self._judged[key]

    def _request(self, operation: Operation, request: Request) -> list[Finding]:
        found = list(_strange(operation, "query", request.query, self.description.query_schemas(operation)))
        form: Pairs = []
        if request.lacks_its_body:
            found.append(Finding("unrecorded body", operation.name, request.content_type or "none"))
        elif request.body and request.content_type.split(";")[0].strip().lower() != FORM:
            found.append(Finding("wrong request content type", operation.name, request.content_type or "none"))
        elif request.body:
            described = self.description.form_schemas(operation)
            sent = read_pairs(request.body.decode("utf-8", "replace"))
            found += _strange(operation, "body", sent, described)
            form = [(name, value) for name, value in sent if name in described and not _is_null(value, described[name])]
        found += self._refusals(operation, request, form)
        return each_once(found)

    def _answer(self, operation: Operation, answer: Answer) -> list[Finding]:
        found = []
        body = answer.body
        described = self.description.answer(operation, answer.status) or {}
        schema = described.get("content", {}).get("application/json", {}).get("schema")
        if schema is not None and answer.json is not None:
            value = copy.deepcopy(answer.json)
            for holder, place, name in list(fields.unknown(self.description, schema, value)):
                found.append(Finding("unknown field", operation.name, f"{place}.{name}"))
                # Taken out, lest a schema that is closed makes another finding of it.
                del holder[name]
            body = json.dumps(value).encode()
        for error in self.core.iter_response_errors(CoreRequest.of(operation), CoreAnswer(answer, body)):
            found += refusals.in_answer(operation, error, answer)
        return each_once(found)

    def _refusals(self, operation: Operation, request: Request, form: Pairs) -> Iterator[Finding]:
        errors = self._errors(request, form)
        if any(_ends_the_reading(error) for error in errors):
            readable = []
            for pair in form:
                alone = [error for error in self._errors(request, [pair]) if _ends_the_reading(error)]
                for error in alone:
                    yield from refusals.in_request(operation, error, pair[0])
                if not alone:
                    readable.append(pair)
            errors = self._errors(request, readable)
        for error in errors:
            yield from refusals.in_request(operation, error)

    def _errors(self, request: Request, form: Pairs) -> list[Exception]:
        errors = self.core.iter_request_errors(CoreRequest(request, urlencode(form).encode() or None))
        return [error for error in errors if not (request.lacks_its_body and isinstance(error, RequestBodyValidationError))]


def _ends_the_reading(error: Exception) -> bool:
    """Is it of a value that cannot be what it should, as a boolean that is `maybe`? openapi-core does not say whose."""
    return isinstance(error, RequestBodyValidationError) and isinstance(error.__cause__, CastError)


def _strange(operation: Operation, place: str, pairs: Pairs, described: dict[str, Any]) -> Iterator[Finding]:
    """Parameters that the description does not know, or knows to come once."""
    for name, count in Counter(name for name, _ in pairs).items():
        if name not in described:
            yield Finding(f"unknown {place} parameter", operation.name, name)
        elif count > 1 and described[name].get("type") != "array":
            yield Finding(f"repeated {place} parameter", operation.name, name)


def _alike(text: str) -> str:
    """A text that is the same for all that are judged alike."""
    return DRAWN.sub(lambda drawn: drawn[drawn.lastgroup or 0] + "…", text)


def _alike_body(body: bytes | None) -> str | None:
    # Bytes that are no text must not become alike.
    return None if body is None else _alike(body.decode("utf-8", "surrogateescape"))


def _alike_headers(headers: dict[str, str]) -> frozenset[tuple[str, str]]:
    return frozenset((name, _alike(value)) for name, value in headers.items() if name not in DRAWN_HEADERS)


def _is_null(value: str, schema: dict[str, Any]) -> bool:
    """clerk-js writes null as an empty value, and a form has no other null."""
    alternatives = [schema, *schema.get("anyOf", [])]
    return value == "" and any(each.get("nullable") is True for each in alternatives)


def _without_ids(path: str) -> str:
    """A path whose ids are not told: `sess_2x9Qw…` is `{id}`, `sign_ins` stays."""
    is_id = re.compile(r"[a-z]+_(?=.*[0-9A-Z])[0-9A-Za-z]{8,}")
    return "/".join("{id}" if is_id.fullmatch(part) else part for part in path.split("/"))
