"""Exchanges that are judged once are counted each, and only those are taken for alike that are."""

from check import check
from conftest import exchange
from differences import Known
from judge import Judge


def body(**fields):
    return {"response": {"id": "n1", **fields}, "client": None}


def judged(description, monkeypatch, *exchanges):
    """How many answers were judged, and what was found how often."""
    answers = []
    judge = Judge._answer
    monkeypatch.setattr(Judge, "_answer", lambda *given: answers.append(given) or judge(*given))
    report = check(description, Known([]), exchanges)
    return len(answers), {key: group.operations.total() for key, group in report.groups.items()}


def test_ids_moments_and_tokens_make_no_difference(description, monkeypatch):
    exchanges = [
        exchange(response_body=body(id=f"note_{letter * 27}", more=[1796022752308 + number, f"eyJ{letter}.{letter}.{letter}"]))
        for number, letter in enumerate("ab")
    ]
    assert judged(description, monkeypatch, *exchanges) == (1, {("unknown field", "Note.more"): 2})


def test_whatever_else_differs_is_judged(description, monkeypatch):
    values = ["note_" + 27 * "a", "note_" + 26 * "a", "other_" + 27 * "a", 1796022752308, None, "eyJ"]
    exchanges = [exchange(response_body=body(id=value)) for value in values]
    assert judged(description, monkeypatch, *exchanges) == (6, {("wrong field", "response.id"): 2})
