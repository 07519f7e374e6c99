/** How far a sign-up attempt got. */
export type SignUpStatus = 'missing_requirements' | 'complete' | 'abandoned';

/** A field of a sign-up by which the user is identified. */
export type SignUpIdentificationField =
  | 'username'
  | 'email_address'
  | 'phone_number'
  | 'email_address_or_phone_number'
  | 'web3_wallet'
  | OAuthStrategy
  | 'enterprise_sso';

/** A field of a sign-up. */
export type SignUpField =
  | 'first_name'
  | 'last_name'
  | 'password'
  | 'legal_accepted'
  | 'protect_check'
  | SignUpIdentificationField;

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
  /** Where the visitor is, as an IANA time zone such as `Europe/Berlin`. */
  timezone?: string;
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

/** What `signUp.prepareVerification()` takes. */
export type PrepareVerificationParams =
  | { strategy: 'email_code' }
  | { strategy: 'email_link'; redirectUrl?: string }
  | { strategy: 'phone_code'; channel?: PhoneCodeChannel }
  | { strategy: Web3Strategy }
  | {
      strategy: OAuthStrategy | 'enterprise_sso';
      redirectUrl?: string;
      actionCompleteRedirectUrl?: string;
      oidcPrompt?: string;
      oidcLoginHint?: string;
    };

/** What `signUp.attemptVerification()` takes. */
export type AttemptVerificationParams =
  | { strategy: 'email_code' | 'phone_code'; code: string }
  | { strategy: Web3Strategy; signature: string };

/** What `signUp.preparePhoneNumberVerification()` takes. */
export interface PreparePhoneNumberVerificationParams {
  /** How the number will be verified. */
  strategy: 'phone_code';
  /** How the code is delivered. */
  channel?: PhoneCodeChannel;
}

/** What `signUp.attemptWeb3WalletVerification()` takes. */
export interface AttemptWeb3WalletVerificationParams {
  /** What the wallet signed. */
  signature: string;
  /** The kind of wallet; MetaMask's when absent. */
  strategy?: Web3Strategy;
}

/** What `startEmailLinkFlow()` of a sign-up takes. */
export interface StartEmailLinkFlowParams {
  /** Where the link leads in the end: a page that calls `clerk.handleEmailLinkVerification()`. */
  redirectUrl: string;
}

