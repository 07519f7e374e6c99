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
