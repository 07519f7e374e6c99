//! A request until there is an answer: how long that may take, and who asks again.

use super::shared::within;
use super::state::{Try, Wire};
use crate::encoding::concat;
use crate::error::{ClerkError, ErrorKind, NetworkError, Result};
use crate::fapi::{Reply, Request};
use crate::json::Json;
use crate::platform::WireRequest;

/// How long one try may take, in ms. A connection that hangs says nothing by itself for minutes.
const LIMIT_MS: u32 = 30_000;
/// Tries of a `GET`, and what they are where the browser knows that there is no network yet.
const TRIES: u32 = 4;
const OFFLINE_TRIES: u32 = 11;
/// Waits before another try, in ms: the first is short, the others double up to the longest.
const FIRST_WAIT_MS: f64 = 100.0;
const WAIT_MS: f64 = 700.0;
const LONGEST_WAIT_MS: f64 = 5000.0;

/// A text that names no URL's query: tokens and nonces are in it.
fn without_queries(text: &str) -> String {
    let ends = |character: char| character.is_whitespace() || matches!(character, '"' | '\'' | '`');
    let mut kept = String::new();
    let mut is_query = false;
    for character in text.chars() {
        is_query = !ends(character) && (is_query || character == '?');
        if !is_query {
            kept.push(character);
        }
    }
    kept
}

impl Wire {
    /// Sends a request until something answers, whatever the answer says. Only reads are sent again: what a lost
    /// answer was to is not known.
    pub(super) async fn exchange(&self, request: &Request, wire: WireRequest) -> Result<Reply> {
        let mut wire = self.before(request, wire).await?;
        // A hook may have taken the whole query away.
        if !wire.url.contains('?') {
            wire.url.push('?');
        }
        let shown = wire.url.clone();
        // Not earlier: with this token anybody is that browser, and no hook has a use for it.
        wire.url = self.page.dev_browser.attach(wire.url);
        let tries = match (wire.is_post, self.reach().window.is_online()) {
            (true, _) => 1,
            (false, true) => TRIES,
            (false, false) => OFFLINE_TRIES,
        };
        let url = wire.url.clone();
        let (mut attempt, mut retry) = (1, String::new());
        loop {
            let cause = match self.try_once(&wire).await {
                Ok(reply) => {
                    wire.url = concat(&[&shown, &retry]);
                    return self.after(&wire, &reply).await.map(|()| reply);
                }
                Err(cause) => cause,
            };
            if attempt == tries {
                return Err(self.no_answer(request, cause));
            }
            self.reach().timers.sleep_or_not(self.wait_ms(attempt)).await;
            retry = concat(&["&_clerk_retry_attempt=", &Json::from(f64::from(attempt)).to_field()]);
            wire.url = concat(&[&url, &retry]);
            attempt += 1;
        }
    }

    /// One try, which fails after its time. Nothing else touches the network.
    pub(super) fn try_once(&self, request: &WireRequest) -> Try {
        let sent = self.reach().transport.send(request);
        let answer = within(self.reach().timers.sleep(LIMIT_MS), sent);
        Box::pin(async move { answer.await.unwrap_or_else(|| Err("no answer came in time".to_owned())) })
    }

    /// The error of a request that got no answer.
    pub(super) fn no_answer(&self, request: &Request, cause: String) -> ClerkError {
        // What the package's own transport says names no query already.
        let is_ours = cfg!(all(target_arch = "wasm32", feature = "js"));
        let cause = if is_ours { cause } else { without_queries(&cause) };
        let has_code = self.page.options().rethrow_offline_network_errors;
        ErrorKind::Network(NetworkError { url: request.bare_url(self.page.host.base()), cause, has_code })
            .into()
    }

    /// Up to twice as long at random, lest all pages of an outage come back at once.
    fn wait_ms(&self, attempt: u32) -> u32 {
        let wait_ms = match attempt {
            1 => FIRST_WAIT_MS,
            _ => f64::from(1 << (attempt - 2)) * WAIT_MS,
        };
        (wait_ms * (1.0 + self.reach().timers.random())).min(LONGEST_WAIT_MS) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::without_queries;

    #[test]
    fn what_the_network_says_names_no_query() {
        let text =
            "GET \"https://x.test/v1/client?__clerk_db_jwt=dvb_1&nonce=n\" failed (https://y.test/?a=b c)";
        assert_eq!(without_queries(text), "GET \"https://x.test/v1/client\" failed (https://y.test/ c)");
        assert_eq!(without_queries("no network"), "no network");
    }
}
