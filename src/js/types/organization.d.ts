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
  /** This resource as wire JSON. */
  __internal_toSnapshot(): ResourceJSONSnapshot;
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
  /** This resource as wire JSON. */
  __internal_toSnapshot(): ResourceJSONSnapshot;
}
