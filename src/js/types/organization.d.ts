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

/** What an invitation, or a request for a membership, has come to. */
export type OrganizationInvitationStatus = 'pending' | 'accepted' | 'revoked' | 'expired';

/** What a suggestion has come to. */
export type OrganizationSuggestionStatus = 'pending' | 'accepted';

/** How people with an address of a domain become members. */
export type OrganizationEnrollmentMode =
  | 'manual_invitation'
  | 'automatic_invitation'
  | 'automatic_suggestion'
  | 'enterprise_sso';

/** What `clerk.createOrganization()` takes. */
export interface CreateOrganizationParams {
  /** The name. */
  name: string;
  /** The name in URLs. */
  slug?: string;
}

/** What `organization.update()` takes. */
export interface UpdateOrganizationParams extends CreateOrganizationParams {}

/** A user, and their role. */
export interface MemberParams {
  /** The unique identifier of the user. */
  userId: string;
  /** The role: `org:admin`, `org:member`, …. */
  role: string;
}

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

/** What `getMemberships()` takes. */
export interface GetMembersParams extends ClerkPaginationParams {
  /** Members of these roles. */
  role?: string[];
  /** Members whose names or addresses hold this. */
  query?: string;
}

/** What `getInvitations()` takes. */
export interface GetInvitationsParams extends ClerkPaginationParams {
  /** Which invitations are wanted. */
  status?: OrganizationInvitationStatus[];
}

/** What `getMembershipRequests()` takes. */
export interface GetMembershipRequestParams extends ClerkPaginationParams {
  /** Which requests are wanted. */
  status?: OrganizationInvitationStatus;
}

/** What `getDomains()` takes. */
export interface GetDomainsParams extends ClerkPaginationParams {
  /** Domains of this mode. */
  enrollmentMode?: OrganizationEnrollmentMode;
}

/** What `getRoles()` gives. */
export interface GetRolesResponse extends ClerkPaginatedResponse<RoleResource> {
  /** Whether the roles are being replaced by others. */
  has_role_set_migration?: boolean;
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

/** What a form for a new organization may begin with. */
export interface OrganizationCreationDefaultsResource extends ResourceBase {
  /** What the user should know before. */
  advisory: { code: 'organization_already_exists'; severity: 'warning'; meta: Record<string, string> } | null;
  /** What the fields may hold. */
  form: { name: string; slug: string; logo: string | null; blurHash: string | null };
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
  idpMetadataUrl: string;
  idpMetadata: string;
  acsUrl: string;
  spEntityId: string;
  spMetadataUrl: string;
  allowSubdomains: boolean;
  allowIdpInitiated: boolean;
  forceAuthn: boolean;
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
