"""What the emulator does of what Clerk describes, and what it accepts."""

from __future__ import annotations

from typing import Any

from world import BACKUP_CODE, BOB, CODE, PAGE, PASSWORD, TEMPLATE

#: Each answers what is described; every other operation answers 501.
IMPLEMENTED = {
    "getJWKS",
    "getHealth",
    "getEnvironment",
    "updateEnvironment",
    "createDevBrowser",
    "getClient",
    "putClient",
    "postClient",
    "deleteClientSessions",
    "syncClient",
    "removeClientSessionsAndRetainCookie",
    "getSession",
    "touchSession",
    "endSession",
    "removeSession",
    "createSessionToken",
    "createSessionTokenWithTemplate",
    "startSessionReverification",
    "prepareSessionReverificationFirstFactor",
    "attemptSessionReverificationFirstFactor",
    "prepareSessionReverificationSecondFactor",
    "attemptSessionReverificationSecondFactor",
    "createSignIn",
    "getSignIn",
    "prepareSignInFactorOne",
    "attemptSignInFactorOne",
    "prepareSignInFactorTwo",
    "attemptSignInFactorTwo",
    "resetPassword",
    "verify",
    "createSignUps",
    "getSignUps",
    "updateSignUps",
    "prepareSignUpsVerification",
    "attemptSignUpsVerification",
    "getOauthCallback",
    "joinWaitlist",
    "postOauthCallback",
}

#: One of Clerk's that the emulator has not.
OTHER_STRATEGY = {"strategy": "oauth_token_google"}

#: A way to a provider.
JOURNEY = {"strategy": "oauth_google", "redirect_url": f"{PAGE}/sso-callback"}

#: Forms whose fields go together, which chance does not find, and one that each such operation must say no to.
EXAMPLES: dict[str, list[dict[str, Any]]] = {
    "createSignIn": [
        {"identifier": BOB},
        {"identifier": BOB, "password": PASSWORD},
        {"identifier": BOB, "strategy": "email_code"},
        JOURNEY,
        OTHER_STRATEGY,
    ],
    "prepareSignInFactorOne": [{"strategy": "email_code", "email_address_id": "known_address"}, OTHER_STRATEGY],
    "attemptSignInFactorOne": [
        {"strategy": "email_code", "code": CODE},
        {"strategy": "password", "password": PASSWORD},
        OTHER_STRATEGY,
    ],
    "prepareSignInFactorTwo": [{"strategy": "phone_code"}, {"strategy": "email_link"}],
    "attemptSignInFactorTwo": [{"strategy": "backup_code", "code": BACKUP_CODE}, {"strategy": "totp", "code": CODE}],
    "resetPassword": [{"password": PASSWORD}, {"password": "short"}],
    "prepareSessionReverificationFirstFactor": [{"strategy": "email_code"}, {"strategy": "passkey"}],
    "attemptSessionReverificationFirstFactor": [
        {"strategy": "password", "password": PASSWORD},
        {"strategy": "passkey"},
    ],
    "prepareSessionReverificationSecondFactor": [{"strategy": "phone_code"}],
    "attemptSessionReverificationSecondFactor": [
        {"strategy": "backup_code", "code": BACKUP_CODE},
        {"strategy": "totp", "code": CODE},
    ],
    "createSignUps": [JOURNEY, OTHER_STRATEGY],
    "updateSignUps": [OTHER_STRATEGY],
    "prepareSignUpsVerification": [{"strategy": "email_code"}, OTHER_STRATEGY],
    "postOauthCallback": [{"state": "journey_state", "code": "journey_code"}],
    "attemptSignUpsVerification": [{"strategy": "email_code", "code": CODE}, OTHER_STRATEGY],
}

#: What an example of a path or a query has; `world.py` knows the ids behind the names.
PARAMETER_EXAMPLES = {
    "session_id": "active_session",
    "template_name": TEMPLATE,
    "sign_in_id": "waiting_sign_in",
    "sign_up_id": "waiting_sign_up",
    "token": "link_token",
    "redirect_url": f"{PAGE}/?a=b#c",
    "state": "journey_state",
    "code": "journey_code",
}
