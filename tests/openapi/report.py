"""What a reader sees: how much was checked, and what was found, each with one example."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from description import Description, Operation
from exchanges import Exchange
from finding import Finding

#: How much of a body an example shows.
EXCERPT = 400


@dataclass
class Group:
    """What was found of one name, in whichever operations."""

    finding: Finding
    example: Exchange
    operations: Counter[str] = field(default_factory=Counter)
    senders: Counter[str] = field(default_factory=Counter)


class Report:
    """Counts and findings, as they come in."""

    def __init__(self, description: Description) -> None:
        self.description = description
        self.requests: Counter[str] = Counter()
        self.answers: Counter[str] = Counter()
        self.senders: Counter[str] = Counter()
        self.statuses: dict[str, Counter[int]] = {}
        self.groups: dict[tuple[str, str], Group] = {}
        self.known: Counter[str] = Counter()
        self.other_routes: Counter[str] = Counter()
        self.complaints: list[str] = []

    def count(self, operation: Operation, exchange: Exchange) -> None:
        self.requests[operation.name] += 1
        if exchange.answer:
            self.answers[operation.name] += 1
            self.statuses.setdefault(operation.name, Counter())[exchange.answer.status] += 1

    def add(self, finding: Finding, exchange: Exchange) -> None:
        # A route that is not described has no name but itself.
        key = (finding.kind, finding.name or finding.operation)
        group = self.groups.setdefault(key, Group(finding, exchange))
        group.operations[finding.operation] += 1
        group.senders[exchange.sender] += 1

    @property
    def is_good(self) -> bool:
        return not self.groups and not self.complaints

    def text(self) -> str:
        return "\n".join([*self._table(), "", *self._findings(), *self._complaints(), self._summary()]) + "\n"

    def _table(self) -> list[str]:
        rows = [("operation", "", "requests", "answers", "statuses")]
        for operation in self.description.operations:
            if self.requests[operation.name]:
                statuses = sorted(self.statuses.get(operation.name, Counter()).items())
                rows.append((
                    operation.name,
                    f"{operation.method} {operation.template}",
                    str(self.requests[operation.name]),
                    str(self.answers[operation.name]),
                    " ".join(f"{status}×{count}" for status, count in statuses),
                ))
        rows += [("(not described)", route, str(count), "–", "") for route, count in sorted(self.other_routes.items())]
        widths = [max(len(row[column]) for row in rows) for column in range(4)]
        return [
            f"{row[0]:<{widths[0]}}  {row[1]:<{widths[1]}}  {row[2]:>{widths[2]}}  {row[3]:>{widths[3]}}  {row[4]}".rstrip()
            for row in rows
        ]

    def _findings(self) -> list[str]:
        lines = []
        for _, group in sorted(self.groups.items()):
            finding, exchange = group.finding, group.example
            lines += [
                f"{finding.kind}: {finding.name or finding.operation}",
                f"    {_counted(group.operations)} · {_counted(group.senders)}",
                *([f"    {finding.detail}"] if finding.detail else []),
                f"    as in {exchange.scenario}",
                f"    sent {exchange.line['method']} {exchange.line['url']}",
                f"         {_excerpt(exchange.line['body'])}",
                f"    got  {exchange.line['status']} {_excerpt(exchange.line['response_body'])}",
                "",
            ]
        return lines

    def _complaints(self) -> list[str]:
        return [*self.complaints, ""] if self.complaints else []

    def _summary(self) -> str:
        return (
            f"{sum(self.requests.values())} requests ({_counted(self.senders)}) and {sum(self.answers.values())} answers in"
            f" {len(self.requests)} operations; {sum(self.known.values())} known differences,"
            f" {len(self.groups)} others, {len(self.complaints)} complaints."
        )


def _counted(counts: Counter[str]) -> str:
    return ", ".join(f"{name} ×{count}" for name, count in sorted(counts.items()))


def _excerpt(body: str | None) -> str:
    if not body:
        return "(no body)"
    return body if len(body) <= EXCERPT else f"{body[:EXCERPT]}… ({len(body)} characters)"
