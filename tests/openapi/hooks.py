"""Loaded by schemathesis: which operations it tries, in which world, and where the exchanges go."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from itertools import count
from typing import Any

import schemathesis
from schemathesis.core.transport import Response

from description import FORM, Description
from differences import GENERATED
from operations import EXAMPLES, IMPLEMENTED, PARAMETER_EXAMPLES
from world import FOREIGN, World

#: What belongs to the session that the request names.
OF_A_SESSION = ("/v1/me", "/v1/organizations")
#: One request of so many comes from a browser that nobody knows.
STRANGER = 8


class Run:
    """What lasts longer than one request."""

    def __init__(self) -> None:
        self.world = World(os.environ["EMULATOR_URL"])
        self.exchanges = open(os.environ["EXCHANGES"], "w", encoding="utf-8")
        self.turns = count()
        self.operation = ""


run = Run()


@schemathesis.hook
def before_load_schema(context: Any, raw_schema: dict[str, Any]) -> None:
    """Leaves the operations that the emulator implements, and says what they accept."""
    description = Description(raw_schema)
    for operation in description.operations:
        if operation.name not in IMPLEMENTED:
            del raw_schema["paths"][operation.template][operation.method.lower()]
            continue
        if operation.name in EXAMPLES:
            examples = {str(number): {"value": value} for number, value in enumerate(EXAMPLES[operation.name])}
            operation.content["requestBody"]["content"][FORM]["examples"] = examples
        _exemplify(operation.content.get("parameters", []))
    _exemplify(raw_schema["components"].get("parameters", {}).values())


def _exemplify(parameters: Iterable[dict[str, Any]]) -> None:
    """Gives parameters their examples; those that are named elsewhere get theirs there."""
    for parameter in parameters:
        if parameter.get("name") in PARAMETER_EXAMPLES:
            parameter["example"] = PARAMETER_EXAMPLES[parameter["name"]]


@schemathesis.hook
def before_call(context: Any, case: schemathesis.Case, kwargs: dict[str, Any]) -> None:
    """Puts ids in the place of their names, and a browser behind the request."""
    if run.operation != case.operation.label:
        run.operation = case.operation.label
        # Whose turn it is must not hang on the operations before, or each new one changes what the others find.
        run.turns = count()
        run.world.begin()
    turn = 0 if _phase(case) == "examples" else next(run.turns)
    is_foreign = any(str(value).startswith(FOREIGN) for value in (case.path_parameters or {}).values())
    browser = run.world.browser(turn, case.operation.path, with_other=is_foreign)
    ids = run.world.ids(browser, case.operation.path)
    if case.path_parameters:
        case.path_parameters = {name: ids.get(value, value) for name, value in case.path_parameters.items()}
    if isinstance(case.body, dict):
        case.body = {name: _on_the_wire(value, ids) for name, value in case.body.items()}
    if case.query:
        case.query = {name: ids.get(value, value) if isinstance(value, str) else value for name, value in case.query.items()}
    if case.operation.path.startswith(OF_A_SESSION):
        case.query = {**(case.query or {}), "_clerk_session_id": browser.ids["active_session"]}
    if turn % STRANGER != STRANGER - 1:
        case.query = {**(case.query or {}), **browser.query}
        case.cookies = {**(case.cookies or {}), **browser.cookies}


def _on_the_wire(value: Any, ids: dict[str, str]) -> Any:
    # As clerk-js writes null, and a form can.
    return "" if value is None else ids.get(value, value) if isinstance(value, str) else value


@schemathesis.hook
def after_call(context: Any, case: schemathesis.Case, response: Response) -> None:
    """Writes the exchange down, to be judged like those of the clients."""
    sent = response.request
    run.world.answered(sent.method, case.operation.path, response.status_code, response.content)
    if sent.method != case.operation.method.upper():
        # A try of a method that is none, which schemathesis judges itself.
        return
    body = sent.body.encode() if isinstance(sent.body, str) else sent.body
    exchange = {
        "client": GENERATED,
        "scenario": case.operation.label,
        "step": _phase(case),
        "method": sent.method,
        "url": sent.url,
        "request_headers": {name.lower(): _text(value) for name, value in sent.headers.items()},
        "body": None if body is None else _text(body),
        "status": response.status_code,
        "response_headers": {name.lower(): ", ".join(values) for name, values in response.headers.items()},
        "response_body": _text(response.content),
    }
    run.exchanges.write(json.dumps(exchange) + "\n")
    run.exchanges.flush()


def _phase(case: schemathesis.Case) -> str:
    return case.meta.phase.name.value if case.meta else ""


def _text(value: str | bytes) -> str:
    return value if isinstance(value, str) else value.decode("utf-8", "replace")
