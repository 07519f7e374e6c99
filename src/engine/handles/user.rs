//! The user who is signed in.

use super::identification::{
    EmailAddress, EnterpriseAccount, ExternalAccount, Passkey, PhoneNumber, Web3Wallet, one,
};
use super::organization::OrganizationMembership;
use super::owned::{Made, Owned, Paginated, done, owned, read_only};
use crate::engine::clerk::{delete_user, reload, update_user};
use crate::engine::flows::create_passkey;
use crate::engine::page::{Clerk, Session};
use crate::engine::wire::Work;
use crate::fapi::endpoints::account::{Given, Row, user as rows};
use crate::fapi::params::{CreateExternalAccount, GetInvitations, Paging, UpdatePassword, UpdateUser};
use crate::json::Json;
use crate::model;

owned! {
    /// The user who is signed in: [`Clerk::user`]. Its data is what was known when it was asked for, and what its own methods have changed
    /// since; a listener asks for it anew.
    ///
    /// ```no_run
    /// # async fn rename(clerk: clerk_wasm::Clerk) -> clerk_wasm::Result<()> {
    /// use clerk_wasm::UpdateUser;
    ///
    /// if let Some(user) = clerk.user() {
    ///     user.update(UpdateUser::default().first_name("Ada")).await?;
    ///     assert_eq!(user.data().first_name().as_deref(), Some("Ada"));
    /// }
    /// # Ok(())
    /// # }
    /// ```
    User
}

/// A picture to upload.
#[derive(Clone, PartialEq)]
pub enum Picture {
    /// The text of a data URL, `data:image/png;base64,…`.
    DataUrl(String),
    /// A browser's `File` or `Blob`, as JSON's handle on it.
    File(Json),
    /// None: takes away what is there.
    Removed,
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::DataUrl(_) => "DataUrl",
            Self::File(_) => "File",
            Self::Removed => "Removed",
        })
    }
}

impl From<Picture> for Given {
    fn from(picture: Picture) -> Self {
        let file = match picture {
            Picture::DataUrl(text) => Json::from(text),
            Picture::File(file) => file,
            Picture::Removed => Json::null(),
        };
        Json::object(&[("file", file)]).into()
    }
}

read_only![Image, TOTP, BackupCode, OrganizationCreationDefaults, EnterpriseConnection];

impl Clerk {
    /// The user of the current session.
    pub fn user(&self) -> Option<User> {
        self.session().and_then(|session| session.user())
    }
}

impl Session {
    /// The user of this session; `None` for a session that belongs to no Clerk object, or has no user.
    pub fn user(&self) -> Option<User> {
        let user = self.resource.data().get("user").filter(Json::is_object)?;
        Some(User::made(self.page.as_ref()?, user))
    }
}

impl User {
    /// Changes fields. Metadata is replaced as a whole: what is not in it any more is gone.
    ///
    /// # Errors
    /// What the Frontend API answers, such as `form_identifier_exists`; nothing is changed then.
    pub fn update(&self, params: UpdateUser) -> Work {
        let resource = self.0.resource.clone();
        let now = move || resource.data();
        self.told(update_user(&self.0.rest(), &self.0.resource, &params.to_json().into(), now))
    }

