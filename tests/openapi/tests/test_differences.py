"""An entry covers what it says, nothing else, and must be needed."""

import json
from pathlib import Path

import differences
import pytest

from check import DIFFERENCES, check
from conftest import GOOD, exchange
from description import Description, NoDescription
from differences import Difference, Known, Unusable
from exchanges import Unreadable, read


def known(**changes):
    entry = {
        "kind": "unknown body parameter",
        "operations": ["createNote"],
        "names": ["locale"],
        "senders": [GOOD["client"]],
        "reason": "the page's language",
    }
    return Known([Difference(**{**entry, **changes})])


def test_a_known_difference_passes(description):
    report = check(description, known(), [exchange(body="text=x&locale=de")])
    assert report.is_good, report.text()


@pytest.mark.parametrize("changes", [
    {"kind": "unknown query parameter"},
    {"operations": ["getNote"]},
    {"names": ["local"]},
    {"senders": ["clerk-wasm"]},
])
def test_an_entry_covers_nothing_but_what_it_says(description, changes):
    report = check(description, known(**changes), [exchange(body="text=x&locale=de")])
    assert len(report.groups) == 1
    assert len(report.complaints) == 1, "and it is of no use"


@pytest.mark.parametrize(("changes", "part"), [
    ({"names": ["locale", "timezone"]}, "names: timezone"),
    ({"operations": ["createNote", "getNote"]}, "operations: getNote"),
    ({"senders": [GOOD["client"], "clerk-wasm"]}, "senders: clerk-wasm"),
])
def test_each_part_of_an_entry_must_be_needed(description, changes, part):
    report = check(description, known(**changes), [exchange(body="text=x&locale=de")])
    assert [complaint.endswith(part) for complaint in report.complaints] == [True]


@pytest.mark.parametrize("is_thorough", [False, True])
def test_a_rare_entry_must_be_needed_in_a_thorough_run_only(description, monkeypatch, is_thorough):
    monkeypatch.setattr(differences, "THOROUGH", is_thorough)
    assert check(description, known(rare=True), [exchange()]).is_good != is_thorough
    assert check(description, known(rare=True), [exchange(body="text=x&locale=de")]).is_good


def test_entries_for_generated_requests_are_not_held_against_the_clients(description):
    assert check(description, known(senders=["schemathesis"]), [exchange()]).is_good
    assert not check(description, known(), [exchange()]).is_good
    generated = exchange(client="schemathesis")
    assert check(description, known(), [generated]).is_good
    assert not check(description, known(senders=["schemathesis"]), [generated]).is_good


@pytest.mark.parametrize("text", [
    'names = ["x"]',
    '[[difference]]\nkind = "unknown field"\nnames = ["x"]\noperations = ["*"]\nsenders = ["a"]\nreason = "b"\nrare = false',
    'difference = ["x"]',
    'this is no TOML',
    '[[difference]]\nkind = "unknown field"\nnames = ["x"]\noperations = ["*"]\nsenders = ["a"]',
    '[[difference]]\nkind = "odd"\nnames = ["x"]\noperations = ["*"]\nsenders = ["a"]\nreason = "b"',
    '[[difference]]\nkind = "unknown field"\nnames = []\noperations = ["*"]\nsenders = ["a"]\nreason = "b"',
    '[[difference]]\nkind = "unknown field"\nnames = "x"\noperations = ["*"]\nsenders = ["a"]\nreason = "b"',
    '[[difference]]\nkind = "unknown field"\nnames = ["x"]\noperations = ["*"]\nsenders = ["a"]\nreason = " "',
])
def test_an_entry_that_says_too_little_is_refused(tmp_path: Path, text):
    file = tmp_path / "known.toml"
    file.write_text(text)
    with pytest.raises(Unusable):
        Known.read(file)


def test_the_checked_in_entries_are_readable():
    assert Known.read(DIFFERENCES).differences


def test_a_line_that_is_no_exchange_is_named(tmp_path: Path):
    file = tmp_path / "exchanges.ndjson"
    file.write_text('{"method": "GET"}\n')
    with pytest.raises(Unreadable, match="exchanges.ndjson:1"):
        list(read([file]))


def test_only_the_frontend_api_is_looked_at(tmp_path: Path):
    file = tmp_path / "exchanges.ndjson"
    file.write_text('{"method": "POST", "url": "http://x/_emulator/reset"}\n{"method": "OPTIONS", "url": "http://x/v1"}\n')
    assert list(read([file])) == []


@pytest.mark.parametrize("text", ["a: [", "just text", "openapi: 3.0.3"])
def test_a_file_that_is_no_description_is_named(tmp_path: Path, text):
    file = tmp_path / "fapi.yml"
    file.write_text(text)
    with pytest.raises(NoDescription, match="fapi.yml"):
        Description.read(file)


def test_a_line_may_hold_every_character_that_json_may(tmp_path: Path):
    file = tmp_path / "exchanges.ndjson"
    file.write_text(json.dumps({**GOOD, "body": "text=\u2028"}, ensure_ascii=False) + "\n", encoding="utf-8")
    assert len(list(read([file]))) == 1
