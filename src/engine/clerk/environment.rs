//! The environment is asked for.

use super::state::Rest;
use crate::engine::wire::{Work, unexpected_shape};
use crate::fapi::{Request, endpoints};

pub(super) fn fetch_environment(rest: &Rest) -> Work {
    take_environment(rest, endpoints::environment::get(rest.page().uses_dev_browser()))
}

/// Reads the environment again. What is there stays until another one has come.
pub(crate) fn reload_environment(rest: &Rest) -> Work {
    take_environment(rest, endpoints::environment::get(false))
}

fn take_environment(rest: &Rest, request: Request) -> Work {
    let rest = rest.clone();
    Box::pin(async move {
        let outcome = rest.wire().send(request).await.and_then(|payload| {
            let environment = payload.map(|payload| payload.resource());
            match environment {
                Some(environment) if environment.is_object() => rest.page().apply_environment(environment),
                Some(_) => return Err(unexpected_shape()),
                None => {}
            }
            Ok(())
        });
        rest.page().dev_browser.write(rest.page());
        outcome
    })
}