/** An enterprise by which a sign-up may go on. */
export interface SignUpEnterpriseConnectionResource extends ResourceBase {
  /** The unique identifier, for the `enterpriseConnectionId` of `authenticateWithRedirect()`. */
  id: string;
  /** What people call it. */
  name: string;
  /** What stands behind it, such as `saml_okta`. */
  provider: string;
  /** The URL of its picture. */
  logoPublicUrl: string | null;
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
  /** Where the visitor is, as an IANA time zone such as `Europe/Berlin`; null where nobody said so. */
  timezone: string | null;
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
   * Adds to the attempt, or begins one where there is none.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly upsert: (params: SignUpCreateParams | SignUpUpdateParams) => Promise<SignUpResource>;
  /**
   * Has a code or a link sent, or asks for what else a verification needs.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly prepareVerification: (params: PrepareVerificationParams) => Promise<SignUpResource>;
  /**
   * Verifies what was given, by a code or a signature.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_code_incorrect`.
   */
  readonly attemptVerification: (params: AttemptVerificationParams) => Promise<SignUpResource>;
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
   * Has a code sent to the phone number.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly preparePhoneNumberVerification: (params?: PreparePhoneNumberVerificationParams) => Promise<SignUpResource>;
  /**
   * Verifies the phone number by the code that was sent.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_code_incorrect`.
   */
  readonly attemptPhoneNumberVerification: (params: CodeParams) => Promise<SignUpResource>;
  /**
   * Asks for the text that the wallet is to sign: `verifications.web3Wallet.message`.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly prepareWeb3WalletVerification: (params?: { strategy: Web3Strategy }) => Promise<SignUpResource>;
  /**
   * Verifies the wallet by its signature.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly attemptWeb3WalletVerification: (params: AttemptWeb3WalletVerificationParams) => Promise<SignUpResource>;
  /**
   * Proves to Clerk Protect what it wants proved, by the token that its script gave.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly submitProtectCheck: (params: { proofToken: string }) => Promise<SignUpResource>;
  /**
   * The enterprises by which people with the attempt's address may go on; none when it is of none.
   * @throws {Error} Before the attempt is created.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly __experimental_getEnterpriseConnections: () => Promise<SignUpEnterpriseConnectionResource[]>;
  /**
   * Judges a password by the instance's settings, before it is sent: without a request, as often as somebody types. The callbacks hear
   * of it a moment later, in the order of the calls; the first time when `flows.js` is loaded. They hear nothing before the settings
   * are there, that is before `clerk.load()`. How strong a password is, is told where the instance wants it and the option `zxcvbn`
   * of `clerk.load()` can tell.
   *
   * @example
   * ```js
   * input.oninput = () => client.signUp.validatePassword(input.value, {
   *   onValidation: ({ complexity = {}, strength }) => show(Object.keys(complexity), strength?.state),
   * })
   * ```
   */
  readonly validatePassword: (password: string, callbacks?: ValidatePasswordCallbacks) => void;
  /**
   * A verification of the email address by a link.
   */
  readonly createEmailLinkFlow: () => CreateEmailLinkFlowReturn<StartEmailLinkFlowParams, SignUpResource>;
  /**
   * Asks for a provider, and sends the browser to its page.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {Error} When the answer names no page.
   */
  readonly authenticateWithRedirect: (params: AuthenticateWithRedirectParams) => Promise<void>;
  /**
   * The same in a window of its own; resolves when it shows the provider's page. What comes of it is followed: the new session
   * becomes current, and the page goes to `redirectUrlComplete`.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly authenticateWithPopup: (params: AuthenticateWithPopupParams) => Promise<void>;
  /**
   * Signs up by a text that a wallet signs.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly authenticateWithWeb3: (
    params: AuthenticateWithWeb3Params & SignUpAuthenticateWithWeb3Params,
  ) => Promise<SignUpResource>;
  /**
   * Signs up by the wallet Metamask, as the browser has it.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {ClerkRuntimeError} `web3_wallet_not_found`.
   */
  readonly authenticateWithMetamask: (params?: SignUpAuthenticateWithWeb3Params) => Promise<SignUpResource>;
  /**
   * Signs up by the wallet CoinbaseWallet, as the browser has it.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {ClerkRuntimeError} `web3_wallet_not_found`.
   */
  readonly authenticateWithCoinbaseWallet: (params?: SignUpAuthenticateWithWeb3Params) => Promise<SignUpResource>;
  /**
   * Signs up by the wallet Base, as the browser has it.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {ClerkRuntimeError} `web3_wallet_not_found`.
   */
  readonly authenticateWithBase: (params?: SignUpAuthenticateWithWeb3Params) => Promise<SignUpResource>;
  /**
   * Signs up by the wallet OKXWallet, as the browser has it.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {ClerkRuntimeError} `web3_wallet_not_found`.
   */
  readonly authenticateWithOKXWallet: (params?: SignUpAuthenticateWithWeb3Params) => Promise<SignUpResource>;
  /**
   * Signs up by a wallet of Solana's, as the browser has it.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {ClerkRuntimeError} `web3_wallet_not_found`.
   */
  readonly authenticateWithSolana: (
    params: AuthenticateWithSolanaParams & SignUpAuthenticateWithWeb3Params,
  ) => Promise<SignUpResource>;
  /**
   * Reads the attempt again.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly reload: (params?: ClerkResourceReloadParams) => Promise<this>;
  /** The attempt as wire JSON. */
  __internal_toSnapshot(): any;
  /** The custom-flow API: its calls do not reject for what goes wrong on the way, they resolve it as `error`. */
  readonly __internal_future: SignUpFutureResource;
}

