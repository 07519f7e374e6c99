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
  /** This resource as wire JSON. */
  __internal_toSnapshot(): ResourceJSONSnapshot;
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
  /** This resource as wire JSON. */
  __internal_toSnapshot(): ResourceJSONSnapshot;
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
  __internal_toSnapshot(): ResourceJSONSnapshot;
}

/** A passkey of a user. */
export interface PasskeyResource extends ResourceBase {
  /** The unique identifier, `passkey_…`. */
  id: string;
  /** The name that the user gave it. */
  name: string | null;
  /** How far its verification got. */
  verification: VerificationResource | null;
  /** When it was last used. */
  lastUsedAt: Date | null;
  /** When it was created. */
  createdAt: Date;
  /** When it was last updated. */
  updatedAt: Date;
  /** This resource as wire JSON. */
  __internal_toSnapshot(): ResourceJSONSnapshot;
}
