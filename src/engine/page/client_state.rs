//! The client's data and the resources below it, with the rules by which they keep their identity when a new
//! client arrives.

use super::places::Places;
use super::resource::Resource;
use super::token::with_fresher_token;
use crate::held::Held;
use crate::json::Json;
use crate::model;
use std::rc::Rc;

type Slot = Option<Rc<Resource>>;
type Slots = Vec<Slot>;

pub(crate) struct ClientState {
    pub(crate) resource: Rc<Resource>,
    /// By the place in the client's list; made when somebody asks, since a client may have a thousand.
    sessions: Held<Slots>,
    /// Those of earlier lists that somebody asked for then and not since: their tokens may be fresher.
    earlier: Held<Slots>,
    /// Where those stand; made when one does not stand where it stands now.
    earlier_places: Held<Option<Places>>,
    /// Blank ones are made when somebody asks.
    sign_in: Held<Slot>,
    sign_up: Held<Slot>,
}

impl ClientState {
    pub(crate) fn blank() -> Rc<Self> {
        Rc::new(Self {
            resource: Resource::blank(),
            sessions: Held::default(),
            earlier: Held::default(),
            earlier_places: Held::default(),
            sign_in: Held::default(),
            sign_up: Held::default(),
        })
    }

    pub(crate) fn data(&self) -> model::Client {
        model::Client::new(self.resource.data())
    }

    pub(crate) fn sessions(&self) -> Vec<Rc<Resource>> {
        let (list, mut sessions, mut place) = (self.list(), Vec::new(), 0);
        while let Some(session) = list.at(place) {
            sessions.extend(self.session_at(place, session));
            place += 1;
        }
        sessions
    }

    pub(crate) fn session(&self, id: &str) -> Option<Rc<Resource>> {
        let list = self.list();
        let place = list.place_of(id, 0)?;
        self.session_at(place, list.at(place)?)
    }

    /// The sessions as they came.
    fn list(&self) -> Json {
        Json::from(self.resource.data().get("sessions"))
    }

    fn session_at(&self, place: usize, data: Json) -> Option<Rc<Resource>> {
        let known = self.sessions.change(|sessions| sessions.get(place).cloned().flatten());
        if known.is_some() || !data.is_object() {
            return known;
        }
        let made = Resource::new(self.with_fresher_token(place, data));
        self.sessions.change(|sessions| put(sessions, place, made.clone()));
        Some(made)
    }

    pub(crate) fn first_signed_in(&self) -> Option<Rc<Resource>> {
        let (list, mut place) = (self.list(), 0);
        while let Some(session) = list.at(place) {
            let session = self.session_at(place, session).filter(|session| is_signed_in(session));
            if session.is_some() {
                return session;
            }
            place += 1;
        }
        None
    }

    pub(crate) fn signed_in_sessions(&self) -> Vec<Rc<Resource>> {
        let mut sessions = self.sessions();
        sessions.retain(|session| is_signed_in(session));
        sessions
    }

    pub(crate) fn sign_in(&self) -> Rc<Resource> {
        attempt_in(&self.sign_in)
    }

    pub(crate) fn sign_up(&self) -> Rc<Resource> {
        attempt_in(&self.sign_up)
    }

    pub(crate) fn reset_sign_in(&self) {
        self.sign_in.take();
        self.resource.set(self.resource.data());
    }

    pub(crate) fn reset_sign_up(&self) {
        self.sign_up.take();
        self.resource.set(self.resource.data());
    }

    /// Takes over a client: sessions are new objects each time, attempts stay the same object while they are the
    /// same attempt.
    pub(crate) fn apply(&self, client: &Json) {
        self.set_sessions_aside(client.get("sessions"));
        replace_attempt(&self.sign_up, client.present("sign_up"));
        replace_attempt(&self.sign_in, client.present("sign_in"));
        self.resource.set(client.clone());
    }

    /// After the client was deleted on the server: no sessions, no attempts, an empty id.
    pub(crate) fn clear(&self) {
        let blank = Json::constant(
            r#"{"id":"","last_active_session_id":null,"last_authentication_strategy":null,"cookie_expires_at":null,
            "created_at":null,"updated_at":null}"#,
        );
        let captcha_bypass = self.resource.data().flag("captcha_bypass");
        self.apply(&blank.with("captcha_bypass", Json::from(captcha_bypass)));
    }

    /// The list gives way to `next`. What was asked for is kept, without a look at it: that would take longer than to
    /// parse a long list.
    fn set_sessions_aside(&self, next: Option<Json>) {
        let mut earlier = self.earlier.take();
        for (place, session) in self.sessions.take().into_iter().enumerate() {
            let Some(session) = session else { continue };
            let is_free = earlier.get(place).is_none_or(Option::is_none);
            let place = if is_free { place } else { earlier.len() };
            put(&mut earlier, place, session);
        }
        // More than there are now: some have ended, and are kept no longer.
        if next.as_ref().and_then(|next| next.at(earlier.len().checked_sub(1)?)).is_none() {
            earlier = without_ended(earlier, next);
        }
        self.earlier_places.take();
        self.earlier.set(earlier);
    }

    /// A token that nobody has seen cannot be missed.
    fn with_fresher_token(&self, place: usize, incoming: Json) -> Json {
        match self.take_earlier(place, incoming.text("id")) {
            Some(held) => with_fresher_token(&held.data(), incoming),
            None => incoming,
        }
    }

    /// The earlier session with this id, which most often stood in the same place.
    fn take_earlier(&self, place: usize, id: Option<String>) -> Option<Rc<Resource>> {
        let id = id?;
        // Taken out meanwhile: an id is read by JavaScript.
        let (mut earlier, mut places) = (self.earlier.take(), self.earlier_places.take());
        let is_here = earlier.get(place).is_some_and(|slot| id_of(slot).as_ref() == Some(&id));
        let place = if is_here {
            Some(place)
        } else {
            places.get_or_insert_with(|| Places::of(&earlier.iter().map(id_of).collect::<Vec<_>>())).find(&id)
        };
        let found = place.and_then(|place| earlier.get_mut(place)?.take());
        self.earlier.set(earlier);
        self.earlier_places.set(places);
        found
    }
}