/** The custom-flow API of a sign-up. */
export interface SignUpFutureResource {
  /** The unique identifier; absent before there is an attempt. */
  readonly id?: string;
  /** How far the attempt got. */
  readonly status: SignUpStatus;
  /** The fields that the instance demands. */
  readonly requiredFields: SignUpField[];
  /** The fields that may be given. */
  readonly optionalFields: SignUpField[];
  /** The demanded fields that are still missing. */
  readonly missingFields: SignUpField[];
  /** The given fields that are still to be verified. */
  readonly unverifiedFields: SignUpIdentificationField[];
  /** The user name that was given. */
  readonly username: string | null;
  /** The first name that was given. */
  readonly firstName: string | null;
  /** The last name that was given. */
  readonly lastName: string | null;
  /** The email address that was given. */
  readonly emailAddress: string | null;
  /** The phone number that was given. */
  readonly phoneNumber: string | null;
  /** The address of the wallet that was given. */
  readonly web3Wallet: string | null;
  /** Whether a password was given. */
  readonly hasPassword: boolean;
  /** What the page stored with the attempt. */
  readonly unsafeMetadata: Record<string, unknown>;
  /** The session that a complete attempt made. */
  readonly createdSessionId: string | null;
  /** The user that a complete attempt made. */
  readonly createdUserId: string | null;
  /** When the attempt is abandoned, in ms since the epoch. */
  readonly abandonAt: number | null;
  /** When the visitor accepted the legal documents, in ms since the epoch. */
  readonly legalAcceptedAt: number | null;
  /** The language of the visitor. */
  readonly locale: string | null;
  /** Where the visitor is, as an IANA time zone such as `Europe/Berlin`; null where nobody said so. */
  readonly timezone: string | null;
  /** The check by Clerk Protect that the attempt waits for. */
  readonly protectCheck: ProtectCheckResource | null;
  /** Whether the user exists, so that a sign-in with `transfer` signs them in. */
  readonly isTransferable: boolean;
  /** The session of a user who turned out to be signed in here. */
  readonly existingSession?: { sessionId: string };
  /** Whether the attempt is done with, by {@link finalize} or {@link reset}. */
  readonly canBeDiscarded: boolean;
  /** How far each verification got, and what verifies. */
  readonly verifications: {
    readonly emailAddress: SignUpVerificationResource;
    readonly phoneNumber: SignUpVerificationResource;
    readonly web3Wallet: SignUpVerificationResource;
    readonly externalAccount: VerificationResource;
    readonly emailLinkVerification: EmailLinkVerification | null;
    sendEmailCode(): Promise<FlowOutcome>;
    verifyEmailCode(params: CodeParams): Promise<FlowOutcome>;
    sendEmailLink(params: { verificationUrl: string }): Promise<FlowOutcome>;
    waitForEmailLinkVerification(): Promise<FlowOutcome>;
    sendPhoneCode(params?: { channel?: PhoneCodeChannel }): Promise<FlowOutcome>;
    verifyPhoneCode(params: CodeParams): Promise<FlowOutcome>;
  };
  /** Begins an attempt. */
  create(params: SignUpCreateParams): Promise<FlowOutcome>;
  /** Adds to the attempt. */
  update(params: SignUpUpdateParams): Promise<FlowOutcome>;
  /** Gives a password, with whatever else is known; begins an attempt where there is none. */
  password(params: SignUpCreateParams & { password: string }): Promise<FlowOutcome>;
  /** Signs up with a provider. */
  sso(
    params: Omit<SSOParams, 'strategy'> &
      SignUpAuthenticateWithWeb3Params & { strategy: string; emailAddress?: string; locale?: string },
  ): Promise<FlowOutcome>;
  /** Signs up by a ticket: the given one, or that of the page's URL. */
  ticket(params?: SignUpCreateParams): Promise<FlowOutcome>;
  /** Signs up by a wallet, as the browser has it. */
  web3(
    params: SignUpAuthenticateWithWeb3Params & {
      strategy: Web3Strategy;
      firstName?: string;
      lastName?: string;
      locale?: string;
    },
  ): Promise<FlowOutcome>;
  /** Proves to Clerk Protect what it wants proved. */
  submitProtectCheck(params: { proofToken: string }): Promise<FlowOutcome>;
  /** Makes the attempt's session current; resolves an error when the attempt is not complete. */
  finalize(params?: FinalizeParams): Promise<FlowOutcome>;
  /** Forgets the attempt. No request is made. */
  reset(): Promise<FlowOutcome>;
}
