"""Each way in which a request can differ from the description is found."""

import pytest

from conftest import GOOD


def test_a_request_as_described_is_good(found):
    assert found() == []


@pytest.mark.parametrize("body", [
    "text=x",
    # clerk-js's null is an empty value, where null may be.
    "text=x&loud=&color=",
    # An empty text is a text.
    "text=",
])
def test_what_a_form_may_leave_open_is_good(found, body):
    assert found(body=body) == []


@pytest.mark.parametrize(("body", "kind", "name"), [
    ("text=x&locale=de", "unknown body parameter", "locale"),
    ("text=x&locale=", "unknown body parameter", "locale"),
    ("text=x&text=y", "repeated body parameter", "text"),
    ("loud=true", "missing parameter", "text"),
    ("text=x&loud=maybe", "wrong parameter", "loud"),
    ("text=x&color=blue", "wrong parameter", "color"),
])
def test_a_wrong_form_is_found(found, body, kind, name):
    assert found(body=body) == [(kind, name)]


def test_every_value_that_cannot_be_read_is_named(found):
    assert found(body="text=x&loud=maybe&color=blue") == [("wrong parameter", "color"), ("wrong parameter", "loud")]


def test_a_body_that_is_no_form_is_found(found):
    headers = {**GOOD["request_headers"], "content-type": "application/json"}
    assert ("wrong request content type", "application/json") in found(request_headers=headers, body='{"text":"x"}')


@pytest.mark.parametrize(("query", "kind", "name"), [
    ("page=2&debug=1", "unknown query parameter", "debug"),
    ("page=1&page=2", "repeated query parameter", "page"),
    ("page=two", "wrong parameter", "page"),
])
def test_a_wrong_query_is_found(found, query, kind, name):
    assert found(url=f"http://localhost:4711/v1/notes?{query}") == [(kind, name)]


def test_a_missing_header_is_found(found):
    headers = {"content-type": "application/x-www-form-urlencoded"}
    assert found(request_headers=headers) == [("missing parameter", "Origin")]


def test_the_method_that_is_meant_counts(found):
    as_get = {"method": "GET", "body": None, "request_headers": {}, "response_body": ""}
    assert found(**as_get, url="http://localhost/v1/notes/n1") == []
    put = found(url="http://localhost/v1/notes/note_2xA9Qw4kLm1?_method=PUT")
    assert put == [("undescribed route", "")]
    assert found(url="http://localhost/v1/notes?_method=POST&page=1") == []


def test_a_form_where_none_is_described_is_found(found):
    changes = {"method": "GET", "url": "http://localhost/v1/notes/n1", "response_body": ""}
    assert found(**changes, body="text=x") == [("unknown body parameter", "text")]


def test_a_route_that_is_not_described_is_found(found):
    assert found(url="http://localhost/v1/note") == [("undescribed route", "")]


def test_a_body_that_the_recorder_missed_is_named_and_not_taken_for_an_empty_one(found):
    headers = {**GOOD["request_headers"], "content-length": "7"}
    form = "application/x-www-form-urlencoded"
    assert found(request_headers=headers, body=None) == [("unrecorded body", form)]
    assert ("missing parameter", "text") in found(body="loud=true")