    /// Merges `patch`, an object, into the metadata that the page keeps: what is null in it is taken away.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn update_metadata(&self, patch: Json) -> Work {
        self.changed_by(&rows::UPDATE_METADATA, Json::object(&[("unsafeMetadata", patch)]))
    }

    /// Gives the user a password, or another one.
    ///
    /// # Errors
    /// What the Frontend API answers, such as `form_password_pwned` or `form_password_incorrect`.
    pub fn update_password(&self, params: UpdatePassword) -> Work {
        self.changed_by(&rows::UPDATE_PASSWORD, params.to_json())
    }

    /// Takes the password away.
    ///
    /// # Errors
    /// What the Frontend API answers, such as `form_password_incorrect`.
    pub fn remove_password(&self, current_password: &str) -> Work {
        self.changed_by(&rows::REMOVE_PASSWORD, one("currentPassword", current_password))
    }

    /// Deletes the user. Nobody is signed in on this page afterwards.
    ///
    /// # Errors
    /// What the Frontend API answers, where [`delete_self_enabled`](model::User::delete_self_enabled) is false for one.
    pub fn delete(&self) -> Work {
        done(delete_user(&self.0.rest(), &self.0.resource))
    }

    /// Gives the user a picture, or takes it away. Gives the picture.
    ///
    /// # Errors
    /// [`ErrorKind::Argument`](crate::ErrorKind::Argument) for what is no file; else what the Frontend API answers.
    pub fn set_profile_image(&self, picture: Picture) -> Work<model::Image> {
        self.0.get(&rows::SET_PROFILE_IMAGE, picture)
    }

    /// Reads the user again.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn reload(&self) -> Work {
        self.told(reload(&self.0.rest(), "/me".to_owned(), &self.0.resource, None))
    }

    /// The sessions of this user, on all devices.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn get_sessions(&self) -> Work<Vec<SessionWithActivities>> {
        self.0.list(&rows::GET_SESSIONS, Given::default())
    }

    /// The email addresses that are known.
    pub fn email_addresses(&self) -> Vec<EmailAddress> {
        self.all_under("email_addresses")
    }

    /// Adds an email address, which has to be verified then.
    ///
    /// # Errors
    /// What the Frontend API answers, such as `form_identifier_exists`.
    pub fn create_email_address(&self, email_address: &str) -> Work<EmailAddress> {
        self.0.get(&rows::CREATE_EMAIL_ADDRESS, one("email", email_address))
    }

    /// The phone numbers that are known.
    pub fn phone_numbers(&self) -> Vec<PhoneNumber> {
        self.all_under("phone_numbers")
    }

    /// Adds a phone number in E.164 form, which has to be verified then.
    ///
    /// # Errors
    /// What the Frontend API answers, such as `form_identifier_exists`.
    pub fn create_phone_number(&self, phone_number: &str) -> Work<PhoneNumber> {
        self.0.get(&rows::CREATE_PHONE_NUMBER, one("phoneNumber", phone_number))
    }

    /// The wallets that are known.
    pub fn web3_wallets(&self) -> Vec<Web3Wallet> {
        self.all_under("web3_wallets")
    }

    /// Adds a wallet by its address; it has to be verified then.
    ///
    /// # Errors
    /// What the Frontend API answers, such as `form_identifier_exists`.
    pub fn create_web3_wallet(&self, web3_wallet: &str) -> Work<Web3Wallet> {
        self.0.get(&rows::CREATE_WEB3_WALLET, one("web3Wallet", web3_wallet))
    }

    /// The accounts at providers that are known.
    pub fn external_accounts(&self) -> Vec<ExternalAccount> {
        self.all_under("external_accounts")
    }

    /// Adds an account at a provider. The page to go to is the
    /// [`external_verification_redirect_url`](model::Verification::external_verification_redirect_url) of its verification.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn create_external_account(&self, params: CreateExternalAccount) -> Work<ExternalAccount> {
        self.0.get(&rows::CREATE_EXTERNAL_ACCOUNT, params.to_json())
    }

    /// The accounts at enterprises that are known.
    pub fn enterprise_accounts(&self) -> Vec<EnterpriseAccount> {
        self.all_under("enterprise_accounts")
    }

    /// Makes a passkey for the user: the browser asks the person where to keep it.
    ///
    /// # Errors
    /// [`ErrorKind::Runtime`](crate::ErrorKind::Runtime) with a code: `passkey_not_supported`, `passkey_pa_not_supported` (this device keeps
    /// none), `passkey_registration_cancelled`, `passkey_already_exists`; else what the Frontend API answers.
    pub fn create_passkey(&self) -> Work<Passkey> {
        let page = self.0.page.clone();
        create_passkey(&self.0.rest(), &self.0.resource, move |json| {
            let passkey = Passkey::made(&page, json);
            Ok((passkey.0.resource.clone(), passkey))
        })
    }

    /// The passkeys that are known.
    pub fn passkeys(&self) -> Vec<Passkey> {
        self.all_under("passkeys")
    }

    /// Begins with an authenticator app: the answer has its secret, which is shown once.
    ///
    /// # Errors
    /// What the Frontend API answers, such as that the session has to be verified again.
    pub fn create_totp(&self) -> Work<model::TOTP> {
        self.0.get(&rows::CREATE_TOTP, Given::default())
    }

    /// Shows by a `code` that the app is right; from then on it is a second factor.
    ///
    /// # Errors
    /// What the Frontend API answers, such as `form_code_incorrect`.
    pub fn verify_totp(&self, code: &str) -> Work<model::TOTP> {
        self.0.get(&rows::VERIFY_TOTP, one("code", code))
    }

    /// Ends with the app.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn disable_totp(&self) -> Work {
        done(self.0.ask(&rows::DISABLE_TOTP, Given::default()))
    }

    /// Makes backup codes, which are shown once; earlier ones are void.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn create_backup_code(&self) -> Work<model::BackupCode> {
        self.0.get(&rows::CREATE_BACKUP_CODE, Given::default())
    }

    /// The memberships that are known: those of the client.
    pub fn organization_memberships(&self) -> Vec<OrganizationMembership> {
        self.all_under("organization_memberships")
    }

    /// The memberships, page by page, as the Frontend API has them now.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn get_organization_memberships(&self, paging: Paging) -> Work<Paginated<OrganizationMembership>> {
        self.0.page_of(&rows::GET_ORGANIZATION_MEMBERSHIPS, paging.to_json())
    }

    /// The invitations to organizations, page by page.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn get_organization_invitations(
        &self,
        params: GetInvitations,
    ) -> Work<Paginated<UserOrganizationInvitation>> {
        self.0.page_of(&rows::GET_ORGANIZATION_INVITATIONS, params.to_json())
    }

    /// The organizations that the user may ask to join, page by page.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn get_organization_suggestions(
        &self,
        params: GetInvitations,
    ) -> Work<Paginated<OrganizationSuggestion>> {
        self.0.page_of(&rows::GET_ORGANIZATION_SUGGESTIONS, params.to_json())
    }

    /// What a new organization of this user's would begin with.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn get_organization_creation_defaults(&self) -> Work<model::OrganizationCreationDefaults> {
        self.0.get(&rows::GET_ORGANIZATION_CREATION_DEFAULTS, Given::default())
    }

    /// The enterprise connections that the user may use.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn get_enterprise_connections(&self) -> Work<Vec<model::EnterpriseConnection>> {
        self.0.list(&rows::GET_ENTERPRISE_CONNECTIONS, Given::default())
    }

    /// Ends the membership in an organization, which is named by its id.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn leave_organization(&self, organization_id: &str) -> Work {
        done(self.0.ask(&rows::LEAVE_ORGANIZATION, Json::from(organization_id)))
    }

    fn all_under<T: Made>(&self, key: &str) -> Vec<T> {
        let objects = self.0.resource.data().objects(key);
        objects.into_iter().map(|item| T::made(&self.0.page, item)).collect()
    }

    fn changed_by(&self, row: &'static Row, given: impl Into<Given>) -> Work {
        self.told(self.0.ask(row, given))
    }

    /// Tells the current session what has become of its user, where no client has come along that says so.
    fn told(&self, work: Work<Json>) -> Work {
        let Owned { page, resource } = self.0.clone();
        Box::pin(async move {
            // What was overtaken says nothing new.
            if work.await?.is_null() {
                return Ok(());
            }
            let (user, session) = (resource.data(), page.session());
            let held = |session: &Json| session.get("user").and_then(|user| user.text("id"));
            if let Some(session) = session.filter(|session| held(&session.data()) == user.text("id")) {
                session.set(session.data().with("user", user));
            }
            Ok(())
        })
    }
}

owned! {
    /// An invitation that the user has got.
    UserOrganizationInvitation
}

impl UserOrganizationInvitation {
    /// Becomes a member.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn accept(&self) -> Work {
        self.0.change(&rows::ACCEPT_INVITATION, Given::default())
    }
}

owned! {
    /// An organization that the user may ask to join.
    OrganizationSuggestion
}

impl OrganizationSuggestion {
    /// Asks to become a member.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn accept(&self) -> Work {
        self.0.change(&rows::ACCEPT_SUGGESTION, Given::default())
    }
}

owned! {
    /// A session of the user's, on any device.
    SessionWithActivities
}

impl SessionWithActivities {
    /// Ends the session.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn revoke(&self) -> Work {
        self.0.change(&rows::REVOKE_SESSION, Given::default())
    }
}
