//! `setActive()`: which session, and which organization in it.

use super::choice::Choice;
use super::leaving::{Leaving, arrive};
use super::navigation::{go_on_to, navigate};
use super::pages::current_task;
use super::state::Rest;
use super::touch::touch_session;
use super::ways_out::page_afterwards;
use crate::encoding::append_form;
use crate::engine::page::{GetToken, Resource, Session, is_pending};
use crate::engine::wire::{Becoming, Hooks, Work, done};
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
pub enum ActiveOrganization {
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
    pub organization: ActiveOrganization,
    /// Where to go, before the session becomes current: to `/` where that is another origin that neither
    /// [`LoadOptions::allowed_redirect_origins`](crate::engine::LoadOptions::allowed_redirect_origins) nor, without those, the instance names.
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

/// A page, and what its router behind the hash is told of where to go afterwards.
fn behind_hash(mut url: String, redirect_url: Option<&str>) -> String {
    if let Some(redirect_url) = redirect_url {
        url.push_str(if url.contains('#') { "?redirect_url=" } else { "#/?redirect_url=" });
        append_form(&mut url, redirect_url);
    }
    url
}

/// Tells the hooks that a call is under way, until it is dropped.
struct UnderWay(Option<Rc<dyn Hooks>>);

impl UnderWay {
    fn begin(rest: &Rest) -> Self {
        let hooks = rest.wire().hooks();
        if let Some(hooks) = &hooks {
            hooks.setting_active(true);
        }
        Self(hooks)
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        if let Some(hooks) = &self.0 {
            hooks.setting_active(false);
        }
    }
}

/// Makes a session current: touches it, sees that it has a token, goes where it was told, tells the listeners. Overtaken by a later call, it
/// resolves and does nothing of what is left of that.
pub(crate) fn set_active(rest: &Rest, mut params: SetActive) -> Work {
    let (rest, number) = (rest.clone(), Choice::number(rest));
    match page_afterwards(&rest, params.redirect_url.take()) {
        Ok(url) => params.redirect_url = url,
        Err(error) => return done(Err(error)),
    }
    let under_way = UnderWay::begin(&rest);
    Box::pin(async move {
        let _under_way = under_way;
        if rest.page().loaded_client().is_none() {
            return Err(ClerkError::state("setActive() needs a loaded client: await clerk.load() first."));
        }
        // An id that is not on the client may be of a session that was just made elsewhere: the client is read
        // again, once. clerk-js signs out instead; see docs/divergences.md.
        if matches!(&params.session, Target::Id(id) if rest.page().client.session(id).is_none()) {
            rest.wire().send_for_client(endpoints::client::get()).await?;
        }
        let mut session = target_session(&rest, &params.session)?;
        if let Some(chosen) = &session {
            if params.organization == ActiveOrganization::Personal && needs_organization(&rest) {
                return Ok(());
            }
            choose_organization(&rest, chosen, &params.organization)?;
        }
        let Some(mut choice) = Choice::begin(&rest, number) else { return Ok(()) };
        if !session.as_deref().is_some_and(is_pending) {
            let becoming = if session.is_none() { Becoming::SignedOut } else { Becoming::Any };
            rest.wire().before_set_active(becoming).await?;
        }
        let task_url = session.as_deref().and_then(|session| task_url(&rest, session));
        let has_navigate = params.navigate.is_some();
        let is_leaving = task_url.is_some() || params.navigate.is_some() || params.redirect_url.is_some();
        if let Some(chosen) = &session {
            let intent = match params.organization {
                ActiveOrganization::Unchanged => "select_session",
                _ => "select_org",
            };
            touch_chosen(&rest, chosen, intent, is_leaving).await?;
            // The session must have a token before it is current. Offline, the state is kept as it is.
            let token = rest.tokens.get_token(renewed(&rest, chosen), &GetToken::default()).work().await;
            if rest.reach().window.is_online() {
                token?;
            }
            session = Some(renewed(&rest, chosen));
        }
        if !choice.is_last() {
            return Ok(());
        }
        // Whoever has a task left to do is not signed in before and not after.
        let is_left = is_leaving && !session.as_deref().is_some_and(is_pending);
        let leaving = is_left.then(|| Leaving::begin(rest.page()));
        if is_leaving {
            // The next page is asked for before this call ends: its server has to see the session.
            rest.page().cookies.write_for(rest.page(), session.as_deref());
        }
        let went = match (task_url, params.navigate, &session, params.redirect_url) {
            (Some(url), _, _, redirect_url) => {
                navigate(&rest, &behind_hash(url, redirect_url.as_deref())).await
            }
            (_, Some(navigate), Some(session), _) => {
                navigate(Session::new(Some(rest.page().clone()), session.clone())).await
            }
            (_, _, _, Some(url)) => go_on_to(&rest, &url).await,
            _ => Ok(false),
        };
        if !choice.is_last() {
            return went.map(drop);
        }
        choice.make();
        arrive(&rest, went, leaving, session.map(|session| renewed(&rest, &session))).await?;
        if !has_navigate {
            tell_of_task(&rest);
        }
        Ok(())
    })
}

/// Tells the application of a task to which nothing leads.
fn tell_of_task(rest: &Rest) {
    let task = current_task(rest).and_then(|task| task.text("key"));
    let leads_nowhere = rest.page().options().task_urls.0.is_null();
    if let Some((hooks, task)) = rest.wire().hooks().zip(task).filter(|_| leads_nowhere) {
        hooks.task_without_page(&task);
    }
}

fn target_session(rest: &Rest, target: &Target) -> Result<Option<Rc<Resource>>> {
    let (session, missing) = match target {
        Target::None => return Ok(None),
        Target::Current => {
            (rest.page().session(), "setActive() without a session needs one that is active already.")
        }
        Target::Id(id) => (
            rest.page().client.session(id),
            "setActive() was given a session that this client does not have.",
        ),
    };
    session.map(Some).ok_or_else(|| ClerkError::state(missing))
}

/// Where the task is done that a session has left, as the application says.
fn task_url(rest: &Rest, session: &Resource) -> Option<String> {
    let task = session.data().list("tasks").into_iter().next().filter(|_| is_pending(session))?;
    rest.page().options().task_urls.0.text(&task.text("key")?)
}

/// Whether the instance lets nobody be without an organization.
fn needs_organization(rest: &Rest) -> bool {
    let settings = rest.page().environment().get("organization_settings");
    settings.is_some_and(|settings| settings.flag("force_organization_selection"))
}

fn choose_organization(rest: &Rest, session: &Resource, organization: &ActiveOrganization) -> Result<()> {
    let id = match organization {
        ActiveOrganization::Unchanged => return Ok(()),
        ActiveOrganization::Personal => Json::null(),
        ActiveOrganization::Named(id) if id.starts_with("org_") => Json::from(id.as_str()),
        ActiveOrganization::Named(slug) => {
            let memberships = model::Session::new(session.data()).user().organization_memberships();
            let organizations = memberships.into_iter().map(|membership| membership.organization());
            let mut ids = organizations.filter(|org| org.slug().as_ref() == Some(slug)).map(|org| org.id());
            ids.next().map(|id| Json::from(id.as_str())).ok_or_else(|| {
                ClerkError::state(
                    "setActive() was given the slug of an organization that the user is not in.",
                )
            })?
        }
    };
    rest.tokens.set_aside(session);
    session.set(session.data().with("last_active_organization_id", id));
    Ok(())
}

/// A tab in the background makes no request: the tab in front decides.
fn touch_chosen(rest: &Rest, session: &Rc<Resource>, intent: &str, is_quiet: bool) -> Work {
    let is_background = rest.reach().window.tab_state().is_some_and(|state| state != "focused");
    if is_background && rest.page().cookies.is_enabled() {
        return done(Ok(()));
    }
    touch_session(rest, session, intent, is_quiet)
}

/// An answer may have brought a new object for the session.
fn renewed(rest: &Rest, session: &Rc<Resource>) -> Rc<Resource> {
    session.id().and_then(|id| rest.page().client.session(&id)).unwrap_or_else(|| session.clone())
}
