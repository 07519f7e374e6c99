"""Fields of an answer that the description does not name. It rarely forbids them, so a validator lets them pass."""

from __future__ import annotations

from typing import Any, Iterator

from description import Description


def unknown(description: Description, schema: dict[str, Any], value: Any) -> Iterator[tuple[dict, str, str]]:
    """Each as the object that holds it, the schema that does not name it, and its own name."""
    yield from _in_value(description, [(schema, "body")], value)


def _in_value(description: Description, schemas: list, value: Any) -> Iterator[tuple[dict, str, str]]:
    parts = [part for schema, place in schemas for part in _parts(description, schema, place)]
    if isinstance(value, list):
        items = [(part["items"], f"{place}[]") for part, place in parts if "items" in part]
        for item in value:
            yield from _in_value(description, items, item)
    elif isinstance(value, dict):
        named = [(part, place) for part, place in parts if "properties" in part]
        is_open = not named or any(part.get("additionalProperties") for part, _ in parts)
        required = {name for part, _ in parts for name in part.get("required", [])}
        for name, inner in value.items():
            below = [
                (part["properties"][name], f"{place}.{name}") for part, place in named if name in part["properties"]
            ]
            if below:
                yield from _in_value(description, below, inner)
            elif not is_open and name not in required:
                yield value, named[0][1], name


def _parts(description: Description, schema: dict[str, Any], place: str) -> Iterator[tuple[dict[str, Any], str]]:
    """A schema, and all that it consists of or is one of. A place begins at the nearest schema with a name."""
    while "$ref" in schema:
        place = schema["$ref"].rsplit("/", 1)[1]
        schema = description.component(schema["$ref"])
    yield schema, place
    for keyword in ("allOf", "oneOf", "anyOf"):
        for part in schema.get(keyword, []):
            yield from _parts(description, part, place)
