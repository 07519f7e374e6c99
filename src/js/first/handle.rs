//! Sessions and attempts as JavaScript sees them: objects of the table in `glue/resource.js`, each with a handle
//! through which its methods reach the engine.

use super::clerk::Clerk;
use super::resource;
use crate::engine::{Attempt, GetToken, Resource, Session, View};
use crate::json::Json;
use crate::model;
use std::any::Any;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/js/glue/weak.js")]
extern "C" {
    fn weak(object: &JsValue) -> JsValue;
    fn held(reference: &JsValue) -> JsValue;
}

/// What a resource's methods call. Not part of the package's interface.
#[wasm_bindgen(skip_typescript)]
#[derive(Debug)]
pub struct ResourceHandle(pub(in crate::js) Kind);

#[derive(Debug)]
pub(in crate::js) enum Kind {
    Session(Session),
    SignIn(Attempt),
    SignUp(Attempt),
}

#[wasm_bindgen]
impl ResourceHandle {
    /// The Clerk object that the resource belongs to; `undefined` for one that was made from JSON.
    #[wasm_bindgen(skip_typescript)]
    pub fn clerk(&self) -> Option<Clerk> {
        let clerk = match &self.0 {
            Kind::Session(session) => session.clerk(),
            Kind::SignIn(attempt) | Kind::SignUp(attempt) => attempt.clerk(),
        };
        clerk.map(Clerk::around)
    }

    /// A session's token, if a good one is here, with the time until when it is; `undefined` where one has to be asked for.
    #[wasm_bindgen(skip_typescript)]
    pub fn token(&self) -> JsValue {
        let Kind::Session(session) = &self.0 else { return JsValue::UNDEFINED };
        let ready = session.held_token(&GetToken::default());
        ready.map_or(JsValue::UNDEFINED, |ready| resource::good_until(ready.raw.as_js(), ready.until_ms))
    }

    /// Forgets the tokens of a session.
    #[wasm_bindgen(js_name = clearCache, skip_typescript)]
    pub fn clear_cache(&self) {
        if let Kind::Session(session) = &self.0 {
            session.clear_cache();
        }
    }

    /// The session, as the client has it. A reverification shows it: what comes with its own answer is reduced, and the token in it is
    /// not of the organization that is active.
    #[wasm_bindgen(skip_typescript)]
    pub fn session(&self) -> JsValue {
        let Kind::Session(session) = &self.0 else { return JsValue::UNDEFINED };
        session_object(&session.current())
    }
}

/// The object of a session.
pub(in crate::js) fn session_object(session: &Session) -> JsValue {
    resource_object(session.resource(), model::Session::NAME, Kind::Session(session.clone()))
}

/// The object of a reverification, which has no methods: its handle is that of its session.
pub(in crate::js) fn verification_object(state: &Rc<Resource>, session: &Session) -> JsValue {
    resource_object(state, model::SessionVerification::NAME, Kind::Session(session.clone()))
}

/// The object of a sign-in attempt.
pub(in crate::js) fn sign_in_object(attempt: &Attempt) -> JsValue {
    resource_object(&attempt.resource, model::SignIn::NAME, Kind::SignIn(attempt.clone()))
}

/// The object of a sign-up attempt.
pub(in crate::js) fn sign_up_object(attempt: &Attempt) -> JsValue {
    resource_object(&attempt.resource, model::SignUp::NAME, Kind::SignUp(attempt.clone()))
}

fn resource_object(resource: &Rc<Resource>, noun: &str, kind: Kind) -> JsValue {
    object(resource, |json| resource::create(noun, json, ResourceHandle(kind).into()))
}

/// A resource has one object while anybody holds it. The engine holds it weakly: a Rust value that held its own
/// wrapper would never be collected.
pub(in crate::js) fn object(resource: &Rc<Resource>, make: impl FnOnce(&Json) -> JsValue) -> JsValue {
    if let Some(object) = resource.view().and_then(|view| live_object(&*view)) {
        return object;
    }
    let object = make(&resource.data());
    resource.set_view(Rc::new(Object(weak(&object))));
    object
}

fn live_object(view: &dyn View) -> Option<JsValue> {
    (view as &dyn Any).downcast_ref::<Object>()?.held()
}

/// A reference that does not keep the object.
struct Object(JsValue);

impl Object {
    fn held(&self) -> Option<JsValue> {
        Some(held(&self.0)).filter(|object| !object.is_undefined())
    }
}

impl View for Object {
    fn changed(&self, data: &Json) {
        if let Some(object) = self.held() {
            resource::update(&object, data);
        }
    }
}
