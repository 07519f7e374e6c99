//! The scripted Frontend API.

use clerk_wasm::fapi::{Body, Reply};
use clerk_wasm::json::Json;
use clerk_wasm::platform::{LocalFuture, Transport, WireRequest};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

/// What a call is answered with.
#[derive(Clone)]
pub enum Answer {
    Reply(Reply),
    Cut,
    Never,
    /// This, once the gate is open.
    Late(Gate, Box<Answer>),
}

/// What keeps an answer back.
#[derive(Clone, Default)]
pub struct Gate(Rc<Shut>);

#[derive(Default)]
struct Shut {
    is_open: Cell<bool>,
    waiting: RefCell<Vec<Waker>>,
}

impl Gate {
    pub fn open(&self) {
        self.0.is_open.set(true);
        self.0.waiting.take().into_iter().for_each(Waker::wake);
    }

    async fn pass(self) {
        poll_fn(|context| {
            if self.0.is_open.get() {
                return Poll::Ready(());
            }
            self.0.waiting.borrow_mut().push(context.waker().clone());
            Poll::Pending
        })
        .await;
    }
}

impl Answer {
    pub fn json(body: &str) -> Self {
        Self::status(200, body)
    }

    pub fn status(status: u16, body: &str) -> Self {
        let body = Json::parse(body).map_or(Body::Unreadable, Body::Json);
        Self::Reply(Reply {
            status,
            status_text: String::new(),
            headers: Vec::new(),
            body,
            native: Json::null(),
        })
    }

    pub fn error(status: u16, code: &str) -> Self {
        Self::status(
            status,
            &format!(r#"{{"errors":[{{"code":"{code}","message":"m","long_message":"Long."}}]}}"#),
        )
    }

    pub fn no_content() -> Self {
        Self::Reply(Reply {
            status: 204,
            status_text: String::new(),
            headers: Vec::new(),
            body: Body::None,
            native: Json::null(),
        })
    }

    /// The same once `gate` is open.
    pub fn behind(self, gate: &Gate) -> Self {
        Self::Late(gate.clone(), Box::new(self))
    }

    pub fn with_header(mut self, name: &'static str, value: &str) -> Self {
        if let Self::Reply(reply) = &mut self {
            reply.headers.push((name, value.to_owned()));
        }
        self
    }
}

#[derive(Default)]
pub struct Script {
    routes: RefCell<Vec<(String, VecDeque<Answer>)>>,
    log: RefCell<Vec<WireRequest>>,
}

impl Script {
    /// Adds an answer to a call such as `DELETE /client`. The last answer of a call is given again and again.
    pub fn on(&self, call: &str, answer: Answer) {
        let mut routes = self.routes.borrow_mut();
        match routes.iter_mut().find(|(known, _)| known == call) {
            Some((_, answers)) => answers.push_back(answer),
            None => routes.push((call.to_owned(), VecDeque::from([answer]))),
        }
    }

    /// Replaces the answers to a call.
    pub fn now_on(&self, call: &str, answer: Answer) {
        self.routes.borrow_mut().retain(|(known, _)| known != call);
        self.on(call, answer);
    }

    /// The calls so far, such as `DELETE /client`.
    pub fn calls(&self) -> Vec<String> {
        self.log.borrow().iter().map(call_of).collect()
    }

    pub fn requests(&self) -> Vec<WireRequest> {
        self.log.borrow().clone()
    }

    pub fn last(&self) -> WireRequest {
        self.log.borrow().last().unwrap().clone()
    }

    pub fn forget_log(&self) {
        self.log.borrow_mut().clear();
    }

    fn answer(&self, call: &str) -> Answer {
        let mut routes = self.routes.borrow_mut();
        let Some((_, answers)) = routes.iter_mut().find(|(known, _)| known == call) else {
            panic!("no answer is scripted for {call}");
        };
        if answers.len() > 1 { answers.pop_front().unwrap() } else { answers.front().unwrap().clone() }
    }
}

fn call_of(request: &WireRequest) -> String {
    let (url, query) = request.url.split_once('?').unwrap();
    let (_, path) = url.split_once("/v1").unwrap();
    let tunnelled = query.split('&').find_map(|pair| pair.strip_prefix("_method="));
    format!("{} {path}", tunnelled.unwrap_or(if request.is_post { "POST" } else { "GET" }))
}

impl Transport for Script {
    fn send(&self, request: &WireRequest) -> LocalFuture<Result<Reply, String>> {
        let answer = self.answer(&call_of(request));
        self.log.borrow_mut().push(request.clone());
        Box::pin(async move {
            let answer = match answer {
                Answer::Late(gate, answer) => {
                    gate.pass().await;
                    *answer
                }
                answer => answer,
            };
            match answer {
                Answer::Reply(reply) => Ok(reply),
                Answer::Late(..) => Err("two gates".to_owned()),
                Answer::Cut => Err("connection cut".to_owned()),
                Answer::Never => std::future::pending().await,
            }
        })
    }
}