/// The sessions that the next list has.
fn without_ended(earlier: Slots, next: Option<Json>) -> Slots {
    let mut kept = Slots::new();
    let Some(next) = next else { return kept };
    let mut places = None;
    for (guess, slot) in earlier.into_iter().enumerate() {
        let Some(id) = id_of(&slot) else { continue };
        let is_there = next.at(guess).and_then(|session| session.text("id")).as_ref() == Some(&id);
        if is_there || places.get_or_insert_with(|| Places::of(&ids_in(&next))).find(&id).is_some() {
            kept.push(slot);
        }
    }
    kept
}

fn ids_in(list: &Json) -> Vec<Option<String>> {
    let (mut ids, mut place) = (Vec::new(), 0);
    while let Some(session) = list.at(place) {
        ids.push(session.text("id"));
        place += 1;
    }
    ids
}

fn id_of(slot: &Slot) -> Option<String> {
    slot.as_ref()?.id()
}

fn put(sessions: &mut Slots, place: usize, session: Rc<Resource>) {
    if sessions.len() <= place {
        sessions.resize(place + 1, None);
    }
    if let Some(slot) = sessions.get_mut(place) {
        *slot = Some(session);
    }
}

pub(crate) fn is_signed_in(session: &Resource) -> bool {
    model::Session::new(session.data()).is_signed_in()
}

pub(crate) fn is_pending(session: &Resource) -> bool {
    has_status(session, "pending")
}

pub(crate) fn is_active(session: &Resource) -> bool {
    has_status(session, "active")
}

fn has_status(session: &Resource, status: &str) -> bool {
    session.data().text("status").as_deref() == Some(status)
}

/// The attempt in `slot`, which stays the same object.
fn attempt_in(slot: &Held<Slot>) -> Rc<Resource> {
    slot.change(|attempt| attempt.get_or_insert_with(Resource::blank).clone())
}

/// The attempt in `slot` lives on when it is the same one, or when it is blank and this is its beginning: whoever
/// held `client.signIn` before its first `create` keeps holding the live one (docs/divergences.md).
fn replace_attempt(slot: &Held<Slot>, incoming: Option<Json>) {
    let current = attempt_in(slot);
    let Some(incoming) = incoming.filter(Json::is_object) else {
        if current.id().is_some() {
            slot.take();
        }
        return;
    };
    if current.id().is_none() || current.id() == incoming.text("id") {
        current.set(incoming);
    } else {
        slot.set(Some(Resource::new(incoming)));
    }
}

/// Whether this can be taken for a client: anything else would wipe what is loaded. An envelope is none, though one may be in another.
pub(crate) fn is_client(json: &Json) -> bool {
    let has_sessions = json.present("sessions").is_none_or(|sessions| sessions.is_array());
    has_sessions && json.text("id").is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::page::token::raw_in;
    use base64ct::{Base64UrlUnpadded, Encoding};

    /// One session in a hundred has one: to read them takes longest.
    fn token(number: usize, origin_issued_at: u32) -> Json {
        if !number.is_multiple_of(100) {
            return Json::null();
        }
        let part = |text: String| Base64UrlUnpadded::encode_string(text.as_bytes());
        let header = part(format!(r#"{{"oiat":{origin_issued_at}}}"#));
        Json::from(format!("{header}.{}.c2ln", part(format!(r#"{{"sid":"sess_{number}"}}"#))))
    }

    fn client(numbers: impl Iterator<Item = usize>, origin_issued_at: u32) -> Json {
        let session = |number| {
            let token = Json::object(&[("jwt", token(number, origin_issued_at))]);
            Json::object(&[("id", Json::from(format!("sess_{number}"))), ("last_active_token", token)])
        };
        let sessions: Vec<_> = numbers.map(session).collect();
        Json::object(&[("id", Json::from("client_1")), ("sessions", Json::array(&sessions))])
    }

    #[test]
    fn many_sessions_in_another_order_keep_their_fresher_tokens() {
        let (count, state) = (5_000, ClientState::blank());
        let tokens =
            || -> Vec<_> { state.sessions().iter().map(|session| raw_in(&session.data())).collect() };
        state.apply(&client(0..count, 2));
        assert_eq!(tokens().len(), count);
        state.apply(&client((0..count).rev(), 1));
        let fresh = |number| token(number, 2).as_text();
        assert!(tokens().into_iter().eq((0..count).rev().map(fresh)));
        // One has ended, and all others stand elsewhere.
        state.apply(&client(1..count, 1));
        assert!(tokens().into_iter().eq((1..count).map(fresh)));
        // Its token is of no use when it comes again.
        state.apply(&client(0..count, 1));
        assert_eq!(tokens().first(), Some(&token(0, 1).as_text()));
    }
}
