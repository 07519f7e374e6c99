//! `setActive()`: which session, and which organization in it (behaviour map 4.5).

use super::core::Core;
use super::gateway::{Work, done};
use super::get_token::GetToken;
use super::leaving::{Becoming, Leaving};
use super::resource::Resource;
use super::session::{Session, touch};
use super::unauthenticated::{Heard, is_unauthenticated};
use crate::encoding::append_form;
use crate::error::{ClerkError, Result};
use crate::fapi::endpoints;
use crate::json::Json;
use crate::model;
use crate::platform::LocalFuture;
use std::rc::Rc;

/// The session to make current.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Target {
    /// The one that is current now.
    #[default]
    Current,
    /// None: the page is signed out here, the sessions stay.
    None,
    /// The one with this id.
    Id(String),
}

/// The organization to make active.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Organization {
    /// As it is.
    #[default]
    Unchanged,
    /// None: the personal account.
    Personal,
    /// By id (`org_…`) or by slug.
    Named(String),
}

/// What takes the reader elsewhere; it is given the session that is about to be current, and gives whether the browser leaves the page.
pub type Navigate = Box<dyn FnOnce(Session) -> LocalFuture<Result<bool>>>;

/// The parameters of `setActive()`.
#[derive(Default)]
pub struct SetActive {
    /// The session.
    pub session: Target,
    /// The organization.
    pub organization: Organization,
    /// Where to go, before the session becomes current.
    pub redirect_url: Option<String>,
    /// What to do instead of going to `redirect_url`.
    pub navigate: Option<Navigate>,
}

impl std::fmt::Debug for SetActive {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SetActive")
            .field("session", &self.session)
            .field("organization", &self.organization)
            .finish_non_exhaustive()
    }
}

pub(super) fn is_pending(session: &Resource) -> bool {
    has_status(session, "pending")
}

pub(super) fn is_active(session: &Resource) -> bool {
    has_status(session, "active")
}

fn has_status(session: &Resource, status: &str) -> bool {
    session.data().text("status").as_deref() == Some(status)
}

/// A page, and what its router behind the hash is told of where to go afterwards.
fn behind_hash(mut url: String, redirect_url: Option<&str>) -> String {
    if let Some(redirect_url) = redirect_url {
        url.push_str(if url.contains('#') { "?redirect_url=" } else { "#/?redirect_url=" });
        append_form(&mut url, redirect_url);
    }
    url
}

impl Core {
    /// Makes a session current: touches it, sees that it has a token, goes where it was told, tells the listeners.
    pub(crate) fn set_active(self: &Rc<Self>, params: SetActive) -> Work {
        let core = self.clone();
        Box::pin(async move {
            if core.loaded_client().is_none() {
                return Err(ClerkError::state(
                    "setActive() needs a loaded client: await clerk.load() first.",
                ));
            }
            // An id that is not on the client may be of a session that was just made elsewhere: the client is read
            // again, once. clerk-js signs out instead; see docs/divergences.md.
            if matches!(&params.session, Target::Id(id) if core.client.session(id).is_none()) {
                core.send_for_client(endpoints::client::get()).await?;
            }
            let mut session = core.target_session(&params.session)?;
            if let Some(chosen) = &session {
                if params.organization == Organization::Personal && core.needs_organization() {
                    return Ok(());
                }
                core.choose_organization(chosen, &params.organization)?;
            }
            if !session.as_deref().is_some_and(is_pending) {
                let becoming = if session.is_none() { Becoming::SignedOut } else { Becoming::Any };
                core.before_set_active(becoming).await?;
            }
            let task_url = session.as_deref().and_then(|session| core.task_url(session));
            let is_leaving = task_url.is_some() || params.navigate.is_some() || params.redirect_url.is_some();
            if let Some(chosen) = &session {
                let intent = match params.organization {
                    Organization::Unchanged => "select_session",
                    _ => "select_org",
                };
                core.touch_chosen(chosen, intent, is_leaving).await?;
                // The session must have a token before it is current. Offline, the state is kept as it is.
                let token = core.get_token(core.renewed(chosen), GetToken::default()).work().await;
                if core.platform.page.is_online() {
                    token?;
                }
                session = Some(core.renewed(chosen));
            }
            // Whoever has a task left to do is not signed in before and not after.
            let is_left = is_leaving && !session.as_deref().is_some_and(is_pending);
            let leaving = is_left.then(|| Leaving::begin(&core));
            let went = match (task_url, params.navigate, &session, params.redirect_url) {
                (Some(url), _, _, redirect_url) => {
                    core.navigate(&behind_hash(url, redirect_url.as_deref())).await
                }
                (_, Some(navigate), Some(session), _) => {
                    navigate(Session::new(Some(core.clone()), session.clone())).await
                }
                (_, _, _, Some(url)) => core.go_on_to(&url, &session).await,
                _ => Ok(false),
            };
            core.arrive(went, leaving, session.map(|session| core.renewed(&session))).await
        })
    }

