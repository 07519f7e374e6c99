/* tslint:disable */
/* eslint-disable */
/** A decoded session token. Its signature was not verified. */
export interface JWT {
    /** The three parts as they stand in the token. */
    encoded: { header: string; payload: string; signature: string };
    /** The header. `oiat` says, in seconds since the epoch, when the server issued the token this one descends from. */
    header: { alg: string; kid: string; typ?: string; oiat?: number };
    /** The claims. Times are seconds since the epoch. */
    claims: {
        /** The token itself. */
        __raw: string;
        /** Who issued the token: the Frontend API's URL. */
        iss: string;
        /** The user. */
        sub: string;
        /** The session. */
        sid: string;
        /** Not valid before. */
        nbf: number;
        /** When the token expires. */
        exp: number;
        /** When the token was issued. */
        iat: number;
        [claim: string]: unknown;
    };
}

/** A session token. */
export interface TokenResource extends ResourceBase {
    /** The decoded token; absent when there is none, or when it is not a JWT. */
    jwt?: JWT;
    /** The token as text; empty when there is none. */
    getRawString: () => string;
    /** The token as wire JSON. */
    __internal_toSnapshot(): Snapshot<'token', TokenResource, { jwt: string }>;
}


/** A membership in an organization. */
export interface OrganizationMembershipResource extends ResourceBase {
    /** The unique identifier, `orgmem_…`. */
    id: string;
    /** The organization. */
    organization: OrganizationResource;
    /** The role in it: `org:admin`, `org:member`, …. */
    role: string;
    /** The name of the role, for people. */
    roleName: string;
    /** What the role permits: `org:sys_memberships:read`, …. */
    permissions: string[];
    /** What the backend stored, for everybody to read. */
    publicMetadata: Record<string, unknown>;
    /** What others may see of the member. */
    publicUserData?: PublicUserData;
    /** When the user became a member. */
    createdAt: Date;
    /** When the membership was last updated. */
    updatedAt: Date;
    /**
     * Gives the member another role.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly update: (params: { role: string }) => Promise<this>;
    /**
     * Ends the membership.
     * @returns This membership, as it was last.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly destroy: () => Promise<this>;
    /** This resource as wire JSON. */
    __internal_toSnapshot(): Snapshot<'organization_membership', OrganizationMembershipResource>;
}

/** A user, and their role. */
export interface MemberParams {
    /** The unique identifier of the user. */
    userId: string;
    /** The role: `org:admin`, `org:member`, …. */
    role: string;
}

/** What `getMemberships()` takes. */
export interface GetMembersParams extends ClerkPaginationParams {
    /** Members of these roles. */
    role?: string[];
    /** Members whose names or addresses hold this. */
    query?: string;
}

/** Somebody who wants to become a member. */
export interface OrganizationMembershipRequestResource extends ResourceBase {
    /** The unique identifier. */
    id: string;
    /** The organization. */
    organizationId: string;
    /** What it has come to. */
    status: OrganizationInvitationStatus;
    /** Who it is. */
    publicUserData: PublicUserData;
    /** When it was created. */
    createdAt: Date;
    /** When it was last updated. */
    updatedAt: Date;
    /**
     * Lets them in.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly accept: () => Promise<this>;
    /**
     * Leaves them out.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly reject: () => Promise<this>;
}

/** What `getMembershipRequests()` takes. */
export interface GetMembershipRequestParams extends ClerkPaginationParams {
    /** Which requests are wanted. */
    status?: OrganizationInvitationStatus;
}

/** What `getRoles()` gives. */
export interface GetRolesResponse extends ClerkPaginatedResponse<RoleResource> {
    /** Whether the roles are being replaced by others. */
    has_role_set_migration?: boolean;
}

/** A role of an organization's members. */
export interface RoleResource extends ResourceBase {
    /** The unique identifier. */
    id: string;
    /** Its key. */
    key: string;
    /** Its name, for people. */
    name: string;
    /** What it is for. */
    description: string;
    /** What it permits. */
    permissions: PermissionResource[];
    /** When it was created. */
    createdAt: Date;
    /** When it was last updated. */
    updatedAt: Date;
}

/** What a role permits. */
export interface PermissionResource extends ResourceBase {
    /** The unique identifier. */
    id: string;
    /** Its key. */
    key: string;
    /** Its name, for people. */
    name: string;
    /** What it is for. */
    description: string;
    /** Whether Clerk or the application has made it. */
    type: 'system' | 'user';
    /** When it was created. */
    createdAt: Date;
    /** When it was last updated. */
    updatedAt: Date;
}


/** A property's name on the wire: `firstName` as `first_name`. */
export type WireKey<Key extends string> = Key extends `${infer First}${infer Rest}`
    ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${WireKey<Rest>}`
    : '';

/** A property's value on the wire: times are ms since the epoch. */
export type WireValue<Value> = Value extends Date
    ? number
    : Value extends { __internal_toSnapshot(): infer Snapshot }
    ? Snapshot
    : Value extends
| PublicUserData
| UserData
| EnterpriseOAuthConfigResource
| EnterpriseSamlConnectionNestedResource
| EnterpriseSamlIdpCertificateResource
    ? Wire<Value>
    : Value extends readonly (infer Item)[]
    ? number extends Value['length']
    ? WireValue<Item>[]
    : Value
    : Value;

/** What is no data. */
type NotOnTheWire = '__internal_toSnapshot' | '__internal_future' | 'pathRoot' | 'isNew' | 'reload';

/** The data of a resource, as wire JSON. */
export type Wire<Resource> = {
    [Key in keyof Resource as Key extends string
        ? Key extends NotOnTheWire
        ? never
        : Resource[Key] extends (...args: never[]) => unknown
        ? never
        : WireKey<Key>
        : never]: WireValue<Resource[Key]>;
};

/** A snapshot of a resource, which `object` names; `More` is what the server tells besides. Keys that this package does not know are kept. */
export type Snapshot<Object extends string, Resource, More = unknown> = Wire<Resource> &
More &
ResourceJSONSnapshot & { object: Object };

/** A reason, as the Frontend API tells it. */
export interface ErrorJSON {
    code: string;
    message: string;
    long_message?: string;
    meta?: Record<string, unknown>;
}
/** When something was created and last updated, in ms since the epoch. */
export interface CreatedAndUpdated {
    created_at: number;
    updated_at: number;
}


/** A provider of OAuth sign-in; your own are `custom_…`. */
export type OAuthProvider =
| 'agentid'
| 'apple'
| 'atlassian'
| 'bitbucket'
| 'box'
| 'coinbase'
| 'discord'
| 'dropbox'
| 'enstall'
| 'facebook'
| 'github'
| 'gitlab'
| 'google'
| 'hubspot'
| 'huggingface'
| 'instagram'
| 'line'
| 'linear'
| 'linkedin'
| 'linkedin_oidc'
| 'microsoft'
| 'notion'
| 'slack'
| 'spotify'
| 'tiktok'
| 'twitch'
| 'twitter'
| 'vercel'
| 'x'
| 'xero'
| `custom_${string}`;

/** Sign-in with an account at a provider. */
export type OAuthStrategy = `oauth_${OAuthProvider}`;

/** Sign-in by signing a message with a wallet. */
export type Web3Strategy = `web3_${'metamask' | 'base' | 'coinbase_wallet' | 'okx_wallet' | 'solana'}_signature`;

/** How the visitor last signed in on this client. */
export type LastAuthenticationStrategy =
| 'email_address'
| 'username'
| 'email_code'
| 'email_link'
| 'phone_code'
| 'password'
| OAuthStrategy
| Web3Strategy;

/** How a phone code is delivered. */
export type PhoneCodeChannel = 'sms' | 'whatsapp';

/** The kinds of identifier that a sign-in accepts. */
export type SignInIdentifier = 'username' | 'email_address' | 'phone_number' | 'web3_wallet';

/** A way to verify the visitor first. `safeIdentifier` is masked for display. */
export type SignInFirstFactor =
| {
    strategy: 'email_code' | 'email_link' | 'reset_password_email_code';
    emailAddressId: string;
    safeIdentifier: string;
    primary?: boolean;
}
| {
    strategy: 'phone_code';
    phoneNumberId: string;
    safeIdentifier: string;
    primary?: boolean;
    default?: boolean;
    channel?: PhoneCodeChannel;
}
| { strategy: 'reset_password_phone_code'; phoneNumberId: string; safeIdentifier: string; primary?: boolean }
| { strategy: 'password' | 'passkey' }
| { strategy: OAuthStrategy }
| { strategy: Web3Strategy; web3WalletId: string; primary?: boolean; walletName?: string }
| {
    strategy: 'enterprise_sso';
    enterpriseConnectionId?: string;
    enterpriseConnectionName?: string;
    enterpriseConnectionLogoPublicUrl?: string | null;
    enterpriseConnectionProvider?: string;
};

/** A way to verify the visitor after the first factor. */
export type SignInSecondFactor =
| { strategy: 'email_code' | 'email_link'; emailAddressId: string; safeIdentifier: string; primary?: boolean }
| {
    strategy: 'phone_code';
    phoneNumberId: string;
    safeIdentifier: string;
    primary?: boolean;
    default?: boolean;
    channel?: PhoneCodeChannel;
}
| { strategy: 'totp' | 'backup_code' };


/** A user. Before the server sends one it is blank, with an empty id. */
export interface UserResource extends ResourceBase {
    /** The unique identifier, `user_…`. */
    id: string;
    /** The identifier in the application's own system. */
    externalId: string | null;
    /** The user name. */
    username: string | null;
    /** The first name. */
    firstName: string | null;
    /** The last name. */
    lastName: string | null;
    /** Which of `emailAddresses` is the primary one. */
    primaryEmailAddressId: string | null;
    /** Which of `phoneNumbers` is the primary one. */
    primaryPhoneNumberId: string | null;
    /** Which of `web3Wallets` is the primary one. */
    primaryWeb3WalletId: string | null;
    /** The picture, or a generated one. */
    imageUrl: string;
    /** Whether the user has uploaded a picture, or taken one over from a provider. */
    hasImage: boolean;
    /** The email addresses. */
    emailAddresses: EmailAddressResource[];
    /** The phone numbers. */
    phoneNumbers: PhoneNumberResource[];
    /** The wallets. */
    web3Wallets: Web3WalletResource[];
    /** The accounts at other providers. */
    externalAccounts: ExternalAccountResource[];
    /** The accounts at the user's enterprises. */
    enterpriseAccounts: EnterpriseAccountResource[];
    /** The passkeys. */
    passkeys: PasskeyResource[];
    /** The memberships in organizations. */
    organizationMemberships: OrganizationMembershipResource[];
    /** Whether the user has a password. */
    passwordEnabled: boolean;
    /** Whether the user has an authenticator app. */
    totpEnabled: boolean;
    /** Whether the user has backup codes. */
    backupCodeEnabled: boolean;
    /** Whether the user signs in with a second factor. */
    twoFactorEnabled: boolean;
    /** What the backend stored, for everybody to read. */
    publicMetadata: Record<string, unknown>;
    /** What the page stored. */
    unsafeMetadata: Record<string, unknown>;
    /** Whether the user may create organizations. */
    createOrganizationEnabled: boolean;
    /** How many organizations the user may create; no limit when null. */
    createOrganizationsLimit: number | null;
    /** Whether the user may delete their account. */
    deleteSelfEnabled: boolean;
    /** When the user last signed in. */
    lastSignInAt: Date | null;
    /** When the user accepted the legal documents. */
    legalAcceptedAt: Date | null;
    /** Where the user is, as an IANA time zone such as `Europe/Berlin`; null where nobody said so. */
    timezone: string | null;
    /** When the user was created. */
    createdAt: Date | null;
    /** When the user was last updated. */
    updatedAt: Date | null;
    /** First and last name; null when there is neither. */
    fullName: string | null;
    /** The primary email address, one of `emailAddresses`. */
    primaryEmailAddress: EmailAddressResource | null;
    /** The primary phone number, one of `phoneNumbers`. */
    primaryPhoneNumber: PhoneNumberResource | null;
    /** The primary wallet, one of `web3Wallets`. */
    primaryWeb3Wallet: Web3WalletResource | null;
    /** Those of `externalAccounts` that are connected. */
    readonly verifiedExternalAccounts: ExternalAccountResource[];
    /** Those of `externalAccounts` that are not connected. */
    readonly unverifiedExternalAccounts: ExternalAccountResource[];
    /** Those of `web3Wallets` that are verified. */
    readonly verifiedWeb3Wallets: Web3WalletResource[];
    /** Whether one of `emailAddresses` is verified. */
    readonly hasVerifiedEmailAddress: boolean;
    /** Whether one of `phoneNumbers` is verified. */
    readonly hasVerifiedPhoneNumber: boolean;
    /**
     * Changes the user. Metadata that is given replaces what is there, in a second request.
     * @returns This user, with the new state.
     * @example
     * ```js
     * await clerk.user.update({ firstName: 'Ada' })
     * ```
     * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_identifier_exists`.
     * @throws {TypeError} For another argument.
     */
    readonly update: (params: UpdateUserParams) => Promise<this>;
    /**
     * Merges what is given into the metadata; null takes a key away.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly updateMetadata: (params: UpdateUserMetadataParams) => Promise<this>;
    /**
     * Gives the user another password, or a first one.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_password_pwned`.
     * @throws {TypeError} For another argument.
     */
    readonly updatePassword: (params: UpdateUserPasswordParams) => Promise<this>;
    /**
     * Takes the password away.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly removePassword: (params: RemoveUserPasswordParams) => Promise<this>;
    /**
     * Deletes the user and their account; nobody is signed in afterwards.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly delete: () => Promise<void>;
    /**
     * Uploads a picture, or takes away the one that is there.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly setProfileImage: (params: PictureParams) => Promise<ImageResource>;
    /**
     * Lists the sessions in which the user is signed in, on all devices. The list is read once for this object.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly getSessions: () => Promise<SessionWithActivitiesResource[]>;
    /** Whether an identification of the user is the primary one of its kind. */
    readonly isPrimaryIdentification: (identification: { id: string }) => boolean;
    /**
     * Adds an email address, which is then to be verified.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_identifier_exists`.
     * @throws {TypeError} For another argument.
     */
    readonly createEmailAddress: (params: CreateEmailAddressParams) => Promise<EmailAddressResource>;
    /**
     * Adds a phone number, which is then to be verified.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_identifier_exists`.
     * @throws {TypeError} For another argument.
     */
    readonly createPhoneNumber: (params: CreatePhoneNumberParams) => Promise<PhoneNumberResource>;
    /**
     * Adds a wallet, which is then to be verified.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_identifier_exists`.
     * @throws {TypeError} For another argument.
     */
    readonly createWeb3Wallet: (params: CreateWeb3WalletParams) => Promise<Web3WalletResource>;
    /**
     * Adds an account at a provider: go to `verification.externalVerificationRedirectURL` of the answer.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly createExternalAccount: (params: CreateExternalAccountParams) => Promise<ExternalAccountResource>;
    /**
     * Makes a passkey: the browser asks the person for it.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {ClerkWebAuthnError} What the person or the browser refuses.
     */
    readonly createPasskey: () => Promise<PasskeyResource>;
    /**
     * Begins with an authenticator app: `uri` and `secret` of the answer are for it.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly createTOTP: () => Promise<TOTPResource>;
    /**
     * Verifies the authenticator app by a code of it.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_code_incorrect`.
     * @throws {TypeError} For another argument.
     */
    readonly verifyTOTP: (params: AttemptCodeParams) => Promise<TOTPResource>;
    /**
     * Takes the authenticator app away.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly disableTOTP: () => Promise<DeletedObjectResource>;
    /**
     * Makes new backup codes; earlier ones are void.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly createBackupCode: () => Promise<BackupCodeResource>;
    /**
     * Lists the devices that the user signs in with by face or finger, in native applications.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly __experimental_getBiometricCredentials: () => Promise<BiometricCredentialResource[]>;
    /**
     * Begins to add a device. Resolves what the device has to sign.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as that the session was not verified lately.
     * @throws {TypeError} For another argument.
     */
    readonly __experimental_prepareBiometricCredential: (
    params: PrepareBiometricCredentialParams,
    ) => Promise<TrustedDeviceChallengeResource>;
    /**
     * Adds the device that has signed.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly __experimental_attemptBiometricCredential: (
    params: AttemptBiometricCredentialParams,
    ) => Promise<BiometricCredentialResource>;
    /**
     * Takes a device away, by its id.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly __experimental_revokeBiometricCredential: (id: string) => Promise<BiometricCredentialResource>;
    /**
     * Lists the enterprise connections that the user may use.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly getEnterpriseConnections: (
    params?: GetEnterpriseConnectionsParams,
    ) => Promise<EnterpriseConnectionResource[]>;
    /**
     * Lists the user's memberships in organizations.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly getOrganizationMemberships: (
    params?: ClerkPaginationParams,
    ) => Promise<ClerkPaginatedResponse<OrganizationMembershipResource>>;
    /**
     * Lists the user's invitations to organizations.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly getOrganizationInvitations: (
    params?: GetUserOrganizationInvitationsParams,
    ) => Promise<ClerkPaginatedResponse<UserOrganizationInvitationResource>>;
    /**
     * Lists the organizations that the user may join for their email address.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly getOrganizationSuggestions: (
    params?: GetUserOrganizationSuggestionsParams,
    ) => Promise<ClerkPaginatedResponse<OrganizationSuggestionResource>>;
    /**
     * What a form for a new organization may begin with.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly getOrganizationCreationDefaults: () => Promise<OrganizationCreationDefaultsResource>;
    /**
     * Ends the user's membership in an organization.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly leaveOrganization: (organizationId: string) => Promise<DeletedObjectResource>;
    /** Not in this package: payments are not. See docs/divergences.md, billing-members. */
    initializePaymentMethod: never;
    /** Not in this package: payments are not. See docs/divergences.md, billing-members. */
    addPaymentMethod: never;
    /** Not in this package: payments are not. See docs/divergences.md, billing-members. */
    getPaymentMethods: never;
    /** This resource as wire JSON. */
    __internal_toSnapshot(): Snapshot<'user', UserResource, { profile_image_id: string }>;
}

/** What `user.update()` takes. What is absent stays. */
export interface UpdateUserParams {
    /** The user name. */
    username?: string | null;
    /** The first name. */
    firstName?: string | null;
    /** The last name. */
    lastName?: string | null;
    /** Which of `emailAddresses` is to be the primary one. */
    primaryEmailAddressId?: string | null;
    /** Which of `phoneNumbers` is to be the primary one. */
    primaryPhoneNumberId?: string | null;
    /** Which of `web3Wallets` is to be the primary one. */
    primaryWeb3WalletId?: string | null;
    /** What the page stores, in place of what it has stored. */
    unsafeMetadata?: Record<string, unknown>;
}

/** What `user.updateMetadata()` takes. */
export interface UpdateUserMetadataParams {
    /** What is merged into the metadata. */
    unsafeMetadata: Record<string, unknown>;
}

/** What `user.updatePassword()` takes. */
export interface UpdateUserPasswordParams {
    /** The new password. */
    newPassword: string;
    /** The present one, where there is one. */
    currentPassword?: string;
    /** Whether all other sessions of the user end. */
    signOutOfOtherSessions?: boolean;
}

/** What `user.removePassword()` takes. */
export interface RemoveUserPasswordParams {
    /** The present password. */
    currentPassword?: string;
}

/** What `user.createEmailAddress()` takes. */
export interface CreateEmailAddressParams {
    /** The address. */
    email: string;
}

/** What `user.createPhoneNumber()` takes. */
export interface CreatePhoneNumberParams {
    /** The number, in E.164 form. */
    phoneNumber: string;
}

/** What `user.createWeb3Wallet()` takes. */
export interface CreateWeb3WalletParams {
    /** The address of the wallet. */
    web3Wallet: string;
}

/** What `user.createExternalAccount()` takes: a strategy or an enterprise connection. */
export interface CreateExternalAccountParams extends ReauthorizeExternalAccountParams {
    /** The provider's strategy, such as `oauth_google`. */
    strategy?: OAuthStrategy;
    /** The connection of the user's enterprise. */
    enterpriseConnectionId?: string;
}

/** What `getEnterpriseConnections()` takes. */
export interface GetEnterpriseConnectionsParams {
    /** Whether connections are wanted by which members may link accounts. */
    withOrganizationAccountLinking?: boolean;
}

/** What `user.getOrganizationInvitations()` takes. */
export interface GetUserOrganizationInvitationsParams extends ClerkPaginationParams {
    /** Which invitations are wanted. */
    status?: OrganizationInvitationStatus;
}

/** What `user.getOrganizationSuggestions()` takes. */
export interface GetUserOrganizationSuggestionsParams extends ClerkPaginationParams {
    /** Which suggestions are wanted. */
    status?: OrganizationSuggestionStatus | OrganizationSuggestionStatus[];
}

