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
