//! Sessions and attempts as JavaScript sees them: objects of the table in `glue/resource.js`, each with a handle
//! through which its methods reach the engine.

use super::clerk::Clerk;
use super::errors::thrown;
use super::promise::promise_of;
use super::{attempt, resource, session};
use crate::encoding::concat;
use crate::engine::{self, Attempt, Resource, Session, SignUp, View};
use crate::error::{ClerkError, Result};
use crate::json::Json;
use js_sys::Array;
use std::any::Any;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/js/glue/given.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    fn plain(value: &JsValue) -> Result<JsValue, JsValue>;
}

#[wasm_bindgen(module = "/src/js/glue/weak.js")]
extern "C" {
    fn weak(object: &JsValue) -> JsValue;
    fn held(reference: &JsValue) -> JsValue;
}

/// What a resource's methods call. Not part of the package's interface.
#[wasm_bindgen(skip_typescript)]
#[derive(Debug)]
pub struct ResourceHandle(Kind);

/// What JavaScript calls when it wants the Clerk object that a resource belongs to.
const CLERK: usize = usize::MAX - 1;
/// What it calls when it wants the enterprises of a sign-up, as JSON.
const ENTERPRISE_CONNECTIONS: usize = usize::MAX - 2;

#[derive(Debug)]
pub(crate) enum Kind {
    Session(Session),
    Attempt(&'static attempt::Noun, Attempt),
}

#[wasm_bindgen]
impl ResourceHandle {
    /// Runs the method at `index` of the list with which its class was defined.
    #[wasm_bindgen(skip_typescript)]
    pub fn call(&self, index: usize, arguments: Array) -> JsValue {
        if index == CLERK {
            return self.clerk().map(Clerk::around).into();
        }
        let argument = Json::from(arguments.get(0));
        let called = match &self.0 {
            Kind::Session(session) => Some(session::call(session, index, argument)),
            Kind::Attempt(_, attempt) if index == ENTERPRISE_CONNECTIONS => Some(connections(attempt)),
            Kind::Attempt(noun, attempt) => noun.call(attempt, index, &argument),
        };
        // There is no other index: the same list defined the class.
        called.unwrap_or_default()
    }
}

impl ResourceHandle {
    fn clerk(&self) -> Option<engine::Clerk> {
        match &self.0 {
            Kind::Session(session) => session.clerk(),
            Kind::Attempt(_, attempt) => attempt.clerk(),
        }
    }
}

fn connections(attempt: &Attempt) -> JsValue {
    let list = Resource::list();
    let work = SignUp(attempt.clone()).enterprise_connections_as(&list);
    promise_of(Ok(Box::pin(async move { work.await.map(|()| list.data().as_js().clone()) }))).into()
}

/// The object of a session.
pub(crate) fn session_object(session: &Session) -> JsValue {
    resource_object(session.resource(), "Session", || Kind::Session(session.clone()))
}

/// The object of a reverification, which has no methods: its handle is that of its session.
pub(crate) fn verification_object(state: &Rc<Resource>, session: &Session) -> JsValue {
    resource_object(state, "SessionVerification", || Kind::Session(session.clone()))
}

/// The object of a sign-in or sign-up attempt.
pub(crate) fn attempt_object(noun: &'static attempt::Noun, attempt: &Attempt) -> JsValue {
    resource_object(&attempt.resource, noun.name, || Kind::Attempt(noun, attempt.clone()))
}

/// A caller's argument, read once: what a getter or a proxy of theirs throws is the error.
pub(crate) fn given(argument: &JsValue) -> Result<Json> {
    plain(argument).map(Json::from).map_err(thrown)
}

/// Reads a caller's optional object of options.
pub(crate) fn options(argument: Json, call: &str) -> Result<Json> {
    if argument.is_null() || argument.is_object() {
        Ok(argument)
    } else {
        Err(ClerkError::argument(concat(&[call, " takes an object of options."])))
    }
}

fn resource_object(resource: &Rc<Resource>, noun: &str, kind: impl FnOnce() -> Kind) -> JsValue {
    object(resource, |json| resource::create(noun, json, ResourceHandle(kind()).into()))
}

/// A resource has one object while anybody holds it. The engine holds it weakly: a Rust value that held its own
/// wrapper would never be collected.
pub(super) fn object(resource: &Rc<Resource>, make: impl FnOnce(&Json) -> JsValue) -> JsValue {
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
