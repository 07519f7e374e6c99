/** How far a sign-up attempt got. */
export type SignUpStatus = 'missing_requirements' | 'complete' | 'abandoned';

/** A field of a sign-up by which the user is identified. */
export type SignUpIdentificationField =
  | 'username' | 'email_address' | 'phone_number' | 'email_address_or_phone_number' | 'web3_wallet' | OAuthStrategy
  | 'enterprise_sso';

/** A field of a sign-up. */
export type SignUpField = 'first_name' | 'last_name' | 'password' | 'legal_accepted' | 'protect_check' | SignUpIdentificationField;

/** What `signUp.create()` takes. Everything may also come later, by `signUp.update()`. */
export interface SignUpCreateParams {
  /** How the user signs up, where it is not by the fields given. */
  strategy?: OAuthStrategy | 'enterprise_sso' | 'ticket' | 'google_one_tap' | 'oauth_token_apple' | 'phone_code';
  /** The email address. */
  emailAddress?: string;
  /** The phone number, in E.164 form. */
  phoneNumber?: string;
  /** Either of the two. */
  emailAddressOrPhoneNumber?: string;
  /** The user name. */
  username?: string;
  /** The password. */
  password?: string;
  /** The first name. */
  firstName?: string;
  /** The last name. */
  lastName?: string;
  /** The address of a wallet. */
  web3Wallet?: string;
  /** Whether the visitor accepts the legal documents. */
  legalAccepted?: boolean;
  /** What to store with the attempt and the user, for the page to read and write. */
  unsafeMetadata?: Record<string, unknown>;
  /** The ticket of an invitation. */
  ticket?: string;
  /** The token of a provider's own sign-in. */
  token?: string;
  /** Whether to continue a sign-in attempt whose account turned out not to exist. */
  transfer?: boolean;
  /** Where the provider sends the browser back. */
  redirectUrl?: string;
  /** Where the browser goes when all is done. */
  actionCompleteRedirectUrl?: string;
  /** What an OpenID provider asks of the user. */
  oidcPrompt?: string;
  /** Whom an OpenID provider should suggest. */
  oidcLoginHint?: string;
  /** How a phone code is delivered. */
  channel?: PhoneCodeChannel;
  /** The language of the visitor, such as `en-US`; the browser's when absent. */
  locale?: string;
}

/** What `signUp.update()` takes. */
export type SignUpUpdateParams = SignUpCreateParams;

/** What `signUp.prepareEmailAddressVerification()` takes. */
export type PrepareEmailAddressVerificationParams =
  | { strategy: 'email_code' }
  | { strategy: 'email_link' | 'enterprise_sso'; redirectUrl: string };

/** What `signUp.attemptEmailAddressVerification()` takes. */
export interface AttemptEmailAddressVerificationParams {
  /** The code from the mail. */
  code: string;
}

/** A sign-up attempt. Before {@link SignUpResource.create} it is blank. */
export interface SignUpResource extends ResourceBase {
  /** The unique identifier, `sua_…`; absent before the attempt is created. */
  readonly id?: string;
  /** How far the attempt got. */
  status: SignUpStatus | null;
  /** The fields that the instance demands. */
  requiredFields: SignUpField[];
  /** The fields that may be given. */
  optionalFields: SignUpField[];
  /** The demanded fields that are still missing. */
  missingFields: SignUpField[];
  /** The given fields that are still to be verified. */
  unverifiedFields: SignUpIdentificationField[];
  /** How far each verification got. */
  verifications: SignUpVerificationsResource;
  /** The check by Clerk Protect that the attempt waits for. */
  protectCheck: ProtectCheckResource | null;
  /** The user name that was given. */
  username: string | null;
  /** The first name that was given. */
  firstName: string | null;
  /** The last name that was given. */
  lastName: string | null;
  /** The email address that was given. */
  emailAddress: string | null;
  /** The phone number that was given. */
  phoneNumber: string | null;
  /** The address of the wallet that was given. */
  web3wallet: string | null;
  /** Whether a password was given. */
  hasPassword: boolean;
  /** What the page stored with the attempt. */
  unsafeMetadata: Record<string, unknown>;
  /** The session that a complete attempt made: give it to `clerk.setActive()`. */
  createdSessionId: string | null;
  /** The user that a complete attempt made. */
  createdUserId: string | null;
  /** When the attempt is abandoned, in ms since the epoch. */
  abandonAt: number | null;
  /** When the visitor accepted the legal documents, in ms since the epoch. */
  legalAcceptedAt: number | null;
  /** The language of the visitor. */
  locale: string | null;
  /**
   * Begins an attempt.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_identifier_exists`.
   */
  readonly create: (params: SignUpCreateParams) => Promise<SignUpResource>;
  /**
   * Adds to the attempt.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly update: (params: SignUpUpdateParams) => Promise<SignUpResource>;
  /**
   * Has a code sent to the email address, or begins another verification of it.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly prepareEmailAddressVerification: (params?: PrepareEmailAddressVerificationParams) => Promise<SignUpResource>;
  /**
   * Verifies the email address by the code that was sent.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_code_incorrect`.
   */
  readonly attemptEmailAddressVerification: (params: AttemptEmailAddressVerificationParams) => Promise<SignUpResource>;
  /**
   * Reads the attempt again.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly reload: (params?: ClerkResourceReloadParams) => Promise<this>;
  /** The attempt as wire JSON. */
  __internal_toSnapshot(): ResourceJSONSnapshot;
}
