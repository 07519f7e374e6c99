"""What a random request meets in the emulator: users, browsers that are signed in, attempts that wait for a code."""

from __future__ import annotations

from functools import cached_property
from itertools import count
from typing import Any
from urllib.parse import parse_qs, urlsplit

import requests

PASSWORD = "correct-horse-battery"
ADA, BOB = "ada+clerk_test@example.com", "bob+clerk_test@example.com"
#: Is asked for a second factor, and has forgotten the password.
CAROL, DAVE = "carol+clerk_test@example.com", "dave+clerk_test@example.com"
#: The code that every address with `+clerk_test` gets, in development.
CODE = "424242"
TEMPLATE = "known_template"
#: Ada's, who has a phone beside it.
BACKUP_CODE = "backup-code-1"
PAGE = "http://localhost:5173"
PROVIDER = "oauth_google"
#: What belongs to a user.
ADDRESSES, PHONES = "/v1/me/email_addresses", "/v1/me/phone_numbers"
#: Has no account.
STRANGER = "stranger+clerk_test@example.com"
#: Before the name of what the other browser has.
FOREIGN = "foreign_"
#: Reading these changes something, as no other reading does.
CHANGED_BY_READING = ("/v1/client/sync", "/v1/verify", "/v1/oauth_callback")
#: What a refusal says after which there is one attempt less.
COUNTED = b"_incorrect"


class Control:
    """What a test may ask of the emulator beside the Frontend API."""

    def __init__(self, url: str) -> None:
        self.url = url + "/_emulator"
        self.http = connection()

    def reset(self) -> None:
        self.http.post(f"{self.url}/reset").raise_for_status()

    def seed(self, seed: dict[str, Any]) -> Any:
        seeded = self.http.post(f"{self.url}/seed", json=seed)
        seeded.raise_for_status()
        return seeded.json()

    def settings(self, **changes: Any) -> None:
        self.http.patch(f"{self.url}/settings", json=changes).raise_for_status()

    def newest_message(self) -> Any:
        return self.http.get(f"{self.url}/outbox").json()[-1]


def connection() -> requests.Session:
    """One that stays open, and does not look for a proxy before each request."""
    http = requests.Session()
    http.trust_env = False
    return http


