/** What `clerk.handleRedirectCallback()` takes: the pages that a person may have to go on to; those of the instance when absent. */
export interface HandleOAuthCallbackParams extends AfterAuthenticationUrls {
  /** Where signing in is done. */
  signInUrl?: string;
  /** Where signing up is done. */
  signUpUrl?: string;
  /** Where a first factor is given. */
  firstFactorUrl?: string;
  /** Where a second factor is given. */
  secondFactorUrl?: string;
  /** Where a new password is chosen. */
  resetPasswordUrl?: string;
  /** Where a sign-up gets what it lacks. */
  continueSignUpUrl?: string | null;
  /** Where the email address of a sign-up is verified. */
  verifyEmailAddressUrl?: string | null;
  /** Where the phone number of a sign-up is verified. */
  verifyPhoneNumberUrl?: string | null;
  /** Where a sign-in's challenge of the instance's protection is met. */
  signInProtectCheckUrl?: string | null;
  /** The same of a sign-up. */
  signUpProtectCheckUrl?: string | null;
  /** The attempt to read anew before, where another window may have gone on with it. */
  reloadResource?: 'signIn' | 'signUp';
  /** Whether an account that nobody has becomes a sign-up; true when absent. */
  transferable?: boolean;
  /** What a sign-up that comes of it keeps with the user. */
  unsafeMetadata?: Record<string, unknown>;
  /** `'transfer_to_sign_up'`: goes on as where nobody has the account, though the attempt does not say so any more. */
  continuation?: 'transfer_to_sign_up';
  /** The router of a component, in place of {@link Clerk.navigate}. */
  __internal_navigate?: (to: string) => Promise<unknown>;
  /** Goes on once the session is current, in place of what the parameters say. */
  __internal_navigateOnSetActive?: (params: {
    session: SessionResource;
    redirectUrl: string;
    decorateUrl: (url: string) => string;
  }) => Promise<unknown>;
}

/** What `clerk.handleEmailLinkVerification()` takes. */
export interface HandleEmailLinkVerificationParams {
  /** Where to go once the session is current. */
  redirectUrlComplete?: string;
  /** Where to go when the attempt goes on in this browser. */
  redirectUrl?: string;
  /** Is called when the attempt goes on elsewhere: in the browser that asked for the link. */
  onVerifiedOnOtherDevice?: () => void;
}

/** What `clerk.authenticateWithMetamask()` and those of the other wallets take. */
export interface AuthenticateWithWalletParams {
  /** Goes to a page, in place of `clerk.navigate()`. */
  customNavigate?: (to: string) => Promise<unknown>;
  /** Where to go once the session is current; where sign-ins go when absent. */
  redirectUrl?: string;
  /** Where a sign-up goes on that lacks something; nowhere when absent. */
  signUpContinueUrl?: string;
  /** What a sign-up keeps with the user. */
  unsafeMetadata?: Record<string, unknown>;
  /** Whether the person has agreed to the legal documents. */
  legalAccepted?: boolean;
  /** Where a second factor is given; the instance's page when absent. */
  secondFactorUrl?: string;
  /** Where a sign-in's challenge of the instance's protection is met; the instance's page when absent. */
  protectCheckUrl?: string;
  /** The same of a sign-up. */
  signUpProtectCheckUrl?: string;
}

/** What `clerk.authenticateWithSolana()` takes. */
export interface AuthenticateWithSolanaParams extends AuthenticateWithWalletParams {
  /** The name of the wallet, such as `Phantom`. */
  walletName: string;
}

/** What `clerk.authenticateWithWeb3()` takes. */
export interface ClerkAuthenticateWithWeb3Params extends AuthenticateWithWalletParams {
  /** The wallet's strategy. */
  strategy: Web3Strategy;
  /** The name of the wallet, for Solana. */
  walletName?: string;
}

/** What `clerk.authenticateWithGoogleOneTap()` takes. */
export interface AuthenticateWithGoogleOneTapParams {
  /** What Google's script has given as `credential`. */
  token: string;
  /** Whether the person has agreed to the legal documents. */
  legalAccepted?: boolean;
}

