/** What a sign-in attempt needs next. */
export type SignInStatus =
  | 'needs_identifier' | 'needs_first_factor' | 'needs_second_factor' | 'needs_client_trust' | 'needs_new_password'
  | 'needs_protect_check' | 'complete';

/** What may be shown of the user before they are verified. */
export interface UserData {
  /** The first name. */
  firstName?: string;
  /** The last name. */
  lastName?: string;
  /** The URL of the picture. */
  imageUrl?: string;
  /** Whether the picture is the user's own. */
  hasImage?: boolean;
}

/** What `signIn.create()` takes. */
export type SignInCreateParams = (
  | { strategy: OAuthStrategy | 'enterprise_sso'; redirectUrl: string; actionCompleteRedirectUrl?: string; identifier?: string; oidcPrompt?: string; oidcLoginHint?: string }
  | { strategy: 'ticket'; ticket: string }
  | { strategy: 'google_one_tap' | 'oauth_token_apple'; token: string }
  | { strategy: 'password'; password: string; identifier: string }
  | { strategy: 'passkey' }
  | { strategy: 'phone_code' | 'email_code' | 'reset_password_email_code' | 'reset_password_phone_code' | Web3Strategy; identifier: string }
  | { strategy: 'email_link'; identifier: string; redirectUrl?: string }
  | { identifier: string }
  | { transfer?: boolean }
) & {
  /** Whether to continue a sign-up attempt whose account turned out to exist. */
  transfer?: boolean;
  /** Whether to sign up where there is no such user. */
  signUpIfMissing?: boolean;
};

/** What `signIn.prepareFirstFactor()` takes. */
export interface PrepareFirstFactorParams {
  /** How the first factor will be verified. */
  strategy: 'email_code';
  /** The email address, from `supportedFirstFactors`. */
  emailAddressId: string;
}

/** What `signIn.attemptFirstFactor()` takes. */
export type AttemptFirstFactorParams = { strategy: 'password'; password: string } | { strategy: 'email_code'; code: string };

/** A sign-in attempt. Before {@link SignInResource.create} it is blank. */
export interface SignInResource extends ResourceBase {
  /** The unique identifier, `sia_…`; absent before the attempt is created. */
  readonly id?: string;
  /** What the attempt needs next. */
  status: SignInStatus | null;
  /** The kinds of identifier that the instance accepts. */
  supportedIdentifiers: SignInIdentifier[];
  /** The factors that may verify the visitor first. */
  supportedFirstFactors: SignInFirstFactor[] | null;
  /** The factors that may verify the visitor after the first. */
  supportedSecondFactors: SignInSecondFactor[] | null;
  /** The factors that may verify the visitor without the single sign-on that their address asks for. */
  ssoBypassFirstFactors: SignInFirstFactor[] | null;
  /** How far the first factor got. */
  firstFactorVerification: VerificationResource;
  /** How far the second factor got. */
  secondFactorVerification: VerificationResource;
  /** Who signs in: the address, number or name that was given. */
  identifier: string | null;
  /** The session that a complete attempt made: give it to `clerk.setActive()`. */
  createdSessionId: string | null;
  /** What may be shown of the user before they are verified. */
  userData: UserData;
  /** Whether this client is trusted. */
  clientTrustState?: 'new' | 'known' | 'pending';
  /** The check by Clerk Protect that the attempt waits for. */
  protectCheck: ProtectCheckResource | null;
  /**
   * Begins an attempt.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_identifier_not_found`.
   */
  readonly create: (params: SignInCreateParams) => Promise<SignInResource>;
  /**
   * Has the code for a first factor sent.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {TypeError} For a strategy other than `email_code`.
   */
  readonly prepareFirstFactor: (params: PrepareFirstFactorParams) => Promise<SignInResource>;
  /**
   * Verifies a first factor.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_password_incorrect`.
   * @throws {TypeError} For a strategy other than `password` and `email_code`.
   */
  readonly attemptFirstFactor: (params: AttemptFirstFactorParams) => Promise<SignInResource>;
  /**
   * Reads the attempt again.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly reload: (params?: ClerkResourceReloadParams) => Promise<this>;
  /** The attempt as wire JSON. */
  __internal_toSnapshot(): ResourceJSONSnapshot;
}
