"""What openapi-core and its schema validator say, as findings."""

from __future__ import annotations

import re
from typing import Any, Iterator

from openapi_core.templating.media_types.exceptions import MediaTypeNotFound
from openapi_core.templating.responses.exceptions import ResponseNotFound
from openapi_core.validation.request.exceptions import MissingRequiredParameter
from openapi_core.validation.response.exceptions import MissingData
from openapi_core.validation.schemas.exceptions import InvalidSchemaValue

from description import Operation
from finding import Finding
from wire import Answer


def in_request(operation: Operation, error: Exception, name: str = "") -> Iterator[Finding]:
    """`name` is that of the parameter, where openapi-core does not tell."""
    cause = error.__cause__ or error
    name = getattr(error, "name", name)
    if isinstance(error, MissingRequiredParameter):
        yield Finding("missing parameter", operation.name, name, f"in {error.location}")
    elif isinstance(cause, InvalidSchemaValue):
        yield from _in_schema(operation, cause, "parameter", name)
    else:
        yield Finding("wrong parameter", operation.name, name, str(cause))


def in_answer(operation: Operation, error: Exception, answer: Answer) -> Iterator[Finding]:
    cause = error.__cause__ or error
    if isinstance(error, ResponseNotFound):
        yield Finding("undescribed status", operation.name, f"{answer.status} {answer.error_code}".strip())
    elif isinstance(cause, InvalidSchemaValue):
        yield from _in_schema(operation, cause, "field", getattr(error, "name", ""))
    elif isinstance(cause, MediaTypeNotFound):
        yield Finding("wrong answer content type", operation.name, cause.mimetype or "none")
    elif isinstance(cause, MissingData):
        yield Finding("missing answer", operation.name, str(answer.status))
    else:
        yield Finding("wrong field", operation.name, getattr(error, "name", ""), str(cause))


def _in_schema(operation: Operation, cause: InvalidSchemaValue, noun: str, root: str) -> Iterator[Finding]:
    for error in cause.schema_errors:
        for inner in _nearest(error):
            place = ".".join(part for part in (root, _place(inner)) if part)
            missing = re.match(r"'(.*)' is a required property", inner.message)
            if inner.validator == "required" and missing:
                name = f"{place}.{missing[1]}" if place else missing[1]
                yield Finding(f"missing {noun}", operation.name, name)
            else:
                yield Finding(f"wrong {noun}", operation.name, place, inner.message[:300])


def _nearest(error: Any) -> Iterator[Any]:
    """An error itself; where it is that no alternative fits, the errors of the one that comes nearest."""
    if error.validator not in ("oneOf", "anyOf") or not error.context:
        yield error
        return
    alternatives: dict[Any, list[Any]] = {}
    for inner in error.context:
        alternatives.setdefault(inner.schema_path[0], []).append(inner)
    for inner in min(alternatives.values(), key=_distance):
        yield from _nearest(inner)


def _distance(errors: list[Any]) -> tuple[bool, int]:
    """How far a value is from an alternative. To be null is the farthest, since no value is nearly null."""
    return any(error.validator == "enum" and None in error.validator_value for error in errors), len(errors)


def _place(error: Any) -> str:
    place = ""
    for step in error.absolute_path:
        place += "[]" if isinstance(step, int) else f".{step}"
    return place.removeprefix(".")
