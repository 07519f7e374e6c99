//! A captcha that the server wants solved before it goes on: it is solved once for all calls, which are then sent again.

use super::shared::Shared;
use super::state::Wire;
use super::work::Work;
use crate::engine::page::Emit;
use crate::error::{ClerkError, Result};
use crate::fapi::{Payload, Request, endpoints};
use crate::json::Json;

/// After as many refused answers in a row nothing is sent any more.
const MOST_FAILURES: u32 = 3;

/// What is said where nobody can solve a captcha.
fn unavailable() -> Json {
    let field = |name, text: &str| (name, Json::from(text));
    Json::object(&[field("captcha_error", "captcha_unavailable"), field("captcha_action", "verify")])
}

impl Wire {
    /// Sends a request; when the answer wants a captcha, has it solved and sends the request again, once.
    pub(super) async fn send_past_captcha(&self, request: Request) -> Result<Option<Payload>> {
        if self.state.captcha.failures.get() >= MOST_FAILURES {
            let message = "The security check has failed too often. Reload the page, or try another browser.";
            return Err(ClerkError::runtime("captcha_client_attempts_exceeded", message));
        }
        let mut is_again = false;
        loop {
            if let Some(captcha) = self.captcha_under_way() {
                // How it ends is for the call that met it.
                let _ = captcha.await;
            }
            let outcome = self.send_once(request.clone()).await;
            let is_wanted = outcome.as_ref().is_err_and(|error| error.has_code("requires_captcha"));
            if is_again || !is_wanted {
                return outcome;
            }
            is_again = true;
            if self.captcha_under_way().is_none() {
                self.start_captcha().await?;
            }
        }
    }

    fn captcha_under_way(&self) -> Option<Shared<Result<()>>> {
        self.state.captcha.under_way.get()
    }

    fn start_captcha(&self) -> Shared<Result<()>> {
        let wire = self.clone();
        let captcha = Shared::new(Box::pin(async move {
            let outcome = wire.solve_captcha().await;
            let failures = if outcome.is_ok() { 0 } else { wire.state.captcha.failures.get() + 1 };
            wire.state.captcha.failures.set(failures);
            wire.state.captcha.under_way.replace(None);
            outcome
        }));
        self.state.captcha.under_way.replace(Some(captcha.clone()));
        captcha
    }

    async fn solve_captcha(&self) -> Result<()> {
        let environment = self.page.environment();
        let solving = self.solution(&environment, "verify");
        let client = self.send_captcha_answer(&solving.await?.unwrap_or_else(unavailable)).await?;
        // The call that is sent again tells the listeners, and brings the first client.
        if let Some(client) = client.filter(|_| self.page.loaded_client().is_some()) {
            self.page.update_client(&client, Emit::No);
        }
        Ok(())
    }

    /// Tells the server what came of a captcha; gives the client that it answers with.
    pub(crate) fn send_captcha_answer(&self, params: &Json) -> Work<Option<Json>> {
        let (wire, sent) = (self.clone(), self.send_once(endpoints::client::send_captcha_token(params)));
        Box::pin(async move {
            let Some(payload) = sent.await? else { return Ok(None) };
            let client = Some(payload.resource()).filter(|client| client.text("id").is_some());
            Ok(client.filter(|client| wire.is_client(client) && !wire.is_overtaken(&payload, client)))
        })
    }
}
