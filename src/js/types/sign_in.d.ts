/** What a sign-in attempt needs next. */
export type SignInStatus =
  | 'needs_identifier'
  | 'needs_first_factor'
  | 'needs_second_factor'
  | 'needs_client_trust'
  | 'needs_new_password'
  | 'needs_protect_check'
  | 'complete';

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
  | {
      strategy: OAuthStrategy | 'enterprise_sso';
      redirectUrl: string;
      actionCompleteRedirectUrl?: string;
      identifier?: string;
      oidcPrompt?: string;
      oidcLoginHint?: string;
    }
  | { strategy: 'ticket'; ticket: string }
  | { strategy: 'google_one_tap' | 'oauth_token_apple'; token: string }
  | { strategy: 'password'; password: string; identifier: string }
  | { strategy: 'passkey' }
  | {
      strategy: 'phone_code' | 'email_code' | 'reset_password_email_code' | 'reset_password_phone_code' | Web3Strategy;
      identifier: string;
    }
  | { strategy: 'email_link'; identifier: string; redirectUrl?: string }
  | { identifier: string }
  | { transfer?: boolean }
) & {
  /** Whether to continue a sign-up attempt whose account turned out to exist. */
  transfer?: boolean;
  /** Whether to sign up where there is no such user. */
  signUpIfMissing?: boolean;
};

/** What `signIn.prepareFirstFactor()` takes: the strategy and the id of one of `supportedFirstFactors`. */
export type PrepareFirstFactorParams =
  | { strategy: 'email_code' | 'reset_password_email_code'; emailAddressId: string }
  | { strategy: 'email_link'; emailAddressId: string; redirectUrl: string }
  | { strategy: 'phone_code'; phoneNumberId: string; default?: boolean; channel?: PhoneCodeChannel }
  | { strategy: 'reset_password_phone_code'; phoneNumberId: string }
  | { strategy: 'passkey' }
  | { strategy: Web3Strategy; web3WalletId: string }
  | {
      strategy: 'enterprise_sso';
      redirectUrl: string;
      actionCompleteRedirectUrl?: string;
      emailAddressId?: string;
      enterpriseConnectionId?: string;
      oidcPrompt?: string;
    }
  /** Rejects with a `TypeError`: providers are asked for by `authenticateWithRedirect()`. */
  | { strategy: OAuthStrategy; redirectUrl: string; actionCompleteRedirectUrl: string };

/** What `signIn.attemptFirstFactor()` takes. */
export type AttemptFirstFactorParams =
  | { strategy: 'password'; password: string }
  | { strategy: 'email_code' | 'phone_code' | 'reset_password_email_code' | 'reset_password_phone_code'; code: string }
  | { strategy: Web3Strategy; signature: string }
  | PasskeyAttempt
  | TrustedDeviceAttempt;

/** What `signIn.prepareSecondFactor()` takes: the strategy and the id of one of `supportedSecondFactors`. */
export type PrepareSecondFactorParams =
  | { strategy: 'phone_code'; phoneNumberId?: string }
  | { strategy: 'email_code'; emailAddressId?: string }
  | { strategy: 'email_link'; emailAddressId: string; redirectUrl: string }
  | { strategy: 'passkey' };

/** What `signIn.attemptSecondFactor()` takes. */
export type AttemptSecondFactorParams =
  | { strategy: 'phone_code' | 'email_code' | 'totp' | 'backup_code'; code: string }
  | PasskeyAttempt;

/** What `signIn.resetPassword()` takes. */
export interface ResetPasswordParams {
  /** The new password. */
  password: string;
  /** Whether to end what is signed in by the old one. */
  signOutOfOtherSessions?: boolean;
}

