//! The TypeScript of what has no exported Rust class: the resources of `glue/resource.js`, options, errors. It is
//! written beside the exports and ends up in the package's one `.d.ts`.

use wasm_bindgen::prelude::wasm_bindgen;

macro_rules! types {
    ($($name:ident = $file:literal;)*) => {$(
        #[wasm_bindgen(typescript_custom_section)]
        const $name: &str = include_str!(concat!("types/", $file, ".d.ts"));
    )*};
}

types! {
    STRATEGIES = "strategies";
    RESOURCE = "resource";
    SNAPSHOT = "snapshot";
    ERRORS = "errors";
    TOKEN = "token";
    VERIFICATION = "verification";
    SESSION = "session";
    SESSION_VERIFICATION = "session_verification";
    AUTHENTICATE = "authenticate";
    SIGN_IN = "sign_in";
    SIGN_UP = "sign_up";
    USER = "user";
    IDENTIFICATION = "identification";
    EXTERNAL_ACCOUNT = "external_account";
    ORGANIZATION = "organization";
    ORGANIZATION_MEMBERSHIP = "organization_membership";
    ORGANIZATION_INVITATION = "organization_invitation";
    ORGANIZATION_DOMAIN = "organization_domain";
    ENTERPRISE_CONNECTION = "enterprise_connection";
    BACKEND = "backend";
    CLIENT = "client";
    NAVIGATION = "navigation";
    EVENTS = "events";
    SIGNALS = "signals";
    FRAMEWORK = "framework";
    CALLBACKS = "callbacks";
    PASSWORD = "password";
    WAITLIST = "waitlist";
    CLERK = "clerk";
}