class Browser:
    """A browser whose client has an active session, an ended one, a sign-in and a sign-up that wait for a code."""

    def __init__(self, url: str, number: int, control: Control) -> None:
        self.url = url
        self.number = number
        self.control = control
        self.http = connection()
        self.http.headers["Origin"] = PAGE
        self.ids: dict[str, str] = {}
        self.sign_ups = count()
        #: May a request have taken away what `revive` makes?
        self.is_stale = True

    @property
    def query(self) -> dict[str, str]:
        """What tells the emulator which browser this is; a production one has a cookie instead."""
        return {}

    @property
    def cookies(self) -> dict[str, str]:
        return self.http.cookies.get_dict()

    def call(self, method: str, path: str, **form: str) -> Any:
        answer = self.http.request(method, self.url + path, params=self.query, data=form)
        answer.raise_for_status()
        return answer.json()["response"]

    def revive(self, status: str) -> None:
        """Makes what the last request took away, and a sign-in of this status."""
        client = self.call("GET", "/v1/client") or self.call("PUT", "/v1/client")
        sessions = {session["id"]: session["status"] for session in client["sessions"]}
        for strange in sessions.keys() - self.ids.values():
            self.call("POST", f"/v1/client/sessions/{strange}/remove")
        if sessions.get(self.ids.get("active_session")) != "active":
            attempt = self.sign_in(ADA)
            self.ids.update(active_session=attempt["created_session_id"], complete_sign_in=attempt["id"])
        if sessions.get(self.ids.get("ended_session")) != "ended":
            self.ids["ended_session"] = self.sign_in(BOB)["created_session_id"]
            self.call("POST", f"/v1/client/sessions/{self.ids['ended_session']}/end")
        if not client["sign_in"] or client["sign_in"]["status"] != status:
            attempt = self.waiting_sign_in(status)
            self.ids["waiting_sign_in"] = attempt["id"]
        if not client["sign_up"]:
            address = f"new-{self.number}-{next(self.sign_ups)}+clerk_test@example.com"
            attempt = self.call(
                "POST", "/v1/client/sign_ups", email_address=address, password=PASSWORD, strategy="email_code"
            )
            self.ids["waiting_sign_up"] = attempt["id"]

    def waiting_sign_in(self, status: str) -> Any:
        """A sign-in that waits for a code, for a second factor, or for a new password."""
        if status == "needs_second_factor":
            self.control.settings(second_factor_at_sign_in=True)
            attempt = self.sign_in(CAROL)
            self.control.settings(second_factor_at_sign_in=False)
            return attempt
        if status == "needs_new_password":
            strategy = "reset_password_email_code"
            attempt = self.call("POST", "/v1/client/sign_ins", identifier=DAVE, strategy=strategy)
            path = f"/v1/client/sign_ins/{attempt['id']}/attempt_first_factor"
            code = self.control.newest_message()["code"]
            return self.call("POST", path, strategy=strategy, code=code)
        return self.call("POST", "/v1/client/sign_ins", identifier=BOB, strategy="email_code")

    def link_token(self) -> str:
        """The token of a link that somebody may open."""
        self.call("POST", "/v1/client/sign_ins", identifier=DAVE, strategy="email_link", redirect_url=PAGE)
        url: str = self.control.newest_message()["url"]
        return url.partition("token=")[2]

    def reverify(self, level: str) -> None:
        """Starts a reverification, so that there is one to go on with."""
        self.call("POST", f"/v1/client/sessions/{self.ids['active_session']}/verify", level=level)

    def add_contact(self, path: str) -> None:
        """Adds an address or a phone that proves nothing yet; where a code is to be tried, one is on its way."""
        is_phone = path.startswith(PHONES)
        name, kind, value, strategy = (
            ("new_phone", "phone_number", f"+1201555015{self.number}", "phone_code")
            if is_phone
            else ("new_address", "email_address", f"own-{self.number}+clerk_test@example.com", "email_code")
        )
        if is_phone:
            self.control.settings(phone_number="on")
        contacts = PHONES if is_phone else ADDRESSES
        session = f"?_clerk_session_id={self.ids['active_session']}"
        # Perhaps the last request has taken it off already.
        self.http.delete(f"{self.url}{contacts}/{self.ids.get(name)}{session}", params=self.query)
        self.ids[name] = self.call("POST", contacts + session, **{kind: value})["id"]
        is_proven = path.endswith("{phone_number_id}")
        if is_proven or path.endswith("/attempt_verification"):
            self.call("POST", f"{contacts}/{self.ids[name]}/prepare_verification{session}", strategy=strategy)
        if is_proven:
            code = self.control.newest_message()["code"]
            self.call("POST", f"{contacts}/{self.ids[name]}/attempt_verification{session}", code=code)

    def go_to_a_provider(self) -> None:
        """Asks a provider for somebody whom nobody knows, so that there is something to come back with."""
        form = {"strategy": PROVIDER, "redirect_url": f"{PAGE}/sso-callback"}
        attempt = self.call("POST", "/v1/client/sign_ins", **form)
        consent = attempt["first_factor_verification"]["external_verification_redirect_url"]
        decision = {"account": "stranger@example.com", "decision": "allow"}
        answer = self.http.post(consent, data=decision, headers={"Accept": "application/json"})
        answer.raise_for_status()
        callback = parse_qs(urlsplit(answer.json()["redirect_url"]).query)
        self.ids.update(journey_state=callback["state"][0], journey_code=callback["code"][0])

    def sign_in(self, address: str) -> dict[str, Any]:
        return self.call("POST", "/v1/client/sign_ins", identifier=address, password=PASSWORD)


class DevelopmentBrowser(Browser):
    """A browser of a development instance."""

    @cached_property
    def query(self) -> dict[str, str]:
        return {"__clerk_db_jwt": self.http.post(self.url + "/v1/dev_browser").json()["id"]}