/** What `startEmailLinkFlow()` of a sign-in takes. */
export interface SignInStartEmailLinkFlowParams {
  /** The email address, from `supportedFirstFactors`. */
  emailAddressId: string;
  /** Where the link leads in the end: a page that calls `clerk.handleEmailLinkVerification()`. */
  redirectUrl: string;
}

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
  /** Where the visitor is, as an IANA time zone such as `Europe/Berlin`; null where nobody said so. */
  timezone: string | null;
  /**
   * Begins an attempt.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_identifier_not_found`.
   */
  readonly create: (params: SignInCreateParams) => Promise<SignInResource>;
  /**
   * Has a code or a link for a first factor sent, or asks for what else it needs.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {TypeError} For a strategy that cannot be prepared.
   */
  readonly prepareFirstFactor: (params: PrepareFirstFactorParams) => Promise<SignInResource>;
  /**
   * Verifies a first factor.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_password_incorrect`.
   */
  readonly attemptFirstFactor: (params: AttemptFirstFactorParams) => Promise<SignInResource>;
  /**
   * Has a code or a link for the second factor sent.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly prepareSecondFactor: (params: PrepareSecondFactorParams) => Promise<SignInResource>;
  /**
   * Verifies the second factor.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_code_incorrect`.
   */
  readonly attemptSecondFactor: (params: AttemptSecondFactorParams) => Promise<SignInResource>;
  /**
   * Gives the user a new password, after a first factor that allows it.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_password_pwned`.
   */
  readonly resetPassword: (params: ResetPasswordParams) => Promise<SignInResource>;
  /**
   * Proves to Clerk Protect what it wants proved, by the token that its script gave.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly submitProtectCheck: (params: { proofToken: string }) => Promise<SignInResource>;
  /**
   * Judges a password by the instance's settings, before it is sent: without a request, as often as somebody types. The callbacks hear
   * of it a moment later, in the order of the calls; the first time when `flows.js` is loaded. They hear nothing before the settings
   * are there, that is before `clerk.load()`. How strong a password is, is told where the instance wants it and the option `zxcvbn`
   * of `clerk.load()` can tell.
   *
   * @example
   * ```js
   * input.oninput = () => client.signIn.validatePassword(input.value, {
   *   onValidation: ({ complexity = {}, strength }) => show(Object.keys(complexity), strength?.state),
   * })
   * ```
   */
  readonly validatePassword: (password: string, callbacks?: ValidatePasswordCallbacks) => void;
  /**
   * A sign-in by a link that is sent to an email address.
   */
  readonly createEmailLinkFlow: () => CreateEmailLinkFlowReturn<SignInStartEmailLinkFlowParams, SignInResource>;
  /**
   * Signs in by a passkey: the browser asks the person for it.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {ClerkWebAuthnError} What the person or the browser refuses.
   */
  readonly authenticateWithPasskey: (params?: AuthenticateWithPasskeyParams) => Promise<SignInResource>;
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
   * Signs in by a text that a wallet signs.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly authenticateWithWeb3: (params: AuthenticateWithWeb3Params) => Promise<SignInResource>;
  /**
   * Signs in by the wallet Metamask, as the browser has it.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {ClerkRuntimeError} `web3_wallet_not_found`.
   */
  readonly authenticateWithMetamask: () => Promise<SignInResource>;
  /**
   * Signs in by the wallet CoinbaseWallet, as the browser has it.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {ClerkRuntimeError} `web3_wallet_not_found`.
   */
  readonly authenticateWithCoinbaseWallet: () => Promise<SignInResource>;
  /**
   * Signs in by the wallet Base, as the browser has it.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {ClerkRuntimeError} `web3_wallet_not_found`.
   */
  readonly authenticateWithBase: () => Promise<SignInResource>;
  /**
   * Signs in by the wallet OKXWallet, as the browser has it.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {ClerkRuntimeError} `web3_wallet_not_found`.
   */
  readonly authenticateWithOKXWallet: () => Promise<SignInResource>;
  /**
   * Signs in by a wallet of Solana's, as the browser has it.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {ClerkRuntimeError} `web3_wallet_not_found`.
   */
  readonly authenticateWithSolana: (params: AuthenticateWithSolanaParams) => Promise<SignInResource>;
  /**
   * Reads the attempt again.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly reload: (params?: ClerkResourceReloadParams) => Promise<this>;
  /** The attempt as wire JSON. */
  __internal_toSnapshot(): any;
  /** The custom-flow API: its calls do not reject for what goes wrong on the way, they resolve it as `error`. */
  readonly __internal_future: SignInFutureResource;
}

