//! What a session does that has to be waited for.

use crate::engine::clerk::{attached, touch};
use crate::engine::page::{Client, GetToken, Session};
use crate::engine::wire::{Work, or_fail};
use crate::error::Result;
use crate::fapi::{Request, endpoints};
use crate::json::Json;
use crate::secret::Secret;

impl Session {
    /// Ends the session: it stays on the client, as `ended`.
    ///
    /// # Errors
    /// What the Frontend API answers; nothing is lost then.
    pub fn end(&self) -> Work {
        self.clear_cache();
        self.send(endpoints::session::end)
    }

    /// Removes the session from the client.
    ///
    /// # Errors
    /// What the Frontend API answers; nothing is lost then.
    pub fn remove(&self) -> Work {
        self.clear_cache();
        self.send(endpoints::session::remove)
    }

    /// Tells the server that the session is in use, and which organization is active in it.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn touch(&self, intent: Option<&str>) -> Work {
        self.send(|_| touch(&self.resource, intent))
    }

    /// The same without a word to the listeners. Gives the client, which shows what has come with the answer already;
    /// `None` where no client has come.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn touch_quietly(&self, intent: Option<&str>) -> Work<Option<Client>> {
        or_fail(attached(&self.page).and_then(|rest| {
            self.known_id()?;
            let receiver = self.resource.clone();
            let mut request = touch(&receiver, intent);
            request.is_quiet = true;
            let sent = rest.wire().send(request);
            let work: Work<Option<Client>> = Box::pin(async move {
                let Some(payload) = sent.await? else { return Ok(None) };
                rest.wire().take_resource(&payload, &receiver)?;
                Ok(payload
                    .client()
                    .map(|_| Client::new(Some(rest.page().clone()), rest.page().client.clone())))
            });
            Ok(work)
        }))
    }

    /// Reads the session again.
    ///
    /// # Errors
    /// What the Frontend API answers; the data stays as it was then.
    pub fn reload(&self) -> Work {
        self.send(endpoints::session::reload)
    }

    /// The session's token, from memory while it has more than 5 s to live; concurrent calls share one request.
    ///
    /// # Errors
    /// Code `network_error` offline or when no token came, else what the Frontend API answers.
    pub fn get_token(&self, options: GetToken) -> Work<Secret<String>> {
        let token = or_fail(self.ask_token(&options));
        Box::pin(async move { Ok(Secret::new(token.await?.as_text().unwrap_or_default())) })
    }

    /// The same as JSON: JavaScript is given the text that it holds already.
    pub(crate) fn ask_token(&self, options: &GetToken) -> Result<Work<Json>> {
        Ok(attached(&self.page)?.tokens.get_token(self.resource.clone(), options).work())
    }

    fn send(&self, request: impl FnOnce(&str) -> Request) -> Work {
        or_fail(
            attached(&self.page)
                .and_then(|rest| Ok(rest.wire().send_for(request(&self.known_id()?), &self.resource))),
        )
    }
}
