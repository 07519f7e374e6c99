//! Each client that arrives is left for the next visit, without a token or anything else that is secret. The page reads
//! it.

use super::state::Rest;
use crate::engine::page::{SNAPSHOT_VERSION, Status};
use crate::json::Json;

/// What is not kept, wherever it stands: tokens, what proves something to somebody, and attempts, which go stale.
const SECRETS: &str =
    "last_active_token nonce backup_codes external_verification_redirect_url sign_in sign_up";

/// From now on each client that arrives is kept.
pub(super) fn keep_snapshots(rest: &Rest) {
    if !rest.state.keeps_snapshots.replace(true) {
        keep_snapshot(rest);
    }
}

/// Keeps the client while somebody is signed in.
pub(super) fn keep_snapshot(rest: &Rest) {
    if !rest.page().lacks.client.get() {
        let client = rest.page().client.first_signed_in().map(|_| rest.page().client.resource.data());
        set_snapshot(rest, client.map(|client| client.with("version", Json::from(SNAPSHOT_VERSION))));
    }
}

fn set_snapshot(rest: &Rest, client: Option<Json>) {
    if rest.state.keeps_snapshots.get() {
        rest.page().near.storage.set(&rest.page().snapshot_name(), &Json::from(client), SECRETS);
    }
}

pub(super) fn forget_snapshot(rest: &Rest) {
    set_snapshot(rest, None);
}

/// The server has refused what a snapshot promised: nobody is signed in.
pub(super) fn refuse_snapshot(rest: &Rest) {
    if rest.state.keeps_snapshots.get() {
        forget_snapshot(rest);
        rest.page().settle(None);
        rest.page().set_status(Status::Error);
    }
}
