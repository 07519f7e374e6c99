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
