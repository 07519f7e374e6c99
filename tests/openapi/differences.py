"""The differences that are known: `known-differences.toml`, read strictly, and held to be of use."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Callable, Iterable

from finding import KINDS, Finding

EVERYWHERE = "*"
#: The sender whose requests are wrong on purpose, so that only their answers count.
GENERATED = "schemathesis"


class Unusable(Exception):
    """An entry says too little, or something that nobody understands."""


#: Is this a run of `cargo xtask test --thorough`?
THOROUGH = bool(os.environ.get("THOROUGH"))
#: Plays only a part of the scenarios, unless the run is thorough: what only it sends need not show in every run.
NEWER = "clerk-js-6.40.0"


@dataclass
class Difference:
    """One entry: findings of one kind, by operation, name and sender, and the reason to let them pass.

    A rare one shows only among the many requests of a thorough run."""

    kind: str
    operations: list[str]
    names: list[str]
    senders: list[str]
    reason: str
    rare: bool = False
    seen: set[tuple[str, str]] = field(default_factory=set)

    def covers(self, sender: str, finding: Finding) -> bool:
        """Is the finding known? Notes what of the entry was needed."""
        fits = (
            finding.kind == self.kind
            and (self.operations == [EVERYWHERE] or finding.operation in self.operations)
            and finding.name in self.names
            and sender in self.senders
        )
        if fits:
            self.seen |= {("operations", finding.operation), ("names", finding.name), ("senders", sender)}
        return fits

    def unused(self, is_ours: Callable[[str], bool]) -> list[str]:
        """What of the entry no finding has needed, as far as it is about senders of this run."""
        senders = [sender for sender in self.senders if is_ours(sender)]
        if not senders or (self.rare and not THOROUGH):
            return []
        if not self.seen:
            return ["all of it"]
        operations = [] if self.operations == [EVERYWHERE] else self.operations
        wanted = [("operations", operations), ("names", self.names), ("senders", senders)]
        return [
            f"{key}: {value or '(empty)'}" for key, values in wanted for value in values if (key, value) not in self.seen
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {', '.join(self.names)} in {', '.join(self.operations)}"


class Known:
    """All entries."""

    def __init__(self, differences: Iterable[Difference]) -> None:
        self.differences = list(differences)

    @classmethod
    def read(cls, path: Path) -> Known:
        try:
            content = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise Unusable(f"{path} cannot be read: {error}") from error
        if content.keys() != {"difference"}:
            raise Unusable(f"{path.name}: only [[difference]] may stand there")
        entries = content["difference"]
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            raise Unusable(f"{path.name}: an entry begins with [[difference]]")
        return cls(_entry(entry) for entry in entries)

    def covers(self, sender: str, finding: Finding) -> bool:
        # Every entry is asked, so that of two that overlap neither is called unused.
        return any([difference.covers(sender, finding) for difference in self.differences])

    def unused(self, is_generated: bool) -> list[str]:
        """One line for each part of an entry that nothing matched in a run of schemathesis, or of the clients."""

        def is_ours(sender: str) -> bool:
            if sender == NEWER and not THOROUGH:
                return False
            return (sender == GENERATED) == is_generated

        return [f"{each}: {part}" for each in self.differences for part in each.unused(is_ours)]


def _entry(entry: dict[str, Any]) -> Difference:
    text, lists = ("kind", "reason"), ("operations", "names", "senders")
    if entry.keys() - {"rare"} != {*text, *lists} or entry.get("rare", True) is not True:
        raise Unusable(f"an entry has {', '.join([*text, *lists])}, may have `rare = true`, and nothing else: {entry}")
    for key in text:
        if not isinstance(entry[key], str) or not entry[key].strip():
            raise Unusable(f"`{key}` must say something: {entry}")
    for key in lists:
        values = entry[key]
        if not isinstance(values, list) or not values or not all(isinstance(value, str) for value in values):
            raise Unusable(f"`{key}` must be a list of texts: {entry}")
    if entry["kind"] not in KINDS:
        raise Unusable(f"there is no kind `{entry['kind']}`; there are {', '.join(KINDS)}")
    return Difference(**entry)
