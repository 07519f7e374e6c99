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
