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
