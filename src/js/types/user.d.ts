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
  /** Where the user is, as an IANA time zone such as `Europe/Berlin`; null where nobody said so. */
  timezone: string | null;
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
  /**
   * Changes the user. Metadata that is given replaces what is there, in a second request.
   * @returns This user, with the new state.
   * @example
   * ```js
   * await clerk.user.update({ firstName: 'Ada' })
   * ```
   * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_identifier_exists`.
   * @throws {TypeError} For another argument.
   */
  readonly update: (params: UpdateUserParams) => Promise<this>;
  /**
   * Merges what is given into the metadata; null takes a key away.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {TypeError} For another argument.
   */
  readonly updateMetadata: (params: UpdateUserMetadataParams) => Promise<this>;
  /**
   * Gives the user another password, or a first one.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_password_pwned`.
   * @throws {TypeError} For another argument.
   */
  readonly updatePassword: (params: UpdateUserPasswordParams) => Promise<this>;
  /**
   * Takes the password away.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {TypeError} For another argument.
   */
  readonly removePassword: (params: RemoveUserPasswordParams) => Promise<this>;
  /**
   * Deletes the user and their account; nobody is signed in afterwards.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly delete: () => Promise<void>;
  /**
   * Uploads a picture, or takes away the one that is there.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {TypeError} For another argument.
   */
  readonly setProfileImage: (params: PictureParams) => Promise<ImageResource>;
  /**
   * Lists the sessions in which the user is signed in, on all devices. The list is read once for this object.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly getSessions: () => Promise<SessionWithActivitiesResource[]>;
  /** Whether an identification of the user is the primary one of its kind. */
  readonly isPrimaryIdentification: (identification: { id: string }) => boolean;
  /**
   * Adds an email address, which is then to be verified.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_identifier_exists`.
   * @throws {TypeError} For another argument.
   */
  readonly createEmailAddress: (params: CreateEmailAddressParams) => Promise<EmailAddressResource>;
  /**
   * Adds a phone number, which is then to be verified.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_identifier_exists`.
   * @throws {TypeError} For another argument.
   */
  readonly createPhoneNumber: (params: CreatePhoneNumberParams) => Promise<PhoneNumberResource>;
  /**
   * Adds a wallet, which is then to be verified.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_identifier_exists`.
   * @throws {TypeError} For another argument.
   */
  readonly createWeb3Wallet: (params: CreateWeb3WalletParams) => Promise<Web3WalletResource>;
  /**
   * Adds an account at a provider: go to `verification.externalVerificationRedirectURL` of the answer.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {TypeError} For another argument.
   */
  readonly createExternalAccount: (params: CreateExternalAccountParams) => Promise<ExternalAccountResource>;
  /**
   * Makes a passkey: the browser asks the person for it.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {ClerkWebAuthnError} What the person or the browser refuses.
   */
  readonly createPasskey: () => Promise<PasskeyResource>;
  /**
   * Begins with an authenticator app: `uri` and `secret` of the answer are for it.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly createTOTP: () => Promise<TOTPResource>;
  /**
   * Verifies the authenticator app by a code of it.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_code_incorrect`.
   * @throws {TypeError} For another argument.
   */
  readonly verifyTOTP: (params: AttemptCodeParams) => Promise<TOTPResource>;
  /**
   * Takes the authenticator app away.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly disableTOTP: () => Promise<DeletedObjectResource>;
  /**
   * Makes new backup codes; earlier ones are void.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly createBackupCode: () => Promise<BackupCodeResource>;
  /**
   * Lists the devices that the user signs in with by face or finger, in native applications.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly __experimental_getBiometricCredentials: () => Promise<BiometricCredentialResource[]>;
  /**
   * Begins to add a device. Resolves what the device has to sign.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as that the session was not verified lately.
   * @throws {TypeError} For another argument.
   */
  readonly __experimental_prepareBiometricCredential: (
    params: PrepareBiometricCredentialParams,
  ) => Promise<TrustedDeviceChallengeResource>;
  /**
   * Adds the device that has signed.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {TypeError} For another argument.
   */
  readonly __experimental_attemptBiometricCredential: (
    params: AttemptBiometricCredentialParams,
  ) => Promise<BiometricCredentialResource>;
  /**
   * Takes a device away, by its id.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {TypeError} For another argument.
   */
  readonly __experimental_revokeBiometricCredential: (id: string) => Promise<BiometricCredentialResource>;
  /**
   * Lists the enterprise connections that the user may use.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {TypeError} For another argument.
   */
  readonly getEnterpriseConnections: (
    params?: GetEnterpriseConnectionsParams,
  ) => Promise<EnterpriseConnectionResource[]>;
  /**
   * Lists the user's memberships in organizations.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {TypeError} For another argument.
   */
  readonly getOrganizationMemberships: (
    params?: ClerkPaginationParams,
  ) => Promise<ClerkPaginatedResponse<OrganizationMembershipResource>>;
  /**
   * Lists the user's invitations to organizations.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {TypeError} For another argument.
   */
  readonly getOrganizationInvitations: (
    params?: GetUserOrganizationInvitationsParams,
  ) => Promise<ClerkPaginatedResponse<UserOrganizationInvitationResource>>;
  /**
   * Lists the organizations that the user may join for their email address.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {TypeError} For another argument.
   */
  readonly getOrganizationSuggestions: (
    params?: GetUserOrganizationSuggestionsParams,
  ) => Promise<ClerkPaginatedResponse<OrganizationSuggestionResource>>;
  /**
   * What a form for a new organization may begin with.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly getOrganizationCreationDefaults: () => Promise<OrganizationCreationDefaultsResource>;
  /**
   * Ends the user's membership in an organization.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {TypeError} For another argument.
   */
  readonly leaveOrganization: (organizationId: string) => Promise<DeletedObjectResource>;
  /** Not in this package: payments are not. See docs/divergences.md, billing-members. */
  initializePaymentMethod: never;
  /** Not in this package: payments are not. See docs/divergences.md, billing-members. */
  addPaymentMethod: never;
  /** Not in this package: payments are not. See docs/divergences.md, billing-members. */
  getPaymentMethods: never;
  /** This resource as wire JSON. */
  __internal_toSnapshot(): Snapshot<'user', UserResource, { profile_image_id: string }>;
}

