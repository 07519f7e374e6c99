"""One difference from the description."""

from __future__ import annotations

from dataclasses import dataclass

#: `accepted` is what a request should have been refused for, and was not.
KINDS = (
    "undescribed route",
    "unknown query parameter",
    "unknown body parameter",
    "repeated query parameter",
    "repeated body parameter",
    "missing parameter",
    "wrong parameter",
    "wrong request content type",
    "unrecorded body",
    "accepted",
    "undescribed status",
    "wrong answer content type",
    "missing answer",
    "unknown field",
    "missing field",
    "wrong field",
)


@dataclass(frozen=True)
class Finding:
    """A finding of one of the `KINDS`, in which operation, about what; `detail` is for the reader."""

    kind: str
    operation: str
    name: str
    detail: str = ""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"there is no kind `{self.kind}`")


def each_once(found: list[Finding]) -> list[Finding]:
    """The first of those that say the same of other values."""
    first: dict[tuple[str, str, str], Finding] = {}
    for finding in found:
        first.setdefault((finding.kind, finding.operation, finding.name), finding)
    return list(first.values())
