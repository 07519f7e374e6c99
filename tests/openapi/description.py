"""Clerk's published description of its Frontend API, read from outside of this project and mended in memory."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

FORM = "application/x-www-form-urlencoded"
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
#: What stands for "or null": the dialect of OpenAPI 3.0 has no type of that name.
NULL = {"type": "object", "nullable": True, "enum": [None]}


@dataclass(frozen=True)
class Operation:
    """One method of one path."""

    method: str
    template: str
    content: dict[str, Any]

    @property
    def name(self) -> str:
        return self.content["operationId"]


class NoDescription(Exception):
    """The file is not what it should be."""


class Description:
    """The document, and the ways to ask it."""

    def __init__(self, document: dict[str, Any]) -> None:
        # Which host a request goes to is none of the description's business here.
        document["servers"] = [{"url": "/"}]
        _accept_null(document["paths"])
        _accept_null(document["components"])
        self.document = document

    @classmethod
    def read(cls, path: Path) -> Description:
        try:
            document = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        except (OSError, ValueError, yaml.YAMLError) as error:
            raise NoDescription(f"{path} cannot be read: {error}") from error
        if not isinstance(document, dict) or not {"openapi", "paths", "components"} <= document.keys():
            raise NoDescription(f"{path} is not an OpenAPI description")
        return cls(document)

    @cached_property
    def operations(self) -> list[Operation]:
        return [
            Operation(method.upper(), template, content)
            for template, methods in self.document["paths"].items()
            for method, content in methods.items()
            if method in METHODS
        ]

    def operation(self, method: str, path: str) -> Operation | None:
        """The operation behind a path; one without parameters goes before one with them."""
        fitting = [each for each in self.operations if each.method == method and _fits(each.template, path)]
        return min(fitting, key=lambda each: each.template.count("{"), default=None)

    def query_schemas(self, operation: Operation) -> dict[str, dict[str, Any]]:
        """The query parameters of an operation, with those by which a caller says who it is."""
        schemes = self.document["components"].get("securitySchemes", {}).values()
        shared = self.document["paths"][operation.template].get("parameters", [])
        own = [self.resolve(each) for each in [*shared, *operation.content.get("parameters", [])]]
        return {each["name"]: each.get("schema", {}) for each in [*schemes, *own] if each.get("in") == "query"}

    def form_schemas(self, operation: Operation) -> dict[str, dict[str, Any]]:
        """The parameters in the body of an operation."""
        body = self.resolve(operation.content.get("requestBody", {}))
        return self.resolve(body.get("content", {}).get(FORM, {}).get("schema", {})).get("properties", {})

    def resolve(self, node: dict[str, Any]) -> dict[str, Any]:
        """What a node is, or refers to."""
        while "$ref" in node:
            node = self.component(node["$ref"])
        return node

    def component(self, reference: str) -> dict[str, Any]:
        node: Any = self.document
        for step in reference.removeprefix("#/").split("/"):
            node = node[step.replace("~1", "/").replace("~0", "~")]
        return node

    def answer(self, operation: Operation, status: int) -> dict[str, Any] | None:
        """The description of an answer with this status."""
        answers = operation.content["responses"]
        for key in (str(status), f"{status // 100}XX", "default"):
            if key in answers:
                return self.resolve(answers[key])
        return None


def _fits(template: str, path: str) -> bool:
    wanted, given = template.split("/"), path.split("/")
    return len(wanted) == len(given) and all(
        (part.startswith("{") and other != "") or part == other for part, other in zip(wanted, given)
    )


def _accept_null(node: Any) -> None:
    """Lets null through where `nullable` stands beside a list of schemas or of values.

    Taken by the letter such a place refuses null, since the list does; the description means the opposite.
    """
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for child in children:
        _accept_null(child)
    if isinstance(node, dict) and node.get("nullable") is True and node is not NULL:
        if any(keyword in node for keyword in ("allOf", "oneOf", "anyOf", "enum", "$ref")):
            schema = {key: value for key, value in node.items() if key != "nullable"}
            node.clear()
            node["anyOf"] = [NULL, schema]