/** What `user.update()` takes. What is absent stays. */
export interface UpdateUserParams {
  /** The user name. */
  username?: string | null;
  /** The first name. */
  firstName?: string | null;
  /** The last name. */
  lastName?: string | null;
  /** Which of `emailAddresses` is to be the primary one. */
  primaryEmailAddressId?: string | null;
  /** Which of `phoneNumbers` is to be the primary one. */
  primaryPhoneNumberId?: string | null;
  /** Which of `web3Wallets` is to be the primary one. */
  primaryWeb3WalletId?: string | null;
  /** What the page stores, in place of what it has stored. */
  unsafeMetadata?: Record<string, unknown>;
}

/** What `user.updateMetadata()` takes. */
export interface UpdateUserMetadataParams {
  /** What is merged into the metadata. */
  unsafeMetadata: Record<string, unknown>;
}

/** What `user.updatePassword()` takes. */
export interface UpdateUserPasswordParams {
  /** The new password. */
  newPassword: string;
  /** The present one, where there is one. */
  currentPassword?: string;
  /** Whether all other sessions of the user end. */
  signOutOfOtherSessions?: boolean;
}

/** What `user.removePassword()` takes. */
export interface RemoveUserPasswordParams {
  /** The present password. */
  currentPassword?: string;
}

/** What `user.createEmailAddress()` takes. */
export interface CreateEmailAddressParams {
  /** The address. */
  email: string;
}

/** What `user.createPhoneNumber()` takes. */
export interface CreatePhoneNumberParams {
  /** The number, in E.164 form. */
  phoneNumber: string;
}

/** What `user.createWeb3Wallet()` takes. */
export interface CreateWeb3WalletParams {
  /** The address of the wallet. */
  web3Wallet: string;
}

