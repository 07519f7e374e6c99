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
  /** This resource as wire JSON. */
  __internal_toSnapshot(): ResourceJSONSnapshot;
}
