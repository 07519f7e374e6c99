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