/** What `user.createExternalAccount()` takes: a strategy or an enterprise connection. */
export interface CreateExternalAccountParams extends ReauthorizeExternalAccountParams {
  /** The provider's strategy, such as `oauth_google`. */
  strategy?: OAuthStrategy;
  /** The connection of the user's enterprise. */
  enterpriseConnectionId?: string;
}

/** What `getEnterpriseConnections()` takes. */
export interface GetEnterpriseConnectionsParams {
  /** Whether connections are wanted by which members may link accounts. */
  withOrganizationAccountLinking?: boolean;
}

/** What `user.getOrganizationInvitations()` takes. */
export interface GetUserOrganizationInvitationsParams extends ClerkPaginationParams {
  /** Which invitations are wanted. */
  status?: OrganizationInvitationStatus;
}

/** What `user.getOrganizationSuggestions()` takes. */
export interface GetUserOrganizationSuggestionsParams extends ClerkPaginationParams {
  /** Which suggestions are wanted. */
  status?: OrganizationSuggestionStatus | OrganizationSuggestionStatus[];
}

/** A session of a user, and from where it was last used. */
export interface SessionWithActivitiesResource extends ResourceBase {
  /** The unique identifier, `sess_…`. */
  id: string;
  /** Its state. */
  status: string;
  /** When it expires. */
  expireAt: Date;
  /** When it ends for not being used. */
  abandonAt: Date;
  /** When it was last used. */
  lastActiveAt: Date;
  /** From where it was last used. */
  latestActivity: SessionActivity;
  /** Who acts on behalf of the user, when somebody does. */
  actor: ActClaim | null;
  /**
   * Ends the session.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly revoke: () => Promise<this>;
}

/** An authenticator app of a user. */
export interface TOTPResource extends ResourceBase {
  /** The unique identifier. */
  id: string;
  /** What the app is given; only when it is made. */
  secret?: string;
  /** The same as a URI, for a QR code. */
  uri?: string;
  /** Whether a code of the app has been seen. */
  verified: boolean;
  /** The backup codes that were made with it. */
  backupCodes?: string[];
  /** When it was created. */
  createdAt: Date | null;
  /** When it was last updated. */
  updatedAt: Date | null;
}

/** The backup codes of a user. */
export interface BackupCodeResource extends ResourceBase {
  /** The unique identifier. */
  id: string;
  /** The codes. */
  codes: string[];
  /** When they were created. */
  createdAt: Date | null;
  /** When they were last updated. */
  updatedAt: Date | null;
}

/** A device that the user signs in with by face or finger, in a native application. */
export interface BiometricCredentialResource extends ResourceBase {
  id: string;
  platform: 'ios' | 'android';
  /** The application's bundle identifier, or its package name. */
  appIdentifier: string;
  name: string | null;
  algorithm: 'ES256';
  status: 'active' | 'revoked';
  lastUsedAt: Date | null;
  revokedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  /** The device as JSON of the Frontend API. */
  __internal_toSnapshot(): Snapshot<'trusted_device', BiometricCredentialResource>;
}

/** What a device has to sign. */
export interface TrustedDeviceChallengeResource {
  challenge: string;
  challengeId: string;
  /** The device that is asked, where one is known. */
  trustedDeviceId: string | null;
  /** The text to sign, to the letter. */
  clientData: string;
  expiresAt: Date | null;
  algorithm: 'ES256';
}

/** What `user.__experimental_prepareBiometricCredential()` takes. */
export interface PrepareBiometricCredentialParams {
  platform: 'ios' | 'android';
  /** The application's bundle identifier, or its package name. */
  appIdentifier: string;
  name?: string;
  algorithm: 'ES256';
  /** The device's public key as a JWK, or as the text of one. */
  publicKeyJwk: { kty: 'EC'; crv: 'P-256'; x: string; y: string } | string;
}

/** What `user.__experimental_attemptBiometricCredential()` takes. */
export interface AttemptBiometricCredentialParams extends PrepareBiometricCredentialParams {
  /** The text that was signed: that of the challenge. */
  clientData: string;
  /** The signature, r and s in base64url. */
  signature: string;
}