export interface Clerk {
  /**
   * Goes on where a provider comes back to, the `redirectUrl` of `authenticateWithRedirect()`: makes the session current, turns a sign-in
   * of nobody into a sign-up and a sign-up of somebody into a sign-in, or goes to the page of what is missing. Nothing happens before {@link load}.
   *
   * @param customNavigate Goes to a page of a further step, in place of {@link navigate}.
   * @throws {ClerkAPIResponseError} What the Frontend API refused.
   * @throws {Error} When an attempt is in a state that nothing leads on from.
   *
   * @example
   * ```js
   * await clerk.load()
   * await clerk.handleRedirectCallback({ continueSignUpUrl: '/sign-up/continue', signInFallbackRedirectUrl: '/welcome' })
   * ```
   */
  handleRedirectCallback(
    params?: HandleOAuthCallbackParams,
    customNavigate?: (to: string) => Promise<unknown>,
  ): Promise<unknown>;
  /** The same for the attempt that {@link authenticateWithGoogleOneTap} gave. */
  handleGoogleOneTapCallback(
    signInOrUp: { readonly identifier: string | null } | { readonly missingFields: readonly string[] },
    params: HandleOAuthCallbackParams,
    customNavigate?: (to: string) => Promise<unknown>,
  ): Promise<unknown>;
  /** {@link handleGoogleOneTapCallback}, for any attempt. */
  __internal_handleResourceCallback: Clerk['handleGoogleOneTapCallback'];
  /** {@link handleRedirectCallback} after the challenge of an attempt is met, to whose page nobody is sent again. */
  __internal_resumeAfterProtectCheck: Clerk['handleRedirectCallback'];
  /**
   * Goes on where a link from an email leads to, as its `__clerk_status` says: makes the session current and goes to
   * `redirectUrlComplete`, to `redirectUrl` if something is missing, or calls `onVerifiedOnOtherDevice`.
   *
   * @throws {EmailLinkError} `expired`, `client_mismatch` or `failed`.
   *
   * @example
   * ```js
   * await clerk.handleEmailLinkVerification({
   *   redirectUrlComplete: '/welcome',
   *   onVerifiedOnOtherDevice: () => show('Go on in the other window.'),
   * })
   * ```
   */
  handleEmailLinkVerification(
    params: HandleEmailLinkVerificationParams,
    customNavigate?: (to: string) => Promise<unknown>,
  ): Promise<unknown>;
  /**
   * Signs in with what Google One Tap gave, or signs up where nobody has the account; {@link handleGoogleOneTapCallback} goes on.
   *
   * @throws {ClerkAPIResponseError} What the Frontend API refused.
   */
  authenticateWithGoogleOneTap(params: AuthenticateWithGoogleOneTapParams): Promise<SignInResource | SignUpResource>;
  /** {@link authenticateWithWeb3} with MetaMask. */
  authenticateWithMetamask(params?: AuthenticateWithWalletParams): Promise<void>;
  /** {@link authenticateWithWeb3} with Coinbase Wallet. */
  authenticateWithCoinbaseWallet(params?: AuthenticateWithWalletParams): Promise<void>;
  /** {@link authenticateWithWeb3} with OKX Wallet. */
  authenticateWithOKXWallet(params?: AuthenticateWithWalletParams): Promise<void>;
  /** {@link authenticateWithWeb3} with Base Account. */
  authenticateWithBase(params?: AuthenticateWithWalletParams): Promise<void>;
  /** {@link authenticateWithWeb3} with a wallet of Solana's. */
  authenticateWithSolana(params: AuthenticateWithSolanaParams): Promise<void>;
  /**
   * Has a wallet of the browser's sign, and signs in with it, or signs up where nobody has it; then makes the session current, or goes to
   * the page of what is missing.
   *
   * @throws {ClerkAPIResponseError} What the Frontend API refused.
   * @throws {ClerkRuntimeError} `web3_wallet_not_found` when the browser does not have the wallet.
   */
  authenticateWithWeb3(params: ClerkAuthenticateWithWeb3Params): Promise<void>;
}