class World:
    """Everything, made anew for each operation."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.control = Control(url)
        self.begin()

    def begin(self) -> None:
        self.control.reset()
        people = [{"email_address": address, "password": PASSWORD} for address in (ADA, BOB)]
        people[0] |= {"phone_number": "+12015550100", "backup_codes": [BACKUP_CODE]}
        people += [
            {"email_address": CAROL, "password": PASSWORD, "phone_number": "+12015550101", "backup_codes": [BACKUP_CODE]},
            {"email_address": DAVE, "password": PASSWORD},
        ]
        settings = {"jwt_templates": {TEMPLATE: {"claims": {}}}, "social_providers": [PROVIDER], "email_link": True}
        settings["organizations"] = {"enabled": True}
        members = [{"user": ADA, "role": "org:admin"}, {"user": BOB}]
        organizations = [
            {"name": "Known", "members": members, "invitations": [{"email_address": CAROL}]},
            {"name": "Left", "members": [{"user": BOB, "role": "org:admin"}, {"user": ADA}]},
            {"name": "Joined", "members": [{"user": BOB, "role": "org:admin"}], "invitations": [{"email_address": ADA}]},
        ]
        seeded = self.control.seed({"users": people, "settings": settings, "organizations": organizations})
        _, bob, _, dave = seeded["users"]
        organization, left, joined = seeded["organizations"]
        self.seeded = {
            "known_address": bob["email_address_id"],
            "known_user": bob["id"],
            "stranger": dave["id"],
            "known_organization": organization["id"],
            "known_invitation": organization["invitation_ids"][0],
        }
        self.own = {"known_organization": left["id"], "known_invitation": joined["invitation_ids"][0]}
        # Only the first knows the code without looking, so examples are for it.
        self.browsers = [DevelopmentBrowser(self.url, 0, self.control), Browser(self.url, 1, self.control)]

    def browser(self, turn: int, path: str, with_other: bool) -> Browser:
        """One of the browsers, ready for a request to a path; the other is ready too, where what it has is named."""
        turns = [turn, turn + 1] if with_other else [turn]
        try:
            self.revive(turns, path)
        except requests.HTTPError:
            # Somebody has deleted the account, or changed its password.
            self.begin()
            self.revive(turns, path)
        return self.browsers[turn % len(self.browsers)]

    def revive(self, turns: list[int], path: str) -> None:
        """Makes the browsers ready whose turn it is."""
        for turn in turns:
            browser = self.browsers[turn % len(self.browsers)]
            if browser.is_stale:
                browser.revive(_status_for(path))
                _prepare(browser, path)
                browser.is_stale = False

    def answered(self, method: str, path: str, status: int, body: bytes) -> None:
        """Notes what a request may have changed. Most change nothing, and to look after the browsers takes longer."""
        is_read = method == "GET" and path not in CHANGED_BY_READING
        is_refused = status >= 400 and COUNTED not in body
        if not is_read and not is_refused:
            for browser in self.browsers:
                browser.is_stale = True

    def ids(self, browser: Browser, path: str) -> dict[str, str]:
        """What the names in `schemathesis.toml` stand for."""
        other = next(each for each in self.browsers if each is not browser)
        foreign = {FOREIGN + name: id for name, id in other.ids.items()}
        # What somebody leaves is not what they are the last administrator of.
        own = self.own if path.startswith("/v1/me/") else {}
        return {**browser.ids, **foreign, **self.seeded, **own}


def _prepare(browser: Browser, path: str) -> None:
    """Makes what requests to some paths use up."""
    if path == "/v1/verify":
        browser.ids["link_token"] = browser.link_token()
    if "/verify/" in path:
        browser.reverify("second_factor" if path.endswith("second_factor") else "first_factor")
    if path.endswith("/oauth_callback"):
        browser.go_to_a_provider()
    if path.startswith((PHONES, ADDRESSES)):
        browser.add_contact(path)


def _status_for(path: str) -> str:
    """What a sign-in has to wait for, so that a request to it may succeed."""
    if "/sign_ins/" in path and path.endswith("_second_factor"):
        return "needs_second_factor"
    return "needs_new_password" if path.endswith("/reset_password") else "needs_first_factor"