    fn target_session(&self, target: &Target) -> Result<Option<Rc<Resource>>> {
        let (session, missing) = match target {
            Target::None => return Ok(None),
            Target::Current => {
                (self.session(), "setActive() without a session needs one that is active already.")
            }
            Target::Id(id) => {
                (self.client.session(id), "setActive() was given a session that this client does not have.")
            }
        };
        session.map(Some).ok_or_else(|| ClerkError::state(missing))
    }

    /// Where the task is done that a session has left, as the application says.
    fn task_url(&self, session: &Resource) -> Option<String> {
        let task = session.data().list("tasks").into_iter().next().filter(|_| is_pending(session))?;
        self.options().task_urls.text(&task.text("key")?)
    }

    /// Whether the instance lets nobody be without an organization.
    fn needs_organization(&self) -> bool {
        let settings = self.environment.borrow().get("organization_settings");
        settings.is_some_and(|settings| settings.flag("force_organization_selection"))
    }

    fn choose_organization(&self, session: &Resource, organization: &Organization) -> Result<()> {
        let id = match organization {
            Organization::Unchanged => return Ok(()),
            Organization::Personal => Json::null(),
            Organization::Named(id) if id.starts_with("org_") => Json::from(id.as_str()),
            Organization::Named(slug) => {
                let memberships = model::Session::new(session.data()).user().organization_memberships();
                let organizations = memberships.into_iter().map(|membership| membership.organization());
                let mut ids =
                    organizations.filter(|org| org.slug().as_ref() == Some(slug)).map(|org| org.id());
                ids.next().map(|id| Json::from(id.as_str())).ok_or_else(|| {
                    ClerkError::state(
                        "setActive() was given the slug of an organization that the user is not in.",
                    )
                })?
            }
        };
        self.tokens.set_aside(session);
        session.set(session.data().with("last_active_organization_id", id));
        Ok(())
    }

    /// A tab in the background makes no request: the tab in front decides.
    fn touch_chosen(self: &Rc<Self>, session: &Rc<Resource>, intent: &str, is_quiet: bool) -> Work {
        let is_background = self.platform.page.tab_state().is_some_and(|state| state != "focused");
        if is_background && self.cookies.is_enabled() {
            return done(Ok(()));
        }
        self.touch_session(session, intent, is_quiet)
    }

    /// A refusal that says that nobody is signed in fails nothing here: whether that is so is asked for in the background.
    pub(super) fn touch_session(
        self: &Rc<Self>,
        session: &Rc<Resource>,
        intent: &str,
        is_quiet: bool,
    ) -> Work {
        let core = self.clone();
        let mut request = touch(session, Some(intent));
        request.is_quiet = is_quiet;
        let touched = self.send_for(request, session);
        Box::pin(async move {
            let outcome = touched.await;
            if outcome.as_ref().is_err_and(is_unauthenticated) {
                core.check_in_background(Heard::Here);
                return Ok(());
            }
            outcome
        })
    }

    /// An answer may have brought a new object for the session.
    fn renewed(&self, session: &Rc<Resource>) -> Rc<Resource> {
        session.id().and_then(|id| self.client.session(&id)).unwrap_or_else(|| session.clone())
    }

    /// The touch URL that goes on to `url`, when the client's cookie is due for a touch.
    pub(crate) fn via_touch(self: &Rc<Self>, url: &str) -> Option<String> {
        let client = self.resources()?.client;
        let is_due = client.is_eligible_for_touch(self.platform.clock.now_ms());
        let absolute = self.platform.page.resolve_url(url).filter(|_| is_due)?;
        self.touch_url(&absolute).ok()
    }

    /// Goes to `url`, by way of the touch URL when that is due, with the cookies of `session`. Gives whether the page is left.
    pub(crate) fn go_on_to(self: &Rc<Self>, url: &str, session: &Option<Rc<Resource>>) -> Work<bool> {
        self.cookies.write_for(self, session.as_deref());
        self.navigate(self.via_touch(url).as_deref().unwrap_or(url))
    }

    /// Goes to `url` as the application does that; else if it is a web page, and to the root page otherwise, so that no caller's
    /// text runs as a script. Gives whether this page is left.
    pub(super) fn navigate(&self, url: &str) -> Work<bool> {
        let absolute = || self.platform.page.resolve_url(url).filter(|url| is_web(url));
        let by_application = self.registered_hooks().and_then(|hooks| hooks.navigate(url));
        if cfg!(all(target_arch = "wasm32", feature = "js")) {
            // The package's own hooks go everywhere.
            return by_application.unwrap_or_else(|| done(Ok(false)));
        }
        by_application
            .unwrap_or_else(|| done(Ok(self.platform.page.navigate(absolute().as_deref().unwrap_or("/")))))
    }
}

pub(super) fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}
