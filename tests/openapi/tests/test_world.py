"""After which requests the browsers are looked after."""

from types import SimpleNamespace

import pytest

from world import World


@pytest.mark.parametrize(("method", "path", "status", "body", "is_stale"), [
    ("GET", "/v1/me", 200, b"", False),
    ("GET", "/v1/verify", 303, b"", True),
    ("GET", "/v1/verify", 400, b"", False),
    ("POST", "/v1/client", 200, b"", True),
    ("POST", "/v1/client", 422, b"form_param_missing", False),
    ("POST", "/v1/client", 422, b"form_code_incorrect", True),
    ("POST", "/v1/client", 501, b"", False),
])
def test_only_what_may_have_changed_something_makes_them_stale(method, path, status, body, is_stale):
    world = World.__new__(World)
    world.browsers = [SimpleNamespace(is_stale=False), SimpleNamespace(is_stale=False)]
    world.answered(method, path, status, body)
    assert [browser.is_stale for browser in world.browsers] == [is_stale, is_stale]
