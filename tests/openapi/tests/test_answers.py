"""Each way in which an answer can differ from the description is found."""

import json

import pytest

from conftest import GOOD


def answer(**fields):
    return {"response": {"id": "n1", **fields}, "client": None}


@pytest.mark.parametrize("body", [
    # Null where it may be, though a list of values or of schemas stands beside.
    answer(state=None, proof=None),
    answer(proof={"object": "password"}),
    # An object without a list of its fields is open.
    answer(metadata={"anything": [1, None]}),
    # What must be there is named, if not described.
    {"response": {"id": "n1"}, "client": {"notes": [{"id": "n2"}], "unnamed": 1}},
])
def test_an_answer_as_described_is_good(found, body):
    assert found(response_body=body) == []


@pytest.mark.parametrize(("body", "kind", "name"), [
    (answer(color="red"), "unknown field", "Note.color"),
    (answer(proof={"object": "code", "attempts": 1, "more": 1}), "unknown field", "Code.more"),
    (answer(proof={"object": "code"}), "missing field", "response.proof.attempts"),
    (answer(proof={"object": "code", "attempts": "1"}), "wrong field", "response.proof.attempts"),
    (answer(state="lost"), "wrong field", "response.state"),
    (answer(id=None), "wrong field", "response.id"),
    (answer(id=1), "wrong field", "response.id"),
    ({"response": {}, "client": None}, "missing field", "response.id"),
    ({"response": None, "client": None}, "wrong field", "response"),
    ({"response": {"id": "n1"}}, "missing field", "client"),
    ({"response": {"id": "n1"}, "client": {"notes": [{"id": "n2"}, {}], "unnamed": 1}}, "missing field", "client.notes[].id"),
    ({"response": {"id": "n1"}, "client": None, "meta": 1}, "unknown field", "body.meta"),
])
def test_a_wrong_body_is_found(found, body, kind, name):
    assert found(response_body=body) == [(kind, name)]


def test_a_status_that_is_not_described_is_found(found):
    errors = json.dumps({"errors": [{"code": "gone"}]})
    assert found(status=410, response_body=errors) == [("undescribed status", "410 gone")]
    assert found(status=500, response_body="") == [("undescribed status", "500")]
    assert found(status=422, response_body=errors) == []


def test_a_body_that_is_not_what_it_should_be_is_found(found):
    html = {"content-type": "text/html"}
    assert found(response_headers=html, response_body="<p>") == [("wrong answer content type", "text/html")]
    assert found(response_body="") == [("missing answer", "200")]
    assert found(response_body="{") == [("wrong field", "")]


def test_only_the_request_counts_where_there_is_no_answer_of_the_emulator_s_own(found):
    broken = {"response_body": {"wrong": True}}
    assert found(**broken, response_headers={**GOOD["response_headers"], "clerk-emulator-fault": "7"}) == []
    assert found(status=None, response_headers=None, response_body=None) == []
    assert found(status=None, response_headers=None, response_body=None, body="x=1&text=") == [
        ("unknown body parameter", "x")
    ]


def test_of_generated_requests_only_those_count_that_were_accepted(found):
    generated = {"client": "schemathesis", "body": "text=x&loud=maybe&more=1"}
    errors = json.dumps({"errors": []})
    assert found(**generated) == [("accepted", "wrong parameter loud")]
    assert found(**generated, status=422, response_body=errors) == []


def test_headers_of_one_name_may_come_on_lines(found):
    assert found(response_headers={**GOOD["response_headers"], "set-cookie": "a=1\nb=2"}) == []