/** A session of a user, and from where it was last used. */
export interface SessionWithActivitiesResource extends ResourceBase {
    /** The unique identifier, `sess_…`. */
    id: string;
    /** Its state. */
    status: string;
    /** When it expires. */
    expireAt: Date;
    /** When it ends for not being used. */
    abandonAt: Date;
    /** When it was last used. */
    lastActiveAt: Date;
    /** From where it was last used. */
    latestActivity: SessionActivity;
    /** Who acts on behalf of the user, when somebody does. */
    actor: ActClaim | null;
    /**
     * Ends the session.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly revoke: () => Promise<this>;
}

/** An authenticator app of a user. */
export interface TOTPResource extends ResourceBase {
    /** The unique identifier. */
    id: string;
    /** What the app is given; only when it is made. */
    secret?: string;
    /** The same as a URI, for a QR code. */
    uri?: string;
    /** Whether a code of the app has been seen. */
    verified: boolean;
    /** The backup codes that were made with it. */
    backupCodes?: string[];
    /** When it was created. */
    createdAt: Date | null;
    /** When it was last updated. */
    updatedAt: Date | null;
}

/** The backup codes of a user. */
export interface BackupCodeResource extends ResourceBase {
    /** The unique identifier. */
    id: string;
    /** The codes. */
    codes: string[];
    /** When they were created. */
    createdAt: Date | null;
    /** When they were last updated. */
    updatedAt: Date | null;
}

/** A device that the user signs in with by face or finger, in a native application. */
export interface BiometricCredentialResource extends ResourceBase {
    id: string;
    platform: 'ios' | 'android';
    /** The application's bundle identifier, or its package name. */
    appIdentifier: string;
    name: string | null;
    algorithm: 'ES256';
    status: 'active' | 'revoked';
    lastUsedAt: Date | null;
    revokedAt: Date | null;
    createdAt: Date;
    updatedAt: Date;
    /** The device as JSON of the Frontend API. */
    __internal_toSnapshot(): Snapshot<'trusted_device', BiometricCredentialResource>;
}

/** What a device has to sign. */
export interface TrustedDeviceChallengeResource {
    challenge: string;
    challengeId: string;
    /** The device that is asked, where one is known. */
    trustedDeviceId: string | null;
    /** The text to sign, to the letter. */
    clientData: string;
    expiresAt: Date | null;
    algorithm: 'ES256';
}

/** What `user.__experimental_prepareBiometricCredential()` takes. */
export interface PrepareBiometricCredentialParams {
    platform: 'ios' | 'android';
    /** The application's bundle identifier, or its package name. */
    appIdentifier: string;
    name?: string;
    algorithm: 'ES256';
    /** The device's public key as a JWK, or as the text of one. */
    publicKeyJwk: { kty: 'EC'; crv: 'P-256'; x: string; y: string } | string;
}

/** What `user.__experimental_attemptBiometricCredential()` takes. */
export interface AttemptBiometricCredentialParams extends PrepareBiometricCredentialParams {
    /** The text that was signed: that of the challenge. */
    clientData: string;
    /** The signature, r and s in base64url. */
    signature: string;
}


/** An enterprise connection: single sign-on by SAML or OpenID Connect. */
export interface EnterpriseConnectionResource extends ResourceBase {
    /** The unique identifier. */
    id: string;
    /** The name. */
    name: string;
    /** Whether it may be used. */
    active: boolean;
    /** The provider: `saml_okta`, `oidc_custom`, …. */
    provider: string;
    /** The picture of the connection. */
    logoPublicUrl: string | null;
    /** The domains of the enterprise. */
    domains: string[];
    /** The organization that it belongs to. */
    organizationId: string | null;
    /** Whether the enterprise's attributes overwrite the user's at each sign-in. */
    syncUserAttributes: boolean;
    /** Whether users may not add other identifications. */
    disableAdditionalIdentifications: boolean;
    /** Whether members may link accounts through the organization. */
    allowOrganizationAccountLinking: boolean;
    /** Which attributes are taken over. */
    customAttributes: unknown[];
    /** The settings of OpenID Connect. */
    oauthConfig: EnterpriseOAuthConfigResource | null;
    /** The settings of SAML. */
    samlConnection: EnterpriseSamlConnectionNestedResource | null;
    /** When it was created. */
    createdAt: Date | null;
    /** When it was last updated. */
    updatedAt: Date | null;
    /** This resource as wire JSON. */
    __internal_toSnapshot(): Snapshot<
    'enterprise_connection',
    EnterpriseConnectionResource,
    CreatedAndUpdated & { oauth_config: CreatedAndUpdated | null }
    >;
}

/** The settings of an enterprise connection by OpenID Connect, as the provider names them. */
export interface EnterpriseOAuthConfigResource {
    id: string;
    name: string;
    clientId: string;
    providerKey?: string;
    redirectUri?: string;
    discoveryUrl?: string;
    authUrl?: string;
    tokenUrl?: string;
    userInfoUrl?: string;
    logoPublicUrl?: string | null;
    requiresPkce?: boolean;
    createdAt: Date | null;
    updatedAt: Date | null;
}

/** The settings of an enterprise connection by SAML, as the standard names them. */
export interface EnterpriseSamlConnectionNestedResource {
    id: string;
    name: string;
    active: boolean;
    idpEntityId: string;
    idpSsoUrl: string;
    idpCertificate: string;
    idpCertificateIssuedAt: number;
    idpCertificateExpiresAt: number;
    /** All certificates that are trusted; the first is the one above. */
    idpCertificates: EnterpriseSamlIdpCertificateResource[];
    idpMetadataUrl: string;
    idpMetadata: string;
    acsUrl: string;
    spEntityId: string;
    spMetadataUrl: string;
    allowSubdomains: boolean;
    allowIdpInitiated: boolean;
    forceAuthn: boolean;
}

/** A certificate by which an enterprise's provider signs. */
export interface EnterpriseSamlIdpCertificateResource {
    /** The X.509 certificate: DER in base64. */
    certificate: string;
    /** From when on it is valid, in ms since the epoch. */
    issuedAt: number | null;
    /** Until when it is valid, in ms since the epoch. */
    expiresAt: number | null;
}


/** An error, as the hooks of frameworks show it beside a form. */
export interface FieldErrors<Fields extends string> {
    /** What is wrong with each field; `null` where nothing is. */
    fields: Record<Fields, ClerkAPIError | null>;
    /** All of it, in the order of the answer; `null` where nothing is wrong. */
    raw: unknown[] | null;
    /** What is about no field. */
    global: ClerkGlobalHookError[] | null;
}

/** Whether an error is of a kind; the one that it is called on, where none is given. */
export interface ClerkErrorGuard<Kind> {
    (error: unknown): error is Kind;
    (this: unknown): this is Kind;
}

/** An error that can tell of itself what it is. */
export type ClerkGlobalHookError = (ClerkAPIResponseError | ClerkRuntimeError) & {
    readonly isClerkAPIResponseError: ClerkErrorGuard<ClerkAPIResponseError>;
    readonly isClerkRuntimeError: ClerkErrorGuard<ClerkRuntimeError>;
};

/** What is behind `useSignIn()` of `@clerk/react`. */
export interface SignInSignalValue {
    /** What the last call of its custom-flow API was refused for. */
    errors: FieldErrors<'identifier' | 'password' | 'code'>;
    /** Whether such a call is under way. */
    fetchStatus: 'idle' | 'fetching';
    /** The custom-flow API of the attempt; once complete it stays until it is finalized or reset; `null` before the client is there. */
    signIn: SignInFutureResource | null;
}

/** What is behind `useSignUp()`. */
export interface SignUpSignalValue {
    /** As in {@link SignInSignalValue}. */
    errors: FieldErrors<
    | 'firstName'
    | 'lastName'
    | 'emailAddress'
    | 'phoneNumber'
    | 'password'
    | 'username'
    | 'code'
    | 'captcha'
    | 'legalAccepted'
    >;
    /** As in {@link SignInSignalValue}. */
    fetchStatus: 'idle' | 'fetching';
    /** As in {@link SignInSignalValue}. */
    signUp: SignUpFutureResource | null;
}

/** What is behind `useWaitlist()`. */
export interface WaitlistSignalValue {
    /** As in {@link SignInSignalValue}. */
    errors: FieldErrors<'emailAddress'>;
    /** As in {@link SignInSignalValue}. */
    fetchStatus: 'idle' | 'fetching';
    /** The entry on the waitlist; blank before it is joined. */
    waitlist: WaitlistResource;
}

/** Values that are the same object until they change: what the hooks of frameworks read. */
export interface ClerkState {
    /** The sign-in. */
    signInSignal: () => SignInSignalValue;
    /** The sign-up. */
    signUpSignal: () => SignUpSignalValue;
    /** The waitlist. */
    waitlistSignal: () => WaitlistSignalValue;
    /** Runs `callback` now and, a microtask later, whenever a signal that it has read is another; returns what ends that. */
    __internal_effect: (callback: () => void) => () => void;
    /** A signal of others. */
    __internal_computed: <T>(getter: (previousValue?: T) => T) => () => T;
    /** The waitlist of {@link waitlistSignal}. */
    __internal_waitlist: WaitlistResource;
}


/** An organization. */
export interface OrganizationResource extends ResourceBase {
    /** The unique identifier, `org_…`. */
    id: string;
    /** The name. */
    name: string;
    /** The name in URLs. */
    slug: string | null;
    /** The picture, or a generated one. */
    imageUrl: string;
    /** Whether the picture is the organization's own. */
    hasImage: boolean;
    /** What the backend stored, for everybody to read. */
    publicMetadata: Record<string, unknown>;
    /** How many members it has. */
    membersCount: number;
    /** How many invitations are open. */
    pendingInvitationsCount: number;
    /** How many members it may have. */
    maxAllowedMemberships: number;
    /** Whether an administrator may delete it. */
    adminDeleteEnabled: boolean;
    /** Whether an administrator may set up single sign-on. */
    selfServeSSOEnabled: boolean;
    /** Whether its members may belong to no other organization. */
    exclusiveMembership: boolean;
    /** When it was created. */
    createdAt: Date;
    /** When it was last updated. */
    updatedAt: Date;
    /**
     * Changes name and slug.
     * @returns This organization, with the new state.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly update: (params: UpdateOrganizationParams) => Promise<this>;
    /**
     * Deletes the organization.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly destroy: () => Promise<void>;
    /**
     * Uploads a logo, or takes away the one that is there.
     * @returns Another object of the organization, with the new state.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly setLogo: (params: PictureParams) => Promise<OrganizationResource>;
    /**
     * Lists the members.
     * @example
     * ```js
     * const { data, total_count } = await clerk.organization.getMemberships({ role: ['org:admin'], pageSize: 20 })
     * ```
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly getMemberships: (
    params?: GetMembersParams,
    ) => Promise<ClerkPaginatedResponse<OrganizationMembershipResource>>;
    /**
     * Makes a user a member, without an invitation.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly addMember: (params: MemberParams) => Promise<OrganizationMembershipResource>;
    /**
     * Gives a member another role.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly updateMember: (params: MemberParams) => Promise<OrganizationMembershipResource>;
    /**
     * Ends a user's membership.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly removeMember: (userId: string) => Promise<OrganizationMembershipResource>;
    /**
     * Lists the invitations.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly getInvitations: (
    params?: GetInvitationsParams,
    ) => Promise<ClerkPaginatedResponse<OrganizationInvitationResource>>;
    /**
     * Invites somebody by their email address.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `duplicate_record`.
     * @throws {TypeError} For another argument.
     */
    readonly inviteMember: (params: InviteMemberParams) => Promise<OrganizationInvitationResource>;
    /**
     * Invites several people.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `duplicate_record`.
     * @throws {TypeError} For another argument.
     */
    readonly inviteMembers: (params: InviteMembersParams) => Promise<OrganizationInvitationResource[]>;
    /**
     * Lists who wants to become a member.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly getMembershipRequests: (
    params?: GetMembershipRequestParams,
    ) => Promise<ClerkPaginatedResponse<OrganizationMembershipRequestResource>>;
    /**
     * Lists the roles that members may have.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly getRoles: (params?: ClerkPaginationParams) => Promise<GetRolesResponse>;
    /**
     * Lists the domains.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly getDomains: (params?: GetDomainsParams) => Promise<ClerkPaginatedResponse<OrganizationDomainResource>>;
    /**
     * Reads one domain.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly getDomain: (params: { domainId: string }) => Promise<OrganizationDomainResource>;
    /**
     * Adds a domain, which is then to be verified.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly createDomain: (
    domainName: string,
    params?: { enrollmentMode?: OrganizationEnrollmentMode },
    ) => Promise<OrganizationDomainResource>;
    /**
     * Says what the DNS of domains has to show that they are the organization's.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly prepareOwnershipVerification: (
    domainIds: string[],
    ) => Promise<OrganizationDomainsBulkOwnershipVerificationResource>;
    /**
     * Has the DNS of domains looked at.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly attemptOwnershipVerification: (
    domainIds: string[],
    ) => Promise<OrganizationDomainsBulkOwnershipVerificationResource>;
    /**
     * Lists the enterprise connections.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly getEnterpriseConnections: (
    params?: GetEnterpriseConnectionsParams,
    ) => Promise<EnterpriseConnectionResource[]>;
    /** Not in this package: payments are not. See docs/divergences.md, billing-members. */
    initializePaymentMethod: never;
    /** Not in this package: payments are not. See docs/divergences.md, billing-members. */
    addPaymentMethod: never;
    /** Not in this package: payments are not. See docs/divergences.md, billing-members. */
    getPaymentMethods: never;
    /** Not in this package: setting up single sign-on is not. See docs/divergences.md, billing-members. */
    createEnterpriseConnection: never;
    /** Not in this package: setting up single sign-on is not. See docs/divergences.md, billing-members. */
    updateEnterpriseConnection: never;
    /** Not in this package: setting up single sign-on is not. See docs/divergences.md, billing-members. */
    deleteEnterpriseConnection: never;
    /** Not in this package: setting up single sign-on is not. See docs/divergences.md, billing-members. */
    createEnterpriseConnectionTestRun: never;
    /** Not in this package: setting up single sign-on is not. See docs/divergences.md, billing-members. */
    getEnterpriseConnectionTestRuns: never;
    /** Not in this package: setting up single sign-on is not. See docs/divergences.md, billing-members. */
    getDirectorySync: never;
    /** Not in this package: setting up single sign-on is not. See docs/divergences.md, billing-members. */
    createDirectorySync: never;
    /** Not in this package: setting up single sign-on is not. See docs/divergences.md, billing-members. */
    ssoBypassAllowlist: never;
    /** This resource as wire JSON. */
    __internal_toSnapshot(): Snapshot<'organization', OrganizationResource, { slug: string }>;
}

/** What `clerk.createOrganization()` takes. */
export interface CreateOrganizationParams {
    /** The name. */
    name: string;
    /** The name in URLs. */
    slug?: string;
}

/** What `organization.update()` takes. */
export interface UpdateOrganizationParams extends CreateOrganizationParams {}

/** What everybody may see of an organization. */
export interface PublicOrganizationData {
    /** Whether the picture is the organization's own. */
    hasImage: boolean;
    /** The picture, or a generated one. */
    imageUrl: string;
    /** The name. */
    name: string;
    /** The unique identifier, `org_…`. */
    id: string;
    /** The name in URLs. */
    slug: string | null;
}

/** What a form for a new organization may begin with. */
export interface OrganizationCreationDefaultsResource extends ResourceBase {
    /** What the user should know before. */
    advisory: { code: 'organization_already_exists'; severity: 'warning'; meta: Record<string, string> } | null;
    /** What the fields may hold. */
    form: { name: string; slug: string; logo: string | null; blurHash: string | null };
}

export interface Clerk {
    /**
     * Makes an organization, whose administrator the user is.
     *
     * @throws {ClerkAPIResponseError} What the Frontend API refused, such as `organization_quota_exceeded`.
     * @throws {TypeError} For another argument.
     *
     * @example
     * ```js
     * const organization = await clerk.createOrganization({ name: 'Analytical Engines' })
     * await clerk.setActive({ organization })
     * ```
     */
    createOrganization(params: CreateOrganizationParams): Promise<OrganizationResource>;
    /**
     * Reads an organization that the user is in.
     *
     * @throws {ClerkAPIResponseError} What the Frontend API refused.
     * @throws {TypeError} For another argument.
     */
    getOrganization(organizationId: string): Promise<OrganizationResource>;
}


/** Components that clerk-js opens over a page; those of this package's internals have another prefix. */
type OpenedComponent =
| 'SignIn'
| 'SignUp'
| 'UserProfile'
| 'OrganizationProfile'
| 'InviteMembers'
| 'CreateOrganization'
| 'Waitlist';
type OpenedInternally =
| 'Checkout'
| 'PlanDetails'
| 'SubscriptionDetails'
| 'Reverification'
| 'EnableOrganizationsPrompt'
| 'BlankCaptchaModal';

/** Components that clerk-js puts into a page. */
type MountedComponent =
| 'SignIn'
| 'SignUp'
| 'UserAvatar'
| 'UserButton'
| 'UserProfile'
| 'OrganizationProfile'
| 'CreateOrganization'
| 'OrganizationSwitcher'
| 'OrganizationList'
| 'Waitlist'
| 'PricingTable'
| 'APIKeys'
| 'OAuthConsent'
| 'TaskChooseOrganization'
| 'TaskResetPassword'
| 'TaskSetupMFA';
type MountedInternally = 'ConfigureSSO' | 'ConfigureDirectorySync' | 'OAuthConsent' | 'OAuthDeviceVerification';

type Begins =
| `open${OpenedComponent | 'GoogleOneTap'}`
| `__internal_open${OpenedInternally}`
| `mount${MountedComponent}`
| `__internal_mount${MountedInternally}`;
type Ends =
| `close${OpenedComponent | 'GoogleOneTap'}`
| `__internal_close${OpenedInternally}`
| `unmount${MountedComponent}`
| `__internal_unmount${MountedInternally}`;

/**
 * There are no components in this package. What would show one throws an `Error`, `Clerk was not loaded with Ui components`; what would
 * take one away has nothing to do.
 */
export type ComponentMethods = Record<Begins, (...given: unknown[]) => never> &
Record<Ends, (...given: unknown[]) => void>;

/** What an SDK says of itself. */
export interface SDKMetadata {
    /** Its package's name. */
    name: string;
    /** Its version. */
    version: string;
    /** Such as `production`. */
    environment?: string;
}

/** What of a Clerk object the packages for frameworks use, such as `@clerk/react`. */
export interface Clerk extends ComponentMethods {
    /** The SDK around this object, as `load({ sdkMetadata })` has named it; the same one for all Clerk objects of a page. */
    sdkMetadata: SDKMetadata | undefined;
    /** There is no `@clerk/ui` here. */
    readonly uiVersion: undefined;
    /** Nothing is collected. */
    readonly telemetry: undefined;
    /** Whether {@link load} was told that there are cookies; false before. */
    readonly isStandardBrowser: boolean;
    /** Not in this package. */
    readonly billing: never;
    /** Not in this package. */
    readonly apiKeys: never;
    /** Not in this package. */
    readonly oauthApplication: never;
    /** What listeners were told last: the same object until the next time; undefined before the first. */
    readonly __internal_lastEmittedResources: Resources | undefined;
    /** The signals behind `useSignIn()`, `useSignUp()` and `useWaitlist()`. */
    readonly __internal_state: ClerkState;
    /** Whether {@link setActive} is under way. */
    readonly __internal_setActiveInProgress: boolean;
    /** The instance's settings as the Frontend API sends them, with every key in camel case; null before they are there. */
    readonly __internal_environment: any;
    /** What {@link __internal_navigateWithError} has left, once. */
    readonly __internal_last_error: unknown;
    /** The country that {@link __internal_setCountry} was given first. */
    __internal_country?: string | null;
    /** There is nothing that could be loaded. */
    readonly __internal_moduleManager: undefined;
    /** There is no transport of a native shell. */
    readonly __internal_hasOAuthTransport: boolean;
    /** See {@link __internal_hasOAuthTransport}. */
    readonly __internal_oauthTransport: null;
    /** An option of {@link load}, or what holds in its place; also one that is not known here. */
    __internal_getOption<Key extends string>(name: Key): any;
    /** Components would show other props; there are none. */
    __internal_updateProps(props: unknown): void;
    /** Has the browser leave this page for a URL with one of the allowed protocols. */
    __internal_windowNavigate(to: URL | string, options?: { useStaticAllowlistOnly?: boolean }): void;
    /** Goes to a page, and leaves an error for it. */
    __internal_navigateWithError(to: string, error: unknown): Promise<unknown>;
    /** Says where the reader is, unless that has been said. */
    __internal_setCountry(country: string | null): void;
    /**
     * Takes over an instance's settings, as the Frontend API sends them.
     *
     * @throws {TypeError} When it is no object.
     */
    __internal_setEnvironment(environment: object): Promise<void>;
    /** Has another development browser made, where the server does not know this one any more; nothing in production. */
    __internal_handleUnauthenticatedDevBrowser(): Promise<void>;
    /** Reads environment and client again. */
    __internal_reloadInitialResources(): Promise<void>;
    /**
     * Whether the instance has organizations. Where it has none, clerk-js asks a developer to turn them on; nobody is asked here.
     *
     * @throws {Error} For another setting.
     */
    __internal_attemptToEnableEnvironmentSetting(params: { for: 'organizations'; caller?: string }): {
        isEnabled: boolean;
    };
    /** Throws: see {@link ComponentMethods}. */
    assertComponentsReady(): never;
    /** Throws: see {@link ComponentMethods}. */
    __experimental_prefetchOrganizationSwitcher(): never;
    /** Not in this package. */
    readonly __internal_loadStripeJs: never;
    /** Not in this package. */
    readonly __experimental_checkout: never;
    /** Snapshots take its place: see `load({ startFrom: 'snapshot' })`. */
    readonly __internal_getCachedResources: undefined;
}


/** From where a session was last used. */
export interface SessionActivity {
    /** The unique identifier. */
    readonly id: string;
    /** Whether it was a mobile device. */
    readonly isMobile: boolean;
    /** The IP address. */
    readonly ipAddress?: string;
    /** The city that the address suggests. */
    readonly city?: string;
    /** The country that the address suggests. */
    readonly country?: string;
    /** The version of the browser. */
    readonly browserVersion?: string;
    /** The name of the browser. */
    readonly browserName?: string;
    /** The kind of device. */
    readonly deviceType?: string;
}

/**
 * A session, as the Backend API describes it. Read-only; times are ms since the epoch.
 *
 * A property that the JSON does not tell is absent.
 */
export class BackendSession {
    private constructor();
    /**
     * Reads the Backend API's JSON of a session.
     * @throws {TypeError} When it is not a JSON object.
     */
    static fromJSON(json: object): BackendSession;
    /** The unique identifier, `sess_…`. */
    readonly id: string;
    /** The client that the session belongs to. */
    readonly clientId: string;
    /** The user that is signed in by the session. */
    readonly userId: string;
    /** The state of the session. */
    readonly status: string;
    /** When the session was last active. */
    readonly lastActiveAt: number;
    /** When the session expires. */
    readonly expireAt: number;
    /** When the session is abandoned for want of activity. */
    readonly abandonAt: number;
    /** When the session was created. */
    readonly createdAt: number;
    /** When the session was last updated. */
    readonly updatedAt: number;
    /** The organization that is active in the session. */
    readonly lastActiveOrganizationId?: string;
    /** From where the session was last used; a browser cannot know it. */
    readonly latestActivity?: SessionActivity;
    /** Who acts on behalf of the user, when somebody does. */
    readonly actor: Record<string, unknown> | null;
}

/**
 * A client, as the Backend API describes it. Read-only; times are ms since the epoch.
 *
 * A property that the JSON does not tell is absent.
 */
export class BackendClient {
    private constructor();
    /**
     * Reads the Backend API's JSON of a client.
     * @throws {TypeError} When it is not a JSON object.
     */
    static fromJSON(json: object): BackendClient;
    /** The unique identifier, `client_…`. */
    readonly id: string;
    /** The identifiers of `sessions`. */
    readonly sessionIds: readonly string[];
    /** The sessions on the client. */
    readonly sessions: readonly BackendSession[];
    /** The current sign-in attempt. */
    readonly signInId: string | null;
    /** The current sign-up attempt. */
    readonly signUpId: string | null;
    /** The session that was last active. */
    readonly lastActiveSessionId: string | null;
    /** How the visitor last signed in. */
    readonly lastAuthenticationStrategy: LastAuthenticationStrategy | null;
    /** When the client was created. */
    readonly createdAt: number;
    /** When the client was last updated. */
    readonly updatedAt: number;
}


/** How an email address is verified. */
export type PrepareEmailAddressParams =
| { strategy: 'email_code' }
| {
    strategy: 'email_link' | 'enterprise_sso';
    /** Where the link leads in the end. */
    redirectUrl: string;
};

/** What proves that an address or a number is the user's. */
export interface AttemptCodeParams {
    /** The code that was sent. */
    code: string;
}

/** What proves that a wallet is the user's. */
export interface AttemptWeb3WalletParams {
    /** What the wallet has signed. */
    signature: string;
    /** Not needed: the server knows it. */
    strategy?: Web3Strategy;
}

/** What `startEnterpriseSSOLinkFlow()` takes. */
export interface StartEnterpriseSSOLinkFlowParams {
    /** Where the enterprise leads in the end. */
    redirectUrl: string;
}

/** What `createEnterpriseSSOLinkFlow()` returns. */
export interface CreateEnterpriseSSOLinkFlowReturn<Params, Resource> {
    /** Prepares the verification, and waits until it has succeeded. */
    startEnterpriseSSOLinkFlow: (params: Params) => Promise<Resource>;
    /** Ends the wait. */
    cancelEnterpriseSSOLinkFlow: () => void;
}

/** An email address of a user. */
export interface EmailAddressResource extends ResourceBase {
    /** The unique identifier, `idn_…`. */
    id: string;
    /** The address. */
    emailAddress: string;
    /** How far its verification got. */
    verification: VerificationResource;
    /** Whether its domain belongs to an enterprise connection. */
    matchesSsoConnection: boolean;
    /** The accounts that it came from or is linked to. */
    linkedTo: IdentificationLinkResource[];
    /** The address. */
    toString(): string;
    /**
     * Adds the address to the user.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly create: () => Promise<this>;
    /**
     * Has a code or a link sent to the address. The same, asked for twice at once, is sent once.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly prepareVerification: (params: PrepareEmailAddressParams) => Promise<this>;
    /**
     * Verifies the address by the code that was sent to it.
     * @example
     * ```js
     * const email = await clerk.user.createEmailAddress({ email: 'ada@example.com' })
     * await email.prepareVerification({ strategy: 'email_code' })
     * await email.attemptVerification({ code })
     * ```
     * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_code_incorrect`.
     * @throws {TypeError} For another argument.
     */
    readonly attemptVerification: (params: AttemptCodeParams) => Promise<this>;
    /** Sends a link, and waits until somebody has followed it. What ends that wait rejects it with an `AbortError`. */
    readonly createEmailLinkFlow: () => CreateEmailLinkFlowReturn<StartEmailLinkFlowParams, EmailAddressResource>;
    /** Has the user's enterprise verify the address: go to `verification.externalVerificationRedirectURL` meanwhile. */
    readonly createEnterpriseSSOLinkFlow: () => CreateEnterpriseSSOLinkFlowReturn<
    StartEnterpriseSSOLinkFlowParams,
    EmailAddressResource
    >;
    /**
     * Takes the address away from the user.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly destroy: () => Promise<void>;
    /** This resource as wire JSON. */
    __internal_toSnapshot(): Snapshot<'email_address', EmailAddressResource>;
}

/** A phone number of a user. */
export interface PhoneNumberResource extends ResourceBase {
    /** The unique identifier, `idn_…`. */
    id: string;
    /** The number, in E.164 form. */
    phoneNumber: string;
    /** Whether it serves as a second factor. */
    reservedForSecondFactor: boolean;
    /** Whether it is the second factor that is offered first. */
    defaultSecondFactor: boolean;
    /** How far its verification got. */
    verification: VerificationResource;
    /** The accounts that it came from or is linked to. */
    linkedTo: IdentificationLinkResource[];
    /** The codes that were made when it became a second factor; only in that answer. */
    backupCodes?: string[];
    /** The number. */
    toString(): string;
    /**
     * Adds the number to the user.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly create: () => Promise<this>;
    /**
     * Has a code sent to the number. Asked for twice at once, it is sent once.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly prepareVerification: () => Promise<this>;
    /**
     * Verifies the number by the code that was sent to it.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_code_incorrect`.
     * @throws {TypeError} For another argument.
     */
    readonly attemptVerification: (params: AttemptCodeParams) => Promise<this>;
    /**
     * Makes the number a second factor, or not. In the answer are `backupCodes` where it is the first one.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly setReservedForSecondFactor: (params: { reserved: boolean }) => Promise<this>;
    /**
     * Makes the number the second factor that is offered first.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly makeDefaultSecondFactor: () => Promise<this>;
    /**
     * Takes the number away from the user.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly destroy: () => Promise<void>;
    /** This resource as wire JSON. */
    __internal_toSnapshot(): Snapshot<'phone_number', PhoneNumberResource>;
}

/** A wallet of a user. */
export interface Web3WalletResource extends ResourceBase {
    /** The unique identifier, `idn_…`. */
    id: string;
    /** The address of the wallet. */
    web3Wallet: string;
    /** How far its verification got. */
    verification: VerificationResource;
    /** The address. */
    toString(): string;
    /**
     * Adds the wallet to the user.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly create: () => Promise<this>;
    /**
     * Has the server say, in `verification.message`, what the wallet has to sign.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly prepareVerification: (params: { strategy: Web3Strategy }) => Promise<this>;
    /**
     * Verifies the wallet by its signature.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly attemptVerification: (params: AttemptWeb3WalletParams) => Promise<this>;
    /**
     * Takes the wallet away from the user.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly destroy: () => Promise<void>;
    /** This resource as wire JSON. */
    __internal_toSnapshot(): Snapshot<'web3_wallet', Web3WalletResource>;
}

/** What an email address or a phone number is linked to. */
export interface IdentificationLinkResource extends ResourceBase {
    /** The unique identifier, `idn_…`. */
    id: string;
    /** The kind of what it is linked to, such as `oauth_google`. */
    type: string;
    /** This resource as wire JSON. */
    __internal_toSnapshot(): Snapshot<'identification_link', IdentificationLinkResource>;
}


/** How far a sign-up attempt got. */
export type SignUpStatus = 'missing_requirements' | 'complete' | 'abandoned';

/** A field of a sign-up by which the user is identified. */
export type SignUpIdentificationField =
| 'username'
| 'email_address'
| 'phone_number'
| 'email_address_or_phone_number'
| 'web3_wallet'
| OAuthStrategy
| 'enterprise_sso';

/** A field of a sign-up. */
export type SignUpField =
| 'first_name'
| 'last_name'
| 'password'
| 'legal_accepted'
| 'protect_check'
| SignUpIdentificationField;

/** What `signUp.create()` takes. Everything may also come later, by `signUp.update()`. */
export interface SignUpCreateParams {
    /** How the user signs up, where it is not by the fields given. */
    strategy?: OAuthStrategy | 'enterprise_sso' | 'ticket' | 'google_one_tap' | 'oauth_token_apple' | 'phone_code';
    /** The email address. */
    emailAddress?: string;
    /** The phone number, in E.164 form. */
    phoneNumber?: string;
    /** Either of the two. */
    emailAddressOrPhoneNumber?: string;
    /** The user name. */
    username?: string;
    /** The password. */
    password?: string;
    /** The first name. */
    firstName?: string;
    /** The last name. */
    lastName?: string;
    /** The address of a wallet. */
    web3Wallet?: string;
    /** Whether the visitor accepts the legal documents. */
    legalAccepted?: boolean;
    /** What to store with the attempt and the user, for the page to read and write. */
    unsafeMetadata?: Record<string, unknown>;
    /** The ticket of an invitation. */
    ticket?: string;
    /** The token of a provider's own sign-in. */
    token?: string;
    /** Whether to continue a sign-in attempt whose account turned out not to exist. */
    transfer?: boolean;
    /** Where the provider sends the browser back. */
    redirectUrl?: string;
    /** Where the browser goes when all is done. */
    actionCompleteRedirectUrl?: string;
    /** What an OpenID provider asks of the user. */
    oidcPrompt?: string;
    /** Whom an OpenID provider should suggest. */
    oidcLoginHint?: string;
    /** How a phone code is delivered. */
    channel?: PhoneCodeChannel;
    /** The language of the visitor, such as `en-US`; the browser's when absent. */
    locale?: string;
    /** Where the visitor is, as an IANA time zone such as `Europe/Berlin`. */
    timezone?: string;
}

/** What `signUp.update()` takes. */
export type SignUpUpdateParams = SignUpCreateParams;

/** What `signUp.prepareEmailAddressVerification()` takes. */
export type PrepareEmailAddressVerificationParams =
| { strategy: 'email_code' }
| { strategy: 'email_link' | 'enterprise_sso'; redirectUrl: string };

/** What `signUp.attemptEmailAddressVerification()` takes. */
export interface AttemptEmailAddressVerificationParams {
    /** The code from the mail. */
    code: string;
}

/** What `signUp.prepareVerification()` takes. */
export type PrepareVerificationParams =
| { strategy: 'email_code' }
| { strategy: 'email_link'; redirectUrl?: string }
| { strategy: 'phone_code'; channel?: PhoneCodeChannel }
| { strategy: Web3Strategy }
| {
    strategy: OAuthStrategy | 'enterprise_sso';
    redirectUrl?: string;
    actionCompleteRedirectUrl?: string;
    oidcPrompt?: string;
    oidcLoginHint?: string;
};

/** What `signUp.attemptVerification()` takes. */
export type AttemptVerificationParams =
| { strategy: 'email_code' | 'phone_code'; code: string }
| { strategy: Web3Strategy; signature: string };

/** What `signUp.preparePhoneNumberVerification()` takes. */
export interface PreparePhoneNumberVerificationParams {
    /** How the number will be verified. */
    strategy: 'phone_code';
    /** How the code is delivered. */
    channel?: PhoneCodeChannel;
}

/** What `signUp.attemptWeb3WalletVerification()` takes. */
export interface AttemptWeb3WalletVerificationParams {
    /** What the wallet signed. */
    signature: string;
    /** The kind of wallet; MetaMask's when absent. */
    strategy?: Web3Strategy;
}

/** What `startEmailLinkFlow()` of a sign-up takes. */
export interface StartEmailLinkFlowParams {
    /** Where the link leads in the end: a page that calls `clerk.handleEmailLinkVerification()`. */
    redirectUrl: string;
}

/** An enterprise by which a sign-up may go on. */
export interface SignUpEnterpriseConnectionResource extends ResourceBase {
    /** The unique identifier, for the `enterpriseConnectionId` of `authenticateWithRedirect()`. */
    id: string;
    /** What people call it. */
    name: string;
    /** What stands behind it, such as `saml_okta`. */
    provider: string;
    /** The URL of its picture. */
    logoPublicUrl: string | null;
}

/** A sign-up attempt. Before {@link SignUpResource.create} it is blank. */
export interface SignUpResource extends ResourceBase {
    /** The unique identifier, `sua_…`; absent before the attempt is created. */
    readonly id?: string;
    /** How far the attempt got. */
    status: SignUpStatus | null;
    /** The fields that the instance demands. */
    requiredFields: SignUpField[];
    /** The fields that may be given. */
    optionalFields: SignUpField[];
    /** The demanded fields that are still missing. */
    missingFields: SignUpField[];
    /** The given fields that are still to be verified. */
    unverifiedFields: SignUpIdentificationField[];
    /** How far each verification got. */
    verifications: SignUpVerificationsResource;
    /** The check by Clerk Protect that the attempt waits for. */
    protectCheck: ProtectCheckResource | null;
    /** The user name that was given. */
    username: string | null;
    /** The first name that was given. */
    firstName: string | null;
    /** The last name that was given. */
    lastName: string | null;
    /** The email address that was given. */
    emailAddress: string | null;
    /** The phone number that was given. */
    phoneNumber: string | null;
    /** The address of the wallet that was given. */
    web3wallet: string | null;
    /** Whether a password was given. */
    hasPassword: boolean;
    /** What the page stored with the attempt. */
    unsafeMetadata: Record<string, unknown>;
    /** The session that a complete attempt made: give it to `clerk.setActive()`. */
    createdSessionId: string | null;
    /** The user that a complete attempt made. */
    createdUserId: string | null;
    /** When the attempt is abandoned, in ms since the epoch. */
    abandonAt: number | null;
    /** When the visitor accepted the legal documents, in ms since the epoch. */
    legalAcceptedAt: number | null;
    /** The language of the visitor. */
    locale: string | null;
    /** Where the visitor is, as an IANA time zone such as `Europe/Berlin`; null where nobody said so. */
    timezone: string | null;
    /**
     * Begins an attempt.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_identifier_exists`.
     */
    readonly create: (params: SignUpCreateParams) => Promise<SignUpResource>;
    /**
     * Adds to the attempt.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly update: (params: SignUpUpdateParams) => Promise<SignUpResource>;
    /**
     * Adds to the attempt, or begins one where there is none.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly upsert: (params: SignUpCreateParams | SignUpUpdateParams) => Promise<SignUpResource>;
    /**
     * Has a code or a link sent, or asks for what else a verification needs.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly prepareVerification: (params: PrepareVerificationParams) => Promise<SignUpResource>;
    /**
     * Verifies what was given, by a code or a signature.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_code_incorrect`.
     */
    readonly attemptVerification: (params: AttemptVerificationParams) => Promise<SignUpResource>;
    /**
     * Has a code sent to the email address, or begins another verification of it.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly prepareEmailAddressVerification: (params?: PrepareEmailAddressVerificationParams) => Promise<SignUpResource>;
    /**
     * Verifies the email address by the code that was sent.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_code_incorrect`.
     */
    readonly attemptEmailAddressVerification: (params: AttemptEmailAddressVerificationParams) => Promise<SignUpResource>;
    /**
     * Has a code sent to the phone number.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly preparePhoneNumberVerification: (params?: PreparePhoneNumberVerificationParams) => Promise<SignUpResource>;
    /**
     * Verifies the phone number by the code that was sent.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_code_incorrect`.
     */
    readonly attemptPhoneNumberVerification: (params: CodeParams) => Promise<SignUpResource>;
    /**
     * Asks for the text that the wallet is to sign: `verifications.web3Wallet.message`.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly prepareWeb3WalletVerification: (params?: { strategy: Web3Strategy }) => Promise<SignUpResource>;
    /**
     * Verifies the wallet by its signature.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly attemptWeb3WalletVerification: (params: AttemptWeb3WalletVerificationParams) => Promise<SignUpResource>;
    /**
     * Proves to Clerk Protect what it wants proved, by the token that its script gave.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly submitProtectCheck: (params: { proofToken: string }) => Promise<SignUpResource>;
    /**
     * The enterprises by which people with the attempt's address may go on; none when it is of none.
     * @throws {Error} Before the attempt is created.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly __experimental_getEnterpriseConnections: () => Promise<SignUpEnterpriseConnectionResource[]>;
    /**
     * Judges a password by the instance's settings, before it is sent: without a request, as often as somebody types. The callbacks hear
     * of it a moment later, in the order of the calls; the first time when `flows.js` is loaded. They hear nothing before the settings
     * are there, that is before `clerk.load()`. How strong a password is, is told where the instance wants it and the option `zxcvbn`
     * of `clerk.load()` can tell.
     *
     * @example
     * ```js
     * input.oninput = () => client.signUp.validatePassword(input.value, {
     *   onValidation: ({ complexity = {}, strength }) => show(Object.keys(complexity), strength?.state),
     * })
     * ```
     */
    readonly validatePassword: (password: string, callbacks?: ValidatePasswordCallbacks) => void;
    /**
     * A verification of the email address by a link.
     */
    readonly createEmailLinkFlow: () => CreateEmailLinkFlowReturn<StartEmailLinkFlowParams, SignUpResource>;
    /**
     * Asks for a provider, and sends the browser to its page.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {Error} When the answer names no page.
     */
    readonly authenticateWithRedirect: (params: AuthenticateWithRedirectParams) => Promise<void>;
    /**
     * The same in a window of its own; resolves when it shows the provider's page. What comes of it is followed: the new session
     * becomes current, and the page goes to `redirectUrlComplete`.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly authenticateWithPopup: (params: AuthenticateWithPopupParams) => Promise<void>;
    /**
     * Signs up by a text that a wallet signs.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly authenticateWithWeb3: (
    params: AuthenticateWithWeb3Params & SignUpAuthenticateWithWeb3Params,
    ) => Promise<SignUpResource>;
    /**
     * Signs up by the wallet Metamask, as the browser has it.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {ClerkRuntimeError} `web3_wallet_not_found`.
     */
    readonly authenticateWithMetamask: (params?: SignUpAuthenticateWithWeb3Params) => Promise<SignUpResource>;
    /**
     * Signs up by the wallet CoinbaseWallet, as the browser has it.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {ClerkRuntimeError} `web3_wallet_not_found`.
     */
    readonly authenticateWithCoinbaseWallet: (params?: SignUpAuthenticateWithWeb3Params) => Promise<SignUpResource>;
    /**
     * Signs up by the wallet Base, as the browser has it.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {ClerkRuntimeError} `web3_wallet_not_found`.
     */
    readonly authenticateWithBase: (params?: SignUpAuthenticateWithWeb3Params) => Promise<SignUpResource>;
    /**
     * Signs up by the wallet OKXWallet, as the browser has it.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {ClerkRuntimeError} `web3_wallet_not_found`.
     */
    readonly authenticateWithOKXWallet: (params?: SignUpAuthenticateWithWeb3Params) => Promise<SignUpResource>;
    /**
     * Signs up by a wallet of Solana's, as the browser has it.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {ClerkRuntimeError} `web3_wallet_not_found`.
     */
    readonly authenticateWithSolana: (
    params: AuthenticateWithSolanaParams & SignUpAuthenticateWithWeb3Params,
    ) => Promise<SignUpResource>;
    /**
     * Reads the attempt again.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly reload: (params?: ClerkResourceReloadParams) => Promise<this>;
    /** The attempt as wire JSON. */
    __internal_toSnapshot(): any;
    /** The custom-flow API: its calls do not reject for what goes wrong on the way, they resolve it as `error`. */
    readonly __internal_future: SignUpFutureResource;
}

/** The custom-flow API of a sign-up. */
export interface SignUpFutureResource {
    /** The unique identifier; absent before there is an attempt. */
    readonly id?: string;
    /** How far the attempt got. */
    readonly status: SignUpStatus;
    /** The fields that the instance demands. */
    readonly requiredFields: SignUpField[];
    /** The fields that may be given. */
    readonly optionalFields: SignUpField[];
    /** The demanded fields that are still missing. */
    readonly missingFields: SignUpField[];
    /** The given fields that are still to be verified. */
    readonly unverifiedFields: SignUpIdentificationField[];
    /** The user name that was given. */
    readonly username: string | null;
    /** The first name that was given. */
    readonly firstName: string | null;
    /** The last name that was given. */
    readonly lastName: string | null;
    /** The email address that was given. */
    readonly emailAddress: string | null;
    /** The phone number that was given. */
    readonly phoneNumber: string | null;
    /** The address of the wallet that was given. */
    readonly web3Wallet: string | null;
    /** Whether a password was given. */
    readonly hasPassword: boolean;
    /** What the page stored with the attempt. */
    readonly unsafeMetadata: Record<string, unknown>;
    /** The session that a complete attempt made. */
    readonly createdSessionId: string | null;
    /** The user that a complete attempt made. */
    readonly createdUserId: string | null;
    /** When the attempt is abandoned, in ms since the epoch. */
    readonly abandonAt: number | null;
    /** When the visitor accepted the legal documents, in ms since the epoch. */
    readonly legalAcceptedAt: number | null;
    /** The language of the visitor. */
    readonly locale: string | null;
    /** Where the visitor is, as an IANA time zone such as `Europe/Berlin`; null where nobody said so. */
    readonly timezone: string | null;
    /** The check by Clerk Protect that the attempt waits for. */
    readonly protectCheck: ProtectCheckResource | null;
    /** Whether the user exists, so that a sign-in with `transfer` signs them in. */
    readonly isTransferable: boolean;
    /** The session of a user who turned out to be signed in here. */
    readonly existingSession?: { sessionId: string };
    /** Whether the attempt is done with, by {@link finalize} or {@link reset}. */
    readonly canBeDiscarded: boolean;
    /** How far each verification got, and what verifies. */
    readonly verifications: {
        readonly emailAddress: SignUpVerificationResource;
        readonly phoneNumber: SignUpVerificationResource;
        readonly web3Wallet: SignUpVerificationResource;
        readonly externalAccount: VerificationResource;
        readonly emailLinkVerification: EmailLinkVerification | null;
        sendEmailCode(): Promise<FlowOutcome>;
        verifyEmailCode(params: CodeParams): Promise<FlowOutcome>;
        sendEmailLink(params: { verificationUrl: string }): Promise<FlowOutcome>;
        waitForEmailLinkVerification(): Promise<FlowOutcome>;
        sendPhoneCode(params?: { channel?: PhoneCodeChannel }): Promise<FlowOutcome>;
        verifyPhoneCode(params: CodeParams): Promise<FlowOutcome>;
    };
    /** Begins an attempt. */
    create(params: SignUpCreateParams): Promise<FlowOutcome>;
    /** Adds to the attempt. */
    update(params: SignUpUpdateParams): Promise<FlowOutcome>;
    /** Gives a password, with whatever else is known; begins an attempt where there is none. */
    password(params: SignUpCreateParams & { password: string }): Promise<FlowOutcome>;
    /** Signs up with a provider. */
    sso(
    params: Omit<SSOParams, 'strategy'> &
    SignUpAuthenticateWithWeb3Params & { strategy: string; emailAddress?: string; locale?: string },
    ): Promise<FlowOutcome>;
    /** Signs up by a ticket: the given one, or that of the page's URL. */
    ticket(params?: SignUpCreateParams): Promise<FlowOutcome>;
    /** Signs up by a wallet, as the browser has it. */
    web3(
    params: SignUpAuthenticateWithWeb3Params & {
        strategy: Web3Strategy;
        firstName?: string;
        lastName?: string;
        locale?: string;
    },
    ): Promise<FlowOutcome>;
    /** Proves to Clerk Protect what it wants proved. */
    submitProtectCheck(params: { proofToken: string }): Promise<FlowOutcome>;
    /** Makes the attempt's session current; resolves an error when the attempt is not complete. */
    finalize(params?: FinalizeParams): Promise<FlowOutcome>;
    /** Forgets the attempt. No request is made. */
    reset(): Promise<FlowOutcome>;
}


/** How far a verification got. */
export type VerificationStatus = 'unverified' | 'verified' | 'transferable' | 'failed' | 'expired';

/** How far the verification of a factor or an identifier got. Everything is null before it begins. */
export interface VerificationResource extends ResourceBase {
    /** Always absent: a verification has no id. */
    readonly id?: string;
    /** How far it got. */
    status: VerificationStatus | null;
    /** How it is verified, such as `password` or `email_code`. */
    strategy: string | null;
    /** How often it was tried. */
    attempts: number | null;
    /** When it expires; null where the server names no time. */
    expireAt: Date | null;
    /** Why it failed. */
    error: ClerkAPIError | null;
    /** Where the browser has to go to continue. */
    externalVerificationRedirectURL: URL | null;
    /** What a wallet or a passkey has to sign. */
    nonce: string | null;
    /** What a wallet shows when it signs. */
    message: string | null;
    /** The client on which it was verified. */
    verifiedAtClient: string | null;
    /** How a phone code is delivered. */
    channel?: PhoneCodeChannel;
    /** Whether it was verified on this client; false where one of the two is not known. */
    verifiedFromTheSameClient: () => boolean;
    /** The verification as wire JSON. */
    __internal_toSnapshot(): Snapshot<'verification', VerificationResource, { error: ErrorJSON }>;
}

/** A verification of a sign-up attempt. */
export interface SignUpVerificationResource extends VerificationResource {
    /** What to do next: `needs_prepare`, `needs_attempt`, or empty. */
    nextAction: string;
    /** The strategies that would verify it. */
    supportedStrategies: string[];
    /** The verification as wire JSON. */
    __internal_toSnapshot(): Snapshot<'verification', SignUpVerificationResource, { error: ErrorJSON }>;
}

/** The verifications of a sign-up attempt. */
export interface SignUpVerificationsResource {
    /** Of the email address. */
    emailAddress: SignUpVerificationResource;
    /** Of the phone number. */
    phoneNumber: SignUpVerificationResource;
    /** Of the wallet. */
    web3Wallet: SignUpVerificationResource;
    /** Of the account at a provider. */
    externalAccount: VerificationResource;
    /** The verifications as wire JSON. */
    __internal_toSnapshot(): Wire<SignUpVerificationsResource>;
}

/** A check by Clerk Protect that an attempt waits for. */
export interface ProtectCheckResource {
    /** The check is not done yet. */
    status: 'pending';
    /** What the check's script needs. */
    token: string;
    /** Where the check's script is. */
    sdkUrl: string;
    /** When the check expires, in ms since the epoch. */
    expiresAt?: number;
    /** How the check wants to be shown. */
    uiHints?: Record<string, string>;
}


/** How people with an address of a domain become members. */
export type OrganizationEnrollmentMode =
| 'manual_invitation'
| 'automatic_invitation'
| 'automatic_suggestion'
| 'enterprise_sso';

/** What `getDomains()` takes. */
export interface GetDomainsParams extends ClerkPaginationParams {
    /** Domains of this mode. */
    enrollmentMode?: OrganizationEnrollmentMode;
}

/** How far it is known that somebody of the organization has an address of the domain. */
export interface OrganizationDomainVerification {
    /** How far it got. */
    status: 'unverified' | 'verified' | 'failed' | 'expired';
    /** How it is verified. */
    strategy: 'email_code';
    /** How often it was tried. */
    attempts: number;
    /** When it expires. */
    expiresAt: Date;
}

/** How far it is known that the domain is the organization's. */
export interface OrganizationDomainOwnershipVerification {
    /** How far it got. */
    status: 'unverified' | 'verified' | 'expired';
    /** How it is verified. */
    strategy: 'txt' | 'legacy' | 'manual_override' | 'parent_domain';
    /** How often it was tried. */
    attempts: number | null;
    /** When it expires. */
    expiresAt: Date | null;
    /** When it was verified. */
    verifiedAt: Date | null;
    /** The name of the TXT record that is looked for. */
    txtRecordName: string | null;
    /** What the record has to hold. */
    txtRecordValue: string | null;
}

/** A domain of an organization. */
export interface OrganizationDomainResource extends ResourceBase {
    /** The unique identifier, `orgdmn_…`. */
    id: string;
    /** The domain. */
    name: string;
    /** The organization. */
    organizationId: string;
    /** How people with an address of it become members. */
    enrollmentMode: OrganizationEnrollmentMode;
    /** @deprecated Use `affiliationVerification`. */
    verification: OrganizationDomainVerification | null;
    /** How far it is known that somebody of the organization has an address of it. */
    affiliationVerification: OrganizationDomainVerification | null;
    /** How far it is known that it is the organization's. */
    ownershipVerification: OrganizationDomainOwnershipVerification | null;
    /** The address to which the code was sent. */
    affiliationEmailAddress: string | null;
    /** How many invitations are open for it. */
    totalPendingInvitations: number;
    /** How many suggestions are open for it. */
    totalPendingSuggestions: number;
    /** When it was created. */
    createdAt: Date;
    /** When it was last updated. */
    updatedAt: Date;
    /**
     * Has a code sent to an address of the domain.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly prepareAffiliationVerification: (params: { affiliationEmailAddress: string }) => Promise<this>;
    /**
     * Verifies the domain by that code.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_code_incorrect`.
     * @throws {TypeError} For another argument.
     */
    readonly attemptAffiliationVerification: (params: AttemptCodeParams) => Promise<this>;
    /**
     * Says how people with an address of it become members.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly updateEnrollmentMode: (params: UpdateEnrollmentModeParams) => Promise<this>;
    /**
     * Takes the domain away from the organization.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly delete: () => Promise<void>;
}

/** What `updateEnrollmentMode()` takes. */
export interface UpdateEnrollmentModeParams {
    /** How people with an address of the domain become members. */
    enrollmentMode: OrganizationEnrollmentMode;
    /** Whether open invitations and suggestions are taken back. */
    deletePending?: boolean;
}

/** What was found out about several domains. */
export interface OrganizationDomainsBulkOwnershipVerificationResource {
    /** The domains. */
    data: OrganizationDomainResource[];
    /** The domains of which nothing could be found out, and why. */
    errors: { id: string; code: string }[];
}


/** One of the things that the Frontend API found wrong. */
export class ClerkAPIError {
    /** From the wire's JSON. */
    constructor(json: ClerkAPIErrorJSON);
    /** What it is, such as `form_password_incorrect`. */
    readonly code: string;
    /** A short text. */
    readonly message: string;
    /** A text to show to the visitor. */
    readonly longMessage: string | undefined;
    /** What it is about; also what this package does not know, with keys in camel case. */
    readonly meta: {
        /** The parameter that is wrong. */
        paramName?: string;
        /** The session that exists already. */
        sessionId?: string;
        emailAddresses?: string[];
        identifiers?: string[];
        [key: string]: unknown;
    };
}

/** An error on the wire. */
export interface ClerkAPIErrorJSON {
    code: string;
    message: string;
    long_message?: string;
    meta?: object;
}

/** What every error of Clerk's may tell beside its message. */
export interface ClerkErrorOptions {
    /** A text to show to the visitor. */
    longMessage?: string;
    /** Where the documentation explains it. */
    docsUrl?: string;
    /** The error behind it. */
    cause?: Error;
}

/**
 * The Frontend API answered with an error status. `String(error)` has the status and all that it found wrong.
 *
 * @example
 * try {
 *   await signIn.create({ identifier, password });
 * } catch (error) {
 *   if (!isClerkAPIResponseError(error)) throw error;
 *   for (const { longMessage, meta } of error.errors) show(longMessage, meta.paramName);
 * }
 */
export class ClerkAPIResponseError extends Error {
    constructor(
    message: string,
    options: ClerkErrorOptions & {
        data: ClerkAPIErrorJSON[];
        status: number;
        clerkTraceId?: string;
        retryAfter?: number;
    },
    );
    readonly clerkError: true;
    /** Always `api_response_error`; see `errors` for the code of each thing. */
    readonly code: string;
    readonly longMessage: string | undefined;
    readonly docsUrl: string | undefined;
    readonly cause: Error | undefined;
    /** The HTTP status. */
    status: number;
    /** What Clerk's support wants to know. */
    clerkTraceId?: string;
    /** When to try again, in seconds from now. */
    retryAfter?: number;
    /** What the Frontend API found wrong; empty when the answer was not Clerk's. */
    errors: ClerkAPIError[];
}

/** Something failed outside the Frontend API. */
export class ClerkRuntimeError extends Error {
    constructor(message: string, options: ClerkErrorOptions & { code: string });
    readonly clerkError: true;
    readonly clerkRuntimeError: true;
    /** What it is, such as `network_error`. */
    readonly code: string;
    readonly longMessage: string | undefined;
    readonly docsUrl: string | undefined;
    readonly cause: Error | undefined;
}

/**
 * The call failed because there is no network, which says nothing about who is signed in.
 *
 * @example
 * const token = await session.getToken().catch(error => {
 *   if (!ClerkOfflineError.is(error)) throw error;
 *   showThatWeAreOffline();
 * });
 */
export class ClerkOfflineError extends ClerkRuntimeError {
    constructor(message: string);
    /** The code that its errors have. */
    static readonly ERROR_CODE: 'clerk_offline';
    /** Whether an error is one, ours or that of another Clerk package. */
    static is(error: unknown): error is ClerkOfflineError;
}

/** A passkey could not be used: the browser has none, or the person refused. */
export class ClerkWebAuthnError extends ClerkRuntimeError {
    constructor(message: string, options: ClerkErrorOptions & { code: ClerkWebAuthnErrorCode });
    readonly code: ClerkWebAuthnErrorCode;
}

/** Why a passkey could not be used. */
export type ClerkWebAuthnErrorCode =
| 'passkey_not_supported'
| 'passkey_pa_not_supported'
| 'passkey_invalid_rpID_or_domain'
| 'passkey_already_exists'
| 'passkey_operation_aborted'
| 'passkey_retrieval_cancelled'
| 'passkey_retrieval_failed'
| 'passkey_registration_cancelled'
| 'passkey_registration_failed';

/** The link of an email could not be followed. */
export class EmailLinkError extends Error {
    constructor(code: string);
    /** Why; one of {@link EmailLinkErrorCodeStatus}. */
    code: string;
}

/** Why the link of an email could not be followed. */
export const EmailLinkErrorCodeStatus: {
    /** It was followed too late. */
    readonly Expired: 'expired';
    /** It is not valid. */
    readonly Failed: 'failed';
    /** It was followed in another browser than the one that asked for it. */
    readonly ClientMismatch: 'client_mismatch';
};

/** The older name of {@link EmailLinkErrorCodeStatus}. */
export const EmailLinkErrorCode: { Expired: string; Failed: string; ClientMismatch: string };

/** An error of MetaMask's. */
export interface MetamaskError extends Error {
    code: 4001 | 32602 | 32603;
    data?: unknown;
}

/** Whether an error is a {@link ClerkAPIResponseError}, ours or that of another Clerk package. */
export function isClerkAPIResponseError(error: unknown): error is ClerkAPIResponseError;
/** Whether an error is a {@link ClerkRuntimeError}, ours or that of another Clerk package. */
export function isClerkRuntimeError(error: unknown): error is ClerkRuntimeError;
/** Whether an error is an {@link EmailLinkError}, ours or that of another Clerk package. */
export function isEmailLinkError(error: unknown): error is EmailLinkError;
/** Whether an error comes from Clerk, or from MetaMask on its behalf. */
export function isKnownError(error: unknown): error is ClerkAPIResponseError | ClerkRuntimeError | MetamaskError;
/** Whether an error comes from MetaMask. */
export function isMetamaskError(error: unknown): error is MetamaskError;
/** Whether the Frontend API refuses because the user is locked. */
export function isUserLockedError(error: unknown): boolean;


/** Somebody who wants to be let in. */
export interface WaitlistResource extends ResourceBase {
    /** The unique identifier, `wlt_…`. */
    readonly id: string;
    /** When the entry was last changed; `null` when that is not known. */
    readonly updatedAt: Date | null;
    /** When the entry was made; `null` when that is not known. */
    readonly createdAt: Date | null;
    /** As `clerk.joinWaitlist()`, into this entry; what is refused is told and does not reject. */
    join(params: JoinWaitlistParams): Promise<{ error: ClerkAPIResponseError | ClerkRuntimeError | null }>;
}

/** What `clerk.joinWaitlist()` takes. */
export interface JoinWaitlistParams {
    /** The address of whoever wants to be let in. */
    emailAddress: string;
}


/** The provider of an enterprise connection. */
export type EnterpriseProvider = 'saml_okta' | 'saml_google' | 'saml_microsoft' | 'saml_custom' | OAuthStrategy;

/** An account of a user at another provider. */
export interface ExternalAccountResource extends ResourceBase {
    /** The unique identifier, `eac_…`. */
    id: string;
    /** The identification that the account gives. */
    identificationId: string;
    /** The provider: `google`, `github`, …; the wire's `oauth_` prefix is left out. */
    provider: OAuthProvider;
    /** The user's identifier at the provider. */
    providerUserId: string;
    /** The email address at the provider. */
    emailAddress: string;
    /** What the user has granted, separated by spaces. */
    approvedScopes: string;
    /** The first name at the provider. */
    firstName: string;
    /** The last name at the provider. */
    lastName: string;
    /** The picture at the provider. */
    imageUrl: string;
    /** The user name at the provider. */
    username: string;
    /** The phone number at the provider. */
    phoneNumber: string;
    /** What the backend stored, for everybody to read. */
    publicMetadata: Record<string, unknown>;
    /** A label that tells accounts of one provider apart. */
    label: string;
    /** How far the connection got. */
    verification: VerificationResource | null;
    /**
     * Asks for more scopes, or for the connection again: go to `verification.externalVerificationRedirectURL` of the answer.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly reauthorize: (params: ReauthorizeExternalAccountParams) => Promise<this>;
    /**
     * Takes the account away from the user.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly destroy: () => Promise<void>;
    /** The provider, as in `provider`. */
    readonly providerSlug: () => OAuthProvider;
    /** A title of the account, such as `Google Account`. */
    readonly providerTitle: () => string;
    /** What the account is known by: its user name, its email address or its label. */
    readonly accountIdentifier: () => string;
    /** This resource as wire JSON. */
    __internal_toSnapshot(): Snapshot<'external_account', ExternalAccountResource>;
}

/** An account of a user at their enterprise. */
export interface EnterpriseAccountResource extends ResourceBase {
    /** The unique identifier. */
    id: string;
    /** The protocol: `saml` or `oauth`. */
    protocol: 'saml' | 'oauth';
    /** The provider: `saml_okta`, `oauth_google`, …. */
    provider: EnterpriseProvider;
    /** The user's identifier at the provider. */
    providerUserId: string | null;
    /** Whether the account may be used. */
    active: boolean;
    /** The email address at the enterprise. */
    emailAddress: string;
    /** The first name at the enterprise. */
    firstName: string | null;
    /** The last name at the enterprise. */
    lastName: string | null;
    /** What the backend stored, for everybody to read. */
    publicMetadata: Record<string, unknown>;
    /** How far its verification got. */
    verification: VerificationResource | null;
    /** The connection that the account belongs to. */
    enterpriseConnection: EnterpriseAccountConnectionResource | null;
    /** The identifier of that connection. */
    enterpriseConnectionId: string | null;
    /** When the account last authenticated. */
    lastAuthenticatedAt: Date | null;
    /**
     * Takes the account away from the user.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly destroy: () => Promise<void>;
    /** This resource as wire JSON. */
    __internal_toSnapshot(): Snapshot<'enterprise_account', EnterpriseAccountResource>;
}

/** The enterprise connection of an account. */
export interface EnterpriseAccountConnectionResource extends ResourceBase {
    /** The unique identifier. */
    id: string;
    /** Whether the connection may be used. */
    active: boolean;
    /** Whether the enterprise may start a sign-in. */
    allowIdpInitiated: boolean;
    /** Whether subdomains of `domain` count. */
    allowSubdomains: boolean;
    /** Whether users may not add other identifications. */
    disableAdditionalIdentifications: boolean;
    /** The domain of the enterprise. */
    domain: string;
    /** The picture of the connection. */
    logoPublicUrl: string | null;
    /** The name of the connection. */
    name: string;
    /** The protocol: `saml` or `oauth`. */
    protocol: 'saml' | 'oauth';
    /** The provider: `saml_okta`, `oauth_google`, …. */
    provider: EnterpriseProvider;
    /** Whether the enterprise's attributes overwrite the user's at each sign-in. */
    syncUserAttributes: boolean;
    /** Whether members may link accounts through the organization. */
    allowOrganizationAccountLinking: boolean;
    /** The identifier of the connection, where it differs from `id`. */
    enterpriseConnectionId: string | null;
    /** This resource as wire JSON. */
    __internal_toSnapshot(): Snapshot<
    'enterprise_account_connection',
    EnterpriseAccountConnectionResource,
    CreatedAndUpdated
    >;
}

/** What `reauthorize()` takes. */
export interface ReauthorizeExternalAccountParams {
    /** What the user shall grant besides. */
    additionalScopes?: string[];
    /** Where the provider leads in the end. */
    redirectUrl?: string;
    /** The provider's `prompt`. */
    oidcPrompt?: string;
    /** The provider's `login_hint`. */
    oidcLoginHint?: string;
}

/** What `passkey.update()` takes. */
export interface UpdatePasskeyParams {
    /** The name that the user gives it. */
    name?: string | null;
}

/** What a browser makes a passkey of. */
export type PublicKeyCredentialCreationOptionsWithoutExtensions = Omit<
Required<PublicKeyCredentialCreationOptions>,
'extensions'
>;

/** How far the verification of a passkey got. */
export interface PasskeyVerificationResource extends VerificationResource {
    /** What the browser makes the passkey of; null once it is made. */
    publicKey: PublicKeyCredentialCreationOptionsWithoutExtensions | null;
}

/** A passkey of a user. */
export interface PasskeyResource extends ResourceBase {
    /** The unique identifier, `passkey_…`. */
    id: string;
    /** The name that the user gave it. */
    name: string | null;
    /** How far its verification got. */
    verification: PasskeyVerificationResource | null;
    /** When it was last used. */
    lastUsedAt: Date | null;
    /** When it was created. */
    createdAt: Date;
    /** When it was last updated. */
    updatedAt: Date;
    /**
     * Gives the passkey another name.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another argument.
     */
    readonly update: (params: UpdatePasskeyParams) => Promise<this>;
    /**
     * Takes the passkey away from the user.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly delete: () => Promise<DeletedObjectResource>;
    /** This resource as wire JSON. */
    __internal_toSnapshot(): Snapshot<'passkey', PasskeyResource>;
}


/** The state of a session. */
export type SessionStatus =
| 'abandoned'
| 'active'
| 'ended'
| 'expired'
| 'removed'
| 'replaced'
| 'revoked'
| 'pending';

/** Something the user has to do before their session becomes active. */
export interface SessionTask {
    /** What it is. */
    key: 'choose-organization' | 'reset-password' | 'setup-mfa';
}

/** Who acts on behalf of a user. */
export interface ActClaim {
    /** The identifier of who acts. */
    sub: string;
    /** `agent` for an agent. */
    type?: 'agent';
    [claim: string]: unknown;
}

/** What `session.getToken()` takes. */
export interface GetTokenOptions {
    /** The name of a JWT template, from the Clerk dashboard. */
    template?: string;
    /** The organization for which the token is made, in place of the active one. */
    organizationId?: string;
    /** Whether to ask the server although a token is at hand. */
    skipCache?: boolean;
    /**
     * Ends the call: the promise rejects with the signal's reason, and nothing is asked again. A token that is at hand is
     * given all the same.
     */
    signal?: AbortSignal;
}

/** What `session.touch()` takes. */
export interface SessionTouchParams {
    /** Why the session is touched. */
    intent?: 'focus' | 'select_session' | 'select_org';
    /** Ends the call: the promise rejects with the signal's reason, and the request is cut off. */
    signal?: AbortSignal;
}

/** By which factors a user is verified; `multi_factor` by both. */
export type SessionVerificationLevel = 'first_factor' | 'second_factor' | 'multi_factor';

/**
 * How recently a user must have been verified: `strict_mfa` is both factors within 10 minutes, `strict`, `moderate` and `lax` are the
 * second one within 10 minutes, an hour and a day. A factor that the user does not have is stood for by the other, but for
 * the first in `multi_factor`.
 */
export type ReverificationConfig =
| 'strict_mfa'
| 'strict'
| 'moderate'
| 'lax'
| {
    level: SessionVerificationLevel;
    /** How long a verification is recent, in minutes, more than 0. */
    afterMinutes: number;
};

/** What `session.checkAuthorization()` takes. All that is asked must hold. */
export interface CheckAuthorizationParams {
    /** A role in the organization that is active in the session; with `org:` before it or without. */
    role?: string;
    /** A permission there; with `org:` before it or without. */
    permission?: string;
    /** A feature, of the user or of the organization, or with `user:` or `org:` before it of that one. */
    feature?: string;
    /** A plan, of the user or of the organization, or with `user:` or `org:` before it of that one. */
    plan?: string;
    /** How recently the user must have been verified. */
    reverification?: ReverificationConfig;
}

/** What others may see of a user. */
export interface PublicUserData {
    /** The first name. */
    firstName: string | null;
    /** The last name. */
    lastName: string | null;
    /** The URL of the picture, the user's own or a generated one; empty when unknown. */
    imageUrl: string;
    /** Whether the picture is the user's own. */
    hasImage: boolean;
    /** What the user is known by: an email address, a phone number or a name. */
    identifier: string;
    /** The identifier of the user. */
    userId?: string;
    /** The user name. */
    username?: string;
    /** Whether the user is banned. */
    banned?: boolean;
    /** Whether the user was removed by their enterprise's directory. */
    deprovisioned?: boolean;
}

/** A session: one signed-in user on one client. */
export interface SessionResource extends ResourceBase {
    /** The unique identifier, `sess_…`. */
    id: string;
    /** The state of the session. */
    status: SessionStatus;
    /** When the session expires. */
    expireAt: Date;
    /** When the session is abandoned for want of activity. */
    abandonAt: Date;
    /** When the session was last active. */
    lastActiveAt: Date;
    /** When the session was created. */
    createdAt: Date;
    /** When the session was last updated. */
    updatedAt: Date;
    /** Minutes since the first and the second factor were verified; −1 where a factor is not enrolled. */
    factorVerificationAge: [firstFactorAge: number, secondFactorAge: number] | null;
    /** The organization that is active in the session. */
    lastActiveOrganizationId: string | null;
    /** Who acts on behalf of the user, when somebody does. */
    actor: ActClaim | null;
    /** The actor, when it is an agent. */
    agent: (ActClaim & { type: 'agent' }) | null;
    /** What the user still has to do before the session becomes active. */
    tasks: SessionTask[] | null;
    /** The first of `tasks`. */
    readonly currentTask?: SessionTask;
    /** The user; blank, with an empty id, when the server sent none. */
    user: UserResource | null;
    /** What others may see of the user; absent when the server sent none. */
    publicUserData: PublicUserData;
    /** The newest token that came with the session. */
    lastActiveToken: TokenResource | null;
    /**
     * Ends the session. It stays in the client's list.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly end: () => Promise<SessionResource>;
    /**
     * Ends the session and takes it off the client.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly remove: () => Promise<SessionResource>;
    /**
     * Tells the server that the session is in use, and which organization is active in it.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly touch: (params?: SessionTouchParams) => Promise<SessionResource>;
    /**
     * The same without a word to listeners, for whoever tells them later. The client shows what has come with the answer, and
     * so does `clerk.session`.
     * @returns `clerk.client`; undefined when no client has come with the answer.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     *
     * @example
     * ```js
     * const client = await clerk.session.__internal_touch({ intent: 'select_session' })
     * ```
     */
    readonly __internal_touch: (params?: Omit<SessionTouchParams, 'signal'>) => Promise<ClientResource | undefined>;
    /**
     * A token for your backend: from memory while it has more than 5 s to live, else freshly minted; concurrent calls share
     * one request. While the server fails (5xx, 429, an empty answer) or the network does, it is asked again up to 8 times
     * within 162 s, later when it sends `Retry-After`. The token of the current session is renewed 17 s before it expires,
     * so that most calls need no request; listeners hear of each new one.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as an unknown template; what it still answers after
     *   the last try; at once when `Retry-After` is longer than 50 s.
     * @throws {ClerkOfflineError} When the browser is offline and stays so for 15 s.
     */
    readonly getToken: (options?: GetTokenOptions) => Promise<string | null>;
    /**
     * Whether the session may do what is asked, as far as the browser knows: a server must ask for itself. Makes no request. No when
     * nothing is asked, when what is asked is not of the right type, and when the session's data do not say.
     *
     * @throws {TypeError} Without an argument.
     * @example
     * session.checkAuthorization({ permission: 'org:invoices:create', reverification: 'strict' })
     */
    readonly checkAuthorization: (isAuthorizedParams: CheckAuthorizationParams) => boolean;
    /** Forgets the cached tokens of this session. */
    readonly clearCache: () => void;
    /**
     * Begins a reverification, in place of one that is under way.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} Without an object of parameters.
     * @example
     * const { status, supportedFirstFactors } = await session.startVerification({ level: 'first_factor' });
     */
    readonly startVerification: (params: SessionVerifyCreateParams) => Promise<SessionVerificationResource>;
    /**
     * Has the code for a first factor sent, or asks where to go for `enterprise_sso`: the URL is
     * `firstFactorVerification.externalVerificationRedirectURL`. For `passkey` there is something to sign, `firstFactorVerification.nonce`,
     * which {@link verifyWithPasskey} sees to.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For another strategy.
     */
    readonly prepareFirstFactorVerification: (
    params: SessionVerifyPrepareFirstFactorParams,
    ) => Promise<SessionVerificationResource>;
    /**
     * Verifies a first factor.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_password_incorrect`.
     * @throws {TypeError} For another strategy.
     */
    readonly attemptFirstFactorVerification: (
    params: SessionVerifyAttemptFirstFactorParams,
    ) => Promise<SessionVerificationResource>;
    /**
     * Verifies the first factor by a passkey: the browser asks the person for one. A question that is open already ends.
     * @throws {ClerkWebAuthnError} `passkey_not_supported`, `passkey_retrieval_cancelled` when the person refuses or waits too long,
     *   `passkey_operation_aborted` when the next one begins, `passkey_invalid_rpID_or_domain`, `passkey_retrieval_failed`.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @example
     * await session.startVerification({ level: 'first_factor' });
     * const { status } = await session.verifyWithPasskey();
     */
    readonly verifyWithPasskey: () => Promise<SessionVerificationResource>;
    /**
     * Has the code for a second factor sent.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For parameters that are no object.
     */
    readonly prepareSecondFactorVerification: (
    params: SessionVerifyPrepareSecondFactorParams,
    ) => Promise<SessionVerificationResource>;
    /**
     * Verifies a second factor.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_code_incorrect`.
     * @throws {TypeError} Without an object of parameters.
     */
    readonly attemptSecondFactorVerification: (
    params: SessionVerifyAttemptSecondFactorParams,
    ) => Promise<SessionVerificationResource>;
    /**
     * Reads the session again.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly reload: (params?: ClerkResourceReloadParams) => Promise<this>;
    /** The session as wire JSON. */
    __internal_toSnapshot(): Snapshot<'session', SessionResource>;
}

/** A session whose user is signed in and has nothing left to do. */
export interface ActiveSessionResource extends SessionResource {
    status: 'active';
    user: UserResource;
}

/** A session whose user is signed in and has something left to do. */
export interface PendingSessionResource extends SessionResource {
    status: 'pending';
    user: UserResource;
    readonly currentTask: SessionTask;
}

/** A session whose user is signed in. */
export type SignedInSessionResource = ActiveSessionResource | PendingSessionResource;


/** What `authenticateWithRedirect()` takes. */
export interface AuthenticateWithRedirectParams {
    /** The provider. */
    strategy: OAuthStrategy | 'enterprise_sso';
    /** Where the provider sends the browser back: a page that calls `clerk.handleRedirectCallback()`. */
    redirectUrl: string;
    /** Where the browser goes instead, once a session is made. */
    redirectUrlComplete: string;
    /** The email address, by which `enterprise_sso` finds the connection. */
    identifier?: string;
    /** The email address of a sign-up. */
    emailAddress?: string;
    /** Whether to go on with the sign-in that there is. */
    continueSignIn?: boolean;
    /** Whether to go on with the sign-up that there is. */
    continueSignUp?: boolean;
    /** What to store with a sign-up, for the page to read and write. */
    unsafeMetadata?: Record<string, unknown>;
    /** Whether the visitor accepts the legal documents. */
    legalAccepted?: boolean;
    /** What an OpenID provider asks of the user. */
    oidcPrompt?: string;
    /** The connection, where an enterprise has several. */
    enterpriseConnectionId?: string;
}

/** What `authenticateWithPopup()` takes. */
export interface AuthenticateWithPopupParams extends AuthenticateWithRedirectParams {
    /** A window that the page has opened, while it handled a click: browsers block others. */
    popup: Window | null;
}

/** What signs a text: a wallet. */
export interface GenerateSignatureParams {
    /** The account's address. */
    identifier: string;
    /** The text to sign. */
    nonce: string;
    /** The kind of wallet. */
    provider: 'metamask' | 'base' | 'coinbase_wallet' | 'okx_wallet' | 'solana';
    /** The wallet's name, for Solana. */
    walletName?: string;
}

/** What `authenticateWithWeb3()` takes. */
export interface AuthenticateWithWeb3Params {
    /** The account's address. */
    identifier: string;
    /** Has the wallet sign a text; resolves the signature. */
    generateSignature: (params: GenerateSignatureParams) => Promise<string>;
    /** The kind of wallet; MetaMask's when absent. */
    strategy?: Web3Strategy;
    /** The wallet's name, for Solana. */
    walletName?: string;
}

/** What a sign-up by a wallet takes besides. */
export interface SignUpAuthenticateWithWeb3Params {
    /** What to store with the attempt and the user. */
    unsafeMetadata?: Record<string, unknown>;
    /** Whether the visitor accepts the legal documents. */
    legalAccepted?: boolean;
}

/** A wallet of Solana's. */
export interface AuthenticateWithSolanaParams {
    /** What the wallet calls itself, such as `Phantom`. */
    walletName: string;
}

/** What `signIn.authenticateWithPasskey()` takes. */
export interface AuthenticateWithPasskeyParams {
    /**
     * `autofill` offers the passkeys in a field of the page that has `autocomplete="username webauthn"`, `discoverable` has the
     * browser ask at once; for neither the user has to be known. Without, it asks for a passkey of the sign-in's user.
     */
    flow?: 'autofill' | 'discoverable';
}

/** What `createEmailLinkFlow()` gives. */
export interface CreateEmailLinkFlowReturn<Params, Resource> {
    /**
     * Has the link sent, and resolves when it was followed or has expired: the verification says which.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {DOMException} An `AbortError`, once the flow is cancelled.
     */
    startEmailLinkFlow: (params: Params) => Promise<Resource>;
    /** Ends the wait. */
    cancelEmailLinkFlow: () => void;
}

/** What a custom flow's call resolves: `null`, or what went wrong on the way. */
export interface FlowOutcome {
    /** What went wrong, if anything. */
    error: ClerkError | null;
}

/** What went wrong. What others have thrown on the way, such as a wallet, is passed on as it is. */
export type ClerkError = ClerkAPIResponseError | ClerkRuntimeError;

/** A code that was sent. */
export interface CodeParams {
    /** The code. */
    code: string;
}

/** What `sso()` takes. */
export interface SSOParams {
    /** The provider. */
    strategy: OAuthStrategy | 'enterprise_sso';
    /** Where the browser goes once a session is made; a path is one of this origin. */
    redirectUrl: string;
    /** Where it goes when there is none yet: a page that calls `clerk.handleRedirectCallback()`. */
    redirectCallbackUrl: string;
    /** A window that the page has opened, for the provider's page; the call resolves when it is done. */
    popup?: Window;
    /** What an OpenID provider asks of the user. */
    oidcPrompt?: string;
    /** The connection, where an enterprise has several. */
    enterpriseConnectionId?: string;
}

/** What the link says that brought the browser to this page. */
export interface EmailLinkVerification {
    /** How it ended. */
    status: 'verified' | 'expired' | 'failed' | 'client_mismatch';
    /** The session that was made. */
    createdSessionId: string;
    /** Whether this client has that session. */
    verifiedFromTheSameClient: boolean;
}

/** What `finalize()` takes. */
export interface FinalizeParams {
    /** Goes on from here, as in `clerk.setActive()`. */
    navigate?: SetActiveParams['navigate'];
}


/** What `clerk.handleRedirectCallback()` takes: the pages that a person may have to go on to; those of the instance when absent. */
export interface HandleOAuthCallbackParams extends AfterAuthenticationUrls {
    /** Where signing in is done. */
    signInUrl?: string;
    /** Where signing up is done. */
    signUpUrl?: string;
    /** Where a first factor is given. */
    firstFactorUrl?: string;
    /** Where a second factor is given. */
    secondFactorUrl?: string;
    /** Where a new password is chosen. */
    resetPasswordUrl?: string;
    /** Where a sign-up gets what it lacks. */
    continueSignUpUrl?: string | null;
    /** Where the email address of a sign-up is verified. */
    verifyEmailAddressUrl?: string | null;
    /** Where the phone number of a sign-up is verified. */
    verifyPhoneNumberUrl?: string | null;
    /** Where a sign-in's challenge of the instance's protection is met. */
    signInProtectCheckUrl?: string | null;
    /** The same of a sign-up. */
    signUpProtectCheckUrl?: string | null;
    /** The attempt to read anew before, where another window may have gone on with it. */
    reloadResource?: 'signIn' | 'signUp';
    /** Whether an account that nobody has becomes a sign-up; true when absent. */
    transferable?: boolean;
    /** What a sign-up that comes of it keeps with the user. */
    unsafeMetadata?: Record<string, unknown>;
    /** `'transfer_to_sign_up'`: goes on as where nobody has the account, though the attempt does not say so any more. */
    continuation?: 'transfer_to_sign_up';
    /** The router of a component, in place of {@link Clerk.navigate}. */
    __internal_navigate?: (to: string) => Promise<unknown>;
    /** Goes on once the session is current, in place of what the parameters say. */
    __internal_navigateOnSetActive?: (params: {
        session: SessionResource;
        redirectUrl: string;
        decorateUrl: (url: string) => string;
    }) => Promise<unknown>;
}

/** What `clerk.handleEmailLinkVerification()` takes. */
export interface HandleEmailLinkVerificationParams {
    /** Where to go once the session is current. */
    redirectUrlComplete?: string;
    /** Where to go when the attempt goes on in this browser. */
    redirectUrl?: string;
    /** Is called when the attempt goes on elsewhere: in the browser that asked for the link. */
    onVerifiedOnOtherDevice?: () => void;
}

/** What `clerk.authenticateWithMetamask()` and those of the other wallets take. */
export interface AuthenticateWithWalletParams {
    /** Goes to a page, in place of `clerk.navigate()`. */
    customNavigate?: (to: string) => Promise<unknown>;
    /** Where to go once the session is current; where sign-ins go when absent. */
    redirectUrl?: string;
    /** Where a sign-up goes on that lacks something; nowhere when absent. */
    signUpContinueUrl?: string;
    /** What a sign-up keeps with the user. */
    unsafeMetadata?: Record<string, unknown>;
    /** Whether the person has agreed to the legal documents. */
    legalAccepted?: boolean;
    /** Where a second factor is given; the instance's page when absent. */
    secondFactorUrl?: string;
    /** Where a sign-in's challenge of the instance's protection is met; the instance's page when absent. */
    protectCheckUrl?: string;
    /** The same of a sign-up. */
    signUpProtectCheckUrl?: string;
}

/** What `clerk.authenticateWithSolana()` takes. */
export interface AuthenticateWithSolanaParams extends AuthenticateWithWalletParams {
    /** The name of the wallet, such as `Phantom`. */
    walletName: string;
}

/** What `clerk.authenticateWithWeb3()` takes. */
export interface ClerkAuthenticateWithWeb3Params extends AuthenticateWithWalletParams {
    /** The wallet's strategy. */
    strategy: Web3Strategy;
    /** The name of the wallet, for Solana. */
    walletName?: string;
}

/** What `clerk.authenticateWithGoogleOneTap()` takes. */
export interface AuthenticateWithGoogleOneTapParams {
    /** What Google's script has given as `credential`. */
    token: string;
    /** Whether the person has agreed to the legal documents. */
    legalAccepted?: boolean;
}

export interface Clerk {
    /**
     * Goes on where a provider comes back to, the `redirectUrl` of `authenticateWithRedirect()`: makes the session current, turns a sign-in
     * of nobody into a sign-up and a sign-up of somebody into a sign-in, or goes to the page of what is missing. Nothing happens before {@link load}.
     *
     * @param customNavigate Goes to a page of a further step, in place of {@link navigate}.
     * @throws {ClerkAPIResponseError} What the Frontend API refused.
     * @throws {Error} When an attempt is in a state that nothing leads on from.
     *
     * @example
     * ```js
     * await clerk.load()
     * await clerk.handleRedirectCallback({ continueSignUpUrl: '/sign-up/continue', signInFallbackRedirectUrl: '/welcome' })
     * ```
     */
    handleRedirectCallback(
    params?: HandleOAuthCallbackParams,
    customNavigate?: (to: string) => Promise<unknown>,
    ): Promise<unknown>;
    /** The same for the attempt that {@link authenticateWithGoogleOneTap} gave. */
    handleGoogleOneTapCallback(
    signInOrUp: { readonly identifier: string | null } | { readonly missingFields: readonly string[] },
    params: HandleOAuthCallbackParams,
    customNavigate?: (to: string) => Promise<unknown>,
    ): Promise<unknown>;
    /** {@link handleGoogleOneTapCallback}, for any attempt. */
    __internal_handleResourceCallback: Clerk['handleGoogleOneTapCallback'];
    /** {@link handleRedirectCallback} after the challenge of an attempt is met, to whose page nobody is sent again. */
    __internal_resumeAfterProtectCheck: Clerk['handleRedirectCallback'];
    /**
     * Goes on where a link from an email leads to, as its `__clerk_status` says: makes the session current and goes to
     * `redirectUrlComplete`, to `redirectUrl` if something is missing, or calls `onVerifiedOnOtherDevice`.
     *
     * @throws {EmailLinkError} `expired`, `client_mismatch` or `failed`.
     *
     * @example
     * ```js
     * await clerk.handleEmailLinkVerification({
     *   redirectUrlComplete: '/welcome',
     *   onVerifiedOnOtherDevice: () => show('Go on in the other window.'),
     * })
     * ```
     */
    handleEmailLinkVerification(
    params: HandleEmailLinkVerificationParams,
    customNavigate?: (to: string) => Promise<unknown>,
    ): Promise<unknown>;
    /**
     * Signs in with what Google One Tap gave, or signs up where nobody has the account; {@link handleGoogleOneTapCallback} goes on.
     *
     * @throws {ClerkAPIResponseError} What the Frontend API refused.
     */
    authenticateWithGoogleOneTap(params: AuthenticateWithGoogleOneTapParams): Promise<SignInResource | SignUpResource>;
    /** {@link authenticateWithWeb3} with MetaMask. */
    authenticateWithMetamask(params?: AuthenticateWithWalletParams): Promise<void>;
    /** {@link authenticateWithWeb3} with Coinbase Wallet. */
    authenticateWithCoinbaseWallet(params?: AuthenticateWithWalletParams): Promise<void>;
    /** {@link authenticateWithWeb3} with OKX Wallet. */
    authenticateWithOKXWallet(params?: AuthenticateWithWalletParams): Promise<void>;
    /** {@link authenticateWithWeb3} with Base Account. */
    authenticateWithBase(params?: AuthenticateWithWalletParams): Promise<void>;
    /** {@link authenticateWithWeb3} with a wallet of Solana's. */
    authenticateWithSolana(params: AuthenticateWithSolanaParams): Promise<void>;
    /**
     * Has a wallet of the browser's sign, and signs in with it, or signs up where nobody has it; then makes the session current, or goes to
     * the page of what is missing.
     *
     * @throws {ClerkAPIResponseError} What the Frontend API refused.
     * @throws {ClerkRuntimeError} `web3_wallet_not_found` when the browser does not have the wallet.
     */
    authenticateWithWeb3(params: ClerkAuthenticateWithWeb3Params): Promise<void>;
}


/** What `reload()` takes. */
export interface ClerkResourceReloadParams {
    /** A nonce that lets a native application rotate its token once. */
    rotatingTokenNonce?: string;
    /** Ends the call: the promise rejects with the signal's reason, and the request is cut off. */
    signal?: AbortSignal;
}

/** What all resources have. */
export interface ResourceBase {
    /** The path of the resource at the Frontend API. */
    pathRoot: string;
    /** Whether the resource has no id yet. */
    isNew(): boolean;
    /**
     * Reads the resource again, into this object.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {ClerkRuntimeError} `not_reloadable` for what is but a part of another resource, such as a verification.
     */
    reload(params?: ClerkResourceReloadParams): Promise<this>;
}

/** Which page of a list is wanted. */
export interface ClerkPaginationParams {
    /** The page, from 1 on; the first one when absent. */
    initialPage?: number;
    /** How many entries a page has; 10 when absent. */
    pageSize?: number;
}

/** A page of a list. */
export interface ClerkPaginatedResponse<T> {
    /** The entries of the page. */
    data: T[];
    /** How many entries the list has. */
    total_count: number;
}

/** What is left of something that was deleted. */
export interface DeletedObjectResource {
    /** What it was, such as `totp`. */
    object: string;
    /** Its identifier. */
    id?: string;
    /** Its name in URLs. */
    slug?: string;
    /** Whether it is deleted. */
    deleted: boolean;
}

/** A picture that was uploaded. */
export interface ImageResource extends ResourceBase {
    /** The unique identifier. */
    id?: string;
    /** The name of the file. */
    name: string | null;
    /** Where it is shown. */
    publicUrl: string | null;
}

/** A picture: a file, the text of a data URL, or null to take away the one that is there. */
export interface PictureParams {
    file: Blob | File | string | null;
}

/** A snapshot: JSON in the Frontend API's form. Keys that this package does not know are kept. Times are ms since the epoch. */
export interface ResourceJSONSnapshot {
    /** The kind of resource, such as `session`. */
    object: string;
    /** The unique identifier; empty where there is none. */
    id: string;
    [key: string]: unknown;
}


/** What a password fails, by the names of the instance's settings; empty where it fails nothing. */
export interface ComplexityErrors {
    /** It is shorter than the instance wants. */
    min_length?: boolean;
    /** It is too long: it has to be shorter than the setting says. */
    max_length?: boolean;
    /** It has none of the special characters that the instance names. */
    require_special_char?: boolean;
    /** It has no digit. */
    require_numbers?: boolean;
    /** It has no capital letter of the Latin alphabet. */
    require_uppercase?: boolean;
    /** It has no small letter of the Latin alphabet. */
    require_lowercase?: boolean;
}

/** What the option `zxcvbn` of `clerk.load()` finds out about a password: that of `@zxcvbn-ts/core`. */
export interface ZxcvbnResult {
    /** What is wrong, and what would be better, as keys of texts. */
    feedback: { warning: string | null; suggestions: string[] };
    /** How strong it is, 4 being the strongest. */
    score: 0 | 1 | 2 | 3 | 4;
    /** The password. */
    password: string;
    /** How many guesses it takes. */
    guesses: number;
    /** The same as a power of ten. */
    guessesLog10: number;
    /** How long it took to find out, in ms. */
    calcTime: number;
}

/** How strong a password is for the instance. */
export type PasswordStrength =
| { state: 'excellent'; result: ZxcvbnResult }
| {
    /** Whether it will do. */
    state: 'pass' | 'fail';
    /** What to say of it, as keys of clerk-js's texts: `unstable__errors.zxcvbn.notEnough`, … */
    keys: string[];
    /** What was found out. */
    result: ZxcvbnResult;
};

/** What is told of a password. */
export interface PasswordValidation {
    /** What it fails. */
    complexity?: ComplexityErrors;
    /** How strong it is, where that was measured. */
    strength?: PasswordStrength;
}

/** Who hears of a password. */
export interface ValidatePasswordCallbacks {
    /**
     * Is told what a password fails. Where its strength is measured it is told once more, with the strength; a password that fails
     * nothing is then told once.
     */
    onValidation?: (result: PasswordValidation) => void;
    /** Is told, first of all, whether a password fails nothing. */
    onValidationComplexity?: (isComplex: boolean) => void;
}


/** What a reverification needs next. */
export type SessionVerificationStatus = 'needs_first_factor' | 'needs_second_factor' | 'complete';

/** A way to verify a signed-in user first. `safeIdentifier` is masked for display. */
export type SessionVerificationFirstFactor =
| { strategy: 'email_code'; emailAddressId: string; safeIdentifier: string; primary?: boolean }
| {
    strategy: 'phone_code';
    phoneNumberId: string;
    safeIdentifier: string;
    primary?: boolean;
    default?: boolean;
    channel?: PhoneCodeChannel;
}
| { strategy: 'password' | 'passkey' }
| {
    strategy: 'enterprise_sso';
    enterpriseConnectionId?: string;
    enterpriseConnectionName?: string;
    enterpriseConnectionLogoPublicUrl?: string | null;
    enterpriseConnectionProvider?: string;
};

/** A way to verify a signed-in user after the first factor. */
export type SessionVerificationSecondFactor =
| {
    strategy: 'phone_code';
    phoneNumberId: string;
    safeIdentifier: string;
    primary?: boolean;
    default?: boolean;
    channel?: PhoneCodeChannel;
}
| { strategy: 'totp' | 'backup_code' };

/** What `session.startVerification()` takes. */
export interface SessionVerifyCreateParams {
    /** What has to be proved. A user without a second factor is asked for the first, whatever the level. */
    level: SessionVerificationLevel;
}

/** What `session.prepareFirstFactorVerification()` takes: a factor of `supportedFirstFactors` will do. */
export type SessionVerifyPrepareFirstFactorParams =
| { strategy: 'email_code'; emailAddressId: string }
| { strategy: 'phone_code'; phoneNumberId: string; default?: boolean }
| { strategy: 'passkey' }
| { strategy: 'enterprise_sso'; emailAddressId?: string; enterpriseConnectionId?: string; redirectUrl: string }
| { strategy: 'trusted_device'; trustedDeviceId: string };

/** What `session.attemptFirstFactorVerification()` takes. */
export type SessionVerifyAttemptFirstFactorParams =
| { strategy: 'password'; password: string }
| { strategy: 'email_code' | 'phone_code'; code: string }
| PasskeyAttempt
| TrustedDeviceAttempt;

/** A passkey's answer, as `navigator.credentials.get()` gives it. */
export interface PasskeyAttempt {
    strategy: 'passkey';
    publicKeyCredential: Omit<PublicKeyCredential, 'getClientExtensionResults' | 'toJSON'>;
}

/** A device's answer, of a native application. */
export interface TrustedDeviceAttempt {
    strategy: 'trusted_device';
    trustedDeviceId: string;
    /** The text that was signed: that of the challenge. */
    clientData: string;
    /** The signature, r and s in base64url. */
    signature: string;
    algorithm: 'ES256';
}

/** What `session.prepareSecondFactorVerification()` takes. */
export type SessionVerifyPrepareSecondFactorParams =
/** The phone is of `supportedSecondFactors`, where the user has several. */
| { strategy: 'phone_code'; phoneNumberId?: string }
| { strategy: 'passkey' }
| { strategy: 'trusted_device'; trustedDeviceId: string };

/** What `session.attemptSecondFactorVerification()` takes. */
export type SessionVerifyAttemptSecondFactorParams =
| { strategy: 'phone_code' | 'totp' | 'backup_code'; code: string }
| PasskeyAttempt
| TrustedDeviceAttempt;

/**
 * A reverification: who is signed in proves again who they are, before something that matters. Each call resolves a new
 * one; the client that comes with it has a session whose `factorVerificationAge` says how long ago that was, in minutes.
 *
 * @example
 * let verification = await session.startVerification({ level: 'first_factor' });
 * verification = await session.attemptFirstFactorVerification({ strategy: 'password', password });
 * if (verification.status === 'complete') await session.getToken({ skipCache: true });
 */
export interface SessionVerificationResource extends ResourceBase {
    /** Always absent so far: the server gives a reverification no id. */
    readonly id?: string;
    /** What it needs next. */
    status: SessionVerificationStatus;
    /** What has to be proved: `first_factor` when the user has no second factor, whatever was asked for. */
    level: SessionVerificationLevel;
    /** The session, as the client has it. */
    session: SessionResource;
    /** The factors that may be verified first; null when none is asked for now. */
    supportedFirstFactors: SessionVerificationFirstFactor[] | null;
    /** The factors that may be verified after the first; null when none is asked for now. */
    supportedSecondFactors: SessionVerificationSecondFactor[] | null;
    /** How far the first factor got. */
    firstFactorVerification: VerificationResource;
    /** How far the second factor got. */
    secondFactorVerification: VerificationResource;
    /** The reverification as wire JSON. */
    __internal_toSnapshot(): ResourceJSONSnapshot;
}


/** What a router is given beside the path. */
export interface RouterMetadata {
    /** Has the browser leave this page for a URL, in the router's stead. */
    windowNavigate: (to: URL | string) => void;
    /** What the caller of `clerk.navigate()` gave. */
    __internal_metadata?: any;
}

/** Shows a page of this origin, by its path, query and hash. */
export type RouterFn = (to: string, metadata?: RouterMetadata) => Promise<unknown> | unknown;

/** What `clerk.navigate()` takes beside the URL. */
export interface NavigateOptions {
    /** Whether the page takes the place of the present one in the history, where the router can do that. */
    replace?: boolean;
    /** Is passed on to the router. */
    metadata?: object;
}

/** Where to go after a sign-in or a sign-up: what forces goes before what the page was asked for with, and a fallback behind it. */
export interface AfterAuthenticationUrls {
    /** After each sign-in. */
    signInForceRedirectUrl?: string | null;
    /** After a sign-in that was not asked to go anywhere. */
    signInFallbackRedirectUrl?: string | null;
    /** After each sign-up. */
    signUpForceRedirectUrl?: string | null;
    /** After a sign-up that was not asked to go anywhere. */
    signUpFallbackRedirectUrl?: string | null;
}

/** What `clerk.buildSignInUrl()` and `buildSignUpUrl()` take. */
export interface AuthenticationUrlOptions extends AfterAuthenticationUrls {
    /** Where to go afterwards; this page when absent. */
    redirectUrl?: string | null;
    /** What the form has in it already, such as `emailAddress`. */
    initialValues?: Record<string, string>;
}

/** The options of `clerk.load()` about other pages. */
export interface NavigationOptions extends AfterAuthenticationUrls {
    /**
     * Shows pages of this origin, in place of the browser.
     *
     * @example
     * ```js
     * await clerk.load({ routerPush: to => router.push(to), routerReplace: to => router.replace(to) })
     * ```
     */
    routerPush?: RouterFn;
    /** The same for what takes the place of the present page in the history. */
    routerReplace?: RouterFn;
    /** Where signing up is done; the instance's own page when absent, or that of `signInUrl` if it is a path. */
    signUpUrl?: string;
    /** Where the waitlist is joined; the instance's own page when absent. */
    waitlistUrl?: string;
    /** Where to go when one of several sessions was signed out of; where another one is chosen when absent. */
    afterMultiSessionSingleSignOutUrl?: string | null;
    /** Where to go after a subscription was begun; where sign-ins go when absent. */
    newSubscriptionRedirectUrl?: string | null;
    /**
     * Where sign-ins, sign-ups, `setActive()` and `signOut()` may be asked to go afterwards beside this origin: texts in which a star is anything, or patterns;
     * the domains of the instance when absent. Nobody is sent to others, with a warning. On a development instance satellites have to be among them, and
     * the development browser's token goes along to these origins and to the instance only.
     */
    allowedRedirectOrigins?: (string | RegExp)[];
    /** Protocols of pages that a browser may be sent to beside `http:` and `https:`, such as `myapp:`. */
    allowedRedirectProtocols?: string[];
}

export interface Clerk {
    /**
     * Goes to a page: by `routerPush` or `routerReplace` of {@link load} where it is of this origin, else the browser leaves this page. A URL of
     * another protocol than `http:`, `https:` and those of `allowedRedirectProtocols` leads to `/`, and so does one without protocol of another
     * host. One with it is gone to, whosever it is: ask `allowedRedirectOrigins` by a `redirectUrl` where it is not your own. Nothing happens without a URL and outside of pages.
     *
     * @throws {TypeError} When it is not a URL.
     *
     * @example
     * ```js
     * await clerk.navigate('/welcome', { replace: true })
     * ```
     */
    navigate(to: string | undefined, options?: NavigateOptions): Promise<unknown>;
    /**
     * `to`, as a browser has to be sent there: on a development instance an absolute URL, which takes the development browser's
     * token along where it leads to the instance or to another origin that `allowedRedirectOrigins` names; unchanged in production.
     *
     * @throws {TypeError} When `to` is not a URL.
     */
    buildUrlWithAuth(to: string | URL): string;
    /** The page on which one signs in; empty before the environment is there. What is to come afterwards stands behind its hash. */
    buildSignInUrl(options?: AuthenticationUrlOptions): string;
    /** The page on which one signs up; see {@link buildSignInUrl}. */
    buildSignUpUrl(options?: AuthenticationUrlOptions): string;
    /** The page of the user's account; empty before the environment is there. */
    buildUserProfileUrl(): string;
    /** The application's first page, as the dashboard has it; empty before the environment is there. */
    buildHomeUrl(): string;
    /** The page on which organizations are made; empty before the environment is there. */
    buildCreateOrganizationUrl(): string;
    /** The page of the active organization; empty before the environment is there. */
    buildOrganizationProfileUrl(): string;
    /** Where the open task of the current session is done; empty where there is none. */
    buildTasksUrl(options?: AuthenticationUrlOptions): string;
    /** Where to go after a sign-in, as the query in `params`, such as `?redirect_url=/welcome`, and the options of {@link load} say; else `/`. */
    buildAfterSignInUrl(options?: { params?: URLSearchParams }): string;
    /** Where to go after a sign-up; see {@link buildAfterSignInUrl}. */
    buildAfterSignUpUrl(options?: { params?: URLSearchParams }): string;
    /** Where to go after signing out. */
    buildAfterSignOutUrl(): string;
    /** Where to go when one of several sessions was signed out of; empty before the environment is there. */
    buildAfterMultiSessionSingleSignOutUrl(): string;
    /** Where to go after a subscription was begun. */
    buildNewSubscriptionRedirectUrl(): string;
    /** The page of the waitlist; this page before the environment is there. */
    buildWaitlistUrl(options?: { initialValues?: Record<string, string> }): string;
    /** Goes to a page, with what {@link buildUrlWithAuth} adds. */
    redirectWithAuth(to: string): Promise<unknown>;
    /** Goes to {@link buildSignInUrl}. */
    redirectToSignIn(options?: AuthenticationUrlOptions): Promise<unknown>;
    /** Goes to {@link buildSignUpUrl}. */
    redirectToSignUp(options?: AuthenticationUrlOptions): Promise<unknown>;
    /** Goes to {@link buildUserProfileUrl}. */
    redirectToUserProfile(): Promise<unknown>;
    /** Goes to {@link buildCreateOrganizationUrl}. */
    redirectToCreateOrganization(): Promise<unknown>;
    /** Goes to {@link buildOrganizationProfileUrl}. */
    redirectToOrganizationProfile(): Promise<unknown>;
    /** Goes to {@link buildAfterSignInUrl}. */
    redirectToAfterSignIn(): Promise<unknown>;
    /** Goes to {@link buildAfterSignUpUrl}. */
    redirectToAfterSignUp(): Promise<unknown>;
    /** Goes to {@link buildAfterSignOutUrl}. */
    redirectToAfterSignOut(): Promise<unknown>;
    /** Goes to {@link buildWaitlistUrl}. */
    redirectToWaitlist(): Promise<unknown>;
    /** Goes to {@link buildTasksUrl}. */
    redirectToTasks(options?: AuthenticationUrlOptions): Promise<unknown>;
}


/** What a sign-in attempt needs next. */
export type SignInStatus =
| 'needs_identifier'
| 'needs_first_factor'
| 'needs_second_factor'
| 'needs_client_trust'
| 'needs_new_password'
| 'needs_protect_check'
| 'complete';

/** What may be shown of the user before they are verified. */
export interface UserData {
    /** The first name. */
    firstName?: string;
    /** The last name. */
    lastName?: string;
    /** The URL of the picture. */
    imageUrl?: string;
    /** Whether the picture is the user's own. */
    hasImage?: boolean;
}

/** What `signIn.create()` takes. */
export type SignInCreateParams = (
| {
    strategy: OAuthStrategy | 'enterprise_sso';
    redirectUrl: string;
    actionCompleteRedirectUrl?: string;
    identifier?: string;
    oidcPrompt?: string;
    oidcLoginHint?: string;
}
| { strategy: 'ticket'; ticket: string }
| { strategy: 'google_one_tap' | 'oauth_token_apple'; token: string }
| { strategy: 'password'; password: string; identifier: string }
| { strategy: 'passkey' }
| {
    strategy: 'phone_code' | 'email_code' | 'reset_password_email_code' | 'reset_password_phone_code' | Web3Strategy;
    identifier: string;
}
| { strategy: 'email_link'; identifier: string; redirectUrl?: string }
| { identifier: string }
| { transfer?: boolean }
) & {
    /** Whether to continue a sign-up attempt whose account turned out to exist. */
    transfer?: boolean;
    /** Whether to sign up where there is no such user. */
    signUpIfMissing?: boolean;
};

/** What `signIn.prepareFirstFactor()` takes: the strategy and the id of one of `supportedFirstFactors`. */
export type PrepareFirstFactorParams =
| { strategy: 'email_code' | 'reset_password_email_code'; emailAddressId: string }
| { strategy: 'email_link'; emailAddressId: string; redirectUrl: string }
| { strategy: 'phone_code'; phoneNumberId: string; default?: boolean; channel?: PhoneCodeChannel }
| { strategy: 'reset_password_phone_code'; phoneNumberId: string }
| { strategy: 'passkey' }
| { strategy: Web3Strategy; web3WalletId: string }
| {
    strategy: 'enterprise_sso';
    redirectUrl: string;
    actionCompleteRedirectUrl?: string;
    emailAddressId?: string;
    enterpriseConnectionId?: string;
    oidcPrompt?: string;
}
/** Rejects with a `TypeError`: providers are asked for by `authenticateWithRedirect()`. */
| { strategy: OAuthStrategy; redirectUrl: string; actionCompleteRedirectUrl: string };

/** What `signIn.attemptFirstFactor()` takes. */
export type AttemptFirstFactorParams =
| { strategy: 'password'; password: string }
| { strategy: 'email_code' | 'phone_code' | 'reset_password_email_code' | 'reset_password_phone_code'; code: string }
| { strategy: Web3Strategy; signature: string }
| PasskeyAttempt
| TrustedDeviceAttempt;

/** What `signIn.prepareSecondFactor()` takes: the strategy and the id of one of `supportedSecondFactors`. */
export type PrepareSecondFactorParams =
| { strategy: 'phone_code'; phoneNumberId?: string }
| { strategy: 'email_code'; emailAddressId?: string }
| { strategy: 'email_link'; emailAddressId: string; redirectUrl: string }
| { strategy: 'passkey' };

/** What `signIn.attemptSecondFactor()` takes. */
export type AttemptSecondFactorParams =
| { strategy: 'phone_code' | 'email_code' | 'totp' | 'backup_code'; code: string }
| PasskeyAttempt;

/** What `signIn.resetPassword()` takes. */
export interface ResetPasswordParams {
    /** The new password. */
    password: string;
    /** Whether to end what is signed in by the old one. */
    signOutOfOtherSessions?: boolean;
}

/** What `startEmailLinkFlow()` of a sign-in takes. */
export interface SignInStartEmailLinkFlowParams {
    /** The email address, from `supportedFirstFactors`. */
    emailAddressId: string;
    /** Where the link leads in the end: a page that calls `clerk.handleEmailLinkVerification()`. */
    redirectUrl: string;
}

/** A sign-in attempt. Before {@link SignInResource.create} it is blank. */
export interface SignInResource extends ResourceBase {
    /** The unique identifier, `sia_…`; absent before the attempt is created. */
    readonly id?: string;
    /** What the attempt needs next. */
    status: SignInStatus | null;
    /** The kinds of identifier that the instance accepts. */
    supportedIdentifiers: SignInIdentifier[];
    /** The factors that may verify the visitor first. */
    supportedFirstFactors: SignInFirstFactor[] | null;
    /** The factors that may verify the visitor after the first. */
    supportedSecondFactors: SignInSecondFactor[] | null;
    /** The factors that may verify the visitor without the single sign-on that their address asks for. */
    ssoBypassFirstFactors: SignInFirstFactor[] | null;
    /** How far the first factor got. */
    firstFactorVerification: VerificationResource;
    /** How far the second factor got. */
    secondFactorVerification: VerificationResource;
    /** Who signs in: the address, number or name that was given. */
    identifier: string | null;
    /** The session that a complete attempt made: give it to `clerk.setActive()`. */
    createdSessionId: string | null;
    /** What may be shown of the user before they are verified. */
    userData: UserData;
    /** Whether this client is trusted. */
    clientTrustState?: 'new' | 'known' | 'pending';
    /** The check by Clerk Protect that the attempt waits for. */
    protectCheck: ProtectCheckResource | null;
    /** Where the visitor is, as an IANA time zone such as `Europe/Berlin`; null where nobody said so. */
    timezone: string | null;
    /**
     * Begins an attempt.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_identifier_not_found`.
     */
    readonly create: (params: SignInCreateParams) => Promise<SignInResource>;
    /**
     * Has a code or a link for a first factor sent, or asks for what else it needs.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {TypeError} For a strategy that cannot be prepared.
     */
    readonly prepareFirstFactor: (params: PrepareFirstFactorParams) => Promise<SignInResource>;
    /**
     * Verifies a first factor.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_password_incorrect`.
     */
    readonly attemptFirstFactor: (params: AttemptFirstFactorParams) => Promise<SignInResource>;
    /**
     * Has a code or a link for the second factor sent.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly prepareSecondFactor: (params: PrepareSecondFactorParams) => Promise<SignInResource>;
    /**
     * Verifies the second factor.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_code_incorrect`.
     */
    readonly attemptSecondFactor: (params: AttemptSecondFactorParams) => Promise<SignInResource>;
    /**
     * Gives the user a new password, after a first factor that allows it.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_password_pwned`.
     */
    readonly resetPassword: (params: ResetPasswordParams) => Promise<SignInResource>;
    /**
     * Proves to Clerk Protect what it wants proved, by the token that its script gave.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly submitProtectCheck: (params: { proofToken: string }) => Promise<SignInResource>;
    /**
     * Judges a password by the instance's settings, before it is sent: without a request, as often as somebody types. The callbacks hear
     * of it a moment later, in the order of the calls; the first time when `flows.js` is loaded. They hear nothing before the settings
     * are there, that is before `clerk.load()`. How strong a password is, is told where the instance wants it and the option `zxcvbn`
     * of `clerk.load()` can tell.
     *
     * @example
     * ```js
     * input.oninput = () => client.signIn.validatePassword(input.value, {
     *   onValidation: ({ complexity = {}, strength }) => show(Object.keys(complexity), strength?.state),
     * })
     * ```
     */
    readonly validatePassword: (password: string, callbacks?: ValidatePasswordCallbacks) => void;
    /**
     * A sign-in by a link that is sent to an email address.
     */
    readonly createEmailLinkFlow: () => CreateEmailLinkFlowReturn<SignInStartEmailLinkFlowParams, SignInResource>;
    /**
     * Signs in by a passkey: the browser asks the person for it.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {ClerkWebAuthnError} What the person or the browser refuses.
     */
    readonly authenticateWithPasskey: (params?: AuthenticateWithPasskeyParams) => Promise<SignInResource>;
    /**
     * Asks for a provider, and sends the browser to its page.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {Error} When the answer names no page.
     */
    readonly authenticateWithRedirect: (params: AuthenticateWithRedirectParams) => Promise<void>;
    /**
     * The same in a window of its own; resolves when it shows the provider's page. What comes of it is followed: the new session
     * becomes current, and the page goes to `redirectUrlComplete`.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly authenticateWithPopup: (params: AuthenticateWithPopupParams) => Promise<void>;
    /**
     * Signs in by a text that a wallet signs.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly authenticateWithWeb3: (params: AuthenticateWithWeb3Params) => Promise<SignInResource>;
    /**
     * Signs in by the wallet Metamask, as the browser has it.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {ClerkRuntimeError} `web3_wallet_not_found`.
     */
    readonly authenticateWithMetamask: () => Promise<SignInResource>;
    /**
     * Signs in by the wallet CoinbaseWallet, as the browser has it.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {ClerkRuntimeError} `web3_wallet_not_found`.
     */
    readonly authenticateWithCoinbaseWallet: () => Promise<SignInResource>;
    /**
     * Signs in by the wallet Base, as the browser has it.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {ClerkRuntimeError} `web3_wallet_not_found`.
     */
    readonly authenticateWithBase: () => Promise<SignInResource>;
    /**
     * Signs in by the wallet OKXWallet, as the browser has it.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {ClerkRuntimeError} `web3_wallet_not_found`.
     */
    readonly authenticateWithOKXWallet: () => Promise<SignInResource>;
    /**
     * Signs in by a wallet of Solana's, as the browser has it.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     * @throws {ClerkRuntimeError} `web3_wallet_not_found`.
     */
    readonly authenticateWithSolana: (params: AuthenticateWithSolanaParams) => Promise<SignInResource>;
    /**
     * Reads the attempt again.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly reload: (params?: ClerkResourceReloadParams) => Promise<this>;
    /** The attempt as wire JSON. */
    __internal_toSnapshot(): any;
    /** The custom-flow API: its calls do not reject for what goes wrong on the way, they resolve it as `error`. */
    readonly __internal_future: SignInFutureResource;
}

/** The custom-flow API of a sign-in. */
export interface SignInFutureResource {
    /** The unique identifier; absent before there is an attempt. */
    readonly id?: string;
    /** What the attempt needs next. */
    readonly status: SignInStatus;
    /** The factors that may verify the visitor first. */
    readonly supportedFirstFactors: SignInFirstFactor[];
    /** The factors that may verify the visitor without the single sign-on that their address asks for; empty where there are none. */
    readonly ssoBypassFirstFactors: SignInFirstFactor[];
    /** The factors that may verify the visitor after the first. */
    readonly supportedSecondFactors: SignInSecondFactor[];
    /** How far the first factor got. */
    readonly firstFactorVerification: VerificationResource;
    /** How far the second factor got. */
    readonly secondFactorVerification: VerificationResource;
    /** Who signs in. */
    readonly identifier: string | null;
    /** The session that a complete attempt made. */
    readonly createdSessionId: string | null;
    /** What may be shown of the user before they are verified. */
    readonly userData: UserData;
    /** The check by Clerk Protect that the attempt waits for. */
    readonly protectCheck: ProtectCheckResource | null;
    /** Where the visitor is, as an IANA time zone such as `Europe/Berlin`; null where nobody said so. */
    readonly timezone: string | null;
    /** Whether there is no such user, so that a sign-up with `transfer` makes one of what was verified. */
    readonly isTransferable: boolean;
    /** The session of a user who turned out to be signed in here. */
    readonly existingSession?: { sessionId: string };
    /** Whether the attempt is done with, by {@link finalize} or {@link reset}. */
    readonly canBeDiscarded: boolean;
    /** Begins an attempt. */
    create(params: SignInCreateParams): Promise<FlowOutcome>;
    /** Signs in by a password. @throws {Error} For more than one of the three names. */
    password(params: {
        password: string;
        identifier?: string;
        emailAddress?: string;
        phoneNumber?: string;
    }): Promise<FlowOutcome>;
    /** Signs in by a code that is sent to an email address: a new attempt's, or one of the attempt's. */
    readonly emailCode: {
        sendCode(params?: { emailAddress?: string; emailAddressId?: string }): Promise<FlowOutcome>;
        verifyCode(params: CodeParams): Promise<FlowOutcome>;
    };
    /** Signs in by a link that is sent to an email address. */
    readonly emailLink: {
        sendLink(params: { verificationUrl: string; emailAddress?: string; emailAddressId?: string }): Promise<FlowOutcome>;
        waitForVerification(): Promise<FlowOutcome>;
        readonly verification: EmailLinkVerification | null;
    };
    /** Signs in by a code that is sent to a phone. */
    readonly phoneCode: {
        sendCode(params?: {
            phoneNumber?: string;
            phoneNumberId?: string;
            channel?: PhoneCodeChannel;
        }): Promise<FlowOutcome>;
        verifyCode(params: CodeParams): Promise<FlowOutcome>;
    };
    /** Gives the user a new password, after a code that is sent to the email address. */
    readonly resetPasswordEmailCode: {
        sendCode(): Promise<FlowOutcome>;
        verifyCode(params: CodeParams): Promise<FlowOutcome>;
        submitPassword(params: ResetPasswordParams): Promise<FlowOutcome>;
    };
    /** The same after a code that is sent to a phone. */
    readonly resetPasswordPhoneCode: {
        sendCode(params?: { phoneNumber?: string }): Promise<FlowOutcome>;
        verifyCode(params: CodeParams): Promise<FlowOutcome>;
        submitPassword(params: ResetPasswordParams): Promise<FlowOutcome>;
    };
    /** The second factor. */
    readonly mfa: {
        sendPhoneCode(): Promise<FlowOutcome>;
        verifyPhoneCode(params: CodeParams): Promise<FlowOutcome>;
        sendEmailCode(): Promise<FlowOutcome>;
        verifyEmailCode(params: CodeParams): Promise<FlowOutcome>;
        verifyTOTP(params: CodeParams): Promise<FlowOutcome>;
        verifyBackupCode(params: CodeParams): Promise<FlowOutcome>;
        /** Has one of the user's passkeys sign, where the instance takes one as second factor. */
        passkey(): Promise<FlowOutcome>;
    };
    /** Signs in with a provider. */
    sso(params: SSOParams & { identifier?: string }): Promise<FlowOutcome>;
    /** Signs in by a ticket: the given one, or that of the page's URL. */
    ticket(params?: { ticket: string }): Promise<FlowOutcome>;
    /** Signs in by a wallet, as the browser has it. */
    web3(params: { strategy: Web3Strategy; walletName?: string }): Promise<FlowOutcome>;
    /** Signs in by a passkey. */
    passkey(params?: AuthenticateWithPasskeyParams): Promise<FlowOutcome>;
    /** Proves to Clerk Protect what it wants proved. */
    submitProtectCheck(params: { proofToken: string }): Promise<FlowOutcome>;
    /** Makes the attempt's session current. @throws {Error} When the attempt is not complete. */
    finalize(params?: FinalizeParams): Promise<FlowOutcome>;
    /** Forgets the attempt. No request is made. */
    reset(): Promise<FlowOutcome>;
}


/** What an invitation, or a request for a membership, has come to. */
export type OrganizationInvitationStatus = 'pending' | 'accepted' | 'revoked' | 'expired';

/** What `inviteMember()` takes. */
export interface InviteMemberParams {
    /** Who is invited. */
    emailAddress: string;
    /** The role: `org:admin`, `org:member`, …. */
    role: string;
}

/** What `inviteMembers()` takes. */
export interface InviteMembersParams {
    /** Who is invited. */
    emailAddresses: string[];
    /** The role: `org:admin`, `org:member`, …. */
    role: string;
}

/** What `getInvitations()` takes. */
export interface GetInvitationsParams extends ClerkPaginationParams {
    /** Which invitations are wanted. */
    status?: OrganizationInvitationStatus[];
}

/** An invitation to an organization, as its administrators see it. */
export interface OrganizationInvitationResource extends ResourceBase {
    /** The unique identifier, `orginv_…`. */
    id: string;
    /** Who is invited. */
    emailAddress: string;
    /** The organization. */
    organizationId: string;
    /** What the backend stored. */
    publicMetadata: Record<string, unknown>;
    /** The role that the invited person will have. */
    role: string;
    /** The name of the role, for people. */
    roleName: string;
    /** What it has come to. */
    status: OrganizationInvitationStatus;
    /** When it was created. */
    createdAt: Date;
    /** When it was last updated. */
    updatedAt: Date;
    /**
     * Takes the invitation back.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly revoke: () => Promise<this>;
}

/** An invitation to an organization, as the invited user sees it. */
export interface UserOrganizationInvitationResource extends ResourceBase {
    /** The unique identifier, `orginv_…`. */
    id: string;
    /** To whom it was sent. */
    emailAddress: string;
    /** The organization, as everybody may see it. */
    publicOrganizationData: PublicOrganizationData;
    /** What the backend stored. */
    publicMetadata: Record<string, unknown>;
    /** The role that the user will have. */
    role: string;
    /** What it has come to. */
    status: OrganizationInvitationStatus;
    /** When it was created. */
    createdAt: Date;
    /** When it was last updated. */
    updatedAt: Date;
    /**
     * Makes the user a member.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly accept: () => Promise<this>;
}

/** What a suggestion has come to. */
export type OrganizationSuggestionStatus = 'pending' | 'accepted';

/** An organization that the user may join. */
export interface OrganizationSuggestionResource extends ResourceBase {
    /** The unique identifier. */
    id: string;
    /** The organization, as everybody may see it. */
    publicOrganizationData: PublicOrganizationData;
    /** What it has come to. */
    status: OrganizationSuggestionStatus;
    /** When it was created. */
    createdAt: Date;
    /** When it was last updated. */
    updatedAt: Date;
    /**
     * Asks to become a member.
     * @throws {ClerkAPIResponseError} What the Frontend API refuses.
     */
    readonly accept: () => Promise<this>;
}


export interface Clerk {
    /**
     * Calls `listener` with every change of the client, the session, the user or the organization, and once at once if there is a
     * client. A listener gets the object that it got before, as long as nothing in it is news; the organization is always the present
     * one. What a listener throws is reported and disturbs nobody else.
     *
     * The first emission of {@link load} comes before its {@link status}.
     *
     * @returns A function that ends the subscription.
     *
     * @example
     * ```js
     * const unsubscribe = clerk.addListener(({ user }) => (greeting.textContent = user ? `Hello ${user.firstName}` : 'Hello'))
     * ```
     */
    addListener(listener: ListenerCallback, options?: ListenerOptions): UnsubscribeCallback;
    /**
     * Calls `handler` each time that {@link status} becomes another; with `notify` also at once.
     *
     * @example
     * ```js
     * clerk.on('status', status => (banner.hidden = status !== 'degraded'), { notify: true })
     * ```
     */
    on(event: 'status', handler: (status: ClerkStatus) => void, options?: { notify: boolean }): void;
    /** Ends what {@link on} began; without a handler for all of them. */
    off(event: 'status', handler?: (status: ClerkStatus) => void): void;
    /**
     * Takes over the data of a client, such as one of `ClientResource.fromJSON()`, or one of clerk-js's own. The first one chooses the current session; in later
     * ones it is found again, or nobody is signed in.
     *
     * @throws {TypeError} When it is no client.
     */
    updateClient(
    client: { readonly signedInSessions: unknown[]; __internal_toSnapshot(): object },
    options?: { __internal_dangerouslySkipEmit?: boolean },
    ): void;
    /** Calls `listener` after each {@link navigate}; returns what ends that. */
    __internal_addNavigationListener(listener: () => void): UnsubscribeCallback;
}

/** How far `clerk.load()` has come. */
export type ClerkStatus = 'loading' | 'ready' | 'degraded' | 'error';


export interface Clerk {
    /** The key that this object was made with. */
    readonly publishableKey: string;
    /** The host of the Frontend API, as the key names it. */
    readonly frontendApi: string;
    /** What kind of instance the key belongs to. */
    readonly instanceType: 'production' | 'development';
    /** The domain, as requests use it; empty when none was given. */
    readonly domain: string;
    /** The proxy's absolute URL; empty when none was given. */
    readonly proxyUrl: string;
    /** The version of clerk-js that this package behaves like, and tells the Frontend API. */
    readonly version: string;
    /** Whether there is a client: {@link status} is `ready` or `degraded`. */
    readonly loaded: boolean;
    /** The user of the current session; `null` and `undefined` as {@link session}. */
    readonly user: UserResource | null | undefined;
    /** The organization that is active in the current session; `null` and `undefined` as {@link session}. */
    readonly organization: OrganizationResource | null | undefined;
    /** Whether somebody is signed in and has nothing left to do. */
    readonly isSignedIn: boolean;
    /** Any request of the Frontend API, also those that have no method here. Always the same object. */
    getFapiClient(): FapiClient;
    /**
     * Calls `hook` with each further request before it goes out, after the page's own `window.__internal_onBeforeRequest` and after the
     * hooks that were registered before. It may change `url`, `headers`, `body` and `credentials` of what it is given, and take its
     * time: the request waits for its promise. With `false` the request is not sent, and its call rejects with an `AbortError`.
     *
     * @example
     * ```js
     * clerk.__internal_onBeforeRequest(request => {
     *   request.credentials = 'omit'
     *   request.url.searchParams.set('_is_native', '1')
     *   request.headers.set('authorization', storedToken)
     * })
     * ```
     */
    __internal_onBeforeRequest(hook: BeforeRequestHook): void;
    /**
     * Calls `hook` with each further answer, error or not, after the page's own `window.__internal_onAfterResponse` and after the hooks
     * that were registered before. With `false` those after it are not called.
     *
     * @example
     * ```js
     * clerk.__internal_onAfterResponse((request, response) => store(response.headers.get('authorization')))
     * ```
     */
    __internal_onAfterResponse(hook: AfterResponseHook): void;
    /**
     * Changes what is said of each further sign-in and sign-up to the instance's protection. The option `protectAssertion` of
     * {@link load} does not count any more, also not after `undefined`, which says nothing.
     */
    setProtectAssertion(assertion?: ProtectAssertion): void;
}

/**
 * A signed token of your own backend for the rules of the instance's protection, or a function that gives one for each sign-in and
 * sign-up. What fails or is no text is left out, with a warning.
 */
export type ProtectAssertion = string | (() => string | undefined | Promise<string | undefined>);

/** A request of the Frontend API: what `fetch` takes, and where it goes. */
export interface FapiRequestInit extends Omit<RequestInit, 'method' | 'body'> {
    /** The path below `/v1`, such as `/me`. */
    path: string;
    /** `GET` when absent. On the wire all but `GET` are `POST` with `_method` in the query, as browsers send cookies with those only. */
    method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
    /** The query, before what this package adds. Lists in an object repeat their key. */
    search?: string | URLSearchParams | string[][] | Record<string, string | string[] | undefined>;
    /** Lets a native application rotate its token once. */
    rotatingTokenNonce?: string;
    /** An object becomes a form, `fooBar` the field `foo_bar`; everything else goes out as it is. */
    body?: BodyInit | Record<string, unknown>;
}

/** A request as hooks see it: ready to go out. */
export interface FapiRequest extends Omit<RequestInit, 'headers'> {
    /** The path below `/v1`. */
    readonly path: string;
    /** The logical method. */
    readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
    /** Where it goes. */
    url: URL;
    /** Its headers. Others than the content type make browsers ask the server first. */
    headers: Headers;
}

/** An answer of the Frontend API. */
export interface FapiResponse extends Response {
    /** The JSON; null where there is none. The body has been read. */
    payload: unknown;
}

/** See `clerk.__internal_onBeforeRequest()`. */
export type BeforeRequestHook = (request: FapiRequest) => unknown;

/** See `clerk.__internal_onAfterResponse()`. */
export type AfterResponseHook = (request: FapiRequest, response: FapiResponse) => unknown;

/** Requests of the Frontend API as they are. */
export interface FapiClient {
    /**
     * Sends a request in the name of this page, as all of this package's are sent: with cookies, the development browser, retries of a
     * `GET` and hooks. An error status is no error here, and a client in the answer is not applied: `clerk.client.reload()` does that.
     *
     * @throws {TypeError} When the request is not one.
     * @throws {Error} When no answer came, or the `signal` was aborted (then with its reason).
     *
     * @example
     * ```js
     * const { ok, payload } = await clerk.getFapiClient().request({ path: '/me', method: 'PATCH', body: { firstName: 'Ada' } })
     * ```
     */
    request(init: FapiRequestInit): Promise<FapiResponse>;
    /** `clerk.__internal_onBeforeRequest()`. */
    onBeforeRequest(hook: BeforeRequestHook): void;
    /** `clerk.__internal_onAfterResponse()`. */
    onAfterResponse(hook: AfterResponseHook): void;
}

/** What the constructor of {@link Clerk} takes beside the key. */
export interface ClerkOptions {
    /** The domain of this application, for production instances with several, or a function that gives it for the page's URL. */
    domain?: string | ((url: URL) => string);
    /** The URL of your own server that passes requests on to the Frontend API, or a function that gives it for the page's URL. */
    proxyUrl?: string | ((url: URL) => string);
}

/** What `clerk.load()` takes. */
export interface LoadOptions extends NavigationOptions {
    /** False for extensions and native shells, which have no cookies of their own; true when absent. */
    standardBrowser?: boolean;
    /**
     * Whether the token of the current session is looked at while the page is open, every 1.5 s in the tab in front and
     * every 5 s in others, one tab at a time; true when absent. Without, `getToken()` and a timer renew it.
     */
    polling?: boolean;
    /**
     * Whether the current session is touched when the window gets the focus, so that the server knows which session and which
     * organization the reader looks at; true when absent. In an application with one session at a time that is once in 5 s at
     * most. Listeners hear of the client that comes with the answer; a failure is nobody's. Never without cookies
     * (`standardBrowser: false`).
     */
    touchSession?: boolean;
    /**
     * Ends the call: the promise rejects with the signal's reason. The load itself goes on while another call waits for it; else its
     * requests are cut off, and a later call begins anew.
     */
    signal?: AbortSignal;
    /** Where `clerk.signOut()` goes; `/` when absent. */
    afterSignOutUrl?: string | null;
    /**
     * Where the tasks of a session are done, such as `{ 'choose-organization': '/choose' }`: `clerk.setActive()` goes there with a pending
     * session; behind `signInUrl` when absent.
     */
    taskUrls?: Partial<Record<string, string>>;
    /**
     * Chooses the session that is current first; when absent it is the one that the client was last active with, or else the first
     * by which somebody is signed in. What the client does not have is nobody.
     */
    selectInitialSession?: (client: ClientResource) => { id: string } | null;
    /** The SDK around this package. */
    sdkMetadata?: SDKMetadata;
    /**
     * Whether this page is a satellite: it has no sign-in of its own, but the one at `signInUrl`, on another domain of the same
     * instance; or a function that tells it for the page's URL. A satellite needs the `domain` or `proxyUrl` of {@link ClerkOptions}.
     * Where `__clerk_synced=false` is in the page's query, `load()` leaves the page to ask there who is signed in, and comes back;
     * it resolves before, with the status `loading`. Not without cookies (`standardBrowser: false`).
     *
     * @example
     * ```js
     * const clerk = new Clerk(publishableKey, { domain: 'satellite.com' })
     * await clerk.load({ isSatellite: true, satelliteAutoSync: true, signInUrl: 'https://primary.com/sign-in' })
     * ```
     */
    isSatellite?: boolean | ((url: URL) => boolean);
    /** Whether a satellite asks without being told so, when its cookies know of nobody; false when absent. */
    satelliteAutoSync?: boolean;
    /** Where signing in is done. Satellites of development instances need it, as an absolute URL on another origin. */
    signInUrl?: string;
    /** What is said of each sign-in and sign-up to the instance's protection. */
    protectAssertion?: ProtectAssertion;
    /**
     * Solves captchas, for instances whose dashboard has bot protection on: with each sign-up, unless the provider or the sign-in
     * before makes it needless; and when the server wants one before it goes on, once for all calls that wait for it, which are then
     * sent again. Without it a sign-up that needs one rejects with `captcha_unavailable`, and a server that wants one is told so.
     * This package loads no script of a captcha's provider.
     *
     * @example
     * ```js
     * await clerk.load({
     *   solveCaptcha: ({ siteKey, action }) =>
     *     new Promise((resolve, reject) =>
     *       turnstile.render('#captcha', { sitekey: siteKey, action, callback: resolve, 'error-callback': reject }),
     *     ),
     * })
     * ```
     */
    solveCaptcha?: (challenge: CaptchaChallenge) => string | Promise<string>;
    /**
     * Loads what measures how strong a password is, for `validatePassword()` on instances that want it; asked once, when the first
     * password is measured. Without it only the complexity is told: this package loads nobody's code.
     *
     * @example
     * ```js
     * await clerk.load({
     *   zxcvbn: async () => {
     *     const { zxcvbn, zxcvbnOptions } = await import('@zxcvbn-ts/core') // version 3
     *     const { dictionary, adjacencyGraphs } = await import('@zxcvbn-ts/language-common')
     *     zxcvbnOptions.setOptions({ dictionary, graphs: adjacencyGraphs })
     *     return zxcvbn
     *   },
     * })
     * ```
     */
    zxcvbn?: () => Promise<(password: string) => ZxcvbnResult>;
    /** What may change. */
    experimental?: {
        /** Whether a request without an answer rejects with a `ClerkRuntimeError` of the code `network_error`, not with a plain `Error`. */
        rethrowOfflineNetworkErrors?: boolean;
        /** Whether the client outlives its sessions, which is the default: without, `signOut()` of all deletes it. */
        persistClient?: boolean;
    };
    /**
     * `'snapshot'`: does not wait for the Frontend API, but starts with the client that the last visit left in `localStorage`. `load()`
     * resolves at once, with the status `degraded`; it is `ready` when client and environment have come, which are asked for
     * until then. Where nothing was left, or the session cookie does not name the session, loading is as without this. Tokens are
     * never kept. If the server refuses the session, nobody is signed in and the status is `error`.
     *
     * @example
     * ```js
     * await clerk.load({ startFrom: 'snapshot' })
     * clerk.user // who was signed in, even without a network
     * ```
     */
    startFrom?: 'snapshot';
}

/** A captcha, as the option `solveCaptcha` is given it. */
export interface CaptchaChallenge {
    /** What it is for: a sign-up, a sign-in that may become one, or a call that the server wants verified. */
    action: 'signup' | 'signin' | 'verify';
    /** Whose captcha it is, such as `turnstile`. */
    provider: string;
    /** The key of the widget that the reader sees. */
    siteKey: string;
    /** The key of the widget that nobody sees. */
    invisibleSiteKey: string;
    /** Which of them the instance wants. */
    widgetType: 'smart' | 'invisible' | null;
}

/** What listeners are given. */
export interface Resources {
    /** The client. */
    client: ClientResource;
    /** The current session: null when nobody is signed in, undefined while one is being left for another. */
    session?: SignedInSessionResource | null;
    /** The current session's user, likewise. */
    user?: UserResource | null;
    /** The active organization, likewise. */
    organization?: OrganizationResource | null;
}

/** Is called with what there is after each change. */
export type ListenerCallback = (emission: Resources) => void;

/** What `clerk.addListener()` takes beside the listener. */
export interface ListenerOptions {
    /** Whether not to call the listener at once with what there is. */
    skipInitialEmit?: boolean;
}

/** Ends a subscription. */
export type UnsubscribeCallback = () => void;

/** What `clerk.setActive()` takes. */
export interface SetActiveParams {
    /** The session to make current, or its id; null for none, absent for the current one. */
    session?: { readonly id: string } | string | null;
    /** The organization to make active, its id or its slug; null for the personal account. */
    organization?: { readonly id: string } | string | null;
    /** Where to go afterwards: to `/` where that is another origin and none of {@link LoadOptions} `allowedRedirectOrigins`. */
    redirectUrl?: string;
    /**
     * Ends the call: the promise rejects with the signal's reason, the request is cut off, and the session that was current is so
     * again. What the server has done by then stays done.
     */
    signal?: AbortSignal;
    /** Goes somewhere, in place of `redirectUrl`. `decorateUrl` makes a URL renew the client's cookie when that is due. */
    navigate?: (params: { session: SessionResource; decorateUrl: (url: string) => string }) => void | Promise<unknown>;
}

/** Is called when the user is signed out, in place of going to a page. */
export type SignOutCallback = () => void | Promise<unknown>;

/** What `clerk.signOut()` takes. */
export interface SignOutOptions {
    /** The session to end; all when absent. */
    sessionId?: string;
    /** Ends the call, as in {@link SetActiveParams}. */
    signal?: AbortSignal;
    /** Where to go afterwards, as in {@link SetActiveParams}. */
    redirectUrl?: string;
}


export interface ClientResource {
    /** Where the Frontend API keeps the client. */
    readonly pathRoot: '/client';
    /** The unique identifier, `client_…`; `undefined` before the client is created, empty after {@link destroy}. */
    readonly id: string | undefined;
    /**
     * The sessions by which somebody is signed in: those whose status is `active`, or `pending` on a task that the user
     * still has to do. A new array each time.
     */
    readonly signedInSessions: SignedInSessionResource[];
    /** @deprecated Use {@link signIn}. */
    readonly signInAttempt: SignInResource;
    /** @deprecated Use {@link signUp}. */
    readonly signUpAttempt: SignUpResource;
    /** The id of the session that was last active on this client. */
    readonly lastActiveSessionId: string | null;
    /** How the user of this client last authenticated; `null` when unknown or when the instance does not tell. */
    readonly lastAuthenticationStrategy: LastAuthenticationStrategy | null;
    /** Whether captcha checks are skipped for this client. */
    readonly captchaBypass: boolean;
    /** When the client's authentication cookie expires; `null` when that is not known. */
    readonly cookieExpiresAt: Date | null;
    /** When the client was created. */
    readonly createdAt: Date | null;
    /** When the client was last updated. */
    readonly updatedAt: Date | null;
    /**
     * The client as JSON in the Frontend API's form, from which {@link fromJSON} makes the same client again. Keys that
     * this package does not know are kept.
     */
    __internal_toSnapshot(): ClientJSONSnapshot;
    /**
     * The client as the Backend API describes it. What a browser cannot know, such as a session's latest activity, is
     * absent.
     */
    toBackend(): BackendClient;
    /** The client as JSON that the `Client` of Clerk's Android SDK reads. */
    toAndroid(): AndroidClientJSON;
}

/** A client as wire JSON, from `client.__internal_toSnapshot()`. Times are ms since the epoch. */
export interface ClientJSONSnapshot {
    object: 'client';
    /** The unique identifier; empty where there is none. */
    id: string;
    /** The sessions as the server sent them. */
    sessions: ReturnType<SessionResource['__internal_toSnapshot']>[];
    /** The current sign-up attempt; blank, with an empty id, when there is none. */
    sign_up: any;
    /** The current sign-in attempt; blank, with an empty id, when there is none. */
    sign_in: any;
    last_active_session_id: string | null;
    captcha_bypass: boolean;
    cookie_expires_at: number | null;
    last_authentication_strategy: LastAuthenticationStrategy | null;
    created_at: number | null;
    updated_at: number | null;
    [key: string]: unknown;
}

/** A client as JSON for the `Client` class of Clerk's Android SDK. Times are ms since the epoch. */
export interface AndroidClientJSON {
    id: string | null;
    /** Null when there is no attempt. */
    sign_in: Record<string, unknown> | null;
    /** Null when there is no attempt. */
    sign_up: Record<string, unknown> | null;
    sessions: Record<string, unknown>[];
    last_active_session_id: string | null;
    last_authentication_strategy: LastAuthenticationStrategy | null;
    updated_at: number | null;
}

/** The answer to a captcha: an object, as its script gives it. */
export type CaptchaParams = unknown;



/**
 * One instance of Clerk, seen from this page. Several on one page do not disturb each other.
 *
 * @example
 * ```js
 * import { Clerk } from 'clerk-wasm'
 *
 * const clerk = new Clerk(publishableKey)
 * await clerk.load()
 * clerk.client
 * ```
 */
export class Clerk {
    /**
     * Asks the Frontend API whether the current session is still there. If it is not, nobody is signed in on this page any more, and the
     * other tabs ask as well.
     *
     * @throws {ClerkAPIResponseError} What the Frontend API refused, unless it is that nobody is signed in.
     */
    handleUnauthenticated(): Promise<void>;
    /**
     * Puts somebody's address on the waitlist, where an instance lets in only whom it knows. One that is there already keeps its
     * entry.
     *
     * @throws {ClerkAPIResponseError} What the Frontend API refused.
     */
    joinWaitlist(params: JoinWaitlistParams): Promise<WaitlistResource>;
    /**
     * Loads the client. Concurrent and later calls share the first one; after a failure it can be called again.
     *
     * An outage (status 5xx or 429, no network, no answer within 7 s, an answer that is not Clerk's) does not reject: {@link status} is `degraded`,
     * the user is who the session cookie says, and client and environment are asked for in the background: after 2 s, then in
     * twice the time, up to 60 s, as `Retry-After` says, and at once when the network returns. {@link status} is `ready` then.
     *
     * @throws {ClerkAPIResponseError} When the Frontend API refuses this page, such as `origin_invalid`.
     */
    load(options?: LoadOptions): Promise<void>;
    /**
     * Makes a Clerk object. No request is made before {@link load}.
     *
     * @param publishableKey `pk_live_…` or `pk_test_…`, from the Clerk dashboard.
     * @param options `domain` for production instances with several, `proxyUrl` for requests through your own server; each a text, or
     * a function that is given the page's URL once.
     * @throws {Error} When the key or the proxy URL is not valid; the message says why.
     */
    constructor(publishableKey: string, options?: ClerkOptions);
    /**
     * Makes a session current, or an organization in it, or signs out of this page with `session: null`.
     *
     * @throws {Error} When the client does not have the session, or the user is not in the organization.
     * @throws {ClerkAPIResponseError} What the Frontend API refused.
     */
    setActive(params: SetActiveParams): Promise<void>;
    /**
     * Signs out of all sessions, or of `sessionId`. Afterwards the page goes to `redirectUrl`, to the `afterSignOutUrl`
     * of {@link load}, or to `/`; a callback in place of the options is called instead.
     *
     * @throws {ClerkAPIResponseError} What the Frontend API refused; the session stays.
     */
    signOut(callbackOrOptions?: SignOutCallback | SignOutOptions, options?: SignOutOptions): Promise<void>;
    /**
     * The client: who is signed in on this device; `undefined` before {@link load}. Always the same object.
     */
    readonly client: ClientResource | undefined;
    /**
     * Whether {@link load} was told that this page is a satellite.
     */
    readonly isSatellite: boolean;
    /**
     * The current session; `null` when nobody is signed in, `undefined` while that is not known: before {@link load},
     * and while one session is left for another.
     */
    readonly session: SignedInSessionResource | null | undefined;
    /**
     * How far {@link load} has come.
     */
    readonly status: 'loading' | 'ready' | 'degraded' | 'error';
}

/**
 * Keeps track of the authenticated sessions on this device, and of the sign-in or sign-up that is in progress.
 *
 * There is one for each {@link Clerk}, from `load()` on: `clerk.client` is always the same object, and its properties
 * change. Times are `Date`; what the Frontend API does not say is `null`.
 *
 * @see https://clerk.com/docs/js-frontend/reference/objects/client
 */
export class ClientResource {
    private constructor();
    /**
     * Sends the answer to a captcha.
     *
     * @returns This client.
     * @throws {ClerkAPIResponseError} What the Frontend API refused.
     */
    __internal_sendCaptchaToken(params: CaptchaParams): Promise<ClientResource>;
    /**
     * The URL that renews the client's cookie and then redirects to `redirectUrl`, which arrives unchanged.
     *
     * @throws {TypeError} When `redirectUrl` is not an absolute URL.
     */
    buildTouchUrl(params: { redirectUrl: URL }): string;
    /**
     * Forgets the cached tokens of all sessions of this client: the next `getToken()` mints one.
     */
    clearCache(): void;
    /**
     * Creates the client along with its cookie.
     *
     * @returns This client, with what the Frontend API answered.
     * @throws {ClerkAPIResponseError} What the Frontend API refused; the client stays as it was.
     */
    create(): Promise<ClientResource>;
    /**
     * Deletes the client. All sessions are gone, nobody is signed in, and the id is empty.
     *
     * @throws {ClerkAPIResponseError} What the Frontend API refused; the client stays as it was.
     */
    destroy(): Promise<void>;
    /**
     * Takes over the data of a client's JSON, as the Frontend API or {@link __internal_toSnapshot} writes it. `null`
     * changes nothing.
     *
     * @returns This client.
     * @throws {TypeError} When `json` is not an object.
     */
    fromJSON(json: object | null): ClientResource;
    /**
     * Whether the client's cookie expires in eight days or less, or has expired. False when
     * {@link cookieExpiresAt} is `null`.
     */
    isEligibleForTouch(): boolean;
    /**
     * Whether the client does not exist on the Frontend API yet.
     */
    isNew(): boolean;
    /**
     * Reads the client again; listeners hear of what changed, and `clerk.session` is found again in it.
     *
     * @param params `rotatingTokenNonce` lets a native application rotate its token once, after an OAuth flow; `signal`
     *   ends the call.
     * @returns This client.
     * @throws {ClerkAPIResponseError} What the Frontend API refused; the client stays as it was.
     */
    reload(params?: ClerkResourceReloadParams): Promise<ClientResource>;
    /**
     * Removes all sessions of this client; the client itself stays.
     *
     * @returns This client.
     * @throws {ClerkAPIResponseError} What the Frontend API refused; the sessions stay.
     */
    removeSessions(): Promise<ClientResource>;
    /**
     * Forgets the current sign-in attempt. No request is made.
     */
    resetSignIn(): void;
    /**
     * Forgets the current sign-up attempt. No request is made.
     */
    resetSignUp(): void;
    /**
     * The sessions that were created on this client, in any status. The same array until the client changes.
     */
    readonly sessions: SessionResource[];
    /**
     * The current sign-in attempt; a blank one when there is none.
     */
    readonly signIn: SignInResource;
    /**
     * The current sign-up attempt; a blank one when there is none.
     */
    readonly signUp: SignUpResource;
}