/** The custom-flow API of a sign-in. */
export interface SignInFutureResource {
  /** The unique identifier; absent before there is an attempt. */
  readonly id?: string;
  /** What the attempt needs next. */
  readonly status: SignInStatus;
  /** The factors that may verify the visitor first. */
  readonly supportedFirstFactors: SignInFirstFactor[];
  /** The factors that may verify the visitor without the single sign-on that their address asks for; empty where there are none. */
  readonly ssoBypassFirstFactors: SignInFirstFactor[];
  /** The factors that may verify the visitor after the first. */
  readonly supportedSecondFactors: SignInSecondFactor[];
  /** How far the first factor got. */
  readonly firstFactorVerification: VerificationResource;
  /** How far the second factor got. */
  readonly secondFactorVerification: VerificationResource;
  /** Who signs in. */
  readonly identifier: string | null;
  /** The session that a complete attempt made. */
  readonly createdSessionId: string | null;
  /** What may be shown of the user before they are verified. */
  readonly userData: UserData;
  /** The check by Clerk Protect that the attempt waits for. */
  readonly protectCheck: ProtectCheckResource | null;
  /** Where the visitor is, as an IANA time zone such as `Europe/Berlin`; null where nobody said so. */
  readonly timezone: string | null;
  /** Whether there is no such user, so that a sign-up with `transfer` makes one of what was verified. */
  readonly isTransferable: boolean;
  /** The session of a user who turned out to be signed in here. */
  readonly existingSession?: { sessionId: string };
  /** Whether the attempt is done with, by {@link finalize} or {@link reset}. */
  readonly canBeDiscarded: boolean;
  /** Begins an attempt. */
  create(params: SignInCreateParams): Promise<FlowOutcome>;
  /** Signs in by a password. @throws {Error} For more than one of the three names. */
  password(params: {
    password: string;
    identifier?: string;
    emailAddress?: string;
    phoneNumber?: string;
  }): Promise<FlowOutcome>;
  /** Signs in by a code that is sent to an email address: a new attempt's, or one of the attempt's. */
  readonly emailCode: {
    sendCode(params?: { emailAddress?: string; emailAddressId?: string }): Promise<FlowOutcome>;
    verifyCode(params: CodeParams): Promise<FlowOutcome>;
  };
  /** Signs in by a link that is sent to an email address. */
  readonly emailLink: {
    sendLink(params: { verificationUrl: string; emailAddress?: string; emailAddressId?: string }): Promise<FlowOutcome>;
    waitForVerification(): Promise<FlowOutcome>;
    readonly verification: EmailLinkVerification | null;
  };
  /** Signs in by a code that is sent to a phone. */
  readonly phoneCode: {
    sendCode(params?: {
      phoneNumber?: string;
      phoneNumberId?: string;
      channel?: PhoneCodeChannel;
    }): Promise<FlowOutcome>;
    verifyCode(params: CodeParams): Promise<FlowOutcome>;
  };
  /** Gives the user a new password, after a code that is sent to the email address. */
  readonly resetPasswordEmailCode: {
    sendCode(): Promise<FlowOutcome>;
    verifyCode(params: CodeParams): Promise<FlowOutcome>;
    submitPassword(params: ResetPasswordParams): Promise<FlowOutcome>;
  };
  /** The same after a code that is sent to a phone. */
  readonly resetPasswordPhoneCode: {
    sendCode(params?: { phoneNumber?: string }): Promise<FlowOutcome>;
    verifyCode(params: CodeParams): Promise<FlowOutcome>;
    submitPassword(params: ResetPasswordParams): Promise<FlowOutcome>;
  };
  /** The second factor. */
  readonly mfa: {
    sendPhoneCode(): Promise<FlowOutcome>;
    verifyPhoneCode(params: CodeParams): Promise<FlowOutcome>;
    sendEmailCode(): Promise<FlowOutcome>;
    verifyEmailCode(params: CodeParams): Promise<FlowOutcome>;
    verifyTOTP(params: CodeParams): Promise<FlowOutcome>;
    verifyBackupCode(params: CodeParams): Promise<FlowOutcome>;
    /** Has one of the user's passkeys sign, where the instance takes one as second factor. */
    passkey(): Promise<FlowOutcome>;
  };
  /** Signs in with a provider. */
  sso(params: SSOParams & { identifier?: string }): Promise<FlowOutcome>;
  /** Signs in by a ticket: the given one, or that of the page's URL. */
  ticket(params?: { ticket: string }): Promise<FlowOutcome>;
  /** Signs in by a wallet, as the browser has it. */
  web3(params: { strategy: Web3Strategy; walletName?: string }): Promise<FlowOutcome>;
  /** Signs in by a passkey. */
  passkey(params?: AuthenticateWithPasskeyParams): Promise<FlowOutcome>;
  /** Proves to Clerk Protect what it wants proved. */
  submitProtectCheck(params: { proofToken: string }): Promise<FlowOutcome>;
  /** Makes the attempt's session current. @throws {Error} When the attempt is not complete. */
  finalize(params?: FinalizeParams): Promise<FlowOutcome>;
  /** Forgets the attempt. No request is made. */
  reset(): Promise<FlowOutcome>;
}
